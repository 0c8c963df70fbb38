// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace guichet::kiosk {

struct DemoWish {
    std::filesystem::path folder;
    int persons = 200;
    std::uint64_t seed = 1;     ///< the same seed gives the same people and documents
    std::function<bool()> stop; ///< asked now and then; true leaves no store
    std::function<void(std::size_t done, std::size_t total)> progress;
};

struct DemoStore {
    int persons = 0;
    int records = 0;
    std::vector<std::string> agents;
    std::string pin;
};

/// Makes a demo store and fills it: invented people whose numbers nobody can have (communes that do not exist), under
/// the test root; records of all categories; opt-outs and requests in every state; all settings. Only the first 250
/// people have records. Nobody needs to be signed in. Errors: those of openCounter(), Interrupted.
[[nodiscard]] Result<DemoStore> makeDemo(Machine &machine, const DemoWish &wish);

} // namespace guichet::kiosk
