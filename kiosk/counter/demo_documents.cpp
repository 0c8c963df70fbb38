// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/demo_documents.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace guichet::kiosk {
namespace {

using document::Category;
using Body = DemoDocument::Body;

template <typename T, std::size_t N>
const T &pick(const std::array<T, N> &choices, Random &random) {
    return choices.at(random.below(static_cast<std::uint32_t>(N)));
}

int between(int least, int most, Random &random) {
    return least + static_cast<int>(random.below(static_cast<std::uint32_t>(most - least + 1)));
}

std::string compactDate(CivilDate day) { return replaceAll(formatDate(day), "-", ""); }

std::string frenchDate(CivilDate day) {
    return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
}

CivilDate daysLater(CivilDate day, int days) { return CivilDate{std::chrono::sys_days{day} + std::chrono::days{days}}; }

std::string uuid(Random &random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    const std::string hex = toHex(bytes);
    return fmt::format("{}-{}-4{}-8{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(13, 3), hex.substr(17, 3),
                       hex.substr(20, 12));
}

std::string row(std::string_view cell, const std::vector<std::string> &cells) {
    std::string text = "<tr>";
    for (const std::string &content : cells) {
        text += fmt::format("<{0}>{1}</{0}>", cell, escapeXml(content));
    }
    return text + "</tr>";
}

std::string table(const std::vector<std::string> &head, const std::vector<std::vector<std::string>> &rows) {
    std::string text = "<table border=\"1\"><thead>" + row("th", head) + "</thead><tbody>";
    for (const auto &cells : rows) {
        text += row("td", cells);
    }
    return text + "</tbody></table>";
}

std::string paragraph(std::string_view text) { return "<paragraph>" + escapeXml(text) + "</paragraph>"; }

std::string list(const std::vector<std::string> &items) {
    std::string text = "<list>";
    for (const std::string &item : items) {
        text += "<item>" + escapeXml(item) + "</item>";
    }
    return text + "</list>";
}

std::string section(std::string_view title, std::string_view narrative, std::string_view entries = {}) {
    return fmt::format("<component><section><title>{}</title><text>{}</text>{}</section></component>", escapeXml(title),
                       narrative, entries);
}

struct Medicine {
    const char *name;
    const char *dose;
};
constexpr std::array kMedicines{
    Medicine{"PARACÉTAMOL 1 g, comprimé", "1 comprimé si douleur, 3 par jour au plus"},
    Medicine{"AMOXICILLINE 500 mg, gélule", "1 gélule matin, midi et soir"},
    Medicine{"RAMIPRIL 5 mg, comprimé", "1 comprimé le matin"},
    Medicine{"METFORMINE 1000 mg, comprimé", "1 comprimé matin et soir, au repas"},
    Medicine{"ATORVASTATINE 20 mg, comprimé", "1 comprimé le soir"},
    Medicine{"LÉVOTHYROXINE 75 microgrammes, comprimé", "1 comprimé le matin, à jeun"},
    Medicine{"SALBUTAMOL 100 microgrammes, suspension pour inhalation", "1 à 2 bouffées en cas de gêne"},
    Medicine{"OMÉPRAZOLE 20 mg, gélule gastro-résistante", "1 gélule le soir"},
    Medicine{"CHOLÉCALCIFÉROL 100 000 UI, solution buvable", "1 ampoule tous les trois mois"},
    Medicine{"BISOPROLOL 2,5 mg, comprimé", "1 comprimé le matin"},
};

std::string prescription(Body body, Random &random) {
    std::vector<std::vector<std::string>> rows;
    const int lines = body == Body::Long ? between(45, 60, random) : between(1, 5, random);
    for (int i = 0; i < lines; ++i) {
        const Medicine &medicine = pick(kMedicines, random);
        rows.push_back({medicine.name, medicine.dose, fmt::format("{} jours", between(1, 12, random) * 7),
                        random.below(4) == 0 ? "non substituable (EFG)" : ""});
    }
    return section("Médicaments prescrits", table({"Médicament", "Posologie", "Durée", "Mention"}, rows)) +
           section("Conseils", paragraph("Boire suffisamment. Rapporter à la pharmacie ce qui n’a pas servi."));
}

std::string certificate(CivilDate date, Random &random) {
    static constexpr std::array kReasons{
        "ne présente pas, à ce jour, de contre-indication décelable à la pratique du sport en loisir",
        "doit disposer d’un siège adapté à son poste de travail",
        "a été examiné(e) ce jour et doit garder le repos à la maison",
        "a besoin de la présence d’une tierce personne pour ses déplacements",
    };
    return section("Certificat médical",
                   paragraph(fmt::format("Je soussigné(e), docteur en médecine, certifie avoir examiné ce jour, le {}, "
                                         "la personne désignée plus haut, qui {}.",
                                         frenchDate(date), pick(kReasons, random))) +
                       paragraph("Certificat établi à la demande de l’intéressé(e) et remis en main propre, pour faire "
                                 "valoir ce que de droit."));
}

struct Analysis {
    const char *name;
    const char *unit;
    double low;
    double high;
};
constexpr std::array kAnalyses{
    Analysis{"Hémoglobine", "g/dL", 12.0, 16.0},
    Analysis{"Hématocrite", "%", 37.0, 47.0},
    Analysis{"Leucocytes", "G/L", 4.0, 10.0},
    Analysis{"Plaquettes", "G/L", 150.0, 400.0},
    Analysis{"Glycémie à jeun", "mmol/L", 3.9, 5.5},
    Analysis{"Créatinine", "µmol/L", 50.0, 100.0},
    Analysis{"Sodium", "mmol/L", 136.0, 145.0},
    Analysis{"Potassium", "mmol/L", 3.5, 5.1},
    Analysis{"Cholestérol total", "mmol/L", 3.5, 5.2},
    Analysis{"Triglycérides", "mmol/L", 0.5, 1.7},
    Analysis{"ASAT (transaminase)", "UI/L", 10.0, 35.0},
    Analysis{"ALAT (transaminase)", "UI/L", 10.0, 40.0},
    Analysis{"TSH (thyréostimuline)", "mUI/L", 0.4, 4.0},
    Analysis{"Ferritine", "µg/L", 20.0, 200.0},
    Analysis{"Protéine C réactive", "mg/L", 0.0, 5.0},
};

std::string result(Body body, CivilDate date, Random &random) {
    std::vector<std::vector<std::string>> rows;
    const int lines = body == Body::Long ? between(90, 130, random) : between(5, 14, random);
    for (int i = 0; i < lines; ++i) {
        const Analysis &analysis = kAnalyses.at(static_cast<std::size_t>(i) % kAnalyses.size());
        const double span = analysis.high - analysis.low;
        const double value = analysis.low + span * (static_cast<double>(random.below(130)) / 100.0 - 0.1);
        const bool outside = value < analysis.low || value > analysis.high;
        const int earlier = body == Body::Long ? i / static_cast<int>(kAnalyses.size()) : 0;
        rows.push_back({frenchDate(daysLater(date, -90 * earlier)), analysis.name,
                        fmt::format("{:.1f} {}{}", std::max(value, 0.0), analysis.unit, outside ? " *" : ""),
                        fmt::format("{:.1f} – {:.1f}", analysis.low, analysis.high)});
    }
    return section("Biochimie et hématologie", table({"Date", "Analyse", "Résultat", "Valeurs usuelles"}, rows)) +
           section("Commentaire",
                   paragraph("Un résultat suivi d’une étoile (*) est en dehors des valeurs usuelles : en "
                             "parler avec son médecin."));
}

std::string hospital(CivilDate date, Body body, Random &random) {
    static constexpr std::array kReasons{"une fracture du poignet gauche", "une pneumopathie", "une appendicite aiguë",
                                         "le bilan d’une douleur thoracique", "la pose d’une prothèse de hanche"};
    const int days = between(1, 9, random);
    std::string text =
        section("Motif d’hospitalisation",
                paragraph(fmt::format("Hospitalisation du {} au {} pour {}.", frenchDate(daysLater(date, -days)),
                                      frenchDate(date), pick(kReasons, random)))) +
        section("Antécédents",
                list({"Hypertension artérielle traitée", "Allergie : aucune connue", "Tabac : arrêté depuis 2015"})) +
        section("Évolution",
                paragraph("Suites simples. La douleur est calmée par des antalgiques de palier 1. La marche "
                          "est reprise au deuxième jour. Le retour à domicile est possible."));
    const Medicine &medicine = pick(kMedicines, random);
    text += section("Traitement de sortie", table({"Médicament", "Posologie"}, {{medicine.name, medicine.dose}}));
    if (body == Body::Long) {
        std::vector<std::vector<std::string>> rows;
        for (int i = 0; i < between(70, 90, random); ++i) {
            rows.push_back({frenchDate(daysLater(date, -days + i * days / 80)), fmt::format("{:02}:00", i % 24),
                            fmt::format("{}/{}", between(110, 150, random), between(60, 90, random)),
                            fmt::format("{}", between(58, 96, random)),
                            fmt::format("{:.1f}", 36.2 + random.below(15) / 10.0)});
        }
        text += section("Surveillance", table({"Date", "Heure", "Tension", "Pouls", "Température"}, rows));
    }
    return text + section("Suite à donner", list({"Consultation de contrôle dans six semaines",
                                                  "Soins infirmiers à domicile pendant dix jours",
                                                  "En cas de fièvre ou de douleur nouvelle : appeler le 15"}));
}

std::string reimbursement(CivilDate date, Body body, Random &random) {
    struct Act {
        const char *name;
        int priceCents;
        int percent;
    };
    static constexpr std::array kActs{
        Act{"Consultation généraliste", 3000, 70}, Act{"Pharmacie", 1860, 65},
        Act{"Analyses de laboratoire", 4225, 60},  Act{"Radiographie", 5500, 70},
        Act{"Soins infirmiers", 1890, 60},         Act{"Consultation spécialiste", 5000, 70},
        Act{"Transport sanitaire", 6240, 55}};
    std::vector<std::vector<std::string>> rows;
    const int lines = body == Body::Long ? between(80, 120, random) : between(3, 9, random);
    long total = 0;
    const auto euros = [](long cents) { return fmt::format("{},{:02} €", cents / 100, cents % 100); };
    for (int i = 0; i < lines; ++i) {
        const Act &act = pick(kActs, random);
        const int paid = act.priceCents * act.percent / 100;
        total += paid;
        rows.push_back({frenchDate(daysLater(date, -i * 8)), act.name, euros(act.priceCents),
                        fmt::format("{} %", act.percent), euros(paid)});
    }
    return section("Soins remboursés", table({"Date", "Soin", "Payé", "Taux", "Remboursé"}, rows)) +
           section("Total", paragraph("Total remboursé : " + euros(total) + "."));
}

std::string summary(Random &random) {
    return section("Vaccinations",
                   table({"Vaccin", "Date", "Rappel"}, {{"Diphtérie, tétanos, poliomyélite", "12/05/2021", "2041"},
                                                        {"Grippe saisonnière", "18/10/2025", "chaque année"}})) +
           section("Points de vigilance", list({pick(kMedicines, random).name, "Vue contrôlée chaque année"}));
}

std::uint32_t crc32(ByteView bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~crc;
}

void putBigEndian(Bytes &out, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out.push_back(static_cast<std::uint8_t>(value >> shift));
    }
}

