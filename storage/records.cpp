// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records.h"

#include "base/text.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <zstd.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace guichet::storage {
namespace {

constexpr int kCompression = 1; // pictures in base64 hardly get smaller at higher levels, and take twice the time
constexpr std::size_t kLargePacked = std::size_t{256} << 10;
/// No document is larger once it is unpacked; what says so of itself was tampered with.
constexpr unsigned long long kMostBytes = 1ULL << 30U;

constexpr std::string_view kRecordColumns =
    "r.id, coalesce(l.id, p.id), r.category, r.code, r.code_system, r.title, r.date, r.author, r.organisation, "
    "r.media_type, r.source_sha256, r.size_bytes, r.set_id, r.version, "
    // What one copy hides, none shows.
    "iif(p.same_as IS NULL AND NOT EXISTS (SELECT 1 FROM person m WHERE m.same_as = p.row), r.visibility, "
    "(SELECT max(c.visibility & 1) | max(c.visibility & 2) | max(c.visibility & 4) FROM record c JOIN person q ON "
    "q.row = c.person WHERE c.source_sha256 = r.source_sha256 AND coalesce(q.same_as, q.row) = coalesce(p.same_as, "
    "p.row))), "
    "r.state, r.doubtful OR p.doubtful OR coalesce(l.doubtful, 0), r.warnings, r.pages, r.station, r.imported_at, "
    "r.keep_until, p.id "
    "FROM record r JOIN person p ON p.row = r.person LEFT JOIN person l ON l.row = p.same_as";

/// All of the person's entries (?1); of bytes that came under several, the copy that is least in doubt.
constexpr std::string_view kOfPerson =
    "r.person IN (SELECT row FROM same_person WHERE of = ?1) AND NOT EXISTS (SELECT 1 FROM record e JOIN person q ON "
    "q.row = e.person WHERE e.source_sha256 = r.source_sha256 AND e.row <> r.row AND ((e.doubtful OR q.doubtful), "
    "e.row) < ((r.doubtful OR p.doubtful), r.row) AND e.person IN (SELECT row FROM same_person WHERE of = ?1))";
constexpr std::string_view kSelectable =
    "r.doubtful = 0 AND p.doubtful = 0 AND coalesce(l.doubtful, 0) = 0 AND r.state <> 'superseded'";

int toBits(document::Visibility visibility) {
    return (visibility.hiddenFromPerson ? 1 : 0) | (visibility.hiddenFromRepresentatives ? 2 : 0) |
           (visibility.hiddenFromProfessionals ? 4 : 0);
}

document::Visibility fromBits(std::int64_t bits) { return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0}; }

std::string toWords(const std::vector<document::Warning> &warnings) {
    std::vector<std::string> names;
    for (const document::Warning warning : warnings) {
        names.emplace_back(document::warningName(warning));
    }
    return join(names, " ");
}

std::vector<document::Warning> fromWords(std::string_view words) {
    using enum document::Warning;
    std::vector<document::Warning> warnings;
    const std::vector<std::string> names = split(words, ' ');
    for (const document::Warning warning :
         {WrongKey, NoIns, UnknownCode, NoDate, SeveralIdentifiers, Damaged, ActiveContent, IdentityDiffers}) {
        if (std::ranges::find(names, document::warningName(warning)) != names.end()) {
            warnings.push_back(warning);
        }
    }
    return warnings;
}

RecordState toState(std::string_view state, bool doubtful) {
    return doubtful                ? RecordState::Doubtful
           : state == "superseded" ? RecordState::Superseded
           : state == "current"    ? RecordState::Current
                                   : RecordState::SameVersion;
}

Record readRecord(const Statement &row) {
    Record record;
    record.id = row.text(0);
    record.person = row.text(1);
    record.category = document::categoryFromName(row.text(2)).value_or(document::Category::Other);
    record.code = row.text(3);
    record.codeSystem = row.text(4);
    record.title = row.text(5);
    record.date = row.text(6);
    record.author = row.text(7);
    record.organisation = row.text(8);
    record.mediaType = row.text(9);
    record.sourceSha256 = row.digest(10);
    record.sizeBytes = static_cast<std::uint64_t>(row.number(11));
    record.setId = row.text(12);
    record.version = row.optionalNumber(13);
    record.visibility = fromBits(row.number(14));
    record.state = toState(row.text(15), row.number(16) != 0);
    record.warnings = fromWords(row.text(17));
    if (const auto pages = row.optionalNumber(18)) {
        record.pages = static_cast<int>(*pages);
    }
    record.station = row.text(19);
    record.importedAt = Instant(std::chrono::milliseconds(row.number(20)));
    if (const auto until = row.optionalNumber(21)) {
        record.keepUntil = Instant(std::chrono::milliseconds(*until));
    }
    record.entry = row.text(22);
    return record;
}

