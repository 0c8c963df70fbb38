// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/paper.h"

#include <string>
#include <string_view>

/// Papers of every kind, as an application would build them. Invented agency, nobody's data.
namespace guichet::test {

/// A receipt with header, box, facts, text, rule and seal: one page.
[[nodiscard]] printing::Paper receiptPaper();
/// A table of `rows` by `columns`, each cell `r<row>c<column>` and the words given.
[[nodiscard]] printing::Table numberedTable(int rows, int columns, std::string_view words = {});
/// An empty paper with a title and a footer.
[[nodiscard]] printing::Paper blankPaper(std::string title);
/// The same sentence in Arabic with Latin words and numbers in it, a list and a table, from right to left.
[[nodiscard]] printing::Paper arabicPaper();
/// Every kind of block at least once.
[[nodiscard]] printing::Paper everythingPaper();
/// An 11-column prescription with long words.
[[nodiscard]] printing::Paper prescriptionPaper();

/// A PNG of 64 × 48 pixels, and a JPEG of 32 × 24.
[[nodiscard]] Bytes smallPng();
[[nodiscard]] Bytes smallJpeg();

} // namespace guichet::test
