// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/setup_model.h"
#include "kiosk/counter/printer_trouble.h"

#include "kiosk/counter/settings.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "storage/keyring.h"
#include "storage/register/reference.h"

#include <algorithm>

namespace guichet::ui {
namespace {

constexpr const char *kAgency = "agency-code";
constexpr const char *kStation = "station";
constexpr const char *kAgencyName = "agency-name";
constexpr const char *kAddress = "agency-address";
constexpr const char *kPhone = "agency-phone";
constexpr const char *kAdmin = "admin";
constexpr const char *kAdminName = "admin-name";
constexpr const char *kCodeAgain = "code-again";
constexpr const char *kFolder = "papers-folder";
constexpr const char *kUri = "printer-uri";
constexpr const char *kQueue = "printer-queue";

/// A bare name or number is where IPP printers answer (RFC 7472; PWG 5100.12).
std::string uriOf(const QString &typed) {
    const auto text = typed.trimmed();
    return (text.contains(QStringLiteral("://")) ? text : QStringLiteral("ipp://%1/ipp/print").arg(text)).toStdString();
}

} // namespace

struct SetupModel::Field {
    const char *key;
    QString label;
    QString hint;
    bool digits = false;
    bool optional = false;
};

SetupModel::SetupModel(KioskModel &kiosk)
    : ViewModel(kiosk), fields_({"named", "example", "value", "digits"}), printers_({"label", "about", "picked"}) {}

SetupModel::~SetupModel() { forgetSecrets(); }

QString SetupModel::value(const char *key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? QString{} : found->second;
}

std::vector<SetupModel::Field> SetupModel::fieldsNow() const {
    switch (step_) {
    case Agency:
        return {{kAgencyName, tr("The agency’s name, as papers show it"), tr("CPAM de l’Exemple")},
                {kAgency, tr("Its code"), tr("CPAM-EXEMPLE")},
                {kStation, tr("This station, two characters"), tr("E1")},
                {kAddress, tr("Its address"), tr("1 place de l’Exemple, 81000 VILLE"), false, true},
                {kPhone, tr("Its telephone"), tr("36 46"), true, true}};
    case Administrator:
        return {{kAdmin, tr("Code of the administrator"), tr("For example D01")},
                {kAdminName, tr("Their name"), {}, false, true}};
    case Recovery: return {{kCodeAgain, tr("The code, typed from your paper"), {}}};
    case Printer:
    case Spare:
        if (picked_ && picked_->kind == Choice::Kind::Folder) {
            return {{kFolder, tr("The folder, from its root"), tr("/var/lib/guichet-papers")}};
        }
        if (picked_ && picked_->kind == Choice::Kind::Address) {
            return {{kUri, tr("Its address, as its own page of settings has it"), tr("192.168.1.20")},
                    {kQueue, tr("A name for it, without spaces"), tr("accueil")}};
        }
        return {};
    case Test:
    case Finished: return {};
    }
    return {};
}

QString SetupModel::title() const {
    switch (step_) {
    case Agency: return tr("A new counter: the agency");
    case Administrator: return tr("The first administrator");
    case Recovery: return tr("The recovery code");
    case Printer: return tr("The printer");
    case Test: return tr("A page to try it");
    case Spare: return tr("A spare printer");
    case Finished: return tr("The counter is ready");
    }
    return {};
}

QString SetupModel::under() const {
    switch (step_) {
    case Agency:
        return tr("Nothing is written before the recovery code is confirmed. All but the codes can be changed later.");
    case Administrator: return tr("They add the agents, choose the printer and see no person’s file.");
    case Recovery:
        return tr(
            "Both are shown now and never again. The code opens the data when no administrator can: write it down, "
            "and keep the paper in a safe. The PIN is the administrator’s, to be learnt.");
    case Printer: return tr("Where papers come out. It can be chosen later too.");
    case Test: return tr("Look at its four edges and its accents.");
    case Spare:
        return tr(
            "Where a paper that the first one does not print comes out by one touch. It stands where you see it.");
    case Finished: return {};
    }
    return {};
}

QString SetupModel::recoveryCode() const { return step_ == Recovery ? code_ : QString{}; }

QString SetupModel::pin() const { return step_ == Recovery ? pin_ : QString{}; }

QString SetupModel::backWords() const {
    switch (step_) {
    case Agency: return {};
    case Administrator:
    case Recovery:
    case Test:
    case Spare: return tr("Back");
    case Printer: return first_ ? QString{} : tr("Back");
    case Finished: return {};
    }
    return {};
}

QString SetupModel::action() const {
    switch (step_) {
    case Agency: return tr("Continue");
    case Administrator: return tr("Show the recovery code");
    case Recovery: return tr("Make the counter");
    case Printer:
    case Spare: return tr("Use this printer");
    case Test: return tr("Print a test page");
    case Finished: return tr("Open the counter");
    }
    return {};
}

QString SetupModel::other() const {
    switch (step_) {
    case Printer: return tr("Later");
    case Spare: return tr("No spare printer");
    case Test: return note_.isEmpty() ? tr("Without a test") : tr("It came out well");
    case Agency:
    case Administrator:
    case Recovery:
    case Finished: return {};
    }
    return {};
}

QString SetupModel::missing() const {
    if (waiting()) {
        return tr("One moment…");
    }
    for (const auto &field : fieldsNow()) {
        if (!field.optional && value(field.key).trimmed().isEmpty()) {
            return tr("Fill in: %1").arg(field.label);
        }
    }
    if (step_ == Agency && !storage::parseStationCode(value(kStation).trimmed().toStdString())) {
        return tr("Two letters or digits for the station");
    }
    return choosesPrinter() && !picked_ ? tr("Choose a printer") : QString{};
}

void SetupModel::forgetSecrets() {
    values_.erase(kCodeAgain);
    code_.clear();
    pin_.clear();
}

void SetupModel::clear() {
    forgetSecrets();
    values_.clear();
    found_.clear();
    announced_.clear();
    picked_.reset();
    spare_ = false;
    note_.clear();
    step_ = Agency;
    ViewModel::clear();
}

void SetupModel::showRows() {
    QList<QVariantList> rows;
    for (const auto &field : fieldsNow()) {
        rows.push_back({field.label, field.hint, value(field.key), field.digits});
    }
    fields_.setRows(rows);
    QList<QVariantList> printers;
    for (const auto &choice : choices()) {
        const auto [label, about] = words(choice);
        printers.push_back({label, about, picked_ == choice});
    }
    printers_.setRows(printers);
    emit changed();
}

std::vector<SetupModel::Choice> SetupModel::choices() const {
    std::vector<Choice> all;
    if (!choosesPrinter()) {
        return all;
    }
    for (std::size_t at = 0; at < found_.size(); ++at) {
        if (step_ == Printer || !found_[at].chosen) {
            all.push_back({Choice::Kind::Queue, at});
        }
    }
    for (std::size_t at = 0; at < announced_.size(); ++at) {
        all.push_back({Choice::Kind::Announced, at});
    }
    all.push_back({Choice::Kind::Address});
    if (step_ == Printer) {
        all.push_back({Choice::Kind::Folder});
    }
    return all;
}

std::pair<QString, QString> SetupModel::words(const Choice &choice) const {
    switch (choice.kind) {
    case Choice::Kind::Queue: {
        const auto &printer = found_[choice.at];
        const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
        return {QString::fromStdString(printer.name), QString::fromStdString(kiosk::printerSays(say, printer).words)};
    }
    case Choice::Kind::Announced: {
        const auto &printer = announced_[choice.at];
        const auto where = QString::fromStdString(printer.place.empty() ? printer.model : printer.place);
        return {QString::fromStdString(printer.name), tr("New, found on the network or the USB cable: %1").arg(where)};
    }
    case Choice::Kind::Address:
        return {tr("Another printer, by its address"), tr("For one on the network that was not found.")};
    case Choice::Kind::Folder: return {tr("A folder of PDF files"), tr("It is emptied at the end of each visit.")};
    }
    return {};
}

void SetupModel::go(Step step) {
    step_ = step;
    note_.clear();
    setProblem({});
    showRows();
}

void SetupModel::setField(int row, const QString &text) {
    const auto fields = fieldsNow();
    if (row >= 0 && row < static_cast<int>(fields.size())) {
        values_[fields[static_cast<std::size_t>(row)].key] = text;
        showRows();
    }
}

void SetupModel::choosePrinter(int row) {
    const auto all = choices();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        picked_ = all[static_cast<std::size_t>(row)];
        showRows();
    }
}

