// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/people.h"

#include "storage/document/document.h"
#include "storage/migrations.h"
#include "storage/nir.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

using namespace guichet;
using namespace guichet::storage;
using test::must;
using namespace std::chrono_literals;

namespace {

constexpr CivilDate kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
const std::string kTestRoot(document::kTestNirRoot);

BirthDate born(std::string_view text) { return must(BirthDate::parse(text)); }

/// The identity that the published examples use, and people like it.
Traits traits(std::string birthName = "PAT-TROIS", std::string givenNames = "DOMINIQUE MARIE-LOUISE",
              std::string_view date = "1979-03-28", Sex sex = Sex::Female) {
    Traits traits;
    traits.birthName = std::move(birthName);
    traits.givenNames = std::move(givenNames);
    traits.born = born(date);
    traits.sex = sex;
    return traits;
}

struct PeopleFixture {
    Database database = Database::memory();
    Instant now = must(parseInstant("2026-11-24T08:15:30.123Z"));
    SeededRandom random{3};
    People people{database, StoreKind::Demo, "A1"};

    PeopleFixture() { must(migrate(database)); }

    std::string add(const Traits &who, const std::optional<std::string> &nir = std::nullopt) {
        return must(people.add(who, nir, now, kToday, random));
    }
    TakenPerson document(const Traits &who, const std::string &number = "279035121518989",
                         std::vector<PersonNumber> others = {}) {
        IncomingPerson incoming;
        incoming.traits = who;
        if (!number.empty()) {
            incoming.ins = PersonNumber{kTestRoot, number};
        }
        incoming.otherNumbers = std::move(others);
        return people.takeFromDocument(incoming, now, random);
    }
    TakenPerson list(const Traits &who, const std::string &number, std::optional<int> rank) {
        IncomingPerson incoming;
        incoming.traits = who;
        if (!number.empty()) {
            incoming.ins = PersonNumber{kTestRoot, number};
        }
        incoming.rank = rank;
        return people.takeFromList(incoming, now, random);
    }
    std::vector<std::string> find(const PersonSearch &search) {
        std::vector<std::string> ids;
        for (const FoundPerson &found : must(people.find(search))) {
            ids.push_back(found.person.id);
        }
        return ids;
    }
    std::vector<std::string> find(const char *date, const char *letters) {
        PersonSearch search;
        search.born = date;
        search.name = letters;
        return find(search);
    }
    std::vector<std::string> findNir(const char *nir) {
        PersonSearch search;
        search.nir = nir;
        return find(search);
    }
    ErrorCode failure(std::optional<std::string> nir, std::optional<std::string> date,
                      std::optional<std::string> name) {
        PersonSearch search;
        search.nir = std::move(nir);
        search.born = std::move(date);
        search.name = std::move(name);
        const auto result = people.find(search);
        REQUIRE_FALSE(result);
        return result.error().code;
    }
};

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a date of birth is a day, a month, a year or nothing", "[people]") {
    CHECK(born("1979-03-28") == BirthDate{1979, 3, 28});
    CHECK(born("1979-03") == BirthDate{1979, 3, 0});
    CHECK(born("1979") == BirthDate{1979, 0, 0});
    CHECK(born("unknown") == BirthDate{});
    CHECK(born("") == BirthDate{});
    for (const char *text : {"1979-03-28", "1979-03", "1979"}) {
        CHECK(born(text).text() == text);
    }
    for (const char *bad :
         {"1979-02-29", "1979-13", "79", "28/03/1979", "1979-3-28", "0999-01-01", "1979-03-2x", "-979"}) {
        INFO(bad);
        CHECK(BirthDate::parse(bad).error().code == ErrorCode::BadDate);
    }
}

TEST_CASE("somebody is found by their number, with and without its key", "[people]") {
    PeopleFixture fixture;
    const std::string id = fixture.add(traits(), "2 79 03 51 215 189 89");
    CHECK(fixture.findNir("279035121518989") == Ids{id});
    CHECK(fixture.findNir("2790351215189") == Ids{id});
    CHECK(fixture.findNir("2 79 03 51 215 189 89") == Ids{id});
    CHECK(fixture.findNir("277076322082910").empty());
    const Person person = must(fixture.people.get(id));
    CHECK(person.nir == "279035121518989");
    CHECK(person.insRoot == kTestRoot);
    CHECK(person.traits == traits());
    CHECK(person.station == "A1");
}

TEST_CASE("somebody is found by date of birth and the beginning of any of their names", "[people]") {
    PeopleFixture fixture;
    Traits who = traits("D’Hérouville-Œuvré", "Zoé Anne-Lise Éléonore");
    who.usedName = "LE GOFF";
    const std::string id = fixture.add(who);
    for (const char *letters :
         {"", "D", "dh", "DHE", "d'h", "D’HÉ", "Zoé", "zo", "ann", "ELE", "éle", "leg", "LE G", "l"}) {
        INFO(letters);
        CHECK(fixture.find("1979-03-28", letters) == Ids{id});
    }
    for (const char *letters : {"her", "lis", "gof", "zoo", "x"}) {
        INFO(letters);
        CHECK(fixture.find("1979-03-28", letters).empty());
    }
    CHECK(fixture.find("1979-03-29", "zoe").empty());
    PersonSearch dateAlone;
    dateAlone.born = "1979-03-28";
    CHECK(fixture.find(dateAlone) == Ids{id});
}

TEST_CASE("a search that asks too little or too much says which", "[people]") {
    PeopleFixture fixture;
    const std::string good = "279035121518989";
    CHECK(fixture.failure({}, {}, {}) == ErrorCode::NoSearch);
    CHECK(fixture.failure({}, {}, "") == ErrorCode::NoSearch);
    CHECK(fixture.failure({}, {}, "MAR") == ErrorCode::NameAlone);
    CHECK(fixture.failure({}, {}, "MARTIN") == ErrorCode::NameAlone);
    CHECK(fixture.failure({}, "1979-03-28", "MART") == ErrorCode::NameTooLong);
    CHECK(fixture.failure(good, {}, "MART") == ErrorCode::NameTooLong);
    CHECK(fixture.failure({}, "28/03/1979", "MAR") == ErrorCode::BadDate);
    CHECK(fixture.failure({}, "", "MAR") == ErrorCode::BadDate);
    CHECK(fixture.failure({}, "unknown", {}) == ErrorCode::NoSearch);
    CHECK(fixture.failure("", {}, {}) == ErrorCode::NirLength);
    CHECK(fixture.failure("884058832102523", {}, {}) == ErrorCode::NirFormat);
    CHECK(fixture.failure("255081416802500", {}, {}) == ErrorCode::NirKey);
}

