// SPDX-License-Identifier: GPL-3.0-or-later
// Visits on a real store, worked through the view models.
#include "kiosk/counter/identify.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/left_visits_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

#include <tuple>

namespace guichet::test {
namespace {

using ui::KioskModel;

std::int64_t recordsOf(Counter &counter, const std::string &person) {
    std::int64_t count = 0;
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        count = static_cast<std::int64_t>(
            desk.store.records().list({.person = person, .category = {}, .onlySelectable = false}).size());
    });
    return count;
}

} // namespace

TEST_CASE("the end of a visit wipes the screen and the records that were kept for it", "[ui]") {
    const bool interrupted = GENERATE(false, true);
    CAPTURE(interrupted);
    Counter counter;
    counter.signIn();
    counter.set("retention-prescription", "visit");
    const auto person = counter.import(prescription().build());
    auto certificateOfThem = certificate();
    certificateOfThem.setId = "1.2.250.1.999.30";
    REQUIRE(counter.import(certificateOfThem.build()) == person);
    REQUIRE(recordsOf(counter, person) == 2);
    counter.serve(person);
    REQUIRE(counter.kiosk.screen() == KioskModel::Person);
    if (interrupted) { // by an administrator, who serves nobody: then the visit goes on, to its end
        counter.kiosk.lock();
        counter.signIn("D01");
        CHECK(counter.kiosk.screen() == KioskModel::Home);
        CHECK(!counter.kiosk.visiting());
        CHECK(counter.kiosk.personTitle() == QString());
        CHECK(recordsOf(counter, person) == 2);
        counter.kiosk.lock();
        counter.signIn("A01");
        counter.stage.until([&] { return counter.kiosk.left()->rows()->count() == 1; });
        counter.kiosk.left()->takeUp(0);
        counter.answered(*counter.kiosk.left());
        counter.answered(*counter.kiosk.person());
    }
    counter.kiosk.endVisit();
    counter.kiosk.end()->finish();
    counter.answered(*counter.kiosk.end());
    CHECK(counter.kiosk.screen() == KioskModel::Home);
    CHECK(!counter.kiosk.visiting());
    CHECK(counter.kiosk.personTitle() == QString());
    CHECK(counter.kiosk.banner() == QString());
    CHECK(recordsOf(counter, person) == 1);
}

TEST_CASE("what a visit kept that never ended is destroyed at the first sign-in of another day, and by no other",
          "[ui]") {
    Counter counter;
    counter.signIn();
    counter.set("retention-prescription", "visit");
    counter.set("retention-certificate", "visit");
    const auto person = counter.import(prescription().build());
    auto waiting = certificate();
    waiting.setId = "1.2.250.1.999.30";
    waiting.person.ins = testNir(2, 60, 1, 7);
    waiting.person.born = "19600107";
    waiting.person.birthName = "ATTENDUE";
    const auto expected = counter.import(waiting.build());
    REQUIRE(expected != person);
    counter.serve(person);
    SECTION("the lock ends nothing") {
        counter.kiosk.lock();
        counter.signIn("A01");
        CHECK(recordsOf(counter, person) == 1);
        counter.kiosk.openPerson();
        counter.answered(*counter.kiosk.person());
        CHECK(recordsOf(counter, person) == 1);
    }
    SECTION("nor does somebody at another screen of the same store") {
        Stage other(counter.store());
        other.kiosk().signIn()->setAgent(QStringLiteral("S01"));
        for (const char digit : counter.pin) {
            other.kiosk().signIn()->press(QString(QChar::fromLatin1(digit)));
        }
        other.kiosk().signIn()->submit();
        other.until([&] { return other.kiosk().screen() == KioskModel::Home; });
        CHECK(recordsOf(counter, person) == 1);
    }
    SECTION("nor does signing in anew on the same day") {
        counter.kiosk.signOut();
        counter.signIn();
        CHECK(recordsOf(counter, person) == 1);
    }
    SECTION("signing in on another day does") {
        counter.kiosk.signOut();
        counter.stage.clock().advance(std::chrono::hours(24));
        counter.signIn();
        CHECK(counter.kiosk.banner() == QString());
        CHECK(recordsOf(counter, person) == 0);
        CHECK(recordsOf(counter, expected) == 1);
    }
}

