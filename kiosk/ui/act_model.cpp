// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/act_model.h"

#include "kiosk/counter/come_back.h"
#include "kiosk/counter/deposit.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/titles.h"
#include "kiosk/ui/contact_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <algorithm>
#include <tuple>

namespace guichet::ui {
namespace {

/// Of a Place, beside the draft: the job of its paper, and the language of the copy to be read with it.
constexpr const char *kPaper = "paper";
constexpr const char *kPaperCopy = "paper-copy";

struct Sent {
    std::string job; ///< "" where not even that could be written
    std::optional<Error> trouble;
};

/// Sends a paper of an act to the printer, as one of the visit's. What went wrong is returned, and is no reason to undo
/// the act: the job is kept, and can be tried again.
Sent sendFor(kiosk::Desk &desk, const kiosk::Visit &visit, const kiosk::MadePaper &paper,
             const std::string &reference) {
    auto job = kiosk::jobFor(paper);
    job.visit = visit.id;
    job.person = visit.person.value_or(std::string{});
    job.reference = reference;
    const auto sent = kiosk::sendPaper(desk, job, paper.pdf);
    if (sent) {
        return {sent->id, std::nullopt};
    }
    // It was written down before it was sent.
    const auto written = desk.store.jobs().list({.visit = visit.id, .person = {}, .onlyOpen = false});
    return {written.empty() ? std::string() : written.back().id, sent.error()};
}

/// What is the person's and nobody's who is here: it is owed until it is posted, or they collect it.
kiosk::Visit ofNoVisit(kiosk::Visit visit) {
    visit.id.clear();
    return visit;
}

/// What goes along with who is here beside a receipt: the note of who hands in what another has signed, or what to come
/// back with, where their title would do and too little was shown. The act stands without it.
void sendSlip(kiosk::Desk &desk, const kiosk::Visit &visit, const kiosk::MadeReceipt &receipt,
              const std::vector<std::string> &awaiting, const kiosk::PaperWish &wish) {
    const auto &presence = visit.presence;
    auto slip = Result<kiosk::MadePaper>(fail(ErrorCode::Nothing));
    if (presence.who == kiosk::Who::Bearer) {
        slip = kiosk::handedInNote(desk, presence.name, receipt.reference, wish);
    } else if (const auto person = desk.store.people().get(receipt.person)) {
        const auto ground = kiosk::groundOf(desk, *person, presence, kiosk::TitleAct::Oppose);
        if (ground && ground->gives && (!ground->proven || !ground->identityShown)) {
            slip = kiosk::comeBackSlip(desk, receipt.person, presence, awaiting, wish);
        }
    }
    if (slip) { // it is theirs who are here, whoever that is, and says nothing of the person
        auto theirs = visit;
        theirs.person.reset();
        std::ignore = sendFor(desk, theirs, *slip, {});
    }
}

/// The agency keeps the form that was signed; what was said aloud needs none. One that can't be settled, because it was
/// handed over before, stays as it is.
void settleForm(kiosk::Desk &desk, const std::string &job, kiosk::Signed how) {
    if (job.empty()) {
        return;
    }
    if (how == kiosk::Signed::Oral) {
        std::ignore = kiosk::withdrawPaper(desk, job);
    } else {
        std::ignore = kiosk::keepPaper(desk, job);
    }
}

/// Where the act stands whose paper is to be signed; `part` is that of the act among others, with its point, or "".
kiosk::Place placeOf(const std::string &part, const std::string &draft, const std::string &job,
                     const std::string &copy) {
    return {{part + std::string(kiosk::kDraftToSign), draft}, {part + kPaper, job}, {part + kPaperCopy, copy}};
}

/// Of the last of its papers: the copy to be read, where there is one.
kiosk::papers::Speech speechOf(const kiosk::Desk &desk, const kiosk::MadePaper &paper) {
    const auto &read = paper.says.back();
    return kiosk::papers::speechOf(read, kiosk::textsOf(desk, read.language, kiosk::today(desk)));
}

} // namespace

ActModel::ActModel(KioskModel &kiosk, std::string_view part)
    : ViewModel(kiosk), part_(std::string(part) + '.'), signings_({"label", "about", "picked"}),
      copies_({"label", "picked"}) {}

QString ActModel::noteLabel() const {
    if (!signed_) {
        return {};
    }
    switch (*signed_) {
    case kiosk::Signed::Signature: return {};
    case kiosk::Signed::Mark: return tr("Your note, if there are not two witnesses");
    case kiosk::Signed::Oral: return tr("Your note: what was said, and why it is not signed");
    }
    return {};
}

QString ActModel::signingMissing() const {
    if (!signed_) {
        return tr("Say how it was signed");
    }
    if (signed_ == kiosk::Signed::Oral && note_.trimmed().isEmpty()) {
        return tr("Write what was said");
    }
    return earlier_ && depositedOn().isEmpty() ? tr("Write the day of the deposit") : QString{};
}

QString ActModel::depositedOn() const { return Wording::typedDay(deposited_, kiosk().today()).understood; }

QString ActModel::depositProblem() const { return Wording::typedDay(deposited_, kiosk().today()).problem; }

QString ActModel::contact() const {
    return contact_ ? ContactModel::words(kiosk(), {*contact_}) : tr("as for everything else");
}

void ActModel::openContact() {
    if (!waiting()) {
        kiosk().contact()->openForSigning(*this);
    }
}

void ActModel::takeSigned() {
    if (waiting()) {
        return;
    }
    earlier_ = true;
    prepare();
}

QString ActModel::postLetter() { return tr("Post the letter to the person: it goes before the request does."); }

bool ActModel::brought() const { return kiosk().visit().presence.who == kiosk::Who::Bearer; }

QString ActModel::receiptWay() const {
    return brought()
               ? tr("The receipt is for the person who signed: post it. The other paper is for who brought theirs.")
               : tr("The receipt is on its way to the printer. Hand it over.");
}

QString ActModel::agreement() const {
    if (!agreed_) {
        return {};
    }
    return *agreed_ ? tr("The person agrees.") : tr("The person does not want this. Nothing is recorded.");
}

void ActModel::answerAgreement(bool agreed) { set(agreed_, std::optional(agreed)); }

QString ActModel::removal() const {
    if (!removedPaperOut_) {
        return {};
    }
    return *removedPaperOut_ ? tr("The draft is removed; nothing was recorded. Its paper came out: destroy it.")
                             : tr("The draft is removed; nothing was recorded.");
}

void ActModel::clear() {
    agreed_.reset();
    forgetSigning();
    kept_ = {};
    speech_.clear();
    make_ = {};
    drop_ = {};
    removedPaperOut_.reset();
    reference_.clear();
    outcome_.clear();
    ViewModel::clear();
}

void ActModel::forgetSigning() {
    signed_.reset();
    copy_.reset();
    note_.clear();
    contact_.reset();
    earlier_ = false;
    deposited_.clear();
    paperNumber_.clear();
}

bool ActModel::draftStands() const {
    return !kept_.draft.empty() && (earlier() || (!kept_.job.empty() && paperCopy_ == kiosk().readingCopy()));
}

void ActModel::toSigning() {
    if (printed()) {
        prepared();
    }
}

void ActModel::showSignings() {
    const std::array labels{tr("Signed on the paper"), tr("A mark on the paper"), tr("Said aloud")};
    const std::array abouts{tr("The person has read it, or it was read to them"),
                            tr("The person can’t write: two witnesses sign the paper, or you note it here"),
                            tr("The person can’t sign: note here what was said")};
    QList<QVariantList> rows;
    for (std::size_t i = 0; i < kOrder.size(); ++i) {
        rows.push_back({labels.at(i), abouts.at(i), signed_ == kOrder.at(i)});
    }
    signings_.setRows(rows);
    QList<QVariantList> copies;
    for (const auto &language : copyLanguages()) {
        const auto name = kiosk().catalogue().text("theirs.language", language, kiosk().today());
        copies.push_back({QString::fromStdString(name), copy_.value_or(kiosk().readingCopy()) == language});
    }
    copies_.setRows(copies);
    emit changed();
}

std::vector<std::string> ActModel::copyLanguages() const {
    auto languages = kiosk().catalogue().languages();
    std::erase(languages, "fr");
    return languages;
}

void ActModel::toggleCopy(int row) {
    const auto languages = copyLanguages();
    if (row >= 0 && row < static_cast<int>(languages.size())) {
        const auto &language = languages[static_cast<std::size_t>(row)];
        copy_ = copy_.value_or(kiosk().readingCopy()) == language ? std::string() : language;
        showSignings();
    }
}

void ActModel::chooseSigning(int row) {
    if (row >= 0 && row < static_cast<int>(kOrder.size())) {
        signed_ = kOrder.at(static_cast<std::size_t>(row));
        if (signed_ == kiosk::Signed::Signature) {
            note_.clear();
        }
        showSignings();
    }
}

Result<bool> ActModel::withdraw(kiosk::Desk &desk, const DropDraft &drop, const Kept &kept) {
    bool out = false;
    if (!kept.job.empty()) {
        GUICHET_ASSIGN(out, kiosk::withdrawPaper(desk, kept.job));
    }
    if (const auto dropped = drop(desk, kept.draft); !dropped && dropped.error().code != ErrorCode::Nothing) {
        return fail(dropped.error()); // "nothing": its time was over
    }
    return out;
}

void ActModel::prepareWith(MakeDraft make, DropDraft drop) {
    make_ = std::move(make);
    drop_ = std::move(drop);
    ask<Kept>(
        [make = make_, drop = drop_, before = kept_, visit = kiosk().visit(), print = !earlier(), part = part_,
         paper = kiosk::PaperWish{.layout = printing::Layout::Standard, .readingCopy = kiosk().readingCopy()}](
            Seat &seat) -> Result<Kept> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto drafted, make(desk, paper));
            std::optional<Error> trouble;
            if (!before.draft.empty()) { // what it said is said otherwise now
                const auto withdrawn = withdraw(desk, drop, before);
                trouble = withdrawn ? std::nullopt : std::optional(withdrawn.error());
            }
            const auto sent = print ? sendFor(desk, visit, drafted.form, {}) : Sent{};
            std::ignore = seat.noteToo(visit, placeOf(part, drafted.draft, sent.job, paper.readingCopy));
            return Kept{drafted.draft, sent.job, speechOf(desk, drafted.form), sent.trouble ? sent.trouble : trouble};
        },
        [this, copy = kiosk().readingCopy()](const Kept &kept) {
            kept_ = kept;
            speech_ = kept.speech;
            paperCopy_ = copy;
            signed_.reset(); // another paper: nobody has signed it yet
            kiosk().papers()->refresh();
            if (kept.trouble) {
                setProblem(sentence(*kept.trouble));
            }
            prepared();
        });
}

