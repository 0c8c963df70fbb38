// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/import_people.h"

#include "base/text.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "storage/csv.h"
#include "storage/document/document.h"
#include "storage/document/utf8.h"
#include "storage/nir.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <istream>
#include <iterator>
#include <set>
#include <utility>

namespace guichet::kiosk {
namespace {

using storage::IncomingPerson;

constexpr std::size_t kLongestField = 400; ///< characters
constexpr int kHighestRank = 19;

enum class Column {
    Ins,
    InsRoot,
    BirthName,
    UsedName,
    GivenNames,
    Born,
    BirthPlaceCode,
    BirthPlace,
    Sex,
    Address,
    Phone,
    Email,
    Scheme,
    Rank,
    Physician,
    Language,
};
constexpr std::array<std::string_view, 16> kColumns{
    "ins", "ins_root", "birth_name", "used_name", "given_names", "born", "birth_place_code", "birth_place",
    "sex", "address",  "phone",      "email",     "scheme",      "rank", "physician",        "language"};
constexpr std::array kNeeded{Column::BirthName, Column::GivenNames, Column::Born};

std::string_view nameOf(Column column) { return kColumns.at(static_cast<std::size_t>(column)); }

/// Where each column stands in the file.
struct Header {
    std::array<std::optional<std::size_t>, kColumns.size()> place{};
    std::size_t width = 0;
    std::vector<std::string> ignored;
};

Result<Header> readHeader(storage::CsvReader &reader) {
    const auto row = reader.next();
    if (row && row->broken) {
        return fail(ErrorCode::BadRow);
    }
    Header header;
    header.width = row ? row->fields.size() : 0;
    for (std::size_t i = 0; i < header.width; ++i) {
        const std::string name = document::smallLetters(trim(row->fields[i]));
        const auto found = std::ranges::find(kColumns, name);
        if (found == kColumns.end()) {
            header.ignored.push_back(row->fields[i]);
            continue;
        }
        auto &place = header.place.at(static_cast<std::size_t>(found - kColumns.begin()));
        if (place) {
            return fail(ErrorCode::BadValue, name + ", " + name);
        }
        place = i;
    }
    for (const Column column : kNeeded) {
        if (!header.place.at(static_cast<std::size_t>(column))) {
            return fail(ErrorCode::MissingField, std::string(nameOf(column)));
        }
    }
    return header;
}

/// People born where there was no register have dates with months and days that do not exist (1942-00-00, 1942-31-00,
/// as their numbers have months of 20 and more): what is known is what stands before.
std::string withoutLunarParts(const std::string &date) {
    const auto number = [&](std::size_t at) {
        int value = -1;
        std::from_chars(date.c_str() + at, date.c_str() + at + 2, value);
        return value;
    };
    constexpr std::size_t kMonth = 5;
    constexpr std::size_t kDay = 8;
    if (date.size() != kDay + 2) {
        return date;
    }
    const int month = number(kMonth);
    return month == 0 || month > 12 ? date.substr(0, kMonth - 1) : number(kDay) == 0 ? date.substr(0, kDay - 1) : date;
}

/// What makes a row what it is, or why it is left out; Error::detail is the column.
class RowReader {
public:
    RowReader(const Desk &desk, const Header &header, char separator)
        : header_(header), separator_(separator), kind_(desk.store.identity().kind), today_(today(desk)),
          keepsContact_(desk.store.settings().value("import-contact") == "yes") {}