TEST_CASE("what is hidden from the person is not counted on the screen they see", "[ui]") {
    Counter counter;
    counter.signIn();
    auto hidden = prescription();
    hidden.marks = {"INVISIBLE_PATIENT"};
    counter.serve(counter.import(hidden.build()));
    CHECK(counter.kiosk.person()->categories()->at(0, "amount") == "0");
    CHECK_FALSE(counter.kiosk.person()->notice().isEmpty());
}

TEST_CASE("every document that is counted is chosen by one touch, and by one none", "[ui]") {
    Counter counter;
    counter.signIn();
    auto newer = prescription();
    newer.version = 2;
    auto other = certificate();
    other.setId = "1.2.250.1.999.41";
    counter.import(prescription().build());
    counter.import(newer.build());
    counter.serve(counter.import(other.build()));
    counter.kiosk.openDocuments(1);
    auto &documents = *counter.kiosk.documents();
    counter.answered(documents);
    REQUIRE(documents.rows()->count() == 2); // the older one is there, and replaced
    CHECK(documents.categories()->at(1, "amount") == "1");
    CHECK(documents.countable() == 2);
    counter.stage.settle();
    REQUIRE(counter.stage.find("allDocuments") != nullptr);
    CHECK(counter.stage.find("allDocuments")->property("text").toString() == QStringLiteral("Tous les documents (2)"));
    documents.toggleAll();
    CHECK(documents.allChosen());
    CHECK(documents.printText().startsWith(QStringLiteral("Imprimer 2 documents")));
    documents.toggle(0);
    CHECK_FALSE(documents.allChosen());
    documents.toggleAll();
    documents.print();
    counter.answered(documents);
    counter.answered(*counter.kiosk.papers());
    CHECK(counter.printer.sent() == 1);
    CHECK(documents.printMissing() != QString()); // what was printed is chosen no more
    documents.toggleAll();
    documents.toggleAll();
    CHECK(documents.printMissing() != QString());
}

TEST_CASE("a category without records opens too, and says whom to ask", "[ui]") {
    Counter counter;
    counter.signIn();
    const bool some = GENERATE(true, false); // nothing at all, or nothing of this kind
    CAPTURE(some);
    std::string person;
    if (some) {
        person = counter.import(prescription().build());
    } else {
        counter.stage.atDesk([&](kiosk::Desk &desk) {
            person = must(kiosk::addPerson(desk,
                                           {.birthName = "ESSAI",
                                            .usedName = {},
                                            .givenNames = "NOE",
                                            .born = {1984, 4, 3},
                                            .sex = storage::Sex::Male,
                                            .birthPlace = {},
                                            .birthPlaceCode = {}},
                                           std::nullopt));
        });
    }
    counter.serve(person);
    counter.stage.settle();
    CHECK(counter.kiosk.person()->notice().isEmpty() == some);
    std::ignore = counter.stage.grab(some ? "person-some-empty" : "person-all-empty");
    CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
    struct Row {
        const char *item;
        const char *asks;
    };
    for (const auto &row : {Row{"category0", "Un laboratoire"}, Row{"category2", "La caisse"},
                            Row{"category3", "Un hôpital"}, Row{"category4", "Un médecin"}}) {
        CAPTURE(row.item);
        auto *card = counter.stage.find(QString::fromLatin1(row.item));
        REQUIRE(card != nullptr);
        CHECK(card->isEnabled());
        CHECK(card->opacity() == 1);
        QTest::mouseClick(&counter.stage.window(), Qt::LeftButton, {},
                          card->mapToScene({card->width() / 2, card->height() / 2}).toPoint());
        REQUIRE(counter.kiosk.screen() == KioskModel::Documents);
        counter.answered(*counter.kiosk.documents());
        counter.stage.settle();
        const auto *nothing = counter.stage.find(QStringLiteral("nothingHere"));
        const auto *whom = counter.stage.find(QStringLiteral("ask0"));
        REQUIRE(nothing != nullptr);
        REQUIRE(whom != nullptr);
        CHECK(nothing->property("text").toString().startsWith(
            QStringLiteral("Rien de cette sorte n’est arrivé à ce guichet")));
        CHECK(whom->property("text").toString().startsWith(QString::fromUtf8(row.asks)));
        CHECK(counter.stage.find(QStringLiteral("showTitles")) == nullptr);
        CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
        counter.kiosk.back();
        counter.answered(*counter.kiosk.person());
        counter.stage.settle();
    }
    if (some) { // where there is something, none of it is said
        counter.openOnlyRecord();
        counter.stage.settle();
        CHECK(counter.stage.find(QStringLiteral("nothingHere")) == nullptr);
        CHECK(counter.stage.find(QStringLiteral("ask0")) == nullptr);
    }
}

