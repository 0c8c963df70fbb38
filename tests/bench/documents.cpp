// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/documents.h"

#include <array>
#include <fstream>
#include <string>

namespace guichet::bench {
namespace {

std::string padded(int number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// A test number of somebody who can't be: there is no commune 999 in department 75.
std::string testNumber(int i) {
    const std::string number = "2" + padded(40 + i % 60, 2) + padded(1 + i % 12, 2) + "75999" + padded(1 + i % 998, 3);
    return number + padded(static_cast<int>(97 - std::stoll(number) % 97), 2);
}

std::string header(int i, std::string_view code, std::string_view title) {
    const std::string name = "ESSAI-" + std::string(1, static_cast<char>('A' + i % 26));
    const std::string id = "2.25." + std::to_string(1'000'000 + i);
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id root=")" +
           id + R"("/>
<code code=")" +
           std::string(code) + R"(" codeSystem="2.16.840.1.113883.6.1"/><title>)" + std::string(title) +
           R"(</title><effectiveTime value="202611)" + padded(1 + i % 20, 2) +
           R"(0900+0100"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/><languageCode code="fr-FR"/>
<setId root=")" +
           id + R"(.1"/><versionNumber value="1"/>
<recordTarget><patientRole><id root="1.2.250.1.213.1.4.10" extension=")" +
           testNumber(i) + R"("/><patient><name><family qualifier="BR">)" + name +
           R"(</family><given>CAMILLE</given></name><administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
<birthTime value="19)" +
           padded(40 + i % 60, 2) + padded(1 + i % 12, 2) + R"(03"/></patient></patientRole></recordTarget>
<author><time value="20261101"/><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="899999999999"/><assignedPerson><name><family>EXEMPLE</family></name></assignedPerson></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id root="1.2.250.1.71.4.2.2" extension="0B0000001"/><name>Hôpital de l’Exemple</name></representedCustodianOrganization></assignedCustodian></custodian>
<component><structuredBody>)";
}

std::string entries(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text +=
            R"(<entry typeCode="COMP"><observation classCode="OBS" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>
<id root="2.25.)" +
            std::to_string(i) +
            R"("/><code code="14749-6" displayName="Glucose" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><effectiveTime value="20261101080000+0100"/><value xsi:type="PQ" value="5.)" +
            std::to_string(i % 10) + R"(" unit="mmol/L"/></observation></entry>
)";
    }
    return text;
}

std::string table(int rows) {
    std::string text = "<table border=\"1\"><thead><tr><th>Examen</th><th>Résultat</th><th>Unité</th><th>Valeurs "
                       "usuelles</th></tr></thead><tbody>\n";
    for (int i = 0; i < rows; ++i) {
        text += "<tr><td>Examen fictif numéro " + std::to_string(i + 1) + "</td><td>" + std::to_string(i % 140) +
                "</td><td>unité</td><td>10 à 120</td></tr>\n";
    }
    return text + "</tbody></table>";
}

std::string section(std::string_view title, std::string_view text, std::string_view coded) {
    return "<component><section><title>" + std::string(title) + "</title><text>" + std::string(text) + "</text>" +
           std::string(coded) + "</section></component>";
}

} // namespace

void writeDocuments(const std::filesystem::path &folder, int count) {
    struct Kind {
        const char *code;
        const char *title;
        int rows;
        int coded;
    };
    constexpr std::array kinds{Kind{"34133-9", "Lettre de liaison", 0, 40}, Kind{"57833-6", "Ordonnance", 6, 120},
                               Kind{"11502-2", "Résultats d’analyses", 60, 400},
                               Kind{"11502-2", "Résultats d’analyses, suivi", 25, 800},
                               Kind{"11490-0", "Compte rendu d’hospitalisation", 15, 5000}};
    for (int i = 0; i < count; ++i) {
        const Kind &kind = kinds.at(static_cast<std::size_t>(i) % kinds.size());
        std::string document = header(i, kind.code, kind.title);
        document += section("Contexte",
                            "<paragraph>Texte d’exemple, écrit pour mesurer. <content styleCode=\"Bold\">Rien n’est "
                            "vrai ici.</content></paragraph><list><item>Premier point</item><item>Second "
                            "point</item></list>",
                            "");
        document += section("Contenu", kind.rows > 0 ? table(kind.rows) : "<paragraph>Aucun tableau.</paragraph>",
                            entries(kind.coded));
        document += "</structuredBody></component></ClinicalDocument>\n";
        std::ofstream(folder / ("document-" + padded(i, 3) + ".xml"), std::ios::binary) << document;
    }
}

} // namespace guichet::bench
