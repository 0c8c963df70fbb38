// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/person_view_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/counter/preferences.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/request_model.h"
#include "kiosk/ui/wording.h"
#include "kiosk/ui/worker.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace guichet::ui {
namespace {

constexpr std::array kLanguages{"fr", "en", "ar", "pt", "es"};
constexpr std::array kKeyboards{"fr_FR", "en_GB", "ar_AR", "pt_PT", "es_ES"};
using Colours = kiosk::papers::Preferences::Colours;
constexpr std::array kSchemes{std::pair(Look::Light, Colours::Light), std::pair(Look::Dark, Colours::Dark),
                              std::pair(Look::HighContrast, Colours::HighContrast)};
constexpr std::string_view kRightToLeft = "ar";
constexpr std::string_view kSentences = "sentence.";

/// Nobody reads and answers faster: an earlier key was meant for what stood there before.
constexpr std::chrono::milliseconds kSoonest{500};

printing::Run runOf(const QString &text, const std::string &language) {
    printing::Run run{text.toStdString()};
    run.language = language;
    return run;
}

} // namespace

PersonViewModel::PersonViewModel(KioskModel &kiosk)
    : kiosk_(kiosk), languages_({"label", "picked"}), sentences_({"label", "picked"}) {
    const auto again = [this] {
        look_.setMirrored(language() == kRightToLeft);
        showLanguages();
        goOn();
    };
    for (const auto signal : {&KioskModel::screenChanged, &KioskModel::veilChanged, &KioskModel::visitChanged,
                              &KioskModel::personDisplayChanged}) {
        connect(&kiosk_, signal, this, again);
    }
    for (const ViewModel *model :
         std::initializer_list<const ViewModel *>{kiosk_.documents(), kiosk_.optOuts(), kiosk_.request()}) {
        connect(model, &ViewModel::changed, this, &PersonViewModel::goOn);
    }
    connect(&dialogue_, &Dialogue::changed, this, &PersonViewModel::changed);
    connect(this, &PersonViewModel::changed, this, &PersonViewModel::showSpeech);
    connect(&reading_, &ReadAloud::changed, this, &PersonViewModel::changed);
    showLanguages();
    showSentences();
}

QString PersonViewModel::textOf(const std::string &id, const std::string &language) const {
    return QString::fromStdString(kiosk_.catalogue().text(id, language, kiosk_.today()));
}

QString PersonViewModel::text(std::string_view id, const kiosk::Values &values) const {
    return QString::fromStdString(kiosk_.catalogue().text(std::string(id), language(), kiosk_.today(), values));
}

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
    if (dialogue_.open()) {
        return Writing;
    }
    return sentence_.empty() ? stepOfVisit() : Sentence;
}

PersonViewModel::Step PersonViewModel::stepOfVisit() const {
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
    case KioskModel::Request: {
        const auto &act = *kiosk_.request();
        switch (act.stage()) {
        case RequestModel::Choosing:
        case RequestModel::Filling:
        case RequestModel::Removed: return Waiting;
        case RequestModel::Pieces: return act.agreed() ? Answered : Agreement;
        case RequestModel::Signing: return Signing;
        case RequestModel::Filed: return Recorded;
        }
        return Waiting;
    }
    default: return Waiting;
    }
}

QString PersonViewModel::heading() const {
    switch (step()) {
    case Welcome: return text("theirs.welcome");
    case Waiting: return kiosk_.veil() == KioskModel::Turned ? text("theirs.thanks") : text("theirs.waiting");
    case Question: return text("theirs.titles-question");
    case Titles: return text("theirs.titles");
    case Pages: return text("theirs.pages");
    case Agreement: {
        const auto *title = agreementTitle();
        return title == nullptr ? QString{} : QString::fromStdString(title->in(language()));
    }
    case Answered: return text(act()->declined() ? "theirs.declined" : "theirs.agreed");
    case Signing: return text("theirs.signing");
    case Recorded: return text("theirs.recorded");
    case Sentence: return textOf(sentence_, language());
    case Writing: return text("theirs.writing");
    }
    return {};
}

ActModel *PersonViewModel::act() const {
    switch (kiosk_.screen()) {
    case KioskModel::OptOuts: return kiosk_.optOuts();
    case KioskModel::Request: return kiosk_.request();
    default: return nullptr;
    }
}

const kiosk::Text *PersonViewModel::agreementTitle() const {
    if (kiosk_.screen() == KioskModel::Request) {
        const auto *form = kiosk_.request()->form();
        return form == nullptr ? nullptr : &form->title;
    }
    const auto *scope = kiosk_.optOuts()->scope();
    return scope == nullptr ? nullptr : &scope->title;
}

