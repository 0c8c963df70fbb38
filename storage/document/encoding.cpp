// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/encoding.h"
#include "storage/document/utf8.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guichet::document {
namespace {

constexpr char16_t kNone = 0xFFFF; // no character here

// windows-1252, 0x80 to 0x9F (the Encoding Standard's index, without its C1 controls).
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, kNone,  0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, kNone,  0x017D, kNone,
                                                kNone,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, kNone,  0x017E, 0x0178};

struct Latin9 {
    std::uint8_t byte;
    char16_t character;
};
// ISO-8859-15 where it differs from ISO-8859-1.
constexpr std::array kLatin9{Latin9{0xA4, 0x20AC}, Latin9{0xA6, 0x0160}, Latin9{0xA8, 0x0161}, Latin9{0xB4, 0x017D},
                             Latin9{0xB8, 0x017E}, Latin9{0xBC, 0x0152}, Latin9{0xBD, 0x0153}, Latin9{0xBE, 0x0178}};

enum class Charset { Utf8, Utf16Le, Utf16Be, Latin1, Latin9, Windows1252, Unknown };

void appendUtf8(std::string &text, char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        text += byte(c);
    } else if (c < 0x800) {
        text += byte(0xC0 | (c >> 6));
        text += byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += byte(0xE0 | (c >> 12));
        text += byte(0x80 | ((c >> 6) & 0x3F));
        text += byte(0x80 | (c & 0x3F));
    } else {
        text += byte(0xF0 | (c >> 18));
        text += byte(0x80 | ((c >> 12) & 0x3F));
        text += byte(0x80 | ((c >> 6) & 0x3F));
        text += byte(0x80 | (c & 0x3F));
    }
}

bool forbiddenControl(std::uint8_t c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

Charset charsetOf(std::string_view name) {
    const std::string lower = smallLetters(name);
    if (lower == "utf-8" || lower == "utf8" || lower == "us-ascii" || lower == "ascii" || lower.empty()) {
        return Charset::Utf8;
    }
    if (lower == "utf-16" || lower == "utf-16le" || lower == "utf-16be" || lower == "ucs-2" ||
        lower == "iso-10646-ucs-2") {
        return Charset::Utf16Le;
    }
    if (lower == "iso-8859-1" || lower == "iso8859-1" || lower == "iso_8859-1" || lower == "latin1" ||
        lower == "latin-1" || lower == "l1") {
        return Charset::Latin1;
    }
    if (lower == "iso-8859-15" || lower == "iso8859-15" || lower == "iso_8859-15" || lower == "latin9" ||
        lower == "latin-9") {
        return Charset::Latin9;
    }
    if (lower == "windows-1252" || lower == "cp1252") {
        return Charset::Windows1252;
    }
    return Charset::Unknown;
}

/// The encoding named in `<?xml … encoding="…"?>`, "" without one. The bytes are ASCII as far as the declaration goes.
std::string_view declaredEncoding(std::string_view text) {
    if (!text.starts_with("<?xml") || text.size() < 6 ||
        (text[5] != ' ' && text[5] != '\t' && text[5] != '\r' && text[5] != '\n')) {
        return {};
    }
    const std::string_view declaration = text.substr(0, std::min(text.find("?>"), std::size_t{1024}));
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) {
        return {};
    }
    at = declaration.find_first_not_of(" \t\r\n=", at + 8);
    if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\'')) {
        return {};
    }
    const auto end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string_view() : declaration.substr(at + 1, end - at - 1);
}

/// One-byte encodings. Stops at the first byte without a character, whose place is then in `badByte`.
std::string fromOneByte(ByteView bytes, Charset charset, std::optional<std::size_t> &badByte) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t byte = bytes[i];
        char16_t character = byte;
        if (byte >= 0x80 && byte <= 0x9F) {
            character = charset == Charset::Latin9 ? kNone : kWindows1252.at(byte - 0x80U);
        } else if (charset == Charset::Latin9 && byte >= 0xA0) {
            const auto *row =
                std::find_if(kLatin9.begin(), kLatin9.end(), [&](const Latin9 &r) { return r.byte == byte; });
            character = row == kLatin9.end() ? character : row->character;
        }
        if (character == kNone) {
            if (!badByte) {
                badByte = i;
            }
            character = 0xFFFD;
        }
        appendUtf8(text, character);
    }
    return text;
}

