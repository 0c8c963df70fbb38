// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// Why somebody has to write on, today.
enum class LetterCause {
    None,
    Refused,         ///< the service, or the operator, said no
    SilenceRefused,  ///< nobody answered in time, which is a refusal
    SilenceAccepted, ///< nobody answered in time, which is an acceptance: it can be attested (CRPA L232-3)
    Late             ///< an answer was promised for a day that has passed
};
[[nodiscard]] std::string_view toText(LetterCause cause); ///< "none", "refused", "silence-refused", …

/// Who is written to.
enum class LetterTo { Attestation, Appeal, MedicalAppeal, Cada, Cnil, Mediator, Defender };
[[nodiscard]] std::string_view toText(LetterTo to); ///< "attestation", "appeal", "medical-appeal", "cada", …
/// Error: BadValue.
[[nodiscard]] Result<LetterTo> parseLetterTo(std::string_view text);

/// What has happened, or not, to an act by this day.
[[nodiscard]] LetterCause letterCause(const storage::Act &act, CivilDate day);
/// Ids of the ways of appeal that are open against what is decided on an act, the first to be taken first.
[[nodiscard]] std::vector<std::string> remediesOf(const Catalogue &catalogue, const storage::Act &act);

struct DueLetters {
    LetterCause cause = LetterCause::None;
    std::vector<LetterTo> to; ///< who may be written to; the one to begin with comes first. Empty without a cause
};
/// What is due to the person on an act today. Those whose address no setting gives are left out, but for the two that
/// the decision, or anyone, can give.
[[nodiscard]] DueLetters dueLetters(Desk &desk, const storage::Act &act);

struct MadeLetter {
    storage::Act act;
    DueLetters due;
    LetterTo to = LetterTo::Appeal;
    MadePaper paper;
};
/// The person's own letter, in French, to be signed and posted. `to`: none takes the one to begin with. Errors:
/// NotAllowed, BadReference, Nothing, Nobody (the person's file is gone), WrongState (nothing is due), BadValue (not
/// one that may be written to; the reading copy's language), NotPrintable.
[[nodiscard]] Result<MadeLetter> makeLetter(Desk &desk, std::string_view reference, std::optional<LetterTo> to,
                                            const PaperWish &wish);

} // namespace guichet::kiosk
