// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/xdm.h"

#include "storage/document/parse.h"
#include "storage/document/xdm_metadata.h"
#include "storage/document/zip.h"
#include "tests/support/error_output.h"
#include "tests/support/xdm_builder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>
#include <string>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;

namespace {

/// Why the whole archive is refused.
std::optional<ErrorCode> archiveRefusal(const Bytes &archive) {
    const auto members = readXdm(archive);
    return members ? std::nullopt : std::optional(members.error().code);
}

std::optional<ErrorCode> archiveRefusal(std::vector<ZipEntry> files) { return archiveRefusal(zip(files)); }

/// The files of an archive with one letter, and one more.
std::vector<ZipEntry> with(ZipEntry more) {
    std::vector<ZipEntry> files = xdmFiles({{xdmLetter()}});
    files.push_back(std::move(more));
    return files;
}

ReadOutcome readMember(const ArchiveMember &member) {
    INFO(member.description);
    return must(parseDescribed(member.bytes, asBytes(member.description)));
}

} // namespace

TEST_CASE("an archive gives its documents with what its metadata say of them", "[document][xdm]") {
    XdmDocument other = xdmPdf(3);
    other.person.ins = testNir(1, 52, 7, 9);
    other.person.birthName = "SERRES";
    other.person.usedName = "";
    other.person.givenNames = "Marc Henri";
    other.person.firstGivenName = "Marc";
    other.person.sex = "M";
    other.person.born = "19520701";
    const auto members = must(readXdm(xdm({{xdmLetter(), xdmPdf()}, {other}})));
    REQUIRE(members.size() == 3);
    CHECK(members[0].name == "IHE_XDM/SUBSET01/DOC00001.XML");
    CHECK(members[1].name == "IHE_XDM/SUBSET01/DOC00002.PDF");
    CHECK(members[2].name == "IHE_XDM/SUBSET02/DOC00002.PDF");
    for (const ArchiveMember &member : members) {
        CHECK_FALSE(member.problem);
    }
    CHECK(members[1].bytes == smallPdf(2));

    const ReadOutcome letter = readMember(members[0]);
    CHECK_FALSE(letter.described);
    CHECK_FALSE(letter.contradicted);
    CHECK(letter.document.title == "Lettre de liaison à la sortie"); // its own

    const ReadOutcome scan = readMember(members[2]);
    CHECK(scan.described);
    CHECK(scan.warnings.empty());
    const Document &d = scan.document;
    CHECK(d.title == "Résultat scanné");
    CHECK(d.category == Category::Result);
    CHECK(d.kind.displayName == "CR d’examens biologiques");
    CHECK(d.effectiveTime.text == "20260312083000+0000");
    CHECK(d.authorName() == "Dr Paul LENOIR");
    CHECK(d.organizationName() == "Hôpital des Tilleuls");
    CHECK(d.mediaType() == "application/pdf");
    REQUIRE(d.nonXmlBody);
    CHECK(d.nonXmlBody->pages == 3);
    CHECK(d.patient.birthName() == "SERRES");
    CHECK(d.patient.usedName().empty());
    CHECK(d.patient.givenNames() == "Marc Henri");
    CHECK(d.patient.birthTime.text == "19520701");
    CHECK(d.patient.sex.code == "M");
    REQUIRE(d.patient.identifiers.size() == 1); // said three times
    CHECK(d.patient.identifiers.front().root == kTestIns);
    CHECK(d.patient.identifiers.front().extension == other.person.ins);
}

TEST_CASE("names are found whatever their case, their folder, and how the metadata spell them", "[document][xdm]") {
    XdmDocument letter = xdmLetter();
    std::vector<ZipEntry> files;
    SECTION("small letters") {
        letter.uri = "doc00001.xml";
        files = xdmFiles({{letter}});
        files[2].name = "ihe_xdm/subset01/metadata.xml";
    }
    SECTION("in a folder of its own") {
        files = xdmFiles({{letter}});
        for (ZipEntry &file : files) {
            file.name = "Envoi du 12/" + file.name;
        }
    }
    SECTION("in a folder below the submission's") {
        letter.file = "docs/a b é.xml";
        letter.uri = GENERATE("docs/a b é.xml", "./docs/a b é.xml", "docs\\a b é.xml", "docs/a%20b%20%C3%A9.xml");
        files = xdmFiles({{letter}});
    }
    SECTION("with empty folders") {
        files = xdmFiles({{letter}});
        files.insert(files.begin(), {"IHE_XDM/", "", ""});
        files.insert(files.begin(), {"IHE_XDM/SUBSET01/", "", ""});
    }
    const auto members = must(readXdm(zip(files)));
    REQUIRE(members.size() == 1);
    CHECK_FALSE(members.front().problem);
    CHECK(asText(members.front().bytes) == letter.bytes);
}