TEST_CASE("a date of birth that is known in part is found by whole dates, as near", "[people]") {
    PeopleFixture fixture;
    const std::string month = fixture.add(traits("MARTIN", "Alex", "1979-03"));
    const std::string year = fixture.add(traits("MARTY", "Alex", "1979"));
    const std::string day = fixture.add(traits("MARAIS", "Alex", "1979-03-28"));
    const std::string never = fixture.add(traits("MARION", "Alex", "unknown"));
    PersonSearch search;
    search.born = "1979-03-28";
    search.name = "mar";
    const auto found = must(fixture.people.find(search));
    REQUIRE(found.size() == 3);
    CHECK(found[0].person.id == day);
    CHECK(found[0].match == Match::Exact);
    CHECK(found[1].person.id == month);
    CHECK(found[1].match == Match::Near);
    CHECK(found[2].person.id == year);
    CHECK(fixture.find("1979-04-28", "mar") == Ids{year});
    CHECK(fixture.find("unknown", "mar") == Ids{never});
}

TEST_CASE("a part of a date of birth finds, by letters, whoever may be born then", "[people]") {
    PeopleFixture fixture;
    const std::string month = fixture.add(traits("MARTIN", "Alex", "1979-03"));
    const std::string year = fixture.add(traits("MARTY", "Alex", "1979"));
    const std::string day = fixture.add(traits("MARAIS", "Alex", "1979-03-28"));
    const std::string december = fixture.add(traits("MARCHAND", "Alex", "1979-12-31"));
    const std::string before = fixture.add(traits("MARION", "Alex", "1978-12-31"));
    (void)fixture.add(traits("MARIN", "Alex", "1980-01-01"));
    (void)fixture.add(traits("AUTRE", "Sacha", "1979-03-28"));
    const auto matches = [&](const std::string &born) {
        PersonSearch search;
        search.born = born;
        search.name = "mar";
        std::map<std::string, Match> found;
        for (const FoundPerson &one : must(fixture.people.find(search))) {
            found.emplace(one.person.id, one.match);
        }
        return found;
    };
    using Found = std::map<std::string, Match>;
    CHECK(matches("1979") ==
          Found{{year, Match::Exact}, {month, Match::Near}, {day, Match::Near}, {december, Match::Near}});
    CHECK(matches("1979-03") == Found{{month, Match::Exact}, {year, Match::Near}, {day, Match::Near}});
    CHECK(matches("1978") == Found{{before, Match::Near}});
    CHECK(matches("1977").empty());
    CHECK(fixture.failure({}, "1979", {}) == ErrorCode::NoSearch);
}

TEST_CASE("a number that fits with another date is near, not exact", "[people]") {
    PeopleFixture fixture;
    (void)fixture.add(traits(), "279035121518989");
    PersonSearch search;
    search.nir = "279035121518989";
    search.born = "1979-03-28";
    search.name = "pat";
    CHECK(must(fixture.people.find(search)).at(0).match == Match::Exact);
    search.name = "xyz";
    CHECK(must(fixture.people.find(search)).at(0).match == Match::Near);
    search.name = {};
    search.born = "1980-03-28";
    CHECK(must(fixture.people.find(search)).at(0).match == Match::Near);
}

TEST_CASE("homonyms born the same day are all found, in the order of their names", "[people]") {
    PeopleFixture fixture;
    const std::string b = fixture.add(traits("MARTIN", "Béa"));
    const std::string a = fixture.add(traits("MARTIN", "Anne"));
    const std::string c = fixture.add(traits("MARCHAND", "Zoé"));
    CHECK(fixture.find("1979-03-28", "mar") == Ids{c, a, b});
}

TEST_CASE("what is added by hand is checked", "[people]") {
    PeopleFixture fixture;
    const auto failure = [&](const Traits &who, const std::optional<std::string> &nir = std::nullopt) {
        return fixture.people.add(who, nir, fixture.now, kToday, fixture.random).error();
    };
    CHECK(failure(traits("", "Anne")) == Error{ErrorCode::MissingField, "birth-name", {}});
    CHECK(failure(traits(" - ", "Anne")) == Error{ErrorCode::MissingField, "birth-name", {}});
    CHECK(failure(traits("MARTIN", "  ")) == Error{ErrorCode::MissingField, "given-names", {}});
    CHECK(failure(traits("MARTIN", "Anne", "2026-11-25")).code == ErrorCode::FutureDate);
    CHECK(failure(traits("MARTIN", "Anne", "2027")).code == ErrorCode::FutureDate);
    CHECK(failure(traits(), "27903512151898").code == ErrorCode::NirLength);
    CHECK(failure(traits(), "").code == ErrorCode::NirLength);
    CHECK(fixture.people.count() == 0);
    (void)fixture.add(traits("MARTIN", "Anne", "2026-11-24"));
    (void)fixture.add(traits("MARTIN", "Anne", "2026"));
    CHECK(fixture.people.count() == 2);
}

TEST_CASE("a number is one person's, but a newborn may share a parent's", "[people]") {
    PeopleFixture fixture;
    const std::string mother = fixture.add(traits(), "279035121518989");
    CHECK(fixture.people.add(traits(), "279035121518989", fixture.now, kToday, fixture.random).error().code ==
          ErrorCode::PersonExists);
    CHECK(
        fixture.people.add(traits("AUTRE", "Nom"), "2790351215189", fixture.now, kToday, fixture.random).error().code ==
        ErrorCode::PersonExists);
    const std::string child = fixture.add(traits("PAT-TROIS", "LÉA", "2026-11-20"), "279035121518989");
    CHECK(fixture.findNir("279035121518989").size() == 2);
    CHECK(must(fixture.people.get(child)).doubtful);
    CHECK_FALSE(must(fixture.people.get(mother)).doubtful);
    const auto doubts = fixture.people.doubts();
    REQUIRE(doubts.size() == 1);
    CHECK(doubts[0].person == child);
    CHECK(doubts[0].other == mother);
}

