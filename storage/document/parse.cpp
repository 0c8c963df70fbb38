// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/parse.h"

#include "storage/document/description.h"
#include "storage/document/header_rest.h"
#include "storage/document/media.h"
#include "storage/document/xml_file.h"
#include "storage/document/xml_text.h"
#include "storage/nir.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

namespace guichet::document {
namespace {

using pugi::xml_node;

constexpr std::string_view kHl7 = "urn:hl7-org:v3";
constexpr std::string_view kSdtc = "urn:hl7-org:sdtc";
constexpr std::size_t kLongestAttribute = 4096;

constexpr std::array<std::string_view, 26> kNarrativeAttributes{
    "ID",    "IDREF",       "styleCode",        "align",   "valign",   "colspan",   "rowspan",    "border",   "frame",
    "rules", "cellpadding", "cellspacing",      "width",   "span",     "scope",     "abbr",       "listType", "href",
    "name",  "title",       "referencedObject", "revised", "language", "mediaType", "nullFlavor", "char"};

// ---- Namespaces ------------------------------------------------------------------------------------------------

/// The namespace declarations in force at an element: its own, then those of the elements around it.
struct Scope {
    const Scope *outer;
    xml_node element;
};

std::string_view namespaceOf(const Scope &scope, std::string_view prefix) {
    for (const Scope *at = &scope; at != nullptr; at = at->outer) {
        for (const pugi::xml_attribute attribute : at->element.attributes()) {
            const std::string_view name = attribute.name();
            const bool declares = prefix.empty() ? name == "xmlns"
                                                 : name.size() == prefix.size() + 6 && name.starts_with("xmlns:") &&
                                                       name.substr(6) == prefix;
            if (declares) {
                return attribute.value();
            }
        }
    }
    return {};
}

bool hasDeclarations(xml_node element) {
    for (const pugi::xml_attribute attribute : element.attributes()) {
        if (std::string_view(attribute.name()).starts_with("xmlns")) {
            return true;
        }
    }
    return false;
}

/// Renames `element` and all below it, so that a name tells its namespace: HL7's have no prefix, those of HL7's SDTC
/// extension have `sdtc:`, and every other name has some other prefix, maybe an empty one (`:div`).
void resolveNames(xml_node element, const Scope *outer) {
    const Scope own{outer, element};
    const Scope *scope = hasDeclarations(element) || outer == nullptr ? &own : outer;

    const std::string_view name = element.name();
    const auto colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const std::string local(colon == std::string_view::npos ? name : name.substr(colon + 1));
    const std::string_view space = namespaceOf(*scope, prefix);
    if (space == kHl7) {
        if (!prefix.empty()) {
            element.set_name(local.c_str());
        }
    } else if (space == kSdtc) {
        if (prefix != "sdtc") {
            element.set_name(("sdtc:" + local).c_str());
        }
    } else if (prefix.empty() || prefix == "sdtc") {
        element.set_name((":" + local).c_str());
    }
    for (xml_node child = element.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) {
            resolveNames(child, scope);
        }
    }
}

xml_node findDocument(xml_node element) {
    if (std::string_view(element.name()) == "ClinicalDocument") {
        return element;
    }
    for (xml_node child = element.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) {
            if (const xml_node found = findDocument(child)) {
                return found;
            }
        }
    }
    return {};
}

// ---- Values of the header --------------------------------------------------------------------------------------

void collectText(xml_node node, std::string &text) {
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (isText(child)) {
            text += child.value();
        } else {
            collectText(child, text);
        }
    }
}

/// All the text below an element.
std::string textOf(xml_node node) {
    std::string text;
    collectText(node, text);
    return tidy(text);
}

std::string attribute(xml_node node, const char *name) { return tidy(node.attribute(name).value()); }

Identifier readIdentifier(xml_node node) {
    return {attribute(node, "root"), attribute(node, "extension"), attribute(node, "assigningAuthorityName"),
            attribute(node, "nullFlavor")};
}

