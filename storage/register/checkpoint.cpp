// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guichet::storage {

std::string formatCheckpoint(const Checkpoint &checkpoint) {
    return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size, toBase64(checkpoint.root));
}

Result<Checkpoint> parseCheckpoint(std::string_view text) {
    Checkpoint checkpoint;
    for (int line = 0; !text.empty(); ++line) {
        const auto end = text.find('\n');
        if (end == 0 || end == std::string_view::npos) {
            return fail(ErrorCode::VerifyFailed, "checkpoint");
        }
        const std::string_view value = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line == 0) {
            checkpoint.origin = value;
        } else if (line == 1) {
            const auto [stop, problem] = std::from_chars(value.data(), value.data() + value.size(), checkpoint.size);
            if (problem != std::errc{} || fmt::format("{}", checkpoint.size) != value) {
                return fail(ErrorCode::VerifyFailed, "checkpoint");
            }
        } else if (line == 2) {
            const auto root = fromBase64(value);
            if (!root || root->size() != checkpoint.root.size() || toBase64(*root) != value) {
                return fail(ErrorCode::VerifyFailed, "checkpoint");
            }
            std::copy(root->begin(), root->end(), checkpoint.root.begin());
            // Extension lines, if any, are signed with the rest and mean nothing here.
            if (text.find("\n\n") != std::string_view::npos || (!text.empty() && text.front() == '\n')) {
                return fail(ErrorCode::VerifyFailed, "checkpoint");
            }
            return checkpoint;
        }
    }
    return fail(ErrorCode::VerifyFailed, "checkpoint");
}

std::string signCheckpoint(const Checkpoint &checkpoint, const SigningKey &key) {
    return signNote(formatCheckpoint(checkpoint), key);
}

Result<Checkpoint> openCheckpoint(std::string_view note, const VerifierKey &key) {
    GUICHET_ASSIGN(const std::string text, openNote(note, key));
    GUICHET_ASSIGN(Checkpoint checkpoint, parseCheckpoint(text));
    if (checkpoint.origin != key.name) {
        return fail(ErrorCode::VerifyFailed, "origin");
    }
    return checkpoint;
}

} // namespace guichet::storage
