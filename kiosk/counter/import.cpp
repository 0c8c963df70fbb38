// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/import.h"

#include "base/files.h"
#include "base/text.h"
#include "kiosk/counter/doubts.h"
#include "kiosk/counter/journal.h"
#include "storage/document/reader_client.h"
#include "storage/document/utf8.h"
#include "storage/register/leaf.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <deque>
#include <future>
#include <set>

namespace guichet::kiosk {
namespace {

using Outcome = ImportItem::Outcome;

ImportItem rejected(const std::filesystem::path &path, const Error &error) {
    ImportItem item;
    item.path = path.string();
    item.reason = error.code;
    item.context = error.context;
    return item;
}

class Finder {
public:
    Finder(FoundFiles &found, const FindOptions &options) : found_(found), options_(options) {}

    void take(const std::filesystem::path &path) {
        struct stat info{};
        if (options_.stick && (::lstat(path.c_str(), &info) != 0 || S_ISLNK(info.st_mode))) {
            return;
        }
        if (::stat(path.c_str(), &info) != 0) {
            found_.unreadable.push_back(rejected(path, {ErrorCode::Unreadable, {}, {}}));
            return;
        }
        if (!S_ISDIR(info.st_mode)) {
            if (const auto pdf = pdfBeside(path)) {
                take(*pdf);
            } else if (!sideFileOf(path) || entered_.emplace(info.st_dev, info.st_ino).second) {
                found_.files.push_back(path);
            }
            return;
        }
        if (!entered_.emplace(info.st_dev, info.st_ino).second) {
            return;
        }
        std::vector<std::filesystem::path> inside;
        std::error_code error;
        for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
             entry.increment(error)) {
            if (!options_.stick || !isOfNobody(entry->path().filename().string())) {
                inside.push_back(entry->path());
            }
        }
        if (error) {
            found_.unreadable.push_back(rejected(path, {ErrorCode::Unreadable, {}, error.message()}));
        }
        std::ranges::sort(inside);
        for (const auto &next : inside) {
            take(next);
        }
    }

private:
    /// What was deleted, or is a system's own.
    static bool isOfNobody(const std::string &name) {
        return name.starts_with('.') || name == "$RECYCLE.BIN" || name == "System Volume Information";
    }

