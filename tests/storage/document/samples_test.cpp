// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"
#include "tests/support/error_output.h"
#include "tests/support/samples.h"

#include "base/files.h"

#include <catch2/catch_test_macros.hpp>
#include <pugixml.hpp>

#include <map>
#include <sstream>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;

namespace {

std::size_t countWords(const std::string &text) {
    std::istringstream words(text);
    std::size_t count = 0;
    for (std::string word; words >> word;) {
        ++count;
    }
    return count;
}

/// Each run of text counts by itself, on both sides.
std::size_t wordsIn(const Node &node) {
    std::size_t count = countWords(node.text);
    for (const Node &child : node.children) {
        count += wordsIn(child);
    }
    return count;
}

std::size_t wordsIn(const std::vector<Section> &sections) {
    std::size_t count = 0;
    for (const Section &section : sections) {
        count += countWords(section.title) + (section.narrative ? wordsIn(*section.narrative) : 0) +
                 wordsIn(section.sections);
    }
    return count;
}

std::size_t mediaIn(const std::vector<Section> &sections, std::size_t &shown) {
    std::size_t count = 0;
    for (const Section &section : sections) {
        count += section.media.size() + mediaIn(section.sections, shown);
        for (const Media &media : section.media) {
            shown += media.problem ? 0U : 1U;
        }
    }
    return count;
}

/// The same counts by XPath, from the file itself.
struct Counted : pugi::xml_tree_walker {
    std::size_t words = 0;
    bool for_each(pugi::xml_node &node) override {
        words += node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata ? countWords(node.value()) : 0;
        return true;
    }
};

const std::map<std::string, Category> kExpected{
    {"57833-6", Category::Prescription},  {"60593-1", Category::Prescription}, {"55115-0", Category::Prescription},
    {"CERT_DECL", Category::Certificate}, {"11502-2", Category::Result},       {"96173-0", Category::Result},
    {"18748-4", Category::Result},        {"34133-9", Category::Hospital},     {"11490-0", Category::Hospital},
    {"18761-7", Category::Hospital},      {"34749-2", Category::Hospital},     {"34794-8", Category::Hospital},
    {"85208-7", Category::Hospital},      {"57055-6", Category::Hospital},     {"78489-2", Category::Hospital},
    {"74207-2", Category::Hospital},      {"REMB", Category::Reimbursement},   {"60591-5", Category::Other},
    {"SYNTH", Category::Other},           {"11369-6", Category::Other}};

} // namespace

TEST_CASE("each published example is read, in its category, and none of its words is lost", "[document][samples]") {
    const auto samples = sampleDocuments();
    if (samples.empty()) {
        SKIP("the published examples are not here; GUICHET_SAMPLES names their folder");
    }
    std::size_t words = 0;
    for (const auto &path : samples) {
        CAPTURE(path.filename().string());
        const Bytes bytes = must(readFile(path, std::size_t{64} << 20));
        const ReadOutcome outcome = must(parseDocument(bytes));
        const Document &d = outcome.document;
        CHECK(kExpected.at(d.kind.code) == d.category);
        CHECK_FALSE(d.title.empty());
        CHECK(d.day());
        CHECK_FALSE(d.authorName().empty());
        CHECK_FALSE(d.patient.birthName().empty());
        CHECK_FALSE(d.patient.givenNames().empty());
        CHECK(d.patient.birthTime.day());
        CHECK(d.visibility.normal());
        CHECK(d.version());
        CHECK(isInsRoot(d.patient.identifiers.front().root));

        pugi::xml_document xml;
        REQUIRE(xml.load_buffer(bytes.data(), bytes.size()));
        Counted counted;
        for (const auto &found :
             xml.select_nodes("//*[local-name()='section']/*[local-name()='title' or local-name()='text']")) {
            found.node().traverse(counted);
        }
        CHECK(wordsIn(d.sections) == counted.words);
        words += counted.words;

        std::size_t shown = 0;
        const std::size_t media = mediaIn(d.sections, shown);
        CHECK(media == xml.select_nodes("//*[local-name()='observationMedia']").size());
        CHECK(shown == media);
        for (const auto &found : xml.select_nodes("//*[local-name()='renderMultiMedia']")) {
            CHECK(d.media(found.node().attribute("referencedObject").value()) != nullptr);
        }
        const bool pdfBody = !xml.select_nodes("//*[local-name()='nonXMLBody']").empty() && d.nonXmlBody.has_value();
        CHECK((pdfBody ? d.nonXmlBody->pages > 0 : !d.sections.empty()));
    }
    CHECK(samples.size() >= 28);
    CHECK(words > 5000);
}