void ActModel::removeDraft() {
    if (kept_.draft.empty() || waiting()) {
        return;
    }
    ask<bool>(
        [drop = drop_, kept = kept_](Seat &seat) -> Result<bool> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return withdraw(desk, drop, kept);
        },
        [this](bool out) {
            kept_.draft.clear();
            speech_.clear();
            removedPaperOut_ = out;
            kiosk().papers()->refresh();
            removed();
        });
}

void ActModel::undoRemoval() {
    if (!removedPaperOut_ || waiting()) {
        return;
    }
    ask<Kept>(
        [make = make_, kept = kept_, out = *removedPaperOut_ || earlier(), visit = kiosk().visit(),
         paper = kiosk::PaperWish{.layout = printing::Layout::Standard, .readingCopy = paperCopy_}](
            Seat &seat) -> Result<Kept> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto drafted, make(desk, paper));
            if (out) {
                return Kept{drafted.draft,
                            kept.job,
                            speechOf(desk, drafted.form),
                            {}}; // the same words as on the paper that is there
            }
            const auto sent = sendFor(desk, visit, drafted.form, {});
            return Kept{drafted.draft, sent.job, speechOf(desk, drafted.form), sent.trouble};
        },
        [this](const Kept &kept) {
            kept_ = kept;
            speech_ = kept.speech;
            removedPaperOut_.reset();
            kiosk().papers()->refresh();
            if (kept.trouble) {
                setProblem(sentence(*kept.trouble));
            }
            prepared();
        });
}

