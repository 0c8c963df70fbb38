// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/pack.h"

#include "base/text.h"
#include "kiosk/catalogue/pack.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/lay_out.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/pack_sound.h"
#include "kiosk/papers/pack.h"
#include "kiosk/papers/spoken_words.h"
#include "kiosk/papers/words.h"
#include "storage/csv.h"
#include "storage/register/leaf.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <sstream>
#include <utility>

namespace guichet::kiosk {
namespace {

using printing::LaidOutPaper;
using printing::Layout;
using printing::Paper;

using KindWords = std::pair<std::string_view, const char *>;
constexpr std::array<KindWords, 7> kKindWords{{{"poster", "promise.poster"},
                                               {"leaflet", "promise.leaflet"},
                                               {"slides", "promise.slides"},
                                               {"telephone", "promise.telephone"},
                                               {"email", "promise.email"},
                                               {"letter", "promise.letter"},
                                               {"sms", "promise.sms"}}};
constexpr std::string_view kDone = "pack.done";
constexpr std::size_t kMostAddressees = 20'000;
constexpr std::size_t kLongestWhere = 100;  ///< characters
constexpr std::size_t kMostLines = 6;       ///< of an address, as the post takes them
constexpr std::size_t kLettersAtOnce = 500; ///< in one PDF
/// On a poster, read from three metres: capitals of 6 millimetres, small letters of 4.5, which are 7 and 5 minutes of
/// arc there. A sight of 10/10 reads 5; for others there is the large type.
constexpr double kFarPoints = 24;
constexpr double kFarLargePoints = 30;
constexpr double kBodyPoints = 11; ///< of the standard layout, before it is magnified
constexpr double kSlideDpi = 144;

constexpr double kPosterSideMm = 12;

struct PosterRow {
    const char *name;
    double widthMm;
    double heightMm;
    double leastPoints;
    double mostPoints;
    int sheets;
};
/// A4, for printers that have no A3, in so many sheets, hung side by side.
constexpr std::array kPosters{PosterRow{"poster-a3", 297, 420, kFarPoints, 29, 1},
                              PosterRow{"poster-a3-large", 297, 420, kFarLargePoints, 60, 2},
                              PosterRow{"poster-a4", 210, 297, kFarPoints, 29, 2},
                              PosterRow{"poster-a4-large", 210, 297, kFarLargePoints, 60, 4}};

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

Result<Bytes> pdfOf(const std::vector<LaidOutPaper> &papers) {
    std::vector<const LaidOutPaper *> pointers;
    std::ranges::transform(papers, std::back_inserter(pointers), [](const LaidOutPaper &paper) { return &paper; });
    return printing::renderPdf(pointers);
}

/// A text message holds 160 characters of this alphabet (GSM 03.38), and 70 of any other.
std::string forTextMessage(std::string text) {
    for (const auto &[from, to] : {std::pair{"’", "'"}, std::pair{"\u00A0", " "}, std::pair{"\u202F", " "}}) {
        text = replaceAll(std::move(text), from, to);
    }
    return text;
}

bool isLetterOrDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// How many characters of these one message holds.
std::size_t mostOf(const std::string &text) {
    constexpr std::string_view kOthers =
        " '\"!%&()*+,-./:;<=>?@£$¥èéùìòÇØøÅåÄäÖöÑñÜüàÉ\n"; // GSM 03.38, but for its Greek
    constexpr std::size_t kGsm = 160;
    constexpr std::size_t kUcs2 = 70;
    const bool gsm = std::ranges::all_of(charactersOf(text), [&](std::string_view one) {
        return (one.size() == 1 && isLetterOrDigit(one[0])) || kOthers.find(one) != std::string_view::npos;
    });
    return gsm ? kGsm : kUcs2;
}

/// An address that a header takes as it is (RFC 5322 section 3.4.1, a dot-atom and a domain).
bool isMailAddress(std::string_view address) {
    const std::size_t at = address.find('@');
    const auto all = [](std::string_view part, std::string_view marks) {
        return !part.empty() && part.front() != '.' && part.back() != '.' && std::ranges::all_of(part, [&](char c) {
            return isLetterOrDigit(c) || marks.find(c) != std::string_view::npos;
        });
    };
    return at != std::string_view::npos && all(address.substr(0, at), ".!#$%&'*+-/=?^_`{|}~") &&
           all(address.substr(at + 1), ".-");
}

/// RFC 2045 base64, in lines of 76 characters.
std::string base64Lines(std::string_view bytes) {
    const std::string whole = toBase64(asBytes(bytes));
    std::string lines;
    constexpr std::size_t kLine = 76;
    for (std::size_t at = 0; at < whole.size(); at += kLine) {
        lines += whole.substr(at, kLine) + "\r\n";
    }
    return lines;
}

/// A header's text that is not all ASCII (RFC 2047), in words of at most 75 characters.
std::string encodedWords(std::string_view text) {
    constexpr std::size_t kMostBytes = 36; // 60 characters as a word, after the header's name
    std::vector<std::string> words;
    std::string part;
    const auto flush = [&] {
        if (!part.empty()) {
            words.push_back("=?UTF-8?B?" + toBase64(asBytes(part)) + "?=");
            part.clear();
        }
    };
    for (const std::string_view one : charactersOf(text)) {
        if (part.size() + one.size() > kMostBytes) {
            flush();
        }
        part += one;
    }
    flush();
    return join(words, "\r\n ");
}

/// "Mon, 30 Nov 2026 13:31:11 +0000" (RFC 5322).
std::string mailDate(Instant at) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", kDays.at(std::chrono::weekday(day).c_encoding()),
                       static_cast<unsigned>(date.day()), kMonths.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

/// A message to be sent by whoever opens it: text and HTML, nothing that is fetched, nobody yet whom it goes to.
std::string mailOf(const Texts &say, const papers::PackWords &words) {
    constexpr std::string_view kBoundary = "guichet-pack-7c1f0e";
    const auto part = [&](std::string_view type, const std::string &content) {
        return fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
                           "Content-Language: {}\r\n\r\n{}",
                           kBoundary, type, say.language(), base64Lines(content));
    };
    return fmt::format("From: {}\r\n <{}>\r\nTo: undisclosed-recipients:;\r\nSubject: {}\r\nDate: {}\r\nX-Unsent: 1\r\n"
                       "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
                       encodedWords(words.letterhead.name()), words.letterhead.email(),
                       encodedWords(words.pack.title.in(say.language())), mailDate(words.making.instant), kBoundary) +
           part("text/plain", replaceAll(papers::packMailText(say, words), "\n", "\r\n")) +
           part("text/html", replaceAll(papers::packMailHtml(say, words), "\n", "\r\n")) +
           fmt::format("--{}--\r\n", kBoundary);
}

/// In the language of `say` as long as the agency has not changed them.
std::string operatorHours(const Texts &say, const std::string &set) {
    return set == say.withLanguage("fr")("announce.operator-hours") ? say("announce.operator-hours")
                                                                    : papers::isolated(set);
}

/// Makes all of one language.
class Packing {
public:
    Packing(Desk &desk, const papers::PackWords &words, const PackWish &wish, const PackSink &sink, MadePack &made)
        : desk_(desk), words_(words), wish_(wish), sink_(sink), made_(made) {}

