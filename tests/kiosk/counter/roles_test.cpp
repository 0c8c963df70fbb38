// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/command.h"
#include "tests/kiosk/counter/command_line.h"

#include <catch2/catch_test_macros.hpp>

using namespace guichet;
using namespace guichet::test;

TEST_CASE("each role may run its commands and no others") {
    CommandLine line;
    line.makeDemo(2);
    struct Row {
        std::vector<std::string> words;
        bool agent;
        bool supervisor;
        bool admin;
    };
    const std::vector<Row> table{
        {{"person", "find", "--born", "1900-01-01"}, true, true, false},
        {{"person", "show", "nobody"}, true, true, false},
        {{"person", "add", "--birth-name", "ESSAI", "--given-names", "Noé", "--born", "unknown"}, true, true, false},
        {{"record", "list", "--person", "nobody"}, true, true, false},
        {{"record", "export", "nothing", "--output", line.path("x")}, true, true, false},
        {{"print", "--person", "nobody", "--all"}, true, true, false},
        {{"job", "list"}, true, true, false},
        {{"job", "cancel", "nothing"}, true, true, false},
        {{"job", "retry", "nothing"}, true, true, false},
        {{"job", "handed", "nothing", "--sheets", "1"}, true, true, false},
        {{"printer", "list"}, true, true, true},
        {{"printer", "add", "folder"}, false, false, true},
        {{"printer", "test", "folder"}, false, false, true},
        {{"import", line.path("nothing")}, false, true, false},
        {{"doubts", "list"}, false, true, false},
        {{"doubts", "merge", "nobody", "nobody"}, false, true, false},
        {{"doubts", "unmerge", "nobody"}, false, true, false},
        {{"optout", "prepare", "--person", "nobody", "--scope", "ens-closure"}, true, true, false},
        {{"optout", "register", "--person", "nobody", "--scope", "ens-closure", "--signed", "oral"}, true, true, false},
        {{"optout", "list"}, true, true, false},
        {{"optout", "show", "D1-0000-0000-0"}, true, true, false},
        {{"optout", "slip"}, true, true, false},
        {{"optout", "send", "--slip", "x", "--means", "post", "--evidence", "x"}, true, true, false},
        {{"optout", "confirm", "D1-0000-0000-0", "--evidence", "x"}, false, true, false},
        {{"optout", "refuse", "D1-0000-0000-0", "--reason", "x"}, false, true, false},
        {{"optout", "withdraw", "D1-0000-0000-0"}, true, true, false},
        {{"request", "prepare", "--person", "nobody", "--form", "s3704"}, true, true, false},
        {{"request", "file", "--person", "nobody", "--form", "s3704", "--signed", "oral"}, true, true, false},
        {{"request", "blank", "s3704"}, true, true, false},
        {{"request", "deposit", line.path("nothing")}, true, true, false},
        {{"optout", "blank", "--scope", "ens-closure"}, true, true, false},
        {{"request", "list"}, true, true, false},
        {{"request", "show", "D1-0000-0000-0"}, true, true, false},
        {{"request", "add-piece", "D1-0000-0000-0", "filiation"}, true, true, false},
        {{"request", "advance", "D1-0000-0000-0", "--to", "forwarded"}, true, true, false},
        {{"request", "withdraw", "D1-0000-0000-0"}, true, true, false},
        {{"receipt", "D1-0000-0000-0"}, true, true, false},
        {{"statement", "D1-0000-0000-0"}, true, true, false},
        {{"register", "verify"}, false, true, true},
        {{"register", "checkpoint"}, false, true, true},
        {{"register", "accept"}, false, true, false},
        {{"register", "prove", "D1-0000-0000-0"}, false, true, true},
        {{"check"}, false, true, true},
        {{"settings", "list"}, false, false, true},
        {{"settings", "get", "agency-name"}, false, false, true},
        {{"settings", "set", "agency-name=Caisse d’essai"}, false, false, true},
        {{"settings", "check"}, false, false, true},
        {{"agent", "list"}, false, false, true},
        {{"agent", "add", "X1", "--name", "Essai", "--role", "agent"}, false, false, true},
        {{"agent", "disable", "X1"}, false, false, true},
        {{"agent", "reset-pin", "X1"}, false, false, true},
    };
    for (const Row &row : table) {
        for (const auto &[agent, allowed] :
             {std::pair{"A01", row.agent}, {"S01", row.supervisor}, {"D01", row.admin}}) {
            const Said said = line.call(agent, row.words);
            INFO(agent << ' ' << row.words[0] << ' ' << (row.words.size() > 1 ? row.words[1] : "") << ' ' << said.out);
            CHECK((said.error() == "not-allowed") == !allowed);
            CHECK((said.status == 3) == !allowed);
        }
    }
}

TEST_CASE("the table of commands says who may run them") {
    using kiosk::may;
    using storage::Role;
    for (const kiosk::cli::Command &command : kiosk::cli::commands()) {
        if (command.action) {
            INFO(command.name);
            // Nothing is for nobody, and an administrator sees no person's file.
            CHECK((may(Role::Supervisor, *command.action) || may(Role::Admin, *command.action)));
            CHECK(!(may(Role::Agent, *command.action) && !may(Role::Supervisor, *command.action)));
        }
    }
}
