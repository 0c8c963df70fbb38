// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/near_names.h"

#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <string>

using namespace guichet;
using storage::mayMean;

TEST_CASE("three letters may mean a name that they do not begin") {
    const auto [letters, name, meant] = GENERATE(table<const char *, const char *, bool>({
        {"mar", "MARTIN", true},        // as they are
        {"obr", "O’Brien", true},       // without what stands between
        {"lea", "Léa", true},           //
        {"mat", "MARTIN", true},        // one wrong; and one left out
        {"mra", "MARTIN", true},        // two swapped
        {"amr", "MARTIN", true},        //
        {"mrt", "MARTIN", true},        // one left out
        {"art", "MARTIN", true},        //
        {"fil", "PHILIPPE", true},      // the same sound
        {"phi", "FILIP", true},         //
        {"kat", "Catherine", true},     //
        {"iva", "Yvanne", true},        //
        {"her", "ERIC", true},          //
        {"dup", "MARTIN-DUPONT", true}, // a later part
        {"tou", "DE LA TOUR", true},    //
        {"cel", "Marie-Céline", true},  //
        {"bri", "O'Brien", true},       //
        {"мар", "МАРИНА", true},        // any script
        {"мра", "МАРИНА", true},        //
        {"dur", "MARTIN", false},       // nothing of it
        {"tin", "MARTIN", false},       // the end is no beginning
        {"nit", "MARTIN", false},       //
        {"m", "NORA", false},           // one letter alone means what it is
        {"ma", "MO", false},            // one of two wrong leaves one
        {"ma", "AMIR", true},           // but they may be swapped
        {"mar", "MA", false},           //
        {"mar", "", false},             //
    }));
    INFO(letters << " " << name);
    CHECK(mayMean(letters, name) == meant);
}

TEST_CASE("whatever a name is, its beginning means it") {
    CHECK(rc::check([](const std::string &text) {
        const std::string key = nameKey(text);
        RC_PRE(!key.empty());
        std::size_t end = 1;
        while (end < key.size() && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        RC_ASSERT(mayMean(std::string_view(key).substr(0, end), text));
    }));
}
