// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <fmt/format.h>
#include <glib.h>

#include <memory>

namespace guichet {
namespace {

using GString = std::unique_ptr<char, decltype(&g_free)>;

void appendUtf8(std::string &out, gunichar character) {
    char buffer[6];
    out.append(buffer, static_cast<std::size_t>(g_unichar_to_utf8(character, buffer)));
}

} // namespace

std::string toValidUtf8(std::string_view text) {
    if (text.empty()) { // GLib wants a pointer even then, and an empty view may have none
        return {};
    }
    const GString valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
    return valid.get();
}

std::string nameKey(std::string_view name) {
    const std::string valid = toValidUtf8(name);
    const GString decomposed(g_utf8_normalize(valid.data(), static_cast<gssize>(valid.size()), G_NORMALIZE_ALL),
                             &g_free);
    std::string key;
    for (const char *at = decomposed.get(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_unichar_tolower(g_utf8_get_char(at));
        switch (character) {
        case 0x153: key += "oe"; break; // œ
        case 0xE6: key += "ae"; break;  // æ
        case 0xDF: key += "ss"; break;  // ß
        case 0xF8: key += 'o'; break;   // ø
        case 0x142: key += 'l'; break;  // ł
        case 0x111:
        case 0xF0: key += 'd'; break; // đ ð
        default:
            if (g_unichar_isalnum(character) != 0) {
                appendUtf8(key, character);
            }
        }
    }
    return key;
}

std::size_t countCharacters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count;
}

std::string trim(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end - start));
        if (end == std::string_view::npos) {
            return parts;
        }
        start = end + 1;
    }
}

std::string join(const std::vector<std::string> &parts, std::string_view separator) {
    std::string text;
    for (const std::string &part : parts) {
        if (&part != &parts.front()) {
            text += separator;
        }
        text += part;
    }
    return text;
}

std::string tieMarks(std::string text) {
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        const std::string_view before = std::string_view(text).substr(0, at);
        const std::string_view after = std::string_view(text).substr(at + 1);
        const bool mark = !after.empty() && std::string_view(":;?!").find(after.front()) != std::string_view::npos;
        if (mark || after.starts_with("»") || before.ends_with("«")) {
            text.replace(at, 1, "\u00a0");
        }
    }
    return text;
}

std::string replaceAll(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

} // namespace guichet
