// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/record_paper.h"
#include "tests/kiosk/papers/outline.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace guichet;
using namespace guichet::kiosk::papers;
using Catch::Matchers::ContainsSubstring;
using document::MediaKind;
using test::el;
using test::outline;
using test::txt;

namespace {

document::Media media(std::string id, MediaKind kind) {
    document::Media media;
    media.id = std::move(id);
    media.mediaType = "application/pdf";
    media.kind = kind;
    media.pages = kind == MediaKind::Pdf ? 3 : 0;
    media.bytes = {1, 2, 3};
    return media;
}

document::Document sample() {
    document::Document document;
    document.title = "Compte rendu";
    document.category = document::Category::Result;
    document.effectiveTime.text = "20200317";
    document.patient.identifiers = {{.root = std::string(document::kTestNirRoot), .extension = "279039999999989"}};
    document::Section section;
    section.title = "Conclusion";
    section.narrative = el("text", {}, {txt("Rien à signaler")});
    document.sections = {section};
    return document;
}

/// With a section that holds a PDF copy of the whole.
document::Document withCopy(document::Document document) {
    document::Section section;
    section.title = "Copie";
    section.templates = {std::string(document::kDocumentCopySectionTemplate)};
    section.narrative = el("text", {}, {txt("Copie du document")});
    section.media = {media("A", MediaKind::Pdf)};
    document.sections.push_back(std::move(section));
    return document;
}

RecordPaper paperOf(const document::Document &document) { return recordPaper(document, {}); }

} // namespace

TEST_CASE("the footer says that it is a copy, of whose document, with its hash", "[papers]") {
    document::Document document = sample();
    document.sourceSha256 = sha256("source");
    const RecordPaper copy = paperOf(document);
    const std::string note = copy.paper.footer.note.front().text;
    CHECK_THAT(note, ContainsSubstring("Copie faite au guichet à partir d’un document émis par un auteur non indiqué"));
    CHECK_THAT(note, ContainsSubstring(toHex(sha256("source"))));
    CHECK(copy.paper.title == "Compte rendu");
    CHECK(copy.notShown.empty());
}

TEST_CASE("a PDF's pages come after the text, once, and the text says where", "[papers]") {
    document::Document document = sample();
    document.sections[0].media = {media("A", MediaKind::Pdf)};
    document.sections[0].narrative = el("text", {},
                                        {el("renderMultiMedia", {{"referencedObject", "A"}}), txt("puis"),
                                         el("renderMultiMedia", {{"referencedObject", "A"}})});
    const std::string shown = outline(paperOf(document).paper.blocks);
    CHECK_THAT(shown,
               ContainsSubstring("P [Document PDF joint n° 1, 3 page(s), à la suite de ce texte]\nP puis\nP [Document "
                                 "PDF joint n° 1"));
    const std::size_t at = shown.find("PDF 3\n");
    REQUIRE(at != std::string::npos);
    CHECK(shown.find("PDF 3\n", at + 1) == std::string::npos);
}

TEST_CASE("a document that is a PDF begins where its text would, before the rest of its header", "[papers]") {
    document::Document document = sample();
    document.sections.clear();
    document.nonXmlBody = media("", MediaKind::Pdf);
    const std::string shown = outline(paperOf(document).paper.blocks);
    const std::size_t at = shown.find("PDF 3\n");
    REQUIRE(at != std::string::npos);
    CHECK(shown.find("PDF 3\n", at + 1) == std::string::npos);
    CHECK(shown.find("Numéros") < at);
    CHECK(shown.find("À propos de ce document") > at);
}

TEST_CASE("a PDF's pages lie on paper as they lie in it", "[papers]") {
    document::Document document = sample();
    document.sections[0].media = {media("A", MediaKind::Pdf)};
    document.sections[0].media[0].pageSizes = {{210, 297, 0}, {297, 210, 90}, {297, 210, 0}};
    for (const printing::Block &block : paperOf(document).paper.blocks) {
        if (const auto *pages = std::get_if<printing::ForeignPages>(&block.content)) {
            CHECK(pages->sideways == std::vector<bool>{false, true, true});
            return;
        }
    }
    FAIL("the PDF is not there");
}

TEST_CASE("words that a PDF holds and does not show are in the list of what is missing", "[papers]") {
    document::Document document = sample();
    document.sections[0].media = {media("A", MediaKind::Pdf)};
    document.sections[0].media[0].notes = {{1, "à revoir"}};
    const RecordPaper copy = paperOf(document);
    REQUIRE(copy.notShown.size() == 1);
    CHECK_THAT(copy.notShown[0].what, ContainsSubstring("page 2 du document joint n° 1"));
    CHECK_THAT(copy.notShown[0].reason, !ContainsSubstring("à revoir"));
    const std::string shown = outline(copy.paper.blocks);
    CHECK(shown.find("« à revoir »") > shown.find("PDF 3\n"));
    CHECK_THAT(shown, ContainsSubstring("« à revoir »"));
}