void putChunk(Bytes &png, std::string_view type, const Bytes &content) {
    putBigEndian(png, static_cast<std::uint32_t>(content.size()));
    Bytes checked(type.begin(), type.end());
    checked.insert(checked.end(), content.begin(), content.end());
    png.insert(png.end(), checked.begin(), checked.end());
    putBigEndian(png, crc32(checked));
}

/// A strip of an electrocardiogram that nobody's heart has beaten: grey, 8 bits a pixel, stored without compression
/// (PNG, RFC 1950 and 1951 section 3.2.4).
Bytes curvePng() {
    constexpr int kWidth = 480;
    constexpr int kHeight = 120;
    constexpr int kBeat = 80;
    constexpr int kBaseline = 70;
    std::vector<Bytes> lines(kHeight, Bytes(kWidth, 255));
    const auto heightAt = [](int x) {
        const int phase = x % kBeat;
        if (phase > 30 && phase <= 34) {
            return kBaseline - (phase - 30) * 14;
        }
        if (phase > 34 && phase <= 40) {
            return kBaseline - 56 + (phase - 34) * 12;
        }
        return kBaseline - static_cast<int>(std::lround(6 * std::sin(phase * 0.16)));
    };
    for (int x = 0; x < kWidth; ++x) {
        for (int y = 0; y < kHeight; y += 10) {
            lines[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = 220;
        }
        const int from = std::min(heightAt(x), heightAt(std::max(0, x - 1)));
        const int to = std::max(heightAt(x), heightAt(std::max(0, x - 1)));
        for (int y = from; y <= to; ++y) {
            lines[static_cast<std::size_t>(std::clamp(y, 0, kHeight - 1))][static_cast<std::size_t>(x)] = 0;
        }
    }
    Bytes raw;
    for (const Bytes &line : lines) {
        raw.push_back(0); // no filter
        raw.insert(raw.end(), line.begin(), line.end());
    }
    constexpr std::uint32_t kAdler = 65521;
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const std::uint8_t byte : raw) {
        a = (a + byte) % kAdler;
        b = (b + a) % kAdler;
    }
    constexpr std::size_t kBlock = 65535;
    Bytes compressed{0x78, 0x01};
    for (std::size_t at = 0; at < raw.size(); at += kBlock) {
        const std::size_t size = std::min(kBlock, raw.size() - at);
        compressed.push_back(at + size == raw.size() ? 1 : 0);
        for (const std::size_t half : {size, ~size}) {
            compressed.push_back(static_cast<std::uint8_t>(half));
            compressed.push_back(static_cast<std::uint8_t>(half >> 8U));
        }
        compressed.insert(compressed.end(), raw.begin() + static_cast<std::ptrdiff_t>(at),
                          raw.begin() + static_cast<std::ptrdiff_t>(at + size));
    }
    putBigEndian(compressed, (b << 16U) | a);

    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    Bytes header;
    putBigEndian(header, kWidth);
    putBigEndian(header, kHeight);
    header.insert(header.end(), {8, 0, 0, 0, 0});
    putChunk(png, "IHDR", header);
    putChunk(png, "IDAT", compressed);
    putChunk(png, "IEND", {});
    return png;
}

