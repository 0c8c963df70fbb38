// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printers.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/lay_out.h"
#include "kiosk/counter/settings.h"
#include "printing/folder_printer.h"
#include "printing/layout.h"
#include "storage/store.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>

namespace guichet::kiosk {
namespace {

/// Where the folder printer writes; empty where it may not be used.
std::filesystem::path papersFolder(const Desk &desk) {
    const std::string set = desk.store.settings().value("papers-folder");
    if (set.empty() && desk.store.identity().kind == storage::StoreKind::Demo) {
        return desk.store.folder().string() + "-papers";
    }
    return set;
}

bool isFolder(std::string_view printer) { return printer == kFolderPrinter; }

/// Error: PrinterUnknown.
template <typename Printers>
Result<void> oneOf(const Printers &printers, std::string_view name) {
    const bool there = std::ranges::any_of(printers, [&](const auto &one) { return one.name == name; });
    return there ? Result<void>() : fail(ErrorCode::PrinterUnknown, std::string(name));
}

/// Error: NoPrinter (the folder printer without a folder).
Result<std::unique_ptr<printing::Printer>> open(const Desk &desk, const printing::CupsServer &server,
                                                const std::string &name) {
    if (!isFolder(name)) {
        return printing::cupsPrinter(server, name);
    }
    const std::filesystem::path folder = papersFolder(desk);
    if (folder.empty()) {
        return fail(ErrorCode::NoPrinter);
    }
    return std::make_unique<printing::FolderPrinter>(name, folder);
}

storage::JobState stateOf(printing::JobState state) {
    switch (state) {
    case printing::JobState::Waiting: return storage::JobState::Waiting;
    case printing::JobState::Held: return storage::JobState::Held;
    case printing::JobState::Printing: return storage::JobState::Printing;
    case printing::JobState::Stopped: return storage::JobState::Stopped;
    case printing::JobState::Completed: return storage::JobState::Completed;
    case printing::JobState::Cancelled: return storage::JobState::Cancelled;
    case printing::JobState::Failed: return storage::JobState::Failed;
    case printing::JobState::Unknown: return storage::JobState::Unknown;
    }
    return storage::JobState::Unknown;
}

/// The folder printer's numbers are its titles; only CUPS counts.
std::optional<std::int64_t> numberOf(const std::string &id) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc() && end == id.data() + id.size() ? std::optional(number) : std::nullopt;
}

PrinterStatus statusOf(std::string name, const printing::PrinterStatus &status) {
    return {std::move(name), std::string(printing::toText(status.state)), status.reasons, false};
}

/// The job there, by its number or by its title, which is our own id. None: it was never taken.
Result<std::optional<std::string>> idThere(printing::Printer &printer, const storage::Job &job) {
    if (job.cupsId) {
        return std::optional(std::to_string(*job.cupsId));
    }
    return printer.find(job.id);
}

} // namespace

Result<std::vector<PrinterStatus>> SystemPrinters::list(const Desk &desk) {
    std::vector<PrinterStatus> all;
    if (const std::filesystem::path folder = papersFolder(desk); !folder.empty()) {
        printing::FolderPrinter printer(std::string(kFolderPrinter), folder);
        GUICHET_ASSIGN(const printing::PrinterStatus status, printer.status());
        all.push_back(statusOf(printer.name(), status));
    }
    // A counter without CUPS has no queues, and that is no error.
    if (const auto queues = printing::cupsQueues(server_)) {
        for (const printing::CupsQueue &queue : *queues) {
            all.push_back(statusOf(queue.name, queue.status));
        }
    }
    return all;
}

Result<void> Printers::check(const Desk &desk, std::string_view name) {
    GUICHET_ASSIGN(const auto printers, list(desk));
    return oneOf(printers, name);
}

Result<void> SystemPrinters::check(const Desk & /*desk*/, std::string_view name) {
    if (isFolder(name)) {
        return {}; // it may be chosen before its folder is set: sending says what is missing
    }
    GUICHET_ASSIGN(const auto queues, printing::cupsQueues(server_));
    return oneOf(queues, name);
}

Result<JobFate> SystemPrinters::send(const Desk &desk, const storage::Job &job, ByteView pdf) {
    GUICHET_ASSIGN(const auto printer, open(desk, server_, job.printer));
    GUICHET_ASSIGN(const std::string id, printer->submit(job.id, pdf, job.copies));
    JobFate fate{.state = storage::JobState::Waiting, .number = numberOf(id)};
    // It was taken: that the next question can't be answered changes nothing.
    if (const auto status = printer->job(id)) {
        fate.state = stateOf(status->state);
        fate.reasons = status->reasons;
    }
    return fate;
}

