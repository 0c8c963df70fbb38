// SPDX-License-Identifier: GPL-3.0-or-later
// What tells everybody that they may refuse.
#include "kiosk/counter/pack.h"

#include "base/text.h"
#include "kiosk/catalogue/pack.h"
#include "kiosk/counter/pack_done.h"
#include "kiosk/papers/pack.h"
#include "printing/print_choice.h"
#include "storage/register/register.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using storage::Role;
using test::must;

namespace {

struct PackFixture : test::ActFixture {
    PackFixture() : ActFixture(storage::StoreKind::Live) { as(Role::Supervisor, "S01"); }

    /// Each file by its path.
    std::map<std::string, Bytes> make(PackWish wish) {
        std::map<std::string, Bytes> files;
        made = must(makePack(desk, wish, [&](const PackFile &file, ByteView bytes) -> Result<void> {
            CHECK(files.emplace(file.path, Bytes(bytes.begin(), bytes.end())).second);
            return {};
        }));
        CHECK(files.size() == made.files.size());
        return files;
    }
    std::map<std::string, Bytes> inFrench() { return make({.languages = {"fr"}}); }

    MadePack made;
};

std::uint32_t bigEndian(const Bytes &bytes, std::size_t at) {
    return (std::uint32_t{bytes.at(at)} << 24U) | (std::uint32_t{bytes.at(at + 1)} << 16U) |
           (std::uint32_t{bytes.at(at + 2)} << 8U) | bytes.at(at + 3);
}

/// WCAG 2: of a colour on white.
double contrastOnWhite(const printing::Colour &colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    return 1.05 / (luminance + 0.05);
}

/// What a WAV file says of itself (RIFF, Microsoft 1991), and how loud it is.
struct Wav {
    int format = 0;
    int channels = 0;
    int rate = 0;
    int bits = 0;
    double seconds = 0;
    double rms = 0; ///< of 16-bit samples, from 0 to 1
};
Wav readWav(const Bytes &bytes) {
    const auto little = [&](std::size_t at, int size) {
        int value = 0;
        for (int i = size - 1; i >= 0; --i) {
            value = value * 256 + bytes.at(at + static_cast<std::size_t>(i));
        }
        return value;
    };
    REQUIRE(asText(bytes).substr(0, 4) == "RIFF");
    Wav wav;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::string_view chunk = asText(bytes).substr(at, 4);
        const auto size = static_cast<std::size_t>(little(at + 4, 4));
        if (chunk == "fmt ") {
            wav.format = little(at + 8, 2);
            wav.channels = little(at + 10, 2);
            wav.rate = little(at + 12, 4);
            wav.bits = little(at + 22, 2);
        } else if (chunk == "data") {
            wav.seconds = static_cast<double>(size) / (wav.rate * wav.channels * wav.bits / 8);
            double sum = 0;
            for (std::size_t i = 0; wav.bits == 16 && i + 1 < size; i += 2) {
                const double sample = static_cast<std::int16_t>(little(at + 8 + i, 2)) / 32768.0;
                sum += sample * sample;
            }
            wav.rms = std::sqrt(sum / (static_cast<double>(size) / 2));
        }
        at += 8 + size + size % 2;
    }
    return wav;
}

} // namespace

TEST_CASE_METHOD(PackFixture, "the pack is there in every language, and fits what it is for", "[pack]") {
    const auto files = make({});
    CHECK(made.leftOut.empty());
    const Pack &pack = *packOf(catalogue);
    REQUIRE(pack.languages() == std::vector<std::string>{"fr", "fr-x-falc", "ar", "en", "es", "pt"});
    std::set<std::string> kinds;
    for (const PackFile &file : made.files) {
        kinds.insert(file.kind);
        CHECK(file.path.starts_with(file.language + "/"));
    }
    // Hours that nobody changed are in the language that the rest is in.
    CHECK_THAT(test::pdfText(files.at("en/leaflet-a5.pdf")), ContainsSubstring("Monday to Friday"));
    CHECK(kinds == std::set<std::string>{"poster", "leaflet", "slides", "telephone", "email", "letter", "sms", "form"});
    for (const std::string &language : pack.languages()) {
        CAPTURE(language);
        const auto pages = [&](const char *name) { return test::pdfPageCount(files.at(language + "/" + name)); };
        CHECK(pages("poster-a3.pdf") == 1);
        CHECK(pages("poster-a3-large.pdf") <= 2);
        CHECK(pages("poster-a4.pdf") <= 2);
        CHECK(pages("poster-a4-large.pdf") <= 4);
        CHECK(pages("poster-a3-black.pdf") == 1);
        CHECK(pages("leaflet-a5.pdf") == 2);
        CHECK(pages("leaflet-a4-folded.pdf") == 2);
        CHECK(pages("slides.pdf") == 8);
        // A message of 160 characters, or of 70 where the alphabet is another.
        const std::string sms = trim(asText(files.at(language + "/sms.txt")));
        CHECK(countCharacters(sms) <= (language == "ar" ? 70U : 160U));
        CHECK_THAT(sms, ContainsSubstring("3422"));
    }
}

