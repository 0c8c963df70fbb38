// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cda_builder.h"

#include "base/text.h"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace guichet::test {
namespace {

constexpr std::string_view kLoinc = "2.16.840.1.113883.6.1";
constexpr std::string_view kFrench = "1.2.250.1.213.1.1.4.12";

std::string digits(int value, int width) {
    std::string text = std::to_string(value);
    return std::string(static_cast<std::size_t>(width) - std::min(text.size(), static_cast<std::size_t>(width)), '0') +
           text;
}

std::string escaped(std::string text) {
    return replaceAll(replaceAll(replaceAll(std::move(text), "&", "&amp;"), "<", "&lt;"), "\"", "&quot;");
}

std::string element(std::string_view name, const std::string &text) {
    return text.empty() ? std::string()
                        : "<" + std::string(name) + ">" + escaped(text) + "</" + std::string(name) + ">";
}

/// Puts a prefix before the name of every element.
std::string prefixed(const std::string &xml, const std::string &prefix) {
    std::string result;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        result += xml[i];
        if (xml[i] != '<' || i + 1 == xml.size()) {
            continue;
        }
        if (xml[i + 1] == '/') {
            result += xml[++i];
        }
        const auto end = xml.find_first_of(" />\n", i + 1);
        const bool other =
            xml[i + 1] == '!' || xml[i + 1] == '?' || xml.substr(i + 1, end - i - 1).find(':') != std::string::npos;
        if (!other) {
            result += prefix + ":";
        }
    }
    return result;
}

void appendBigEndian(Bytes &bytes, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes.push_back(static_cast<std::uint8_t>(value >> shift & 0xFF));
    }
}

std::uint32_t crc32(ByteView bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
    }
    return ~crc;
}

void appendChunk(Bytes &png, std::string_view type, const Bytes &data) {
    appendBigEndian(png, static_cast<std::uint32_t>(data.size()));
    Bytes body(type.begin(), type.end());
    body.insert(body.end(), data.begin(), data.end());
    png.insert(png.end(), body.begin(), body.end());
    appendBigEndian(png, crc32(body));
}

} // namespace

std::string testNir(int sex, int year, int month, int order, std::string_view department) {
    const std::string number =
        digits(sex, 1) + digits(year, 2) + digits(month, 2) + std::string(department) + "999" + digits(order, 3);
    return number + digits(static_cast<int>(97 - std::stoll(number) % 97), 2);
}

CdaBuilder::CdaBuilder(std::string code, std::string codeSystem, std::string display, std::string documentTitle)
    : title(std::move(documentTitle)), code_(std::move(code)), codeSystem_(std::move(codeSystem)),
      display_(std::move(display)) {}

CdaBuilder &CdaBuilder::section(std::string sectionTitle, std::string narrative, std::string entries,
                                std::string templateRoot) {
    sections_ += "<component><section>";
    if (!templateRoot.empty()) {
        sections_ += "<templateId root=\"" + templateRoot + "\"/>";
    }
    sections_ +=
        element("title", sectionTitle) + "<text>" + narrative + "</text>" + entries + "</section></component>\n";
    return *this;
}

std::string CdaBuilder::media(std::string_view id, std::string_view mediaType, ByteView bytes) {
    return "<entry><observationMedia classCode=\"OBS\" moodCode=\"EVN\" ID=\"" + std::string(id) +
           "\"><value mediaType=\"" + std::string(mediaType) + "\" representation=\"B64\">" + toBase64(bytes) +
           "</value></observationMedia></entry>";
}

CdaBuilder &CdaBuilder::body(std::string mediaType, ByteView bytes) {
    return rawBody("<text mediaType=\"" + mediaType + "\" representation=\"B64\">" + toBase64(bytes) + "</text>");
}

CdaBuilder &CdaBuilder::rawBody(std::string text) {
    rawBody_ = std::move(text);
    return *this;
}

