// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "storage/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// What became of a job, in the printing system's words (IPP job-state).
enum class JobState { Waiting, Held, Printing, Stopped, Completed, Cancelled, Failed, Unknown };
[[nodiscard]] std::string_view toText(JobState state); ///< "waiting", "held", …
/// Error: BadValue.
[[nodiscard]] Result<JobState> parseJobState(std::string_view text);

/// What became of the paper, in the agent's words.
enum class PaperState { Unsent, Sent, CameOut, InHand, Lost, Unknown };
[[nodiscard]] std::string_view toText(PaperState state); ///< "unsent", "sent", "came-out", "in-hand", "lost", "unknown"
/// Error: BadValue.
[[nodiscard]] Result<PaperState> parsePaperState(std::string_view text);

/// How much of a paper that was taken back had come out.
enum class Came { Nothing, Something, Everything };

/// What a paper is for. One that is signed and kept by the agency is owed to nobody.
enum class PaperPurpose { Hand, Sign, Kept };
[[nodiscard]] std::string_view toText(PaperPurpose purpose); ///< "hand", "sign", "kept"

/// How somebody has it, or its like, without taking it along: by post, or as a receipt written by hand.
enum class Settled { No, Posted, Replaced };
[[nodiscard]] std::string_view toText(Settled settled); ///< "", "posted", "replaced"

/// One paper on its way to somebody's hand. Written before it is sent, so that a restart finds out what became of it.
struct Job {
    std::string id;
    std::string what;  ///< a neutral title, seen at the printer: never a name, never a matter of health
    std::string label; ///< what the screens call it, as "Prescription, 3 April 2026"; "": by its title
    std::string printer;
    int pages = 0;
    int copies = 1;
    PaperPurpose purpose = PaperPurpose::Hand;
    std::optional<std::int64_t> cupsId; ///< once the printing system has it
    JobState state = JobState::Waiting;
    PaperState paper = PaperState::Unsent;
    std::vector<std::string> reasons; ///< IPP keywords
    std::string visit;                ///< id of the visit it belongs to, "" for none
    std::string person;               ///< id, "" for none
    std::string reference;            ///< of the act whose receipt it is, "" for none
    std::string agent;                ///< who sent it
    std::optional<int> sheetsInHand;
    Settled settled = Settled::No;
    std::string replacedBy; ///< the number printed on the receipt that was written by hand, else ""
    bool recalled = false;  ///< its visit has ended: it must not come out any more, and the printing system may have it
    std::string station;
    Instant createdAt{};
    Instant changedAt{};
    bool operator==(const Job &) const = default;
};

/// Somebody waits for it still: it is not in hand, posted, replaced or kept, and nobody gave it up. A paper of nobody
/// (no person, visit or reference: a test page, a blank form) is waited for only until it came out.
[[nodiscard]] bool isOwed(const Job &job);

/// What is asked of a new job; the rest is the store's.
struct NewJob {
    std::string what;
    std::string label;
    std::string printer;
    int pages = 0;
    int copies = 1;
    PaperPurpose purpose = PaperPurpose::Hand;
    std::string visit;
    std::string person;
    std::string reference;
    std::string agent;
};

struct JobFilter {
    std::optional<std::string> visit;
    std::optional<std::string> person;
    bool onlyOpen = false; ///< what is owed to somebody, but for what was lost
    bool onlyRecalled = false;
};

/// The print jobs of a store. Borrows the database, which outlives it; belongs to its thread. Nothing opens a
/// transaction of its own.
class Jobs {
public:
    Jobs(Database &database, std::string station);

    /// Keeps the pages (PDF) until they are in somebody's hand.
    [[nodiscard]] std::string create(const NewJob &job, ByteView pdf, Instant at, Random &random);
    /// Error: Nothing.
    [[nodiscard]] Result<Job> get(std::string_view id);
    /// The oldest first.
    [[nodiscard]] std::vector<Job> list(const JobFilter &filter);
    /// The pages. Errors: Nothing (no such job, or its pages are gone).
    [[nodiscard]] Result<Bytes> pdf(std::string_view id);

