// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/case_model.h"

#include "kiosk/counter/deposit.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/operator_call.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/receipts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/counter/statement.h"
#include "kiosk/counter/titles.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"
#include "storage/register/acts.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ranges>

namespace guichet::ui {
namespace {

using storage::Act;
using storage::ActStatus;
using storage::ActType;

/// `visit`: who sees it.
Result<CaseModel::Case> readCase(kiosk::Desk &desk, const kiosk::Visit &visit, const std::string &reference) {
    CaseModel::Case found;
    if (auto request = kiosk::showRequest(desk, reference)) {
        found.act = std::move(request->act);
        found.steps = std::move(request->steps);
        found.contact = std::move(request->contact);
        found.form = kiosk::formOf(desk.machine.catalogue, found.act);
    } else if (request.error().code == ErrorCode::Nothing) {
        GUICHET_ASSIGN(auto optout, kiosk::showOptout(desk, reference));
        found.act = std::move(optout.act);
        found.steps = std::move(optout.steps);
        found.contact = std::move(optout.contact);
        found.waits = std::move(optout.waits);
    } else {
        return fail(request.error());
    }
    found.letters = kiosk::dueLetters(desk, found.act);
    found.notice = kiosk::noticeCause(desk, found.act) != kiosk::NoticeCause::None;
    const auto person = desk.store.people().get(found.act.person);
    const bool here = person && visit.person == person->id;
    const bool may = here && kiosk::mayDisclose(desk, *person, visit.presence);
    found.mayTell = may || !here;
    if (may) {
        const auto ground = kiosk::groundOf(desk, *person, visit.presence, kiosk::TitleAct::Erase);
        found.mayIdentify = ground && ground->title->may.contains(kiosk::TitleAct::Erase) && ground->entitled();
    }
    if (!may) {
        for (auto &wish : found.contact) {
            wish.detail.clear(); // an address that may be kept from whoever is here
        }
        for (auto &step : found.steps) {
            if (step.what == storage::actNoteName(storage::ActNote::Contact)) {
                step.evidence.clear();
            }
        }
    }
    return found;
}

/// Sends a paper of an act to the printer, for the visit that is under way, or for none.
Result<storage::Job> send(kiosk::Desk &desk, const kiosk::Visit &visit, const CaseModel::Case &now,
                          const kiosk::MadePaper &paper) {
    auto job = kiosk::jobFor(paper);
    const auto person = desk.store.people().get(now.act.person);
    job.visit = person && visit.person == person->id && now.mayTell ? visit.id : std::string();
    job.person = now.act.person;
    job.reference = now.act.reference;
    GUICHET_ASSIGN(storage::Job sent, kiosk::sendPaper(desk, job, paper.pdf));
    if (!now.mayTell && visit.presence.who == kiosk::Who::Bearer) { // who brought it takes a note along
        GUICHET_ASSIGN(const auto note, kiosk::handedInNote(desk, visit.presence.name, now.act.reference, {}));
        auto theirs = kiosk::jobFor(note);
        theirs.visit = visit.id;
        GUICHET_TRY(kiosk::sendPaper(desk, theirs, note.pdf));
    }
    return sent;
}

} // namespace

CaseModel::CaseModel(KioskModel &kiosk)
    : ViewModel(kiosk), answers_(kiosk), facts_({"label", "value"}), steps_({"when", "what", "evidence"}),
      ways_({"label"}), papers_({"label"}), pieces_({"label", "about", "picked"}), fields_(FormAnswers::roles()),
      decisions_({"label", "picked"}) {}

QString CaseModel::title() const {
    if (!case_) {
        return unread() ? tr("This file could not be read") : tr("One moment…");
    }
    return QString::fromStdString(kiosk::titleOf(kiosk().catalogue(), case_->act, kiosk().language()));
}

QString CaseModel::under() const {
    if (!case_) {
        return {};
    }
    QStringList words{QString::fromStdString(case_->act.reference),
                      tr("received on %1").arg(Wording::day(case_->act.received))};
    if (!case_->act.initials.empty()) {
        words.push_back(QString::fromStdString(case_->act.initials));
    }
    return words.join(QStringLiteral(" · "));
}

QString CaseModel::state() const { return case_ ? Wording::status(case_->act) : QString{}; }

std::vector<std::string> CaseModel::left() const {
    std::vector<std::string> left;
    if (!case_ || !case_->form) {
        return left;
    }
    for (const auto &piece : case_->form->pieces) {
        if (std::ranges::find(case_->act.piecesGiven, piece.id) == case_->act.piecesGiven.end()) {
            left.push_back(piece.id);
        }
    }
    for (const auto &field : case_->form->fields) {
        const auto &missing = case_->act.piecesMissing;
        if (field.mustBeYes && std::ranges::find(missing, field.id) != missing.end()) {
            left.push_back(field.id);
        }
    }
    return left;
}

std::set<std::string> CaseModel::openFields() const {
    std::set<std::string> open;
    if (case_ && case_->form) {
        const auto given = nlohmann::json::parse(case_->act.answers, nullptr, false);
        for (const auto &field : case_->form->fields) {
            const bool gap = std::ranges::any_of(case_->act.piecesMissing, [&](const std::string &missing) {
                return missing.starts_with(field.id + ".");
            });
            if (!field.mustBeYes && (gap || !given.contains(field.id))) {
                open.insert(field.id);
            }
        }
    }
    return open;
}

FormAnswers::Page CaseModel::openLines() const {
    const auto open = openFields();
    FormAnswers::Page lines;
    for (const auto &page : answers_.pages()) {
        for (const auto &line : page) {
            if (open.contains(line.list.empty() ? line.field->id : line.list)) {
                lines.push_back(line);
            }
        }
    }
    return lines;
}

bool CaseModel::isOpen() const {
    return case_ && (case_->act.status == ActStatus::Incomplete || case_->act.status == ActStatus::Filed ||
                     case_->act.status == ActStatus::Forwarded);
}

QString CaseModel::contact() const {
    const bool may = case_ && stage_ == Shown && !storage::isFinal(case_->act.type, case_->act.status);
    return !may                     ? QString{}
           : case_->contact.empty() ? tr("as for everything else")
                                    : ContactModel::words(kiosk(), case_->contact);
}

void CaseModel::openContact() {
    if (case_) {
        kiosk().contact()->openForAct(case_->act);
    }
}

std::vector<ActStatus> CaseModel::decisionsNow() const {
    std::vector<ActStatus> may;
    if (!case_) {
        return may;
    }
    const auto &act = case_->act;
    for (const auto to : {ActStatus::Forwarded, ActStatus::DecidedYes, ActStatus::DecidedNo, ActStatus::Deemed,
                          ActStatus::Confirmed, ActStatus::Refused}) {
        const bool silent = act.deemed && act.deemed->on && *act.deemed->on <= kiosk().today();
        const bool theirs = act.type == ActType::Request || kiosk().mayDecide();
        if (storage::mayFollow(act.type, act.status, to) && theirs && (to != ActStatus::Deemed || silent)) {
            may.push_back(to);
        }
    }
    return may;
}

bool CaseModel::canCall() const {
    return stage_ == Shown && case_ && kiosk().named() && case_->mayTell && case_->waits.empty() &&
           kiosk::operatorOwes(kiosk().catalogue(), case_->act);
}

std::vector<CaseModel::Stage> CaseModel::waysNow() const {
    std::vector<Stage> ways;
    if (!case_) {
        return ways;
    }
    const auto &act = case_->act;
    if (isOpen() && !left().empty()) {
        ways.push_back(Adding);
    }
    if (isOpen() && !openLines().empty()) {
        ways.push_back(Answering);
    }
    if (case_->mayIdentify &&
        std::ranges::any_of(case_->waits, [](kiosk::Wait wait) { return wait <= kiosk::Wait::Letter; })) {
        ways.push_back(Identifying);
    }
    if (!decisionsNow().empty()) {
        ways.push_back(Deciding);
    }
    if (case_->mayTell && storage::mayFollow(act.type, act.status, ActStatus::Withdrawn)) {
        ways.push_back(Withdrawing);
    }
    return ways;
}

std::vector<CaseModel::Printable> CaseModel::printables() const {
    std::vector<Printable> all;
    if (!case_ || !case_->mayTell) {
        return all;
    }
    const auto &act = case_->act;
    const auto wish = paperWish();
    const auto letter = [&](kiosk::LetterTo to, const QString &label) {
        all.push_back({label, [to, wish](kiosk::Desk &desk, const std::string &reference) -> Result<kiosk::MadePaper> {
                           GUICHET_ASSIGN(auto made, kiosk::makeLetter(desk, reference, to, wish));
                           return std::move(made.paper);
                       }});
    };
    for (const auto to : case_->letters.to) {
        switch (to) {
        case kiosk::LetterTo::Attestation: letter(to, tr("Letter: attest the acceptance")); break;
        case kiosk::LetterTo::Appeal: letter(to, tr("Letter to the appeal board")); break;
        case kiosk::LetterTo::MedicalAppeal: letter(to, tr("Letter to the medical appeal board")); break;
        case kiosk::LetterTo::Cada: letter(to, tr("Letter to the CADA")); break;
        case kiosk::LetterTo::Cnil: letter(to, tr("Letter to the CNIL")); break;
        case kiosk::LetterTo::Mediator: letter(to, tr("Letter to the mediator")); break;
        case kiosk::LetterTo::Defender: letter(to, tr("Letter to the Defender of Rights")); break;
        }
    }
    if (case_->notice) {
        all.push_back({tr("Letter to the person: what became of it"),
                       [wish](kiosk::Desk &desk, const std::string &reference) -> Result<kiosk::MadePaper> {
                           GUICHET_ASSIGN(auto made, kiosk::makeNotice(desk, reference, wish));
                           return std::move(made.paper);
                       }});
    }
    all.push_back({tr("The statement of its steps"),
                   [wish](kiosk::Desk &desk, const std::string &reference) -> Result<kiosk::MadePaper> {
                       GUICHET_ASSIGN(auto made, kiosk::makeStatement(desk, reference, wish));
                       return std::move(made.paper);
                   }});
    if (case_->waits.empty() && kiosk::operatorOwes(kiosk().catalogue(), act)) {
        all.push_back({tr("The sheet to call the operator"), [](kiosk::Desk &desk, const std::string &reference) {
                           return kiosk::callSheet(desk, reference, printing::Layout::Standard);
                       }});
    }
    all.push_back(
        {tr("Its last receipt again"), [](kiosk::Desk &desk, const std::string &reference) -> Result<kiosk::MadePaper> {
             GUICHET_ASSIGN(auto made, kiosk::receiptAgain(desk, reference, std::nullopt, {}));
             return std::move(made.paper);
         }});
    return all;
}

kiosk::PaperWish CaseModel::paperWish() const {
    return {.layout = printing::Layout::Standard, .readingCopy = kiosk().readingCopy()};
}

QString CaseModel::evidenceLabel() const {
    if (stage_ != Deciding || !decision_) {
        return {};
    }
    switch (*decision_) {
    case ActStatus::Refused: return tr("Why it was refused, and by which letter");
    case ActStatus::Forwarded: return tr("To which service, and how");
    case ActStatus::Deemed: return {};
    default: return tr("By what it is known: the letter, its date, its number");
    }
}

QString CaseModel::action() const {
    switch (stage_) {
    case Shown: return {};
    case Adding:
    case Answering: return tr("Add, and print the receipt");
    case Identifying:
    case Deciding: return tr("Note it");
    case Withdrawing: return tr("Withdraw it");
    }
    return {};
}

QString CaseModel::missing() const {
    if (stage_ == Adding && brought_.empty()) {
        return tr("Tick what has come");
    }
    if (stage_ == Answering) {
        const auto open = openFields();
        const auto wrong = answers_.missingOn(openLines());
        return wrong.isEmpty() && answers_.json(&open) == answered_ ? tr("Write an answer") : wrong;
    }
    if (stage_ == Deciding && !decision_) {
        return tr("Choose what came back");
    }
    if (!evidenceLabel().isEmpty() && evidence_.trimmed().isEmpty()) {
        return tr("Write by what it is known");
    }
    return {};
}

QList<QVariantList> CaseModel::factRows() const {
    QList<QVariantList> rows;
    const auto &act = case_->act;
    if (case_->form) {
        for (const auto &id : act.piecesMissing) {
            rows.push_back(
                {tr("Missing"), QString::fromStdString(kiosk::missingWords(*case_->form, id, kiosk().language()))});
        }
    }
    if (act.completeBy && !act.piecesMissing.empty()) {
        rows.push_back({tr("To be brought by"), Wording::day(*act.completeBy)});
    }
    if (!case_->mayTell) {
        return rows;
    }
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    for (const auto wait : case_->waits) {
        rows.push_back({tr("It waits"), QString::fromStdString(kiosk::waitWords(say, wait))});
    }
    if (storage::isFinal(act.type, act.status)) {
        return rows;
    }
    if (act.due) {
        rows.push_back({*act.due < kiosk().today() ? tr("News was promised by: late") : tr("News is promised by"),
                        Wording::day(*act.due)});
    }
    if (act.deemed && act.deemed->on) {
        rows.push_back({act.deemed->means == "acceptance" ? tr("Without an answer, accepted from")
                                                          : tr("Without an answer, refused from"),
                        Wording::day(*act.deemed->on)});
    }
    return rows;
}

QList<QVariantList> CaseModel::stepRows() const {
    const kiosk::Texts say(kiosk().catalogue(), kiosk().language(), kiosk().today());
    QList<QVariantList> rows;
    for (const auto &step : case_->steps | std::views::reverse) {
        QStringList evidence{QString::fromStdString(kiosk::meansWords(say, step.means)),
                             QString::fromStdString(kiosk::evidenceWords(say, step))};
        evidence.removeAll(QString{});
        rows.push_back({Wording::day(step.on.value_or(kiosk().dayOf(step.at))),
                        QString::fromStdString(kiosk::statusWords(say, step.what)),
                        evidence.join(QStringLiteral(" · "))});
    }
    return rows;
}

void CaseModel::showRows() {
    facts_.setRows(case_ ? factRows() : QList<QVariantList>{});
    steps_.setRows(case_ && case_->mayTell ? stepRows() : QList<QVariantList>{});
    QList<QVariantList> ways;
    for (const auto way : waysNow()) {
        ways.push_back({way == Adding        ? tr("A document has come")
                        : way == Answering   ? tr("Answer what was left open")
                        : way == Identifying ? tr("Identity is shown now")
                        : way == Deciding    ? tr("Note what came back")
                                             : tr("The person gives it up")});
    }
    ways_.setRows(ways);
    QList<QVariantList> papers;
    for (const auto &paper : printables()) {
        papers.push_back({paper.label});
    }
    papers_.setRows(papers);
    QList<QVariantList> pieces;
    for (const auto &id : left()) {
        const bool missing = std::ranges::find(case_->act.piecesMissing, id) != case_->act.piecesMissing.end();
        pieces.push_back({QString::fromStdString(kiosk::missingWords(*case_->form, id, kiosk().language())),
                          missing ? tr("Missing so far") : QString{}, brought_.contains(id)});
    }
    pieces_.setRows(stage_ == Adding ? pieces : QList<QVariantList>{});
    QList<QVariantList> fields;
    if (stage_ == Answering) {
        for (const auto &line : openLines()) {
            fields.push_back(answers_.row(line, insisted_));
        }
    }
    fields_.mendRows(fields);
    QList<QVariantList> decisions;
    for (const auto to : decisionsNow()) {
        Act after = case_->act;
        after.status = to;
        decisions.push_back({Wording::status(after), decision_ == to});
    }
    decisions_.setRows(stage_ == Deciding ? decisions : QList<QVariantList>{});
    emit changed();
}

void CaseModel::clear() {
    reference_.clear();
    begun_.clear();
    answers_.setForm(nullptr);
    case_.reset();
    stage_ = Shown;
    brought_.clear();
    decision_.reset();
    evidence_.clear();
    done_.clear();
    ViewModel::clear();
    showRows();
}

void CaseModel::show(const Case &found) {
    case_ = found;
    noteRead();
    answers_.setForm(case_->form ? &*case_->form : nullptr);
    answers_.fill(case_->act.answers);
    const auto open = openFields();
    answered_ = answers_.json(&open);
    reference_ = found.act.reference;
    stage_ = Shown;
    brought_.clear();
    decision_.reset();
    evidence_.clear();
    goOn(std::exchange(begun_, {}));
    showRows();
}

void CaseModel::noteIn(kiosk::Place &place) const {
    place["reference"] = reference_;
    place["stage"] = std::to_string(stage_);
    place["brought"] = join({brought_.begin(), brought_.end()}, " ");
    place["evidence"] = evidence_.toStdString();
    if (decision_) {
        place["decision"] = storage::actStatusName(*decision_);
    }
    if (stage_ == Answering) {
        answers_.noteIn(place);
    }
}

void CaseModel::goOnFrom(const kiosk::Place &place) {
    open(kiosk::noted(place, "reference").value_or(std::string()));
    begun_ = place;
}

void CaseModel::goOn(const kiosk::Place &place) {
    const auto value = [&](const char *name) { return kiosk::noted(place, name).value_or(std::string()); };
    const auto ways = waysNow();
    const auto stage = std::ranges::find(ways, value("stage"), [](Stage way) { return std::to_string(way); });
    if (stage == ways.end()) {
        return; // nothing was begun, or it can't be done any more
    }
    begin(*stage);
    evidence_ = QString::fromStdString(value("evidence"));
    for (const auto &piece : left()) {
        const auto brought = split(value("brought"), ' ');
        if (std::ranges::find(brought, piece) != brought.end()) {
            brought_.insert(piece);
        }
    }
    for (const auto status : decisionsNow()) {
        if (stage_ == Deciding && storage::actStatusName(status) == value("decision")) {
            decision_ = status;
        }
    }
    answers_.takeUp(place);
}

void CaseModel::open(const std::string &reference) {
    clear();
    reference_ = reference;
    load();
}

void CaseModel::load() {
    askToShow<Case>(
        [reference = reference_, visit = kiosk().visit()](Seat &seat) -> Result<Case> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return readCase(desk, visit, reference);
        },
        [this](const Case &found) { show(found); });
}