QString PersonViewModel::choice() const {
    if (step() != Agreement || kiosk_.screen() != KioskModel::OptOuts) {
        return {};
    }
    const auto &optOuts = *kiosk_.optOuts();
    QStringList lines;
    if (optOuts.asksDetail()) {
        lines.push_back(QString::fromStdString(optOuts.scope()->detailLabel.in(language())) +
                        text("receipt.detail", {{"detail", optOuts.detail().trimmed().toStdString()}}));
    }
    if (optOuts.erases()) {
        lines.push_back(text(optOuts.copyFirst() ? "theirs.erased-after-copy"
                             : *optOuts.erases() ? "theirs.erased"
                                                 : "theirs.archived"));
    }
    return lines.join(u'\n');
}

QString PersonViewModel::words() const {
    switch (step()) {
    case Waiting: return kiosk_.veil() == KioskModel::Turned ? QString{} : text("theirs.waiting-words");
    case Question: return text(kiosk_.personDisplay() ? "theirs.titles-here" : "theirs.titles-turned");
    case Titles: return text("theirs.titles-words");
    case Agreement: return text("theirs.not-yet");
    case Signing: return text("theirs.signing-words");
    case Recorded: return text("theirs.recorded-words") + u'\n' + act()->reference();
    case Welcome:
    case Pages:
    case Answered:
    case Sentence:
    case Writing: return {};
    }
    return {};
}

QStringList PersonViewModel::does() const { return agreementLines(&kiosk::Scope::does); }

QStringList PersonViewModel::doesNot() const { return agreementLines(&kiosk::Scope::doesNot); }

QStringList PersonViewModel::agreementLines(kiosk::Sentences kiosk::Scope::*which) const {
    QStringList lines;
    const auto scope = kiosk_.screen() == KioskModel::OptOuts ? kiosk_.optOuts()->saidScope() : std::nullopt;
    if (step() == Agreement && scope) {
        for (const auto &sentence : ((*scope).*which).in(language())) {
            lines.push_back(QString::fromStdString(sentence));
        }
    }
    return lines;
}

QString PersonViewModel::yes() const {
    switch (step()) {
    case Question: return text("theirs.titles-yes");
    case Agreement: return text("theirs.agree");
    case Sentence: return text(yesToSentence());
    default: return {};
    }
}

QString PersonViewModel::no() const {
    switch (step()) {
    case Question: return text("theirs.titles-no");
    case Agreement: return text("theirs.decline");
    case Sentence: return text(noToSentence());
    default: return {};
    }
}

QString PersonViewModel::unsure() const {
    return step() == Sentence && asksSomething() ? text("theirs.again") : QString{};
}

bool PersonViewModel::asksSomething() const { return textOf(sentence_, "fr").endsWith(u'?'); }

const char *PersonViewModel::yesToSentence() const { return asksSomething() ? "theirs.yes" : "theirs.understood"; }

const char *PersonViewModel::noToSentence() const { return asksSomething() ? "theirs.no" : "theirs.again"; }

bool PersonViewModel::inLines() const {
    return (reading_.open() && step() != Sentence) || // that is large as it is
           (step() == Agreement && kiosk_.screen() == KioskModel::Request);
}

QString PersonViewModel::listen() const {
    return text(reading_.playing() ? "theirs.pause" : reading_.open() ? "theirs.go-on" : "theirs.listen");
}

QString PersonViewModel::voiceTrouble() const {
    switch (reading_.trouble()) {
    case ReadAloud::None: return {};
    case ReadAloud::NoVoice: return text("theirs.no-voice");
    case ReadAloud::SomeUnread: return text("theirs.some-unread");
    case ReadAloud::NoHeadset: return text("theirs.no-headset");
    case ReadAloud::Broken: return text("theirs.voice-broken");
    }
    return {};
}

QString PersonViewModel::keys() const {
    QStringList keys;
    if (!yes().isEmpty()) {
        keys << QStringLiteral("1 ") + yes() << QStringLiteral("2 ") + no();
        if (!unsure().isEmpty()) {
            keys << QStringLiteral("3 ") + unsure();
        }
    } else if (step() != Welcome && step() != Titles && step() != Pages) {
        return {};
    }
    keys << text("theirs.keys-voice") << text("theirs.keys-walk");
    return text("theirs.keys", {{"keys", keys.join(QStringLiteral(" · ")).toStdString()}});
}

QString PersonViewModel::restLeft(int seconds) const {
    return text("theirs.rest-left", {{"seconds", std::to_string(seconds)}});
}

