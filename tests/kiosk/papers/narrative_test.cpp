// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/narrative.h"
#include "tests/kiosk/papers/outline.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <functional>

using namespace guichet;
using namespace guichet::kiosk::papers;
using document::Node;
using test::el;
using test::outline;
using test::txt;

namespace {

std::string outlineOf(const Node &narrative, const document::Document &document = {}) {
    const PlaceMedia place = [](const document::Media &media) {
        return printing::Blocks{printing::text("<" + media.id + ">")};
    };
    return outline(narrativeBlocks(narrative, document, place));
}

} // namespace

TEST_CASE("white space of the file is one space, and lines break where the document breaks them", "[papers]") {
    CHECK(
        outlineOf(el("text", {}, {txt("\n   Les données \n\t affichées "), el("br"), txt("\n  sont un reflet.  ")})) ==
        "P Les données affichées|sont un reflet.\n");
    CHECK(outlineOf(el("text", {}, {txt("  \n ")})).empty());
    CHECK(outlineOf(el("text", {}, {el("paragraph", {}, {txt("a")}), txt("b"), el("paragraph", {}, {txt("c")})})) ==
          "P a\nP b\nP c\n");
}

TEST_CASE("styles add up whatever their case, and combine", "[papers]") {
    const auto [code, shown] = GENERATE(table<std::string, std::string>({
        {"Bold", "*x*"},
        {"bold", "*x*"},
        {"Emphasis", "*x*"},
        {"Italics", "/x/"},
        {"BoldItalics", "*/x/*"},
        {"Bold Italics", "*/x/*"},
        {"Underline", "_x_"},
        {"xUnknown", "x"},
        {"", "x"},
    }));
    CHECK(outlineOf(el("text", {}, {el("content", {{"styleCode", code}}, {txt("x")})})) == "P " + shown + "\n");
    CHECK(outlineOf(el("text", {}, {el("table", {}, {el("tr", {}, {el("td", {{"styleCode", code}}, {txt("x")})})})})) ==
          "TABLE\n row\n  cell\n   P " + shown + "\n");
}

TEST_CASE("text that was struck out is struck through and said to be deleted", "[papers]") {
    CHECK(outlineOf(el("text", {},
                       {txt("a "), el("content", {{"revised", "delete"}}, {txt("b")}),
                        el("content", {{"revised", "insert"}}, {txt(" c")})})) == "P a ~b~ [supprimé] c\n");
    CHECK(outlineOf(el("text", {}, {el("paragraph", {{"revised", "delete"}}, {txt("b")})})) == "P ~b~\nS [supprimé]\n");
}

TEST_CASE("a link is followed by its address, which paper can't click", "[papers]") {
    CHECK(outlineOf(el("text", {}, {el("linkHtml", {{"href", "https://exemple.invalid/a"}}, {txt("la page")})})) ==
          "P la page (https://exemple.invalid/a)\n");
    CHECK(outlineOf(el("text", {}, {el("linkHtml", {{"href", "https://exemple.invalid"}})})) ==
          "P https://exemple.invalid\n");
    CHECK(outlineOf(el("text", {}, {el("linkHtml", {{"href", "#MED1"}}, {txt("#MED1")})})) == "P #MED1\n");
}

TEST_CASE("lists keep their kind, their caption and what stands between their items", "[papers]") {
    CHECK(
        outlineOf(el("text", {},
                     {el("list", {{"listType", "ordered"}, {"styleCode", "LittleAlpha"}},
                         {el("caption", {}, {txt("À faire")}), el("item", {}, {txt("un")}), txt("  stray "),
                          el("item", {}, {el("list", {}, {el("item", {}, {txt("deux")})})})})})) ==
        "P *À faire*\nLIST lower-alpha\n item\n  P un\n item\n  P stray\n item\n  LIST bullet\n   item\n    P deux\n");
}

TEST_CASE("a table keeps head, body, foot, spans, alignment and caption", "[papers]") {
    CHECK(outlineOf(
              el("text", {},
                 {el("table", {},
                     {el("caption", {}, {txt("Analyses")}),
                      el("thead", {},
                         {el("tr", {}, {el("th", {{"colspan", "2"}}, {txt("Nom")}), el("th", {}, {txt("Valeur")})})}),
                      el("tfoot", {}, {el("tr", {}, {el("td", {}, {txt("fin")})})}),
                      el("tbody", {{"align", "right"}},
                         {el("tr", {},
                             {el("td", {{"rowspan", "3"}}, {txt("a")}),
                              el("td", {{"align", "center"}}, {txt("b")})})})})})) ==
          "TABLE *Analyses*\n head\n  cell th 2x1\n   P Nom\n  cell th\n   P Valeur\n row\n  cell 1x3 end\n   P a\n"
          "  cell centre\n   P b\n foot\n  cell\n   P fin\n");
}

