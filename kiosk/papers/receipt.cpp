// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/receipt.h"

#include "base/text.h"
#include "kiosk/papers/words.h"

#include <algorithm>

namespace guichet::kiosk::papers {
namespace {

using printing::Block;
using printing::Blocks;
using printing::Runs;

/// "label text", the label bold.
Block labelled(std::string label, std::string text) {
    return printing::text(Runs{printing::bold(std::move(label)), {" " + std::move(text)}});
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

printing::Paper Receipt::paper(const Texts &say, const Making &making, bool rulesChecked,
                               const std::optional<ReceiptSeal> &seal, bool readingCopy) const {
    printing::Paper paper = headedPaper(say, letterhead_, making, content_.title, content_.reference, "receipt");
    Blocks &blocks = paper.blocks;
    if (readingCopy) {
        blocks.push_back(readingCopyNote(say));
    }
    const auto toCheck = [&](bool rule) { return rule && !rulesChecked; };

    printing::Box brief;
    brief.title = printing::plain(say("receipt.brief"));
    brief.blocks.push_back(labelled(say("receipt.you-asked"), content_.asked + "."));
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
    fact(say("receipt.received"), printing::plain(std::move(received)));
    for (const auto &[what, reference] : content_.parts) {
        fact(say("receipt.part"), Runs{{what}, {"\n"}, printing::bold(reference)});
    }
    fact(say("receipt.state"), Runs{printing::bold(content_.state), {" " + content_.stateMore}});
    for (const auto &[label, value] : content_.facts) {
        fact(label, printing::plain(value));
    }
    switch (silence_.means()) {
    case Silence::Acceptance:
        fact(say("receipt.silence"),
             marked(say,
                    (silence_.on() ? say("receipt.silence-accepts-on", {{"date", longDate(say, *silence_.on())}})
                                   : say("receipt.silence-accepts-after", {{"rule", silence_.rule()}})) +
                        " " + say("receipt.attestation") + " (" + silence_.basis() + ")",
                    toCheck(silence_.toCheck())));
        break;
    case Silence::Refusal:
        fact(say("receipt.silence"),
             marked(say,
                    (silence_.on() ? say("receipt.silence-refuses-on", {{"date", longDate(say, *silence_.on())}})
                                   : say("receipt.silence-refuses-after", {{"rule", silence_.rule()}})) +
                        " (" + silence_.basis() + ")",
                    toCheck(silence_.toCheck())));
        break;
    case Silence::None:
        fact(say("receipt.silence"),
             marked(say, say("receipt.silence-none", {{"basis", silence_.basis()}}), toCheck(silence_.toCheck())));
        break;
    }
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
            printing::text(Runs{printing::bold(say("receipt.bring-by", {{"date", longDate(say, *missing_.by())}}))}));
        row.value.push_back(printing::text(say("receipt.not-refused")));
        facts.rows.push_back(std::move(row));
    }
    std::string service = service_.name() + ", " + oneLine(service_.address()) + "\n" +
                          say("letterhead.phone", {{"phone", service_.phone()}});
    if (!service_.email().empty()) {
        service += " · " + service_.email();
    }
    fact(say("receipt.service"), printing::plain(std::move(service)));
    blocks.push_back({std::move(facts)});

    if (!content_.doesNot.empty()) {
        blocks.push_back(printing::heading(2, content_.doesNotTitle));
        blocks.push_back(printing::text(join(content_.doesNot, " ")));
    }
    if (!content_.goBack.empty()) {
        blocks.push_back(printing::heading(2, say("receipt.change-mind")));
        blocks.push_back(printing::text(content_.goBack));
    }
    blocks.push_back(printing::heading(2, say("receipt.disagree")));
    for (const RemediesMention::Way &way : remedies_.ways()) {
        blocks.push_back(printing::text(marked(say, way.text, toCheck(way.toCheck))));
    }
    blocks.push_back(printing::text(say("receipt.proves")));

    if (seal) {
        blocks.push_back({printing::Rule{}, true});
        printing::QrCode code;
        code.text = seal->text;
        code.beside.push_back(printing::text(Runs{printing::bold(say("receipt.verify-title"))}));
        const auto small = [](std::string text) {
            printing::Paragraph paragraph;
            paragraph.runs = printing::plain(std::move(text));
            paragraph.kind = printing::Paragraph::Kind::Small;
            return Block{std::move(paragraph)};
        };
        code.beside.push_back(small(say("receipt.verify")));
        code.beside.push_back(
            small(say("receipt.register", {{"origin", seal->origin}, {"index", std::to_string(seal->index)}})));
        blocks.push_back({std::move(code), true});
        printing::Run text{inGroups(seal->text)};
        text.monospace = true;
        text.small = true;
        printing::Paragraph printed;
        printed.runs = {std::move(text)};
        printed.kind = printing::Paragraph::Kind::Small;
        blocks.push_back({std::move(printed), true});
        paper.attachments.push_back({"receipt.json", "application/json", Bytes(seal->json.begin(), seal->json.end()),
                                     say("receipt.attachment")});
    }
    return paper;
}

} // namespace guichet::kiosk::papers
