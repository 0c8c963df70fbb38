// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/document.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guichet;
using namespace guichet::document;
using namespace std::chrono_literals;

namespace {

NamePart part(NamePart::Kind kind, std::string text, std::string qualifiers = {}) {
    return NamePart{kind, std::move(text), std::move(qualifiers), {}};
}

} // namespace

TEST_CASE("the day of a time is the one in its own offset", "[document]") {
    using Case = std::pair<std::string_view, std::optional<CivilDate>>;
    const auto [text, day] = GENERATE(
        Case{"20200317171100+0100", 2020y / 3 / 17}, Case{"20200317235959-1100", 2020y / 3 / 17},
        Case{"20200317", 2020y / 3 / 17}, Case{"202101041120+0100", 2021y / 1 / 4},
        Case{"20240229120000.1234+0200", 2024y / 2 / 29}, Case{"202003", std::nullopt}, Case{"2020", std::nullopt},
        Case{"", std::nullopt}, Case{"20230229", std::nullopt}, Case{"20201317", std::nullopt},
        Case{"2020-03-17", std::nullopt}, Case{"20200317250000", std::nullopt}, Case{"2020031", std::nullopt},
        Case{"20200317T10", std::nullopt}, Case{"20200317101010.", std::nullopt}, Case{"20200317+1500", std::nullopt});
    CAPTURE(text);
    CHECK(Timestamp{std::string(text), {}}.day() == day);
}

TEST_CASE("a time keeps its precision and its offset", "[document]") {
    const auto minute = parseTime("202101041120-0330");
    REQUIRE(minute);
    CHECK(minute->hour == 11);
    CHECK(minute->minute == 20);
    CHECK_FALSE(minute->second);
    CHECK(minute->offsetMinutes == -210);
    const auto year = parseTime("1979");
    REQUIRE(year);
    CHECK(year->year == 1979);
    CHECK_FALSE(year->month);
    CHECK_FALSE(year->offsetMinutes);
}

TEST_CASE("birth name, name in use and given names are told apart by their qualifiers", "[document]") {
    using enum NamePart::Kind;
    Patient patient;
    patient.names = {Name{{},
                          {part(Family, "MOULIN", "BR"), part(Given, "Odile Rose"), part(Given, "Odile", "BR"),
                           part(Family, "GARNIER", "SP CL"), part(Given, "Rose", "CL")},
                          {}}};
    CHECK(patient.birthName() == "MOULIN");
    CHECK(patient.usedName() == "GARNIER");
    CHECK(patient.givenNames() == "Odile Rose");
    CHECK(patient.firstGivenName() == "Odile");
    CHECK(patient.usedGivenName() == "Rose");
    CHECK(patient.names.front().text() == "Odile Rose Odile Rose MOULIN GARNIER");

    patient.names = {Name{{}, {part(Family, "MOULIN"), part(Given, "Odile"), part(Given, "Rose")}, {}}};
    CHECK(patient.birthName() == "MOULIN");
    CHECK(patient.usedName().empty());
    CHECK(patient.givenNames() == "Odile Rose");
    CHECK(patient.firstGivenName() == "Odile");
}

TEST_CASE("a name is written title, given name, family name, whatever order it came in", "[document]") {
    using enum NamePart::Kind;
    const Name name{{}, {part(Family, "LEROUX"), part(Given, "Paul"), part(Suffix, "DR"), part(Prefix, "M")}, {}};
    CHECK(name.text() == "M Paul LEROUX DR");
    CHECK(Name{{}, {part(Text, "Laboratoire des Tilleuls")}, {}}.text() == "Laboratoire des Tilleuls");
}

TEST_CASE("the category follows code and code system together", "[document]") {
    CHECK(categoryOf("57833-6", "2.16.840.1.113883.6.1") == Category::Prescription);
    CHECK(categoryOf("REMB", "1.2.250.1.213.1.1.4.12") == Category::Reimbursement);
    CHECK(categoryOf("SYNTH", "1.2.250.1.213.1.1.4.12") == Category::Other);
    CHECK(categoryOf("57833-6", "1.2.3") == std::nullopt);
    CHECK(categoryOf("", "") == std::nullopt);
    for (const auto category : {Category::Prescription, Category::Certificate, Category::Result, Category::Hospital,
                                Category::Reimbursement, Category::Other}) {
        CHECK(categoryFromName(categoryName(category)) == category);
    }
    CHECK(categoryFromName("letter") == std::nullopt);
}

TEST_CASE("visibility marks add up, and normal stands alone", "[document]") {
    CHECK(Visibility{}.names() == std::vector<std::string>{"normal"});
    CHECK(Visibility{true, false, true}.names() ==
          std::vector<std::string>{"hidden-from-person", "hidden-from-professionals"});
}

TEST_CASE("an address is written as on an envelope", "[document]") {
    const Address address{"H",
                          {{"houseNumber", "12"},
                           {"streetName", "rue des Lilas"},
                           {"unitID", "Escalier B"},
                           {"postalCode", "81000"},
                           {"city", "ALBI"},
                           {"country", "FRANCE"}},
                          {}};
    CHECK(address.lines() == std::vector<std::string>{"Escalier B", "12 rue des Lilas", "81000 ALBI", "FRANCE"});
    CHECK(address.part("city") == "ALBI");
}

TEST_CASE("a picture is found by its own identifier or by a region of it, at any depth", "[document]") {
    Document document;
    document.sections.resize(2);
    document.sections[1].sections.resize(1);
    Media media;
    media.id = "image-1";
    media.regionIds = {"region-1"};
    document.sections[1].sections[0].media = {media};
    REQUIRE(document.media("image-1") != nullptr);
    CHECK(document.media("region-1") == document.media("image-1"));
    CHECK(document.media("image-2") == nullptr);
    CHECK(document.media("") == nullptr);
}