    FoundFiles &found_;
    const FindOptions &options_;
    std::set<std::pair<dev_t, ino_t>> entered_;
};

bool startsWith(ByteView bytes, std::string_view magic) { return asText(bytes).starts_with(magic); }

/// Which of the person's identifiers this store goes by.
struct Identity {
    std::optional<storage::PersonNumber> ins;
    std::vector<storage::PersonNumber> others;
    bool several = false; ///< one was refused, and another was good
};

Result<Identity> chooseIdentity(const document::Patient &patient, storage::StoreKind kind) {
    Identity identity;
    bool refused = false;
    for (const document::Identifier &id : patient.identifiers) {
        if (id.root == document::kUnsaidInsRoot) {
            if (!identity.ins) {
                identity.ins = storage::PersonNumber{std::string(storage::defaultInsRoot(kind)), id.extension};
            }
        } else if (!document::isInsRoot(id.root)) {
            if (!id.extension.empty()) {
                identity.others.push_back({id.root, id.extension});
            }
        } else if (storage::isRefusedRoot(id.root, kind)) {
            refused = true;
        } else if (!identity.ins && !id.extension.empty()) {
            identity.ins = storage::PersonNumber{id.root, id.extension};
        }
    }
    if (refused && !identity.ins) {
        return fail(kind == storage::StoreKind::Demo ? ErrorCode::LiveIdentityInDemo : ErrorCode::TestIdentityInLive);
    }
    identity.several = refused;
    return identity;
}

storage::Sex sexOf(const document::Code &code) {
    if (code.code == "F") {
        return storage::Sex::Female;
    }
    return code.code == "M" ? storage::Sex::Male : storage::Sex::Unknown;
}

storage::BirthDate birthDateOf(const document::Timestamp &time) {
    storage::BirthDate born;
    if (const auto parts = document::parseTime(time.text)) {
        born = {parts->year, parts->month.value_or(0), parts->day.value_or(0)};
    }
    return born;
}

storage::IncomingPerson personOf(const document::Patient &patient, const Identity &identity) {
    storage::IncomingPerson person;
    person.traits.birthName = patient.birthName();
    person.traits.usedName = patient.usedName();
    person.traits.givenNames = patient.givenNames();
    if (person.traits.birthName.empty() && person.traits.givenNames.empty() && !patient.names.empty()) {
        person.traits.birthName = patient.names.front().text(); // written without parts: which is which is not said
    }
    person.traits.born = birthDateOf(patient.birthTime);
    person.traits.sex = sexOf(patient.sex);
    person.traits.birthPlace =
        patient.birthPlaceName.empty() ? std::string(patient.birthPlace.part("city")) : patient.birthPlaceName;
    person.traits.birthPlaceCode = std::string(patient.birthPlaceCode());
    person.ins = identity.ins;
    person.otherNumbers = identity.others;
    if (!patient.addresses.empty()) {
        person.address = join(patient.addresses.front().lines(), "\n");
    }
    return person;
}

storage::Record recordOf(const document::Document &document, const Digest &sha256) {
    storage::Record record;
    record.category = document.category;
    record.code = document.kind.code;
    record.codeSystem = document.kind.codeSystem;
    record.title = document.title.empty() ? std::string(document.kind.label()) : document.title;
    record.date = document.day() ? formatDate(*document.day()) : std::string();
    record.author = document.authorName();
    record.organisation = document.organizationName();
    record.mediaType = document.mediaType();
    record.sourceSha256 = sha256;
    if (!document.setId.root.empty()) {
        record.setId = document.setId.root + "^" + document.setId.extension;
    }
    record.version = document.version();
    record.visibility = document.visibility;
    return record;
}

void addWarning(std::vector<document::Warning> &warnings, document::Warning warning) {
    if (std::ranges::find(warnings, warning) == warnings.end()) {
        warnings.push_back(warning);
        std::ranges::sort(warnings);
    }
}

ImportItem describe(const std::filesystem::path &path, Outcome outcome, const storage::Record &record) {
    ImportItem item;
    item.path = path.string();
    item.outcome = outcome;
    item.record = record.id;
    item.person = record.person;
    item.category = record.category;
    item.title = record.title;
    item.date = record.date;
    item.warnings = record.warnings;
    return item;
}

struct Taken {
    ImportItem item;
    bool newPerson = false;
};

/// A document's bytes, what came beside it, and what names it; no store is needed for it.
struct Looked {
    Bytes bytes;
    Bytes beside; ///< empty where nothing did
    Digest digest{};
};

Looked look(IncomingBytes file) {
    const Digest digest = sha256(file.bytes);
    return {std::move(file.bytes), std::move(file.beside), digest};
}

Result<Looked> lookAt(const std::filesystem::path &path) {
    GUICHET_ASSIGN(IncomingBytes file, readIncoming(path));
    return look(std::move(file));
}

bool isArchive(ByteView bytes) { return startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06"); }

/// A supervisor has said whose it is: what contradicted it then contradicts it no more when it comes again.
Result<bool> wasGiven(const Desk &desk, const storage::Record &record) {
    for (const storage::StoredEntry &stored : desk.entries.ofPerson(record.entry)) {
        GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(stored.leafBytes));
        if (leaf.kind != kRecordGiven || !stored.payload) {
            continue;
        }
        const auto details = nlohmann::json::parse(stored.payload->details, nullptr, false);
        if (details.is_object() && details.value("record", std::string()) == record.id) {
            return true;
        }
    }
    return false;
}

/// The document is there: nothing is written but marks of visibility that it has not yet, and a doubt.
Result<Taken> again(Desk &desk, const std::filesystem::path &path, storage::Record record,
                    const document::ReadOutcome &read) {
    const document::Visibility marks = read.document.visibility;
    GUICHET_ASSIGN(const bool marked, desk.store.records().addMarks(record.id, marks));
    if (read.contradicted && record.state != storage::RecordState::Doubtful) {
        GUICHET_ASSIGN(const bool given, wasGiven(desk, record));
        if (!given) {
            GUICHET_ASSIGN(record, desk.store.records().doubt(record.id));
            GUICHET_TRY(journal(
                desk,
                {.kind = "record.doubted", .person = record.entry, .by = {}, .details = {{"record", record.id}}}));
        }
    }
    if (marked) {
        GUICHET_TRY(journal(desk, {.kind = "record.marked",
                                   .person = record.entry,
                                   .by = {},
                                   .details = {{"record", record.id}, {"visibility", join(marks.names(), " ")}}}));
    }
    return Taken{describe(path, Outcome::Duplicate, record), false};
}

/// Writes a document that was read, in the caller's transaction.
Result<Taken> store(Desk &desk, const std::filesystem::path &path, const Looked &looked,
                    const document::ReadOutcome &read, const Identity &identity) {
    const document::Document &document = read.document;
    storage::Records &records = desk.store.records();
    const ByteView beside = read.described ? ByteView(looked.beside) : ByteView();
    // The same bytes may have come in since they were looked for: by another process, or from the file before.
    if (const auto there = records.findSame(looked.digest, beside)) {
        return again(desk, path, *there, read);
    }
    const Instant now = desk.machine.clock.now();
    const storage::TakenPerson person =
        desk.store.people().takeFromDocument(personOf(document.patient, identity), now, desk.machine.random);
    if (const auto there = records.findBytes(looked.digest, person.entry)) {
        return again(desk, path, *there, read);
    }
    storage::Record record = recordOf(document, looked.digest);
    record.person = person.entry;
    record.warnings = read.warnings;
    if (identity.several) {
        addWarning(record.warnings, document::Warning::SeveralIdentifiers);
    }
    // A document that says itself whose it is may differ in a trait and be theirs; of one that does not, all there is
    // to go by is what was said of it.
    const bool guess = read.described && document.patient.names.empty() && document.patient.birthTime.empty() &&
                       std::ranges::find(read.warnings, document::Warning::WrongKey) != read.warnings.end();
    const bool doubtful = guess || person.anybody || read.contradicted || (read.described && person.undecided);
    if (person.identityDiffers || doubtful) {
        addWarning(record.warnings, document::Warning::IdentityDiffers);
    }
    if (const auto kept = desk.store.settings().retention(document::categoryName(record.category))) {
        record.keepUntil = now + *kept;
    }
    const storage::RecordInserted inserted =
        records.insert(record, looked.bytes, beside, doubtful, now, desk.machine.random);
    record.id = inserted.id;
    record.person = person.id;
    const Outcome outcome = inserted.replaced ? Outcome::Replaced : Outcome::Imported;
    GUICHET_TRY(journal(desk, {.kind = "record.imported",
                               .person = person.entry,
                               .by = {},
                               .details = {{"outcome", std::string(toText(outcome))},
                                           {"record", inserted.id},
                                           {"sha256", toHex(looked.digest)}}}));
    return Taken{describe(path, outcome, record), person.outcome == storage::TakenPerson::Outcome::Added};
}

using Members = std::vector<document::ArchiveMember>;

/// A file on its way in, before anything is written.
struct Incoming {
    std::filesystem::path path;
    Looked looked;
    std::optional<Result<Taken>> decided;            ///< what becomes of it, where it need not be read
    std::future<Result<document::ReadOutcome>> read; ///< of a document; ends before the bytes that it reads
    std::future<Result<Members>> opened;             ///< of an archive; likewise
};

/// Has a file read on another thread, which borrows the desk's reader and the bytes (they stay where they are when an
/// Incoming is moved).
Incoming begin(Desk &desk, const std::filesystem::path &path, Result<Looked> looked) {
    if (!looked) {
        return {.path = path, .looked = {}, .decided = fail(looked.error()), .read = {}, .opened = {}};
    }
    Incoming incoming{.path = path, .looked = std::move(*looked), .decided = {}, .read = {}, .opened = {}};
    const ByteView bytes = incoming.looked.bytes;
    const ByteView beside = incoming.looked.beside;
    document::ReaderClient &reader = desk.machine.reader;
    if (isArchive(bytes)) {
        incoming.opened = std::async(std::launch::async, [&reader, bytes] { return reader.readArchive(bytes); });
    } else if (const auto known = desk.store.records().findSame(incoming.looked.digest, beside)) {
        incoming.decided = Taken{describe(path, Outcome::Duplicate, *known), false};
    } else {
        incoming.read = std::async(std::launch::async, [&reader, bytes, beside, digest = incoming.looked.digest] {
            return reader.read(bytes, {.mediaBytes = false, .sha256 = digest, .beside = beside});
        });
    }
    return incoming;
}

/// Stores a document that was begun. `inTransaction` runs what writes.
template <typename InTransaction>
Result<Taken> finish(Desk &desk, Incoming &incoming, const InTransaction &inTransaction) {
    if (incoming.decided) {
        return *incoming.decided;
    }
    if (incoming.opened.valid()) { // an archive where a document should be: in another one, there would be no end
        return fail(ErrorCode::UnsupportedMedia, {}, "ZIP");
    }
    GUICHET_ASSIGN(const document::ReadOutcome read, incoming.read.get());
    GUICHET_ASSIGN(const Identity identity, chooseIdentity(read.document.patient, desk.store.identity().kind));
    return inTransaction([&] { return store(desk, incoming.path, incoming.looked, read, identity); });
}

/// A file's own fault makes it rejected; other errors stop everything.
Result<Taken> orRejected(Result<Taken> taken, const std::filesystem::path &path) {
    if (!taken) {
        if (const auto reason = rejectionOf(taken.error().code)) {
            return Taken{rejected(path, {*reason, {}, taken.error().context}), false};
        }
    }
    return taken;
}

/// The documents of an archive that was begun, one after the other, each as a file of its own. False where it was asked
/// to stop between two.
template <typename InTransaction, typename Count>
Result<bool> finishArchive(Desk &desk, Incoming &incoming, const InTransaction &inTransaction,
                           const std::function<bool()> &stop, const Count &count) {
    Result<Members> members = incoming.opened.get();
    if (!members) {
        GUICHET_ASSIGN(const Taken whole, orRejected(fail(members.error()), incoming.path));
        count(whole);
        return true;
    }
    for (document::ArchiveMember &member : *members) {
        if (stop && stop()) {
            return false;
        }
        const std::filesystem::path path = incoming.path.string() + "#" + member.name;
        if (member.problem) {
            count({rejected(path, {*member.problem, {}, member.context}), false});
            continue;
        }
        const ByteView said = asBytes(member.description);
        Incoming document = begin(desk, path, look({{}, std::move(member.bytes), {said.begin(), said.end()}}));
        GUICHET_ASSIGN(const Taken taken, orRejected(finish(desk, document, inTransaction), path));
        count(taken);
    }
    return true;
}

/// Files in their order, one at a time: while it is written, the next ones are read, and the one after is fetched. A
/// large document takes longer to write than several small ones to read, and the other way round.
class Arrivals {
public:
    /// Borrows both.
    Arrivals(Desk &desk, const std::vector<std::filesystem::path> &files) : desk_(desk), files_(files) {
        fetch();
        readAhead();
    }

