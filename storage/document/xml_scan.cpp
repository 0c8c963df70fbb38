// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/xml_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guichet::document {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// An element's name may begin with this (ASCII part of NameStartChar; beyond ASCII all are let through).
bool startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           static_cast<std::uint8_t>(c) >= 0x80;
}

/// `reference` is what stands between & and ; — one of XML's own entities, or a character that XML allows.
bool allowedReference(std::string_view reference) {
    constexpr std::array<std::string_view, 5> kOwn{"amp", "lt", "gt", "quot", "apos"};
    if (!reference.starts_with('#')) {
        return std::find(kOwn.begin(), kOwn.end(), reference) != kOwn.end();
    }
    reference.remove_prefix(1);
    const bool hexadecimal = reference.starts_with('x');
    if (hexadecimal) {
        reference.remove_prefix(1);
    }
    if (reference.empty() || reference.size() > 8) {
        return false;
    }
    std::uint64_t character = 0;
    for (const char c : reference) {
        unsigned digit = 0;
        if (c >= '0' && c <= '9') {
            digit = static_cast<unsigned>(c - '0');
        } else if (hexadecimal && c >= 'a' && c <= 'f') {
            digit = static_cast<unsigned>(c - 'a') + 10;
        } else if (hexadecimal && c >= 'A' && c <= 'F') {
            digit = static_cast<unsigned>(c - 'A') + 10;
        } else {
            return false;
        }
        character = character * (hexadecimal ? 16 : 10) + digit;
    }
    return character == 0x9 || character == 0xA || character == 0xD || (character >= 0x20 && character <= 0xD7FF) ||
           (character >= 0xE000 && character <= 0xFFFD) || (character >= 0x10000 && character <= 0x10FFFF);
}

bool allowedReferences(std::string_view text) {
    constexpr std::size_t kLongest = 12;
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const std::string_view rest = text.substr(at + 1, kLongest);
        const auto end = rest.find(';');
        if (end == std::string_view::npos || !allowedReference(rest.substr(0, end))) {
            return false;
        }
    }
    return true;
}

class Scan {
public:
    Scan(std::string_view text, const XmlLimits &limits) : text_(text), limits_(limits) {}

    Result<XmlFacts> run() {
        while (at_ < text_.size()) {
            const auto open = std::min(text_.find('<', at_), text_.size());
            GUICHET_TRY(content(text_.substr(at_, open - at_)));
            at_ = open;
            if (at_ < text_.size()) {
                GUICHET_TRY(markup());
            }
        }
        if (facts_.elements == 0) {
            return wrong("no element");
        }
        if (depth_ != 0) {
            return wrong("the end is missing");
        }
        return facts_;
    }

private:
    tl::unexpected<Error> wrong(std::string_view what) const {
        return fail(ErrorCode::NotXml, {}, std::string(what) + ", at byte " + std::to_string(at_));
    }

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    Result<void> content(std::string_view text) const {
        if (depth_ == 0 && text.find_first_not_of(kSpace) != std::string_view::npos) {
            return wrong("text outside the root element");
        }
        if (!allowedReferences(text)) {
            return wrong("a reference to an unknown entity or character");
        }
        return {};
    }

    /// Goes behind the next `end`.
    Result<void> skip(std::size_t from, std::string_view end, std::string_view what) {
        const auto found = text_.find(end, at_ + from);
        if (found == std::string_view::npos) {
            return wrong(what);
        }
        at_ = found + end.size();
        return {};
    }

    Result<void> markup() {
        if (rest().starts_with("<!--")) {
            return skip(4, "-->", "a comment without end");
        }
        if (rest().starts_with("<?")) {
            return skip(2, "?>", "an instruction without end");
        }
        if (rest().starts_with("<![CDATA[")) {
            return depth_ == 0 ? wrong("text outside the root element") : skip(9, "]]>", "a CDATA section without end");
        }
        if (rest().starts_with("<!DOCTYPE")) {
            return documentType();
        }
        if (rest().starts_with("</")) {
            if (depth_ == 0) {
                return wrong("an end without start");
            }
            --depth_;
            return skip(2, ">", "an end tag without end");
        }
        if (rest().size() > 1 && startsName(rest()[1])) {
            return startTag();
        }
        return wrong("a stray <");
    }

    Result<void> documentType() {
        if (facts_.elements != 0) {
            return wrong("a document type in the wrong place");
        }
        const auto end = text_.find_first_of(">[", at_);
        if (end == std::string_view::npos) {
            return wrong("a document type without end");
        }
        const std::string_view declaration = text_.substr(at_, end - at_);
        if (text_[end] == '[' || declaration.find("SYSTEM") != std::string_view::npos ||
            declaration.find("PUBLIC") != std::string_view::npos) {
            return fail(ErrorCode::NotCda, {}, "a document type with declarations");
        }
        at_ = end + 1;
        return {};
    }

    Result<void> startTag() {
        if (depth_ == 0 && facts_.elements != 0) {
            return wrong("a second root element");
        }
        if (++facts_.elements > limits_.elements) {
            return fail(ErrorCode::TooLarge, {}, "more than " + std::to_string(limits_.elements) + " elements");
        }
        auto at = at_ + 1;
        while (at < text_.size()) {
            const char c = text_[at];
            if (c == '"' || c == '\'') {
                const auto close = text_.find(c, at + 1);
                if (close == std::string_view::npos) {
                    return wrong("an attribute without end");
                }
                const std::string_view value = text_.substr(at + 1, close - at - 1);
                if (value.find('<') != std::string_view::npos) {
                    return wrong("a < in an attribute");
                }
                if (!allowedReferences(value)) {
                    return wrong("a reference to an unknown entity or character");
                }
                if (++facts_.attributes > limits_.attributes) {
                    return fail(ErrorCode::TooLarge, {},
                                "more than " + std::to_string(limits_.attributes) + " attributes");
                }
                at = close + 1;
            } else if (c == '>') {
                const bool empty = text_[at - 1] == '/';
                facts_.depth = std::max(facts_.depth, depth_ + 1);
                if (facts_.depth > limits_.depth) {
                    return fail(ErrorCode::TooDeep, {}, "more than " + std::to_string(limits_.depth) + " levels");
                }
                depth_ += empty ? 0 : 1;
                at_ = at + 1;
                return {};
            } else if (c == '<') {
                return wrong("a < in a tag");
            } else {
                ++at;
            }
        }
        return wrong("a tag without end");
    }

    std::string_view text_;
    const XmlLimits &limits_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    XmlFacts facts_;
};

} // namespace

Result<XmlFacts> scanXml(std::string_view text, const XmlLimits &limits) { return Scan(text, limits).run(); }

} // namespace guichet::document
