// SPDX-License-Identifier: GPL-3.0-or-later
// What a glance at the screen tells nobody: everything hidden at once, nothing of who was here before.
#include "kiosk/counter/identify.h"
#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/dialogue.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/read_aloud.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/nir.h"
#include "storage/register/register.h"
#include "storage/store.h"
#include "tests/qml/accessible_items.h"
#include "tests/qml/application.h"
#include "tests/qml/states.h"
#include "tests/qml/traces.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace guichet::test {
namespace {

using ui::KioskModel;

/// What is drawn of words, but on the veil and on the sign of what a keypad's keys do.
QStringList wordsBesideVeil(const QQuickItem &item) {
    QStringList words;
    const QByteArray type(item.metaObject()->className());
    if (!item.isVisible() || type.startsWith("VeilScreen") || type.startsWith("KeypadSign")) {
        return words;
    }
    if (item.inherits("QQuickText") || item.inherits("QQuickTextInput")) {
        words.push_back(item.property("text").toString());
    }
    for (const auto *child : item.childItems()) {
        words += wordsBesideVeil(*child);
    }
    return words;
}

void checkHidden(Stage &stage) {
    stage.settle();
    const auto veil = stage.kiosk().veil();
    CHECK((veil == KioskModel::Hidden || veil == KioskModel::Locked));
    CHECK(stage.find("veilTitle") != nullptr);
    CHECK(wordsBesideVeil(*stage.window().contentItem()).join(u'\n').toStdString() == "");
}

/// Of the bar, of what covers it, of the screen turned towards the person.
void touchHide(Stage &stage) {
    for (const char *name : {"hide", "hideAll", "agentBack"}) {
        if (auto *button = stage.find(QLatin1String(name)); button != nullptr && button->isEnabled()) {
            QTest::mouseClick(&stage.window(), Qt::LeftButton, {},
                              button->mapToScene({button->width() / 2, button->height() / 2}).toPoint());
            return;
        }
    }
    FAIL("nothing hides what is shown");
}

/// By the keys of a keyboard: no letters but those of ASCII.
void typeIn(QQuickWindow &window, const QString &text) {
    for (const auto letter : text) {
        QTest::keyClick(&window, letter.toLatin1());
    }
}

/// Somebody comes, with a guardian, and goes through everything that a visit has: S01 serves them, at two screens.
struct Passage : Counter {
    TheirDisplay display{kiosk};
    /// What nobody is to find of them afterwards, each with whether it was there at some time.
    std::map<QString, bool> theirs;

