// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/jobs.h"

#include "kiosk/counter/act_common.h"
#include "kiosk/counter/activity.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/requests.h"
#include "kiosk/counter/titles.h"
#include "kiosk/counter/visit.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <set>
#include <thread>
#include <tuple>

namespace guichet::kiosk {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{250};
/// A printer that gives a job up finishes its sheet first.
constexpr std::chrono::seconds kToFinishASheet{2};

using SteadyTime = std::chrono::steady_clock::time_point;

template <typename Work>
auto write(Desk &desk, Work &&work) {
    return storage::inTransaction(desk.store.database(), std::forward<Work>(work));
}

/// Writes what became of a job, and counts it.
template <typename Work>
Result<storage::Job> follow(Desk &desk, const storage::Job &job, Work &&work) {
    return write(desk, [&]() -> Result<storage::Job> {
        GUICHET_ASSIGN(const storage::Job before, desk.store.jobs().get(job.id));
        GUICHET_TRY(work());
        GUICHET_ASSIGN(storage::Job after, desk.store.jobs().get(job.id));
        countPaper(desk, before, after);
        return after;
    });
}

bool isOver(storage::JobState state) {
    return state == storage::JobState::Completed || state == storage::JobState::Cancelled ||
           state == storage::JobState::Failed;
}

/// A paper whose way ends here: nothing the printing system says changes it any more.
bool isSettled(const storage::Job &job) {
    return isOver(job.state) || job.paper == storage::PaperState::InHand || job.paper == storage::PaperState::Lost ||
           job.purpose == storage::PaperPurpose::Kept || job.settled != storage::Settled::No;
}

/// The printing system has it still.
bool isAtPrinter(const storage::Job &job) { return job.paper != storage::PaperState::Unsent && !isSettled(job); }

/// Why a job could not be sent, as an IPP keyword where there is one.
std::string reasonOf(const Error &error) {
    const bool full = error.code == ErrorCode::PrinterRefused && error.context.starts_with(printing::kNoRoom);
    return std::string(full ? printing::kNoRoom : errorName(error.code));
}

/// Sends a job that is in the store, and notes what the printing system says. On failure the job stays, unsent.
Result<storage::Job> send(Desk &desk, const storage::Job &job, ByteView pdf) {
    const auto fate = desk.machine.printers.send(desk, job, pdf);
    const Instant now = desk.machine.clock.now();
    if (!fate) {
        GUICHET_TRY(follow(desk, job, [&] {
            return desk.store.jobs().update(job.id, storage::JobState::Failed, {reasonOf(fate.error())}, now);
        }));
        if (reasonOf(fate.error()) == printing::kNoRoom) {
            const Texts say = textsOf(desk, desk.language, today(desk));
            return fail(fate.error().code, say("printer.no-room"), fate.error().context);
        }
        return fail(fate.error());
    }
    const auto note = [&]() -> Result<bool> {
        GUICHET_TRY(desk.store.jobs().sent(job.id, fate->number, now));
        return desk.store.jobs().update(job.id, fate->state, fate->reasons, now);
    };
    return follow(desk, job, note);
}

/// Asks the printing system what became of a job. One that can't be asked now stays as it was.
Result<storage::Job> refresh(Desk &desk, storage::Job job) {
    if (isSettled(job)) {
        return job;
    }
    const auto fate = desk.machine.printers.fate(desk, job);
    const bool unsent = job.paper == storage::PaperState::Unsent;
    if (!fate || (unsent && fate->state == storage::JobState::Unknown)) {
        return job; // it can't be asked now, or it was never sent: somebody has to decide
    }
    const auto note = [&]() -> Result<bool> {
        const Instant now = desk.machine.clock.now();
        if (unsent) {
            GUICHET_TRY(desk.store.jobs().sent(job.id, fate->number, now)); // it had been sent, and not yet noted
        }
        // Somebody else gave it up, at the printer or in its queue: nobody has the paper, and it is owed as before.
        const bool elsewhere = fate->state == storage::JobState::Cancelled;
        return desk.store.jobs().update(job.id, elsewhere ? storage::JobState::Failed : fate->state, fate->reasons,
                                        now);
    };
    return follow(desk, job, note);
}

/// The job, with what became of it. Error: Nothing.
Result<storage::Job> jobNow(Desk &desk, std::string_view id) {
    GUICHET_ASSIGN(storage::Job known, desk.store.jobs().get(id));
    return refresh(desk, std::move(known));
}

/// Takes back what the printing system has of a job, and waits for it until then: afterwards it came out, or it did not
/// and will not. Error: PrinterUnreachable (it has it still, or can't be asked).
Result<storage::Job> takeBack(Desk &desk, const storage::Job &job, SteadyTime end) {
    const auto asked = desk.machine.printers.cancel(desk, job);
    if (!asked && asked.error().code == ErrorCode::PrinterUnreachable) {
        return fail(asked.error());
    }
    for (;;) {
        GUICHET_ASSIGN(const JobFate fate, desk.machine.printers.fate(desk, job));
        if (isOver(fate.state) || fate.state == storage::JobState::Unknown) {
            const auto came = fate.state == storage::JobState::Completed ? storage::Came::Everything
                              : fate.sides > 0                           ? storage::Came::Something
                                                                         : storage::Came::Nothing;
            return follow(desk, job,
                          [&] { return desk.store.jobs().takenBack(job.id, came, desk.machine.clock.now()); });
        }
        if (std::chrono::steady_clock::now() >= end) {
            return fail(ErrorCode::PrinterUnreachable, job.printer);
        }
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

/// Notes what somebody did with a paper, in the store and in the register.
template <typename Note>
Result<storage::Job> settle(Desk &desk, const storage::Job &job, const char *kind, Note note,
                            std::vector<std::pair<std::string, std::string>> details = {}) {
    details.insert(details.begin(), {"job", job.id});
    const auto whole = [&]() -> Result<void> {
        GUICHET_ASSIGN(const storage::Job before, desk.store.jobs().get(job.id));
        GUICHET_TRY(note(desk.machine.clock.now()));
        GUICHET_ASSIGN(const storage::Job after, desk.store.jobs().get(job.id));
        countPaper(desk, before, after);
        return journal(desk, {.kind = kind, .person = job.person, .by = {}, .details = details});
    };
    GUICHET_TRY(desk.entries.write(whole));
    return desk.store.jobs().get(job.id);
}

Result<storage::Job> create(Desk &desk, const PaperJob &paper, ByteView pdf, std::string_view printer) {
    GUICHET_ASSIGN(const std::string destination, printerFor(desk, printer));
    GUICHET_ASSIGN(const std::string id, write(desk, [&]() -> Result<std::string> {
                       return desk.store.jobs().create({.what = paper.what,
                                                        .label = paper.label,
                                                        .printer = destination,
                                                        .pages = paper.pages,
                                                        .copies = paper.copies,
                                                        .purpose = paper.purpose,
                                                        .visit = paper.visit,
                                                        .person = paper.person,
                                                        .reference = paper.reference,
                                                        .agent = desk.agent},
                                                       pdf, desk.machine.clock.now(), desk.machine.random);
                   }));
    return desk.store.jobs().get(id);
}

} // namespace

Result<storage::Job> owePaper(Desk &desk, const PaperJob &paper, ByteView pdf) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    return create(desk, paper, pdf, {});
}

Result<storage::Job> sendPaper(Desk &desk, const PaperJob &paper, ByteView pdf, std::string_view printer) {
    GUICHET_ASSIGN(const storage::Job job, create(desk, paper, pdf, printer));
    return send(desk, job, pdf);
}

Result<std::vector<storage::Job>> listJobs(Desk &desk, const storage::JobFilter &filter) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    std::vector<storage::Job> jobs;
    for (storage::Job &job : desk.store.jobs().list(filter)) {
        GUICHET_ASSIGN(storage::Job now, refresh(desk, std::move(job)));
        jobs.push_back(std::move(now));
    }
    return jobs;
}

