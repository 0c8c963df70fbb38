// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/reference.h"

#include <array>
#include <optional>

namespace guichet::storage {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kStationLength = 2;
constexpr std::size_t kLength = 10; // without the check character
constexpr int kModulus = 37;
constexpr int kRadix = 2;

/// Crockford's value of a character, as people read it.
std::optional<int> valueOf(char c) {
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    const auto at = kAlphabet.find(c);
    return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<int>(at));
}

/// ISO/IEC 7064 section 7 (pure system): the value that makes the weighted sum 1 modulo 37.
int checkValue(std::string_view characters) {
    int sum = 0;
    for (const char c : characters) {
        sum = (sum + static_cast<int>(kAlphabet.find(c))) * kRadix % kModulus;
    }
    return (kModulus + 1 - sum) % kModulus;
}

/// Spaces and hyphens of every kind that print, copying and keyboards put in.
std::optional<std::string> withoutSeparators(std::string_view text) {
    constexpr std::array<std::string_view, 9> separators{" ",      "-",      "\t",     "\n",    "\r",
                                                         "\u00A0", "\u202F", "\u2011", "\u2013"};
    std::string values;
    while (!text.empty()) {
        bool passed = false;
        for (const std::string_view separator : separators) {
            if (text.substr(0, separator.size()) == separator) {
                text.remove_prefix(separator.size());
                passed = true;
                break;
            }
        }
        if (passed) {
            continue;
        }
        const auto value = valueOf(text.front());
        if (!value || values.size() > kLength) {
            return std::nullopt;
        }
        values += kAlphabet[static_cast<std::size_t>(*value)];
        text.remove_prefix(1);
    }
    return values;
}

std::string grouped(std::string_view characters) {
    std::string text;
    text.append(characters.substr(0, 2)).append("-").append(characters.substr(2, 4)).append("-");
    text.append(characters.substr(6, 4)).append("-").append(characters.substr(10));
    return text;
}

} // namespace

Result<std::string> parseStationCode(std::string_view text) {
    const auto bad = [&] { return fail(ErrorCode::BadValue, "station " + std::string(text), "2 × 0-9 A-Z, – U"); };
    std::string code;
    for (const char c : text) {
        const auto value = valueOf(c);
        if (!value || code.size() == kStationLength) {
            return bad();
        }
        code += kAlphabet[static_cast<std::size_t>(*value)];
    }
    if (code.size() != kStationLength) {
        return bad();
    }
    return code;
}

std::string drawReference(std::string_view station, Random &random) {
    while (true) {
        std::string characters(station);
        while (characters.size() < kLength) {
            characters += kAlphabet[random.below(static_cast<std::uint32_t>(kAlphabet.size()))];
        }
        if (const auto check = static_cast<std::size_t>(checkValue(characters)); check < kAlphabet.size()) {
            characters += kAlphabet[check];
            return grouped(characters);
        }
    }
}

Result<std::string> parseReference(std::string_view text) {
    const auto characters = withoutSeparators(text);
    if (!characters || characters->size() != kLength + 1 ||
        checkValue(std::string_view(*characters).substr(0, kLength)) !=
            static_cast<int>(kAlphabet.find(characters->back()))) {
        return fail(ErrorCode::BadReference, std::string(text));
    }
    return grouped(*characters);
}

} // namespace guichet::storage