std::string CdaBuilder::header() const {
    std::string xml = "<realmCode code=\"FR\"/><typeId root=\"2.16.840.1.113883.1.3\" extension=\"POCD_HD000040\"/>\n";
    xml += "<id root=\"" + id + "\"/>";
    xml +=
        "<code code=\"" + code_ + "\" codeSystem=\"" + codeSystem_ + "\" displayName=\"" + escaped(display_) + "\"/>\n";
    xml += element("title", title);
    if (!time.empty()) {
        xml += "<effectiveTime value=\"" + time + "\"/>";
    }
    xml += "<confidentialityCode code=\"N\" codeSystem=\"2.16.840.1.113883.5.25\" displayName=\"Normal\"/>";
    for (const std::string &mark : marks) {
        xml += "<confidentialityCode code=\"" + mark + "\" codeSystem=\"1.2.250.1.213.1.1.4.13\"/>";
    }
    xml += "<languageCode code=\"fr-FR\"/>";
    if (!setId.empty()) {
        xml += "<setId root=\"" + setId + "\"/><versionNumber value=\"" + std::to_string(version) + "\"/>\n";
    }

    xml += "<recordTarget><patientRole>";
    if (!person.ins.empty()) {
        xml += "<id root=\"" + person.insRoot + "\" extension=\"" + person.ins + "\"/>";
    }
    for (const auto &[root, extension] : person.otherIds) {
        xml += "<id root=\"" + root + "\" extension=\"" + extension + "\"/>";
    }
    xml += "<addr use=\"H\"><houseNumber>12</houseNumber><streetName>rue des Lilas</streetName>"
           "<postalCode>81000</postalCode><city>ALBI</city></addr><telecom value=\"tel:0500000000\" use=\"H\"/>\n"
           "<patient><name>";
    if (!person.birthName.empty()) {
        xml += "<family qualifier=\"BR\">" + escaped(person.birthName) + "</family>";
    }
    xml += element("given", person.givenNames);
    if (!person.firstGivenName.empty()) {
        xml += "<given qualifier=\"BR\">" + escaped(person.firstGivenName) + "</given>";
    }
    if (!person.usedName.empty()) {
        xml += "<family qualifier=\"SP\">" + escaped(person.usedName) + "</family>";
    }
    xml += "</name>";
    if (!person.sex.empty()) {
        xml += "<administrativeGenderCode code=\"" + person.sex + "\" codeSystem=\"2.16.840.1.113883.5.1\"/>";
    }
    if (!person.born.empty()) {
        xml += "<birthTime value=\"" + person.born + "\"/>";
    }
    if (person.multipleBirth) {
        xml += "<sdtc:multipleBirthInd xmlns:sdtc=\"urn:hl7-org:sdtc\" value=\"true\"/>"
               "<sdtc:multipleBirthOrderNumber xmlns:sdtc=\"urn:hl7-org:sdtc\" value=\"2\"/>";
    }
    if (!person.guardianFamily.empty()) {
        xml += "<guardian><telecom value=\"tel:0500000001\" use=\"H\"/><guardianPerson><name><prefix>MME</prefix>"
               "<family>" +
               escaped(person.guardianFamily) + "</family><given>Hélène</given></name></guardianPerson></guardian>";
    }
    if (!person.birthPlaceCode.empty()) {
        xml += "<birthplace><place><addr><county>" + person.birthPlaceCode + "</county>" +
               element("city", person.birthPlace) + "</addr></place></birthplace>";
    }
    xml += "</patient></patientRole></recordTarget>\n";

    xml += "<author><time value=\"20260312093000+0100\"/><assignedAuthor><id root=\"1.2.250.1.71.4.2.1\" "
           "extension=\"899900000001\"/><code code=\"G15_10/SM26\" codeSystem=\"1.2.250.1.213.1.1.4.5\" "
           "displayName=\"Médecin généraliste\"/><assignedPerson><name><family>LEROUX</family><given>Paul</given>"
           "<suffix>DR</suffix></name></assignedPerson><representedOrganization><id root=\"1.2.250.1.71.4.2.2\" "
           "extension=\"1999000001\"/><name>Maison de santé des Tilleuls</name></representedOrganization>"
           "</assignedAuthor></author>\n"
           "<custodian><assignedCustodian><representedCustodianOrganization><id root=\"1.2.250.1.71.4.2.2\" "
           "extension=\"1999000001\"/><name>Maison de santé des Tilleuls</name></representedCustodianOrganization>"
           "</assignedCustodian></custodian>\n"
           "<legalAuthenticator><time value=\"20260312094000+0100\"/><signatureCode code=\"S\"/><assignedEntity>"
           "<id root=\"1.2.250.1.71.4.2.1\" extension=\"899900000001\"/><assignedPerson><name><family>LEROUX</family>"
           "<given>Paul</given></name></assignedPerson></assignedEntity></legalAuthenticator>\n";
    if (!replaces.empty()) {
        xml += "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"" + replaces +
               "\"/></parentDocument></relatedDocument>";
    }
    return xml + headerExtra;
}

std::string CdaBuilder::build() const {
    const std::string space = prefix.empty() ? "xmlns" : "xmlns:" + prefix;
    std::string body = rawBody_.empty()
                           ? "<component><structuredBody>\n" + sections_ + "</structuredBody></component>\n"
                           : "<component><nonXMLBody>" + rawBody_ + "</nonXMLBody></component>\n";
    std::string xml = header() + body;
    std::string root = "ClinicalDocument";
    if (!prefix.empty()) {
        xml = prefixed(xml, prefix);
        root = prefix + ":" + root;
    }
    xml = "<" + root + " " + space + "=\"urn:hl7-org:v3\">\n" + xml + "</" + root + ">\n";
    if (insideStylesheet) {
        xml = "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" "
              "xmlns:data=\"urn:example:data\">\n<data:content>\n" +
              xml +
              "</data:content>\n<xsl:template match=\"/\"><html><ClinicalDocument/></html></xsl:template>\n"
              "</xsl:stylesheet>\n";
    }
    const std::string declaration =
        declaredEncoding.empty() ? std::string() : "<?xml version=\"1.0\" encoding=\"" + declaredEncoding + "\"?>\n";
    return declaration + doctype + xml;
}

