// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"

#include <string>
#include <string_view>

/// How the header of a medical document is said in French.
namespace guichet::kiosk::papers {

/// "1er juillet 2019 à 16 h 49 (UTC+1)", "mars 2020", "2020"; the text itself when it is no HL7 time.
[[nodiscard]] std::string timeInWords(const document::Timestamp &time);
/// "du … au …", "depuis le …", "jusqu’au …", or the one moment; "" when nothing is written.
[[nodiscard]] std::string intervalInWords(const document::Interval &interval);
/// HL7 NullFlavor: "valeur masquée", "non demandé"…; the code itself when it is unknown, "" for "".
[[nodiscard]] std::string nullFlavorInWords(std::string_view nullFlavor);
/// "Féminin", "Masculin", "Indéterminé", or what the document shows.
[[nodiscard]] std::string sexInWords(const document::Code &sex);
/// "label (code)" for codes that have both, the nullFlavor in words where there is no code.
[[nodiscard]] std::string codeInWords(const document::Code &code);
/// "INS 2 79 03 51 215 189 89 (NIR)", "RPPS 10001234567", "identifiant 12 (1.2.3)".
[[nodiscard]] std::string identifierInWords(const document::Identifier &identifier);
/// "01 44 53 45 51 (domicile)", "a@b.fr".
[[nodiscard]] std::string telecomInWords(const document::Telecom &telecom);
/// "nom d’artiste", "pseudonyme" (HL7 EntityNameUse); the code itself when it is unknown, "" for "" and the legal name.
[[nodiscard]] std::string nameUseInWords(std::string_view use);
/// In one line, with what kind of name it is, when it was valid, and why a part of it is missing.
[[nodiscard]] std::string nameInWords(const document::Name &name);
/// "anglais (en) ; parlée ; niveau : bon ; langue préférée".
[[nodiscard]] std::string languageInWords(const document::SpokenLanguage &language);
/// "signé", or that it is to be; "" for "".
[[nodiscard]] std::string signatureInWords(const document::Code &signature);
/// The catalogue's texts that say what a copy of it does not replace; empty where nobody asks for an original.
struct CopyTexts {
    std::string_view top;
    std::string_view foot; ///< in a few words, for each page
};
[[nodiscard]] CopyTexts copyTexts(const document::Document &document);
/// The address in one line, with its use; or why it is missing.
[[nodiscard]] std::string addressInWords(const document::Address &address);
/// "Auteur", "Médecin traitant", "Personne de confiance"…: what somebody is in the document.
[[nodiscard]] std::string roleInWords(const document::Participant &participant);
/// "Personne à prévenir en cas d’urgence", "Aidant"…: what somebody is to the person, "" where that is nothing to say.
[[nodiscard]] std::string classInWords(const document::Participant &participant);

} // namespace guichet::kiosk::papers
