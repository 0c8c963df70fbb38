// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/csv.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <sstream>

using namespace guichet;
using storage::CsvReader;

namespace {

/// "1:a|b" for a record that begins at line 1, "3!" for a broken one.
std::vector<std::string> records(const std::string &file, char separator = ',') {
    std::istringstream in(file);
    CsvReader reader(in, separator);
    std::vector<std::string> found;
    while (const auto row = reader.next()) {
        std::string text = std::to_string(row->line);
        text += row->broken ? "!" : ":";
        for (std::size_t i = 0; i < row->fields.size(); ++i) {
            text += (i > 0 ? "|" : "") + row->fields[i];
        }
        found.push_back(text);
    }
    CHECK(reader.bytesRead() >= file.size());
    return found;
}

using CsvRecords = std::vector<std::string>;

} // namespace

TEST_CASE("CSV is read as RFC 4180 has it") {
    CHECK(records("").empty());
    CHECK(records("a,b\r\nc,d") == CsvRecords{"1:a|b", "2:c|d"});
    CHECK(records("\xEF\xBB\xBF"
                  "a,b\n\n\r\n c , d \n") == CsvRecords{"1:a|b", "4:c|d"});
    CHECK(records("\"a, b\",\"say \"\"c\"\"\"\n,\n") == CsvRecords{"1:a, b|say \"c\"", "2:|"});
    CHECK(records("\"two\nlines\",x\ny,z\n") == CsvRecords{"1:two\nlines|x", "3:y|z"});
    CHECK(records("a;b,c\n", ';') == CsvRecords{"1:a|b,c"});
}

TEST_CASE("a record that can't be read costs its first line, and no other") {
    CHECK(records("a,b\n\"c\"d,e\nf,g\n") == CsvRecords{"1:a|b", "2!", "3:f|g"});
    CHECK(records("a,b\n\"never closed,e\nf,g\nh,i\n") == CsvRecords{"1:a|b", "2!", "3:f|g", "4:h|i"});
    CHECK(records("\"never closed\nx,\"y\"\n") == CsvRecords{"1!", "2:x|y"});
    CHECK(records("a,\xE9t\xE9\nb,\xC3\xA9\n") == CsvRecords{"1!", "2:b|é"});
    CHECK(records(std::string(CsvReader::kLongestRow + 1, 'x') + "\na,b\n") == CsvRecords{"1!", "2:a|b"});
}

TEST_CASE("what is written as CSV is read as it was") {
    CHECK(rc::check([] {
        const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
                rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab \",;\n\r"))))));
        std::string file;
        for (const auto &row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                std::string quoted;
                for (const char c : row[i]) {
                    quoted += c == '"' ? "\"\"" : std::string(1, c);
                }
                file += (i > 0 ? ",\"" : "\"") + quoted + "\"";
            }
            file += "\r\n";
        }
        std::istringstream in(file);
        CsvReader reader(in, ',');
        for (const auto &row : rows) {
            const auto read = reader.next();
            RC_ASSERT(read && !read->broken);
            RC_ASSERT(read->fields == row);
        }
        RC_ASSERT(!reader.next());
    }));
}
