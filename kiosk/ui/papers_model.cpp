// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/papers_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace guichet::ui {
namespace {

using storage::JobState;
using storage::PaperState;

bool isOut(const storage::Job &job) { return storage::isOwed(job) && job.paper == PaperState::CameOut; }

/// Nothing is left to be done about it.
bool isDone(const storage::Job &job) {
    return job.paper == PaperState::InHand || job.purpose == storage::PaperPurpose::Kept ||
           job.settled != storage::Settled::No;
}

/// Nothing more happens to it by itself.
bool inTrouble(const storage::Job &job) {
    return storage::isOwed(job) &&
           (job.paper == PaperState::Lost || job.paper == PaperState::Unknown || job.state == JobState::Stopped ||
            job.state == JobState::Failed || job.state == JobState::Held ||
            (job.state == JobState::Waiting && job.paper == PaperState::Unsent));
}

/// It may have come out all the same, whatever the printing system says.
bool mayBeOut(const storage::Job &job) {
    return inTrouble(job) && job.paper != PaperState::Unsent && job.paper != PaperState::Lost;
}

/// It can still be taken back.
bool onItsWay(const storage::Job &job) {
    return storage::isOwed(job) && (job.paper == PaperState::Unsent || job.paper == PaperState::Sent) &&
           job.state != JobState::Completed;
}

} // namespace

PapersModel::PapersModel(KioskModel &kiosk, Which which)
    : ViewModel(kiosk), which_(which),
      rows_({"what", "whose", "reference", "state", "settled", "trouble", "canHand", "canPart", "canSign", "canDestroy",
             "canRetry", "canCancel", "leftOut", "canElsewhere", "canPost", "canReplace", "byHand", "asksWhom"}) {
    connect(&kiosk, &KioskModel::printerChanged, this, &PapersModel::showRows);
}

ActModel *PapersModel::actOf(const storage::Job &job) const {
    if (which_ == OfTheVisit && isOut(job) && job.purpose == storage::PaperPurpose::Sign) {
        for (ActModel *act : {static_cast<ActModel *>(kiosk().optOuts()), static_cast<ActModel *>(kiosk().request())}) {
            if (act->paperToSign() == job.id) {
                return act;
            }
        }
    }
    return nullptr;
}

bool PapersModel::isEarlier(const storage::Job &job) const {
    return which_ == OfTheVisit && job.visit != kiosk().visit().id;
}

bool PapersModel::asksWhom(const storage::Job &job) const { return which_ == Owed && !job.person.empty(); }

bool PapersModel::isLeftOut(const storage::Job &job) const { return leftOut_.contains(job.id); }

bool PapersModel::isParted(const storage::Job &job) const {
    return which_ == OfTheVisit && !isEarlier(job) && isOut(job) && job.purpose == storage::PaperPurpose::Hand;
}

bool PapersModel::isStuck(const storage::Job &job) const {
    const bool waits = storage::isOwed(job) && job.paper != PaperState::CameOut && !job.recalled;
    return waits && (inTrouble(job) || !kiosk().printerAdvice().isEmpty());
}

bool PapersModel::goesInHand(const storage::Job &job) const {
    return storage::isOwed(job) && !isEarlier(job) && job.purpose == storage::PaperPurpose::Hand && !inTrouble(job) &&
           !isLeftOut(job);
}

int PapersModel::waitingFor() const {
    return static_cast<int>(
        std::ranges::count_if(jobs_, [this](const auto &job) { return storage::isOwed(job) && !isEarlier(job); }));
}

QString PapersModel::summary() const {
    int papers = 0;
    int sheets = 0;
    for (const auto &job : jobs_) {
        if (which_ == Owed ? storage::isOwed(job) : goesInHand(job)) {
            ++papers;
            sheets += job.pages * job.copies;
        }
    }
    return papers == 0 ? QString{}
                       : tr("%n paper(s)", "", papers) + QStringLiteral(", ") + tr("%n sheet(s)", "", sheets);
}

QString PapersModel::inHandMissing() const {
    bool ready = false;
    bool toSign = false;
    for (const auto &job : jobs_) {
        if (goesInHand(job) && job.paper != PaperState::CameOut) {
            return tr("Wait for the papers");
        }
        ready = ready || goesInHand(job);
        toSign = toSign || (isOut(job) && !isEarlier(job) && job.purpose == storage::PaperPurpose::Sign);
    }
    return ready ? QString{} : toSign ? tr("To be signed first") : tr("The rest stays owed");
}