    std::optional<Incoming> next() {
        if (reading_.empty()) {
            return std::nullopt;
        }
        std::optional<Incoming> current = std::move(reading_.front());
        reading_.pop_front();
        readAhead();
        return current;
    }

private:
    void fetch() {
        if (fetching_ < files_.size()) {
            fetched_ = std::async(std::launch::async, lookAt, std::cref(files_[fetching_]));
        }
    }

    void readAhead() {
        constexpr std::size_t kAhead = 3; // documents of at most 64 MiB
        while (fetched_.valid() && reading_.size() < kAhead) {
            Result<Looked> looked = fetched_.get();
            const std::filesystem::path &path = files_[fetching_++];
            fetch();
            reading_.push_back(begin(desk_, path, std::move(looked)));
        }
    }

    Desk &desk_;
    const std::vector<std::filesystem::path> &files_;
    std::size_t fetching_ = 0;
    std::future<Result<Looked>> fetched_;
    std::deque<Incoming> reading_;
};

void count(ImportReport &report, const Taken &taken) {
    switch (taken.item.outcome) {
    case Outcome::Imported: ++report.imported; break;
    case Outcome::Duplicate: ++report.duplicates; break;
    case Outcome::Replaced: ++report.replaced; break;
    case Outcome::Rejected: ++report.rejected; break;
    }
    report.persons += taken.newPerson ? 1 : 0;
    report.items.push_back(taken.item);
}

/// Stores a file that was begun, each document in a transaction of its own.
Result<void> takeIn(Desk &desk, Incoming &incoming, const std::function<bool()> &stop, ImportReport &report) {
    const auto alone = [&](const auto &work) { return desk.entries.write(work); };
    if (incoming.opened.valid()) {
        const auto add = [&](const Taken &taken) { count(report, taken); };
        GUICHET_ASSIGN(const bool whole, finishArchive(desk, incoming, alone, stop, add));
        report.interrupted = !whole;
        return {};
    }
    GUICHET_ASSIGN(const Taken taken, orRejected(finish(desk, incoming, alone), incoming.path));
    count(report, taken);
    return {};
}

constexpr std::array kRejections{ErrorCode::NotXml,
                                 ErrorCode::NotCda,
                                 ErrorCode::TooLarge,
                                 ErrorCode::TooDeep,
                                 ErrorCode::NoPerson,
                                 ErrorCode::LiveIdentityInDemo,
                                 ErrorCode::TestIdentityInLive,
                                 ErrorCode::UnsupportedMedia,
                                 ErrorCode::Unreadable,
                                 ErrorCode::BadArchive,
                                 ErrorCode::HashMismatch,
                                 ErrorCode::Encrypted};

/// The file beside `path` that has the same name with another ending, in small letters or capitals.
std::optional<std::filesystem::path> sibling(const std::filesystem::path &path, std::string_view from,
                                             std::string_view to, std::string_view toInCapitals) {
    if (hasEnding(path, from)) {
        for (const std::string_view each : {to, toInCapitals}) {
            std::filesystem::path other = path;
            other.replace_extension(each);
            if (std::error_code error; std::filesystem::is_regular_file(other, error)) {
                return other;
            }
        }
    }
    return std::nullopt;
}

} // namespace

