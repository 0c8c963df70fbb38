// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/printer_test_page.h"

#include "base/text.h"
#include "kiosk/papers/letterhead.h"

#include <algorithm>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

constexpr const char *kA4 = "iso_a4_210x297mm";

std::string namesOf(const Texts &say, const std::vector<std::string> &names) {
    return names.empty() ? say("printer-test.not-said") : join(names, ", ");
}

printing::Block line(const std::string &text, printing::Paragraph::Kind kind) {
    return {printing::Paragraph{.runs = printing::plain(text), .align = printing::Align::Start, .kind = kind}};
}

} // namespace

printing::Paper printerTestPage(const Texts &say, printing::Paper frame, const PrinterTest &test) {
    using Kind = printing::Paragraph::Kind;
    printing::Paper paper = std::move(frame);
    paper.title = say("printer-test.title");
    paper.language = say.language();
    paper.templateName = "printer-test";
    paper.templateEdition = kTemplateEdition;

    const auto &loaded = test.device.loaded;
    const auto &sizes = test.abilities.sizes;
    const auto has = [](const std::vector<std::string> &names, const char *name) {
        return std::ranges::find(names, name) != names.end();
    };
    const auto a4 =
        sizes.empty() ? say("printer-test.not-said") : say(has(sizes, kA4) ? "printer-test.a4" : "printer-test.no-a4");
    printing::Facts facts{{printing::fact(say("printer-test.printer"), test.printer),
                           printing::fact(say("printer-test.station"), test.station)}};
    if (!test.says.empty()) {
        for (const auto &[name, value] : std::initializer_list<std::pair<const char *, std::string>>{
                 {"printer-test.says", test.says},
                 {"printer-test.size", a4},
                 {"printer-test.loaded", namesOf(say, loaded)},
                 {"printer-test.trays", namesOf(say, test.abilities.trays)},
                 {"printer-test.sides", namesOf(say, test.abilities.sides)},
                 {"printer-test.colours", namesOf(say, test.abilities.colours)}}) {
            facts.rows.push_back(printing::fact(say(name), value));
        }
    }
    paper.blocks = {line(say("printer-test.about"), Kind::Lead), printing::Block{std::move(facts)}};
    if (!loaded.empty() && !has(loaded, kA4)) {
        paper.blocks.push_back(line(say("printer-test.other-paper"), Kind::Normal));
    }
    paper.blocks.push_back(printing::heading(1, say("printer-test.letters")));
    for (const Kind kind : {Kind::Fine, Kind::Small, Kind::Normal, Kind::Lead}) {
        paper.blocks.push_back(line(say("printer-test.sample"), kind));
    }
    paper.blocks.push_back(printing::Block{printing::Rule{}});
    paper.blocks.push_back(printing::Block{
        printing::QrCode{.text = test.code,
                         .beside = {line(say("printer-test.read-back"), Kind::Normal), line(test.code, Kind::Lead)}}});
    return paper;
}

} // namespace guichet::kiosk::papers
