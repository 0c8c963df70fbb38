// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/answer.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guichet::kiosk::cli {

Answer answer(const Json &json, std::string text, std::optional<Error> but) {
    return {json.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(text), std::move(but)};
}

Json orNull(const std::optional<std::string> &text) { return text ? Json(*text) : Json(nullptr); }

Columns::Columns(std::vector<std::string> head) : head_(!head.empty()) {
    if (head_) {
        rows_.push_back(std::move(head));
    }
}

std::string Columns::text(std::size_t indent) const {
    std::vector<std::size_t> widths;
    for (const auto &row : rows_) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], countCharacters(row[i]));
        }
    }
    std::string text;
    for (const auto &row : rows_) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            line.append(widths[i] - countCharacters(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

} // namespace guichet::kiosk::cli
