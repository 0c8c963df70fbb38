// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "printing/paper.h"

#include <string>
#include <string_view>

namespace guichet::printing {

/// A paper as a text that is kept, so that the same can be printed again whatever has become of the data, the texts
/// and the program that it was made from. JSON; its blocks as canonicalBlocks() writes them, without those of the seal;
/// attachments are left out. Pictures and foreign pages are not kept: std::logic_error.
[[nodiscard]] std::string keepPaper(const Paper &paper);

/// The paper that keepPaper() was given: the same digest, the same pages. Error: BadValue (not such a text).
[[nodiscard]] Result<Paper> readKeptPaper(std::string_view text);

} // namespace guichet::printing
