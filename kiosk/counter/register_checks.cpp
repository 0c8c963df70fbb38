// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/register_checks.h"

#include "base/files.h"
#include "base/text.h"
#include "kiosk/counter/verify_paper.h"
#include "storage/document/reader_client.h"
#include "storage/file_lock.h"
#include "storage/register/acts.h"
#include "storage/register/proof.h"
#include "storage/register/reference.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <array>

namespace guichet::kiosk {
namespace {

constexpr std::size_t kKeysFileLimitBytes = 64U << 10U;

std::string keysText(storage::Register &entries) {
    std::string text;
    for (const storage::LogInfo &log : entries.logs()) {
        text += log.key.text() + "\n";
    }
    return text;
}

Verified notGenuine(Verified::Kind kind, const Error &error) {
    Verified verified;
    verified.kind = kind;
    verified.problem = error.detail;
    return verified;
}

/// Tries each key with `check`; a text that another key signed is as wrong as one that nobody signed.
template <typename Check>
Verified withAnyKey(Verified::Kind kind, const std::vector<storage::VerifierKey> &keys, const Check &check) {
    Verified verified = notGenuine(kind, {ErrorCode::VerifyFailed, "key", {}});
    for (const storage::VerifierKey &key : keys) {
        const auto result = check(key);
        if (result) {
            Verified good = *result;
            good.kind = kind;
            good.ok = true;
            return good;
        }
        // What another key says of it is not what is wrong with it.
        if (result.error().detail != "key") {
            verified = notGenuine(kind, result.error());
        }
    }
    return verified;
}

Verified checkProof(std::string_view text, const std::vector<storage::VerifierKey> &keys) {
    return withAnyKey(Verified::Kind::Proof, keys, [&](const storage::VerifierKey &key) -> Result<Verified> {
        GUICHET_ASSIGN(const storage::ProvenEntry entry, storage::verifyProof(text, key));
        Verified verified;
        verified.leaf = entry.leaf;
        verified.head = entry.checkpoint;
        return verified;
    });
}

Verified checkCheckpoint(std::string_view text, const std::vector<storage::VerifierKey> &keys) {
    return withAnyKey(Verified::Kind::Checkpoint, keys, [&](const storage::VerifierKey &key) -> Result<Verified> {
        GUICHET_ASSIGN(const storage::Checkpoint head, storage::openCheckpoint(text, key));
        Verified verified;
        verified.head = head;
        return verified;
    });
}

} // namespace

Verified verifySealText(std::string_view text, const std::vector<storage::VerifierKey> &keys) {
    return withAnyKey(Verified::Kind::Seal, keys, [&](const storage::VerifierKey &key) -> Result<Verified> {
        GUICHET_ASSIGN(const storage::SealedEntry entry, storage::verifySeal(text, key));
        Verified verified;
        verified.leaf = entry.leaf;
        verified.core = entry.core;
        return verified;
    });
}

std::string_view toText(Verified::Content content) {
    switch (content) {
    case Verified::Content::Matches: return "matches";
    case Verified::Content::Differs: return "differs";
    case Verified::Content::Absent: return "absent";
    }
    return {};
}

Result<RegisterFindings> verifyRegister(Desk &desk, const std::optional<std::string> &against) {
    GUICHET_TRY(desk.require(Action::Register));
    RegisterFindings findings;
    if (against) {
        GUICHET_ASSIGN(findings.consistent, desk.entries.consistentWith(*against));
    }
    findings.verification = desk.entries.verify();
    findings.checkpoint = desk.entries.checkpoint();
    findings.key = desk.entries.key().verifier().text();
    return findings;
}

Result<RegisterHead> registerCheckpoint(Desk &desk) {
    GUICHET_TRY(desk.require(Action::Register));
    return RegisterHead{desk.entries.head(), desk.entries.checkpoint(), desk.entries.key().verifier().text()};
}

Result<RegisterHead> acceptRollback(Desk &desk) {
    GUICHET_TRY(desk.require(Action::Register));
    if (desk.role != storage::Role::Supervisor) {
        return fail(ErrorCode::NotAllowed, "register accept");
    }
    storage::Seed seed{};
    if (desk.store.identity().kind == storage::StoreKind::Live) {
        SystemRandom().fill(seed);
    } else {
        desk.machine.random.fill(seed);
    }
    GUICHET_TRY(desk.entries.write([&] { return desk.entries.acceptRollback(desk.agent, seed); }));
    GUICHET_TRY(publishKeys(desk.entries, desk.store.folder()));
    return registerCheckpoint(desk);
}

Result<EntryProof> proveEntry(Desk &desk, std::string_view reference, const std::optional<std::string> &checkpoint) {
    GUICHET_TRY(desk.require(Action::Register));
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(const storage::Act act, acts.get(reference));
    GUICHET_ASSIGN(std::string proof, desk.entries.prove(act.entry, checkpoint.value_or("")));
    for (const storage::LogInfo &log : desk.entries.logs()) {
        if (log.origin == act.entry.origin) {
            return EntryProof{std::move(proof), log.key.text(), act.entry};
        }
    }
    return fail(ErrorCode::Nothing, act.entry.origin);
}

std::vector<storage::VerifierKey> knownKeys(Desk &desk) {
    std::vector<storage::VerifierKey> keys;
    for (const storage::LogInfo &log : desk.entries.logs()) {
        keys.push_back(log.key);
    }
    return keys;
}

std::string receiptOfOurs(Desk &desk, const std::vector<std::string> &codesOrReferences) {
    const std::vector<storage::VerifierKey> keys = knownKeys(desk);
    for (const std::string &text : codesOrReferences) {
        const auto spelled = storage::parseReference(text);
        if (spelled && storage::Acts(desk.entries).get(*spelled).has_value()) {
            return *spelled;
        }
        const auto verified = verifyBytes(desk.machine, asBytes(text), keys);
        if (verified && verified->ok && verified->core) {
            return verified->core->reference;
        }
    }
    return {};
}

std::filesystem::path publishedKeysFile(const std::filesystem::path &folder) { return folder / "register.keys"; }

Result<void> publishKeys(storage::Register &entries, const std::filesystem::path &folder) {
    const std::string text = keysText(entries);
    const auto there = readFile(publishedKeysFile(folder), kKeysFileLimitBytes);
    if (there && asText(*there) == text) {
        return {};
    }
    // Whoever writes in the store's folder holds its lock: what was begun and left can be told from what is being made.
    GUICHET_ASSIGN(const storage::FileLock lock, storage::FileLock::take(folder, storage::FileLock::kKeyring));
    return writeFile(publishedKeysFile(folder), asBytes(text));
}

Result<std::vector<storage::VerifierKey>> readKeys(const std::filesystem::path &file) {
    GUICHET_ASSIGN(const Bytes bytes, readFile(file, kKeysFileLimitBytes));
    std::vector<storage::VerifierKey> keys;
    for (const std::string &line : split(asText(bytes), '\n')) {
        if (!trim(line).empty()) {
            GUICHET_ASSIGN(storage::VerifierKey key, storage::VerifierKey::parse(line));
            keys.push_back(std::move(key));
        }
    }
    if (keys.empty()) {
        return fail(ErrorCode::BadValue, file);
    }
    return keys;
}

Result<Verified> verifyBytes(Machine &machine, ByteView bytes, const std::vector<storage::VerifierKey> &keys) {
    const std::string text = trim(asText(bytes));
    if (text.starts_with("%PDF-")) {
        GUICHET_ASSIGN(const document::PaperText paper, machine.reader.readPaper(bytes));
        return verifyPaper(paper, keys);
    }
    constexpr std::string_view kSealStart = "guichet1:";
    std::string start = text.substr(0, kSealStart.size());
    for (char &c : start) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (start == kSealStart) {
        return verifySealText(text, keys);
    }
    if (text.starts_with("c2sp.org/tlog-proof")) {
        return checkProof(asText(bytes), keys);
    }
    if (text.starts_with("guichet/")) {
        return checkCheckpoint(asText(bytes), keys);
    }
    return fail(ErrorCode::VerifyFailed, "form");
}

Result<std::vector<storage::Problem>> checkStore(Desk &desk) {
    GUICHET_TRY(desk.require(Action::Check));
    std::vector<storage::Problem> problems = storage::checkFolder(desk.store.folder());
    const std::array<storage::Checker, 2> further{{
        {"register",
         [&](storage::Database &) {
             std::vector<std::string> found;
             const storage::Verification verification = desk.entries.verify();
             if (verification.firstBad) {
                 found.push_back(fmt::format("{} {}: {}", verification.firstBad->entry.origin,
                                             verification.firstBad->entry.index, verification.firstBad->what));
             } else if (!verification.ok) {
                 found.emplace_back("not whole");
             }
             if (desk.entries.rolledBack()) {
                 found.emplace_back("rolled back");
             }
             return found;
         }},
        {"acts", [&](storage::Database &) { return storage::Acts(desk.entries).check(); }},
    }};
    const auto more = storage::checkDatabase(desk.store.database(), desk.store.folder() / "guichet.db", further);
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

} // namespace guichet::kiosk