CdaBuilder prescription() {
    CdaBuilder cda("57833-6", std::string(kLoinc), "Prescription de médicaments", "Ordonnance de médicaments");
    cda.section(
        "Médicaments prescrits",
        "<table border=\"1\"><thead><tr><th>Médicament</th><th>Posologie</th><th>Durée</th></tr></thead><tbody>"
        "<tr ID=\"m1\"><td>PARACÉTAMOL 1 g, comprimé</td><td>1 comprimé matin, midi et soir</td><td>5 jours</td>"
        "</tr><tr><td colspan=\"2\" styleCode=\"Bold\">Ne pas dépasser 3 g par jour</td><td/></tr></tbody>"
        "</table>");
    return cda;
}

CdaBuilder certificate() {
    CdaBuilder cda("CERT_DECL", std::string(kFrench), "Certificat", "Certificat de santé");
    cda.section("Certificat", "<paragraph>Je soussigné certifie avoir examiné ce jour la personne nommée ci-dessus."
                              "</paragraph><list listType=\"ordered\"><item>Taille : 162 cm</item><item>Poids : 58 kg"
                              "</item></list>");
    return cda;
}

CdaBuilder laboratoryResult() {
    CdaBuilder cda("11502-2", std::string(kLoinc), "CR d'examens biologiques", "Compte rendu d’examens biologiques");
    cda.section("Biochimie", "<table><thead><tr><th>Analyse</th><th>Résultat</th><th>Valeurs usuelles</th></tr></thead>"
                             "<tbody><tr><td><content ID=\"a1\">Glycémie à jeun</content></td><td align=\"right\">"
                             "<content styleCode=\"Bold\">0,92</content> g/L</td><td>0,70 – 1,10</td></tr></tbody>"
                             "</table>");
    cda.section("Électrophorèse",
                "<renderMultiMedia referencedObject=\"courbe\"><caption>Courbe</caption>"
                "</renderMultiMedia>",
                CdaBuilder::media("courbe", "image/png", smallPng(120, 60)));
    return cda;
}

CdaBuilder scannedResult(int pages) {
    CdaBuilder cda("11502-2", std::string(kLoinc), "CR d'examens biologiques", "Compte rendu numérisé");
    cda.body("application/pdf", smallPdf(pages));
    return cda;
}

CdaBuilder dischargeLetter() {
    CdaBuilder cda("11490-0", std::string(kLoinc), "Lettre de liaison", "Lettre de liaison à la sortie");
    cda.headerExtra =
        "<componentOf><encompassingEncounter><id root=\"1.2.250.1.999.2\" extension=\"SEJOUR-1\"/><code code=\"IMP\" "
        "codeSystem=\"2.16.840.1.113883.5.4\" displayName=\"Hospitalisation\"/><effectiveTime><low value=\"20260305\"/>"
        "<high value=\"20260312\"/></effectiveTime><location><healthCareFacility><code code=\"SA01\" "
        "codeSystem=\"1.2.250.1.71.4.2.4\" displayName=\"Établissement public de santé\"/><location><name>Hôpital des "
        "Tilleuls</name></location></healthCareFacility></location></encompassingEncounter></componentOf>";
    cda.section("Motif d’hospitalisation", "Fracture du poignet droit.<br/>Chute à domicile.");
    cda.section("Suites à donner", "<paragraph>Ablation du plâtre dans <content revised=\"delete\">quatre</content> "
                                   "<content revised=\"insert\">six</content> semaines.</paragraph>");
    return cda;
}

CdaBuilder reimbursements(int rows) {
    CdaBuilder cda("REMB", std::string(kFrench), "Données de remboursement", "Données de remboursement");
    std::string table = "<table border=\"1\"><thead><tr><th>Date</th><th>Acte</th><th>Montant</th></tr></thead><tbody>";
    for (int row = 1; row <= rows; ++row) {
        table += "<tr><td>" + digits(row % 28 + 1, 2) + "/02/2026</td><td>Consultation n° " + std::to_string(row) +
                 "</td><td align=\"right\">" + std::to_string(20 + row % 7) + ",50 €</td></tr>";
    }
    cda.section("Soins remboursés", table + "</tbody></table>");
    return cda;
}

CdaBuilder summary() {
    CdaBuilder cda("SYNTH", std::string(kFrench), "Synthèse", "Synthèse médicale");
    cda.section("Antécédents", "<list><item>Asthme</item><item>Appendicectomie en 1958</item></list>");
    return cda;
}