TEST_CASE_METHOD(PackFixture, "a poster is read from three metres, and says what may be done here", "[pack]") {
    const auto files = inFrench();
    constexpr double kLine = 1.362; // a line of Noto Sans, in the size of its type
    // Of the most words: the articles are smaller, the title is larger.
    const auto body = [&](const char *name) {
        std::vector<double> points;
        for (const test::PdfWord &word : test::pdfWords(files.at(std::string("fr/") + name))) {
            points.push_back((word.bottom - word.top) / kLine);
        }
        std::ranges::sort(points);
        return points.at(points.size() / 2);
    };
    // Capitals of 6 mm: 24 points of this type.
    CHECK(body("poster-a3.pdf") >= 23.9);
    CHECK(body("poster-a4.pdf") >= 23.9);
    CHECK(body("poster-a3-large.pdf") >= 29.9);
    CHECK(body("poster-a4-large.pdf") >= 29.9);
    const test::PdfWord first = test::pdfWords(files.at("fr/poster-a3.pdf")).front();
    CHECK(std::abs(first.pageWidth - 841.9) < 1);
    CHECK(std::abs(first.pageHeight - 1190.6) < 1);

    const std::string text = test::onOneLine(replaceAll(test::pdfText(files.at("fr/poster-a3.pdf")), "\u00a0", " "));
    CHECK_THAT(text, ContainsSubstring("Il s’ouvre tout seul") &&
                         ContainsSubstring("Seul l’opérateur ferme l’espace") && ContainsSubstring("un reçu daté") &&
                         ContainsSubstring("3422, du lundi au vendredi") && ContainsSubstring("1 place de l’Exemple") &&
                         ContainsSubstring("36 46") && ContainsSubstring("8 h 30 – 17 h") &&
                         ContainsSubstring("Édition 2026-11") && ContainsSubstring("CSP R1111-28") &&
                         ContainsSubstring("(à vérifier par la caisse)"));
    CHECK(text.find("3422") < text.find("monespacesante.fr")); // online last
    CHECK_THAT(text, !ContainsSubstring("PAT-TROIS"));
    set({{"service-rules-checked", "yes"}});
    CHECK_THAT(test::pdfText(inFrench().at("fr/poster-a3.pdf")), !ContainsSubstring("(à vérifier par la caisse)"));

    const Texts say(catalogue, "fr", {});
    const auto letterhead = must(papers::Letterhead::of(
        [&](std::string_view key) { return papers::SettingValue{store.settings().value(key), false}; }));
    const papers::Making making{"K7", "S01", {}, {}};
    const Values values;
    const printing::Paper poster = papers::packPoster(say, {*packOf(catalogue), letterhead, making, values}, true);
    REQUIRE(poster.sheet.accent);
    CHECK(contrastOnWhite(*poster.sheet.accent) >= 7);
}

