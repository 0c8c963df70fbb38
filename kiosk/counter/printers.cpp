// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printers.h"

#include "base/text.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/lay_out.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/settings.h"
#include "kiosk/papers/printer_test_page.h"
#include "printing/folder_printer.h"
#include "printing/layout.h"
#include "printing/print_choice.h"
#include "storage/store.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <memory>
#include <set>

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
    return {.name = std::move(name),
            .state = std::string(printing::toText(status.state)),
            .reasons = status.reasons,
            .message = status.message};
}

constexpr std::string_view kPrinter = "printer";
constexpr std::string_view kIdentity = "printer-identity";
constexpr std::string_view kSpare = "printer-spare";
constexpr std::string_view kSpareIdentity = "printer-spare-identity";
constexpr std::string_view kTray = "printer-tray";
constexpr std::string_view kUsual = "printer-usual";

/// What a setting says of this printer: its first word is the name of the one that it was noted of.
std::string notedOf(std::string_view printer, std::string_view setting) {
    const bool its = setting.starts_with(printer) && setting.substr(printer.size()).starts_with(' ');
    return its ? std::string(setting.substr(printer.size() + 1)) : std::string();
}

/// A queue that names none says nothing.
bool lacks(const std::vector<std::string> &all, std::string_view one) {
    return !all.empty() && std::ranges::find(all, one) == all.end();
}

/// The tray that papers are taken from: only the first printer's is known.
std::string trayOf(const Desk &desk, std::string_view queue) {
    return queue == desk.store.settings().value(kPrinter) ? desk.store.settings().value(kTray) : std::string();
}

/// How long a printer has to answer in the middle of something.
constexpr std::chrono::milliseconds kShortly{1500};

printing::CupsServer shortly(printing::CupsServer server) {
    server.timeout = std::min(server.timeout, kShortly);
    return server;
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
    } else if (const auto chosen = printerFor(desk, {}); chosen && !isFolder(*chosen)) {
        all.push_back({.name = *chosen, .state = "unknown"}); // nobody says that it is gone
    }
    return all;
}

Result<PrinterStatus> SystemPrinters::look(std::string_view queue) {
    GUICHET_ASSIGN(const auto printer, printing::cupsPrinter(shortly(server_), std::string(queue)));
    const auto status = printer->status();
    if (!status) {
        return status.error().code == ErrorCode::PrinterUnknown
                   ? Result<PrinterStatus>(fail(status.error()))
                   : PrinterStatus{.name = std::string(queue), .state = "unknown"};
    }
    PrinterStatus seen = statusOf(std::string(queue), *status);
    if (auto device = printer->device()) {
        seen.device = std::move(*device);
    }
    return seen;
}

Result<void> SystemPrinters::resume(std::string_view queue) {
    GUICHET_ASSIGN(const auto printer, printing::cupsPrinter(shortly(server_), std::string(queue)));
    return printer->resume();
}

Result<printing::Remains> SystemPrinters::remains(std::string_view queue) {
    GUICHET_ASSIGN(const auto printer, printing::cupsPrinter(shortly(server_), std::string(queue)));
    return printer->remains();
}

Result<printing::PrinterAbilities> SystemPrinters::abilities(std::string_view queue) {
    GUICHET_ASSIGN(const auto printer, printing::cupsPrinter(shortly(server_), std::string(queue)));
    return printer->abilities();
}

Result<std::vector<printing::AnnouncedPrinter>> SystemPrinters::announced() {
    constexpr std::chrono::seconds kToAnswer{3};
    return printing::announcedPrinters(server_, kToAnswer);
}

Result<void> SystemPrinters::add(const std::string &queue, const std::string &uri) {
    return printing::addCupsQueue(server_, queue, uri);
}

PrinterStatus judged(const Desk &desk, PrinterStatus looked) {
    storage::Settings &settings = desk.store.settings();
    looked.spare = looked.name == sparePrinter(desk);
    looked.chosen = !looked.spare;
    const auto identity = notedOf(looked.name, settings.value(looked.spare ? kSpareIdentity : kIdentity));
    looked.replaced = !identity.empty() && !looked.device.identity.empty() && identity != looked.device.identity;
    looked.usual = split(notedOf(looked.name, settings.value(kUsual)), ' ');
    return looked;
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
    const bool known = job.printer == desk.store.settings().value(kPrinter) || job.printer == sparePrinter(desk);
    if (known && !isFolder(job.printer)) {
        // Papers of people go to the printer that was chosen, whatever stands behind its name now.
        if (const auto now = look(job.printer); now && judged(desk, *now).replaced) {
            return fail(ErrorCode::PrinterReplaced, job.printer);
        }
    }
    printing::PrintChoice choice = printing::choiceFor(pdf);
    choice.copies = job.copies;
    if (choice.size == printing::PrintChoice().size) { // which the tray holds
        choice.tray = trayOf(desk, job.printer);
    }
    GUICHET_ASSIGN(const std::string id, printer->submit(job.id, pdf, choice));
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
    JobFate fate{stateOf(status.state), status.reasons, numberOf(*id), status.sidesCompleted};
    if (fate.state == storage::JobState::Completed && !isFolder(job.printer)) {
        GUICHET_ASSIGN(PrinterStatus now, look(job.printer));
        now = judged(desk, std::move(now));
        if (const PrinterAlert alert = alertOf(now); mayKeepSheets(alert.trouble)) {
            fate.state = storage::JobState::Stopped;
            fate.reasons = saidBy(now);
        }
    }
    return fate;
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
    std::string chosen = desk.store.settings().value(kPrinter);
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
    const auto spare = sparePrinter(desk);
    for (PrinterStatus &printer : printers) {
        if ((chosen && *chosen == printer.name) || spare == printer.name) {
            if (!isFolder(printer.name) && printer.state != "unknown") {
                GUICHET_ASSIGN(printer, desk.machine.printers.look(printer.name));
            }
            printer = judged(desk, std::move(printer));
        }
    }
    return printers;
}

