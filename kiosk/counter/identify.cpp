// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/identify.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/titles.h"
#include "storage/register/acts.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace guichet::kiosk {
std::string postalCode(std::string_view address) {
    constexpr std::size_t kDigits = 5;
    for (std::size_t i = 0; i < address.size();) {
        std::size_t end = i;
        while (end < address.size() && std::isdigit(static_cast<unsigned char>(address[end])) != 0) {
            ++end;
        }
        if (end - i == kDigits) {
            return std::string(address.substr(i, kDigits));
        }
        i = std::max(end, i + 1);
    }
    return {};
}

namespace {

constexpr std::array kCategories{document::Category::Prescription,  document::Category::Certificate,
                                 document::Category::Result,        document::Category::Hospital,
                                 document::Category::Reimbursement, document::Category::Other};
constexpr std::size_t kNumberWithoutKey = 13;

std::string firstWord(const std::string &names) { return names.substr(0, names.find(' ')); }

/// "SAINT-DENIS (93)", "93 SAINT DENIS" and "St Denis" name the same place as "Saint-Denis".
std::string placeKey(std::string_view place) {
    std::string letters;
    bool inBrackets = false;
    for (const char c : place) {
        inBrackets = c == '(' || (inBrackets && c != ')');
        if (!inBrackets && c != ')' && std::isdigit(static_cast<unsigned char>(c)) == 0) {
            letters += c == '-' ? ' ' : c;
        }
    }
    std::string words;
    for (const std::string &word : split(letters, ' ')) {
        const std::string key = nameKey(word);
        words += key == "ST" ? "SAINT" : key == "STE" ? "SAINTE" : key;
    }
    return words;
}

bool isKnown(const storage::Person &person, Trait trait) {
    switch (trait) {
    case Trait::BirthDate: return person.traits.born.whole();
    case Trait::BirthPlace: return !person.traits.birthPlace.empty() || !person.traits.birthPlaceCode.empty();
    case Trait::Number: return !person.nir.empty();
    case Trait::FirstGivenName: return !person.traits.givenNames.empty();
    case Trait::UsedName: return !person.traits.usedName.empty();
    case Trait::PostalCode: return !postalCode(person.address).empty();
    }
    return false;
}

std::string compact(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        }
    }
    return out;
}

} // namespace

Result<std::vector<storage::FoundPerson>> findPersons(Desk &desk, const storage::PersonSearch &search) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    storage::PersonSearch wanted = search;
    wanted.nearMisses = true;
    return desk.store.people().find(wanted);
}

Result<std::string> addPerson(Desk &desk, const storage::Traits &traits, const std::optional<std::string> &nir) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    const Instant now = desk.machine.clock.now();
    return desk.entries.write([&]() -> Result<std::string> {
        GUICHET_ASSIGN(const std::string id,
                       desk.store.people().add(traits, nir, now, desk.calendar.dayOf(now), desk.machine.random));
        GUICHET_TRY(journal(desk, {.kind = "person.added", .person = id, .by = {}, .details = {{"person", id}}}));
        return id;
    });
}

Result<PersonPage> openPerson(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    PersonPage page;
    GUICHET_ASSIGN(page.person, desk.store.people().get(id));
    page.records = desk.store.records().counts(id);
    for (const document::Category category : kCategories) {
        page.records.try_emplace(category, 0);
    }
    storage::Acts acts(desk.entries);
    page.optouts = acts.list({.type = storage::ActType::Optout, .person = std::string(id)});
    page.requests = acts.list({.type = storage::ActType::Request, .person = std::string(id)});
    for (auto *list : {&page.optouts, &page.requests}) {
        std::ranges::stable_sort(*list, std::ranges::greater{}, &storage::Act::at);
    }
    GUICHET_ASSIGN(page.contact, desk.store.people().contact(id));
    GUICHET_TRY(journalAlone(
        desk, {.kind = "person.opened", .person = page.person.id, .by = {}, .details = {{"person", page.person.id}}}));
    return page;
}

Result<std::string> showNumber(Desk &desk, std::string_view person, const Presence &presence) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    GUICHET_ASSIGN(storage::Person found, desk.store.people().get(person));
    GUICHET_TRY(mayDisclose(desk, found, presence));
    if (found.nir.empty()) {
        return fail(ErrorCode::Nothing);
    }
    GUICHET_TRY(journalAlone(desk, {.kind = "person.number-shown",
                                    .person = found.id,
                                    .by = std::string(toText(presence.who)),
                                    .details = {{"person", found.id}}}));
    return std::move(found.nir);
}

std::vector<Trait> askableTraits(const storage::Person &person, const storage::PersonSearch &search) {
    std::vector<Trait> traits;
    for (const Trait trait : {Trait::BirthDate, Trait::BirthPlace, Trait::Number, Trait::FirstGivenName,
                              Trait::UsedName, Trait::PostalCode}) {
        const bool given = (trait == Trait::BirthDate && search.born) || (trait == Trait::Number && search.nir) ||
                           // The letters may be the beginning of any of the names.
                           ((trait == Trait::FirstGivenName || trait == Trait::UsedName) && search.name);
        if (!given && isKnown(person, trait)) {
            traits.push_back(trait);
        }
    }
    return traits;
}

Result<bool> answerMatches(Desk &desk, std::string_view person, Trait trait, std::string_view answer) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    GUICHET_ASSIGN(const storage::Person known, desk.store.people().get(person));
    if (!isKnown(known, trait)) {
        return fail(ErrorCode::Nothing);
    }
    const std::string key = nameKey(answer);
    switch (trait) {
    case Trait::BirthDate: {
        GUICHET_ASSIGN(const CivilDate day, parseDate(trim(answer)));
        return storage::BirthDate::of(day) == known.traits.born;
    }
    case Trait::BirthPlace: {
        const std::string place = placeKey(answer);
        return (!place.empty() && place == placeKey(known.traits.birthPlace)) ||
               (!key.empty() && key == nameKey(known.traits.birthPlaceCode));
    }
    case Trait::Number: {
        const std::string number = compact(answer);
        return number == known.nir ||
               (number.size() == kNumberWithoutKey && number == known.nir.substr(0, kNumberWithoutKey));
    }
    case Trait::FirstGivenName: return !key.empty() && key == nameKey(firstWord(known.traits.givenNames));
    case Trait::UsedName: return !key.empty() && key == nameKey(known.traits.usedName);
    case Trait::PostalCode: return compact(answer) == postalCode(known.address);
    }
    return false;
}

} // namespace guichet::kiosk