Bytes compress(ByteView bytes) {
    Bytes packed(ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), kCompression);
    if (ZSTD_isError(size) != 0) {
        throw std::runtime_error(ZSTD_getErrorName(size));
    }
    packed.resize(size);
    return packed;
}

std::optional<Bytes> decompress(ByteView packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > kMostBytes) { // unknown and invalid are above it too
        return std::nullopt;
    }
    Bytes bytes(size);
    if (ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size()) != size) {
        return std::nullopt;
    }
    return bytes;
}

/// Says of each version of the person's document where it stands; how many are superseded from now on.
int orderVersions(Database &database, std::string_view person, std::string_view setId) {
    if (setId.empty()) {
        return 0;
    }
    struct Version {
        std::int64_t row;
        std::int64_t number;
        std::string state;
        bool doubtful;
        Digest bytes;
    };
    auto statement = database.prepare(
        "SELECT r.row, coalesce(r.version, 1), r.state, r.doubtful OR p.doubtful OR coalesce(l.doubtful, 0), "
        "r.source_sha256 FROM record r JOIN person p ON p.row = r.person LEFT JOIN person l ON l.row = p.same_as WHERE "
        "r.person IN (SELECT row FROM same_person WHERE of = ?1) AND r.set_id = ?2 ORDER BY r.row");
    statement.with(person, setId);
    std::vector<Version> versions;
    while (statement.step()) {
        versions.push_back({statement.number(0), statement.number(1), statement.text(2), statement.number(3) != 0,
                            statement.digest(4)});
    }
    std::optional<std::int64_t> highest;
    for (const Version &each : versions) {
        if (!each.doubtful) {
            highest = std::max(highest.value_or(each.number), each.number);
        }
    }
    int superseded = 0;
    std::map<std::int64_t, Digest> first; // of each version, the bytes that were there before all others
    for (const Version &each : versions) {
        const bool higher = highest && *highest > each.number;
        const bool before = first.try_emplace(each.number, each.bytes).first->second != each.bytes;
        const std::string_view state = higher ? "superseded" : before ? "same-version" : "current";
        if (state != each.state) {
            superseded += higher ? 1 : 0;
            database.prepare("UPDATE record SET state = ?2 WHERE row = ?1").with(each.row, state).run();
        }
    }
    return superseded;
}

} // namespace

std::string_view toText(RecordState state) {
    switch (state) {
    case RecordState::Current: return "current";
    case RecordState::Superseded: return "superseded";
    case RecordState::SameVersion: return "same-version";
    case RecordState::Doubtful: return "doubtful";
    }
    throw std::logic_error("no such state");
}

Records::Records(Database &database, std::string station) : database_(database), station_(std::move(station)) {}

std::optional<Record> Records::findSame(const Digest &sourceSha256, ByteView description) {
    static const std::string sql =
        fmt::format("SELECT {} LEFT JOIN record_description d ON d.record = r.row WHERE r.source_sha256 = ?1 AND "
                    "coalesce(d.text, x'') = ?2",
                    kRecordColumns);
    auto statement = database_.prepare(sql);
    statement.with(sourceSha256, description);
    return statement.step() ? std::optional(readRecord(statement)) : std::nullopt;
}

std::optional<Record> Records::findBytes(const Digest &sourceSha256, std::string_view entry) {
    static const std::string sql = fmt::format("SELECT {} WHERE r.source_sha256 = ?1 AND p.id = ?2", kRecordColumns);
    auto statement = database_.prepare(sql);
    statement.with(sourceSha256, entry);
    return statement.step() ? std::optional(readRecord(statement)) : std::nullopt;
}

