// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/doubts.h"

#include "kiosk/counter/journal.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <set>

namespace guichet::kiosk {
namespace {

Result<DoubtSide> sideOf(Desk &desk, std::string_view entry) {
    DoubtSide side;
    GUICHET_ASSIGN(side.entry, desk.store.people().entry(entry));
    side.records = desk.store.records().countUnder(entry);
    return side;
}

/// Under each of them once: whoever asks what is held on one must find it.
Result<void> journalDecision(const Desk &desk, std::string_view kind, const std::set<std::string> &people,
                             const std::vector<std::pair<std::string, std::string>> &details) {
    for (const std::string &person : people) {
        GUICHET_TRY(journal(desk, {.kind = std::string(kind), .person = person, .by = {}, .details = details}));
    }
    return {};
}

} // namespace

Result<std::vector<OpenDoubt>> listDoubts(Desk &desk) {
    GUICHET_TRY(desk.require(Action::Doubts));
    std::vector<OpenDoubt> list;
    const auto add = [&](const storage::Doubt &doubt, bool merged) -> Result<void> {
        OpenDoubt open{.id = doubt.id,
                       .cause = doubt.cause,
                       .merged = merged,
                       .together = doubt.together,
                       .at = doubt.at,
                       .person = {},
                       .other = {},
                       .record = {}};
        GUICHET_ASSIGN(open.person, sideOf(desk, doubt.person));
        GUICHET_ASSIGN(open.other, sideOf(desk, doubt.other));
        list.push_back(std::move(open));
        return {};
    };
    for (const storage::Doubt &doubt : desk.store.people().doubts()) {
        GUICHET_TRY(add(doubt, false));
    }
    for (storage::Record &record : desk.store.records().inDoubt()) {
        OpenDoubt open{.id = record.id,
                       .cause = {},
                       .merged = false,
                       .together = false,
                       .at = record.importedAt,
                       .person = {},
                       .other = {},
                       .record = {}};
        GUICHET_ASSIGN(open.person, sideOf(desk, record.entry));
        open.record = std::move(record);
        list.push_back(std::move(open));
    }
    for (const storage::Doubt &doubt : desk.store.people().merged()) {
        GUICHET_TRY(add(doubt, true));
    }
    GUICHET_TRY(journalAlone(
        desk, {.kind = "doubts.opened", .person = {}, .by = {}, .details = {{"count", std::to_string(list.size())}}}));
    return list;
}

Result<void> showNumbers(Desk &desk, const OpenDoubt &doubt) {
    GUICHET_TRY(desk.require(Action::Doubts));
    std::set<std::string> people{doubt.person.entry.id};
    if (doubt.other) {
        people.insert(doubt.other->entry.id);
    }
    return desk.entries.write([&]() -> Result<void> {
        for (const std::string &person : people) {
            GUICHET_TRY(journal(
                desk, {.kind = "person.number-shown", .person = person, .by = {}, .details = {{"person", person}}}));
        }
        return {};
    });
}

Result<void> mergePersons(Desk &desk, std::string_view person, std::string_view other) {
    GUICHET_TRY(desk.require(Action::Doubts));
    return desk.entries.write([&]() -> Result<void> {
        storage::Records &records = desk.store.records();
        if (const auto record = records.get(person)) {
            GUICHET_ASSIGN(const storage::Record given, records.give(person, other));
            return journalDecision(desk, kRecordGiven, {record->entry, given.entry},
                                   {{"record", given.id}, {"from", record->entry}, {"to", given.entry}});
        }
        GUICHET_ASSIGN(const storage::Decided decided,
                       desk.store.people().merge(person, other, desk.machine.clock.now(), desk.machine.random));
        records.settle(decided.person);
        return journalDecision(desk, "person.merged", {decided.person, decided.other},
                               {{"person", decided.person}, {"other", decided.other}});
    });
}

Result<void> unmergePersons(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::Doubts));
    return desk.entries.write([&]() -> Result<void> {
        storage::Records &records = desk.store.records();
        if (const auto record = records.get(id)) {
            if (record->state == storage::RecordState::Doubtful) {
                return fail(ErrorCode::AlreadyDone);
            }
            GUICHET_TRY(records.doubt(id));
            return journalDecision(desk, "record.doubted", {record->entry}, {{"record", record->id}});
        }
        GUICHET_ASSIGN(const storage::Decided decided, desk.store.people().unmerge(id, desk.machine.clock.now()));
        records.settle(decided.person);
        records.settle(decided.other);
        return journalDecision(desk, "person.unmerged", {decided.person, decided.other},
                               {{"person", decided.person}, {"other", decided.other}});
    });
}

} // namespace guichet::kiosk
