// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyring.h"

#include "base/files.h"
#include "base/text.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace guichet;
using namespace guichet::storage;
using namespace std::chrono_literals;
using test::must;

namespace {

constexpr std::string_view kAgentPin = "27182818";
constexpr std::string_view kSecondPin = "31415926";
constexpr std::string_view kWrongPin = "99999990";

struct KeyringFixture {
    test::TemporaryFolder folder;
    FixedClock clock{must(parseInstant("2026-11-24T08:15:30.123Z"))};
    MachineSecretFile machine{folder / "machine.key"};
    Keyring keyring{folder.path(), machine, clock};
    Secret databaseKey = Secret::random();
    std::string recoveryCode = must(keyring.create(
        {"01JD0000000000000000000000", StoreKind::Demo, "DEMO", "A1", clock.now()}, Bytes(32), PinCost::least(),
        {"D01", "Dominique", Role::Admin, AgentState::Active}, kAgentPin, databaseKey));

    void addAgent() { must(keyring.add({"A01", "Alix", Role::Agent, AgentState::Active}, kSecondPin, databaseKey)); }

    [[nodiscard]] ErrorCode codeOf(std::string_view pin, std::string_view agent = "D01") {
        const auto result = keyring.unlock(agent, pin);
        REQUIRE_FALSE(result);
        return result.error().code;
    }

    [[nodiscard]] nlohmann::ordered_json json() const {
        return nlohmann::ordered_json::parse(asText(must(readFile(folder / "keyring.json", 1U << 20U))));
    }
    void write(const nlohmann::ordered_json &json) const {
        must(writeFile(folder / "keyring.json", asBytes(json.dump())));
    }
};

} // namespace

TEST_CASE("every agent opens the same database key with a PIN of their own", "[keyring]") {
    KeyringFixture fixture;
    fixture.addAgent();
    const Unlocked admin = must(fixture.keyring.unlock("D01", kAgentPin));
    CHECK(admin.agent == AgentInfo{"D01", "Dominique", Role::Admin, AgentState::Active});
    CHECK(admin.databaseKey.equals(fixture.databaseKey));
    const Unlocked agent = must(fixture.keyring.unlock("a01", kSecondPin));
    CHECK(agent.agent.role == Role::Agent);
    CHECK(agent.databaseKey.equals(fixture.databaseKey));
    CHECK(fixture.codeOf(kAgentPin, "A01") == ErrorCode::WrongPin);
}

TEST_CASE("nobody, somebody unknown and somebody with a wrong PIN are refused", "[keyring]") {
    KeyringFixture fixture;
    CHECK(fixture.codeOf(kAgentPin, "") == ErrorCode::WhoActs);
    CHECK(fixture.codeOf("", "D01") == ErrorCode::WhoActs);
    CHECK(fixture.codeOf(kAgentPin, "Z99") == ErrorCode::WrongPin);
    CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
}

TEST_CASE("neither a PIN nor a key stands in the keyring", "[keyring]") {
    KeyringFixture fixture;
    const Bytes bytes = must(readFile(fixture.folder / "keyring.json", 1U << 20U));
    CHECK(asText(bytes).find(kAgentPin) == std::string_view::npos);
    CHECK(asText(bytes).find(toBase64(fixture.databaseKey.view())) == std::string_view::npos);
    CHECK(asText(bytes).find(toHex(fixture.databaseKey.view())) == std::string_view::npos);
    CHECK(asText(bytes).find(fixture.recoveryCode) == std::string_view::npos);
}

