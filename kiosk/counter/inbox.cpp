// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/inbox.h"

#include "base/files.h"
#include "base/text.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace guichet::kiosk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kSealed = ".sealed";
constexpr std::string_view kRefused = ".refused";
constexpr std::size_t kLargestSealed = document::kLargestDocumentBytes + (std::size_t{1} << 20);
/// A file of the folder that is being read has this in front of its name.
constexpr std::string_view kAside = ".guichet-";
/// A note that a supervisor has seen, and a sealed box of something that was rejected after all.
constexpr std::string_view kSeen = ".seen";
constexpr std::string_view kKept = ".kept";
/// That a file which stays in its folder was sealed.
constexpr std::string_view kLeft = ".left";

fs::path inboxOf(const fs::path &store) { return store / "inbox"; }

/// The inbox's files of one kind, by name: their names begin with a time.
std::vector<fs::path> filesOf(const fs::path &store, std::string_view ending) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(inboxOf(store), error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == ending) {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

Result<void> seal(const fs::path &store, const fs::path &file, const std::string &head, ByteView beside,
                  ByteView bytes) {
    Bytes plain;
    plain.reserve(head.size() + 1 + beside.size() + bytes.size());
    for (const ByteView part : {asBytes(head), asBytes("\n"), beside, bytes}) {
        plain.insert(plain.end(), part.begin(), part.end());
    }
    GUICHET_ASSIGN(const Bytes sealed, storage::sealForStore(store, plain));
    return writeFile(file, sealed);
}

std::string pathText(const fs::path &path) { return toValidUtf8(path.string()); }

/// A name that is the same for the same file, and from which nothing of it can be read.
std::string nameFor(const std::string &path, std::string_view change, std::string_view ending) {
    return sha256Hex(asBytes(path + "\n" + std::string(change))).substr(0, 32) + std::string(ending);
}

std::string refusalName(const std::string &path, std::string_view change) { return nameFor(path, change, kRefused); }

/// "#member" of a document in the archive at `path`; "" of the file itself.
std::string memberOf(const ImportItem &item, std::string_view path) {
    return item.path.substr(std::min(path.size(), item.path.size()));
}

/// Notes it, unless somebody has seen the same before.
Result<void> noteRefusal(const fs::path &store, const std::string &name, const WatchedItem &item, Instant at) {
    std::error_code ignored;
    if (fs::exists((inboxOf(store) / name).replace_extension(kSeen), ignored)) {
        return {};
    }
    const json head{{"at", formatInstant(at)},
                    {"context", toValidUtf8(item.context)},
                    {"path", toValidUtf8(item.path)},
                    {"reason", std::string(errorName(*item.reason))},
                    {"v", 1}};
    return seal(store, inboxOf(store) / name, head.dump(), {}, {});
}

/// A file of the inbox, opened.
struct Opened {
    json head;
    Bytes rest;
};

std::optional<Opened> openFile(Desk &desk, const fs::path &file) {
    const Result<Bytes> sealed = readFile(file, kLargestSealed);
    std::optional<Bytes> plain = sealed ? desk.store.openSealed(*sealed) : std::nullopt;
    if (!plain) {
        return std::nullopt;
    }
    const std::size_t line = asText(*plain).find('\n');
    Opened opened;
    opened.head = json::parse(asText(*plain).substr(0, line), nullptr, false);
    if (line == std::string_view::npos || !opened.head.is_object()) {
        return std::nullopt;
    }
    opened.rest.assign(plain->begin() + static_cast<std::ptrdiff_t>(line) + 1, plain->end());
    return opened;
}

struct SealedDocument {
    IncomingBytes file;
    std::vector<std::string> refused; ///< of an archive that stays in its folder: what was refused when it came
};

/// The document of a sealed file; none where it was not sealed by us, or was changed.
std::optional<SealedDocument> openDocument(Desk &desk, const fs::path &file) {
    std::optional<Opened> opened = openFile(desk, file);
    if (!opened || !opened->head.contains("path") || !opened->head["path"].is_string() ||
        !opened->head.contains("beside") || !opened->head["beside"].is_number_unsigned() ||
        opened->head["beside"].get<std::size_t>() > opened->rest.size()) {
        return std::nullopt;
    }
    const auto middle = opened->rest.begin() + static_cast<std::ptrdiff_t>(opened->head["beside"].get<std::size_t>());
    SealedDocument document;
    document.file = {
        opened->head["path"].get<std::string>(), {middle, opened->rest.end()}, {opened->rest.begin(), middle}};
    for (const json &member : opened->head.value("refused", json::array())) {
        document.refused.push_back(member.is_string() ? member.get<std::string>() : std::string());
    }
    return document;
}

/// Gives a file another name, unless something of that name is there.
bool renameOnto(const fs::path &from, const fs::path &to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    // NFS knows no such flag.
    return (errno == EINVAL || errno == ENOSYS) && ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

fs::path asideOf(const fs::path &path) { return path.parent_path() / (std::string(kAside) + path.filename().string()); }

/// A file and its side file get their own names again; where another has come under one of them, both get the same
/// other name, so that they stay together.
void giveNamesBackTo(const fs::path &aside, const std::optional<fs::path> &sideAside) {
    const fs::path own = aside.parent_path() / aside.filename().string().substr(kAside.size());
    constexpr int kMost = 1000;
    for (int number = 1; number < kMost; ++number) {
        const std::string stem = own.stem().string() + (number == 1 ? "" : " (" + std::to_string(number) + ")");
        const fs::path to = own.parent_path() / (stem + own.extension().string());
        const fs::path sideTo = own.parent_path() / (stem + (sideAside ? sideAside->extension().string() : ""));
        std::error_code ignored;
        if (fs::exists(to, ignored) || (sideAside && fs::exists(sideTo, ignored))) {
            continue;
        }
        if ((!sideAside || renameOnto(*sideAside, sideTo)) && renameOnto(aside, to)) {
            return;
        }
        if (errno != EEXIST) {
            return; // the next start tries again
        }
    }
}

std::int64_t nanoseconds(const timespec &time) {
    constexpr std::int64_t kPerSecond = 1'000'000'000;
    return std::int64_t{time.tv_sec} * kPerSecond + time.tv_nsec;
}

} // namespace

Result<WatchedFolder> WatchedFolder::open(fs::path store, fs::path folder, document::ReaderClient &reader,
                                          const Clock &clock, Random &random) {
    GUICHET_ASSIGN(const storage::StoreIdentity identity, storage::Store::identify(store));
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        return fail(ErrorCode::FolderMissing, folder);
    }
    if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0) {
        return fail(ErrorCode::FileUnwritable, folder);
    }
    const std::shared_ptr<int> lock(new int(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
                                    [](int *descriptor) {
                                        ::close(*descriptor);
                                        delete descriptor;
                                    });
    if (::flock(*lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return fail(ErrorCode::Busy); // a second one would take from the first what it has set aside
    }
    WatchedFolder watched(std::move(store), std::move(folder), identity.kind, reader, clock, random);
    watched.lock_ = lock;
    watched.giveNamesBack();
    return watched;
}

std::optional<WatchedFolder::FileState> WatchedFolder::stateOf(const fs::path &path) {
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return std::nullopt;
    }
    return FileState{info.st_ino, static_cast<std::uint64_t>(info.st_size), nanoseconds(info.st_mtim)};
}