    Passage() {
        REQUIRE(display.load());
        stage.window().requestActivate(); // where the keys go
        stage.until([&] { return stage.window().isActive(); });
        signIn("S01");
        stage.voice().find();
        for (const auto *word :
             {"04041941", "03041941", "03/04/1941", "3 avril 1941", "Albi", "Zoe", "Tilleuls",
              "Ordonnance de médicaments", "chameau", "hippopotame", "libellule", "coccinelle", "papillon", "cigale"}) {
            theirs[QString::fromUtf8(word)] = false;
        }
        for (const auto *name : {"GARNIER", "MOULIN", "Odile"}) {
            theirs[QString::fromUtf8(name)] = true; // no screen says more than their initials
        }
    }
    void look() {
        settle();
        const auto traces = tracesOf(kiosk);
        for (auto &[word, seen] : theirs) {
            seen = seen || !with({word}, traces).isEmpty();
        }
    }
    /// By the keys of a keyboard, in the field of this name.
    void type(const char *field, const char *text) {
        settle();
        auto *input = stage.find(QLatin1String(field) + QStringLiteral("Input"));
        CAPTURE(field);
        REQUIRE(input != nullptr);
        input->forceActiveFocus();
        typeIn(stage.window(), QString::fromUtf8(text));
        look();
    }
    void identify(const std::string &person) {
        kiosk.nextPerson();
        type("birth", "04041941"); // a slip of the fingers
        kiosk.identify()->setByNumber(true);
        const auto nir = testNir(2, 41, 4, 7);
        type("number", nir.c_str());
        theirs[QString::fromStdString(nir)] = false;
        look();
        kiosk.identify()->setByNumber(false);
        kiosk.identify()->setBirth({});
        type("birth", "03041941");
        type("letters", "gar");
        kiosk.identify()->find();
        answered(*kiosk.identify());
        auto &presence = *kiosk.presence();
        REQUIRE(kiosk.screen() == KioskModel::Presence);
        presence.chooseTrait(0);
        type("trait", "Albi");
        presence.checkTrait();
        answered(presence);
        presence.chooseWho(2);
        type("whoName", "Zoe");
        presence.toggleMandate();
        presence.chooseSeen(0);
        presence.confirm();
        answered(*kiosk.person());
        REQUIRE(kiosk.visit().person == person);
        theirs[kiosk.personTitle()] = false;
        look();
    }
    void read() {
        openOnlyRecord();
        auto &documents = *kiosk.documents();
        documents.askTitles();
        kiosk.personView()->accept();
        answered(documents);
        documents.view(0);
        answered(documents);
        stage.until([&] { return !documents.previewPages()->at(0, "source").toString().isEmpty(); });
        stage.headset().plug(true); // the page is read to them
        look();
        documents.printOne(0);
        answered(documents);
    }
    void optOut() {
        kiosk.openOptOuts();
        auto &model = *kiosk.optOuts();
        for (int row = 0; !model.asksDetail(); ++row) {
            model.chooseScope(row);
        }
        type("scopeDetail", "libellule");
        model.answerAgreement(true);
        model.next();
        answered(model);
        model.chooseSigning(2);
        type("agentNote", "coccinelle");
        model.next();
        answered(model);
        REQUIRE(!model.reference().isEmpty());
        theirs[model.reference()] = false;
        look();
    }
    void request() {
        kiosk.openRequest();
        auto &model = *kiosk.request();
        type("said", "chameau");
        model.chooseForm(formRow("s3704"));
        model.next();
        type("field0", "Docteur hippopotame");
        while (model.stage() != ui::RequestModel::Pieces) {
            model.next();
        }
        model.togglePiece(0);
        model.next();
        answered(model);
        look();
    }
    void talk() {
        auto &dialogue = *kiosk.personView()->dialogue();
        dialogue.start();
        type("dialogueField", "papillon");
        dialogue.sendAgents();
        dialogue.setPersons(QStringLiteral("cigale"));
        look();
        dialogue.close();
        kiosk.personView()->reading()->toggle();
        REQUIRE(stage.voice().speaking);
    }
    [[nodiscard]] QStringList words() const {
        QStringList all;
        for (const auto &[word, seen] : theirs) {
            all.push_back(word);
        }
        return all;
    }
    void comeAndGo() {
        const auto person = import(prescription().build());
        identify(person);
        read();
        optOut();
        request();
        talk();
        answered(*kiosk.papers());
        look();
        for (const auto &[word, seen] : theirs) { // or the walk would find nothing of anybody
            CAPTURE(word.toStdString());
            CHECK(seen);
        }
        QGuiApplication::clipboard()->setText(QStringLiteral("GARNIER"));
    }
};

std::vector<QQuickItem *> fieldsIn(QQuickItem &item) {
    std::vector<QQuickItem *> fields;
    if (item.inherits("QQuickTextInput") || item.inherits("QQuickTextEdit")) {
        fields.push_back(&item);
    }
    for (auto *child : item.childItems()) {
        for (auto *field : fieldsIn(*child)) {
            fields.push_back(field);
        }
    }
    return fields;
}

std::string lines(const QStringList &found) { return found.join(u'\n').toStdString(); }

} // namespace

