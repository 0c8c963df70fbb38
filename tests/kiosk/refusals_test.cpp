// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets that explain a refusal.
#include "kiosk/counter/refusals.h"

#include "base/text.h"
#include "kiosk/catalogue/refusals.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using storage::Role;
using test::must;

TEST_CASE_METHOD(test::ActFixture, "each refusal is explained on one page, with whom to write to and nobody's data",
                 "[refusals]") {
    set({{"remedy-mediator-address", "Le médiateur, 1 place de l’Exemple, 81000 VILLE"}});
    const std::uint64_t before = entriesWritten();
    for (const Refusal &refusal : refusalsOf(catalogue)) {
        CAPTURE(refusal.id);
        const MadePaper sheet = must(explainRefusal(desk, refusal.id, {}));
        CHECK(sheet.says.size() == 1 + refusal.blanks.size());
        if (refusal.blanks.empty()) { // else the forms come with it
            CHECK(sheet.pages == 1);
            CHECK(must(explainRefusal(desk, refusal.id, {printing::Layout::Standard, "en"})).pages == 2);
            CHECK(must(explainRefusal(desk, refusal.id, {printing::Layout::Large, {}})).pages <= 3);
        }
        const std::string text = test::onOneLine(replaceAll(test::pdfText(sheet.pdf), "\u00a0", " "));
        CHECK_THAT(text, ContainsSubstring("Ce que dit la loi") && ContainsSubstring(refusal.laws.front().basis));
        CHECK_THAT(text, !ContainsSubstring("PAT-TROIS"));
    }
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(test::ActFixture, "a sheet names its remedies as the agency has set them, and lacks none it needs",
                 "[refusals]") {
    const auto text = [&] {
        return test::onOneLine(
            replaceAll(test::pdfText(must(explainRefusal(desk, "decision", {})).pdf), "\u00a0", " "));
    };
    CHECK_THAT(text(), ContainsSubstring("Secrétariat de la commission") && !ContainsSubstring("médiateur") &&
                           ContainsSubstring("(à vérifier par la caisse)"));
    set({{"service-rules-checked", "yes"}});
    CHECK_THAT(text(), !ContainsSubstring("(à vérifier par la caisse)"));
    unset("remedy-appeal-address");
    CHECK(explainRefusal(desk, "decision", {}).error() ==
          Error{ErrorCode::MentionMissing, "remedy-appeal-address", {}});
}

TEST_CASE_METHOD(test::ActFixture, "what is not in the list is not explained, and an administrator prints nothing",
                 "[refusals]") {
    CHECK(explainRefusal(desk, "nothing", {}).error().code == ErrorCode::Nothing);
    CHECK(explainRefusal(desk, "silence", {printing::Layout::Standard, "xx"}).error().code == ErrorCode::BadValue);
    CHECK(explainRefusal(as(Role::Admin, "D01"), "silence", {}).error().code == ErrorCode::NotAllowed);
}