TEST_CASE("an empty list is asked for: filled in as far as it is known, with the delay that the law gives", "[ui]") {
    Counter counter;
    counter.signIn();
    const auto person = counter.import(prescription().build());
    counter.serve(person);
    struct Row {
        int category;
        int ask;
        const char *form;
        const char *holder; ///< of a record that is held elsewhere
    };
    const auto row = GENERATE(Row{0, 0, "record-request", "laboratory"}, Row{0, 3, "record-request", "operator"},
                              Row{3, 0, "record-request", "hospital"}, Row{2, 0, "reimbursement-statement", ""});
    CAPTURE(row.form, row.holder);
    auto &kiosk = counter.kiosk;
    kiosk.openDocuments(row.category);
    counter.answered(*kiosk.documents());
    REQUIRE(kiosk.documents()->rows()->count() == 0);
    kiosk.documents()->askFor(99);
    CHECK(kiosk.screen() == KioskModel::Documents);
    counter.stage.settle();
    REQUIRE(counter.stage.find(QStringLiteral("ask%1").arg(row.ask)) != nullptr);
    kiosk.documents()->askFor(row.ask);
    REQUIRE(kiosk.screen() == KioskModel::Request);
    auto &request = *kiosk.request();
    REQUIRE(request.form() != nullptr);
    CHECK(request.form()->id == row.form);
    CHECK(request.stage() == RequestModel::Filling);
    kiosk::Place place;
    request.noteIn(place);
    std::string written;
    for (const auto &[name, value] : place) {
        written += name + "=" + value + "\n";
    }
    CHECK(written.find(row.holder[0] == '\0' ? "all" : row.holder) != std::string::npos);
    if (std::string_view(row.holder) == "operator") {
        CHECK(written.find("tout ce que contient") != std::string::npos);
    }
}

TEST_CASE("names and titles of any length and kind are shown whole, as plain text", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.set("agency-name",
                "Caisse primaire d’assurance maladie de l’Exemple-et-Modèle-sur-Rivière, antenne de <b>Villeneuve</b>");
    auto document = prescription();
    document.person.birthName = "<IMG SRC=X>" + std::string(60, 'W');
    document.person.givenNames = "\u202eNoé <b>";
    document.title = "<h1>Ordonnance</h1> &amp; \u202e" + std::string(120, 'M') +
                     " de médicaments pour l’année entière, en trois exemplaires";
    const auto person = counter.import(document.build());
    counter.serve(person);
    const auto whole = [&](const char *name) {
        counter.stage.settle();
        std::ignore = counter.stage.grab(name);
        CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
        CHECK(counter.stage.warnings().join(u'\n').toStdString() == "");
    };
    counter.stage.until([&] { return counter.kiosk.place().contains(u"Modèle"); });
    whole("person-hostile");
    counter.openOnlyRecord();
    counter.kiosk.documents()->answerTitles(true);
    counter.answered(*counter.kiosk.documents());
    CHECK(counter.kiosk.personTitle() == QStringLiteral("Mme N. G."));
    const auto title = counter.kiosk.documents()->rows()->at(0, "title").toString();
    CHECK(title.contains(u"<h1>Ordonnance</h1> &amp; "));
    CHECK(title.endsWith(QStringLiteral(" · \u2068Maison de santé des Tilleuls\u2069")));
    whole("documents-hostile");
}

