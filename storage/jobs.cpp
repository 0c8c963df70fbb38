// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jobs.h"

#include "base/text.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace guichet::storage {
namespace {

constexpr std::array<std::pair<JobState, std::string_view>, 8> kJobStates{{
    {JobState::Waiting, "waiting"},
    {JobState::Held, "held"},
    {JobState::Printing, "printing"},
    {JobState::Stopped, "stopped"},
    {JobState::Completed, "completed"},
    {JobState::Cancelled, "cancelled"},
    {JobState::Failed, "failed"},
    {JobState::Unknown, "unknown"},
}};
constexpr std::array<std::pair<PaperState, std::string_view>, 6> kPaperStates{{
    {PaperState::Unsent, "unsent"},
    {PaperState::Sent, "sent"},
    {PaperState::CameOut, "came-out"},
    {PaperState::InHand, "in-hand"},
    {PaperState::Lost, "lost"},
    {PaperState::Unknown, "unknown"},
}};

constexpr std::array<std::pair<PaperPurpose, std::string_view>, 3> kPurposes{{
    {PaperPurpose::Hand, "hand"},
    {PaperPurpose::Sign, "sign"},
    {PaperPurpose::Kept, "kept"},
}};

constexpr std::array<std::pair<Settled, std::string_view>, 3> kSettled{{
    {Settled::No, ""},
    {Settled::Posted, "posted"},
    {Settled::Replaced, "replaced"},
}};

template <typename Table, typename Value>
std::string_view nameIn(const Table &table, Value value) {
    for (const auto &[each, name] : table) {
        if (each == value) {
            return name;
        }
    }
    throw std::logic_error("no such value");
}

template <typename Table>
auto valueIn(const Table &table, std::string_view text) -> Result<typename Table::value_type::first_type> {
    for (const auto &[value, name] : table) {
        if (name == text) {
            return value;
        }
    }
    return fail(ErrorCode::BadValue, std::string(text));
}

/// A paper of nobody that is out: isOwed() is false of it.
constexpr std::string_view kNobodysAndOut =
    "(j.paper = 'came-out' AND j.person IS NULL AND j.visit = '' AND j.reference = '')";

constexpr std::string_view kJobColumns =
    "j.id, j.what, j.printer, j.pages, j.copies, j.cups_id, j.state, j.paper, j.reasons, j.visit, coalesce(l.id, p.id, "
    "''), "
    "j.reference, j.agent, j.sheets, j.station, j.created_at, j.changed_at, j.label, j.purpose, j.recalled, "
    "j.settled, j.replaced_by FROM job j LEFT JOIN person p ON p.row = j.person "
    "LEFT JOIN person l ON l.row = p.same_as";

Job readJob(const Statement &row) {
    Job job;
    job.id = row.text(0);
    job.what = row.text(1);
    job.printer = row.text(2);
    job.pages = static_cast<int>(row.number(3));
    job.copies = static_cast<int>(row.number(4));
    job.cupsId = row.optionalNumber(5);
    job.state = valueIn(kJobStates, row.text(6)).value_or(JobState::Unknown);
    job.paper = valueIn(kPaperStates, row.text(7)).value_or(PaperState::Unknown);
    if (const std::string reasons = row.text(8); !reasons.empty()) {
        job.reasons = split(reasons, ' ');
    }
    job.visit = row.text(9);
    job.person = row.text(10);
    job.reference = row.text(11);
    job.agent = row.text(12);
    if (const auto sheets = row.optionalNumber(13)) {
        job.sheetsInHand = static_cast<int>(*sheets);
    }
    job.station = row.text(14);
    job.createdAt = Instant(std::chrono::milliseconds(row.number(15)));
    job.changedAt = Instant(std::chrono::milliseconds(row.number(16)));
    job.label = row.text(17);
    job.purpose = valueIn(kPurposes, row.text(18)).value_or(PaperPurpose::Hand);
    job.recalled = row.number(19) != 0;
    job.settled = valueIn(kSettled, row.text(20)).value_or(Settled::No);
    job.replacedBy = row.text(21);
    return job;
}

constexpr std::string_view kDraftColumns =
    "d.id, d.kind, coalesce(l.id, p.id, ''), d.content, d.agent, d.created_at, d.expires_at FROM draft d LEFT JOIN "
    "person p ON p.row = d.person LEFT JOIN person l ON l.row = p.same_as";

Draft readDraft(const Statement &row) {
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            Instant(std::chrono::milliseconds(row.number(5))),
            Instant(std::chrono::milliseconds(row.number(6)))};
}

} // namespace

