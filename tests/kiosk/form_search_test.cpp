// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/catalogue/form_search.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace guichet;
using namespace guichet::kiosk;
using test::must;

namespace {

const Catalogue &allForms() {
    static const Catalogue catalogue = must(Catalogue::load(Catalogue::installedFolder()));
    return catalogue;
}

std::vector<std::string> idsOf(const FoundForms &found) {
    std::vector<std::string> ids;
    for (const Form *form : found.forms) {
        ids.push_back(form->id);
    }
    return ids;
}

std::string bestFor(std::string_view said) {
    const FoundForms found = findForms(allForms(), said);
    return found.nothing || found.forms.size() == allForms().forms().size() ? "" : found.forms.front()->id;
}

} // namespace

TEST_CASE("a form is found by what people say", "[catalogue]") {
    const auto [said, id] = GENERATE(table<std::string, std::string>({
        {"j’ai perdu ma carte", "vitale-loss"},
        {"j'ai perdu ma carte", "vitale-loss"},
        {"jai perdu ma carte", "vitale-loss"},
        {"on m'a volé mon sac", "vitale-loss"},
        {"la carte ne passe plus à la pharmacie", "vitale-loss"},
        {"changer de médecin", "s3704"},
        {"MEDECIN TRAITANT", "s3704"},
        {"me\u0301decin", "s3704"}, // its accent apart
        {"nouveau docteur", "s3704"},
        {"ma fille est née", "s3705"},
        {"bébé", "s3705"},
        {"garde alternée", "s3705"},
        {"I lost my card", "vitale-loss"},
        {"my daughter was born", "s3705"},
        {"S3704", "s3704"},
        {"14445", "s3705"},
        {"ayant droit", "s3705"},
        {"personne de confiance", "trusted-person"},
        {"100 %", "s3501"},
        {"être à 100%", "s3501"},
        {"bus", "s3140"},
        {"VSL", "s3139"}, // what is asked before it is taken
        {"payé le VSL", "s3140"},
        {"IJ", "daily-allowance-attestation"},
        {"soigné au Maroc", "s3125"},
        {"mariage", "name-change"},
        {"déménagement", "address-change"},
        {"tiers payant", "message"},
        {"je veux voir quelqu’un", "appointment"},
        {"je ne suis pas d’accord", "appeal-cra"},
    }));
    INFO(said);
    CHECK(bestFor(said) == id);
}

TEST_CASE("a form is found by the beginnings of words, and with one slip", "[catalogue]") {
    const auto [said, id] = GENERATE(table<std::string, std::string>({
        {"med", "s3704"},
        {"méde", "s3704"},
        {"medcin", "s3704"},       // one too few
        {"meddecin", "s3704"},     // one too many
        {"medexin", "s3704"},      // another one
        {"mdeecin", "s3704"},      // two that changed places
        {"medci", "s3704"},        // one too few, and not at its end yet
        {"généralistes", "s3704"}, // a plural
        {"lenfant", "s3705"},      // the apostrophe was dropped
        {"crte", "vitale-loss"},   // four letters of five,
        {"phramacie", "vitale-loss"},
    }));
    INFO(said);
    CHECK(bestFor(said) == id);
}

TEST_CASE("words that say nothing, and those that are only begun, leave the whole list", "[catalogue]") {
    const std::string said = GENERATE("", "   ", "j’ai", "je voudrais", "j'", "ca", "me d", "--- ' !");
    INFO(said);
    const FoundForms found = findForms(allForms(), said);
    CHECK_FALSE(found.nothing);
    CHECK(found.forms.size() == allForms().forms().size());
}

TEST_CASE("where no form fits, that is said and the whole list is there", "[catalogue]") {
    const std::string said = GENERATE("xylophone", "mdxxcin", "cqrtw", "permis de pêche", "ماء بارد");
    INFO(said);
    const FoundForms found = findForms(allForms(), said);
    CHECK(found.nothing);
    CHECK(idsOf(found) == idsOf(findForms(allForms(), "")));
}

TEST_CASE("the form that most words fit comes first, and what fits far less is left out", "[catalogue]") {
    // "carte" alone is said for many forms; "enfant" and "mettre" for few of them.
    const std::size_t many = idsOf(findForms(allForms(), "carte")).size();
    CHECK(many > 5);
    CHECK(many < 20);
    CHECK(idsOf(findForms(allForms(), "mettre mon enfant sur la carte")).front() == "s3705");
    CHECK(idsOf(findForms(allForms(), "mettre mon enfant sur la carte")).size() < many);
    CHECK(idsOf(findForms(allForms(), "perdu carte")) == std::vector<std::string>{"vitale-loss"});
    CHECK(idsOf(findForms(allForms(), "carte")).front() == "vitale-loss"); // which is about it most
    // As many words of both: those that stand in one sentence go first.
    CHECK(idsOf(findForms(allForms(), "nouvelle carte")).front() == "vitale-loss");
    CHECK(idsOf(findForms(allForms(), "ajouter carte")).front() == "s3705");
}

TEST_CASE("case, accents, apostrophes, gaps and doubled words change nothing of what is found", "[catalogue]") {
    const auto [said, same] = GENERATE(table<std::string, std::string>({
        {"j’ai perdu ma carte", "J'AI  PERDU, ma... carte"},
        {"ma fille est née", "ma fille est nee"},
        {"changer de médecin", "changer de medecin medecin"},
    }));
    INFO(said);
    CHECK(idsOf(findForms(allForms(), said)) == idsOf(findForms(allForms(), same)));
}

TEST_CASE("whatever is sought, each form is found at most once and never none at all", "[catalogue]") {
    CHECK(rc::check([](const std::string &said) {
        const FoundForms found = findForms(allForms(), said);
        RC_ASSERT(!found.forms.empty());
        std::vector<const Form *> forms = found.forms;
        std::ranges::sort(forms);
        RC_ASSERT(std::ranges::adjacent_find(forms) == forms.end());
        RC_ASSERT(!found.nothing || forms.size() == allForms().forms().size());
    }));
}

TEST_CASE("what can be opposed is found by what people say, and not by what a form is for", "[catalogue]") {
    for (const Scope &scope : allForms().scopes()) {
        for (const auto &[language, said] : scope.said.byLanguage) {
            for (const std::string &one : said) {
                INFO(one);
                const auto found = findForms(allForms(), one).scopes;
                REQUIRE(!found.empty());
                CHECK(found.front()->id == scope.id);
            }
        }
    }
    CHECK(findForms(allForms(), "").scopes.size() == 10);
    CHECK(findForms(allForms(), "j’ai perdu ma carte").scopes.empty());
    CHECK(findForms(allForms(), "changer de médecin traitant").scopes.empty());
    CHECK(findForms(allForms(), "xylophone").scopes.empty());
}

TEST_CASE("each sentence of the catalogue finds its own form first", "[catalogue]") {
    for (const Form &form : allForms().forms()) {
        for (const auto &[language, said] : form.said.byLanguage) {
            for (const std::string &one : said) {
                INFO(one);
                CHECK(findForms(allForms(), one).forms.front()->id == form.id);
            }
        }
    }
}
