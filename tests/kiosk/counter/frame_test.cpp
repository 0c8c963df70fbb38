// SPDX-License-Identifier: GPL-3.0-or-later
// The command line itself: what it understands, what it answers, and with which status.
#include "kiosk/cli/command.h"
#include "kiosk/cli/help.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/approved.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <set>

using namespace guichet;
using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

TEST_CASE("what is wrong in a command line is named, with status 2 and the nearest right word") {
    const CommandLine line;
    struct Wrong {
        std::vector<std::string> words;
        const char *code;
        const char *says;
    };
    const auto wrong = GENERATE(values<Wrong>({
        {{"persn", "find"}, "unknown-command", "person"},
        {{"person", "fnd"}, "unknown-command", "person find"},
        {{"person"}, "usage", "find"},
        {{"person", "find", "--nri", "1"}, "unknown-option", "--nir"},
        {{"person", "find", "--ni", "1"}, "unknown-option", "--nir"}, // no abbreviations
        {{"person", "find", "--nir"}, "usage", "--nir"},
        {{"person", "find", "--nir", "1", "--nir", "2"}, "usage", "--nir"},
        {{"person", "show"}, "usage", "ID"},
        {{"person", "show", "a", "b"}, "usage", "b"},
        {{"record", "list"}, "missing-option", "--person"},
        {{"person", "find", "--now", "yesterday"}, "bad-value", "yesterday"},
        {{"person", "find", "--json=yes"}, "usage", "--json"},
        {{"--config", "/nowhere", "person", "find"}, "bad-config", "/nowhere"},
    }));
    std::vector<std::string> words = wrong.words;
    const Said text = line.words(words);
    INFO(text.err);
    CHECK(text.status == 2);
    CHECK(text.out.empty());
    CHECK_THAT(text.err, StartsWith("guichet: "));
    CHECK_THAT(text.err, ContainsSubstring(wrong.says));

    words.insert(words.begin(), "--json");
    const Said asJson = line.words(words);
    CHECK(asJson.status == 2);
    CHECK(asJson.error() == wrong.code);
    CHECK(asJson.json.size() == 1);
    CHECK(asJson.json["error"].contains("message"));
}

TEST_CASE("global options stand anywhere") {
    const CommandLine line;
    for (const std::vector<std::string> &words :
         {std::vector<std::string>{"--json", "--store", "/nowhere", "--agent", "A01", "person", "find", "--nir", "1"},
          {"person", "--json", "find", "--store=/nowhere", "--nir", "1", "--agent", "A01"},
          {"person", "find", "--nir", "1", "--agent", "A01", "--store", "/nowhere", "--json"}}) {
        const Said said = line.words(words);
        CHECK(said.status == 1);
        CHECK(said.error() == "no-store");
        CHECK_THAT(said.json["error"]["message"].get<std::string>(), ContainsSubstring("/nowhere"));
    }
}

TEST_CASE("the command line comes before the environment, and that before the file") {
    CommandLine line;
    const std::string file = line.folder.write("guichet.conf", "store = /from-file\nlang = en\n").string();
    line.environment["GUICHET_CONFIG"] = file;
    const auto store = [&](std::vector<std::string> more) {
        more.insert(more.end(), {"--json", "settings", "list"});
        return line.words(more).json["error"]["message"].get<std::string>();
    };
    CHECK_THAT(store({}), ContainsSubstring("There is no store in /from-file"));
    line.environment["GUICHET_STORE"] = "/from-environment";
    CHECK_THAT(store({}), ContainsSubstring("There is no store in /from-environment"));
    line.environment["GUICHET_LANG"] = "fr_FR.UTF-8";
    CHECK_THAT(store({}), ContainsSubstring("dans /from-environment"));
    CHECK_THAT(store({"--store", "/from-line"}), ContainsSubstring("dans /from-line"));

    // Only global options, and only what is known.
    line.folder.write("guichet.conf", "nir = 1\n");
    CHECK(line.words({"--json", "settings", "list"}).error() == "bad-config");
}

