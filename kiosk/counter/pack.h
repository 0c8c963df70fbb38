// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The right-of-opposition pack: what tells everybody that they may refuse, ready to hang up, play, send and hand out;
/// and what became of it. Nobody is named in it, but in letters that are addressed from a list.
namespace guichet::kiosk {

/// What can be done with the pack, and noted: "poster", "leaflet", "slides", "telephone", "email", "letter", "sms".
[[nodiscard]] const std::vector<std::string_view> &packKinds();
/// "affiche"
[[nodiscard]] std::string packKindWords(const Texts &say, std::string_view kind);

struct PackFile {
    std::string path;     ///< below the pack's folder: "fr/poster-a3.pdf"
    std::string kind;     ///< one of packKinds(), or "form"
    std::string language; ///< BCP 47 (kPlainFrench for plain French)
};
/// Where each goes as soon as it is made. An error ends it.
using PackSink = std::function<Result<void>(const PackFile &file, ByteView bytes)>;

/// Somebody that the letter goes to.
struct PackAddressee {
    std::string name;
    std::vector<std::string> lines; ///< of the address
};
/// From CSV (RFC 4180, comma or semicolon) with the columns `name` and `address`, in which line breaks part the lines,
/// six at most.
/// Errors: MissingField (a column), BadRow (its line), BadValue (none, or more than 20,000).
[[nodiscard]] Result<std::vector<PackAddressee>> readAddressees(std::string_view csv);

struct PackWish {
    std::vector<std::string> languages;    ///< none: all that the pack has
    std::vector<PackAddressee> addressees; ///< of the letters, kept nowhere: in French where no language is wished;
                                           ///< none: one letter with an empty window
};
struct MadePack {
    std::vector<PackFile> files;
    /// What could not be made, by its kind, and why; the rest is there.
    std::vector<std::pair<std::string, Error>> leftOut;
};
/// Posters (A3 and A4, in colour and in black, in standard and in large type: read from three metres, but
/// for the articles),
/// leaflets, slides, the telephone's waiting messages with drafts of their sound in French, the e-mail, the
/// letter, the text message, and the blank form of the opt-out. Errors: NotAllowed, BadValue (a
/// language that the pack lacks), MentionMissing, TextMissing (the catalogue has no pack), those of `sink`, which has
/// what was made before.
[[nodiscard]] Result<MadePack> makePack(Desk &desk, const PackWish &wish, const PackSink &sink);

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
/// "Annoncer le droit de refuser : affiche, promis depuis le 3 mars 2026".
[[nodiscard]] std::string promiseWords(const Texts &say, const PackPromise &promise);

} // namespace guichet::kiosk
