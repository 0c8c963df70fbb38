// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/files.h"
#include "base/iban.h"
#include "base/random.h"
#include "base/text.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sys/stat.h>

#include <csignal>
#include <set>

using namespace guichet;
using test::must;

TEST_CASE("an account's number is taken with or without spaces, its check digits right", "[base]") {
    const auto [typed, iban] = GENERATE(table<std::string, std::string>({
        {"FR76 9999 9999 9999 9999 9999 994", ""}, // another check
        {"FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"},
        {"fr1420041010050500013m02606", "FR1420041010050500013M02606"},
        {"FR14 2004 1010 0505 0001 3M02 60", ""}, // too short for France
        {"DE89 3704 0044 0532 0130 00", "DE89370400440532013000"},
        {"DE88 3704 0044 0532 0130 00", ""},
        {"1234", ""},
        {"", ""},
        {"FR14-2004-1010-0505-0001-3M02-606", ""},
    }));
    CAPTURE(typed);
    CHECK(parseIban(typed).value_or("") == iban);
    CHECK((iban.empty() || parseIban(formatIban(iban)) == iban));
}

TEST_CASE("every error code has its own row, in the order of the enumeration", "[base]") {
    std::set<std::string_view> names;
    int index = 0;
    for (const ErrorText &text : errorTexts()) {
        INFO(text.name);
        CHECK(static_cast<int>(text.code) == index++);
        // Some rows only say more of another: scripts know them by one name.
        CHECK((names.insert(text.name).second || text.code == ErrorCode::NothingWaits ||
               text.code == ErrorCode::StoppedUndone));
        CHECK((text.exitStatus >= 1 && text.exitStatus <= 5));
        CHECK(text.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
        CHECK_FALSE(text.fr.empty());
        CHECK_FALSE(text.en.empty());
        // A detail is shown in both languages or in neither.
        CHECK((text.fr.find("{}") == std::string_view::npos) == (text.en.find("{}") == std::string_view::npos));
    }
    CHECK(index == static_cast<int>(ErrorCode::Encrypted) + 1);
}

TEST_CASE("a message takes the detail wherever the sentence has a place for it", "[base]") {
    const Error error{ErrorCode::MentionMissing, "service-phone", {}};
    CHECK(errorMessage(error, "en") == "This paper can’t be made: the setting service-phone is missing. “guichet "
                                       "settings set service-phone=…” fills it.");
    CHECK(errorMessage(error, "xx") == errorMessage(error, "fr"));
}

TEST_CASE("a message names what there is to name, and no more of it than can be read", "[base]") {
    CHECK(errorMessage({ErrorCode::Nothing, {}, {}}, "fr") == "Rien de ce nom.");
    CHECK(errorMessage({ErrorCode::Nothing, {}, "doubtful"}, "en") == "Nothing of that name. (doubtful)");
    std::string accents;
    for (int i = 0; i < 1000; ++i) {
        accents += "é";
    }
    const std::string message = errorMessage({ErrorCode::Nothing, accents, {}}, "fr");
    CHECK(message.size() < 400);
    CHECK(message == toValidUtf8(message));
}

TEST_CASE("text that is nothing is valid, with a pointer to it or without", "[base]") {
    CHECK(toValidUtf8(std::string_view()).empty());
    CHECK(toValidUtf8("").empty());
}

TEST_CASE("text is taken character by character, of any script", "[base]") {
    const std::string text = "aé€𝄞";
    CHECK(charactersOf(text) == std::vector<std::string_view>{"a", "é", "€", "𝄞"});
    CHECK(codePointsOf(text) == U"aé€𝄞");
    CHECK(countCharacters(text) == 4);
    CHECK(charactersOf("").empty());
    CHECK(codePointsOf("").empty());
}

TEST_CASE("what XML has a meaning for is escaped", "[base]") {
    CHECK(escapeXml("a<b> & \"c\" é") == "a&lt;b&gt; &amp; &quot;c&quot; é");
}

TEST_CASE("a French mark is tied to its word, and nothing else is changed", "[base]") {
    const auto [text, tied] = GENERATE(table<std::string, std::string>({
        {"Vérifier : « Qui est là ? » ; oui !", "Vérifier\u00a0: «\u00a0Qui est là\u00a0?\u00a0»\u00a0; oui\u00a0!"},
        {"« ? Aide » ou F1", "«\u00a0? Aide\u00a0» ou F1"},
        {"déjà\u00a0: 10:45", "déjà\u00a0: 10:45"},
        {"English: “no space”; none!", "English: “no space”; none!"},
        {"", ""},
    }));
    CHECK(tieMarks(text) == tied);
    CHECK(tieMarks(tied) == tied);
}

TEST_CASE("instants are read with Z or an offset and written with three decimals", "[base]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"2026-11-24T08:15:30Z", "2026-11-24T08:15:30.000Z"},
        {"2026-11-24T08:15:30.1Z", "2026-11-24T08:15:30.100Z"},
        {"2026-11-24T08:15:30.123456789Z", "2026-11-24T08:15:30.123Z"},
        {"2026-11-24T09:15:30+01:00", "2026-11-24T08:15:30.000Z"},
        {"2026-11-23T22:45:30-09:30", "2026-11-24T08:15:30.000Z"},
        {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"},
    }));
    CHECK(formatInstant(must(parseInstant(text))) == expected);
}

