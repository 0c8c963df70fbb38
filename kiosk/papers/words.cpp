// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/words.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace guichet::kiosk::papers {
namespace {

constexpr std::array<std::string_view, 12> kMonthTexts{
    "date.month-1", "date.month-2", "date.month-3", "date.month-4",  "date.month-5",  "date.month-6",
    "date.month-7", "date.month-8", "date.month-9", "date.month-10", "date.month-11", "date.month-12"};
constexpr std::array<std::string_view, 9> kNumbers{"duration.two",   "duration.three", "duration.four",
                                                   "duration.five",  "duration.six",   "duration.seven",
                                                   "duration.eight", "duration.nine",  "duration.ten"};
constexpr unsigned kFirstNumber = 2;

struct UnitIds {
    std::string_view one;
    std::string_view several;
};

UnitIds idsOf(Unit unit) {
    switch (unit) {
    case Unit::Day: return {"duration.day", "duration.days"};
    case Unit::WorkingDay: return {"duration.working-day", "duration.working-days"};
    case Unit::Week: return {"duration.week", "duration.weeks"};
    case Unit::Month: return {"duration.month", "duration.months"};
    case Unit::Year: return {"duration.year", "duration.years"};
    }
    return {"duration.day", "duration.days"};
}

std::string_view idOf(Event event) {
    switch (event) {
    case Event::Received: return "rule.received";
    case Event::Complete: return "rule.complete";
    case Event::Sent: return "rule.sent";
    case Event::Confirmed: return "rule.confirmed";
    case Event::Notified: return "rule.notified";
    }
    return "rule.received";
}

/// The first character of UTF-8 text, with the marks that combine with it left out.
std::string_view firstCharacter(std::string_view text) {
    std::size_t length = text.empty() ? 0 : 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return text.substr(0, length);
}

} // namespace

std::string longDate(const Texts &say, CivilDate day) {
    const unsigned number = static_cast<unsigned>(day.day());
    return say("date.long", {{"day", number == 1 ? say("date.first") : std::to_string(number)},
                             {"month", say(kMonthTexts.at(static_cast<unsigned>(day.month()) - 1))},
                             {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string dayAndTime(const Texts &say, const LocalTime &time) {
    const std::string minute = std::to_string(time.minute);
    return say("date.day-and-time",
               {{"date", longDate(say, time.day)},
                {"time", say("date.time", {{"hour", std::to_string(time.hour)},
                                           {"minute", minute.size() < 2 ? "0" + minute : minute}})}});
}

std::string durationWords(const Texts &say, const DeadlineRule &rule) {
    const UnitIds ids = idsOf(rule.unit);
    if (rule.count == 1) {
        return say(ids.one);
    }
    const auto count = static_cast<unsigned>(rule.count);
    const bool inWords = count >= kFirstNumber && count < kFirstNumber + kNumbers.size();
    return say(ids.several, {{"count", inWords ? say(kNumbers.at(count - kFirstNumber)) : std::to_string(rule.count)}});
}

std::string ruleWords(const Texts &say, const DeadlineRule &rule) {
    return say("rule.after", {{"duration", durationWords(say, rule)}, {"event", say(idOf(rule.from))}});
}

std::string unbroken(std::string_view text) { return replaceAll(std::string(text), " ", "\u00A0"); }

printing::Block tickBoxes(const Texts &say, const std::vector<const char *> &ids) {
    printing::TickBoxes boxes;
    for (const char *id : ids) {
        boxes.boxes.push_back({false, printing::plain(say(id))});
    }
    return {std::move(boxes)};
}

std::string initials(std::string_view givenNames, std::string_view birthName) {
    std::string both;
    for (const std::string_view name : {givenNames, birthName}) {
        const std::string_view letter = firstCharacter(name);
        if (!letter.empty()) {
            both += (both.empty() ? "" : " ") + std::string(letter) + ".";
        }
    }
    return both;
}

} // namespace guichet::kiosk::papers