QString PersonViewModel::keyboard() const {
    const auto at = std::ranges::find(kLanguages, language()) - kLanguages.begin();
    return QString::fromLatin1(kKeyboards.at(static_cast<std::size_t>(at) % kKeyboards.size()));
}

kiosk::papers::Speech PersonViewModel::speech() const {
    const bool hidden = kiosk_.veil() == KioskModel::Hidden || kiosk_.veil() == KioskModel::Locked;
    if (hidden || step() == Writing) {
        return {};
    }
    const kiosk::Texts say(kiosk_.catalogue(), language(), kiosk_.today());
    printing::Blocks blocks;
    const auto *title = step() == Agreement ? agreementTitle() : nullptr;
    const bool translated = title == nullptr || title->has(language());
    blocks.push_back({printing::Heading{1, {runOf(heading(), translated ? language() : "fr")}}});
    if (!choice().isEmpty()) {
        blocks.push_back(printing::text(choice().toStdString()));
    }
    for (const auto &[name, sentences] : {std::pair(doesTitle(), does()), std::pair(doesNotTitle(), doesNot())}) {
        if (!sentences.isEmpty()) {
            blocks.push_back({printing::Heading{2, {runOf(name, {})}}});
            printing::List list;
            for (const QString &sentence : sentences) {
                list.items.push_back({printing::text(printing::Runs{runOf(sentence, translated ? language() : "fr")})});
            }
            blocks.push_back({std::move(list)});
        }
    }
    if (step() == Agreement && kiosk_.screen() == KioskModel::Request) {
        std::ranges::move(kiosk_.request()->answered(say), std::back_inserter(blocks));
    }
    blocks.push_back(printing::text(words().toStdString()));
    if (step() == Titles) {
        printing::Table table;
        const auto &rows = *kiosk_.documents()->personRows();
        for (int row = 0; row < rows.count(); ++row) {
            printing::Row line;
            line.cells.push_back({.blocks = {printing::text(rows.at(row, "date").toString().toStdString())}});
            // As it was written, whatever the person's language.
            line.cells.push_back(
                {.blocks = {printing::text(printing::Runs{runOf(rows.at(row, "title").toString(), "fr")})}});
            table.body.push_back(std::move(line));
        }
        blocks.push_back({std::move(table)});
    }
    auto speech = kiosk::papers::speechOf(blocks, say);
    if (step() == Pages) {
        speech = kiosk_.documents()->speech();
    } else if (step() == Signing || step() == Recorded) {
        speech.insert(speech.end(), act()->speech().begin(), act()->speech().end());
    }
    if (!yes().isEmpty()) {
        const auto answers = unsure().isEmpty() ? QStringList{yes(), no()} : QStringList{yes(), no(), unsure()};
        const auto possible = say("theirs.answers", {{"answers", answers.join(QStringLiteral(". ")).toStdString()}});
        std::ranges::move(
            kiosk::papers::speechOf({printing::text(possible), printing::text(keys().toStdString())}, say),
            std::back_inserter(speech));
    }
    return speech;
}

void PersonViewModel::goOn() {
    if (!sentence_.empty() && stepOfVisit() != saidAt_) {
        sentence_.clear();
        showSentences();
    }
    emit changed();
}

void PersonViewModel::showSpeech() {
    const auto asked = yes().isEmpty() ? QString{} : QString::number(step()) + heading() + choice() + words();
    if (asked_ != asked) {
        asked_ = asked;
        askedAt_ = kiosk_.clock().monotonic();
    }
    reading_.show(speech(), step() == Titles || step() == Pages);
}

bool PersonViewModel::press(PadKey key) {
    if (step() == Writing || kiosk_.veil() == KioskModel::Hidden || kiosk_.veil() == KioskModel::Locked) {
        return false; // digits are typed there
    }
    switch (key) {
    case PadKey::Yes:
    case PadKey::No:
    case PadKey::Unsure:
        if (asked_.isEmpty() || (key == PadKey::Unsure && unsure().isEmpty())) {
            return false;
        }
        if (!kiosk_.personDisplay() && kiosk_.veil() != KioskModel::Turned) {
            return false; // the question is out of their sight
        }
        if (kiosk_.clock().monotonic() - askedAt_ < kSoonest) {
            return true; // and nothing happens
        }
        if (key == PadKey::Yes) {
            accept();
        } else if (key == PadKey::No) {
            decline();
        } else {
            notUnderstood();
        }
        return true;
    case PadKey::Before:
    case PadKey::Next: emit walked(key == PadKey::Next); return true;
    case PadKey::Touch:
        if (asked_.isEmpty() || kiosk_.clock().monotonic() - askedAt_ >= kSoonest) {
            emit touched();
        }
        return true;
    case PadKey::Repeat: reading_.repeat(); return true;
    case PadKey::Listen: reading_.toggle(); return true;
    case PadKey::Louder: reading_.louder(); return true;
    case PadKey::Softer: reading_.softer(); return true;
    }
    return false;
}