TEST_CASE("a form is filled page by page and keeps what was typed", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.kiosk.openRequest();
    auto &request = *counter.kiosk.request();
    request.chooseForm(formRow("s3704"));
    request.next();
    for (int page = 0; page < 8 && request.stage() == ui::RequestModel::Filling; ++page) {
        const auto &fields = *request.fields();
        for (int row = 0; row < fields.count(); ++row) {
            if (fields.at(row, "choices").toStringList().isEmpty()) {
                request.setField(row, fields.at(row, "digits").toBool()
                                          ? QStringLiteral("10001234567")
                                          : QStringLiteral("Docteur Exemple, 81000 ALBI"));
            } else {
                request.chooseField(row, 0);
            }
        }
        if (page == 0) {
            counter.stage.settle();
            std::ignore = counter.stage.grab("request-filled");
            CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
            const auto first = fields.at(0, "value").toString();
            request.next();
            request.back();
            CHECK(fields.at(0, "value").toString() == first);
        }
        REQUIRE(request.missing() == QString());
        request.next();
    }
    REQUIRE(request.stage() == ui::RequestModel::Pieces);
    // What was answered is there to be read out, as it will be printed.
    REQUIRE(request.answers()->count() > 3);
    QStringList answers;
    for (int row = 0; row < request.answers()->count(); ++row) {
        CHECK(request.answers()->at(row, "label").toString() != QString());
        answers.push_back(request.answers()->at(row, "value").toString());
    }
    CHECK(answers.contains(QStringLiteral("Docteur Exemple, 81000 ALBI")));
    counter.stage.settle();
    std::ignore = counter.stage.grab("request-answers");
    CHECK(counter.stage.cutWords().join(u'\n').toStdString() == "");
    request.next();
    counter.answered(request);
    CHECK(request.problem() == QString());
    CHECK(request.stage() == ui::RequestModel::Signing);
    request.back();
    CHECK(request.stage() == ui::RequestModel::Pieces);
}

TEST_CASE("a form does not go on from a date that is begun and no date yet", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    counter.kiosk.openRequest();
    auto &request = *counter.kiosk.request();
    request.setSaid(QStringLiteral("j’ai perdu ma carte"));
    request.chooseFirst();
    request.next();
    int row = 0;
    while (request.fields()->at(row, "hint").toString().isEmpty()) { // a date's says how it is typed
        ++row;
        REQUIRE(row < request.fields()->count());
    }
    const auto [typed, missing] =
        GENERATE(table<const char *, const char *>({{"", ""},
                                                    {"hier", ""},
                                                    {"23/11", ""},
                                                    {"novembre", "Corriger ce qui est marqué, ou le confirmer"},
                                                    {"03", "Finir la date, ou l’effacer"},
                                                    {"31022020", "Corriger ce qui est marqué, ou le confirmer"}}));
    CAPTURE(typed);
    request.setField(row, QString::fromUtf8(typed));
    CHECK(request.missing().toStdString() == missing);
    const auto page = request.under();
    request.next();
    CHECK((request.under() == page) == (*missing != '\0'));
}

TEST_CASE("today is the day of the agency, wherever the machine stands and whatever its clock's zone is", "[ui]") {
    Counter counter;
    counter.signIn();
    struct Row {
        const char *zone;
        const char *at;
        const char *day;
    };
    const auto row = GENERATE(Row{"Europe/Paris", "2026-11-24T23:30:00Z", "2026-11-25"},
                              Row{"America/Cayenne", "2026-11-25T02:30:00Z", "2026-11-24"},
                              Row{"Pacific/Noumea", "2026-11-24T13:30:00Z", "2026-11-25"});
    CAPTURE(row.zone);
    counter.set("agency-timezone", row.zone);
    counter.kiosk.signOut();
    counter.signIn();
    counter.stage.clock().set(must(parseInstant(row.at)));
    CHECK(formatDate(counter.kiosk.today()) == row.day);
}

TEST_CASE("who fits only nearly is not chosen by being alone", "[ui]") {
    Counter counter;
    counter.signIn();
    std::ignore = counter.import(laboratoryResult().build()); // MOULIN
    auto &identify = *counter.kiosk.identify();
    const bool nearly = GENERATE(true, false);
    counter.kiosk.nextPerson();
    identify.setBirth(QStringLiteral("03041941"));
    identify.setLetters(nearly ? QStringLiteral("mox") : QStringLiteral("mou"));
    identify.find();
    counter.answered(identify);
    settle();
    CHECK(identify.candidates()->count() == 1);
    CHECK((counter.kiosk.screen() == KioskModel::Identify) == nearly);
}

} // namespace guichet::test
