// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/person_view_model.h"

#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/request_model.h"

#include <array>

namespace guichet::ui {
namespace {

constexpr std::array kLanguages{"fr", "en", "ar", "pt", "es"};
constexpr std::string_view kRightToLeft = "ar";
constexpr std::string_view kSentences = "sentence.";

} // namespace

PersonViewModel::PersonViewModel(KioskModel &kiosk)
    : kiosk_(kiosk), languages_({"label", "picked"}), sentences_({"label", "picked"}) {
    const auto again = [this] {
        look_.setMirrored(language() == kRightToLeft);
        showLanguages();
        emit changed();
    };
    for (const auto signal : {&KioskModel::screenChanged, &KioskModel::veilChanged, &KioskModel::visitChanged,
                              &KioskModel::personDisplayChanged}) {
        connect(&kiosk_, signal, this, again);
    }
    for (const ViewModel *model :
         std::initializer_list<const ViewModel *>{kiosk_.documents(), kiosk_.optOuts(), kiosk_.request()}) {
        connect(model, &ViewModel::changed, this, &PersonViewModel::changed);
    }
    showLanguages();
    showSentences();
}

QString PersonViewModel::textOf(const std::string &id, const std::string &language) const {
    return QString::fromStdString(kiosk_.catalogue().text(id, language, kiosk_.today()));
}

QString PersonViewModel::text(std::string_view id) const { return textOf(std::string(id), language()); }

std::string PersonViewModel::language() const {
    if (!chosen_.empty()) {
        return chosen_;
    }
    return kiosk_.visiting() ? kiosk_.visit().language : kiosk::Visit{}.language;
}

void PersonViewModel::showLanguages() {
    QList<QVariantList> rows;
    for (const char *code : kLanguages) {
        rows.push_back({textOf("theirs.language", code), language() == code});
    }
    languages_.setRows(rows);
}

void PersonViewModel::showSentences() {
    QList<QVariantList> rows;
    for (const auto &id : kiosk_.catalogue().textIds()) {
        if (id.starts_with(kSentences)) {
            rows.push_back({textOf(id, kiosk_.language()), id == sentence_});
        }
    }
    sentences_.setRows(rows);
}

PersonViewModel::Step PersonViewModel::step() const {
    if (kiosk_.veil() == KioskModel::Hidden || kiosk_.veil() == KioskModel::Locked) {
        return kiosk_.visiting() ? Waiting : Welcome; // hidden is hidden on both screens
    }
    if (!kiosk_.visiting()) {
        return Welcome;
    }
    if (!sentence_.empty()) {
        return Sentence;
    }
    switch (kiosk_.screen()) {
    case KioskModel::Documents: {
        const auto &documents = *kiosk_.documents();
        return documents.previewing()   ? Pages
               : documents.asking()     ? Question
               : documents.titlesOpen() ? Titles
                                        : Waiting;
    }
    case KioskModel::OptOuts: {
        const auto &act = *kiosk_.optOuts();
        switch (act.stage()) {
        case OptOutsModel::Choosing: return act.agreed() ? Answered : act.missing().isEmpty() ? Agreement : Waiting;
        case OptOutsModel::Signing: return Signing;
        case OptOutsModel::Registered: return Recorded;
        case OptOutsModel::Removed: return Waiting;
        }
        return Waiting;
    }
    case KioskModel::Request:
        return kiosk_.request()->stage() == RequestModel::Signing ? Signing
               : kiosk_.request()->stage() == RequestModel::Filed ? Recorded
                                                                  : Waiting;
    default: return Waiting;
    }
}

QString PersonViewModel::heading() const {
    switch (step()) {
    case Welcome: return text("theirs.welcome");
    case Waiting: return kiosk_.veil() == KioskModel::Turned ? text("theirs.thanks") : text("theirs.waiting");
    case Question: return text("theirs.titles-question");
    case Titles: return text("theirs.titles");
    case Pages: return {};
    case Agreement: {
        const auto *scope = kiosk_.optOuts()->scope();
        return scope == nullptr ? QString{} : QString::fromStdString(scope->title.in(language()));
    }
    case Answered: return text(kiosk_.optOuts()->declined() ? "theirs.declined" : "theirs.agreed");
    case Signing: return text("theirs.signing");
    case Recorded: return text("theirs.recorded");
    case Sentence: return textOf(sentence_, language());
    }
    return {};
}

QString PersonViewModel::words() const {
    switch (step()) {
    case Waiting: return kiosk_.veil() == KioskModel::Turned ? QString{} : text("theirs.waiting-words");
    case Question: return text(kiosk_.personDisplay() ? "theirs.titles-here" : "theirs.titles-turned");
    case Titles: return text("theirs.titles-words");
    case Agreement: {
        const auto erases = kiosk_.optOuts()->erases();
        const auto what = erases ? text(*erases ? "theirs.erased" : "theirs.archived") + u'\n' : QString{};
        return what + text("theirs.not-yet");
    }
    case Signing: return text("theirs.signing-words");
    case Recorded:
        return text("theirs.recorded-words") + u'\n' +
               (kiosk_.screen() == KioskModel::Request ? kiosk_.request()->reference() : kiosk_.optOuts()->reference());
    case Welcome:
    case Pages:
    case Answered:
    case Sentence: return {};
    }
    return {};
}

QStringList PersonViewModel::does() const { return agreementLines(&kiosk::Scope::does); }

QStringList PersonViewModel::doesNot() const { return agreementLines(&kiosk::Scope::doesNot); }

QStringList PersonViewModel::agreementLines(kiosk::Sentences kiosk::Scope::*which) const {
    QStringList lines;
    if (const auto *scope = kiosk_.optOuts()->scope(); step() == Agreement && scope != nullptr) {
        for (const auto &sentence : (scope->*which).in(language())) {
            lines.push_back(QString::fromStdString(sentence));
        }
    }
    return lines;
}

QString PersonViewModel::yes() const {
    switch (step()) {
    case Question: return text("theirs.titles-yes");
    case Agreement: return text("theirs.agree");
    case Sentence: return text("theirs.yes");
    default: return {};
    }
}

QString PersonViewModel::no() const {
    switch (step()) {
    case Question: return text("theirs.titles-no");
    case Agreement: return text("theirs.decline");
    case Sentence: return text("theirs.no");
    default: return {};
    }
}

QString PersonViewModel::unsure() const { return step() == Sentence ? text("theirs.again") : QString{}; }

void PersonViewModel::forget() {
    chosen_.clear();
    sentence_.clear();
    answer_.clear();
    look_.reset();
    showLanguages();
    showSentences();
    emit changed();
}

void PersonViewModel::chooseLanguage(int row) {
    if (row < 0 || row >= static_cast<int>(kLanguages.size())) {
        return;
    }
    chosen_ = kLanguages.at(static_cast<std::size_t>(row));
    kiosk_.choosePersonLanguage(chosen_); // shows the rest anew
}

void PersonViewModel::changeContrast() {
    look_.setScheme(look_.scheme() == Look::Light          ? Look::HighContrast
                    : look_.scheme() == Look::HighContrast ? Look::Dark
                                                           : Look::Light);
}

void PersonViewModel::accept() {
    switch (step()) {
    case Question: kiosk_.documents()->answerTitles(true); break;
    case Agreement: kiosk_.optOuts()->answerAgreement(true); break;
    case Sentence: answerSentence("theirs.yes"); break;
    default: break;
    }
}

void PersonViewModel::decline() {
    switch (step()) {
    case Question: kiosk_.documents()->answerTitles(false); break;
    case Agreement: kiosk_.optOuts()->answerAgreement(false); break;
    case Sentence: answerSentence("theirs.no"); break;
    default: break;
    }
}

void PersonViewModel::notUnderstood() {
    if (step() == Sentence) {
        answerSentence("theirs.again");
    }
}

void PersonViewModel::answerSentence(const char *id) {
    answer_ = textOf(sentence_, kiosk_.language()) + QStringLiteral(" – ") + textOf(id, kiosk_.language());
    sayNothing();
}

void PersonViewModel::say(int row) {
    int at = 0;
    for (const auto &id : kiosk_.catalogue().textIds()) {
        if (id.starts_with(kSentences) && at++ == row) {
            sentence_ = id;
            answer_.clear();
            showSentences();
            kiosk_.turn();
            emit changed();
            return;
        }
    }
}

void PersonViewModel::sayNothing() {
    sentence_.clear();
    showSentences();
    emit changed();
}

} // namespace guichet::ui
