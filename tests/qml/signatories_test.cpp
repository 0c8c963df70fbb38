// SPDX-License-Identifier: GPL-3.0-or-later
// Before a form is printed the screen says who signs it, and which form it is.
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/request_model.h"
#include "tests/qml/states.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace guichet::test {
namespace {

using ui::RequestModel;

/// The form, whether the person can't write answered by this choice (-1: not), before it is printed.
RequestModel &beforePrinting(Stage &stage, const char *form, int unable) {
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    auto &request = *stage.kiosk().request();
    request.chooseForm(formRow(form));
    request.next();
    request.toggleWhole();
    for (int row = 0; unable >= 0 && row < request.fields()->count(); ++row) {
        if (request.fields()->at(row, "label").toString().contains(QStringLiteral("signer vous-même"))) {
            request.chooseField(row, unable);
        }
    }
    while (request.stage() == RequestModel::Filling) {
        request.next();
    }
    stage.settle();
    return request;
}

} // namespace

TEST_CASE("who signs a form stands there before it is printed, and on what condition while that is open", "[ui]") {
    struct Case {
        const char *form;
        int unable;                     ///< 0 yes, 1 no, -1 not answered
        std::vector<std::string> about; ///< of each who signs
        bool elsewhere;
    };
    const std::string apart = "Peut signer un autre jour et ailleurs";
    const std::string unable = "Seulement si « La personne ne peut pas écrire ou signer elle-même » : Oui";
    const std::string both = "Seulement si « Rattachement demandé » : aux deux parents";
    const auto one = GENERATE_REF(Case{"vitale-loss", -1, {""}, false}, Case{"s3705", -1, {"", both}, false},
                                  Case{"trusted-person", -1, {"", apart, unable, unable}, true},
                                  Case{"trusted-person", 0, {"", apart, "", ""}, true},
                                  Case{"trusted-person", 1, {"", apart}, true});
    CAPTURE(one.form, one.unable);
    Stage stage;
    auto &request = beforePrinting(stage, one.form, one.unable);
    std::vector<std::string> about;
    for (int row = 0; row < request.signatories()->count(); ++row) {
        CHECK(request.signatories()->at(row, "label").toString() != QString());
        about.push_back(request.signatories()->at(row, "about").toString().toStdString());
    }
    CHECK(about == one.about);
    CHECK(stage.find("signatory0") != nullptr);
    CHECK(request.signedElsewhere().isEmpty() != one.elsewhere);
    CHECK((stage.find("signedElsewhere") != nullptr) == one.elsewhere);
    request.back(); // only there
    CHECK(request.signatories()->count() == 0);
    CHECK(request.signedElsewhere() == QString());
}

TEST_CASE("a form's official number and edition stand where it is chosen and before it is printed", "[ui]") {
    struct Case {
        const char *form;
        const char *words;
    };
    const auto one = GENERATE(Case{"s3705", "14445*02 / S3705, édition 2026-11"},
                              Case{"trusted-person", "Sans numéro officiel, édition 2026-11"});
    CAPTURE(one.form);
    const auto words = QString::fromUtf8(one.words);
    Stage stage;
    auto &request = beforePrinting(stage, one.form, -1);
    CHECK(request.forms()->at(formRow(one.form), "about").toString() == words);
    REQUIRE(stage.find("edition") != nullptr);
    CHECK(stage.find("edition")->property("text").toString() == QStringLiteral("Formulaire\u00a0: ") + words);
    stage.kiosk().openForms();
    auto &forms = *stage.kiosk().forms()->rows();
    const int before = forms.count() - request.forms()->count(); // the opt-outs
    CHECK(forms.at(before + formRow(one.form), "number").toString() == words);
}

} // namespace guichet::test
