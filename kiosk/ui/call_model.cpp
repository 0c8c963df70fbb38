// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/call_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"

namespace guichet::ui {

CallModel::CallModel(KioskModel &kiosk)
    : ViewModel(kiosk), numbers_({"label", "value"}), proofs_({"label", "picked"}) {}

QString CallModel::title() const {
    return call_      ? tr("Call %1 together").arg(QString::fromStdString(call_->phone))
           : unread() ? tr("The call could not be prepared")
                      : tr("One moment…");
}

QString CallModel::hours() const {
    return call_ ? tr("Open %1.").arg(QString::fromStdString(call_->hours)) : QString{};
}

QStringList CallModel::toSay() const {
    QStringList sentences;
    const kiosk::Texts french(kiosk().catalogue(), "fr", kiosk().today()); // it is said in French
    for (const auto &asked : call_ ? call_->asked : std::vector<std::string>{}) {
        sentences.push_back(QString::fromStdString(french("call.i-ask", {{"asked", asked}})));
    }
    return sentences;
}

QStringList CallModel::toAsk() const {
    return {tr("A written proof, sent by post."), tr("The name or code of who answers."),
            tr("The day by which it will be done.")};
}

void CallModel::clear() {
    reference_.clear();
    call_.reset();
    proof_.reset();
    who_.clear();
    file_.clear();
    said_.clear();
    done_.clear();
    numbers_.setRows({});
    proofs_.setRows({});
    ViewModel::clear();
}

void CallModel::noteIn(kiosk::Place &place) const {
    place["reference"] = reference_;
    place["who"] = who_.toStdString();
    place["file"] = file_.toStdString();
    place["said"] = said_.toStdString();
    if (proof_) {
        place["proof"] = *proof_ ? "yes" : "no";
    }
}

void CallModel::goOnFrom(const kiosk::Place &place) {
    const auto value = [&](const char *name) { return kiosk::noted(place, name).value_or(std::string()); };
    load(value("reference"));
    who_ = QString::fromStdString(value("who"));
    file_ = QString::fromStdString(value("file"));
    said_ = QString::fromStdString(value("said"));
    if (const auto proof = kiosk::noted(place, "proof")) {
        proof_ = *proof == "yes";
    }
}

QString CallModel::missing() const {
    if (!call_) {
        return unread() ? tr("Try again first") : tr("One moment…");
    }
    if (who_.trimmed().isEmpty()) {
        return tr("Write who answered");
    }
    return proof_ ? QString{} : tr("Say whether a proof was promised");
}

void CallModel::load(const std::string &reference) {
    clear();
    reference_ = reference;
    askToShow<kiosk::OperatorCall>(
        [reference](Seat &seat) -> Result<kiosk::OperatorCall> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::operatorCall(desk, reference);
        },
        [this](const kiosk::OperatorCall &call) {
            call_ = call;
            noteRead();
            show();
        });
}

void CallModel::show() {
    const auto orNone = [](const std::string &text) {
        return text.empty() ? tr("not known: it is not required") : QString::fromStdString(text);
    };
    numbers_.setRows({{tr("Name"), QString::fromStdString(call_->person.names)},
                      {tr("Born"), orNone(call_->person.born)},
                      {tr("Social security"), orNone(call_->person.number)},
                      {tr("Vitale card, serial number"), orNone(call_->vitaleSerial)}});
    proofs_.setRows(
        {{tr("A written proof is promised"), proof_ == true}, {tr("No proof is promised"), proof_ == false}});
    emit changed();
}

void CallModel::chooseProof(int row) {
    if (call_) {
        proof_ = row == 0;
        show();
    }
}

void CallModel::note() {
    if (missing().isEmpty() && !waiting()) {
        keep({who_.trimmed().toStdString(), file_.trimmed().toStdString(), said_.trimmed().toStdString(), *proof_, {}});
    }
}

void CallModel::noteNobody() {
    if (call_ && !waiting()) {
        keep({{}, {}, said_.trimmed().toStdString(), false, {}});
    }
}

void CallModel::keep(const kiosk::CallAnswer &answer) {
    ask<storage::Job>(
        [reference = reference_, answer, visit = kiosk().visit()](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto noted, kiosk::noteCall(desk, reference, answer, printing::Layout::Standard));
            auto job = kiosk::jobFor(noted.paper);
            job.visit = visit.id;
            job.person = visit.person.value_or(std::string{});
            job.reference = reference;
            return kiosk::sendPaper(desk, job, noted.paper.pdf);
        },
        [this, reached = !answer.who.empty()](const storage::Job &) {
            who_.clear();
            file_.clear();
            said_.clear();
            proof_.reset();
            done_ = reached ? tr("The call is kept as evidence; its paper is printed for the person.")
                            : tr("It is kept that nobody answered; a sheet to call from home is printed.");
            show();
            kiosk().papers()->refresh();
        });
}

} // namespace guichet::ui
