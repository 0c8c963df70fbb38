// SPDX-License-Identifier: GPL-3.0-or-later
// What the calendar answers to the questions on standard input, a line each: see calendar_stranger.py.
//   last TERRITORY COUNT UNIT ROLLS EVENT [FROM UNTIL]…   the last day of a time limit
//   holidays TERRITORY YEAR                               the public holidays, in order
//   wall ZONE SECONDS                                     day and time there of an instant of the Unix clock
//   start ZONE DAY                                        the day's first instant
#include "kiosk/counter/calendar.h"
#include "tests/support/error_output.h"

#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

using namespace guichet;
using namespace guichet::kiosk;
using test::must;

namespace {

const Calendar &calendarOf(const std::string &zone, const std::string &territory) {
    static const Catalogue catalogue = must(Catalogue::load(Catalogue::installedFolder()));
    static std::map<std::pair<std::string, std::string>, Calendar> made;
    const auto found = made.find({zone, territory});
    return found != made.end()
               ? found->second
               : made.emplace(std::pair(zone, territory), must(Calendar::make(zone, territory, catalogue)))
                     .first->second;
}

CivilDate dayIn(std::istream &words) {
    std::string text;
    words >> text;
    return must(parseDate(text));
}

Unit unitIn(std::istream &words) {
    static const std::map<std::string, Unit> units{{"day", Unit::Day},
                                                   {"working-day", Unit::WorkingDay},
                                                   {"week", Unit::Week},
                                                   {"month", Unit::Month},
                                                   {"year", Unit::Year}};
    std::string name;
    words >> name;
    return units.at(name);
}

std::string lastDay(std::istream &words) {
    std::string territory;
    DeadlineRule rule;
    words >> territory >> rule.count;
    rule.unit = unitIn(words);
    words >> rule.toWorkingDay;
    const CivilDate event = dayIn(words);
    std::vector<Suspension> suspensions;
    while (words >> std::ws && !words.eof()) {
        const CivilDate from = dayIn(words);
        suspensions.push_back({from, dayIn(words)});
    }
    return formatDate(calendarOf("Europe/Paris", territory).lastDay(rule, event, suspensions));
}

std::string holidays(std::istream &words) {
    std::string territory;
    int year = 0;
    words >> territory >> year;
    std::string days;
    for (const auto &[day, name] : calendarOf("Europe/Paris", territory).holidays(std::chrono::year(year))) {
        days += (days.empty() ? "" : " ") + formatDate(day);
    }
    return days;
}

std::string wall(std::istream &words) {
    std::string zone;
    std::int64_t seconds = 0;
    words >> zone >> seconds;
    const LocalTime time = calendarOf(zone, "metropole").localTime(Instant(std::chrono::seconds(seconds)));
    std::array<char, 8> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", time.hour, time.minute);
    return formatDate(time.day) + " " + clock.data();
}

std::string start(std::istream &words) {
    std::string zone;
    words >> zone;
    const Instant first = calendarOf(zone, "metropole").startOf(dayIn(words));
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(first.time_since_epoch()).count());
}

} // namespace

int main() {
    const std::map<std::string, std::string (*)(std::istream &)> answers{
        {"last", lastDay}, {"holidays", holidays}, {"wall", wall}, {"start", start}};
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string question;
        words >> question;
        std::cout << answers.at(question)(words) << "\n";
    }
    return 0;
}
