// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/pack.h"

#include "base/text.h"
#include "kiosk/catalogue/pack.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/lay_out.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/pack_done.h"
#include "kiosk/counter/pack_mail.h"
#include "kiosk/counter/pack_sound.h"
#include "kiosk/papers/pack.h"
#include "kiosk/papers/spoken_words.h"
#include "kiosk/papers/words.h"
#include "printing/printer.h"
#include "storage/csv.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

namespace guichet::kiosk {
namespace {

using printing::kA3;
using printing::kA4;
using printing::kA5;
using printing::LaidOutPaper;
using printing::Layout;
using printing::Paper;

constexpr std::size_t kMostAddressees = 20'000;
constexpr std::size_t kMostLines = 6;       ///< of an address, as the post takes them
constexpr std::size_t kLettersAtOnce = 500; ///< in one PDF
/// On a poster, read from three metres: capitals of 6 millimetres, small letters of 4.5, which are 7 and 5 minutes of
/// arc there. A sight of 10/10 reads 5; for others there is the large type.
constexpr double kFarPoints = 24;
constexpr double kFarLargePoints = 30;
constexpr double kBodyPoints = 11; ///< of the standard layout, before it is magnified
constexpr double kSlideDpi = 144;

constexpr double kPosterSideMm = 12;

/// The paper in the largest type, between two sizes of its body, in which it is on so many pages. Error: NotPrintable
/// (it is on more even in the smallest).
Result<Paper> inLargestType(const Desk &desk, Paper paper, double leastPoints, double mostPoints, int pages) {
    constexpr double kFine = 0.25; // points
    const auto fits = [&](double points) {
        paper.sheet.magnification = points / kBodyPoints;
        const auto tried = layOut(desk, paper, Layout::Standard); // not printable: what stands around it leaves no room
        return tried && tried->pageCount() <= pages;
    };
    if (!fits(leastPoints)) {
        return fail(ErrorCode::NotPrintable, paper.templateName, "its texts, or the agency's settings, are too long");
    }
    double least = leastPoints;
    double most = mostPoints;
    while (most - least > kFine) {
        const double middle = (least + most) / 2;
        (fits(middle) ? least : most) = middle;
    }
    paper.sheet.magnification = least / kBodyPoints;
    return paper;
}

/// On so many sheets of that size, hung side by side. With a frame where it fits on one.
template <int WidthMm, int HeightMm, bool Large, int Sheets>
Result<Paper> poster(const Desk &desk, const Texts &say, const papers::PackWords &words) {
    constexpr double kMost = 29;
    constexpr double kLargeMost = 60;
    const auto fitted = [&](bool framed) {
        Paper paper = papers::packPoster(say, words, framed);
        paper.sheet.widthMm = WidthMm;
        paper.sheet.heightMm = HeightMm;
        paper.sheet.sideMm = kPosterSideMm;
        return inLargestType(desk, std::move(paper), Large ? kFarLargePoints : kFarPoints, Large ? kLargeMost : kMost,
                             Sheets);
    };
    if (Sheets == 1) {
        if (auto framed = fitted(true)) {
            return framed;
        }
    }
    return fitted(false);
}

/// On two pages.
Result<Paper> onTwoPages(const Desk &desk, Paper leaflet) {
    constexpr double kLeast = 8.5;
    constexpr double kMost = 14;
    return inLargestType(desk, std::move(leaflet), kLeast, kMost, 2);
}
Result<Paper> folded(const Desk &desk, const Texts &say, const papers::PackWords &words) {
    return onTwoPages(desk, papers::packFolded(say, words));
}
Result<Paper> leaflet(const Desk &desk, const Texts &say, const papers::PackWords &words) {
    return onTwoPages(desk, papers::packLeaflet(say, words));
}
Result<Paper> leafletOfAnyLength(const Desk & /*desk*/, const Texts &say, const papers::PackWords &words) {
    return papers::packLeaflet(say, words);
}
Result<Paper> blankLetter(const Desk & /*desk*/, const Texts &say, const papers::PackWords &words) {
    return papers::packLetter(say, words, {});
}

constexpr std::string_view kPoster = "poster";
constexpr std::string_view kLeaflet = "leaflet";
constexpr std::string_view kLetter = "letter";

struct SheetRow {
    PackPaper paper;
    const char *words;
    Result<Paper> (*make)(const Desk &desk, const Texts &say, const papers::PackWords &words);
    Layout layout = Layout::Standard;
};
constexpr std::array<SheetRow, 8> kSheets{
    {{{"poster-a4", kPoster, kA4}, "sheets.poster-a4", poster<210, 297, false, 2>},
     {{"poster-a4-large", kPoster, kA4}, "sheets.poster-a4-large", poster<210, 297, true, 4>},
     {{"poster-a3", kPoster, kA3}, "sheets.poster-a3", poster<297, 420, false, 1>},
     {{"poster-a3-large", kPoster, kA3}, "sheets.poster-a3-large", poster<297, 420, true, 2>},
     {{"leaflet-a4-folded", kLeaflet, kA4}, "sheets.leaflet-a4-folded", folded},
     {{"leaflet-a5", kLeaflet, kA5}, "sheets.leaflet-a5", leaflet},
     {{"leaflet-a5-large", kLeaflet, kA5}, "sheets.leaflet-a5-large", leafletOfAnyLength, Layout::Large},
     {{"letter-blank", kLetter, kA4}, "sheets.letter-blank", blankLetter}}};

const SheetRow *sheetOf(std::string_view name) {
    const auto *row = std::ranges::find(kSheets, name, [](const SheetRow &one) { return one.paper.name; });
    return row == kSheets.end() ? nullptr : row;
}

Result<Bytes> pdfOf(const std::vector<LaidOutPaper> &papers) {
    std::vector<const LaidOutPaper *> pointers;
    std::ranges::transform(papers, std::back_inserter(pointers), [](const LaidOutPaper &paper) { return &paper; });
    return printing::renderPdf(pointers);
}

/// In the language of `say` as long as the agency has not changed them.
std::string hoursIn(const Texts &say, const std::string &set) {
    return set == say.withLanguage("fr")("announce.operator-hours") ? say("announce.operator-hours")
                                                                    : papers::isolated(set);
}

/// What the texts are filled with: of one moment, whatever is made of it.
struct Source {
    const Pack &pack;
    papers::Letterhead letterhead;
    papers::Making making;
    Values values; ///< in the language that inLanguage() was called for last
    std::string operatorHours;
    bool rulesChecked = false;

