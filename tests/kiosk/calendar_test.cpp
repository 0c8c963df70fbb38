// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/calendar.h"
#include "kiosk/papers/words.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace guichet;
using namespace guichet::kiosk;
using namespace guichet::kiosk::papers;
using test::must;

namespace {

const Catalogue &catalogue() {
    static const Catalogue loaded = must(Catalogue::load(Catalogue::installedFolder()));
    return loaded;
}

Calendar calendarOf(const std::string &zone = "Europe/Paris", const std::string &territory = "metropole") {
    return must(Calendar::make(zone, territory, catalogue()));
}

CivilDate day(const std::string &text) { return must(parseDate(text)); }

DeadlineRule rule(int count, Unit unit, bool toWorkingDay = false) {
    DeadlineRule made;
    made.count = count;
    made.unit = unit;
    made.toWorkingDay = toWorkingDay;
    made.basis = "test";
    return made;
}

CivilDate anyDay() { return std::chrono::sys_days(day("1990-01-01")) + std::chrono::days(*rc::gen::inRange(0, 60000)); }

void holds(bool whole) { CHECK(whole); }

} // namespace

TEST_CASE("Easter is where it is", "[calendar]") {
    const auto [year, expected] = GENERATE(table<int, std::string>({
        {1961, "1961-04-02"},
        {2000, "2000-04-23"},
        {2008, "2008-03-23"},
        {2011, "2011-04-24"},
        {2024, "2024-03-31"},
        {2025, "2025-04-20"},
        {2026, "2026-04-05"},
        {2027, "2027-03-28"},
        {2038, "2038-04-25"},
        {2285, "2285-03-22"},
    }));
    CHECK(formatDate(easterSunday(std::chrono::year(year))) == expected);
}

TEST_CASE("Easter is always a Sunday from 22 March to 25 April", "[calendar]") {
    holds(rc::check([] {
        const std::chrono::year year(*rc::gen::inRange(1583, 4000));
        const CivilDate easter = easterSunday(year);
        RC_ASSERT(std::chrono::weekday{std::chrono::sys_days(easter)} == std::chrono::Sunday);
        RC_ASSERT(std::chrono::sys_days(easter) >= std::chrono::sys_days(year / 3 / 22));
        RC_ASSERT(std::chrono::sys_days(easter) <= std::chrono::sys_days(year / 4 / 25));
    }));
}

TEST_CASE("the public holidays of a year are those of the territory", "[calendar]") {
    const auto names = [](const Calendar &calendar, int year) {
        std::string all;
        for (const auto &[date, name] : calendar.holidays(std::chrono::year(year))) {
            all += formatDate(date).substr(5) + " ";
        }
        return all;
    };
    CHECK(names(calendarOf(), 2026) == "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 ");
    CHECK(names(calendarOf("Europe/Paris", "alsace-moselle"), 2026) ==
          "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26 ");
    const auto [territory, abolition] = GENERATE(table<std::string, std::string>({
        {"guadeloupe", "2026-05-27"},
        {"guyane", "2026-06-10"},
        {"martinique", "2026-05-22"},
        {"mayotte", "2026-04-27"},
        {"la-reunion", "2026-12-20"},
        {"saint-barthelemy", "2026-10-09"},
        {"saint-martin", "2026-05-27"},
    }));
    INFO(territory);
    CHECK(calendarOf("America/Martinique", territory).isHoliday(day(abolition)));
    CHECK_FALSE(calendarOf().isHoliday(day(abolition)));
}

TEST_CASE("an unknown time zone or territory names the setting", "[calendar]") {
    CHECK(Calendar::make("Europe/Nowhere", "metropole", catalogue()).error() ==
          Error{ErrorCode::BadValue, "agency-timezone", "Europe/Paris"});
    CHECK(Calendar::make("Europe/Paris", "atlantis", catalogue()).error().detail == "agency-territory");
}

TEST_CASE("an instant falls on the agency's day, not on that of UTC", "[calendar]") {
    const auto [zone, instant, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"Europe/Paris", "2026-11-24T22:59:59.999Z", "2026-11-24"},
        {"Europe/Paris", "2026-11-24T23:00:00Z", "2026-11-25"},
        {"Europe/Paris", "2026-07-01T21:59:59Z", "2026-07-01"},
        {"Europe/Paris", "2026-07-01T22:00:00Z", "2026-07-02"},
        {"Europe/Paris", "2026-12-31T23:30:00Z", "2027-01-01"},
        {"America/Martinique", "2026-11-24T03:59:59Z", "2026-11-23"},
        {"Indian/Reunion", "2026-11-24T20:00:00Z", "2026-11-25"},
        // Beyond what the zone's file lists one by one.
        {"Europe/Paris", "2100-07-01T22:00:00Z", "2100-07-02"},
    }));
    CHECK(formatDate(calendarOf(zone).dayOf(must(parseInstant(instant)))) == expected);
}