TEST_CASE_METHOD(PackFixture, "a counter prints what is in the pack, on the size that it is for", "[pack]") {
    const auto files = inFrench();
    for (const PackPaper &paper : packPapers()) {
        const std::string name(paper.name);
        CAPTURE(name);
        const MadePaper printed = must(packPaper(desk, name, "fr"));
        CHECK(test::pdfText(printed.pdf) == test::pdfText(files.at("fr/" + name + ".pdf")));
        CHECK(std::ranges::find(packKinds(), paper.kind) != packKinds().end());
        CHECK(printed.what == "Pour informer\u00a0: " + packKindWords(Texts(catalogue, "fr", {}), paper.kind));
        const printing::PrintChoice choice = printing::choiceFor(printed.pdf);
        CHECK(choice.size == paper.size);
        CHECK(choice.sides == (name == "leaflet-a4-folded"            ? "two-sided-short-edge"
                               : paper.kind == std::string("leaflet") ? "two-sided-long-edge"
                                                                      : "one-sided"));
        CHECK_FALSE(packPaperWords(Texts(catalogue, "en", {}), name).empty());
    }
    CHECK_THAT(test::pdfText(must(packPaper(desk, "poster-a4", "en")).pdf), ContainsSubstring("request"));
    CHECK(packPaper(desk, "poster-a2", "fr").error().code == ErrorCode::BadValue);
    CHECK(packPaper(desk, "poster-a4", "de").error().code == ErrorCode::BadValue);
    CHECK(packPaper(as(Role::Agent, "A01"), "poster-a4", "fr").error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(PackFixture, "plain French has short sentences, pictograms that carry meaning, and explains its words",
                 "[pack]") {
    const Pack &pack = *packOf(catalogue);
    const std::string plain(kPlainFrench);
    const auto isShort = [](const std::string &text) {
        for (const std::string &sentence : split(replaceAll(replaceAll(text, "?", "."), "!", "."), '.')) {
            CAPTURE(sentence);
            CHECK(split(trim(sentence), ' ').size() <= 15);
        }
    };
    for (const Pack::Point &point : pack.points) {
        std::ranges::for_each(point.says.in(plain), isShort);
    }
    for (const Pack::Word &word : pack.words) {
        isShort(word.means);
    }
    for (const Pack::Message &message : pack.messages) {
        isShort(message.text.in(plain));
    }
    isShort(pack.sms.in(plain));
    isShort(pack.close.in(plain));
    const auto files = make({.languages = {plain, "fr"}});
    const auto signs = [&](const Bytes &pdf, int page) {
        const std::string text = test::pdfText(pdf, fmt::format("-f {0} -l {0}", page));
        return std::ranges::count_if(pack.points, [&](const auto &one) {
            return !one.sign.empty() && text.find(one.sign) != std::string::npos;
        });
    };
    for (const auto &[name, pages, least] : {std::tuple{"poster-a3.pdf", 1, 4}, std::tuple{"leaflet-a5.pdf", 2, 4},
                                             std::tuple{"leaflet-a4-folded.pdf", 2, 3}}) {
        CAPTURE(name);
        const Bytes &pdf = files.at(plain + "/" + name);
        for (int page = 1; page <= pages; ++page) {
            CAPTURE(page);
            CHECK(signs(pdf, page) >= least);
            CHECK(signs(pdf, page) <= 5);
            CHECK(signs(files.at(std::string("fr/") + name), page) == 0);
        }
        CHECK(std::ranges::any_of(test::pdfFonts(pdf), [](const test::PdfFont &font) {
            return font.embedded && font.name.find("Symbols2") != std::string::npos;
        }));
    }
    for (const char *name : {"leaflet-a5.pdf", "leaflet-a4-folded.pdf", "letter-blank.pdf"}) {
        CAPTURE(name);
        const std::string text = test::onOneLine(test::pdfText(files.at(plain + "/" + name)));
        CHECK_THAT(text, ContainsSubstring("Les mots difficiles") && ContainsSubstring("la carte verte de"));
        CHECK_THAT(test::pdfText(files.at(std::string("fr/") + name)), !ContainsSubstring("Les mots difficiles"));
    }
    const Values values;
    const auto letterhead = must(papers::Letterhead::of(
        [&](std::string_view key) { return papers::SettingValue{store.settings().value(key), false}; }));
    const papers::Making making{"K7", "S01", {}, {}};
    const std::string mail = papers::packMailHtml(Texts(catalogue, plain, {}), {pack, letterhead, making, values});
    CHECK_THAT(mail, ContainsSubstring("<h2>Les mots difficiles</h2>") && ContainsSubstring("la carte verte de"));
}

TEST_CASE_METHOD(PackFixture, "each is read in the time that somebody gives it", "[pack]") {
    // As who reads slowly reads, half as fast as the usual 240 words a minute.
    constexpr double kWordsASecond = 2;
    const auto seconds = [](const std::string &text) {
        std::size_t words = 0;
        for (const std::string &word : split(test::onOneLine(text), ' ')) {
            words += trim(word).empty() ? 0U : 1U;
        }
        return static_cast<double>(words) / kWordsASecond;
    };
    const auto files = make({});
    for (const std::string &language : packOf(catalogue)->languages()) {
        CAPTURE(language);
        const auto file = [&](const char *name) -> const Bytes & { return files.at(language + "/" + name); };
        const auto readIn = [&](const char *name, double most) {
            CAPTURE(name);
            const double needed = seconds(test::pdfText(file(name)));
            CHECK(needed <= most);
            CHECK(needed > most / 10); // there is something to read
        };
        readIn("poster-a3.pdf", 150); // who stands before it
        const double atHome = language == kPlainFrench ? 270 : 240;
        for (const char *name : {"leaflet-a5.pdf", "leaflet-a4-folded.pdf", "letter-blank.pdf"}) {
            readIn(name, atHome); // who takes it along
        }
        for (int slide = 1; slide <= 8; ++slide) {
            CAPTURE(slide);
            CHECK(seconds(test::pdfText(file("slides.pdf"), fmt::format("-f {0} -l {0}", slide))) <=
                  30); // as long as each stands there
        }
    }
}

TEST_CASE_METHOD(PackFixture, "a waiting message is a draft in its time, at an even loudness, for a telephone server",
                 "[pack]") {
    const auto files = make({.languages = {"fr", std::string(kPlainFrench)}});
    double quietest = 1;
    double loudest = 0;
    for (const std::string language : {"fr", "fr-x-falc"}) {
        for (const Pack::Message &message : packOf(catalogue)->messages) {
            const std::string name = language + "/telephone-" + std::to_string(message.seconds);
            CAPTURE(name);
            CHECK_THAT(std::string(asText(files.at(name + ".txt"))), ContainsSubstring("voix de synthèse"));
            const Wav wav = readWav(files.at(name + "-draft.wav"));
            CHECK(wav.format == 1);
            CHECK(wav.channels == 1);
            CHECK(wav.bits == 16);
            CHECK(wav.rate == 22050);
            CHECK(wav.seconds <= message.seconds);
            CHECK(wav.seconds >= message.seconds * 0.5);
            quietest = std::min(quietest, wav.rms);
            loudest = std::max(loudest, wav.rms);
            const Wav telephone = readWav(files.at(name + "-draft-alaw.wav"));
            CHECK(telephone.format == 6); // A-law
            CHECK(telephone.channels == 1);
            CHECK(telephone.bits == 8);
            CHECK(telephone.rate == 8000);
            CHECK(std::abs(telephone.seconds - wav.seconds) < 0.05);
        }
    }
    CHECK(loudest / quietest < 1.26); // 2 dB
}

TEST_CASE_METHOD(PackFixture, "an e-mail and slides are what programs read", "[pack]") {
    const auto files = make({.languages = {"ar"}});
    folder.write("mail.eml", std::string(asText(files.at("ar/email.eml"))));
    // Python's own parser, which keeps to the RFCs.
    const std::string read = test::runCommand(
        "/usr/bin/python3 -c 'import email, email.policy, sys\n"
        "m = email.message_from_binary_file(open(sys.argv[1], \"rb\"), policy=email.policy.default)\n"
        "assert not m.defects and m.get_content_type() == \"multipart/alternative\"\n"
        "parts = list(m.iter_parts())\n"
        "assert [p.get_content_type() for p in parts] == [\"text/plain\", \"text/html\"]\n"
        "assert all(not p.defects for p in parts)\n"
        "print(m[\"subject\"]); print(m[\"from\"].addresses[0].addr_spec); print(m[\"date\"].datetime.isoformat())\n"
        "print(parts[0].get_content()); print(parts[1].get_content())' " +
        (folder / "mail.eml").string());
    CHECK_THAT(read, ContainsSubstring(packOf(catalogue)->title.in("ar")) &&
                         ContainsSubstring("accueil@exemple.invalid") &&
                         ContainsSubstring("2026-11-24T08:15:30+00:00") &&
                         ContainsSubstring("<html lang=\"ar\" dir=\"rtl\">") && ContainsSubstring("3422"));
    for (const char *fetched : {"http", "src=", "<img", "<link", "<script", "url("}) {
        CHECK_THAT(read, !ContainsSubstring(fetched));
    }
    for (int slide = 1; slide <= 8; ++slide) {
        const Bytes &png = files.at("ar/slide-" + std::to_string(slide) + ".png");
        CHECK(bigEndian(png, 16) == 1920);
        CHECK(bigEndian(png, 20) == 1080);
    }
    for (const std::string &line : split(std::string(asText(files.at("ar/email.eml"))), '\n')) {
        CHECK(line.size() <= 77); // RFC 2047 section 2, with the CR
    }
    for (const auto &[address, why] :
         {std::pair{"", ErrorCode::MentionMissing}, std::pair{"accueil@société.example", ErrorCode::BadValue},
          std::pair{"a,b@exemple.invalid", ErrorCode::BadValue}}) {
        set({{"agency-email", address}});
        CHECK_FALSE(make({.languages = {"en"}}).contains("en/email.eml"));
        REQUIRE(made.leftOut.size() == 1);
        CHECK(made.leftOut.front().second.code == why);
    }
    // What does not fit is left out and named, never cut.
    set({{"agency-email", ""}, {"agency-name", std::string(400, 'm')}, {"operator-phone", "0800 000 000 000 000 000"}});
    const auto without = make({.languages = {"fr"}});
    CHECK_FALSE(without.contains("fr/poster-a3.pdf"));
    CHECK_FALSE(without.contains("fr/slide-1.png"));
    CHECK(without.contains("fr/sms.txt"));
    std::set<std::string> kinds;
    for (const auto &[kind, error] : made.leftOut) {
        kinds.insert(kind);
    }
    CHECK(kinds.contains("poster"));
    CHECK(kinds.contains("slides"));
    CHECK(makePack(desk, {.languages = {"de"}}, {}).error().code == ErrorCode::BadValue);
    CHECK(makePack(as(Role::Agent, "A01"), {}, {}).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(PackFixture, "letters are addressed from a list that is kept nowhere", "[pack]") {
    const std::uint64_t before = entriesWritten();
    const auto list = must(readAddressees("\xEF\xBB\xBFname;address;note\r\n\"ESSAI; Anne\";\"2 rue du Test\n81000 "
                                          "VILLE\";x\r\nTEST Zoé;3 rue du Test;\r\n"));
    REQUIRE(list.size() == 2);
    const auto files = make({.languages = {"fr"}, .addressees = list});
    const std::string text = test::pdfText(files.at("fr/letters-001.pdf"), "-layout");
    CHECK_THAT(text, ContainsSubstring("ESSAI; Anne") && ContainsSubstring("TEST Zoé"));
    // In the window of the envelope (DL, on the right): 110 mm from the left, 48 mm from the top.
    constexpr double kPoints = 72 / 25.4;
    const auto words = test::pdfWords(files.at("fr/letters-001.pdf"));
    const auto name = std::ranges::find(words, "ESSAI;", &test::PdfWord::text);
    REQUIRE(name != words.end());
    CHECK(std::abs(name->left - 110 * kPoints) < 2);
    CHECK(name->top >= 48 * kPoints - 2);
    CHECK(name->bottom <= 88 * kPoints);
    CHECK(entriesWritten() == before);
    const auto second = std::ranges::find(words, "Zoé", &test::PdfWord::text);
    REQUIRE(second != words.end());
    CHECK(second->page % 2 == 0); // on a front
    // Who is written to gets one letter, where no language is wished.
    CHECK(make({.addressees = list}).contains("fr/letters-001.pdf"));
    CHECK(std::ranges::count(made.files, std::string("letter"), &PackFile::kind) == 1);

    CHECK(readAddressees("name,address\nX,\"1\n2\n3\n4\n5\n6\n7\"\n").error().code == ErrorCode::BadRow);
    CHECK(readAddressees("name,address\n\" \",x\n").error().code == ErrorCode::BadRow);
    CHECK(readAddressees("name\nX\n").error().detail == "address");
    CHECK(readAddressees("").error().code == ErrorCode::MissingField);
    CHECK(readAddressees("name,address\n").error().code == ErrorCode::BadValue);
    CHECK(readAddressees("name,address\nX,\n").error().detail == "2");
}

TEST_CASE_METHOD(PackFixture, "what was hung, put on air or sent stays in the register", "[pack]") {
    const CivilDate day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)};
    const auto note = [&](const std::string &kind, const std::string &where, CivilDate on, std::optional<int> count) {
        return notePackDone(desk, {.kind = kind, .where = where, .on = on, .count = count});
    };
    CHECK(must(packDone(desk)).empty());
    must(note("sms", "abonnés", day, 1200));
    must(note("poster", " salle d’attente ", addDays(day, -3), std::nullopt));
    CHECK(note("fax", "x", day, std::nullopt).error().code == ErrorCode::BadValue);
    CHECK(note("poster", " ", day, std::nullopt).error().code == ErrorCode::BadValue);
    CHECK(note("poster", std::string(101, 'x'), day, std::nullopt).error().code == ErrorCode::BadValue);
    CHECK(note("sms", "x", day, 0).error().code == ErrorCode::BadValue);
    CHECK(note("poster", "x", addDays(day, 30), std::nullopt).error().code == ErrorCode::FutureDate);
    onDay("2029-11-24"); // what else is journaled is gone by then
    const CivilDate later{std::chrono::floor<std::chrono::days>(clock.now())};
    must(entries.write([&] { return entries.purge({"S01", later, {}}); }));
    const auto all = must(packDone(desk));
    REQUIRE(all.size() == 2);
    CHECK(all[0].kind == "poster");
    CHECK(all[0].where == "salle d’attente");
    CHECK_FALSE(all[0].count);
    CHECK(all[1].kind == "sms");
    CHECK(all[1].on == day);
    CHECK(all[1].count == 1200);
    CHECK(packDone(as(Role::Agent, "A01")).error().code == ErrorCode::NotAllowed);
}
