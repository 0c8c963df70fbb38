// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "storage/database.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// A date of birth as it is known: a day, a month, a year, or nothing ("lunar" dates are common among people born where
/// there was no register).
struct BirthDate {
    int year = 0;  ///< 1800 to 2199; 0: nothing is known
    int month = 0; ///< 1 to 12; 0: unknown
    int day = 0;   ///< 1 to 31; 0: unknown

    /// "YYYY-MM-DD", "YYYY-MM", "YYYY", and "unknown" or "" for nothing known. Error: BadDate.
    [[nodiscard]] static Result<BirthDate> parse(std::string_view text);
    [[nodiscard]] static BirthDate of(CivilDate day);
    /// The text that parse() takes; "" when nothing is known.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool known() const { return year != 0; }
    /// True for a whole day.
    [[nodiscard]] bool whole() const { return day != 0; }
    auto operator<=>(const BirthDate &) const = default;
};

enum class Sex { Female, Male, Unknown };
[[nodiscard]] std::string_view toText(Sex sex);            ///< "F", "M", "U"
[[nodiscard]] Result<Sex> parseSex(std::string_view text); ///< small letters too. Error: BadValue

/// Whether real people or invented ones may be in a store; it is so for ever (see Store).
enum class StoreKind { Live, Demo };
[[nodiscard]] std::string_view toText(StoreKind kind); ///< "live", "demo"

/// The root of a number that an agent types: .8 in a live store, .10 in a demo store.
[[nodiscard]] std::string_view defaultInsRoot(StoreKind kind);
/// Which INS roots this store refuses: .10 and .11 in a live one, .8 and .9 in a demo one.
[[nodiscard]] bool isRefusedRoot(std::string_view root, StoreKind kind);

/// The traits by which people are told apart.
struct Traits {
    std::string birthName;  ///< "?" of somebody who is known by a number alone
    std::string usedName;   ///< "" where it is the birth name
    std::string givenNames; ///< separated by spaces, the first first
    BirthDate born;
    Sex sex = Sex::Unknown;
    std::string birthPlace;
    std::string birthPlaceCode; ///< INSEE code of the commune, or 99 and the country
    bool operator==(const Traits &) const = default;
};

/// A number that identifies somebody under a root (an OID).
struct PersonNumber {
    std::string root;
    std::string number; ///< of an INS: 13 or 15 characters, as it was carried
    bool operator==(const PersonNumber &) const = default;
};

/// Somebody, as a document or the agency's list describes them.
struct IncomingPerson {
    Traits traits;
    std::optional<PersonNumber> ins;        ///< the acceptable one; which is acceptable is the caller's to say
    std::vector<PersonNumber> otherNumbers; ///< the sender's own
    std::string address;                    ///< lines separated by "\n"
    std::string language;                   ///< "fr", "ar", …
    std::string physician;                  ///< the médecin traitant that the list names
    std::string scheme;
    std::optional<int> rank; ///< 1 the insured, 2 to 19 who is covered under the same number; only in the list
    std::string phone;       ///< given only where a setting asks for it to be kept
    std::string email;
};

struct Person {
    std::string id;
    Traits traits;
    std::string nir;     ///< 15 characters with the key it came with, or computed; 13 for NNP, MIG; "" without a number
    std::string insRoot; ///< "" without a number
    std::string address;
    std::string language;
    std::string physician;
    std::string scheme;
    std::optional<int> rank;
    std::string phone;
    std::string email;
    std::string station;   ///< where the row came from
    bool doubtful = false; ///< may be somebody else, and no supervisor has decided yet: so are their records
    Instant addedAt{};
    Instant changedAt{};

    bool operator==(const Person &) const = default;
};

/// How well a found person fits what was asked.
enum class Match {
    Exact,
    /// The date of birth is only partly known; the number fits and another trait that was given does not; or the
    /// letters that were given are a slip away from a name (storage/near_names.h).
    Near,
};
[[nodiscard]] std::string_view toText(Match match); ///< "exact", "near"

struct FoundPerson {
    Person person;
    Match match = Match::Exact;
};

