// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/kiosk_model.h"

#include "base/random.h"
#include "kiosk/counter/access.h"
#include "kiosk/counter/identify.h"
#include "kiosk/counter/inbox.h"
#include "kiosk/ui/add_person_model.h"
#include "kiosk/ui/call_model.h"
#include "kiosk/ui/case_model.h"
#include "kiosk/ui/cases_model.h"
#include "kiosk/ui/colleague_model.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/day_model.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/doubts_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/forget_typed.h"
#include "kiosk/ui/forms_model.h"
#include "kiosk/ui/help_model.h"
#include "kiosk/ui/identify_model.h"
#include "kiosk/ui/import_model.h"
#include "kiosk/ui/keypad_typing.h"
#include "kiosk/ui/left_visits_model.h"
#include "kiosk/ui/look.h"
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
#include "kiosk/ui/visit_notes.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMetaEnum>

#include <algorithm>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kWatchEvery = 1s;
constexpr auto kTakeInEvery = 3s;
constexpr auto kWarnBefore = 20s;

/// What was copied, or only marked, is not for whoever comes next.
void emptyClipboard() {
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        QGuiApplication::clipboard()->clear(mode);
    }
}

} // namespace

KioskModel::KioskModel(Seat seat, bool windowed)
    : clock_(seat.machine.clock), catalogue_(seat.machine.catalogue), language_(seat.language),
      worker_(std::make_unique<Worker>(std::move(seat))), pages_(std::make_shared<PagePictures>()),
      look_(std::make_unique<Look>()), keypad_(std::make_unique<KeypadTyping>(*look_)),
      help_(std::make_unique<HelpModel>(*this)), colleague_(std::make_unique<ColleagueModel>(*this)),
      news_(std::make_unique<NewsModel>(*this)), setup_(std::make_unique<SetupModel>(*this)),
      signIn_(std::make_unique<SignInModel>(*this)), receipt_(std::make_unique<ReceiptModel>(*this)),
      forms_(std::make_unique<FormsModel>(*this)), day_(std::make_unique<DayModel>(*this)),
      imports_(std::make_unique<ImportModel>(*this)), doubts_(std::make_unique<DoubtsModel>(*this)),
      reports_(std::make_unique<ReportsModel>(*this)), pack_(std::make_unique<PackModel>(*this)),
      identify_(std::make_unique<IdentifyModel>(*this)), addPerson_(std::make_unique<AddPersonModel>(*this)),
      presence_(std::make_unique<PresenceModel>(*this)), person_(std::make_unique<PersonModel>(*this)),
      documents_(std::make_unique<DocumentsModel>(*this)), optOuts_(std::make_unique<OptOutsModel>(*this)),
      call_(std::make_unique<CallModel>(*this)), contact_(std::make_unique<ContactModel>(*this)),
      request_(std::make_unique<RequestModel>(*this)), cases_(std::make_unique<CasesModel>(*this)),
      case_(std::make_unique<CaseModel>(*this)), papers_(std::make_unique<PapersModel>(*this, PapersModel::OfTheVisit)),
      owed_(std::make_unique<PapersModel>(*this, PapersModel::Owed)), left_(std::make_unique<LeftVisitsModel>(*this)),
      end_(std::make_unique<EndModel>(*this)), windowed_(windowed) {
    personView_ = std::make_unique<PersonViewModel>(*this); // reads what is initialised above
    notes_ = std::make_unique<VisitNotes>(*this);
    connect(signIn_.get(), &SignInModel::signedIn, this, &KioskModel::atWork);
    connect(worker_.get(), &Worker::broke, this, [this](const QString &what) {
        setBanner(tr("Something broke: nothing was said to be done. %1").arg(what));
    });
    askWhetherTraining();
    watch();
}

KioskModel::~KioskModel() {
    // The worker ends before those who wait for its answers.
    worker_.reset();
}

CivilDate KioskModel::dayOf(Instant at) const {
    return calendar_ ? calendar_->dayOf(at) : CivilDate{std::chrono::floor<std::chrono::days>(at)};
}

