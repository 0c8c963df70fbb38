// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "storage/database.h"
#include "storage/document/document.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// Where a record stands among the versions of its document, and whether it is known whose it is.
enum class RecordState {
    Current,
    Superseded,  ///< a higher version of the same document is there
    SameVersion, ///< came with the version number of one that was there, and other bytes
    Doubtful,    ///< it is in doubt whose it is: never selected by itself
};
/// Whether it is one of the person's documents when those are counted: not replaced, and surely theirs.
[[nodiscard]] constexpr bool isCounted(RecordState state) {
    return state == RecordState::Current || state == RecordState::SameVersion;
}
[[nodiscard]] std::string_view toText(RecordState state); ///< "current", "superseded", "same-version", "doubtful"

/// The header of a record: what lists need. The document itself is read again from its bytes when it is shown.
struct Record {
    std::string id;
    std::string person; ///< whose it is; to insert(): the entry under which it came (TakenPerson::entry)
    std::string entry;  ///< under which of the person's entries it stands; insert() does not look at it
    document::Category category = document::Category::Other;
    std::string code; ///< of the kind of document, and the system it is from
    std::string codeSystem;
    std::string title;
    std::string date; ///< "YYYY-MM-DD" or an instant with its offset, as the reader gives it; "" when it has none
    std::string author;
    std::string organisation;
    std::string mediaType;
    Digest sourceSha256{};
    std::uint64_t sizeBytes = 0; ///< of the document as it came
    std::string setId;           ///< root and extension; "" when it has none: then it has no versions
    std::optional<std::int64_t> version;
    document::Visibility visibility; ///< of all copies that the person's entries have
    RecordState state = RecordState::Current;
    std::vector<document::Warning> warnings;
    std::optional<int> pages; ///< of its print in the standard layout, once somebody has laid it out
    std::string station;
    Instant importedAt{};
    std::optional<Instant> keepUntil; ///< none: until the end of the visit
    bool operator==(const Record &) const = default;
};

struct RecordFilter {
    std::string person;
    std::optional<document::Category> category;
    bool onlySelectable = false; ///< leaves out what is Doubtful or Superseded
};

struct RecordInserted {
    std::string id;
    RecordState state = RecordState::Current;
    bool replaced = false; ///< lower versions of the document became Superseded
};

/// The records of a store. Borrows the database, which outlives it; belongs to its thread. Nothing opens a transaction
/// of its own: callers wrap what belongs together in inTransaction().
class Records {
public:
    Records(Database &database, std::string station);

    /// The record with the same bytes and the same description ("" for a document that speaks for itself), when there
    /// is one: then nothing needs to be read, and nothing is inserted.
    [[nodiscard]] std::optional<Record> findSame(const Digest &sourceSha256, ByteView description);
    /// The record with the same bytes under this entry of a person.
    [[nodiscard]] std::optional<Record> findBytes(const Digest &sourceSha256, std::string_view entry);

    /// Takes in a document as it came, and what came beside it where it does not speak for itself; `bytes` are kept
    /// compressed. From `record` everything is taken but `id`, `state`, `sizeBytes`, `station` and `importedAt`;
    /// `doubtful` says that it is not sure whose it is.
    /// - the same person and setId with a higher version that is surely theirs: Superseded;
    /// - with the same version, and other bytes that were there before: SameVersion. A version that is missing counts
    ///   as 1.
    /// The caller has asked findBytes() in the same transaction: the same bytes twice throw DatabaseError
    /// (isConstraint()), and nothing is written once the transaction is undone.
    [[nodiscard]] RecordInserted insert(Record record, ByteView bytes, ByteView description, bool doubtful, Instant at,
                                        Random &random);
    /// Marks of visibility that came with another copy: those are added that it has not yet, none is taken away. True
    /// when there was one. Error: Nothing.
    [[nodiscard]] Result<bool> addMarks(std::string_view id, document::Visibility marks);

    /// It is in doubt whose it is from now on, with the warning IdentityDiffers; the record as it is then. Error:
    /// Nothing.
    [[nodiscard]] Result<Record> doubt(std::string_view id);
    /// Those that are in doubt by themselves, whoever else is: the oldest first.
    [[nodiscard]] std::vector<Record> inDoubt();
    /// It stands under this entry from now on, in no doubt; where that has the same bytes, the two become one: the
    /// record that is left. Errors: Nothing (no such record); Nobody; AlreadyDone (it stands there, in no doubt).
    [[nodiscard]] Result<Record> give(std::string_view id, std::string_view entry);
    /// Entries became this person's, or are no longer: looks again which version is current.
    void settle(std::string_view person);

    /// The newest first; a record without a date last. Bytes that came in under several entries are listed once.
    [[nodiscard]] std::vector<Record> list(const RecordFilter &filter);
    /// How many of each category the person has, doubtful and superseded ones left out.
    [[nodiscard]] std::map<document::Category, int> counts(std::string_view person);
    /// Error: Nothing.
    [[nodiscard]] Result<Record> get(std::string_view id);
    /// The document as it came, to the byte: the SHA-256 is checked. Errors: Nothing, StoreDamaged.
    [[nodiscard]] Result<Bytes> bytes(std::string_view id);
    /// What came beside it, as it came; empty for a document that speaks for itself. Error: Nothing.
    [[nodiscard]] Result<Bytes> description(std::string_view id);
    /// Error: Nothing.
    [[nodiscard]] Result<void> setPages(std::string_view id, int pages);
    [[nodiscard]] std::int64_t count();
    /// How many came in under this entry of a person, whatever their state.
    [[nodiscard]] int countUnder(std::string_view entry);

    /// Removes one record. Error: Nothing. A purge ends with Store::finishPurge(), which leaves nothing on the disk.
    [[nodiscard]] Result<void> remove(std::string_view id);
    /// Removes what its time has come for, and returns how many; with `person`, theirs that were kept for the visit
    /// alone as well.
    int purge(Instant now, const std::optional<std::string> &personWhoseVisitEnds);

private:
    Database &database_;
    std::string station_;
};

} // namespace guichet::storage
