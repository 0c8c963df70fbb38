// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/people.h"

#include "base/text.h"
#include "storage/document/document.h"
#include "storage/near_names.h"
#include "storage/nir.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <stdexcept>
#include <tuple>

namespace guichet::storage {
namespace {

constexpr std::size_t kLetters = 3;
constexpr int kYearsApart = 10;
/// Above every text that begins with the same letters.
constexpr std::string_view kAbove = "\U0010FFFF";

constexpr std::string_view kColumns =
    "p.row, p.id, p.birth_name, p.used_name, p.given_names, p.born, p.sex, p.birth_place, p.birth_place_code, p.nir, "
    "p.ins_root, p.address, p.language, p.physician, p.scheme, p.rank, p.phone, p.email, p.station, p.added_at, "
    "p.changed_at, p.doubtful, coalesce(p.same_as, p.row)";

/// An entry and the row it is in, which never leaves this file.
struct Row {
    std::int64_t row = 0;
    std::int64_t lead = 0; ///< the row that speaks for the person: itself, or another
    Person person;
};

std::int64_t numberOf(BirthDate born) { return std::int64_t{born.year} * 10000 + born.month * 100 + born.day; }

BirthDate dateOf(std::int64_t number) {
    return {static_cast<int>(number / 10000), static_cast<int>(number / 100 % 100), static_cast<int>(number % 100)};
}

/// As person_key holds it: what is known in part is negative.
std::int64_t keyOf(BirthDate born) { return born.whole() ? numberOf(born) : -numberOf(born); }

Row read(const Statement &row) {
    const auto instant = [&](int column) { return Instant(std::chrono::milliseconds(row.number(column))); };
    Row read;
    read.row = row.number(0);
    Person &person = read.person;
    person.id = row.text(1);
    person.traits.birthName = row.text(2);
    person.traits.usedName = row.text(3);
    person.traits.givenNames = row.text(4);
    person.traits.born = dateOf(row.number(5));
    const std::string sex = row.text(6);
    person.traits.sex = sex == "F" ? Sex::Female : sex == "M" ? Sex::Male : Sex::Unknown;
    person.traits.birthPlace = row.text(7);
    person.traits.birthPlaceCode = row.text(8);
    person.nir = row.text(9);
    person.insRoot = row.text(10);
    person.address = row.text(11);
    person.language = row.text(12);
    person.physician = row.text(13);
    person.scheme = row.text(14);
    if (const auto rank = row.optionalNumber(15)) {
        person.rank = static_cast<int>(*rank);
    }
    person.phone = row.text(16);
    person.email = row.text(17);
    person.station = row.text(18);
    person.addedAt = instant(19);
    person.changedAt = instant(20);
    person.doubtful = row.number(21) != 0;
    read.lead = row.number(22);
    return read;
}

std::optional<Row> byRow(Database &database, std::int64_t row) {
    static const std::string sql = fmt::format("SELECT {} FROM person p WHERE p.row = ?1", kColumns);
    auto statement = database.prepare(sql);
    statement.bind(1, row);
    return statement.step() ? std::optional(read(statement)) : std::nullopt;
}

std::optional<std::int64_t> rowOf(Database &database, std::string_view id) {
    auto statement = database.prepare("SELECT row FROM person WHERE id = ?1");
    statement.bind(1, id);
    return statement.step() ? std::optional(statement.number(0)) : std::nullopt;
}

std::vector<std::int64_t> numbersOf(Statement &statement) {
    std::vector<std::int64_t> rows;
    while (statement.step()) {
        rows.push_back(statement.number(0));
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

/// Who has the INS with these 13 characters, the oldest row first.
std::vector<std::int64_t> rowsByIns(Database &database, std::string_view matricule) {
    auto statement = database.prepare("SELECT person FROM person_number WHERE ins = 1 AND number = ?1");
    statement.bind(1, matricule);
    return numbersOf(statement);
}

/// Who may have been born in that month or year, and has a name that begins with the letters.
std::vector<std::int64_t> rowsByPartOfBirth(Database &database, BirthDate born, const std::string &letters) {
    auto statement =
        database.prepare("SELECT person FROM person_key WHERE (born = ?1 OR born BETWEEN ?2 AND ?3 OR born "
                         "BETWEEN -?3 AND -?2) AND letters >= ?4 AND letters <= ?5");
    const std::int64_t first = numberOf(born);
    const std::int64_t last = first + (born.month == 0 ? 1231 : 31);
    statement.with(keyOf({born.year, 0, 0}), first, last, letters, letters + std::string(kAbove));
    return numbersOf(statement);
}

/// Who was born then, as far as it is known, and has a name that begins with the letters.
std::vector<std::int64_t> rowsByBirth(Database &database, BirthDate born, const std::string &letters) {
    if (born.known() && !born.whole()) {
        return rowsByPartOfBirth(database, born, letters);
    }
    auto statement = database.prepare("SELECT person FROM person_key WHERE born IN (?1, ?2, ?3) AND letters >= ?4 AND "
                                      "letters <= ?5");
    const BirthDate month{born.year, born.month, 0};
    const BirthDate year{born.year, 0, 0};
    statement.with(keyOf(born), keyOf(month), keyOf(year), letters, letters + std::string(kAbove));
    return numbersOf(statement);
}

std::vector<std::string> words(std::string_view names) {
    std::vector<std::string> found;
    for (const std::string &word : split(replaceAll(std::string(names), ",", " "), ' ')) {
        if (!trim(word).empty()) {
            found.push_back(trim(word));
        }
    }
    return found;
}

/// The first characters of a name as it is compared.
std::string lettersOf(std::string_view name) {
    const std::string key = nameKey(name);
    const std::vector<std::string_view> letters = charactersOf(key);
    return letters.size() > kLetters ? key.substr(0, static_cast<std::size_t>(letters[kLetters].data() - key.data()))
                                     : key;
}

/// Under which letters somebody is found. Somebody whose names have no letter at all is found by the date alone.
std::set<std::string> searchLetters(const Traits &traits) {
    std::set<std::string> letters{lettersOf(traits.birthName)};
    if (!traits.usedName.empty()) {
        letters.insert(lettersOf(traits.usedName));
    }
    for (const std::string &given : words(traits.givenNames)) {
        letters.insert(lettersOf(given));
    }
    if (letters.size() > 1) {
        letters.erase("");
    }
    return letters;
}

void writeKeys(Database &database, std::int64_t row, const Traits &traits) {
    for (const std::string &letters : searchLetters(traits)) {
        database.prepare("INSERT OR IGNORE INTO person_key (born, letters, person) VALUES (?1, ?2, ?3)")
            .with(keyOf(traits.born), letters, row)
            .run();
    }
}

void removeKeys(Database &database, std::int64_t row, const Traits &traits) {
    for (const std::string &letters : searchLetters(traits)) {
        database.prepare("DELETE FROM person_key WHERE born = ?1 AND letters = ?2 AND person = ?3")
            .with(keyOf(traits.born), letters, row)
            .run();
    }
}

bool addNumber(Database &database, std::int64_t row, bool ins, std::string_view number, std::string_view root) {
    if (number.empty()) {
        return false;
    }
    database.prepare("INSERT OR IGNORE INTO person_number (ins, number, root, person) VALUES (?1, ?2, ?3, ?4)")
        .with(ins ? 1 : 0, number, root, row)
        .run();
    return database.changes() > 0;
}

bool addIns(Database &database, std::int64_t row, std::string_view matricule) {
    return addNumber(database, row, true, matricule, "");
}

bool addSenderNumber(Database &database, std::int64_t row, const PersonNumber &number) {
    return addNumber(database, row, false, number.number, number.root);
}

void bindPerson(Statement &statement, const Person &person) {
    const Traits &traits = person.traits;
    std::optional<std::int64_t> rank;
    if (person.rank) {
        rank = *person.rank;
    }
    statement.with(person.id, traits.birthName, traits.usedName, traits.givenNames, numberOf(traits.born),
                   toText(traits.sex), traits.birthPlace, traits.birthPlaceCode, person.nir, person.insRoot,
                   person.address, person.language, person.physician, person.scheme, rank, person.phone, person.email,
                   person.station, person.addedAt, person.changedAt);
}

Statement insertion(Database &database) {
    return database.prepare(
        "INSERT INTO person (id, birth_name, used_name, given_names, born, sex, birth_place, birth_place_code, nir, "
        "ins_root, address, language, physician, scheme, rank, phone, email, station, added_at, changed_at) VALUES "
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)");
}

std::int64_t insertRow(Database &database, const Person &person) {
    auto statement = insertion(database);
    bindPerson(statement, person);
    statement.run();
    return database.lastRowId();
}

void updateRow(Database &database, const Person &person) {
    auto statement = database.prepare(
        "UPDATE person SET birth_name = ?2, used_name = ?3, given_names = ?4, born = ?5, sex = ?6, birth_place = ?7, "
        "birth_place_code = ?8, nir = ?9, ins_root = ?10, address = ?11, language = ?12, physician = ?13, scheme = "
        "?14, rank = ?15, phone = ?16, email = ?17, station = ?18, added_at = ?19, changed_at = ?20 WHERE id = ?1");
    bindPerson(statement, person);
    statement.run();
}

std::string firstGiven(const Traits &traits) {
    const auto given = words(traits.givenNames);
    return given.empty() ? std::string() : nameKey(given.front());
}

/// Birth name, first given name, date of birth and sex are the same.
bool sameTraits(const Traits &one, const Traits &other) {
    return nameKey(one.birthName) == nameKey(other.birthName) && firstGiven(one) == firstGiven(other) &&
           one.born == other.born && one.sex == other.sex;
}

/// The same as far as both are known: nothing says that these are two people.
bool traitsAgree(const Traits &one, const Traits &other) {
    const auto known = [](const std::string &a, const std::string &b) { return a.empty() || b.empty() || a == b; };
    const auto part = [](int a, int b) { return a == 0 || b == 0 || a == b; };
    return known(nameKey(one.birthName), nameKey(other.birthName)) && known(firstGiven(one), firstGiven(other)) &&
           part(one.born.year, other.born.year) && part(one.born.month, other.born.month) &&
           part(one.born.day, other.born.day) &&
           (one.sex == Sex::Unknown || other.sex == Sex::Unknown || one.sex == other.sex);
}

/// Ten years or more between the two dates, for sure.
bool farApart(BirthDate one, BirthDate other) {
    if (!one.known() || !other.known()) {
        return false;
    }
    const auto [first, second] = std::minmax(one, other);
    const int years = second.year - first.year;
    return years > kYearsApart || (years == kYearsApart && first.whole() && second.whole() &&
                                   std::pair(second.month, second.day) >= std::pair(first.month, first.day));
}

constexpr std::array kCauses{
    std::pair{DoubtCause::SharedNumber, std::string_view("shared-number")},
    std::pair{DoubtCause::Homonym, std::string_view("homonym")},
    std::pair{DoubtCause::SameTraits, std::string_view("same-traits")},
    std::pair{DoubtCause::NewNumber, std::string_view("new-number")},
    std::pair{DoubtCause::OtherTraits, std::string_view("other-traits")},
    std::pair{DoubtCause::ByHand, std::string_view("by-hand")},
};

/// Somebody of whom it is not known who they are, and their records with them, as long as it is in doubt.
bool makesDoubtful(DoubtCause cause) { return cause == DoubtCause::SharedNumber || cause == DoubtCause::Homonym; }

void openDoubt(Database &database, DoubtCause cause, std::int64_t person, std::int64_t other, Instant at,
               Random &random) {
    database.prepare("INSERT INTO doubt (id, person, other, at, why) VALUES (?1, ?2, ?3, ?4, ?5)")
        .with(makeId(at, random), person, other, at, toText(cause))
        .run();
    if (makesDoubtful(cause)) {
        database.prepare("UPDATE person SET doubtful = 1 WHERE row = ?1").with(person).run();
    }
}

/// All entries of the person for whom `lead` speaks, that one first.
std::vector<std::int64_t> entriesOf(Database &database, std::int64_t lead) {
    std::vector<std::int64_t> rows{lead};
    auto statement = database.prepare("SELECT row FROM person WHERE same_as = ?1 ORDER BY row");
    statement.bind(1, lead);
    while (statement.step()) {
        rows.push_back(statement.number(0));
    }
    return rows;
}

/// Which doubts tie two entries together.
enum class Tie { Decided, NotApart };

/// Those of the entries that the first of them is tied to, itself first; `without`: an entry or a doubt that does not
/// count, by its row or its id.
std::vector<std::int64_t> tiedTo(Database &database, std::span<const std::int64_t> entries, Tie tie,
                                 std::int64_t without = 0, std::string_view withoutDoubt = {}) {
    std::vector<std::int64_t> tied{entries.front()};
    for (std::size_t i = 0; i < tied.size(); ++i) {
        auto others =
            database.prepare("SELECT iif(person = ?1, other, person) FROM doubt WHERE (person = ?1 OR other = "
                             "?1) AND id <> ?2 AND (decision = 'same' OR (?3 AND decided_at IS NULL))");
        others.with(tied[i], withoutDoubt, tie == Tie::NotApart ? 1 : 0);
        for (const std::int64_t to : numbersOf(others)) {
            if (to != without && std::ranges::find(entries, to) != entries.end() &&
                std::ranges::find(tied, to) == tied.end()) {
                tied.push_back(to);
            }
        }
    }
    return tied;
}

/// Nobody has said yet that the entry is of the person for whom another speaks.
bool isUndecided(Database &database, const Row &entry) {
    if (entry.row == entry.lead) {
        return false;
    }
    const auto decided = tiedTo(database, entriesOf(database, entry.lead), Tie::Decided);
    return std::ranges::find(decided, entry.row) == decided.end();
}

/// Whoever may be somebody that awaits a number: none, a provisional one (NNP, MIG), or a NIA.
bool awaitsNumber(std::string_view number, std::string_view root) {
    return number.empty() || (number.front() >= '5' && number.front() <= '8') || root == document::kNiaRoot;
}

bool awaitsNumber(const Person &person) { return awaitsNumber(person.nir, person.insRoot); }

bool anybodyAwaited(Database &database) {
    return database
        .prepare("SELECT 1 FROM person WHERE nir = '' OR nir GLOB '[5-8]*' OR ins_root = '1.2.250.1.213.1.4.9' LIMIT 1")
        .step();
}

/// Somebody born that very day awaits a number.
bool isAwaited(Database &database, BirthDate born) {
    auto statement = database.prepare("SELECT 1 FROM person WHERE born = ?1 AND (nir = '' OR nir GLOB '[5-8]*' OR "
                                      "ins_root = '1.2.250.1.213.1.4.9') LIMIT 1");
    statement.bind(1, numberOf(born));
    return born.whole() && statement.step();
}

/// Fills in `into` from `from`: what is blank, or, when it replaces, all that is given. Returns whether it changed.
bool fillIn(Person &into, const IncomingPerson &from, bool replaces) {
    const Person before = into;
    const auto text = [&](std::string &mine, const std::string &given) {
        if (!given.empty() && (replaces || mine.empty())) {
            mine = given;
        }
    };
    Traits &traits = into.traits;
    if (replaces || nameKey(traits.birthName).empty()) { // or is known by a number alone until now
        traits.birthName = from.traits.birthName.empty() ? traits.birthName : from.traits.birthName;
        text(traits.givenNames, from.traits.givenNames);
    }
    text(traits.usedName, from.traits.usedName);
    text(traits.birthPlace, from.traits.birthPlace);
    text(traits.birthPlaceCode, from.traits.birthPlaceCode);
    // A whole date is never replaced by one that is known in part.
    const BirthDate born = from.traits.born;
    if (born.whole() ? replaces || !traits.born.whole() : born.known() && !traits.born.known()) {
        traits.born = born;
    }
    if (from.traits.sex != Sex::Unknown && (replaces || traits.sex == Sex::Unknown)) {
        traits.sex = from.traits.sex;
    }
    text(into.address, from.address);
    text(into.language, from.language);
    text(into.physician, from.physician);
    text(into.scheme, from.scheme);
    text(into.phone, from.phone);
    text(into.email, from.email);
    if (from.rank) {
        into.rank = from.rank;
    }
    if (into.nir.empty() && from.ins) {
        into.nir = readCarriedNir(from.ins->number).full();
        into.insRoot = from.ins->root;
    }
    // A NIA becomes the NIR as it is.
    if (from.ins && into.insRoot == document::kNiaRoot && from.ins->root == document::kNirRoot &&
        readCarriedNir(into.nir).matricule == readCarriedNir(from.ins->number).matricule) {
        into.insRoot = from.ins->root;
    }
    return !(into == before);
}

/// The person whose entry this is.
Person wholePerson(Database &database, const Row &entry) {
    Person person = entry.row == entry.lead ? entry.person : byRow(database, entry.lead)->person;
    std::vector<Person> parts{person};
    const std::vector<std::int64_t> entries = entriesOf(database, entry.lead);
    if (entries.size() == 1) {
        return person;
    }
    for (const std::int64_t row : tiedTo(database, entries, Tie::Decided)) {
        if (row == entry.lead) {
            continue;
        }
        parts.push_back(byRow(database, row)->person);
        IncomingPerson more;
        more.traits = parts.back().traits;
        more.rank = person.rank ? std::nullopt : parts.back().rank;
        if (!parts.back().nir.empty()) {
            more.ins = PersonNumber{parts.back().insRoot, parts.back().nir};
        }
        fillIn(person, more, false);
    }
    // Who they are is the lead's to say; where they live and the like, whoever heard of it last.
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Person::changedAt);
    for (std::string Person::*const field :
         {&Person::address, &Person::language, &Person::physician, &Person::scheme, &Person::phone, &Person::email}) {
        const auto last = std::ranges::find_if(parts, [&](const Person &each) { return !(each.*field).empty(); });
        person.*field = last == parts.end() ? std::string() : (*last).*field;
    }
    return person;
}

/// Another person with the same traits, where one of the two awaits a number.
std::optional<Row> lookalike(Database &database, const Person &person) {
    const Traits &traits = person.traits;
    if (!traits.born.whole() || (!awaitsNumber(person) && !isAwaited(database, traits.born))) {
        return std::nullopt;
    }
    auto statement = database.prepare("SELECT person FROM person_key WHERE born = ?1 AND letters = ?2");
    statement.with(keyOf(traits.born), lettersOf(traits.birthName));
    for (const std::int64_t row : numbersOf(statement)) {
        auto each = byRow(database, row);
        if (each && each->person.id != person.id && sameTraits(each->person.traits, traits) &&
            (awaitsNumber(person) || awaitsNumber(wholePerson(database, *each)))) {
            return each;
        }
    }
    return std::nullopt;
}

bool samePlace(const Traits &one, const Traits &other) {
    const auto agree = [](const std::string &mine, const std::string &theirs) {
        return mine.empty() || theirs.empty() || nameKey(mine) == nameKey(theirs);
    };
    return agree(one.birthPlaceCode, other.birthPlaceCode) && agree(one.birthPlace, other.birthPlace);
}

/// Whom a row without a number may be.
struct WithoutNumber {
    std::optional<Row> same;    ///< in no doubt
    std::optional<Row> homonym; ///< another one, or not: somebody has to look
};

/// The one who is just what the row says; else the only one of those names born that very day, at no other place, whom
/// this list has not named yet.
WithoutNumber withoutNumber(Database &database, const IncomingPerson &incoming, const std::set<std::string> &named) {
    const Traits &traits = incoming.traits;
    auto statement = database.prepare("SELECT person FROM person_key WHERE born = ?1 AND letters = ?2");
    statement.with(keyOf(traits.born), lettersOf(traits.birthName));
    std::vector<Row> others;
    for (const std::int64_t row : numbersOf(statement)) {
        auto each = byRow(database, row);
        if (!each || !sameTraits(each->person.traits, traits)) {
            continue;
        }
        if (Person merged = each->person; samePlace(merged.traits, traits) && !fillIn(merged, incoming, true)) {
            return {std::move(each), std::nullopt};
        }
        const auto known = std::ranges::find(others, each->lead, &Row::lead);
        if (known == others.end()) {
            others.push_back(std::move(*each));
        } else if (each->person.nir.empty()) { // of one person's entries, the one that such a row made
            *known = std::move(*each);
        }
    }
    if (others.empty()) {
        return {};
    }
    Row &first = others.front();
    if (others.size() == 1 && traits.born.whole() && !named.contains(byRow(database, first.lead)->person.id) &&
        samePlace(first.person.traits, traits)) {
        return {std::move(first), std::nullopt};
    }
    return {std::nullopt, traits.born.whole() ? std::optional(std::move(first)) : std::nullopt};
}

/// Those of them who fit are entries of more than one person.
bool severalPeople(std::span<const Row> rows, const std::function<bool(const Row &)> &fits) {
    std::set<std::int64_t> people;
    for (const Row &each : rows) {
        if (fits(each)) {
            people.insert(each.lead);
        }
    }
    return people.size() > 1;
}

Person newPerson(const IncomingPerson &incoming) {
    Person person;
    person.traits.birthName = incoming.traits.birthName.empty() ? "?" : incoming.traits.birthName;
    person.traits.givenNames = incoming.traits.givenNames;
    fillIn(person, incoming, true);
    return person;
}

constexpr std::size_t kIdBytes = 16;

/// What many ids are made from, drawn at once: asking the system for each takes longer than all else about it.
class Drawn final : public Random {
public:
    Drawn(Random &from, std::size_t bytes) : bytes_(bytes) {
        if (bytes > 0) {
            from.fill(bytes_);
        }
    }
    void fill(std::span<std::uint8_t> into) override {
        const ByteView next = ByteView(bytes_).subspan(used_, into.size());
        std::ranges::copy(next, into.begin());
        used_ += into.size();
    }

private:
    Bytes bytes_;
    std::size_t used_ = 0;
};

} // namespace

Result<BirthDate> BirthDate::parse(std::string_view text) {
    if (text.empty() || text == "unknown") {
        return BirthDate{};
    }
    const auto bad = [&] { return fail(ErrorCode::BadDate, std::string(text)); };
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return bad();
    }
    // What is missing is filled in, so that one parser decides which days exist.
    const auto day = parseDate(std::string(text) + std::string("-01-01").substr(text.size() == 4   ? 0
                                                                                : text.size() == 7 ? 3
                                                                                                   : 6));
    if (!day || static_cast<int>(day->year()) < 1800 || static_cast<int>(day->year()) > 2199) {
        return bad();
    }
    BirthDate born = of(*day);
    born.month = text.size() >= 7 ? born.month : 0;
    born.day = text.size() == 10 ? born.day : 0;
    return born;
}

BirthDate BirthDate::of(CivilDate day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string BirthDate::text() const {
    return !known()     ? ""
           : month == 0 ? fmt::format("{:04}", year)
           : day == 0   ? fmt::format("{:04}-{:02}", year, month)
                        : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string_view toText(Sex sex) { return sex == Sex::Female ? "F" : sex == Sex::Male ? "M" : "U"; }

Result<Sex> parseSex(std::string_view text) {
    if (text == "F" || text == "f") {
        return Sex::Female;
    }
    if (text == "M" || text == "m") {
        return Sex::Male;
    }
    if (text == "U" || text == "u") {
        return Sex::Unknown;
    }
    return fail(ErrorCode::BadValue, "sex " + std::string(text), "F, M, U");
}

std::string_view toText(StoreKind kind) { return kind == StoreKind::Live ? "live" : "demo"; }

std::string_view toText(DoubtCause cause) {
    return std::ranges::find(kCauses, cause, [](const auto &each) { return each.first; })->second;
}

std::string_view toText(Match match) { return match == Match::Exact ? "exact" : "near"; }

std::string_view defaultInsRoot(StoreKind kind) {
    return kind == StoreKind::Live ? document::kNirRoot : document::kTestNirRoot;
}

bool isRefusedRoot(std::string_view root, StoreKind kind) {
    return kind == StoreKind::Live ? root == document::kTestNirRoot || root == document::kDemonstrationNirRoot
                                   : root == document::kNirRoot || root == document::kNiaRoot;
}

People::People(Database &database, StoreKind kind, std::string station)
    : database_(database), kind_(kind), station_(std::move(station)) {}

namespace {

/// One of a person's entries fits: the person is found once, as well as the best of the entries fits.
void addFound(Database &database, const Row &entry, Match match, std::vector<FoundPerson> &found) {
    Person person = wholePerson(database, entry);
    const auto there =
        std::ranges::find_if(found, [&](const FoundPerson &each) { return each.person.id == person.id; });
    if (there == found.end()) {
        found.push_back({std::move(person), match});
    } else {
        there->match = std::min(there->match, match);
    }
}

/// Whoever was born that day, is not found yet, and has a name that the letters may mean.
void addNearMisses(Database &database, BirthDate born, const std::string &letters, std::vector<FoundPerson> &found) {
    auto statement = database.prepare("SELECT DISTINCT person FROM person_key WHERE born = ?1");
    statement.with(keyOf(born));
    for (const std::int64_t row : numbersOf(statement)) {
        const auto person = byRow(database, row);
        if (!person) {
            continue;
        }
        const Traits &traits = person->person.traits;
        std::vector<std::string> names = words(traits.givenNames);
        names.push_back(traits.birthName);
        names.push_back(traits.usedName);
        if (std::ranges::any_of(names, [&](const std::string &name) { return mayMean(letters, name); })) {
            addFound(database, *person, Match::Near, found);
        }
    }
}

} // namespace

Result<std::vector<FoundPerson>> People::find(const PersonSearch &search) {
    if (!search.nir && !search.born) {
        return fail(search.name && !search.name->empty() ? ErrorCode::NameAlone : ErrorCode::NoSearch);
    }
    std::optional<Nir> nir;
    if (search.nir) {
        GUICHET_ASSIGN(nir, parseNir(*search.nir));
    }
    std::optional<BirthDate> born;
    if (search.born) {
        if (search.born->empty()) {
            return fail(ErrorCode::BadDate, *search.born);
        }
        GUICHET_ASSIGN(born, BirthDate::parse(*search.born));
    }
    const std::string letters = search.name ? nameKey(*search.name) : std::string();
    if (countCharacters(letters) > kLetters) {
        return fail(ErrorCode::NameTooLong);
    }
    if (!nir && !born->whole() && letters.empty()) {
        return fail(ErrorCode::NoSearch);
    }
    const auto fits = [&](const Traits &traits) {
        return (!born || traits.born == *born) &&
               (letters.empty() || std::ranges::any_of(searchLetters(traits), [&](const std::string &each) {
                    return each.starts_with(letters);
                }));
    };
    std::vector<FoundPerson> found;
    for (const std::int64_t row : nir ? rowsByIns(database_, nir->matricule) : rowsByBirth(database_, *born, letters)) {
        if (const auto entry = byRow(database_, row)) {
            addFound(database_, *entry, fits(entry->person.traits) ? Match::Exact : Match::Near, found);
        }
    }
    if (search.nearMisses && !nir && born->whole() && !letters.empty()) {
        addNearMisses(database_, *born, letters, found);
    }
    if (found.size() > 1) {
        std::vector<std::tuple<Match, std::string, std::string, std::size_t>> order;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Traits &traits = found[i].person.traits;
            order.emplace_back(found[i].match, nameKey(traits.birthName), nameKey(traits.givenNames), i);
        }
        std::ranges::sort(order);
        std::vector<FoundPerson> sorted;
        for (const auto &each : order) {
            sorted.push_back(std::move(found[std::get<3>(each)]));
        }
        found = std::move(sorted);
    }
    return found;
}

Result<Person> People::get(std::string_view id) {
    const auto row = rowOf(database_, id);
    if (!row) {
        return fail(ErrorCode::Nobody);
    }
    return wholePerson(database_, *byRow(database_, *row));
}

Result<Person> People::entry(std::string_view id) {
    const auto row = rowOf(database_, id);
    if (!row) {
        return fail(ErrorCode::Nobody);
    }
    return byRow(database_, *row)->person;
}

std::int64_t People::count() {
    auto statement =
        database_.prepare("SELECT count(*) - (SELECT count(*) FROM person WHERE same_as IS NOT NULL) FROM person");
    return statement.step() ? statement.number(0) : 0;
}

Result<std::string> People::add(const Traits &given, const std::optional<std::string> &nirText, Instant at,
                                CivilDate today, Random &random) {
    Person person;
    person.traits = given;
    Traits &traits = person.traits;
    for (std::string *text : {&traits.birthName, &traits.usedName, &traits.givenNames, &traits.birthPlace}) {
        *text = trim(toValidUtf8(*text));
    }
    if (nameKey(traits.birthName).empty() || nameKey(traits.givenNames).empty()) {
        return fail(ErrorCode::MissingField, nameKey(traits.birthName).empty() ? "birth-name" : "given-names");
    }
    if (traits.born > BirthDate::of(today)) {
        return fail(ErrorCode::FutureDate, traits.born.text());
    }
    std::vector<std::int64_t> sharing;
    std::string matricule;
    if (nirText) {
        GUICHET_ASSIGN(const Nir nir, parseNir(*nirText));
        matricule = nir.matricule;
        person.nir = nir.full();
        person.insRoot = defaultInsRoot(kind_);
        sharing = rowsByIns(database_, matricule);
        for (const std::int64_t row : sharing) {
            if (const auto other = byRow(database_, row); !farApart(other->person.traits.born, traits.born)) {
                return fail(ErrorCode::PersonExists);
            }
        }
    }
    person.id = makeId(at, random);
    person.station = station_;
    person.addedAt = person.changedAt = at;
    const std::int64_t row = insertRow(database_, person);
    addIns(database_, row, matricule);
    writeKeys(database_, row, traits);
    if (!sharing.empty()) {
        openDoubt(database_, DoubtCause::SharedNumber, row, sharing.front(), at, random);
    } else if (const auto other = lookalike(database_, person)) {
        openDoubt(database_, DoubtCause::SameTraits, row, other->row, at, random);
    }
    return person.id;
}

TakenPerson People::takeFromDocument(const IncomingPerson &incoming, Instant at, Random &random) {
    std::set<std::string> named;
    return take(incoming, Source::Document, named, at, random);
}

TakenPerson People::takeFromList(const IncomingPerson &incoming, Instant at, Random &random) {
    std::set<std::string> named;
    return take(incoming, Source::List, named, at, random);
}

std::vector<TakenPerson> People::takeList(std::span<const IncomingPerson> rows, std::set<std::string> &named,
                                          Instant at, Random &random) {
    // Whose number nobody has yet, neither in the store nor in another row, is somebody new; unless a row without a
    // number might be taken for them: which of two it is taken for depends on who was there first.
    std::vector<std::pair<std::string, std::size_t>> byNumber;
    std::set<std::pair<std::int64_t, std::string>> withoutOne;
    std::vector<bool> isNew(rows.size(), false);
    const auto birth = [](const IncomingPerson &row) {
        return std::pair{keyOf(row.traits.born), lettersOf(row.traits.birthName)};
    };
    for (const IncomingPerson &row : rows) {
        if (!row.ins) {
            withoutOne.insert(birth(row));
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].ins) {
            byNumber.emplace_back(readCarriedNir(rows[i].ins->number).matricule, i);
            isNew[i] = rows[i].otherNumbers.empty() && !withoutOne.contains(birth(rows[i]));
        }
    }
    std::ranges::sort(byNumber);
    const bool awaited = anybodyAwaited(database_);
    for (std::size_t i = 0; i < byNumber.size(); ++i) {
        const auto &[number, row] = byNumber[i];
        const bool again =
            (i > 0 && byNumber[i - 1].first == number) || (i + 1 < byNumber.size() && byNumber[i + 1].first == number);
        isNew[row] = isNew[row] && !again && !number.empty() && rowsByIns(database_, number).empty() &&
                     !awaitsNumber(number, rows[row].ins->root) &&
                     !(awaited && isAwaited(database_, rows[row].traits.born));
    }
    std::vector<Person> people;
    people.reserve(static_cast<std::size_t>(std::ranges::count(isNew, true)));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isNew[i]) {
            people.push_back(newPerson(rows[i]));
        }
    }
    addMany(people, at, random);

    std::vector<TakenPerson> taken;
    taken.reserve(rows.size());
    auto added = people.begin();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isNew[i]) {
            taken.push_back({.id = added->id, .entry = added->id, .outcome = TakenPerson::Outcome::Added});
            ++added;
        } else {
            taken.push_back(take(rows[i], Source::List, named, at, random));
        }
    }
    return taken;
}

