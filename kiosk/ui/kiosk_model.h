// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/visit.h"
#include "kiosk/ui/page_provider.h"
#include "kiosk/ui/worker.h"
#include "storage/role.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

Q_MOC_INCLUDE("kiosk/ui/add_person_model.h")
Q_MOC_INCLUDE("kiosk/ui/case_model.h")
Q_MOC_INCLUDE("kiosk/ui/cases_model.h")
Q_MOC_INCLUDE("kiosk/ui/colleague_model.h")
Q_MOC_INCLUDE("kiosk/ui/contact_model.h")
Q_MOC_INCLUDE("kiosk/ui/documents_model.h")
Q_MOC_INCLUDE("kiosk/ui/end_model.h")
Q_MOC_INCLUDE("kiosk/ui/call_model.h")
Q_MOC_INCLUDE("kiosk/ui/day_model.h")
Q_MOC_INCLUDE("kiosk/ui/forms_model.h")
Q_MOC_INCLUDE("kiosk/ui/help_model.h")
Q_MOC_INCLUDE("kiosk/ui/identify_model.h")
Q_MOC_INCLUDE("kiosk/ui/doubts_model.h")
Q_MOC_INCLUDE("kiosk/ui/pack_model.h")
Q_MOC_INCLUDE("kiosk/ui/reports_model.h")
Q_MOC_INCLUDE("kiosk/ui/import_model.h")
Q_MOC_INCLUDE("kiosk/ui/keypad_typing.h")
Q_MOC_INCLUDE("kiosk/ui/left_visits_model.h")
Q_MOC_INCLUDE("kiosk/ui/look.h")
Q_MOC_INCLUDE("kiosk/ui/news_model.h")
Q_MOC_INCLUDE("kiosk/ui/opt_outs_model.h")
Q_MOC_INCLUDE("kiosk/ui/papers_model.h")
Q_MOC_INCLUDE("kiosk/ui/person_model.h")
Q_MOC_INCLUDE("kiosk/ui/person_view_model.h")
Q_MOC_INCLUDE("kiosk/ui/presence_model.h")
Q_MOC_INCLUDE("kiosk/ui/receipt_model.h")
Q_MOC_INCLUDE("kiosk/ui/request_model.h")
Q_MOC_INCLUDE("kiosk/ui/setup_model.h")
Q_MOC_INCLUDE("kiosk/ui/sign_in_model.h")

