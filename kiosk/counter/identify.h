// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"
#include "storage/document/document.h"
#include "storage/people.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {
struct Act;
}
namespace guichet::kiosk {

/// Who this may be, exact matches first, near misses of the letters after them; nobody is an empty list. Errors:
/// NotAllowed, those of storage::People::find().
[[nodiscard]] Result<std::vector<storage::FoundPerson>> findPersons(Desk &desk, const storage::PersonSearch &search);

/// Adds somebody who is in no list (newborn, traveller, applicant), and returns their id. Errors: NotAllowed, those of
/// storage::People::add().
[[nodiscard]] Result<std::string> addPerson(Desk &desk, const storage::Traits &traits,
                                            const std::optional<std::string> &nir);

/// One person's page.
struct PersonPage {
    storage::Person person;
    std::map<document::Category, int> records; ///< every category, doubtful and superseded ones left out
    std::vector<storage::Act> optouts;         ///< the newest first
    std::vector<storage::Act> requests;        ///< likewise
    std::vector<storage::ContactPreference> contact;
};

/// Opens somebody's page; that it was opened is journaled. Errors: NotAllowed, Nobody.
[[nodiscard]] Result<PersonPage> openPerson(Desk &desk, std::string_view id);

/// The person's number whole, to be copied or said by telephone: that it was shown is journaled. Errors: NotAllowed,
/// Nobody, Nothing (they have none), those of mayDisclose().
[[nodiscard]] Result<std::string> showNumber(Desk &desk, std::string_view person, const Presence &presence);

/// The five digits of an address in France that stand in it; "" without any.
[[nodiscard]] std::string postalCode(std::string_view address);

/// What tells homonyms apart without being shown.
enum class Trait { BirthDate, BirthPlace, Number, FirstGivenName, UsedName, PostalCode };

/// Which traits can be asked of somebody who was found by this search: known for that person, and not already given.
/// The best first; empty when there is nothing to ask. Nothing here says the value.
[[nodiscard]] std::vector<Trait> askableTraits(const storage::Person &person, const storage::PersonSearch &search);

/// Whether what was answered is right. The right value is never returned, here or in an error. A date is YYYY-MM-DD;
/// names and places are compared as nameKey() does, a birth place by its name without the département, or by its INSEE
/// code; a number without its key is enough.
/// Errors: NotAllowed, Nobody, Nothing (the trait is not known), BadDate.
[[nodiscard]] Result<bool> answerMatches(Desk &desk, std::string_view person, Trait trait, std::string_view answer);

} // namespace guichet::kiosk