std::string KioskModel::readingCopy() const {
    const auto languages = catalogue_.languages();
    const auto &own = visit_.language;
    const bool there = visiting_ && own != "fr" && std::ranges::find(languages, own) != languages.end();
    return there ? own : std::string();
}

int KioskModel::step() const {
    switch (screen_) {
    case Identify:
    case AddPerson:
    case Presence: return 1;
    case Person:
    case Documents:
    case OptOuts:
    case Call:
    case Request: return 2;
    case Contact:
    case Case: return visiting_ ? 2 : 0;
    case End: return papers_->waitingFor() > 0 ? 3 : 4;
    case SignIn:
    case Home:
    case Receipt:
    case Owed:
    case Setup:
    case Day:
    case Cases:
    case Import:
    case Doubts:
    case Reports:
    case Pack:
    case Forms: return 0;
    }
    return 0;
}

bool KioskModel::mayServe() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::SeePerson); }

bool KioskModel::mayFollowUp() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::RunWeek); }

bool KioskModel::mayDecide() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::DecideOptOut); }

bool KioskModel::mayImport() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::Import); }

bool KioskModel::mayReport() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::Report); }

bool KioskModel::mayInform() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::Pack); }

bool KioskModel::decidesIdentity() const { return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::Doubts); }

bool KioskModel::managesPrinters() const {
    return !agent_.isEmpty() && kiosk::may(role_, kiosk::Action::ManagePrinters);
}

void KioskModel::setKeysInUse(bool inUse) {
    if (keysInUse_ != inUse) {
        keysInUse_ = inUse;
        emit keysInUseChanged();
    }
}

void KioskModel::go(Screen screen) {
    if (screen_ != screen) {
        help_->close(); // it is about the other screen
        screen_ = screen;
        emit screenChanged();
    }
}

void KioskModel::setVeil(Veil veil) {
    if (veil_ != veil) {
        veil_ = veil;
        setSecondsLeft(0);
        if (veil != Clear) {
            emptyClipboard();
        }
        emit veilChanged();
    }
}

void KioskModel::setBanner(const QString &banner) {
    if (banner_ != banner) {
        banner_ = banner;
        emit bannerChanged();
    }
}

void KioskModel::dismissBanner() { setBanner({}); }

void KioskModel::setPrinter(kiosk::PrinterSays printer, const QString &spare) {
    if (printer_ != printer || spare_ != spare) {
        printer_ = std::move(printer);
        spare_ = spare;
        emit printerChanged();
    }
}

void KioskModel::setPlace(const QString &place) {
    if (place_ != place) {
        place_ = place;
        emit placeChanged();
    }
}

void KioskModel::atWork(const QString &agent, int role) {
    const bool backAgain = veil_ == Locked && agent_ == agent && role_ == static_cast<storage::Role>(role);
    agent_ = agent;
    role_ = static_cast<storage::Role>(role);
    signIn_->clear();
    help_->close();
    news_->clear();
    colleague_->clear(); // the next look at the store says what there is
    if (!backAgain && visiting_) {
        leaveVisit(); // a colleague's visit is another one
    }
    if (!backAgain || screen_ == Home) {
        goHome();
    }
    setVeil(Clear);
    emit agentChanged();
}

void KioskModel::setRest(std::chrono::minutes veilAfter, std::chrono::minutes lockAfter) {
    veilAfter_ = veilAfter;
    lockAfter_ = lockAfter;
}

void KioskModel::rest(std::chrono::milliseconds quiet) {
    if (quiet >= veilAfter_) {
        signIn_->forgetPin();
    }
    if (quiet >= lockAfter_) {
        lock();
    } else if (quiet >= veilAfter_) {
        hide();
    }
    const auto left = veil_ == Clear || veil_ == Turned ? veilAfter_ - quiet : lockAfter_ - quiet;
    const bool near = !agent_.isEmpty() && veil_ != Locked && left > 0ms && left <= kWarnBefore;
    setSecondsLeft(near ? static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()) : 0);
}

void KioskModel::setSecondsLeft(int seconds) {
    if (secondsLeft_ != seconds) {
        const bool begins = secondsLeft_ == 0;
        secondsLeft_ = seconds;
        emit secondsLeftChanged();
        if (begins) {
            emit warned();
        }
    }
}

