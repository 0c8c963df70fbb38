// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "base/files.h"
#include "kiosk/papers/record_paper.h"
#include "storage/document/parse.h"
#include "tests/support/approved.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <set>

using namespace guichet;
using namespace guichet::test;

namespace {

printing::Paper paperOf(std::string_view xml, std::string_view edition) {
    const document::Document document = must(document::parseDocument(asBytes(xml))).document;
    kiosk::papers::RecordCopy copy;
    copy.edition = edition;
    return kiosk::papers::recordPaper(document, copy).paper;
}

/// Documents that hold all that the template tells apart, each with its name.
std::vector<std::pair<std::string, std::string>> fixedDocuments() {
    const char *source = std::getenv("GUICHET_SOURCE");
    REQUIRE(source != nullptr);
    const Bytes header = must(readFile(std::filesystem::path(source) / "tests/kiosk/papers/whole_header.xml", 1 << 20));
    return {{"prescription", prescription().build()},
            {"certificate", certificate().build()},
            {"laboratory", laboratoryResult().build()},
            {"scanned", scannedResult().build()},
            {"discharge", dischargeLetter().build()},
            {"reimbursements", reimbursements().build()},
            {"summary", summary().build()},
            {"newborn", newborn().build()},
            {"whole-header", std::string(asText(header))}};
}

} // namespace

TEST_CASE("an edition of the record's template says the same of a document for ever", "[papers][editions]") {
    INFO("what a released edition says may not change: add a new one to kRecordEditions");
    std::string all;
    for (const std::string_view edition : kiosk::papers::kRecordEditions) {
        for (const auto &[name, xml] : fixedDocuments()) {
            const printing::Paper paper = paperOf(xml, edition);
            CHECK(paper.templateEdition == edition);
            all += std::string(edition) + " " + paper.language + " " + name + " " + toHex(digestOf(paper)) + "\n";
        }
    }
    checkApproved("tests/approved/papers/record-editions.txt", all);
}

TEST_CASE("the newest edition is what new papers are of, and none is there twice", "[papers][editions]") {
    const auto &editions = kiosk::papers::kRecordEditions;
    CHECK(std::set(editions.begin(), editions.end()).size() == editions.size());
    CHECK(kiosk::papers::RecordCopy().edition == editions.back());
}

TEST_CASE("the digest of a record's paper depends on the document and not on when, where or by whom it is made",
          "[papers][editions]") {
    const document::Document document = must(document::parseDocument(asBytes(summary().build()))).document;
    kiosk::papers::RecordCopy copy;
    const Digest digest = digestOf(kiosk::papers::recordPaper(document, copy).paper);
    copy.frame.created = "2031-01-01T00:00:00Z";
    copy.frame.headerEnd = {printing::plain("Imprimé le 1er janvier 2031, agent B07")};
    copy.frame.footer.left = "Une autre caisse";
    CHECK(digestOf(kiosk::papers::recordPaper(document, copy).paper) == digest);
    CdaBuilder other = summary();
    other.section("Ajout", "un mot");
    CHECK(digestOf(paperOf(other.build(), kiosk::papers::kRecordEditions.back())) != digest);
}
