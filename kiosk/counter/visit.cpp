// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/visit.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/deposit.h"
#include "kiosk/counter/drafts.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/receipts.h"
#include "storage/register/acts.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace guichet::kiosk {
namespace {

using storage::FileLock;

constexpr std::chrono::seconds kToTakePapersBack{2};
constexpr std::string_view kNote = "visit";
/// A note ends with its visit, never by itself.
constexpr std::chrono::years kForEver{100};

/// A byte of the lock file for each visit, behind those of the keyring.
std::int64_t byteOf(std::string_view visit) {
    constexpr std::int64_t kFirst = std::int64_t{1} << 32;
    const Digest digest = sha256(visit);
    return kFirst + ((std::int64_t{digest[0]} << 24) | (digest[1] << 16) | (digest[2] << 8) | digest[3]);
}

/// What a note holds, as JSON.
std::string contentOf(const Visit &visit, const Place &place) {
    return nlohmann::json{
        {"visit", visit.id}, {"presence", presenceJson(visit.presence)}, {"language", visit.language}, {"place", place}}
        .dump();
}

std::string visitOf(const storage::Draft &note) {
    return nlohmann::json::parse(note.content).at("visit").get<std::string>();
}

bool isOfAnEarlierDay(Desk &desk, const storage::Draft &note) {
    return desk.calendar.dayOf(note.createdAt) < desk.calendar.dayOf(desk.machine.clock.now());
}

/// Error: Busy, where somebody else does.
Result<FileLock> hold(Desk &desk, std::string_view visit) {
    return FileLock::take(desk.store.folder(), byteOf(visit), std::chrono::milliseconds(0));
}

bool isThere(Desk &desk, std::string_view draft) {
    return findDraft(desk, storage::ActType::Optout, draft) || findDraft(desk, storage::ActType::Request, draft);
}

/// Error: of a paper that is not even kept; one that the printer did not take is, and owed.
Result<void> keptOrSent(const Result<storage::Job> &sent) {
    if (!sent && sent.error().code != ErrorCode::PrinterRefused && sent.error().code != ErrorCode::PrinterUnreachable) {
        return fail(sent.error());
    }
    return {};
}

/// An act is registered first, and its receipt printed after: what something stopped in between. A job is written
/// before it is sent, so none is there twice.
std::set<std::string> receiptsLeft(Desk &desk, const Visit &visit, const Place &place, Instant begun) {
    const bool signedOne = std::ranges::any_of(place, [&](const auto &noted) {
        const auto &[name, draft] = noted;
        return (name == kDraftToSign || name.ends_with('.' + std::string(kDraftToSign))) && !isThere(desk, draft);
    });
    if (!signedOne || !visit.person) {
        return {};
    }
    // What a bearer brought has its receipt, and its letter, in no visit's papers.
    const bool brought = visit.presence.who == Who::Bearer;
    const auto jobs = brought ? desk.store.jobs().list({.visit = {}, .person = *visit.person, .onlyOpen = false})
                              : desk.store.jobs().list({.visit = visit.id, .person = {}, .onlyOpen = false});
    std::set<std::string> receipts;
    for (const storage::Act &act : storage::Acts(desk.entries).list({.type = {}, .person = *visit.person})) {
        if (act.at >= begun && std::ranges::find(jobs, act.receipt, &storage::Job::reference) == jobs.end()) {
            receipts.insert(act.receipt);
        }
    }
    return receipts;
}

/// To the printer, with what goes with them.
Result<void> sendReceiptsLeft(Desk &desk, const Visit &visit, const Place &place, Instant begun) {
    const bool brought = visit.presence.who == Who::Bearer;
    for (const std::string &reference : receiptsLeft(desk, visit, place, begun)) {
        GUICHET_ASSIGN(const MadeReceipt receipt, receiptAgain(desk, reference, std::nullopt, {}));
        PaperJob job = jobFor(receipt.paper);
        job.visit = brought ? std::string() : visit.id;
        job.person = *visit.person;
        job.reference = reference;
        GUICHET_TRY(keptOrSent(sendPaper(desk, job, receipt.paper.pdf)));
        if (brought) {
            GUICHET_ASSIGN(const MadePaper note, handedInNote(desk, visit.presence.name, reference, {}));
            PaperJob theirs = jobFor(note);
            theirs.visit = visit.id;
            GUICHET_TRY(keptOrSent(sendPaper(desk, theirs, note.pdf)));
        }
        GUICHET_ASSIGN(const storage::Act act, storage::Acts(desk.entries).get(reference));
        if (noticeCause(desk, act) == NoticeCause::Declared) {
            if (Result<MadeNotice> letter = prepareNotice(desk, reference, {})) {
                GUICHET_TRY(keptOrSent(sendNotice(desk, std::move(*letter))));
            }
        }
    }
    return {};
}

Result<TakenUpVisit> whereItStands(const std::vector<storage::Draft> &all, std::string_view visit, FileLock held) {
    const storage::Draft &last = all.back(); // an earlier one is from before it got its name
    TakenUpVisit taken{.visit = {.id = std::string(visit)}, .place = {}, .held = {std::move(held), last.id}};
    if (!last.person.empty()) {
        taken.visit.person = last.person;
    }
    const auto content = nlohmann::json::parse(last.content);
    GUICHET_ASSIGN(taken.visit.presence, presenceFrom(content.at("presence")));
    taken.visit.language = content.at("language").get<std::string>();
    taken.place = content.at("place").get<Place>();
    return taken;
}

/// Nobody is here for them any more: the receipts are owed, and printed by somebody's decision.
Result<void> oweReceiptsLeft(Desk &desk, const TakenUpVisit &left, Instant begun) {
    for (const std::string &reference : receiptsLeft(desk, left.visit, left.place, begun)) {
        GUICHET_ASSIGN(const MadeReceipt receipt, receiptAgain(desk, reference, std::nullopt, {}));
        PaperJob job = jobFor(receipt.paper);
        job.person = *left.visit.person;
        job.reference = reference;
        GUICHET_TRY(owePaper(desk, job, receipt.paper.pdf));
    }
    return {};
}

std::vector<storage::Draft> notes(const Desk &desk) {
    return desk.store.drafts().list(kNote, {}, desk.machine.clock.now());
}

/// Somebody left with a paper, of this visit or an earlier one, or with something written in an act of theirs.
bool gaveAnAnswer(Desk &desk, std::string_view visit, const std::set<std::string> &persons, Instant begun) {
    const auto isOut = [](const storage::Job &job) { // what was to be signed is none: signed, it has its act
        return (job.paper == storage::PaperState::CameOut || job.paper == storage::PaperState::InHand) &&
               job.purpose == storage::PaperPurpose::Hand && job.state != storage::JobState::Cancelled;
    };
    storage::Jobs &jobs = desk.store.jobs();
    if (std::ranges::any_of(jobs.list({.visit = std::string(visit), .person = {}, .onlyOpen = false}), isOut)) {
        return true;
    }
    storage::Acts acts(desk.entries);
    return std::ranges::any_of(persons, [&](const std::string &person) {
        const auto collected = [&](const storage::Job &job) {
            return job.paper == storage::PaperState::InHand && job.changedAt >= begun;
        };
        const auto changed = [&](const storage::Act &act) {
            const auto steps = acts.steps(act.reference);
            return steps && !steps->empty() && steps->back().at >= begun;
        };
        return std::ranges::any_of(jobs.list({.visit = {}, .person = person, .onlyOpen = false}), collected) ||
               std::ranges::any_of(acts.list({.type = {}, .person = person}), changed);
    });
}

} // namespace