TEST_CASE("a document's person is the one who has the INS", "[people]") {
    PeopleFixture fixture;
    const TakenPerson first = fixture.document(traits());
    CHECK(first.outcome == TakenPerson::Outcome::Added);
    CHECK_FALSE(first.identityDiffers);
    const TakenPerson again = fixture.document(traits("Pat Trois", "Dominique"));
    CHECK(again.id == first.id);
    CHECK(again.outcome == TakenPerson::Outcome::Unchanged);
    CHECK_FALSE(again.identityDiffers);
    // Under another root of the INS it is the same number.
    IncomingPerson incoming;
    incoming.traits = traits();
    incoming.ins = PersonNumber{std::string(document::kDemonstrationNirRoot), "279035121518989"};
    CHECK(fixture.people.takeFromDocument(incoming, fixture.now, fixture.random).id == first.id);
}

TEST_CASE("other traits under the same INS are the same person, and it is said", "[people]") {
    const auto [name, given, date, sex] = GENERATE(table<const char *, const char *, const char *, Sex>({
        {"MARTIN", "DOMINIQUE", "1979-03-28", Sex::Female},
        {"PAT-TROIS", "CLAUDE", "1979-03-28", Sex::Female},
        {"PAT-TROIS", "DOMINIQUE", "1979-03-29", Sex::Female},
        {"PAT-TROIS", "DOMINIQUE", "1989-03-27", Sex::Female},
        {"PAT-TROIS", "DOMINIQUE", "1969-03-29", Sex::Female},
        {"PAT-TROIS", "DOMINIQUE", "1979-03-28", Sex::Male},
    }));
    CAPTURE(name, given, date);
    PeopleFixture fixture;
    const TakenPerson first = fixture.document(traits());
    const TakenPerson other = fixture.document(traits(name, given, date, sex));
    CHECK(other.id == first.id);
    CHECK(other.identityDiffers);
    CHECK_FALSE(other.doubtful);
    CHECK(fixture.people.count() == 1);
    CHECK(must(fixture.people.get(first.id)).traits == traits());
}

TEST_CASE("what a document does not know does not differ", "[people]") {
    PeopleFixture fixture;
    const TakenPerson first = fixture.document(traits());
    for (const Traits &who : {traits("PAT-TROIS", "DOMINIQUE", "1979-03", Sex::Unknown),
                              traits("PAT-TROIS", "", "", Sex::Female), traits("", "DOMINIQUE", "1979", Sex::Female)}) {
        const TakenPerson other = fixture.document(who);
        CHECK(other.id == first.id);
        CHECK_FALSE(other.identityDiffers);
    }
}

TEST_CASE("ten years or more apart under the same INS are two people, in doubt", "[people]") {
    const std::string date = GENERATE(as<std::string>{}, "1989-03-28", "1969-03-28", "2024-02-01", "1990");
    CAPTURE(date);
    PeopleFixture fixture;
    const TakenPerson parent = fixture.document(traits());
    const TakenPerson child = fixture.document(traits("PAT-TROIS", "LÉA", date));
    CHECK(child.id != parent.id);
    CHECK(child.outcome == TakenPerson::Outcome::Added);
    CHECK(child.identityDiffers);
    CHECK(child.doubtful);
    // Later documents of each find the right one, and the child's stay in doubt.
    const TakenPerson parentAgain = fixture.document(traits());
    CHECK(parentAgain.id == parent.id);
    CHECK_FALSE(parentAgain.doubtful);
    CHECK_FALSE(parentAgain.identityDiffers);
    const TakenPerson childAgain = fixture.document(traits("PAT-TROIS", "LÉA", date));
    CHECK(childAgain.id == child.id);
    CHECK(childAgain.doubtful);
    CHECK(childAgain.identityDiffers);
    CHECK(fixture.people.count() == 2);
}

TEST_CASE("a rank of two or more in the list is another person under the insured person's number", "[people]") {
    PeopleFixture fixture;
    const std::string number = "279035121518989";
    const Traits child = traits("PAT-TROIS", "LÉA", "1985-01-01"); // less than ten years apart
    SECTION("the insured person first") {
        const TakenPerson parent = fixture.list(traits(), number, 1);
        const TakenPerson second = fixture.list(child, number, 2);
        CHECK(second.id != parent.id);
        CHECK(second.doubtful);
        CHECK(second.identityDiffers);
        CHECK_FALSE(must(fixture.people.get(parent.id)).doubtful);
    }
    SECTION("the insured person last") {
        const TakenPerson second = fixture.list(child, number, 2);
        CHECK_FALSE(second.doubtful);
        const TakenPerson parent = fixture.list(traits(), number, 1);
        CHECK(second.id != parent.id);
        CHECK_FALSE(parent.doubtful);
        CHECK(must(fixture.people.get(second.id)).doubtful);
    }
    SECTION("a document of the insured person after the list named only the child") {
        const TakenPerson second = fixture.list(child, number, 2);
        const TakenPerson parent = fixture.document(traits());
        CHECK(second.id != parent.id);
        CHECK(parent.doubtful);
    }
    CHECK(fixture.people.count() == 2);
    CHECK(fixture.people.doubts().size() == 1);
}