TEST_CASE("after a visit, and after signing out, nothing in the program is left of who was here", "[ui][posture]") {
    const auto end = GENERATE("the end of the visit", "signing out", "signing out in the middle");
    CAPTURE(end);
    Passage passage;
    auto &kiosk = passage.kiosk;
    passage.comeAndGo();
    if (std::string_view(end) != "signing out in the middle") {
        kiosk.endVisit();
        passage.answered(*kiosk.papers());
        kiosk.papers()->handed(0);
        passage.answered(*kiosk.papers());
        passage.answered(*kiosk.papers());
        passage.look();
        kiosk.end()->finish();
        passage.answered(*kiosk.end());
        REQUIRE(kiosk.screen() == KioskModel::Home);
        REQUIRE(kiosk.owed()->waitingFor() > 0); // papers are owed: to whom is not said here
    }
    if (std::string_view(end) != "the end of the visit") {
        kiosk.signOut();
        REQUIRE(kiosk.screen() == KioskModel::SignIn);
        CHECK(kiosk.signIn()->pinLength() == 0);
        passage.stage.settleAll();
        CHECK(lines(with({QStringLiteral("S01")}, tracesOf(kiosk))) == "");
        passage.signIn();
    }
    passage.stage.settleAll();
    CHECK(lines(with(passage.words(), tracesOf(kiosk))) == "");
    CHECK(kiosk.pages()->count() == 0);
    CHECK_FALSE(passage.stage.voice().speaking);
    CHECK(QGuiApplication::clipboard()->text().toStdString() == "");
    CHECK(takeWarnings().join(u'\n').toStdString() == "");

    // Nor do the next one's fields bring it back.
    kiosk.nextPerson();
    settle();
    auto fields = fieldsIn(*passage.stage.window().contentItem());
    std::ranges::copy(fieldsIn(*passage.display.window()->contentItem()), std::back_inserter(fields));
    for (auto *field : fields) {
        CAPTURE(field->objectName().toStdString());
        if (field->objectName() == QStringLiteral("agentCodeInput")) {
            continue; // of the lock: whoever works here
        }
        CHECK(field->property("text").toString().toStdString() == "");
        CHECK_FALSE(field->property("canUndo").toBool());
        CHECK_FALSE(field->property("canRedo").toBool());
        CHECK_FALSE(field->property("canPaste").toBool());
    }
    passage.type("birth", "");
    QTest::keySequence(&passage.stage.window(), QKeySequence::Undo);
    QTest::keySequence(&passage.stage.window(), QKeySequence::Paste);
    CHECK(kiosk.identify()->birth() == QString());
}

TEST_CASE("home, the queue of the printer, veil, lock and the windows' titles name nobody", "[ui][posture]") {
    const Listening listening;
    Passage passage;
    auto &kiosk = passage.kiosk;
    passage.comeAndGo();
    for (const auto &job : kiosk.papers()->jobs()) {
        CHECK(lines(with(passage.words(), {QString::fromStdString(job.what)})) == "");
    }
    const auto toldBy = [&](QQuickWindow &window) {
        QStringList told{window.title()};
        for (const auto &item : accessibleItems(window)) {
            told << item.name << item.description << item.item->property("text").toString();
        }
        return told;
    };
    const auto names = [&](const char *where) {
        settle();
        CAPTURE(where);
        CHECK(lines(with(passage.words(), toldBy(passage.stage.window()))) == "");
        CHECK(lines(with(passage.words(), toldBy(*passage.display.window()))) == "");
        CHECK(QGuiApplication::clipboard()->text().toStdString() == "");
    };
    REQUIRE(lines(with(passage.words(), toldBy(passage.stage.window()))) != "");
    kiosk.hide();
    names("veil");
    kiosk.show();
    QGuiApplication::clipboard()->setText(QStringLiteral("GARNIER"));
    kiosk.lock();
    names("lock");
    passage.typePin(passage.pin);
    REQUIRE(kiosk.visiting());
    kiosk.wipeVisit();
    passage.stage.settleAll();
    names("home");
    for (const auto *window : QGuiApplication::topLevelWindows()) {
        CHECK(window->title() == QStringLiteral("Guichet"));
    }
}

