// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/inbox.h"

#include "base/files.h"
#include "base/text.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace guichet::kiosk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kSealed = ".sealed";
constexpr std::string_view kRefused = ".refused";
constexpr std::size_t kLargestSealed = document::kLargestDocumentBytes + (std::size_t{1} << 20);
constexpr std::chrono::seconds kTimeForTheOther{10};

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

/// The name of a refusal: the same for the same file, and nothing of it can be read from it.
std::string refusalName(const std::string &path, std::string_view change) {
    return sha256Hex(asBytes(path + "\n" + std::string(change))).substr(0, 32) + std::string(kRefused);
}

Result<void> noteRefusal(const fs::path &store, const std::string &name, const WatchedItem &item, Instant at) {
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

/// The document of a sealed file; none where it was not sealed by us, or was changed.
std::optional<IncomingBytes> openDocument(Desk &desk, const fs::path &file) {
    std::optional<Opened> opened = openFile(desk, file);
    if (!opened || !opened->head.contains("path") || !opened->head["path"].is_string() ||
        !opened->head.contains("beside") || !opened->head["beside"].is_number_unsigned() ||
        opened->head["beside"].get<std::size_t>() > opened->rest.size()) {
        return std::nullopt;
    }
    const auto middle = opened->rest.begin() + static_cast<std::ptrdiff_t>(opened->head["beside"].get<std::size_t>());
    return IncomingBytes{
        opened->head["path"].get<std::string>(), {middle, opened->rest.end()}, {opened->rest.begin(), middle}};
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
    return WatchedFolder(std::move(store), std::move(folder), identity.kind, reader, clock, random);
}

Result<std::vector<WatchedItem>> WatchedFolder::look() {
    unsettled_ = false;
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        std::error_code ignored;
        if (hidden && entry->is_directory(ignored)) {
            entry.disable_recursion_pending();
        } else if (!hidden && fs::is_regular_file(entry->symlink_status(ignored))) {
            files.push_back(entry->path());
        }
    }
    if (error) {
        return fail(ErrorCode::FileUnreadable, folder_, error.message());
    }
    std::ranges::sort(files);
    std::erase_if(seen_, [&](const auto &each) { return !std::ranges::binary_search(files, each.first); });
    std::erase_if(refused_, [&](const auto &each) { return !std::ranges::binary_search(files, each.first); });
    std::vector<WatchedItem> items;
    for (const fs::path &path : files) {
        GUICHET_ASSIGN(std::optional<WatchedItem> item, consider(path));
        if (item) {
            items.push_back(std::move(*item));
        }
    }
    return items;
}

Result<std::optional<WatchedItem>> WatchedFolder::consider(const fs::path &path) {
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return std::nullopt; // gone, with the PDF that it belonged to
    }
    if (pdfBeside(path)) {
        return std::nullopt; // the PDF stands for both
    }
    const auto side = sideFileOf(path);
    std::error_code ignored;
    const Seen now{static_cast<std::uintmax_t>(info.st_size), nanoseconds(info.st_mtim),
                   side ? fs::file_size(*side, ignored) + 1 : 0};
    if (const auto refused = refused_.find(path); refused != refused_.end() && refused->second == now) {
        return std::nullopt;
    }
    const bool same = seen_.contains(path) && seen_[path] == now;
    seen_[path] = now;
    const bool halfOfTwo = !side && (hasEnding(path, ".pdf") || hasEnding(path, ".json"));
    const auto age = std::chrono::nanoseconds(clock_->now().time_since_epoch()) - std::chrono::nanoseconds(now.changed);
    if (!same || (halfOfTwo && age < kTimeForTheOther)) {
        unsettled_ = true;
        return std::nullopt;
    }
    GUICHET_ASSIGN(WatchedItem item, take(path, now));
    return std::optional(std::move(item));
}

Result<WatchedItem> WatchedFolder::take(const fs::path &path, const Seen &seen) {
    WatchedItem item;
    item.path = pathText(path);
    Result<IncomingBytes> document = readIncoming(path);
    Result<void> readable = document ? checkReadable(*reader_, kind_, *document) : Result<void>(fail(document.error()));
    if (!readable) {
        const auto reason = rejectionOf(readable.error().code);
        if (!reason) {
            return fail(readable.error());
        }
        item.reason = *reason;
        item.context = readable.error().context;
        GUICHET_TRY(noteRefusal(store_, refusalName(item.path, std::to_string(seen.changed)), item, clock_->now()));
        refused_[path] = seen;
        return item;
    }
    const json head{{"beside", document->beside.size()}, {"path", item.path}, {"v", 1}};
    const std::string name = makeId(clock_->now(), *random_) + std::string(kSealed);
    GUICHET_TRY(seal(store_, inboxOf(store_) / name, head.dump(), document->beside, document->bytes));
    // From here on the inbox has it; a file that can't be removed now would come in again, as a duplicate.
    std::error_code error;
    if (const auto side = sideFileOf(path)) {
        fs::remove(*side, error);
    }
    fs::remove(path, error);
    if (error) {
        return fail(ErrorCode::FileUnwritable, path);
    }
    return item;
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
        std::optional<IncomingBytes> document = openDocument(desk, file);
        std::error_code ignored;
        if (!document) {
            if (fs::exists(file, ignored)) { // else another session has just taken it
                WatchedItem bad{file.filename().string(), ErrorCode::Unreadable, "not sealed to this store"};
                GUICHET_TRY(noteRefusal(store, refusalName(bad.path, ""), bad, desk.machine.clock.now()));
                fs::rename(file, fs::path(file).replace_extension(".unreadable"), ignored);
            }
            continue;
        }
        GUICHET_ASSIGN(const std::vector<ImportItem> items, takeIncoming(desk, std::move(*document), report));
        for (const ImportItem &item : items) {
            if (item.reason) {
                const WatchedItem refused{item.path, item.reason, item.context};
                GUICHET_TRY(noteRefusal(store, refusalName(item.path, file.stem().string()), refused,
                                        desk.machine.clock.now()));
            }
        }
        fs::remove(file, ignored);
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
        refusals.push_back(std::move(refusal));
    }
    std::ranges::stable_sort(refusals, {}, &InboxRefusal::at);
    return refusals;
}

Result<void> forgetInboxRefusals(Desk &desk) {
    GUICHET_TRY(desk.require(Action::Import));
    for (const fs::path &file : filesOf(desk.store.folder(), kRefused)) {
        std::error_code error;
        fs::remove(file, error);
        if (error) {
            return fail(ErrorCode::FileUnwritable, file);
        }
    }
    return {};
}

} // namespace guichet::kiosk
