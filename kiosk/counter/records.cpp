// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/records.h"

#include "kiosk/counter/journal.h"
#include "kiosk/counter/titles.h"
#include "storage/store.h"

#include <algorithm>

namespace guichet::kiosk {
namespace {

/// The header, when those who are here may be shown it.
Result<storage::Record> allowedRecord(Desk &desk, std::string_view id, const Presence &presence) {
    GUICHET_TRY(desk.require(Action::SeeRecords));
    GUICHET_ASSIGN(storage::Record record, desk.store.records().get(id));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(record.person));
    GUICHET_TRY(mayDisclose(desk, person, presence));
    if (!mayBeShown(desk, record.visibility, presence)) {
        return fail(ErrorCode::NotForThem);
    }
    return record;
}

} // namespace

Result<std::vector<SealedRecord>> listSealed(Desk &desk, std::string_view person, const Presence &presence) {
    GUICHET_ASSIGN(const std::vector<storage::Record> records, listRecords(desk, person, {}, presence));
    std::vector<SealedRecord> sealed;
    for (const storage::Record &record : records) {
        sealed.push_back({record.id, record.category, record.date, record.pages, record.state});
    }
    return sealed;
}

Result<std::vector<storage::Record>> listRecords(Desk &desk, std::string_view person,
                                                 std::optional<document::Category> category,
                                                 const std::optional<Presence> &presence) {
    GUICHET_TRY(desk.require(Action::SeeRecords));
    GUICHET_ASSIGN(const storage::Person who, desk.store.people().get(person));
    if (presence) {
        GUICHET_TRY(mayDisclose(desk, who, *presence));
    }
    auto records =
        desk.store.records().list({.person = std::string(person), .category = category, .onlySelectable = false});
    if (presence) {
        std::erase_if(records,
                      [&](const storage::Record &record) { return !mayBeShown(desk, record.visibility, *presence); });
    }
    return records;
}

Result<storage::Record> unsealRecord(Desk &desk, std::string_view id, const Presence &presence) {
    GUICHET_ASSIGN(storage::Record record, allowedRecord(desk, id, presence));
    GUICHET_TRY(journalAlone(desk, {.kind = "record.unsealed",
                                    .person = record.entry,
                                    .by = std::string(toText(presence.who)),
                                    .details = {{"record", record.id}}}));
    return record;
}

Result<Bytes> exportRecord(Desk &desk, std::string_view id, const Presence &presence) {
    GUICHET_ASSIGN(const storage::Record record, allowedRecord(desk, id, presence));
    GUICHET_ASSIGN(Bytes bytes, desk.store.records().bytes(id));
    GUICHET_TRY(journalAlone(desk, {.kind = "record.exported",
                                    .person = record.entry,
                                    .by = std::string(toText(presence.who)),
                                    .details = {{"record", record.id}, {"sha256", toHex(record.sourceSha256)}}}));
    return bytes;
}

} // namespace guichet::kiosk
