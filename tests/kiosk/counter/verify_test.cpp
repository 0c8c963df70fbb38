// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt that somebody brings: is it ours, and does it say what was sealed?
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/register_checks.h"
#include "kiosk/counter/sign_in.h"
#include "kiosk/counter/verify_paper.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;

TEST_CASE("a receipt matches what was sealed, in both sizes, and differs when a word of it is changed") {
    test::CommandLine line;
    line.makeDemo(1);
    const std::string person = line.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "Noé",
                                                 "--born", "1984-04-03", "--sex", "M"})
                                   .at("id");
    SystemClock clock;
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters printers;
    const kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine{clock, random, reader, printers, catalogue};
    const auto session = must(kiosk::Session::open(machine, line.store(), "A01", line.environment["GUICHET_PIN"]));
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    const auto copy = GENERATE("", "en");
    const kiosk::RegisteredOptouts made = must(kiosk::registerOptout(
        session->desk(),
        {.person = person, .scopes = {"ens-refusal"}, .details = {}, .presence = {.seen = kiosk::IdentitySeen::IdCard}},
        {}, {.layout = layout, .readingCopy = copy}));
    const Bytes &pdf = made.receipt.paper.pdf;
    const std::string file = line.folder.write("receipt.pdf", std::string(pdf.begin(), pdf.end())).string();
    const json genuine = line.done("", {"verify", file});
    CHECK(genuine.at("ok") == true);
    CHECK(genuine.at("content") == "matches");
    CHECK(genuine.at("reference") == made.receipt.reference);
    CHECK(genuine.at("sealed_at").is_string());
    const std::string says = genuine.at("says");
    INFO(says);
    CHECK(says.find(" la demande " + made.receipt.reference + " de N. E. : Opposition à l’ouverture") !=
          std::string::npos);
    CHECK(says.find("..") == std::string::npos);
    CHECK(says.find("2026-") == std::string::npos);
    CHECK((says.find("copie pour lecture") != std::string::npos) == (std::string(copy) == "en"));

    const auto keys = kiosk::knownKeys(session->desk());
    const document::PaperText paper = must(reader.readPaper(pdf));
    const auto content = [&](const document::PaperText &changed) {
        return must(kiosk::verifyPaper(changed, keys)).content;
    };
    CHECK(content(paper) == kiosk::Verified::Content::Matches);

    // A word on a page, one added, one taken away.
    document::PaperText added = paper;
    added.pages.front() += "\nAccepté.";
    CHECK(content(added) == kiosk::Verified::Content::Differs);
    document::PaperText mark = paper; // the mark that the comparison itself leaves where a text was
    mark.pages.front() += '\x01';
    CHECK(content(mark) == kiosk::Verified::Content::Differs);
    document::PaperText page = paper;
    std::string &first = page.pages.front();
    const std::size_t digit = first.find("2026");
    REQUIRE(digit != std::string::npos);
    const std::size_t other = first.find("2026", digit + 4);
    first[(other == std::string::npos ? digit : other) + 3] = '7';
    CHECK(content(page) == kiosk::Verified::Content::Differs);

    // The same change in the attached blocks does not help: their digest is sealed.
    document::PaperText both = paper;
    json receipt = json::parse(asText(both.attachments.front().bytes));
    std::string blocks = receipt.at("papers").at(0).at("blocks");
    blocks.replace(blocks.find("ouvert"), 6, "fermer");
    receipt["papers"][0]["blocks"] = blocks;
    const std::string text = receipt.dump();
    both.attachments.front().bytes = Bytes(text.begin(), text.end());
    CHECK(content(both) == kiosk::Verified::Content::Differs);

    if (std::string(copy) == "en") {
        // The copy says what was sealed as well; a page of another is not let through with it.
        document::PaperText translated = paper;
        std::string &last = translated.pages.back();
        REQUIRE(last.find("Defender") != std::string::npos);
        last.replace(last.find("Defender"), 8, "Offender");
        CHECK(content(translated) == kiosk::Verified::Content::Differs);
        document::PaperText swapped = paper;
        std::ranges::reverse(swapped.pages);
        CHECK(content(swapped) == kiosk::Verified::Content::Differs);
        document::PaperText alone = paper; // the attached file forgets the copy, the pages don't
        receipt = json::parse(asText(paper.attachments.front().bytes));
        receipt["papers"].erase(1);
        const std::string less = receipt.dump();
        alone.attachments.front().bytes = Bytes(less.begin(), less.end());
        CHECK(content(alone) == kiosk::Verified::Content::Differs);
    }

    // What the file in the receipt shows is what the receipt shows, and no more.
    const auto &attached = paper.attachments.front().bytes;
    for (const std::string &hidden : {std::string("ESSAI"), std::string("Noé"), person}) {
        CHECK(asText(attached).find(hidden) == std::string::npos);
    }

    // The seal alone says nothing of a page.
    const json sealed = line.done("", {"verify", line.folder.write("seal", made.receipt.seal).string()});
    CHECK(sealed.at("content") == "absent");
}