Result<storage::Job> followJob(Desk &desk, std::string_view id, std::chrono::milliseconds limit) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        GUICHET_ASSIGN(storage::Job job, jobNow(desk, id));
        const bool needsSomebody = job.state == storage::JobState::Stopped || job.state == storage::JobState::Held;
        if (isSettled(job) || needsSomebody || std::chrono::steady_clock::now() >= end) {
            return job;
        }
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

bool wantsPassword(const storage::Job &job) {
    return job.state == storage::JobState::Held && std::ranges::any_of(job.reasons, [](const std::string &reason) {
               return reason.find("auth") != std::string::npos; // CUPS: cups-held-for-authentication
           });
}

bool lacksRoom(const storage::Job &job) {
    return job.state == storage::JobState::Failed &&
           std::ranges::find(job.reasons, printing::kNoRoom) != job.reasons.end();
}

Result<storage::Job> cancelJob(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(const storage::Job job, jobNow(desk, id));
    const bool there = job.paper == storage::PaperState::CameOut || job.paper == storage::PaperState::InHand;
    if (there || job.state == storage::JobState::Cancelled) {
        return fail(ErrorCode::WrongState,
                    std::string(there ? storage::toText(job.paper) : storage::toText(job.state)));
    }
    if (isAtPrinter(job)) {
        GUICHET_TRY(desk.machine.printers.cancel(desk, job));
    }
    GUICHET_TRY(write(desk, [&] { return desk.store.jobs().cancel(id, desk.machine.clock.now()); }));
    return desk.store.jobs().get(id);
}

