// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records.h"

#include "base/text.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <zstd.h>

#include <algorithm>
#include <stdexcept>

namespace guichet::storage {
namespace {

constexpr int kCompression = 1; // pictures in base64 hardly get smaller at higher levels, and take twice the time
constexpr std::size_t kLargePacked = std::size_t{256} << 10;
/// No document is larger once it is unpacked; what says so of itself was tampered with.
constexpr unsigned long long kMostBytes = 1ULL << 30U;

constexpr std::string_view kRecordColumns =
    "r.id, p.id, r.category, r.code, r.code_system, r.title, r.date, r.author, r.organisation, r.media_type, "
    "r.source_sha256, r.size_bytes, r.set_id, r.version, r.visibility, r.state, r.doubtful, r.warnings, r.pages, "
    "r.station, r.imported_at, r.keep_until FROM record r JOIN person p ON p.row = r.person";

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

std::optional<Record> Records::findBytes(const Digest &sourceSha256, std::string_view person) {
    static const std::string sql = fmt::format("SELECT {} WHERE r.source_sha256 = ?1 AND p.id = ?2", kRecordColumns);
    auto statement = database_.prepare(sql);
    statement.with(sourceSha256, person);
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
    std::string_view state = "current";
    if (!record.setId.empty()) {
        const std::int64_t version = record.version.value_or(1);
        auto others = database_.prepare("SELECT max(coalesce(version, 1)), "
                                        "sum(coalesce(version, 1) < ?3 AND state <> 'superseded') FROM record "
                                        "WHERE person = ?1 AND set_id = ?2");
        others.with(person, record.setId, version);
        if (others.step() && !others.isNull(0)) {
            if (others.number(0) > version) {
                state = "superseded";
            } else if (others.number(0) == version) {
                state = "same-version";
            } else if (others.number(1) > 0 && !doubtful) {
                inserted.replaced = true;
                database_
                    .prepare("UPDATE record SET state = 'superseded' WHERE person = ?1 AND set_id = ?2 AND "
                             "coalesce(version, 1) < ?3")
                    .with(person, record.setId, version)
                    .run();
            }
        }
    }
    inserted.state = toState(state, doubtful);
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
              static_cast<std::int64_t>(bytes.size()), record.setId, record.version, toBits(record.visibility), state,
              doubtful ? 1 : 0, toWords(record.warnings), pages, station_, at, record.keepUntil)
        .run();
    const std::int64_t row = database_.lastRowId();
    database_.prepare("INSERT INTO record_bytes (record, zstd) VALUES (?1, ?2)").with(row, compress(bytes)).run();
    if (!description.empty()) {
        database_.prepare("INSERT INTO record_description (record, text) VALUES (?1, ?2)").with(row, description).run();
    }
    return inserted;
}

Result<bool> Records::addMarks(std::string_view id, document::Visibility marks) {
    GUICHET_ASSIGN(const Record record, get(id));
    const int before = toBits(record.visibility);
    const int after = before | toBits(marks);
    if (after != before) {
        database_.prepare("UPDATE record SET visibility = ?2 WHERE id = ?1").with(id, after).run();
    }
    return after != before;
}

Result<Record> Records::doubt(std::string_view id) {
    GUICHET_ASSIGN(const Record record, get(id));
    std::vector<document::Warning> warnings = record.warnings;
    if (std::ranges::find(warnings, document::Warning::IdentityDiffers) == warnings.end()) {
        warnings.push_back(document::Warning::IdentityDiffers);
    }
    database_.prepare("UPDATE record SET doubtful = 1, warnings = ?2 WHERE id = ?1").with(id, toWords(warnings)).run();
    return get(id);
}

std::vector<Record> Records::list(const RecordFilter &filter) {
    static const std::string sql =
        fmt::format("SELECT {} WHERE p.id = ?1 AND (?2 IS NULL OR r.category = ?2) AND (?3 = 0 OR (r.doubtful = 0 AND "
                    "r.state <> 'superseded')) ORDER BY r.date = '', r.date DESC, r.row DESC",
                    kRecordColumns);
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
    auto statement =
        database_.prepare("SELECT category, count(*) FROM record WHERE person = (SELECT row FROM person WHERE id = ?1) "
                          "AND doubtful = 0 AND state <> 'superseded' GROUP BY category");
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
            .prepare("DELETE FROM record WHERE keep_until IS NULL AND person = (SELECT row FROM person WHERE id = ?1)")
            .with(*personWhoseVisitEnds)
            .run();
        removed += database_.changes();
    }
    return static_cast<int>(removed);
}

} // namespace guichet::storage
