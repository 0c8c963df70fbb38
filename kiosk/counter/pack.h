// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/desk.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// The right-of-opposition pack: what tells everybody that they may refuse, ready to hang up, play, send and hand out.
/// Nobody is named in it, but in letters that are addressed from a list. What became of it: pack_done.h.
namespace guichet::kiosk {

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
/// Posters (A3 and A4, in colour and in black, in standard and in large type: read from three metres, but for the
/// articles), leaflets, slides, the telephone's waiting messages with drafts of their sound in French, the e-mail, the
/// letter, the text message, and the blank form of the opt-out. Errors: NotAllowed, BadValue (a language that the pack
/// lacks), MentionMissing, TextMissing (the catalogue has no pack), those of `sink`, which has what was made before.
[[nodiscard]] Result<MadePack> makePack(Desk &desk, const PackWish &wish, const PackSink &sink);

/// What a counter prints of it, one by one; the rest is shown, played or sent, or is addressed from a list.
struct PackPaper {
    std::string_view name; ///< of its file: "poster-a4"
    std::string_view kind; ///< one of packKinds()
    std::string_view size; ///< as in printing::PrintChoice: not every printer has it
};
[[nodiscard]] const std::vector<PackPaper> &packPapers();
/// "A4, en gros caractères, à poser côte à côte"
[[nodiscard]] std::string packPaperWords(const Texts &say, std::string_view name);
/// Errors: NotAllowed, BadValue (no such paper or language), MentionMissing, TextMissing, NotPrintable (its settings
/// are too long).
[[nodiscard]] Result<MadePaper> packPaper(Desk &desk, std::string_view name, const std::string &language);

} // namespace guichet::kiosk
