// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/register_checks.h"
#include "storage/document/reader_client.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// The file in a receipt's PDF that holds the seal and what the paper's text is compared with (docs/formats.md).
inline constexpr std::string_view kReceiptAttachment = "receipt.json";

/// A receipt's PDF: its seal, and whether what stands on its pages is what was sealed. Errors: VerifyFailed (no
/// receipt in it).
[[nodiscard]] Result<Verified> verifyPaper(const document::PaperText &paper,
                                           const std::vector<storage::VerifierKey> &keys);

/// Checks the text of a seal.
[[nodiscard]] Verified verifySealText(std::string_view text, const std::vector<storage::VerifierKey> &keys);

/// Every text in canonical blocks (printing::canonicalBlocks()), in order. Error: VerifyFailed (not such JSON).
[[nodiscard]] Result<std::vector<std::string>> textsOfBlocks(std::string_view canonicalBlocks);

/// Whether the pages show all of `texts` and, beside them, nothing but `others` (what stands at the head and foot of
/// pages). White space, and where lines break, make no difference.
[[nodiscard]] bool showsExactly(const std::vector<std::string> &pages, const std::vector<std::string> &texts,
                                const std::vector<std::string> &others);

} // namespace guichet::kiosk
