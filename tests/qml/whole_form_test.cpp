// SPDX-License-Identifier: GPL-3.0-or-later
// A form's questions a few at a time, or all on one page.
#include "kiosk/ui/request_model.h"
#include "tests/qml/states.h"

#include <catch2/catch_test_macros.hpp>

#include <QTest>

namespace guichet::test {
namespace {

using ui::RequestModel;

/// Parents, of whom the second is asked only for a child of both, and a list of children with their dates of birth.
RequestModel &openForm(Stage &stage) {
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    auto &request = *stage.kiosk().request();
    request.chooseForm(formRow("s3705"));
    request.next();
    stage.settle();
    return request;
}

int rowOf(const RequestModel &request, ui::RowModel &fields, const char *label) {
    for (int row = 0; row < fields.count(); ++row) {
        if (fields.at(row, "label").toString().contains(QString::fromUtf8(label))) {
            return row;
        }
    }
    FAIL("no such question on page " << request.page() << ": " << label);
    return -1;
}

int firstDate(ui::RowModel &fields) {
    for (int row = 0; row < fields.count(); ++row) {
        if (fields.at(row, "hint").toString().startsWith(QStringLiteral("0304"))) {
            return row;
        }
    }
    return -1;
}

bool inSight(Stage &stage, const QQuickItem &item) {
    const auto place = item.mapRectToScene(item.boundingRect());
    const auto *bar = stage.find("back");
    return place.top() >= 0 && place.bottom() <= bar->mapToScene({0, 0}).y();
}

QStringList answersOf(RequestModel &request) {
    while (request.stage() == RequestModel::Filling) {
        request.next();
    }
    QStringList all;
    for (int row = 0; row < request.answers()->count(); ++row) {
        all.push_back(request.answers()->at(row, "value").toString());
    }
    return all;
}

} // namespace

TEST_CASE("a form is filled in page by page or whole, and nothing written is lost in between", "[ui]") {
    Stage stage;
    auto &request = openForm(stage);
    const auto few = request.fields()->count();
    REQUIRE(stage.find("otherView") != nullptr);
    request.setField(0, {});
    request.chooseField(0, 1);
    request.next();
    request.setField(0, QStringLiteral("Essai Odile"));
    const auto page = request.page();
    REQUIRE(page == 1);

    request.toggleWhole();
    stage.settle();
    CHECK(request.whole());
    CHECK(request.fields()->count() > few + 2);
    CHECK(request.fields()->at(0, "picked").toInt() == 1);
    CHECK(request.fields()->at(few, "value").toString() == QStringLiteral("Essai Odile"));
    CHECK(stage.find(QStringLiteral("field%1Input").arg(few))->hasActiveFocus()); // where one was
    const auto date = firstDate(*request.fields());
    REQUIRE(date > 1);
    request.setField(date, QStringLiteral("03112026"));

    request.toggleWhole();
    stage.settle();
    CHECK_FALSE(request.whole());
    CHECK(request.page() == page);
    CHECK(request.fields()->at(0, "value").toString() == QStringLiteral("Essai Odile"));
    const auto answers = answersOf(request);
    CHECK(answers.contains(QStringLiteral("Essai Odile")));
    CHECK(answers.contains(QStringLiteral("03/11/2026")));

    request.back(); // the same answers, whole
    request.toggleWhole();
    CHECK(answersOf(request) == answers);
    CHECK(request.stage() == RequestModel::Pieces); // one page: one step
    request.back();
    CHECK(request.whole());
    request.back();
    CHECK(request.stage() == RequestModel::Choosing);
}

TEST_CASE("on the whole form a question that another answer brings comes between those that stay", "[ui]") {
    Stage stage;
    auto &request = openForm(stage);
    request.toggleWhole();
    stage.settle();
    const auto before = request.fields()->count();
    QStringList choices = request.fields()->at(0, "choices").toStringList();
    auto *last = stage.find(QStringLiteral("field%1").arg(before - 2)); // above "add another one"
    const auto label = request.fields()->at(before - 2, "label").toString();
    int both = -1;
    for (int choice = 0; choice < choices.size(); ++choice) {
        request.chooseField(0, choice);
        both = request.fields()->count() > before ? choice : both;
    }
    REQUIRE(both >= 0);
    request.chooseField(0, both);
    stage.settle();
    const auto more = request.fields()->count();
    CHECK(more > before);
    const auto now = rowOf(request, *request.fields(), label.toUtf8().constData());
    CHECK(now > before - 2);
    if (last != nullptr) {
        CHECK(last->objectName() == QStringLiteral("field%1").arg(now)); // the same item
    }
    request.chooseField(0, both == 0 ? 1 : 0);
    CHECK(request.fields()->count() == before);
}

TEST_CASE("another entry of a list comes on the whole form, and is where one goes on", "[ui]") {
    Stage stage;
    auto &request = openForm(stage);
    request.toggleWhole();
    const auto before = request.fields()->count();
    int adds = -1;
    for (int row = 0; row < before; ++row) {
        adds = request.fields()->at(row, "choices").toStringList().size() == 1 ? row : adds;
    }
    REQUIRE(adds > 0);
    request.chooseField(adds, 0);
    stage.settle();
    CHECK(request.fields()->count() > before);
    CHECK(request.fields()->at(adds, "label").toString().contains(QStringLiteral("(2)")));
    CHECK(stage.find(QStringLiteral("field%1Input").arg(adds))->hasActiveFocus());
}

TEST_CASE("on the whole form the first answer that is wrong comes in sight when one goes on, named beside its field",
          "[ui]") {
    Stage stage;
    auto &request = openForm(stage);
    request.toggleWhole();
    const auto date = firstDate(*request.fields());
    request.setField(date, QStringLiteral("31")); // may become a date: nothing is said of it while it is typed
    CHECK(request.fields()->at(date, "trouble").toString() == QString());
    stage.find("field1Input")->forceActiveFocus();
    stage.settle();
    auto *wrong = stage.find(QStringLiteral("field%1").arg(date));
    REQUIRE(wrong != nullptr);
    REQUIRE_FALSE(inSight(stage, *wrong));

    auto *action = stage.find("action");
    action->forceActiveFocus();
    QTest::keyClick(&stage.window(), Qt::Key_Return);
    stage.settle();
    CHECK(request.stage() == RequestModel::Filling);
    CHECK(request.fields()->at(date, "trouble").toString() != QString());
    CHECK(stage.find(QStringLiteral("field%1Input").arg(date))->hasActiveFocus());
    stage.until([&] { return inSight(stage, *wrong); });

    request.setField(1, QStringLiteral("Essai")); // a right one changes nothing of it
    CHECK(request.missing() != QString());
    request.setField(date, QStringLiteral("03112026"));
    CHECK(request.missing() == QString());
    request.next();
    CHECK(request.stage() == RequestModel::Pieces);
}

TEST_CASE("a form of one page is whole already", "[ui]") {
    Stage stage;
    serve(stage.kiosk());
    stage.kiosk().openRequest();
    auto &request = *stage.kiosk().request();
    const auto &forms = stage.kiosk().catalogue().forms();
    int one = 0;
    for (int row = 0; row < static_cast<int>(forms.size()); ++row) {
        request.chooseForm(row);
        request.next();
        if (request.otherView().isEmpty()) {
            ++one;
            request.toggleWhole();
            CHECK_FALSE(request.whole());
        }
        request.back();
    }
    CHECK(one < static_cast<int>(forms.size()));
}

} // namespace guichet::test
