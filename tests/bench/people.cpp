// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/people.h"

#include <array>
#include <string>
#include <string_view>

namespace guichet::bench {
namespace {

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

std::string withZeros(std::uint64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

} // namespace

storage::Person inventedPerson(std::uint64_t i, SeededRandom &random) {
    storage::Person person;
    const int year = 1930 + static_cast<int>(random.below(95));
    const int month = 1 + static_cast<int>(random.below(12));
    const std::string number = (i % 2 == 0 ? "1" : "2") + withZeros(static_cast<std::uint64_t>(year % 100), 2) +
                               withZeros(static_cast<std::uint64_t>(month), 2) + "00" + withZeros(i / 2 % 1'000'000, 6);
    person.nir = number + withZeros(97 - std::stoull(number) % 97, 2);
    person.insRoot = storage::defaultInsRoot(storage::StoreKind::Demo);
    person.traits.birthName = name(random);
    person.traits.givenNames = name(random) + " " + name(random);
    person.traits.born = {.year = year, .month = month, .day = 1 + static_cast<int>(random.below(28))};
    person.traits.sex = i % 2 == 0 ? storage::Sex::Male : storage::Sex::Female;
    return person;
}

} // namespace guichet::bench
