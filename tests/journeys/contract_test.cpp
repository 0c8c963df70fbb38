// SPDX-License-Identifier: GPL-3.0-or-later
// Each command that scripts may count on: its options, and who may run it.
#include "tests/journeys/station.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Who may run it: one letter for each of nobody, agent, supervisor, admin.
struct CommandRow {
    std::vector<std::string> command; ///< with arguments that are understood, and name nobody and nothing
    std::string_view who;             ///< "nasd"
    std::vector<const char *> options;
};

std::vector<CommandRow> rows(const Station &station) {
    const std::string file = (journeyDocuments() / "sortie.xml").string();
    const std::string out = station.path("out");
    const std::string none = "00000000000000000000000000";
    return {
        {{"demo"}, "nasd", {"--persons", "--seed"}},
        {{"init", "--admin", "D01", "--agency", "ESSAI", "--station", "T1"},
         "nasd",
         {"--admin", "--agency", "--station", "--new-pin-file", "--recovery-sheet"}},
        {{"verify", file}, "nasd", {"--key"}},
        {{"optout", "scopes"}, "nasd", {}},
        {{"request", "forms"}, "nasd", {"--form", "--check"}},
        {{"person", "find", "--nir", kSampleNir}, "as", {"--nir", "--born", "--name"}},
        {{"person", "add", "--birth-name", "", "--given-names", "", "--born", "unknown"},
         "as",
         {"--birth-name", "--given-names", "--born", "--sex", "--birth-place", "--nir"}},
        {{"person", "show", none}, "as", {}},
        {{"record", "list", "--person", none}, "as", {"--person", "--category", "--by"}},
        {{"record", "export", none, "--output", out}, "as", {"--output"}},
        {{"print", "--person", none, "--all", "--output", out},
         "as",
         {"--person", "--record", "--category", "--all", "--by", "--printer", "--output", "--copies", "--layout"}},
        {{"job", "list"}, "as", {}},
        {{"job", "cancel", none}, "as", {}},
        {{"job", "retry", none}, "as", {}},
        {{"job", "handed", none, "--sheets", "1"}, "as", {"--sheets"}},
        {{"job", "posted", none}, "as", {}},
        {{"job", "replaced", none, "--number", "1"}, "as", {"--number"}},
        {{"day", "open", "--output", out}, "as", {"--output", "--layout"}},
        {{"printer", "list"}, "asd", {}},
        {{"printer", "find"}, "d", {}},
        {{"printer", "add", "none"}, "d", {"--uri", "--spare"}},
        {{"printer", "test", "none"}, "d", {}},
        {{"import", file}, "s", {}},
        {{"import-persons", file}, "s", {}},
        {{"doubts", "list"}, "s", {}},
        {{"doubts", "merge", none, none}, "s", {}},
        {{"doubts", "unmerge", none}, "s", {}},
        {{"optout", "prepare", "--person", none, "--scope", "snds-reuse"},
         "as",
         {"--person", "--scope", "--detail", "--by", "--by-name", "--output"}},
        {{"optout", "register", "--person", none, "--scope", "snds-reuse", "--signed", "signature"},
         "as",
         {"--draft", "--person", "--scope", "--signed", "--identity-seen", "--vitale-serial", "--contact",
          "--contact-detail", "--output"}},
        {{"optout", "list"}, "as", {"--person", "--status", "--due"}},
        {{"optout", "show", "T1"}, "as", {}},
        {{"optout", "slip"}, "as", {"--output"}},
        {{"optout", "send", "--reference", "T1", "--means", "post", "--evidence", "x"},
         "as",
         {"--slip", "--reference", "--means", "--evidence", "--on"}},
        {{"optout", "withdraw", "T1"}, "as", {}},
        {{"optout", "contact", "T1", "--contact", "collect"}, "as", {"--contact", "--contact-detail"}},
        {{"optout", "copy-done", "T1"}, "as", {"--evidence", "--waived"}},
        {{"optout", "confirm", "T1", "--evidence", "x"}, "s", {"--evidence"}},
        {{"optout", "refuse", "T1", "--reason", "x"}, "s", {"--reason"}},
        {{"request", "prepare", "--person", none, "--form", "s3704", "--answers", file}, "as", {"--output"}},
        {{"request", "file", "--person", none, "--form", "s3704", "--answers", file, "--signed", "signature"},
         "as",
         {"--draft", "--person", "--form", "--answers", "--signed", "--piece", "--deposited", "--paper-number", "--by",
          "--contact", "--contact-detail", "--output"}},
        {{"request", "list"}, "as", {}},
        {{"request", "show", "T1"}, "as", {}},
        {{"request", "add-piece", "T1", "x"}, "as", {}},
        {{"request", "advance", "T1", "--to", "forwarded"}, "as", {"--to", "--evidence"}},
        {{"request", "withdraw", "T1"}, "as", {}},
        {{"request", "contact", "T1", "--contact", "collect"}, "as", {"--contact", "--contact-detail"}},
        {{"statement", "T1"}, "as", {"--output"}},
        {{"notice", "T1"}, "as", {"--output", "--layout", "--reading-copy"}},
        {{"register", "verify"}, "sd", {"--against"}},
        {{"register", "checkpoint"}, "sd", {"--output"}},
        {{"register", "accept"}, "s", {}},
        {{"register", "prove", "T1"}, "sd", {"--checkpoint"}},
        {{"check"}, "sd", {}},
        {{"settings", "list"}, "d", {}},
        {{"settings", "get", "printer"}, "d", {}},
        {{"settings", "set", "none=none"}, "d", {}},
        {{"settings", "check"}, "d", {}},
        {{"agent", "list"}, "d", {}},
        {{"agent", "add", "Z9", "--name", "Essai", "--role", "agent"}, "d", {"--name", "--role", "--new-pin-file"}},
        {{"agent", "disable", "NONE"}, "d", {}},
        {{"agent", "reset-pin", "NONE"}, "d", {"--recovery-file"}},
    };
}

