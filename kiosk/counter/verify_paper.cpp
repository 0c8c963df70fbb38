// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/verify_paper.h"

#include "base/text.h"
#include "storage/register/canonical_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace guichet::kiosk {
namespace {

using nlohmann::json;

/// A run of text is an object without a type; a block that has a type may have a text that nobody reads (a QR code's).
void collect(const json &value, std::vector<std::string> &texts) {
    if (value.is_array()) {
        for (const json &each : value) {
            collect(each, texts);
        }
    } else if (value.is_object()) {
        for (const auto &[key, member] : value.items()) {
            if (key == "text" && member.is_string() && !value.contains("type")) {
                texts.push_back(member.get<std::string>());
            } else {
                collect(member, texts);
            }
        }
    }
}

/// Without white space of any kind, and soft hyphens.
std::string withoutSpaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = text.substr(i);
        if (at.starts_with("\u00a0") || at.starts_with("\u00ad")) {
            i += 1;
        } else if (at.starts_with("\u202f") || at.starts_with("\u2009") || at.starts_with("\u200b")) {
            i += 2;
        } else if (std::isspace(static_cast<unsigned char>(text[i])) == 0) {
            out += text[i];
        }
    }
    return out;
}

/// What the layout itself writes: "1.", "a)", "•", "–", boxes.
bool isMarker(std::string_view piece) {
    constexpr std::array<std::string_view, 11> kSigns{"•", "–", "-", "·", "☐", "☒", "☑", "✓", "×", "/", "◦"};
    const auto skipSigns = [&] {
        for (bool again = true; again;) {
            again = false;
            for (const std::string_view sign : kSigns) {
                if (piece.starts_with(sign)) {
                    piece.remove_prefix(sign.size());
                    again = true;
                }
            }
        }
    };
    skipSigns();
    if (piece.size() >= 2 && (piece.back() == '.' || piece.back() == ')')) {
        piece.remove_suffix(1);
        constexpr std::size_t kLongest = 3;
        return piece.size() <= kLongest &&
               (std::ranges::all_of(piece, [](unsigned char c) { return std::isdigit(c) != 0; }) ||
                (piece.size() == 1 && std::isalpha(static_cast<unsigned char>(piece[0])) != 0));
    }
    return piece.empty();
}

constexpr char kTaken = '\x01'; ///< stands where a text was found

bool take(std::string &pages, const std::string &text, bool last = false) {
    if (text.empty()) {
        return true;
    }
    const std::size_t at = last ? pages.rfind(text) : pages.find(text);
    if (at == std::string::npos) {
        return false;
    }
    pages.replace(at, text.size(), 1, kTaken);
    return true;
}

