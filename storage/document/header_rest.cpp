// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/header_rest.h"

#include "storage/document/xml_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace guichet::document {
namespace {

using pugi::xml_node;

// HL7 CDA R2, POCD_HD000040: what is read below each element of the header. "*": however often; else the first is, and
// what comes after it is a remark. ":name": of any extension. An element without a row of its own is a value, and read
// with all that is in it.
constexpr std::string_view kEntity = "id* code addr* telecom* ";

struct Row {
    std::string_view element;
    std::string_view children;
    std::string_view more = {};
};
constexpr std::array kRows{
    Row{"ClinicalDocument",
        "realmCode* typeId* templateId* id code title effectiveTime confidentialityCode* languageCode setId "
        "versionNumber copyTime sdtc:statusCode recordTarget author* dataEnterer* informant* custodian* "
        "informationRecipient* legalAuthenticator* authenticator* participant* inFulfillmentOf* documentationOf* "
        "relatedDocument* authorization* componentOf component"},
    Row{"recordTarget", "patientRole"},
    Row{"patientRole", "id* addr* telecom* patient providerOrganization"},
    Row{"patient", "name* administrativeGenderCode birthTime maritalStatusCode religiousAffiliationCode raceCode* "
                   "sdtc:raceCode* ethnicGroupCode* sdtc:ethnicGroupCode* guardian* birthplace languageCommunication* "
                   "sdtc:multipleBirthInd sdtc:multipleBirthOrderNumber sdtc:deceasedInd sdtc:deceasedTime"},
    Row{"guardian", kEntity, "guardianPerson guardianOrganization"},
    Row{"birthplace", "place"},
    Row{"place", "name addr"},
    Row{"languageCommunication", "languageCode modeCode proficiencyLevelCode preferenceInd"},

    Row{"author", "functionCode time assignedAuthor"},
    Row{"dataEnterer", "time assignedEntity"},
    Row{"informant", "assignedEntity relatedEntity"},
    Row{"custodian", "assignedCustodian"},
    Row{"assignedCustodian", "representedCustodianOrganization"},
    Row{"informationRecipient", "intendedRecipient name* sdtc:id*"}, // the role, and the person in it
    Row{"legalAuthenticator", "time signatureCode assignedEntity"},
    Row{"authenticator", "time signatureCode assignedEntity"},
    Row{"participant", "functionCode time associatedEntity"},
    Row{"performer", "functionCode sdtc:functionCode time assignedEntity"},
    Row{"responsibleParty", "assignedEntity"},
    Row{"encounterParticipant", "time assignedEntity"},

    Row{"assignedAuthor", kEntity, "assignedPerson assignedAuthoringDevice representedOrganization"},
    Row{"assignedEntity", kEntity, "assignedPerson representedOrganization"},
    Row{"relatedEntity", kEntity, "effectiveTime relatedPerson"},
    Row{"associatedEntity", kEntity, "associatedPerson scopingOrganization"},
    Row{"intendedRecipient", kEntity, "informationRecipient receivedOrganization"},
    Row{"assignedAuthoringDevice", "code manufacturerModelName softwareName"},
    Row{"assignedPerson", "name* sdtc:id* sdtc:birthTime"},
    Row{"relatedPerson", "name* sdtc:id* sdtc:birthTime"},
    Row{"associatedPerson", "name* sdtc:id* sdtc:birthTime"},
    Row{"guardianPerson", "name* sdtc:id* sdtc:birthTime"},

    Row{"providerOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"guardianOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"representedOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"representedCustodianOrganization", "id* name* telecom* addr*"},
    Row{"receivedOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"scopingOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"serviceProviderOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"wholeOrganization", "id* name* telecom* addr* standardIndustryClassCode asOrganizationPartOf*"},
    Row{"asOrganizationPartOf", "wholeOrganization"},

    Row{"inFulfillmentOf", "order"},
    Row{"order", "id* code priorityCode :accessionNumber*"},
    Row{"documentationOf", "serviceEvent"},
    Row{"serviceEvent", "id* code effectiveTime :statusCode performer*"},
    Row{"relatedDocument", "parentDocument"},
    Row{"parentDocument", "id* code text setId versionNumber"},
    Row{"authorization", "consent"},
    Row{"consent", "id* code statusCode"},
    Row{"componentOf", "encompassingEncounter"},
    Row{"encompassingEncounter",
        "id* code effectiveTime dischargeDispositionCode responsibleParty* encounterParticipant* location"},
    Row{"location", "healthCareFacility name addr"}, // the participation, and the place
    Row{"healthCareFacility", "id* code location serviceProviderOrganization"},
};

constexpr std::array<std::string_view, 3> kOfTheFile{"realmCode", "typeId", "templateId"};

const Row *rowOf(xml_node element) {
    const auto *row = std::ranges::find_if(kRows, [&](const Row &each) { return each.element == element.name(); });
    return row == kRows.end() ? nullptr : row;
}

enum class Reading : std::uint8_t { No, First, All };

Reading readingIn(std::string_view children, std::string_view name) {
    while (!children.empty()) {
        const auto end = std::min(children.find(' '), children.size());
        std::string_view one = children.substr(0, end);
        children.remove_prefix(std::min(end + 1, children.size()));
        const bool all = one.ends_with('*');
        if (all) {
            one.remove_suffix(1);
        }
        if (!one.empty() && (one == name || (one.starts_with(':') && name.ends_with(one)))) {
            return all ? Reading::All : Reading::First;
        }
    }
    return Reading::No;
}

void add(std::string &words, std::string_view more) {
    const std::string tidied = tidy(more);
    if (!tidied.empty()) {
        words += (words.empty() ? "" : " ") + tidied;
    }
}

/// What somebody would read in an element, in the order in which it is written.
void collectWords(xml_node node, std::string &words) {
    const std::string_view label = node.attribute("displayName").value();
    add(words, label);
    if (const std::string_view code = node.attribute("code").value(); !code.empty()) {
        add(words, label.empty() ? std::string(code) : "(" + std::string(code) + ")");
    }
    const std::string_view extension = node.attribute("extension").value();
    add(words, extension.empty() ? std::string_view(node.attribute("root").value()) : extension);
    for (const char *name : {"value", "unit"}) {
        add(words, node.attribute(name).value());
    }
    for (const xml_node child : node.children()) {
        if (isText(child)) {
            add(words, child.value());
        } else if (std::ranges::find(kOfTheFile, localName(child)) == kOfTheFile.end()) {
            collectWords(child, words);
        }
    }
}

void walk(xml_node element, const Row &row, std::vector<Remark> &remarks) {
    for (const xml_node child : element.children()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        const std::string_view name = child.name();
        const Reading reading = std::max(readingIn(row.children, name), readingIn(row.more, name));
        const bool later = reading == Reading::First && element.child(child.name()) != child;
        const Row *inside = rowOf(child);
        if (reading != Reading::No && !later) {
            if (inside != nullptr) {
                walk(child, *inside, remarks);
            }
        } else if (std::ranges::find(kOfTheFile, localName(child)) == kOfTheFile.end()) {
            Remark remark{std::string(localName(child)), {}};
            if (&row != kRows.data()) {
                remark.element = std::string(row.element) + "/" + remark.element;
            }
            collectWords(child, remark.words);
            if (!remark.words.empty()) {
                remarks.push_back(std::move(remark));
            }
        }
    }
}

} // namespace

std::vector<Remark> remarksIn(xml_node root) {
    std::vector<Remark> remarks;
    walk(root, kRows.front(), remarks);
    return remarks;
}

} // namespace guichet::document
