// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "printing/cups_printer.h"
#include "storage/jobs.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

struct Desk;

/// A printer as a list shows it.
struct PrinterStatus {
    std::string name;
    std::string state;                ///< "idle", "processing", "stopped" (IPP printer-state), "unknown"
    std::vector<std::string> reasons; ///< IPP keywords
    bool chosen = false;              ///< the one of the settings
    bool spare = false;               ///< the one that papers go to when that one does not print
    std::string message;              ///< printing::PrinterStatus::message
    printing::DeviceStatus device;    ///< the printer itself, where it was asked
    bool replaced = false;            ///< it is another one than was chosen
    bool unfit = false;               ///< it has no A4, or not the tray of the settings
    std::vector<std::string> usual;   ///< reasons that it gives even when all is well, without their severity
};

/// What became of a job that was sent.
struct JobFate {
    storage::JobState state = storage::JobState::Unknown;
    std::vector<std::string> reasons;
    std::optional<std::int64_t> number; ///< the printing system's, where it has one
    int sides = 0;                      ///< that came out, as far as the printer counts them
};

/// The printers of this counter, outside the process. Blocks: a command or the worker, never the screen's thread.
class Printers {
public:
    Printers() = default;
    virtual ~Printers() = default;
    Printers(const Printers &) = delete;
    Printers &operator=(const Printers &) = delete;

    /// Those that are there: the folder printer where it may be used, and the queues of CUPS.
    [[nodiscard]] virtual Result<std::vector<PrinterStatus>> list(const Desk &desk) = 0;
    /// What a queue says, and the printer behind it when it is asked itself: state "unknown" where the printing system
    /// does not answer. For up to two of its time-outs; from any thread. Error: PrinterUnknown.
    [[nodiscard]] virtual Result<PrinterStatus> look(std::string_view queue) = 0;
    /// Lets a stopped queue go on. Errors: PrinterUnknown, PrinterUnreachable, PrinterRefused.
    [[nodiscard]] virtual Result<void> resume(std::string_view queue) = 0;
    /// Errors: PrinterUnknown, PrinterUnreachable.
    [[nodiscard]] virtual Result<printing::PrinterAbilities> abilities(std::string_view queue) = 0;
    /// Errors: PrinterUnknown, PrinterUnreachable.
    [[nodiscard]] virtual Result<printing::Remains> remains(std::string_view queue) = 0;
    /// Those that announce themselves and have no queue: listens for some seconds. Error: PrinterUnreachable.
    [[nodiscard]] virtual Result<std::vector<printing::AnnouncedPrinter>> announced() = 0;
    /// printing::addCupsQueue().
    [[nodiscard]] virtual Result<void> add(const std::string &queue, const std::string &uri) = 0;
    /// Whether there is a printer of this name. Errors: PrinterUnknown, PrinterUnreachable (nobody can say).
    [[nodiscard]] virtual Result<void> check(const Desk &desk, std::string_view name);
    /// Gives a job to the printer that it names. Errors: PrinterUnknown, PrinterRefused, PrinterUnreachable,
    /// PrinterReplaced, NoPrinter (the folder printer without a folder), those of writing a file.
    [[nodiscard]] virtual Result<JobFate> send(const Desk &desk, const storage::Job &job, ByteView pdf) = 0;
    /// What became of a job, by its number or, where the program stopped before it was noted, by its name. One that the
    /// printing system has done with is Completed once the printer says nothing that may keep its sheets; until then it
    /// is Stopped, with what it says. Never sends anything. Error: PrinterUnreachable.
    [[nodiscard]] virtual Result<JobFate> fate(const Desk &desk, const storage::Job &job) = 0;
    /// Asks for it; whether it came out before is fate()'s to say. Nothing to be done where it never got there. Errors:
    /// WrongState (it is finished), PrinterUnreachable, PrinterRefused.
    [[nodiscard]] virtual Result<void> cancel(const Desk &desk, const storage::Job &job) = 0;
};

/// The folder printer: each job is a PDF in the folder of the setting `papers-folder` (made with mode 0700).
inline constexpr std::string_view kFolderPrinter = "folder";

/// The real ones.
class SystemPrinters final : public Printers {
public:
    explicit SystemPrinters(printing::CupsServer server = {}) : server_(std::move(server)) {}

