// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/receipt.h"

#include "base/text.h"
#include "kiosk/papers/words.h"

#include <algorithm>
#include <array>

namespace guichet::kiosk::papers {
namespace {

using printing::Block;
using printing::Blocks;
using printing::Runs;

/// "label text", the label bold.
Block labelled(std::string label, std::string text) {
    return printing::text(Runs{printing::bold(std::move(label)), {" " + std::move(text)}});
}

Block small(Runs runs) {
    printing::Paragraph paragraph;
    paragraph.runs = std::move(runs);
    paragraph.kind = printing::Paragraph::Kind::Small;
    return {std::move(paragraph)};
}

/// The mark of what the agency has to look at, or nothing.
Runs marked(const Texts &say, std::string text, bool toCheck) {
    Runs runs = printing::plain(std::move(text));
    if (toCheck) {
        runs.push_back(printing::italic(" " + say("receipt.to-check")));
    }
    return runs;
}

/// The text in groups that a line can be broken between, as it is copied from paper.
std::string inGroups(const std::string &text) {
    constexpr std::size_t kGroup = 10;
    std::string grouped;
    for (std::size_t at = 0; at < text.size(); at += kGroup) {
        grouped += (grouped.empty() ? "" : " ") + text.substr(at, kGroup);
    }
    return grouped;
}

} // namespace

SilenceMention SilenceMention::acceptance(std::optional<CivilDate> on, std::string rule, std::string basis,
                                          bool toCheck) {
    return {Silence::Acceptance, on, std::move(rule), std::move(basis), toCheck};
}

SilenceMention SilenceMention::refusal(std::optional<CivilDate> on, std::string rule, std::string basis, bool toCheck) {
    return {Silence::Refusal, on, std::move(rule), std::move(basis), toCheck};
}

SilenceMention SilenceMention::none(std::string basis, bool toCheck) {
    return {Silence::None, std::nullopt, {}, std::move(basis), toCheck};
}

Result<ServiceMention> ServiceMention::of(const SettingOf &settings) {
    GUICHET_ASSIGN(Mention name, Mention::of(settings, "service-name"));
    GUICHET_ASSIGN(Mention address, Mention::of(settings, "service-address"));
    GUICHET_ASSIGN(Mention phone, Mention::of(settings, "service-phone"));
    return ServiceMention(std::move(name), std::move(address), std::move(phone), trim(settings("service-email").text));
}

Result<RemediesMention> RemediesMention::of(const Texts &say, const std::vector<std::string> &remedies,
                                            const SettingOf &settings) {
    std::vector<Way> ways;
    for (const std::string &id : remedies) {
        const Remedy *remedy = say.catalogue().remedy(id);
        if (remedy == nullptr) {
            return fail(ErrorCode::TextMissing, "remedies." + id);
        }
        Values values;
        bool toCheck = remedy->toCheck;
        std::optional<Error> missing;
        for (const std::string &key : remedy->settings) {
            Result<Mention> mention = Mention::of(settings, key);
            if (!mention) {
                missing = std::move(mention).error();
                break;
            }
            values.emplace_back(key, oneLine(mention->text()));
            toCheck = toCheck || mention->toCheck();
        }
        if (missing && remedy->optional) {
            continue;
        }
        if (missing) {
            return fail(std::move(*missing));
        }
        ways.push_back({fill(remedy->text.in(say.language()), values), toCheck});
    }
    return RemediesMention(std::move(ways));
}

Result<Receipt> Receipt::of(Letterhead letterhead, Making making, ReceivedMention received, SilenceMention silence,
                            ServiceMention service, MissingMention missing, RemediesMention remedies,
                            ReceiptContent content) {
    const auto said = [](const std::string &text) { return !trim(text).empty(); };
    const bool decides = silence.means() != Silence::None;
    const std::array mentions{
        std::pair("receipt-title", said(content.title)),
        std::pair("receipt-reference", said(content.reference)),
        std::pair("receipt-agent", said(making.agent)),
        std::pair("receipt-asked", !content.asked.empty() && std::ranges::all_of(content.asked, said)),
        std::pair("receipt-we-do", said(content.weDo)),
        std::pair("receipt-if-nothing", said(content.ifNothing)),
        std::pair("receipt-person", said(content.person)),
        std::pair("receipt-asked-by", said(content.by)),
        std::pair("receipt-state", said(content.state)),
        std::pair("receipt-silence", said(silence.basis()) && (!decides || said(silence.rule()))),
        std::pair("receipt-missing",
                  std::ranges::all_of(missing.what(), said) && missing.what().empty() != missing.by().has_value()),
        std::pair("receipt-remedies",
                  !remedies.ways().empty() && std::ranges::all_of(remedies.ways(), said, &RemediesMention::Way::text)),
    };
    for (const auto &[name, isThere] : mentions) {
        if (!isThere) {
            return fail(ErrorCode::MentionMissing, name);
        }
    }
    return Receipt(std::move(letterhead), std::move(making), std::move(received), std::move(silence),
                   std::move(service), std::move(missing), std::move(remedies), std::move(content));
}

printing::Paper Receipt::paper(const Texts &say, bool rulesChecked, bool readingCopy) const {
    printing::Paper paper = headedPaper(say, letterhead_, making_, content_.title, content_.reference, "receipt");
    Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say, letterhead_.validated(say.language())));
    }
    const auto toCheck = [&](bool rule) { return rule && !rulesChecked; };

    printing::Box brief;
    brief.title = printing::plain(say("receipt.brief"));
    if (content_.asked.size() == 1) {
        brief.blocks.push_back(labelled(say("receipt.you-asked"), content_.asked.front() + "."));
    } else {
        brief.blocks.push_back(printing::text(Runs{printing::bold(say("receipt.you-asked"))}));
        printing::List list;
        for (const std::string &asked : content_.asked) {
            list.items.push_back({printing::text(asked + (&asked == &content_.asked.back() ? "." : " ;"))});
        }
        brief.blocks.push_back({std::move(list)});
    }
    brief.blocks.push_back(labelled(say("receipt.we-do"), content_.weDo));
    if (!missing_.what().empty()) {
        brief.blocks.push_back(labelled(say("receipt.please-bring", {{"date", longDate(say, *missing_.by())}}),
                                        join(missing_.what(), " ; ") + "."));
    }
    brief.blocks.push_back(labelled(content_.ifNothingOn
                                        ? say("receipt.no-news-on", {{"date", longDate(say, *content_.ifNothingOn)}})
                                        : say("receipt.no-news-after", {{"rule", content_.ifNothingAfter}}),
                                    content_.ifNothing));
    blocks.push_back({std::move(brief)});

    printing::Facts facts;
    const auto fact = [&](const std::string &label, Runs value) {
        facts.rows.push_back(printing::fact(label, std::move(value)));
    };
    fact(say("receipt.for"), printing::plain(content_.person));
    fact(say("receipt.asked-by"), printing::plain(content_.by));
    std::string received = longDate(say, received_.on());
    if (!received_.paperNumber().empty()) {
        received += say("receipt.paper-number", {{"number", received_.paperNumber()}});
    }
    if (received_.keyedIn()) {
        received += say("receipt.keyed-in", {{"date", longDate(say, *received_.keyedIn())}});
    }
    fact(say("receipt.received"), printing::plain(std::move(received)));
    printing::Fact asked{printing::plain(say("receipt.part")), {}};
    for (const ReceiptPart &part : content_.parts) {
        Runs runs{{part.what}};
        if (content_.parts.size() > 1) { // one alone has the receipt's reference
            runs.insert(runs.begin(), {printing::bold(part.reference), {" "}});
        }
        if (toCheck(part.toCheck)) {
            runs.push_back(printing::italic(" " + say("receipt.to-check")));
        }
        if (!part.detail.empty()) {
            runs.push_back({"\n" + part.detail});
        }
        asked.value.push_back(content_.parts.size() > 1 ? small(std::move(runs)) : printing::text(std::move(runs)));
    }
    facts.rows.push_back(std::move(asked));
    fact(say("receipt.state"), Runs{printing::bold(content_.state), {" " + content_.stateMore}});
    for (const auto &[label, value] : content_.facts) {
        fact(label, printing::plain(value));
    }
    const auto silence = [&](std::string_view on, std::string_view after) {
        Values values{{"rule", silence_.rule()}, {"basis", silence_.basis()}};
        if (silence_.on()) {
            values.emplace_back("date", longDate(say, *silence_.on()));
        }
        return say(silence_.on() ? on : after, values);
    };
    std::string decided;
    switch (silence_.means()) {
    case Silence::Acceptance:
        decided =
            silence("receipt.silence-accepts-on", "receipt.silence-accepts-after") + " " + say("receipt.attestation");
        break;
    case Silence::Refusal: decided = silence("receipt.silence-refuses-on", "receipt.silence-refuses-after"); break;
    case Silence::None: decided = say("receipt.silence-none", {{"basis", silence_.basis()}}); break;
    }
    fact(say("receipt.silence"), marked(say, std::move(decided), toCheck(silence_.toCheck())));
    if (missing_.what().empty()) {
        fact(say("receipt.missing"), printing::plain(say("receipt.nothing-missing")));
    } else {
        printing::Fact row{printing::plain(say("receipt.missing")), {}};
        printing::List list;
        for (const std::string &what : missing_.what()) {
            list.items.push_back({printing::text(what)});
        }
        row.value.push_back({std::move(list)});
        row.value.push_back(
            printing::text(Runs{printing::bold(say("receipt.bring-by", {{"date", longDate(say, *missing_.by())}})),
                                {" " + say("receipt.not-refused")}}));
        facts.rows.push_back(std::move(row));
    }
    std::string service = service_.name() + ", " + oneLine(service_.address()) + ", " +
                          say("receipt.service-phone", {{"phone", unbroken(service_.phone())}});
    if (!service_.email().empty()) {
        service += ", " + service_.email();
    }
    fact(say("receipt.service"), printing::plain(std::move(service)));
    if (!content_.goBack.empty()) {
        fact(say("receipt.change-mind"), printing::plain(content_.goBack));
    }
    blocks.push_back({std::move(facts)});

    if (!content_.doesNot.empty()) {
        blocks.push_back(printing::heading(2, content_.doesNotTitle));
        blocks.push_back(small(printing::plain(join(content_.doesNot, " "))));
    }
    blocks.push_back(printing::heading(2, say("receipt.disagree")));
    std::vector<std::string> ways;
    bool checkWays = false;
    for (const RemediesMention::Way &way : remedies_.ways()) {
        ways.push_back(way.text);
        checkWays = checkWays || toCheck(way.toCheck);
    }
    blocks.push_back(small(marked(say, join(ways, " "), checkWays)));
    return paper;
}

void addSeal(printing::Paper &paper, const Texts &say, const ReceiptSeal &seal) {
    printing::QrCode code;
    code.text = seal.text;
    code.beside.push_back(
        small(Runs{printing::bold(say("receipt.verify-title")),
                   {" " + say("receipt.verify") + " " + say("receipt.proves") + " " +
                    say("receipt.register", {{"origin", seal.origin}, {"index", std::to_string(seal.index)}})}}));
    printing::Run text{inGroups(seal.text)};
    text.monospace = true;
    printing::Paragraph letters;
    letters.runs = {std::move(text)};
    letters.kind = printing::Paragraph::Kind::Fine;
    code.beside.push_back({std::move(letters)});
    paper.blocks.push_back({std::move(code), true});
}

} // namespace guichet::kiosk::papers
