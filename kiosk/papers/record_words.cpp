// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/record_words.h"

#include "base/text.h"
#include "storage/nir.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array kMonths{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                             "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

// HL7 V3 NullFlavor, in the words of the official French presentation.
constexpr std::array kNullFlavors{
    Words{"NI", "sans information"}, Words{"NA", "sans objet"},
    Words{"UNK", "inconnu"},         Words{"ASKU", "demandé mais valeur inconnue"},
    Words{"NASK", "non demandé"},    Words{"NAV", "temporairement indisponible"},
    Words{"MSK", "valeur masquée"},  Words{"OTH", "autre"},
    Words{"INV", "valeur invalide"}, Words{"DER", "valeur dérivée"},
    Words{"UNC", "non codé"},        Words{"QS", "quantité suffisante"},
    Words{"TRC", "trace"},           Words{"NINF", "infini négatif"},
    Words{"PINF", "infini positif"}, Words{"NP", "absent"},
};

constexpr std::array kTelecomUses{
    Words{"H", "domicile"},        Words{"HP", "domicile principal"},
    Words{"HV", "vacances"},       Words{"WP", "travail"},
    Words{"DIR", "ligne directe"}, Words{"PUB", "standard"},
    Words{"MC", "mobile"},         Words{"EC", "urgence"},
    Words{"AS", "répondeur"},      Words{"BAD", "périmé"},
    Words{"TMP", "temporaire"},    Words{"PG", "messagerie"},
};

constexpr std::array kAddressUses{
    Words{"H", "domicile"},  Words{"HP", "domicile principal"}, Words{"HV", "vacances"},
    Words{"WP", "travail"},  Words{"DIR", "directe"},           Words{"PUB", "publique"},
    Words{"BAD", "périmée"}, Words{"TMP", "temporaire"},        Words{"PST", "postale"},
};

constexpr std::array kNameUses{
    Words{"A", "nom d’artiste"},   Words{"ABC", "en lettres latines"},     Words{"ASGN", "attribué"},
    Words{"C", "selon un permis"}, Words{"I", "nom autochtone"},           Words{"IDE", "en idéogrammes"},
    Words{"P", "pseudonyme"},      Words{"PHON", "tel qu’il se prononce"}, Words{"R", "nom religieux"},
    Words{"SYL", "en syllabaire"},
};

constexpr std::array kTypes{
    Words{"INF", "Informateur"},
    Words{"PRF", "Réalisé par"},
    Words{"CON", "Consulté"},
    Words{"REF", "Adressé par"},
    Words{"REFB", "Adressé par"},
    Words{"REFT", "Adressé à"},
    Words{"RESP", "Responsable"},
    Words{"ADM", "Admission par"},
    Words{"ATND", "Médecin référent"},
    Words{"DIS", "Sortie décidée par"},
    Words{"CALLBCK", "À rappeler"},
    Words{"IND", "Bénéficiaire indirect"},
    Words{"HLD", "Assuré"},
    Words{"COV", "Couvert"},
    Words{"SPRF", "Réalisé avec l’aide de"},
    Words{"PPRF", "Réalisé par"},
    Words{"CST", "Conservation"},
    Words{"ENT", "Saisie"},
};

constexpr std::array kClasses{
    Words{"ECON", "Personne à prévenir en cas d’urgence"},
    Words{"NOK", "Personne de confiance"},
    Words{"CAREGIVER", "Aidant"},
    Words{"GUARD", "Représentant"},
    Words{"CON", "Contact"},
    Words{"PRS", "Proche"},
    Words{"QUAL", "Informateur"},
};

// HL7 LanguageAbilityMode, LanguageAbilityProficiency
constexpr std::array kLanguageModes{
    Words{"ESP", "parlée"},  Words{"EWR", "écrite"},
    Words{"ESGN", "signée"}, Words{"RSP", "comprise à l’oral"},
    Words{"RWR", "lue"},     Words{"RSGN", "comprise en signes"},
};
constexpr std::array kProficiencies{
    Words{"E", "excellent"},
    Words{"G", "bon"},
    Words{"F", "moyen"},
    Words{"P", "faible"},
};

// UCUM
constexpr std::array kUnits{
    Words{"s", "s"},           Words{"min", "min"}, Words{"h", "h"},     Words{"d", "jour(s)"},
    Words{"wk", "semaine(s)"}, Words{"mo", "mois"}, Words{"a", "an(s)"},
};