void CaseModel::choose(int row) {
    const auto ways = waysNow();
    if (row < 0 || row >= static_cast<int>(ways.size()) || waiting()) {
        return;
    }
    begin(ways[static_cast<std::size_t>(row)]);
}

void CaseModel::begin(Stage stage) {
    stage_ = stage;
    insisted_ = false;
    const auto may = decisionsNow();
    decision_ = stage_ == Deciding && may.size() == 1 ? std::optional(may.front()) : std::nullopt;
    done_.clear();
    setProblem({});
    showRows();
}

void CaseModel::togglePiece(int row) {
    const auto ids = left();
    if (row >= 0 && row < static_cast<int>(ids.size())) {
        const auto &id = ids[static_cast<std::size_t>(row)];
        if (brought_.erase(id) == 0) {
            brought_.insert(id);
        }
        showRows();
    }
}

void CaseModel::setField(int row, const QString &text) {
    const auto all = openLines();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        answers_.set(all[static_cast<std::size_t>(row)], text);
        showRows();
    }
}

void CaseModel::chooseField(int row, int choice) {
    const auto all = openLines();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        answers_.choose(all[static_cast<std::size_t>(row)], choice);
        showRows();
    }
}

void CaseModel::confirmField(int row) {
    const auto all = openLines();
    if (row >= 0 && row < static_cast<int>(all.size())) {
        answers_.confirm(all[static_cast<std::size_t>(row)]);
        showRows();
    }
}

