// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/demo.h"

#include "base/text.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/interrupt.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {

Result<Answer> demo(Call &call) {
    constexpr int kDefault = 200;
    constexpr int kMost = 2'000'000;
    constexpr int kMostSeed = 2'000'000'000;
    GUICHET_ASSIGN(const auto persons, call.arguments().number("persons", 0, kMost));
    GUICHET_ASSIGN(const auto seed, call.arguments().number("seed", 0, kMostSeed));
    GUICHET_TRY(call.makeDefaultFolder());
    GUICHET_ASSIGN(Machine & machine, call.machine());
    const Interrupt interrupt;
    std::optional<Progress> bar;
    DemoWish wish;
    wish.folder = call.globals().store;
    wish.persons = persons.value_or(kDefault);
    wish.seed = static_cast<std::uint64_t>(seed.value_or(1));
    wish.stop = [&] { return interrupt.asked(); };
    wish.progress = [&](std::size_t done, std::size_t total) {
        if (!bar) {
            bar.emplace(call, total);
        }
        bar->step(done);
    };
    auto result = makeDemo(machine, wish);
    bar.reset();
    GUICHET_ASSIGN(const DemoStore made, std::move(result));
    return answer(
        {{"store", wish.folder.string()},
         {"persons", made.persons},
         {"records", made.records},
         {"agents", made.agents},
         {"pin", made.pin}},
        fmt::format(fmt::runtime(call.say("Espace de démonstration : {}\n{} personnes inventées, {} documents\n"
                                          "Agents : {}\nCode personnel des trois : {}",
                                          "Demo store: {}\n{} invented people, {} records\nAgents: {}\n"
                                          "PIN of the three: {}")),
                    wish.folder.string(), made.persons, made.records, join(made.agents, ", "), made.pin));
}

} // namespace guichet::kiosk::cli