TakenPerson People::take(const IncomingPerson &incoming, Source source, std::set<std::string> &named, Instant at,
                         Random &random) {
    const bool fromList = source == Source::List;
    const int rank = fromList ? incoming.rank.value_or(0) : 0;
    const CarriedNir carried = incoming.ins ? readCarriedNir(incoming.ins->number) : CarriedNir{};
    TakenPerson taken;
    std::optional<Row> found;
    std::optional<Row> beside;  ///< taken for the same person, in an entry of its own until somebody has looked
    std::optional<Row> sharing; ///< another person with the same number
    std::optional<Row> homonym; ///< another person without one, born the same day

    std::vector<Row> sameNumber;
    if (!carried.matricule.empty()) {
        for (const std::int64_t row : rowsByIns(database_, carried.matricule)) {
            sameNumber.push_back(*byRow(database_, row));
        }
    }
    const auto agrees = [&](const Row &each) { return traitsAgree(each.person.traits, incoming.traits); };
    const auto same = [&](const Row &each) { return sameTraits(each.person.traits, incoming.traits); };
    const auto close = [&](const Row &each) {
        return !farApart(each.person.traits.born, incoming.traits.born) && rank < 2 &&
               wholePerson(database_, each).rank.value_or(1) < 2;
    };
    if (!sameNumber.empty()) {
        const auto first = [&](auto &&fits) -> std::optional<Row> {
            const auto one = std::ranges::find_if(sameNumber, fits);
            return one == sameNumber.end() ? std::nullopt : std::optional(*one);
        };
        found = first(same);
        if (!found) {
            taken.anybody = severalPeople(sameNumber, agrees);
            found = first(agrees);
        }
        if (!found) {
            taken.identityDiffers = true;
            taken.anybody = severalPeople(sameNumber, close);
            found = first(close);
            if (found && !fromList) {
                beside = byRow(database_, found->lead);
                found.reset();
            }
        }
        if (!found && !beside) {
            sharing = sameNumber.front();
        }
    } else {
        std::vector<Row> candidates;
        for (const PersonNumber &number : incoming.otherNumbers) {
            auto statement =
                database_.prepare("SELECT person FROM person_number WHERE ins = 0 AND number = ?1 AND root = ?2");
            statement.with(number.number, number.root);
            for (const std::int64_t row : numbersOf(statement)) {
                if (auto each = byRow(database_, row); each && same(*each)) {
                    candidates.push_back(std::move(*each));
                }
            }
        }
        if (!candidates.empty()) {
            taken.anybody = severalPeople(candidates, same);
            found = candidates.front();
        }
        if (fromList && !found && !incoming.ins) {
            WithoutNumber one = withoutNumber(database_, incoming, named);
            found = std::move(one.same);
            homonym = std::move(one.homonym);
        }
        if (found && incoming.ins && !wholePerson(database_, *found).nir.empty()) {
            // The number changed, as that of somebody who was given a final one.
            taken.identityDiffers = true;
            beside = byRow(database_, found->lead);
            found.reset();
        }
    }

    if (found) {
        const Traits before = found->person.traits;
        bool changed = fillIn(found->person, incoming, fromList);
        if (changed) {
            found->person.changedAt = at;
            updateRow(database_, found->person);
            if (!(before == found->person.traits)) {
                removeKeys(database_, found->row, before);
                writeKeys(database_, found->row, found->person.traits);
            }
        }
        if (incoming.ins) {
            changed |= addIns(database_, found->row, carried.matricule);
        }
        for (const PersonNumber &number : incoming.otherNumbers) {
            changed |= addSenderNumber(database_, found->row, number);
        }
        const Row lead = found->row == found->lead ? *found : *byRow(database_, found->lead);
        taken.id = lead.person.id;
        taken.entry = found->person.id;
        if (fromList && !incoming.ins) {
            named.insert(taken.id);
        }
        taken.outcome = changed ? TakenPerson::Outcome::Changed : TakenPerson::Outcome::Unchanged;
        taken.doubtful = found->person.doubtful || lead.person.doubtful;
        taken.undecided = isUndecided(database_, *found);
        taken.anybody = taken.anybody || (taken.undecided && severalPeople(sameNumber, close));
        taken.identityDiffers |= taken.doubtful || taken.undecided || !traitsAgree(lead.person.traits, incoming.traits);
        return taken;
    }

    Person person = newPerson(incoming);
    person.id = makeId(at, random);
    person.station = station_;
    person.addedAt = person.changedAt = at;
    const std::int64_t row = insertRow(database_, person);
    if (incoming.ins) {
        addIns(database_, row, carried.matricule);
    }
    for (const PersonNumber &number : incoming.otherNumbers) {
        addSenderNumber(database_, row, number);
    }
    writeKeys(database_, row, person.traits);
    taken.id = taken.entry = person.id;
    if (beside) {
        database_.prepare("UPDATE person SET same_as = ?2 WHERE row = ?1").with(row, beside->row).run();
        openDoubt(database_, sameNumber.empty() ? DoubtCause::NewNumber : DoubtCause::OtherTraits, row, beside->row, at,
                  random);
        taken.id = beside->person.id;
        taken.outcome = TakenPerson::Outcome::Changed;
        taken.doubtful = beside->person.doubtful;
        taken.undecided = true;
        return taken;
    }
    taken.outcome = TakenPerson::Outcome::Added;
    if (fromList && !incoming.ins) {
        named.insert(taken.id);
    }
    if (homonym) {
        openDoubt(database_, DoubtCause::Homonym, row, homonym->row, at, random);
        taken.identityDiffers = taken.doubtful = true;
    } else if (sharing) {
        // The insured person themselves is sure to have the number; in doubt is who is covered under it.
        if (rank == 1 && sharing->person.rank.value_or(1) >= 2) {
            openDoubt(database_, DoubtCause::SharedNumber, sharing->row, row, at, random);
        } else {
            openDoubt(database_, DoubtCause::SharedNumber, row, sharing->row, at, random);
            taken.doubtful = true;
        }
    } else if (const auto other = lookalike(database_, person)) {
        openDoubt(database_, DoubtCause::SameTraits, row, other->row, at, random);
    }
    return taken;
}