void SetupModel::showPrinters(const std::vector<kiosk::PrinterStatus> &printers) {
    found_.clear();
    announced_.clear();
    picked_.reset();
    for (const auto &printer : printers) {
        const bool folder = printer.name == kiosk::kFolderPrinter;
        if (spare_ ? printer.spare : printer.chosen) {
            picked_ = folder ? Choice{Choice::Kind::Folder} : Choice{Choice::Kind::Queue, found_.size()};
        }
        if (!folder) {
            found_.push_back(printer);
        }
    }
    go(spare_ ? Spare : Printer);
}

void SetupModel::showAnnounced(const std::vector<printing::AnnouncedPrinter> &printers) {
    announced_ = printers;
    showRows();
}

void SetupModel::showSecrets(const QString &code, const QString &pin) {
    code_ = code;
    pin_ = pin;
    go(Recovery);
}

void SetupModel::start() {
    clear();
    first_ = true;
    showRows();
}

void SetupModel::resume() {
    clear();
    first_ = false;
    step_ = Printer;
    findPrinters();
    showRows();
}

void SetupModel::next() {
    if (!missing().isEmpty()) {
        return;
    }
    switch (step_) {
    case Agency: go(Administrator); break;
    case Administrator: make(); break;
    case Recovery: confirm(); break;
    case Printer:
    case Spare: takePrinter(); break;
    case Test: printTest(); break;
    case Finished:
        clear();
        if (first_) {
            kiosk().signOut();
        } else {
            kiosk().back();
        }
        break;
    }
}

