// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scale.h"

#include "printing/layout.h"
#include "printing/page_content.h"

#include "tests/support/error_output.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace guichet;
using namespace guichet::printing;
using Catch::Matchers::WithinAbs;
using test::must;

TEST_CASE("a scale has round marks that hold every value, and no more of them than fit", "[printing]") {
    struct Row {
        double least, greatest;
        int most;
        std::vector<double> marks;
    };
    const auto row = GENERATE(Row{0, 31, 9, {0, 5, 10, 15, 20, 25, 30, 35}}, Row{0, 1, 9, {0, 0.2, 0.4, 0.6, 0.8, 1}},
                              Row{-6, 1, 9, {-6, -5, -4, -3, -2, -1, 0, 1}}, Row{0, 0, 3, {0, 0.5, 1}},
                              Row{0, 3650, 6, {0, 1000, 2000, 3000, 4000}});
    const std::vector<double> marks = roundScale(row.least, row.greatest, row.most).marks();
    REQUIRE(marks.size() == row.marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        CHECK_THAT(marks[i], WithinAbs(row.marks[i], 1e-9));
    }
    CHECK(rc::check([] {
        const int a = *rc::gen::inRange(-4000, 4000);
        const int b = *rc::gen::inRange(a, 4001);
        const int most = *rc::gen::inRange(3, 12);
        const Scale scale = roundScale(a, b, most);
        RC_ASSERT(scale.from <= a && scale.to >= b && scale.to > scale.from);
        RC_ASSERT(scale.marks().size() <= static_cast<std::size_t>(most));
        RC_ASSERT(std::abs(scale.marks().back() - scale.to) < scale.step / 1000);
    }));
}

TEST_CASE("a scale's labels have the decimals that they need, and the language's comma", "[printing]") {
    CHECK(decimalNumber(12, "fr") == "12");
    CHECK(decimalNumber(2.5, "fr") == "2,5");
    CHECK(decimalNumber(0.05, "en-GB") == "0.05");
    CHECK(decimalNumber(-3, "fr") == "−3");
    CHECK(decimalNumber(-0.0001, "fr") == "0");
}

TEST_CASE("dots that would cover each other stand one on the other", "[printing]") {
    const DotStack stack = stackDots({4, 1, 1.5, 1.2, 3}, 1);
    std::vector<std::pair<double, std::size_t>> dots;
    for (const auto &[place, level] : stack.dots) {
        dots.emplace_back(place, level);
    }
    CHECK(dots == std::vector<std::pair<double, std::size_t>>{{1, 0}, {1.2, 1}, {1.5, 2}, {3, 0}, {4, 0}});
    CHECK(stack.levels == 3);
    CHECK(stackDots({}, 1).levels == 1);
}

TEST_CASE("a plot says all in words to who does not see it", "[printing]") {
    Paper paper;
    paper.title = "Délais";
    DotPlot plot;
    plot.rows = {{.label = "Guichet", .dots = {1, 1, 1, 2, 5}, .range = {}, .note = {}, .strong = true}};
    plot.scale = "jours";
    plot.alternative = "Au guichet, de un à cinq jours";
    paper.blocks = {{plot}};
    Engine engine;
    const Bytes pdf = must(renderPdf(must(engine.layOut(paper, Layout::Standard))));
    CHECK(test::pdfAlternatives(pdf) == std::vector<std::string>{plot.alternative});
    CHECK(digestOf(paper) != [&] {
        Paper other = paper;
        std::get<DotPlot>(other.blocks.front().content).rows.front().dots.back() = 6;
        return digestOf(other);
    }());
}

TEST_CASE("a plot of more rows than a page holds goes on, each part with its scale", "[printing]") {
    const auto layout = GENERATE(Layout::Standard, Layout::Large);
    Paper paper;
    paper.title = "Écarts";
    DotPlot plot;
    for (int i = 0; i < 60; ++i) {
        plot.rows.push_back({.label = "Une démarche au nom assez long pour deux lignes, " + std::to_string(i),
                             .dots = {i * 1.0},
                             .range = std::pair(i - 1.0, i + 2.0),
                             .note = "note" + std::to_string(i)});
    }
    plot.scale = "jours";
    paper.blocks = {text("avant"), {plot}, text("après")};
    Engine engine;
    const LaidOutPaper laid = must(engine.layOut(paper, layout));
    const Bytes pdf = must(renderPdf(laid));
    const std::string said = test::pdfText(pdf, "-raw");
    for (int i = 0; i < 60; ++i) {
        CHECK(test::occurrences(said, "note" + std::to_string(i) + "\n") == 1);
    }
    std::size_t scales = 0;
    for (const test::PdfWord &word : test::pdfWords(pdf)) {
        CHECK(word.bottom < word.pageHeight - 20);
        scales += word.text == "jours" ? 1U : 0U;
    }
    CHECK(scales > 1);
}

TEST_CASE("plots of nothing, of one value and of thousands stand on a page", "[printing]") {
    const auto dots = GENERATE(std::vector<double>{}, std::vector<double>{0}, std::vector<double>(2000, 7.0),
                               std::vector<double>{-1e6, 1e6});
    Paper paper;
    paper.title = "Délais";
    DotPlot plot;
    plot.rows = {{.label = std::string(400, 'x'), .dots = dots, .range = {}, .note = "n", .strong = false}, {}};
    LinePlot lines;
    lines.columns = std::vector<std::string>(60, "2026-03");
    lines.lines = {{.label = "a", .values = {}}, {.label = "b", .values = std::vector<std::optional<double>>(80, 3.0)}};
    paper.blocks = {{plot}, {lines}, {DotPlot{}}, {LinePlot{}}};
    Engine engine;
    const auto layout = GENERATE(Layout::Standard, Layout::Large);
    const LaidOutPaper laid = must(engine.layOut(paper, layout));
    for (const Page &page : laid.content().pages) {
        for (const Op &op : page.ops) {
            if (const auto *dot = std::get_if<DotOp>(&op)) {
                CHECK((dot->x > 0 && dot->x < page.width && dot->y > 0 && dot->y < page.height));
            }
            if (const auto *line = std::get_if<LineOp>(&op)) {
                CHECK(line->y2 < page.height);
            }
        }
    }
}
