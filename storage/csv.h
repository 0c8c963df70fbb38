// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// One record of a CSV file.
struct CsvRow {
    std::size_t line = 0;            ///< the one that it begins at, from 1
    std::vector<std::string> fields; ///< without the white space around those that are not quoted; none when broken
    bool broken = false;             ///< its quotes are not those of RFC 4180, it is no UTF-8, or it is too long
};

/// Spreadsheets of French systems separate by semicolons: what the header, the first line that is not empty, has more
/// of. `in` is read from its beginning again afterwards.
[[nodiscard]] char csvSeparator(std::istream &in);

/// Where these columns stand in a header. Error: MissingField (the first of them that is not there).
[[nodiscard]] Result<std::vector<std::size_t>> columnPlaces(const std::optional<CsvRow> &header,
                                                            std::span<const std::string_view> names);

/// Reads CSV (RFC 4180, with libcsv) record by record: a field may hold line breaks in quotes, lines end with CR LF or
/// LF, a BOM and empty lines are passed over. A record that can't be read costs its first line alone: what follows is
/// read as if it stood by itself, so that a quote that is never closed does not swallow the rest of the file.
class CsvReader {
public:
    static constexpr std::size_t kLongestRow = 16 * 1024; ///< bytes

    /// `in` is borrowed and outlives the reader.
    CsvReader(std::istream &in, char separator);
    ~CsvReader();
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    /// Nothing at the end. Broken ones are returned too.
    [[nodiscard]] std::optional<CsvRow> next();
    /// The record that next() gave last can't be what was meant: if it had several lines, those after its first are
    /// read again, each as the beginning of a record. Two stray quotes hide no lines between them.
    void rejectLast();
    /// Bytes of the file that were read so far, for a progress bar.
    [[nodiscard]] std::size_t bytesRead() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace guichet::storage
