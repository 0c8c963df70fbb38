// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::kiosk {

/// On what ground somebody stands at the counter for the person served (command line: `--by`).
enum class Who {
    Self,
    Parent,     ///< holds parental authority over a minor
    Guardian,   ///< protection measure with representation, or family authorisation
    Assistance, ///< protection measure with assistance: the adult consents
    Proxy,      ///< paper proxy of the health insurance: limited matters, one month
    Mandate,    ///< specially mandated, proves the mandate and both identities
    Heir,       ///< heir, spouse or partner of somebody who has died
    Bearer,     ///< hands in a paper that another has signed, and learns nothing
    Helper,     ///< accompanies the person, who acts
};

/// What was shown to prove an identity. It is noted, never copied.
enum class IdentitySeen { IdCard, Passport, ResidencePermit, DrivingLicence, Vitale, Other, None };

/// How an act was made final.
enum class Signed {
    Signature,
    Mark, ///< a mark, with two witnesses or the agent's note
    Oral, ///< said aloud, with the agent's note
};

/// The words of the command line and of JSON. Errors of the parsers: BadValue, with the words that fit.
[[nodiscard]] std::string_view toText(Who who);
[[nodiscard]] std::string_view toText(IdentitySeen seen);
[[nodiscard]] std::string_view toText(Signed how);
[[nodiscard]] Result<Who> parseWho(std::string_view text);
[[nodiscard]] Result<IdentitySeen> parseIdentitySeen(std::string_view text);
[[nodiscard]] Result<Signed> parseSigned(std::string_view text);

/// Who is here, for whom, and what they showed: asked once a visit, then every use case gets it.
struct Presence {
    Who who = Who::Self;
    std::string name; ///< of the one who acts for the person; empty for Self only
    IdentitySeen seen = IdentitySeen::None;
    bool mandateSeen = false;             ///< judgment, proxy, birth certificate… as the title asks
    std::optional<CivilDate> mandateFrom; ///< the day from which that holds, where the title gives it a time
    bool accompanied = false; ///< the person acts, and somebody is there who is not to see what is kept from others

    /// This was seen, and with it what the title asks.
    void showed(IdentitySeen what) {
        seen = what;
        mandateSeen = what != IdentitySeen::None;
    }
    /// Errors: MissingOption (`--by-name`) where somebody else acts without a name.
    [[nodiscard]] Result<void> check() const;
    bool operator==(const Presence &) const = default;
};

} // namespace guichet::kiosk