std::optional<std::string> noted(const Place &place, std::string_view name) {
    const auto found = place.find(name);
    return found == place.end() ? std::nullopt : std::optional(found->second);
}

Result<HeldVisit> beginVisit(Desk &desk, const Visit &visit) {
    GUICHET_ASSIGN(FileLock held, hold(desk, visit.id));
    const Instant now = desk.machine.clock.now();
    GUICHET_ASSIGN(std::string note, storage::inTransaction(desk.store.database(), [&]() -> Result<std::string> {
                       return desk.store.drafts().add(kNote, visit.person.value_or(""), contentOf(visit, {}),
                                                      desk.agent, now, now + kForEver, desk.machine.random);
                   }));
    return HeldVisit{std::move(held), std::move(note)};
}

Result<void> noteVisit(Desk &desk, const std::string &note, const Visit &visit, const Place &place) {
    return storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
        return desk.store.drafts().replace(note, contentOf(visit, place));
    });
}

Result<std::vector<LeftVisit>> leftVisits(Desk &desk) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    std::vector<LeftVisit> left;
    for (const storage::Draft &note : notes(desk)) {
        const std::string visit = visitOf(note);
        // One that got its name on the way has two notes: the first says who began it.
        if (!isOfAnEarlierDay(desk, note) && std::ranges::find(left, visit, &LeftVisit::id) == left.end() &&
            hold(desk, visit)) {
            left.push_back({visit, note.agent, note.createdAt});
        }
    }
    return left;
}