namespace {

struct Wish {
    std::int64_t at = 0;
    std::vector<ContactPreference> preferences;
};

Wish wishOf(Database &database, std::int64_t entry) {
    auto statement =
        database.prepare("SELECT means, detail, changed_at FROM contact_preference WHERE person = ?1 ORDER BY means");
    statement.bind(1, entry);
    Wish wish;
    while (statement.step()) {
        wish.preferences.push_back({statement.text(0), statement.text(1)});
        wish.at = std::max(wish.at, statement.number(2));
    }
    return wish;
}

/// When the last of these entries was said to be the same person as another.
std::int64_t lastMerge(Database &database, std::span<const std::int64_t> entries) {
    std::int64_t last = 0;
    for (const std::int64_t entry : entries) {
        auto statement = database.prepare("SELECT max(decided_at) FROM doubt WHERE person = ?1 AND decision = 'same'");
        statement.bind(1, entry);
        last = statement.step() && !statement.isNull(0) ? std::max(last, statement.number(0)) : last;
    }
    return last;
}

} // namespace

Result<std::vector<ContactPreference>> People::contact(std::string_view id) {
    const auto row = rowOf(database_, id);
    if (!row) {
        return fail(ErrorCode::Nobody);
    }
    const std::vector<std::int64_t> entries = entriesOf(database_, byRow(database_, *row)->lead);
    std::vector<Wish> wishes;
    for (const std::int64_t entry : entries) {
        if (Wish wish = wishOf(database_, entry); !wish.preferences.empty()) {
            wishes.push_back(std::move(wish));
        }
    }
    if (wishes.empty()) {
        return std::vector<ContactPreference>{};
    }
    std::ranges::stable_sort(wishes, std::ranges::greater{}, &Wish::at);
    // Of wishes from before they were one, what keeps the post away from home holds until they say otherwise.
    const auto away = std::ranges::find_if(wishes, [](const Wish &wish) {
        return std::ranges::find(wish.preferences, "nothing-at-home", &ContactPreference::means) !=
               wish.preferences.end();
    });
    const bool saidSince = entries.size() == 1 || wishes.front().at >= lastMerge(database_, entries);
    return saidSince || away == wishes.end() ? wishes.front().preferences : away->preferences;
}

