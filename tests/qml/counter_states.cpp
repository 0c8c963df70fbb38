// SPDX-License-Identifier: GPL-3.0-or-later
// States that only the answers of a store bring.
#include "base/files.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/call_model.h"
#include "kiosk/ui/cases_model.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/receipt_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/store.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace guichet::test {

using namespace ui;

namespace {

/// The bar says what a look at the store and the printer says: once, before the picture.
void lookedAt(Counter &counter) {
    counter.stage.until([&] { return !counter.kiosk.place().isEmpty() && !counter.kiosk.printer().isEmpty(); });
}

void at(Counter &counter, const CdaBuilder &document) {
    counter.signIn();
    lookedAt(counter);
    counter.serve(counter.import(document.build()));
    counter.answered(*counter.kiosk.papers());
}

void openTitles(Counter &counter) {
    counter.openOnlyRecord();
    counter.kiosk.documents()->answerTitles(true);
    counter.answered(*counter.kiosk.documents());
}

/// The pages that the window asks for, drawn.
void preview(Counter &counter, bool drawn) {
    auto &documents = *counter.kiosk.documents();
    openTitles(counter);
    documents.view(0);
    counter.answered(documents);
    if (!drawn) {
        return;
    }
    counter.stage.until([&] { return !documents.previewPages()->at(0, "source").toString().isEmpty(); });
    counter.stage.settleAll();
}

void optOut(Counter &counter, bool registered, bool printed = true) {
    auto &model = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    model.answer(1);
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
    if (!registered) {
        return;
    }
    model.chooseSigning(0);
    counter.printer.refuse(!printed);
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
}

/// A slip that was made, among those that are not said to have left.
void slip(Counter &counter) {
    at(counter, prescription());
    optOut(counter, true);
    counter.kiosk.wipeVisit();
    counter.stage.atDesk([](kiosk::Desk &desk) { (void)must(kiosk::makeSlip(desk, {})); });
    counter.kiosk.openCases("unposted", QStringLiteral("Bordereaux dont le départ n’est pas noté\u00a0: 1"));
    counter.answered(*counter.kiosk.cases());
}

void callOperator(Counter &counter) {
    optOut(counter, true);
    counter.kiosk.openCall(counter.kiosk.optOuts()->reference());
    counter.answered(*counter.kiosk.call());
}

void request(Counter &counter, int form, bool filed) {
    auto &model = *counter.kiosk.request();
    counter.kiosk.openRequest();
    model.chooseForm(form);
    while (model.stage() != RequestModel::Pieces) {
        model.next();
    }
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
    if (!filed) {
        return;
    }
    model.chooseSigning(0);
    model.next();
    counter.answered(model);
    counter.answered(*counter.kiosk.papers());
}

void checkReceipt(Counter &counter, const QString &text) {
    counter.kiosk.openReceipt();
    counter.kiosk.receipt()->setText(text);
    counter.kiosk.receipt()->check();
    counter.answered(*counter.kiosk.receipt());
}

/// A title and a sender that fill several lines, in two directions.
CdaBuilder lengthy() {
    auto document = prescription();
    document.title = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, وصفة طبية للمثال, ordonnance de "
                     "médicaments pour l’année entière, en trois exemplaires";
    return document;
}

} // namespace

