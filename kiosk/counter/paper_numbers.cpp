// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/paper_numbers.h"

#include "base/text.h"
#include "kiosk/counter/journal.h"
#include "storage/register/reference.h"
#include "storage/register/register.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace guichet::kiosk {
namespace {

constexpr const char *kNumbers = "numbers";
constexpr char kBetween = ' ';

std::string detailOf(const storage::StoredEntry &entry, const char *key) {
    const nlohmann::json details =
        nlohmann::json::parse(entry.payload ? entry.payload->details : std::string("{}"), nullptr, false);
    const auto found = details.is_object() ? details.find(key) : details.end();
    return found != details.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

Result<std::vector<std::string>> drawNumbers(Desk &desk, int count) {
    if (count < 1 || count > kMostNumbered) {
        return fail(ErrorCode::BadValue, std::to_string(count));
    }
    storage::Acts acts(desk.entries);
    std::vector<std::string> numbers;
    while (std::ssize(numbers) < count) {
        std::string number = acts.drawReference();
        if (std::ranges::find(numbers, number) == numbers.end()) {
            numbers.push_back(std::move(number));
        }
    }
    return numbers;
}

Result<void> journalNumbers(Desk &desk, std::string_view kind, const std::vector<std::string> &numbers,
                            std::vector<std::pair<std::string, std::string>> about) {
    about.emplace_back(kNumbers, join(numbers, std::string(1, kBetween)));
    return journalAlone(desk, {.kind = std::string(kind), .person = {}, .by = {}, .details = std::move(about)});
}

int numbersLeft(Desk &desk, std::string_view kind) {
    std::set<std::string> left;
    for (const storage::StoredEntry &entry : desk.entries.ofKind(kind)) {
        for (const std::string &number : split(detailOf(entry, kNumbers), kBetween)) {
            left.insert(number);
        }
    }
    left.erase("");
    for (const storage::StoredEntry &entry : desk.entries.ofKind("paper.replaced")) {
        left.erase(paperNumberOf(detailOf(entry, "number")));
    }
    storage::Acts acts(desk.entries);
    return static_cast<int>(
        std::ranges::count_if(left, [&](const std::string &number) { return !acts.paperNumberUsed(number); }));
}

std::string paperNumberOf(std::string_view written) {
    const Result<std::string> printed = storage::parseReference(written);
    return printed ? *printed : trim(written);
}

} // namespace guichet::kiosk
