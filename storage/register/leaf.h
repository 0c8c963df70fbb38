// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// What the register says of one entry for ever, without a person in it.
struct Leaf {
    std::string agent;       ///< pseudonym: 8 characters of Crockford's alphabet
    Instant at;              ///< when this station wrote it, by its own clock
    Digest digest;           ///< payloadDigest()
    std::uint64_t index = 0; ///< its place in the log, from 0
    std::string kind;        ///< "optout.registered": lower-case letters, dots, hyphens; at most 40
    std::string station;     ///< two characters (parseStationCode)

    bool operator==(const Leaf &) const = default;
};

/// The leaf's bytes, which are hashed: {"agent":…,"at":…,"digest":…,"index":…,"kind":…,"station":…,"v":1}.
/// A leaf whose fields are not of the shape above is a bug (std::logic_error).
[[nodiscard]] std::string formatLeaf(const Leaf &leaf);

/// Only what formatLeaf() writes is taken, to the byte. Error: VerifyFailed.
[[nodiscard]] Result<Leaf> parseLeaf(std::string_view bytes);

/// SHA-256(salt || core).
[[nodiscard]] Digest payloadDigest(const Digest &salt, std::string_view core);

inline constexpr std::size_t kCoreLimitBytes = 400;

/// What was asked and promised: the part of an act's payload that its seal shows. Written as canonical JSON under the
/// names given here; what is empty is left out.
struct Core {
    std::string type;                ///< "type": "optout", "request"
    std::string reference;           ///< "reference": the receipt's, as written
    std::vector<std::string> scopes; ///< "scopes": of an opt-out, in the order asked
    std::string form;                ///< "form": of a request
    std::string by;                  ///< "by": WHO acted: "self", "parent", …
    std::string number;              ///< "number": masked, "27903" and no more; empty when none
    std::string initials;            ///< "initials": "P. D."
    std::optional<CivilDate> date;   ///< "date": received
    std::optional<CivilDate> due;    ///< "due": the day by which something was promised
    std::string edition;             ///< "edition": of the template of the paper
    std::string what;                ///< "what": the step, in later entries ("sent", "piece-added", …)
    std::string details;             ///< "details": base64 of SHA-256 of disclosedDetails(); the register fills it

    bool operator==(const Core &) const = default;
};

/// Canonical JSON. Errors: BadValue (over 400 bytes, counted with the details' hash; not UTF-8).
[[nodiscard]] Result<std::string> formatCore(const Core &core);
/// A core of an act; strict: canonical, known keys only. Error: VerifyFailed.
[[nodiscard]] Result<Core> parseCore(std::string_view text);

/// The details as somebody who checks a receipt may see them: what stands under "private" is an object in the store,
/// and here the base64 of the SHA-256 of that object as it stands there (canonical JSON, where the register wrote it).
/// Details without it are the same. Error: BadValue (not canonical but for what is private, not an object, "private" is
/// no object).
[[nodiscard]] Result<std::string> disclosedDetails(std::string_view details);

/// The core with its "details" filled: base64 of SHA-256(disclosedDetails(details)). Errors: those of
/// disclosedDetails(), BadValue (a core that is not canonical, not an object, with something else than objects, arrays,
/// strings and integers, over 400 bytes).
[[nodiscard]] Result<std::string> withDetails(std::string_view core, std::string_view details);

} // namespace guichet::storage