    /// Borrows it. Error: BadValue (a language that the pack lacks).
    Result<papers::PackWords> inLanguage(Desk &desk, const std::string &language) {
        const std::vector<std::string> known = pack.languages();
        if (std::ranges::find(known, language) == known.end()) {
            return fail(ErrorCode::BadValue, language, join(known, ", "));
        }
        values.back().second = hoursIn(textsOf(desk, language, making.at.day), operatorHours);
        return papers::PackWords{pack, letterhead, making, values, rulesChecked};
    }
};
Result<Source> sourceOf(Desk &desk) {
    const Pack *pack = packOf(desk.machine.catalogue);
    if (pack == nullptr) {
        return fail(ErrorCode::TextMissing, "pack.toml");
    }
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_ASSIGN(papers::Letterhead letterhead, papers::Letterhead::of(settings));
    Values values{{"agency", letterhead.name()},
                  {"address", papers::oneLine(letterhead.address())},
                  {"phone", letterhead.phone()},
                  {"hours", papers::oneLine(letterhead.hours())},
                  {"operator-phone", settings("operator-phone").text},
                  {"operator-hours", {}}};
    return Source{*pack,
                  std::move(letterhead),
                  makingOf(desk, desk.agent, desk.machine.clock.now()),
                  std::move(values),
                  settings("operator-hours").text,
                  rulesChecked(settings)};
}

/// Makes all of one language.
class Packing {
public:
    Packing(Desk &desk, const papers::PackWords &words, const PackWish &wish, const PackSink &sink, MadePack &made)
        : desk_(desk), words_(words), wish_(wish), sink_(sink), made_(made) {}

    Result<void> make(const std::string &language) {
        const Texts say = textsOf(desk_, language, words_.making.at.day);
        GUICHET_TRY(sheets(kPoster, say));
        GUICHET_TRY(sheets(kLeaflet, say));
        GUICHET_TRY(slides(say));
        GUICHET_TRY(messages(say));
        GUICHET_TRY(letter(say));
        GUICHET_TRY(forms(say));
        GUICHET_TRY(mail(say));
        return textMessage(say);
    }

private:
    Result<void> put(const std::string &name, std::string_view kind, const Texts &say, ByteView bytes) {
        PackFile file{say.language() + "/" + name, std::string(kind), say.language()};
        GUICHET_TRY(sink_(file, bytes));
        made_.files.push_back(std::move(file));
        return {};
    }
    void leaveOut(std::string_view kind, Error error) {
        if (std::ranges::find(made_.leftOut, kind, &std::pair<std::string, Error>::first) == made_.leftOut.end()) {
            made_.leftOut.emplace_back(std::string(kind), std::move(error));
        }
    }