void CaseModel::insist() {
    insisted_ = true;
    showRows();
}

void CaseModel::chooseDecision(int row) {
    const auto may = decisionsNow();
    if (row >= 0 && row < static_cast<int>(may.size())) {
        decision_ = may[static_cast<std::size_t>(row)];
        showRows();
    }
}

void CaseModel::work(Step step, const QString &words) {
    done_.clear();
    struct Worked {
        Case now;
        std::optional<storage::Job> job;
        std::optional<Error> trouble; ///< of its paper: what was noted stays
    };
    ask<Worked>(
        [step = std::move(step), reference = reference_, visit = kiosk().visit()](Seat &seat) -> Result<Worked> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, step(desk, reference));
            Worked worked;
            GUICHET_ASSIGN(worked.now, readCase(desk, visit, reference));
            if (paper) {
                if (auto sent = send(desk, visit, worked.now, *paper)) {
                    worked.job = std::move(*sent);
                } else {
                    worked.trouble = sent.error();
                }
            }
            return worked;
        },
        [this, words](const Worked &worked) {
            show(worked.now);
            QStringList said{words};
            if (worked.job) {
                said.push_back(Wording::paper(*worked.job) + QStringLiteral(" – ") + Wording::job(*worked.job));
            }
            if (worked.job && !worked.now.mayTell) {
                said.push_back(tr("It is for the person: post it."));
            }
            said.removeAll(QString{});
            done_ = said.join(u' ');
            kiosk().papers()->refresh();
            if (worked.trouble) {
                setProblem(tr("Its paper is not printed yet.") + u' ' + sentence(*worked.trouble));
            }
        });
}