    [[nodiscard]] Result<IncomingPerson> read(const storage::CsvRow &row) const {
        if (row.broken || row.fields.size() != header_.width) {
            return fail(ErrorCode::BadRow);
        }
        Values values = valuesOf(row);
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            const auto column = static_cast<Column>(i);
            const std::string &text = values.at(i);
            if (document::findForbidden(text) != std::string::npos || countCharacters(text) > kLongestField ||
                (column != Column::Address && text.find_first_of("\r\n") != std::string::npos)) {
                return fail(ErrorCode::BadValue, std::string(nameOf(column)));
            }
        }
        if (hidesRows(at(values, Column::Address))) {
            return fail(ErrorCode::BadRow, std::string(nameOf(Column::Address)));
        }
        for (const Column column : kNeeded) {
            const std::string &text = at(values, column);
            if (text.empty() || (column != Column::Born && nameKey(text).empty())) {
                return fail(ErrorCode::MissingField, std::string(nameOf(column)));
            }
        }
        IncomingPerson person;
        storage::Traits &traits = person.traits;
        traits.birthName = std::move(at(values, Column::BirthName));
        traits.usedName = std::move(at(values, Column::UsedName));
        traits.givenNames = std::move(at(values, Column::GivenNames));
        traits.birthPlace = std::move(at(values, Column::BirthPlace));
        traits.birthPlaceCode = std::move(at(values, Column::BirthPlaceCode));
        const auto born = storage::BirthDate::parse(withoutLunarParts(at(values, Column::Born)));
        if (!born) {
            return fail(ErrorCode::BadDate, std::string(nameOf(Column::Born)));
        }
        if (*born > storage::BirthDate::of(today_)) {
            return fail(ErrorCode::FutureDate, std::string(nameOf(Column::Born)));
        }
        traits.born = *born;
        if (const std::string &sex = at(values, Column::Sex); !sex.empty()) {
            const auto parsed = storage::parseSex(sex);
            if (!parsed) {
                return fail(ErrorCode::BadValue, std::string(nameOf(Column::Sex)));
            }
            traits.sex = *parsed;
        }
        if (const std::string &rank = at(values, Column::Rank); !rank.empty()) {
            int number = 0;
            const auto [end, error] = std::from_chars(rank.data(), rank.data() + rank.size(), number);
            if (error != std::errc() || end != rank.data() + rank.size() || number < 1 || number > kHighestRank) {
                return fail(ErrorCode::BadValue, std::string(nameOf(Column::Rank)));
            }
            person.rank = number;
        }
        GUICHET_TRY(readNumber(values, person));
        person.address = replaceAll(std::move(at(values, Column::Address)), "\r\n", "\n");
        person.language = std::move(at(values, Column::Language));
        person.physician = std::move(at(values, Column::Physician));
        person.scheme = std::move(at(values, Column::Scheme));
        person.phone = std::move(at(values, Column::Phone));
        person.email = std::move(at(values, Column::Email));
        return person;
    }

private:
    using Values = std::array<std::string, kColumns.size()>;

    /// Without the white space around them, in quotes too; nothing of a column that is passed over.
    [[nodiscard]] Values valuesOf(const storage::CsvRow &row) const {
        Values values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto column = static_cast<Column>(i);
            const bool passedOver = !keepsContact_ && (column == Column::Phone || column == Column::Email);
            if (const auto place = header_.place.at(i); place && !passedOver) {
                values.at(i) = trim(row.fields.at(*place));
            }
        }
        return values;
    }
    [[nodiscard]] static std::string &at(Values &values, Column column) {
        return values.at(static_cast<std::size_t>(column));
    }

    /// A stray quote before and another after would make an address of whole rows.
    [[nodiscard]] bool hidesRows(const std::string &address) const {
        return address.find('\n') != std::string::npos &&
               std::ranges::any_of(split(address, '\n'), [&](const std::string &line) {
                   return static_cast<std::size_t>(std::ranges::count(line, separator_)) + 1 >= header_.width;
               });
    }

    [[nodiscard]] Result<void> readNumber(Values &values, IncomingPerson &person) const {
        std::string root = at(values, Column::InsRoot);
        root = root.empty() ? std::string(storage::defaultInsRoot(kind_)) : root;
        if (!document::isInsRoot(root)) {
            return fail(ErrorCode::BadValue, std::string(nameOf(Column::InsRoot)));
        }
        if (storage::isRefusedRoot(root, kind_)) {
            return fail(kind_ == storage::StoreKind::Demo ? ErrorCode::LiveIdentityInDemo
                                                          : ErrorCode::TestIdentityInLive,
                        std::string(nameOf(Column::InsRoot)));
        }
        const std::string &text = at(values, Column::Ins);
        if (text.empty()) {
            return {};
        }
        const auto nir = storage::parseNir(text);
        if (!nir) {
            return fail(nir.error().code, std::string(nameOf(Column::Ins)));
        }
        person.ins = {root, nir->full()};
        return {};
    }

    const Header &header_;
    char separator_;
    storage::StoreKind kind_;
    CivilDate today_;
    bool keepsContact_;
};