TEST_CASE("without an INS a sender's number and the same traits make the same person", "[people]") {
    PeopleFixture fixture;
    const PersonNumber hospital{"1.2.3.4", "IPP-77"};
    const TakenPerson first = fixture.document(traits(), "", {hospital});
    CHECK(first.outcome == TakenPerson::Outcome::Added);
    CHECK(fixture.document(traits(), "", {hospital}).id == first.id);
    CHECK(fixture.document(traits("PAT-TROIS", "CLAUDE"), "", {hospital}).id != first.id);
    CHECK(fixture.document(traits(), "", {{"1.2.3.5", "IPP-77"}}).id != first.id);
    CHECK(fixture.document(traits("PAT-TROIS", "DOMINIQUE", "1979-03-29"), "", {hospital}).id != first.id);
    CHECK(fixture.document(traits("PAT-TROIS", "DOMINIQUE", "1979-03-28", Sex::Male), "", {hospital}).id != first.id);
    // An INS that comes later is theirs from then on.
    const TakenPerson known = fixture.document(traits(), "279035121518989", {hospital});
    CHECK(known.id == first.id);
    CHECK_FALSE(known.identityDiffers);
    CHECK(fixture.findNir("279035121518989") == Ids{first.id});
    CHECK(must(fixture.people.get(first.id)).nir == "279035121518989");
}

TEST_CASE("a number with a wrong key is kept as it came and found by its thirteen characters", "[people]") {
    PeopleFixture fixture;
    const TakenPerson taken = fixture.document(traits(), "221042545611404");
    CHECK(must(fixture.people.get(taken.id)).nir == "221042545611404");
    CHECK(fixture.findNir("2210425456114") == Ids{taken.id});
    CHECK(fixture.failure("221042545611404", {}, {}) == ErrorCode::NirKey);
}

TEST_CASE("a document fills in what is blank, the list replaces what it gives", "[people]") {
    PeopleFixture fixture;
    const std::string id = fixture.add(traits(), "279035121518989");
    IncomingPerson incoming;
    incoming.traits = traits();
    incoming.traits.usedName = "DURAND";
    incoming.traits.birthPlaceCode = "51215";
    incoming.ins = PersonNumber{kTestRoot, "279035121518989"};
    incoming.address = "28 av. de Breteuil\n75007 Paris";
    CHECK(fixture.people.takeFromDocument(incoming, fixture.now, fixture.random).outcome ==
          TakenPerson::Outcome::Changed);
    CHECK(fixture.find("1979-03-28", "dur") == Ids{id});

    incoming.traits.usedName = "LEROY";
    incoming.address = "1 rue Neuve\n81000 Albi";
    CHECK(fixture.people.takeFromDocument(incoming, fixture.now, fixture.random).outcome ==
          TakenPerson::Outcome::Unchanged);
    CHECK(must(fixture.people.get(id)).traits.usedName == "DURAND");

    CHECK(fixture.people.takeFromList(incoming, fixture.now + 1s, fixture.random).outcome ==
          TakenPerson::Outcome::Changed);
    CHECK(fixture.people.takeFromList(incoming, fixture.now + 2s, fixture.random).outcome ==
          TakenPerson::Outcome::Unchanged);
    const Person person = must(fixture.people.get(id));
    CHECK(person.traits.usedName == "LEROY");
    CHECK(person.address == "1 rue Neuve\n81000 Albi");
    CHECK(person.changedAt == fixture.now + 1s);
    CHECK(fixture.find("1979-03-28", "ler") == Ids{id});
    CHECK(fixture.find("1979-03-28", "dur").empty());
}

TEST_CASE("the list knows again somebody who has no number", "[people]") {
    PeopleFixture fixture;
    const TakenPerson first = fixture.list(traits(), "", std::nullopt);
    CHECK(first.outcome == TakenPerson::Outcome::Added);
    CHECK(fixture.list(traits(), "", std::nullopt).id == first.id);
    const TakenPerson numbered = fixture.list(traits("AUTRE", "Nom"), "", std::nullopt);
    CHECK(numbered.id != first.id);
    CHECK(fixture.people.count() == 2);
}

TEST_CASE("how somebody wants to be reached is kept and replaced as a whole", "[people]") {
    PeopleFixture fixture;
    const std::string id = fixture.add(traits());
    const std::vector<ContactPreference> wanted{{"collect", ""}, {"other-address", "chez M. Noir, 81000 Albi"}};
    must(fixture.people.setContact(id, wanted, fixture.now));
    CHECK(must(fixture.people.contact(id)) == wanted);
    const std::vector<ContactPreference> bad{{"pigeon", ""}};
    CHECK(fixture.people.setContact(id, bad, fixture.now).error().code == ErrorCode::BadValue);
    CHECK(must(fixture.people.contact(id)) == wanted);
    must(fixture.people.setContact(id, {}, fixture.now));
    CHECK(must(fixture.people.contact(id)).empty());
    CHECK(fixture.people.contact("nobody").error().code == ErrorCode::Nobody);
}

namespace {

std::vector<std::string> causes(const std::vector<Doubt> &doubts) {
    std::vector<std::string> words;
    for (const Doubt &doubt : doubts) {
        words.emplace_back(toText(doubt.cause));
    }
    return words;
}

} // namespace

