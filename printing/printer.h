// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::printing {

/// IPP printer-state (RFC 8011 section 5.4.11). Unknown: something else was answered.
enum class PrinterState { Idle, Processing, Stopped, Unknown };
[[nodiscard]] std::string_view toText(PrinterState state); ///< "idle", "processing", "stopped", "unknown"

struct PrinterStatus {
    PrinterState state = PrinterState::Unknown;
    /// printer-state-reasons, as the printing system says them ("media-empty-warning"), without "none".
    std::vector<std::string> reasons;
    bool acceptingJobs = false;
    /// printer-state-message, in the printing system's language. CUPS says "Paused" where somebody stopped a queue
    /// without a reason, and something else where it stopped by itself.
    std::string message;
};

/// What the printer behind a queue answers when it is asked itself: a queue repeats what it heard with its last job.
struct DeviceStatus {
    /// CannotTell: there is no way to ask it, so that nothing follows from its silence.
    enum class Answers { Yes, No, CannotTell };
    Answers answers = Answers::CannotTell;
    /// These only of one that speaks IPP, else Unknown and empty.
    PrinterState state = PrinterState::Unknown;
    std::vector<std::string> reasons;
    std::vector<std::string> loaded; ///< sizes that lie in it (media-ready; PWG 5101.1: "iso_a4_210x297mm")
    std::string identity;            ///< which one it is: printer-uuid, or else make and model
};

/// What a queue can be asked for; each is empty where it does not say.
struct PrinterAbilities {
    std::vector<std::string> sizes;   ///< PWG 5101.1 names
    std::vector<std::string> trays;   ///< media-source: "auto", "main", "tray-1"
    std::vector<std::string> sides;   ///< "one-sided", "two-sided-long-edge", …
    std::vector<std::string> colours; ///< print-color-mode: "auto", "color", "monochrome"
};

/// Sizes (PWG 5101.1).
inline constexpr std::string_view kA3 = "iso_a3_297x420mm";
inline constexpr std::string_view kA4 = "iso_a4_210x297mm";
inline constexpr std::string_view kA5 = "iso_a5_148x210mm";

/// How a paper is printed. Everything is said to the printer, so that nothing hangs on a queue's defaults.
struct PrintChoice {
    int copies = 1;                  ///< 1 to 99
    std::string size{kA4};           ///< one of PrinterAbilities::sizes
    std::string tray;                ///< one of PrinterAbilities::trays; "": the printer's choice for that size
    std::string sides = "one-sided"; ///< one of PrinterAbilities::sides; where it is not, one side of each sheet
};

/// IPP's keyword (RFC 8011) for a printing system that has no room for a paper: where that is why a paper was refused,
/// the context of PrinterRefused begins with it.
inline constexpr std::string_view kNoRoom = "spool-area-full";

/// CUPS's PreserveJobHistory and PreserveJobFiles: who printed when, and the very papers.
struct Remains {
    bool history = false;
    bool files = false;
};

/// IPP job-state (RFC 8011 section 5.3.7): pending, pending-held, processing, processing-stopped, completed, canceled,
/// aborted. Unknown: the printing system no longer knows the job.
enum class JobState { Waiting, Held, Printing, Stopped, Completed, Cancelled, Failed, Unknown };
/// "waiting", "held", "printing", "stopped", "completed", "cancelled", "failed", "unknown".
[[nodiscard]] std::string_view toText(JobState state);
/// Nothing more will become of it.
[[nodiscard]] bool isFinal(JobState state);

struct JobStatus {
    JobState state = JobState::Unknown;
    std::vector<std::string> reasons; ///< job-state-reasons without "none"
    int sidesCompleted = 0;           ///< job-impressions-completed: sides printed, 0 where the printer does not count
};

/// A queue that papers are sent to. Calls block, for some seconds at most: they belong on a worker. An object may be
/// used from one thread at a time; several objects at once.
class Printer {
public:
    Printer() = default;
    virtual ~Printer() = default;
    Printer(const Printer &) = delete;
    Printer &operator=(const Printer &) = delete;

    [[nodiscard]] virtual const std::string &name() const = 0;
    /// Errors: PrinterUnknown, PrinterUnreachable.
    [[nodiscard]] virtual Result<PrinterStatus> status() = 0;
    /// The printer itself, for as long as the server's time-out at most. Error: PrinterUnknown (the queue),
    /// PrinterUnreachable (the queue can't be asked where it leads).
    [[nodiscard]] virtual Result<DeviceStatus> device() = 0;
    /// Errors: PrinterUnknown, PrinterUnreachable.
    [[nodiscard]] virtual Result<PrinterAbilities> abilities() = 0;
    /// Hands a PDF over, and gives the job's number there: it is sent, not printed. `title` is seen by others (other
    /// people's print menus, a printer's display): never a person's name; 1 to 80 of A-Z a-z 0-9 - _, best the job's
    /// own id, as find() looks for it. At its true size. Whatever fails, no job is left behind there. Errors: BadValue
    /// (title, copies), PrinterUnknown, PrinterUnreachable, PrinterRefused (it takes no PDF, no jobs, or has no such
    /// size or tray).
    [[nodiscard]] virtual Result<std::string> submit(std::string_view title, ByteView pdf,
                                                     const PrintChoice &choice) = 0;
    /// What became of a job, by its number, also where the printing system keeps no history: it is asked to note what
    /// ends. JobState::Unknown where there is no such job and no note of it, as of one that was cancelled while it
    /// waited. Errors: PrinterUnreachable.
    [[nodiscard]] virtual Result<JobStatus> job(std::string_view id) = 0;
    /// The number of the newest job of that title, finished or not: after a stop between submit() and the noting of its
    /// number. Errors: PrinterUnknown, PrinterUnreachable.
    [[nodiscard]] virtual Result<std::optional<std::string>> find(std::string_view title) = 0;
    /// Error: WrongState (it is finished), Nothing, PrinterUnreachable, PrinterRefused.
    [[nodiscard]] virtual Result<void> cancel(std::string_view id) = 0;
    /// What the printing system keeps of jobs that ended, as far as the last one shows. Errors: PrinterUnknown,
    /// PrinterUnreachable.
    [[nodiscard]] virtual Result<Remains> remains() = 0;
    /// Lets a stopped queue go on. Errors: PrinterUnknown, PrinterUnreachable, PrinterRefused (not allowed to).
    [[nodiscard]] virtual Result<void> resume() = 0;
};

} // namespace guichet::printing