TEST_CASE("a PDF's fonts whose letters nobody has are in the list of what is missing", "[papers]") {
    document::Document document = sample();
    document.sections[0].media = {media("A", MediaKind::Pdf)};
    document.sections[0].media[0].missingFonts = {{2, "Wingdings"}};
    const RecordPaper copy = paperOf(document);
    REQUIRE(copy.notShown.size() == 1);
    CHECK_THAT(copy.notShown[0].what, ContainsSubstring("lettres à partir de la page 3 du document joint n° 1"));
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring("« Wingdings »"));
}

TEST_CASE("a media that no text refers to is printed all the same", "[papers]") {
    document::Document document = sample();
    document.sections[0].media = {media("A", MediaKind::Pdf)};
    CHECK_THAT(outline(paperOf(document).paper.blocks), ContainsSubstring("PDF 3\n"));
}

TEST_CASE("a PDF that the document declares its copy is not printed beside its text, and is named", "[papers]") {
    const RecordPaper copy = paperOf(withCopy(sample()));
    CHECK_THAT(outline(copy.paper.blocks), !ContainsSubstring("PDF 3\n"));
    REQUIRE(copy.notShown.size() == 1);
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring("Ce qui n’est pas sur ce papier"));
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring(copy.notShown[0].what));
    CHECK_THAT(copy.notShown[0].reason, ContainsSubstring("le document le déclare"));
}

TEST_CASE("a PDF that is declared a copy of a document without text is printed: it is all there is", "[papers]") {
    document::Document document = sample();
    const bool empty = GENERATE(true, false);
    if (empty) {
        document.sections[0].narrative = el("text", {}, {txt(" \n")});
    } else {
        document.sections.clear();
    }
    document = withCopy(std::move(document));
    const RecordPaper copy = paperOf(document);
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring("PDF 3\n"));
    CHECK(copy.notShown.empty());
}

TEST_CASE("what can't be printed is named with its reason, once", "[papers]") {
    const auto [problem, words] = GENERATE(table<ErrorCode, std::string>({
        {ErrorCode::Encrypted, "mot de passe"},
        {ErrorCode::Unreadable, "endommagé"},
        {ErrorCode::TooLarge, "trop gros"},
        {ErrorCode::FileNotFound, "adresse"},
        {ErrorCode::UnsupportedMedia, "ne s’imprime pas"},
    }));
    document::Document document = sample();
    document.nonXmlBody = media("", MediaKind::NotShown);
    document.nonXmlBody->problem = problem;
    document.sections.clear();
    const RecordPaper copy = paperOf(document);
    REQUIRE(copy.notShown.size() == 1);
    CHECK_THAT(copy.notShown[0].reason, ContainsSubstring(words));
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring(words));
}

TEST_CASE("two things that can't be printed are told apart by what they are and where they stand", "[papers]") {
    document::Document document = sample();
    const auto add = [](document::Section &section, std::string id) {
        section.media.push_back(media(std::move(id), MediaKind::NotShown));
        section.media.back().problem = ErrorCode::Unreadable;
    };
    document.sections.push_back(document.sections[0]);
    document.sections[1].title = "Suite";
    add(document.sections[0], "A");
    add(document.sections[0], "B");
    add(document.sections[1], "A");
    const RecordPaper copy = paperOf(document);
    REQUIRE(copy.notShown.size() == 3);
    CHECK(copy.notShown[0].what == "Un contenu de type « application/pdf », « A », dans la partie « Conclusion »");
    CHECK(copy.notShown[1].what == "Un contenu de type « application/pdf », « B », dans la partie « Conclusion »");
    CHECK(copy.notShown[2].what == "Un contenu de type « application/pdf », « A », dans la partie « Suite »");
}

TEST_CASE("sections are printed in order and to any depth, the empty ones said to be", "[papers]") {
    document::Document document = sample();
    document::Section inner;
    inner.title = "Dedans";
    inner.nullFlavor = "NASK";
    document.sections[0].sections = {inner};
    document::Section second;
    second.code.displayName = "Antécédents";
    document.sections.push_back(second);
    CHECK_THAT(
        outline(paperOf(document).paper.blocks),
        ContainsSubstring("H2 Conclusion\nP Rien à signaler\nH3 Dedans\nP non demandé\nH2 Antécédents\nP Rien n’est "
                          "écrit dans cette partie.\n"));
}