Result<TakenUpVisit> takeUpVisit(Desk &desk, std::string_view visit) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    GUICHET_ASSIGN(FileLock held, hold(desk, visit));
    auto all = notes(desk);
    std::erase_if(all, [&](const storage::Draft &note) { return visitOf(note) != visit; });
    if (all.empty()) {
        return fail(ErrorCode::Nothing, std::string(visit));
    }
    GUICHET_ASSIGN(TakenUpVisit taken, whereItStands(all, visit, std::move(held)));
    GUICHET_TRY(sendReceiptsLeft(desk, taken.visit, taken.place, all.front().createdAt));
    return taken;
}

std::set<std::string> visitsNotOver(const Desk &desk) {
    std::set<std::string> visits;
    for (const storage::Draft &note : notes(desk)) {
        visits.insert(visitOf(note));
    }
    return visits;
}

Result<int> endVisit(Desk &desk, const Visit &visit) {
    int gone = 0;
    const auto purgeFor = [&](const std::optional<std::string> &person) -> Result<void> {
        const int now = desk.store.records().purge(desk.machine.clock.now(), person);
        gone += now;
        if (now == 0) {
            return {};
        }
        return journal(desk, {.kind = "record.purged",
                              .person = person.value_or(""),
                              .by = {},
                              .details = {{"count", std::to_string(now)}}});
    };
    const auto purge = [&]() -> Result<void> {
        GUICHET_TRY(purgeFor(visit.person));
        std::optional<Instant> begun; // what no screen began is no visit
        std::set<std::string> persons;
        if (visit.person) {
            persons.insert(*visit.person);
        }
        for (const storage::Draft &note : notes(desk)) {
            if (visitOf(note) == visit.id) {
                begun = begun ? std::min(*begun, note.createdAt) : note.createdAt;
                if (!note.person.empty()) {
                    persons.insert(note.person);
                }
                if (!note.person.empty() && note.person != visit.person) {
                    GUICHET_TRY(purgeFor(note.person));
                }
                GUICHET_TRY(desk.store.drafts().remove(note.id));
            }
        }
        if (begun) {
            desk.store.figures().count(desk.calendar.dayOf(*begun), kVisitTally,
                                       gaveAnAnswer(desk, visit.id, persons, *begun) ? kAnsweredVisit
                                                                                     : kUnansweredVisit);
        }
        desk.store.jobs().recall(visit.id, desk.machine.clock.now());
        return {};
    };
    GUICHET_TRY(desk.entries.write(purge));
    // What is left of it is tried again while the counter runs.
    const auto takenBack = takeBackRecalled(desk, kToTakePapersBack);
    const auto emptied = emptyPapersFolder(desk, visitsNotOver(desk));
    // Also where nothing went: an earlier end may have been kept from it.
    GUICHET_TRY(desk.store.finishPurge());
    GUICHET_TRY(emptied);
    GUICHET_TRY(takenBack);
    return gone;
}

Result<int> endLeftVisits(Desk &desk) {
    int gone = 0;
    std::optional<Error> failed;
    for (const storage::Draft &note : notes(desk)) {
        if (!isOfAnEarlierDay(desk, note)) {
            continue; // its person may still be here
        }
        const std::string visit = visitOf(note);
        auto held = hold(desk, visit);
        if (!held && held.error().code == ErrorCode::Busy) {
            continue;
        }
        const auto end = [&]() -> Result<int> {
            GUICHET_ASSIGN(FileLock lock, std::move(held));
            GUICHET_ASSIGN(const auto left, whereItStands({note}, visit, std::move(lock)));
            const auto owed = oweReceiptsLeft(desk, left, note.createdAt);
            if (!owed && owed.error().code == ErrorCode::NotAllowed) {
                return 0; // it waits for somebody who may make them
            }
            GUICHET_ASSIGN(const int went, endVisit(desk, {.id = visit, .person = left.visit.person, .presence = {}}));
            GUICHET_TRY(owed);
            return went;
        };
        const auto ended = end();
        gone += ended.value_or(0);
        if (!ended && !failed) {
            failed = ended.error();
        }
    }
    if (failed) {
        return fail(*failed);
    }
    return gone;
}

} // namespace guichet::kiosk
