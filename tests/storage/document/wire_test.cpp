// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"
#include "storage/document/wire.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;

namespace {

ReadOutcome outcomeOf(const CdaBuilder &cda) { return must(parseDocument(asBytes(cda.build()))); }

} // namespace

TEST_CASE("a document comes out of the pipe as it went in", "[document][wire]") {
    const auto make = GENERATE(&prescription, &laboratoryResult, &dischargeLetter, &newborn, &summary, &certificate);
    const ReadOutcome outcome = outcomeOf(make());
    CHECK(wire::decodeDocument(wire::encodeDocument(outcome), true) == outcome);
}

TEST_CASE("a document with a PDF body and warnings comes out as it went in", "[document][wire]") {
    CdaBuilder cda = scannedResult(3);
    cda.time.clear();
    cda.person.ins.clear();
    cda.person.otherIds = {{"1.2.250.1.999.3", "D-7"}};
    const ReadOutcome outcome = outcomeOf(cda);
    REQUIRE(outcome.warnings.size() == 2);
    CHECK(wire::decodeDocument(wire::encodeDocument(outcome), true) == outcome);
    CHECK_FALSE(wire::decodeDocument(wire::encodeDocument(outcome), false)); // bytes that were not asked for
}

TEST_CASE("an answer that is cut anywhere, or goes on, is no answer", "[document][wire]") {
    const Bytes whole = wire::encodeDocument(outcomeOf(summary()));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        if (wire::decodeDocument(ByteView(whole).first(length), true)) {
            FAIL("taken after " << length << " of " << whole.size() << " bytes");
        }
    }
    Bytes longer = whole;
    longer.push_back(0);
    CHECK_FALSE(wire::decodeDocument(longer, true));
}

TEST_CASE("what is not as the schema says is refused", "[document][wire]") {
    ReadOutcome outcome = outcomeOf(laboratoryResult());
    const auto refused = [&] { return !wire::decodeDocument(wire::encodeDocument(outcome), true); };
    REQUIRE_FALSE(refused());
    SECTION("text that is no UTF-8") { outcome.document.title = "\xC3("; }
    SECTION("text with a control character") { outcome.document.title = "a\x1B[2J"; }
    SECTION("a category that the code does not have") { outcome.document.category = Category::Reimbursement; }
    SECTION("a warning that is not the reader's") { outcome.warnings = {Warning::IdentityDiffers}; }
    SECTION("a warning twice") { outcome.warnings = {Warning::NoIns, Warning::NoIns}; }
    SECTION("a category that does not exist") { outcome.document.category = static_cast<Category>(6); }
    SECTION("a role that does not exist") { outcome.document.participants.front().role = static_cast<Role>(99); }
    SECTION("a picture of other pixels than it says") { outcome.document.sections[1].media.front().rgb.pop_back(); }
    SECTION("a picture of no size") { outcome.document.sections[1].media.front().widthPx = 0; }
    SECTION("a PDF without pages") {
        Media &media = outcome.document.sections[1].media.front();
        media = Media{};
        media.kind = MediaKind::Pdf;
    }
    SECTION("sizes of other pages than it has") {
        outcome.document.sections[1].media.front().pageSizes = {{210, 297, 0}};
    }
    SECTION("something not shown without a reason") { outcome.document.sections[1].media.front() = Media{}; }
    SECTION("something shown with a reason not to") {
        outcome.document.sections[1].media.front().problem = ErrorCode::Unreadable;
    }
    SECTION("too deep") {
        Node node;
        node.element = "a";
        for (int i = 0; i < 600; ++i) {
            Node outer;
            outer.element = "a";
            outer.children.push_back(std::move(node));
            node = std::move(outer);
        }
        outcome.document.sections.front().narrative = std::move(node);
    }
    CHECK(refused());
}

TEST_CASE("a number or length that is larger than what came takes no memory", "[document][wire]") {
    // kind.code of a length that no body has, in as many bytes as LEB128 allows and in one more
    CHECK_FALSE(wire::decodeDocument(Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01}, true));
    CHECK_FALSE(wire::decodeDocument(Bytes(11, 0xFF), true));
    CHECK_FALSE(wire::decodePageSizes(Bytes{0xFF, 0xFF, 0x03}));
    CHECK_FALSE(wire::decodePageSizes(Bytes{0}));
    CHECK_FALSE(wire::decodeReady(Bytes{0xFF, 0xFF, 0xFF, 0xFF, 0x7F}));
}

TEST_CASE("no change of a byte makes the parent fail", "[document][wire]") {
    const Bytes whole = wire::encodeDocument(outcomeOf(newborn()));
    CHECK(rc::check([&] {
        Bytes changed = whole;
        const int changes = *rc::gen::inRange(1, 5);
        for (int i = 0; i < changes; ++i) {
            changed[*rc::gen::inRange<std::size_t>(0, changed.size())] = *rc::gen::arbitrary<std::uint8_t>();
        }
        if (const auto outcome = wire::decodeDocument(changed, true)) {
            RC_ASSERT(wire::decodeDocument(wire::encodeDocument(*outcome), true) == outcome);
        }
    }));
}

