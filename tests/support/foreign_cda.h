// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"

#include <string>
#include <vector>

namespace guichet::test {

/// A document as another country's or another vendor's program writes it, with what it says and what it does not:
/// nothing that is missing may be guessed. Its content and its people are invented.
struct ForeignCda {
    std::string name;
    std::string xml;
    std::vector<document::Warning> warnings;
    std::string birthName;
    std::string givenNames;
    std::string born;      ///< as a BirthDate is written; "" unknown
    std::string sex = "U"; ///< as storage::toText(Sex)
    std::string date;      ///< of the record; "" without one
    std::string word;      ///< of its narrative, which must be on the paper
};
[[nodiscard]] std::vector<ForeignCda> foreignDocuments();

} // namespace guichet::test