Code readCode(xml_node node) {
    Code code;
    if (!node) {
        return code;
    }
    code.code = attribute(node, "code");
    code.codeSystem = attribute(node, "codeSystem");
    code.codeSystemName = attribute(node, "codeSystemName");
    code.displayName = attribute(node, "displayName");
    code.originalText = textOf(node.child("originalText"));
    code.nullFlavor = attribute(node, "nullFlavor");
    for (const xml_node translation : node.children("translation")) {
        code.translations.push_back(readCode(translation));
    }
    for (const xml_node qualifier : node.children("qualifier")) {
        code.qualifiers.push_back({readCode(qualifier.child("name")), readCode(qualifier.child("value"))});
    }
    return code;
}

Timestamp readTimestamp(xml_node node) { return {attribute(node, "value"), attribute(node, "nullFlavor")}; }

Interval readInterval(xml_node node) {
    Interval interval;
    if (!node) {
        return interval;
    }
    interval.value.text = attribute(node, "value");
    if (const xml_node center = node.child("center"); center && interval.value.text.empty()) {
        interval.value = readTimestamp(center);
    }
    interval.low = readTimestamp(node.child("low"));
    interval.high = readTimestamp(node.child("high"));
    interval.nullFlavor = attribute(node, "nullFlavor");
    const xml_node width = node.child("width");
    interval.width = tidy(attribute(width, "value") + " " + attribute(width, "unit"));
    return interval;
}

Name readName(xml_node node) {
    Name name{attribute(node, "use"), {}, attribute(node, "nullFlavor"), readInterval(node.child("validTime"))};
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        using enum NamePart::Kind;
        const std::string_view element = child.name();
        NamePart part;
        part.kind = element == "family"      ? Family
                    : element == "given"     ? Given
                    : element == "prefix"    ? Prefix
                    : element == "suffix"    ? Suffix
                    : element == "delimiter" ? Delimiter
                                             : Text;
        if (isText(child)) {
            part.text = tidy(child.value());
        } else if (element == "validTime") {
            continue;
        } else {
            part.text = textOf(child);
            part.qualifiers = attribute(child, "qualifier");
            part.nullFlavor = attribute(child, "nullFlavor");
        }
        if (!part.text.empty() || !part.nullFlavor.empty()) {
            name.parts.push_back(std::move(part));
        }
    }
    return name;
}

Address readAddress(xml_node node) {
    Address address{
        attribute(node, "use"), {}, attribute(node, "nullFlavor"), readInterval(node.child("useablePeriod"))};
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        const std::string_view element = child.name();
        if (element == "useablePeriod") {
            continue;
        }
        std::string text = isText(child) ? tidy(child.value()) : textOf(child);
        if (!text.empty()) {
            address.parts.push_back({std::string(element), std::move(text)});
        }
    }
    return address;
}

Telecom readTelecom(xml_node node) {
    return {attribute(node, "use"), attribute(node, "value"), attribute(node, "nullFlavor"),
            readInterval(node.child("useablePeriod"))};
}

/// Every child of that name, read.
template <typename Read>
auto readAll(xml_node node, const char *name, Read read) {
    std::vector<decltype(read(node))> values;
    for (const xml_node child : node.children(name)) {
        values.push_back(read(child));
    }
    return values;
}

/// Addresses and telecoms that say nothing at all, not even why, are left out.
template <typename Value>
std::vector<Value> withoutEmpty(std::vector<Value> values) {
    std::erase(values, Value{});
    return values;
}

xml_node firstChild(xml_node node, std::initializer_list<const char *> names) {
    for (const char *name : names) {
        if (const xml_node child = node.child(name)) {
            return child;
        }
    }
    return {};
}

Organization readOrganization(xml_node node) {
    Organization organization;
    organization.ids = readAll(node, "id", readIdentifier);
    organization.names = withoutEmpty(readAll(node, "name", readName));
    organization.telecoms = withoutEmpty(readAll(node, "telecom", readTelecom));
    organization.addresses = withoutEmpty(readAll(node, "addr", readAddress));
    organization.industry = readCode(node.child("standardIndustryClassCode"));
    for (const xml_node part : node.children("asOrganizationPartOf")) {
        organization.partOf.push_back(readOrganization(part.child("wholeOrganization")));
    }
    organization.partOf = withoutEmpty(std::move(organization.partOf));
    return organization;
}

