// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "kiosk/counter/import.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What comes in while nobody is signed in. A folder that others fill (`import --watch`) is emptied into the store's
/// `inbox/`: each file that a reader can read is sealed to the store's public key, which only somebody signed in can
/// open, and taken out of the folder; what can't be read stays there, and is noted. At the next sign-in what was sealed
/// is taken in as `import` would. docs/formats.md has the files of the inbox.
namespace guichet::kiosk {

/// What became of a file of the folder.
struct WatchedItem {
    std::string path; ///< of a document in an archive "FILE#member"
    /// Why it stays where it is; none: it was sealed, and is out of the folder, unless another document of its archive
    /// stays.
    std::optional<ErrorCode> reason;
    std::string context; ///< the library's own words
};

/// A folder that others fill, with all the folders in it. Files whose name begins with a dot are passed over (programs
/// that copy call theirs so until they are whole), and so are links, and folders that can't be looked into.
class WatchedFolder {
public:
    /// How long a file has to stay as it is: any file; a PDF without its side file, and a side file without its PDF,
    /// for which the other one may still come; a PDF that is damaged, which may be half of one.
    static constexpr std::chrono::seconds kSettled{3};
    static constexpr std::chrono::seconds kTimeForTheOther{10};
    static constexpr std::chrono::seconds kTimeForTheRest{60};

    /// `reader`, `clock` and `random` are borrowed and outlive it. What an interrupted look had set aside gets its name
    /// back. Errors: NoStore, StoreDamaged, Busy (another process empties the folder), FolderMissing, FileUnwritable
    /// (what is in the folder could not be taken out of it).
    [[nodiscard]] static Result<WatchedFolder> open(std::filesystem::path store, std::filesystem::path folder,
                                                    document::ReaderClient &reader, const Clock &clock, Random &random);

    /// Looks once. What stays is named once, and again when it has changed. Errors, after which the next look goes on:
    /// those of writeFile() (DiskFull), ReaderFailed, FileUnreadable (the folder is gone).
    [[nodiscard]] Result<std::vector<WatchedItem>> look();
    /// Something is there that the last look left to the next.
    [[nodiscard]] bool unsettled() const { return unsettled_; }

private:
    /// A file as it was; one that is the same again was not written to.
    struct FileState {
        std::uint64_t inode = 0;
        std::uint64_t size = 0;
        std::int64_t changed = 0; ///< nanoseconds since 1970
        bool operator==(const FileState &) const = default;
    };
    struct Seen {
        FileState file;
        std::optional<FileState> side;
        std::chrono::milliseconds since{0}; ///< on the clock that never goes back
    };
    struct Taken {
        std::vector<WatchedItem> items;
        bool later = false; ///< it is left to another look
    };

    WatchedFolder(std::filesystem::path store, std::filesystem::path folder, storage::StoreKind kind,
                  document::ReaderClient &reader, const Clock &clock, Random &random)
        : store_(std::move(store)), folder_(std::move(folder)), kind_(kind), reader_(&reader), clock_(&clock),
          random_(&random) {}
    [[nodiscard]] static std::optional<FileState> stateOf(const std::filesystem::path &path);
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    void giveNamesBack() const;
    [[nodiscard]] Result<std::vector<WatchedItem>> consider(const std::filesystem::path &path);
    [[nodiscard]] Result<Taken> take(const std::filesystem::path &path, const Seen &seen,
                                     std::chrono::milliseconds quiet);
    [[nodiscard]] Result<Taken> takeSetAside(const std::filesystem::path &path, const std::filesystem::path &aside,
                                             const Seen &seen, std::chrono::milliseconds quiet);
    [[nodiscard]] Result<void> note(std::vector<WatchedItem> &items, const FileState &file) const;

    std::filesystem::path store_;
    std::filesystem::path folder_;
    storage::StoreKind kind_;
    document::ReaderClient *reader_;
    const Clock *clock_;
    Random *random_;
    std::map<std::filesystem::path, Seen> seen_;
    std::map<std::filesystem::path, Seen> left_; ///< what stays, as it was then
    bool unsettled_ = false;
    std::shared_ptr<int> lock_; ///< the folder, locked: nobody else empties it meanwhile
};

/// How many files wait in the inbox.
[[nodiscard]] std::size_t countInbox(const std::filesystem::path &store);

/// Takes in what waits, the oldest first, at most `most` files; each as importFiles() would, in a transaction of its
/// own, then destroyed. What is rejected now, though it was not when it came, is noted with the refusals, and its
/// sealed box kept. Nobody needs a role for it: the store itself takes in what was sealed to it. Errors: those of
/// importFiles() that stop everything, and ReaderFailed: what waits still waits.
[[nodiscard]] Result<ImportReport> takeInbox(Desk &desk, std::size_t most, const ImportWatch &watch = {});

/// A file that nobody could take in while nobody was there to be told.
struct InboxRefusal {
    std::string path;
    ErrorCode reason = ErrorCode::Unreadable;
    std::string context;
    Instant at{};
    std::string note; ///< the name of its note in the inbox
};
/// The oldest first. Errors: NotAllowed.
[[nodiscard]] Result<std::vector<InboxRefusal>> inboxRefusals(Desk &desk);
/// These were seen: they are named no more, unless the file changes. Errors: NotAllowed, FileUnwritable.
[[nodiscard]] Result<void> forgetInboxRefusals(Desk &desk, const std::vector<std::string> &notes);

} // namespace guichet::kiosk
