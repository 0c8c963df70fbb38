// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;
using namespace std::chrono_literals;

namespace {

Result<ReadOutcome> parse(std::string_view xml) { return parseDocument(asBytes(xml)); }

/// The reason for which a file is refused; none where it is taken.
std::optional<ErrorCode> refusal(std::string_view xml) {
    const auto outcome = parse(xml);
    return outcome ? std::nullopt : std::optional(outcome.error().code);
}

std::string textOf(const Node &node) {
    std::string text = node.text;
    for (const Node &child : node.children) {
        text += textOf(child);
    }
    return text;
}

const Node *find(const Node &node, std::string_view element) {
    if (node.element == element) {
        return &node;
    }
    for (const Node &child : node.children) {
        if (const Node *found = find(child, element)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("a prescription is read whole: header, person, author and narrative", "[document]") {
    const ReadOutcome outcome = must(parse(prescription().build()));
    const Document &d = outcome.document;
    CHECK(outcome.warnings.empty());
    CHECK(d.kind.code == "57833-6");
    CHECK(d.category == Category::Prescription);
    CHECK(d.title == "Ordonnance de médicaments");
    CHECK(d.effectiveTime.text == "20260312093000+0100");
    CHECK(d.day() == 2026y / 3 / 12);
    CHECK(d.language == "fr-FR");
    CHECK(d.visibility.normal());
    CHECK(d.setId.root == "1.2.250.1.999.1");
    CHECK(d.version() == 1);
    CHECK(d.authorName() == "Paul LEROUX DR");
    CHECK(d.organizationName() == "Maison de santé des Tilleuls");
    CHECK(d.mediaType() == "text/xml");
    REQUIRE(d.byRole(Role::Author).size() == 1);
    const Participant &author = *d.byRole(Role::Author).front();
    CHECK(author.code.label() == "Médecin généraliste");
    CHECK(author.time.value.text == "20260312093000+0100");
    REQUIRE(d.byRole(Role::LegalAuthenticator).size() == 1);
    CHECK(d.byRole(Role::LegalAuthenticator).front()->signature.code == "S");
    REQUIRE(d.byRole(Role::Custodian).size() == 1);
    CHECK(d.byRole(Role::Custodian).front()->name() == "Maison de santé des Tilleuls");

    const Patient &p = d.patient;
    REQUIRE(p.identifiers.size() == 1);
    CHECK(p.identifiers.front() == Identifier{std::string(kTestIns), testNir(2, 41, 4, 7), {}, {}});
    CHECK(p.birthName() == "MOULIN");
    CHECK(p.usedName() == "GARNIER");
    CHECK(p.givenNames() == "Odile Rose");
    CHECK(p.firstGivenName() == "Odile");
    CHECK(p.sex.code == "F");
    CHECK(p.birthTime.day() == 1941y / 4 / 3);
    CHECK(p.birthPlaceCode() == "81004");
    CHECK(p.birthPlace.part("city") == "ALBI");
    REQUIRE(p.addresses.size() == 1);
    CHECK(p.addresses.front().lines() == std::vector<std::string>{"12 rue des Lilas", "81000 ALBI"});
    REQUIRE(p.telecoms.size() == 1);
    CHECK(p.telecoms.front() == Telecom{"H", "tel:0500000000", {}});

    REQUIRE(d.sections.size() == 1);
    REQUIRE(d.sections.front().narrative);
    const Node &text = *d.sections.front().narrative;
    CHECK(text.element == "text");
    const Node *table = find(text, "table");
    REQUIRE(table != nullptr);
    CHECK(table->attribute("border") == "1");
    CHECK(find(*table, "th")->children.front().text == "Médicament");
    CHECK(find(*find(*table, "tbody"), "tr")->attribute("ID") == "m1");
    CHECK(textOf(text) == "MédicamentPosologieDuréePARACÉTAMOL 1 g, comprimé1 comprimé matin, midi et soir5 jours"
                          "Ne pas dépasser 3 g par jour");
}

TEST_CASE("each kind of document falls in its category", "[document]") {
    CHECK(must(parse(certificate().build())).document.category == Category::Certificate);
    CHECK(must(parse(laboratoryResult().build())).document.category == Category::Result);
    CHECK(must(parse(scannedResult().build())).document.category == Category::Result);
    CHECK(must(parse(dischargeLetter().build())).document.category == Category::Hospital);
    CHECK(must(parse(reimbursements().build())).document.category == Category::Reimbursement);
    CHECK(must(parse(summary().build())).document.category == Category::Other);
    CHECK(must(parse(summary().build())).warnings.empty());
}

TEST_CASE("a document of an unknown code is taken as another, with a warning", "[document]") {
    CdaBuilder cda("99999-9", "2.16.840.1.113883.6.1", "Inconnu", "Un papier");
    cda.section("Texte", "Bonjour.");
    const ReadOutcome outcome = must(parse(cda.build()));
    CHECK(outcome.document.category == Category::Other);
    CHECK(outcome.warnings == std::vector{Warning::UnknownCode});
}

TEST_CASE("a PDF body is kept as it is, with its number of pages", "[document]") {
    const Document d = must(parse(scannedResult(3).build())).document;
    REQUIRE(d.nonXmlBody);
    CHECK(d.nonXmlBody->kind == MediaKind::Pdf);
    CHECK(d.nonXmlBody->pages == 3);
    CHECK(d.nonXmlBody->bytes == smallPdf(3));
    CHECK(d.mediaType() == "application/pdf");
    CHECK(d.sections.empty());
}

TEST_CASE("a picture in a structured body is found by what refers to it, with its pixels", "[document]") {
    const Document d = must(parse(laboratoryResult().build())).document;
    const Media *picture = d.media("courbe");
    REQUIRE(picture != nullptr);
    CHECK(picture->kind == MediaKind::Png);
    CHECK(picture->widthPx == 120);
    CHECK(picture->heightPx == 60);
    CHECK(picture->bytes == smallPng(120, 60));
    REQUIRE(picture->rgb.size() == 3U * 120 * 60);
    CHECK(picture->rgb[0] == 0x33);
    CHECK(picture->rgb[1] == 0x66);
    CHECK(picture->rgb[2] == 0x99);
    const Node *reference = find(*d.sections[1].narrative, "renderMultiMedia");
    REQUIRE(reference != nullptr);
    CHECK(d.media(reference->attribute("referencedObject")) == picture);
}

TEST_CASE("a document inside a stylesheet, with a prefix, says the same as the plain one", "[document]") {
    const auto make = GENERATE(&prescription, &laboratoryResult, &dischargeLetter, &newborn);
    CdaBuilder plain = make();
    CdaBuilder carried = make();
    carried.prefix = "c";
    carried.insideStylesheet = true;
    Document expected = must(parse(plain.build())).document;
    Document actual = must(parse(carried.build())).document;
    expected.sourceSizeBytes = actual.sourceSizeBytes = 0;
    CHECK(actual == expected);
}

TEST_CASE("only HL7's namespace makes a CDA document, whatever the prefix", "[document]") {
    const std::string xml = prescription().build();
    CHECK(refusal(replaceAll(xml, "urn:hl7-org:v3", "urn:hl7-org:v2")) == ErrorCode::NotCda);
    CHECK(refusal(replaceAll(xml, " xmlns=\"urn:hl7-org:v3\"", "")) == ErrorCode::NotCda);
    CdaBuilder cda = prescription();
    cda.prefix = "c";
    // The prefix is taken by another namespace on the way down.
    CHECK(refusal(replaceAll(cda.build(), "<c:recordTarget>", "<c:recordTarget xmlns:c=\"urn:other\">")) ==
          ErrorCode::NoPerson);
    // An element of another namespace is not HL7's of the same name.
    CHECK(must(parse(replaceAll(xml, "<languageCode ", "<x:title xmlns:x=\"urn:x\">Faux</x:title><languageCode ")))
              .document.title == "Ordonnance de médicaments");
}

TEST_CASE("a newborn has a guardian, a rank of birth, and no name in use", "[document]") {
    const Patient p = must(parse(newborn().build())).document.patient;
    CHECK(p.usedName().empty());
    CHECK(p.multipleBirth == true);
    CHECK(p.multipleBirthOrder == "2");
    REQUIRE(p.guardians.size() == 1);
    CHECK(p.guardians.front().role == Role::Guardian);
    CHECK(p.guardians.front().name() == "MME Hélène GARNIER");
    CHECK(p.guardians.front().telecoms.front().value == "tel:0500000001");
}

TEST_CASE("a stay is read with its dates and its place", "[document]") {
    const Document d = must(parse(dischargeLetter().build())).document;
    REQUIRE(d.encounter);
    CHECK(d.encounter->code.label() == "Hospitalisation");
    CHECK(d.encounter->time.low.day() == 2026y / 3 / 5);
    CHECK(d.encounter->time.high.day() == 2026y / 3 / 12);
    CHECK(d.encounter->facilityName == "Hôpital des Tilleuls");
    const Node &suites = *d.sections[1].narrative;
    CHECK(find(suites, "content")->attribute("revised") == "delete");
    CHECK(textOf(suites) == "Ablation du plâtre dans quatre six semaines.");
}

TEST_CASE("the header's other parts are read: events, orders, consents, recipients, replaced documents", "[document]") {
    CdaBuilder cda = prescription();
    cda.version = 3;
    cda.replaces = "1.2.250.1.999.1.0";
    cda.headerExtra =
        "<dataEnterer><assignedEntity><id nullFlavor=\"NASK\"/><assignedPerson><name>Nadia Roux</name></assignedPerson>"
        "</assignedEntity></dataEnterer>"
        "<informant><relatedEntity classCode=\"ECON\"><code code=\"SIS\" codeSystem=\"2.16.840.1.113883.5.111\" "
        "displayName=\"Sœur\"/><addr "
        "nullFlavor=\"NAV\"/><relatedPerson><name><family>MOULIN</family><given>Anne</given>"
        "</name></relatedPerson></relatedEntity></informant>"
        "<informationRecipient typeCode=\"PRCP\"><intendedRecipient><informationRecipient><name><family>PETIT</family>"
        "</name></informationRecipient><receivedOrganization><name>Centre du Lac</name></receivedOrganization>"
        "</intendedRecipient></informationRecipient>"
        "<participant typeCode=\"INF\"><functionCode code=\"PCP\" codeSystem=\"2.16.840.1.113883.5.88\" "
        "displayName=\"Médecin traitant\"/><time><low value=\"2020\"/></time><associatedEntity classCode=\"PROV\">"
        "<associatedPerson><name><family>BRUN</family></name></associatedPerson></associatedEntity></participant>"
        "<inFulfillmentOf><order><id root=\"1.2.250.1.999.4\" extension=\"D-12\"/></order></inFulfillmentOf>"
        "<documentationOf><serviceEvent classCode=\"ACT\"><code code=\"CS\" displayName=\"Consultation\">"
        "<translation code=\"ABC\" displayName=\"Autre nom\"><qualifier><name code=\"121139\" "
        "displayName=\"Modalité\"/>"
        "<value code=\"CT\"/></qualifier></translation></code><effectiveTime value=\"20260312\"/>"
        "<performer typeCode=\"PRF\"><assignedEntity><assignedPerson><name><family>LEROUX</family></name>"
        "</assignedPerson></assignedEntity></performer></serviceEvent></documentationOf>"
        "<authorization><consent><code code=\"GEN-366\" displayName=\"Consentement donné\"/><statusCode "
        "code=\"completed\"/></consent></authorization>";
    const Document d = must(parse(cda.build())).document;
    CHECK(d.version() == 3);
    REQUIRE(d.related.size() == 1);
    CHECK(d.related.front().typeCode == "RPLC");
    CHECK(d.related.front().ids.front().root == "1.2.250.1.999.1.0");
    CHECK(d.byRole(Role::DataEnterer).front()->name() == "Nadia Roux");
    CHECK(d.byRole(Role::DataEnterer).front()->ids.front().nullFlavor == "NASK");
    CHECK(d.byRole(Role::Informant).front()->code.label() == "Sœur");
    CHECK(d.byRole(Role::Informant).front()->classCode == "ECON");
    CHECK(d.byRole(Role::Informant).front()->addresses.front().nullFlavor == "NAV");
    CHECK(d.byRole(Role::Recipient).front()->typeCode == "PRCP");
    CHECK(d.byRole(Role::Recipient).front()->name() == "PETIT");
    CHECK(d.byRole(Role::Recipient).front()->organization->name() == "Centre du Lac");
    CHECK(d.byRole(Role::Participant).front()->functionCode.label() == "Médecin traitant");
    CHECK(d.byRole(Role::Participant).front()->time.low.text == "2020");
    REQUIRE(d.orders.size() == 1);
    CHECK(d.orders.front().ids.front().extension == "D-12");
    REQUIRE(d.events.size() == 1);
    CHECK(d.events.front().time.value.day() == 2026y / 3 / 12);
    CHECK(d.events.front().code.translations.front().qualifiers.front().value.code == "CT");
    CHECK(d.events.front().performers.front().name() == "LEROUX");
    REQUIRE(d.consents.size() == 1);
    CHECK(d.consents.front().code.label() == "Consentement donné");
    CHECK(d.consents.front().status.code == "completed");
}

TEST_CASE("visibility marks are read from the document and from its sections", "[document]") {
    CdaBuilder cda = prescription();
    cda.marks = {"INVISIBLE_PATIENT", "MASQUE_PS"};
    CHECK(must(parse(cda.build())).document.visibility == Visibility{true, false, true});
    cda.marks.clear();
    const std::string inSection = replaceAll(cda.build(), "<section>",
                                             "<section><confidentialityCode code=\"INVISIBLE_REPRESENTANTS_LEGAUX\" "
                                             "codeSystem=\"1.2.250.1.213.1.1.4.13\"/>");
    CHECK(must(parse(inSection)).document.visibility == Visibility{false, true, false});
    // The name alone is obeyed; the name in another code system is another thing.
    const std::string xml = cda.build();
    CHECK(must(parse(replaceAll(xml, "<languageCode", "<confidentialityCode code=\"MASQUE_PS\"/><languageCode")))
              .document.visibility == Visibility{false, false, true});
    CHECK(must(parse(replaceAll(xml, "<languageCode",
                                "<confidentialityCode code=\"MASQUE_PS\" codeSystem=\"1.2.3\"/><languageCode")))
              .document.visibility.normal());
}

TEST_CASE("identifiers are given in order, with a warning for what is odd about them", "[document]") {
    CdaBuilder cda = prescription();
    SECTION("none but the sender's own") {
        cda.person.ins.clear();
        cda.person.otherIds = {{"1.2.250.1.999.3", "D-7"}};
        const ReadOutcome outcome = must(parse(cda.build()));
        CHECK(outcome.warnings == std::vector{Warning::NoIns});
        CHECK(outcome.document.patient.identifiers.front().extension == "D-7");
    }
    SECTION("a test one and a real one") {
        cda.person.otherIds = {{std::string(kLiveIns), cda.person.ins}};
        const ReadOutcome outcome = must(parse(cda.build()));
        CHECK(outcome.warnings == std::vector{Warning::SeveralIdentifiers});
        REQUIRE(outcome.document.patient.identifiers.size() == 2);
        CHECK(outcome.document.patient.identifiers[0].root == kTestIns);
        CHECK(outcome.document.patient.identifiers[1].root == kLiveIns);
    }
    SECTION("the same one twice") {
        cda.person.otherIds = {{cda.person.insRoot, cda.person.ins}};
        CHECK(must(parse(cda.build())).warnings.empty());
    }
    SECTION("a wrong key") {
        char &last = cda.person.ins.back();
        last = last == '0' ? '1' : '0';
        CHECK(must(parse(cda.build())).warnings == std::vector{Warning::WrongKey});
    }
    SECTION("thirteen digits without key") {
        cda.person.ins.resize(13);
        CHECK(must(parse(cda.build())).warnings.empty());
    }
    SECTION("no date") {
        cda.time.clear();
        CHECK(must(parse(cda.build())).warnings == std::vector{Warning::NoDate});
        cda.time = "2026";
        CHECK(must(parse(cda.build())).warnings == std::vector{Warning::NoDate});
    }
}

TEST_CASE("a document that names nobody, or several people, is refused", "[document]") {
    CdaBuilder cda = prescription();
    cda.person = CdaPerson{};
    cda.person.ins = cda.person.birthName = cda.person.usedName = cda.person.givenNames = cda.person.firstGivenName =
        "";
    CHECK(refusal(cda.build()) == ErrorCode::NoPerson);
    cda.person.birthName = "MOULIN"; // a name alone is somebody
    CHECK(refusal(cda.build()) == std::nullopt);

    const std::string first = prescription().build();
    CdaBuilder other = prescription();
    other.person.ins = testNir(1, 50, 1, 3);
    const std::string second = other.build();
    const auto target = [](const std::string &xml) {
        const auto from = xml.find("<recordTarget>");
        return xml.substr(from, xml.find("</recordTarget>") + 15 - from);
    };
    CHECK(refusal(replaceAll(first, target(first), target(first) + target(second))) == ErrorCode::NoPerson);
    CHECK(refusal(replaceAll(first, target(first), target(first) + target(first))) == std::nullopt);
    CHECK(refusal(replaceAll(first, target(first), "")) == ErrorCode::NoPerson);
}

TEST_CASE("every encoding that a sender uses gives the same text", "[document]") {
    CdaBuilder cda = prescription();
    Document expected = must(parse(cda.build())).document;
    std::string file;
    SECTION("UTF-8 with a byte order mark") { file = "\xEF\xBB\xBF" + cda.build(); }
    SECTION("UTF-8 without declaration") {
        cda.declaredEncoding.clear();
        file = cda.build();
    }
    SECTION("UTF-16, little end first") {
        cda.declaredEncoding = "UTF-16";
        file = toUtf16(cda.build(), false);
    }
    SECTION("UTF-16, big end first") {
        cda.declaredEncoding = "UTF-16";
        file = toUtf16(cda.build(), true);
    }
    SECTION("UTF-16 without byte order mark") { file = toUtf16(cda.build(), false).substr(2); }
    SECTION("ISO-8859-1") {
        cda.declaredEncoding = "ISO-8859-1";
        file = toLatin1(cda.build());
    }
    SECTION("windows-1252") {
        cda.declaredEncoding = "Windows-1252";
        file = toLatin1(cda.build());
    }
    SECTION("declared as ISO-8859-1, written as UTF-8") {
        cda.declaredEncoding = "ISO-8859-1";
        file = cda.build();
    }
    SECTION("declared as UTF-16, written as UTF-8") {
        cda.declaredEncoding = "UTF-16";
        file = cda.build();
    }
    SECTION("declared as UTF-16, with a UTF-8 byte order mark") {
        cda.declaredEncoding = "UTF-16";
        file = "\xEF\xBB\xBF" + cda.build();
    }
    Document actual = must(parse(file)).document;
    expected.sourceSizeBytes = actual.sourceSizeBytes = 0;
    CHECK(actual == expected);
}

TEST_CASE("the euro and the curly quotes of windows-1252 and ISO-8859-15 are themselves", "[document]") {
    CdaBuilder cda = prescription();
    cda.title = "TITRE";
    cda.declaredEncoding = GENERATE("windows-1252", "ISO-8859-1");
    CHECK(must(parse(toLatin1(replaceAll(cda.build(), "TITRE", "Co\xC3\xBBt 5 \xC2\x80 \xC2\x93OK\xC2\x94"))))
              .document.title == "Coût 5 € “OK”");
    cda.declaredEncoding = "ISO-8859-15";
    CHECK(must(parse(toLatin1(replaceAll(cda.build(), "TITRE", "C\xC2\xBDur 5 \xC2\xA4")))).document.title ==
          "Cœur 5 €");
}

TEST_CASE("bytes that the encoding does not have are refused, never garbled", "[document]") {
    CdaBuilder cda = prescription();
    const std::string latin = toLatin1(cda.build()); // declared as UTF-8
    CHECK(refusal(latin) == ErrorCode::Unreadable);
    CHECK(refusal("\xEF\xBB\xBF" + latin) == ErrorCode::Unreadable);
    cda.declaredEncoding = "KOI8-R";
    CHECK(refusal(toLatin1(cda.build())) == ErrorCode::Unreadable);
    cda.declaredEncoding = "windows-1252";
    CHECK(refusal(replaceAll(toLatin1(cda.build()), "MOULIN", "MOUL\x81N")) == ErrorCode::Unreadable);
    std::string utf16 = toUtf16(cda.build(), false);
    utf16.pop_back();
    CHECK(refusal(utf16) == ErrorCode::Unreadable);
}

TEST_CASE("what is no XML is refused as such", "[document]") {
    CHECK(refusal("") == ErrorCode::NotXml);
    CHECK(refusal("   \n") == ErrorCode::NotXml);
    CHECK(refusal("Bonjour") == ErrorCode::NotXml);
    CHECK(refusal("%PDF-1.7\n%\xE2\xE3") == ErrorCode::NoPerson); // a PDF does not say whose it is
    CHECK(refusal(std::string(4096, '\0')) == ErrorCode::NotXml);
    CHECK(refusal("\xFF\xD8\xFF\xE0 JFIF") == ErrorCode::NotXml);
    CHECK(refusal("\xFF\xFE") == ErrorCode::NotXml);
    CHECK(refusal("<") == ErrorCode::NotXml);
    CHECK(refusal("<a><b></a></b>") == ErrorCode::NotXml);
    CHECK(refusal("<a/><b/>") == ErrorCode::NotXml);
    CHECK(refusal("<a/>tail") == ErrorCode::NotXml);
    CHECK(refusal("<a b=\"<\"/>") == ErrorCode::NotXml);
    CHECK(refusal("<a>&unknown;</a>") == ErrorCode::NotXml);
    CHECK(refusal("<a>&#0;</a>") == ErrorCode::NotXml);
    CHECK(refusal("<a>&#xD800;</a>") == ErrorCode::NotXml);
    CHECK(refusal("<a b='&bomb;'/>") == ErrorCode::NotXml);
    CHECK(refusal("<a>\x01</a>") == ErrorCode::NotXml);
    CHECK(refusal("<a>\xEF\xBF\xBF</a>") == ErrorCode::NotXml);
    CHECK(refusal(std::string_view("<a>\0</a>", 8)) == ErrorCode::NotXml);
    CHECK(refusal("<!-- never closed") == ErrorCode::NotXml);
}

TEST_CASE("XML that is no CDA is refused as such", "[document]") {
    CHECK(refusal("<note>Bonjour</note>") == ErrorCode::NotCda);
    CHECK(refusal("<ClinicalDocument>Bonjour</ClinicalDocument>") == ErrorCode::NotCda);
    CHECK(refusal("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>") == ErrorCode::NotCda);
}

TEST_CASE("no entity is expanded and no document type is followed", "[document]") {
    CdaBuilder cda = prescription();
    SECTION("an entity bomb") {
        std::string bomb = "<!DOCTYPE ClinicalDocument [<!ENTITY a0 \"ha\">";
        for (int i = 1; i < 40; ++i) {
            const std::string before = "&a" + std::to_string(i - 1) + ";";
            bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
        }
        cda.doctype = bomb + "]>";
        cda.title = "BOMB";
        CHECK(refusal(replaceAll(cda.build(), "BOMB", "&a39;")) == ErrorCode::NotCda);
    }
    SECTION("an external entity") {
        cda.doctype = "<!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        cda.title = "HERE";
        CHECK(refusal(replaceAll(cda.build(), "HERE", "&x;")) == ErrorCode::NotCda);
    }
    SECTION("an external document type") {
        cda.doctype = "<!DOCTYPE ClinicalDocument SYSTEM \"http://127.0.0.1/cda.dtd\">";
        CHECK(refusal(cda.build()) == ErrorCode::NotCda);
    }
    SECTION("a document type without declarations does no harm") {
        cda.doctype = "<!DOCTYPE ClinicalDocument>\n";
        CHECK(refusal(cda.build()) == std::nullopt);
    }
}

TEST_CASE("a file that is cut anywhere is refused as no XML", "[document]") {
    const std::string whole = laboratoryResult().build();
    const std::string trimmed = whole.substr(0, whole.find_last_of('>') + 1);
    REQUIRE(refusal(trimmed) == std::nullopt);
    for (std::size_t part = 0; part < 50; ++part) {
        CAPTURE(part);
        std::string cut = trimmed.substr(0, trimmed.size() * part / 50);
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) {
            cut.pop_back(); // in the middle of a character it would be another matter
        }
        CHECK(refusal(cut) == ErrorCode::NotXml);
    }
    CHECK(refusal(trimmed.substr(0, trimmed.size() - 1)) == ErrorCode::NotXml);
}

TEST_CASE("depth, number and size are bounded before anything is built", "[document]") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    for (int i = 0; i < 100'000; ++i) {
        deep += "</a>";
    }
    CHECK(refusal(deep) == ErrorCode::TooDeep);
    CHECK(refusal("<a>" + deep) == ErrorCode::TooDeep); // whatever else is wrong with it

    ParseLimits limits;
    limits.xml.elements = 10;
    limits.xml.attributes = 3;
    limits.fileBytes = 200;
    const auto reason = [&](std::string_view xml) {
        const auto outcome = parseDocument(asBytes(xml), limits);
        return outcome ? std::nullopt : std::optional(outcome.error().code);
    };
    CHECK(reason("<a><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>") == ErrorCode::NotCda); // ten
    CHECK(reason("<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>") == ErrorCode::TooLarge);
    CHECK(reason("<a b='' c='' d=''/>") == ErrorCode::NotCda);
    CHECK(reason("<a b='' c='' d='' e=''/>") == ErrorCode::TooLarge);
    CHECK(reason("<a>" + std::string(193, ' ') + "</a>") == ErrorCode::NotCda); // 200 bytes
    CHECK(reason("<a>" + std::string(194, ' ') + "</a>") == ErrorCode::TooLarge);
}

TEST_CASE("nesting up to the limit is read", "[document]") {
    CdaBuilder cda = prescription();
    std::string open, close;
    for (int i = 0; i < 380; ++i) {
        open += "<content>";
        close += "</content>";
    }
    cda.section("Profond", open + "au fond" + close);
    const Document d = must(parse(cda.build())).document;
    CHECK(textOf(*d.sections[1].narrative) == "au fond");
}

TEST_CASE("narrative keeps every text and the attributes that matter", "[document]") {
    CdaBuilder cda = summary();
    cda.section("Texte", "a<!-- rien -->b <content styleCode=\"Bold\" onclick=\"x()\" ID=\"i\">c</content>"
                         "<![CDATA[<d & e>]]> &lt;f&gt; &#233;<x:g xmlns:x=\"urn:x\">h</x:g><unknown>i</unknown>");
    const Document d = must(parse(cda.build())).document;
    const Node &text = *d.sections[1].narrative;
    CHECK(textOf(text) == "ab c<d & e> <f> éhi");
    CHECK(text.children.front().text == "ab ");
    const Node *content = find(text, "content");
    CHECK(content->attributes == std::vector{Attribute{"styleCode", "Bold"}, Attribute{"ID", "i"}});
    CHECK(find(text, "g") != nullptr);
    CHECK(find(text, "unknown") != nullptr);
}

TEST_CASE("a section's second text is read behind its first", "[document]") {
    CdaBuilder cda = prescription();
    cda.section("Deux textes", "<paragraph>un</paragraph></text><text>deux");
    const Document d = must(parseDocument(asBytes(cda.build()))).document;
    REQUIRE(d.sections.back().narrative);
    const std::vector<Node> &children = d.sections.back().narrative->children;
    REQUIRE(children.size() == 2);
    CHECK(children[0].children.at(0).text == "un");
    CHECK(children[1].element == "text");
    CHECK(children[1].children.at(0).text == "deux");
}

TEST_CASE("a section keeps who wrote it, whom it is about, and why it is empty", "[document]") {
    CdaBuilder cda = newborn();
    std::string xml = replaceAll(
        cda.build(), "<section><title>",
        "<section nullFlavor=\"MSK\"><templateId root=\"1.2.250.1.213.1.1.2.223\"/><author><time value=\"20260310\"/>"
        "<assignedAuthor><assignedPerson><name><family>DUBOIS</family></name></assignedPerson></assignedAuthor></"
        "author>"
        "<subject><relatedSubject classCode=\"PRS\"><code code=\"MTH\" displayName=\"Mère\"/><subject><id "
        "xmlns=\"urn:hl7-org:sdtc\" root=\"1.2.3\" extension=\"9\"/><name><family>GARNIER</family></name><birthTime "
        "value=\"19890531\"/></subject></relatedSubject></subject><title>");
    const Document d = must(parse(xml)).document;
    const Section &section = d.sections.front();
    CHECK(section.nullFlavor == "MSK");
    CHECK(section.hasTemplate(kBarCodeSectionTemplate));
    CHECK(section.authors.front().name() == "DUBOIS");
    REQUIRE(section.subjects.size() == 1);
    CHECK(section.subjects.front().code.label() == "Mère");
    CHECK(section.subjects.front().name() == "GARNIER");
    CHECK(section.subjects.front().birthTime.day() == 1989y / 5 / 31);
    CHECK(section.subjects.front().ids.front().extension == "9");
}