TEST_CASE("a failure keeps its code and a short context, and only codes of a file", "[document][wire]") {
    const Error error{ErrorCode::TooDeep, {}, "more than 400 levels"};
    CHECK(wire::decodeFailure(wire::encodeFailure(error)) == error);
    const auto long_ = wire::decodeFailure(wire::encodeFailure({ErrorCode::NotXml, {}, std::string(9000, 'x')}));
    REQUIRE(long_);
    CHECK(long_->context.size() == 400);
    CHECK(wire::decodeFailure(wire::encodeFailure({ErrorCode::NotXml, {}, "a\x01"}))->context == "a");
    CHECK(wire::decodeFailure(wire::encodeFailure({ErrorCode::StoreDamaged, {}, {}}))->code == ErrorCode::Unreadable);
    CHECK_FALSE(wire::mayAnswer(ErrorCode::StoreDamaged));
    CHECK_FALSE(wire::decodeFailure(Bytes{200, 0}));
}

TEST_CASE("a picture and page sizes come out as they went in, within their bounds", "[document][wire]") {
    const Pixels pixels{2, 1, {1, 2, 3, 4, 5, 6}};
    const auto back = wire::decodePicture(wire::encodePicture(pixels));
    REQUIRE(back);
    CHECK(back->rgb == pixels.rgb);
    CHECK_FALSE(wire::decodePicture(wire::encodePicture({2, 1, {1, 2, 3}})));
    CHECK_FALSE(wire::decodePicture(wire::encodePicture({0, 0, {}})));
    const std::vector<PdfPageSize> sizes{{210, 297, 0}, {297, 210, 90}};
    CHECK(wire::decodePageSizes(wire::encodePageSizes(sizes)) == sizes);
    CHECK_FALSE(wire::decodePageSizes(wire::encodePageSizes({{210, 297, 45}})));
    CHECK_FALSE(wire::decodePageSizes(wire::encodePageSizes({{-1, 297, 0}})));
}

TEST_CASE("requests are read as they were written", "[document][wire]") {
    Bytes body = wire::encodeRead(20'000, false, asBytes("{}"));
    body.insert(body.end(), {'<', 'a', '/', '>'});
    const auto read = wire::decodeRequest(1, body);
    REQUIRE(read);
    CHECK(read->milliseconds == 20'000);
    CHECK_FALSE(read->mediaBytes);
    CHECK(asText(read->rest) == "<a/>");
    CHECK(asText(read->beside) == "{}");

    PdfAssembly assembly;
    assembly.base = std::make_shared<const Bytes>(smallPdf(2));
    assembly.foreignPdfs = {std::make_shared<const Bytes>(smallPdf(3))};
    assembly.placements = {{.ours = 1, .foreign = 0, .page = 2, .leftMm = 12.5, .below = true}};
    Bytes whole;
    const wire::AssembleRequest request(1000, assembly);
    for (const ByteView part : request.parts()) {
        whole.insert(whole.end(), part.begin(), part.end());
    }
    const auto assemble = wire::decodeRequest(3, whole);
    REQUIRE(assemble);
    CHECK(*assemble->assembly.base == smallPdf(2));
    CHECK(*assemble->assembly.foreignPdfs.front() == smallPdf(3));
    CHECK(assemble->assembly.placements.front().page == 2);
    CHECK(assemble->assembly.placements.front().leftMm == 12.5);
    CHECK(assemble->assembly.placements.front().below);
    CHECK_FALSE(wire::decodeRequest(77, body));
    CHECK_FALSE(wire::decodeRequest(1, {}));
}

TEST_CASE("the members of an archive come out as they went in, and nothing else does", "[document][wire]") {
    const std::vector<ArchiveMember> members{{"a.xml", "{}", {1, 2}, std::nullopt, ""},
                                             {"b.pdf", "", {}, ErrorCode::HashMismatch, "SHA-1"}};
    CHECK(wire::decodeArchive(wire::encodeArchive(members)) == members);
    CHECK_FALSE(wire::decodeArchive(wire::encodeArchive({})));
    CHECK_FALSE(wire::decodeArchive(wire::encodeArchive({{"", "{}", {1}, std::nullopt, ""}})));
    CHECK_FALSE(wire::decodeArchive(wire::encodeArchive({{"a", "{}", {1}, ErrorCode::TooLarge, ""}})));
    CHECK_FALSE(wire::decodeArchive(wire::encodeArchive({{"a", std::string(70'000, ' '), {1}, std::nullopt, ""}})));
    CHECK_FALSE(wire::decodeArchive(wire::encodeArchive({{"a\x1B", "{}", {1}, std::nullopt, ""}})));
}