void SetupModel::goOtherWay() {
    if (waiting()) {
        return;
    }
    switch (step_) {
    case Test:
        if (spare_) {
            finish();
        } else if (note_.isEmpty()) {
            toSpare();
        } else {
            trust();
        }
        break;
    case Spare:
        ask<Done>(
            [](Seat &seat) -> Result<Done> {
                GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
                GUICHET_TRY(kiosk::forgetSparePrinter(desk));
                return Done{};
            },
            [this](Done) { finish(); });
        break;
    case Printer: finish(); break;
    case Agency:
    case Administrator:
    case Recovery:
    case Finished: break;
    }
}

void SetupModel::goBack() {
    if (waiting()) {
        return;
    }
    switch (step_) {
    case Administrator: go(Agency); break;
    case Recovery:
        // The store that was made for this code goes, and the next one has another.
        forgetSecrets();
        go(Administrator);
        askQuietly<Done>(
            [](Seat &seat) -> Result<Done> {
                seat.prepared.reset();
                return Done{};
            },
            [](const auto &) {});
        break;
    case Printer:
        if (!first_) {
            clear();
            kiosk().back();
        }
        break;
    case Test: go(spare_ ? Spare : Printer); break;
    case Spare:
        spare_ = false;
        findPrinters();
        break;
    case Agency:
    case Finished: break;
    }
}

void SetupModel::make() {
    kiosk::NewCounter wanted{.folder = {},
                             .kind = storage::StoreKind::Live,
                             .admin = value(kAdmin).trimmed().toUpper().toStdString(),
                             .adminName = value(kAdminName).trimmed().toStdString(),
                             .agency = value(kAgency).trimmed().toUpper().toStdString(),
                             .station = value(kStation).trimmed().toStdString(),
                             .pin = {}};
    std::vector<std::pair<std::string, std::string>> settings;
    for (const char *key : {kAgencyName, kAddress, kPhone}) {
        if (const auto text = value(key).trimmed(); !text.isEmpty()) {
            settings.emplace_back(key, text.toStdString());
        }
    }
    struct Secrets {
        QString code;
        QString pin;
    };
    ask<Secrets>(
        [wanted, settings](Seat &seat) mutable -> Result<Secrets> {
            wanted.folder = seat.store;
            wanted.pin = storage::drawPin();
            GUICHET_ASSIGN(auto made, kiosk::PreparedCounter::make(seat.machine, wanted, [&](kiosk::Session &session) {
                               return kiosk::setSettings(session.desk(), settings);
                           }));
            seat.prepared.emplace(std::move(made));
            return Secrets{QString::fromStdString(seat.prepared->recoveryCode()), QString::fromStdString(*wanted.pin)};
        },
        [this](const Secrets &secrets) { showSecrets(secrets.code, secrets.pin); });
}

