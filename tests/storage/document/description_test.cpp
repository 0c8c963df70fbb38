// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/description.h"

#include "storage/document/parse.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guichet;
using namespace guichet::document;
using namespace guichet::test;

namespace {

const std::string kWhole = R"({
  "ins": "2 41 04 81 999 007 56", "ins_root": "1.2.250.1.213.1.4.10",
  "identifiers": [{"root": "1.2.250.1.999.9", "number": "12345"}],
  "birth_name": "MOULIN", "used_name": "GARNIER", "given_names": "Odile Rose", "born": "1941-04-03", "sex": "F",
  "birth_place": "ALBI", "birth_place_code": "81004",
  "title": "Résultat scanné", "category": "result", "date": "2026-03-12T09:30:00+01:00", "language": "fr-FR",
  "author": "Dr Lenoir", "organisation": "Laboratoire des Tilleuls", "visibility": "hidden-from-person",
  "set_id": "1.2.250.1.999.1^7", "version": 2, "remarks": [{"label": "Commentaire", "words": "À jeun"}]
})";

Document described(const std::string &json) { return must(readDescription(asBytes(json))); }

std::optional<ErrorCode> notTaken(const std::string &json) {
    const auto document = readDescription(asBytes(json));
    return document ? std::nullopt : std::optional(document.error().code);
}

} // namespace

TEST_CASE("a side file says whose a PDF is, what, when and from whom", "[document][description]") {
    const ReadOutcome outcome = must(parseDescribed(smallPdf(2), asBytes(kWhole)));
    CHECK(outcome.described);
    const Document &d = outcome.document;
    CHECK(d.patient.identifiers == std::vector<Identifier>{{"1.2.250.1.213.1.4.10", "241048199900756", "", ""},
                                                           {"1.2.250.1.999.9", "12345", "", ""}});
    CHECK(d.patient.birthName() == "MOULIN");
    CHECK(d.patient.usedName() == "GARNIER");
    CHECK(d.patient.givenNames() == "Odile Rose");
    CHECK(d.patient.birthTime.text == "19410403");
    CHECK(d.patient.sex.code == "F");
    CHECK(d.patient.birthPlaceName == "ALBI");
    CHECK(d.patient.birthPlaceCode() == "81004");
    CHECK(d.title == "Résultat scanné");
    CHECK(d.category == Category::Result);
    CHECK(d.kind.label() == "Résultat d’examen");
    CHECK(d.effectiveTime.text == "20260312093000+0100");
    CHECK(d.authorName() == "Dr Lenoir");
    CHECK(d.organizationName() == "Laboratoire des Tilleuls");
    CHECK(d.visibility.hiddenFromPerson);
    CHECK(d.setId == Identifier{"1.2.250.1.999.1", "7", "", ""});
    CHECK(d.version() == 2);
    CHECK(d.remarks == std::vector<Remark>{{"Commentaire", "À jeun"}});
    CHECK(d.nonXmlBody->pages == 2);
}

TEST_CASE("a side file may say little, and nothing is guessed", "[document][description]") {
    const ReadOutcome outcome = must(parseDescribed(smallPdf(), asBytes(R"({"ins": 2410481999007})")));
    CHECK(outcome.warnings == std::vector<Warning>{Warning::UnknownCode, Warning::NoDate});
    CHECK(outcome.document.patient.identifiers.front().root == kUnsaidInsRoot);
    CHECK(outcome.document.patient.identifiers.front().extension == "2410481999007");
    CHECK(outcome.document.title.empty());

    const auto nobody = parseDescribed(smallPdf(), asBytes(R"({"title": "Ordonnance"})"));
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == ErrorCode::NoPerson);
    const auto alone = parseDocument(smallPdf());
    REQUIRE_FALSE(alone);
    CHECK(alone.error().code == ErrorCode::NoPerson);
}

TEST_CASE("dates are taken as they are written, and what is none is a remark", "[document][description]") {
    struct Row {
        std::string written, read;
    };
    const Row row = GENERATE(Row{"2026-03-12", "20260312"}, Row{"2026-03", "202603"}, Row{"2026", "2026"},
                             Row{"20260312", "20260312"}, Row{"2026-03-12T08:30:00Z", "20260312083000+0000"},
                             Row{"2026-03-12 08:30", "202603120830"}, Row{"20260312083000+0100", "20260312083000+0100"},
                             Row{"12/03/2026", ""}, Row{"2026-13-01", ""}, Row{"2026-02-30", ""}, Row{"hier", ""});
    INFO(row.written);
    const Document d = described(R"({"birth_name": "A", "date": ")" + row.written + "\"}");
    CHECK(d.effectiveTime.text == row.read);
    CHECK(d.remarks == (row.read.empty() ? std::vector<Remark>{{"date", row.written}} : std::vector<Remark>{}));
}

TEST_CASE("a birth that is known in part stays so", "[document][description]") {
    const auto born = [](const std::string &text) {
        return described(R"({"birth_name": "A", "born": ")" + text + "\"}").patient.birthTime.text;
    };
    CHECK(born("1941-00-00") == "1941");
    CHECK(born("1941-04-00") == "194104");
    CHECK(born("19410000") == "1941");
    CHECK(born("1900") == "1900");
    CHECK(born("2000-10-10") == "20001010");
}