    /// What can't be printed is left out: its settings are too long.
    Result<void> putPaper(const std::string &name, std::string_view kind, const Texts &say, const Paper &paper,
                          Layout layout = Layout::Standard) {
        const Result<LaidOutPaper> laidOut = layOut(desk_, paper, layout);
        if (!laidOut) {
            leaveOut(kind, laidOut.error());
            return {};
        }
        GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(*laidOut));
        return put(name, kind, say, pdf);
    }

    /// Each sheet of this kind.
    Result<void> sheets(std::string_view kind, const Texts &say) {
        for (const SheetRow &row : kSheets) {
            if (row.paper.kind != kind) {
                continue;
            }
            Result<Paper> made = row.make(desk_, say, words_);
            if (!made) {
                leaveOut(kind, made.error());
                continue;
            }
            const std::string name(row.paper.name);
            GUICHET_TRY(putPaper(name + ".pdf", kind, say, *made, row.layout));
            if (kind == kPoster) {
                made->sheet.accent.reset();
                GUICHET_TRY(putPaper(name + "-black.pdf", kind, say, *made, row.layout));
            }
        }
        return {};
    }

    Result<void> slides(const Texts &say) {
        constexpr double kLeast = 18;
        constexpr double kMost = 40;
        std::vector<LaidOutPaper> slides;
        for (const Paper &paper : papers::packSlides(say, words_)) {
            const Result<Paper> made = inLargestType(desk_, paper, kLeast, kMost, 1);
            if (!made) {
                leaveOut("slides", made.error());
                return {};
            }
            GUICHET_ASSIGN(LaidOutPaper slide, layOut(desk_, *made, Layout::Standard));
            slides.push_back(std::move(slide));
        }
        for (std::size_t i = 0; i < slides.size(); ++i) {
            const Bytes png = printing::pngOf(printing::renderPage(slides[i], 0, kSlideDpi));
            GUICHET_TRY(put(fmt::format("slide-{}.png", i + 1), "slides", say, png));
        }
        GUICHET_ASSIGN(const Bytes pdf, pdfOf(slides));
        return put("slides.pdf", "slides", say, pdf);
    }

    Result<void> messages(const Texts &say) {
        const bool french = say.language().starts_with("fr");
        for (const Pack::Message &message : words_.pack.messages) {
            const std::string name = fmt::format("telephone-{}", message.seconds);
            const std::string text = fill(message.text.in(say.language()), words_.values);
            std::string notes;
            if (french) {
                const Result<SpokenDraft> draft = speakDraft(papers::spokenWords(text, say));
                if (draft) {
                    GUICHET_TRY(put(name + "-draft.wav", "telephone", say, draft->wav));
                    GUICHET_TRY(put(name + "-draft-alaw.wav", "telephone", say, draft->alaw));
                    notes += "\n(" + say("announce.draft") + ")\n";
                } else {
                    leaveOut("telephone", draft.error());
                }
            }
            if (const std::string unread = papers::packUnread(say, words_); !unread.empty()) {
                notes += "\n(" + unread + ")\n";
            }
            GUICHET_TRY(put(name + ".txt", "telephone", say, asBytes(text + "\n" + notes)));
        }
        return {};
    }

    Result<void> textMessage(const Texts &say) {
        return putWords("sms.txt", "sms", say, packTextMessage(say, words_), "\n");
    }
    Result<void> mail(const Texts &say) { return putWords("email.eml", "email", say, packMail(say, words_), ""); }
    Result<void> putWords(const std::string &name, std::string_view kind, const Texts &say,
                          const Result<std::string> &made, const char *end) {
        if (!made) {
            leaveOut(kind, made.error());
            return {};
        }
        return put(name, kind, say, asBytes(*made + end));
    }

    /// Begins on a front when printed on both sides.
    Result<LaidOutPaper> letterTo(const Texts &say, const std::vector<std::string> &to) {
        Paper paper = papers::packLetter(say, words_, to);
        GUICHET_ASSIGN(LaidOutPaper letter, layOut(desk_, paper, Layout::Standard));
        if (letter.pageCount() % 2 == 0) {
            return letter;
        }
        paper.blocks.push_back({printing::PageBreak{}});
        paper.blocks.push_back(printing::text("\u00A0"));
        return layOut(desk_, paper, Layout::Standard);
    }

