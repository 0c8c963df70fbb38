// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/canonical_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>

namespace guichet::storage {
namespace {

constexpr int kDepthLimit = 32;
constexpr std::int64_t kNumberLimit = std::int64_t{1}
                                      << 53; // exclusive: what a double holds exactly (RFC 8785 3.2.2.3)

bool isAscii(const std::string &text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Result<void> check(const nlohmann::json &value, int depth) {
    if (depth > kDepthLimit) {
        return fail(ErrorCode::BadValue, "JSON", "more than 32 levels");
    }
    switch (value.type()) {
    case nlohmann::json::value_t::object:
        for (const auto &[key, member] : value.items()) {
            if (!isAscii(key)) {
                return fail(ErrorCode::BadValue, "JSON", "a key that is not ASCII");
            }
            GUICHET_TRY(check(member, depth + 1));
        }
        return {};
    case nlohmann::json::value_t::array:
        for (const nlohmann::json &member : value) {
            GUICHET_TRY(check(member, depth + 1));
        }
        return {};
    case nlohmann::json::value_t::string:
    case nlohmann::json::value_t::boolean:
    case nlohmann::json::value_t::null: return {};
    case nlohmann::json::value_t::number_unsigned:
        if (value.get<std::uint64_t>() < static_cast<std::uint64_t>(kNumberLimit)) {
            return {};
        }
        break;
    case nlohmann::json::value_t::number_integer:
        if (const auto number = value.get<std::int64_t>(); number < kNumberLimit && number > -kNumberLimit) {
            return {};
        }
        break;
    case nlohmann::json::value_t::number_float:
    case nlohmann::json::value_t::binary:
    case nlohmann::json::value_t::discarded: break;
    }
    return fail(ErrorCode::BadValue, "JSON", "a number that is not an integer below 2^53");
}

/// Known before parsing: the parser's own values would be freed level by level.
bool isTooDeep(std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inString = false;
            }
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDepthLimit) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<std::string> canonicalJson(const nlohmann::json &value) {
    GUICHET_TRY(check(value, 0));
    try {
        // Sorted keys, no white space, and the escapes of RFC 8785 section 3.2.2.2 are what dump() writes.
        return value.dump();
    } catch (const nlohmann::json::type_error &error) {
        return fail(ErrorCode::BadValue, "JSON", error.what());
    }
}

Result<nlohmann::json> parseCanonicalJson(std::string_view text) {
    if (isTooDeep(text)) {
        return fail(ErrorCode::BadValue, "JSON", "more than 32 levels");
    }
    nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
    if (value.is_discarded()) {
        return fail(ErrorCode::BadValue, "JSON", "not JSON");
    }
    GUICHET_ASSIGN(const std::string written, canonicalJson(value));
    if (written != text) {
        return fail(ErrorCode::BadValue, "JSON", "not canonical");
    }
    return value;
}

bool isCanonicalJson(std::string_view text) { return parseCanonicalJson(text).has_value(); }

} // namespace guichet::storage