void WatchedFolder::giveNamesBack() const {
    std::vector<fs::path> aside;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder_, fs::directory_options::skip_permission_denied, error), end;
         !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().string().starts_with(kAside) && stateOf(entry->path())) {
            aside.push_back(entry->path());
        }
    }
    for (const fs::path &file : aside) {
        if (!pdfBeside(file)) { // a side file goes with its PDF
            giveNamesBackTo(file, sideFileOf(file));
        }
    }
}

std::vector<fs::path> WatchedFolder::files() const {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder_, fs::directory_options::skip_permission_denied, error), end;
         !error && entry != end; entry.increment(error)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        std::error_code ignored;
        if (hidden && entry->is_directory(ignored)) {
            entry.disable_recursion_pending();
        } else if (!hidden && fs::is_regular_file(entry->symlink_status(ignored))) {
            found.push_back(entry->path());
        }
    }
    std::ranges::sort(found); // a folder that went meanwhile ends the walk; the next one goes on
    return found;
}

Result<std::vector<WatchedItem>> WatchedFolder::look() {
    unsettled_ = false;
    if (std::error_code error; !fs::is_directory(folder_, error)) {
        return fail(ErrorCode::FileUnreadable, folder_);
    }
    const std::vector<fs::path> there = files();
    const auto gone = [&](const auto &each) { return !std::ranges::binary_search(there, each.first); };
    std::erase_if(seen_, gone);
    std::erase_if(left_, gone);
    std::vector<WatchedItem> items;
    for (const fs::path &path : there) {
        auto more = consider(path);
        if (!more) {
            if (items.empty()) {
                return fail(more.error());
            }
            break; // what was done is said; the next look meets the same again
        }
        items.insert(items.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
    }
    return items;
}

Result<std::vector<WatchedItem>> WatchedFolder::consider(const fs::path &path) {
    const std::optional<FileState> file = stateOf(path);
    if (!file || pdfBeside(path)) {
        return std::vector<WatchedItem>(); // gone, or its PDF stands for both
    }
    const auto sidePath = sideFileOf(path);
    const std::chrono::milliseconds now = clock_->monotonic();
    Seen state{*file, sidePath ? stateOf(*sidePath) : std::nullopt, now};
    const auto same = [&](const std::map<fs::path, Seen> &before) {
        const auto at = before.find(path);
        return at != before.end() && at->second.file == state.file && at->second.side == state.side;
    };
    if (same(left_)) {
        return std::vector<WatchedItem>();
    }
    if (!same(seen_)) {
        seen_[path] = state;
    }
    const std::chrono::milliseconds quiet = now - seen_[path].since;
    const bool halfOfTwo = !sidePath && (hasEnding(path, ".pdf") || hasEnding(path, ".json"));
    if (quiet < kSettled || (halfOfTwo && quiet < kTimeForTheOther)) {
        unsettled_ = true;
        return std::vector<WatchedItem>();
    }
    GUICHET_ASSIGN(Taken taken, take(path, state, quiet));
    unsettled_ = unsettled_ || taken.later;
    if (!taken.later && stateOf(path)) {
        left_[path] = state;
    }
    return std::move(taken.items);
}

/// Under another name nobody else puts a file in its place while it is read.
Result<WatchedFolder::Taken> WatchedFolder::take(const fs::path &path, const Seen &seen,
                                                 std::chrono::milliseconds quiet) {
    const fs::path aside = asideOf(path);
    if (!renameOnto(path, aside)) {
        Taken taken;
        taken.items.push_back({pathText(path), ErrorCode::Unreadable, "it can't be taken out of its folder"});
        GUICHET_TRY(note(taken.items, seen.file));
        return taken;
    }
    std::optional<fs::path> sideAside;
    if (const auto side = sideFileOf(path);
        side && seen.side && stateOf(*side) == seen.side && renameOnto(*side, asideOf(*side))) {
        sideAside = asideOf(*side);
    }
    Result<Taken> taken = takeSetAside(path, aside, seen, quiet);
    if (stateOf(aside)) {
        giveNamesBackTo(aside, sideAside && stateOf(*sideAside) ? sideAside : std::nullopt);
    }
    return taken;
}

Result<WatchedFolder::Taken> WatchedFolder::takeSetAside(const fs::path &path, const fs::path &aside, const Seen &seen,
                                                         std::chrono::milliseconds quiet) {
    Taken taken;
    const auto side = sideFileOf(aside);
    const auto unchanged = [&] {
        return stateOf(aside) == seen.file && (side ? stateOf(*side) : std::nullopt) == seen.side;
    };
    Result<IncomingBytes> document = readIncoming(aside);
    Result<Readable> readable = document ? checkReadable(*reader_, kind_, *document) : fail(document.error());
    if (!readable && readable.error().code == ErrorCode::ReaderFailed) {
        GUICHET_TRY(checkReader(*reader_)); // it is there: the file made it fail
    }
    if (!unchanged()) { // somebody writes to it
        taken.later = true;
        return taken;
    }
    if (!readable) {
        const auto reason = rejectionOf(readable.error().code);
        if (!reason) {
            return fail(readable.error());
        }
        taken.items.push_back({pathText(path), *reason, readable.error().context});
        GUICHET_TRY(note(taken.items, seen.file));
        return taken;
    }
    if (readable->damaged && quiet < kTimeForTheRest) {
        taken.later = true;
        return taken;
    }
    for (const ImportItem &item : readable->rejected) {
        taken.items.push_back({pathText(path) + memberOf(item, document->path), item.reason, item.context});
    }
    const bool whole = readable->rejected.empty();
    // An archive that stays was sealed once, whatever was restarted since.
    const fs::path mark = inboxOf(store_) / nameFor(pathText(path) + std::to_string(seen.file.inode),
                                                    std::to_string(seen.file.changed), kLeft);
    std::error_code ignored;
    if (readable->some && (whole || !fs::exists(mark, ignored))) {
        json refused = json::array();
        for (const ImportItem &item : readable->rejected) {
            refused.push_back(toValidUtf8(memberOf(item, document->path)));
        }
        const json head{{"beside", document->beside.size()}, {"path", pathText(path)}, {"refused", refused}, {"v", 1}};
        const std::string name = makeId(clock_->now(), *random_) + std::string(kSealed);
        GUICHET_TRY(seal(store_, inboxOf(store_) / name, head.dump(), document->beside, document->bytes));
        taken.items.push_back({pathText(path), std::nullopt, {}});
        if (whole) { // the inbox has it
            if (side) {
                fs::remove(*side, ignored);
            }
            fs::remove(aside, ignored);
        } else {
            GUICHET_TRY(writeFile(mark, {}));
        }
    }
    GUICHET_TRY(note(taken.items, seen.file));
    return taken;
}

/// Those that stay, with the refusals.
Result<void> WatchedFolder::note(std::vector<WatchedItem> &items, const FileState &file) const {
    for (const WatchedItem &item : items) {
        if (item.reason) {
            GUICHET_TRY(noteRefusal(store_, refusalName(item.path, std::to_string(file.changed)), item, clock_->now()));
        }
    }
    return {};
}

std::size_t countInbox(const fs::path &store) { return filesOf(store, kSealed).size(); }

Result<ImportReport> takeInbox(Desk &desk, std::size_t most, const ImportWatch &watch) {
    const fs::path store = desk.store.folder();
    std::vector<fs::path> files = filesOf(store, kSealed);
    files.resize(std::min(files.size(), most));
    ImportReport report;
    for (const fs::path &file : files) {
        if (watch.stop && watch.stop()) {
            report.interrupted = true;
            break;
        }
        std::optional<SealedDocument> document = openDocument(desk, file);
        std::error_code ignored;
        if (!document) {
            if (fs::exists(file, ignored)) { // else another session has just taken it
                const WatchedItem bad{file.filename().string(), ErrorCode::Unreadable, "not sealed to this store"};
                GUICHET_TRY(noteRefusal(store, refusalName(bad.path, ""), bad, desk.machine.clock.now()));
                fs::rename(file, fs::path(file).replace_extension(".unreadable"), ignored);
            }
            continue;
        }
        // The reader is there: what it can't read now is not for want of it.
        GUICHET_TRY(checkReader(desk.machine.reader));
        const std::string path = document->file.path;
        GUICHET_ASSIGN(const std::vector<ImportItem> items, takeIncoming(desk, std::move(document->file), report));
        bool kept = false;
        for (const ImportItem &item : items) {
            const bool known = std::ranges::find(document->refused, memberOf(item, path)) != document->refused.end();
            if (item.reason && !known) {
                kept = true;
                const WatchedItem refused{item.path, item.reason, item.context};
                GUICHET_TRY(noteRefusal(store, refusalName(item.path, file.stem().string()), refused,
                                        desk.machine.clock.now()));
            }
        }
        if (kept) { // nothing else has it
            fs::rename(file, fs::path(file).replace_extension(kKept), ignored);
        } else {
            fs::remove(file, ignored);
        }
        if (watch.progress) {
            watch.progress(report.items.size(), files.size());
        }
    }
    return report;
}

Result<std::vector<InboxRefusal>> inboxRefusals(Desk &desk) {
    GUICHET_TRY(desk.require(Action::Import));
    std::vector<InboxRefusal> refusals;
    for (const fs::path &file : filesOf(desk.store.folder(), kRefused)) {
        const std::optional<Opened> opened = openFile(desk, file);
        if (!opened) {
            continue;
        }
        InboxRefusal refusal;
        refusal.path = opened->head.value("path", std::string());
        refusal.context = opened->head.value("context", std::string());
        refusal.reason = rejectionNamed(opened->head.value("reason", std::string())).value_or(ErrorCode::Unreadable);
        refusal.at = parseInstant(opened->head.value("at", std::string())).value_or(Instant{});
        refusal.note = file.filename().string();
        refusals.push_back(std::move(refusal));
    }
    std::ranges::stable_sort(refusals, {}, &InboxRefusal::at);
    return refusals;
}

Result<void> forgetInboxRefusals(Desk &desk, const std::vector<std::string> &notes) {
    GUICHET_TRY(desk.require(Action::Import));
    for (const fs::path &file : filesOf(desk.store.folder(), kRefused)) {
        if (std::ranges::find(notes, file.filename().string()) == notes.end()) {
            continue;
        }
        std::error_code error;
        fs::rename(file, fs::path(file).replace_extension(kSeen), error);
        if (error && error != std::errc::no_such_file_or_directory) { // another session has seen it too
            return fail(ErrorCode::FileUnwritable, file);
        }
    }
    return {};
}

} // namespace guichet::kiosk