    Result<void> letter(const Texts &say) {
        if (wish_.addressees.empty()) {
            GUICHET_TRY(sheets(kLetter, say));
            return put("letter-list.csv", "letter", say, asBytes("name,address\r\n"));
        }
        if (wish_.languages.empty() && say.language() != "fr") {
            return {}; // one letter each
        }
        for (std::size_t at = 0; at < wish_.addressees.size(); at += kLettersAtOnce) {
            std::vector<LaidOutPaper> letters;
            for (std::size_t i = at; i < std::min(at + kLettersAtOnce, wish_.addressees.size()); ++i) {
                std::vector<std::string> to{wish_.addressees[i].name};
                to.insert(to.end(), wish_.addressees[i].lines.begin(), wish_.addressees[i].lines.end());
                GUICHET_ASSIGN(LaidOutPaper one, letterTo(say, to));
                letters.push_back(std::move(one));
            }
            GUICHET_ASSIGN(const Bytes pdf, pdfOf(letters));
            GUICHET_TRY(put(fmt::format("letters-{:03}.pdf", at / kLettersAtOnce + 1), "letter", say, pdf));
        }
        return {};
    }

    Result<void> forms(const Texts &say) {
        if (say.language() == kPlainFrench) {
            return {};
        }
        for (const auto &[name, layout] :
             {std::pair{"form-standard.pdf", Layout::Standard}, std::pair{"form-large.pdf", Layout::Large}}) {
            const PaperWish paper{.layout = layout, .readingCopy = say.language() == "fr" ? "" : say.language()};
            const Result<MadePaper> form = blankOptoutForm(desk_, {"ens-refusal"}, paper);
            if (!form) {
                leaveOut("form", form.error());
                continue;
            }
            GUICHET_TRY(put(name, "form", say, form->pdf));
        }
        return {};
    }

    Desk &desk_;
    const papers::PackWords &words_;
    const PackWish &wish_;
    const PackSink &sink_;
    MadePack &made_;
};

} // namespace

Result<std::vector<PackAddressee>> readAddressees(std::string_view csv) {
    std::istringstream in{std::string(csv)};
    storage::CsvReader reader(in, storage::csvSeparator(in));
    const auto header = reader.next();
    constexpr std::array<std::string_view, 2> kColumns{"name", "address"};
    GUICHET_ASSIGN(const std::vector<std::size_t> places, storage::columnPlaces(header, kColumns));
    std::vector<PackAddressee> all;
    while (const auto row = reader.next()) {
        if (row->broken || row->fields.size() != header->fields.size()) {
            return fail(ErrorCode::BadRow, std::to_string(row->line));
        }
        PackAddressee one{trim(row->fields[places[0]]), addressLines(row->fields[places[1]])};
        if (one.name.empty() || one.lines.empty() || one.lines.size() > kMostLines) { // more is not in the window
            return fail(ErrorCode::BadRow, std::to_string(row->line));
        }
        all.push_back(std::move(one));
    }
    if (all.empty() || all.size() > kMostAddressees) {
        return fail(ErrorCode::BadValue, std::to_string(all.size()));
    }
    return all;
}

Result<MadePack> makePack(Desk &desk, const PackWish &wish, const PackSink &sink) {
    GUICHET_TRY(desk.require(Action::Pack));
    GUICHET_ASSIGN(Source source, sourceOf(desk));
    const std::vector<std::string> languages = wish.languages.empty() ? source.pack.languages() : wish.languages;
    for (const std::string &language : languages) {
        GUICHET_TRY(source.inLanguage(desk, language)); // before anything is made
    }
    MadePack made;
    std::set<std::string> done;
    for (const std::string &language : languages) {
        if (done.insert(language).second) {
            GUICHET_ASSIGN(const papers::PackWords words, source.inLanguage(desk, language));
            GUICHET_TRY(Packing(desk, words, wish, sink, made).make(language));
        }
    }
    return made;
}

const std::vector<PackPaper> &packPapers() {
    static const std::vector<PackPaper> kPapers = [] {
        std::vector<PackPaper> papers;
        std::ranges::transform(kSheets, std::back_inserter(papers), &SheetRow::paper);
        return papers;
    }();
    return kPapers;
}

std::string packPaperWords(const Texts &say, std::string_view name) {
    const SheetRow *row = sheetOf(name);
    return row == nullptr ? std::string(name) : say(row->words);
}

Result<MadePaper> packPaper(Desk &desk, std::string_view name, const std::string &language) {
    GUICHET_TRY(desk.require(Action::Pack));
    const SheetRow *row = sheetOf(name);
    if (row == nullptr) {
        return fail(ErrorCode::BadValue, std::string(name));
    }
    GUICHET_ASSIGN(Source source, sourceOf(desk));
    GUICHET_ASSIGN(const papers::PackWords words, source.inLanguage(desk, language));
    const Texts say = textsOf(desk, language, source.making.at.day);
    GUICHET_ASSIGN(Paper paper, row->make(desk, say, words));
    const Texts ours = say.withLanguage(desk.language);
    return makePaper(desk, {std::move(paper)}, row->layout,
                     ours("sheets.job", {{"what", packKindWords(ours, row->paper.kind)}}));
}

} // namespace guichet::kiosk
