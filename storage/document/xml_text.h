// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace guichet::document {

[[nodiscard]] inline bool isText(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// The element's name without its prefix.
[[nodiscard]] inline std::string_view localName(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.rfind(':') + 1); // npos + 1 is 0
}

/// White space trimmed, runs of it one space.
[[nodiscard]] std::string tidy(std::string_view text);

} // namespace guichet::document