    Result<void> make(const std::string &language) {
        const Texts say = textsOf(desk_, language, words_.making.at.day);
        GUICHET_TRY(posters(say));
        GUICHET_TRY(leaflets(say));
        GUICHET_TRY(slides(say));
        GUICHET_TRY(messages(say));
        GUICHET_TRY(letter(say));
        GUICHET_TRY(forms(say));
        GUICHET_TRY(mail(say));
        return textMessage(say);
    }

private:
    Result<void> put(const std::string &name, const char *kind, const Texts &say, ByteView bytes) {
        PackFile file{say.language() + "/" + name, kind, say.language()};
        GUICHET_TRY(sink_(file, bytes));
        made_.files.push_back(std::move(file));
        return {};
    }
    void leaveOut(const char *kind, Error error) {
        if (std::ranges::find(made_.leftOut, kind, &std::pair<std::string, Error>::first) == made_.leftOut.end()) {
            made_.leftOut.emplace_back(kind, std::move(error));
        }
    }

    /// With a frame where it fits on one sheet.
    Result<Paper> poster(const Texts &say, const PosterRow &row) {
        const auto fitted = [&](bool framed) {
            Paper poster = papers::packPoster(say, words_, framed);
            poster.sheet.widthMm = row.widthMm;
            poster.sheet.heightMm = row.heightMm;
            poster.sheet.sideMm = kPosterSideMm;
            return inLargestType(desk_, std::move(poster), row.leastPoints, row.mostPoints, row.sheets);
        };
        if (row.sheets == 1) {
            if (auto framed = fitted(true)) {
                return framed;
            }
        }
        return fitted(false);
    }