std::string media(std::string_view id, std::string_view type, ByteView bytes) {
    return fmt::format("<entry><observationMedia classCode=\"OBS\" moodCode=\"EVN\" ID=\"{}\"><value mediaType=\"{}\" "
                       "representation=\"B64\">{}</value></observationMedia></entry>",
                       id, type, toBase64(bytes));
}

std::string narrative(const DemoDocument &wanted, Random &random) {
    switch (wanted.category) {
    case Category::Prescription: return prescription(wanted.body, random);
    case Category::Certificate: return certificate(wanted.date, random);
    case Category::Result: return result(wanted.body, wanted.date, random);
    case Category::Hospital: return hospital(wanted.date, wanted.body, random);
    case Category::Reimbursement: return reimbursement(wanted.date, wanted.body, random);
    case Category::Other: return summary(random);
    }
    return {};
}

struct Kind {
    const char *code;
    const char *system;
    const char *name;
    const char *title;
};

constexpr const char *kLoinc = "2.16.840.1.113883.6.1";
constexpr const char *kFrenchKinds = "1.2.250.1.213.1.1.4.12";

Kind kindOf(Category category) {
    switch (category) {
    case Category::Prescription:
        return {"57833-6", kLoinc, "Prescription de médicaments", "Prescription de médicaments"};
    case Category::Certificate: return {"CERT_DECL", kFrenchKinds, "Certificat, déclaration", "Certificat médical"};
    case Category::Result: return {"11502-2", kLoinc, "CR d’examens biologiques", "Compte rendu d’analyses"};
    case Category::Hospital: return {"34133-9", kLoinc, "Lettre de liaison à la sortie", "Lettre de sortie d’hôpital"};
    case Category::Reimbursement: return {"REMB", kFrenchKinds, "Données de remboursement", "Relevé de remboursements"};
    case Category::Other: return {"60591-5", kLoinc, "Synthèse médicale", "Synthèse médicale"};
    }
    return {};
}

