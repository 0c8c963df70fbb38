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
#include "storage/csv.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fmt/format.h>
#include <glib.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>
#include <utility>

namespace guichet::kiosk {
namespace {

using printing::LaidOutPaper;
using printing::Layout;
using printing::Paper;

constexpr std::string_view kDone = "pack.done";
constexpr std::size_t kMostAddressees = 20'000;
constexpr std::size_t kLettersAtOnce = 500; ///< in one PDF
/// What is on a poster is read from three metres: capitals of 6 millimetres, which a sight of 7/10 makes out.
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

/// The paper in the largest type, between two sizes of its body, in which it is on so many pages.
Result<LaidOutPaper> largest(const Desk &desk, Paper paper, double leastPoints, double mostPoints, int pages) {
    constexpr double kFine = 0.25; // points
    double least = leastPoints;
    double most = mostPoints;
    const auto at = [&](double points) {
        paper.sheet.magnification = points / kBodyPoints;
        return layOut(desk, paper, Layout::Standard);
    };
    GUICHET_ASSIGN(LaidOutPaper fits, at(least));
    while (most - least > kFine) {
        const double middle = (least + most) / 2;
        Result<LaidOutPaper> tried = at(middle); // not printable: what stands around it leaves no room
        if (tried && tried->pageCount() <= pages) {
            fits = std::move(*tried);
            least = middle;
        } else {
            most = middle;
        }
    }
    return fits;
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

/// RFC 2045 base64, in lines of 76 characters.
std::string base64Lines(std::string_view bytes) {
    gchar *encoded = g_base64_encode(reinterpret_cast<const guchar *>(bytes.data()), bytes.size());
    const std::string whole(encoded);
    g_free(encoded);
    std::string lines;
    constexpr std::size_t kLine = 76;
    for (std::size_t at = 0; at < whole.size(); at += kLine) {
        lines += whole.substr(at, kLine) + "\r\n";
    }
    return lines;
}

/// A header's text that is not all ASCII (RFC 2047), in words of at most 75 characters.
std::string encodedWords(std::string_view text) {
    std::string words;
    std::string part;
    const auto flush = [&] {
        if (!part.empty()) {
            gchar *encoded = g_base64_encode(reinterpret_cast<const guchar *>(part.data()), part.size());
            words += (words.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + std::string(encoded) + "?=");
            g_free(encoded);
            part.clear();
        }
    };
    constexpr std::size_t kMostBytes = 42; // 56 characters of base64
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        if (part.size() + (end - at) > kMostBytes) {
            flush();
        }
        part += text.substr(at, end - at);
        at = end;
    }
    flush();
    return words;
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
    return fmt::format("From: {} <{}>\r\nTo: undisclosed-recipients:;\r\nSubject: {}\r\nDate: {}\r\nX-Unsent: 1\r\n"
                       "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
                       encodedWords(words.letterhead.name()), words.letterhead.email(),
                       encodedWords(words.pack.title.in(say.language())), mailDate(words.making.instant), kBoundary) +
           part("text/plain", replaceAll(papers::packMailText(say, words), "\n", "\r\n")) +
           part("text/html", replaceAll(papers::packMailHtml(say, words), "\n", "\r\n")) +
           fmt::format("--{}--\r\n", kBoundary);
}

/// Makes the whole, one language after the other.
class Packing {
public:
    Packing(Desk &desk, const papers::PackWords &words, const PackWish &wish, const PackSink &sink)
        : desk_(desk), words_(words), wish_(wish), sink_(sink) {}

    Result<void> make(const std::string &language) {
        const Texts say = textsOf(desk_, language, words_.making.at.day);
        GUICHET_TRY(posters(say));
        GUICHET_TRY(leaflets(say));
        GUICHET_TRY(slides(say));
        GUICHET_TRY(messages(say));
        GUICHET_TRY(letter(say));
        GUICHET_TRY(forms(say));
        if (words_.letterhead.email().empty()) {
            leaveOut("email", {ErrorCode::MentionMissing, "agency-email", {}});
        } else {
            GUICHET_TRY(put("email.eml", "email", say, asBytes(mailOf(say, words_))));
        }
        const std::string sms = forTextMessage(fill(words_.pack.sms.in(language), words_.values)) + "\n";
        return put("sms.txt", "sms", say, asBytes(sms));
    }

