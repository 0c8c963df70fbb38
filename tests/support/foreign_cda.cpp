// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/foreign_cda.h"

#include "base/text.h"

namespace guichet::test {
namespace {

using enum document::Warning;

std::string bodyOf(std::string_view words) {
    return "<component><structuredBody><component><section><title>1</title><text><paragraph>" + std::string(words) +
           "</paragraph></text></section></component></structuredBody></component>";
}

/// The header's beginning; `more`: attributes of the root.
std::string rootWith(std::string_view more = {}) {
    return "<ClinicalDocument xmlns=\"urn:hl7-org:v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"" +
           std::string(more) + R"(><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>)";
}

constexpr std::string_view kRootEnd = "</ClinicalDocument>";

} // namespace

std::vector<ForeignCda> foreignDocuments() {
    std::vector<ForeignCda> all;

    // The United States: SDTC extensions, a stylesheet, a schema, several given names, a suffix, a device as author.
    all.push_back(
        {.name = "us",
         .xml =
             "<?xml version=\"1.0\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/CDA.xsl\"?>\n" +
             rootWith(
                 " xmlns:sdtc=\"urn:hl7-org:sdtc\" xsi:schemaLocation=\"urn:hl7-org:v3 http://127.0.0.1:9/CDA.xsd\"") +
             R"(<realmCode code="US"/><templateId root="2.16.840.1.113883.10.20.22.1.2" extension="2015-08-01"/>
<id root="1.2.250.1.999.9.1" extension="us-1"/>
<code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
<title>Continuity of Care</title><effectiveTime value="20260301103000-0500"/>
<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/><languageCode code="en-US"/>
<recordTarget><patientRole><id root="1.2.250.1.999.9.2" extension="MRN-77"/>
<addr use="HP"><streetAddressLine>1 Example Street</streetAddressLine><city>Springfield</city><country>US</country></addr>
<patient><name use="L"><given>Mary</given><given>Ann</given><family>EXAMPLE</family><suffix>Jr.</suffix></name>
<name><given>Molly</given><family>SAMPLE</family></name>
<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="194703"/>
<sdtc:deceasedInd value="false"/><raceCode nullFlavor="ASKU"/><sdtc:raceCode nullFlavor="ASKU"/>
</patient></patientRole></recordTarget>
<author><time value="20260301"/><assignedAuthor><id nullFlavor="NI"/><assignedAuthoringDevice>
<manufacturerModelName>Example EHR</manufacturerModelName><softwareName>Example EHR</softwareName>
</assignedAuthoringDevice></assignedAuthor></author>)" +
             bodyOf("Penicillin allergy") + std::string(kRootEnd),
         .warnings = {NoIns},
         .birthName = "EXAMPLE",
         .givenNames = "Mary Ann",
         .born = "1947-03",
         .sex = "F",
         .date = "2026-03-01",
         .word = "Penicillin"});