/// The words before the first argument or option.
std::vector<std::string> nameOf(const CommandRow &row) {
    std::vector<std::string> name;
    for (const std::string &word : row.command) {
        if (word.starts_with("--") || name.size() == 2 || word.find_first_of("/0123456789") != std::string::npos) {
            break;
        }
        name.push_back(word);
    }
    return name;
}

} // namespace

TEST_CASE("each command has its options and a help of its own", "[journey]") {
    Station station;
    const Outcome all = station.text("", {"--help"});
    CHECK(all.status == 0);
    for (const CommandRow &row : rows(station)) {
        std::vector<std::string> words = nameOf(row);
        std::string name;
        for (const std::string &word : words) {
            name += (name.empty() ? "" : " ") + word;
        }
        INFO(name);
        CHECK_THAT(all.output, ContainsSubstring(name));
        words.emplace_back("--help");
        const Outcome help = station.text("", words);
        CHECK(help.status == 0);
        for (const char *option : row.options) {
            CHECK_THAT(help.output, ContainsSubstring(option));
        }
    }
}

TEST_CASE("each command asks for the role that may run it, before anything else", "[journey]") {
    Station station;
    station.makeDemo(3);
    for (const CommandRow &row : rows(station)) {
        for (const auto &[letter, agent] : {std::pair{'n', ""}, {'a', "A01"}, {'s', "S01"}, {'d', "D01"}}) {
            if (row.who.find('n') != std::string_view::npos && letter != 'n') {
                continue;
            }
            std::string shown = std::string(agent) + ":";
            for (const std::string &word : row.command) {
                shown += ' ' + word;
            }
            INFO(shown);
            const Answer answer = station.call(agent, row.command);
            INFO(answer.json.dump());
            if (row.who.find(letter) != std::string_view::npos) {
                CHECK(answer.status != 3);
            } else {
                CHECK(answer.status == 3);
                CHECK(answer.error() == (letter == 'n' ? "who-acts" : "not-allowed"));
            }
        }
    }
    // What was refused did nothing.
    CHECK(station.done("D01", {"agent", "list"}).at("agents").size() == 4);
    CHECK(station.done("S01", {"check"}).at("ok") == true);
}