/// What a search was given, as text from the command line or a screen; an absent option is nullopt, an empty one "".
struct PersonSearch {
    std::optional<std::string> nir;  ///< 13 or 15 characters
    std::optional<std::string> born; ///< "YYYY-MM-DD"; with letters also "YYYY-MM", "YYYY", "unknown"
    std::optional<std::string> name; ///< up to three letters: the beginning of a birth, used or given name
    bool nearMisses = false;         ///< with a whole date and letters: whom the letters may mean too, after the others
};

/// How an incoming person was taken.
struct TakenPerson {
    enum class Outcome { Added, Changed, Unchanged };
    std::string id;
    std::string entry; ///< under which what came with them belongs: `id`, or another entry of the same person
    Outcome outcome = Outcome::Unchanged;
    /// The number was there with other traits (warning `identity-differs`): the same person, or another who shares it.
    bool identityDiffers = false;
    /// Another person who shares the number, until a supervisor has decided: their records are `doubtful`.
    bool doubtful = false;
    /// Several people have the number, and what is known of this one fits more than one of them, or none.
    bool anybody = false;
    /// Taken for the person meanwhile, in an entry of which nobody has said yet that it is theirs.
    bool undecided = false;
};

/// How the person wants to be reached, on paper first.
struct ContactPreference {
    std::string means;  ///< "post", "other-address", "collect", "telephone", "email", "nothing-at-home"
    std::string detail; ///< the other address, the number; may be empty
    bool operator==(const ContactPreference &) const = default;
};

/// Why a supervisor has to look at two entries.
enum class DoubtCause {
    SharedNumber, ///< two people have one number; who came second is in doubt, with their records
    Homonym,      ///< the list names somebody without a number, who may be one who is there; likewise
    SameTraits,   ///< the same traits, one without a number or with one that is not the last: a newborn, a traveller
    NewNumber,    ///< a sender's number and the traits are the same, the INS is not: taken as one person meanwhile
    OtherTraits,  ///< the INS is the same, the traits are not: taken as one person meanwhile
    ByHand,       ///< nothing had been noticed: a supervisor said that they are one
};
/// "shared-number", "homonym", "same-traits", "new-number", "other-traits", "by-hand"
[[nodiscard]] std::string_view toText(DoubtCause cause);

/// Two entries that may be one person, or two.
struct Doubt {
    std::string id;
    std::string person; ///< the entry that came second
    std::string other;
    DoubtCause cause = DoubtCause::SharedNumber;
    bool together = false; ///< they are one person just now
    Instant at{};
};

/// What a supervisor's decision touched.
struct Decided {
    std::string person; ///< whose page it is
    std::string other;  ///< the entry that joined them, or that is somebody else from now on
};

/// The people of a store. Borrows the database, which outlives it; belongs to its thread. Nothing opens a transaction
/// of its own: callers wrap what belongs together in inTransaction().
///
/// A person has one entry or several. One of them speaks for the person: its id is the person's, its traits are shown,
/// and what it does not know the others say, as long as nobody doubts that they are the same; of address and the like
/// the one that changed last. Whoever asks for one of the others by its id is given the person. What came under an
/// entry (documents, their journal, acts that were signed) stays with it; what is signed or printed for the person
/// while they are one is that of who speaks for them.
class People {
public:
    People(Database &database, StoreKind kind, std::string station);

    /// Who this may be, exact matches first, then by name; nobody is an empty list. NIR: everybody who has the number.
    /// Otherwise: everybody born that day (or, `Near`, in that month or year where only that is known) whose birth,
    /// used or any given name begins with the letters; a month or a year finds, `Near`, everybody born in it as well.
    /// With `nearMisses`, `Near` too: whoever was born that very day and one of whose names the letters may mean.
    /// Errors, before anything is looked for: NirLength, NirFormat, NirKey; NameAlone (a name with neither date nor
    /// number), NameTooLong (more than three letters), NoSearch (neither number nor date, or a part of a date alone),
    /// BadDate.
    [[nodiscard]] Result<std::vector<FoundPerson>> find(const PersonSearch &search);
    /// The person, by the id of any of their entries. Error: Nobody.
    [[nodiscard]] Result<Person> get(std::string_view id);
    /// One entry by itself, with its own traits and number alone. Error: Nobody.
    [[nodiscard]] Result<Person> entry(std::string_view id);
    [[nodiscard]] std::int64_t count(); ///< people, not entries