TEST_CASE("an archive that is made to do harm, or damaged, is refused whole", "[document][xdm]") {
    CHECK(archiveRefusal(with({"../evil.xml", "x", {}})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"IHE_XDM/../../evil.xml", "x", {}})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"IHE_XDM\\..\\..\\evil.xml", "x", {}})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"/etc/passwd", "x", {}})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"C:\\evil.xml", "x", {}})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"IHE_XDM/SUBSET01/LINK.XML", "", "/etc/passwd"})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"IHE_XDM/SUBSET01/DOC00001.XML", "x", {}})) == ErrorCode::BadArchive); // a name twice
    CHECK(archiveRefusal(with({"IHE_XDM/SUBSET01/Doc00001.xml", "x", {}})) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(with({"IHE_XDM/SUBSET02/BOMB.XML", std::string(60'000'000, ' '), {}})) == ErrorCode::TooLarge);
    CHECK(archiveRefusal(std::vector<ZipEntry>{{"a.txt", "x", {}}}) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(std::vector<ZipEntry>{}) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(std::vector<ZipEntry>{{"IHE_XDM/SUBSET01/DOC00001.XML", "x", {}}}) == ErrorCode::BadArchive);
    CHECK(archiveRefusal(std::vector<ZipEntry>{{"mimetype", "application/vnd.oasis.opendocument.text", {}}}) ==
          ErrorCode::UnsupportedMedia);
    CHECK(archiveRefusal(std::vector<ZipEntry>{{"[Content_Types].xml", "<Types/>", {}}}) ==
          ErrorCode::UnsupportedMedia);
    CHECK(archiveRefusal(std::vector<ZipEntry>{{"IHE_XDM/SUBSET01/METADATA.XML", "no XML", {}}}) == ErrorCode::NotXml);
    CHECK(archiveRefusal(std::vector<ZipEntry>{
              {"IHE_XDM/SUBSET01/METADATA.XML", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", {}}}) == ErrorCode::NotCda);
    CHECK(archiveRefusal(std::vector<ZipEntry>{{"IHE_XDM/SUBSET01/METADATA.XML", xdmMetadata({}), {}}}) ==
          ErrorCode::BadArchive);
}

TEST_CASE("an archive that was cut anywhere is refused", "[document][xdm]") {
    const Bytes whole = xdm({{xdmLetter(), xdmPdf()}});
    for (std::size_t length = 0; length < whole.size(); length += 37) {
        INFO(length);
        REQUIRE(archiveRefusal(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))));
    }
    // An end that announces more than the directory has: a part of it was cut out.
    Bytes shorter = whole;
    const std::size_t end = asText(whole).rfind("PK\x05\x06");
    shorter[end + 10] = static_cast<std::uint8_t>(shorter[end + 10] + 1);
    CHECK(archiveRefusal(shorter) == ErrorCode::BadArchive);
}

TEST_CASE("a document that is not what the metadata say is refused, and the others are taken", "[document][xdm]") {
    XdmDocument bad = xdmPdf();
    ErrorCode expected = ErrorCode::HashMismatch;
    std::vector<ZipEntry> files;
    SECTION("another hash") {
        bad.hash = std::string(40, '0');
        files = xdmFiles({{xdmLetter(), bad}});
    }
    SECTION("another size") {
        bad.size = "17";
        files = xdmFiles({{xdmLetter(), bad}});
    }
    SECTION("changed on the way") {
        files = xdmFiles({{xdmLetter(), bad}});
        files.back().bytes[20] = 'X';
    }
    SECTION("not there") {
        files = xdmFiles({{xdmLetter(), bad}});
        files.pop_back();
        expected = ErrorCode::BadArchive;
    }
    SECTION("outside the archive") {
        bad.uri = "../../../etc/passwd";
        bad.file = "NOTES.TXT";
        files = xdmFiles({{xdmLetter(), bad}});
        expected = ErrorCode::BadArchive;
    }
    SECTION("empty") {
        bad.bytes.clear();
        files = xdmFiles({{xdmLetter(), bad}});
        expected = ErrorCode::BadArchive;
    }
    const auto members = must(readXdm(zip(files)));
    REQUIRE(members.size() == 2);
    CHECK_FALSE(members[0].problem);
    CHECK(members[1].problem == expected);
    CHECK(members[1].bytes.empty());
}

TEST_CASE("a document that no metadata name is said to be there", "[document][xdm]") {
    const auto members = must(readXdm(zip(with({"IHE_XDM/SUBSET01/STRAY.PDF", std::string(asText(smallPdf())), {}}))));
    REQUIRE(members.size() == 2);
    CHECK(members[1].name == "IHE_XDM/SUBSET01/STRAY.PDF");
    CHECK(members[1].problem == ErrorCode::BadArchive);
}

TEST_CASE("hash and size may be in capitals or missing", "[document][xdm]") {
    XdmDocument letter = xdmLetter();
    letter.size = "";
    letter.hash = "";
    CHECK_FALSE(must(readXdm(xdm({{letter}}))).front().problem);
    const auto entries = must(readXdmMetadata(asBytes(xdmMetadata({xdmPdf()}))));
    letter = xdmPdf();
    letter.hash = entries.front().hash;
    for (char &c : *letter.hash) {
        c = c >= 'a' && c <= 'f' ? static_cast<char>(c - ('a' - 'A')) : c;
    }
    CHECK_FALSE(must(readXdm(xdm({{letter}}))).front().problem);
}

TEST_CASE("marks of visibility in the metadata count for every kind of document", "[document][xdm]") {
    XdmDocument letter = xdmLetter();
    XdmDocument scan = xdmPdf();
    letter.marks = {"INVISIBLE_PATIENT"};
    scan.marks = {"INVISIBLE_REPRESENTANTS_LEGAUX", "MASQUE_PS"};
    const auto members = must(readXdm(xdm({{letter, scan}})));
    CHECK(readMember(members[0]).document.visibility.names() == std::vector<std::string>{"hidden-from-person"});
    CHECK(readMember(members[1]).document.visibility.names() ==
          std::vector<std::string>{"hidden-from-representatives", "hidden-from-professionals"});
}

TEST_CASE("metadata that name somebody else than the document are said to contradict it", "[document][xdm]") {
    XdmDocument letter = xdmLetter();
    letter.person.ins = testNir(1, 60, 1, 3);
    const ReadOutcome outcome = readMember(must(readXdm(xdm({{letter}}))).front());
    CHECK(outcome.contradicted);
    CHECK(outcome.document.patient.birthName() == "MOULIN");
    letter.person.ins.clear(); // who says nothing contradicts nothing
    CHECK_FALSE(readMember(must(readXdm(xdm({{letter}}))).front()).contradicted);
}

TEST_CASE("what else the metadata say is kept, and a long address is put together", "[document][xdm]") {
    XdmDocument scan = xdmPdf();
    scan.uri = "";
    scan.more = "<rim:Description><rim:LocalizedString value=\"À jeun\"/></rim:Description>"
                "<rim:Slot name=\"serviceStartTime\"><rim:ValueList><rim:Value>20260310</rim:Value></rim:ValueList>"
                "</rim:Slot><rim:Slot name=\"legalAuthenticator\"><rim:ValueList><rim:Value>8^VIDAL^Anne</rim:Value>"
                "</rim:ValueList></rim:Slot>"
                "<rim:Classification classificationScheme=\"urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1\" "
                "nodeRepresentation=\"SA01\"><rim:Name><rim:LocalizedString value=\"Hôpital public\"/></rim:Name>"
                "</rim:Classification>";
    std::string xml = xdmMetadata({scan});
    const std::string empty = "<rim:Value></rim:Value>";
    xml.replace(xml.find(empty, xml.find("\"URI\"")), empty.size(),
                "<rim:Value>2|02.PDF</rim:Value><rim:Value>1|DOC000</rim:Value>");
    const auto entries = must(readXdmMetadata(asBytes(xml)));
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().uri == "DOC00002.PDF");
    const Document d = must(parseDescribed(asBytes(scan.bytes), asBytes(entries.front().description))).document;
    CHECK(d.events.front().time.low.text == "20260310");
    CHECK(d.byRole(Role::LegalAuthenticator).front()->name() == "Anne VIDAL");
    CHECK(d.remarks == std::vector<Remark>{{"Commentaire", "À jeun"}, {"Lieu", "Hôpital public"}});
}