constexpr std::array kRoots{
    Words{"1.2.250.1.71.4.2.1", "identifiant national du professionnel"},
    Words{"1.2.250.1.71.4.2.2", "identifiant national de la structure"},
};

std::string_view find(std::span<const Words> table, std::string_view key) {
    const auto at = std::find_if(table.begin(), table.end(), [&](const Words &row) { return row.first == key; });
    return at == table.end() ? std::string_view{} : at->second;
}

/// "domicile, mobile" for "H MC".
std::string usesInWords(std::span<const Words> table, std::string_view uses) {
    std::vector<std::string> words;
    for (const std::string &use : split(uses, ' ')) {
        if (!use.empty()) {
            const std::string_view known = find(table, use);
            words.emplace_back(known.empty() ? use : known);
        }
    }
    return join(words, ", ");
}

std::string offsetInWords(int minutes) {
    if (minutes == 0) {
        return "UTC";
    }
    const int size = std::abs(minutes);
    return fmt::format("UTC{}{}{}", minutes < 0 ? "−" : "+", size / 60,
                       size % 60 == 0 ? std::string() : fmt::format(":{:02}", size % 60));
}

/// Whether something is written there, even if only why it is missing.
bool written(const document::Timestamp &time) { return !time.empty(); }

std::string widthInWords(const std::string &width) {
    const std::size_t space = width.rfind(' ');
    const std::string_view unit =
        space == std::string::npos ? std::string_view() : find(kUnits, std::string_view(width).substr(space + 1));
    return "durée : " + (unit.empty() ? width : width.substr(0, space + 1) + std::string(unit));
}

/// "", or that and the words behind it: " (du … au …)".
std::string between(const document::Interval &interval) {
    const std::string words = intervalInWords(interval);
    return words.empty() ? words : " (" + words + ")";
}

/// In our words where the code is known and the document has none.
std::string codeBy(std::span<const Words> table, const document::Code &code) {
    const std::string_view known = find(table, code.code);
    return known.empty() || code.label() != code.code ? codeInWords(code) : std::string(known);
}

} // namespace

std::string timeInWords(const document::Timestamp &time) {
    if (time.text.empty()) {
        return nullFlavorInWords(time.nullFlavor);
    }
    const auto parts = document::parseTime(time.text);
    if (!parts) {
        return time.text;
    }
    std::string words;
    if (parts->day) {
        words = *parts->day == 1 ? "1er " : fmt::format("{} ", *parts->day);
    }
    if (parts->month) {
        words += fmt::format("{} ", kMonths.at(static_cast<std::size_t>(*parts->month - 1)));
    }
    words += fmt::format("{}", parts->year);
    if (parts->hour) {
        words += fmt::format(" à {} h", *parts->hour);
        if (parts->minute) {
            words += fmt::format(" {:02}", *parts->minute);
        }
        if (parts->second && *parts->second != 0) {
            words += fmt::format(" min {:02} s", *parts->second);
        }
        if (parts->offsetMinutes) {
            words += " (" + offsetInWords(*parts->offsetMinutes) + ")";
        }
    }
    return words;
}

std::string intervalInWords(const document::Interval &interval) {
    if (!interval.width.empty()) {
        document::Interval ends = interval;
        ends.width.clear();
        const std::string words = intervalInWords(ends);
        return words + (words.empty() ? "" : " ; ") + widthInWords(interval.width);
    }
    if (written(interval.value)) {
        return timeInWords(interval.value);
    }
    const std::string low = timeInWords(interval.low);
    const std::string high = timeInWords(interval.high);
    const bool lowKnown = !interval.low.text.empty();
    const bool highKnown = !interval.high.text.empty();
    if (lowKnown && highKnown) {
        return interval.low == interval.high ? low : "du " + low + " au " + high;
    }
    if (lowKnown) {
        return "depuis le " + low + (high.empty() ? "" : " ; fin : " + high);
    }
    if (highKnown) {
        return "jusqu’au " + high + (low.empty() ? "" : " ; début : " + low);
    }
    if (!low.empty() || !high.empty()) {
        return low.empty()                   ? "fin : " + high
               : high.empty() || low == high ? low
                                             : "début : " + low + " ; fin : " + high;
    }
    return nullFlavorInWords(interval.nullFlavor);
}

std::string nullFlavorInWords(std::string_view nullFlavor) {
    const std::string_view words = find(kNullFlavors, nullFlavor);
    return std::string(words.empty() ? nullFlavor : words);
}