void SetupModel::confirm() {
    ask<Done>(
        [typed = value(kCodeAgain).toStdString()](Seat &seat) -> Result<Done> {
            if (!seat.prepared) {
                return fail(ErrorCode::Nothing);
            }
            GUICHET_TRY(seat.prepared->tryRecoveryCode(typed));
            GUICHET_ASSIGN(auto opened, seat.prepared->open());
            seat.prepared.reset();
            seat.session = std::move(opened.session);
            return Done{};
        },
        [this](Done) {
            forgetSecrets();
            go(Printer);
            findPrinters();
        });
}

void SetupModel::findPrinters() {
    ask<std::vector<kiosk::PrinterStatus>>(
        [](Seat &seat) -> Result<std::vector<kiosk::PrinterStatus>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::listPrinters(desk);
        },
        [this](const std::vector<kiosk::PrinterStatus> &printers) {
            showPrinters(printers);
            listen();
        });
}

void SetupModel::listen() {
    askQuietly<std::vector<printing::AnnouncedPrinter>>(
        [](Seat &seat) -> Result<std::vector<printing::AnnouncedPrinter>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::findPrinters(desk);
        },
        [this](const Result<std::vector<printing::AnnouncedPrinter>> &heard) {
            if (heard && choosesPrinter()) {
                showAnnounced(*heard);
            }
        });
}

void SetupModel::takePrinter() {
    const Choice choice = *picked_; // next() saw that there is one
    std::string name;
    std::string uri;
    switch (choice.kind) {
    case Choice::Kind::Queue: name = found_[choice.at].name; break;
    case Choice::Kind::Announced:
        name = announced_[choice.at].queue;
        uri = announced_[choice.at].uri;
        break;
    case Choice::Kind::Address:
        name = value(kQueue).trimmed().toStdString();
        uri = uriOf(value(kUri));
        break;
    case Choice::Kind::Folder: name = kiosk::kFolderPrinter; break;
    }
    const auto folder = choice.kind == Choice::Kind::Folder ? value(kFolder).trimmed().toStdString() : std::string();
    const auto use = spare_ ? kiosk::PrinterUse::Spare : kiosk::PrinterUse::First;
    ask<Done>(
        [name, uri, folder, use](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            if (!folder.empty()) {
                GUICHET_TRY(kiosk::setSettings(desk, {{kFolder, folder}}));
            }
            if (!uri.empty()) {
                GUICHET_TRY(kiosk::addPrinter(desk, name, uri));
            }
            GUICHET_TRY(kiosk::choosePrinter(desk, name, use));
            return Done{};
        },
        [this](Done) { go(Test); });
}

void SetupModel::printTest() {
    struct Printed {
        storage::Job job;
        std::string code;
    };
    ask<Printed>(
        [spare = spare_](Seat &seat) -> Result<Printed> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto printer,
                           kiosk::printerFor(desk, spare ? kiosk::sparePrinter(desk).value_or("") : ""));
            GUICHET_ASSIGN(auto job, kiosk::testPrinter(desk, printer));
            return Printed{std::move(job), kiosk::printerTestCode(desk)};
        },
        [this](const Printed &printed) {
            note_ = Wording::job(printed.job);
            code_ = QString::fromStdString(printed.code);
        });
}

void SetupModel::toSpare() {
    spare_ = true;
    const bool first = picked_ && (picked_->kind == Choice::Kind::Queue || picked_->kind == Choice::Kind::Announced);
    const bool others = found_.size() + announced_.size() > 1;
    if (first && others) {
        findPrinters(); // the one that was chosen is known now
    } else {
        finish();
    }
}

void SetupModel::take(const QString &code, const QString &onUsKeys) {
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    const bool read =
        code.compare(code_, Qt::CaseInsensitive) == 0 || onUsKeys.compare(code_, Qt::CaseInsensitive) == 0;
    note_ = QString::fromStdString(read ? say("trial.read") : say("trial.misread", {{"read", code.toStdString()}}));
    emit changed();
}

void SetupModel::trust() {
    ask<Done>(
        [](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::trustPrinter(desk));
            return Done{};
        },
        [this](Done) { toSpare(); });
}

void SetupModel::finish() {
    ask<int>(
        [](Seat &seat) -> Result<int> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto missing, kiosk::missingSettings(desk));
            return static_cast<int>(missing.size());
        },
        [this](int missing) {
            go(Finished);
            note_ = missing == 0 ? tr("Agents are added with the command “guichet agent add”.")
                                 : tr("%n setting(s) missing before every paper can be made: the command “guichet "
                                      "settings check” names them. Agents are added with “guichet agent add”.",
                                      "", missing);
            emit changed();
        });
}

} // namespace guichet::ui
