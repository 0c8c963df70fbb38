// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/register/note.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guichet::storage {

/// A log's signed head, C2SP tlog-checkpoint: origin, size and root on a line each, as a signed note. The key's name is
/// the origin.
struct Checkpoint {
    std::string origin; ///< "guichet/<agency>/<station>.<epoch>"
    std::uint64_t size = 0;
    Digest root{};

    bool operator==(const Checkpoint &) const = default;
};

/// The note's text.
[[nodiscard]] std::string formatCheckpoint(const Checkpoint &checkpoint);
/// Extension lines are passed over. Error: VerifyFailed.
[[nodiscard]] Result<Checkpoint> parseCheckpoint(std::string_view text);

[[nodiscard]] std::string signCheckpoint(const Checkpoint &checkpoint, const SigningKey &key);
/// Error: VerifyFailed (signature, form, or an origin that is not the key's name).
[[nodiscard]] Result<Checkpoint> openCheckpoint(std::string_view note, const VerifierKey &key);

} // namespace guichet::storage