TEST_CASE("what a supervisor has to look at is noticed as it comes in", "[people]") {
    PeopleFixture fixture;
    const std::string number = "279035121518989";
    const auto found = [&] { return causes(fixture.people.doubts()); };
    const TakenPerson first = fixture.document(traits(), number, {{"1.2.3", "77"}});
    CHECK(found().empty());
    SECTION("one number, other traits: one person, in two entries until somebody has looked") {
        const TakenPerson other = fixture.document(traits("DUPONT"), number);
        CHECK(other.id == first.id);
        CHECK(other.entry != first.id);
        CHECK(other.identityDiffers);
        CHECK(found() == std::vector<std::string>{"other-traits"});
        CHECK(fixture.people.doubts().front().together);
        CHECK(fixture.people.count() == 1);
        // The same again is no new doubt, and what came first is as it was.
        CHECK(fixture.document(traits("DUPONT"), number).entry == other.entry);
        CHECK(fixture.document(traits(), number).entry == first.id);
        CHECK(found().size() == 1);
        CHECK(must(fixture.people.get(first.id)).traits.birthName == "PAT-TROIS");
        // Found under either name, once.
        CHECK(fixture.find("1979-03-28", "dup") == Ids{first.id});
        CHECK(fixture.find("1979-03-28", "pat") == Ids{first.id});
        CHECK(fixture.findNir(number.c_str()) == Ids{first.id});
    }
    SECTION("a sender's number that fits and another INS") {
        const TakenPerson other = fixture.document(traits(), "279035121519088", {{"1.2.3", "77"}});
        CHECK(other.id == first.id);
        CHECK(other.identityDiffers);
        CHECK(found() == std::vector<std::string>{"new-number"});
        CHECK(fixture.findNir("279035121519088") == Ids{first.id});
    }
    SECTION("a number that two people have") {
        CHECK(fixture.document(traits("ENFANT", "Zoé", "2019-07-12"), number).doubtful);
        CHECK(found() == std::vector<std::string>{"shared-number"});
    }
    SECTION("a newborn without a number, whom the list names with one later") {
        const std::string added = fixture.add(traits("EXEMPLE", "Léa", "2026-11-01"));
        const TakenPerson listed = fixture.list(traits("EXEMPLE", "Léa", "2026-11-01"), "226119900100175", {});
        CHECK(listed.id != added);
        CHECK_FALSE(listed.doubtful);
        CHECK(found() == std::vector<std::string>{"same-traits"});
    }
    SECTION("somebody added by hand without a number, who is there with one") {
        const std::string added = fixture.add(traits());
        CHECK(added != first.id);
        CHECK(found() == std::vector<std::string>{"same-traits"});
        CHECK_FALSE(must(fixture.people.get(added)).doubtful);
    }
    SECTION("two numbers that are final are two people") {
        CHECK(fixture.document(traits(), "279035121519088").id != first.id);
        CHECK(found().empty());
    }
}

TEST_CASE("a NIA becomes the NIR as it is, and its letters are not asked again", "[people]") {
    PeopleFixture fixture;
    People live(fixture.database, StoreKind::Live, "A1");
    IncomingPerson incoming;
    incoming.traits = traits();
    incoming.ins = PersonNumber{std::string(document::kNiaRoot), "279035121518989"};
    const TakenPerson first = live.takeFromDocument(incoming, fixture.now, fixture.random);
    CHECK(must(live.get(first.id)).insRoot == document::kNiaRoot);
    incoming.ins->root = std::string(document::kNirRoot);
    CHECK(live.takeFromDocument(incoming, fixture.now, fixture.random).id == first.id);
    CHECK(must(live.get(first.id)).insRoot == document::kNirRoot);
    CHECK(live.doubts().empty());
}

TEST_CASE("who was merged is one person, and two again with all that each of them had", "[people]") {
    PeopleFixture fixture;
    People &people = fixture.people;
    const std::string added = fixture.add(traits("EXEMPLE", "Léa", "2026-11-01"));
    const std::string listed = fixture.list(traits("EXEMPLE", "Léa", "2026-11-01"), "226119900100175", {}).id;
    const std::vector<ContactPreference> wanted{{"nothing-at-home", ""}};
    must(people.setContact(listed, wanted, fixture.now));
    const Person before = must(people.get(added));
    REQUIRE(people.doubts().size() == 1);
    const Doubt doubt = people.doubts().front();

    CHECK(people.merge("nobody", added, fixture.now, fixture.random).error().code == ErrorCode::Nobody);
    const Decided decided = must(people.merge(added, listed, fixture.now, fixture.random));
    CHECK(decided.person == added);
    CHECK(decided.other == listed);
    CHECK(people.doubts().empty());
    CHECK(people.count() == 1);
    CHECK(must(people.get(listed)).id == added);
    CHECK(must(people.get(added)).nir == "226119900100175");
    CHECK(must(people.entry(added)).nir.empty());
    CHECK(must(people.contact(added)) == wanted);
    CHECK(fixture.find("2026-11-01", "exe") == Ids{added});
    CHECK(fixture.findNir("226119900100175") == Ids{added});
    CHECK(people.merge(added, listed, fixture.now, fixture.random).error().code == ErrorCode::AlreadyDone);
    CHECK(people.merge(listed, added, fixture.now, fixture.random).error().code == ErrorCode::AlreadyDone);
    REQUIRE(people.merged().size() == 1);
    CHECK(people.merged().front().id == doubt.id);

    CHECK(people.unmerge(added, fixture.now).error().code == ErrorCode::Nothing); // who speaks for them
    CHECK(people.unmerge("nobody", fixture.now).error().code == ErrorCode::Nothing);
    const Decided apart = must(people.unmerge(GENERATE(true, false) ? listed : doubt.id, fixture.now));
    CHECK(apart.person == added);
    CHECK(apart.other == listed);
    CHECK(must(people.get(added)) == before);
    CHECK(must(people.get(listed)).nir == "226119900100175");
    CHECK(people.count() == 2);
    CHECK(people.merged().empty());
    CHECK(people.doubts().empty());
    CHECK(people.unmerge(doubt.id, fixture.now).error().code == ErrorCode::AlreadyDone);
    // It may be decided once more.
    CHECK(must(people.merge(listed, added, fixture.now, fixture.random)).person == listed);
}

