// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/xml_text.h"

namespace guichet::document {

std::string tidy(std::string_view text) {
    std::string tidied;
    tidied.reserve(text.size());
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            space = true;
            continue;
        }
        if (space && !tidied.empty()) {
            tidied += ' ';
        }
        space = false;
        tidied += c;
    }
    return tidied;
}

} // namespace guichet::document