TEST_CASE("a document's code counts before its category, and several authors keep their order",
          "[document][description]") {
    const Document coded = described(R"({"birth_name": "A", "code": "57833-6", "code_system": "2.16.840.1.113883.6.1",
        "code_name": "Prescription de médicaments", "category": "other"})");
    CHECK(coded.category == Category::Prescription);
    CHECK(coded.kind.code == "57833-6");
    const Document unknown =
        described(R"({"birth_name": "A", "code": "X", "code_system": "1.2", "category": "hospital"})");
    CHECK(unknown.category == Category::Hospital);
    CHECK(unknown.kind.translations.front().code == "X");
    const Document authors = described(R"({"birth_name": "A", "author": ["A", "B"], "organisation": ["", "H"]})");
    REQUIRE(authors.byRole(Role::Author).size() == 2);
    CHECK(authors.byRole(Role::Author)[1]->organization->name() == "H");
}

TEST_CASE("a side file that can't be understood is refused", "[document][description]") {
    CHECK(notTaken("") == ErrorCode::Unreadable);
    CHECK(notTaken("[]") == ErrorCode::Unreadable);
    CHECK(notTaken("{") == ErrorCode::Unreadable);
    CHECK(notTaken(R"({"ins": "1", "ins": "2"})") == ErrorCode::Unreadable);
    CHECK(notTaken(R"({"ins": {"a": 1}})") == ErrorCode::Unreadable);
    CHECK(notTaken(R"({"birth_name": "A", "title": true})") == ErrorCode::Unreadable);
    CHECK(notTaken(R"({"birth_name": "A", "identifiers": "x"})") == ErrorCode::Unreadable);
    CHECK(notTaken(R"({"birth_name": "A", "visibility": "secret"})") == ErrorCode::Unreadable);
    CHECK(notTaken(std::string(100, '[')) == ErrorCode::Unreadable);
    CHECK(notTaken("\"" + std::string(70'000, 'x') + "\"") == ErrorCode::TooLarge);
    CHECK_FALSE(notTaken(R"({"birth_name": "A", "unknown": [1, 2], "title": null, "visibility": ["normal"]})"));
}

TEST_CASE("a side file of another encoding, or with characters that no text has, is read", "[document][description]") {
    CHECK(described(toLatin1(R"({"birth_name": "A", "title": "Résultat"})")).title == "Résultat");
    CHECK(described(toUtf16(R"({"birth_name": "A", "title": "Résultat"})", false)).title == "Résultat");
    CHECK(described("\xEF\xBB\xBF{\"ins\": \"2410481999007\"}").patient.identifiers.size() == 1);
    CHECK(described(R"({"birth_name": "A", "title": "a\u0000b\uFFFEc\n d"})").title == "a?b?c d");
}

TEST_CASE("a picture and a text are documents too where something says what they are", "[document][description]") {
    const Document picture = must(parseDescribed(smallPng(3, 2), asBytes(kWhole))).document;
    CHECK(picture.mediaType() == "image/png");
    const std::string text = R"({"birth_name": "A", "media_type": "text/plain"})";
    CHECK(must(parseDescribed(asBytes("Bonjour"), asBytes(text))).document.nonXmlBody->kind == MediaKind::Text);
    const auto word = parseDescribed(asBytes("\xD0\xCF\x11\xE0"),
                                     asBytes(R"({"birth_name": "A", "media_type": "application/msword"})"));
    REQUIRE_FALSE(word);
    CHECK(word.error().code == ErrorCode::UnsupportedMedia);
}

TEST_CASE("a number that can be nobody's identifies nobody", "[document][description]") {
    for (const char *number : {"0000000000000", "INCONNU", "1", "999"}) {
        INFO(number);
        const std::string json = std::string("{\"ins\": \"") + number + "\"}";
        const Document d = described(json);
        CHECK(d.patient.identifiers.empty());
        CHECK(d.remarks == std::vector<Remark>{{"ins", number}});
        const auto nobody = parseDescribed(smallPdf(), asBytes(json));
        REQUIRE_FALSE(nobody);
        CHECK(nobody.error().code == ErrorCode::NoPerson);
    }
    // A sender's own number is theirs, whatever it looks like.
    CHECK(described(R"({"identifiers": [{"root": "1.2.3", "number": "1"}]})").patient.identifiers.size() == 1);
}

TEST_CASE("two numbers of two people contradict each other", "[document][description]") {
    const auto read = [](const std::string &other) {
        return must(
            parseDescribed(smallPdf(), asBytes(R"({"identifiers": [{"root": "1.2.250.1.213.1.4.10", "number": ")" +
                                               testNir(2, 41, 4, 7) + R"("}, {"root": ")" + other + "\"}]}")));
    };
    CHECK(read("1.2.250.1.213.1.4.10\", \"number\": \"" + testNir(1, 60, 1, 3)).contradicted);
    CHECK_FALSE(read("1.2.250.1.213.1.4.11\", \"number\": \"" + testNir(2, 41, 4, 7)).contradicted);
    CHECK_FALSE(read("1.2.3\", \"number\": \"7").contradicted);
}

TEST_CASE("an empty file, and one that nobody calls a text, are no documents", "[document][description]") {
    const std::string side = R"({"birth_name": "A"})";
    const auto refusedFor = [&](std::string_view file) {
        const auto outcome = parseDescribed(asBytes(file), asBytes(side));
        return outcome ? std::nullopt : std::optional(outcome.error().code);
    };
    CHECK(refusedFor("") == ErrorCode::Unreadable);
    CHECK(refusedFor(std::string(100, '\0')) == ErrorCode::UnsupportedMedia);
    CHECK(refusedFor("Bonjour") == ErrorCode::UnsupportedMedia);
}
