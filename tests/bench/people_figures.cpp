// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/random.h"
#include "storage/store.h"
#include "tests/bench/figures.h"
#include "tests/bench/must.h"
#include "tests/bench/people.h"

#include <stdexcept>
#include <string>

namespace guichet::bench {
namespace {

constexpr const char *kPin = "27182818";

struct Times {
    std::vector<double> byNumber;
    std::vector<double> byBirth;
    std::vector<double> withNearMisses;
};

Times measure(storage::People &people, const std::vector<storage::Person> &sought) {
    Times times;
    for (const storage::Person &person : sought) {
        const storage::PersonSearch number{.nir = person.nir, .born = {}, .name = {}, .nearMisses = false};
        times.byNumber.push_back(millisecondsOf([&] {
            if (must(people.find(number)).empty()) {
                throw std::runtime_error("nobody has " + person.nir);
            }
        }));
    }
    for (const bool near : {false, true}) {
        for (const storage::Person &person : sought) {
            const storage::PersonSearch birth{.nir = {},
                                              .born = person.traits.born.text(),
                                              .name = person.traits.birthName.substr(0, 3),
                                              .nearMisses = near};
            (near ? times.withNearMisses : times.byBirth).push_back(millisecondsOf([&] {
                if (must(people.find(birth)).empty()) {
                    throw std::runtime_error("nobody was born on " + person.traits.born.text());
                }
            }));
        }
    }
    return times;
}

} // namespace

std::vector<Figure> peopleFigures(const Ground &ground) {
    const SystemClock clock;
    SystemRandom systemRandom;
    SeededRandom random(1);
    storage::NewStore wanted;
    wanted.folder = ground.folder / "people";
    wanted.agency = "BENCH";
    wanted.station = "B1";
    wanted.admin = {.code = "D01", .name = "Bench", .role = storage::Role::Admin};
    wanted.adminPin = kPin;
    storage::Store store = must(storage::Store::create(wanted, clock, systemRandom)).store;

    std::uint64_t there = 0;
    std::vector<Times> bySize;
    for (const int size : ground.people) {
        // Whom we look for is spread over all of them.
        std::vector<storage::Person> sought;
        const std::uint64_t every = std::max<std::uint64_t>(1, (static_cast<std::uint64_t>(size) - there) /
                                                                   static_cast<std::uint64_t>(ground.searches));
        while (there < static_cast<std::uint64_t>(size)) {
            std::vector<storage::Person> some;
            for (; some.size() < 20'000 && there < static_cast<std::uint64_t>(size); ++there) {
                some.push_back(inventedPerson(there, random));
                if (there % every == 0) {
                    sought.push_back(some.back());
                }
            }
            must(inTransaction(store.database(), [&]() -> Result<void> {
                store.people().addMany(some, clock.now(), systemRandom);
                return {};
            }));
        }
        measure(store.people(), {sought.begin(), sought.begin() + static_cast<std::ptrdiff_t>(sought.size() / 20 + 1)});
        bySize.push_back(measure(store.people(), sought));
    }

    const Times &small = bySize.front();
    const Times &large = bySize.back();
    const std::string of = " of " + std::to_string(ground.people.back());
    const std::string peer = std::to_string(ground.people.front()) + " people";
    return {
        {.what = "search by number" + of + ", 99th percentile",
         .value = quantile(large.byNumber, 0.99),
         .unit = "ms",
         .peer = "",
         .peerValue = {},
         .limit = 0.1,
         .note = ""},
        {.what = "search by birth and 3 letters" + of + ", 99th percentile",
         .value = quantile(large.byBirth, 0.99),
         .unit = "ms",
         .peer = "",
         .peerValue = {},
         .limit = 0.3,
         .note = ""},
        {.what = "the same with near misses" + of + ", 99th percentile",
         .value = quantile(large.withNearMisses, 0.99),
         .unit = "ms",
         .peer = "",
         .peerValue = {},
         .limit = 20,
         .note = ""},
        {.what = "search by number" + of + ", median",
         .value = median(large.byNumber),
         .unit = "ms",
         .peer = peer,
         .peerValue = median(small.byNumber),
         .limit = 2,
         .note = ""},
        {.what = "search by birth and 3 letters" + of + ", median",
         .value = median(large.byBirth),
         .unit = "ms",
         .peer = peer,
         .peerValue = median(small.byBirth),
         .limit = 2,
         .note = ""},
    };
}

} // namespace guichet::bench