TEST_CASE("the time on the wall follows summer time", "[calendar]") {
    const Calendar paris = calendarOf();
    CHECK(paris.localTime(must(parseInstant("2026-11-24T08:15:30Z"))) == LocalTime{day("2026-11-24"), 9, 15});
    // Clocks go from 2 to 3 on 29 March 2026, and from 3 to 2 on 25 October.
    CHECK(paris.localTime(must(parseInstant("2026-03-29T00:59:00Z"))) == LocalTime{day("2026-03-29"), 1, 59});
    CHECK(paris.localTime(must(parseInstant("2026-03-29T01:00:00Z"))) == LocalTime{day("2026-03-29"), 3, 0});
    CHECK(paris.localTime(must(parseInstant("2026-10-25T01:30:00Z"))) == LocalTime{day("2026-10-25"), 2, 30});
}

TEST_CASE("a day's first instant falls on that day, and the one before it on the day before", "[calendar]") {
    const std::vector<Calendar> calendars{calendarOf(), calendarOf("America/Cayenne", "guyane"),
                                          calendarOf("Indian/Mayotte", "mayotte")};
    holds(rc::check([&] {
        const Calendar &calendar = calendars.at(*rc::gen::inRange<std::size_t>(0, calendars.size()));
        const CivilDate date = anyDay();
        const Instant start = calendar.startOf(date);
        RC_ASSERT(calendar.dayOf(start) == date);
        RC_ASSERT(calendar.dayOf(start - std::chrono::milliseconds(1)) == addDays(date, -1));
    }));
}

TEST_CASE("time limits end on the day that the law says", "[calendar]") {
    const auto [event, count, unit, rolls, expected] = GENERATE(table<std::string, int, Unit, bool, std::string>({
        {"2026-11-24", 1, Unit::Month, false, "2026-12-24"},
        {"2026-11-24", 2, Unit::Month, false, "2027-01-24"},
        {"2026-01-31", 1, Unit::Month, false, "2026-02-28"},
        {"2028-01-31", 1, Unit::Month, false, "2028-02-29"},
        {"2026-02-28", 1, Unit::Month, false, "2026-03-28"},
        {"2026-12-31", 2, Unit::Month, false, "2027-02-28"},
        {"2026-11-30", 3, Unit::Month, false, "2027-02-28"},
        {"2028-02-29", 10, Unit::Year, false, "2038-02-28"},
        {"2026-11-24", 15, Unit::Day, false, "2026-12-09"},
        {"2026-11-24", 6, Unit::Week, false, "2027-01-05"},
        // 24 January 2027 is a Sunday; 1 May 2026 a holiday on a Friday.
        {"2026-11-24", 2, Unit::Month, true, "2027-01-25"},
        {"2026-04-01", 1, Unit::Month, true, "2026-05-04"},
        {"2026-04-01", 1, Unit::Month, false, "2026-05-01"},
        // 24 December 2026 is a Thursday, Christmas a Friday.
        {"2026-12-24", 1, Unit::WorkingDay, false, "2026-12-28"},
        {"2026-12-24", 6, Unit::WorkingDay, false, "2027-01-05"},
        {"2026-11-24", 1, Unit::WorkingDay, false, "2026-11-25"},
        {"2026-11-27", 1, Unit::WorkingDay, false, "2026-11-30"},
    }));
    INFO(event << " + " << count);
    CHECK(formatDate(calendarOf().lastDay(rule(count, unit, rolls), day(event))) == expected);
}

