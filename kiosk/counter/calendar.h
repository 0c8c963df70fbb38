// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using GTimeZone = struct _GTimeZone;

namespace guichet::kiosk {

/// A day and the time on the wall.
struct LocalTime {
    CivilDate day;
    int hour = 0;
    int minute = 0;

    bool operator==(const LocalTime &) const = default;
};

/// An interval during which a time limit stands still (CRPA L114-5): from the first day, until before the last.
struct Suspension {
    CivilDate from;
    CivilDate until;
};

/// Easter Sunday of a year of the Gregorian calendar (1583 and after; Meeus, Jones, Butcher).
[[nodiscard]] CivilDate easterSunday(std::chrono::year year);

/// `day` some months later (or earlier); the last day of the month where that month is shorter (Code de procédure
/// civile, art. 641).
[[nodiscard]] CivilDate addMonths(CivilDate day, int months);
[[nodiscard]] CivilDate addDays(CivilDate day, int days);
/// Days from `from` to `to`, negative when it is before.
[[nodiscard]] int daysBetween(CivilDate from, CivilDate to);

/// The days of one agency: its time zone and the holidays of its territory. A value, shared by any number of threads;
/// it copies what it needs of the catalogue.
class Calendar {
public:
    /// `timeZone`: a name of the IANA database ("Europe/Paris"). Errors: BadValue, with the setting's key as detail
    /// (`agency-timezone`, `agency-territory`).
    [[nodiscard]] static Result<Calendar> make(std::string_view timeZone, std::string_view territory,
                                               const Catalogue &catalogue);

    /// The day that an instant falls on here.
    [[nodiscard]] CivilDate dayOf(Instant at) const { return localTime(at).day; }
    [[nodiscard]] LocalTime localTime(Instant at) const;
    /// The first instant of a day here (not always midnight: clocks may be put forward then).
    [[nodiscard]] Instant startOf(CivilDate day) const;

    /// Public holidays of a year, in order.
    [[nodiscard]] std::vector<std::pair<CivilDate, std::string>> holidays(std::chrono::year year) const;
    [[nodiscard]] bool isHoliday(CivilDate day) const;
    /// Monday to Friday, and no public holiday.
    [[nodiscard]] bool isWorkingDay(CivilDate day) const;
    /// The day itself when it is a working day.
    [[nodiscard]] CivilDate toWorkingDay(CivilDate day) const;
    /// The nth working day after `day`, which is not counted; n >= 1.
    [[nodiscard]] CivilDate addWorkingDays(CivilDate day, int count) const;

    /// The last day of a time limit whose event happened on `event`. The day of the event is not counted. Each day that
    /// stood still, from the event on and before the limit was over, adds one; in any order, a day that is in two of
    /// `suspensions` once. A limit in working days ends on one.
    [[nodiscard]] CivilDate lastDay(const DeadlineRule &rule, CivilDate event,
                                    const std::vector<Suspension> &suspensions = {}) const;

private:
    Calendar(std::shared_ptr<GTimeZone> zone, std::vector<Holiday> holidays)
        : zone_(std::move(zone)), holidays_(std::move(holidays)) {}
    std::shared_ptr<GTimeZone> zone_; ///< never changed
    std::vector<Holiday> holidays_;
};

} // namespace guichet::kiosk
