// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "storage/check.h"
#include "storage/register/register.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// What `register verify` finds.
struct RegisterFindings {
    storage::Verification verification;
    std::optional<bool> consistent; ///< with the older checkpoint, when one was given
    std::string checkpoint;         ///< signed head, as it is now
    std::string key;                ///< verifier key of the current log
    [[nodiscard]] bool good() const { return verification.ok && consistent.value_or(true); }
};

/// Looks at every byte of the register; `against` is an older checkpoint. Errors: NotAllowed, VerifyFailed (the
/// checkpoint is not one of this store's).
[[nodiscard]] Result<RegisterFindings> verifyRegister(Desk &desk, const std::optional<std::string> &against);

/// The signed head, size and root. Error: NotAllowed.
struct RegisterHead {
    storage::Checkpoint head;
    std::string checkpoint;
    std::string key;
};
[[nodiscard]] Result<RegisterHead> registerCheckpoint(Desk &desk);

/// Goes on with a register that is shorter than what was kept outside the store, or different: a new epoch, with a new
/// key, whose entries say what was lost. A supervisor's decision. Errors: NotAllowed, AlreadyDone (nothing was rolled
/// back).
[[nodiscard]] Result<RegisterHead> acceptRollback(Desk &desk);

/// The proof for the entry of an act (its reference) in the present register, or in that of an older checkpoint.
/// Errors: NotAllowed, BadReference, Nothing, VerifyFailed.
struct EntryProof {
    std::string proof;
    std::string key;
    storage::EntryId entry;
};
[[nodiscard]] Result<EntryProof> proveEntry(Desk &desk, std::string_view reference,
                                            const std::optional<std::string> &checkpoint);

/// What was found in a paper, a seal, a proof or a checkpoint.
struct Verified {
    enum class Kind { Paper, Seal, Proof, Checkpoint };
    /// Of a paper: whether its text is what was sealed. Absent: there is nothing to compare.
    enum class Content { Matches, Differs, Absent };
    Kind kind = Kind::Seal;
    bool ok = false;
    Content content = Content::Absent;
    std::string problem;               ///< what does not hold, in a word; empty when ok
    std::optional<storage::Leaf> leaf; ///< none for a checkpoint
    std::optional<storage::Core> core; ///< of a seal
    std::optional<storage::Checkpoint> head;
    int copies = 0; ///< reading copies in a paper that matches
};
[[nodiscard]] std::string_view toText(Verified::Content content); ///< "matches", "differs", "absent"

/// Checks bytes that somebody brings (a Guichet PDF, the text of a seal, a proof, a checkpoint) against keys that are
/// known to be ours. A key inside the bytes is never looked at. Errors: VerifyFailed (nothing in it that could be
/// checked), and those of the reader, where a PDF is opened.
[[nodiscard]] Result<Verified> verifyBytes(Machine &machine, ByteView bytes,
                                           const std::vector<storage::VerifierKey> &keys);

/// The keys of this store's register, of every epoch. Nobody needs a role for it.
[[nodiscard]] std::vector<storage::VerifierKey> knownKeys(Desk &desk);

/// The reference of a receipt of this counter, from the code on it or as somebody spells it: the first of these that is
/// one; "" where none is. Nobody needs a role for it, and nothing else is learnt.
[[nodiscard]] std::string receiptOfOurs(Desk &desk, const std::vector<std::string> &codesOrReferences);

/// The same keys stand in clear in the store's folder, so that a receipt can be checked with nobody signed in.
[[nodiscard]] std::filesystem::path publishedKeysFile(const std::filesystem::path &folder);
/// Writes that file where it is not there or not right. Errors: those of writeFile().
[[nodiscard]] Result<void> publishKeys(storage::Register &entries, const std::filesystem::path &folder);
/// Verifier keys from a file, one a line. Errors: those of readFile(), BadValue (none, or a line that is not one).
[[nodiscard]] Result<std::vector<storage::VerifierKey>> readKeys(const std::filesystem::path &file);

/// Everything that can be wrong with the store: folder, database, register, projections. Empty: nothing is. Error:
/// NotAllowed.
[[nodiscard]] Result<std::vector<storage::Problem>> checkStore(Desk &desk);

} // namespace guichet::kiosk