    /// What can't be printed is left out: its settings are too long.
    Result<void> putPaper(const std::string &name, const char *kind, const Texts &say, const Paper &paper,
                          Layout layout = Layout::Standard) {
        const Result<LaidOutPaper> laidOut = layOut(desk_, paper, layout);
        if (!laidOut) {
            leaveOut(kind, laidOut.error());
            return {};
        }
        GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(*laidOut));
        return put(name, kind, say, pdf);
    }

    Result<void> posters(const Texts &say) {
        for (const PosterRow &row : kPosters) {
            Result<Paper> made = poster(say, row);
            if (!made) {
                leaveOut("poster", made.error());
                continue;
            }
            const std::string name = row.name;
            GUICHET_TRY(putPaper(name + ".pdf", "poster", say, *made));
            made->sheet.accent.reset();
            GUICHET_TRY(putPaper(name + "-black.pdf", "poster", say, *made));
        }
        return {};
    }

    Result<void> leaflets(const Texts &say) {
        constexpr double kLeast = 8.5;
        constexpr double kMost = 14;
        const Paper leaflet = papers::packLeaflet(say, words_);
        for (const auto &[name, paper] : {std::pair{"leaflet-a5.pdf", leaflet},
                                          std::pair{"leaflet-a4-folded.pdf", papers::packFolded(say, words_)}}) {
            if (const Result<Paper> made = inLargestType(desk_, paper, kLeast, kMost, 2)) {
                GUICHET_TRY(putPaper(name, "leaflet", say, *made));
            } else {
                leaveOut("leaflet", made.error());
            }
        }
        return putPaper("leaflet-a5-large.pdf", "leaflet", say, leaflet, Layout::Large);
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
        const std::string text = forTextMessage(fill(words_.pack.sms.in(say.language()), words_.values));
        if (countCharacters(text) > mostOf(text)) {
            leaveOut("sms", {ErrorCode::TooLarge, say.language(), std::to_string(countCharacters(text))});
            return {};
        }
        return put("sms.txt", "sms", say, asBytes(text + "\n"));
    }

    Result<void> mail(const Texts &say) {
        const std::string &from = words_.letterhead.email();
        if (from.empty()) {
            leaveOut("email", {ErrorCode::MentionMissing, "agency-email", {}});
            return {};
        }
        if (!isMailAddress(from)) {
            leaveOut("email", {ErrorCode::BadValue, "agency-email", {}});
            return {};
        }
        return put("email.eml", "email", say, asBytes(mailOf(say, words_)));
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
            GUICHET_TRY(putPaper("letter-blank.pdf", "letter", say, papers::packLetter(say, words_, {})));
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

const std::vector<std::string_view> &packKinds() {
    static const std::vector<std::string_view> kKinds = [] {
        std::vector<std::string_view> kinds;
        std::ranges::transform(kKindWords, std::back_inserter(kinds), &KindWords::first);
        return kinds;
    }();
    return kKinds;
}

std::string packKindWords(const Texts &say, std::string_view kind) {
    const auto *found = std::ranges::find(kKindWords, kind, &KindWords::first);
    return found == kKindWords.end() ? std::string(kind) : say(found->second);
}

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
    const Pack *pack = packOf(desk.machine.catalogue);
    if (pack == nullptr) {
        return fail(ErrorCode::TextMissing, "pack.toml");
    }
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settings));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Values values{{"agency", letterhead.name()},
                        {"address", papers::oneLine(letterhead.address())},
                        {"phone", letterhead.phone()},
                        {"hours", papers::oneLine(letterhead.hours())},
                        {"operator-phone", settings("operator-phone").text},
                        {"operator-hours", {}}};
    const std::vector<std::string> known = pack->languages();
    for (const std::string &language : wish.languages) {
        if (std::ranges::find(known, language) == known.end()) {
            return fail(ErrorCode::BadValue, language, join(known, ", "));
        }
    }
    MadePack made;
    std::set<std::string> done;
    for (const std::string &language : wish.languages.empty() ? known : wish.languages) {
        if (done.insert(language).second) {
            Values own = values;
            own.back().second = operatorHours(textsOf(desk, language, making.at.day), settings("operator-hours").text);
            const papers::PackWords words{*pack, letterhead, making, own, rulesChecked(settings)};
            GUICHET_TRY(Packing(desk, words, wish, sink, made).make(language));
        }
    }
    return made;
}