TEST_CASE("what is not an instant or a date is refused", "[base]") {
    const auto text =
        GENERATE("", "2026-11-24", "2026-11-24T08:15:30", "2026-11-24T08:15:30.Z", "2026-11-24T24:00:00Z",
                 "2026-02-29T08:00:00Z", "2026-11-24 08:15:30Z", "2026-11-24T08:15:30+1:00", "2026-11-24T08:15:30Zx");
    CHECK(parseInstant(text).error().code == ErrorCode::BadDate);
    const auto day = GENERATE("", "2026-1-1", "2026-13-01", "2026-02-30", "26-01-01", "2026/01/01", "2026-01-01x");
    CHECK(parseDate(day).error().code == ErrorCode::BadDate);
}

TEST_CASE("a name is compared without accents, case, spaces, hyphens or apostrophes", "[base]") {
    const auto [name, key] = GENERATE(table<std::string, std::string>({
        {"Léa", "lea"},
        {"O’Brien", "obrien"},
        {"O'BRIEN", "obrien"},
        {"Jean-Pierre", "jeanpierre"},
        {"de La Tour", "delatour"},
        {"Œuvrard", "oeuvrard"},
        {"STRAẞE", "strasse"},
        {"Nguyễn", "nguyen"},
        {"Łukasz", "lukasz"},
        {"علي", "علي"},
        {"", ""},
        {"Le\xCC\x81"
         "a",
         "lea"},
    }));
    CHECK(nameKey(name) == key);
}

TEST_CASE("ids are 26 characters and sort by their time", "[base]") {
    SystemRandom random;
    const Instant start = must(parseInstant("2026-11-24T08:15:30Z"));
    std::string before;
    for (int i = 0; i < 100; ++i) {
        const std::string id = makeId(start + std::chrono::milliseconds{i}, random);
        CHECK(id.size() == 26);
        CHECK(before < id);
        before = id;
    }
}

TEST_CASE("a seed gives the same bytes again, and another seed others", "[base]") {
    const auto draw = [](std::uint64_t seed) {
        SeededRandom random(seed);
        return random.below(1'000'000'000);
    };
    CHECK(draw(1) == draw(1));
    CHECK(draw(1) != draw(2));
}

TEST_CASE("hexadecimal and base64 are read strictly", "[base]") {
    CHECK(toHex(asBytes("\x01\xAB")) == "01ab");
    CHECK(fromHex("01AB") == Bytes{0x01, 0xAB});
    CHECK(fromHex("") == Bytes{});
    CHECK_FALSE(fromHex("01A"));
    CHECK_FALSE(fromHex("zz"));
    CHECK(toBase64(asBytes("any carnal pleas")) == "YW55IGNhcm5hbCBwbGVhcw==");
    CHECK_FALSE(fromBase64("YW55IGNhcm5hbCBwbGVhcw"));
    CHECK_FALSE(fromBase64("YW 55"));
    CHECK(fromBase64("YW\n 55", true) == Bytes{'a', 'n', 'y'});
}

TEST_CASE("a file is replaced whole or not at all", "[base]") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("a.txt", "old");
    must(writeFile(path, asBytes("new")));
    CHECK(asText(must(readFile(path, 10))) == "new");
    CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(writeFile(folder / "missing/a.txt", asBytes("x")).error().code == ErrorCode::FolderMissing);
    CHECK(writeFile(folder.path(), asBytes("x")).error().code == ErrorCode::FileUnwritable);
    // Never over a device or a pipe, nor through a link to one.
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::filesystem::create_symlink("pipe", folder / "link");
    for (const char *name : {"pipe", "link"}) {
        CHECK(writeFile(folder / name, asBytes("x")).error().code == ErrorCode::FileUnwritable);
    }
    CHECK(std::filesystem::is_fifo(folder / "link"));
    CHECK(readFile(path, 2).error().code == ErrorCode::TooLarge);
    CHECK(readFile(folder / "none", 2).error().code == ErrorCode::FileNotFound);
    CHECK(readFile(folder.path(), 2).error().code == ErrorCode::FileUnreadable);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 3);
}

TEST_CASE("who is killed while a file is written leaves nothing beside it", "[base]") {
    const test::TemporaryFolder folder;
    const int unnamed = ::open(folder.path().c_str(), O_TMPFILE | O_WRONLY, 0600);
    if (unnamed < 0) {
        SKIP("this filesystem has no files without a name");
    }
    ::close(unnamed);
    const auto path = folder.write("a.txt", "old");
    const Bytes much(1U << 16U, 'x');
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit little{1U << 12U, 1U << 12U};
        (void)::setrlimit(RLIMIT_FSIZE, &little); // the signal that it ends with comes in the middle of the writing
        (void)std::signal(SIGXFSZ, SIG_DFL);
        (void)writeFile(path, much);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(asText(must(readFile(path, 10))) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("the home folder is the variable's, or else what the system says", "[base]") {
    CHECK(homeFolder("/somewhere") == "/somewhere");
    CHECK(homeFolder(std::nullopt).is_absolute());
    CHECK(homeFolder("relative") == homeFolder(std::nullopt));
}
