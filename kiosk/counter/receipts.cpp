// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/receipts.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/verify_paper.h"
#include "printing/kept_paper.h"
#include "storage/register/register.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace guichet::kiosk {
namespace {

constexpr std::string_view kFrench = "fr";

std::string textOf(const printing::Runs &runs) {
    std::string text;
    for (const printing::Run &run : runs) {
        text += run.text;
    }
    return text;
}

/// What a sealed paper says, for whoever compares its pages with it (docs/formats.md, verify_paper.h).
nlohmann::ordered_json described(const printing::Paper &sealed) {
    nlohmann::ordered_json head = nlohmann::ordered_json::array();
    nlohmann::ordered_json foot = nlohmann::ordered_json::array();
    const auto add = [](nlohmann::ordered_json &to, const std::string &text) {
        if (!text.empty()) {
            to.push_back(text);
        }
    };
    for (const auto *lines : {&sealed.headerStart, &sealed.headerEnd}) {
        for (const printing::Runs &line : *lines) {
            add(head, textOf(line));
        }
    }
    add(head, sealed.title);
    add(head, sealed.reference);
    std::string running; // as the layout puts it together
    for (const std::string &part : {sealed.title, sealed.reference, textOf(sealed.running)}) {
        running += (running.empty() || part.empty() ? "" : " · ") + part;
    }
    add(foot, textOf(sealed.footer.note));
    add(foot, sealed.footer.left);
    add(foot, sealed.footer.centre);
    printing::Blocks ofSeal;
    for (const printing::Block &block : sealed.blocks) {
        if (block.partOfSeal) {
            ofSeal.push_back(block);
        }
    }
    return {{"template", sealed.templateName},
            {"edition", sealed.templateEdition},
            {"language", sealed.language},
            {"digest", toHex(printing::digestOf(sealed))},
            {"blocks", printing::canonicalBlocks(sealed.blocks, false)},
            {"seal_blocks", printing::canonicalBlocks(ofSeal)},
            {"head", head},
            {"running", running},
            {"foot", foot},
            {"page", sealed.footer.page}};
}

/// Those of the kept papers that are to be printed: the French one, then the reading copy.
Result<std::vector<storage::KeptPaper>> chosen(const std::vector<storage::KeptPaper> &kept, const PaperWish &wish) {
    std::vector<std::string> languages{std::string(kFrench)};
    if (!wish.readingCopy.empty() && wish.readingCopy != kFrench) {
        languages.push_back(wish.readingCopy);
    }
    std::vector<storage::KeptPaper> papers;
    for (const std::string &language : languages) {
        const auto found = std::ranges::find(kept, language, &storage::KeptPaper::language);
        if (found == kept.end()) {
            std::vector<std::string> there;
            std::ranges::transform(kept, std::back_inserter(there), &storage::KeptPaper::language);
            return fail(ErrorCode::BadValue, "--reading-copy " + language, join(there, ", "));
        }
        papers.push_back(*found);
    }
    return papers;
}

Result<MadeReceipt> sealedReceipt(Desk &desk, const storage::Act &act, const storage::EntryId &entry,
                                  const PaperWish &wish) {
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(const std::vector<storage::KeptPaper> all, acts.papers(entry));
    GUICHET_ASSIGN(const std::vector<storage::KeptPaper> kept, chosen(all, wish));
    GUICHET_ASSIGN(const storage::Seal seal, desk.entries.seal(entry));
    GUICHET_ASSIGN(const storage::StoredEntry stored, desk.entries.get(entry));
    GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(stored.leafBytes));
    GUICHET_ASSIGN(const std::string details,
                   storage::disclosedDetails(stored.payload ? stored.payload->details : std::string("{}")));
    const CivilDate day = desk.calendar.dayOf(leaf.at);

    MadeReceipt receipt;
    receipt.reference = act.receipt;
    receipt.seal = storage::sealText(seal);
    std::vector<printing::Paper> papers;
    nlohmann::ordered_json descriptions = nlohmann::ordered_json::array();
    for (const storage::KeptPaper &one : kept) {
        GUICHET_ASSIGN(printing::Paper paper, printing::readKeptPaper(one.words));
        if (one.language == kFrench) { // the one that prevails
            papers::addSeal(paper, textsOf(desk, one.language, day), {receipt.seal, entry.origin, entry.index});
        }
        descriptions.push_back(described(paper));
        papers.push_back(std::move(paper));
    }
    const Texts french = textsOf(desk, kFrench, day);
    const std::string file = nlohmann::ordered_json{
        {"seal", receipt.seal},
        {"reference", receipt.reference},
        {"details", details},
        {"papers", descriptions}}.dump();
    papers.front().attachments.push_back({std::string(kReceiptAttachment), "application/json",
                                          Bytes(file.begin(), file.end()), french("receipt.attachment")});
    GUICHET_ASSIGN(receipt.paper, makePaper(desk, std::move(papers), wish.layout, french("receipt.job")));
    return receipt;
}

} // namespace

Result<std::vector<storage::KeptPaper>> receiptPapers(const Desk &desk, CivilDate day, const PaperWish &wish,
                                                      const PaperIn &paper) {
    std::vector<storage::KeptPaper> kept;
    const auto keep = [&](std::string_view language) -> Result<void> {
        GUICHET_ASSIGN(const printing::Paper made, paper(textsOf(desk, language, day), language != kFrench));
        kept.push_back({std::string(language), toHex(printing::digestOf(made)), printing::keepPaper(made)});
        return {};
    };
    GUICHET_TRY(keep(kFrench));
    GUICHET_ASSIGN(const std::string copy, readingLanguage(desk, wish));
    if (!copy.empty()) {
        GUICHET_TRY(keep(copy));
    }
    return kept;
}

Result<MadeReceipt> receiptAgain(Desk &desk, std::string_view reference, std::optional<int> number,
                                 const PaperWish &wish) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(const storage::Act act, acts.get(reference));
    GUICHET_ASSIGN(const std::vector<storage::EntryId> entries, acts.receipts(act));
    const int last = static_cast<int>(entries.size());
    const int which = number.value_or(last);
    if (which < 1 || which > last) {
        return fail(ErrorCode::Nothing, act.reference + " " + std::to_string(which));
    }
    GUICHET_ASSIGN(MadeReceipt receipt, sealedReceipt(desk, act, entries[static_cast<std::size_t>(which) - 1], wish));
    receipt.act = act.reference;
    receipt.person = act.person;
    receipt.number = which;
    receipt.count = last;
    return receipt;
}

} // namespace guichet::kiosk