Result<JobFate> SystemPrinters::fate(const Desk &desk, const storage::Job &job) {
    GUICHET_ASSIGN(const auto printer, open(desk, server_, job.printer));
    GUICHET_ASSIGN(const auto id, idThere(*printer, job));
    if (!id) {
        return JobFate{};
    }
    GUICHET_ASSIGN(const printing::JobStatus status, printer->job(*id));
    return JobFate{stateOf(status.state), status.reasons, numberOf(*id), status.sidesCompleted};
}

Result<void> SystemPrinters::cancel(const Desk &desk, const storage::Job &job) {
    GUICHET_ASSIGN(const auto printer, open(desk, server_, job.printer));
    GUICHET_ASSIGN(const auto id, idThere(*printer, job));
    return id ? printer->cancel(*id) : Result<void>();
}

Result<std::string> printerFor(const Desk &desk, std::string_view named) {
    if (!named.empty()) {
        return std::string(named);
    }
    std::string chosen = desk.store.settings().value("printer");
    if (chosen.empty() && desk.store.identity().kind == storage::StoreKind::Demo) {
        chosen = kFolderPrinter;
    }
    if (chosen.empty()) {
        return fail(ErrorCode::NoPrinter);
    }
    return chosen;
}

Result<std::vector<PrinterStatus>> listPrinters(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ListPrinters));
    GUICHET_ASSIGN(auto printers, desk.machine.printers.list(desk));
    const auto chosen = printerFor(desk, {});
    for (PrinterStatus &printer : printers) {
        printer.chosen = chosen && *chosen == printer.name;
    }
    return printers;
}

Result<void> choosePrinter(Desk &desk, std::string_view name) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    GUICHET_TRY(desk.machine.printers.check(desk, name));
    return setSettings(desk, {{"printer", std::string(name)}});
}

Result<int> emptyPapersFolder(Desk &desk, const std::set<std::string> &ongoing) {
    const std::filesystem::path folder = papersFolder(desk);
    if (folder.empty() || desk.store.identity().kind != storage::StoreKind::Live) {
        return 0;
    }
    printing::FolderPrinter printer{std::string(kFolderPrinter), folder};
    GUICHET_ASSIGN(const std::vector<std::string> titles, printer.titles());
    std::vector<std::string> papers;
    std::vector<std::string> owed;
    for (const std::string &title : titles) {
        const auto job = desk.store.jobs().get(title);
        if (!job || !isFolder(job->printer) || (!job->visit.empty() && ongoing.contains(job->visit))) {
            continue;
        }
        papers.push_back(title);
        if (job->paper == storage::PaperState::CameOut || job->paper == storage::PaperState::Sent) {
            owed.push_back(title);
        }
    }
    // Before the files go: a paper that is noted as there, and is not, could never be printed again.
    const auto toPrintAgain = [&]() -> Result<void> {
        for (const std::string &id : owed) {
            GUICHET_TRY(desk.store.jobs().retry(id, kFolderPrinter, desk.machine.clock.now()));
        }
        return {};
    };
    GUICHET_TRY(storage::inTransaction(desk.store.database(), toPrintAgain));
    bool all = true;
    for (const std::string &id : papers) {
        all = printer.cancel(id).has_value() && all;
    }
    return all ? Result<int>(static_cast<int>(papers.size())) : fail(ErrorCode::FileUnwritable, folder.string());
}

Result<storage::Job> testPrinter(Desk &desk, std::string_view name) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    const Instant now = desk.machine.clock.now();
    printing::Paper paper;
    paper.title = "Page d’essai";
    paper.templateName = "printer-test";
    paper.created = formatInstant(now);
    paper.footer.left = desk.store.settings().value("agency-name");
    paper.footer.centre = formatDate(desk.calendar.dayOf(now));
    paper.blocks = {printing::text("Cette page montre que l’imprimante du guichet fonctionne : les quatre bords, les "
                                   "accents (éèàùçœŒ), et un tableau."),
                    printing::Block{printing::Facts{{printing::fact("Imprimante", std::string(name)),
                                                     printing::fact("Poste", desk.store.identity().station)}}}};
    GUICHET_ASSIGN(const printing::LaidOutPaper pages, layOut(desk, paper, printing::Layout::Standard));
    GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(pages));
    return sendPaper(desk,
                     {.what = "Page d’essai", .pages = pages.pageCount(), .visit = {}, .person = {}, .reference = {}},
                     pdf, name);
}

} // namespace guichet::kiosk