std::optional<Organization> readOrganizationIn(xml_node node, std::initializer_list<const char *> names) {
    const xml_node child = firstChild(node, names);
    if (!child) {
        return std::nullopt;
    }
    Organization organization = readOrganization(child);
    return organization.empty() ? std::nullopt : std::optional(std::move(organization));
}

/// HL7 SC: a text, with a code for it.
std::string textOrLabel(xml_node node) {
    std::string text = textOf(node);
    return text.empty() ? std::string(readCode(node).label()) : text;
}

/// The participations of CDA differ in the names of their parts only.
Participant readParticipant(xml_node node, Role role) {
    Participant participant;
    participant.role = role;
    participant.typeCode = attribute(node, "typeCode");
    participant.nullFlavor = attribute(node, "nullFlavor");
    participant.functionCode = readCode(firstChild(node, {"functionCode", "sdtc:functionCode"}));
    participant.time = readInterval(node.child("time"));
    participant.signature = readCode(node.child("signatureCode"));

    xml_node entity = firstChild(node, {"assignedAuthor", "assignedEntity", "relatedEntity", "assignedCustodian",
                                        "intendedRecipient", "associatedEntity", "relatedSubject"});
    if (role == Role::Guardian) {
        entity = node;
    }
    participant.classCode = attribute(entity, "classCode");
    participant.ids = readAll(entity, "id", readIdentifier);
    participant.code = readCode(entity.child("code"));
    participant.addresses = withoutEmpty(readAll(entity, "addr", readAddress));
    participant.telecoms = withoutEmpty(readAll(entity, "telecom", readTelecom));
    if (participant.time.empty()) {
        participant.time = readInterval(entity.child("effectiveTime"));
    }
    const xml_node person = firstChild(entity, {"assignedPerson", "relatedPerson", "associatedPerson",
                                                "informationRecipient", "guardianPerson", "subject"});
    participant.names = withoutEmpty(readAll(person, "name", readName));
    for (const xml_node id : person.children("sdtc:id")) {
        participant.ids.push_back(readIdentifier(id));
    }
    participant.sex = readCode(person.child("administrativeGenderCode"));
    participant.birthTime = readTimestamp(firstChild(person, {"birthTime", "sdtc:birthTime"}));
    const xml_node device = entity.child("assignedAuthoringDevice");
    participant.deviceCode = readCode(device.child("code"));
    participant.deviceModel = textOrLabel(device.child("manufacturerModelName"));
    participant.deviceSoftware = textOrLabel(device.child("softwareName"));
    participant.organization =
        readOrganizationIn(entity, {"representedOrganization", "representedCustodianOrganization",
                                    "receivedOrganization", "scopingOrganization", "guardianOrganization"});
    return participant;
}

std::vector<Participant> readParticipants(xml_node node, const char *name, Role role) {
    return readAll(node, name, [role](xml_node child) { return readParticipant(child, role); });
}

std::optional<bool> readFlag(xml_node node) {
    const std::string_view value = node.attribute("value").value();
    if (value == "true" || value == "1") {
        return true;
    }
    return value == "false" || value == "0" ? std::optional(false) : std::nullopt;
}

