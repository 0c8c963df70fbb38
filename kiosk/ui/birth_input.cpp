// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/birth_input.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guichet::ui {
namespace {

struct Part {
    std::string text;
    bool digits = false;
};

/// Runs of digits and runs of letters, in order; whatever else is between them only parts them.
std::vector<Part> partsOf(std::string_view typed) {
    std::vector<Part> parts;
    for (const auto &word : split(
             replaceAll(replaceAll(replaceAll(replaceAll(std::string(typed), "/", " "), ".", " "), "-", " "), ",", " "),
             ' ')) {
        std::string run;
        bool digits = false;
        const auto flush = [&] {
            if (!run.empty()) {
                parts.push_back({run, digits});
            }
            run.clear();
        };
        for (const char c : word) {
            const bool digit = c >= '0' && c <= '9';
            if (!run.empty() && digit != digits) {
                flush();
            }
            digits = digit;
            run += c;
        }
        flush();
    }
    return parts;
}

/// 1 to 12, by the beginning of a French or English name that fits one month only.
std::optional<int> monthNamed(const std::string &word) {
    static constexpr std::array<std::array<std::string_view, 2>, 12> names{{{"janvier", "january"},
                                                                            {"fevrier", "february"},
                                                                            {"mars", "march"},
                                                                            {"avril", "april"},
                                                                            {"mai", "may"},
                                                                            {"juin", "june"},
                                                                            {"juillet", "july"},
                                                                            {"aout", "august"},
                                                                            {"septembre", "september"},
                                                                            {"octobre", "october"},
                                                                            {"novembre", "november"},
                                                                            {"decembre", "december"}}};
    const auto key = nameKey(word);
    if (key.size() < 3) {
        return std::nullopt;
    }
    std::optional<int> found;
    for (std::size_t month = 0; month < names.size(); ++month) {
        if (std::ranges::any_of(names.at(month), [&](std::string_view name) { return name.starts_with(key); })) {
            if (found) {
                return std::nullopt;
            }
            found = static_cast<int>(month) + 1;
        }
    }
    return found;
}

std::optional<int> yearOf(const std::string &digits, int thisYear) {
    if (digits.size() == 4) {
        return std::stoi(digits);
    }
    if (digits.size() != 2) {
        return std::nullopt;
    }
    const int year = thisYear / 100 * 100 + std::stoi(digits);
    return year > thisYear ? year - 100 : year;
}

std::optional<int> smallNumber(const std::string &digits) {
    return digits.size() > 2 ? std::nullopt : std::optional(std::stoi(digits));
}

/// How many days ago, of a day that is said so.
std::optional<int> daysAgo(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, int>, 5> kWords{
        {{"aujourdhui", 0}, {"today", 0}, {"hier", 1}, {"yesterday", 1}, {"avanthier", 2}}};
    std::string letters = nameKey(text);
    std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
    const auto found = std::ranges::find(kWords, letters, &std::pair<std::string_view, int>::first);
    return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

struct Fields {
    std::optional<int> day = 0;
    std::optional<int> month = 0;
    std::optional<int> year;
};

std::optional<Fields> fieldsOf(std::vector<Part> parts, int thisYear) {
    if (!parts.empty() && nameKey(parts[0].text) == "le") { // "le 3 avril 1941"
        parts.erase(parts.begin());
    }
    // "1er" is a first.
    if (parts.size() > 1 && parts[0].text == "1" &&
        (nameKey(parts[1].text) == "er" || nameKey(parts[1].text) == "st")) {
        parts.erase(parts.begin() + 1);
    }
    const auto word = std::ranges::find(parts, false, &Part::digits);
    if (word != parts.end()) {
        const auto month = monthNamed(word->text);
        if (parts.size() == 3 && word == parts.begin() + 1) {
            return Fields{smallNumber(parts[0].text), month, yearOf(parts[2].text, thisYear)};
        }
        if (parts.size() == 2 && word == parts.begin() && parts[1].digits) {
            return Fields{0, month, yearOf(parts[1].text, thisYear)};
        }
        return std::nullopt;
    }
    if (parts.size() == 1) {
        const auto &all = parts[0].text;
        switch (all.size()) {
        case 8: return Fields{std::stoi(all.substr(0, 2)), std::stoi(all.substr(2, 2)), std::stoi(all.substr(4))};
        case 6: {
            // 041941 is a month and a year where that makes sense, else 030441 a whole day.
            const int year = std::stoi(all.substr(2));
            if (year >= 1800 && year <= thisYear) {
                return Fields{0, std::stoi(all.substr(0, 2)), year};
            }
            return Fields{std::stoi(all.substr(0, 2)), std::stoi(all.substr(2, 2)), yearOf(all.substr(4), thisYear)};
        }
        case 4: return Fields{0, 0, std::stoi(all)};
        default: return std::nullopt;
        }
    }
    if (parts.size() == 3 && parts[0].text.size() == 4) {
        return Fields{smallNumber(parts[2].text), smallNumber(parts[1].text), yearOf(parts[0].text, thisYear)};
    }
    if (parts.size() == 3) {
        return Fields{smallNumber(parts[0].text), smallNumber(parts[1].text), yearOf(parts[2].text, thisYear)};
    }
    if (parts.size() == 2) {
        return Fields{0, smallNumber(parts[0].text), yearOf(parts[1].text, thisYear)};
    }
    return std::nullopt;
}

/// A year of two digits is at most `lastYear`.
Result<storage::BirthDate> readUpTo(int lastYear, const std::string &text, CivilDate today) {
    const auto bad = fail(ErrorCode::BadDate, text);
    const auto fields = fieldsOf(partsOf(text), lastYear);
    if (!fields || !fields->day || !fields->month || !fields->year) {
        return bad;
    }
    const storage::BirthDate born{*fields->year, *fields->month, *fields->day};
    const bool rightMonth = born.month >= 1 && born.month <= 12;
    const bool noMonth = born.month == 0 && born.day == 0;
    if (born.year < 1800 || born.year > 2199 || !(rightMonth || noMonth)) {
        return bad;
    }
    const std::chrono::year_month_day day{std::chrono::year(born.year),
                                          std::chrono::month(static_cast<unsigned>(std::max(born.month, 1))),
                                          std::chrono::day(static_cast<unsigned>(std::max(born.day, 1)))};
    // A day of zero was typed as such only in "00041941": then it is not known.
    if (!day.ok()) {
        return bad;
    }
    if (day > today) {
        return fail(ErrorCode::FutureDate, text);
    }
    return born;
}

} // namespace

Result<storage::BirthDate> readBirthDate(std::string_view typed, CivilDate today) {
    const auto text = trim(typed);
    if (const auto ago = daysAgo(text)) {
        return storage::BirthDate::of(std::chrono::sys_days(today) - std::chrono::days(*ago));
    }
    const int thisYear = static_cast<int>(today.year());
    auto born = readUpTo(thisYear, text, today);
    if (!born && born.error().code == ErrorCode::FutureDate) {
        // Two digits of this year, and a day that is still to come: a hundred years ago.
        if (auto before = readUpTo(thisYear - 1, text, today)) {
            return before;
        }
    }
    return born;
}

std::string withRecentYear(std::string_view typed, CivilDate today) {
    if (!readBirthDate(typed, today) && partsOf(typed).size() > 1) {
        const int thisYear = static_cast<int>(today.year());
        for (const int year : {thisYear, thisYear - 1}) {
            std::string whole = std::string(typed) + " " + std::to_string(year);
            if (const auto day = readBirthDate(whole, today); day && day->whole()) {
                return whole;
            }
        }
    }
    return std::string(typed);
}

} // namespace guichet::ui
