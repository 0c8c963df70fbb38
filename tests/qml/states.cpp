// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/states.h"

#include "kiosk/counter/printer_trouble.h"
#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/case_model.h"
#include "kiosk/ui/cases_model.h"
#include "kiosk/ui/colleague_model.h"
#include "kiosk/ui/day_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/doubts_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/import_model.h"
#include "kiosk/ui/left_visits_model.h"
#include "kiosk/ui/news_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/pack_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/receipt_model.h"
#include "kiosk/ui/reports_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/setup_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "kiosk/ui/wording.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QQuickItem>

#include <array>
#include <string>
#include <utility>

namespace guichet::test {

using namespace ui;

namespace {

storage::Act act(const char *subject, const char *reference, storage::ActStatus status) {
    storage::Act made;
    made.subject = subject;
    made.reference = reference;
    made.status = status;
    made.received = {std::chrono::year(2026), std::chrono::November, std::chrono::day(3)};
    return made;
}

/// An incomplete request on a form of several documents, as it stood a month later.
CaseModel::Case incomplete(const KioskModel &kiosk) {
    CaseModel::Case found;
    found.form = *kiosk.catalogue().form("s3705");
    found.act = act("s3705", "K7-1AB2-CD3E-5", storage::ActStatus::Incomplete);
    found.act.type = storage::ActType::Request;
    found.act.initials = "P. D.";
    found.act.piecesMissing = {"filiation", "parent2-signed"};
    found.act.completeBy = {std::chrono::year(2026), std::chrono::November, std::chrono::day(20)};
    found.act.due = {std::chrono::year(2026), std::chrono::November, std::chrono::day(18)};
    found.letters = {kiosk::LetterCause::Late, {kiosk::LetterTo::Mediator, kiosk::LetterTo::Defender}};
    storage::ActStep step;
    step.what = "incomplete";
    step.means = "signature";
    step.on = found.act.received;
    found.steps = {step};
    return found;
}

CaseModel &openCase(KioskModel &kiosk, const CaseModel::Case &found) {
    kiosk.openCase(found.act.reference);
    kiosk.oneCase()->show(found);
    return *kiosk.oneCase();
}

/// What it asks of the worker stays waited for.
State at(const char *screen, const char *name, std::function<void(KioskModel &)> enter) {
    return {screen, name, [enter = std::move(enter)](Stage &stage) {
                stage.hold();
                enter(stage.kiosk());
            }};
}

/// What it asks is answered: nobody is signed in at the store, which is an error.
State failing(const char *screen, const char *name, std::function<const ViewModel *(KioskModel &)> enter) {
    return {screen, name, [enter = std::move(enter)](Stage &stage) {
                const auto *model = enter(stage.kiosk());
                stage.until([&] { return !model->waiting(); });
            }};
}

// Languages of the person's screen, by their place in its list.
constexpr int kArabic = 2;
constexpr int kPortuguese = 3;
constexpr int kSpanish = 4;

/// A word that no line breaks by itself, and a name as long as the identity of the health insurance lets one be.
constexpr const char *kLongWord = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
constexpr const char *kLongName =
    "MONTMORENCY-LAVAL DE LA ROCHEFOUCAULD D’ESSAI SAINT-SÉBASTIEN-SUR-LOIRE DE L’EXEMPLE";

storage::Person arabic() {
    storage::Person person;
    person.id = "01Q";
    person.traits.birthName = "اختبار";
    person.traits.givenNames = "مثال";
    person.traits.born = {1979, 3, 28};
    person.traits.sex = storage::Sex::Male;
    person.nir = "179039935018929";
    return person;
}

void showPrinter(KioskModel &kiosk, const kiosk::PrinterStatus &printer) {
    const kiosk::Texts say(kiosk.catalogue(), kiosk.language(), kiosk.today());
    kiosk.setPrinter(kiosk::printerSays(say, printer));
}

void offline(KioskModel &kiosk) {
    kiosk::PrinterStatus printer{.name = "accueil", .state = "idle", .reasons = {"offline-report"}, .chosen = true};
    printer.device.answers = printing::DeviceStatus::Answers::No;
    showPrinter(kiosk, printer);
}

std::vector<storage::Act> acts(int count) {
    std::vector<storage::Act> made;
    for (int i = 0; i < count; ++i) {
        static constexpr std::array all{storage::ActStatus::Recorded,  storage::ActStatus::Sent,
                                        storage::ActStatus::Confirmed, storage::ActStatus::Refused,
                                        storage::ActStatus::Forwarded, storage::ActStatus::Withdrawn};
        made.push_back(act("ens-objection", ("K7-3F9Q-" + std::to_string(1000 + i) + "-4").c_str(),
                           all.at(static_cast<std::size_t>(i) % all.size())));
    }
    return made;
}

/// The form of a child, at the page with a date of birth.
void toDates(RequestModel &request) {
    request.chooseForm(formRow("s3705"));
    request.next();
    while (request.fields()->at(1, "hint").toString().isEmpty() && request.stage() == RequestModel::Filling) {
        request.next();
    }
}

void toPieces(RequestModel &request, int form) {
    request.chooseForm(form);
    while (request.stage() != RequestModel::Pieces) {
        request.next();
    }
}

void firstRun(KioskModel &kiosk) {
    kiosk.setup()->start();
    kiosk.go(KioskModel::Setup);
}

void toAdministrator(KioskModel &kiosk) {
    firstRun(kiosk);
    const std::array values{"CPAM de l’Exemple", "CPAM-EXEMPLE", "E1"};
    for (std::size_t row = 0; row < values.size(); ++row) {
        kiosk.setup()->setField(static_cast<int>(row), QString::fromUtf8(values.at(row)));
    }
    kiosk.setup()->next();
}

/// Whoever works here has a keypad and no keyboard.
State byKeypad(const char *screen, const char *name, std::function<void(KioskModel &)> enter) {
    return {screen, name, [enter = std::move(enter)](Stage &stage) {
                stage.hold();
                enter(stage.kiosk());
                stage.settle();
                QKeyEvent asks(QEvent::KeyPress, Qt::Key_Asterisk, Qt::KeypadModifier);
                QCoreApplication::sendEvent(&stage.window(), &asks);
            }};
}

/// A finger touched this field: the keyboard of the screen is there.
State byFinger(const char *screen, const char *name, const char *field, std::function<void(KioskModel &)> enter) {
    return {screen, name, [field, enter = std::move(enter)](Stage &stage) {
                stage.hold();
                enter(stage.kiosk());
                stage.settle();
                const auto *item = stage.find(QString::fromLatin1(field));
                const auto place = item->mapToScene({item->width() / 2, item->height() - 20});
                for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
                    QMouseEvent touch(type, place, stage.window().mapToGlobal(place), Qt::LeftButton,
                                      type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, {});
                    QCoreApplication::sendEvent(&stage.window(), &touch);
                }
                stage.until([&] {
                    const auto *keyboard = stage.find(QStringLiteral("keyboard"));
                    return keyboard != nullptr &&
                           item->mapRectToScene(item->boundingRect()).bottom() <= keyboard->mapToScene({0, 0}).y();
                });
            }};
}

/// The person writes to the agent in this language of theirs.
void writing(KioskModel &kiosk, int language) {
    serve(kiosk);
    kiosk.personView()->chooseLanguage(language);
    kiosk.personView()->dialogue()->start();
    kiosk.turn();
}

/// What an opt-out is about stands before the person, on the screen turned to them, in a language of theirs.
void agreeing(Stage &stage, int language) {
    stage.hold();
    stage.voice().find();
    auto &kiosk = stage.kiosk();
    serve(kiosk);
    kiosk.personView()->chooseLanguage(language);
    kiosk.openOptOuts();
    kiosk.optOuts()->answer(0);
    kiosk.turn();
}

/// A form with its answers.
void answered(KioskModel &kiosk) {
    kiosk.openRequest();
    auto &request = *kiosk.request();
    request.chooseForm(formRow("vitale-loss"));
    request.next();
    request.chooseField(0, 1);
    request.setField(1, QStringLiteral("03112026"));
    while (request.stage() != RequestModel::Pieces) {
        request.next();
    }
}

void conversation(KioskModel &kiosk) {
    auto &dialogue = *kiosk.personView()->dialogue();
    dialogue.start();
    dialogue.setAgents(QStringLiteral("Bonjour. Que puis-je faire pour vous ?"));
    dialogue.sendAgents();
    dialogue.setPersons(QStringLiteral("Je voudrais mes résultats sur papier, en gros caractères."));
    dialogue.sendPersons();
    dialogue.setAgents(QStringLiteral("D’accord. Avez-vous une pièce d’identité ?"));
    dialogue.sendAgents();
    dialogue.setPersons(QStringLiteral("Oui, la voici"));
}

void searched(KioskModel &kiosk) {
    signIn(kiosk);
    kiosk.nextPerson();
    kiosk.identify()->setBirth(QStringLiteral("28031979"));
    kiosk.identify()->setLetters(QStringLiteral("dup"));
}

} // namespace

