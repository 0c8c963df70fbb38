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
    /// Whether there is a printer of this name. Errors: PrinterUnknown, PrinterUnreachable (nobody can say).
    [[nodiscard]] virtual Result<void> check(const Desk &desk, std::string_view name);
    /// Gives a job to the printer that it names. Errors: PrinterUnknown, PrinterRefused, PrinterUnreachable, NoPrinter
    /// (the folder printer without a folder), those of writing a file.
    [[nodiscard]] virtual Result<JobFate> send(const Desk &desk, const storage::Job &job, ByteView pdf) = 0;
    /// What became of a job, by its number or, where the program stopped before it was noted, by its name. Never sends
    /// anything. Error: PrinterUnreachable.
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
    [[nodiscard]] Result<void> check(const Desk &desk, std::string_view name) override;
    [[nodiscard]] Result<JobFate> send(const Desk &desk, const storage::Job &job, ByteView pdf) override;
    [[nodiscard]] Result<JobFate> fate(const Desk &desk, const storage::Job &job) override;
    [[nodiscard]] Result<void> cancel(const Desk &desk, const storage::Job &job) override;

private:
    printing::CupsServer server_;
};

/// The printers, and which is chosen. Error: NotAllowed.
[[nodiscard]] Result<std::vector<PrinterStatus>> listPrinters(Desk &desk);
/// Chooses a printer that is there, as the one of the settings. Errors: NotAllowed, PrinterUnknown,
/// PrinterUnreachable.
[[nodiscard]] Result<void> choosePrinter(Desk &desk, std::string_view name);
/// Prints a test page, which says nothing of anybody. Errors: NotAllowed, and those of sendPaper().
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