Result<void> People::setContact(std::string_view id, std::span<const ContactPreference> preferences, Instant at) {
    static constexpr std::array<std::string_view, 6> kMeans{"post",      "other-address", "collect",
                                                            "telephone", "email",         "nothing-at-home"};
    const auto row = rowOf(database_, id);
    if (!row) {
        return fail(ErrorCode::Nobody);
    }
    for (const ContactPreference &preference : preferences) {
        if (std::ranges::find(kMeans, preference.means) == kMeans.end()) {
            return fail(ErrorCode::BadValue, "contact " + preference.means);
        }
    }
    const std::int64_t lead = byRow(database_, *row)->lead;
    database_.prepare("DELETE FROM contact_preference WHERE person = ?1").with(lead).run();
    for (const ContactPreference &preference : preferences) {
        database_
            .prepare("INSERT OR REPLACE INTO contact_preference (person, means, detail, changed_at) VALUES (?1, ?2, "
                     "?3, ?4)")
            .with(lead, preference.means, preference.detail, at)
            .run();
    }
    return {};
}

namespace {

constexpr std::string_view kDoubts =
    "SELECT d.id, p.id, o.id, d.why, coalesce(p.same_as, p.row) = coalesce(o.same_as, o.row), d.at, d.person, d.other, "
    "d.decision FROM doubt d JOIN person p ON p.row = d.person JOIN person o ON o.row = d.other ";

Doubt readDoubt(const Statement &row) {
    const std::string why = row.text(3);
    const auto cause = std::ranges::find(kCauses, why, [](const auto &each) { return each.second; });
    return {row.text(0),  row.text(1),        row.text(2),
            cause->first, row.number(4) != 0, Instant(std::chrono::milliseconds(row.number(5)))};
}

std::vector<Doubt> readDoubts(Statement statement) {
    std::vector<Doubt> doubts;
    while (statement.step()) {
        doubts.push_back(readDoubt(statement));
    }
    return doubts;
}

/// What is decided about these entries no longer makes them doubtful.
void settleDoubtful(Database &database, std::span<const std::int64_t> entries) {
    for (const std::int64_t row : entries) {
        database
            .prepare("UPDATE person SET doubtful = EXISTS (SELECT 1 FROM doubt WHERE person = ?1 AND decided_at IS "
                     "NULL AND why IN ('shared-number', 'homonym')) WHERE row = ?1")
            .with(row)
            .run();
    }
}

/// Decides what is open between the two entries, or, where a supervisor says it of just these, was decided otherwise;
/// how many doubts that were.
int decide(Database &database, std::int64_t one, std::int64_t other, std::string_view decision, bool againToo,
           Instant at) {
    database
        .prepare("UPDATE doubt SET decided_at = ?3, decision = ?4 WHERE ((person = ?1 AND other = ?2) OR (person = ?2 "
                 "AND other = ?1)) AND decision IS NOT ?4 AND (?5 OR decided_at IS NULL)")
        .with(one, other, at, decision, againToo ? 1 : 0)
        .run();
    return static_cast<int>(database.changes());
}

} // namespace

