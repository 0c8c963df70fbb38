// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/titles.h"

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/calendar.h"

#include <algorithm>

namespace guichet::kiosk {
namespace {

/// Full years from a date of birth that may be known in part; the least and the most that it can be.
struct Age {
    int least;
    int most;
};

Age ageOn(const storage::BirthDate &born, CivilDate today) {
    const int years = static_cast<int>(today.year()) - born.year;
    const auto hadBirthday = [&](int month, int day) {
        return std::pair(static_cast<int>(static_cast<unsigned>(today.month())),
                         static_cast<int>(static_cast<unsigned>(today.day()))) >= std::pair(month, day);
    };
    constexpr int kLastMonth = 12;
    constexpr int kLastDay = 31;
    const int firstMonth = born.month == 0 ? 1 : born.month;
    const int firstDay = born.day == 0 ? 1 : born.day;
    const int lastMonth = born.month == 0 ? kLastMonth : born.month;
    const int lastDay = born.day == 0 ? kLastDay : born.day;
    return {years - (hadBirthday(lastMonth, lastDay) ? 0 : 1), years - (hadBirthday(firstMonth, firstDay) ? 0 : 1)};
}

} // namespace

Result<void> mayDisclose(const Desk &desk, const storage::Person &person, const Presence &presence) {
    const Title *title = desk.machine.catalogue.title(toText(presence.who));
    if (title == nullptr) {
        return fail(ErrorCode::TextMissing, std::string(toText(presence.who)));
    }
    if (!title->records) {
        return fail(ErrorCode::NotForThem);
    }
    if (title->personUnder || title->personOver) {
        if (!person.traits.born.known()) {
            return fail(ErrorCode::NotForThem);
        }
        const Age age = ageOn(person.traits.born, desk.calendar.dayOf(desk.machine.clock.now()));
        if ((title->personUnder && age.most >= *title->personUnder) ||
            (title->personOver && age.least < *title->personOver)) {
            return fail(ErrorCode::NotForThem);
        }
    }
    if ((title->identity && presence.seen == IdentitySeen::None) ||
        (!title->mandate.empty() && !presence.mandateSeen)) {
        return fail(ErrorCode::IdentityNotShown);
    }
    return {};
}

bool mayBeShown(const Desk &desk, const document::Visibility &visibility, Who who) {
    if (visibility.hiddenFromPerson || (visibility.hiddenFromRepresentatives && who != Who::Self)) {
        return false;
    }
    const Title *title = desk.machine.catalogue.title(toText(who));
    if (title == nullptr || !title->records) {
        return false;
    }
    return std::ranges::none_of(visibility.names(), [&](const std::string &mark) {
        return std::ranges::find(title->notShown, mark) != title->notShown.end();
    });
}

} // namespace guichet::kiosk