TEST_CASE("a number is masked unless somebody is in its field", "[ui][posture]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    const auto nir = QString::fromStdString(testNir(2, 41, 4, 7));
    const auto typed = [&](const char *field, const char *before) {
        counter.stage.settle();
        auto *input = counter.stage.find(QLatin1String(field) + QStringLiteral("Input"));
        REQUIRE(input != nullptr);
        input->forceActiveFocus();
        typeIn(counter.stage.window(), nir);
        CHECK(input->property("text").toString() == nir);
        auto *elsewhere = counter.stage.find(QLatin1String(before));
        REQUIRE(elsewhere != nullptr);
        elsewhere->forceActiveFocus();
        counter.stage.settle();
        CHECK(input->property("text").toString() == QStringLiteral("2 41 04 •• ••• ••• ••"));
        CHECK(lines(with({nir, nir.mid(5, 5)}, wordsBesideVeil(*counter.stage.window().contentItem()))) == "");
        input->forceActiveFocus();
        CHECK(input->property("text").toString() == nir);
        elsewhere->forceActiveFocus();
        counter.stage.settle();
    };
    counter.kiosk.nextPerson();
    SECTION("to look for somebody") {
        counter.kiosk.identify()->setByNumber(true);
        typed("number", "byNumber");
        CHECK(counter.kiosk.identify()->number() == nir); // what is looked for is what was typed
        counter.kiosk.identify()->find();
        counter.answered(*counter.kiosk.identify());
        CHECK(counter.kiosk.screen() == KioskModel::Presence);
    }
    SECTION("to add somebody") {
        counter.kiosk.openAddPerson();
        typed("addNumber", "sex0");
        CHECK(counter.kiosk.addPerson()->number() == nir);
    }
    SECTION("as the second trait") {
        counter.stage.atDesk([&](kiosk::Desk &desk) {
            counter.kiosk.presence()->ask(must(desk.store.people().get(person)), {kiosk::Trait::Number});
        });
        counter.kiosk.openPresence();
        typed("trait", "who0");
        counter.kiosk.presence()->checkTrait();
        counter.answered(*counter.kiosk.presence());
        CHECK_FALSE(counter.kiosk.presence()->asksTrait());
    }
    SECTION("in a form") {
        counter.kiosk.wipeVisit();
        counter.serve(person);
        counter.kiosk.openRequest();
        auto &request = *counter.kiosk.request();
        request.chooseForm(formRow("s3705"));
        request.next();
        int row = -1;
        while (row < 0) {
            REQUIRE(request.stage() == ui::RequestModel::Filling);
            for (int at = 0; at < request.fields()->count(); ++at) {
                if (request.fields()->at(at, "label").toString().contains(u"sécurité sociale")) {
                    row = at;
                }
            }
            if (row < 0) {
                request.next();
            }
        }
        const auto field = "field" + std::to_string(row);
        typed(field.c_str(), "back");
        CHECK(request.fields()->at(row, "value").toString() == nir);
        CHECK(request.fields()->at(row, "trouble").toString() == QString());
    }
}

TEST_CASE("the person's number is shown by a touch, which is journaled, and masked by whatever comes next",
          "[ui][posture]") {
    Counter counter;
    counter.signIn();
    const auto id = counter.import(prescription().build());
    counter.serve(id);
    auto &person = *counter.kiosk.person();
    const auto number = QString::fromStdString(storage::formatNir(testNir(2, 41, 4, 7)));
    const auto shown = [&] {
        counter.stage.settle();
        const auto *words = counter.stage.find(QStringLiteral("wholeNumber"));
        return words == nullptr ? QString() : words->property("text").toString();
    };
    const auto entries = [&] {
        std::int64_t count = 0;
        counter.stage.atDesk(
            [&](kiosk::Desk &desk) { count = static_cast<std::int64_t>(desk.entries.current().size); });
        return count;
    };
    CHECK(shown() == QString());
    CHECK(counter.kiosk.personUnder().contains(QStringLiteral("2 41 04 •• ••• ••• ••")));
    const auto before = entries();
    const auto touch = [&] {
        counter.stage.settleAll(); // rows that still come would move it under the finger
        auto *button = counter.stage.find(QStringLiteral("number"));
        REQUIRE(button != nullptr);
        QTest::mouseClick(&counter.stage.window(), Qt::LeftButton, {},
                          button->mapToScene({button->width() / 2, button->height() / 2}).toPoint());
        counter.answered(person);
    };
    touch();
    CHECK(shown() == number);
    CHECK(entries() == before + 1);
    std::ignore = counter.stage.grab("person-number");
    SECTION("another touch") { touch(); }
    SECTION("another screen, and back") {
        counter.kiosk.openOptOuts();
        counter.kiosk.back();
        counter.answered(person);
    }
    SECTION("the veil") {
        counter.kiosk.hide();
        counter.kiosk.show();
    }
    SECTION("the screen turned") {
        counter.kiosk.turn();
        counter.kiosk.lock();
        counter.typePin(counter.pin);
    }
    CHECK(shown() == QString());
    CHECK(lines(with({number, QString(number).remove(u' ')}, tracesOf(counter.kiosk))) == "");
}