PeopleItem::Outcome outcomeOf(const storage::TakenPerson &taken) {
    switch (taken.outcome) {
    case storage::TakenPerson::Outcome::Added: return PeopleItem::Outcome::Added;
    case storage::TakenPerson::Outcome::Changed: return PeopleItem::Outcome::Changed;
    case storage::TakenPerson::Outcome::Unchanged: break;
    }
    return PeopleItem::Outcome::Unchanged;
}

/// Rows that are taken together.
struct Batch {
    std::vector<std::size_t> lines; ///< that they came from
    std::vector<IncomingPerson> people;
    std::vector<PeopleItem> rejected;
    std::size_t bytes = 0; ///< of the file, up to here
    bool last = false;
};

Batch readBatch(storage::CsvReader &reader, const RowReader &rows, std::size_t most) {
    Batch batch;
    while (batch.people.size() + batch.rejected.size() < most) {
        const auto row = reader.next();
        if (!row) {
            batch.last = true;
            break;
        }
        if (auto person = rows.read(*row)) {
            batch.lines.push_back(row->line);
            batch.people.push_back(std::move(*person));
        } else {
            reader.rejectLast();
            batch.rejected.push_back(
                {row->line, PeopleItem::Outcome::Rejected, {}, person.error().code, person.error().detail, false});
        }
    }
    batch.bytes = reader.bytesRead();
    return batch;
}

/// `named`: as takeList() has it.
void takeBatch(Desk &desk, Batch batch, std::set<std::string> &named, Instant at, PeopleReport &report) {
    const auto taken = desk.store.people().takeList(batch.people, named, at, desk.machine.random);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const storage::TakenPerson &one = taken[i];
        const PeopleItem::Outcome outcome = outcomeOf(one);
        ++(outcome == PeopleItem::Outcome::Added     ? report.added
           : outcome == PeopleItem::Outcome::Changed ? report.changed
                                                     : report.unchanged);
        if (one.identityDiffers) {
            report.items.push_back({batch.lines[i], outcome, one.id, std::nullopt, {}, true});
        }
    }
    report.rows += batch.people.size() + batch.rejected.size();
    report.rejected += batch.rejected.size();
    std::ranges::move(batch.rejected, std::back_inserter(report.items));
}

Result<PeopleReport> takeRows(Desk &desk, std::istream &list, char separator, const PeopleWatch &watch) {
    storage::CsvReader reader(list, separator);
    PeopleReport report;
    GUICHET_ASSIGN(const Header header, readHeader(reader));
    report.ignored = header.ignored;
    const RowReader rows(desk, header, separator);
    const Instant now = desk.machine.clock.now();
    std::set<std::string> named;
    // The next rows are read while those before are written.
    const auto read = [&] { return readBatch(reader, rows, watch.rowsAtOnce); };
    std::future<Batch> next = std::async(std::launch::async, read);
    for (bool last = false; !last;) {
        Batch batch = next.get();
        const std::size_t bytes = batch.bytes;
        last = batch.last;
        if (!last) {
            next = std::async(std::launch::async, read);
        }
        takeBatch(desk, std::move(batch), named, now, report);
        if (watch.stop && watch.stop()) {
            return fail(ErrorCode::StoppedUndone);
        }
        if (watch.progress) {
            watch.progress(bytes);
        }
    }
    if (list.bad()) {
        return fail(ErrorCode::FileUnreadable);
    }
    std::ranges::stable_sort(report.items, {}, &PeopleItem::line);
    GUICHET_TRY(journal(desk, {.kind = "list.imported",
                               .person = {},
                               .by = {},
                               .details = {{"rows", std::to_string(report.rows)},
                                           {"added", std::to_string(report.added)},
                                           {"changed", std::to_string(report.changed)},
                                           {"rejected", std::to_string(report.rejected)}}}));
    return report;
}

} // namespace

std::string_view toText(PeopleItem::Outcome outcome) {
    constexpr std::array<std::string_view, 4> kNames{"added", "changed", "unchanged", "rejected"};
    return kNames.at(static_cast<std::size_t>(outcome));
}

Result<PeopleReport> importPeople(Desk &desk, std::istream &list, const PeopleWatch &watch) {
    GUICHET_TRY(desk.require(Action::Import));
    const char separator = storage::csvSeparator(list);
    return desk.entries.write([&] { return takeRows(desk, list, separator, watch); });
}

} // namespace guichet::kiosk
