// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/activity.h"
#include "kiosk/counter/calls.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/printer_watch.h"
#include "kiosk/counter/printers.h"
#include "kiosk/ui/worker.h"
#include "storage/store.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace guichet::ui {
namespace {

/// Printers are asked about less often than jobs.
constexpr int kLooksAPrinterLook = 5;

/// A queue that stops again at once is not started each time.
constexpr std::chrono::seconds kBetweenResumes{30};

/// Something is printed for longer than a slow printer takes.
bool isStuck(const std::vector<storage::Job> &jobs, Instant now) {
    constexpr std::chrono::seconds kToBegin{20};
    constexpr std::chrono::seconds kAPage{3};
    return std::ranges::any_of(jobs, [&](const storage::Job &job) {
        const bool there = job.state == storage::JobState::Printing || job.state == storage::JobState::Stopped;
        return there && now - job.changedAt > kToBegin + kAPage * job.pages * job.copies;
    });
}

/// Sharp on the screen at twice the width that the preview has at 96 dpi.
constexpr double kPreviewDpi = 144;

} // namespace

Result<std::reference_wrapper<kiosk::Desk>> Seat::desk() {
    if (session == nullptr || !session->desk().store.signedIn()) {
        return fail(ErrorCode::WhoActs);
    }
    return std::ref(session->desk());
}

Result<Seat::Preview> Seat::openPreview(const kiosk::Visit &visit, const std::string &record, printing::Layout layout) {
    preview_.reset();
    GUICHET_ASSIGN(kiosk::Desk & who, desk());
    GUICHET_ASSIGN(auto records, kiosk::prepareRecords(who, visit.person.value_or(std::string{}),
                                                       {.records = {record}, .categories = {}, .all = false},
                                                       visit.presence, layout));
    Preview preview;
    for (const auto &paper : records.papers) {
        for (int page = 0; page < paper.pageCount(); ++page) {
            preview.pages.push_back(paper.pageSize(page));
        }
    }
    for (const auto &paper : records.says) {
        std::ranges::move(kiosk::papers::speechOf(paper, kiosk::textsOf(who, paper.language, kiosk::today(who))),
                          std::back_inserter(preview.speech));
    }
    preview_ = std::move(records);
    return preview;
}

Result<printing::PagePixels> Seat::drawPreview(int page) {
    GUICHET_ASSIGN(kiosk::Desk & who, desk());
    if (preview_) {
        for (const auto &paper : preview_->papers) {
            if (page >= 0 && page < paper.pageCount()) {
                return printing::renderPage(paper, page, kPreviewDpi, kiosk::foreignPictureOf(who));
            }
            page -= paper.pageCount();
        }
    }
    return fail(ErrorCode::Nothing);
}

Result<Done> Seat::beginVisit(const kiosk::Visit &visit) {
    GUICHET_ASSIGN(kiosk::Desk & who, desk());
    if (ongoing_ && ongoing_->visit == visit.id && ongoing_->person == visit.person) {
        return Done{};
    }
    ongoing_.reset();
    GUICHET_ASSIGN(auto kept, kiosk::beginVisit(who, visit));
    ongoing_.emplace(Ongoing{visit.id, visit.person, std::move(kept), {}, {}});
    return Done{};
}

Result<Done> Seat::noteVisit(const kiosk::Visit &visit, const kiosk::Place &place) {
    GUICHET_ASSIGN(kiosk::Desk & who, desk());
    if (ongoing_ && ongoing_->visit == visit.id) {
        std::erase_if(ongoing_->unseen, [&](const auto &one) { return kiosk::noted(place, one.first) == one.second; });
        auto whole = place;
        for (const auto &[name, value] : ongoing_->unseen) {
            whole.insert_or_assign(name, value);
        }
        GUICHET_TRY(kiosk::noteVisit(who, ongoing_->kept.note, visit, whole));
        ongoing_->place = place;
    }
    return Done{};
}

Result<Done> Seat::noteToo(const kiosk::Visit &visit, const kiosk::Place &more) {
    if (!ongoing_) {
        return Done{};
    }
    for (const auto &[name, value] : more) {
        ongoing_->unseen.insert_or_assign(name, value);
    }
    return noteVisit(visit, kiosk::Place(ongoing_->place));
}

Result<Seat::TakenUp> Seat::takeUpVisit(const std::string &visit) {
    GUICHET_ASSIGN(kiosk::Desk & who, desk());
    letGo();
    GUICHET_ASSIGN(auto taken, kiosk::takeUpVisit(who, visit));
    ongoing_.emplace(Ongoing{taken.visit.id, taken.visit.person, std::move(taken.held), taken.place, {}});
    return TakenUp{std::move(taken.visit), std::move(taken.place)};
}

