// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/record_words.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guichet;
using namespace guichet::kiosk::papers;

TEST_CASE("a time is said to the precision and in the offset that the document has", "[papers]") {
    const auto [text, words] = GENERATE(table<std::string, std::string>({
        {"2019", "2019"},
        {"202003", "mars 2020"},
        {"20200301", "1er mars 2020"},
        {"20190701164900+0100", "1er juillet 2019 à 16 h 49 (UTC+1)"},
        {"201907021649", "2 juillet 2019 à 16 h 49"},
        {"20190702164905.123-0930", "2 juillet 2019 à 16 h 49 min 05 s (UTC−9:30)"},
        {"20191301", "20191301"},
        {"bientôt", "bientôt"},
    }));
    document::Timestamp time;
    time.text = text;
    CHECK(timeInWords(time) == words);
}

TEST_CASE("what is missing is said to be missing, in words", "[papers]") {
    document::Timestamp masked;
    masked.nullFlavor = "MSK";
    CHECK(timeInWords(masked) == "valeur masquée");
    CHECK(nullFlavorInWords("NASK") == "non demandé");
    CHECK(nullFlavorInWords("ZZZ") == "ZZZ");
    CHECK(nullFlavorInWords("").empty());
}

TEST_CASE("an interval says what is known of its ends", "[papers]") {
    const auto at = [](std::string text, std::string why = {}) {
        document::Timestamp time;
        time.text = std::move(text);
        time.nullFlavor = std::move(why);
        return time;
    };
    document::Interval interval;
    interval.low = at("20190101");
    interval.high = at("20190701");
    CHECK(intervalInWords(interval) == "du 1er janvier 2019 au 1er juillet 2019");
    interval.high = at("", "UNK");
    CHECK(intervalInWords(interval) == "depuis le 1er janvier 2019 ; fin : inconnu");
    interval.low = at("", "UNK");
    CHECK(intervalInWords(interval) == "inconnu");
    CHECK(intervalInWords({}).empty());
}

TEST_CASE("numbers say whose they are", "[papers]") {
    CHECK(identifierInWords({.root = std::string(document::kTestNirRoot), .extension = "279035121518989"}) ==
          "INS 2 79 03 51 215 189 89 (NIR de test)");
    CHECK(identifierInWords({.root = "1.2.250.1.71.4.2.1", .extension = "810000000001"}) ==
          "identifiant national du professionnel 810000000001");
    CHECK(identifierInWords({.root = "1.2.3", .extension = "42"}) == "42 (1.2.3)");
    CHECK(identifierInWords({.nullFlavor = "UNK"}) == "inconnu");
}

TEST_CASE("telephone numbers are set in pairs, with their use", "[papers]") {
    CHECK(telecomInWords({.use = "H", .value = "tel:0144534551"}) == "tél. 01 44 53 45 51 (domicile)");
    CHECK(telecomInWords({.use = "WP MC", .value = "tel:+33612"}) == "tél. +33612 (travail, mobile)");
    CHECK(telecomInWords({.value = "mailto:a@exemple.invalid"}) == "a@exemple.invalid");
    CHECK(telecomInWords({.nullFlavor = "NASK"}) == "coordonnées : non demandé");
    CHECK(telecomInWords({.value = "tel:"}).empty());
}
