// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/printer_test_page.h"

#include "base/text.h"
#include "kiosk/papers/letterhead.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

using printing::kA4;

std::string namesOf(const Texts &say, const std::vector<std::string> &names) {
    return names.empty() ? say("trial.not-said") : join(names, ", ");
}

printing::Block line(const std::string &text, printing::Paragraph::Kind kind) {
    return {printing::Paragraph{.runs = printing::plain(text), .align = printing::Align::Start, .kind = kind}};
}

} // namespace

printing::Blocks letterSamples(const Texts &say) {
    using Kind = printing::Paragraph::Kind;
    printing::Blocks lines;
    for (const Kind kind : {Kind::Fine, Kind::Small, Kind::Normal, Kind::Lead}) {
        lines.push_back(line(say("trial.sample"), kind));
    }
    return lines;
}

printing::Paper printerTestPage(const Texts &say, printing::Paper frame, const PrinterTest &test) {
    using Kind = printing::Paragraph::Kind;
    printing::Paper paper = ofTemplate(say, std::move(frame), say("trial.title"), "printer-test");
    paper.edgeMarks = true;

    const auto &loaded = test.device.loaded;
    const auto &sizes = test.abilities.sizes;
    const auto has = [](const std::vector<std::string> &names, std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    };
    const auto a4 = sizes.empty() ? say("trial.not-said") : say(has(sizes, kA4) ? "trial.a4" : "trial.no-a4");
    printing::Facts facts{
        {printing::fact(say("trial.printer"), test.printer), printing::fact(say("trial.station"), test.station)}};
    if (!test.says.empty()) {
        for (const auto &[name, value] : std::initializer_list<std::pair<const char *, std::string>>{
                 {"trial.says", test.says},
                 {"trial.size", a4},
                 {"trial.loaded", namesOf(say, loaded)},
                 {"trial.trays", namesOf(say, test.abilities.trays)},
                 {"trial.sides", namesOf(say, test.abilities.sides)},
                 {"trial.colours", namesOf(say, test.abilities.colours)}}) {
            facts.rows.push_back(printing::fact(say(name), value));
        }
    }
    paper.blocks = {line(say("trial.about"), Kind::Lead), printing::Block{std::move(facts)}};
    if (!loaded.empty() && !has(loaded, kA4)) {
        paper.blocks.push_back(line(say("trial.other-paper"), Kind::Normal));
    }
    paper.blocks.push_back(printing::heading(1, say("trial.letters")));
    std::ranges::move(letterSamples(say), std::back_inserter(paper.blocks));
    paper.blocks.push_back(printing::Block{printing::Rule{}});
    paper.blocks.push_back(printing::Block{printing::QrCode{
        .text = test.code, .beside = {line(say("trial.read-back"), Kind::Normal), line(test.code, Kind::Lead)}}});
    return paper;
}

} // namespace guichet::kiosk::papers