/// UTF-16 without its byte order mark; `badByte` is the place of the first unit that is no character.
std::string fromUtf16(ByteView bytes, bool bigEndian, std::optional<std::size_t> &badByte) {
    const auto unit = [&](std::size_t i) {
        const unsigned a = bytes[i], b = bytes[i + 1];
        return static_cast<char16_t>(bigEndian ? (a << 8 | b) : (b << 8 | a));
    };
    const auto bad = [&](std::size_t i) {
        if (!badByte) {
            badByte = i;
        }
    };
    std::string text;
    text.reserve(bytes.size() / 2 + bytes.size() / 16);
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        char32_t character = unit(i);
        if (character >= 0xD800 && character <= 0xDBFF && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 &&
            unit(i + 2) <= 0xDFFF) {
            character = 0x10000 + ((character - 0xD800) << 10) + (char32_t(unit(i + 2)) - 0xDC00);
            i += 2;
        } else if (character >= 0xD800 && character <= 0xDFFF) {
            bad(i);
            character = 0xFFFD;
        }
        appendUtf8(text, character);
    }
    if (i < bytes.size()) {
        bad(i);
        text += "\xEF\xBF\xBD";
    }
    return text;
}

bool startsWith(ByteView bytes, std::initializer_list<std::uint8_t> prefix) {
    return bytes.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

tl::unexpected<Error> badBytes(std::size_t at, std::string_view encoding) {
    return fail(ErrorCode::Unreadable, {}, "byte " + std::to_string(at) + " is not " + std::string(encoding));
}

Result<std::string> decoded(ByteView file) {
    std::optional<std::size_t> badByte;
    if (startsWith(file, {0xEF, 0xBB, 0xBF})) {
        const ByteView rest = file.subspan(3);
        const std::size_t valid = validUtf8Prefix(rest);
        if (valid != rest.size()) {
            return badBytes(valid + 3, "UTF-8");
        }
        return std::string(asText(rest));
    }
    const bool littleMark = startsWith(file, {0xFF, 0xFE});
    const bool bigMark = startsWith(file, {0xFE, 0xFF});
    const bool little = littleMark || startsWith(file, {'<', 0});
    const bool big = bigMark || startsWith(file, {0, '<'});
    if (little || big) {
        const ByteView rest = file.subspan(littleMark || bigMark ? 2 : 0);
        std::string text = fromUtf16(rest, big, badByte);
        if (badByte) {
            // Random bytes may well begin with a mark: only what goes on as XML is a damaged XML file.
            return text.starts_with("<") ? Result<std::string>(badBytes(*badByte, "UTF-16"))
                                         : Result<std::string>(fail(ErrorCode::NotXml, {}, "no markup"));
        }
        return text;
    }
    const std::string_view raw = asText(file);
    const auto first = raw.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || raw[first] != '<') {
        return fail(ErrorCode::NotXml, {}, "no markup");
    }
    const std::string_view name = declaredEncoding(raw);
    const Charset charset = charsetOf(name);
    const std::size_t valid = validUtf8Prefix(file);
    if (valid == file.size()) {
        return std::string(raw);
    }
    switch (charset) {
    case Charset::Latin1:
    case Charset::Latin9:
    case Charset::Windows1252: {
        std::string text = fromOneByte(file, charset, badByte);
        if (badByte) {
            return badBytes(*badByte, name);
        }
        return text;
    }
    case Charset::Utf8: return badBytes(valid, "UTF-8");
    case Charset::Utf16Le:
    case Charset::Utf16Be:
    case Charset::Unknown: break;
    }
    return fail(ErrorCode::Unreadable, {}, "unknown encoding " + toValidUtf8(name.substr(0, 40)));
}

} // namespace

Result<std::string> xmlText(ByteView file) {
    if (file.empty()) {
        return fail(ErrorCode::NotXml, {}, "empty");
    }
    GUICHET_ASSIGN(std::string text, decoded(file));
    if (text.starts_with("\xEF\xBB\xBF")) { // a second mark, left by tools that join files
        text.erase(0, 3);
    }
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || text[first] != '<') {
        return fail(ErrorCode::NotXml, {}, "no markup");
    }
    if (const auto at = findForbidden(text); at != std::string::npos) {
        return fail(ErrorCode::NotXml, {}, "a character that XML forbids, at byte " + std::to_string(at));
    }
    return text;
}

std::string plainText(ByteView bytes, std::string_view charset) {
    std::optional<std::size_t> badByte;
    std::string text;
    if (startsWith(bytes, {0xEF, 0xBB, 0xBF})) {
        text = toValidUtf8(asText(bytes.subspan(3)));
    } else if (startsWith(bytes, {0xFF, 0xFE})) {
        text = fromUtf16(bytes.subspan(2), false, badByte);
    } else if (startsWith(bytes, {0xFE, 0xFF})) {
        text = fromUtf16(bytes.subspan(2), true, badByte);
    } else if (validUtf8Prefix(bytes) == bytes.size()) {
        text = asText(bytes);
    } else {
        const Charset named = charsetOf(charset);
        text = fromOneByte(bytes, named == Charset::Latin9 ? named : Charset::Windows1252, badByte);
    }
    for (char &c : text) {
        if (forbiddenControl(static_cast<std::uint8_t>(c))) {
            c = ' ';
        }
    }
    return text;
}

} // namespace guichet::document