TEST_CASE("two wrong PINs cost nothing, then the waits grow until the agent is locked out", "[keyring]") {
    KeyringFixture fixture;
    std::vector<std::chrono::seconds> waits;
    for (int wrong = 1; wrong <= 9; ++wrong) {
        REQUIRE(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
        const auto delay = delayAfter(wrong);
        REQUIRE(delay);
        if (*delay > 0s) {
            // Until the very end of it even the right PIN is not tried.
            CHECK(fixture.codeOf(kAgentPin) == ErrorCode::TooSoon);
            fixture.clock.advance(*delay - 1ms);
            CHECK(fixture.codeOf(kAgentPin) == ErrorCode::TooSoon);
            fixture.clock.advance(1ms);
        }
        waits.push_back(*delay);
    }
    CHECK(waits == std::vector<std::chrono::seconds>{0s, 0s, 5s, 15s, 60s, 5min, 15min, 30min, 60min});
    CHECK(must(fixture.keyring.agents()).front().state == AgentState::Active);
    CHECK(fixture.codeOf(kWrongPin) == ErrorCode::LockedOut);
    fixture.clock.advance(24h * 365);
    CHECK(fixture.codeOf(kAgentPin) == ErrorCode::LockedOut);
    CHECK(must(fixture.keyring.agents()).front().state == AgentState::Locked);

    SECTION("an administrator opens it again with a new PIN") {
        must(fixture.keyring.resetPin("D01", kSecondPin, fixture.databaseKey));
    }
    SECTION("so does the recovery code") {
        const Secret key = must(fixture.keyring.recover(fixture.recoveryCode));
        must(fixture.keyring.resetPin("D01", kSecondPin, key));
    }
    CHECK(must(fixture.keyring.unlock("D01", kSecondPin)).databaseKey.equals(fixture.databaseKey));
    CHECK(must(fixture.keyring.agents()).front().state == AgentState::Active);
}

TEST_CASE("the right PIN forgets the wrong ones", "[keyring]") {
    KeyringFixture fixture;
    for (int round = 0; round < 5; ++round) {
        CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
        CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
        CHECK(fixture.keyring.unlock("D01", kAgentPin));
    }
}

TEST_CASE("the wait says how long it still is", "[keyring]") {
    KeyringFixture fixture;
    for (int i = 0; i < 3; ++i) {
        CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
    }
    fixture.clock.advance(1500ms);
    CHECK(fixture.keyring.unlock("D01", kAgentPin).error().detail == "4 s");
    fixture.clock.advance(4s);
    CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
    fixture.clock.advance(15s);
    CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
    fixture.clock.advance(60s);
    CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
    CHECK(fixture.keyring.unlock("D01", kAgentPin).error().detail == "5 min");
    fixture.clock.advance(48s);
    CHECK(fixture.keyring.unlock("D01", kAgentPin).error().detail == "4 min 12 s");
}

TEST_CASE("after a restart of the machine the wait is due again in full", "[keyring]") {
    KeyringFixture fixture;
    for (int i = 0; i < 4; ++i) {
        CHECK(fixture.codeOf(kWrongPin) == ErrorCode::WrongPin);
        fixture.clock.advance(5s);
    }
    fixture.clock.advance(9s); // one second is left
    SECTION("another run of the machine") {
        auto json = fixture.json();
        json["agents"][0]["boot"] = "another";
        fixture.write(json);
    }
    SECTION("a clock that begins again") { fixture.clock.set(Instant(1s)); }
    CHECK(fixture.keyring.unlock("D01", kAgentPin).error() == Error{ErrorCode::TooSoon, "15 s", {}});
    fixture.clock.advance(14s);
    CHECK(fixture.keyring.unlock("D01", kAgentPin).error() == Error{ErrorCode::TooSoon, "1 s", {}});
    fixture.clock.advance(1s);
    CHECK(fixture.keyring.unlock("D01", kAgentPin));
}

TEST_CASE("a try that is killed has been counted", "[keyring]") {
    test::TemporaryFolder folder;
    const SystemClock clock;
    const MachineSecretFile machine(folder / "machine.key");
    Keyring keyring(folder.path(), machine, clock);
    const PinCost slow{100, 16U << 20U};
    (void)must(keyring.create({"01JD0000000000000000000000", StoreKind::Demo, "DEMO", "A1", clock.now()}, Bytes(32),
                              slow, {"D01", "Dominique", Role::Admin, AgentState::Active}, kAgentPin,
                              Secret::random()));
    const auto counted = [&] {
        const Bytes bytes = must(readFile(folder / "keyring.json", 1U << 20U));
        return nlohmann::ordered_json::parse(asText(bytes))["agents"][0].value("wrong", 0);
    };
    for (int tries = 1; tries <= 3; ++tries) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            (void)keyring.unlock("D01", kAgentPin); // even the right one
            ::_exit(0);
        }
        const auto limit = std::chrono::steady_clock::now() + 60s;
        while (counted() < tries && std::chrono::steady_clock::now() < limit) {
            ::usleep(1000);
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        REQUIRE(counted() == tries);
    }
    CHECK(keyring.unlock("D01", kAgentPin).error().code == ErrorCode::TooSoon);
}

TEST_CASE("many right PINs at once are all taken", "[keyring]") {
    KeyringFixture fixture;
    fixture.addAgent();
    std::vector<pid_t> children;
    for (int i = 0; i < 8; ++i) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const SystemClock clock;
            Keyring keyring(fixture.folder.path(), fixture.machine, clock);
            int failed = 0;
            for (int round = 0; round < 5; ++round) {
                failed += keyring.unlock(i % 2 == 0 ? "D01" : "A01", i % 2 == 0 ? kAgentPin : kSecondPin) ? 0 : 1;
            }
            ::_exit(failed);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    CHECK_FALSE(fixture.json()["agents"][0].contains("wrong"));
}

