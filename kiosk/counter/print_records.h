// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"
#include "printing/layout.h"
#include "storage/document/document.h"
#include "storage/jobs.h"
#include "storage/register/register.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// Which of the person's records are wanted: some by their ids, all of some categories, or all. Doubtful and superseded
/// ones are printed by their id only.
struct RecordChoice {
    std::vector<std::string> records;
    std::vector<document::Category> categories;
    bool all = false;
    std::string edition = {}; ///< of the record's template, for a paper as it was then; "": the newest
};

/// What is not on paper, and why: something of a record, or a whole one that `all` or a category would have meant.
/// For the agent: that a record is hidden from the person is not said to the person.
struct RecordNotShown {
    std::string record;
    std::string what;   ///< "document" where it is the whole
    std::string reason; ///< then a mark of visibility, or "doubtful"
};

/// Records laid out: what is previewed is what is printed. Belongs to the desk's thread.
struct PreparedRecords {
    std::string person;
    std::vector<std::string> records;           ///< the newest first; those asked for by id in the order asked
    std::vector<printing::LaidOutPaper> papers; ///< one each, with its own page numbers
    std::vector<printing::Paper> says;          ///< what is on each
    std::vector<RecordNotShown> notShown;

    [[nodiscard]] int pages() const;
    /// Of what each paper says, in hexadecimal (printing::digestOf()): the same record printed again by the same
    /// edition of its template has the same. It goes into the register with the print.
    [[nodiscard]] std::vector<std::string> digests() const;
};

/// That one of the records was printed before, by the newest entry of the register that says so and is still kept.
struct EarlierPrint {
    std::string record;
    std::string digest;
    std::string edition;
    Instant at{};
    storage::EntryId entry;
    bool same = false; ///< what it said then is what it says now
};

/// For each of the records that was printed before, the last time. To be asked before they are printed again: each
/// print is an entry of its own. Errors: NotAllowed, StoreDamaged.
[[nodiscard]] Result<std::vector<EarlierPrint>> earlierPrints(const Desk &desk, const PreparedRecords &prepared);

/// Each record that the person may see, and that nobody doubts, was printed since then and is in their hand. Not so
/// where there is none. Error: StoreDamaged.
[[nodiscard]] Result<bool> allInHand(const Desk &desk, std::string_view person, Instant since);

/// Reads the documents again from their bytes and sets them on pages, for those who are here. Errors: NotAllowed,
/// BadValue (no such edition), Nobody, Nothing (no such record of this person, or nothing left to print), NotForThem
/// and IdentityNotShown (titles.h; a record asked for by its id that they may not be shown), StoreDamaged, and those of
/// the reader.
[[nodiscard]] Result<PreparedRecords> prepareRecords(Desk &desk, std::string_view person, const RecordChoice &choice,
                                                     const Presence &presence, printing::Layout layout);

/// The papers as one PDF; that they went out to a file is journaled. Errors: those of printing::renderPdf().
[[nodiscard]] Result<Bytes> recordsToFile(Desk &desk, const PreparedRecords &prepared, const Presence &presence);

/// Where records are printed, and what for.
struct RecordsJob {
    std::string printer; ///< "": the one of the settings
    int copies = 1;
    std::string visit; ///< id, "" for none
    std::string label; ///< what the screens call the paper; "": by its neutral title
};

/// Writes the job to the store, sends it to the printer, and notes the printing system's number. A cover sheet comes
/// out first (papers/cover.h), in no count of the papers' pages; its mark is in the job's title and label. Errors:
/// NotAllowed, NoPrinter, PrinterUnknown, PrinterRefused, PrinterUnreachable (the job stays, to be tried again).
[[nodiscard]] Result<storage::Job> recordsToPrinter(Desk &desk, const PreparedRecords &prepared,
                                                    const Presence &presence, const RecordsJob &wish);

/// Draws foreign pages in the reader's process, for printing::renderPage(). Where the reader can't, the page shows a
/// frame with its description. Borrows the desk's reader.
[[nodiscard]] printing::ForeignPicture foreignPictureOf(const Desk &desk);

/// Puts foreign pages in their places in the reader's process: for printing::renderPdf().
[[nodiscard]] printing::Assembler assemblerOf(const Desk &desk);

/// The ids of the records that a job prints; none of another paper, or where the entry's payload is gone. Error: those
/// of the register.
[[nodiscard]] Result<std::vector<std::string>> recordsOf(const Desk &desk, const storage::Job &job);

} // namespace guichet::kiosk