namespace guichet::ui {

class AddPersonModel;
class CaseModel;
class CasesModel;
class ColleagueModel;
class ContactModel;
class DocumentsModel;
class EndModel;
class CallModel;
class DayModel;
class FormsModel;
class HelpModel;
class IdentifyModel;
class DoubtsModel;
class PackModel;
class ReportsModel;
class ImportModel;
class KeypadTyping;
class LeftVisitsModel;
class Look;
class NewsModel;
class OptOutsModel;
class PapersModel;
class PersonModel;
class PersonViewModel;
class PresenceModel;
class ReceiptModel;
class RequestModel;
class SetupModel;
class SignInModel;
class VisitNotes;

/// Who is served, as far as the agent's screen says it: initials, masked number.
struct PersonWords {
    QString title; ///< "Mme P. D."
    QString under; ///< "née le 28/03/1979 · 2 79 03 •• ••• ••• ••"
    bool operator==(const PersonWords &) const = default;
};

/// The window's view model: which screen, what covers it, who is signed in, what the printer says, and the visit that
/// is going on. Owns the worker and the screens' view models. Belongs to the screen's thread.
class KioskModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Screen screen READ screen NOTIFY screenChanged)
    Q_PROPERTY(Veil veil READ veil NOTIFY veilChanged)
    Q_PROPERTY(int step READ step NOTIFY screenChanged)
    Q_PROPERTY(QString place READ place NOTIFY placeChanged)
    Q_PROPERTY(bool training READ training NOTIFY trainingChanged)
    Q_PROPERTY(QString agent READ agent NOTIFY agentChanged)
    Q_PROPERTY(bool mayServe READ mayServe NOTIFY agentChanged)
    Q_PROPERTY(QString printer READ printer NOTIFY printerChanged)
    Q_PROPERTY(bool printerReady READ printerReady NOTIFY printerChanged)
    Q_PROPERTY(QString banner READ banner NOTIFY bannerChanged)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsLeftChanged)
    Q_PROPERTY(bool visiting READ visiting NOTIFY visitChanged)
    Q_PROPERTY(bool named READ named NOTIFY visitChanged)
    Q_PROPERTY(QString personTitle READ personTitle NOTIFY visitChanged)
    Q_PROPERTY(QString personUnder READ personUnder NOTIFY visitChanged)
    Q_PROPERTY(bool keysInUse READ keysInUse WRITE setKeysInUse NOTIFY keysInUseChanged)
    Q_PROPERTY(bool windowed READ windowed CONSTANT)
    Q_PROPERTY(bool personDisplay READ personDisplay NOTIFY personDisplayChanged)
    Q_PROPERTY(bool canTurn READ canTurn NOTIFY visitChanged)
    Q_PROPERTY(guichet::ui::PersonViewModel *personView READ personView CONSTANT)
    Q_PROPERTY(guichet::ui::Look *look READ look CONSTANT)
    Q_PROPERTY(guichet::ui::KeypadTyping *keypad READ keypad CONSTANT)
    Q_PROPERTY(guichet::ui::HelpModel *help READ help CONSTANT)
    Q_PROPERTY(guichet::ui::ColleagueModel *colleague READ colleague CONSTANT)
    Q_PROPERTY(guichet::ui::NewsModel *news READ news CONSTANT)
    Q_PROPERTY(guichet::ui::SetupModel *setup READ setup CONSTANT)
    Q_PROPERTY(bool managesPrinters READ managesPrinters NOTIFY agentChanged)
    Q_PROPERTY(guichet::ui::SignInModel *signIn READ signIn CONSTANT)
    Q_PROPERTY(guichet::ui::ReceiptModel *receipt READ receipt CONSTANT)
    Q_PROPERTY(guichet::ui::FormsModel *forms READ forms CONSTANT)
    Q_PROPERTY(guichet::ui::DayModel *day READ day CONSTANT)
    Q_PROPERTY(guichet::ui::ImportModel *imports READ imports CONSTANT)
    Q_PROPERTY(guichet::ui::DoubtsModel *doubts READ doubts CONSTANT)
    Q_PROPERTY(guichet::ui::ReportsModel *reports READ reports CONSTANT)
    Q_PROPERTY(guichet::ui::PackModel *pack READ pack CONSTANT)
    Q_PROPERTY(bool mayReport READ mayReport NOTIFY agentChanged)
    Q_PROPERTY(bool mayInform READ mayInform NOTIFY agentChanged)
    Q_PROPERTY(bool decidesIdentity READ decidesIdentity NOTIFY agentChanged)
    Q_PROPERTY(bool mayImport READ mayImport NOTIFY agentChanged)
    Q_PROPERTY(guichet::ui::IdentifyModel *identify READ identify CONSTANT)
    Q_PROPERTY(guichet::ui::AddPersonModel *addPerson READ addPerson CONSTANT)
    Q_PROPERTY(guichet::ui::PresenceModel *presence READ presence CONSTANT)
    Q_PROPERTY(guichet::ui::PersonModel *person READ person CONSTANT)
    Q_PROPERTY(guichet::ui::DocumentsModel *documents READ documents CONSTANT)
    Q_PROPERTY(guichet::ui::OptOutsModel *optOuts READ optOuts CONSTANT)
    Q_PROPERTY(guichet::ui::CallModel *call READ call CONSTANT)
    Q_PROPERTY(guichet::ui::ContactModel *contact READ contact CONSTANT)
    Q_PROPERTY(guichet::ui::RequestModel *request READ request CONSTANT)
    Q_PROPERTY(guichet::ui::CasesModel *cases READ cases CONSTANT)
    Q_PROPERTY(guichet::ui::CaseModel *oneCase READ oneCase CONSTANT)
    Q_PROPERTY(guichet::ui::EndModel *end READ end CONSTANT)
    Q_PROPERTY(guichet::ui::PapersModel *papers READ papers CONSTANT)
    Q_PROPERTY(guichet::ui::PapersModel *owed READ owed CONSTANT)
    Q_PROPERTY(guichet::ui::LeftVisitsModel *left READ left CONSTANT)