Patient readPatient(xml_node role) {
    Patient patient;
    patient.identifiers = readAll(role, "id", readIdentifier);
    patient.addresses = withoutEmpty(readAll(role, "addr", readAddress));
    patient.telecoms = withoutEmpty(readAll(role, "telecom", readTelecom));
    patient.provider = readOrganizationIn(role, {"providerOrganization"});
    const xml_node person = role.child("patient");
    patient.names = withoutEmpty(readAll(person, "name", readName));
    patient.sex = readCode(person.child("administrativeGenderCode"));
    patient.birthTime = readTimestamp(person.child("birthTime"));
    patient.maritalStatus = readCode(person.child("maritalStatusCode"));
    const xml_node place = person.child("birthplace").child("place");
    patient.birthPlaceName = textOf(place.child("name"));
    patient.birthPlace = readAddress(place.child("addr"));
    patient.guardians = readParticipants(person, "guardian", Role::Guardian);
    patient.religion = readCode(person.child("religiousAffiliationCode"));
    for (const char *name : {"raceCode", "sdtc:raceCode"}) {
        std::ranges::move(readAll(person, name, readCode), std::back_inserter(patient.races));
    }
    for (const char *name : {"ethnicGroupCode", "sdtc:ethnicGroupCode"}) {
        std::ranges::move(readAll(person, name, readCode), std::back_inserter(patient.ethnicGroups));
    }
    patient.languages = readAll(person, "languageCommunication", [](xml_node language) {
        return SpokenLanguage{readCode(language.child("languageCode")), readCode(language.child("modeCode")),
                              readCode(language.child("proficiencyLevelCode")),
                              readFlag(language.child("preferenceInd"))};
    });
    patient.multipleBirth = readFlag(person.child("sdtc:multipleBirthInd"));
    patient.multipleBirthOrder = attribute(person.child("sdtc:multipleBirthOrderNumber"), "value");
    patient.deceased = readFlag(person.child("sdtc:deceasedInd"));
    patient.deceasedTime = readTimestamp(person.child("sdtc:deceasedTime"));
    return patient;
}

Encounter readEncounter(xml_node node) {
    Encounter encounter;
    encounter.ids = readAll(node, "id", readIdentifier);
    encounter.code = readCode(node.child("code"));
    encounter.time = readInterval(node.child("effectiveTime"));
    encounter.discharge = readCode(node.child("dischargeDispositionCode"));
    encounter.responsible = readParticipants(node, "responsibleParty", Role::Responsible);
    encounter.participants = readParticipants(node, "encounterParticipant", Role::EncounterParticipant);
    const xml_node facility = node.child("location").child("healthCareFacility");
    encounter.facilityIds = readAll(facility, "id", readIdentifier);
    encounter.facilityCode = readCode(facility.child("code"));
    encounter.facilityName = textOf(facility.child("location").child("name"));
    encounter.facilityAddress = readAddress(facility.child("location").child("addr"));
    encounter.facilityOrganization = readOrganizationIn(facility, {"serviceProviderOrganization"});
    return encounter;
}

Event readEvent(xml_node node) {
    Event event;
    event.classCode = attribute(node, "classCode");
    event.ids = readAll(node, "id", readIdentifier);
    event.code = readCode(node.child("code"));
    event.time = readInterval(node.child("effectiveTime"));
    for (const xml_node child : node.children()) { // of the laboratory extension, and later of SDTC
        if (std::string_view(child.name()).ends_with(":statusCode")) {
            event.status = readCode(child);
        }
    }
    event.performers = readParticipants(node, "performer", Role::Performer);
    return event;
}

Order readOrder(xml_node node) {
    Order order;
    order.ids = readAll(node, "id", readIdentifier);
    order.code = readCode(node.child("code"));
    order.priority = readCode(node.child("priorityCode"));
    for (const xml_node child : node.children()) { // of the DICOM extension
        if (std::string_view(child.name()).ends_with(":accessionNumber")) {
            order.accessionNumbers.push_back(readIdentifier(child));
        }
    }
    return order;
}

RelatedDocument readRelated(xml_node node) {
    const xml_node parent = node.child("parentDocument");
    RelatedDocument related;
    related.typeCode = attribute(node, "typeCode");
    related.ids = readAll(parent, "id", readIdentifier);
    related.setId = readIdentifier(parent.child("setId"));
    related.versionNumber = attribute(parent.child("versionNumber"), "value");
    related.code = readCode(parent.child("code"));
    const xml_node text = parent.child("text");
    related.text = tidy(textOf(text) + " " + attribute(text.child("reference"), "value"));
    return related;
}

void addMark(const Code &code, Visibility &visibility) {
    // A mark without its code system is obeyed too: there is no other code of these names.
    if (code.codeSystem == kVisibilitySystem || code.codeSystem.empty()) {
        visibility.hiddenFromPerson |= code.code == "INVISIBLE_PATIENT";
        visibility.hiddenFromRepresentatives |= code.code == "INVISIBLE_REPRESENTANTS_LEGAUX";
        visibility.hiddenFromProfessionals |= code.code == "MASQUE_PS";
    }
    for (const Code &translation : code.translations) {
        addMark(translation, visibility);
    }
}