TEST_CASE("every name of the person is on the paper, however it is written", "[papers]") {
    using enum document::NamePart::Kind;
    document::Document document = sample();
    document.patient.names = {{.use = "L",
                               .parts = {{Prefix, "MME", {}, {}},
                                         {Family, "MOULIN", "BR", {}},
                                         {Family, "GARNIER", "SP", {}},
                                         {Family, "VIDAL", "CL", {}},
                                         {Given, "Odile Rose", {}, {}},
                                         {Given, "Odile", "BR", {}},
                                         {Suffix, "DR", {}, {}}}},
                              {.use = "P", .parts = {{Family, "LUNE", {}, {}}, {Given, "Ada", {}, {}}}},
                              {.use = "L", .parts = {{Family, "MOULIN", {}, {}}}},
                              {.use = "A", .parts = {{Text, "La Belle Odile", {}, {}}}}};
    const std::string shown = outline(paperOf(document).paper.blocks);
    CHECK_THAT(shown, ContainsSubstring(" Civilité:\n  P MME\n Nom du conjoint:\n  P GARNIER\n Titre:\n  P DR\n"
                                        " Autre nom:\n  P Ada LUNE (pseudonyme)\n Autre nom:\n"
                                        "  P La Belle Odile (nom d’artiste)\n Numéros"));
}

TEST_CASE("a person whose name has no parts is named, on each page", "[papers]") {
    document::Document document = sample();
    document.patient.names = {{.parts = {{document::NamePart::Kind::Text, "Odile MOULIN", {}, {}}}}};
    const RecordPaper copy = paperOf(document);
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring(" Nom:\n  P Odile MOULIN\n"));
    CHECK_THAT(copy.paper.running.front().text, ContainsSubstring("Odile MOULIN"));
}

TEST_CASE("what a function is called in the document's own words, and what set it replaces, is said", "[papers]") {
    document::Document document = sample();
    document::Participant someone;
    someone.functionCode = {.code = "PCP", .displayName = "Médecin traitant", .originalText = "médecin de famille"};
    document.participants = {someone};
    document.related = {{.typeCode = "RPLC", .setId = {.root = "1.2.3", .extension = "LOT"}, .versionNumber = "6"}};
    const std::string shown = outline(paperOf(document).paper.blocks);
    CHECK_THAT(shown, ContainsSubstring(" Médecin traitant:\n  P médecin de famille\n"));
    CHECK_THAT(shown, ContainsSubstring(" Remplace:\n  P lot de versions LOT (1.2.3) ; version 6\n"));
}

TEST_CASE("the same document gives the same digest, another text another one", "[papers]") {
    const Digest digest = printing::digestOf(paperOf(sample()).paper);
    CHECK(digest == printing::digestOf(paperOf(sample()).paper));
    document::Document other = sample();
    other.sections[0].title = "Autre";
    CHECK(digest != printing::digestOf(paperOf(other).paper));
}

TEST_CASE("a record in Arabic is set from the right, and our words around it stay French", "[papers]") {
    document::Document document = sample();
    document.language = "ar-SA";
    document.sections[0].title = "خلاصة";
    document.sections[0].narrative =
        el("text", {}, {el("table", {}, {el("tr", {}, {el("td", {{"align", "left"}}, {txt("دواء")})})})});
    document::Section french = sample().sections[0];
    french.language = "fr-FR";
    document.sections.push_back(french);
    document.sections.emplace_back();
    document.patient.names = {{.parts = {{document::NamePart::Kind::Family, "مولان", "BR", {}}}}};
    const RecordPaper copy = paperOf(document);
    const std::string shown = outline(copy.paper.blocks);
    CHECK_THAT(shown, ContainsSubstring("IN ar-SA\n H2 خلاصة\nIN ar-SA\n TABLE\n  row\n   cell end\n    P دواء\n"
                                        "H2 Conclusion\nP Rien à signaler\nP Rien n’est écrit dans cette partie.\n"));
    CHECK_THAT(shown, ContainsSubstring("Nom de naissance:\n  P \u200E\u2068مولان\u2069\n"));
    CHECK_THAT(copy.paper.running.front().text, ContainsSubstring(" · \u200E\u2068مولان\u2069 · "));
}

TEST_CASE("characters without a glyph are named as not shown", "[papers]") {
    const RecordPaper copy = recordPaper(sample(), {.lacking = {0xE000, 0x1F600}});
    REQUIRE(copy.notShown.size() == 1);
    CHECK(copy.notShown[0].what == "Caractères que nos polices n’ont pas : U+E000, U+1F600");
    CHECK_THAT(outline(copy.paper.blocks), ContainsSubstring(copy.notShown[0].what));
}
