// SPDX-License-Identifier: GPL-3.0-or-later
// What a record's paper says is asked of the printed PDF itself, not of the blocks that it is made from.
#include "base/text.h"
#include "kiosk/papers/record_paper.h"
#include "printing/layout.h"
#include "storage/document/parse.h"
#include "tests/kiosk/papers/outline.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <map>

using namespace guichet;
using namespace guichet::test;

namespace {

using WordList = std::vector<std::string>;

/// Cut at spaces of every kind that the papers use, and at line and page ends.
WordList wordsIn(std::string text) {
    for (const char *space : {"\u00A0", "\u202F", "\t", "\n", "\r", "\f"}) {
        text = replaceAll(std::move(text), space, " ");
    }
    WordList words = split(text, ' ');
    std::erase(words, std::string());
    return words;
}

void addWords(const document::Node &node, WordList &words) {
    for (std::string &word : wordsIn(node.text)) {
        words.push_back(std::move(word));
    }
    for (const document::Node &child : node.children) {
        addWords(child, words);
    }
}

void addWords(const std::vector<document::Section> &sections, WordList &words) {
    for (const document::Section &section : sections) {
        if (section.narrative) {
            addWords(*section.narrative, words);
        }
        addWords(section.sections, words);
    }
}

void emptyNarratives(std::vector<document::Section> &sections) {
    for (document::Section &section : sections) {
        section.narrative = el("text", {}, {txt("(vide)")});
        emptyNarratives(section.sections);
    }
}

/// The words of the printed paper, without what stands on every page of it.
WordList printed(const document::Document &document, printing::Layout layout) {
    printing::Paper paper = kiosk::papers::recordPaper(document, {}).paper;
    paper.title.clear();
    paper.running.clear();
    paper.footer = {.page = ""};
    static printing::Engine engine;
    const printing::LaidOutPaper pages = must(engine.layOut(paper, layout));
    return wordsIn(pdfText(must(printing::renderPdf(pages, printing::assemblePdf)), "-raw"));
}

std::map<std::string, int> counted(const WordList &words) {
    std::map<std::string, int> counts;
    for (const std::string &word : words) {
        ++counts[word];
    }
    return counts;
}

constexpr std::string_view kNote = "note";

/// Everything that a narrative may hold, each word another.
CdaBuilder everything() {
    CdaBuilder cda = summary();
    int next = 0;
    const auto word = [&] { return "mot" + std::to_string(1000 + next++); };
    std::string rows;
    for (int row = 0; row < 4; ++row) {
        rows += "<tr><td>" + word() + "</td><td><paragraph>" + word() + "</paragraph>" + word() + "<list><item>" +
                word() + "</item></list></td></tr>";
    }
    cda.section("Tout", word() + " <content styleCode=\"Bold\">" + word() + "</content> <sub>" + word() +
                            "</sub><br/>" + word() + " <linkHtml href=\"https://exemple.invalid\">" + word() +
                            "</linkHtml> <footnote>" + std::string(kNote) + "</footnote><paragraph><caption>" + word() +
                            "</caption>" + word() + "</paragraph><list listType=\"ordered\"><caption>" + word() +
                            "</caption><item>" + word() + "<list><item>" + word() +
                            "</item></list></item></list><table><caption>" + word() + "</caption><tbody>" + rows +
                            "</tbody></table><unknown>" + word() + "</unknown>" + word());
    return cda;
}

} // namespace

TEST_CASE("every word of a record's text is on its printed paper, in order, as often as it was written", "[papers]") {
    const auto make = GENERATE(
        &prescription, &certificate, &laboratoryResult, &dischargeLetter, &summary, &newborn, &everything,
        +[] { return reimbursements(8); });
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    document::Document document = must(document::parseDocument(asBytes(make().build()))).document;
    CAPTURE(document.title, layout == printing::Layout::Large);
    WordList written;
    addWords(document.sections, written);
    REQUIRE_FALSE(written.empty());
    const WordList shown = printed(document, layout);
    emptyNarratives(document.sections);
    std::map<std::string, int> rest = counted(printed(document, layout));
    std::map<std::string, int> found = counted(shown);
    for (const auto &[word, count] : counted(written)) {
        CAPTURE(word);
        // A mark may stand at the word, and the head of a table is on each of its pages.
        const bool heads = layout == printing::Layout::Large;
        CHECK((heads ? found[word] - rest[word] >= count : found[word] - rest[word] == count));
    }
    auto at = shown.begin();
    for (const std::string &word : written) {
        if (word == kNote) { // below its section
            CHECK(std::find(at, shown.end(), word) != shown.end());
            continue;
        }
        const auto next = std::find(at, shown.end(), word);
        CAPTURE(word);
        REQUIRE(next != shown.end());
        at = std::next(next);
    }
}