// ---- Body ------------------------------------------------------------------------------------------------------

Node readNarrative(xml_node element) {
    Node node;
    node.element = localName(element);
    for (const pugi::xml_attribute attribute : element.attributes()) {
        const std::string_view value = attribute.value();
        const bool known = std::find(kNarrativeAttributes.begin(), kNarrativeAttributes.end(),
                                     std::string_view(attribute.name())) != kNarrativeAttributes.end();
        if (known && value.size() <= kLongestAttribute) {
            node.attributes.push_back({attribute.name(), std::string(value)});
        }
    }
    for (xml_node child = element.first_child(); child; child = child.next_sibling()) {
        if (isText(child)) {
            if (!node.children.empty() && node.children.back().isText()) {
                node.children.back().text += child.value(); // the two sides of a comment
            } else {
                node.children.push_back(Node{{}, child.value(), {}, {}});
            }
        } else if (child.type() == pugi::node_element) {
            node.children.push_back(readNarrative(child));
        }
    }
    return node;
}

Media readMediaElement(xml_node holder, xml_node value) {
    Media media;
    media.id = attribute(holder, "ID");
    media.mediaType = attribute(value, "mediaType");
    media.reference = attribute(value.child("reference"), "value");
    std::string joined; // only where comments or CDATA cut the text into pieces
    std::string_view content;
    for (xml_node child = value.first_child(); child; child = child.next_sibling()) {
        if (isText(child)) {
            if (content.empty() && joined.empty()) {
                content = child.value();
            } else {
                if (joined.empty()) {
                    joined = content;
                }
                joined += child.value();
            }
        }
    }
    readMedia(media, joined.empty() ? content : joined, value.attribute("representation").value(),
              value.attribute("compression").value());
    return media;
}

void collectMedia(xml_node node, std::vector<Media> &found, const std::string &region) {
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        const std::string_view name = child.name();
        if (name == "observationMedia") {
            Media media = readMediaElement(child, child.child("value"));
            if (!region.empty()) {
                media.regionIds.push_back(region);
            }
            found.push_back(std::move(media));
        } else if (name != "section") {
            collectMedia(child, found, name == "regionOfInterest" ? attribute(child, "ID") : region);
        }
    }
}

void eachMedia(const std::vector<Section> &sections, const std::function<void(const Media &)> &see) {
    for (const Section &section : sections) {
        std::ranges::for_each(section.media, see);
        eachMedia(section.sections, see);
    }
}

/// Leaves out identifiers that say nothing; a document of nobody is refused.
Result<void> requireSomebody(Patient &patient) {
    std::erase_if(patient.identifiers, [](const Identifier &id) { return id.root.empty() && id.extension.empty(); });
    const bool named =
        std::any_of(patient.names.begin(), patient.names.end(), [](const Name &name) { return !name.text().empty(); });
    if (patient.identifiers.empty() && !named) {
        return fail(ErrorCode::NoPerson, {}, "neither identifier nor name");
    }
    return {};
}

/// Each INS of the person once.
std::vector<Identifier> insOf(const Patient &patient) {
    std::vector<Identifier> ins;
    for (const Identifier &id : patient.identifiers) {
        const bool known = std::any_of(ins.begin(), ins.end(), [&](const Identifier &other) {
            return other.root == id.root && other.extension == id.extension;
        });
        if (isInsRoot(id.root) && !id.extension.empty() && !known) {
            ins.push_back(id);
        }
    }
    return ins;
}