std::vector<Doubt> People::doubts() {
    return readDoubts(database_.prepare(std::string(kDoubts) + "WHERE d.decided_at IS NULL ORDER BY d.at, d.id"));
}

std::vector<Doubt> People::merged() {
    auto all = readDoubts(
        database_.prepare(std::string(kDoubts) + "WHERE d.decision = 'same' ORDER BY d.decided_at DESC, d.id DESC"));
    std::erase_if(all, [](const Doubt &each) { return !each.together; });
    return all;
}

Result<Decided> People::merge(std::string_view person, std::string_view other, Instant at, Random &random) {
    const auto oneRow = rowOf(database_, person);
    const auto otherRow = rowOf(database_, other);
    if (!oneRow || !otherRow) {
        return fail(ErrorCode::Nobody);
    }
    const Row one = *byRow(database_, *oneRow);
    const Row two = *byRow(database_, *otherRow);
    const bool together = one.lead == two.lead;
    const std::vector<std::int64_t> mine = entriesOf(database_, one.lead);
    const std::vector<std::int64_t> theirs = together ? std::vector<std::int64_t>{} : entriesOf(database_, two.lead);
    if (decide(database_, one.row, two.row, "same", true, at) == 0 && together) {
        return fail(ErrorCode::AlreadyDone);
    }
    for (const std::int64_t entry : theirs) {
        for (const std::int64_t each : mine) {
            decide(database_, entry, each, "same", false, at);
        }
    }
    auto pair = database_.prepare("SELECT 1 FROM doubt WHERE decision = 'same' AND ((person = ?1 AND other = ?2) OR "
                                  "(person = ?2 AND other = ?1))");
    pair.with(one.row, two.row);
    if (!pair.step()) { // what was said is what can be taken back
        database_
            .prepare("INSERT INTO doubt (id, person, other, at, decided_at, decision, why) VALUES (?1, ?2, ?3, ?4, ?4, "
                     "'same', ?5)")
            .with(makeId(at, random), two.row, one.row, at, toText(DoubtCause::ByHand))
            .run();
    }
    const std::int64_t lead = one.row;
    std::vector<std::int64_t> all = mine;
    all.insert(all.end(), theirs.begin(), theirs.end());
    for (const std::int64_t entry : all) {
        const auto speaks = entry == lead ? std::nullopt : std::optional(lead);
        database_.prepare("UPDATE person SET same_as = ?2 WHERE row = ?1").with(entry, speaks).run();
    }
    settleDoubtful(database_, all);
    return Decided{byRow(database_, lead)->person.id, two.person.id};
}

