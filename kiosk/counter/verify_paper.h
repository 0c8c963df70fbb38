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

/// What stands on pages around a paper's blocks.
struct AroundPages {
    std::vector<std::string> head; ///< of the first
    std::string running;           ///< at the top of the others
    std::vector<std::string> foot;
    std::string page;              ///< "page {} / {}"
    std::vector<std::string> seal; ///< of the seal itself, which is not in the digest
};

/// Whether the pages show all of `texts` and what stands around, each page its own, and nothing beside them. White
/// space, where lines and pages break, and the layout's own markers (list numbers, boxes) make no difference.
[[nodiscard]] bool showsExactly(const std::vector<std::string> &pages, const std::vector<std::string> &texts,
                                const AroundPages &around);

} // namespace guichet::kiosk