void ActModel::registerWith(std::function<Result<Registered>(kiosk::Desk &, const kiosk::SigningNote &,
                                                             const kiosk::PaperWish &, const std::string &draft)>
                                make) {
    kiosk::SigningNote note;
    note.how = *signed_;
    note.agentNote = note_.trimmed().toStdString();
    note.contact = contact_;
    if (earlier()) {
        note.deposited = Wording::typedDay(deposited_, kiosk().today()).day;
        note.paperNumber = paperNumber_.trimmed().toStdString();
    }
    struct Outcome {
        QString reference;
        QStringList outcome;
        kiosk::papers::Speech speech;
        std::optional<Error> trouble;
        bool leaves;
    };
    ask<Outcome>(
        [make = std::move(make), note, kept = kept_, visit = kiosk().visit(),
         paper =
             kiosk::PaperWish{.layout = printing::Layout::Standard,
                              .readingCopy = copy_.value_or(kiosk().readingCopy())}](Seat &seat) -> Result<Outcome> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto made, make(desk, note, paper, kept.draft));
            settleForm(desk, kept.job, note.how);
            const bool brought = visit.presence.who == kiosk::Who::Bearer;
            auto sent = sendFor(desk, brought ? ofNoVisit(visit) : visit, made.receipt.paper, made.receipt.reference);
            if (made.letter) {
                if (const auto letter = kiosk::sendNotice(desk, *made.letter); !letter && !sent.trouble) {
                    sent.trouble = letter.error();
                }
            }
            sendSlip(desk, visit, made.receipt, made.awaiting, paper);
            return Outcome{QString::fromStdString(made.receipt.reference), made.outcome,
                           brought ? kiosk::papers::Speech{} : speechOf(desk, made.receipt.paper), sent.trouble,
                           made.leaves};
        },
        [this](const Outcome &done) {
            leaves_ = done.leaves;
            reference_ = done.reference;
            outcome_ = done.outcome;
            kept_ = {};
            speech_ = done.speech;
            kiosk().papers()->refresh();
            if (done.trouble) {
                setProblem(receiptOwed() + u' ' + sentence(*done.trouble));
            }
            registered();
        });
}

