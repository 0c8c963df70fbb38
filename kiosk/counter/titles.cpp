// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/titles.h"

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/calendar.h"

#include <algorithm>
#include <optional>

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

/// Until the day before that of its date, as many months later.
bool stillHolds(const Title &title, std::optional<CivilDate> from, CivilDate today) {
    if (!title.mandateMonths) {
        return true;
    }
    return from && std::chrono::sys_days(*from) <= std::chrono::sys_days(today) &&
           std::chrono::sys_days(today) < std::chrono::sys_days(addMonths(*from, *title.mandateMonths));
}

bool mayFile(const Title &title, const Form &form) {
    return title.forms.empty() || std::ranges::any_of(title.forms, [&](const std::string &one) {
               return one == form.id || one == form.group;
           });
}

} // namespace

bool ageFits(const Title &title, const storage::BirthDate &born, CivilDate today) {
    if (!title.personUnder && !title.personOver) {
        return true;
    }
    if (!born.known()) {
        return false;
    }
    const Age age = ageOn(born, today);
    return (!title.personUnder || age.most < *title.personUnder) &&
           (!title.personOver || age.least >= *title.personOver);
}

Result<Ground> groundOf(const Desk &desk, const storage::Person &person, const Presence &presence, TitleAct act,
                        const Form *form) {
    Ground ground;
    ground.title = desk.machine.catalogue.title(toText(presence.who));
    if (ground.title == nullptr) {
        return fail(ErrorCode::TextMissing, "titles." + std::string(toText(presence.who)));
    }
    const Title &title = *ground.title;
    const CivilDate today = desk.calendar.dayOf(desk.machine.clock.now());
    ground.gives = title.has(act) && ageFits(title, person.traits.born, today) &&
                   (act != TitleAct::File || form == nullptr || mayFile(title, *form));
    ground.proven = title.mandate.empty() || (presence.mandateSeen && stillHolds(title, presence.mandateFrom, today));
    ground.identityShown = presence.seen != IdentitySeen::None && presence.who != Who::Bearer;
    return ground;
}

std::string refusalWords(const Title &title, std::string_view language) {
    const std::string &why = title.refused.in(language);
    return why.substr(0, why.find_last_not_of('.') + 1) + " – " + title.source;
}

Result<void> mayDisclose(const Desk &desk, const storage::Person &person, const Presence &presence, TitleAct act) {
    GUICHET_ASSIGN(const Ground ground, groundOf(desk, person, presence, act));
    if (!ground.gives) {
        return fail(ErrorCode::NotForThem, {}, refusalWords(*ground.title, desk.language));
    }
    if (!ground.proven) {
        return fail(ErrorCode::IdentityNotShown, {}, ground.title->mandate.in(desk.language));
    }
    if (ground.title->identity && presence.seen == IdentitySeen::None) {
        return fail(ErrorCode::IdentityNotShown);
    }
    return {};
}

bool mayBeShown(const Desk &desk, const document::Visibility &visibility, const Presence &presence) {
    const bool others = presence.who != Who::Self || presence.accompanied;
    if (visibility.hiddenFromPerson || (visibility.hiddenFromRepresentatives && others)) {
        return false;
    }
    const Title *title = desk.machine.catalogue.title(toText(presence.who));
    if (title == nullptr || !title->has(TitleAct::See)) {
        return false;
    }
    return std::ranges::none_of(visibility.names(), [&](const std::string &mark) {
        return std::ranges::find(title->notShown, mark) != title->notShown.end();
    });
}

} // namespace guichet::kiosk
