// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/text.h"
#include "kiosk/papers/record_paper.h"
#include "storage/document/parse.h"
#include "storage/document/wire.h"
#include "tests/kiosk/papers/header_audit.h"
#include "tests/kiosk/papers/outline.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/samples.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cstdlib>

using namespace guichet;
using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;

namespace {

printing::Paper paperOf(std::string_view xml) {
    return kiosk::papers::recordPaper(must(document::parseDocument(asBytes(xml))).document, {}).paper;
}

std::string shownOf(std::string_view xml) {
    const printing::Paper paper = paperOf(xml);
    return paper.title + plainText(paper.blocks);
}

std::string wholeHeader() {
    const char *source = std::getenv("GUICHET_SOURCE");
    REQUIRE(source != nullptr);
    const Bytes bytes = must(readFile(std::filesystem::path(source) / "tests/kiosk/papers/whole_header.xml", 1 << 20));
    return std::string(asText(bytes));
}

} // namespace

TEST_CASE("every value that the header of a document may have is on its paper", "[papers]") {
    const std::string xml = wholeHeader();
    CHECK(missingOfHeader(xml, shownOf(xml)) == std::vector<std::string>{});
    // What is asked can be missing.
    CHECK(missingOfHeader(xml, shownOf(prescription().build())).size() > 150);
}

TEST_CASE("a whole header comes out of the reader's pipe as it went in", "[papers]") {
    const document::ReadOutcome read = must(document::parseDocument(asBytes(wholeHeader())));
    CHECK(document::wire::decodeDocument(document::wire::encodeDocument(read), true) == read);
}

TEST_CASE("every value in the headers of the published examples is on their paper", "[papers][samples]") {
    const auto samples = sampleDocuments();
    if (samples.empty()) {
        SKIP("the published examples are not here");
    }
    for (const auto &path : samples) {
        INFO(path.filename());
        const Bytes bytes = must(readFile(path, std::size_t{64} << 20));
        CHECK(missingOfHeader(asText(bytes), shownOf(asText(bytes))) == std::vector<std::string>{});
    }
}

TEST_CASE("what the person is, speaks and believes by a document is said under its own name", "[papers]") {
    const std::string shown = outline(paperOf(wholeHeader()).blocks);
    CHECK_THAT(shown, ContainsSubstring(" Langues:\n  P br-FR ; Expression orale (ESP) ; niveau : Bonne maîtrise (G) ; "
                                        "langue préférée"));
    CHECK_THAT(shown, ContainsSubstring("oc-FR ; écrite ; niveau : faible ; pas la langue préférée\n"));
    CHECK_THAT(shown, ContainsSubstring(" Religion:\n  P Pastafarisme d’essai (1041)\n Race ou origine:\n"
                                        "  P Martienne (2131-1), Vénusienne (2131-2)\n Groupe ethnique:\n"
                                        "  P Atlante (2135-2), Hyperboréenne (2135-3)\n"));
}

TEST_CASE("a device that wrote a document is named with its kind, and a whole with its part", "[papers]") {
    const std::string shown = outline(paperOf(wholeHeader()).blocks);
    CHECK_THAT(shown, ContainsSubstring("Automate de biologie (DEV-1)"));
    CHECK_THAT(shown, ContainsSubstring("Modèle Chi 9 Logiciel Psi 4"));
    CHECK_THAT(shown, ContainsSubstring("au sein de : Groupe Tau"));
}

TEST_CASE("what a document replaces is said with its text, set and version", "[papers]") {
    CHECK_THAT(outline(paperOf(wholeHeader()).blocks),
               ContainsSubstring(" Remplace:\n  P ANCIEN-1 (2.25.421) ; Type remplacé (PARENT) ; lot de versions "
                                 "ANCIEN-LOT (2.25.422) ; version 46 ; Ce que disait l’ancien "
                                 "https://exemple.invalid/ancien\n"));
}

TEST_CASE("what stands where nobody reads it is said at the end of the header, under its element", "[papers]") {
    CdaBuilder cda = summary();
    cda.headerExtra = "<authorization><consent><code code=\"A\" displayName=\"Accord\"/><note xmlns=\"urn:example\">Vu "
                      "<b>deux</b> fois</note></consent></authorization><componentOf><encompassingEncounter><id "
                      "root=\"1.2\"/></encompassingEncounter></componentOf><componentOf><encompassingEncounter><id "
                      "root=\"1.2\" extension=\"SECOND\"/></encompassingEncounter></componentOf>";
    CHECK_THAT(
        outline(paperOf(cda.build()).blocks),
        ContainsSubstring("H2 Autres mentions de l’en-tête\nFACTS\n consent/note:\n  P Vu deux fois\n componentOf:\n"
                          "  P SECOND\n"));
}

TEST_CASE("a header of which all is read has no remarks", "[papers]") {
    for (const auto make : {&prescription, &certificate, &dischargeLetter, &newborn}) {
        CHECK(must(document::parseDocument(asBytes(make().build()))).document.remarks.empty());
    }
}
