// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "storage/store.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <string>

namespace guichet::test {

inline constexpr std::string_view kPin = "27182818";
inline constexpr std::string_view kOtherPin = "31415926";

/// A demo store with the cheapest keys, one administrator D01 signed in, and a clock that the test moves.
struct StoreFixture {
    TemporaryFolder folder;
    FixedClock clock{must(parseInstant("2026-11-24T08:15:30.123Z"))};
    SeededRandom random{7};
    std::filesystem::path path = folder / "store";
    storage::Store::Created created = must(storage::Store::create(wanted(), clock, random));
    storage::Store &store = created.store;

    [[nodiscard]] storage::NewStore wanted() const {
        storage::NewStore wanted;
        wanted.folder = path;
        wanted.kind = storage::StoreKind::Demo;
        wanted.agency = "DEMO";
        wanted.station = "A1";
        wanted.admin = {"D01", "Dominique Martin", storage::Role::Admin, storage::AgentState::Active};
        wanted.adminPin = kPin;
        wanted.pinCost = storage::PinCost::least();
        return wanted;
    }
};

} // namespace guichet::test
