// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <memory>

namespace guichet {
namespace {

using GString = std::unique_ptr<char, decltype(&g_free)>;

void appendUtf8(std::string &out, gunichar character) {
    char buffer[6];
    out.append(buffer, static_cast<std::size_t>(g_unichar_to_utf8(character, buffer)));
}

bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

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
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continuesCharacter));
}

std::vector<std::string_view> charactersOf(std::string_view text) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && continuesCharacter(text[end])) {
            ++end;
        }
        characters.push_back(text.substr(at, end - at));
        at = end;
    }
    return characters;
}

std::u32string codePointsOf(std::string_view text) {
    std::u32string points;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (continuesCharacter(c) && !points.empty()) {
            points.back() = points.back() << 6U | (byte & 0x3FU);
        } else {
            points.push_back(byte < 0x80U ? byte : byte & (byte >= 0xF0U ? 0x07U : byte >= 0xE0U ? 0x0FU : 0x1FU));
        }
    }
    return points;
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

std::string escapeXml(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return escaped;
}

} // namespace guichet