std::vector<State> counterStates() {
    return {
        {"sign-in",
         "sign-in-refused",
         {},
         [](Counter &counter) {
             counter.kiosk.signIn()->setAgent(QStringLiteral("A01"));
             for (int tries = 0; tries < 4; ++tries) {
                 counter.typePin("000000");
             }
         }},
        {"sign-in",
         "sign-in-damaged",
         {},
         [](Counter &counter) {
             // Noise where the database was: what a broken disk leaves.
             const auto file = counter.store() / "guichet.db";
             const std::string noise(std::filesystem::file_size(file), '\x5a');
             must(writeFile(file, asBytes(noise)));
             counter.signIn();
         }},
        {"receipt",
         "receipt-genuine",
         {},
         [](Counter &counter) {
             counter.signIn();
             lookedAt(counter);
             const auto person = counter.import(prescription().build());
             QString reference;
             counter.stage.atDesk([&](kiosk::Desk &desk) {
                 reference = QString::fromStdString(
                     must(kiosk::registerOptout(
                              desk, {.person = person, .scopes = {"ens-closure"}, .details = {}, .presence = {}}, {},
                              {}))
                         .receipt.reference);
             });
             checkReceipt(counter, reference);
         }},
        {"receipt",
         "receipt-unknown",
         {},
         [](Counter &counter) {
             counter.signIn();
             lookedAt(counter);
             checkReceipt(counter, QStringLiteral("K7-3F9Q-M2XD-4"));
         }},
        {"forms",
         "forms-printed",
         {},
         [](Counter &counter) {
             counter.signIn();
             lookedAt(counter);
             counter.kiosk.openForms();
             counter.kiosk.forms()->print(formRow("s3705"));
             counter.answered(*counter.kiosk.forms());
         }},
        {"forms",
         "forms-refused",
         {},
         [](Counter &counter) {
             counter.signIn();
             lookedAt(counter);
             counter.printer.refuse(true);
             counter.kiosk.openForms();
             counter.kiosk.forms()->print(formRow("s3705"));
             counter.answered(*counter.kiosk.forms());
         }},
        {"add-person",
         "add-person-refused",
         {},
         [](Counter &counter) {
             counter.signIn();
             lookedAt(counter);
             std::ignore = counter.import(prescription().build());
             counter.kiosk.nextPerson();
             counter.kiosk.openAddPerson();
             auto &add = *counter.kiosk.addPerson();
             add.setBirthName(QStringLiteral("Essai"));
             add.setGivenNames(QStringLiteral("Odile"));
             add.setNumber(QString::fromStdString(testNir(2, 41, 4, 7)));
             add.add();
             counter.answered(add);
         }},
        {"presence",
         "presence-no-match",
         {},
         [](Counter &counter) {
             counter.signIn();
             lookedAt(counter);
             const auto id = counter.import(prescription().build());
             counter.kiosk.nextPerson();
             counter.stage.atDesk([&](kiosk::Desk &desk) {
                 counter.kiosk.presence()->ask(must(desk.store.people().get(id)),
                                               {kiosk::Trait::BirthPlace, kiosk::Trait::UsedName});
             });
             counter.kiosk.openPresence();
             counter.kiosk.presence()->setTrait(QStringLiteral("Lille"));
             counter.kiosk.presence()->checkTrait();
             counter.answered(*counter.kiosk.presence());
         }},
        {"person",
         "person-number",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             counter.kiosk.person()->toggleNumber();
             counter.answered(*counter.kiosk.person());
         }},
        {"documents",
         "documents-titles",
         {},
         [](Counter &counter) {
             at(counter, laboratoryResult());
             openTitles(counter);
         }},
        {"documents",
         "documents-titles-long",
         {},
         [](Counter &counter) {
             at(counter, lengthy());
             openTitles(counter);
         }},
        {"documents",
         "documents-refused",
         {},
         [](Counter &counter) {
             at(counter, laboratoryResult());
             counter.openOnlyRecord();
             counter.printer.refuse(true);
             counter.kiosk.documents()->printOne(0);
             counter.answered(*counter.kiosk.documents());
             counter.answered(*counter.kiosk.papers());
         }},
        {"preview",
         "preview",
         {},
         [](Counter &counter) {
             at(counter, laboratoryResult());
             preview(counter, true);
         }},
        {"preview",
         "preview-many",
         {},
         [](Counter &counter) {
             at(counter, scannedResult(30));
             preview(counter, true);
         }},
        {"preview",
         "preview-waiting",
         {},
         [](Counter &counter) {
             at(counter, laboratoryResult());
             openTitles(counter);
             counter.stage.hold();
             counter.kiosk.documents()->view(0);
         }},
        {"opt-outs",
         "opt-outs-signing",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             optOut(counter, false);
         }},
        {"opt-outs",
         "opt-outs-signing-oral",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             optOut(counter, false);
             counter.kiosk.optOuts()->chooseSigning(2);
             counter.kiosk.optOuts()->setNote(QStringLiteral("A dit oui à voix haute, main bandée."));
         }},
        {"opt-outs",
         "opt-outs-registered",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             optOut(counter, true);
         }},
        {"call",
         "call",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             callOperator(counter);
         }},
        {"call",
         "call-answered",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             callOperator(counter);
             auto &call = *counter.kiosk.call();
             call.setWho(QStringLiteral("agent 12"));
             call.setFile(QStringLiteral("D-77"));
             call.chooseProof(0);
         }},
        {"call",
         "call-kept",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             callOperator(counter);
             counter.kiosk.call()->noteNobody();
             counter.answered(*counter.kiosk.call());
             counter.answered(*counter.kiosk.papers());
         }},
        {"call",
         "contact",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             counter.kiosk.person()->openContact();
             counter.answered(*counter.kiosk.contact());
             counter.kiosk.contact()->choose(1);
         }},
        {"opt-outs",
         "opt-outs-signed-before",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             counter.kiosk.openOptOuts();
             counter.kiosk.optOuts()->answer(1);
             counter.kiosk.optOuts()->takeSigned();
             counter.answered(*counter.kiosk.optOuts());
             counter.kiosk.optOuts()->chooseSigning(0);
             counter.kiosk.optOuts()->setDeposited(QStringLiteral("hier"));
         }},
        {"cases", "cases-slips", {}, [](Counter &counter) { slip(counter); }},
        {"cases",
         "cases-slip-left",
         {},
         [](Counter &counter) {
             slip(counter);
             counter.kiosk.cases()->chooseSlip(0);
             counter.kiosk.cases()->chooseMeans(0);
         }},
        {"opt-outs",
         "opt-outs-receipt-owed",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             optOut(counter, true, false);
         }},
        {"opt-outs",
         "opt-outs-removed",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             optOut(counter, false);
             counter.kiosk.optOuts()->removeDraft();
             counter.answered(*counter.kiosk.optOuts());
             counter.answered(*counter.kiosk.papers());
         }},
        {"request",
         "request-removed",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             request(counter, formRow("s3705"), false);
             counter.kiosk.request()->removeDraft();
             counter.answered(*counter.kiosk.request());
             counter.answered(*counter.kiosk.papers());
         }},
        {"request",
         "request-signing",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             request(counter, formRow("s3705"), false);
         }},
        {"request",
         "request-signed-before",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             counter.kiosk.openRequest();
             counter.kiosk.request()->chooseForm(formRow("vitale-loss"));
             while (counter.kiosk.request()->stage() != RequestModel::Pieces) {
                 counter.kiosk.request()->next();
             }
             counter.kiosk.request()->takeSigned();
             counter.answered(*counter.kiosk.request());
             counter.kiosk.request()->setDeposited(QStringLiteral("hier"));
         }},
        {"request",
         "request-filed",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             request(counter, formRow("s3705"), true);
         }},
        {"person-view",
         "person-headset",
         {},
         [](Counter &counter) {
             at(counter, laboratoryResult());
             openTitles(counter);
             counter.kiosk.turn();
             counter.kiosk.personView()->reading()->toggle();
         }},
        {"person-view",
         "person-reading-record",
         {},
         [](Counter &counter) {
             at(counter, laboratoryResult());
             counter.stage.voice().find();
             preview(counter, true);
             counter.kiosk.turn();
             counter.stage.headset().plug(true);
             for (int sentence = 0; sentence < 12; ++sentence) {
                 counter.stage.voice().finish();
             }
         }},
        {"person-view",
         "person-reading-paper",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             counter.stage.voice().find();
             optOut(counter, false);
             counter.kiosk.turn();
             counter.kiosk.personView()->reading()->toggle();
             counter.stage.voice().finish();
         }},
        {"veil",
         "locked-refused",
         {},
         [](Counter &counter) {
             at(counter, prescription());
             counter.kiosk.lock();
             counter.typePin("000000");
         }},
    };
}

std::vector<State> allStates() {
    auto all = states();
    for (auto &state : counterStates()) {
        // Behind the last of its screen, or at the end where it is the only one.
        auto last = all.end();
        for (auto at = all.begin(); at != all.end(); ++at) {
            if (std::string_view(at->screen) == state.screen) {
                last = std::next(at);
            }
        }
        all.insert(last, std::move(state));
    }
    return all;
}

Scene::Scene(const State &state, const std::string &language, bool beside) {
    if (state.work) {
        counter_ = std::make_unique<Counter>(language);
    } else {
        stage_ = std::make_unique<Stage>(std::filesystem::path(), nullptr, language);
    }
    if (beside) {
        theirs_ = std::make_unique<TheirDisplay>(stage().kiosk());
        if (!theirs_->load()) {
            throw std::runtime_error("the person's window could not be loaded");
        }
    }
    if (state.work) {
        state.work(*counter_);
    } else {
        state.enter(*stage_);
    }
    stage().settle();
}

} // namespace guichet::test