TEST_CASE("help says everything, in French and in English") {
    const CommandLine line;
    checkApproved("tests/approved/help.fr.txt", line.words({"--help"}).out);
    checkApproved("tests/approved/help.en.txt", line.words({"--help", "--lang", "en"}).out);
    checkApproved("tests/approved/help-print.fr.txt", line.words({"print", "--help"}).out);
    CHECK(line.words({"help", "print"}).out == line.words({"print", "--help"}).out);
    CHECK_THAT(line.words({"person", "--help"}).out, ContainsSubstring("guichet person add"));
    for (const kiosk::cli::Command &command : kiosk::cli::commands()) {
        INFO(command.name);
        CHECK(!command.help.fr.empty());
        CHECK(!command.help.en.empty());
        const auto words = [&] {
            std::vector<std::string> all{"--help"};
            const std::string name(command.name);
            const std::size_t space = name.find(' ');
            all.push_back(name.substr(0, space));
            if (space != std::string::npos) {
                all.push_back(name.substr(space + 1));
            }
            return all;
        }();
        const Said said = line.words(words);
        CHECK(said.status == 0);
        CHECK_THAT(said.out, StartsWith("guichet " + std::string(command.name)));
    }
}

TEST_CASE("manual page and completion hold every command and option that is not hidden") {
    const std::string manual = kiosk::cli::manualPage("en");
    const std::string completion = kiosk::cli::bashCompletion();
    for (const kiosk::cli::Command &command : kiosk::cli::commands()) {
        INFO(command.name);
        if (command.hidden) {
            CHECK(completion.find("'" + std::string(command.name) + "'") == std::string::npos);
            continue;
        }
        CHECK_THAT(completion, ContainsSubstring("'" + std::string(command.name) + "')"));
        for (const kiosk::cli::Option &option : command.options) {
            CHECK_THAT(completion, ContainsSubstring("--" + std::string(option.name)));
        }
    }
    for (const kiosk::cli::Option &option : kiosk::cli::globalOptions()) {
        std::string name = "\\-\\-";
        for (const char c : option.name) {
            name += c == '-' ? std::string("\\-") : std::string(1, c);
        }
        CHECK_THAT(manual, ContainsSubstring(name));
    }
}

TEST_CASE("no two options of a command have the same name") {
    for (const kiosk::cli::Command &command : kiosk::cli::commands()) {
        INFO(command.name);
        std::set<std::string_view> names;
        for (const kiosk::cli::Option &option : command.options) {
            CHECK(names.insert(option.name).second);
        }
        for (const kiosk::cli::Option &option : kiosk::cli::globalOptions()) {
            CHECK(names.insert(option.name).second);
        }
    }
}

TEST_CASE("the version names the formats it writes") {
    const CommandLine line;
    const Said said = line.words({"--version", "--json"});
    CHECK(said.status == 0);
    for (const char *key : {"version", "schema", "seal", "catalogue"}) {
        CHECK(said.json.contains(key));
    }
    CHECK_THAT(line.words({"--version"}).out, StartsWith("guichet "));
}

TEST_CASE("who acts comes from options, a file, standard input or, in a demo store, the environment") {
    CommandLine line;
    const std::string pin = line.makeDemo(1).at("pin").get<std::string>();
    CHECK(line.call("A01", {"job", "list"}).status == 0);
    line.environment.erase("GUICHET_PIN");
    CHECK(line.call("A01", {"job", "list"}).error() == "who-acts");
    CHECK(line.call("", {"job", "list"}).error() == "who-acts");
    CHECK(line.call("A01", {"job", "list", "--pin-file", "-"}, pin + "\n").status == 0);
    const std::string file = line.folder.write("pin", pin + "\r\n").string();
    CHECK(line.call("A01", {"job", "list", "--pin-file", file}).status == 0);
    CHECK(line.call("A01", {"job", "list", "--pin-file", line.path("none")}).error() == "file-not-found");
    line.environment["GUICHET_PIN"] = "000001";
    const Said wrong = line.call("A01", {"job", "list"});
    CHECK(wrong.status == 3);
    CHECK(wrong.error() == "wrong-pin");
}
