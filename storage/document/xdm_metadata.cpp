// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/xdm_metadata.h"

#include "base/text.h"
#include "storage/document/document.h"
#include "storage/document/utf8.h"
#include "storage/document/xml_file.h"
#include "storage/document/xml_text.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <charconv>

namespace guichet::document {
namespace {

using nlohmann::json;
using pugi::xml_node;

// IHE ITI TF-3, table 4.2.5.2-1 and 4.3.1.2: what a classification or an external identifier of a DocumentEntry is.
constexpr std::string_view kAuthor = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d";
constexpr std::string_view kClass = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a";
constexpr std::string_view kConfidentiality = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f";
constexpr std::string_view kEvent = "urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4";
constexpr std::string_view kFacility = "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1";
constexpr std::string_view kPractice = "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead";
constexpr std::string_view kType = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983";
constexpr std::string_view kPatientId = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";
constexpr std::string_view kUniqueId = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";

/// Whatever its prefix: ebRIM has one element of each name.
bool is(xml_node node, std::string_view name) { return node.type() == pugi::node_element && localName(node) == name; }

std::string attribute(xml_node node, const char *name) { return tidy(node.attribute(name).value()); }

std::vector<xml_node> childrenOf(xml_node node, std::string_view name) {
    std::vector<xml_node> found;
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (is(child, name)) {
            found.push_back(child);
        }
    }
    return found;
}

std::string textOf(xml_node node) {
    std::string text;
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        text += isText(child) ? child.value() : "";
    }
    return tidy(text);
}

/// The values of a slot, in order.
std::vector<std::string> slot(xml_node node, std::string_view name) {
    std::vector<std::string> values;
    for (const xml_node each : childrenOf(node, "Slot")) {
        if (attribute(each, "name") != name) {
            continue;
        }
        for (const xml_node list : childrenOf(each, "ValueList")) {
            for (const xml_node value : childrenOf(list, "Value")) {
                values.push_back(textOf(value));
            }
        }
    }
    return values;
}

std::string firstOf(const std::vector<std::string> &values) { return values.empty() ? std::string() : values.front(); }

/// ebRIM's Name and Description: a text for each language, the first of which is taken.
std::string localized(xml_node node, std::string_view element) {
    for (const xml_node each : childrenOf(node, element)) {
        for (const xml_node text : childrenOf(each, "LocalizedString")) {
            if (std::string value = attribute(text, "value"); !value.empty()) {
                return value;
            }
        }
    }
    return {};
}

// ---- HL7 v2 in values ------------------------------------------------------------------------------------------

/// HL7 v2.5, 2.7: what stands for a delimiter.
std::string unescaped(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEscapes{
        {{"\\F\\", "|"}, {"\\S\\", "^"}, {"\\T\\", "&"}, {"\\R\\", "~"}, {"\\E\\", "\\"}}};
    for (const auto &[escape, character] : kEscapes) {
        text = replaceAll(std::move(text), escape, character);
    }
    return tidy(text);
}

/// A component, from 1, of a value; its first subcomponent.
std::string component(const std::string &value, std::size_t number) {
    const std::vector<std::string> parts = split(value, '^');
    if (number > parts.size()) {
        return {};
    }
    const std::string &part = parts[number - 1];
    return unescaped(part.substr(0, part.find('&')));
}

std::string joined(std::vector<std::string> parts) {
    std::erase(parts, "");
    return join(parts, " ");
}

/// XCN: somebody's number, name and titles.
std::string personName(const std::string &value) {
    std::string name = joined(
        {component(value, 6), component(value, 3), component(value, 4), component(value, 2), component(value, 5)});
    return name.empty() ? component(value, 1) : name;
}

/// CX: a number and who gave it, "NUMBER^^^&ROOT&ISO".
json identifier(const std::string &value) {
    const std::vector<std::string> parts = split(value, '^');
    const std::vector<std::string> authority = split(parts.size() > 3 ? parts[3] : std::string(), '&');
    return {{"number", component(value, 1)}, {"root", authority.size() > 1 ? unescaped(authority[1]) : std::string()}};
}