void KioskModel::stir() { setSecondsLeft(0); }

void KioskModel::setPersonDisplay(bool there) {
    if (personDisplay_ != there) {
        personDisplay_ = there;
        if (there && veil_ == Turned) {
            lock();
        }
        if (!there) { // what was opened there alone is not for this screen
            documents_->closePreview();
            documents_->sealTitles();
        }
        emit personDisplayChanged();
        emit visitChanged();
    }
}

void KioskModel::turn() {
    if (veil_ == Clear && canTurn()) {
        setVeil(Turned);
    }
}

void KioskModel::hide() {
    if (veil_ == Turned) {
        lock(); // what it would show again is the agent's
    }
    if (veil_ == Clear && !agent_.isEmpty()) {
        setVeil(Hidden);
    }
}

void KioskModel::show() {
    if (veil_ == Hidden) {
        setVeil(Clear);
    }
}

void KioskModel::lock() {
    imports_->stop(); // whoever unlocks does not wait for it
    if (agent_.isEmpty() || veil_ == Locked) {
        return;
    }
    if (documents_->asking()) {
        documents_->answerTitles(false); // nobody answered
    }
    notes_->write();
    signIn_->clear();
    signIn_->setAgent(agent_);
    setVeil(Locked);
    worker_->ask<Done>(
        this,
        [](Seat &seat) -> Result<Done> {
            seat.lock();
            return Done{};
        },
        [](const auto &) {});
}

void KioskModel::signOut() {
    notes_->write();
    forgetVisit();
    personView_->forget(); // chosen by whoever waited
    owed_->clear();
    imports_->clear();
    doubts_->clear();
    reports_->clear();
    pack_->clear();
    pack_->forgetPromise();
    news_->clear();
    colleague_->clear();
    left_->clear();
    keypad_->stop(); // the next one may have a keyboard
    agent_.clear();
    signIn_->clear();
    signIn_->setAgent({});
    setPrinter({});
    emit agentChanged();
    go(SignIn);
    worker_->ask<Done>(
        this,
        [](Seat &seat) -> Result<Done> {
            seat.leave();
            return Done{};
        },
        [](const auto &) {});
}

void KioskModel::nextPerson() {
    forgetVisit();
    SystemRandom random;
    visit_.language = personView_->language(); // chosen while they waited
    visit_.id = makeId(clock_.now(), random);
    visiting_ = true;
    emit visitChanged();
    go(Identify);
    identify_->lookForReader();
}

void KioskModel::openSetup() {
    setup_->resume();
    go(Setup);
}

void KioskModel::openReceipt() {
    receipt_->clear();
    go(Receipt);
}

void KioskModel::takeCode(const QString &code, const QString &onUsKeys) {
    const bool testing = screen_ == Setup && setup_->takesCode(); // in a first run nobody is signed in
    if ((agent_.isEmpty() && !testing) || veil_ != Clear) {
        return;
    }
    if (!testing && personView_->takePreferences(code, onUsKeys)) {
        setBanner(tr("The person’s display is set by their card, for this visit."));
        return;
    }
    if (screen_ == Home) {
        openReceipt();
    }
    if (screen_ == Receipt) {
        receipt_->take(code, onUsKeys);
    } else if (screen_ == Person && named()) {
        person_->takeReceipt(code, onUsKeys);
    } else if (testing) {
        setup_->take(code, onUsKeys);
    } else {
        setBanner(tr("A code was read, and nothing was done with it. A receipt is checked from home."));
    }
}

void KioskModel::openForms() {
    forms_->clear();
    forms_->load();
    go(Forms);
}

void KioskModel::openDay() {
    day_->clear();
    go(Day);
    day_->load();
}

void KioskModel::openImport() {
    imports_->clear();
    go(Import);
    imports_->load();
}

void KioskModel::openDoubts() {
    doubts_->clear();
    go(Doubts);
    doubts_->load();
}

void KioskModel::openReports() {
    reports_->clear();
    reports_->load(); // the screen opens on the period
    go(Reports);
}

void KioskModel::openPack() {
    pack_->clear();
    pack_->load();
    go(Pack);
}