    // Germany: a mark of the byte order, lines that end in CR LF, titles of nobility and of doctors, no known code.
    all.push_back({.name = "de",
                   .xml = "\xEF\xBB\xBF" + replaceAll("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + rootWith() +
                                                          R"(<id root="1.2.250.1.999.9.3"/>
<code code="11490-0-DE" codeSystem="1.2.276.0.76.5.999"/><title>Arztbrief</title>
<effectiveTime value="20260302"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
<recordTarget><patientRole><id root="1.2.276.0.76.4.999" extension="X110000000"/><patient>
<name><prefix qualifier="NB">Freiherr von</prefix><given>Jörg</given><family>MÜSTERMÄNN</family></name>
<administrativeGenderCode code="M" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19510431"/>
</patient></patientRole></recordTarget>
)" + bodyOf("Blutdruckmessung täglich") + std::string(kRootEnd),
                                                      "\n", "\r\n"),
                   .warnings = {NoIns, UnknownCode},
                   .birthName = "MÜSTERMÄNN",
                   .givenNames = "Jörg",
                   .born = "", // there is no 31 April
                   .sex = "M",
                   .date = "2026-03-02",
                   .word = "Blutdruckmessung"});

    // Nothing but flavors of null: who it is, when, what, all unknown but the name.
    all.push_back({.name = "null",
                   .xml = rootWith() +
                          R"(<id nullFlavor="UNK"/><code nullFlavor="OTH"><originalText>Lettre</originalText></code>
<title nullFlavor="NI"/><effectiveTime nullFlavor="UNK"/><confidentialityCode nullFlavor="NI"/>
<recordTarget nullFlavor="UNK"><patientRole><id nullFlavor="NASK"/><addr nullFlavor="MSK"/><telecom nullFlavor="UNK"/>
<patient><name><given nullFlavor="UNK"/><family>ZÉROTEST</family></name>
<administrativeGenderCode nullFlavor="UNK"/><birthTime nullFlavor="UNK"/></patient></patientRole></recordTarget>
<author><time nullFlavor="NA"/><assignedAuthor><id nullFlavor="UNK"/></assignedAuthor></author>)" +
                          bodyOf("Contenu lisible malgré tout") + std::string(kRootEnd),
                   .warnings = {NoIns, UnknownCode, NoDate},
                   .birthName = "ZÉROTEST",
                   .givenNames = "",
                   .born = "",
                   .word = "lisible"});

    // Italy: the year alone, twice; a name without its parts; another vendor's elements among the standard ones.
    all.push_back({.name = "it",
                   .xml = rootWith(" xmlns:v=\"urn:example:vendor\"") +
                          R"(<v:routing v:to="x"/><id root="1.2.250.1.999.9.4" extension="it-1"/>
<code code="11502-2" codeSystem="2.16.840.1.113883.6.1"/><title>Referto</title><effectiveTime value="2026"/>
<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"/><setId root="1.2.250.1.999.9.4" extension="s"/>
<versionNumber value="due"/>
<recordTarget><patientRole><id root="2.16.840.1.113883.2.9.4.3.2" extension="XXXYYY00A00A000A"/><patient>
<name>ROSSI Maria Grazia</name><administrativeGenderCode code="F"/><birthTime value="1938"/>
<v:note>interno</v:note></patient></patientRole></recordTarget>)" +
                          bodyOf("Emoglobina nella norma") + std::string(kRootEnd),
                   .warnings = {NoIns, NoDate},
                   .birthName = "ROSSI Maria Grazia",
                   .givenNames = "",
                   .born = "1938",
                   .sex = "F",
                   .date = "",
                   .word = "Emoglobina"});

    // Portugal: Latin-1, a code of a system of its own with a translation, four names, an address without parts.
    all.push_back(
        {.name = "pt",
         .xml = "<?xml version='1.0' encoding='ISO-8859-1' standalone='yes'?>" + rootWith() +
                R"(<id root="1.2.250.1.999.9.5"/><code code="7" codeSystem="1.2.250.1.999.8" displayName="Receita">
<translation code="57833-6" codeSystem="2.16.840.1.113883.6.1"/></code><title>Receita)" +
                std::string(" m\xE9"
                            "dica</title>") +
                R"(<effectiveTime value="20260304101530.000+0000"/><confidentialityCode code="N"/>
<recordTarget><patientRole><id root="2.16.17.710.804.1000.990.1" extension="000000000"/><addr>Rua do Exemplo, 1</addr>
<patient><name><given>Jo)" +
                "\xE3" +
                R"(o</given><given>Manuel</given><family>DA SILVA</family><family>EXEMPLO</family></name>
<administrativeGenderCode code="M" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19600229120000+0000"/>
</patient></patientRole></recordTarget>)" +
                bodyOf("Tomar com \xE1gua") + std::string(kRootEnd),
         .warnings = {NoIns, UnknownCode},
         .birthName = "DA SILVA",
         .givenNames = "João Manuel",
         .born = "1960-02-29",
         .sex = "M",
         .date = "2026-03-04",
         .word = "água"});
    return all;
}

} // namespace guichet::test