TEST_CASE("a decision ends the doubt, whichever it is, and names who speaks for the person", "[people]") {
    PeopleFixture fixture;
    People &people = fixture.people;
    const std::string number = "279035121518989";
    const std::string first = fixture.document(traits(), number).id;
    SECTION("two people share a number") {
        const std::string child = fixture.document(traits("ENFANT", "Zoé", "2019-07-12"), number).id;
        const std::string third = fixture.document(traits("AUTRE", "Ali", "2003-07-12"), number).id;
        CHECK(must(people.get(child)).doubtful);
        std::ignore = must(people.unmerge(people.doubts().front().id, fixture.now));
        CHECK_FALSE(must(people.get(child)).doubtful);
        CHECK(must(people.get(third)).doubtful); // nobody has looked at that one
        CHECK(people.doubts().size() == 1);
        CHECK_FALSE(fixture.document(traits("ENFANT", "Zoé", "2019-07-12"), number).doubtful);
    }
    SECTION("the other traits are the right ones") {
        const std::string right = fixture.document(traits("DUPONT"), number).entry;
        CHECK(must(people.merge(right, first, fixture.now, fixture.random)).person == right);
        CHECK(must(people.get(first)).traits.birthName == "DUPONT");
        CHECK(people.doubts().empty());
        CHECK(must(people.unmerge(first, fixture.now)).person == right);
        CHECK(must(people.get(first)).traits.birthName == "PAT-TROIS");
    }
    SECTION("whoever is theirs by the other alone goes with the other") {
        const std::string beside = fixture.document(traits("DUPONT"), number).entry;
        const std::string alone = fixture.add(traits("AUTRE"));
        std::ignore = must(people.merge(alone, first, fixture.now, fixture.random));
        CHECK(must(people.get(beside)).id == alone);
        REQUIRE(people.merged().size() == 1);
        std::ignore = must(people.unmerge(people.merged().front().id, fixture.now));
        CHECK(must(people.get(alone)).id == alone);
        CHECK(must(people.get(beside)).id == first);
        CHECK(causes(people.doubts()) == std::vector<std::string>{"other-traits"}); // nobody has looked at that one
    }
    SECTION("what the list says of the other is the other's") {
        const std::string second = fixture.add(traits("DUPONT"), "279035121519088");
        std::ignore = must(people.merge(first, second, fixture.now, fixture.random));
        std::ignore = fixture.list(traits("DUPOND"), "279035121519088", {});
        CHECK(must(people.get(first)).traits.birthName == "PAT-TROIS");
        std::ignore = must(people.unmerge(second, fixture.now));
        CHECK(must(people.entry(first)).nir == number);
        CHECK(must(people.get(second)).traits.birthName == "DUPOND");
        CHECK(fixture.findNir("279035121519088") == Ids{second});
    }
    SECTION("two of one number, and a third spelling that may be either's") {
        std::ignore = must(people.unmerge(fixture.document(traits("DUPONT"), number).entry, fixture.now));
        CHECK(fixture.document(traits("DURAND"), number).anybody);
    }
    SECTION("where the post goes is kept apart") {
        const std::string second = fixture.add(traits("DUPONT"));
        const std::vector<ContactPreference> away{{"nothing-at-home", ""}};
        const std::vector<ContactPreference> post{{"post", ""}};
        must(people.setContact(second, away, fixture.now));
        must(people.setContact(first, post, fixture.now + 1h));
        std::ignore = must(people.merge(first, second, fixture.now + 2h, fixture.random));
        CHECK(must(people.contact(first)) == away);
        must(people.setContact(first, post, fixture.now + 3h));
        CHECK(must(people.contact(second)) == post);
        std::ignore = must(people.unmerge(second, fixture.now + 4h));
        CHECK(must(people.contact(second)) == away);
        CHECK(must(people.contact(first)) == post);
    }
    SECTION("a row without a number is taken for the entry that such a row made") {
        CHECK(fixture.list(traits(), "", {}).id == first); // just what the row says
        const std::string apart = fixture.add(traits());
        std::ignore = must(people.merge(first, apart, fixture.now, fixture.random));
        IncomingPerson moved;
        moved.traits = traits();
        moved.address = "1 rue Neuve\n81000 ALBI";
        std::set<std::string> named;
        const auto taken = people.takeList({&moved, 1}, named, fixture.now + 1h, fixture.random).front();
        CHECK(taken.id == first);
        CHECK(taken.entry == apart);
        CHECK(must(people.get(first)).address == moved.address);
        CHECK(people.count() == 1);
    }
    SECTION("nothing had been noticed, and there are three") {
        const std::string second = fixture.add(traits("DUPONT"));
        const std::string third = fixture.add(traits("DURAND"));
        std::ignore = must(people.merge(second, third, fixture.now, fixture.random));
        std::ignore = must(people.merge(first, third, fixture.now, fixture.random));
        CHECK(people.count() == 1);
        CHECK(must(people.get(third)).id == first);
        CHECK(must(people.get(second)).id == first);
        CHECK(causes(people.merged()) == std::vector<std::string>{"by-hand", "by-hand"});
        std::ignore = must(people.unmerge(second, fixture.now));
        CHECK(must(people.get(third)).id == first);
        CHECK(must(people.get(second)).id == second);
        must(people.purge(third)); // with all their entries
        CHECK(people.get(first).error().code == ErrorCode::Nobody);
        CHECK(people.count() == 1);
    }
}

TEST_CASE("whatever is merged and set apart, in whatever order, what was said last holds", "[people]") {
    CHECK(rc::check([] {
        PeopleFixture fixture;
        People &people = fixture.people;
        std::vector<std::string> ids;
        for (int i = 0; i < 5; ++i) {
            ids.push_back(fixture.add(traits("DUPONT" + std::string(1, static_cast<char>('A' + i)))));
        }
        const auto five = rc::gen::inRange<std::size_t>(0, 5);
        const auto steps = *rc::gen::container<std::vector<std::tuple<std::size_t, std::size_t, std::size_t>>>(
            rc::gen::tuple(five, five, five));
        for (const auto &[kind, one, other] : steps) {
            const auto merged = people.merged();
            if (kind < 3) {
                if (const auto decided = people.merge(ids[one], ids[other], fixture.now, fixture.random)) {
                    RC_ASSERT(must(people.get(ids[one])).id == ids[one]);
                    RC_ASSERT(must(people.get(ids[other])).id == ids[one]);
                }
            } else if (kind == 3 && !merged.empty()) {
                const Doubt &doubt = merged[one % merged.size()];
                std::ignore = must(people.unmerge(doubt.id, fixture.now));
                RC_ASSERT(must(people.get(doubt.person)).id != must(people.get(doubt.other)).id);
            } else if (people.unmerge(ids[one], fixture.now)) {
                RC_ASSERT(must(people.get(ids[one])).id == ids[one]);
            }
            // Nobody speaks for somebody who does not speak for themselves, and whoever is together can be set apart.
            std::set<std::string> apart;
            for (const std::string &id : ids) {
                const std::string lead = must(people.get(id)).id;
                RC_ASSERT(must(people.get(lead)).id == lead);
                apart.insert(lead);
            }
            RC_ASSERT(static_cast<std::size_t>(people.count()) == apart.size());
            RC_ASSERT(people.merged().empty() == (apart.size() == ids.size()));
        }
    }));
}

