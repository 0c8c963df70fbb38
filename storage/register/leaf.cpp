// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/leaf.h"

#include "storage/register/canonical_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace guichet::storage {
namespace {

constexpr std::uint64_t kIndexLimit = std::uint64_t{1} << 53;
constexpr std::size_t kKindLimit = 40;
constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kKindCharacters = "abcdefghijklmnopqrstuvwxyz.-";

bool consistsOf(std::string_view text, std::string_view characters) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

/// The object that the outermost object of this JSON has under "private", as it stands there; empty: none.
std::string_view privateObject(std::string_view text) {
    constexpr std::string_view kKey = R"("private":{)";
    int depth = 0;
    std::size_t begin = 0; // of the object; 0: not met
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '"':
            if (depth == 1 && begin == 0 && text.substr(i).starts_with(kKey)) {
                i += kKey.size() - 1;
                begin = i;
                ++depth;
                break;
            }
            for (++i; i < text.size() && text[i] != '"'; ++i) {
                if (text[i] == '\\') {
                    ++i;
                }
            }
            break;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 1 && begin != 0) {
                return text[i] == '}' ? text.substr(begin, i + 1 - begin) : std::string_view();
            }
            break;
        default: break;
        }
    }
    return {};
}

bool isWellFormed(const Leaf &leaf) {
    return leaf.agent.size() == 8 && consistsOf(leaf.agent, kCrockford) && leaf.index < kIndexLimit &&
           !leaf.kind.empty() && leaf.kind.size() <= kKindLimit && consistsOf(leaf.kind, kKindCharacters) &&
           leaf.station.size() == 2 && consistsOf(leaf.station, kCrockford);
}

std::string write(const Leaf &leaf) {
    return fmt::format(R"({{"agent":"{}","at":"{}","digest":"{}","index":{},"kind":"{}","station":"{}","v":1}})",
                       leaf.agent, formatInstant(leaf.at), toHex(leaf.digest), leaf.index, leaf.kind, leaf.station);
}

/// Takes `head`, then all up to `tail`, off the front of the text.
std::optional<std::string_view> take(std::string_view &text, std::string_view head, std::string_view tail) {
    if (text.substr(0, head.size()) != head) {
        return std::nullopt;
    }
    const auto end = text.find(tail, head.size());
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view value = text.substr(head.size(), end - head.size());
    text.remove_prefix(end + tail.size());
    return value;
}

bool isOfCoreShape(const nlohmann::json &value) {
    if (value.is_structured()) {
        return std::all_of(value.begin(), value.end(), isOfCoreShape);
    }
    return value.is_string() || value.is_number_integer();
}

} // namespace

std::string formatLeaf(const Leaf &leaf) {
    if (!isWellFormed(leaf)) {
        throw std::logic_error("a leaf is malformed: " + write(leaf));
    }
    return write(leaf);
}

Result<Leaf> parseLeaf(std::string_view bytes) {
    std::string_view rest = bytes;
    const auto agent = take(rest, R"({"agent":")", "\"");
    const auto at = take(rest, R"(,"at":")", "\"");
    const auto digest = take(rest, R"(,"digest":")", "\"");
    const auto index = take(rest, R"(,"index":)", ",");
    const auto kind = take(rest, R"("kind":")", "\"");
    const auto station = take(rest, R"(,"station":")", "\"");
    if (!agent || !at || !digest || !index || !kind || !station) {
        return fail(ErrorCode::VerifyFailed, "leaf");
    }
    Leaf leaf;
    leaf.agent = *agent;
    leaf.kind = *kind;
    leaf.station = *station;
    const auto instant = parseInstant(*at);
    const auto hash = fromHex(*digest);
    const auto [end, problem] = std::from_chars(index->data(), index->data() + index->size(), leaf.index);
    if (!instant || !hash || hash->size() != leaf.digest.size() || problem != std::errc{} ||
        end != index->data() + index->size()) {
        return fail(ErrorCode::VerifyFailed, "leaf");
    }
    leaf.at = *instant;
    std::copy(hash->begin(), hash->end(), leaf.digest.begin());
    // One spelling only: what would be written is what was read.
    if (!isWellFormed(leaf) || write(leaf) != bytes) {
        return fail(ErrorCode::VerifyFailed, "leaf");
    }
    return leaf;
}

