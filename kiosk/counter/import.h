// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "storage/document/document.h"
#include "storage/people.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guichet::document {
class ReaderClient;
}
namespace guichet::kiosk {

/// What became of one document.
struct ImportItem {
    enum class Outcome { Imported, Duplicate, Replaced, Rejected };
    std::string path; ///< as it can be opened; inside an archive "FILE#member"
    Outcome outcome = Outcome::Rejected;
    std::string record; ///< id; empty when rejected
    std::string person; ///< id; empty when rejected
    std::optional<document::Category> category;
    std::string title;
    std::string date; ///< "YYYY-MM-DD", "" when unknown
    std::vector<document::Warning> warnings;
    std::optional<ErrorCode> reason; ///< why it was rejected: one of the words of the command line's contract
    std::string context;             ///< the library's own words
};
[[nodiscard]] std::string_view toText(ImportItem::Outcome outcome);

struct ImportReport {
    std::vector<ImportItem> items; ///< in the order in which they were read
    int persons = 0;               ///< people whom it added
    int imported = 0;
    int duplicates = 0;
    int replaced = 0;
    int rejected = 0;
    std::chrono::milliseconds took{0};
    bool interrupted = false; ///< stopped between two documents because it was asked to
};

struct ImportWatch {
    /// Called after each file with how many are done of how many there are.
    std::function<void(std::size_t done, std::size_t total)> progress;
    /// Asked before each document; true stops.
    std::function<bool()> stop;
};

/// The files below the paths: files as they are named, folders with everything in them in the order of the names.
/// Links are followed, a folder is entered once (by device and inode), and so is a PDF; what can't be looked into is an
/// item of its own, `Unreadable`. The side file of a PDF (`name.json` of `name.pdf`) stands for the PDF.
struct FoundFiles {
    std::vector<std::filesystem::path> files;
    std::vector<ImportItem> unreadable;
};
struct FindOptions {
    /// Of a stick: no link is followed, and what was deleted, or belongs to a system, is passed over (names that begin
    /// with a dot, "$RECYCLE.BIN", "System Volume Information").
    bool stick = false;
};
[[nodiscard]] FoundFiles findFiles(const std::vector<std::filesystem::path> &paths, const FindOptions &options = {});

/// Takes in each document, a PDF with its side file, an archive with all that is in it: read in the reader's process,
/// matched with its person or adding them, journaled, each in a transaction of its own; the next ones are read
/// meanwhile, on threads that are over at the return. Nothing stops at a bad file. Safe to repeat: the same bytes are a
/// duplicate and write nothing. Errors: NotAllowed, and those that stop everything (Busy, DiskFull, RolledBack,
/// ReaderMissing).
[[nodiscard]] Result<ImportReport> importFiles(Desk &desk, const std::vector<std::filesystem::path> &paths,
                                               const ImportWatch &watch = {}, const FindOptions &find = {});

/// Whether the file's name ends so, in small letters or capitals; `ending` is in small letters.
[[nodiscard]] bool hasEnding(const std::filesystem::path &path, std::string_view ending);
/// The side file of a PDF (`name.json` of `name.pdf`), and the PDF of a side file, where it is there.
[[nodiscard]] std::optional<std::filesystem::path> sideFileOf(const std::filesystem::path &path);
[[nodiscard]] std::optional<std::filesystem::path> pdfBeside(const std::filesystem::path &path);

/// A file that is in memory; `path` names it in the result.
struct IncomingBytes {
    std::string path;
    Bytes bytes;
    Bytes beside = {}; ///< its side file
};
/// With its side file. Errors: those of readFile().
[[nodiscard]] Result<IncomingBytes> readIncoming(const std::filesystem::path &path);
/// What a store would make of a file.
struct Readable {
    bool some = false;                ///< something of it can be taken in
    bool damaged = false;             ///< a PDF in it had to be mended
    std::vector<ImportItem> rejected; ///< of an archive, what can't
};
/// Looks, and writes nothing; for a store of that kind. Errors: those of which rejectionOf() says something, where
/// nothing of it can be taken in; ReaderMissing.
[[nodiscard]] Result<Readable> checkReadable(document::ReaderClient &reader, storage::StoreKind kind,
                                             const IncomingBytes &file);
/// The reader can be started, and reads. Errors: ReaderMissing, ReaderFailed.
[[nodiscard]] Result<void> checkReader(document::ReaderClient &reader);
/// What an error says of the file alone, in the words of the command line's contract; none when it is not the file's
/// fault.
[[nodiscard]] std::optional<ErrorCode> rejectionOf(ErrorCode code);
/// One of those by its name.
[[nodiscard]] std::optional<ErrorCode> rejectionNamed(std::string_view name);
/// Takes in a file, an archive with all that is in it, and adds to the report; gives what it added. Nobody's role is
/// asked for: what was sealed to the store comes in so. Errors: those of importFiles() that stop everything.
[[nodiscard]] Result<std::vector<ImportItem>> takeIncoming(Desk &desk, IncomingBytes file, ImportReport &report);

/// The same for documents that belong together, in one transaction: all, or none where an error stops it.
[[nodiscard]] Result<ImportReport> importTogether(Desk &desk, const std::vector<IncomingBytes> &documents,
                                                  const ImportWatch &watch = {});

} // namespace guichet::kiosk
