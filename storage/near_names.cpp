// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/near_names.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace guichet::storage {
namespace {

/// One spelling for several of the same sound in French names.
std::string soundOf(std::string key) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSpellings{{{"eau", "o"},
                                                                                        {"au", "o"},
                                                                                        {"ph", "f"},
                                                                                        {"qu", "k"},
                                                                                        {"ck", "k"},
                                                                                        {"ce", "se"},
                                                                                        {"ci", "si"},
                                                                                        {"c", "k"},
                                                                                        {"ai", "e"},
                                                                                        {"ei", "e"},
                                                                                        {"y", "i"},
                                                                                        {"z", "s"},
                                                                                        {"w", "v"},
                                                                                        {"h", ""}}};
    for (const auto &[written, sound] : kSpellings) {
        key = replaceAll(std::move(key), written, sound);
    }
    key.erase(std::unique(key.begin(), key.end()), key.end());
    return key;
}

/// The letters fit the beginning but for one of them.
bool slips(const std::u32string &letters, const std::u32string &name) {
    if (letters.size() < 2 || name.size() < letters.size()) {
        return false;
    }
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        std::u32string swapped = letters;
        std::swap(swapped[i], swapped[i + 1]);
        if (name.starts_with(swapped)) {
            return true;
        }
    }
    if (letters.size() < 3) {
        return false; // one of two letters wrong leaves one
    }
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        wrong += letters[i] == name[i] ? 0U : 1U;
    }
    if (wrong <= 1) {
        return true;
    }
    for (std::size_t i = 0; i <= letters.size() && i < name.size(); ++i) { // one left out
        std::u32string without = name;
        without.erase(i, 1);
        if (without.starts_with(letters)) {
            return true;
        }
    }
    return false;
}

bool beginsAsItSounds(std::string_view letters, std::string_view name) {
    const std::string sound = soundOf(std::string(letters));
    return sound.size() > 1 && soundOf(std::string(name)).starts_with(sound);
}

} // namespace

bool mayMean(std::string_view letters, std::string_view name) {
    const std::string whole = nameKey(name);
    if (whole.starts_with(letters)) {
        return true;
    }
    std::string parts(name);
    for (const std::string_view between : {"-", "'", "’", ","}) {
        parts = replaceAll(std::move(parts), between, " ");
    }
    if (countCharacters(letters) > 1 && std::ranges::any_of(split(parts, ' '), [&](const std::string &part) {
            return nameKey(part).starts_with(letters);
        })) {
        return true;
    }
    return slips(codePointsOf(letters), codePointsOf(whole)) || beginsAsItSounds(letters, whole);
}

} // namespace guichet::storage