std::string_view toText(JobState state) { return nameIn(kJobStates, state); }
Result<JobState> parseJobState(std::string_view text) { return valueIn(kJobStates, text); }
std::string_view toText(PaperState state) { return nameIn(kPaperStates, state); }
Result<PaperState> parsePaperState(std::string_view text) { return valueIn(kPaperStates, text); }
std::string_view toText(PaperPurpose purpose) { return nameIn(kPurposes, purpose); }
std::string_view toText(Settled settled) { return nameIn(kSettled, settled); }

bool isOwed(const Job &job) {
    const bool nobodys = job.person.empty() && job.visit.empty() && job.reference.empty();
    if (nobodys && job.paper == PaperState::CameOut) {
        return false;
    }
    return job.paper != PaperState::InHand && job.purpose != PaperPurpose::Kept && job.state != JobState::Cancelled &&
           job.settled == Settled::No;
}

Jobs::Jobs(Database &database, std::string station) : database_(database), station_(std::move(station)) {}

std::string Jobs::create(const NewJob &job, ByteView pdf, Instant at, Random &random) {
    std::string id = makeId(at, random);
    database_
        .prepare("INSERT INTO job (id, what, printer, pages, copies, state, paper, reasons, visit, person, reference, "
                 "agent, pdf, station, created_at, changed_at, label, purpose) VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', "
                 "'unsent', '', ?6, (SELECT row FROM person WHERE id = ?7), ?8, ?9, ?10, ?11, ?12, ?12, ?13, ?14)")
        .with(id, job.what, job.printer, job.pages, job.copies, job.visit, job.person, job.reference, job.agent, pdf,
              station_, at, job.label, toText(job.purpose))
        .run();
    return id;
}

Result<Job> Jobs::get(std::string_view id) {
    static const std::string sql = fmt::format("SELECT {} WHERE j.id = ?1", kJobColumns);
    auto statement = database_.prepare(sql);
    statement.bind(1, id);
    if (!statement.step()) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return readJob(statement);
}

std::vector<Job> Jobs::list(const JobFilter &filter) {
    static const std::string sql =
        fmt::format("SELECT {} WHERE (?1 IS NULL OR j.visit = ?1) AND (?2 IS NULL OR j.person IN (SELECT row "
                    "FROM same_person WHERE of = ?2)) AND (?3 = 0 OR (j.paper NOT IN ('in-hand', 'lost') AND j.purpose "
                    "<> 'kept' AND j.state <> 'cancelled' AND "
                    "j.settled = '' AND NOT {})) AND (?4 = 0 OR j.recalled) ORDER BY j.row",
                    kJobColumns, kNobodysAndOut);
    auto statement = database_.prepare(sql);
    statement.with(filter.visit, filter.person, filter.onlyOpen ? 1 : 0, filter.onlyRecalled ? 1 : 0);
    std::vector<Job> jobs;
    while (statement.step()) {
        jobs.push_back(readJob(statement));
    }
    return jobs;
}

Result<Bytes> Jobs::pdf(std::string_view id) {
    auto statement = database_.prepare("SELECT pdf FROM job WHERE id = ?1 AND pdf IS NOT NULL");
    statement.bind(1, id);
    if (!statement.step()) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return statement.blob(0);
}

Result<void> Jobs::mark(std::string_view id, JobState state, PaperState paper, Instant at) {
    database_.prepare("UPDATE job SET state = ?2, paper = ?3, changed_at = ?4 WHERE id = ?1")
        .with(id, toText(state), toText(paper), at)
        .run();
    return {};
}

Result<void> Jobs::sent(std::string_view id, std::optional<std::int64_t> cupsId, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    if (job.paper == PaperState::InHand || job.state == JobState::Cancelled) {
        return fail(ErrorCode::WrongState, std::string(toText(job.paper)));
    }
    database_.prepare("UPDATE job SET cups_id = ?2 WHERE id = ?1").with(id, cupsId).run();
    return mark(id, job.state, PaperState::Sent, at);
}