TEST_CASE("a slot whose role, cost, code or keys were changed by hand does not open", "[keyring]") {
    KeyringFixture fixture;
    fixture.addAgent();
    auto json = fixture.json();
    auto &slot = json["agents"][1];
    SECTION("role") { slot["role"] = "admin"; }
    SECTION("cost") { slot["passes"] = 2; }
    SECTION("code") { slot["code"] = "A02"; }
    SECTION("another's public key") { slot["public_key"] = json["agents"][0]["public_key"]; }
    SECTION("another's database key") { slot["database_key"] = json["agents"][0]["database_key"]; }
    SECTION("another's private key") { slot["private_key"] = json["agents"][0]["private_key"]; }
    SECTION("another store") { json["store"] = "01JD0000000000000000000001"; }
    fixture.write(json);
    CHECK(fixture.codeOf(kSecondPin, json["agents"][1]["code"].get<std::string>()) == ErrorCode::WrongPin);
}

TEST_CASE("a keyring that is not one is said to be damaged", "[keyring]") {
    KeyringFixture fixture;
    auto json = fixture.json();
    SECTION("no slots") { json.erase("agents"); }
    SECTION("no recovery") { json.erase("recovery"); }
    SECTION("a short key") { json["agents"][0]["public_key"] = "AAAA"; }
    SECTION("a cost that would take all memory") { json["agents"][0]["memory"] = 1ULL << 40U; }
    SECTION("a number for a name") { json["agents"][0]["name"] = 3; }
    SECTION("an unknown role") { json["agents"][0]["role"] = "root"; }
    SECTION("an unknown kind") { json["kind"] = "other"; }
    SECTION("no object") { json = nlohmann::ordered_json::array(); }
    fixture.write(json);
    CHECK(fixture.codeOf(kAgentPin) == ErrorCode::StoreDamaged);
    CHECK_FALSE(fixture.keyring.problem().empty());
}

TEST_CASE("a keyring of a later version is left alone", "[keyring]") {
    KeyringFixture fixture;
    auto json = fixture.json();
    json["format"] = 2;
    fixture.write(json);
    CHECK(fixture.codeOf(kAgentPin) == ErrorCode::StoreNewer);
    CHECK(fixture.json() == json);
}

TEST_CASE("the recovery code is read however it was copied, and no other code opens", "[keyring]") {
    KeyringFixture fixture;
    const std::string code = fixture.recoveryCode;
    CHECK(code.size() == 28 + 6);
    std::string small = code;
    std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string &readAs : {code, small, replaceAll(code, "-", ""), " " + replaceAll(code, "-", " ") + "\n",
                                      replaceAll(replaceAll(code, "0", "O"), "1", "l")}) {
        CAPTURE(readAs);
        CHECK(must(fixture.keyring.recover(readAs)).equals(fixture.databaseKey));
    }

    // One character misread is found by the check alone, so that nobody waits for it.
    std::string misread = code;
    misread[2] = misread[2] == '7' ? '8' : '7';
    CHECK(fixture.keyring.recover(misread).error().code == ErrorCode::BadRecoveryCode);
    CHECK(fixture.keyring.recover("").error().code == ErrorCode::BadRecoveryCode);
    KeyringFixture other;
    CHECK(other.keyring.recover(code).error().code == ErrorCode::BadRecoveryCode);
}

TEST_CASE("a PIN changes with the old one, and the old one is then wrong", "[keyring]") {
    KeyringFixture fixture;
    CHECK(fixture.keyring.changePin("D01", kWrongPin, kSecondPin).error().code == ErrorCode::WrongPin);
    CHECK(fixture.keyring.changePin("D01", kAgentPin, "123456").error().code == ErrorCode::BadValue);
    must(fixture.keyring.changePin("D01", kAgentPin, kSecondPin));
    CHECK(must(fixture.keyring.unlock("D01", kSecondPin)).databaseKey.equals(fixture.databaseKey));
    CHECK(fixture.codeOf(kAgentPin) == ErrorCode::WrongPin);
}