bool hasEnding(const std::filesystem::path &path, std::string_view ending) {
    return document::smallLetters(path.extension().string()) == ending;
}

std::optional<std::filesystem::path> sideFileOf(const std::filesystem::path &path) {
    return sibling(path, ".pdf", ".json", ".JSON");
}

std::optional<std::filesystem::path> pdfBeside(const std::filesystem::path &path) {
    return sibling(path, ".json", ".pdf", ".PDF");
}

Result<IncomingBytes> readIncoming(const std::filesystem::path &path) {
    IncomingBytes file{.path = path.string(), .bytes = {}};
    GUICHET_ASSIGN(file.bytes, readFile(path, document::kLargestDocumentBytes));
    if (const auto side = sideFileOf(path)) {
        GUICHET_ASSIGN(file.beside, readFile(*side, document::kLargestDescriptionBytes));
    }
    return file;
}

Result<Readable> checkReadable(document::ReaderClient &reader, storage::StoreKind kind, const IncomingBytes &file) {
    Readable readable;
    const auto check = [&](ByteView bytes, ByteView beside) -> Result<void> {
        if (isArchive(bytes)) {
            return fail(ErrorCode::UnsupportedMedia, {}, "ZIP");
        }
        GUICHET_ASSIGN(const document::ReadOutcome read, reader.read(bytes, {.mediaBytes = false, .beside = beside}));
        GUICHET_TRY(chooseIdentity(read.document.patient, kind));
        readable.some = true;
        readable.damaged =
            readable.damaged || std::ranges::find(read.warnings, document::Warning::Damaged) != read.warnings.end();
        return {};
    };
    if (!isArchive(file.bytes)) {
        GUICHET_TRY(check(file.bytes, file.beside));
        return readable;
    }
    GUICHET_ASSIGN(const Members members, reader.readArchive(file.bytes));
    for (const document::ArchiveMember &member : members) {
        const Result<void> good = member.problem ? Result<void>(fail(*member.problem, {}, member.context))
                                                 : check(member.bytes, asBytes(member.description));
        if (good) {
            continue;
        }
        const auto reason = rejectionOf(good.error().code);
        if (!reason || good.error().code == ErrorCode::ReaderFailed) {
            return fail(good.error());
        }
        readable.rejected.push_back(rejected(file.path + "#" + member.name, {*reason, {}, good.error().context}));
    }
    return readable;
}