    [[nodiscard]] Result<std::vector<PrinterStatus>> list(const Desk &desk) override;
    [[nodiscard]] Result<PrinterStatus> look(std::string_view queue) override;
    [[nodiscard]] Result<void> resume(std::string_view queue) override;
    [[nodiscard]] Result<printing::PrinterAbilities> abilities(std::string_view queue) override;
    [[nodiscard]] Result<printing::Remains> remains(std::string_view queue) override;
    [[nodiscard]] Result<std::vector<printing::AnnouncedPrinter>> announced() override;
    [[nodiscard]] Result<void> add(const std::string &queue, const std::string &uri) override;
    [[nodiscard]] Result<void> check(const Desk &desk, std::string_view name) override;
    [[nodiscard]] Result<JobFate> send(const Desk &desk, const storage::Job &job, ByteView pdf) override;
    [[nodiscard]] Result<JobFate> fate(const Desk &desk, const storage::Job &job) override;
    [[nodiscard]] Result<void> cancel(const Desk &desk, const storage::Job &job) override;

private:
    printing::CupsServer server_;
};

/// The printers, and which is chosen: that one is asked itself too, and is there, unknown, where the printing system
/// does not answer. Error: NotAllowed.
[[nodiscard]] Result<std::vector<PrinterStatus>> listPrinters(Desk &desk);
/// Printers that announce themselves and have no queue yet. Takes some seconds. Errors: NotAllowed, PrinterUnreachable.
[[nodiscard]] Result<std::vector<printing::AnnouncedPrinter>> findPrinters(Desk &desk);
/// Makes a queue for a printer that needs no driver. Errors: NotAllowed, those of printing::addCupsQueue().
[[nodiscard]] Result<void> addPrinter(Desk &desk, const std::string &queue, const std::string &uri);
/// What a printer is chosen for: all papers, or those that the first one does not print.
enum class PrinterUse { First, Spare };
/// Chooses a printer that is there, in the settings, and notes which one it is. A spare one is never used unasked, and
/// papers of people go nowhere else: it stands where the agent's eyes are. Errors: NotAllowed, PrinterUnknown,
/// PrinterUnreachable, WrongState (a spare one that is the first one, or the folder).
[[nodiscard]] Result<void> choosePrinter(Desk &desk, std::string_view name, PrinterUse use = PrinterUse::First);
/// There is no spare one any more. Error: NotAllowed.
[[nodiscard]] Result<void> forgetSparePrinter(Desk &desk);
/// The queue that is chosen for what the first one does not print; nothing where there is none.
[[nodiscard]] std::optional<std::string> sparePrinter(const Desk &desk);
/// The test page came out well: what the chosen printer says just now is usual for it, and no reason to doubt a paper.
/// Errors: NotAllowed, NoPrinter, PrinterUnknown.
[[nodiscard]] Result<void> trustPrinter(Desk &desk);
/// What the printing system keeps of papers that are out, where it should keep nothing: PreserveJobHistory and
/// PreserveJobFiles. Nothing of the folder printer. Errors: NotAllowed, NoPrinter, PrinterUnknown, PrinterUnreachable.
[[nodiscard]] Result<printing::Remains> printerRemains(Desk &desk);
/// Of these sizes (printing::PrintChoice) those that the printer that papers go to does not have; none where it can't
/// be asked, or names none: what sends says what it lacks.
[[nodiscard]] std::set<std::string, std::less<>> lackingSizes(const Desk &desk,
                                                              std::set<std::string, std::less<>> sizes);
/// Whether a queue has the size of our papers and the tray of the settings, which may change under the same name: to be
/// asked once a day. Errors: PrinterUnknown, PrinterUnreachable.
[[nodiscard]] Result<bool> isFit(const Desk &desk, std::string_view queue);
/// A look with what the settings know of the printer.
[[nodiscard]] PrinterStatus judged(const Desk &desk, PrinterStatus looked);
/// The code on this station's test pages.
[[nodiscard]] std::string printerTestCode(const Desk &desk);
/// Prints a test page, which says nothing of anybody (papers/printer_test_page.h). Errors: NotAllowed, PrinterUnknown,
/// and those of sendPaper().
[[nodiscard]] Result<storage::Job> testPrinter(Desk &desk, std::string_view name);

/// Which printer a paper goes to: the one named, else that of the settings, else, in a demo store, the folder. Error:
/// NoPrinter (a live store where nobody has chosen).
[[nodiscard]] Result<std::string> printerFor(const Desk &desk, std::string_view named);

/// Takes the papers of a live store out of its folder printer's folder, but those of the visits of `ongoing` (ids): a
/// demo store keeps its own, to be looked at. What nobody has in hand is to be printed again by somebody's decision
/// (Waiting, Unsent): its pages stay in the store. Whatever else is in the folder stays, PDFs that are no paper of this
/// store too. Nobody needs a role for it: it only forgets. Returns how many went. Errors: Busy, FileUnreadable,
/// FileUnwritable (the others are gone, and the next call tries again).
[[nodiscard]] Result<int> emptyPapersFolder(Desk &desk, const std::set<std::string> &ongoing);

} // namespace guichet::kiosk