Result<bool> Jobs::update(std::string_view id, JobState state, const std::vector<std::string> &reasons, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    // What is in somebody's hand, or was given up, stays so, whatever the printing system says later.
    const bool settled = job.paper == PaperState::InHand || job.paper == PaperState::Lost;
    const PaperState paper = settled                           ? job.paper
                             : state == JobState::Completed    ? PaperState::CameOut
                             : state == JobState::Unknown      ? PaperState::Unknown
                             : job.paper == PaperState::Unsent ? PaperState::Unsent
                                                               : PaperState::Sent;
    if (job.state == state && job.paper == paper && job.reasons == reasons) {
        return false;
    }
    database_.prepare("UPDATE job SET reasons = ?2 WHERE id = ?1").with(id, join(reasons, " ")).run();
    GUICHET_TRY(mark(id, state, paper, at));
    return true;
}

Result<void> Jobs::retry(std::string_view id, std::string_view printer, Instant at, std::string_view visit) {
    GUICHET_ASSIGN(const Job job, get(id));
    if (job.paper == PaperState::InHand || job.settled != Settled::No) {
        return fail(ErrorCode::WrongState, std::string(toText(job.paper)));
    }
    database_
        .prepare("UPDATE job SET printer = ?2, cups_id = NULL, reasons = '', recalled = 0, visit = iif(?3 = '', "
                 "visit, ?3) WHERE id = ?1")
        .with(id, printer, visit)
        .run();
    return mark(id, JobState::Waiting, PaperState::Unsent, at);
}

int Jobs::recall(std::string_view visit, Instant at) {
    database_
        .prepare("UPDATE job SET recalled = 1, changed_at = ?2 WHERE visit = ?1 AND visit <> '' AND paper IN "
                 "('unsent', 'sent', 'unknown') AND purpose <> 'kept' AND settled = '' AND state NOT IN ('completed', "
                 "'cancelled', 'failed')")
        .with(visit, at)
        .run();
    return static_cast<int>(database_.changes());
}

Result<void> Jobs::takenBack(std::string_view id, Came came, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    // Whoever left with another receipt needs no second one; but sheets that lie there need somebody.
    database_
        .prepare(
            "UPDATE job SET recalled = 0, cups_id = NULL, reasons = '', pdf = iif(settled <> '' AND ?2, NULL, pdf), "
            "settled = iif(?2, settled, '') WHERE id = ?1")
        .with(id, came == Came::Nothing ? 1 : 0)
        .run();
    switch (came) {
    case Came::Nothing: return mark(id, JobState::Failed, PaperState::Unsent, at);
    case Came::Something: return mark(id, JobState::Failed, PaperState::Unknown, at);
    case Came::Everything: return mark(id, JobState::Completed, PaperState::CameOut, at);
    }
    return {};
}

Result<void> Jobs::cancel(std::string_view id, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    if (job.paper == PaperState::InHand) {
        return fail(ErrorCode::WrongState, std::string(toText(job.paper)));
    }
    database_.prepare("UPDATE job SET recalled = 0 WHERE id = ?1").with(id).run();
    return mark(id, JobState::Cancelled, job.paper, at);
}

Result<void> Jobs::handed(std::string_view id, int sheets, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    if (job.paper == PaperState::InHand) {
        return fail(ErrorCode::AlreadyDone, std::string(toText(job.paper)));
    }
    if (sheets < 1) {
        return fail(ErrorCode::BadValue, "sheets " + std::to_string(sheets));
    }
    database_
        .prepare(
            "UPDATE job SET pdf = NULL, sheets = ?2, paper = 'in-hand', recalled = 0, changed_at = ?3 WHERE id = ?1")
        .with(id, sheets, at)
        .run();
    return {};
}

Result<void> Jobs::lost(std::string_view id, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    return mark(id, job.state, PaperState::Lost, at);
}

/// Error: Nothing, WrongState.
Result<Job> Jobs::unsettled(std::string_view id) {
    GUICHET_ASSIGN(Job job, get(id));
    if (job.paper == PaperState::InHand) {
        return fail(ErrorCode::WrongState, std::string(toText(job.paper)));
    }
    if (job.purpose == PaperPurpose::Kept) {
        return fail(ErrorCode::WrongState, std::string(toText(job.purpose)));
    }
    if (job.settled != Settled::No) {
        return fail(ErrorCode::WrongState, std::string(toText(job.settled)));
    }
    return job;
}

Result<void> Jobs::end(std::string_view id, std::string_view how, Instant at) {
    GUICHET_TRY(unsettled(id));
    database_.prepare(fmt::format("UPDATE job SET pdf = NULL, {}, recalled = 0, changed_at = ?2 WHERE id = ?1", how))
        .with(id, at)
        .run();
    return {};
}