    MadePack made;

private:
    Result<void> put(const std::string &name, const char *kind, const Texts &say, ByteView bytes) {
        PackFile file{say.language() + "/" + name, kind, say.language()};
        GUICHET_TRY(sink_(file, bytes));
        made.files.push_back(std::move(file));
        return {};
    }
    void leaveOut(const char *kind, Error error) {
        if (std::ranges::find(made.leftOut, kind, &std::pair<std::string, Error>::first) == made.leftOut.end()) {
            made.leftOut.emplace_back(kind, std::move(error));
        }
    }

    /// With a frame where it fits on its sheets.
    Result<LaidOutPaper> poster(const Texts &say, const PosterRow &row, bool colour) {
        const auto fitted = [&](bool framed) {
            Paper poster = papers::packPoster(say, words_, framed);
            poster.sheet.widthMm = row.widthMm;
            poster.sheet.heightMm = row.heightMm;
            poster.sheet.sideMm = kPosterSideMm;
            if (!colour) {
                poster.sheet.accent.reset();
            }
            return largest(desk_, std::move(poster), row.leastPoints, row.mostPoints, row.sheets);
        };
        if (row.sheets == 1) {
            GUICHET_ASSIGN(LaidOutPaper framed, fitted(true));
            if (framed.pageCount() == 1) {
                return framed;
            }
        }
        return fitted(false);
    }

    Result<void> posters(const Texts &say) {
        for (const PosterRow &row : kPosters) {
            for (const bool colour : {true, false}) {
                GUICHET_ASSIGN(const LaidOutPaper laidOut, poster(say, row, colour));
                GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(laidOut));
                GUICHET_TRY(put(row.name + std::string(colour ? "" : "-black") + ".pdf", "poster", say, pdf));
            }
        }
        return {};
    }

    Result<void> leaflets(const Texts &say) {
        constexpr double kLeast = 9;
        constexpr double kMost = 14;
        const auto add = [&](const char *name, const LaidOutPaper &leaflet) -> Result<void> {
            GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(leaflet));
            return put(name, "leaflet", say, pdf);
        };
        const Paper leaflet = papers::packLeaflet(say, words_);
        GUICHET_ASSIGN(const LaidOutPaper a5, largest(desk_, leaflet, kLeast, kMost, 2));
        GUICHET_TRY(add("leaflet-a5.pdf", a5));
        GUICHET_ASSIGN(const LaidOutPaper large, layOut(desk_, leaflet, Layout::Large));
        GUICHET_TRY(add("leaflet-a5-large.pdf", large));
        GUICHET_ASSIGN(const LaidOutPaper folded, largest(desk_, papers::packFolded(say, words_), kLeast, kMost, 2));
        return add("leaflet-a4-folded.pdf", folded);
    }

    Result<void> slides(const Texts &say) {
        constexpr double kLeast = 20;
        constexpr double kMost = 40;
        std::vector<LaidOutPaper> slides;
        for (const Paper &paper : papers::packSlides(say, words_)) {
            GUICHET_ASSIGN(LaidOutPaper slide, largest(desk_, paper, kLeast, kMost, 1));
            const Bytes png = printing::pngOf(printing::renderPage(slide, 0, kSlideDpi));
            slides.push_back(std::move(slide));
            GUICHET_TRY(put(fmt::format("slide-{}.png", slides.size()), "slides", say, png));
        }
        GUICHET_ASSIGN(const Bytes pdf, pdfOf(slides));
        return put("slides.pdf", "slides", say, pdf);
    }

    Result<void> messages(const Texts &say) {
        const bool french = say.language().starts_with("fr");
        for (const Pack::Message &message : words_.pack.messages) {
            const std::string name = fmt::format("telephone-{}", message.seconds);
            const std::string text = fill(message.text.in(say.language()), words_.values);
            GUICHET_TRY(put(name + ".txt", "telephone", say, asBytes(text + "\n\n(" + say("announce.draft") + ")\n")));
            if (!french) {
                continue;
            }
            const Result<SpokenDraft> draft = speakDraft(papers::spokenWords(text, say));
            if (!draft) {
                leaveOut("telephone", draft.error());
                continue;
            }
            GUICHET_TRY(put(name + ".wav", "telephone", say, draft->wav));
            GUICHET_TRY(put(name + "-alaw.wav", "telephone", say, draft->alaw));
        }
        return {};
    }

