// SPDX-License-Identifier: GPL-3.0-or-later
// What concerns the agents among themselves: calling a colleague, and what changed for them.
#include "kiosk/counter/agents.h"
#include "kiosk/counter/calls.h"
#include "kiosk/counter/news.h"
#include "tests/kiosk/act_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fstream>
#include <tuple>

using namespace guichet;
using namespace guichet::kiosk;
using namespace std::chrono_literals;
using storage::Role;
using test::must;

namespace {

/// A catalogue where these versions brought something, the newest first.
Catalogue catalogueWith(const std::vector<std::string> &versions) {
    const test::TemporaryFolder folder;
    std::filesystem::copy(Catalogue::installedFolder(), folder.path(), std::filesystem::copy_options::recursive);
    std::ofstream news(folder / "news.toml", std::ios::trunc);
    news << "edition = \"1\"\nvalid_from = 2026-11-01\n";
    for (const std::string &version : versions) {
        news << "[[news]]\nversion = \"" << version << "\"\nchanges = { fr = [\"Du neuf\"] }\n";
    }
    news.close();
    return must(Catalogue::load(folder.path()));
}

std::vector<std::string> versionsOf(const std::vector<const News *> &news) {
    std::vector<std::string> versions;
    for (const News *one : news) {
        versions.push_back(one->version);
    }
    return versions;
}

} // namespace

TEST_CASE("a colleague is asked for once however often the key is pressed, and each step is journaled",
          "[colleagues]") {
    test::ActFixture fixture;
    auto &agent = fixture.as(Role::Agent, "A01");
    const auto before = fixture.entriesWritten();
    const auto call = must(callColleague(agent));
    fixture.clock.advance(2s);
    CHECK(must(callColleague(agent)) == call);
    CHECK(must(openCalls(agent)).size() == 1);
    CHECK(fixture.entriesWritten() == before + 1);

    auto &colleague = fixture.as(GENERATE(Role::Supervisor, Role::Admin, Role::Agent), "S01");
    must(answerCall(colleague, call.id));
    CHECK(fixture.entriesWritten() == before + 2);
    CHECK(answerCall(colleague, call.id).error().code == ErrorCode::AlreadyDone);
    CHECK(fixture.entriesWritten() == before + 2);
    const auto open = must(openCalls(fixture.as(Role::Agent, "A01")));
    REQUIRE(open.size() == 1);
    CHECK(open.front().answeredBy == "S01");

    must(endCall(agent, call.id));
    CHECK(must(openCalls(agent)).empty());
    CHECK(answerCall(colleague, call.id).error().code == ErrorCode::Nothing);
}

TEST_CASE("a call that nobody answers is over after a quarter of an hour, and can be made again", "[colleagues]") {
    test::ActFixture fixture;
    auto &agent = fixture.as(Role::Agent, "A01");
    const auto call = must(callColleague(agent));
    fixture.clock.advance(15min - 1ms);
    CHECK(must(openCalls(agent)).size() == 1);
    fixture.clock.advance(1ms);
    CHECK(must(openCalls(agent)).empty());
    CHECK(must(callColleague(agent)).id != call.id);
}

TEST_CASE("what changed is unread once for each agent and version, the newest first", "[colleagues]") {
    test::ActFixture fixture;
    auto &desk = fixture.as(Role::Agent, "A01");
    fixture.catalogue = catalogueWith({"0.10.0", "0.9.0", "0.1.0"});
    // Here before anybody wrote down what was read.
    CHECK(versionsOf(unreadNews(desk)) == std::vector<std::string>{"0.10.0", "0.9.0", "0.1.0"});
    must(markNewsRead(desk));
    CHECK(unreadNews(desk).empty());
    CHECK(unreadNews(fixture.as(Role::Agent, "A02")).size() == 3); // each for themselves

    fixture.catalogue = catalogueWith({"1.0.0", "0.11.0", "0.10.0", "0.9.0"});
    fixture.as(Role::Agent, "A01");
    CHECK(versionsOf(unreadNews(desk)) == std::vector<std::string>{"1.0.0", "0.11.0"});
    must(markNewsRead(desk));
    CHECK(unreadNews(desk).empty());
}

TEST_CASE("for who is new nothing has changed", "[colleagues]") {
    test::ActFixture fixture;
    std::ignore =
        must(addAgent(fixture.as(Role::Admin, "D01"),
                      {"A09", "Agent d’essai", Role::Agent, storage::AgentState::Active}, std::string("16180339")));
    CHECK(unreadNews(fixture.as(Role::Agent, "A09")).empty());
}

TEST_CASE("a version with more parts or larger numbers is newer", "[colleagues]") {
    CHECK(isOlderVersion("0.9.1", "0.10.0"));
    CHECK(isOlderVersion("0.1", "0.1.1"));
    CHECK_FALSE(isOlderVersion("1.0.0", "1.0.0"));
    CHECK_FALSE(isOlderVersion("1.0.0", "0.99.0"));
}