    /// Adds somebody by hand. `nir` is checked as parseNir() does. Errors: MissingField (birth name or given names
    /// empty), FutureDate, those of parseNir(), PersonExists (the number is somebody's, unless the dates of birth are
    /// ten years or more apart: then both share it, in doubt). `today` is the agency's day.
    [[nodiscard]] Result<std::string> add(const Traits &traits, const std::optional<std::string> &nir, Instant at,
                                          CivilDate today, Random &random);

    /// Takes somebody from a document: matched by INS, else by a sender's number with birth name, first given name,
    /// date of birth and sex, else added. What was blank is filled in; nothing that is there is changed. Same INS and
    /// other traits, or a sender's number that fits and another INS: the same person with `identityDiffers`, as an
    /// entry of its own until a supervisor has looked; but another person who shares the number when the dates of birth
    /// are ten years or more apart or the one who is there has a rank of 2 or more.
    [[nodiscard]] TakenPerson takeFromDocument(const IncomingPerson &incoming, Instant at, Random &random);
    /// Takes a row of the agency's list: matched in the same way, and without any number by the same traits: who is
    /// just that, else the only one of those names who was born that whole day, at no other place, and whom this list
    /// has not named yet; who might be is in doubt. What it fills in replaces what was there. Other traits with a rank
    /// of 2 or more: another person who shares the number.
    [[nodiscard]] TakenPerson takeFromList(const IncomingPerson &incoming, Instant at, Random &random);
    /// As takeFromList() for one after the other; several times as fast where most of them are new. `named`: whom of
    /// those without a number earlier parts of the same list have named; these are added.
    [[nodiscard]] std::vector<TakenPerson> takeList(std::span<const IncomingPerson> rows, std::set<std::string> &named,
                                                    Instant at, Random &random);

    /// Where several entries have a wish, the latest; but what keeps the post away from home, until the person has said
    /// something since they were merged. Error: Nobody.
    [[nodiscard]] Result<std::vector<ContactPreference>> contact(std::string_view id);
    /// Replaces them. Errors: Nobody, BadValue (another word than the six).
    [[nodiscard]] Result<void> setContact(std::string_view id, std::span<const ContactPreference> preferences,
                                          Instant at);

    /// What nobody has decided, the oldest first.
    [[nodiscard]] std::vector<Doubt> doubts();
    /// Which entries were said to be one person and still are, the latest first.
    [[nodiscard]] std::vector<Doubt> merged();

    /// A supervisor says that the two are one person, for whom `person` speaks; what was in doubt between them is
    /// decided. Errors: Nobody; AlreadyDone (they are, and nothing is in doubt).
    [[nodiscard]] Result<Decided> merge(std::string_view person, std::string_view other, Instant at, Random &random);
    /// A supervisor says that two are not one person: `id` is a doubt, or an entry of somebody that is not the one who
    /// speaks for them. The entry is somebody again, with what came in under it, and with those entries that are theirs
    /// by it alone. Errors: Nothing (no such doubt or
    /// entry, or it is by itself); AlreadyDone (it was said before).
    [[nodiscard]] Result<Decided> unmerge(std::string_view id, Instant at);

    /// After Register::purge(), which has to know the entries: removes the person with all of them, their numbers,
    /// search keys, preferences, records and drafts. What the register holds is the register's matter. Error: Nobody.
    [[nodiscard]] Result<void> purge(std::string_view id);

    /// Adds many new people at once, for a demo store or a measurement: nothing is matched or checked; several times
    /// as fast as takeFromList(). Ids are drawn for those whose `id` is empty.
    void addMany(std::span<Person> people, Instant at, Random &random);

private:
    enum class Source { Document, List };
    TakenPerson take(const IncomingPerson &incoming, Source source, std::set<std::string> &named, Instant at,
                     Random &random);
    Database &database_;
    StoreKind kind_;
    std::string station_;
};

} // namespace guichet::storage