struct Issuer {
    const char *organisation;
    const char *prefix;
    const char *family;
    const char *given;
    const char *profession;
};
constexpr std::array kDoctors{
    Issuer{"Cabinet médical des Tilleuls (exemple)", "DR", "FICTIF", "Camille", "Médecin généraliste"},
    Issuer{"Maison de santé du Pont-Neuf (exemple)", "DR", "MODÈLE", "Sacha", "Médecin généraliste"},
};
constexpr Issuer kLaboratory{"Laboratoire d’essai Bio-Exemple", "DR", "ESSAI", "Dominique", "Biologiste médical"};
constexpr Issuer kHospital{"Centre hospitalier d’Exempleville", "DR", "TÉMOIN", "Claude", "Chirurgie, chef de service"};
constexpr Issuer kInsurer{"Caisse de démonstration", "", "SERVICE", "Remboursements", "Assurance maladie"};

Issuer issuerOf(Category category, Random &random) {
    switch (category) {
    case Category::Result: return kLaboratory;
    case Category::Hospital: return kHospital;
    case Category::Reimbursement: return kInsurer;
    default: return pick(kDoctors, random);
    }
}

/// Numbers of invented professionals and organisations: an arc of UUIDs (Rec. ITU-T X.667), nobody's register.
constexpr const char *kInventedRoot = "2.25.271828182845904523536028747135266249775";