TEST_CASE("what was said of two of three holds when the third goes", "[people]") {
    PeopleFixture fixture;
    People &people = fixture.people;
    const std::string a = fixture.add(traits("DUPONTA"));
    const std::string b = fixture.add(traits("DUPONTB"), "279035121518989");
    const std::string c = fixture.add(traits("DUPONTC"));
    const auto merge = [&](const std::string &one, const std::string &other) {
        std::ignore = must(people.merge(one, other, fixture.now, fixture.random));
    };
    SECTION("in a chain, the doubt that is decided is the one that is cut") {
        merge(b, c);
        merge(a, b);
        CHECK(must(people.get(a)).nir == "279035121518989"); // b is theirs, whatever is open about b and others
        for (const Doubt &doubt : people.merged()) {
            if (doubt.other == b || doubt.person == b) {
                if (doubt.other != a && doubt.person != a) {
                    std::ignore = must(people.unmerge(doubt.id, fixture.now));
                }
            }
        }
        CHECK(must(people.get(b)).id == a);
        CHECK(must(people.get(c)).id == c);
    }
    SECTION("that two are not one is not forgotten where a third joins them") {
        merge(c, a);
        std::ignore = must(people.unmerge(a, fixture.now));
        merge(b, c);
        merge(a, b);
        std::ignore = must(people.unmerge(b, fixture.now));
        CHECK(must(people.get(a)).id == a);
        CHECK(must(people.get(c)).id == b);
    }
}

TEST_CASE("somebody who is purged leaves no row, no number and no search key", "[people]") {
    PeopleFixture fixture;
    const std::string kept = fixture.add(traits("MARTIN", "Anne"));
    const TakenPerson gone = fixture.document(traits(), "279035121518989", {{"1.2.3", "77"}});
    const std::vector<ContactPreference> post{{"post", ""}};
    must(fixture.people.setContact(gone.id, post, fixture.now));
    must(fixture.people.purge(gone.id));
    CHECK(fixture.people.purge(gone.id).error().code == ErrorCode::Nobody);
    CHECK(fixture.people.get(gone.id).error().code == ErrorCode::Nobody);
    CHECK(fixture.findNir("279035121518989").empty());
    CHECK(fixture.find("1979-03-28", "") == Ids{kept});
    for (const char *table : {"person_number", "contact_preference", "doubt"}) {
        INFO(table);
        auto rows = fixture.database.prepare(std::string("SELECT count(*) FROM ") + table);
        REQUIRE(rows.step());
        CHECK(rows.number(0) == 0);
    }
    auto keys =
        fixture.database.prepare("SELECT count(*) FROM person_key WHERE person NOT IN (SELECT row FROM person)");
    REQUIRE(keys.step());
    CHECK(keys.number(0) == 0);
}

TEST_CASE("many who are added at once are found as if they had been added one by one", "[people]") {
    CHECK(rc::check([] {
        PeopleFixture one;
        PeopleFixture many;
        std::vector<Person> people;
        const auto count = *rc::gen::inRange(1, 20);
        for (int i = 0; i < count; ++i) {
            Person person;
            person.traits =
                traits(*rc::gen::element<std::string>("MARTIN", "MARTY", "D’Hé", "Li", "Œuvré"),
                       *rc::gen::element<std::string>("Anne", "Zoé Léa", "Ali"),
                       *rc::gen::element<std::string>("1979-03-28", "1979-03", "1979", "unknown", "1980-01-01"));
            one.add(person.traits);
            people.push_back(person);
        }
        many.people.addMany(people, many.now, many.random);
        for (const char *date : {"1979-03-28", "1980-01-01", "1979-03-01"}) {
            for (const char *letters : {"", "m", "mar", "dhe", "li", "oe", "zoe", "a"}) {
                RC_ASSERT(one.find(date, letters).size() == many.find(date, letters).size());
            }
        }
        RC_ASSERT(one.people.count() == many.people.count());
    }));
}

TEST_CASE("searches read their index and never the whole table", "[people]") {
    PeopleFixture fixture;
    const auto plan = [&](const std::string &sql) {
        auto rows = fixture.database.prepare("EXPLAIN QUERY PLAN " + sql);
        std::string all;
        while (rows.step()) {
            all += rows.text(3) + "\n";
        }
        return all;
    };
    // The statements of people.cpp: what these plans say is what a search costs.
    CHECK(plan("SELECT person FROM person_number WHERE ins = 1 AND number = ?1") ==
          "SEARCH person_number USING PRIMARY KEY (ins=? AND number=?)\n");
    CHECK(plan("SELECT person FROM person_key WHERE born IN (?1, ?2, ?3) AND letters >= ?4 AND letters <= ?5") ==
          "SEARCH person_key USING PRIMARY KEY (born=? AND letters>? AND letters<?)\n");
    CHECK(plan("SELECT * FROM person p WHERE p.row = ?1") == "SEARCH p USING INTEGER PRIMARY KEY (rowid=?)\n");
    CHECK(plan("SELECT row FROM person WHERE id = ?1").find("SCAN") == std::string::npos);
    CHECK(plan("SELECT row FROM same_person WHERE of = ?1").find("SCAN p") == std::string::npos);
    CHECK(plan("SELECT row FROM same_person WHERE of = ?1").find("SCAN m") == std::string::npos);
    CHECK(plan("SELECT row FROM person WHERE same_as = ?1 ORDER BY row").find("SCAN") == std::string::npos);
    CHECK(plan("SELECT id FROM record r WHERE r.doubtful = 1 ORDER BY r.imported_at").find("record_doubtful") !=
          std::string::npos);
    CHECK(plan("SELECT l.bytes FROM register_leaf l JOIN register_log g ON g.log = l.log LEFT JOIN register_payload p "
               "ON p.log = l.log AND p.position = l.position WHERE p.person IS NOT NULL AND p.person IN (SELECT ?1 "
               "UNION SELECT id FROM same_person WHERE of = ?1) ORDER BY p.log, p.position")
              .find("register_payload_person") != std::string::npos);
    CHECK(plan("SELECT 1 FROM person WHERE born = ?1 AND (nir = '' OR nir GLOB '[5-8]*' OR ins_root = "
               "'1.2.250.1.213.1.4.9') LIMIT 1") == "SEARCH person USING INDEX person_awaiting (born=?)\n");
    CHECK(plan("DELETE FROM person WHERE row = ?1").find("SCAN") == std::string::npos);
}

