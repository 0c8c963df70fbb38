// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/speech.h"
#include "kiosk/papers/spoken_words.h"
#include "tests/support/approved.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

using namespace guichet;
using namespace guichet::kiosk;
using namespace guichet::kiosk::papers;
using test::must;

namespace {

Texts texts(const std::string &language = "fr") {
    static const Catalogue loaded = must(Catalogue::load(Catalogue::installedFolder()));
    return {loaded, language, must(parseDate("2026-11-24"))};
}

struct Case {
    const char *written;
    const char *said;
};

printing::Cell cell(const std::string &text) {
    printing::Cell made;
    if (!text.empty()) {
        made.blocks.push_back(printing::text(text));
    }
    return made;
}

printing::Row row(const std::vector<std::string> &texts) {
    printing::Row made;
    for (const auto &text : texts) {
        made.cells.push_back(cell(text));
    }
    return made;
}

std::string saidOf(const printing::Blocks &blocks, const std::string &language = "fr") {
    std::string all;
    for (const auto &sentence : speechOf(blocks, texts(language))) {
        all += sentence.said + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("numbers, dates, amounts and abbreviations are said as one says them in French", "[speech]") {
    const auto [written, said] = GENERATE(
        // numbers of people
        Case{"2 79 03 51 215 189 89", "2, 79, 03, 51, 215, 189, clé 89"},
        Case{"Numéro : 2 79 03 51 215 189 89.", "Numéro : 2, 79, 03, 51, 215, 189, clé 89."},
        Case{"279035121518989", "2, 79, 03, 51, 215, 189, clé 89"},
        Case{"1 85 02 2A 004 012 34", "1, 85, 02, 2A, 004, 012, clé 34"},
        Case{"2790351215189", "2, 79, 03, 51, 215, 189"}, Case{"2 79 03 •• ••• ••• ••", "2 79 03 chiffres masqués"},
        Case{"RPPS 10001234567", "R P P S 10, 00, 12, 34, 56, 7"}, Case{"K7-3F9Q-M2XD-4", "K 7, 3 F 9 Q, M 2 X D, 4"},
        Case{"(K7-3F9Q-M2XD-4).", "(K 7, 3 F 9 Q, M 2 X D, 4)."},
        // dates and times
        Case{"née le 28/03/1979", "née le 28 mars 1979"}, Case{"2026-12-01,", "1er décembre 2026,"},
        Case{"31/02/1979", "31/02/1979"}, Case{"à 16:05", "à 16 heures 5"}, Case{"à 16h49.", "à 16 heures 49."},
        Case{"à 9 h 15", "à 9 heures 15"}, Case{"12:75", "12:75"},
        // amounts
        Case{"12,50 €", "12 euros 50"}, Case{"12,50€ remboursés", "12 euros 50 remboursés"}, Case{"1 €", "1 euro"},
        Case{"1 234,50 €", "1234 euros 50"}, Case{"12,00 €", "12 euros"}, Case{"−3,20 €", "moins 3 euros 20"},
        // measures
        Case{"5,2 mmol/L", "5,2 millimoles par litre"}, Case{"0,95 g/l", "0,95 grammes par litre"},
        Case{"500 mg", "500 milligrammes"}, Case{"500mg", "500 milligrammes"}, Case{"250 µg", "250 microgrammes"},
        Case{"12,5 g/dL", "12,5 grammes par décilitre"}, Case{"140 000 /mm3", "140000 par millimètre cube"},
        Case{"7,4 G/L", "7,4 milliards par litre"}, Case{"37,5 °C", "37,5 degrés"}, Case{"5 %", "5 pour cent"},
        Case{"120 mmHg", "120 millimètres de mercure"}, Case{"3/jour", "3 par jour"},
        Case{"mmol/L", "millimoles par litre"}, Case{"90 mL/min/m2", "90 millilitres par minute par mètre carré"},
        Case{"800 UI", "800 unités internationales"}, Case{"<5 mg/L", "inférieur à 5 milligrammes par litre"},
        Case{"≥ 12", "au moins 12"}, Case{"12 L", "12 litres"},
        // abbreviations and articles
        Case{"n° 3", "numéro 3"}, Case{"Dr Exemple", "docteur Exemple"}, Case{"M. Essai", "monsieur Essai"},
        Case{"CSP L1111-13-1", "code de la santé publique L 1111 tiret 13 tiret 1"},
        Case{"(CRPA L231-1)", "(code des relations entre le public et l’administration L 231 tiret 1)"},
        Case{"RGPD, art. 12", "règlement général sur la protection des données, article 12"},
        Case{"appel au 3422", "appel au 34 22"},
        // what is not read out
        Case{"Fait à …………………… le …… / …… / …………", "Fait à le"}, Case{"A — B", "A, B"},
        Case{"☐ illisible", "à cocher : illisible"},
        Case{"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "un long code, à lire sur le papier"},
        // what has no rule stays
        Case{"05 00 00 00 01", "05 00 00 00 01"}, Case{"36 46", "36 46"}, Case{"rendez-vous", "rendez-vous"},
        Case{"L’espace (« Mon espace santé »)", "L’espace (« Mon espace santé »)"}, Case{"", ""}, Case{"…", ""});
    CAPTURE(written);
    CHECK(spokenWords(written, texts()) == said);
}

TEST_CASE("the same in English, and in other languages what needs no words", "[speech]") {
    CHECK(spokenWords("2 79 03 51 215 189 89", texts("en")) == "2, 79, 03, 51, 215, 189, key 89");
    CHECK(spokenWords("born 28/03/1979", texts("en")) == "born 28 March 1979");
    CHECK(spokenWords("5.2 mmol/L", texts("en")) == "5.2 millimoles per litre");
    CHECK(spokenWords("M. 12.50 €", texts("en")) == "M. 12 euros 50");
    CHECK(spokenWords("2 79 03 51 215 189 89", texts("ar")) == "2, 79, 03, 51, 215, 189, , 89");
    CHECK(spokenWords("K7-3F9Q-M2XD-4", texts("es")) == "K 7, 3 F 9 Q, M 2 X D, 4");
    CHECK(spokenWords("500 mg, art. 12", texts("pt")) == "500 mg, art. 12");
}

TEST_CASE("whatever is written can be said", "[speech]") {
    const auto piece =
        rc::gen::element<std::string>("2", "79", "279035121518989", "•", " ", "…", "-", "€", "1 234,5", "/", "\u00a0",
                                      "mg/L", "K7-3F9Q", ".", "é", "\xff", "(", "28/03/1979");
    CHECK(rc::check([&] {
        std::string text;
        for (const auto &part : *rc::gen::container<std::vector<std::string>>(piece)) {
            text += part;
        }
        const auto said = spokenWords(text, texts());
        RC_ASSERT(said.size() <= 60 * text.size());
        RC_ASSERT(spokenWords("Bonjour " + text, texts()).starts_with("Bonjour"));
    }));
}

TEST_CASE("a table is said row by row, each cell after the head of its column", "[speech]") {
    printing::Table table;
    table.caption = printing::plain("Biochimie");
    table.head.push_back(row({"Analyse", "Résultat", "Unité"}));
    table.body.push_back(row({"Glycémie", "5,2", "mmol/L"}));
    table.body.push_back(row({"Créatinine", "", "µmol/L"}));
    CHECK(saidOf({{table}}) == "Biochimie\n"
                               "Tableau, 2 lignes.\n"
                               "Analyse : Glycémie. Résultat : 5,2. Unité : millimoles par litre.\n"
                               "Analyse : Créatinine. Unité : micromoles par litre.\n");
    SECTION("cells that span columns and rows keep the heads of their own columns") {
        printing::Table spanned;
        auto head = row({"Mesure", "Valeurs"});
        head.cells[0].rows = 2;
        head.cells[1].columns = 2;
        spanned.head = {head, row({"matin", "soir"})};
        auto first = row({"Tension", "12", "13"});
        first.cells[0].rows = 2;
        spanned.body = {first, row({"11", "14"})};
        CHECK(saidOf({{spanned}}) == "Tableau, 2 lignes.\n"
                                     "Mesure : Tension. Valeurs matin : 12. Valeurs soir : 13.\n"
                                     "Valeurs matin : 11. Valeurs soir : 14.\n");
    }
    SECTION("without a head the first of two cells names the other") {
        printing::Table answers;
        answers.body = {row({"Nom du médecin", "Dr Exemple"}), row({"Adresse", "1 rue\nVILLE"})};
        CHECK(saidOf({{answers}}) == "Nom du médecin : docteur Exemple.\nAdresse : 1 rue\nVILLE\n");
    }
}

TEST_CASE("sentences are parted where one ends, not after abbreviations", "[speech]") {
    const auto [text, count] =
        GENERATE(std::pair{"Un. Deux ! Trois ? Quatre.", 4}, std::pair{"Vu par le Dr. Essai le 3.", 1},
                 std::pair{"M. D. P. Exemple est venu. Il revient.", 2}, std::pair{"5,2 g. par jour", 1},
                 std::pair{"Une ligne\nune autre", 2}, std::pair{"À midi. Écrire.", 2}, std::pair{"هل توافق؟ نعم.", 2});
    CAPTURE(text);
    CHECK(speechOf({printing::text(text)}, texts()).size() == static_cast<std::size_t>(count));
}

TEST_CASE("a text without an end is said in pieces that can be stopped", "[speech]") {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "mot ";
    }
    const auto speech = speechOf({printing::text(text)}, texts());
    CHECK(speech.size() > 40);
    for (const auto &sentence : speech) {
        CHECK(sentence.said.size() <= 420);
    }
}

TEST_CASE("each sentence names its own language, and who listens is told what no voice can read", "[speech]") {
    printing::Run arabic{"مرحبا"};
    arabic.language = "ar";
    printing::ForeignPages pages{nullptr, 3, {}, "Compte rendu"};
    printing::Image picture;
    picture.alternative = "Radiographie du poignet";
    printing::Paragraph fine{printing::plain("GUICHET1:ABC"), printing::Align::Start, printing::Paragraph::Kind::Fine};
    const auto speech = speechOf(
        {printing::text(printing::Runs{{"Bonjour. "}, arabic}), {picture}, {pages}, {fine}, {printing::Rule{}}},
        texts());
    REQUIRE(speech.size() == 5);
    CHECK(speech[0] == Sentence{"Bonjour.", "Bonjour.", "fr", false});
    CHECK(speech[1].language == "ar");
    CHECK(speech[2].said == "Image : Radiographie du poignet.");
    CHECK(speech[3].said == "Compte rendu : 3 pages en image.");
    CHECK(speech[4].said == "La voix ne peut pas les lire.");
}
