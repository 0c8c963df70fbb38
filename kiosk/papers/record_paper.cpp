// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/record_paper.h"

#include "base/text.h"
#include "kiosk/papers/narrative.h"
#include "kiosk/papers/record_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guichet::kiosk::papers {
namespace {

using document::Media;
using document::MediaKind;
using document::Participant;
using document::Section;
using printing::Block;
using printing::Blocks;
using printing::Fact;
using printing::Facts;
using printing::Runs;

constexpr std::string_view kTemplate = "record";

void append(Blocks &to, Blocks from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// A row whose lines are the document's own words: each keeps its order whatever it is written in.
Fact ownFact(std::string label, const std::string &value) {
    std::vector<std::string> lines = split(value, '\n');
    std::ranges::transform(lines, lines.begin(), [](const std::string &line) { return printing::isolated(line); });
    return printing::fact(std::move(label), join(lines, "\n"));
}

/// Adds the row unless there is nothing to say.
void say(Facts &facts, std::string label, const std::string &value) {
    if (!trim(value).empty()) {
        facts.rows.push_back(ownFact(std::move(label), value));
    }
}

template <typename Item, typename Words>
std::string each(const std::vector<Item> &items, Words words, std::string_view separator = "\n") {
    std::vector<std::string> all;
    for (const Item &item : items) {
        std::string one = words(item);
        if (!trim(one).empty() && std::find(all.begin(), all.end(), one) == all.end()) {
            all.push_back(std::move(one));
        }
    }
    return join(all, separator);
}

void addFacts(Blocks &blocks, std::string title, Facts facts, int level = 2) {
    if (!facts.rows.empty()) {
        if (!title.empty()) {
            blocks.push_back(printing::heading(level, std::move(title)));
        }
        blocks.push_back({std::move(facts)});
    }
}

bool hasWords(const document::Node &node) {
    return !trim(node.text).empty() || std::any_of(node.children.begin(), node.children.end(), hasWords);
}

/// Whether the document has text besides the sections that hold a copy of it: without any, the copy is all there is.
bool saysMoreThanItsCopy(const std::vector<Section> &sections) {
    return std::any_of(sections.begin(), sections.end(), [](const Section &section) {
        const bool own = !section.hasTemplate(document::kDocumentCopySectionTemplate) && section.narrative &&
                         hasWords(*section.narrative);
        return own || saysMoreThanItsCopy(section.sections);
    });
}

std::string yesNo(bool value) { return value ? "oui" : "non"; }

class Writer {
    /// An entry, and words that the list has in place of the page.
    struct Missing {
        NotShown entry;
        std::string words;
    };

public:
    Writer(const document::Document &document, const RecordCopy &copy) : document_(document), copy_(copy) {}

    RecordPaper write() {
        RecordPaper result;
        printing::Paper &paper = result.paper;
        paper = copy_.frame;
        paper.title = title();
        paper.templateName = kTemplate;
        paper.templateEdition = copy_.edition;
        paper.running = running();
        paper.footer.note = footerNote();
        opening();
        body();
        closing();
        annexes();
        lastPage();
        paper.blocks = std::move(blocks_);
        std::ranges::transform(missing_, std::back_inserter(result.notShown), &Missing::entry);
        return result;
    }

private:
    std::string title() const {
        if (!document_.title.empty()) {
            return document_.title;
        }
        const std::string kind(document_.kind.label());
        return kind.empty() ? "Document sans titre" : kind;
    }

    std::string issuer() const {
        const std::string organization = document_.organizationName();
        return organization.empty() ? document_.authorName() : organization;
    }

    Runs running() const {
        const document::Patient &patient = document_.patient;
        std::vector<std::string> parts{timeInWords(document_.effectiveTime)};
        const std::string name = trim(patient.birthName() + " " + patient.firstGivenName());
        parts.push_back(name.empty() && !patient.names.empty() ? patient.names.front().text() : name);
        parts.push_back(sexInWords(patient.sex));
        if (!patient.birthTime.empty()) {
            parts.push_back("naissance : " + timeInWords(patient.birthTime));
        }
        for (const document::Identifier &identifier : patient.identifiers) {
            if (document::isInsRoot(identifier.root)) {
                parts.push_back(identifierInWords(identifier));
                break;
            }
        }
        std::erase_if(parts, [](const std::string &part) { return trim(part).empty(); });
        std::ranges::transform(parts, parts.begin(), [](const std::string &part) { return printing::isolated(part); });
        return printing::plain(join(parts, " · "));
    }

    Runs footerNote() const {
        const std::string from = printing::isolated(issuer());
        std::string note = said(copyTexts(document_).foot);
        note += (note.empty() ? "" : " ") + std::string("Copie faite au guichet à partir d’un document émis par ") +
                (from.empty() ? std::string("un auteur non indiqué") : from) +
                ". Empreinte SHA-256 du document : " + toHex(document_.sourceSha256);
        return {{.text = std::move(note), .small = true}};
    }

    /// A text of the catalogue, if there is one to be said.
    std::string said(std::string_view id) const { return id.empty() || !copy_.say ? std::string() : copy_.say(id); }

    // The top: what it is, whose it is, who wrote it, on what occasion

    void opening() {
        if (!document_.effectiveTime.empty()) {
            blocks_.push_back(
                {printing::Paragraph{printing::plain("Document du " + timeInWords(document_.effectiveTime)),
                                     printing::Align::Start, printing::Paragraph::Kind::Lead}});
        }
        if (std::string words = said(copyTexts(document_).top); !words.empty()) {
            blocks_.push_back({printing::Paragraph{{printing::bold(std::move(words))}}});
        }
        Facts who;
        identity(who);
        addFacts(blocks_, "", std::move(who));

        Facts context;
        for (const Participant *author : document_.byRole(document::Role::Author)) {
            context.rows.push_back(participant(*author, false));
        }
        if (document_.encounter) {
            say(context, "Rencontre", encounterLine(*document_.encounter));
        }
        for (const document::Event &event : document_.events) {
            say(context, "Acte", eventLine(event));
        }
        for (const document::Consent &consent : document_.consents) {
            say(context, "Consentement", consentLine(consent));
        }
        addFacts(blocks_, "", std::move(context));
    }

    void identity(Facts &facts) const {
        const document::Patient &patient = document_.patient;
        say(facts, "Nom de naissance", patient.birthName());
        say(facts, "Nom utilisé", patient.usedName());
        say(facts, "Prénoms de naissance", patient.givenNames());
        if (patient.firstGivenName() != patient.givenNames()) {
            say(facts, "Premier prénom", patient.firstGivenName());
        }
        if (patient.usedGivenName() != patient.firstGivenName()) {
            say(facts, "Prénom utilisé", patient.usedGivenName());
        }
        otherNames(facts);
        say(facts, "Sexe", sexInWords(patient.sex));
        say(facts, "Date de naissance", timeInWords(patient.birthTime));
        say(facts, "Lieu de naissance", birthPlace());
        say(facts, "Numéros", each(patient.identifiers, identifierInWords));
    }

    /// What the person's names say beyond those above: nothing of a name is left out.
    void otherNames(Facts &facts) const {
        using enum document::NamePart::Kind;
        const document::Patient &patient = document_.patient;
        const std::string given = " " + patient.givenNames() + " ";
        const std::set<std::string> said{patient.birthName(), patient.usedName(), patient.firstGivenName(),
                                         patient.usedGivenName()};
        const auto isSaid = [&](const document::NamePart &part) {
            return part.kind == Delimiter || said.contains(part.text) ||
                   (part.kind == Given && given.find(" " + part.text + " ") != std::string::npos);
        };
        for (std::size_t i = 0; i < patient.names.size(); ++i) {
            const document::Name &name = patient.names[i];
            std::vector<document::NamePart> left;
            std::ranges::remove_copy_if(name.parts, std::back_inserter(left), isSaid);
            if (i > 0) {
                if (!left.empty() || !name.valid.empty()) {
                    say(facts, "Autre nom", nameInWords(name));
                }
                continue;
            }
            for (const document::NamePart &part : left) {
                say(facts,
                    part.kind == Prefix                              ? "Civilité"
                    : part.kind == Suffix                            ? "Titre"
                    : part.kind == Given                             ? "Autre prénom"
                    : part.kind == Family && part.hasQualifier("SP") ? "Nom du conjoint"
                    : part.kind == Family                            ? "Autre nom"
                                                                     : "Nom",
                    part.text);
            }
            if (nameInWords(name) != name.text()) { // its use, its time, why a part of it is missing
                say(facts, "Nom", nameInWords(name));
            }
        }
    }

    std::string birthPlace() const {
        const document::Patient &patient = document_.patient;
        std::vector<std::string> parts{patient.birthPlaceName, std::string(patient.birthPlace.part("city"))};
        for (const document::AddressPart &part : patient.birthPlace.parts) {
            if (part.element != "city" && part.element != "county") {
                parts.push_back(part.text);
            }
        }
        if (!patient.birthPlaceCode().empty()) {
            parts.push_back("code INSEE " + std::string(patient.birthPlaceCode()));
        }
        if (!patient.birthPlace.nullFlavor.empty()) {
            parts.push_back(nullFlavorInWords(patient.birthPlace.nullFlavor));
        }
        return each(parts, [](const std::string &part) { return part; }, ", ");
    }

    static std::string organizationLine(const document::Organization &organization) {
        std::vector<std::string> lines{each(organization.names, nameInWords, ", ")};
        for (const document::Organization &whole : organization.partOf) {
            lines.push_back("au sein de : " + organizationLine(whole));
        }
        lines.push_back(codeInWords(organization.industry));
        lines.push_back(each(organization.ids, identifierInWords, ", "));
        lines.push_back(each(organization.addresses, addressInWords));
        lines.push_back(each(organization.telecoms, telecomInWords, ", "));
        return each(lines, [](const std::string &line) { return line; });
    }

    /// Short at the top (name, profession, organisation, time); whole in the closing part.
    static Fact participant(const Participant &someone, bool whole) {
        std::vector<std::string> lines;
        if (!someone.names.empty() && (whole || someone.name().empty())) {
            lines.push_back(each(someone.names, nameInWords, " ; "));
        } else {
            lines.push_back(someone.name());
        }
        lines.push_back(codeInWords(someone.code));
        if (whole) {
            if (!someone.functionCode.empty() && roleInWords(someone) != someone.functionCode.label()) {
                lines.push_back(codeInWords(someone.functionCode));
            } else {
                lines.push_back(someone.functionCode.originalText); // which may say more than the label
            }
            lines.push_back(classInWords(someone));
            lines.push_back(codeInWords(someone.deviceCode));
            lines.push_back(trim(someone.deviceModel + " " + someone.deviceSoftware));
            lines.push_back(each(someone.ids, identifierInWords, ", "));
            lines.push_back(each(someone.addresses, addressInWords));
            lines.push_back(each(someone.telecoms, telecomInWords, ", "));
            if (!someone.sex.empty()) {
                lines.push_back(sexInWords(someone.sex));
            }
            if (!someone.birthTime.empty()) {
                lines.push_back("naissance : " + timeInWords(someone.birthTime));
            }
        }
        if (someone.organization) {
            lines.push_back(whole ? organizationLine(*someone.organization) : someone.organization->name());
        }
        const std::string when = intervalInWords(someone.time);
        if (!when.empty()) {
            lines.push_back("date : " + when);
        }
        if (whole) {
            lines.push_back(signatureInWords(someone.signature));
        }
        if (!someone.nullFlavor.empty()) {
            lines.push_back(nullFlavorInWords(someone.nullFlavor));
        }
        const std::string value = each(lines, [](const std::string &line) { return line; });
        return ownFact(roleInWords(someone), value.empty() ? "non indiqué" : value);
    }

    /// "dates : sans objet" where no date stands: the words alone could be about anything.
    static std::string datesInWords(const document::Interval &interval) {
        const std::string words = intervalInWords(interval);
        const bool known = !interval.value.text.empty() || !interval.low.text.empty() || !interval.high.text.empty();
        return known || words.empty() ? words : "dates : " + words;
    }

    static std::string encounterLine(const document::Encounter &encounter) {
        return each(std::vector<std::string>{codeInWords(encounter.code), datesInWords(encounter.time),
                                             encounter.facilityName, codeInWords(encounter.facilityCode)},
                    [](const std::string &part) { return part; });
    }

    static std::string eventLine(const document::Event &event) {
        std::vector<std::string> lines{codeInWords(event.code), datesInWords(event.time)};
        for (const Participant &performer : event.performers) {
            const std::string organization = performer.organization ? performer.organization->name() : std::string();
            std::string name = performer.name();
            if (!name.empty()) {
                lines.push_back(
                    printing::isolated(roleInWords(performer)) + " : " + printing::isolated(name) +
                    (organization.empty() || organization == name ? "" : ", " + printing::isolated(organization)));
            }
        }
        return each(lines, [](const std::string &line) { return line; });
    }

    static std::string consentLine(const document::Consent &consent) {
        return each(
            std::vector<std::string>{codeInWords(consent.code), statusInWords(consent.status),
                                     each(consent.ids, identifierInWords, ", ")},
            [](const std::string &part) { return part; }, " ; ");
    }

    static std::string statusInWords(const document::Code &status) {
        if (status.code == "completed") {
            return "terminé";
        }
        if (status.code == "active") {
            return "en cours";
        }
        if (status.code == "aborted") {
            return "interrompu";
        }
        return codeInWords(status);
    }

    // The body

    void body() {
        for (const Section &section : document_.sections) {
            writeSection(section, 1, document_.language);
        }
        if (!document_.nonXmlBody) {
            return;
        }
        const Media &whole = *document_.nonXmlBody;
        if (whole.kind == MediaKind::Pdf) { // the document itself, no annex of it
            blocks_.push_back(
                printing::text(fmt::format("[Le document est un PDF de {} page(s), à la page suivante]", whole.pages)));
            blocks_.push_back(pagesOf(whole, "Le document"));
            omitNotes(whole, "du document");
        } else {
            append(blocks_, place(whole));
        }
    }

    /// The document's own words, as their language is written; ours around them stay as they are.
    Blocks inLanguage(const std::string &language, Blocks blocks) const {
        if (blocks.empty() || printing::isRightToLeft(language) == printing::isRightToLeft(copy_.frame.language)) {
            return blocks;
        }
        return {Block{printing::Passage{language, std::move(blocks)}}};
    }

    void writeSection(const Section &section, int level, const std::string &around) {
        const std::string &language = section.language.empty() ? around : section.language;
        const bool copyOfDocument = section.hasTemplate(document::kDocumentCopySectionTemplate);
        std::string heading = section.title;
        if (heading.empty()) {
            heading = section.code.label();
        }
        if (heading.empty() && !section.titleNullFlavor.empty() && level > 1) {
            heading = nullFlavorInWords(section.titleNullFlavor);
        }
        if (!heading.empty()) {
            Blocks words{printing::heading(std::min(level + 1, 4), heading)};
            append(blocks_, section.title.empty() ? std::move(words) : inLanguage(language, std::move(words)));
        }
        Facts people;
        for (const auto *group : {&section.subjects, &section.authors, &section.informants}) {
            for (const Participant &someone : *group) {
                people.rows.push_back(participant(someone, true));
            }
        }
        if (!section.confidentiality.empty() && section.confidentiality.code != "N") {
            say(people, "Confidentialité", codeInWords(section.confidentiality));
        }
        addFacts(blocks_, "", std::move(people));

        part_ = heading;
        const std::size_t before = blocks_.size();
        const PlaceMedia placeHere = [&](const Media &media) {
            const bool copied = copyOfDocument && hasTextOfItsOwn_ && media.kind == MediaKind::Pdf;
            return copied ? copyNotRepeated(media) : place(media);
        };
        if (section.narrative) {
            append(blocks_, inLanguage(language, narrativeBlocks(*section.narrative, document_, placeHere,
                                                                 printing::isRightToLeft(language))));
        }
        for (const Media &media : section.media) {
            if (!placed_.contains(&media)) {
                append(blocks_, placeHere(media));
            }
        }
        if (blocks_.size() == before && section.sections.empty()) {
            const std::string why = nullFlavorInWords(section.nullFlavor);
            blocks_.push_back(printing::text(why.empty() ? "Rien n’est écrit dans cette partie." : why));
        }
        for (const Section &inner : section.sections) {
            writeSection(inner, level + 1, language);
        }
    }

    // Pictures, PDFs, texts

    static std::string mediaName(const Media &media) {
        return (media.mediaType.empty() ? "Un contenu sans type" : "Un contenu de type « " + media.mediaType + " »") +
               (media.id.empty() ? "" : ", « " + media.id + " »");
    }

    /// So that two are told apart in a list: in which part of the document it stands.
    std::string whereItStands() const { return part_.empty() ? "" : ", dans la partie « " + part_ + " »"; }

    Blocks copyNotRepeated(const Media &media) {
        placed_.insert(&media);
        omit(fmt::format("Un PDF de {} page(s){}{}", media.pages, media.id.empty() ? "" : ", « " + media.id + " »",
                         whereItStands()),
             "le document le déclare copie de lui-même ; ce papier porte le texte du document");
        return {printing::text("[PDF que le document déclare copie de lui-même, non imprimé]")};
    }

    Blocks place(const Media &media) {
        const bool again = !placed_.insert(&media).second;
        switch (media.kind) {
        case MediaKind::Pdf: return pdf(media);
        case MediaKind::Png:
        case MediaKind::Jpeg: {
            printing::Image image;
            image.bytes = std::make_shared<const Bytes>(media.bytes);
            if (copy_.decode) {
                image.raster = copy_.decode(media);
            }
            image.maxHeightMm = 200;
            image.alternative = "Image du document";
            return {Block{std::move(image)}};
        }
        case MediaKind::Text: return plainText(media);
        case MediaKind::NotShown: break;
        }
        if (!again) {
            omit(mediaName(media) + whereItStands(), reason(media));
        }
        return {printing::text("[" + mediaName(media) + ", non imprimé : " + reason(media) +
                               (media.reference.empty() ? "" : " – " + media.reference) + "]")};
    }

    /// Its pages come after the text; here stands where to find them.
    Blocks pdf(const Media &media) {
        const auto at = std::find(annexes_.begin(), annexes_.end(), &media);
        const auto number = static_cast<std::size_t>(at - annexes_.begin()) + 1;
        if (at == annexes_.end()) {
            annexes_.push_back(&media);
        }
        return {printing::text(
            fmt::format("[Document PDF joint n° {}, {} page(s), à la suite de ce texte]", number, media.pages))};
    }

    static Blocks plainText(const Media &media) {
        Blocks blocks;
        for (const std::string &line : split(asText(media.bytes), '\n')) {
            if (!trim(line).empty()) {
                blocks.push_back(printing::text(line));
            }
        }
        return blocks;
    }

    static std::string reason(const Media &media) {
        switch (media.problem.value_or(ErrorCode::UnsupportedMedia)) {
        case ErrorCode::Encrypted: return "il est protégé par un mot de passe";
        case ErrorCode::Unreadable: return "il est endommagé";
        case ErrorCode::TooLarge: return "il est trop gros";
        case ErrorCode::FileNotFound: return "il n’est pas dans le fichier, qui donne seulement son adresse";
        default: return "ce type de contenu ne s’imprime pas";
        }
    }

    void omit(std::string what, std::string why, std::string words = {}) {
        missing_.push_back({{std::move(what), std::move(why)}, std::move(words)});
    }

    /// What its pages hold and don't show, or may not show, is written in the list of what is missing.
    void omitNotes(const Media &media, std::string_view name) {
        for (const std::string &file : media.files) {
            omit(fmt::format("Un fichier placé dans le PDF {}", name), "il ne s’imprime pas", file);
        }
        for (const document::PdfNote &note : media.notes) {
            omit(fmt::format("Une note ou un champ de la page {} {}", note.page + 1, name),
                 "rien ne la montre sur la page ; voici ses mots", note.text);
        }
        for (const document::PdfNote &font : media.missingFonts) {
            omit(fmt::format("Des lettres à partir de la page {} {}", font.page + 1, name),
                 "leur police n’est pas dans le fichier : elles peuvent manquer ou être dessinées autrement ; elle "
                 "s’appelle",
                 font.text);
        }
    }

    // After the body: everything else that the header says

    void closing() {
        blocks_.push_back(printing::heading(1, "À propos de ce document"));
        Facts patient;
        wholePatient(patient);
        addFacts(blocks_, "Personne concernée", std::move(patient));

        Facts people;
        for (const Participant &guardian : document_.patient.guardians) {
            people.rows.push_back(participant(guardian, true));
        }
        for (const Participant &someone : document_.participants) {
            people.rows.push_back(participant(someone, true));
        }
        addFacts(blocks_, "Auteurs, responsables et intervenants", std::move(people));

        addFacts(blocks_, "Document", documentFacts());
        Facts events;
        for (const document::Event &event : document_.events) {
            say(events, "Acte", codeInWords(event.code));
            say(events, "Date", intervalInWords(event.time));
            say(events, "État", statusInWords(event.status));
            say(events, "Numéros", each(event.ids, identifierInWords));
            for (const Participant &performer : event.performers) {
                events.rows.push_back(participant(performer, true));
            }
        }
        addFacts(blocks_, "Actes documentés", std::move(events));
        if (document_.encounter) {
            addFacts(blocks_, "Prise en charge", encounterFacts(*document_.encounter));
        }
        for (const document::Order &order : document_.orders) {
            Facts facts;
            say(facts, "Demande", codeInWords(order.code));
            say(facts, "Priorité", codeInWords(order.priority));
            say(facts, "Numéros", each(order.ids, identifierInWords));
            say(facts, "Numéros d’examen", each(order.accessionNumbers, identifierInWords));
            addFacts(blocks_, "En réponse à", std::move(facts));
        }
        for (const document::Consent &consent : document_.consents) {
            Facts facts;
            say(facts, "Consentement", consentLine(consent));
            addFacts(blocks_, "Autorisation", std::move(facts));
        }
        Facts remarks;
        for (const document::Remark &remark : document_.remarks) {
            say(remarks, remark.element, remark.words);
        }
        addFacts(blocks_, "Autres mentions de l’en-tête", std::move(remarks));
    }

    void wholePatient(Facts &facts) const {
        const document::Patient &patient = document_.patient;
        say(facts, "Adresses", each(patient.addresses, addressInWords));
        say(facts, "Coordonnées", each(patient.telecoms, telecomInWords));
        say(facts, "Langues", each(patient.languages, languageInWords));
        say(facts, "Situation familiale", codeInWords(patient.maritalStatus));
        say(facts, "Religion", codeInWords(patient.religion));
        say(facts, "Race ou origine", each(patient.races, codeInWords, ", "));
        say(facts, "Groupe ethnique", each(patient.ethnicGroups, codeInWords, ", "));
        if (patient.multipleBirth) {
            say(facts, "Naissance multiple",
                yesNo(*patient.multipleBirth) +
                    (patient.multipleBirthOrder.empty() ? "" : ", rang " + patient.multipleBirthOrder));
        }
        if (patient.deceased) {
            say(facts, "Décès", yesNo(*patient.deceased));
        }
        say(facts, "Date du décès", timeInWords(patient.deceasedTime));
        if (patient.provider) {
            say(facts, "Structure", organizationLine(*patient.provider));
        }
    }

    Facts documentFacts() const {
        Facts facts;
        say(facts, "Type", codeInWords(document_.kind));
        say(facts, "Établi le", timeInWords(document_.effectiveTime));
        say(facts, "Copié le", timeInWords(document_.copyTime));
        say(facts, "Langue", document_.language);
        say(facts, "Numéro", identifierInWords(document_.id));
        say(facts, "Lot de versions", identifierInWords(document_.setId));
        say(facts, "Version", document_.versionNumber);
        for (const document::RelatedDocument &related : document_.related) {
            const std::string verb = related.typeCode == "RPLC"   ? "Remplace"
                                     : related.typeCode == "APND" ? "Complète"
                                     : related.typeCode == "XFRM" ? "Transformé depuis"
                                                                  : "Lié à";
            say(facts, verb,
                each(
                    std::vector<std::string>{
                        each(related.ids, identifierInWords, ", "), codeInWords(related.code),
                        related.setId == document::Identifier{} ? ""
                                                                : "lot de versions " + identifierInWords(related.setId),
                        related.versionNumber.empty() ? "" : "version " + related.versionNumber, related.text},
                    [](const std::string &part) { return part; }, " ; "));
        }
        std::vector<document::Code> marks;
        std::copy_if(document_.confidentiality.begin(), document_.confidentiality.end(), std::back_inserter(marks),
                     [](const document::Code &code) { return code.code != "N"; });
        say(facts, "Confidentialité", each(marks, codeInWords, ", "));
        say(facts, "État", statusInWords(document_.status));
        return facts;
    }

    static Facts encounterFacts(const document::Encounter &encounter) {
        Facts facts;
        say(facts, "Type", codeInWords(encounter.code));
        say(facts, "Dates", intervalInWords(encounter.time));
        say(facts, "Sortie", codeInWords(encounter.discharge));
        say(facts, "Numéros", each(encounter.ids, identifierInWords));
        say(facts, "Lieu",
            each(std::vector<std::string>{encounter.facilityName, codeInWords(encounter.facilityCode),
                                          each(encounter.facilityIds, identifierInWords, ", "),
                                          addressInWords(encounter.facilityAddress)},
                 [](const std::string &part) { return part; }));
        if (encounter.facilityOrganization) {
            say(facts, "Structure", organizationLine(*encounter.facilityOrganization));
        }
        for (const auto *group : {&encounter.responsible, &encounter.participants}) {
            for (const Participant &someone : *group) {
                facts.rows.push_back(participant(someone, true));
            }
        }
        return facts;
    }

    static Block pagesOf(const Media &media, std::string alternative) {
        printing::ForeignPages pages;
        pages.pdf = std::make_shared<const Bytes>(media.bytes);
        pages.pageCount = static_cast<int>(media.pages);
        std::ranges::transform(media.pageSizes, std::back_inserter(pages.sideways),
                               [](const document::PdfPageSize &size) { return size.widthMm > size.heightMm; });
        pages.alternative = std::move(alternative);
        return {std::move(pages)};
    }

    void annexes() {
        for (std::size_t i = 0; i < annexes_.size(); ++i) {
            blocks_.push_back(pagesOf(*annexes_[i], fmt::format("Document joint n° {}", i + 1)));
            omitNotes(*annexes_[i], fmt::format("du document joint n° {}", i + 1));
        }
    }

    /// What is missing is said where the reader ends, even when nothing is.
    void lastPage() {
        if (!copy_.lacking.empty()) {
            std::vector<std::string> names;
            for (const char32_t character : copy_.lacking) {
                names.push_back(fmt::format("U+{:04X}", static_cast<std::uint32_t>(character)));
            }
            omit("Caractères que nos polices n’ont pas : " + join(names, ", "), "un cadre tient leur place");
        }
        if (missing_.empty()) {
            return;
        }
        blocks_.push_back(printing::heading(2, "Ce qui n’est pas sur ce papier"));
        printing::List list;
        for (const Missing &item : missing_) {
            list.items.push_back({printing::text(item.entry.what + " : " + item.entry.reason + ".")});
            if (!item.words.empty()) {
                list.items.back().push_back(printing::text("« " + item.words + " »"));
            }
        }
        blocks_.push_back({std::move(list)});
    }

    const document::Document &document_;
    const RecordCopy &copy_;
    bool hasTextOfItsOwn_ = saysMoreThanItsCopy(document_.sections);
    std::string part_; ///< the title of the section that is being written
    Blocks blocks_;
    std::vector<Missing> missing_;
    std::vector<const Media *> annexes_;
    std::set<const Media *> placed_;
};

} // namespace

RecordPaper recordPaper(const document::Document &document, const RecordCopy &copy) {
    return Writer(document, copy).write();
}

} // namespace guichet::kiosk::papers