RecordInserted Records::insert(Record record, ByteView bytes, ByteView description, bool doubtful, Instant at,
                               Random &random) {
    auto who = database_.prepare("SELECT row FROM person WHERE id = ?1");
    who.bind(1, record.person);
    if (!who.step()) {
        throw std::logic_error("a record of nobody");
    }
    const std::int64_t person = who.number(0);

    RecordInserted inserted;
    inserted.id = makeId(at, random);
    std::optional<std::int64_t> pages;
    if (record.pages) {
        pages = *record.pages;
    }
    database_
        .prepare(
            "INSERT INTO record (id, person, category, code, code_system, title, date, author, organisation, "
            "media_type, source_sha256, size_bytes, set_id, version, visibility, state, doubtful, warnings, pages, "
            "station, imported_at, keep_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
            "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)")
        .with(inserted.id, person, document::categoryName(record.category), record.code, record.codeSystem,
              record.title, record.date, record.author, record.organisation, record.mediaType, record.sourceSha256,
              static_cast<std::int64_t>(bytes.size()), record.setId, record.version, toBits(record.visibility),
              "current", doubtful ? 1 : 0, toWords(record.warnings), pages, station_, at, record.keepUntil)
        .run();
    const std::int64_t row = database_.lastRowId();
    database_.prepare("INSERT INTO record_bytes (record, zstd) VALUES (?1, ?2)").with(row, compress(bytes)).run();
    if (!description.empty()) {
        database_.prepare("INSERT INTO record_description (record, text) VALUES (?1, ?2)").with(row, description).run();
    }
    inserted.replaced = orderVersions(database_, record.person, record.setId) > 0;
    auto state = database_.prepare("SELECT r.state, r.doubtful OR p.doubtful OR coalesce(l.doubtful, 0) FROM record r "
                                   "JOIN person p ON p.row = r.person LEFT JOIN person l ON l.row = p.same_as WHERE "
                                   "r.row = ?1");
    state.bind(1, row);
    state.step();
    inserted.state = toState(state.text(0), state.number(1) != 0);
    inserted.replaced = inserted.replaced && state.text(0) != "superseded";
    return inserted;
}

Result<bool> Records::addMarks(std::string_view id, document::Visibility marks) {
    GUICHET_TRY(get(id));
    // Its own marks: what another copy hides is not this one's to keep.
    database_.prepare("UPDATE record SET visibility = visibility | ?2 WHERE id = ?1 AND visibility | ?2 <> visibility")
        .with(id, toBits(marks))
        .run();
    return database_.changes() > 0;
}

Result<Record> Records::doubt(std::string_view id) {
    GUICHET_ASSIGN(const Record record, get(id));
    std::vector<document::Warning> warnings = record.warnings;
    if (std::ranges::find(warnings, document::Warning::IdentityDiffers) == warnings.end()) {
        warnings.push_back(document::Warning::IdentityDiffers);
    }
    database_.prepare("UPDATE record SET doubtful = 1, warnings = ?2 WHERE id = ?1").with(id, toWords(warnings)).run();
    orderVersions(database_, record.person, record.setId);
    return get(id);
}

std::vector<Record> Records::inDoubt() {
    static const std::string sql = fmt::format("SELECT {} WHERE r.doubtful = 1 ORDER BY r.imported_at", kRecordColumns);
    auto statement = database_.prepare(sql);
    std::vector<Record> records;
    while (statement.step()) {
        records.push_back(readRecord(statement));
    }
    return records;
}

Result<Record> Records::give(std::string_view id, std::string_view entry) {
    GUICHET_ASSIGN(const Record record, get(id));
    auto own = database_.prepare("SELECT doubtful, visibility FROM record WHERE id = ?1");
    own.bind(1, id);
    own.step();
    auto whose = database_.prepare("SELECT row FROM person WHERE id = ?1");
    whose.bind(1, entry);
    if (!whose.step()) {
        return fail(ErrorCode::Nobody);
    }
    if (record.entry == entry && own.number(0) == 0) {
        return fail(ErrorCode::AlreadyDone);
    }
    std::string left(id);
    if (const auto there = findBytes(record.sourceSha256, entry); there && there->id != id) {
        GUICHET_TRY(addMarks(there->id, fromBits(own.number(1))));
        GUICHET_TRY(remove(id));
        left = there->id;
    }
    database_.prepare("UPDATE record SET doubtful = 0, person = ?2 WHERE id = ?1").with(left, whose.number(0)).run();
    for (const std::string &each : {record.entry, std::string(entry)}) {
        orderVersions(database_, each, record.setId);
    }
    return get(left);
}

void Records::settle(std::string_view person) {
    auto sets =
        database_.prepare("SELECT DISTINCT set_id FROM record WHERE person IN (SELECT row FROM same_person WHERE "
                          "of = ?1)");
    sets.bind(1, person);
    std::vector<std::string> ids;
    while (sets.step()) {
        ids.push_back(sets.text(0));
    }
    for (const std::string &id : ids) {
        orderVersions(database_, person, id);
    }
}