    Result<void> letter(const Texts &say) {
        const auto letterTo = [&](const std::vector<std::string> &to) {
            return layOut(desk_, papers::packLetter(say, words_, to), Layout::Standard);
        };
        if (wish_.addressees.empty()) {
            GUICHET_ASSIGN(const LaidOutPaper blank, letterTo({}));
            GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(blank));
            GUICHET_TRY(put("letter-blank.pdf", "letter", say, pdf));
            return put("letter-list.csv", "letter", say, asBytes("name,address\r\n"));
        }
        for (std::size_t at = 0; at < wish_.addressees.size(); at += kLettersAtOnce) {
            std::vector<LaidOutPaper> letters;
            for (std::size_t i = at; i < std::min(at + kLettersAtOnce, wish_.addressees.size()); ++i) {
                std::vector<std::string> to{wish_.addressees[i].name};
                to.insert(to.end(), wish_.addressees[i].lines.begin(), wish_.addressees[i].lines.end());
                GUICHET_ASSIGN(LaidOutPaper one, letterTo(to));
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
            GUICHET_ASSIGN(const MadePaper form, blankOptoutForm(desk_, {"ens-refusal"}, paper));
            GUICHET_TRY(put(name, "form", say, form.pdf));
        }
        return {};
    }

    Desk &desk_;
    const papers::PackWords &words_;
    const PackWish &wish_;
    const PackSink &sink_;
};

} // namespace

const std::vector<std::string_view> &packKinds() {
    static const std::vector<std::string_view> kKinds{"poster", "leaflet", "slides", "telephone",
                                                      "email",  "letter",  "sms"};
    return kKinds;
}

Result<std::vector<PackAddressee>> readAddressees(std::string_view csv) {
    std::istringstream in{std::string(csv)};
    const std::string_view head = csv.substr(0, csv.find('\n'));
    storage::CsvReader reader(in, std::ranges::count(head, ';') > std::ranges::count(head, ',') ? ';' : ',');
    const auto header = reader.next();
    const auto place = [&](const char *column) -> Result<std::size_t> {
        const auto found =
            header ? std::ranges::find(header->fields, column) : std::vector<std::string>::const_iterator{};
        if (!header || found == header->fields.end()) {
            return fail(ErrorCode::MissingField, column);
        }
        return static_cast<std::size_t>(found - header->fields.begin());
    };
    GUICHET_ASSIGN(const std::size_t name, place("name"));
    GUICHET_ASSIGN(const std::size_t address, place("address"));
    std::vector<PackAddressee> all;
    while (const auto row = reader.next()) {
        if (row->broken || row->fields.size() != header->fields.size() || row->fields[name].empty() ||
            addressLines(row->fields[address]).empty()) {
            return fail(ErrorCode::BadRow, std::to_string(row->line));
        }
        all.push_back({row->fields[name], addressLines(row->fields[address])});
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
                        {"operator-hours", settings("operator-hours").text}};
    const papers::PackWords words{*pack, letterhead, making, values, rulesChecked(settings)};
    Packing packing(desk, words, wish, sink);
    const std::vector<std::string> known = pack->languages();
    for (const std::string &language : wish.languages) {
        if (std::ranges::find(known, language) == known.end()) {
            return fail(ErrorCode::BadValue, language, join(known, ", "));
        }
    }
    for (const std::string &language : wish.languages.empty() ? known : wish.languages) {
        GUICHET_TRY(packing.make(language));
    }
    return std::move(packing.made);
}

Result<void> notePackDone(Desk &desk, const PackDone &done) {
    GUICHET_TRY(desk.require(Action::Pack));
    if (std::ranges::find(packKinds(), done.kind) == packKinds().end()) {
        return fail(ErrorCode::BadValue, done.kind, join({packKinds().begin(), packKinds().end()}, ", "));
    }
    if (trim(done.where).empty()) {
        return fail(ErrorCode::BadValue, "--where");
    }
    if (done.count && *done.count < 1) {
        return fail(ErrorCode::BadValue, "--count " + std::to_string(*done.count));
    }
    if (std::chrono::sys_days(done.on) > std::chrono::sys_days(today(desk))) {
        return fail(ErrorCode::FutureDate, formatDate(done.on));
    }
    std::vector<std::pair<std::string, std::string>> details{
        {"kind", done.kind}, {"where", trim(done.where)}, {"on", formatDate(done.on)}};
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

} // namespace guichet::kiosk