void KioskModel::openCases(const std::string &what, const QString &title) {
    cases_->open(what, title);
    go(Cases);
}

void KioskModel::openCase(const std::string &reference) {
    beforeCase_ = screen_;
    case_->open(reference);
    go(Case);
}

void KioskModel::openContact() {
    beforeContact_ = screen_;
    go(Contact);
}

void KioskModel::identifyFor(std::string receipt) {
    nextPerson(); // forgets the screen that it comes from
    receiptBrought_ = std::move(receipt);
}

void KioskModel::identify(const storage::Person &person) {
    owed_->clear(); // whose the others are is forgotten
    nextPerson();
    std::vector<kiosk::Trait> sure;
    for (const auto trait : kiosk::askableTraits(person, {})) {
        if (trait == kiosk::Trait::BirthDate || trait == kiosk::Trait::Number) {
            sure.push_back(trait); // nothing else is known of who stands here: a name is not enough
        }
    }
    if (!sure.empty()) {
        presence_->ask(person, std::move(sure));
        go(Presence);
    }
}

void KioskModel::openOwed() {
    owed_->clear();
    go(Owed);
    owed_->refresh();
}

void KioskModel::goHome() {
    receipt_->clear();
    forms_->clear();
    imports_->clear();
    doubts_->clear();
    reports_->clear();
    pack_->clear();
    cases_->clear();
    case_->clear();
    go(Home);
    left_->clear();
    if (mayServe()) {
        owed_->refresh();
        left_->refresh();
    }
    if (mayInform()) {
        pack_->loadPromise();
    } else {
        pack_->forgetPromise();
    }
}

void KioskModel::openAddPerson() {
    addPerson_->startWith(identify_->birthGiven(), identify_->numberGiven());
    go(AddPerson);
}

void KioskModel::openPresence() { go(Presence); }

void KioskModel::openPerson() {
    person_->load();
    go(Person);
    papers_->refresh(); // what is owed from before depends on who is here
}

void KioskModel::openDocuments(int category) {
    documents_->clear();
    documents_->chooseCategory(category);
    documents_->load();
    go(Documents);
}

void KioskModel::openOptOuts() {
    optOuts_->load();
    go(OptOuts);
}

void KioskModel::openCall(const QString &reference) {
    call_->load(reference.toStdString());
    go(Call);
}

void KioskModel::openRequestFor(std::string_view form, std::string_view answers) {
    if (request_->begin(form, answers)) {
        go(Request);
    } else {
        openRequest();
        setBanner(tr("A request is begun: finish it first, or choose another form there."));
    }
}

void KioskModel::openRequest() {
    request_->load();
    go(Request);
}

void KioskModel::endVisit() {
    end_->load();
    go(End);
}

void KioskModel::back() {
    switch (screen_) {
    case Receipt:
    case Setup:
    case Day:
    case Import:
    case Doubts:
    case Reports:
    case Pack:
    case Owed: goHome(); break;
    case Cases: openDay(); break;
    case Case:
        case_->clear();
        if (beforeCase_ == Cases) {
            cases_->load(); // what was done with it may have taken it out of the list
            go(Cases);
        } else {
            openPerson();
        }
        break;
    case Contact:
        contact_->clear();
        if (beforeContact_ == Case) {
            case_->load();
        }
        if (beforeContact_ == Person) {
            openPerson();
        } else {
            go(beforeContact_);
        }
        break;
    case Forms:
        if (visiting_) {
            openPerson();
        } else {
            goHome();
        }
        break;
    case Identify:
        if (papers_->waitingFor() > 0) {
            endVisit();
        } else {
            wipeVisit();
        }
        break;
    case AddPerson:
    case Presence: go(named() ? Person : Identify); break;
    case Documents:
        documents_->clear();
        openPerson();
        break;
    case OptOuts:
    case Call:
    case Request:
    case End: openPerson(); break;
    case Person: endVisit(); break;
    case SignIn:
    case Home: break;
    }
}

void KioskModel::serve(std::optional<std::string> person, PersonWords words) {
    if (visit_.person != person) { // what was begun was for somebody else
        optOuts_->clear();
        request_->clear();
    }
    visit_.person = std::move(person);
    identity_ = words.under;
    words_ = std::move(words);
    papers_->forgetEarlier();
    emit visitChanged();
}