const json *member(const json &object, const char *key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string textMember(const json &object, const char *key) {
    const json *found = member(object, key);
    return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> textsMember(const json &object, const char *key) {
    std::vector<std::string> texts;
    if (const json *list = member(object, key); list != nullptr && list->is_array()) {
        for (const json &each : *list) {
            texts.push_back(each.is_string() ? each.get<std::string>() : std::string());
        }
    }
    return texts;
}

/// The digest of the blocks without those of the seal, as printing::digestOf() makes it.
std::string digestOfBlocks(const json &paper) {
    const auto quoted = [&](const char *key) { return json(textMember(paper, key)).dump(); };
    const std::string whole = "{\"blocks\":" + textMember(paper, "blocks") + ",\"edition\":" + quoted("edition") +
                              ",\"language\":" + quoted("language") + ",\"template\":" + quoted("template") + "}";
    return sha256Hex(asBytes(whole));
}

/// Whether the pages are those of one paper after the other: each has its own numbers and head.
bool showPapers(std::span<const std::string> pages, std::span<const json> papers) {
    if (papers.empty()) {
        return pages.empty();
    }
    const json &paper = papers.front();
    const auto texts = textsOfBlocks(textMember(paper, "blocks"));
    const auto ofSeal = textsOfBlocks(textMember(paper, "seal_blocks"));
    if (!texts) {
        return false;
    }
    const AroundPages around{.head = textsMember(paper, "head"),
                             .running = textMember(paper, "running"),
                             .foot = textsMember(paper, "foot"),
                             .page = textMember(paper, "page"),
                             .seal = ofSeal ? *ofSeal : std::vector<std::string>{}};
    const std::size_t most = pages.size() - std::min(pages.size(), papers.size() - 1);
    for (std::size_t count = papers.size() == 1 ? most : 1; count <= most && count > 0; ++count) {
        if (showsExactly({pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(count)}, *texts, around) &&
            showPapers(pages.subspan(count), papers.subspan(1))) {
            return true;
        }
    }
    return false;
}

Verified::Content compare(const document::PaperText &pages, const json &receipt, const storage::Core &core) {
    const std::string details = textMember(receipt, "details");
    const json *papers = member(receipt, "papers");
    if (details.empty() || papers == nullptr || !papers->is_array() || papers->empty()) {
        return Verified::Content::Absent;
    }
    const json sealed = json::parse(details, nullptr, false);
    const json *digests = sealed.is_object() ? member(sealed, "papers") : nullptr;
    if (core.details != toBase64(sha256(details)) || digests == nullptr) {
        return Verified::Content::Differs;
    }
    for (const json &paper : *papers) {
        if (textMember(*digests, textMember(paper, "language").c_str()) != digestOfBlocks(paper)) {
            return Verified::Content::Differs;
        }
    }
    const std::vector<json> all = papers->get<std::vector<json>>();
    return showPapers(pages.pages, all) ? Verified::Content::Matches : Verified::Content::Differs;
}

} // namespace

Result<std::vector<std::string>> textsOfBlocks(std::string_view canonicalBlocks) {
    const json blocks = json::parse(canonicalBlocks, nullptr, false);
    if (!blocks.is_array()) {
        return fail(ErrorCode::VerifyFailed, "form");
    }
    std::vector<std::string> texts;
    collect(blocks, texts);
    return texts;
}

bool showsExactly(const std::vector<std::string> &pages, const std::vector<std::string> &texts,
                  const AroundPages &around) {
    // Head and foot go first, page by page, so that what runs over pages is in one piece.
    std::string whole;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::string rest = withoutSpaces(pages[i]);
        if (rest.find(kTaken) != std::string::npos) { // no paper of ours has one
            return false;
        }
        std::string number = withoutSpaces(around.page);
        for (const std::size_t value : {i + 1, pages.size()}) {
            const std::size_t at = number.find("{}");
            if (at != std::string::npos) {
                number.replace(at, 2, std::to_string(value));
            }
        }
        const bool numbered = take(rest, number, true);
        const auto taken = [&](bool last) {
            return [&rest, last](const std::string &text) { return take(rest, withoutSpaces(text), last); };
        };
        if (!numbered || !std::ranges::all_of(around.foot, taken(true)) ||
            !(i == 0 ? std::ranges::all_of(around.head, taken(false)) : taken(false)(around.running))) {
            return false;
        }
        std::erase(rest, kTaken);
        whole += rest;
    }
    std::vector<std::string> wanted;
    const auto want = [&](const std::vector<std::string> &list) {
        for (const std::string &text : list) {
            for (const std::string &line : split(text, '\n')) {
                wanted.push_back(withoutSpaces(line));
            }
        }
    };
    want(texts);
    want(around.seal);
    // The longest first: a short text may stand inside a longer one.
    std::ranges::sort(wanted, [](const std::string &a, const std::string &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    for (const std::string &text : wanted) {
        if (!take(whole, text)) {
            return false;
        }
    }
    return std::ranges::all_of(split(whole, kTaken), [](const std::string &piece) { return isMarker(piece); });
}

Result<Verified> verifyPaper(const document::PaperText &paper, const std::vector<storage::VerifierKey> &keys) {
    const auto file = std::ranges::find(paper.attachments, kReceiptAttachment, &document::PaperText::Attachment::name);
    if (file == paper.attachments.end()) {
        return fail(ErrorCode::VerifyFailed, std::string(kReceiptAttachment));
    }
    const json receipt = json::parse(asText(file->bytes), nullptr, false);
    if (!receipt.is_object() || textMember(receipt, "seal").empty()) {
        return fail(ErrorCode::VerifyFailed, std::string(kReceiptAttachment));
    }
    Verified verified = verifySealText(textMember(receipt, "seal"), keys);
    verified.kind = Verified::Kind::Paper;
    if (verified.ok && verified.core) {
        try {
            verified.content = compare(paper, receipt, *verified.core);
            if (verified.content == Verified::Content::Matches) {
                verified.copies = static_cast<int>(receipt.at("papers").size()) - 1;
            }
        } catch (const json::exception &) { // a file that somebody has changed
            verified.content = Verified::Content::Differs;
        }
    }
    return verified;
}

} // namespace guichet::kiosk
