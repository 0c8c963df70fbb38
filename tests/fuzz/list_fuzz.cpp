// SPDX-License-Identifier: GPL-3.0-or-later
// The agency's list of insured people, as a file.
#include "storage/csv.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <sstream>
#include <string>

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string text(fuzz::asText(data, size));
    std::istringstream in(text);
    storage::CsvReader reader(in, ',');
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    std::size_t last = 1;
    while (const auto row = reader.next()) {
        fuzz::require(row->line >= last && row->line <= lines, "rows come in the order of the file's lines");
        fuzz::require(row->broken == row->fields.empty(), "a row is broken or has fields");
        last = row->line;
    }
    fuzz::require(reader.bytesRead() >= size, "the file is read to its end");
    return 0;
}
