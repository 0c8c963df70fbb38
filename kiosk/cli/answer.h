// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace guichet::kiosk::cli {

/// JSON whose keys keep the order they were put in.
using Json = nlohmann::ordered_json;

/// What a command found out or did. The frame prints one of the two, and ends with status 0.
struct Answer {
    std::string json; ///< one object
    std::string text; ///< for people, in the language asked for; ends without a line feed
    /// Done in part, or checked and found wrong: the answer is printed all the same, then this, with its exit status.
    std::optional<Error> but;
};

[[nodiscard]] Answer answer(const Json &json, std::string text, std::optional<Error> but = std::nullopt);

/// Text and null: what is unknown is `null` in JSON, never left out.
[[nodiscard]] Json orNull(const std::optional<std::string> &text);

/// Rows set in columns for people: each column as wide as its widest cell, two spaces between, no line ends in spaces.
/// Rows may have fewer cells than others.
class Columns {
public:
    explicit Columns(std::vector<std::string> head = {});
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] bool empty() const { return rows_.size() <= (head_ ? 1U : 0U); }
    /// Without the last line feed.
    [[nodiscard]] std::string text(std::size_t indent = 0) const;

private:
    std::vector<std::vector<std::string>> rows_;
    bool head_;
};

} // namespace guichet::kiosk::cli