TEST_CASE("an agent who is disabled has no keys left, and can be let in again", "[keyring]") {
    KeyringFixture fixture;
    fixture.addAgent();
    must(fixture.keyring.disable("a01"));
    CHECK(fixture.codeOf(kSecondPin, "A01") == ErrorCode::AgentDisabled);
    CHECK_FALSE(fixture.json()["agents"][1].contains("private_key"));
    CHECK_FALSE(fixture.json()["agents"][1].contains("database_key"));
    // Writing "active" by hand opens nothing.
    auto json = fixture.json();
    json["agents"][1]["state"] = "active";
    const auto good = fixture.json();
    fixture.write(json);
    CHECK(fixture.codeOf(kSecondPin, "A01") == ErrorCode::StoreDamaged);
    fixture.write(good);

    CHECK(fixture.keyring.disable("A01").error().code == ErrorCode::AlreadyDone);
    CHECK(fixture.keyring.disable("D01").error().code == ErrorCode::WrongState);
    CHECK(fixture.keyring.disable("Z01").error().code == ErrorCode::Nothing);
    must(fixture.keyring.resetPin("A01", kSecondPin, fixture.databaseKey));
    CHECK(must(fixture.keyring.unlock("A01", kSecondPin)).agent.state == AgentState::Active);
}

TEST_CASE("agents have codes, names and PINs that fit", "[keyring]") {
    KeyringFixture fixture;
    const auto add = [&](AgentInfo agent, std::string_view pin) {
        return fixture.keyring.add(agent, pin, fixture.databaseKey).error().code;
    };
    CHECK(add({"d01", "X", Role::Agent, AgentState::Active}, kAgentPin) == ErrorCode::AgentExists);
    CHECK(add({"", "X", Role::Agent, AgentState::Active}, kAgentPin) == ErrorCode::BadValue);
    CHECK(add({"A 1", "X", Role::Agent, AgentState::Active}, kAgentPin) == ErrorCode::BadValue);
    CHECK(add({std::string(33, 'A'), "X", Role::Agent, AgentState::Active}, kAgentPin) == ErrorCode::BadValue);
    CHECK(add({"A01", " ", Role::Agent, AgentState::Active}, kAgentPin) == ErrorCode::BadValue);
    CHECK(add({"A01", "X", Role::Agent, AgentState::Active}, "1234") == ErrorCode::BadValue);
    CHECK(must(fixture.keyring.agents()).size() == 1);
    must(fixture.keyring.add({"marie-L.1", "X", Role::Agent, AgentState::Active}, kAgentPin, fixture.databaseKey));
    CHECK(must(fixture.keyring.unlock("MARIE-l.1", kAgentPin)).agent.code == "marie-L.1");
    CHECK(add({"Marie-l.1", "X", Role::Agent, AgentState::Active}, kAgentPin) == ErrorCode::AgentExists);
}

TEST_CASE("PINs that anybody would try are refused", "[keyring]") {
    const std::string pin = GENERATE(as<std::string>{}, "", "12345", "1234567890123", "abcdef", "12345a", "111111",
                                     "123456", "234567", "654321", "890123", "121212", "123123", "12312312");
    CAPTURE(pin);
    const auto result = checkPin(pin);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::BadValue);
    CHECK(result.error().detail.find(pin.empty() ? "?" : pin) == std::string::npos);
}

TEST_CASE("a drawn PIN has eight digits and is no trivial one", "[keyring]") {
    for (int i = 0; i < 200; ++i) {
        const std::string pin = drawPin();
        CHECK(pin.size() == 8);
        CHECK(checkPin(pin));
    }
}

TEST_CASE("without the machine's secret nobody signs in and no try is counted", "[keyring]") {
    KeyringFixture fixture;
    std::filesystem::rename(fixture.folder / "machine.key", fixture.folder / "away");
    for (int i = 0; i < 20; ++i) {
        CHECK(fixture.codeOf(kAgentPin) == ErrorCode::MachineKeyMissing);
    }
    CHECK(fixture.keyring.recover(fixture.recoveryCode));
    std::filesystem::rename(fixture.folder / "away", fixture.folder / "machine.key");
    CHECK(fixture.keyring.unlock("D01", kAgentPin));
    // Another machine's secret is not this one's.
    must(writeFile(fixture.folder / "machine.key", Secret::random().view()));
    CHECK(fixture.codeOf(kAgentPin) == ErrorCode::WrongPin);
}

TEST_CASE("a PIN of a live store costs at least two passes over 19 MiB to try", "[keyring]") {
    const PinCost cost = PinCost::measured();
    CHECK(cost.memoryBytes >= 19U * 1024 * 1024);
    CHECK(cost.passes >= 2);
}

TEST_CASE("whoever comes to a folder without a store leaves nothing in it", "[keyring]") {
    test::TemporaryFolder folder;
    const SystemClock clock;
    const MachineSecretFile machine(folder / "machine.key");
    Keyring keyring(folder.path(), machine, clock);
    CHECK(keyring.unlock("A01", kAgentPin).error().code == ErrorCode::NoStore);
    CHECK(keyring.disable("A01").error().code == ErrorCode::NoStore);
    CHECK(std::filesystem::is_empty(folder.path()));
}