Result<void> Jobs::kept(std::string_view id, Instant at) { return end(id, "purpose = 'kept'", at); }

Result<void> Jobs::destroyed(std::string_view id, Instant at) {
    return end(id, "state = 'cancelled', paper = 'lost'", at);
}

Result<void> Jobs::posted(std::string_view id, Instant at) {
    GUICHET_ASSIGN(const Job job, get(id));
    if (job.paper == PaperState::Unsent) {
        return fail(ErrorCode::WrongState, std::string(toText(job.paper)));
    }
    return end(id, "settled = 'posted'", at);
}

Result<void> Jobs::replaced(std::string_view id, std::string_view number, Instant at) {
    constexpr std::size_t kLongest = 20;
    GUICHET_ASSIGN(const Job job, unsettled(id));
    if (job.reference.empty()) {
        return fail(ErrorCode::WrongState, job.what);
    }
    if (number.empty() || number.size() > kLongest) {
        return fail(ErrorCode::BadValue, std::string(number));
    }
    auto used = database_.prepare("SELECT 1 FROM job WHERE replaced_by = ?1");
    used.bind(1, number);
    if (used.step()) {
        return fail(ErrorCode::PaperNumberUsed, std::string(number));
    }
    const bool over =
        job.state == JobState::Completed || job.state == JobState::Cancelled || job.state == JobState::Failed;
    const bool there = !over && job.paper != PaperState::CameOut;
    database_
        .prepare("UPDATE job SET settled = 'replaced', replaced_by = ?2, recalled = ?3, pdf = iif(?3, pdf, NULL), "
                 "changed_at = ?4 WHERE id = ?1")
        .with(id, number, there ? 1 : 0, at)
        .run();
    return {};
}

int Jobs::purge(Instant before) {
    static const std::string sql =
        fmt::format("DELETE FROM job AS j WHERE j.changed_at < ?1 AND (j.paper = 'in-hand' OR j.purpose = 'kept' OR "
                    "j.state = 'cancelled' OR j.settled <> '' OR {})",
                    kNobodysAndOut);
    database_.prepare(sql).with(before).run();
    return static_cast<int>(database_.changes());
}

Drafts::Drafts(Database &database, std::string station) : database_(database), station_(std::move(station)) {}

std::string Drafts::add(std::string_view kind, std::string_view person, std::string_view content,
                        std::string_view agent, Instant at, Instant expiresAt, Random &random) {
    std::string id = makeId(at, random);
    database_
        .prepare("INSERT INTO draft (id, kind, person, content, agent, station, created_at, expires_at) VALUES (?1, "
                 "?2, (SELECT row FROM person WHERE id = ?3), ?4, ?5, ?6, ?7, ?8)")
        .with(id, kind, person, content, agent, station_, at, expiresAt)
        .run();
    return id;
}

Result<void> Drafts::replace(std::string_view id, std::string_view content) {
    database_.prepare("UPDATE draft SET content = ?2 WHERE id = ?1").with(id, content).run();
    if (database_.changes() == 0) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return {};
}

Result<Draft> Drafts::get(std::string_view id, std::string_view kind, Instant now) {
    static const std::string sql =
        fmt::format("SELECT {} WHERE d.id = ?1 AND d.kind = ?2 AND d.expires_at > ?3", kDraftColumns);
    auto statement = database_.prepare(sql);
    statement.with(id, kind, now);
    if (!statement.step()) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return readDraft(statement);
}

std::vector<Draft> Drafts::list(std::string_view kind, std::string_view person, Instant now) {
    static const std::string sql = fmt::format("SELECT {} WHERE d.kind = ?1 AND (?2 = '' OR d.person IN (SELECT row "
                                               "FROM same_person WHERE of = ?2)) AND d.expires_at > ?3 ORDER BY "
                                               "d.created_at, d.id",
                                               kDraftColumns);
    auto statement = database_.prepare(sql);
    statement.with(kind, person, now);
    std::vector<Draft> drafts;
    while (statement.step()) {
        drafts.push_back(readDraft(statement));
    }
    return drafts;
}

Result<void> Drafts::remove(std::string_view id) {
    database_.prepare("DELETE FROM draft WHERE id = ?1").with(id).run();
    if (database_.changes() == 0) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return {};
}

int Drafts::purge(Instant now) {
    database_.prepare("DELETE FROM draft WHERE expires_at <= ?1").with(now).run();
    return static_cast<int>(database_.changes());
}

} // namespace guichet::storage