/// Sets the category, and says what there is to say beside a document that was read.
std::vector<Warning> judge(Document &d) {
    std::vector<Warning> warnings;
    const auto category = categoryOf(d.kind.code, d.kind.codeSystem);
    d.category = category.value_or(Category::Other);
    const std::vector<Identifier> ins = insOf(d.patient);
    bool damaged = false, active = false;
    const auto see = [&](const Media &media) {
        damaged = damaged || media.damaged;
        active = active || media.active;
    };
    eachMedia(d.sections, see);
    if (d.nonXmlBody) {
        see(*d.nonXmlBody);
    }
    const auto warn = [&](Warning warning, bool when) {
        if (when) {
            warnings.push_back(warning);
        }
    };
    // NIA and NIR alike: nothing in the digits tells them apart.
    warn(Warning::WrongKey, std::any_of(ins.begin(), ins.end(), [](const Identifier &id) {
             return storage::readCarriedNir(id.extension).wrongKey;
         }));
    warn(Warning::NoIns, ins.empty());
    warn(Warning::UnknownCode, !category);
    warn(Warning::NoDate, !d.day());
    warn(Warning::SeveralIdentifiers, ins.size() > 1);
    warn(Warning::Damaged, damaged);
    warn(Warning::ActiveContent, active);
    return warnings;
}

/// A PDF's own beginning, which may stand a little inside (ISO 32000-1, annex H).
bool isPdf(ByteView file) { return asText(file).substr(0, 1024).find("%PDF-") != std::string_view::npos; }

/// Whether the file begins as XML does, in UTF-8 or UTF-16.
bool isMarkup(ByteView file) {
    std::string_view text = asText(file);
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return true;
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text.starts_with('<') || text.starts_with(std::string_view("\0<", 2));
}

class Reader {
public:
    Result<ReadOutcome> read(xml_node root) {
        readHeader(root);
        const auto targets = root.children("recordTarget");
        GUICHET_TRY(readTarget(targets.begin(), targets.end()));
        readBody(root.child("component"));
        GUICHET_TRY(checkBody());
        outcome_.warnings = judge(outcome_.document);
        return std::move(outcome_);
    }

private:
    void readHeader(xml_node root) {
        Document &d = outcome_.document;
        d.kind = readCode(root.child("code"));
        d.title = textOf(root.child("title"));
        d.effectiveTime = readTimestamp(root.child("effectiveTime"));
        d.language = attribute(root.child("languageCode"), "code");
        for (const xml_node realm : root.children("realmCode")) {
            d.realms.push_back(attribute(realm, "code"));
        }
        d.templates = readAll(root, "templateId", readIdentifier);
        d.confidentiality = readAll(root, "confidentialityCode", readCode);
        for (const Code &code : d.confidentiality) {
            addMark(code, d.visibility);
        }
        d.status = readCode(root.child("sdtc:statusCode"));
        d.id = readIdentifier(root.child("id"));
        d.setId = readIdentifier(root.child("setId"));
        d.versionNumber = attribute(root.child("versionNumber"), "value");
        d.copyTime = readTimestamp(root.child("copyTime"));
        d.related = readAll(root, "relatedDocument", readRelated);

        struct Part {
            const char *element;
            Role role;
        };
        constexpr std::array kParts{Part{"author", Role::Author},
                                    Part{"dataEnterer", Role::DataEnterer},
                                    Part{"informant", Role::Informant},
                                    Part{"custodian", Role::Custodian},
                                    Part{"informationRecipient", Role::Recipient},
                                    Part{"legalAuthenticator", Role::LegalAuthenticator},
                                    Part{"authenticator", Role::Authenticator},
                                    Part{"participant", Role::Participant}};
        for (const Part &part : kParts) {
            for (const xml_node child : root.children(part.element)) {
                d.participants.push_back(readParticipant(child, part.role));
            }
        }
        for (const xml_node child : root.children("documentationOf")) {
            d.events.push_back(readEvent(child.child("serviceEvent")));
        }
        for (const xml_node child : root.children("inFulfillmentOf")) {
            d.orders.push_back(readOrder(child.child("order")));
        }
        for (const xml_node child : root.children("authorization")) {
            const xml_node consent = child.child("consent");
            d.consents.push_back({readAll(consent, "id", readIdentifier), readCode(consent.child("code")),
                                  readCode(consent.child("statusCode"))});
        }
        if (const xml_node encounter = root.child("componentOf").child("encompassingEncounter")) {
            d.encounter = readEncounter(encounter);
        }
        d.remarks = remarksIn(root);
    }

