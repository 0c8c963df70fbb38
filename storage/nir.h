// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace guichet::storage {

/// Which of the numbers of the health insurance it is. A NIA is built as a NIR and can't be told from it.
enum class NirKind {
    Nir, ///< registration number (décret 82-103, article 4), or NIA
    Nnp, ///< provisional number, ended in 2022, still met: 7 or 8 first, no key
    Mig, ///< migrant family passing through: 5 or 6 first, no key
};

/// A social security number that was checked.
struct Nir {
    std::string matricule; ///< 13 characters: digits, and `2A` or `2B` at positions 6 and 7
    NirKind kind = NirKind::Nir;
    std::optional<int> key; ///< 1 to 97, computed; none for NNP and MIG

    /// 15 characters where there is a key, else 13.
    [[nodiscard]] std::string full() const;
    bool operator==(const Nir &) const = default;
};

/// Reads what somebody typed: spaces of any kind are passed over, letters may be small, 13 characters or 15 with the
/// key. The rules are those of the health insurance's own validator: sex 1 or 2, month 01-12 or 20-99 (unknown),
/// department two digits or 2A or 2B, then three and three digits. Errors, looked for in this order: NirLength (empty
/// too), NirFormat, NirKey.
[[nodiscard]] Result<Nir> parseNir(std::string_view text);

/// The key, 97 − (N mod 97), of 13 characters in the form of a NIR; 2A counts as 19 and 2B as 18. None for others.
[[nodiscard]] std::optional<int> nirKey(std::string_view matricule);

/// A number as a document or a list carries it: it is taken whatever it looks like, and what is wrong is said.
struct CarriedNir {
    std::string matricule; ///< without spaces, in capitals; without the key where it is 15 characters
    std::string key;       ///< the two characters of the key as carried, "" where it has none
    bool wrongKey = false; ///< it is shaped as a NIR and its key is not the right one
    bool unusual = false;  ///< it is no number that parseNir knows, whatever the key

    /// What to show: the number with the key it came with, else with the key that it should have.
    [[nodiscard]] std::string full() const;
};
[[nodiscard]] CarriedNir readCarriedNir(std::string_view text);

/// "2 79 03 51 215 189 89", "7 1 123 12345678"; what has another length is returned as it is.
[[nodiscard]] std::string formatNir(std::string_view number);

/// "2 79 03 •• ••• ••• ••": sex, year and month, for papers that others may see. What has another form is all dots.
[[nodiscard]] std::string maskNir(std::string_view number);

} // namespace guichet::storage