namespace {

IncomingPerson listed(std::string_view name, std::string_view day, std::string number, std::string place = "") {
    IncomingPerson row;
    row.traits = traits(std::string(name), "DOMINIQUE", day);
    row.traits.birthPlaceCode = std::move(place);
    if (!number.empty()) {
        row.ins = PersonNumber{kTestRoot, std::move(number)};
    }
    return row;
}

/// That it makes no difference whether the rows are taken at once or one after the other.
void checkTakenAtOnce(std::span<const IncomingPerson> rows, auto &&same) {
    PeopleFixture one;
    PeopleFixture other;
    std::set<std::string> named;
    std::set<std::string> otherNamed;
    const auto together = one.people.takeList(rows, named, one.now, one.random);
    same(together.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto alone = other.people.takeList({&rows[i], 1}, otherNamed, other.now, other.random).front();
        same(together[i].outcome == alone.outcome);
        same(together[i].identityDiffers == alone.identityDiffers);
        same(together[i].doubtful == alone.doubtful);
    }
    same(one.people.count() == other.people.count());
    same(one.people.doubts().size() == other.people.doubts().size());
}

} // namespace

TEST_CASE("who was there first is the same where a list is taken at once") {
    // The third row is just the first person and just the second; the fifth is another, as the first is renamed.
    const std::vector rows{listed("DUPONT", "1979-03-29", "279035121519080"),
                           listed("DUPONT", "1979-03-29", "279035121518989"), listed("DUPONT", "1979-03-29", ""),
                           listed("PAT-TROIS", "1979-03-28", "279035121519080"),
                           listed("DUPONT", "1979-03-29", "", "75056")};
    checkTakenAtOnce(rows, [](bool same) { CHECK(same); });
}

TEST_CASE("a list that is taken at once is taken as row after row") {
    CHECK(rc::check([] {
        // Few numbers, names and days, so that they meet again and again.
        const auto rows = *rc::gen::container<std::vector<IncomingPerson>>(rc::gen::apply(
            [](int number, int name, int day, int rank, int place) {
                constexpr std::array kNumbers{"", "279035121518989", "", "279035121519080",
                                              "", "179035121518925", "", "184047599900141"};
                constexpr std::array kNames{"PAT-TROIS", "DUPONT", "EXEMPLE"};
                constexpr std::array kDays{"1979-03-28", "1979-03-29", "2001-01-02", "1979", "unknown"};
                constexpr std::array kPlaces{"", "75056", "81004"};
                IncomingPerson row =
                    listed(kNames.at(static_cast<std::size_t>(name)), kDays.at(static_cast<std::size_t>(day)),
                           kNumbers.at(static_cast<std::size_t>(number)), kPlaces.at(static_cast<std::size_t>(place)));
                if (rank > 0) {
                    row.rank = rank;
                }
                return row;
            },
            rc::gen::inRange(0, 8), rc::gen::inRange(0, 3), rc::gen::inRange(0, 5), rc::gen::inRange(0, 3),
            rc::gen::inRange(0, 3)));
        for (const IncomingPerson &row : rows) {
            RC_LOG() << row.traits.birthName << " " << row.traits.born.text() << " "
                     << (row.ins ? row.ins->number : "-") << " rank " << row.rank.value_or(0) << " place "
                     << row.traits.birthPlaceCode << std::endl;
        }
        checkTakenAtOnce(rows, [](bool same) { RC_ASSERT(same); });
    }));
}

TEST_CASE("somebody in the list without a number is found again by what the list says of them") {
    PeopleFixture fixture;
    const auto row = [](std::string_view date, std::string place) {
        IncomingPerson person;
        person.traits = traits("EXEMPLE", "ZOÉ", date);
        person.traits.birthPlaceCode = std::move(place);
        return person;
    };
    const std::vector<IncomingPerson> rows{row("1950", ""), row("1950-03-01", "75056"), row("1950-03-01", "81004"),
                                           row("unknown", "")};
    const auto outcomes = [&] {
        std::map<TakenPerson::Outcome, int> found;
        std::set<std::string> named;
        for (const TakenPerson &taken : fixture.people.takeList(rows, named, fixture.now, fixture.random)) {
            ++found[taken.outcome];
        }
        return found;
    };
    CHECK(outcomes() == std::map<TakenPerson::Outcome, int>{{TakenPerson::Outcome::Added, 4}});
    CHECK(outcomes() == std::map<TakenPerson::Outcome, int>{{TakenPerson::Outcome::Unchanged, 4}});
    CHECK(fixture.people.count() == 4);
}

TEST_CASE("near misses of the letters come after who fits, and only where they are asked for", "[people]") {
    PeopleFixture fixture;
    const auto exact = fixture.add(traits("MARTIN", "ZOÉ"));
    const auto swapped = fixture.add(traits("MRATINEZ", "ZOÉ"));
    const auto part = fixture.add(traits("LE GOFF-MARCHAND", "ZOÉ"));
    static_cast<void>(fixture.add(traits("DURAND", "ZOÉ")));
    static_cast<void>(fixture.add(traits("MRATIN", "ZOÉ", "1979-03-29"))); // another day
    const auto found = [&](bool nearMisses) {
        std::vector<std::pair<std::string, Match>> ids;
        for (const FoundPerson &each :
             must(fixture.people.find({.nir = {}, .born = "1979-03-28", .name = "Mar", .nearMisses = nearMisses}))) {
            ids.emplace_back(each.person.id, each.match);
        }
        return ids;
    };
    CHECK(found(false) == std::vector{std::pair{exact, Match::Exact}});
    CHECK(found(true) == std::vector{std::pair{exact, Match::Exact}, {part, Match::Near}, {swapped, Match::Near}});
}