void KioskModel::setPresence(kiosk::Presence presence, const QString &words) {
    visit_.presence = std::move(presence);
    papers_->forgetEarlier();
    words_.under = identity_ + QStringLiteral(" · ") + words;
    emit visitChanged();
}

void KioskModel::setPersonLanguage(const std::string &language) {
    if (personView_->languageChosen()) {
        return;
    }
    visit_.language = language.empty() ? kiosk::Visit{}.language : language.substr(0, language.find('-'));
    emit visitChanged();
}

void KioskModel::choosePersonLanguage(const std::string &language) {
    visit_.language = language;
    emit visitChanged();
}

void KioskModel::forgetVisit() {
    if (visiting_) {
        personView_->forget();
    }
    visiting_ = false;
    visit_ = {};
    words_ = {};
    identity_.clear();
    receiptBrought_.clear();
    for (ViewModel *model : std::initializer_list<ViewModel *>{
             receipt_.get(), forms_.get(), day_.get(), identify_.get(), addPerson_.get(), presence_.get(),
             person_.get(), documents_.get(), optOuts_.get(), call_.get(), contact_.get(), request_.get(), end_.get(),
             papers_.get(), cases_.get(), case_.get()}) {
        model->clear();
    }
    pages_->clear();
    emptyClipboard();
    QMetaObject::invokeMethod(this, &forgetTyped, Qt::QueuedConnection); // once its fields are gone
    setBanner({});
    emit visitChanged();
}

void KioskModel::wipeVisit() {
    goHome();
    forgetVisit();
}

void KioskModel::leaveVisit() {
    worker_->ask<Done>(
        this,
        [](Seat &seat) -> Result<Done> {
            seat.letGo();
            return Done{};
        },
        [](const auto &) {});
    forgetVisit();
}

void KioskModel::takeUp(const Seat::TakenUp &again, const std::optional<storage::Person> &person) {
    forgetVisit();
    visit_.id = again.visit.id;
    visiting_ = true;
    serve(again.visit.person, person ? Wording::person(*person) : Wording::nobody());
    if (person) {
        presence_->takeUp(*person, again.visit.presence);
        setPresence(again.visit.presence, Wording::presence(again.visit.presence));
    }
    if (const auto chosen = kiosk::noted(again.place, "language")) {
        personView_->takeUp(*chosen);
    } else {
        setPersonLanguage(again.visit.language);
    }
    openPerson(); // that it was opened is journaled, whoever opened it before
    notes_->takeUp(again.place);
}

void KioskModel::askWhetherTraining() {
    worker_->ask<bool>(
        this,
        [](Seat &seat) -> Result<bool> {
            GUICHET_ASSIGN(const auto identity, storage::Store::identify(seat.store));
            return identity.kind == storage::StoreKind::Demo;
        },
        [this](const std::optional<Result<bool>> &training) {
            if (training && training->value_or(false)) {
                training_ = true;
                emit trainingChanged();
            }
        });
}

void KioskModel::watch() {
    // What came in with nobody signed in, some at a time: whoever is here does not wait for it.
    worker_->every(kTakeInEvery, [](Seat &seat) {
        // Not during a visit: what is kept for the visit alone would go with it, unseen.
        if (auto desk = seat.desk(); desk && !seat.visiting() && kiosk::countInbox(seat.store) > 0) {
            constexpr std::size_t kSome = 5;
            std::ignore = kiosk::takeInbox(*desk, kSome); // what hinders it now may not hinder it later
        }
    });
    worker_->every(kWatchEvery, [this](Seat &seat) {
        auto seen = seat.look();
        if (!seen) {
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, seen = std::move(*seen)] {
                if (agent_.isEmpty()) {
                    return;
                }
                setPlace(seen.place);
                setPrinter(seen.printer, seen.spare);
                colleague_->show(seen.calls);
                if (seen.changed && visiting_) {
                    papers_->refresh();
                } else if (seen.changed && mayServe()) {
                    owed_->refresh();
                    left_->refresh();
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace guichet::ui
