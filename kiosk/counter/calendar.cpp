// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/calendar.h"

#include <glib.h>

#include <algorithm>

namespace guichet::kiosk {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

CivilDate holidayIn(const Holiday &holiday, std::chrono::year year) {
    return holiday.easter ? addDays(easterSunday(year), *holiday.easter) : CivilDate{year, holiday.month, holiday.day};
}

} // namespace

CivilDate easterSunday(std::chrono::year year) {
    const int y = static_cast<int>(year);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return CivilDate{year, std::chrono::month(static_cast<unsigned>(n / 31)),
                     std::chrono::day(static_cast<unsigned>(n % 31 + 1))};
}

CivilDate addMonths(CivilDate day, int months) {
    const CivilDate moved = day + std::chrono::months(months);
    return moved.ok() ? moved : CivilDate(moved.year() / moved.month() / std::chrono::last);
}

CivilDate addDays(CivilDate day, int count) { return sys_days(day) + days(count); }

int daysBetween(CivilDate from, CivilDate to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

Result<Calendar> Calendar::make(std::string_view timeZone, std::string_view territory, const Catalogue &catalogue) {
    const Territory *place = catalogue.territory(territory);
    if (place == nullptr) {
        std::string known;
        for (const Territory &one : catalogue.territories()) {
            known += (known.empty() ? "" : ", ") + one.id;
        }
        return fail(ErrorCode::BadValue, "agency-territory", known);
    }
    std::shared_ptr<GTimeZone> zone(g_time_zone_new_identifier(std::string(timeZone).c_str()), [](GTimeZone *one) {
        if (one != nullptr) {
            g_time_zone_unref(one);
        }
    });
    if (!zone) {
        return fail(ErrorCode::BadValue, "agency-timezone", "Europe/Paris");
    }
    return Calendar(std::move(zone), place->holidays);
}

LocalTime Calendar::localTime(Instant at) const {
    const auto second = std::chrono::floor<seconds>(at);
    const int interval =
        g_time_zone_find_interval(zone_.get(), G_TIME_TYPE_UNIVERSAL, second.time_since_epoch().count());
    const auto local = second + seconds(g_time_zone_get_offset(zone_.get(), interval));
    const auto day = std::chrono::floor<days>(local);
    const std::chrono::hh_mm_ss time(local - day);
    return {CivilDate(day), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count())};
}

Instant Calendar::startOf(CivilDate day) const {
    // Of two midnights the first (in summer time), in place of none the time that clocks are put forward to.
    gint64 local = seconds(sys_days(day).time_since_epoch()).count();
    const int interval = g_time_zone_adjust_time(zone_.get(), G_TIME_TYPE_DAYLIGHT, &local);
    return Instant(seconds(local - g_time_zone_get_offset(zone_.get(), interval)));
}

std::vector<std::pair<CivilDate, std::string>> Calendar::holidays(std::chrono::year year) const {
    std::vector<std::pair<CivilDate, std::string>> all;
    all.reserve(holidays_.size());
    for (const Holiday &holiday : holidays_) {
        all.emplace_back(holidayIn(holiday, year), holiday.name);
    }
    std::ranges::sort(all);
    return all;
}

bool Calendar::isHoliday(CivilDate day) const {
    return std::ranges::any_of(holidays_,
                               [&](const Holiday &holiday) { return holidayIn(holiday, day.year()) == day; });
}

bool Calendar::isWorkingDay(CivilDate day) const {
    const std::chrono::weekday weekday{sys_days(day)};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !isHoliday(day);
}

CivilDate Calendar::toWorkingDay(CivilDate day) const {
    while (!isWorkingDay(day)) {
        day = addDays(day, 1);
    }
    return day;
}

CivilDate Calendar::addWorkingDays(CivilDate day, int count) const {
    for (int counted = 0; counted < count; ++counted) {
        day = toWorkingDay(addDays(day, 1));
    }
    return day;
}

CivilDate Calendar::lastDay(const DeadlineRule &rule, CivilDate event,
                            const std::vector<Suspension> &suspensions) const {
    CivilDate last = event;
    switch (rule.unit) {
    case Unit::Day: last = addDays(event, rule.count); break;
    case Unit::WorkingDay: last = addWorkingDays(event, rule.count); break;
    case Unit::Week: last = addDays(event, 7 * rule.count); break;
    case Unit::Month: last = addMonths(event, rule.count); break;
    case Unit::Year: last = addMonths(event, 12 * rule.count); break;
    }
    std::vector<Suspension> inOrder = suspensions;
    std::ranges::sort(inOrder, {}, [](const Suspension &one) { return sys_days(one.from); });
    sys_days counted = event; // a day that two intervals share stands still once
    for (const Suspension &suspension : inOrder) {
        const sys_days from = std::max(sys_days(suspension.from), counted);
        const sys_days until = suspension.until;
        if (from <= sys_days(last) && from < until) {
            last = sys_days(last) + (until - from);
            counted = until;
        }
    }
    return rule.toWorkingDay || rule.unit == Unit::WorkingDay ? toWorkingDay(last) : last;
}

} // namespace guichet::kiosk