Digest payloadDigest(const Digest &salt, std::string_view core) {
    Bytes bytes(salt.begin(), salt.end());
    const ByteView view = asBytes(core);
    bytes.insert(bytes.end(), view.begin(), view.end());
    return sha256(bytes);
}

Result<std::string> formatCore(const Core &core) {
    nlohmann::json object = nlohmann::json::object();
    const auto put = [&object](const char *key, const std::string &value) {
        if (!value.empty()) {
            object[key] = value;
        }
    };
    put("type", core.type);
    put("reference", core.reference);
    if (!core.scopes.empty()) {
        object["scopes"] = core.scopes;
    }
    put("form", core.form);
    put("by", core.by);
    put("number", core.number);
    put("initials", core.initials);
    put("date", core.date ? formatDate(*core.date) : std::string());
    put("due", core.due ? formatDate(*core.due) : std::string());
    put("edition", core.edition);
    put("what", core.what);
    put("details", core.details);
    GUICHET_ASSIGN(std::string text, canonicalJson(object));
    if (text.size() > kCoreLimitBytes) {
        return fail(ErrorCode::BadValue, core.reference, fmt::format("a core of {} bytes", text.size()));
    }
    return text;
}

Result<Core> parseCore(std::string_view text) {
    const auto value = parseCanonicalJson(text);
    if (!value || !value->is_object() || text.size() > kCoreLimitBytes) {
        return fail(ErrorCode::VerifyFailed, "core");
    }
    Core core;
    for (const auto &[key, member] : value->items()) {
        if (key == "scopes") {
            if (!member.is_array() || member.empty() ||
                !std::all_of(member.begin(), member.end(), [](const auto &scope) { return scope.is_string(); })) {
                return fail(ErrorCode::VerifyFailed, "core");
            }
            core.scopes = member.get<std::vector<std::string>>();
            continue;
        }
        if (!member.is_string() || member.get_ref<const std::string &>().empty()) {
            return fail(ErrorCode::VerifyFailed, "core");
        }
        const auto &string = member.get_ref<const std::string &>();
        if (key == "date" || key == "due") {
            const auto day = parseDate(string);
            if (!day) {
                return fail(ErrorCode::VerifyFailed, "core");
            }
            (key == "date" ? core.date : core.due) = *day;
            continue;
        }
        std::string *field = key == "type"        ? &core.type
                             : key == "reference" ? &core.reference
                             : key == "form"      ? &core.form
                             : key == "by"        ? &core.by
                             : key == "number"    ? &core.number
                             : key == "initials"  ? &core.initials
                             : key == "edition"   ? &core.edition
                             : key == "what"      ? &core.what
                             : key == "details"   ? &core.details
                                                  : nullptr;
        if (field == nullptr) {
            return fail(ErrorCode::VerifyFailed, "core");
        }
        *field = string;
    }
    return core;
}

Result<std::string> disclosedDetails(std::string_view details) {
    // The paper's words are in there: long, and hashed as they stand rather than read and written again.
    const std::string_view own = privateObject(details);
    std::string disclosed(details);
    if (!own.empty()) {
        disclosed.replace(static_cast<std::size_t>(own.data() - details.data()), own.size(),
                          '"' + toBase64(sha256(own)) + '"');
    }
    GUICHET_ASSIGN(const nlohmann::json shown, parseCanonicalJson(disclosed));
    // A hash that was there already would pass for what it is the hash of.
    if (!shown.is_object() || shown.contains("private") == own.empty()) {
        return fail(ErrorCode::BadValue, "details");
    }
    return disclosed;
}

Result<std::string> withDetails(std::string_view core, std::string_view details) {
    GUICHET_ASSIGN(nlohmann::json object, parseCanonicalJson(core));
    GUICHET_ASSIGN(const std::string disclosed, disclosedDetails(details));
    if (!object.is_object() || !isOfCoreShape(object) || object.contains("details")) {
        return fail(ErrorCode::BadValue, "core");
    }
    object["details"] = toBase64(sha256(disclosed));
    GUICHET_ASSIGN(std::string text, canonicalJson(object));
    if (text.size() > kCoreLimitBytes) {
        return fail(ErrorCode::BadValue, "core", fmt::format("{} bytes", text.size()));
    }
    return text;
}

} // namespace guichet::storage
