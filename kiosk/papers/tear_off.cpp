// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/tear_off.h"

#include "base/text.h"
#include "kiosk/papers/words.h"

#include <algorithm>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

constexpr double kStampMm = 16;

printing::Block small(std::string text) {
    printing::Paragraph paragraph{printing::plain(std::move(text))};
    paragraph.kind = printing::Paragraph::Kind::Small;
    return {std::move(paragraph)};
}

printing::Fact row(std::string label, printing::Block value) {
    return {printing::plain(std::move(label)), {std::move(value)}};
}

/// The day of deposit on one side, whoever took it in and the stamp on the other.
printing::Block dayAndStamp(const Texts &say) {
    printing::Table table;
    table.lines = printing::Table::Lines::None;
    table.columnShares = {0.5, 0.5};
    printing::Cell day;
    day.blocks = {printing::text(say("receipt.received")), printing::text(say("hand.day-and-hour"))};
    printing::Cell stamp;
    stamp.blocks = {printing::text(say("hand.agent")), {printing::Space{kStampMm}}};
    table.body.push_back({{std::move(day), std::move(stamp)}});
    return {std::move(table)};
}

} // namespace

void makeNumbered(printing::Paper &form, const Texts &say, const TearOff &tearOff, const ServiceMention &service,
                  const RemediesMention &remedies, bool rulesChecked) {
    const std::string number = unbroken(tearOff.number);
    const auto marked = [&](std::string text, bool toCheck) {
        return toCheck && !rulesChecked ? text + " " + say("receipt.to-check") : text;
    };
    form.reference = tearOff.number;
    form.footer.centre = tearOff.number;
    form.blocks.push_back({printing::Box{printing::plain(say("tear.kept", {{"number", number}})), {dayAndStamp(say)}}});
    form.blocks.push_back({printing::Rule{.dashed = true}});

    printing::Box receipt;
    receipt.title = printing::plain(say("tear.title", {{"number", number}}));
    receipt.blocks.push_back(small(say("tear.brief", {{"phone", unbroken(service.phone())}})));
    printing::Facts facts;
    if (tearOff.asked.size() == 1) {
        facts.rows.push_back(row(say("receipt.part"), small(tearOff.asked.front())));
    } else {
        printing::TickBoxes boxes;
        for (const std::string &asked : tearOff.asked) {
            boxes.boxes.push_back({false, printing::plain(asked)});
        }
        facts.rows.push_back(row(say("receipt.part"), {std::move(boxes)}));
    }
    facts.rows.push_back(row(say("hand.person"), printing::text(say("hand.room"))));
    facts.rows.push_back(row(say("receipt.silence"), small(marked(tearOff.silence, tearOff.silenceToCheck))));
    facts.rows.push_back(row(say("receipt.missing"), tickBoxes(say, {"hand.missing-none", "hand.missing-what"})));
    facts.rows.back().value.push_back(small(say("receipt.not-refused")));
    std::string reach = service.name() + ", " + oneLine(service.address()) + ", " +
                        say("receipt.service-phone", {{"phone", unbroken(service.phone())}});
    if (!service.email().empty()) {
        reach += ", " + service.email();
    }
    facts.rows.push_back(row(say("receipt.service"), small(std::move(reach))));
    std::vector<std::string> ways;
    for (const RemediesMention::Way &way : remedies.ways()) {
        ways.push_back(way.text);
    }
    facts.rows.push_back(
        row(say("hand.remedy"), small(marked(join(ways, " "), std::ranges::any_of(remedies.ways(), [](const auto &way) {
                                                 return way.toCheck;
                                             })))));
    receipt.blocks.push_back({std::move(facts)});
    receipt.blocks.push_back(dayAndStamp(say));
    form.blocks.push_back({std::move(receipt)});
}

} // namespace guichet::kiosk::papers
