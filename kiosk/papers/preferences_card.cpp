// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/preferences_card.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace guichet::kiosk::papers {
namespace {

using Colours = Preferences::Colours;

constexpr std::string_view kVersion = "GPREF1";
constexpr std::size_t kLongest = 32;
constexpr int kLeastPercent = 100;
constexpr int kMostPercent = 200;
constexpr int kStepPercent = 25;
constexpr int kMostSpeed = 4;

struct ColourRow {
    Colours colours;
    std::string_view letter;
    std::string_view words;
};
constexpr std::array kColours{ColourRow{Colours::Light, "L", "preferences.light"},
                              ColourRow{Colours::Dark, "D", "preferences.dark"},
                              ColourRow{Colours::HighContrast, "C", "preferences.contrast"}};

std::string inCapitals(std::string_view text) {
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return capitals;
}

std::optional<int> numberOf(const std::string &text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string_view speedWords(int speed) {
    return speed < kMostSpeed / 2   ? "preferences.slower"
           : speed > kMostSpeed / 2 ? "preferences.faster"
                                    : "preferences.usual";
}

printing::Runs inTheirWords(const Texts &own, std::string words) {
    printing::Run run{std::move(words)};
    run.language = own.language();
    return {std::move(run)};
}

} // namespace

std::string preferencesCode(const Preferences &preferences) {
    const auto colours = std::ranges::find(kColours, preferences.colours, &ColourRow::colours);
    return join({std::string(kVersion), inCapitals(preferences.language), std::to_string(preferences.textPercent),
                 std::string(colours->letter), std::to_string(preferences.speed)},
                ".");
}

std::optional<Preferences> readPreferences(std::string_view code) {
    if (code.size() > kLongest) {
        return std::nullopt;
    }
    const std::vector<std::string> parts = split(inCapitals(trim(code)), '.');
    if (parts.size() != 5 || parts[0] != kVersion || parts[1].size() != 2) {
        return std::nullopt;
    }
    const bool letters = std::ranges::all_of(parts[1], [](char c) { return c >= 'A' && c <= 'Z'; });
    const std::optional<int> percent = numberOf(parts[2]);
    const auto colours = std::ranges::find(kColours, parts[3], &ColourRow::letter);
    const std::optional<int> speed = numberOf(parts[4]);
    if (!letters || !percent || *percent < kLeastPercent || *percent > kMostPercent || *percent % kStepPercent != 0 ||
        colours == kColours.end() || !speed || *speed < 0 || *speed > kMostSpeed) {
        return std::nullopt;
    }
    Preferences preferences;
    preferences.language = parts[1];
    std::ranges::transform(preferences.language, preferences.language.begin(),
                           [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    preferences.textPercent = *percent;
    preferences.colours = colours->colours;
    preferences.speed = *speed;
    return preferences;
}

printing::Paper preferencesCard(const Texts &say, const Texts &own, const Letterhead &letterhead, const Making &making,
                                const Preferences &preferences) {
    constexpr double kCodeMm = 30;
    printing::Paper paper = headedPaper(say, letterhead, making, say("preferences.title"), {}, "preferences");
    printing::Blocks &blocks = paper.blocks;
    const bool other = own.language() != say.language();
    blocks.push_back(printing::text(say("preferences.use")));
    if (other) {
        blocks.push_back(printing::text(inTheirWords(own, own("preferences.use"))));
    }

    const auto colours = std::ranges::find(kColours, preferences.colours, &ColourRow::colours);
    printing::QrCode code;
    code.text = preferencesCode(preferences);
    code.sideMm = kCodeMm;
    const std::vector<std::pair<std::string, std::string>> lines{
        {own("preferences.language"), own("theirs.language")},
        {own("preferences.size"), own("preferences.percent", {{"percent", std::to_string(preferences.textPercent)}})},
        {own("preferences.colours"), own(colours->words)},
        {own("preferences.voice"), own(speedWords(preferences.speed))}};
    for (const auto &[label, value] : lines) {
        code.beside.push_back(printing::text(inTheirWords(own, label + " " + value)));
    }
    printing::Box card;
    card.title = inTheirWords(own, own("preferences.title"));
    card.blocks.push_back({std::move(code)});
    blocks.push_back({std::move(card)});
    blocks.push_back(printing::text(say("preferences.holds")));
    if (other) {
        blocks.push_back(printing::text(inTheirWords(own, own("preferences.holds"))));
    }
    return paper;
}

} // namespace guichet::kiosk::papers
