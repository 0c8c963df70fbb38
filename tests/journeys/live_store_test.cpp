// SPDX-License-Identifier: GPL-3.0-or-later
// A counter that is set up for real: nothing works by itself, and no test identity comes in.
#include "tests/journeys/station.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

/// What is run as somebody for whom the store is read-only, or who may not write another byte to a file.
struct Hindered {
    int status = 0;
    json answer;
    [[nodiscard]] std::string code() const { return answer.at("error").at("code"); }
    [[nodiscard]] std::string message() const { return answer.at("error").at("message"); }
};

Hindered runBehind(std::vector<std::string> before, Command command) {
    before.insert(before.end(), command.arguments.begin(), command.arguments.end());
    command.arguments = std::move(before);
    command.withoutNetwork = false;
    const Outcome outcome = run(command);
    INFO(outcome.output << outcome.errors);
    return {outcome.status, json::parse(outcome.output)};
}

const std::vector<std::string> kNoMoreBytes{"/bin/sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"};

} // namespace

TEST_CASE("a disk that takes no more is said to be so, and nothing is left half made", "[journey]") {
    Station station;
    const Hindered init = runBehind(
        kNoMoreBytes, station.command("", {"init", "--admin", "D01", "--agency", "X", "--station", "K7", "--json"}));
    CHECK(init.status == 1);
    CHECK((init.code() == "disk-full" || init.code() == "file-unwritable")); // SQLite does not tell one from the other
    CHECK_THAT(init.message(), ContainsSubstring(station.store()) && ContainsSubstring("écrit"));
    for (const auto &entry : std::filesystem::directory_iterator(station.folder().path())) {
        CHECK_FALSE(entry.path().filename().string().starts_with(".guichet-new"));
    }
    station.makeDemo(1);
    const Hindered signIn = runBehind(kNoMoreBytes, station.command("A01", {"optout", "list", "--json"}));
    CHECK(signIn.status == 1);
    CHECK(signIn.code() == "disk-full");
    CHECK_THAT(signIn.message(), ContainsSubstring("keyring.json") && ContainsSubstring("Faire de la place"));
    CHECK(station.done("A01", {"optout", "list"}).contains("optouts"));
}

TEST_CASE("what a killed init left is removed by the next, what another is making is not", "[journey]") {
    Station station;
    const auto left = station.folder() / ".guichet-new-left00";
    const auto others = station.folder() / ".guichet-new-others";
    for (const auto &folder : {left, others}) {
        std::filesystem::create_directory(folder);
        std::ofstream(folder / "guichet.db") << "half a store";
    }
    const int lock = ::open(others.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
    station.makeDemo(1);
    ::close(lock);
    CHECK_FALSE(std::filesystem::exists(left));
    CHECK(std::filesystem::exists(others / "guichet.db"));
}

TEST_CASE("a store that is read-only says so at sign-in, and what to do", "[journey]") {
    Station station;
    station.makeDemo(1);
    const std::filesystem::path folder = station.folder().path();
    std::vector<std::string> plain;
    if (::geteuid() == 0) { // root may write everywhere
        plain = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
            REQUIRE(::lchown(entry.path().c_str(), 65534, 65534) == 0);
        }
        REQUIRE(::lchown(folder.c_str(), 65534, 65534) == 0);
    }
    const Command list = station.command("A01", {"optout", "list", "--json"});
    std::vector<std::string> canRun = plain;
    canRun.insert(canRun.end(), {"/usr/bin/test", "-x", *(std::ranges::find(list.arguments, "--store") - 1)});
    if (run({.arguments = canRun}).status != 0) {
        SKIP("a plain user can't reach the program here");
    }
    using std::filesystem::perms;
    const auto allow = [&](perms folders, perms files) {
        for (const auto &entry : std::filesystem::directory_iterator(station.store())) {
            std::filesystem::permissions(entry.path(), entry.is_directory() ? folders : files);
        }
        std::filesystem::permissions(station.store(), folders);
    };
    allow(perms::owner_read | perms::owner_exec, perms::owner_read);
    const Hindered signIn = runBehind(plain, list);
    allow(perms::owner_all, perms::owner_read | perms::owner_write);
    CHECK(signIn.status == 1);
    CHECK(signIn.code() == "file-unwritable");
    CHECK_THAT(signIn.message(), ContainsSubstring(station.store()) && ContainsSubstring("vérifier les droits") &&
                                     ContainsSubstring("lecture seule"));
    std::filesystem::permissions(folder, perms::owner_read | perms::owner_exec);
    Command init = station.command("", {"init", "--admin", "D01", "--agency", "X", "--station", "K7", "--json"});
    *std::ranges::find(init.arguments, station.store()) = station.path("new");
    const Hindered made = runBehind(plain, init);
    std::filesystem::permissions(folder, perms::owner_all);
    CHECK(made.status == 1);
    CHECK(made.code() == "file-unwritable");
    CHECK_FALSE(std::filesystem::exists(station.path("new")));
    CHECK(station.done("A01", {"optout", "list"}).contains("optouts"));
}