public:
    /// In the order of Main.qml's components.
    enum Screen {
        SignIn,
        Home,
        Receipt,
        Forms,
        Owed,
        Identify,
        AddPerson,
        Presence,
        Person,
        Documents,
        OptOuts,
        Request,
        End,
        Setup,
        Day,
        Cases,
        Case,
        Call,
        Contact,
        Import,
        Doubts,
        Reports,
        Pack
    };
    Q_ENUM(Screen)
    /// Turned: nothing of the agent's is on the screen, which the person reads; only a PIN brings it back.
    enum Veil { Clear, Hidden, Locked, Turned };
    Q_ENUM(Veil)

    /// `seat` goes to the worker. Watches the store every second once somebody is signed in.
    explicit KioskModel(Seat seat, bool windowed = true);
    ~KioskModel() override;

    [[nodiscard]] Screen screen() const { return screen_; }
    [[nodiscard]] Veil veil() const { return veil_; }
    [[nodiscard]] int step() const;
    [[nodiscard]] const QString &place() const { return place_; }
    /// The store is a demo: nobody in it is real, and its papers say so.
    [[nodiscard]] bool training() const { return training_; }
    [[nodiscard]] const QString &agent() const { return agent_; }
    [[nodiscard]] bool mayServe() const;
    [[nodiscard]] QString printer() const { return QString::fromStdString(printer_.words); }
    [[nodiscard]] bool printerReady() const { return printer_.ready; }
    /// What to do where it does not print; empty elsewhere.
    [[nodiscard]] QString printerAdvice() const { return QString::fromStdString(printer_.advice); }
    /// Of it, an icon's name.
    [[nodiscard]] QString printerPicture() const { return QString::fromStdString(printer_.picture); }
    /// The one that takes what it does not print, by one touch; empty where none was chosen.
    [[nodiscard]] const QString &sparePrinter() const { return spare_; }
    [[nodiscard]] const QString &banner() const { return banner_; }
    /// Until everything is hidden (or, on the veil, until the PIN is asked for), when that is near; else 0.
    [[nodiscard]] int secondsLeft() const { return secondsLeft_; }
    [[nodiscard]] bool visiting() const { return visiting_; }
    [[nodiscard]] bool named() const { return visit_.person.has_value(); }
    [[nodiscard]] const QString &personTitle() const { return words_.title; }
    [[nodiscard]] const QString &personUnder() const { return words_.under; }
    [[nodiscard]] bool keysInUse() const { return keysInUse_; }
    void setKeysInUse(bool inUse);
    [[nodiscard]] bool windowed() const { return windowed_; }

    /// The person has a screen of their own.
    [[nodiscard]] bool personDisplay() const { return personDisplay_; }
    void setPersonDisplay(bool there);
    /// Somebody is served, and has only this screen.
    [[nodiscard]] bool canTurn() const { return visiting_ && !personDisplay_; }
    [[nodiscard]] PersonViewModel *personView() const { return personView_.get(); }
    /// Of the agent's window.
    [[nodiscard]] Look *look() const { return look_.get(); }
    /// Of the agent's window.
    [[nodiscard]] KeypadTyping *keypad() const { return keypad_.get(); }
    [[nodiscard]] HelpModel *help() const { return help_.get(); }
    [[nodiscard]] ColleagueModel *colleague() const { return colleague_.get(); }
    [[nodiscard]] NewsModel *news() const { return news_.get(); }
    [[nodiscard]] SetupModel *setup() const { return setup_.get(); }
    [[nodiscard]] bool managesPrinters() const;
    [[nodiscard]] bool mayFollowUp() const;     ///< the week is theirs
    [[nodiscard]] bool mayDecide() const;       ///< and what came back on an opt-out
    [[nodiscard]] bool mayImport() const;       ///< and documents that are brought in
    [[nodiscard]] bool decidesIdentity() const; ///< who is who
    [[nodiscard]] SignInModel *signIn() const { return signIn_.get(); }
    [[nodiscard]] ReceiptModel *receipt() const { return receipt_.get(); }
    [[nodiscard]] FormsModel *forms() const { return forms_.get(); }
    [[nodiscard]] DayModel *day() const { return day_.get(); }
    [[nodiscard]] DoubtsModel *doubts() const { return doubts_.get(); }
    [[nodiscard]] bool mayReport() const;
    [[nodiscard]] bool mayInform() const; ///< the pack is theirs
    [[nodiscard]] ReportsModel *reports() const { return reports_.get(); }
    [[nodiscard]] PackModel *pack() const { return pack_.get(); }
    [[nodiscard]] ImportModel *imports() const { return imports_.get(); }
    [[nodiscard]] IdentifyModel *identify() const { return identify_.get(); }
    [[nodiscard]] AddPersonModel *addPerson() const { return addPerson_.get(); }
    [[nodiscard]] PresenceModel *presence() const { return presence_.get(); }
    [[nodiscard]] PersonModel *person() const { return person_.get(); }
    [[nodiscard]] DocumentsModel *documents() const { return documents_.get(); }
    [[nodiscard]] OptOutsModel *optOuts() const { return optOuts_.get(); }
    [[nodiscard]] CallModel *call() const { return call_.get(); }
    [[nodiscard]] ContactModel *contact() const { return contact_.get(); }
    [[nodiscard]] RequestModel *request() const { return request_.get(); }
    [[nodiscard]] CasesModel *cases() const { return cases_.get(); }
    [[nodiscard]] CaseModel *oneCase() const { return case_.get(); }
    [[nodiscard]] EndModel *end() const { return end_.get(); }
    [[nodiscard]] PapersModel *papers() const { return papers_.get(); }
    /// What somebody still waits for, of every visit.
    [[nodiscard]] PapersModel *owed() const { return owed_.get(); }
    /// What was interrupted today.
    [[nodiscard]] LeftVisitsModel *left() const { return left_.get(); }

    // For the other view models
    [[nodiscard]] Worker &worker() const { return *worker_; }
    [[nodiscard]] const kiosk::Visit &visit() const { return visit_; }
    [[nodiscard]] const std::shared_ptr<PagePictures> &pages() const { return pages_; }
    /// Never changes while the program runs: read on this thread too.
    [[nodiscard]] const kiosk::Catalogue &catalogue() const { return catalogue_; }
    [[nodiscard]] const std::string &language() const { return language_; } ///< of the texts on the screens
    /// The language of who is served, where papers can be read in it beside the French; "" otherwise.
    [[nodiscard]] std::string readingCopy() const;
    /// In the agency's time zone, once somebody is signed in; the day in UTC before.
    [[nodiscard]] CivilDate today() const { return dayOf(clock_.now()); }
    [[nodiscard]] CivilDate dayOf(Instant at) const; ///< likewise
    void setCalendar(kiosk::Calendar calendar) { calendar_ = std::move(calendar); }
    void go(Screen screen);
    /// Who is served from now on, and in what words; nobody: without a name.
    void serve(std::optional<std::string> person, PersonWords words);
    void setPresence(kiosk::Presence presence, const QString &words);
    /// The language of who is served, as it is known of them: "fr", "en", "en-GB"; "" where it is not.
    void setPersonLanguage(const std::string &language);
    /// The language that the person has chosen: it stands until the end of the visit.
    void choosePersonLanguage(const std::string &language);
    /// A visit that was left goes on where it stood, with what this screen says of its person.
    void takeUp(const Seat::TakenUp &again, const std::optional<storage::Person> &person);
    /// The visit is over: everything about it is forgotten, and home is shown.
    void wipeVisit();
    /// Those behind an item of the day (DayItem::what), and its words.
    void openCases(const std::string &what, const QString &title);
    /// From here; back leads here again.
    void openCase(const std::string &reference);
    /// How somebody is told; back leads here again.
    void openContact();
    /// Where the visit stands: what is said on the way is said for the screen that it leads back to.
    [[nodiscard]] Screen screenToReturnTo() const { return screen_ == Contact ? beforeContact_ : screen_; }
    /// Somebody is to be identified, whose receipt this is: after it the case opens.
    void identifyFor(std::string receipt);
    /// Somebody comes for what is this person's: whether it is they, and who is here, is asked first. Where neither
    /// date of birth nor number is known, they are searched for as anybody.
    void identify(const storage::Person &person);
    /// The receipt that was brought, once: "" none.
    [[nodiscard]] std::string takeReceipt() { return std::exchange(receiptBrought_, {}); }
    void setBanner(const QString &banner);
    void setPrinter(kiosk::PrinterSays printer, const QString &spare = {});
    void setPlace(const QString &place);

    [[nodiscard]] const Clock &clock() const { return clock_; }
    /// How long without a touch everything stays in sight, and the PIN unasked for: the second is not the shorter one.
    void setRest(std::chrono::minutes veilAfter, std::chrono::minutes lockAfter);
    /// Nothing was touched or typed for that long: soon a veil (after 2 minutes where nothing else is set), and a PIN
    /// that was begun is forgotten; then (10) the PIN is asked for. 20 seconds before each, whoever is signed in is
    /// warned.
    void rest(std::chrono::milliseconds quiet);

    /// The screen is turned towards the person, where they have none of their own; nothing happens otherwise.
    Q_INVOKABLE void turn();
    Q_INVOKABLE void hide();
    Q_INVOKABLE void show();
    /// Somebody is still here: a warning goes.
    Q_INVOKABLE void stir();
    Q_INVOKABLE void lock();
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void nextPerson();
    /// By an administrator: the printer, and a page to try it.
    Q_INVOKABLE void openSetup();
    Q_INVOKABLE void openReceipt();
    Q_INVOKABLE void openForms();
    Q_INVOKABLE void openDay();
    Q_INVOKABLE void openOwed();
    Q_INVOKABLE void openImport();
    Q_INVOKABLE void openDoubts();
    Q_INVOKABLE void openReports();
    Q_INVOKABLE void openPack();
    Q_INVOKABLE void openAddPerson();
    Q_INVOKABLE void openPresence();
    Q_INVOKABLE void openPerson();
    Q_INVOKABLE void openDocuments(int category);
    Q_INVOKABLE void openOptOuts();
    /// About an opt-out of the person who is served.
    Q_INVOKABLE void openCall(const QString &reference);
    Q_INVOKABLE void openRequest();
    /// A request on this form, answered so far; one that was begun is finished first.
    void openRequestFor(std::string_view form, std::string_view answers);
    Q_INVOKABLE void endVisit();
    Q_INVOKABLE void back();
    Q_INVOKABLE void dismissBanner();
    /// What a code reader read goes to where a receipt is checked, from home or there; on the person's page it opens
    /// their case; elsewhere nothing happens but a word about it. `onUsKeys` as Scanner::scanned() has it.
    Q_INVOKABLE void takeCode(const QString &code, const QString &onUsKeys);

