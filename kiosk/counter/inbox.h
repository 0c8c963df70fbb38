// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "kiosk/counter/import.h"

#include <chrono>
#include <filesystem>
#include <map>
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
    std::string path;
    std::optional<ErrorCode> reason; ///< why it stays where it is; none: it was sealed, and is out of the folder
    std::string context;             ///< the library's own words
};

/// A folder that others fill, with all the folders in it. Files whose name begins with a dot are passed over (programs
/// that copy call theirs so until they are whole), and so are links.
class WatchedFolder {
public:
    /// `reader`, `clock` and `random` are borrowed and outlive it. Errors: NoStore, StoreDamaged, FolderMissing,
    /// FileUnwritable (what is in the folder could not be taken out of it).
    [[nodiscard]] static Result<WatchedFolder> open(std::filesystem::path store, std::filesystem::path folder,
                                                    document::ReaderClient &reader, const Clock &clock, Random &random);

    /// Looks once. A file is whole when it is as it was at the look before; a PDF without its side file, and a side
    /// file without its PDF, have ten seconds for the other one to come. What stays is named once, and again when it
    /// has changed. Errors, after which the next look goes on: those of writeFile() (DiskFull), FileUnwritable.
    [[nodiscard]] Result<std::vector<WatchedItem>> look();
    /// Something is there that the last look left to the next.
    [[nodiscard]] bool unsettled() const { return unsettled_; }

private:
    /// What a file was like; a file that is the same again is not looked into again.
    struct Seen {
        std::uintmax_t size = 0;
        std::int64_t changed = 0; ///< nanoseconds since 1970
        std::uintmax_t sideSize = 0;
        bool operator==(const Seen &) const = default;
    };
    WatchedFolder(std::filesystem::path store, std::filesystem::path folder, storage::StoreKind kind,
                  document::ReaderClient &reader, const Clock &clock, Random &random)
        : store_(std::move(store)), folder_(std::move(folder)), kind_(kind), reader_(&reader), clock_(&clock),
          random_(&random) {}
    [[nodiscard]] Result<std::optional<WatchedItem>> consider(const std::filesystem::path &path);
    [[nodiscard]] Result<WatchedItem> take(const std::filesystem::path &path, const Seen &seen);

    std::filesystem::path store_;
    std::filesystem::path folder_;
    storage::StoreKind kind_;
    document::ReaderClient *reader_;
    const Clock *clock_;
    Random *random_;
    std::map<std::filesystem::path, Seen> seen_;
    std::map<std::filesystem::path, Seen> refused_;
    bool unsettled_ = false;
};

/// How many files wait in the inbox.
[[nodiscard]] std::size_t countInbox(const std::filesystem::path &store);

/// Takes in what waits, the oldest first, at most `most` files; each as importFiles() would, in a transaction of its
/// own, then destroyed. What is rejected is noted with the refusals. Nobody needs a role for it: the store itself takes
/// in what was sealed to it. Errors: those of importFiles() that stop everything.
[[nodiscard]] Result<ImportReport> takeInbox(Desk &desk, std::size_t most, const ImportWatch &watch = {});

/// A file that nobody could take in while nobody was there to be told.
struct InboxRefusal {
    std::string path;
    ErrorCode reason = ErrorCode::Unreadable;
    std::string context;
    Instant at{};
};
/// The oldest first. Errors: NotAllowed.
[[nodiscard]] Result<std::vector<InboxRefusal>> inboxRefusals(Desk &desk);
/// They were seen: they are named no more. Errors: NotAllowed, FileUnwritable.
[[nodiscard]] Result<void> forgetInboxRefusals(Desk &desk);

} // namespace guichet::kiosk