void Seat::letGo() {
    preview_.reset();
    ongoing_.reset();
}

Result<Done> Seat::endVisit(const kiosk::Visit &visit) {
    GUICHET_ASSIGN(kiosk::Desk & who, desk());
    preview_.reset(); // also where the screen did not wait for it
    const auto ended = kiosk::endVisit(who, visit);
    const bool busy = !ended && ended.error().code == ErrorCode::Busy;
    if (busy && kiosk::visitsNotOver(who).contains(visit.id)) {
        return fail(ended.error()); // nothing happened
    }
    ongoing_.reset(); // whatever is left of it is done at the next sign-in
    if (!ended && !busy) {
        return fail(ended.error());
    }
    return Done{};
}

void Seat::leave() {
    letGo();
    watch_.reset();
    printer_ = {};
    session.reset();
}

void Seat::lock() {
    if (session != nullptr) {
        session->desk().store.lock();
    }
}

std::optional<Seat::Seen> Seat::look() {
    const auto who = desk();
    if (!who) {
        return std::nullopt;
    }
    kiosk::Desk &desk = *who;
    Seen seen;
    const auto &identity = desk.store.identity();
    const auto name = desk.store.settings().value("agency-name");
    seen.place = QString::fromStdString((name.empty() ? identity.agency : name) + " · Guichet " + identity.station);
    auto jobs = kiosk::listJobs(desk, {.visit = {}, .person = {}, .onlyOpen = true});
    const auto version = desk.store.database().dataVersion();
    if (jobs) {
        seen.changed = *jobs != jobs_ || version != version_;
        jobs_ = std::move(*jobs);
        version_ = version;
    }
    if (auto calls = kiosk::openCalls(desk)) {
        seen.calls = std::move(*calls);
    }
    if (printer_.words.empty() || looks_++ % kLooksAPrinterLook == 0) {
        printer_ = askPrinter(desk);
    }
    seen.printer = printer_;
    seen.spare = QString::fromStdString(kiosk::sparePrinter(desk).value_or(std::string()));
    return seen;
}

kiosk::PrinterSays Seat::askPrinter(kiosk::Desk &desk) {
    const auto say = kiosk::textsOf(desk, desk.language, kiosk::today(desk));
    const auto left = kiosk::takeBackRecalled(desk, {});
    const bool oldPapers = left && *left > 0;
    const auto name = kiosk::printerFor(desk, {});
    if (!name) {
        return {.words = say("printer.none")};
    }
    std::optional<kiosk::PrinterStatus> printer;
    if (*name == kiosk::kFolderPrinter) {
        watch_.reset();
        if (const auto printers = desk.machine.printers.list(desk)) {
            const auto found = std::ranges::find(*printers, *name, &kiosk::PrinterStatus::name);
            printer = found == printers->end() ? std::nullopt : std::optional(*found);
        }
    } else {
        if (watch_ == nullptr || watch_->queue() != *name) {
            watch_ = std::make_unique<kiosk::PrinterWatch>(desk.machine.printers, *name);
            checked_.reset();
        }
        const auto seen = watch_->newest();
        if (!seen) {
            return printer_; // it has not answered yet
        }
        printer = seen->has_value() ? std::optional(kiosk::judged(desk, **seen)) : std::nullopt;
        if (const auto day = kiosk::today(desk); printer && printer->state != "unknown" && checked_ != day) {
            const auto fit = kiosk::isFit(desk, *name);
            unfit_ = fit && !*fit;
            checked_ = day;
        }
        if (printer) {
            printer->unfit = unfit_;
        }
    }
    if (!printer) {
        return {.words = say("printer.none")};
    }
    if (oldPapers) {
        return {.words = say("printer.old-papers"),
                .advice = say("printer.old-papers-do"),
                .picture = "printer-output-full"};
    }
    const auto now = std::chrono::steady_clock::now();
    if (kiosk::mayGoOn(*printer) && now - resumed_ > kBetweenResumes) {
        resumed_ = now;
        std::ignore = desk.machine.printers.resume(*name); // what it says then is seen at the next look
    }
    const bool stuck = isStuck(jobs_, desk.machine.clock.now());
    const auto [trouble, certain] = kiosk::alertOf(*printer, stuck);
    if (trouble != trouble_ && certain && kiosk::stopsPrinting(trouble)) {
        std::ignore = kiosk::countTrouble(desk, kiosk::toText(trouble)); // a figure that is missed stops nobody
    }
    trouble_ = trouble;
    return kiosk::printerSays(say, *printer, stuck);
}

} // namespace guichet::ui