signals:
    void screenChanged();
    void veilChanged();
    void placeChanged();
    void trainingChanged();
    void agentChanged();
    void printerChanged();
    void bannerChanged();
    void secondsLeftChanged();
    /// Once a warning: to be heard.
    void warned();
    void visitChanged();
    /// By a code reader: takeCode() where nothing covers the screen.
    void codeRead(const QString &code, const QString &onUsKeys);
    void personDisplayChanged();
    void keysInUseChanged();

private:
    void setVeil(Veil veil);
    void setSecondsLeft(int seconds);
    void atWork(const QString &agent, int role);
    void goHome();
    void forgetVisit();
    /// It stays as it is, for whoever goes on with it.
    void leaveVisit();
    void watch();
    void askWhetherTraining();

    const Clock &clock_;
    const kiosk::Catalogue &catalogue_;
    std::string language_;
    std::optional<kiosk::Calendar> calendar_;
    std::unique_ptr<Worker> worker_;
    std::shared_ptr<PagePictures> pages_;
    std::unique_ptr<Look> look_;
    std::unique_ptr<KeypadTyping> keypad_;
    std::unique_ptr<HelpModel> help_;
    std::unique_ptr<ColleagueModel> colleague_;
    std::unique_ptr<NewsModel> news_;
    std::unique_ptr<SetupModel> setup_;
    std::unique_ptr<SignInModel> signIn_;
    std::unique_ptr<ReceiptModel> receipt_;
    std::unique_ptr<FormsModel> forms_;
    std::unique_ptr<DayModel> day_;
    std::unique_ptr<ImportModel> imports_;
    std::unique_ptr<DoubtsModel> doubts_;
    std::unique_ptr<ReportsModel> reports_;
    std::unique_ptr<PackModel> pack_;
    std::unique_ptr<IdentifyModel> identify_;
    std::unique_ptr<AddPersonModel> addPerson_;
    std::unique_ptr<PresenceModel> presence_;
    std::unique_ptr<PersonModel> person_;
    std::unique_ptr<DocumentsModel> documents_;
    std::unique_ptr<OptOutsModel> optOuts_;
    std::unique_ptr<CallModel> call_;
    std::unique_ptr<ContactModel> contact_;
    std::unique_ptr<RequestModel> request_;
    std::unique_ptr<CasesModel> cases_;
    std::unique_ptr<CaseModel> case_;
    std::unique_ptr<PapersModel> papers_;
    std::unique_ptr<PapersModel> owed_;
    std::unique_ptr<LeftVisitsModel> left_;
    std::unique_ptr<EndModel> end_;
    std::unique_ptr<PersonViewModel> personView_;
    std::unique_ptr<VisitNotes> notes_;

    Screen screen_ = SignIn;
    Screen beforeCase_ = Home;
    Screen beforeContact_ = Home;
    std::string receiptBrought_; ///< before its person is identified
    Veil veil_ = Clear;
    QString place_;
    bool training_ = false;
    QString agent_;
    storage::Role role_ = storage::Role::Agent;
    kiosk::PrinterSays printer_;
    QString spare_;
    QString banner_;
    int secondsLeft_ = 0;
    kiosk::Visit visit_;
    bool visiting_ = false;
    PersonWords words_;
    QString identity_; ///< the words without the presence
    bool keysInUse_ = false;
    std::chrono::minutes veilAfter_{2}; ///< until somebody signs in: then the store's settings
    std::chrono::minutes lockAfter_{10};
    bool windowed_ = true;
    bool personDisplay_ = false;
};

} // namespace guichet::ui