/// Adds an identifier that says something and is not there yet.
void addIdentifier(json &identifiers, const std::string &value) {
    json one = identifier(value);
    const bool known = std::ranges::find(identifiers, one) != identifiers.end();
    if (!known && !one["number"].get_ref<const std::string &>().empty()) {
        identifiers.push_back(std::move(one));
    }
}

/// The fields "PID-3|…" of somebody, one string for each repetition of a field.
class PatientInfo {
public:
    explicit PatientInfo(const std::vector<std::string> &lines) {
        for (const std::string &line : lines) {
            const std::size_t bar = line.find('|');
            if (bar != std::string::npos) {
                for (std::string &value : split(line.substr(bar + 1), '~')) {
                    fields_.emplace_back(tidy(line.substr(0, bar)), std::move(value));
                }
            }
        }
    }
    [[nodiscard]] std::vector<std::string> all(std::string_view field) const {
        std::vector<std::string> values;
        for (const auto &[name, value] : fields_) {
            if (name == field && !value.empty()) {
                values.push_back(value);
            }
        }
        return values;
    }
    [[nodiscard]] std::string first(std::string_view field) const { return firstOf(all(field)); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// Names of the person: L and M are those of the birth certificate, D and others those in use. In France the third
/// component has all given names, the first among them.
void describeNames(json &description, const PatientInfo &info) {
    std::vector<std::string> names = info.all("PID-5");
    const auto isBirth = [](const std::string &name) {
        const std::string type = component(name, 7);
        return type == "L" || type == "M";
    };
    std::ranges::stable_partition(names, isBirth);
    if (names.empty()) {
        return;
    }
    const std::string &birth = names.front();
    description["birth_name"] = component(birth, 1);
    const std::string given = component(birth, 2), further = component(birth, 3);
    const bool repeats = !given.empty() && (further + " ").starts_with(given + " ");
    description["given_names"] = repeats ? further : joined({given, further});
    if (names.size() > 1 && component(names[1], 1) != component(birth, 1)) {
        description["used_name"] = component(names[1], 1);
    }
}

void describePatient(json &description, xml_node entry, const std::string &patientId) {
    const PatientInfo info(slot(entry, "sourcePatientInfo"));
    json identifiers = json::array();
    addIdentifier(identifiers, patientId);
    for (const std::string &value : info.all("PID-3")) {
        addIdentifier(identifiers, value);
    }
    for (const std::string &value : slot(entry, "sourcePatientId")) {
        addIdentifier(identifiers, value);
    }
    description["identifiers"] = std::move(identifiers);
    describeNames(description, info);
    constexpr std::size_t kDay = 8;
    description["born"] = component(info.first("PID-7"), 1).substr(0, kDay);
    description["sex"] = info.first("PID-8");
    description["birth_place"] = unescaped(info.first("PID-23"));
}

// ---- A document ------------------------------------------------------------------------------------------------

/// Times of the metadata are in UTC and don't say so; from the hour on it makes a difference.
std::string utc(std::string time) {
    constexpr std::size_t kDay = 8;
    const bool bare = time.size() > kDay && time.find_first_of("+-") == std::string::npos;
    return bare ? time + "+0000" : time;
}

/// A mark of visibility by its code (ANS), "" for every other confidentiality.
std::string_view markOf(std::string_view code) {
    return code == "INVISIBLE_PATIENT"                ? "hidden-from-person"
           : code == "INVISIBLE_REPRESENTANTS_LEGAUX" ? "hidden-from-representatives"
           : code == "MASQUE_PS"                      ? "hidden-from-professionals"
                                                      : "";
}

class Entry {
public:
    explicit Entry(xml_node node) : node_(node) {}

    XdmEntry read() {
        XdmEntry entry;
        entry.uri = uri();
        entry.hash = smallLetters(firstOf(slot(node_, "hash")));
        const std::string size = firstOf(slot(node_, "size"));
        std::uint64_t bytes = 0;
        const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), bytes);
        if (!size.empty() && error == std::errc() && end == size.data() + size.size()) {
            entry.size = bytes;
        }
        describe();
        entry.description = description_.dump(-1, ' ', false, json::error_handler_t::replace);
        return entry;
    }

private:
    /// Long ones are cut into pieces "1|…", "2|…" (ITI TF-3, 4.2.3.2.27).
    [[nodiscard]] std::string uri() const {
        std::vector<std::string> pieces = slot(node_, "URI");
        if (pieces.size() < 2) {
            return firstOf(pieces);
        }
        std::ranges::sort(pieces, {}, [](const std::string &piece) {
            int number = 0;
            std::from_chars(piece.data(), piece.data() + piece.size(), number);
            return number;
        });
        std::string whole;
        for (const std::string &piece : pieces) {
            whole += piece.substr(piece.find('|') + 1);
        }
        return whole;
    }