std::string organisationXml(const Issuer &issuer) {
    return fmt::format("<id root=\"{}\" extension=\"org\"/><name>{}</name><telecom nullFlavor=\"NASK\"/>"
                       "<addr><city>Exempleville</city></addr>",
                       kInventedRoot, escapeXml(issuer.organisation));
}

std::string assignedXml(const Issuer &issuer, std::string_view element) {
    return fmt::format("<id root=\"{}\" extension=\"{}\"/><code code=\"G15_10\" codeSystem=\"1.2.250.1.213.1.1.4.5\" "
                       "displayName=\"{}\"/><{}><name>{}<family>{}</family><given>{}</given></name></{}>",
                       kInventedRoot, escapeXml(issuer.family), escapeXml(issuer.profession), element,
                       issuer.prefix[0] == '\0' ? std::string() : fmt::format("<prefix>{}</prefix>", issuer.prefix),
                       escapeXml(issuer.family), escapeXml(issuer.given), element);
}

std::string recordTarget(const storage::Person &person) {
    const storage::Traits &traits = person.traits;
    std::string givens;
    const auto all = split(traits.givenNames, ' ');
    for (std::size_t i = 0; i < all.size(); ++i) {
        givens += fmt::format("<given{}>{}</given>", i == 0 ? " qualifier=\"BR\"" : "", escapeXml(all[i]));
    }
    std::string family = fmt::format("<family qualifier=\"BR\">{}</family>", escapeXml(traits.birthName));
    if (!traits.usedName.empty()) {
        family += fmt::format("<family qualifier=\"SP\">{}</family>", escapeXml(traits.usedName));
    }
    std::string address;
    for (const std::string &line : split(person.address, '\n')) {
        address += "<streetAddressLine>" + escapeXml(line) + "</streetAddressLine>";
    }
    return fmt::format(
        "<recordTarget><patientRole><id root=\"{}\" extension=\"{}\"/><addr use=\"H\">{}</addr>"
        "<telecom nullFlavor=\"NASK\"/><patient><name>{}{}</name><administrativeGenderCode code=\"{}\" "
        "codeSystem=\"2.16.840.1.113883.5.1\"/><birthTime value=\"{}\"/><birthplace><place><name>{}</name>"
        "<addr><county>{}</county></addr></place></birthplace></patient></patientRole></recordTarget>",
        person.insRoot, person.nir, address, family, givens,
        traits.sex == storage::Sex::Female ? "F" : (traits.sex == storage::Sex::Male ? "M" : "UN"),
        replaceAll(traits.born.text(), "-", ""), escapeXml(traits.birthPlace), escapeXml(traits.birthPlaceCode));
}

} // namespace

