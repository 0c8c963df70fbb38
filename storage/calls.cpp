// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/calls.h"

namespace guichet::storage {
namespace {

constexpr std::chrono::days kKept{1};

Instant instant(std::int64_t millis) { return Instant(std::chrono::milliseconds(millis)); }

} // namespace

std::string Calls::add(std::string_view agent, Instant at, Random &random) {
    database_.prepare("DELETE FROM colleague_call WHERE at < ?1").with(at - kKept).run();
    std::string id = makeId(at, random);
    database_.prepare("INSERT INTO colleague_call (id, agent, at) VALUES (?1, ?2, ?3)").with(id, agent, at).run();
    return id;
}

std::vector<Call> Calls::open(Instant since) {
    auto row = database_.prepare("SELECT id, agent, at, answered_by, answered_at FROM colleague_call WHERE at > ?1 "
                                 "ORDER BY at, id");
    row.with(since);
    std::vector<Call> calls;
    while (row.step()) {
        calls.push_back({row.text(0), row.text(1), instant(row.number(2)), row.text(3),
                         row.isNull(4) ? std::nullopt : std::optional(instant(row.number(4)))});
    }
    return calls;
}

Result<void> Calls::answer(std::string_view id, std::string_view agent, Instant at) {
    auto row = database_.prepare("SELECT answered_by FROM colleague_call WHERE id = ?1");
    row.with(id);
    if (!row.step()) {
        return fail(ErrorCode::Nothing);
    }
    if (!row.text(0).empty()) {
        return fail(ErrorCode::AlreadyDone);
    }
    database_.prepare("UPDATE colleague_call SET answered_by = ?2, answered_at = ?3 WHERE id = ?1")
        .with(id, agent, at)
        .run();
    return {};
}

void Calls::end(std::string_view id) { database_.prepare("DELETE FROM colleague_call WHERE id = ?1").with(id).run(); }

} // namespace guichet::storage