    void describe() {
        std::string patientId, uniqueId;
        for (const xml_node identifier : childrenOf(node_, "ExternalIdentifier")) {
            const std::string scheme = attribute(identifier, "identificationScheme");
            if (scheme == kPatientId) {
                patientId = attribute(identifier, "value");
            } else if (scheme == kUniqueId) {
                uniqueId = attribute(identifier, "value");
            }
        }
        describePatient(description_, node_, patientId);
        description_["id"] = uniqueId;
        description_["title"] = localized(node_, "Name");
        description_["media_type"] = attribute(node_, "mimeType");
        description_["language"] = firstOf(slot(node_, "languageCode"));
        description_["date"] = utc(firstOf(slot(node_, "creationTime")));
        description_["from"] = utc(firstOf(slot(node_, "serviceStartTime")));
        description_["to"] = utc(firstOf(slot(node_, "serviceStopTime")));
        description_["legal_authenticator"] = personName(firstOf(slot(node_, "legalAuthenticator")));
        remark("Commentaire", localized(node_, "Description"));
        for (const xml_node classification : childrenOf(node_, "Classification")) {
            classify(classification, attribute(classification, "classificationScheme"));
        }
        description_["author"] = authors_;
        description_["organisation"] = organisations_;
        description_["visibility"] = marks_;
        description_["remarks"] = remarks_;
    }

    void classify(xml_node classification, std::string_view scheme) {
        const std::string code = attribute(classification, "nodeRepresentation");
        const std::string label = localized(classification, "Name");
        if (scheme == kAuthor) {
            const auto people = slot(classification, "authorPerson");
            const auto institutions = slot(classification, "authorInstitution");
            authors_.push_back(personName(firstOf(people)));
            organisations_.push_back(component(firstOf(institutions), 1));
        } else if (scheme == kType) {
            description_["code"] = code;
            description_["code_system"] = firstOf(slot(classification, "codingScheme"));
            description_["code_name"] = label;
        } else if (scheme == kConfidentiality) {
            if (const std::string_view mark = markOf(code); !mark.empty()) {
                marks_.push_back(mark);
            } else if (code != "N") {
                remark("Confidentialité", label.empty() ? code : label);
            }
        } else if (scheme == kClass) {
            remark("Classe", label);
        } else if (scheme == kEvent) {
            remark("Acte", label);
        } else if (scheme == kFacility) {
            remark("Lieu", label);
        } else if (scheme == kPractice) {
            remark("Cadre", label);
        }
    }

    void remark(std::string_view label, const std::string &words) {
        if (!words.empty()) {
            remarks_.push_back({{"label", label}, {"words", words}});
        }
    }

    xml_node node_;
    json description_ = json::object();
    json authors_ = json::array(), organisations_ = json::array(), marks_ = json::array(), remarks_ = json::array();
};

void collect(xml_node element, std::vector<XdmEntry> &entries) {
    if (localName(element) == "ExtrinsicObject") {
        entries.push_back(Entry(element).read());
        return;
    }
    for (xml_node child = element.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) {
            collect(child, entries);
        }
    }
}

} // namespace

Result<std::vector<XdmEntry>> readXdmMetadata(ByteView bytes) {
    GUICHET_ASSIGN(const XmlFile xml, XmlFile::read(bytes));
    std::vector<XdmEntry> entries;
    collect(xml.root(), entries);
    return entries;
}

} // namespace guichet::document