TEST_CASE("what has no place in a table is kept after it", "[papers]") {
    CHECK(outlineOf(el("text", {},
                       {el("table", {},
                           {txt("perdu"), el("tr", {}, {txt("aussi"), el("td", {}, {txt("a")})}),
                            el("tbody", {}, {el("paragraph", {}, {txt("et")})})})})) ==
          "TABLE\n row\n  cell\n   P a\nP perdu\nP aussi\nP et\n");
}

TEST_CASE("a table of nothing but its caption keeps that", "[papers]") {
    CHECK(outlineOf(el("text", {}, {el("table", {}, {el("caption", {}, {txt("Analyses")})})})) == "P *Analyses*\n");
}

TEST_CASE("notes are numbered in the line and written below the section", "[papers]") {
    CHECK(outlineOf(el("text", {},
                       {txt("Dose"), el("footnote", {}, {txt("par jour"), el("footnote", {}, {txt("ou nuit")})}),
                        txt(" max"), el("footnote", {}, {el("paragraph", {}, {txt("avis")})})})) ==
          "P Dose[1] max[3]\nS [1] par jour[2]\nS [2] ou nuit\nS [3] avis\n");
}

TEST_CASE("a reference to a note has the note's mark, before and behind it", "[papers]") {
    CHECK(outlineOf(el("text", {},
                       {txt("un"), el("footnoteRef", {{"IDREF", "N"}}), txt(" deux"),
                        el("footnote", {{"ID", "M"}}, {txt("autre")}), txt(" trois"),
                        el("footnote", {{"ID", "N"}}, {txt("avis")}), txt(" quatre"),
                        el("footnoteRef", {{"IDREF", "N"}}), txt(" cinq"), el("footnoteRef", {{"IDREF", "X"}})})) ==
          "P un[2] deux[1] trois[2] quatre[2] cinq[voir la note « X »]\nS [1] autre\nS [2] avis\n");
}

TEST_CASE("words between the levels of a table are not run together", "[papers]") {
    const Node cell = el("td", {}, {txt("x")});
    CHECK(outlineOf(el("text", {},
                       {el("table", {},
                           {txt("a"), el("thead", {}, {txt("b"), el("tr", {}, {txt("c"), cell, txt("d")}), txt("e")}),
                            txt("f"), el("tr", {}, {cell}), txt("g"), el("tr", {}, {cell})})})) ==
          "TABLE\n head\n  cell\n   P x\n row\n  cell\n   P x\n row\n  cell\n   P x\n"
          "P a\nP b\nP c\nP d\nP e\nP f\nP g\n");
}

TEST_CASE("media stand where they are referred to, captions with them, and what is absent is named", "[papers]") {
    document::Document document;
    document::Section section;
    section.media = {document::Media{.id = "IMG1"}};
    document.sections = {section};
    CHECK(outlineOf(el("text", {},
                       {txt("avant "),
                        el("renderMultiMedia", {{"referencedObject", "IMG1"}}, {el("caption", {}, {txt("figure")})}),
                        txt(" après"), el("renderMultiMedia", {{"referencedObject", "ABSENT"}})}),
                    document) ==
          "P avant\nP <IMG1>\nP *figure*\nP après\nP [Image ou document « ABSENT » absent du fichier]\n");
}

TEST_CASE("an element that nobody knows gives its content", "[papers]") {
    CHECK(outlineOf(el("text", {}, {el("marquee", {}, {txt("a"), el("blink", {}, {txt("b")})}), txt("c")})) ==
          "P a\nP b\nP c\n");
    CHECK(outlineOf(el("text", {{"nullFlavor", "MSK"}})) == "P valeur masquée\n");
    CHECK(outlineOf(el("text", {}, {txt("H"), el("sub", {}, {txt("2")}), txt("O")})) == "P Hv2vO\n");
}

TEST_CASE("every word of any tree comes out once and in order", "[papers]") {
    CHECK(rc::check("words in are words out", [] {
        static const std::vector<std::string> kElements{"content", "paragraph", "list",  "item",    "table", "tbody",
                                                        "tr",      "td",        "th",    "caption", "br",    "footnote",
                                                        "sub",     "odd",       "thead", "linkHtml"};
        int words = 0;
        const std::function<Node(int)> grow = [&](int depth) -> Node {
            Node node;
            node.element = kElements.at(*rc::gen::inRange<std::size_t>(0, kElements.size()));
            const int children = *rc::gen::inRange(0, 4);
            for (int i = 0; i < children && node.element != "br"; ++i) {
                if (depth == 0 || *rc::gen::arbitrary<bool>()) {
                    node.children.push_back(txt(" w" + std::to_string(words++) + "w "));
                } else {
                    node.children.push_back(grow(depth - 1));
                }
            }
            return node;
        };
        Node text = grow(4);
        text.element = "text";
        const std::string shown = outlineOf(text);
        for (int word = 0; word < words; ++word) {
            const std::string wanted = "w" + std::to_string(word) + "w";
            const std::size_t at = shown.find(wanted);
            RC_ASSERT(at != std::string::npos);
            RC_ASSERT(shown.find(wanted, at + 1) == std::string::npos);
        }
    }));
}