void ActModel::noteAct(kiosk::Place &place) const {
    if (agreed_) {
        place["agreed"] = *agreed_ ? "yes" : "no";
    }
    if (signed_) {
        place["signed"] = kiosk::toText(*signed_);
    }
    if (copy_) {
        place["copy"] = *copy_;
    }
    place["note"] = note_.toStdString();
    if (contact_) {
        place["contact"] = contact_->means;
        place["contact-detail"] = contact_->detail;
    }
    if (earlier_) {
        place["deposited"] = deposited_.toStdString();
        place["paper-number"] = paperNumber_.toStdString();
    }
    if (!kept_.draft.empty()) {
        place.merge(placeOf({}, kept_.draft, kept_.job, paperCopy_));
    }
}

void ActModel::takeUpAct(const kiosk::Place &place) {
    if (const auto agreed = kiosk::noted(place, "agreed")) {
        agreed_ = *agreed == "yes";
    }
    if (const auto how = kiosk::noted(place, "signed")) {
        if (const auto read = kiosk::parseSigned(*how)) {
            signed_ = *read;
        }
    }
    copy_ = kiosk::noted(place, "copy");
    const auto value = [&](const char *name) { return kiosk::noted(place, name).value_or(std::string()); };
    note_ = QString::fromStdString(value("note"));
    if (const auto means = kiosk::noted(place, "contact")) {
        contact_ = storage::ContactPreference{*means, value("contact-detail")};
    }
    earlier_ = kiosk::noted(place, "deposited").has_value();
    deposited_ = QString::fromStdString(value("deposited"));
    paperNumber_ = QString::fromStdString(value("paper-number"));
}

void ActModel::takeUpDraft(const kiosk::Place &place, bool signing, TakeDraft take, DropDraft drop) {
    const auto draft = kiosk::noted(place, kiosk::kDraftToSign);
    if (!draft) {
        return;
    }
    drop_ = std::move(drop);
    struct Again {
        TakenUp taken;
        Kept kept;
    };
    const auto copy = kiosk::noted(place, kPaperCopy).value_or(std::string());
    ask<Again>(
        [take = std::move(take), draft = *draft, job = kiosk::noted(place, kPaper).value_or(std::string()),
         paper =
             kiosk::PaperWish{.layout = printing::Layout::Standard, .readingCopy = copy}](Seat &seat) -> Result<Again> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(auto taken, take(desk, draft, paper));
            auto speech = speechOf(desk, taken.form);
            return Again{std::move(taken), {draft, job, std::move(speech), {}}};
        },
        [this, copy, signing](const Again &again) {
            kept_ = again.kept;
            speech_ = kept_.speech;
            paperCopy_ = copy;
            make_ = again.taken.make;
            again.taken.found();
            if (signing) {
                prepared();
            }
        },
        [this](const Error &error) { draftGone(error); });
}

void ActModel::draftGone(const Error &error) {
    if (error.code != ErrorCode::Nothing) {
        return; // it says what is wrong
    }
    kiosk().openPerson();
    kiosk().setBanner(tr(
        "What was signed is recorded; its receipt is among the papers. What was not signed is to be prepared again."));
}

} // namespace guichet::ui