    /// The printing system has taken it, under this number: Sent. Errors: Nothing, WrongState (in hand or cancelled).
    [[nodiscard]] Result<void> sent(std::string_view id, std::optional<std::int64_t> cupsId, Instant at);
    /// What the printing system says; a Completed job's paper came out. Returns true when something changed.
    /// Error: Nothing.
    [[nodiscard]] Result<bool> update(std::string_view id, JobState state, const std::vector<std::string> &reasons,
                                      Instant at);
    /// To be printed again, as a new try of the same job, perhaps elsewhere: Waiting and Unsent. Errors: Nothing,
    /// WrongState (in hand: there is nothing left to print). `visit`: whose it is from now on; "" as before.
    [[nodiscard]] Result<void> retry(std::string_view id, std::string_view printer, Instant at,
                                     std::string_view visit = {});
    /// The visit has ended: of its papers those that are not out are recalled, until takenBack() or a retry(). Returns
    /// how many.
    int recall(std::string_view visit, Instant at);
    /// The printing system has a recalled paper no more. `came`: it, or a sheet of it, was out before: that is for
    /// somebody to look at, of a replaced one too, which is no longer. Else it did not come out, and can be printed
    /// again: Failed and Unsent; the pages of a replaced one are destroyed. Error: Nothing.
    [[nodiscard]] Result<void> takenBack(std::string_view id, Came came, Instant at);
    /// Errors: Nothing, WrongState (in hand).
    [[nodiscard]] Result<void> cancel(std::string_view id, Instant at);
    /// The person has it: its pages are destroyed. `sheets` is how many. Errors: Nothing, AlreadyDone, BadValue.
    [[nodiscard]] Result<void> handed(std::string_view id, int sheets, Instant at);
    /// It never came to anybody; its pages stay, to be printed again. Error: Nothing.
    [[nodiscard]] Result<void> lost(std::string_view id, Instant at);
    /// It is signed, and the agency keeps it: its pages here are destroyed. Errors: Nothing, WrongState (in hand or
    /// kept already).
    [[nodiscard]] Result<void> kept(std::string_view id, Instant at);
    /// It came out and was destroyed, and so are its pages here: Cancelled and Lost. Errors: Nothing, WrongState (in
    /// hand or kept).
    [[nodiscard]] Result<void> destroyed(std::string_view id, Instant at);
    /// It came out and was put in the post: its pages here are destroyed. Errors: Nothing, WrongState (in hand, kept,
    /// settled already, or not sent to any printer).
    [[nodiscard]] Result<void> posted(std::string_view id, Instant at);
    /// The person left with a receipt that was written by hand on a sheet with this printed number (1 to 20
    /// characters): recalled where the printing system may have it, else its pages here are destroyed. Errors: Nothing,
    /// BadValue, PaperNumberUsed, WrongState (in hand, kept, settled already, or no receipt).
    [[nodiscard]] Result<void> replaced(std::string_view id, std::string_view number, Instant at);
    /// Removes jobs that are in hand, posted, replaced, kept or cancelled, or nobody's and out, and older than that;
    /// returns how many.
    int purge(Instant before);

private:
    Result<Job> unsettled(std::string_view id);
    Result<void> end(std::string_view id, std::string_view how, Instant at);
    Result<void> mark(std::string_view id, JobState state, PaperState paper, Instant at);
    Database &database_;
    std::string station_;
};

/// Something begun and not ended: an opt-out or a request to be signed, a visit that goes on. Nothing of it is
/// registered.
struct Draft {
    std::string id;
    std::string kind;    ///< "optout", "request", "visit", …
    std::string person;  ///< id, "" for none
    std::string content; ///< JSON of the one who wrote it
    std::string agent;
    Instant createdAt{};
    Instant expiresAt{};
    bool operator==(const Draft &) const = default;
};

/// Borrows the database, which outlives it; belongs to its thread. Nothing opens a transaction of its own.
class Drafts {
public:
    Drafts(Database &database, std::string station);

    /// `content` is JSON (a bug otherwise). Returns the id.
    [[nodiscard]] std::string add(std::string_view kind, std::string_view person, std::string_view content,
                                  std::string_view agent, Instant at, Instant expiresAt, Random &random);
    /// Error: Nothing.
    [[nodiscard]] Result<void> replace(std::string_view id, std::string_view content);
    /// Error: Nothing (none of this id and kind, or its time is over).
    [[nodiscard]] Result<Draft> get(std::string_view id, std::string_view kind, Instant now);
    /// Those of a kind whose time is not over; of one person when it is not empty. The oldest first.
    [[nodiscard]] std::vector<Draft> list(std::string_view kind, std::string_view person, Instant now);
    /// Error: Nothing.
    [[nodiscard]] Result<void> remove(std::string_view id);
    /// Removes those whose time is over; returns how many.
    int purge(Instant now);

private:
    Database &database_;
    std::string station_;
};

} // namespace guichet::storage