std::string demoDocument(const storage::Person &person, const DemoDocument &wanted, ByteView pdf, Random &random) {
    const Kind kind = kindOf(wanted.category);
    const Issuer issuer = issuerOf(wanted.category, random);
    const std::string time =
        fmt::format("{}{:02}{:02}00+0100", compactDate(wanted.date), between(8, 18, random), between(0, 59, random));
    const std::string setId = wanted.setId.empty() ? uuid(random) : wanted.setId;
    const std::string confidentiality = wanted.confidentiality.empty()
                                            ? std::string()
                                            : fmt::format("<confidentialityCode code=\"{}\" codeSystem=\"{}\"/>",
                                                          wanted.confidentiality, document::kVisibilitySystem);
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><realmCode "
        "code=\"FR\"/>"
        "<typeId root=\"2.16.840.1.113883.1.3\" extension=\"POCD_HD000040\"/><id root=\"{}\"/>"
        "<code code=\"{}\" codeSystem=\"{}\" displayName=\"{}\"/><title>{}</title><effectiveTime value=\"{}\"/>"
        "<confidentialityCode code=\"N\" codeSystem=\"2.16.840.1.113883.5.25\" displayName=\"Normal\"/>{}"
        "<languageCode code=\"fr-FR\"/><setId root=\"{}\"/><versionNumber value=\"{}\"/>{}",
        uuid(random), kind.code, kind.system, escapeXml(kind.name), escapeXml(kind.title), time, confidentiality, setId,
        wanted.version, recordTarget(person));
    xml += fmt::format("<author><time value=\"{}\"/><assignedAuthor>{}<representedOrganization>{}"
                       "</representedOrganization></assignedAuthor></author>",
                       time, assignedXml(issuer, "assignedPerson"), organisationXml(issuer));
    xml += fmt::format("<custodian><assignedCustodian><representedCustodianOrganization>{}"
                       "</representedCustodianOrganization></assignedCustodian></custodian>",
                       organisationXml(issuer));
    xml += fmt::format("<legalAuthenticator><time value=\"{}\"/><signatureCode code=\"S\"/><assignedEntity>{}"
                       "</assignedEntity></legalAuthenticator>",
                       time, assignedXml(issuer, "assignedPerson"));
    if (wanted.body == Body::Pdf) {
        return xml +
               fmt::format("<component><nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">{}</text>"
                           "</nonXMLBody></component></ClinicalDocument>\n",
                           toBase64(pdf));
    }
    xml += "<component><structuredBody>" + narrative(wanted, random);
    if (wanted.body == Body::WithPdf) {
        xml += section("Pièce jointe",
                       "<paragraph>Le compte rendu complet suit.</paragraph><renderMultiMedia "
                       "referencedObject=\"PDF1\"/>",
                       media("PDF1", "application/pdf", pdf));
    } else if (wanted.body == Body::WithImage) {
        xml += section("Électrocardiogramme",
                       "<paragraph>Rythme sinusal régulier.</paragraph><renderMultiMedia "
                       "referencedObject=\"IMG1\"/>",
                       media("IMG1", "image/png", curvePng()));
    }
    return xml + "</structuredBody></component></ClinicalDocument>\n";
}

} // namespace guichet::kiosk