Result<void> notePackDone(Desk &desk, const PackDone &done) {
    GUICHET_TRY(desk.require(Action::Pack));
    if (std::ranges::find(packKinds(), done.kind) == packKinds().end()) {
        return fail(ErrorCode::BadValue, done.kind, join({packKinds().begin(), packKinds().end()}, ", "));
    }
    const std::string where = trim(done.where);
    if (where.empty() || countCharacters(where) > kLongestWhere || where.find('\n') != std::string::npos) {
        return fail(ErrorCode::BadValue, "--where");
    }
    if (done.count && *done.count < 1) {
        return fail(ErrorCode::BadValue, "--count " + std::to_string(*done.count));
    }
    if (std::chrono::sys_days(done.on) > std::chrono::sys_days(today(desk))) {
        return fail(ErrorCode::FutureDate, formatDate(done.on));
    }
    std::vector<std::pair<std::string, std::string>> details{
        {"kind", done.kind}, {"where", where}, {"on", formatDate(done.on)}};
    if (done.count) {
        details.emplace_back("count", std::to_string(*done.count));
    }
    return journalAlone(desk, {.kind = std::string(kDone), .person = {}, .by = {}, .details = details, .stays = true});
}

Result<std::vector<PackDone>> packDone(const Desk &desk) {
    GUICHET_TRY(desk.require(Action::Pack));
    std::vector<PackDone> all;
    for (const storage::StoredEntry &entry : desk.entries.ofKind(kDone)) {
        const auto details = nlohmann::json::parse(entry.payload ? entry.payload->details : "", nullptr, false);
        if (!details.is_object()) {
            continue;
        }
        PackDone done;
        done.kind = details.value("kind", std::string());
        done.where = details.value("where", std::string());
        const auto on = parseDate(details.value("on", std::string()));
        if (!on) {
            continue;
        }
        done.on = *on;
        if (const std::string count = details.value("count", std::string()); !count.empty()) {
            int number = 0;
            std::from_chars(count.data(), count.data() + count.size(), number);
            done.count = number;
        }
        all.push_back(std::move(done));
    }
    std::ranges::stable_sort(all, {}, [](const PackDone &done) { return std::chrono::sys_days(done.on); });
    return all;
}

Result<std::vector<PackPromise>> packPromises(Desk &desk) {
    GUICHET_ASSIGN(const std::vector<PackDone> all, packDone(desk));
    const Pack *pack = packOf(desk.machine.catalogue);
    GUICHET_ASSIGN(const storage::StoredEntry first, desk.entries.get({desk.entries.logs().front().origin, 0}));
    GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(first.leafBytes));
    std::vector<PackPromise> promises;
    for (const std::string_view kind : packKinds()) {
        const auto last =
            std::find_if(all.rbegin(), all.rend(), [&](const PackDone &done) { return done.kind == kind; });
        if (last == all.rend()) {
            promises.push_back({std::string(kind), desk.calendar.dayOf(leaf.at), false});
        } else if (pack != nullptr && last->on < pack->edition.validFrom) {
            promises.push_back({std::string(kind), pack->edition.validFrom, true});
        }
    }
    std::ranges::stable_sort(promises, {}, &PackPromise::since);
    return promises;
}

std::string promiseWords(const Texts &say, const PackPromise &promise) {
    return say(promise.changed ? "promise.renew" : "promise.oldest",
               {{"what", packKindWords(say, promise.kind)}, {"day", papers::longDate(say, promise.since)}});
}

} // namespace guichet::kiosk