    /// A document about several people names nobody: it would show one the other's record.
    template <typename Iterator>
    Result<void> readTarget(Iterator target, Iterator end) {
        Patient &patient = outcome_.document.patient;
        if (target != end) {
            patient = readPatient(target->child("patientRole"));
            for (++target; target != end; ++target) {
                const Patient other = readPatient(target->child("patientRole"));
                if (other.identifiers != patient.identifiers || other.names != patient.names) {
                    return fail(ErrorCode::NoPerson, {}, "several people");
                }
            }
        }
        return requireSomebody(patient);
    }

    void readBody(xml_node component) {
        Document &d = outcome_.document;
        if (const xml_node body = component.child("nonXMLBody")) {
            const xml_node text = body.child("text");
            d.nonXmlBody = readMediaElement(text, text);
            return;
        }
        for (const xml_node child : component.child("structuredBody").children("component")) {
            for (const xml_node section : child.children("section")) {
                d.sections.push_back(readSection(section));
            }
        }
    }

    Section readSection(xml_node node) {
        Section section;
        section.id = attribute(node, "ID");
        section.ids = readAll(node, "id", readIdentifier);
        for (const xml_node child : node.children("templateId")) {
            section.templates.push_back(attribute(child, "root"));
        }
        section.code = readCode(node.child("code"));
        section.title = textOf(node.child("title"));
        section.titleNullFlavor = attribute(node.child("title"), "nullFlavor");
        section.nullFlavor = attribute(node, "nullFlavor");
        for (const xml_node text : node.children("text")) {
            if (section.narrative) { // one too many, and no less to be read
                section.narrative->children.push_back(readNarrative(text));
                continue;
            }
            section.narrative = readNarrative(text);
            if (section.nullFlavor.empty()) {
                section.nullFlavor = attribute(text, "nullFlavor");
            }
        }
        section.language = attribute(node.child("languageCode"), "code");
        section.confidentiality = readCode(node.child("confidentialityCode"));
        addMark(section.confidentiality, outcome_.document.visibility);
        section.authors = readParticipants(node, "author", Role::Author);
        section.informants = readParticipants(node, "informant", Role::Informant);
        section.subjects = readParticipants(node, "subject", Role::Subject);
        for (const xml_node entry : node.children("entry")) {
            collectMedia(entry, section.media, {});
        }
        for (const xml_node component : node.children("component")) {
            for (const xml_node child : component.children("section")) {
                section.sections.push_back(readSection(child));
            }
        }
        return section;
    }

    static bool saysSomething(const Node &node) {
        return node.text.find_first_not_of(" \t\r\n") != std::string::npos ||
               std::any_of(node.children.begin(), node.children.end(),
                           [](const Node &child) { return saysSomething(child); });
    }

    static bool saysSomething(const Section &section) {
        return (section.narrative && saysSomething(*section.narrative)) ||
               std::any_of(section.media.begin(), section.media.end(),
                           [](const Media &media) { return !media.problem; }) ||
               std::any_of(section.sections.begin(), section.sections.end(),
                           [](const Section &inner) { return saysSomething(inner); });
    }

    static std::optional<ErrorCode> firstProblem(const std::vector<Section> &sections) {
        for (const Section &section : sections) {
            for (const Media &media : section.media) {
                if (media.problem) {
                    return media.problem;
                }
            }
            if (const auto inner = firstProblem(section.sections)) {
                return inner;
            }
        }
        return std::nullopt;
    }

    /// A document is refused for a body that can't be shown only where that body is all there is.
    [[nodiscard]] Result<void> checkBody() const {
        const Document &d = outcome_.document;
        std::optional<ErrorCode> problem;
        std::string type;
        if (d.nonXmlBody) {
            problem = d.nonXmlBody->problem;
            type = d.nonXmlBody->mediaType;
        } else if (std::none_of(d.sections.begin(), d.sections.end(),
                                [](const Section &section) { return saysSomething(section); })) {
            problem = firstProblem(d.sections);
        }
        if (!problem) {
            return {};
        }
        return fail(*problem == ErrorCode::FileNotFound ? ErrorCode::UnsupportedMedia : *problem, {}, type);
    }