void PersonViewModel::forget() {
    chosen_.clear();
    sentence_.clear();
    answer_.clear();
    sizeEnd_.clear();
    reading_.forget();
    dialogue_.forget();
    look_.reset();
    showLanguages();
    showSentences();
    emit changed();
}

void PersonViewModel::chooseLanguage(int row) {
    if (row < 0 || row >= static_cast<int>(kLanguages.size())) {
        return;
    }
    takeUp(kLanguages.at(static_cast<std::size_t>(row)));
}

void PersonViewModel::takeUp(const std::string &language) {
    chosen_ = language;
    kiosk_.choosePersonLanguage(chosen_); // shows the rest anew
}

kiosk::papers::Preferences PersonViewModel::preferences() const {
    const auto *scheme = std::ranges::find(kSchemes, look_.scheme(), &decltype(kSchemes)::value_type::first);
    return {.language = language(),
            .textPercent = look_.textPercent(),
            .colours = scheme->second,
            .speed = reading_.speed()};
}

bool PersonViewModel::takePreferences(const QString &code, const QString &onUsKeys) {
    auto read = kiosk::papers::readPreferences(code.toStdString());
    if (!read) {
        read = kiosk::papers::readPreferences(onUsKeys.toStdString());
    }
    if (!read || std::ranges::find(kLanguages, read->language) == kLanguages.end()) {
        return false;
    }
    const auto *scheme = std::ranges::find(kSchemes, read->colours, &decltype(kSchemes)::value_type::second);
    look_.setTextPercent(read->textPercent);
    look_.setScheme(scheme->first);
    reading_.setSpeed(read->speed);
    takeUp(read->language);
    return true;
}

void PersonViewModel::printPreferences() {
    if (std::exchange(printing_, true)) {
        return;
    }
    kiosk_.worker().ask<storage::Job>(
        this,
        [wish = preferences(), visit = kiosk_.visit()](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto card, kiosk::printedPreferences(desk, wish, {}));
            auto job = kiosk::jobFor(card);
            job.visit = visit.id;
            return kiosk::sendPaper(desk, job, card.pdf);
        },
        [this](const std::optional<Result<storage::Job>> &job) {
            printing_ = false;
            if (job) {
                kiosk_.setBanner(*job ? tr("A card of their settings: %1").arg(Wording::job(**job))
                                      : ViewModel::sentence(job->error()));
            }
        });
}

void PersonViewModel::enlarge() { resize(&Look::enlarge, "theirs.largest"); }

void PersonViewModel::reduce() { resize(&Look::reduce, "theirs.smallest"); }

void PersonViewModel::resize(void (Look::*how)(), const char *end) {
    const int before = look_.textPercent();
    (look_.*how)();
    sizeEnd_ = look_.textPercent() == before ? end : "";
    sizeEndAt_ = step();
    emit changed();
}

QString PersonViewModel::sizeEnd() const {
    return sizeEnd_.empty() || sizeEndAt_ != step() ? QString() : text(sizeEnd_);
}

void PersonViewModel::changeContrast() {
    look_.setScheme(look_.scheme() == Look::Light          ? Look::HighContrast
                    : look_.scheme() == Look::HighContrast ? Look::Dark
                                                           : Look::Light);
}

void PersonViewModel::accept() {
    switch (step()) {
    case Question: kiosk_.documents()->answerTitles(true); break;
    case Agreement: act()->answerAgreement(true); break;
    case Sentence: answerSentence(yesToSentence()); break;
    default: break;
    }
}

void PersonViewModel::decline() {
    switch (step()) {
    case Question: kiosk_.documents()->answerTitles(false); break;
    case Agreement: act()->answerAgreement(false); break;
    case Sentence: answerSentence(noToSentence()); break;
    default: break;
    }
}

void PersonViewModel::notUnderstood() {
    if (!unsure().isEmpty()) {
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
            if (id == sentence_) { // touched again
                sayNothing();
                return;
            }
            sentence_ = id;
            saidAt_ = stepOfVisit();
            answer_.clear();
            showSentences();
            kiosk_.turn();
            emit changed();
            reading_.offer();
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
