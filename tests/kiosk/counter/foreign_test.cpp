// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "storage/document/document.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/error_output.h"
#include "tests/support/foreign_cda.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;

namespace {

json orNull(const std::string &text) { return text.empty() ? json(nullptr) : json(text); }

} // namespace

TEST_CASE("a foreign or incomplete document is taken with warnings, and nothing in it is guessed") {
    const auto all = foreignDocuments();
    const ForeignCda &foreign = all.at(GENERATE_COPY(range(std::size_t{0}, all.size())));
    INFO(foreign.name);
    CommandLine line;
    line.makeDemo(1);
    line.folder.write("in.xml", foreign.xml);
    const json item = line.done("S01", {"import", line.path("in.xml")}).at("items").at(0);
    CHECK(item.at("outcome") == "imported");
    json warnings = json::array();
    for (const document::Warning warning : foreign.warnings) {
        warnings.push_back(std::string(document::warningName(warning)));
    }
    CHECK(item.at("warnings") == warnings);
    const json person = line.done("A01", {"person", "show", item.at("person")});
    CHECK(person.at("birth_name") == orNull(foreign.birthName));
    CHECK(person.at("given_names") == orNull(foreign.givenNames));
    CHECK(person.at("born") == orNull(foreign.born));
    CHECK(person.at("sex") == foreign.sex);
    CHECK(person.at("nir") == nullptr);
    const json record = line.done("A01", {"record", "list", "--person", item.at("person")}).at("records").at(0);
    CHECK(record.at("date") == orNull(foreign.date));
    line.done("A01", {"print", "--person", item.at("person"), "--record", item.at("record"), "--output",
                      line.path("out.pdf")});
    const std::string paper = pdfText(must(readFile(line.path("out.pdf"), 1 << 24)));
    CHECK(paper.find(foreign.word) != std::string::npos);
    CHECK(paper.find("1970") == std::string::npos);
    // Once more, it is the same document of the same person.
    CHECK(line.done("S01", {"import", line.path("in.xml")}).at("items").at(0).at("outcome") == "duplicate");
}