TEST_CASE("whoever has shown nothing is shown no number", "[ui][posture]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    auto presence = counter.kiosk.visit().presence;
    presence.seen = kiosk::IdentitySeen::None;
    counter.kiosk.setPresence(presence, {});
    counter.kiosk.openPerson();
    counter.answered(*counter.kiosk.person());
    counter.stage.settle();
    CHECK_FALSE(counter.kiosk.person()->hasNumber());
    CHECK(counter.stage.find(QStringLiteral("number")) == nullptr);
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        const auto refused = kiosk::showNumber(desk, *counter.kiosk.visit().person, presence);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::IdentityNotShown);
    });
}

TEST_CASE("the keyboard on the screen learns nothing of what is typed", "[ui][posture]") {
    int fields = 0;
    for (const auto &state : states()) {
        CAPTURE(state.name);
        Scene scene(state);
        for (const auto *field : fieldsIn(*scene.stage().window().contentItem())) {
            CAPTURE(field->objectName().toStdString());
            if (field->objectName() == QStringLiteral("shadowInput")) {
                continue; // the keyboard's own, for a mode of it that is off
            }
            const auto hints = Qt::InputMethodHints(field->property("inputMethodHints").toInt());
            CHECK(hints.testFlag(Qt::ImhSensitiveData));
            CHECK(hints.testFlag(Qt::ImhNoPredictiveText));
            ++fields;
        }
    }
    CHECK(fields > 10);
}

TEST_CASE("one touch, and one key, hide everything at once on every screen in every state", "[ui][posture]") {
    int hidden = 0;
    for (const auto &state : allStates()) {
        CAPTURE(state.name);
        std::optional<Scene> scene;
        for (const bool byTouch : {true, false}) {
            CAPTURE(byTouch);
            if (!scene || scene->stage().kiosk().veil() != KioskModel::Hidden) {
                scene.emplace(state); // what was locked is not shown again
            }
            auto &stage = scene->stage();
            auto &kiosk = stage.kiosk();
            kiosk.show();
            std::ignore = stage.window().grabWindow(); // rows and columns are laid out when they are drawn
            if (kiosk.agent().isEmpty() || (kiosk.veil() != KioskModel::Clear && kiosk.veil() != KioskModel::Turned)) {
                break; // there is nothing to hide
            }
            if (byTouch) {
                touchHide(stage);
            } else {
                QTest::keyClick(&stage.window(), Qt::Key_F9);
            }
            checkHidden(stage);
            ++hidden;
        }
    }
    CHECK(hidden > 100);
}

TEST_CASE("the keys that hide both screens, and call for help, are those of the person's own too", "[ui][posture]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    TheirDisplay display(counter.kiosk);
    REQUIRE(display.load());
    settle();
    counter.openOnlyRecord();
    counter.kiosk.documents()->answerTitles(true);
    counter.answered(*counter.kiosk.documents());
    settle();
    auto &theirs = *display.window();
    REQUIRE(findIn(theirs, QStringLiteral("personTitle0")) != nullptr);
    SECTION("F1, then F9") {
        QTest::keyClick(&theirs, Qt::Key_F1);
        CHECK(counter.kiosk.help()->open());
        QTest::keyClick(&theirs, Qt::Key_F9);
        CHECK(counter.kiosk.veil() == KioskModel::Hidden);
    }
    SECTION("F9") {
        QTest::keyClick(&theirs, Qt::Key_F9);
        CHECK(counter.kiosk.veil() == KioskModel::Hidden);
    }
    SECTION("F10") {
        QTest::keyClick(&theirs, Qt::Key_F10);
        CHECK(counter.kiosk.veil() == KioskModel::Locked);
    }
    checkHidden(counter.stage);
    CHECK(counter.kiosk.personView()->step() == ui::PersonViewModel::Waiting);
    CHECK(findIn(theirs, QStringLiteral("personTitle0")) == nullptr);
}

} // namespace guichet::test