Result<Decided> People::unmerge(std::string_view id, Instant at) {
    std::int64_t leaves = 0;
    std::int64_t stays = 0;
    std::string cut; // the doubt that is decided, where it is one
    auto statement = database_.prepare(std::string(kDoubts) + "WHERE d.id = ?1");
    statement.bind(1, id);
    if (statement.step()) {
        if (statement.text(8) == "different") {
            return fail(ErrorCode::AlreadyDone);
        }
        cut = id;
        leaves = statement.number(6);
        stays = statement.number(7);
    } else if (const auto row = rowOf(database_, id)) {
        leaves = *row;
        stays = byRow(database_, *row)->lead;
        if (leaves == stays) {
            return fail(ErrorCode::Nothing, std::string(id));
        }
    } else {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    std::vector<std::int64_t> rest{stays};
    std::vector<std::int64_t> going{leaves};
    if (const std::int64_t lead = byRow(database_, stays)->lead; byRow(database_, leaves)->lead == lead) {
        const std::vector<std::int64_t> all = entriesOf(database_, lead);
        const auto has = [](const std::vector<std::int64_t> &rows, std::int64_t row) {
            return std::ranges::find(rows, row) != rows.end();
        };
        rest = cut.empty() ? std::vector<std::int64_t>{} : tiedTo(database_, all, Tie::NotApart, 0, cut);
        if (leaves == lead || (has(rest, leaves) && !has(rest, stays))) {
            std::swap(leaves, stays); // who speaks for the person stays, with whoever is tied to them otherwise
        }
        if (rest.empty() || has(rest, leaves)) { // tied to them in several ways: it goes all the same
            rest = tiedTo(database_, all, Tie::NotApart, leaves);
            if (!has(rest, stays)) { // by it alone
                std::swap(leaves, stays);
                rest = tiedTo(database_, all, Tie::NotApart, leaves);
            }
        }
        going = {leaves};
        for (const std::int64_t entry : all) {
            if (entry != leaves && !has(rest, entry)) {
                going.push_back(entry);
            }
        }
        for (const std::int64_t entry : going) {
            const auto speaks = entry == leaves ? std::nullopt : std::optional(leaves);
            database_.prepare("UPDATE person SET same_as = ?2 WHERE row = ?1").with(entry, speaks).run();
        }
    }
    for (const std::int64_t entry : going) {
        for (const std::int64_t other : rest) {
            decide(database_, entry, other, "different", true, at);
        }
    }
    const Decided decided{byRow(database_, byRow(database_, stays)->lead)->person.id,
                          byRow(database_, leaves)->person.id};
    rest.insert(rest.end(), going.begin(), going.end());
    settleDoubtful(database_, rest);
    return decided;
}

Result<void> People::purge(std::string_view id) {
    const auto row = rowOf(database_, id);
    if (!row) {
        return fail(ErrorCode::Nobody);
    }
    std::vector<std::int64_t> entries = entriesOf(database_, byRow(database_, *row)->lead);
    std::ranges::reverse(entries); // who speaks for them last: the others refer to them
    for (const std::int64_t entry : entries) {
        removeKeys(database_, entry, byRow(database_, entry)->person.traits);
        database_.prepare("DELETE FROM person WHERE row = ?1").with(entry).run();
    }
    return {};
}

void People::addMany(std::span<Person> people, Instant at, Random &random) {
    if (people.empty()) {
        return;
    }
    // In the order of each table and index, so that pages are not read and written again and again.
    struct Key {
        std::int64_t born;
        std::string letters;
        std::int64_t row;
        auto operator<=>(const Key &) const = default;
    };
    struct Number {
        std::string matricule;
        std::int64_t row;
        auto operator<=>(const Number &) const = default;
    };
    std::vector<std::string> ids(static_cast<std::size_t>(
        std::ranges::count_if(people, [](const Person &person) { return person.id.empty(); })));
    Drawn drawn(random, ids.size() * kIdBytes);
    std::ranges::generate(ids, [&] { return makeId(at, drawn); });
    std::ranges::sort(ids, std::greater<>());
    std::vector<Key> keys;
    std::vector<Number> numbers;
    auto insert = insertion(database_);
    for (Person &person : people) {
        if (person.id.empty()) {
            person.id = std::move(ids.back());
            ids.pop_back();
        }
        person.station = station_;
        person.addedAt = person.changedAt = at;
        bindPerson(insert, person);
        insert.run();
        const std::int64_t row = database_.lastRowId();
        for (const std::string &letters : searchLetters(person.traits)) {
            keys.push_back({keyOf(person.traits.born), letters, row});
        }
        if (!person.nir.empty()) {
            numbers.push_back({readCarriedNir(person.nir).matricule, row});
        }
    }
    std::ranges::sort(numbers);
    for (const Number &number : numbers) {
        addIns(database_, number.row, number.matricule);
    }
    std::ranges::sort(keys);
    auto insertKey = database_.prepare("INSERT INTO person_key (born, letters, person) VALUES (?1, ?2, ?3)");
    for (const Key &key : keys) {
        insertKey.with(key.born, key.letters, key.row).run();
    }
}

} // namespace guichet::storage
