// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/paper.h"
#include "storage/document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::test {

/// An element of a narrative, and a run of text in it.
inline document::Node el(std::string element, std::vector<document::Attribute> attributes = {},
                         std::vector<document::Node> children = {}) {
    document::Node node;
    node.element = std::move(element);
    node.attributes = std::move(attributes);
    node.children = std::move(children);
    return node;
}
inline document::Node txt(std::string text) {
    document::Node node;
    node.text = std::move(text);
    return node;
}

/// Blocks as indented text: `P *bold* /italic/ _underlined_ ~struck~`, `S` for a small paragraph, `|` for a line break.
std::string outline(const printing::Blocks &blocks, int indent = 0);

/// The words alone, run into each other: what a search for lost text goes through.
std::string plainText(const printing::Blocks &blocks);

} // namespace guichet::test