std::vector<Record> Records::list(const RecordFilter &filter) {
    static const std::string sql =
        fmt::format("SELECT {} WHERE {} AND (?2 IS NULL OR r.category = ?2) AND (?3 = 0 OR ({})) ORDER BY r.date = '', "
                    "r.date DESC, r.row DESC",
                    kRecordColumns, kOfPerson, kSelectable);
    std::optional<std::string> category;
    if (filter.category) {
        category = document::categoryName(*filter.category);
    }
    auto statement = database_.prepare(sql);
    statement.with(filter.person, category, filter.onlySelectable ? 1 : 0);
    std::vector<Record> records;
    while (statement.step()) {
        records.push_back(readRecord(statement));
    }
    return records;
}

std::map<document::Category, int> Records::counts(std::string_view person) {
    static const std::string sql =
        fmt::format("SELECT r.category, count(*) FROM record r JOIN person p ON p.row = r.person LEFT JOIN person l ON "
                    "l.row = p.same_as WHERE {} AND {} GROUP BY r.category",
                    kOfPerson, kSelectable);
    auto statement = database_.prepare(sql);
    statement.bind(1, person);
    std::map<document::Category, int> counts;
    while (statement.step()) {
        if (const auto category = document::categoryFromName(statement.text(0))) {
            counts[*category] = static_cast<int>(statement.number(1));
        }
    }
    return counts;
}

Result<Record> Records::get(std::string_view id) {
    static const std::string sql = fmt::format("SELECT {} WHERE r.id = ?1", kRecordColumns);
    auto statement = database_.prepare(sql);
    statement.bind(1, id);
    if (!statement.step()) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return readRecord(statement);
}

Result<Bytes> Records::bytes(std::string_view id) {
    auto statement = database_.prepare("SELECT r.source_sha256, b.zstd FROM record r LEFT JOIN record_bytes b ON "
                                       "b.record = r.row WHERE r.id = ?1");
    statement.bind(1, id);
    if (!statement.step()) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    const Bytes packed = statement.blob(1);
    if (packed.size() > kLargePacked) {
        // Hundreds of decrypted pages that nobody reads again would stay in memory beside the document.
        sqlite3_db_release_memory(database_.handle());
    }
    auto bytes = decompress(packed);
    if (!bytes || sha256(*bytes) != statement.digest(0)) {
        return fail(ErrorCode::StoreDamaged, "record " + std::string(id));
    }
    return std::move(*bytes);
}

Result<Bytes> Records::description(std::string_view id) {
    auto statement = database_.prepare("SELECT d.text FROM record r LEFT JOIN record_description d ON d.record = r.row "
                                       "WHERE r.id = ?1");
    statement.bind(1, id);
    if (!statement.step()) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return statement.blob(0);
}

Result<void> Records::setPages(std::string_view id, int pages) {
    database_.prepare("UPDATE record SET pages = ?2 WHERE id = ?1").with(id, pages).run();
    if (database_.changes() == 0) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return {};
}

std::int64_t Records::count() {
    auto statement = database_.prepare("SELECT count(*) FROM record");
    return statement.step() ? statement.number(0) : 0;
}

int Records::countUnder(std::string_view entry) {
    auto statement =
        database_.prepare("SELECT count(*) FROM record WHERE person = (SELECT row FROM person WHERE id = ?1)");
    statement.bind(1, entry);
    return statement.step() ? static_cast<int>(statement.number(0)) : 0;
}

Result<void> Records::remove(std::string_view id) {
    database_.prepare("DELETE FROM record WHERE id = ?1").with(id).run();
    if (database_.changes() == 0) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return {};
}

int Records::purge(Instant now, const std::optional<std::string> &personWhoseVisitEnds) {
    database_.prepare("DELETE FROM record WHERE keep_until <= ?1").with(now).run();
    std::int64_t removed = database_.changes();
    if (personWhoseVisitEnds) {
        database_
            .prepare(
                "DELETE FROM record WHERE keep_until IS NULL AND person IN (SELECT row FROM same_person WHERE of = "
                "?1)")
            .with(*personWhoseVisitEnds)
            .run();
        removed += database_.changes();
    }
    return static_cast<int>(removed);
}

} // namespace guichet::storage