std::string sexInWords(const document::Code &sex) {
    if (sex.code == "F") {
        return "Féminin";
    }
    if (sex.code == "M") {
        return "Masculin";
    }
    if (sex.code == "UN" || sex.code == "U") {
        return "Indéterminé";
    }
    return codeInWords(sex);
}

std::string codeInWords(const document::Code &code) {
    std::string words(code.label());
    if (words.empty()) {
        words = nullFlavorInWords(code.nullFlavor);
    } else if (!code.code.empty() && words != code.code && code.codeSystem != document::kCategorySystem) {
        words += " (" + code.code + ")";
    }
    if (!code.originalText.empty() && code.originalText != code.label()) {
        words += " – " + code.originalText;
    }
    for (const document::Code &translation : code.translations) {
        if (translation.label() != code.label() && !translation.label().empty()) {
            words += fmt::format(" ; {}", codeInWords(translation));
        }
    }
    for (const document::CodeQualifier &qualifier : code.qualifiers) {
        words += fmt::format(" ; {} : {}", qualifier.name.label(), codeInWords(qualifier.value));
    }
    return words;
}

std::string identifierInWords(const document::Identifier &identifier) {
    if (identifier.root.empty() && identifier.extension.empty()) {
        return nullFlavorInWords(identifier.nullFlavor);
    }
    if (identifier.root == document::kUnsaidInsRoot) {
        return fmt::format("INS {}", storage::formatNir(identifier.extension));
    }
    if (document::isInsRoot(identifier.root)) {
        const std::string_view kind = identifier.root == document::kNirRoot       ? "NIR"
                                      : identifier.root == document::kNiaRoot     ? "NIA"
                                      : identifier.root == document::kTestNirRoot ? "NIR de test"
                                                                                  : "NIR de démonstration";
        return fmt::format("INS {} ({})", storage::formatNir(identifier.extension), kind);
    }
    const std::string_view known = find(kRoots, identifier.root);
    if (!known.empty()) {
        return fmt::format("{} {}", known, identifier.extension);
    }
    std::vector<std::string> whose{identifier.assigningAuthority, identifier.root};
    std::erase(whose, std::string());
    const std::string authority = join(whose, ", ");
    if (identifier.extension.empty() || authority.empty()) {
        return identifier.extension + authority;
    }
    return fmt::format("{} ({})", identifier.extension, authority);
}

std::string telecomInWords(const document::Telecom &telecom) {
    if (telecom.value.empty()) {
        const std::string why = nullFlavorInWords(telecom.nullFlavor);
        return why.empty() ? why : "coordonnées : " + why + between(telecom.useable);
    }
    std::string value = telecom.value;
    std::string kind;
    if (const std::size_t colon = value.find(':');
        colon != std::string::npos && value.substr(0, colon) != "http" && value.substr(0, colon) != "https") {
        kind = value.substr(0, colon);
        value = value.substr(colon + 1);
    }
    if (value.empty()) {
        return {};
    }
    if (kind == "tel" && value.size() == 10 && value.find_first_not_of("0123456789") == std::string::npos) {
        value = fmt::format("{} {} {} {} {}", value.substr(0, 2), value.substr(2, 2), value.substr(4, 2),
                            value.substr(6, 2), value.substr(8, 2));
    }
    const std::string use = usesInWords(kTelecomUses, telecom.use);
    const std::string prefix = kind == "fax" ? "télécopie " : kind == "tel" ? "tél. " : "";
    return prefix + value + (use.empty() ? "" : " (" + use + ")") + between(telecom.useable);
}

std::string nameInWords(const document::Name &name) {
    std::string words = name.text();
    if (const std::string use = nameUseInWords(name.use); !use.empty() && !words.empty()) {
        words += " (" + use + ")";
    }
    if (words.empty()) {
        words = nullFlavorInWords(name.nullFlavor);
    }
    for (const document::NamePart &part : name.parts) {
        if (part.text.empty()) {
            using enum document::NamePart::Kind;
            const std::string_view what = part.kind == Family ? "nom : " : part.kind == Given ? "prénom : " : "";
            words += fmt::format("{}{}{}", words.empty() ? "" : " ; ", what, nullFlavorInWords(part.nullFlavor));
        }
    }
    return words + between(name.valid);
}