Result<void> checkReader(document::ReaderClient &reader) {
    const auto nothing = reader.read(asBytes("<nothing/>"), {.mediaBytes = false});
    if (!nothing &&
        (nothing.error().code == ErrorCode::ReaderMissing || nothing.error().code == ErrorCode::ReaderFailed ||
         nothing.error().code == ErrorCode::Unreadable)) {
        return fail(nothing.error());
    }
    return {};
}

std::optional<ErrorCode> rejectionOf(ErrorCode code) {
    if (code == ErrorCode::FileNotFound || code == ErrorCode::FileUnreadable || code == ErrorCode::ReaderFailed) {
        return ErrorCode::Unreadable; // of the last, the reader died of it, and was started again
    }
    const auto *found = std::ranges::find(kRejections, code);
    return found == kRejections.end() ? std::nullopt : std::optional(*found);
}

std::optional<ErrorCode> rejectionNamed(std::string_view name) {
    const auto *found = std::ranges::find(kRejections, name, errorName);
    return found == kRejections.end() ? std::nullopt : std::optional(*found);
}

Result<std::vector<ImportItem>> takeIncoming(Desk &desk, IncomingBytes file, ImportReport &report) {
    const auto before = static_cast<std::ptrdiff_t>(report.items.size());
    const std::filesystem::path path = file.path;
    Incoming incoming = begin(desk, path, look(std::move(file)));
    GUICHET_TRY(takeIn(desk, incoming, {}, report));
    return std::vector<ImportItem>(report.items.begin() + before, report.items.end());
}

