// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <fmt/format.h>

#include <optional>

namespace guichet {
namespace {

/// The digits text[at, at + count) as a number; nothing when one is not a digit.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

} // namespace

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds SystemClock::monotonic() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::string formatInstant(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{at - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", formatDate(CivilDate{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

Result<Instant> parseInstant(std::string_view text) {
    const auto bad = [&] { return fail(ErrorCode::BadDate, std::string(text)); };
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':') {
        return bad();
    }
    const auto date = parseDate(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!date || date->year() < std::chrono::year{1970} || !hour || !minute || !second || *hour > 23 || *minute > 59 ||
        *second > 59) {
        return bad();
    }
    std::size_t at = 19;
    int millis = 0;
    if (text[at] == '.') {
        std::size_t decimals = 0;
        int scale = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++decimals) {
            millis += (text[at] - '0') * scale;
            scale /= 10;
        }
        if (decimals == 0 || decimals > 9) {
            return bad();
        }
    }
    std::chrono::minutes offset{0};
    const std::string_view zone = text.substr(at);
    if (zone != "Z" && zone != "z") {
        const auto offsetHours = digits(zone, 1, 2);
        const auto offsetMinutes = digits(zone, 4, 2);
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !offsetHours ||
            !offsetMinutes || *offsetHours > 23 || *offsetMinutes > 59) {
            return bad();
        }
        offset = std::chrono::minutes{*offsetHours * 60 + *offsetMinutes} * (zone[0] == '-' ? -1 : 1);
    }
    return Instant{std::chrono::sys_days{*date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + std::chrono::milliseconds{millis} - offset;
}

std::string formatDate(CivilDate day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Result<CivilDate> parseDate(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day) {
        return fail(ErrorCode::BadDate, std::string(text));
    }
    const CivilDate date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                         std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return fail(ErrorCode::BadDate, std::string(text));
    }
    return date;
}

} // namespace guichet