    ReadOutcome outcome_;
};

/// A file that is no document of its own, with the header that was said of it.
Result<ReadOutcome> readDescribed(ByteView file, Document described) {
    ReadOutcome outcome;
    outcome.described = true;
    outcome.document = std::move(described);
    Document &d = outcome.document;
    GUICHET_TRY(requireSomebody(d.patient));
    Media &body = d.nonXmlBody ? *d.nonXmlBody : d.nonXmlBody.emplace();
    if (file.empty()) {
        return fail(ErrorCode::Unreadable, {}, "empty");
    }
    const bool said = !body.mediaType.empty();
    if (isPdf(file)) {
        body.mediaType = "application/pdf";
    } else if (!said) {
        body.mediaType = "application/octet-stream"; // what nobody calls a text is none
    }
    readMediaFile(body, file);
    if (body.problem) {
        return fail(*body.problem, {}, body.mediaType);
    }
    if (!said) {
        body.mediaType = body.kind == MediaKind::Png    ? "image/png"
                         : body.kind == MediaKind::Jpeg ? "image/jpeg"
                                                        : "application/pdf"; // scanned pages too
    }
    outcome.warnings = judge(d);
    // Two numbers of two people: one of them is wrong.
    const std::vector<Identifier> ins = insOf(d.patient);
    outcome.contradicted = std::any_of(ins.begin(), ins.end(), [&](const Identifier &id) {
        return storage::readCarriedNir(id.extension).matricule !=
               storage::readCarriedNir(ins.front().extension).matricule;
    });
    return outcome;
}

/// Whether what is said of a document speaks of another INS than the document does.
bool contradicts(const Patient &said, const Patient &own) {
    const std::vector<Identifier> theirs = insOf(said);
    const std::vector<Identifier> mine = insOf(own);
    return !theirs.empty() && !mine.empty() && std::none_of(theirs.begin(), theirs.end(), [&](const Identifier &one) {
        return std::any_of(mine.begin(), mine.end(), [&](const Identifier &other) {
            return storage::readCarriedNir(one.extension).matricule ==
                   storage::readCarriedNir(other.extension).matricule;
        });
    });
}

} // namespace

Result<ReadOutcome> parseDocument(ByteView file, const ParseLimits &limits) {
    if (file.size() > limits.fileBytes) {
        return fail(ErrorCode::TooLarge, {}, std::to_string(file.size()) + " bytes");
    }
    if (isPdf(file) && !isMarkup(file)) {
        return fail(ErrorCode::NoPerson, {}, "no side file");
    }
    GUICHET_ASSIGN(const XmlFile xml, XmlFile::read(file, limits.xml));
    const xml_node root = xml.root();
    resolveNames(root, nullptr);
    const xml_node document = findDocument(root);
    if (!document) {
        return fail(ErrorCode::NotCda, {}, "no ClinicalDocument of HL7");
    }
    GUICHET_ASSIGN(ReadOutcome outcome, Reader().read(document));
    outcome.document.sourceSizeBytes = file.size();
    return outcome;
}

Result<ReadOutcome> parseDescribed(ByteView file, ByteView beside, const ParseLimits &limits) {
    if (file.size() > limits.fileBytes) {
        return fail(ErrorCode::TooLarge, {}, std::to_string(file.size()) + " bytes");
    }
    GUICHET_ASSIGN(Document described, readDescription(beside));
    if (!isMarkup(file)) {
        GUICHET_ASSIGN(ReadOutcome outcome, readDescribed(file, std::move(described)));
        outcome.document.sourceSizeBytes = file.size();
        return outcome;
    }
    GUICHET_ASSIGN(ReadOutcome outcome, parseDocument(file, limits));
    Visibility &marks = outcome.document.visibility;
    marks.hiddenFromPerson |= described.visibility.hiddenFromPerson;
    marks.hiddenFromRepresentatives |= described.visibility.hiddenFromRepresentatives;
    marks.hiddenFromProfessionals |= described.visibility.hiddenFromProfessionals;
    outcome.contradicted = contradicts(described.patient, outcome.document.patient);
    return outcome;
}

} // namespace guichet::document
