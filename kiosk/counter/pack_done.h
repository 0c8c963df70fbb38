// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// That the right to oppose was made known: hung, put on air, sent. What was promised to everybody and is not kept.
namespace guichet::kiosk {

/// What can be done with the pack, and noted: "poster", "leaflet", "slides", "telephone", "email", "letter", "sms".
[[nodiscard]] const std::vector<std::string_view> &packKinds();
/// "affiche"
[[nodiscard]] std::string packKindWords(const Texts &say, std::string_view kind);

/// That it was hung, put on air, or sent.
struct PackDone {
    std::string kind;
    std::string where; ///< in a few words, of nobody: "salle d’attente"; up to 100 characters of one line
    CivilDate on{};
    std::optional<int> count; ///< to how many it was sent
};
/// In the register, where it stays. Errors: NotAllowed, BadValue (kind; where; a count below 1), FutureDate, Busy.
[[nodiscard]] Result<void> notePackDone(Desk &desk, const PackDone &done);
/// The latest day last. Error: NotAllowed.
[[nodiscard]] Result<std::vector<PackDone>> packDone(const Desk &desk);

/// What was promised to everybody and is not kept.
struct PackPromise {
    std::string kind;
    CivilDate since{};    ///< this register was begun, or the text changed
    bool changed = false; ///< it was done, with a text that is not the present one
};
/// The oldest first. Error: NotAllowed.
[[nodiscard]] Result<std::vector<PackPromise>> packPromises(Desk &desk);
/// The same, where packDone() was asked already.
[[nodiscard]] Result<std::vector<PackPromise>> packPromises(Desk &desk, const std::vector<PackDone> &done);
/// "Annoncer le droit de refuser : affiche, promis depuis le 3 mars 2026".
[[nodiscard]] std::string promiseWords(const Texts &say, const PackPromise &promise);

} // namespace guichet::kiosk
