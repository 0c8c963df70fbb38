// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/kept_paper.h"

#include "printing/layout.h"
#include "tests/printing/sample_papers.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <stdexcept>

using namespace guichet;
using namespace guichet::printing;
using test::must;

namespace {

Bytes keptPdf(const Paper &paper) {
    Engine engine;
    return must(renderPdf(must(engine.layOut(paper, Layout::Standard))));
}

/// What is kept: no pictures, no seal, no files.
Paper keepable(Paper paper) {
    std::erase_if(paper.blocks,
                  [](const Block &block) { return block.partOfSeal || std::holds_alternative<Image>(block.content); });
    paper.attachments.clear();
    return paper;
}

} // namespace

TEST_CASE("a paper that was kept is the same paper again", "[printing]") {
    const Paper paper = keepable(GENERATE(test::receiptPaper(), test::everythingPaper(), test::arabicPaper(),
                                          test::prescriptionPaper(), test::blankPaper("")));
    const Paper again = must(readKeptPaper(keepPaper(paper)));
    CHECK(canonicalBlocks(again.blocks) == canonicalBlocks(paper.blocks));
    CHECK(digestOf(again) == digestOf(paper));
    CHECK(keptPdf(again) == keptPdf(paper));
    CHECK(keepPaper(again) == keepPaper(paper));
}

TEST_CASE("the seal and files are not kept with a paper, and pictures can't be", "[printing]") {
    const Paper sealed = test::receiptPaper();
    CHECK(keepPaper(sealed) == keepPaper(keepable(sealed)));
    CHECK_THROWS_AS(keepPaper(test::everythingPaper()), std::logic_error);
}

TEST_CASE("a text that is no kept paper is refused", "[printing]") {
    const std::string kept = keepPaper(keepable(test::everythingPaper()));
    CHECK(readKeptPaper("").error().code == ErrorCode::BadValue);
    CHECK(readKeptPaper("{}").error().code == ErrorCode::BadValue);
    CHECK(readKeptPaper(R"({"blocks":[{"type":"carpet"}]})").error().code == ErrorCode::BadValue);
    // Whatever bytes are changed: read, or refused.
    CHECK(rc::check("any bytes changed", [&] {
        std::string changed = kept;
        const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
        changed[at] = *rc::gen::arbitrary<char>();
        (void)readKeptPaper(changed);
    }));
}