std::string languageInWords(const document::SpokenLanguage &language) {
    std::vector<std::string> parts{codeInWords(language.code), codeBy(kLanguageModes, language.mode)};
    if (!language.proficiency.empty()) {
        parts.push_back("niveau : " + codeBy(kProficiencies, language.proficiency));
    }
    if (language.preferred) {
        parts.emplace_back(*language.preferred ? "langue préférée" : "pas la langue préférée");
    }
    std::erase(parts, std::string());
    return join(parts, " ; ");
}

std::string signatureInWords(const document::Code &signature) {
    if (signature.code == "S") {
        return "signé";
    }
    if (signature.code == "X") {
        return "signature demandée";
    }
    if (signature.code == "I") {
        return "signature prévue";
    }
    const std::string words = codeInWords(signature);
    return words.empty() ? words : "signature : " + words;
}

std::string nameUseInWords(std::string_view use) { return use == "L" ? std::string() : usesInWords(kNameUses, use); }

CopyTexts copyTexts(const document::Document &document) {
    // ANS, CI-SIS: codes and templates of the content models; TA_ASIP for what marks a prescription.
    constexpr std::string_view kChildCertificate = "1.2.250.1.213.1.1.1.5";
    constexpr std::string_view kPrescriptionMarks = "1.2.250.1.213.1.1.4.322";
    const auto is = [&](std::string_view code) { return document.kind.code == code; };
    if (document.category == document::Category::Certificate) {
        const bool child = std::ranges::any_of(document.templates, [&](const document::Identifier &one) {
            return one.root == kChildCertificate || one.root.starts_with(std::string(kChildCertificate) + ".");
        });
        return child ? CopyTexts{"copy.child", "copy.child-foot"}
                     : CopyTexts{"copy.certificate", "copy.certificate-foot"};
    }
    if (document.category != document::Category::Prescription) {
        return {};
    }
    if (is("60593-1")) {
        return {"copy.dispensation", "copy.dispensation-foot"};
    }
    if (is("55115-0")) {
        return {"copy.imaging", "copy.imaging-foot"};
    }
    if (is("75496-0")) {
        return {"copy.opinion", "copy.opinion-foot"};
    }
    const bool secured = std::ranges::any_of(document.events, [&](const document::Event &event) {
        return event.code.code == "MED-1098" && event.code.codeSystem == kPrescriptionMarks;
    });
    return secured ? CopyTexts{"copy.secured", "copy.secured-foot"}
                   : CopyTexts{"copy.prescription", "copy.prescription-foot"};
}

std::string addressInWords(const document::Address &address) {
    std::string words = join(address.lines(), ", ");
    if (words.empty()) {
        words = nullFlavorInWords(address.nullFlavor);
        return words.empty() ? words : "adresse : " + words + between(address.useable);
    }
    const std::string use = usesInWords(kAddressUses, address.use);
    return words + (use.empty() ? "" : " (" + use + ")") + between(address.useable);
}

std::string roleInWords(const document::Participant &participant) {
    using document::Role;
    switch (participant.role) {
    case Role::Author: return "Auteur";
    case Role::DataEnterer: return "Saisie";
    case Role::Custodian: return "Conservé par";
    case Role::Recipient: return participant.typeCode == "TRC" ? "Copie à" : "Destinataire";
    case Role::LegalAuthenticator: return "Responsable du document";
    case Role::Authenticator: return "Validé par";
    case Role::Guardian: return "Représentant";
    case Role::Subject: return "Concerne";
    case Role::Responsible: return "Responsable de la prise en charge";
    case Role::EncounterParticipant:
    case Role::Performer:
    case Role::Participant:
    case Role::Informant: break;
    }
    if (!participant.functionCode.label().empty()) {
        return std::string(participant.functionCode.label());
    }
    const std::string_view byClass = find(kClasses, participant.classCode);
    if (participant.role == Role::Informant && !byClass.empty()) {
        return std::string(byClass);
    }
    const std::string_view byType = find(kTypes, participant.typeCode);
    if (!byType.empty()) {
        return std::string(byType);
    }
    if (participant.role == Role::Performer) {
        return "Réalisé par";
    }
    return byClass.empty() ? "Intervenant" : std::string(byClass);
}

std::string classInWords(const document::Participant &participant) {
    std::string words(find(kClasses, participant.classCode));
    return words == roleInWords(participant) ? std::string() : words;
}

} // namespace guichet::kiosk::papers
