// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/utf8.h"

#include <algorithm>

#include <cstring>

namespace guichet::document {
namespace {

bool forbiddenControl(std::uint8_t c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

/// The length of the valid UTF-8 sequence at `at`, whose first byte is not ASCII; 0 where there is none.
std::size_t sequenceLength(ByteView bytes, std::size_t at) {
    const auto next = [&](std::size_t i) { return at + i < bytes.size() && (bytes[at + i] & 0xC0) == 0x80; };
    const std::uint8_t first = bytes[at];
    if (first >= 0xC2 && first <= 0xDF) {
        return next(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        if (!next(1) || !next(2)) {
            return 0;
        }
        const std::uint8_t second = bytes[at + 1];
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!next(1) || !next(2) || !next(3)) {
            return 0;
        }
        const std::uint8_t second = bytes[at + 1];
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool tooHigh = first == 0xF4 && second > 0x8F;
        return overlong || tooHigh ? 0 : 4;
    }
    return 0;
}

} // namespace

std::size_t validUtf8Prefix(ByteView bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (at + 8 <= bytes.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, sizeof word);
            if ((word & 0x8080808080808080U) == 0) {
                at += 8;
                continue;
            }
        }
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return at;
}

std::size_t findForbidden(std::string_view text) {
    constexpr std::size_t kBlock = 4096;
    for (std::size_t start = 0; start < text.size(); start += kBlock) {
        const std::string_view block = text.substr(start, kBlock);
        std::uint8_t suspects = 0; // a control below 0x20, or the first byte of U+Fxxx; one byte, to be vectorised
        for (const char c : block) {
            const auto byte = static_cast<std::uint8_t>(c);
            suspects = static_cast<std::uint8_t>(
                suspects | ((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r')) | (byte == 0xEF));
        }
        if (suspects == 0) {
            continue;
        }
        for (std::size_t i = 0; i < block.size(); ++i) {
            const std::string_view rest = text.substr(start + i, 3);
            if (forbiddenControl(static_cast<std::uint8_t>(block[i])) || rest == "\xEF\xBF\xBE" ||
                rest == "\xEF\xBF\xBF") {
                return start + i;
            }
        }
    }
    return std::string_view::npos;
}

std::string smallLetters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return small;
}

std::string withoutForbidden(std::string text) {
    for (std::size_t at = findForbidden(text); at != std::string::npos; at = findForbidden(text)) {
        text.replace(at, forbiddenControl(static_cast<std::uint8_t>(text[at])) ? 1 : 3, "?");
    }
    return text;
}

} // namespace guichet::document