storage::Person somebody() {
    storage::Person person;
    person.id = "01P";
    person.traits.birthName = "DUPONT";
    person.traits.givenNames = "PAULE MARIE";
    person.traits.born = {1979, 3, 28};
    person.traits.sex = storage::Sex::Female;
    person.traits.birthPlace = "LILLE";
    person.nir = "279039935018989";
    return person;
}

void signIn(KioskModel &kiosk, storage::Role role) {
    kiosk.setPlace(QStringLiteral("CPAM de démonstration · Guichet 1"));
    showPrinter(kiosk, {.name = "accueil", .state = "idle", .reasons = {}, .chosen = true});
    emit kiosk.signIn()->signedIn(QStringLiteral("A01"), static_cast<int>(role));
}

/// One stick, chosen and counted.
void showStick(KioskModel &kiosk) {
    const kiosk::Stick stick{"/media/CLE", "CLÉ DE L’HÔPITAL"};
    kiosk.imports()->clear();
    kiosk.imports()->show(std::vector<kiosk::Stick>{stick, {"/media/B", "DOCUMENTS"}});
    kiosk.imports()->show(stick, 342);
}

/// One of each kind: two numbers, a newborn, a document, two who were put together.
/// Three months by three channels; the counter a little later for one act.
void showReports(KioskModel &kiosk) {
    using kiosk::Channel;
    kiosk::Equality made;
    const auto row = [&](const char *kind, const char *title, std::optional<Channel> channel,
                         std::vector<double> tenths) {
        kiosk::EqualityRow one;
        one.kind = kind;
        one.title = title;
        one.channel = channel;
        one.count = 120;
        if (!tenths.empty()) {
            one.median = (tenths[4] + tenths[5]) / 2;
            one.ninth = tenths[8];
        }
        one.tenths = std::move(tenths);
        made.rows.push_back(std::move(one));
    };
    for (const auto &[kind, title] :
         {std::pair("all", "Toutes les démarches ensemble"), std::pair("requests", "Demandes"),
          std::pair("s3704", "Déclaration de choix du médecin traitant")}) {
        row(kind, title, Channel::Counter, {0, 2, 4, 6, 8, 10, 12, 15, 18, 23});
        row(kind, title, Channel::Post, {25, 28, 31, 32, 33, 33, 34, 34, 35, 35});
        row(kind, title, Channel::Telephone, {});
        row(kind, title, Channel::Online, {0, 3, 5, 6, 7, 9, 10, 13, 20, 23});
        row(kind, title, std::nullopt, {});
        for (const auto &[month, days] :
             {std::pair("2026-08", 12.0), std::pair("2026-09", 10.5), std::pair("2026-10", 9.0)}) {
            made.months.push_back({kind, month, Channel::Counter, days});
            made.months.push_back({kind, month, Channel::Post, days + 22});
            made.months.push_back({kind, month, Channel::Online, 8.0});
        }
    }
    made.gaps = {{"bank-details", "Changement de compte bancaire (RIB)", {4, 2, 5}, false, kiosk::Verdict::Later},
                 {"s3704", "Déclaration de choix du médecin traitant", {-1, -3, 0}, false, kiosk::Verdict::AsWell}};
    made.conclusion =
        "Au guichet, la réponse vient plus tard qu’en ligne pour : Changement de compte bancaire (RIB) (+4 jours).";
    kiosk.reports()->clear();
    kiosk.reports()->show(std::move(made));
}

