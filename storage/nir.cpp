// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/nir.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace guichet::storage {
namespace {

constexpr std::size_t kMatricule = 13;
constexpr std::size_t kWithKey = 15;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool allDigits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

/// Without spaces (also the no-break ones that are pasted from letters), in capitals.
std::string compact(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kSpaces{"\u00A0", "\u202F", "\u2009", "\u2007"};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto *space =
            std::ranges::find_if(kSpaces, [&](std::string_view each) { return text.substr(i).starts_with(each); });
        if (space != kSpaces.end()) {
            i += space->size();
            continue;
        }
        const char c = text[i++];
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            continue;
        }
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

bool isNirShape(std::string_view matricule) {
    if (matricule.size() != kMatricule || (matricule[0] != '1' && matricule[0] != '2')) {
        return false;
    }
    const std::string_view month = matricule.substr(3, 2);
    if (!allDigits(matricule.substr(1, 4)) || month == "00" || (month > "12" && month < "20")) {
        return false;
    }
    const std::string_view department = matricule.substr(5, 2);
    return (allDigits(department) || department == "2A" || department == "2B") && allDigits(matricule.substr(7));
}

/// NNP and MIG: a first digit of their own, 0 (before 2012), 1 or 2, then the fund and the order.
std::optional<NirKind> otherKind(std::string_view matricule) {
    if (matricule.size() != kMatricule || !allDigits(matricule)) {
        return std::nullopt;
    }
    const char first = matricule[0];
    const char second = matricule[1];
    if ((first == '7' || first == '8') && second <= '2') {
        return NirKind::Nnp;
    }
    if ((first == '5' || first == '6') && (second == '1' || second == '2')) {
        return NirKind::Mig;
    }
    return std::nullopt;
}

std::string twoDigits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string grouped(std::string_view number, std::initializer_list<std::size_t> sizes) {
    std::vector<std::string> groups;
    for (const std::size_t size : sizes) {
        if (number.empty()) {
            break;
        }
        groups.emplace_back(number.substr(0, size));
        number.remove_prefix(std::min(size, number.size()));
    }
    return join(groups, " ");
}

bool hasNirLength(std::string_view number) { return number.size() == kMatricule || number.size() == kWithKey; }

} // namespace

std::string Nir::full() const { return key ? matricule + twoDigits(*key) : matricule; }

std::optional<int> nirKey(std::string_view matricule) {
    if (!isNirShape(matricule)) {
        return std::nullopt;
    }
    std::string digits(matricule);
    if (digits[6] == 'A') {
        digits.replace(5, 2, "19");
    } else if (digits[6] == 'B') {
        digits.replace(5, 2, "18");
    }
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return static_cast<int>(97 - number % 97);
}

Result<Nir> parseNir(std::string_view text) {
    const std::string number = compact(text);
    const std::size_t length = countCharacters(number);
    if (length != kMatricule && length != kWithKey) {
        return fail(ErrorCode::NirLength);
    }
    if (!hasNirLength(number)) {
        return fail(ErrorCode::NirFormat); // characters that are more than a byte long
    }
    const std::string matricule = number.substr(0, kMatricule);
    if (number.size() == kMatricule) {
        if (const auto kind = otherKind(matricule)) {
            return Nir{matricule, *kind, std::nullopt};
        }
    }
    const auto key = nirKey(matricule);
    if (!key) {
        return fail(ErrorCode::NirFormat);
    }
    if (number.size() == kWithKey) {
        const std::string_view given = std::string_view(number).substr(kMatricule);
        if (!allDigits(given) || given > "97") {
            return fail(ErrorCode::NirFormat);
        }
        if (given != twoDigits(*key)) {
            return fail(ErrorCode::NirKey);
        }
    }
    return Nir{matricule, NirKind::Nir, key};
}

std::string CarriedNir::full() const {
    if (!key.empty()) {
        return matricule + key;
    }
    const auto computed = nirKey(matricule);
    return computed ? matricule + twoDigits(*computed) : matricule;
}

CarriedNir readCarriedNir(std::string_view text) {
    CarriedNir carried;
    carried.matricule = compact(text);
    if (carried.matricule.size() == kWithKey) {
        carried.key = carried.matricule.substr(kMatricule);
        carried.matricule.resize(kMatricule);
    }
    const auto key = nirKey(carried.matricule);
    carried.wrongKey = key && !carried.key.empty() && carried.key != twoDigits(*key);
    carried.unusual = !key && !otherKind(carried.matricule);
    return carried;
}

std::string formatNir(std::string_view number) {
    if (!hasNirLength(number)) {
        return std::string(number);
    }
    if (otherKind(number)) {
        return grouped(number, {1, 1, 3, 8});
    }
    return grouped(number, {1, 2, 2, 2, 3, 3, 2});
}

std::string maskNir(std::string_view number) {
    const auto dots = [](std::string_view text) {
        std::string masked;
        for (const char c : text) {
            masked += c == ' ' ? " " : (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? "" : "•";
        }
        return masked;
    };
    const std::string shown = formatNir(number);
    if (!hasNirLength(number)) {
        return dots(shown);
    }
    const std::size_t clear = otherKind(number) ? 3 : 7; // "7 1", "2 79 03"
    return shown.substr(0, clear) + dots(std::string_view(shown).substr(clear));
}

} // namespace guichet::storage