TEST_CASE("the limits that the counter lives with end on their day", "[calendar]") {
    struct Case {
        const char *what;
        DeadlineRule rule;
        const char *event;
        const char *last;
    };
    const auto silence = [](const char *form) { return catalogue().form(form)->silenceAfter.value(); };
    const auto answer = [](const char *scope) { return catalogue().scope(scope)->answer.value(); };
    const std::vector<Case> cases{
        // The digital health space
        {"it opens six weeks after the letter left (CSP R1111-28)", rule(6, Unit::Week), "2026-11-24", "2027-01-05"},
        {"a suspended one closes after six weeks (CSP R1111-36)", rule(6, Unit::Week), "2028-01-18", "2028-02-29"},
        {"a closed one is kept ten years (CSP R1111-36)", rule(10, Unit::Year), "2028-02-29", "2038-02-28"},
        {"its deletion takes three months at most (CSP R1111-36)", answer("ens-deletion"), "2026-11-30", "2027-02-28"},
        {"a medical record is shown within eight days (CSP R1111-1)", rule(8, Unit::Day), "2026-12-24", "2027-01-01"},
        {"one older than five years within two months", rule(2, Unit::Month), "2026-12-31", "2027-02-28"},
        // Data protection
        {"the answer takes a month (GDPR, art. 12)", answer("snds-reuse"), "2027-01-31", "2027-02-28"},
        {"three where it is complex", rule(3, Unit::Month), "2027-01-31", "2027-04-30"},
        // Silence, and what follows
        {"silence accepts after two months (CRPA L231-1)", silence("s3704"), "2026-11-24", "2027-01-24"},
        {"complementary cover: two months from the whole file", silence("s3711"), "2027-12-31", "2028-02-29"},
        {"state medical aid: two months, refused", silence("s3720"), "2026-12-30", "2027-02-28"},
        {"invalidity: two months, refused", silence("s4150"), "2026-12-29", "2027-02-28"},
        {"transport: fifteen days, agreed", silence("s3139"), "2027-02-14", "2027-03-01"},
        {"documents: a month, refused (CRPA R311-13)", silence("document-access"), "2026-11-24", "2026-12-24"},
        {"then two months for the CADA (CRPA R343-1)", rule(2, Unit::Month), "2026-12-24", "2027-02-24"},
        {"two months for the appeal board (CSS R142-1)", rule(2, Unit::Month), "2027-06-30", "2027-08-30"},
        {"then two months for the court", rule(2, Unit::Month), "2027-08-31", "2027-10-31"},
        // What is valid, and for how long
        {"a proxy: a month", rule(1, Unit::Month), "2026-08-31", "2026-09-30"},
        {"a provisional number: nine months", rule(9, Unit::Month), "2026-05-31", "2027-02-28"},
        {"state medical aid: a year", rule(1, Unit::Year), "2028-02-29", "2029-02-28"},
        {"a provisional certificate for abroad: three months", rule(3, Unit::Month), "2027-11-30", "2028-02-29"},
        {"a European card: two years", rule(2, Unit::Year), "2026-11-24", "2028-11-24"},
        {"a care sheet: two years", rule(2, Unit::Year), "2026-02-28", "2028-02-28"},
        // What the person has to do in time
        {"an accident by another: fifteen days", rule(15, Unit::Day), "2026-12-20", "2027-01-04"},
        {"a work accident by its victim: two years", rule(2, Unit::Year), "2024-02-29", "2026-02-28"},
        {"invalidity: twelve months", rule(12, Unit::Month), "2027-02-28", "2028-02-28"},
        {"death capital with priority: a month", rule(1, Unit::Month), "2027-03-31", "2027-04-30"},
        {"death capital: two years", rule(2, Unit::Year), "2026-11-24", "2028-11-24"},
        // What the agency sets itself
        {"missing pieces: a month, and the next day that is open", catalogue().rule("complete"), "2026-11-26",
         "2026-12-28"},
        {"news: three weeks, and the next day that is open", catalogue().rule("news"), "2026-10-21", "2026-11-12"},
        {"what leaves: a working day", catalogue().rule("transmit"), "2026-12-24", "2026-12-28"},
        // Logs
        {"six months at least", rule(6, Unit::Month), "2026-08-31", "2027-02-28"},
        {"three years at most", rule(3, Unit::Year), "2028-02-29", "2031-02-28"},
    };
    for (const Case &one : cases) {
        INFO(one.what << ": " << one.event);
        CHECK(formatDate(calendarOf().lastDay(one.rule, day(one.event))) == one.last);
    }
    // Backwards: statements reach back 27 months, an aid is renewed in its last two months.
    CHECK(formatDate(addMonths(day("2027-05-31"), -27)) == "2025-02-28");
    CHECK(formatDate(addMonths(day("2027-04-30"), -2)) == "2027-02-28");
}

TEST_CASE("a time limit that stood still ends so many days later", "[calendar]") {
    // Two months from 24 November: until 24 January.
    const auto [what, stood, expected] =
        GENERATE(table<std::string, std::vector<std::pair<std::string, std::string>>, std::string>({
            {"ten days", {{"2026-11-24", "2026-12-04"}}, "2027-02-03"},
            {"it ends before it begins", {{"2026-12-04", "2026-11-24"}}, "2027-01-24"},
            {"the days before the event count for nothing", {{"2026-11-01", "2026-12-04"}}, "2027-02-03"},
            {"it begins on the last day", {{"2027-01-24", "2027-01-26"}}, "2027-01-26"},
            {"it begins when all is over", {{"2027-01-25", "2027-02-25"}}, "2027-01-24"},
            {"it begins in the time that another has added",
             {{"2026-11-24", "2026-12-04"}, {"2027-02-01", "2027-02-03"}},
             "2027-02-05"},
            {"two at once, the later one first",
             {{"2026-11-29", "2026-12-06"}, {"2026-11-24", "2026-12-04"}},
             "2027-02-05"},
            {"one inside another", {{"2026-11-24", "2026-12-04"}, {"2026-11-26", "2026-11-28"}}, "2027-02-03"},
        }));
    INFO(what);
    std::vector<Suspension> suspensions;
    for (const auto &[from, until] : stood) {
        suspensions.push_back({day(from), day(until)});
    }
    CHECK(formatDate(calendarOf().lastDay(rule(2, Unit::Month), day("2026-11-24"), suspensions)) == expected);
    // 24 December and two days: the holidays are passed over.
    CHECK(formatDate(calendarOf().lastDay(rule(1, Unit::WorkingDay), day("2026-12-23"),
                                          {{day("2026-12-23"), day("2026-12-25")}})) == "2026-12-28");
}