/// A poster that hangs with an old text, a leaflet that was handed out; a printer without A3.
void showPack(KioskModel &kiosk) {
    ui::PackModel::Known known;
    const auto day = [&](int ago) { return kiosk::addDays(kiosk.today(), -ago); };
    known.done = {{"poster", "salle d’attente", day(200), {}},
                  {"poster", "accueil de la maison de santé", day(150), {}},
                  {"letter", "assurés de plus de 70 ans", day(40), 1240}};
    known.promises = {{"poster", day(23), true}, {"leaflet", day(300), false}};
    known.lacking = {"iso_a3_297x420mm"};
    kiosk.pack()->clear();
    kiosk.pack()->show(std::move(known));
}

void showDoubts(KioskModel &kiosk) {
    const storage::Person one = somebody();
    storage::Person other = one;
    other.traits.birthName = "PAT-TROYES";
    other.traits.birthPlace.clear();
    other.nir = "279039935018793";
    other.address = "Chez Mme NOIR, 12 rue de l’Ancienne Comédie, 59000 LILLE";
    storage::Person newborn = one;
    newborn.traits.givenNames = "LÉA";
    newborn.nir.clear();
    kiosk::OpenDoubt changed{.id = "1", .cause = storage::DoubtCause::NewNumber, .together = true};
    changed.person = {other, 2};
    changed.other = kiosk::DoubtSide{one, 14};
    kiosk::OpenDoubt born{.id = "2", .cause = storage::DoubtCause::SameTraits};
    born.person = {newborn, 0};
    born.other = kiosk::DoubtSide{one, 14};
    kiosk::OpenDoubt document{.id = "3"};
    document.person = {one, 14};
    document.record = storage::Record{};
    document.record->title = "Compte rendu d’hospitalisation";
    document.record->date = "2026-03-12";
    document.record->organisation = "Centre hospitalier de démonstration";
    kiosk::OpenDoubt merged{.id = "4", .cause = storage::DoubtCause::ByHand, .merged = true, .together = true};
    merged.person = {other, 2};
    merged.other = kiosk::DoubtSide{one, 14};
    kiosk.doubts()->clear();
    kiosk.doubts()->show({changed, born, document, merged});
}

storage::Job job(const char *what, const char *reference, int pages, storage::JobState state,
                 storage::PaperState paper) {
    storage::Job made;
    made.id = std::string(what) + reference;
    made.what = what;
    made.reference = reference;
    made.pages = pages;
    made.state = state;
    made.paper = paper;
    return made;
}

/// As papers of the visit.
void showPapers(KioskModel &kiosk, std::vector<storage::Job> jobs) {
    for (auto &job : jobs) {
        job.visit = kiosk.visit().id;
    }
    kiosk.papers()->show(std::move(jobs));
}

void serve(KioskModel &kiosk) {
    signIn(kiosk);
    kiosk.nextPerson();
    kiosk.serve("01P", Wording::person(somebody()));
    kiosk::Presence presence;
    presence.seen = kiosk::IdentitySeen::IdCard;
    kiosk.setPresence(presence, Wording::presence(presence));
    showPapers(kiosk, {job("Reçu", "K7-3F9Q-M2XD-4", 1, storage::JobState::Completed, storage::PaperState::InHand),
                       job("Copie de documents", "", 3, storage::JobState::Printing, storage::PaperState::Sent)});
}

std::vector<kiosk::SealedRecord> records(int count) {
    std::vector<kiosk::SealedRecord> made;
    for (int i = 0; i < count; ++i) {
        made.push_back({"01R" + std::to_string(i), document::Category::Result,
                        "20" + std::to_string(26 - i % 20) + "-0" + std::to_string(1 + i % 9) + "-12", 1 + i % 4,
                        i == 2 ? storage::RecordState::Doubtful : storage::RecordState::Current});
    }
    return made;
}

PersonModel::Page page() {
    PersonModel::Page page;
    page.page.person = somebody();
    page.page.records = {{document::Category::Result, 4},        {document::Category::Prescription, 2},
                         {document::Category::Reimbursement, 1}, {document::Category::Hospital, 3},
                         {document::Category::Certificate, 0},   {document::Category::Other, 0}};
    page.page.optouts = {act("ens-objection", "K7-3F9Q-M2XD-4", storage::ActStatus::Recorded)};
    page.page.requests = {act("s3704", "K7-1AB2-CD3E-5", storage::ActStatus::Incomplete)};
    page.titles = {QStringLiteral("Opposition à l’ouverture de l’espace numérique de santé"),
                   QStringLiteral("Déclaration de choix du médecin traitant")};
    return page;
}

std::vector<storage::Job> troubledJobs() {
    using storage::JobState;
    using storage::PaperState;
    return {job("Reçu", "K7-3F9Q-M2XD-4", 1, JobState::Completed, PaperState::CameOut),
            job("Copie de documents", "", 12, JobState::Stopped, PaperState::Sent),
            job("Déclaration de choix du médecin traitant", "K7-1AB2-CD3E-5", 2, JobState::Failed, PaperState::Lost),
            job("Copie de documents", " 2", 3, JobState::Held, PaperState::Sent),
            job("Reçu", "K7-7PQR-STUV-6", 1, JobState::Waiting, PaperState::Unsent),
            job("Reçu", "K7-8PQR-STUV-7", 1, JobState::Unknown, PaperState::Unknown),
            job("Reçu", "K7-9PQR-STUV-8", 1, JobState::Cancelled, PaperState::Unsent)};
}