void CaseModel::print(int row) {
    const auto all = printables();
    if (row < 0 || row >= static_cast<int>(all.size()) || waiting()) {
        return;
    }
    work(
        [make = all[static_cast<std::size_t>(row)].make](
            kiosk::Desk &desk, const std::string &reference) -> Result<std::optional<kiosk::MadePaper>> {
            GUICHET_ASSIGN(auto paper, make(desk, reference));
            return std::optional(std::move(paper));
        },
        {});
}

void CaseModel::next() {
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    switch (stage_) {
    case Shown: return;
    case Adding: add({.pieces = {brought_.begin(), brought_.end()}, .answers = {}}); return;
    case Answering: {
        const auto open = openFields();
        add({.pieces = {}, .answers = answers_.json(&open)});
        return;
    }
    case Identifying: identify(); return;
    case Deciding: decide(); return;
    case Withdrawing: withdraw(); return;
    }
}

void CaseModel::add(kiosk::RequestAddition addition) {
    work(
        [addition = std::move(addition), wish = paperWish()](
            kiosk::Desk &desk, const std::string &reference) -> Result<std::optional<kiosk::MadePaper>> {
            GUICHET_ASSIGN(auto filed, kiosk::addToRequest(desk, reference, addition, wish));
            return std::optional(std::move(filed.receipt.paper));
        },
        tr("It is added."));
}