TEST_CASE("adding months keeps the day of the month or takes the last one", "[calendar]") {
    holds(rc::check([] {
        const CivilDate date = anyDay();
        const int months = *rc::gen::inRange(-60, 60);
        const CivilDate moved = addMonths(date, months);
        RC_ASSERT(moved.ok());
        const bool last = moved == CivilDate(moved.year() / moved.month() / std::chrono::last);
        RC_ASSERT(moved.day() == date.day() || (last && moved.day() < date.day()));
        const int apart = (static_cast<int>(moved.year()) - static_cast<int>(date.year())) * 12 +
                          static_cast<int>(static_cast<unsigned>(moved.month())) -
                          static_cast<int>(static_cast<unsigned>(date.month()));
        RC_ASSERT(apart == months);
    }));
}

TEST_CASE("a later event never has an earlier last day", "[calendar]") {
    const Calendar calendar = calendarOf();
    holds(rc::check([&] {
        const CivilDate first = anyDay();
        const CivilDate second = addDays(first, *rc::gen::inRange(0, 40));
        const auto unit = *rc::gen::element(Unit::Day, Unit::WorkingDay, Unit::Week, Unit::Month, Unit::Year);
        const DeadlineRule one = rule(*rc::gen::inRange(1, 13), unit, *rc::gen::arbitrary<bool>());
        const CivilDate firstLast = calendar.lastDay(one, first);
        RC_ASSERT(std::chrono::sys_days(firstLast) > std::chrono::sys_days(first));
        RC_ASSERT(std::chrono::sys_days(firstLast) <= std::chrono::sys_days(calendar.lastDay(one, second)));
        if (one.toWorkingDay || unit == Unit::WorkingDay) {
            RC_ASSERT(calendar.isWorkingDay(firstLast));
        }
    }));
}

TEST_CASE("n working days later, n working days have passed", "[calendar]") {
    const Calendar calendar = calendarOf();
    holds(rc::check([&] {
        const CivilDate date = anyDay();
        const int count = *rc::gen::inRange(1, 30);
        const CivilDate last = calendar.addWorkingDays(date, count);
        int passed = 0;
        for (CivilDate one = addDays(date, 1); std::chrono::sys_days(one) <= std::chrono::sys_days(last);
             one = addDays(one, 1)) {
            passed += calendar.isWorkingDay(one) ? 1 : 0;
        }
        RC_ASSERT(passed == count);
    }));
}

TEST_CASE("dates and time limits are said in words", "[calendar]") {
    const Texts fr(catalogue(), "fr", day("2026-11-24"));
    const Texts en(catalogue(), "en", day("2026-11-24"));
    CHECK(longDate(fr, day("2026-11-24")) == "24 novembre 2026");
    CHECK(longDate(fr, day("2026-12-01")) == "1er décembre 2026");
    CHECK(longDate(en, day("2026-08-01")) == "1 August 2026");
    CHECK(dayAndTime(fr, {day("2026-11-24"), 9, 5}) == "24 novembre 2026 à 9 h 05");
    CHECK(durationWords(fr, rule(1, Unit::Month)) == "un mois");
    CHECK(durationWords(fr, rule(2, Unit::Month)) == "deux mois");
    CHECK(durationWords(fr, rule(15, Unit::Day)) == "15 jours");
    CHECK(durationWords(fr, rule(10, Unit::Year)) == "dix ans");
    DeadlineRule pieces = rule(2, Unit::Month);
    pieces.from = Event::Complete;
    CHECK(ruleWords(fr, pieces) == "deux mois après la remise de la dernière pièce manquante");
    CHECK(ruleWords(en, pieces) == "two months after the last missing piece is brought");
}

TEST_CASE("initials are first letters of any script", "[calendar]") {
    CHECK(initials("DOMINIQUE MARIE-LOUISE", "PAT-TROIS") == "D. P.");
    CHECK(initials("Éléonore", "Œuvrard") == "É. Œ.");
    CHECK(initials("علي", "") == "ع.");
}