std::vector<State> states() {
    return {
        at("sign-in", "sign-in",
           [](KioskModel &kiosk) { kiosk.setPlace(QStringLiteral("CPAM de démonstration · Guichet 1")); }),
        at("sign-in", "sign-in-typed",
           [](KioskModel &kiosk) {
               kiosk.signIn()->setAgent(QStringLiteral("A01"));
               for (const auto *digit : {"1", "2", "3", "4"}) {
                   kiosk.signIn()->press(QString::fromLatin1(digit));
               }
           }),
        byKeypad("sign-in", "sign-in-keypad", [](KioskModel &) {}),
        at("sign-in", "sign-in-waiting",
           [](KioskModel &kiosk) {
               kiosk.signIn()->setAgent(QStringLiteral("A01"));
               kiosk.signIn()->press(QStringLiteral("1"));
               kiosk.signIn()->submit();
           }),
        failing("sign-in", "sign-in-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    kiosk.signIn()->setAgent(QStringLiteral("A01"));
                    kiosk.signIn()->press(QStringLiteral("1"));
                    kiosk.signIn()->submit();
                    return kiosk.signIn();
                }),
        at("setup", "setup-agency", firstRun),
        at("setup", "setup-administrator",
           [](KioskModel &kiosk) {
               toAdministrator(kiosk);
               kiosk.setup()->setField(0, QStringLiteral("D01"));
           }),
        at("setup", "setup-waiting",
           [](KioskModel &kiosk) {
               toAdministrator(kiosk);
               kiosk.setup()->setField(0, QStringLiteral("D01"));
               kiosk.setup()->next();
           }),
        failing("setup", "setup-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    toAdministrator(kiosk);
                    kiosk.setup()->setField(0, QStringLiteral("D 01"));
                    kiosk.setup()->next();
                    return kiosk.setup();
                }),
        at("setup", "setup-recovery",
           [](KioskModel &kiosk) {
               firstRun(kiosk);
               kiosk.setup()->showSecrets(QStringLiteral("7K2M-3F9Q-M2XD-4ABC-7K2M-3F9Q-M2XD"),
                                          QStringLiteral("271828"));
           }),
        at("setup", "setup-printers",
           [](KioskModel &kiosk) {
               firstRun(kiosk);
               kiosk.setup()->showPrinters({{"accueil", "idle", {}, false}, {"bureau", "stopped", {}, false}});
               kiosk.setup()->showAnnounced(
                   {{"Fond", "Bureau du fond", "Example LaserPrint", "Bureau 12", "ipp://fond"}});
               kiosk.setup()->choosePrinter(2);
           }),
        at("setup", "setup-printer-address",
           [](KioskModel &kiosk) {
               firstRun(kiosk);
               kiosk.setup()->showPrinters({{"accueil", "idle", {}, false}});
               kiosk.setup()->choosePrinter(1);
           }),
        at("setup", "setup-no-printer",
           [](KioskModel &kiosk) {
               firstRun(kiosk);
               kiosk.setup()->showPrinters({});
           }),
        at("home", "home", [](KioskModel &kiosk) { signIn(kiosk); }),
        at("home", "home-supervisor", [](KioskModel &kiosk) { signIn(kiosk, storage::Role::Supervisor); }),
        at("home", "home-admin", [](KioskModel &kiosk) { signIn(kiosk, storage::Role::Admin); }),
        at("home", "home-owed",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.owed()->show(troubledJobs());
           }),
        at("home", "home-interrupted",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.left()->show({{"01V", QStringLiteral("Commencée à 09:15 par A01")},
                                   {"01W", QStringLiteral("Commencée à 11:40 par S01")}});
           }),
        failing("home", "home-interrupted-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk);
                    kiosk.left()->show({{"01V", QStringLiteral("Commencée à 09:15 par A01")}});
                    kiosk.left()->takeUp(0);
                    return kiosk.left();
                }),
        at("home", "home-offline",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               offline(kiosk);
           }),
        at("home", "home-banner",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.setBanner(ViewModel::sentence(Error{ErrorCode::DiskFull, "guichet.db", {}}));
           }),
        at("home", "home-long",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.setPlace(QStringLiteral("Caisse primaire d’assurance maladie de l’Exemple-et-Modèle-sur-Rivière, "
                                             "antenne de %1 · Guichet 12")
                                  .arg(QString::fromUtf8(kLongWord)));
               kiosk.setBanner(
                   ViewModel::sentence(Error{ErrorCode::FileUnwritable, std::string(kLongWord) + "/" + kLongWord, {}}));
           }),
        at("home", "home-call",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.colleague()->show({{"01C", "A01", {}, {}, {}}});
           }),
        at("home", "home-call-answered",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.colleague()->show({{"01C", "A01", {}, "S01", Instant{}}});
           }),
        at("home", "home-called",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.colleague()->show({{"01C", "S01", {}, {}, {}}});
           }),
        at("sheet", "news",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.news()->open();
           }),
        at("sheet", "help-sign-in", [](KioskModel &kiosk) { kiosk.help()->toggle(); }),
        at("sheet", "help",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.help()->toggle();
           }),
        byKeypad("sheet", "help-keypad",
                 [](KioskModel &kiosk) {
                     signIn(kiosk);
                     kiosk.help()->toggle();
                 }),
        at("sheet", "documents-ask",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(4), document::Category::Result);
               kiosk.go(KioskModel::Documents);
               kiosk.documents()->askTitles();
           }),
        at("receipt", "receipt",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openReceipt();
           }),
        at("receipt", "receipt-typed",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openReceipt();
               kiosk.receipt()->setText(QStringLiteral("K7-3F9Q-M2XD-4"));
           }),
        at("receipt", "receipt-waiting",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openReceipt();
               kiosk.receipt()->setText(QStringLiteral("K7-3F9Q-M2XD-4"));
               kiosk.receipt()->check();
           }),
        failing("receipt", "receipt-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk);
                    kiosk.openReceipt();
                    kiosk.receipt()->setText(QStringLiteral("K7-3F9Q-M2XD-4"));
                    kiosk.receipt()->check();
                    return kiosk.receipt();
                }),
        at("forms", "forms",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
           }),
        at("forms", "forms-found",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
               kiosk.forms()->setSaid(QStringLiteral("j’ai perdu ma carte"));
           }),
        byKeypad("forms", "forms-keypad",
                 [](KioskModel &kiosk) {
                     signIn(kiosk);
                     kiosk.openForms();
                 }),
        at("forms", "forms-nothing",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
               kiosk.forms()->setSaid(QStringLiteral("permis de pêche"));
           }),
        at("forms", "forms-numbered",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
               kiosk.forms()->choose(1);
           }),
        at("forms", "forms-refusals",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openForms();
               kiosk.forms()->choose(2);
           }),
        at("day", "day",
           [](KioskModel &kiosk) {
               using Found = kiosk::DayItem::State;
               signIn(kiosk);
               kiosk.openDay();
               kiosk.day()->show({{"printer", Found::Wrong, 0,
                                   "Imprimante : bourrage. Ouvrir l’imprimante, retirer la feuille coincée, refermer."},
                                  {"paper", Found::Good, 0, "L’imprimante a du papier A4."},
                                  {"clock", Found::Good, 0, "Ce poste a pour date le 24 novembre 2026, 08:00."},
                                  {"owed", Found::Look, 2, "Papiers dus à quelqu’un : 2"},
                                  {"to-send", Found::Good, 0, "Oppositions à transmettre : 0"}});
           }),
        at("day", "day-waiting",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openDay();
           }),
        failing("day", "day-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk);
                    kiosk.openDay();
                    return kiosk.day();
                }),
        at("import", "import",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openImport();
               kiosk.imports()->clear();
               kiosk.imports()->show(std::vector<kiosk::InboxRefusal>{
                   {"/srv/depot/hopital/scan 12.pdf", ErrorCode::NoPerson, {}, Instant{}},
                   {"/srv/depot/labo/envoi.zip#IHE_XDM/SUBSET01/DOC00002.PDF",
                    ErrorCode::HashMismatch,
                    {},
                    Instant{}}});
           }),
        at("import", "import-counted",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openImport();
               showStick(kiosk);
           }),
        at("import", "import-running",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openImport();
               showStick(kiosk);
               kiosk.imports()->showProgress(128, 342);
           }),
        at("import", "import-done",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openImport();
               showStick(kiosk);
               ui::ImportModel::Brought brought;
               brought.report.imported = 338;
               brought.report.duplicates = 12;
               for (const auto &[name, reason] :
                    {std::pair{"scan 12.pdf", ErrorCode::NoPerson},
                     std::pair{"envoi.zip#IHE_XDM/SUBSET01/DOC00002.PDF", ErrorCode::HashMismatch},
                     std::pair{"anciens/Compte rendu 2019.doc", ErrorCode::NotXml},
                     std::pair{"bilan.pdf", ErrorCode::Encrypted}}) {
                   kiosk::ImportItem item;
                   item.path = std::string("/media/CLE/") + name;
                   item.reason = reason;
                   brought.report.items.push_back(item);
               }
               kiosk.imports()->show(brought);
           }),
        at("doubts", "doubts",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openDoubts();
               showDoubts(kiosk);
           }),
        at("doubts", "doubts-compare",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openDoubts();
               showDoubts(kiosk);
               kiosk.doubts()->choose(0);
               kiosk.doubts()->pick(1);
           }),
        at("doubts", "doubts-document",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openDoubts();
               showDoubts(kiosk);
               kiosk.doubts()->choose(2);
           }),
        failing("doubts", "doubts-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk, storage::Role::Supervisor);
                    kiosk.openDoubts();
                    return kiosk.doubts();
                }),
        at("doubts", "doubts-none",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openDoubts();
               kiosk.doubts()->clear();
               kiosk.doubts()->show({});
           }),
        at("reports", "reports",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openReports();
               showReports(kiosk);
           }),
        at("reports", "reports-waiting",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openReports();
           }),
        failing("reports", "reports-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk, storage::Role::Supervisor);
                    kiosk.openReports();
                    return kiosk.reports();
                }),
        at("pack", "pack",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openPack();
               showPack(kiosk);
           }),
        at("pack", "pack-letter",
           [](KioskModel &kiosk) {
               signIn(kiosk, storage::Role::Supervisor);
               kiosk.openPack();
               showPack(kiosk);
               kiosk.pack()->chooseKind(5);
               kiosk.pack()->setWhere(QStringLiteral("nouveaux assurés"));
               kiosk.pack()->setOn(QStringLiteral("hier"));
               kiosk.pack()->setCount(QStringLiteral("mille"));
           }),
        failing("pack", "pack-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk, storage::Role::Supervisor);
                    kiosk.openPack();
                    return kiosk.pack();
                }),
        at("cases", "cases",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openDay();
               kiosk.openCases("late", QStringLiteral("Réponses en retard\u00a0: 40"));
               std::vector<storage::Act> acts;
               for (int i = 0; i < 40; ++i) {
                   acts.push_back(i % 2 == 0 ? act("ens-objection", "K7-3F9Q-M2XD-4", storage::ActStatus::Sent)
                                             : act("s3704", "K7-1AB2-CD3E-5", storage::ActStatus::Incomplete));
                   acts.back().type = i % 2 == 0 ? storage::ActType::Optout : storage::ActType::Request;
                   acts.back().initials = "P. D.";
                   acts.back().reference.back() = static_cast<char>('0' + i % 10);
                   acts.back().reference[4] = static_cast<char>('A' + i / 10);
               }
               kiosk.cases()->show(acts);
           }),
        failing("cases", "cases-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk);
                    kiosk.openCases("due", QStringLiteral("Échéances arrivées\u00a0: 1"));
                    return kiosk.cases();
                }),
        at("case", "case",
           [](KioskModel &kiosk) {
               serve(kiosk);
               openCase(kiosk, incomplete(kiosk));
           }),
        at("case", "case-adding",
           [](KioskModel &kiosk) {
               serve(kiosk);
               auto found = incomplete(kiosk);
               openCase(kiosk, found).begin(CaseModel::Adding);
               kiosk.oneCase()->togglePiece(0);
           }),
        at("case", "case-answering",
           [](KioskModel &kiosk) {
               serve(kiosk);
               auto &one = openCase(kiosk, incomplete(kiosk));
               one.begin(CaseModel::Answering);
               one.setField(2, QStringLiteral("Ferme des Ormes, Albi"));
               one.insist();
           }),
        at("case", "case-deciding",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               openCase(kiosk, incomplete(kiosk)).begin(CaseModel::Deciding);
               kiosk.oneCase()->chooseDecision(1);
           }),
        at("case", "case-withdrawing",
           [](KioskModel &kiosk) {
               serve(kiosk);
               openCase(kiosk, incomplete(kiosk)).begin(CaseModel::Withdrawing);
           }),
        at("case", "case-waits",
           [](KioskModel &kiosk) {
               serve(kiosk);
               CaseModel::Case found;
               found.act = act("ens-objection", "K7-3F9Q-M2XD-4", storage::ActStatus::Recorded);
               found.act.type = storage::ActType::Optout;
               found.waits = {kiosk::Wait::Identity, kiosk::Wait::Number};
               found.mayIdentify = true;
               openCase(kiosk, found);
           }),
        at("case", "case-waiting",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openCase("K7-1AB2-CD3E-5");
           }),
        failing("case", "case-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.openCase("K7-1AB2-CD3E-5");
                    return kiosk.oneCase();
                }),
        at("owed", "owed-none",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openOwed();
               kiosk.owed()->clear();
               kiosk.owed()->show({});
           }),
        at("owed", "owed-one",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openOwed();
               auto one = troubledJobs().front();
               one.person = "01P";
               kiosk.owed()->show({one}, {{"01P", somebody().traits}});
           }),
        at("owed", "owed-many",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openOwed();
               std::vector<storage::Job> jobs;
               for (int i = 0; i < 40; ++i) {
                   for (auto &one : troubledJobs()) {
                       one.id += std::to_string(i);
                       one.person = i % 2 == 0 ? "01P" : "01Q";
                       jobs.push_back(one);
                   }
               }
               kiosk.owed()->show(jobs, {{"01P", somebody().traits}, {"01Q", arabic().traits}});
           }),
        at("owed", "owed-by-hand",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.openOwed();
               kiosk.setPrinter({.words = "Imprimante : bourrage", .advice = "Retirer la feuille.", .picture = {}},
                                QStringLiteral("bureau"));
               kiosk.owed()->show(troubledJobs());
               kiosk.owed()->writeByHand(4);
           }),
        failing("owed", "owed-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    signIn(kiosk);
                    kiosk.openOwed();
                    return kiosk.owed();
                }),
        at("identify", "identify",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
           }),
        byFinger("identify", "identify-keyboard", "letters",
                 [](KioskModel &kiosk) {
                     signIn(kiosk);
                     kiosk.nextPerson();
                 }),
        byFinger("identify", "identify-keyboard-birth", "birth",
                 [](KioskModel &kiosk) {
                     signIn(kiosk);
                     kiosk.nextPerson();
                 }),
        at("identify", "identify-number",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setByNumber(true);
               kiosk.identify()->setNumber(QStringLiteral("2 79 03 99 350 189 89"));
           }),
        at("identify", "identify-card",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setByCard(true);
               kiosk.identify()->show(kiosk::CardSight{kiosk::CardSight::State::Read,
                                                       1,
                                                       {{"DUPONT", "PAULE", "1979-03-28", "279039935018989"},
                                                        {"DUPONT", "JEAN", "2012-11-02", "279039935018989"}}});
           }),
        at("identify", "identify-no-card",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setByCard(true);
               kiosk.identify()->show(kiosk::CardSight{kiosk::CardSight::State::NoCard, 1, {}});
           }),
        at("identify", "identify-wrong-date",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setBirth(QStringLiteral("31021979"));
           }),
        at("identify", "identify-wrong-number",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setByNumber(true);
               kiosk.identify()->setNumber(QStringLiteral("2 79 03 99 350 189 12"));
           }),
        at("identify", "identify-waiting",
           [](KioskModel &kiosk) {
               searched(kiosk);
               kiosk.identify()->find();
           }),
        failing("identify", "identify-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    searched(kiosk);
                    kiosk.identify()->find();
                    return kiosk.identify();
                }),
        at("identify", "identify-many",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setBirth(QStringLiteral("28031979"));
               kiosk.identify()->setLetters(QStringLiteral("dup"));
               auto other = somebody();
               other.traits.sex = storage::Sex::Male;
               other.traits.givenNames = "JEAN";
               other.nir = "179039935018929";
               kiosk.identify()->show({{somebody(), storage::Match::Exact}, {other, storage::Match::Near}});
           }),
        at("identify", "identify-nobody",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setByNumber(true);
               kiosk.identify()->setNumber(QStringLiteral("2 55 08 14 168 025 38"));
               kiosk.identify()->show(std::vector<storage::FoundPerson>());
           }),
        at("identify", "identify-crowd",
           [](KioskModel &kiosk) {
               searched(kiosk);
               std::vector<storage::FoundPerson> found;
               for (int i = 0; i < 100; ++i) {
                   found.push_back(
                       {i % 3 == 0 ? arabic() : somebody(), i < 2 ? storage::Match::Exact : storage::Match::Near});
               }
               kiosk.identify()->show(found);
           }),
        at("add-person", "add-person",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->setBirth(QStringLiteral("28031979"));
               kiosk.openAddPerson();
           }),
        at("add-person", "add-person-long",
           [](KioskModel &kiosk) {
               searched(kiosk);
               kiosk.openAddPerson();
               auto &add = *kiosk.addPerson();
               add.setBirthName(QString::fromUtf8(kLongName));
               add.setGivenNames(QStringLiteral("مثال اختبار Anne-Élisabeth-Marie-Charlotte"));
               add.setBirthPlace(QString::fromUtf8(kLongWord));
               add.chooseSex(2);
           }),
        at("add-person", "add-person-wrong",
           [](KioskModel &kiosk) {
               searched(kiosk);
               kiosk.openAddPerson();
               kiosk.addPerson()->setBirth(QStringLiteral("31021979"));
               kiosk.addPerson()->setNumber(QStringLiteral("2 79 03 99 350 189 12"));
           }),
        failing("add-person", "add-person-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    searched(kiosk);
                    kiosk.openAddPerson();
                    kiosk.addPerson()->setBirthName(QStringLiteral("Essai"));
                    kiosk.addPerson()->setGivenNames(QStringLiteral("Noé"));
                    kiosk.addPerson()->add();
                    return kiosk.addPerson();
                }),
        at("presence", "presence",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.presence()->ask(somebody(),
                                     {kiosk::Trait::BirthPlace, kiosk::Trait::FirstGivenName, kiosk::Trait::Number});
               kiosk.go(KioskModel::Presence);
           }),
        at("presence", "presence-parent",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.presence()->ask(somebody(), {kiosk::Trait::BirthPlace});
               kiosk.presence()->chooseWho(1);
               kiosk.presence()->chooseSeen(6);
               kiosk.go(KioskModel::Presence);
           }),
        at("presence", "presence-bearer",
           [](KioskModel &kiosk) {
               searched(kiosk);
               auto &presence = *kiosk.presence();
               presence.ask(arabic(), {kiosk::Trait::FirstGivenName});
               presence.chooseWho(7);
               presence.setName(QString::fromUtf8(kLongName));
               presence.chooseSeen(5);
               kiosk.go(KioskModel::Presence);
           }),
        at("presence", "presence-no-document",
           [](KioskModel &kiosk) {
               searched(kiosk);
               auto &presence = *kiosk.presence();
               presence.welcome(somebody());
               presence.chooseSeen(6);
               kiosk.go(KioskModel::Presence);
           }),
        at("presence", "presence-proxy",
           [](KioskModel &kiosk) {
               searched(kiosk);
               auto &presence = *kiosk.presence();
               presence.welcome(somebody());
               presence.chooseWho(4);
               presence.setName(QStringLiteral("Camille Exemple"));
               presence.toggleMandate();
               presence.setMandateDay(QStringLiteral("01092026"));
               presence.chooseSeen(0);
               kiosk.go(KioskModel::Presence);
           }),
        at("presence", "presence-relative",
           [](KioskModel &kiosk) {
               searched(kiosk);
               auto &presence = *kiosk.presence();
               presence.welcome(somebody());
               presence.chooseWho(9);
               kiosk.go(KioskModel::Presence);
           }),
        at("presence", "presence-waiting",
           [](KioskModel &kiosk) {
               searched(kiosk);
               auto &presence = *kiosk.presence();
               presence.ask(somebody(), {kiosk::Trait::BirthPlace});
               presence.setTrait(QStringLiteral("Lille"));
               presence.checkTrait();
               kiosk.go(KioskModel::Presence);
           }),
        failing("presence", "presence-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    searched(kiosk);
                    auto &presence = *kiosk.presence();
                    presence.ask(somebody(), {kiosk::Trait::BirthPlace});
                    presence.setTrait(QStringLiteral("Lille"));
                    presence.checkTrait();
                    kiosk.go(KioskModel::Presence);
                    return &presence;
                }),
        at("person", "person",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.person()->show(page());
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-refused",
           [](KioskModel &kiosk) {
               serve(kiosk);
               auto refused = page();
               refused.refusal = Error{ErrorCode::IdentityNotShown, {}, {}};
               kiosk.person()->show(refused);
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-unnamed",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.nextPerson();
               kiosk.identify()->goOnWithoutName();
           }),
        at("person", "person-empty",
           [](KioskModel &kiosk) {
               serve(kiosk);
               showPapers(kiosk, {});
               PersonModel::Page empty;
               empty.page.person = somebody();
               kiosk.person()->show(empty);
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-many",
           [](KioskModel &kiosk) {
               serve(kiosk);
               auto many = page();
               many.page.records = {{document::Category::Result, 9721},
                                    {document::Category::Prescription, 262},
                                    {document::Category::Other, 17}};
               many.page.optouts = acts(150);
               many.titles.clear();
               for (int i = 0; i < 151; ++i) {
                   many.titles.push_back(QStringLiteral("Opposition à l’ouverture de l’espace numérique de santé"));
               }
               kiosk.person()->show(many);
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-long",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.serve("01Q", Wording::person(arabic()));
               auto lengthy = page();
               lengthy.titles = {QString::fromUtf8(kLongWord) + u' ' + QString::fromUtf8(kLongName),
                                 QStringLiteral("اعتراض على فتح الفضاء الرقمي للصحة")};
               kiosk.person()->show(lengthy);
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-waiting",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openPerson();
           }),
        failing("person", "person-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.openPerson();
                    return kiosk.person();
                }),
        at("person", "person-offline",
           [](KioskModel &kiosk) {
               serve(kiosk);
               offline(kiosk);
               showPapers(kiosk, troubledJobs());
               kiosk.person()->show(page());
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-papers-none",
           [](KioskModel &kiosk) {
               serve(kiosk);
               showPapers(kiosk, {});
               kiosk.person()->show(page());
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-papers-out",
           [](KioskModel &kiosk) {
               serve(kiosk);
               showPapers(kiosk, {job("Reçu", "K7-3F9Q-M2XD-4", 1, storage::JobState::Completed,
                                      storage::PaperState::CameOut)});
               kiosk.person()->show(page());
               kiosk.go(KioskModel::Person);
           }),
        at("person", "person-banner",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.setBanner(ViewModel::sentence(Error{ErrorCode::DiskFull, "guichet.db", {}}));
               kiosk.person()->show(page());
               kiosk.go(KioskModel::Person);
           }),
        at("documents", "documents",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(4), document::Category::Result);
               kiosk.documents()->toggle(0);
               kiosk.documents()->toggle(1);
               kiosk.go(KioskModel::Documents);
           }),
        at("documents", "documents-many",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(10000), document::Category::Result);
               kiosk.documents()->setLarge(true);
               kiosk.go(KioskModel::Documents);
           }),
        at("documents", "documents-none",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show({}, document::Category::Hospital);
               kiosk.go(KioskModel::Documents);
           }),
        at("documents", "documents-one",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(1), document::Category::Result);
               kiosk.go(KioskModel::Documents);
           }),
        failing("documents", "documents-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.openDocuments(0);
                    return kiosk.documents();
                }),
        at("documents", "documents-printing",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.documents()->show(records(4), document::Category::Result);
               kiosk.go(KioskModel::Documents);
               kiosk.documents()->toggle(1);
               kiosk.documents()->print();
           }),
        at("person-view", "person-sentence",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->say(11);
           }),
        at("person-view", "person-agreement",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(0);
               kiosk.turn();
           }),
        at("person-view", "person-agreement-arabic",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->chooseLanguage(kArabic);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(1);
               kiosk.turn();
           }),
        {"person-view", "person-reading",
         [](Stage &stage) {
             agreeing(stage, 0);
             stage.kiosk().personView()->reading()->toggle();
             stage.voice().finish();
             stage.voice().finish();
             stage.voice().finish();
         }},
        {"person-view", "person-reading-arabic",
         [](Stage &stage) {
             stage.voice().languages.insert("ar");
             agreeing(stage, 2);
             stage.kiosk().personView()->reading()->toggle();
             stage.voice().finish();
         }},
        {"person-view", "person-no-voice",
         [](Stage &stage) {
             agreeing(stage, 2);
             stage.kiosk().personView()->reading()->toggle();
         }},
        at("person-view", "person-request",
           [](KioskModel &kiosk) {
               serve(kiosk);
               answered(kiosk);
               kiosk.turn();
           }),
        at("person-view", "person-request-arabic",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->chooseLanguage(kArabic);
               answered(kiosk);
               kiosk.turn();
           }),
        at("person-view", "person-writing",
           [](KioskModel &kiosk) {
               serve(kiosk);
               conversation(kiosk);
               kiosk.turn();
           }),
        byKeypad("person-view", "person-writing-keypad",
                 [](KioskModel &kiosk) {
                     serve(kiosk);
                     conversation(kiosk);
                     kiosk.turn();
                 }),
        at("person-view", "person-writing-arabic",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->chooseLanguage(kArabic);
               conversation(kiosk);
               kiosk.turn();
           }),
        at("person-view", "person-thanks",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.turn();
           }),
        at("dialogue", "dialogue",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.personView()->dialogue()->start();
           }),
        byFinger("dialogue", "dialogue-keyboard-ar", "personWriting",
                 [](KioskModel &kiosk) { writing(kiosk, kArabic); }),
        byFinger("dialogue", "dialogue-keyboard-pt", "personWriting",
                 [](KioskModel &kiosk) { writing(kiosk, kPortuguese); }),
        byFinger("dialogue", "dialogue-keyboard-es", "personWriting",
                 [](KioskModel &kiosk) { writing(kiosk, kSpanish); }),
        at("dialogue", "dialogue-written",
           [](KioskModel &kiosk) {
               serve(kiosk);
               conversation(kiosk);
           }),
        at("opt-outs", "opt-outs",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
           }),
        at("opt-outs", "opt-outs-answered",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(0);
           }),
        at("opt-outs", "opt-outs-again",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.person()->show(page());
               kiosk.openOptOuts();
           }),
        at("opt-outs", "opt-outs-document",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               while (!kiosk.optOuts()->asksDetail()) {
                   kiosk.optOuts()->chooseScope(4);
               }
           }),
        at("opt-outs", "opt-outs-waiting",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openOptOuts();
               kiosk.optOuts()->answer(1);
               kiosk.optOuts()->next();
           }),
        failing("opt-outs", "opt-outs-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.openOptOuts();
                    kiosk.optOuts()->answer(1);
                    kiosk.optOuts()->next();
                    return kiosk.optOuts();
                }),
        at("request", "request",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
           }),
        at("request", "request-found",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->setSaid(QStringLiteral("changer de médecin"));
               kiosk.request()->chooseFirst();
           }),
        at("request", "request-nothing",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->setSaid(QStringLiteral("permis de pêche"));
           }),
        at("request", "request-fields",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(formRow("s3705"));
               kiosk.request()->next();
               kiosk.request()->chooseField(0, 0);
           }),
        at("request", "request-child",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toDates(*kiosk.request());
               kiosk.request()->setField(1, QStringLiteral("32132020"));
           }),
        at("request", "request-pieces",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toPieces(*kiosk.request(), formRow("s3705"));
           }),
        at("request", "request-chosen",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(formRow("vitale-loss"));
           }),
        at("request", "request-wrong",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toDates(*kiosk.request());
               kiosk.request()->setField(0, QString::fromUtf8(kLongName));
               kiosk.request()->setField(1, QStringLiteral("31022020"));
           }),
        at("request", "request-whole",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(formRow("s3705"));
               kiosk.request()->next();
               kiosk.request()->toggleWhole();
               kiosk.request()->chooseField(0, 0);
           }),
        at("request", "request-odd",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               kiosk.request()->chooseForm(formRow("s3704"));
               kiosk.request()->next();
               kiosk.request()->setField(0, QStringLiteral("Dr Exemple"));
               kiosk.request()->setField(2, QStringLiteral("Ferme des Ormes, Albi"));
               kiosk.request()->insist();
           }),
        at("request", "request-whole-wrong",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toDates(*kiosk.request());
               kiosk.request()->setField(1, QStringLiteral("31"));
               kiosk.request()->toggleWhole();
               kiosk.request()->insist();
           }),
        at("request", "request-pieces-given",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toPieces(*kiosk.request(), formRow("s3705"));
               for (int piece = 0; piece < kiosk.request()->pieces()->count(); ++piece) {
                   kiosk.request()->togglePiece(piece);
               }
           }),
        at("request", "request-signatories",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toPieces(*kiosk.request(), formRow("trusted-person"));
           }),
        at("request", "request-waiting",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.openRequest();
               toPieces(*kiosk.request(), formRow("vitale-loss"));
               kiosk.request()->next();
           }),
        failing("request", "request-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.openRequest();
                    toPieces(*kiosk.request(), formRow("vitale-loss"));
                    kiosk.request()->next();
                    return kiosk.request();
                }),
        at("end", "end",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.endVisit();
           }),
        at("end", "end-nothing",
           [](KioskModel &kiosk) {
               serve(kiosk);
               showPapers(kiosk, {job("Reçu", "K7-3F9Q-M2XD-4", 1, storage::JobState::Completed,
                                      storage::PaperState::InHand)});
               kiosk.endVisit();
           }),
        at("end", "end-many",
           [](KioskModel &kiosk) {
               serve(kiosk);
               showPapers(kiosk, troubledJobs());
               kiosk.endVisit();
           }),
        at("end", "end-waiting",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.endVisit();
               kiosk.end()->finish();
           }),
        failing("end", "end-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.endVisit();
                    kiosk.end()->finish();
                    return kiosk.end();
                }),
        at("veil", "hidden",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.hide();
           }),
        at("veil", "locked",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.lock();
           }),
        at("veil", "locked-waiting",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.lock();
               kiosk.signIn()->press(QStringLiteral("1"));
               kiosk.signIn()->submit();
           }),
        failing("veil", "locked-failing",
                [](KioskModel &kiosk) -> const ViewModel * {
                    serve(kiosk);
                    kiosk.lock();
                    kiosk.signIn()->press(QStringLiteral("1"));
                    kiosk.signIn()->submit();
                    return kiosk.signIn();
                }),
        at("veil", "hidden-called",
           [](KioskModel &kiosk) {
               serve(kiosk);
               kiosk.colleague()->show({{"01C", "S01", {}, {}, {}}});
               kiosk.hide();
           }),
        at("veil", "hidden-home",
           [](KioskModel &kiosk) {
               signIn(kiosk);
               kiosk.hide();
           }),
    };
}

} // namespace guichet::test