TEST_CASE("a live store is made, set up by its administrator, and refuses test identities", "[journey]") {
    Station station;
    const std::string sheet = station.path("recovery.pdf");
    const json made = station.done(
        "", {"init", "--admin", "D01", "--agency", "CPAM-ESSAI", "--station", "T1", "--recovery-sheet", sheet});
    checkKeys(made, {"store", "recovery_code", "key", "pin"});
    CHECK_THAT(onOneLine(textOfPdf(sheet)), ContainsSubstring(made.at("recovery_code").get<std::string>()));
    station.setPin("D01", made.at("pin").get<std::string>());

    // A live store takes neither a fixed clock nor a PIN from the environment.
    const Answer clock = station.call("D01", {"settings", "list", "--now", "2026-11-24T08:00:00Z"});
    CHECK(clock.status == 2);
    CHECK(clock.error() == "not-a-demo-store");

    const json missing = station.done("D01", {"settings", "check"}).at("missing");
    REQUIRE(!missing.empty());
    for (const json &one : missing) {
        checkKeys(one, {"key", "blocks"});
    }

    // Agents, each with a PIN of their own.
    for (const auto &[code, role] : {std::pair{"A01", "agent"}, {"S01", "supervisor"}}) {
        const json added = station.done("D01", {"agent", "add", code, "--name", "Agent d’essai", "--role", role});
        REQUIRE(added.at("pin").is_string());
        station.setPin(code, added.at("pin").get<std::string>());
    }
    const json agents = station.done("D01", {"agent", "list"}).at("agents");
    CHECK(agents.size() == 3);
    for (const json &agent : agents) {
        checkKeys(agent, {"code", "name", "role", "state"});
    }

    // Test identities have no place here.
    const Answer refused = station.call("S01", {"import", (journeyDocuments() / "sortie.xml").string()});
    CHECK(refused.status == 5);
    CHECK(refused.json.at("items").at(0).at("outcome") == "rejected");
    CHECK(refused.json.at("items").at(0).at("reason") == "test-identity-in-live");
    CHECK(station.call("A01", {"person", "find", "--nir", kSampleNir}).status == 4);

    // A receipt that lacks a mention can't be made, and the setting is named; nothing is registered.
    const std::string person = station
                                   .done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "Camille",
                                                 "--born", "1984-04-03", "--sex", "F"})
                                   .at("id")
                                   .get<std::string>();
    const std::vector<std::string> act = {"optout",          "register",   "--person", person,
                                          "--scope",         "snds-reuse", "--signed", "signature",
                                          "--identity-seen", "id-card",    "--output", station.path("receipt.pdf")};
    const Answer blocked = station.call("A01", act);
    CHECK(blocked.status == 1);
    CHECK(blocked.error() == "mention-missing");
    CHECK(station.done("A01", {"optout", "list"}).at("optouts").empty());

    std::vector<std::string> set{"settings", "set"};
    for (const json &one : missing) {
        const std::string key = one.at("key").get<std::string>();
        std::string value = "Valeur d’essai";
        if (key.find("phone") != std::string::npos) {
            value = "3646";
        } else if (key.find("email") != std::string::npos) {
            value = "essai@exemple.invalid";
        } else if (key == "agency-timezone") {
            value = "Europe/Paris";
        } else if (key == "agency-territory") {
            value = "metropole";
        } else if (key == "papers-folder") {
            value = station.path("papers");
        }
        set.push_back(key + "=" + value);
    }
    station.done("D01", set);
    CHECK(station.done("D01", {"settings", "check"}).at("missing").empty());
    const json registered = station.done("A01", act);
    CHECK(registered.at("optouts").at(0).at("status") == "recorded");
    CHECK_THAT(onOneLine(textOfPdf(station.path("receipt.pdf"))),
               ContainsSubstring(registered.at("receipt").at("reference").get<std::string>()));
    // No exercise: nothing is drawn across it.
    const std::string receipt = runCommand("cat " + station.path("receipt.pdf"));
    const auto alternatives = pdfAlternatives(guichet::asBytes(receipt));
    CHECK(std::ranges::none_of(alternatives, [](const auto &words) { return words.starts_with("EXERCICE"); }));

    // A PIN that is forgotten, and an agent who leaves.
    const json reset = station.done("D01", {"agent", "reset-pin", "A01"});
    CHECK(station.call("A01", {"optout", "list"}).error() == "wrong-pin");
    station.setPin("A01", reset.at("pin").get<std::string>());
    station.done("A01", {"optout", "list"});
    station.done("D01", {"agent", "disable", "A01"});
    CHECK(station.call("A01", {"optout", "list"}).error() == "agent-disabled");
    CHECK(station.done("D01", {"check"}).at("ok") == true);
}