CdaBuilder newborn() {
    CdaBuilder cda("78489-2", std::string(kLoinc), "Synthèse enfant", "Synthèse de l’enfant en maternité");
    cda.person.ins = testNir(1, 26, 3, 11);
    cda.person.birthName = "GARNIER";
    cda.person.usedName = "";
    cda.person.givenNames = "Noé";
    cda.person.firstGivenName = "Noé";
    cda.person.sex = "M";
    cda.person.born = "20260309";
    cda.person.guardianFamily = "GARNIER";
    cda.person.multipleBirth = true;
    cda.section("Naissance", "<paragraph>Né à terme, 3 250 g.</paragraph>");
    return cda;
}

Bytes smallPdf(int pages) {
    std::string pdf = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string &content) {
        offsets.push_back(pdf.size());
        pdf += std::to_string(offsets.size()) + " 0 obj\n" + content + "\nendobj\n";
    };
    std::string kids;
    for (int page = 0; page < pages; ++page) {
        kids += std::to_string(4 + 2 * page) + " 0 R ";
    }
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int page = 0; page < pages; ++page) {
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents " +
               std::to_string(5 + 2 * page) + " 0 R >>");
        const std::string stream = "BT /F 24 Tf 72 720 Td (page " + std::to_string(page + 1) + ") Tj ET";
        object("<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream + "\nendstream");
    }
    const std::size_t table = pdf.size();
    pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        pdf += digits(static_cast<int>(offset), 10) + " 00000 n \n";
    }
    pdf += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
           std::to_string(table) + "\n%%EOF\n";
    return {pdf.begin(), pdf.end()};
}

Bytes smallPng(std::uint32_t width, std::uint32_t height, std::uint32_t rgb) {
    Bytes rows;
    for (std::uint32_t y = 0; y < height; ++y) {
        rows.push_back(0); // no filter
        for (std::uint32_t x = 0; x < width; ++x) {
            for (const unsigned shift : {16U, 8U, 0U}) {
                rows.push_back(static_cast<std::uint8_t>(rgb >> shift & 0xFF));
            }
        }
    }
    Bytes zlib{0x78, 0x01};
    for (std::size_t at = 0; at < rows.size(); at += 0xFFFF) { // stored, not compressed
        const std::size_t length = std::min<std::size_t>(0xFFFF, rows.size() - at);
        zlib.push_back(at + length == rows.size() ? 1 : 0);
        for (const std::size_t value : {length, length ^ 0xFFFF}) {
            zlib.push_back(static_cast<std::uint8_t>(value & 0xFF));
            zlib.push_back(static_cast<std::uint8_t>(value >> 8 & 0xFF));
        }
        zlib.insert(zlib.end(), rows.begin() + static_cast<std::ptrdiff_t>(at),
                    rows.begin() + static_cast<std::ptrdiff_t>(at + length));
    }
    std::uint32_t a = 1, b = 0;
    for (const std::uint8_t byte : rows) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    appendBigEndian(zlib, b << 16 | a);

    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    Bytes head;
    appendBigEndian(head, width);
    appendBigEndian(head, height);
    head.insert(head.end(), {8, 2, 0, 0, 0});
    appendChunk(png, "IHDR", head);
    appendChunk(png, "IDAT", zlib);
    appendChunk(png, "IEND", {});
    return png;
}

namespace {

/// Goes over the characters of valid UTF-8.
template <typename Each>
void eachCharacter(std::string_view utf8, Each each) {
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<std::uint8_t>(utf8[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? first : first & (0x7FU >> length);
        for (std::size_t next = 1; next < length; ++next) {
            character = character << 6 | (static_cast<std::uint8_t>(utf8.at(i + next)) & 0x3FU);
        }
        each(character);
        i += length;
    }
}

} // namespace

std::string toUtf16(std::string_view utf8, bool bigEndian) {
    std::string text;
    const auto unit = [&](char32_t value) {
        const char high = static_cast<char>(value >> 8 & 0xFF), low = static_cast<char>(value & 0xFF);
        text += bigEndian ? high : low;
        text += bigEndian ? low : high;
    };
    unit(0xFEFF);
    eachCharacter(utf8, [&](char32_t character) {
        if (character < 0x10000) {
            unit(character);
        } else {
            unit(0xD800 + ((character - 0x10000) >> 10));
            unit(0xDC00 + ((character - 0x10000) & 0x3FF));
        }
    });
    return text;
}

std::string toLatin1(std::string_view utf8) {
    std::string text;
    eachCharacter(utf8, [&](char32_t character) {
        text += character < 0x100 ? static_cast<char>(static_cast<unsigned char>(character)) : '?';
    });
    return text;
}

} // namespace guichet::test
