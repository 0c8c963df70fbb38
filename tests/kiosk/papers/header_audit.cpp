// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/papers/header_audit.h"

#include "base/text.h"
#include "kiosk/papers/record_words.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>

namespace guichet::test {
namespace {

using pugi::xml_node;

constexpr std::array<std::string_view, 4> kNotAsked{"realmCode", "typeId", "templateId", "component"};
constexpr std::array<std::string_view, 7> kInOurWords{
    "administrativeGenderCode", "signatureCode", "statusCode", "confidentialityCode", "modeCode",
    "proficiencyLevelCode",     "preferenceInd"};

std::string_view localName(xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.rfind(':') + 1);
}

std::string solid(std::string text) {
    for (const char *space : {" ", "\n", "\t", "\r", "\u00A0", "\u202F", "\u2068", "\u2069"}) {
        text = replaceAll(std::move(text), space, "");
    }
    return text;
}

class Audit {
public:
    explicit Audit(const std::string &shown) : shown_(solid(shown)) {}

    void walk(xml_node node) {
        for (const xml_node child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                ask(node, "text", child.value());
            } else if (child.type() == pugi::node_element &&
                       std::ranges::find(kNotAsked, localName(child)) == kNotAsked.end()) {
                attributes(child);
                walk(child);
            }
        }
    }

    std::vector<std::string> missing;

private:
    void ask(xml_node node, std::string_view what, const std::string &value) {
        const std::string words = solid(value);
        if (!words.empty() && shown_.find(words) == std::string::npos) {
            missing.push_back(std::string(node.name()) + "@" + std::string(what) + " " + value);
        }
    }

    void attributes(xml_node node) {
        const std::string_view name = localName(node);
        if (std::ranges::find(kInOurWords, name) != kInOurWords.end()) {
            return;
        }
        const std::string label = node.attribute("displayName").value();
        ask(node, "displayName", label);
        if (label.empty() && !node.child("originalText")) {
            ask(node, "code", node.attribute("code").value());
        }
        const std::string extension = node.attribute("extension").value();
        ask(node, "id", extension.empty() ? node.attribute("root").value() : extension);
        const std::string value = node.attribute("value").value();
        if (name == "telecom") {
            const std::size_t colon = value.find(':');
            ask(node, "value", colon == std::string::npos ? value : value.substr(colon + 1));
        } else if (document::parseTime(value) && value.size() >= 4) {
            if (shown_.find(solid(kiosk::papers::timeInWords({value, {}}))) == std::string::npos) {
                ask(node, "value", value); // as it is written, in a remark
            }
        } else if (value != "true" && value != "false") {
            ask(node, "value", value);
        }
    }

    std::string shown_;
};

xml_node clinicalDocument(xml_node node) {
    return node.find_node([](xml_node each) { return localName(each) == "ClinicalDocument"; });
}

} // namespace

std::vector<std::string> missingOfHeader(std::string_view xml, const std::string &shown) {
    pugi::xml_document file;
    file.load_buffer(xml.data(), xml.size());
    Audit audit(shown);
    audit.walk(clinicalDocument(file));
    return std::move(audit.missing);
}

} // namespace guichet::test
