// SPDX-License-Identifier: GPL-3.0-or-later
// Forms sought in the words of who needs one, on the screens that offer them.
#include "kiosk/catalogue/refusals.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/wording.h"
#include "tests/qml/counter.h"
#include "tests/qml/states.h"

#include <catch2/catch_test_macros.hpp>

#include <QTest>

namespace guichet::test {
namespace {

using ui::RequestModel;

QString words(const ui::RowModel &rows, int row, const char *role) { return rows.at(row, role).toString(); }

int allForms(Stage &stage) { return static_cast<int>(stage.kiosk().catalogue().forms().size()); }

} // namespace

TEST_CASE("what is typed on the request's screen leaves the forms that fit, and Enter chooses the first", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    stage.settle();
    auto &request = *stage.kiosk().request();
    REQUIRE(request.forms()->count() == allForms(stage));
    REQUIRE(stage.find("saidInput") != nullptr);
    CHECK(stage.find("saidInput")->hasActiveFocus()); // one can type at once
    for (const char letter : std::string_view("perdu carte")) {
        QTest::keyClick(&stage.window(), letter);
    }
    stage.settle();
    CHECK(request.said() == QStringLiteral("perdu carte"));
    REQUIRE(request.forms()->count() == 1);
    CHECK(words(*request.forms(), 0, "label").contains(QStringLiteral("carte Vitale")));
    CHECK(request.missing() != QString());
    QTest::keyClick(&stage.window(), Qt::Key_Return);
    CHECK(request.missing() == QString());
    request.next();
    CHECK(request.stage() == RequestModel::Filling);
    CHECK(request.title() == words(*request.forms(), 0, "label"));
}

TEST_CASE("a form that what is typed puts out of sight is not chosen any more", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    auto &request = *stage.kiosk().request();
    request.setSaid(QStringLiteral("carte"));
    request.chooseFirst();
    REQUIRE(request.missing() == QString());
    request.setSaid(QStringLiteral("carte perdue")); // still there
    CHECK(request.missing() == QString());
    request.setSaid(QStringLiteral("médecin"));
    CHECK(request.missing() != QString());
}

TEST_CASE("answers that were given go with their form", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    auto &request = *stage.kiosk().request();
    request.setSaid(QStringLiteral("bébé"));
    request.chooseFirst();
    request.next();
    request.chooseField(0, 0);
    REQUIRE(request.fields()->at(0, "picked").toInt() == 0);
    request.back();
    SECTION("and stay where it is chosen again") {
        request.chooseFirst();
        request.next();
        CHECK(request.fields()->at(0, "picked").toInt() == 0);
    }
    SECTION("and go where another is") {
        request.setSaid(QStringLiteral("médecin"));
        request.chooseFirst();
        request.setSaid(QStringLiteral("bébé"));
        request.chooseFirst();
        request.next();
        CHECK(request.fields()->at(0, "picked").toInt() == -1);
    }
}

TEST_CASE("where no form fits the whole list stays, and Enter chooses none of it", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    auto &request = *stage.kiosk().request();
    request.setSaid(QStringLiteral("permis de pêche"));
    stage.settle();
    CHECK(request.forms()->count() == allForms(stage));
    REQUIRE(stage.find("found") != nullptr);
    CHECK(stage.find("found")->property("text").toString() == ui::Wording::noForm());
    request.chooseFirst();
    CHECK(request.missing() != QString());
}

TEST_CASE("the blank form that was sought is the one that is printed", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.openForms();
    auto &forms = *counter.kiosk.forms();
    forms.setSaid(QStringLiteral("j’ai perdu ma carte"));
    REQUIRE(forms.rows()->count() == 1);
    forms.print(0);
    counter.answered(forms);
    CHECK(forms.done().contains(QStringLiteral("carte Vitale")));
    CHECK(counter.printer.sent() == 1);
    forms.print(1); // there is no such row any more
    CHECK_FALSE(forms.waiting());
}

TEST_CASE("one touch prints the sheet that explains a refusal", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.kiosk.openForms();
    auto &forms = *counter.kiosk.forms();
    forms.setSaid(QStringLiteral("carte"));
    forms.choose(2);
    CHECK_FALSE(forms.sought());
    CHECK(forms.said().isEmpty());
    const auto &refusals = kiosk::refusalsOf(counter.kiosk.catalogue());
    REQUIRE(forms.rows()->count() == static_cast<int>(refusals.size()));
    CHECK(words(*forms.rows(), 0, "number") == QString::fromStdString(refusals.front().laws.front().basis));
    forms.print(0);
    counter.answered(forms);
    CHECK(forms.done().startsWith(words(*forms.rows(), 0, "title")));
    CHECK(counter.printer.sent() == 1);
    counter.kiosk.back();
    counter.kiosk.openForms();
    CHECK(forms.sought()); // as it is found by the next one
}

TEST_CASE("what one person said they need is forgotten with the screen", "[ui]") {
    Stage stage;
    signIn(stage.kiosk());
    stage.kiosk().openForms();
    stage.kiosk().forms()->setSaid(QStringLiteral("carte"));
    stage.kiosk().back();
    stage.kiosk().openForms();
    CHECK(stage.kiosk().forms()->said() == QString());
    CHECK(stage.kiosk().forms()->rows()->count() > allForms(stage)); // and the opt-outs
    stage.kiosk().nextPerson();
    stage.kiosk().openRequest();
    stage.kiosk().request()->setSaid(QStringLiteral("carte"));
    stage.kiosk().nextPerson();
    CHECK(stage.kiosk().request()->said() == QString());
}

} // namespace guichet::test