std::string_view toText(Outcome outcome) {
    switch (outcome) {
    case Outcome::Imported: return "imported";
    case Outcome::Duplicate: return "duplicate";
    case Outcome::Replaced: return "replaced";
    case Outcome::Rejected: return "rejected";
    }
    return {};
}

FoundFiles findFiles(const std::vector<std::filesystem::path> &paths, const FindOptions &options) {
    FoundFiles found;
    Finder finder(found, options);
    for (const auto &path : paths) {
        finder.take(path);
    }
    return found;
}

Result<ImportReport> importFiles(Desk &desk, const std::vector<std::filesystem::path> &paths, const ImportWatch &watch,
                                 const FindOptions &find) {
    GUICHET_TRY(desk.require(Action::Import));
    const auto started = std::chrono::steady_clock::now();
    ImportReport report;
    const FoundFiles found = findFiles(paths, find);
    for (const ImportItem &item : found.unreadable) {
        count(report, {item, false});
    }
    std::size_t done = 0;
    Arrivals arrivals(desk, found.files);
    while (std::optional<Incoming> incoming = arrivals.next()) {
        report.interrupted = watch.stop && watch.stop();
        if (!report.interrupted) {
            GUICHET_TRY(takeIn(desk, *incoming, watch.stop, report));
        }
        if (report.interrupted) {
            break;
        }
        if (watch.progress) {
            watch.progress(++done, found.files.size());
        }
    }
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    return report;
}

Result<ImportReport> importTogether(Desk &desk, const std::vector<IncomingBytes> &documents, const ImportWatch &watch) {
    GUICHET_TRY(desk.require(Action::Import));
    return desk.entries.write([&]() -> Result<ImportReport> {
        ImportReport report;
        for (const IncomingBytes &document : documents) {
            if (watch.stop && watch.stop()) {
                return fail(ErrorCode::StoppedUndone);
            }
            Incoming incoming = begin(desk, document.path, look(document));
            const auto inside = [](const auto &work) { return work(); };
            GUICHET_ASSIGN(const Taken taken, orRejected(finish(desk, incoming, inside), document.path));
            count(report, taken);
            if (watch.progress) {
                watch.progress(report.items.size(), documents.size());
            }
        }
        return report;
    });
}

} // namespace guichet::kiosk
