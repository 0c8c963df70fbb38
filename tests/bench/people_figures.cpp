// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/random.h"
#include "storage/store.h"
#include "tests/bench/figures.h"
#include "tests/bench/must.h"

#include <array>
#include <stdexcept>
#include <string>

namespace guichet::bench {
namespace {

constexpr const char *kPin = "27182818";
constexpr std::array<const char *, 24> kSyllables{"MAR", "TIN", "BER", "NAR", "DU",  "PON", "LE",  "ROY",
                                                  "GI",  "RAU", "VI",  "AL",  "CHE", "VAL", "SAN", "CHO",
                                                  "FA",  "BRE", "NO",  "EL",  "ZI",  "DAN", "KA",  "OUE"};

/// A third of the names begin like one of a few common ones, the others in some two thousand ways.
std::string name(SeededRandom &random) {
    constexpr std::string_view consonants = "BCDFGHJKLMNPQRSTVWZ";
    constexpr std::string_view vowels = "AEIOU";
    std::string text;
    if (random.below(3) != 0) {
        text += consonants.at(random.below(consonants.size()));
        text += vowels.at(random.below(vowels.size()));
        text += consonants.at(random.below(consonants.size()));
    }
    for (std::uint32_t i = 0; i < 2; ++i) {
        text += kSyllables.at(random.below(kSyllables.size()));
    }
    return text;
}

std::string padded(std::uint64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Somebody who can't be (department 00), the i-th of up to 12 million.
storage::Person invented(std::uint64_t i, SeededRandom &random) {
    storage::Person person;
    const int year = 1930 + static_cast<int>(random.below(95));
    const int month = 1 + static_cast<int>(random.below(12));
    const std::string number = (i % 2 == 0 ? "1" : "2") + padded(static_cast<std::uint64_t>(year % 100), 2) +
                               padded(static_cast<std::uint64_t>(month), 2) + "00" + padded(i / 2 % 1'000'000, 6);
    person.nir = number + padded(97 - std::stoull(number) % 97, 2);
    person.insRoot = storage::defaultInsRoot(storage::StoreKind::Demo);
    person.traits.birthName = name(random);
    person.traits.givenNames = name(random) + " " + name(random);
    person.traits.born = {.year = year, .month = month, .day = 1 + static_cast<int>(random.below(28))};
    person.traits.sex = i % 2 == 0 ? storage::Sex::Male : storage::Sex::Female;
    return person;
}

struct Times {
    std::vector<double> byNumber;
    std::vector<double> byBirth;
};

Times measure(storage::People &people, const std::vector<storage::Person> &sought) {
    Times times;
    for (const storage::Person &person : sought) {
        const storage::PersonSearch number{.nir = person.nir, .born = {}, .name = {}};
        times.byNumber.push_back(millisecondsOf([&] {
            if (must(people.find(number)).empty()) {
                throw std::runtime_error("nobody has " + person.nir);
            }
        }));
    }
    for (const storage::Person &person : sought) {
        const storage::PersonSearch birth{
            .nir = {}, .born = person.traits.born.text(), .name = person.traits.birthName.substr(0, 3)};
        times.byBirth.push_back(millisecondsOf([&] {
            if (must(people.find(birth)).empty()) {
                throw std::runtime_error("nobody was born on " + person.traits.born.text());
            }
        }));
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
                some.push_back(invented(there, random));
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
