// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/iban.h"

namespace guichet {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace

std::optional<std::string> parseIban(std::string_view text) {
    std::string iban;
    for (const char c : text) {
        if (c != ' ') {
            iban += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        }
    }
    constexpr std::size_t kShortest = 15;
    constexpr std::size_t kLongest = 34;
    constexpr std::size_t kFrench = 27;
    if (iban.size() < kShortest || iban.size() > kLongest || !isLetter(iban[0]) || !isLetter(iban[1]) ||
        !isDigit(iban[2]) || !isDigit(iban[3]) || (iban.starts_with("FR") && iban.size() != kFrench)) {
        return std::nullopt;
    }
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()]; // the country and the check digits come last
        if (!isDigit(c) && !isLetter(c)) {
            return std::nullopt;
        }
        rest = isDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1 ? std::optional(iban) : std::nullopt;
}

std::string formatIban(std::string_view iban) {
    std::string text;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        text += i > 0 && i % 4 == 0 ? " " : "";
        text += iban[i];
    }
    return text;
}

} // namespace guichet