Result<bool> withdrawPaper(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(const storage::Job job, jobNow(desk, id));
    const bool out = job.paper == storage::PaperState::CameOut || job.paper == storage::PaperState::InHand;
    if (job.paper == storage::PaperState::InHand || job.state == storage::JobState::Cancelled) {
        return out; // nobody waits for it
    }
    if (!out) {
        GUICHET_TRY(cancelJob(desk, id));
        return false;
    }
    GUICHET_TRY(write(desk, [&] { return desk.store.jobs().cancel(id, desk.machine.clock.now()); }));
    return true;
}

Result<storage::Job> keepPaper(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(const storage::Job job, jobNow(desk, id));
    if (isAtPrinter(job)) {
        std::ignore = desk.machine.printers.cancel(desk, job); // the sheet that was signed is here, whatever it says
    }
    GUICHET_TRY(write(desk, [&] { return desk.store.jobs().kept(id, desk.machine.clock.now()); }));
    return desk.store.jobs().get(id);
}

Result<int> takeBackRecalled(Desk &desk, std::chrono::milliseconds limit) {
    const SteadyTime end = std::chrono::steady_clock::now() + limit;
    int left = 0;
    for (const storage::Job &job :
         desk.store.jobs().list({.visit = {}, .person = {}, .onlyOpen = false, .onlyRecalled = true})) {
        left += takeBack(desk, job, end) ? 0 : 1;
    }
    return left;
}

Result<storage::Job> destroyPaper(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(const storage::Job job, jobNow(desk, id));
    if (job.paper != storage::PaperState::CameOut) {
        return fail(ErrorCode::WrongState, std::string(storage::toText(job.paper)));
    }
    return settle(desk, job, "paper.destroyed", [&](Instant now) { return desk.store.jobs().destroyed(job.id, now); });
}

Result<storage::Job> postPaper(Desk &desk, std::string_view id) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(const storage::Job job, jobNow(desk, id));
    return settle(desk, job, "paper.posted", [&](Instant now) { return desk.store.jobs().posted(job.id, now); });
}

Result<storage::Job> replacePaper(Desk &desk, std::string_view id, std::string_view number) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(storage::Job job, jobNow(desk, id));
    if (job.recalled || isAtPrinter(job)) {
        if (auto back = takeBack(desk, job, std::chrono::steady_clock::now() + kToFinishASheet)) {
            job = std::move(*back);
        }
    }
    if (job.paper == storage::PaperState::CameOut) {
        return fail(ErrorCode::WrongState, std::string(storage::toText(job.paper)));
    }
    return settle(desk, job, "paper.replaced",
                  [&](Instant now) { return desk.store.jobs().replaced(job.id, number, now); },
                  {{"number", std::string(number)}});
}

