// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/paper.h"

#include <catch2/catch_test_macros.hpp>

using namespace guichet;
using namespace guichet::printing;

TEST_CASE("blocks are written as JSON with alphabetical members and without defaults", "[printing]") {
    Blocks blocks{heading(2, "Ce que cette demande ne fait pas"),
                  text(Runs{bold("Nous faisons : "), plain("a\n\"b\"\x01")[0]})};
    Table table;
    Cell cell;
    cell.blocks = {text("é")};
    cell.columns = 2;
    cell.edges = Edges{};
    table.body = {Row{{cell}}};
    table.columnShares = {0.25};
    blocks.push_back({table});
    blocks.push_back({Box{plain("En bref"), {text("court")}}, true});

    CHECK(
        canonicalBlocks(blocks) ==
        R"([{"level":2,"runs":[{"text":"Ce que cette demande ne fait pas"}],"type":"heading"},)"
        R"({"runs":[{"bold":true,"text":"Nous faisons : "},{"text":"a\n\"b\"\u0001"}],"type":"paragraph"},)"
        R"({"body":[[{"blocks":[{"runs":[{"text":"é"}],"type":"paragraph"}],"columns":2,"edges":""}]],)"
        R"("columnShares":[250],"type":"table"},)"
        R"({"blocks":[{"runs":[{"text":"court"}],"type":"paragraph"}],"seal":true,"title":[{"text":"En bref"}],"type":"box"}])");
}

TEST_CASE("a paper's digest covers blocks, template, edition and language, and leaves the seal out", "[printing]") {
    Paper paper;
    paper.templateName = "receipt";
    paper.templateEdition = "2026-01";
    paper.blocks = {text("une phrase"), {Box{{}, {text("dedans")}}}};
    const Digest digest = digestOf(paper);
    // Golden: a change of this value means that papers already sealed can no longer be proved the same.
    CHECK(toHex(digest) == "f8a3028dcc2457cc7a0fbe5f5e91b97a7151d82169006ddf0918fd453eb84bf9");

    Paper sealed = paper;
    Block code{QrCode{"SEAL", 42, {}}, true};
    sealed.blocks.push_back(code);
    std::get<Box>(sealed.blocks[1].content).blocks.push_back(code);
    sealed.reference = "K7-3F9Q-M2XD-4";
    CHECK(digestOf(sealed) == digest);

    Paper other = paper;
    other.blocks[0] = text("une autre phrase");
    CHECK(digestOf(other) != digest);
    other = paper;
    other.templateEdition = "2026-02";
    CHECK(digestOf(other) != digest);
    other = paper;
    other.language = "en";
    CHECK(digestOf(other) != digest);
    other = paper;
    other.templateName = "statement";
    CHECK(digestOf(other) != digest);
    other = paper;
    std::get<Box>(other.blocks[1].content).blocks[0] = text("dehors");
    CHECK(digestOf(other) != digest);
}

TEST_CASE("text that is not UTF-8 still has a digest", "[printing]") {
    CHECK(canonicalBlocks({text("a\xff")}) == "[{\"runs\":[{\"text\":\"a\xEF\xBF\xBD\"}],\"type\":\"paragraph\"}]");
}
