// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "kiosk/papers/record_paper.h"
#include "storage/document/parse.h"
#include "tests/kiosk/papers/outline.h"
#include "tests/support/error_output.h"
#include "tests/support/samples.h"

#include <catch2/catch_test_macros.hpp>

using namespace guichet;

namespace {

/// The words of each title and narrative, in the document's order.
void wordsOf(const document::Node &node, std::vector<std::string> &words) {
    std::string word;
    for (const char c : node.text + " ") {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    for (const document::Node &child : node.children) {
        wordsOf(child, words);
    }
}

void wordsOf(const document::Section &section, std::vector<std::string> &words) {
    wordsOf(test::txt(section.title), words);
    if (section.narrative) {
        wordsOf(*section.narrative, words);
    }
    for (const document::Section &inner : section.sections) {
        wordsOf(inner, words);
    }
}

} // namespace

TEST_CASE("every word of the published examples is on their paper, in order", "[papers][samples]") {
    const auto samples = test::sampleDocuments();
    if (samples.empty()) {
        SKIP("the published examples are not here");
    }
    for (const auto &path : samples) {
        INFO(path.filename());
        const auto bytes = test::must(readFile(path, std::size_t{64} << 20));
        const document::Document document = test::must(document::parseDocument(bytes)).document;
        const std::string shown = test::plainText(kiosk::papers::recordPaper(document, {}).paper.blocks);
        std::vector<std::string> words;
        for (const document::Section &section : document.sections) {
            wordsOf(section, words);
        }
        std::size_t at = 0;
        for (const std::string &word : words) {
            const std::size_t found = shown.find(word, at);
            if (found == std::string::npos) {
                FAIL("lost or out of order: " << word << " after …" << shown.substr(at < 60 ? 0 : at - 60, 60));
            }
            at = found + word.size();
        }
    }
}