bool PapersModel::someLeftOut() const {
    return std::ranges::any_of(
        jobs_, [this](const auto &job) { return storage::isOwed(job) && !isEarlier(job) && !goesInHand(job); });
}

void PapersModel::clear() {
    jobs_.clear();
    people_.clear();
    leftOut_.clear();
    byHand_.clear();
    number_.clear();
    most_ = kAtOnce;
    rows_.setRows({});
    ViewModel::clear();
}

QString PapersModel::whose(const storage::Job &job) const {
    if (which_ == OfTheVisit) { // whoever is served, today
        return isEarlier(job) ? tr("Owed since %1").arg(Wording::day(kiosk().dayOf(job.createdAt))) : QString{};
    }
    const auto person = people_.find(job.person);
    return tr("%1, of %2")
        .arg(person == people_.end() ? tr("Without a name") : Wording::initials(person->second),
             Wording::day(kiosk().dayOf(job.createdAt)));
}

bool PapersModel::listed() const { return which_ == OfTheVisit || kiosk().screen() == KioskModel::Owed; }

void PapersModel::show(std::vector<storage::Job> jobs, std::map<std::string, storage::Traits> people) {
    jobs_ = std::move(jobs);
    people_ = std::move(people);
    noteRead();
    showRows();
}

void PapersModel::showRows() {
    QList<QVariantList> rows;
    if (listed()) {
        for (const auto &job : jobs_ | std::views::take(static_cast<int>(jobs_.size()) - unshown())) {
            const bool alone = which_ == Owed || isEarlier(job); // each for itself, not with the others
            rows.push_back({Wording::paper(job), whose(job), QString::fromStdString(job.reference), Wording::job(job),
                            isDone(job), inTrouble(job), (isOut(job) && alone) || mayBeOut(job), isParted(job),
                            actOf(job) != nullptr, isOut(job) && (alone || isLeftOut(job)),
                            isLeftOut(job) || (inTrouble(job) && job.state != JobState::Held && !job.recalled),
                            onItsWay(job), isLeftOut(job), isStuck(job) && !kiosk().sparePrinter().isEmpty(),
                            isOut(job) && alone && job.purpose == storage::PaperPurpose::Hand,
                            isStuck(job) && !job.reference.empty() && job.purpose == storage::PaperPurpose::Hand,
                            job.id == byHand_, asksWhom(job)});
        }
    }
    rows_.setRows(rows);
    emit changed();
}

QString PapersModel::advice() const {
    const bool waits = std::ranges::any_of(
        jobs_, [](const auto &job) { return storage::isOwed(job) && job.paper != PaperState::CameOut; });
    return waits && listed() ? kiosk().printerAdvice() : QString{};
}

QString PapersModel::advicePicture() const { return advice().isEmpty() ? QString{} : kiosk().printerPicture(); }

QString PapersModel::elsewhere() const {
    return kiosk().sparePrinter().isEmpty() ? QString{} : tr("Print on “%1”").arg(kiosk().sparePrinter());
}

int PapersModel::unshown() const {
    return which_ == Owed && listed() ? std::max(0, static_cast<int>(jobs_.size()) - most_) : 0;
}

void PapersModel::showMore() {
    most_ += kAtOnce;
    showRows();
}

void PapersModel::refresh() {
    if (!listed()) {
        most_ = kAtOnce;
        rows_.setRows({});
        people_.clear();
    }
    storage::JobFilter filter{.visit = {}, .person = {}, .onlyOpen = true};
    if (which_ == OfTheVisit) {
        if (kiosk().visit().id.empty()) {
            return;
        }
        filter = {.visit = kiosk().visit().id, .person = {}, .onlyOpen = false};
    }
    const auto said = problem(); // of what was done before: it stays until something else is done
    askToShow<Read>(
        [filter, visit = kiosk().visit(), named = which_ == Owed && listed()](Seat &seat) -> Result<Read> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            Read read;
            GUICHET_ASSIGN(read.jobs, kiosk::listJobs(desk, filter));
            if (filter.visit && visit.person) {
                auto earlier = kiosk::papersToCollect(desk, *visit.person, visit.presence, *filter.visit);
                if (earlier) { // else the visit's own are there all the same
                    std::ranges::move(*earlier, std::back_inserter(read.jobs));
                }
            }
            for (const auto &job : read.jobs) {
                if (named && !job.person.empty() && !read.people.contains(job.person)) {
                    GUICHET_ASSIGN(const auto person, desk.store.people().get(job.person));
                    read.people.emplace(job.person, person.traits);
                }
            }
            return read;
        },
        [this](Read read) { show(std::move(read.jobs), std::move(read.people)); });
    setProblem(said);
}