Result<storage::Job> retryJob(Desk &desk, std::string_view id, std::string_view printer, std::string_view visit) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(storage::Job before, desk.store.jobs().get(id));
    if (before.settled != storage::Settled::No) {
        return fail(ErrorCode::WrongState, std::string(storage::toText(before.settled)));
    }
    if (before.recalled || isAtPrinter(before)) {
        GUICHET_ASSIGN(before, takeBack(desk, before, std::chrono::steady_clock::now() + kToFinishASheet));
        if (before.paper == storage::PaperState::CameOut) {
            return before;
        }
    }
    GUICHET_ASSIGN(const Bytes pdf, desk.store.jobs().pdf(id));
    GUICHET_ASSIGN(const std::string destination, printerFor(desk, printer.empty() ? before.printer : printer));
    GUICHET_TRY(write(desk, [&] { return desk.store.jobs().retry(id, destination, desk.machine.clock.now(), visit); }));
    GUICHET_ASSIGN(const storage::Job job, desk.store.jobs().get(id));
    return send(desk, job, pdf);
}

namespace {

/// A title that covers some requests covers their papers, and no others.
Result<void> mayCollectWhatItIsAbout(const Desk &desk, const storage::Job &job, const storage::Person &person,
                                     const Presence &presence) {
    GUICHET_ASSIGN(const Ground ground, groundOf(desk, person, presence, TitleAct::Collect));
    if (ground.title->forms.empty()) {
        return {};
    }
    const auto act = job.reference.empty() ? Result<storage::Act>(fail(ErrorCode::Nothing))
                                           : storage::Acts(desk.entries).get(job.reference);
    if (act && act->type == storage::ActType::Request) {
        const std::optional<Form> form = formOf(desk.machine.catalogue, *act);
        GUICHET_ASSIGN(const Ground files, groundOf(desk, person, presence, TitleAct::File, form ? &*form : nullptr));
        if (form && files.gives) {
            return {};
        }
    }
    return fail(ErrorCode::NotForThem, {}, refusalWords(*ground.title, desk.language));
}

} // namespace

Result<void> mayCollect(const Desk &desk, const storage::Job &job, const Presence &presence) {
    if (job.person.empty()) {
        return {};
    }
    GUICHET_TRY(presence.check());
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(job.person));
    GUICHET_TRY(mayDisclose(desk, person, presence, TitleAct::Collect));
    GUICHET_TRY(mayCollectWhatItIsAbout(desk, job, person, presence));
    if (!job.what.starts_with(kRecordsTitle)) {
        return {};
    }
    GUICHET_TRY(mayDisclose(desk, person, presence, TitleAct::Print));
    GUICHET_ASSIGN(const std::vector<std::string> records, recordsOf(desk, job));
    bool known = !records.empty();
    for (const std::string &printed : records) {
        const Result<storage::Record> record = desk.store.records().get(printed);
        known = known && record;
        if (record && !mayBeShown(desk, record->visibility, presence)) {
            return fail(ErrorCode::NotForThem);
        }
    }
    const bool alone = presence.who == Who::Self && !presence.accompanied;
    return known || alone ? Result<void>() : fail(ErrorCode::NotForThem);
}

Result<std::vector<storage::Job>> papersToCollect(Desk &desk, std::string_view person, const Presence &presence,
                                                  std::string_view visit) {
    GUICHET_ASSIGN(std::vector<storage::Job> owed,
                   listJobs(desk, {.visit = {}, .person = std::string(person), .onlyOpen = true}));
    const std::set<std::string> going = visitsNotOver(desk);
    std::erase_if(owed, [&](const storage::Job &job) {
        return job.visit == visit || going.contains(job.visit) || !storage::isOwed(job) ||
               !mayCollect(desk, job, presence);
    });
    return owed;
}

Result<storage::Job> handedJob(Desk &desk, std::string_view id, int sheets, const std::optional<Presence> &by) {
    GUICHET_TRY(desk.require(Action::ManageJobs));
    GUICHET_ASSIGN(const storage::Job job, desk.store.jobs().get(id));
    std::vector<std::pair<std::string, std::string>> details{{"sheets", std::to_string(sheets)}};
    if (by && !job.person.empty()) {
        GUICHET_TRY(mayCollect(desk, job, *by));
        details.emplace_back("by", toText(by->who));
        details.emplace_back("seen", toText(by->seen));
    }
    const auto handed = [&](Instant now) -> Result<void> {
        GUICHET_TRY(desk.store.jobs().handed(job.id, sheets, now));
        return job.person.empty() ? Result<void>() : noteCopies(desk, job.person);
    };
    return settle(desk, job, "paper.handed", handed, details);
}

} // namespace guichet::kiosk