Result<std::vector<printing::AnnouncedPrinter>> findPrinters(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    return desk.machine.printers.announced();
}

Result<void> addPrinter(Desk &desk, const std::string &queue, const std::string &uri) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    return desk.machine.printers.add(queue, uri);
}

Result<void> choosePrinter(Desk &desk, std::string_view name, PrinterUse use) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    GUICHET_TRY(desk.machine.printers.check(desk, name));
    const bool spare = use == PrinterUse::Spare;
    const auto first = printerFor(desk, {});
    if (spare && (isFolder(name) || (first && *first == name))) {
        return fail(ErrorCode::WrongState, std::string(name));
    }
    std::string identity;
    if (!isFolder(name)) {
        GUICHET_ASSIGN(const PrinterStatus now, desk.machine.printers.look(name));
        identity = now.device.identity.empty() ? "" : std::string(name) + ' ' + now.device.identity;
    }
    if (spare) {
        return setSettings(desk, {{std::string(kSpare), std::string(name)}, {std::string(kSpareIdentity), identity}});
    }
    return setSettings(
        desk,
        {{std::string(kPrinter), std::string(name)}, {std::string(kIdentity), identity}, {std::string(kUsual), ""}});
}

Result<void> forgetSparePrinter(Desk &desk) {
    return setSettings(desk, {{std::string(kSpare), ""}, {std::string(kSpareIdentity), ""}});
}

std::optional<std::string> sparePrinter(const Desk &desk) {
    const std::string spare = desk.store.settings().value(kSpare);
    const auto first = printerFor(desk, {});
    return spare.empty() || (first && *first == spare) ? std::nullopt : std::optional(spare);
}

std::set<std::string, std::less<>> lackingSizes(const Desk &desk, std::set<std::string, std::less<>> sizes) {
    const auto queue = printerFor(desk, {});
    if (!queue || isFolder(*queue)) {
        return {};
    }
    const auto abilities = desk.machine.printers.abilities(*queue);
    std::erase_if(sizes, [&](const std::string &size) { return !abilities || !lacks(abilities->sizes, size); });
    return sizes;
}

Result<bool> isFit(const Desk &desk, std::string_view queue) {
    GUICHET_ASSIGN(const auto abilities, desk.machine.printers.abilities(queue));
    const std::string tray = trayOf(desk, queue);
    return !lacks(abilities.sizes, printing::PrintChoice().size) && (tray.empty() || !lacks(abilities.trays, tray));
}

Result<printing::Remains> printerRemains(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    GUICHET_ASSIGN(const std::string chosen, printerFor(desk, {}));
    return isFolder(chosen) ? printing::Remains{} : desk.machine.printers.remains(chosen);
}

Result<void> trustPrinter(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    GUICHET_ASSIGN(const std::string chosen, printerFor(desk, {}));
    std::string usual;
    if (!isFolder(chosen)) {
        GUICHET_ASSIGN(const PrinterStatus now, desk.machine.printers.look(chosen));
        std::set<std::string> words;
        for (const std::string &reason : saidBy(now)) {
            words.emplace(withoutSeverity(reason));
        }
        words.erase("");
        usual = words.empty() ? "" : chosen + ' ' + join({words.begin(), words.end()}, " ");
    }
    return setSettings(desk, {{std::string(kUsual), usual}});
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

std::string printerTestCode(const Desk &desk) { return "ESSAI-" + desk.store.identity().station; }

Result<storage::Job> testPrinter(Desk &desk, std::string_view name) {
    GUICHET_TRY(desk.require(Action::ManagePrinters));
    const Texts say = textsOf(desk, desk.language, today(desk));
    papers::PrinterTest test{.printer = std::string(name),
                             .station = desk.store.identity().station,
                             .says = {},
                             .device = {},
                             .abilities = {},
                             .code = printerTestCode(desk)};
    if (!isFolder(name)) {
        GUICHET_ASSIGN(const PrinterStatus seen, desk.machine.printers.look(name));
        test.device = seen.device;
        test.says = printerSays(say, judged(desk, seen)).words;
        if (auto abilities = desk.machine.printers.abilities(name)) {
            test.abilities = std::move(*abilities);
        }
    }
    const printing::Paper paper = papers::printerTestPage(say, unheadedPaper(desk), test);
    GUICHET_ASSIGN(const printing::LaidOutPaper pages, layOut(desk, paper, printing::Layout::Standard));
    GUICHET_ASSIGN(const Bytes pdf, printing::renderPdf(pages));
    return sendPaper(
        desk, {.what = say("trial.title"), .pages = pages.pageCount(), .visit = {}, .person = {}, .reference = {}}, pdf,
        name);
}

} // namespace guichet::kiosk