TEST_CASE("paths are read in their plain form, and none leads out of its folder", "[document][zip]") {
    CHECK(plainPath("a/b.xml") == "a/b.xml");
    CHECK(plainPath("./a//b.xml") == "a/b.xml");
    CHECK(plainPath("a\\b.xml") == "a/b.xml");
    for (const char *path : {"../a", "a/../../b", "a\\..\\b", "/a", "\\a", "C:/a", "c:a"}) {
        INFO(path);
        CHECK_FALSE(plainPath(path));
    }
    CHECK_FALSE(plainPath(std::string(2000, 'a')));
}

TEST_CASE("an archive is bounded in its entries, each file and all of them", "[document][zip]") {
    const auto all = [](std::string_view) { return true; };
    const Bytes archive = zip({{"a", std::string(1000, 'a'), {}}, {"b", std::string(3000, 'b'), {}}});
    CHECK(must(readZip(archive, all)).size() == 2);
    CHECK(readZip(archive, all, {.entries = 1}).error().code == ErrorCode::TooLarge);
    CHECK(readZip(archive, all, {.totalBytes = 3999}).error().code == ErrorCode::TooLarge);
    CHECK(readZip(archive, all, {.ratio = 2, .freeBytes = 1000}).error().code == ErrorCode::TooLarge);
    const auto files = must(readZip(archive, all, {.fileBytes = 2000}));
    CHECK_FALSE(files[0].problem);
    CHECK(files[1].problem == ErrorCode::TooLarge);
    CHECK(must(readZip(archive, [](std::string_view name) { return name == "b"; }))[0].bytes.empty());
}
