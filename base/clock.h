// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace guichet {

/// A moment in UTC, to the millisecond: the precision that the register writes.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A day of the calendar in the agency's time zone. Which day an Instant falls on is kiosk::Calendar's matter.
using CivilDate = std::chrono::year_month_day;

/// The time of day and a clock for delays. Passed in wherever time matters, so that tests and `--now` can set it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// Never goes back, counts while the machine is awake; only differences mean anything.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

/// Stands still until it is moved. Not thread-safe: it belongs to one test or one command.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : now_(at) {}
    [[nodiscard]] Instant now() const override { return now_; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return now_.time_since_epoch(); }
    void set(Instant at) { now_ = at; }
    void advance(std::chrono::milliseconds by) { now_ += by; }

private:
    Instant now_;
};

/// "2026-11-24T08:15:30.123Z": always three decimals and Z (RFC 3339, as the register's leaves need it).
[[nodiscard]] std::string formatInstant(Instant at);
/// RFC 3339 with `Z` or an offset and 0 to 9 decimals (cut to milliseconds), years 1970 to 9999. Error: BadDate.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);
/// "2026-11-24".
[[nodiscard]] std::string formatDate(CivilDate day);
/// "YYYY-MM-DD", a day that exists. Error: BadDate.
[[nodiscard]] Result<CivilDate> parseDate(std::string_view text);

} // namespace guichet