QString CaseModel::shown() const { return Wording::presence(kiosk().visit().presence); }

void CaseModel::identify() {
    work(
        [presence = kiosk().visit().presence](kiosk::Desk &desk,
                                              const std::string &reference) -> Result<std::optional<kiosk::MadePaper>> {
            GUICHET_TRY(kiosk::showIdentity(desk, reference, presence));
            return std::optional<kiosk::MadePaper>();
        },
        tr("It is noted."));
}

void CaseModel::decide() {
    work(
        [to = *decision_, evidence = evidence_.trimmed().toStdString()](
            kiosk::Desk &desk, const std::string &reference) -> Result<std::optional<kiosk::MadePaper>> {
            const auto noted = to == ActStatus::Confirmed ? kiosk::confirmOptout(desk, reference, evidence)
                               : to == ActStatus::Refused ? kiosk::refuseOptout(desk, reference, evidence)
                                                          : kiosk::advanceRequest(desk, reference, to, evidence);
            if (!noted) {
                return fail(noted.error());
            }
            return std::optional<kiosk::MadePaper>();
        },
        tr("It is noted."));
}

void CaseModel::withdraw() {
    work(
        [optout = case_->act.type == ActType::Optout](
            kiosk::Desk &desk, const std::string &reference) -> Result<std::optional<kiosk::MadePaper>> {
            const auto gone = optout ? kiosk::withdrawOptout(desk, reference) : kiosk::withdrawRequest(desk, reference);
            if (!gone) {
                return fail(gone.error());
            }
            GUICHET_ASSIGN(auto made, kiosk::makeStatement(desk, reference, {}));
            return std::optional(std::move(made.paper));
        },
        tr("It is withdrawn; its statement says so."));
}

void CaseModel::back() {
    if (stage_ == Shown) {
        kiosk().back();
        return;
    }
    show(Case(*case_)); // what was begun is forgotten
    setProblem({});
}

} // namespace guichet::ui
