// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

using namespace guichet::test;

TEST_CASE("a program's status, output and errors are told apart") {
    const Outcome outcome = run({.arguments = {"sh", "-c", "cat; echo wrong >&2; echo $WORD; exit 3"},
                                 .input = std::string(300'000, 'x'),
                                 .environment = {{"WORD", "told"}}});
    CHECK(outcome.status == 3);
    CHECK(outcome.output == std::string(300'000, 'x') + "told\n");
    CHECK(outcome.errors == "wrong\n");
}

TEST_CASE("a program that a signal ended has 128 and the signal as its status") {
    CHECK(run({.arguments = {"sh", "-c", "kill -9 $$"}}).status == 137);
}

TEST_CASE("a program that takes too long is ended with its children") {
    CHECK_THROWS_AS(run({.arguments = {"sh", "-c", "sleep 60"}, .limit = std::chrono::seconds(1)}), std::runtime_error);
}

TEST_CASE("a program that is not there is named") {
    CHECK_THROWS_AS(run({.arguments = {"/nowhere/program"}}), std::runtime_error);
}

TEST_CASE("without the network there is nothing but a loopback that is down") {
    if (!canLeaveNetwork()) {
        SKIP("a network of its own is not allowed here");
    }
    const Outcome outcome = run({.arguments = {"cat", "/proc/net/dev"}, .withoutNetwork = true});
    CHECK(outcome.output.find("lo:") != std::string::npos);
    CHECK(outcome.output.find("eth") == std::string::npos);
}