void PapersModel::forgetEarlier() {
    if (std::erase_if(jobs_, [this](const auto &job) { return isEarlier(job); }) > 0) {
        showRows();
    }
}

void PapersModel::allInHand() {
    if (!inHandMissing().isEmpty() || waiting()) {
        return;
    }
    std::vector<std::pair<std::string, int>> handed;
    for (const auto &job : jobs_) {
        if (goesInHand(job)) {
            handed.emplace_back(job.id, job.pages * job.copies);
        }
    }
    ask<Done>(
        [handed](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            for (const auto &[id, sheets] : handed) {
                if (const auto done = kiosk::handedJob(desk, id, sheets);
                    !done && done.error().code != ErrorCode::AlreadyDone) {
                    return fail(done.error());
                }
            }
            return Done{};
        },
        [this](Done) { refresh(); }, [this](const Error &) { refresh(); });
}

const storage::Job *PapersModel::jobAt(int row) const {
    return row < 0 || row >= static_cast<int>(jobs_.size()) ? nullptr : &jobs_[static_cast<std::size_t>(row)];
}

void PapersModel::leaveOut(int row) {
    const auto *job = jobAt(row);
    if (job == nullptr) {
        return;
    }
    if (leftOut_.erase(job->id) == 0 && isParted(*job)) {
        leftOut_.insert(job->id);
    }
    showRows();
}

void PapersModel::change(int row, std::function<Result<storage::Job>(kiosk::Desk &, const std::string &)> how) {
    const auto *job = jobAt(row);
    if (job == nullptr || waiting()) {
        return;
    }
    ask<Done>(
        [id = job->id, how = std::move(how)](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(how(desk, id));
            return Done{};
        },
        [this](Done) { refresh(); }, [this](const Error &) { refresh(); });
}

void PapersModel::retry(int row) {
    if (const auto *job = jobAt(row)) {
        leftOut_.erase(job->id); // it comes out anew
    }
    retryOn(row, {});
}

void PapersModel::printElsewhere(int row) { retryOn(row, kiosk().sparePrinter().toStdString()); }

void PapersModel::retryOn(int row, std::string printer) {
    // In a visit it is that visit's, and not to come out after it.
    change(row, [printer = std::move(printer), visit = which_ == OfTheVisit ? kiosk().visit().id : std::string()](
                    kiosk::Desk &desk, const std::string &id) { return kiosk::retryJob(desk, id, printer, visit); });
}

void PapersModel::posted(int row) { change(row, kiosk::postPaper); }

void PapersModel::writeByHand(int row) {
    if (const auto *job = jobAt(row)) {
        byHand_ = byHand_ == job->id ? std::string() : job->id;
        number_.clear();
        showRows();
    }
}

void PapersModel::setNumber(const QString &number) {
    if (number_ != number) {
        number_ = number;
        emit changed();
    }
}

void PapersModel::replaced(int row) {
    change(row, [number = number_.trimmed().toStdString()](kiosk::Desk &desk, const std::string &id) {
        return kiosk::replacePaper(desk, id, number);
    });
}

void PapersModel::discarded(int row) { change(row, kiosk::destroyPaper); }

void PapersModel::cancel(int row) { change(row, kiosk::cancelJob); }

void PapersModel::sign(int row) {
    const auto *job = jobAt(row);
    ActModel *act = job == nullptr ? nullptr : actOf(*job);
    if (act == nullptr) {
        return;
    }
    if (act == kiosk().request()) {
        kiosk().openRequest();
    } else {
        kiosk().openOptOuts();
    }
    act->toSigning();
}

void PapersModel::handed(int row) {
    const auto *job = jobAt(row);
    if (job == nullptr || waiting()) {
        return;
    }
    if (asksWhom(*job)) {
        ask<storage::Person>(
            [person = job->person](Seat &seat) -> Result<storage::Person> {
                GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
                return desk.store.people().get(person);
            },
            [this](const storage::Person &person) {
                if (listed() && kiosk().veil() == KioskModel::Clear) { // nobody has gone on meanwhile
                    kiosk().identify(person);
                }
            });
        return;
    }
    const auto by = isEarlier(*job) ? std::optional(kiosk().visit().presence) : std::nullopt;
    change(row, [by, sheets = job->pages * job->copies](kiosk::Desk &desk, const std::string &id) {
        return kiosk::handedJob(desk, id, sheets, by);
    });
}

} // namespace guichet::ui
