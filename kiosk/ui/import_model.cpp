// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/import_model.h"

#include "kiosk/counter/jobs.h"
#include "kiosk/counter/rejected.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"
#include "printing/paper.h"

#include <algorithm>

namespace guichet::ui {
namespace {

constexpr std::chrono::seconds kLookEvery{2};
constexpr std::chrono::milliseconds kTickEvery{100};

/// "radio.pdf does not say whose document it is.", with the place in the stick.
std::string rejectionSentence(ErrorCode reason, const std::string &path, const std::filesystem::path &below) {
    std::string name = path;
    if (const std::string folder = below.string() + "/"; !below.empty() && name.starts_with(folder)) {
        name = name.substr(folder.size());
    }
    return ViewModel::sentence({reason, printing::isolated(name), {}}).toStdString();
}

} // namespace

ImportModel::ImportModel(KioskModel &kiosk) : ViewModel(kiosk), sticks_({"label", "picked"}), rejected_({"words"}) {
    looks_.setInterval(kLookEvery);
    connect(&looks_, &QTimer::timeout, this, &ImportModel::look);
    ticks_.setInterval(kTickEvery);
    connect(&ticks_, &QTimer::timeout, this, &ViewModel::changed);
}

void ImportModel::clear() {
    stop();
    looks_.stop();
    ticks_.stop();
    run_.reset();
    there_.clear();
    chosen_.reset();
    files_.reset();
    sentences_.clear();
    notes_.clear();
    sticks_.setRows({});
    rejected_.setRows({});
    summary_.clear();
    done_.clear();
    ofInbox_ = good_ = true;
    ViewModel::clear();
}

void ImportModel::load() {
    looks_.start();
    look();
    ask<std::vector<kiosk::InboxRefusal>>(
        [](Seat &seat) -> Result<std::vector<kiosk::InboxRefusal>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::inboxRefusals(desk);
        },
        [this](std::vector<kiosk::InboxRefusal> refusals) { show(std::move(refusals)); });
}

void ImportModel::look() {
    if (running()) {
        return;
    }
    askQuietly<std::vector<kiosk::Stick>>(
        [](Seat &seat) -> Result<std::vector<kiosk::Stick>> { return seat.sticks->list(); },
        [this](Result<std::vector<kiosk::Stick>> sticks) {
            if (sticks && !running()) {
                show(std::move(*sticks));
            }
        });
}

void ImportModel::show(std::vector<kiosk::Stick> sticks) {
    there_ = std::move(sticks);
    if (chosen_ && std::ranges::find(there_, *chosen_) == there_.end()) {
        chosen_.reset();
        files_.reset();
    }
    showSticks();
}

void ImportModel::showSticks() {
    QList<QVariantList> rows;
    for (const kiosk::Stick &stick : there_) {
        rows.push_back({QString::fromStdString(stick.name), chosen_ == stick});
    }
    sticks_.setRows(rows);
    emit changed();
}

void ImportModel::setRejected(const std::vector<std::string> &sentences) {
    sentences_ = sentences;
    QList<QVariantList> rows;
    for (const std::string &sentence : sentences_) {
        rows.push_back({QString::fromStdString(sentence)});
    }
    rejected_.setRows(rows);
    emit changed();
}

void ImportModel::show(std::vector<kiosk::InboxRefusal> refusals) {
    std::vector<std::string> sentences;
    notes_.clear();
    for (const kiosk::InboxRefusal &refusal : refusals) {
        notes_.push_back(refusal.note);
        sentences.push_back(rejectionSentence(refusal.reason, refusal.path, {}));
    }
    ofInbox_ = true;
    setRejected(sentences);
}

void ImportModel::choose(int stick) {
    if (running() || waiting() || stick < 0 || stick >= static_cast<int>(there_.size())) {
        return;
    }
    chosen_ = there_[static_cast<std::size_t>(stick)];
    files_.reset();
    summary_.clear();
    done_.clear();
    ofInbox_ = false;
    setRejected({});
    showSticks();
    ask<std::size_t>(
        [folder = chosen_->folder](Seat &) -> Result<std::size_t> {
            return kiosk::findFiles({folder}, {.stick = true}).files.size();
        },
        [this, stick = *chosen_](std::size_t files) { show(stick, files); });
}

void ImportModel::show(const kiosk::Stick &chosen, std::size_t files) {
    chosen_ = chosen;
    files_ = files;
    showSticks();
}

QString ImportModel::count() const {
    if (!files_ || running() || !summary_.isEmpty()) {
        return {};
    }
    return *files_ == 0 ? tr("There is no file on it.") : tr("%n files are on it.", "", static_cast<int>(*files_));
}

QString ImportModel::action() const {
    if (running()) {
        return tr("Stop");
    }
    return files_.value_or(0) > 0 && summary_.isEmpty() ? tr("Take in these files") : QString{};
}

qreal ImportModel::progress() const {
    const std::size_t total = run_ ? run_->total.load() : 0;
    return total == 0 ? 0 : static_cast<qreal>(run_->done.load()) / static_cast<qreal>(total);
}

QString ImportModel::progressWords() const {
    return running() ? tr("%1 of %2").arg(run_->done.load()).arg(run_->total.load()) : QString{};
}

void ImportModel::showProgress(std::size_t files, std::size_t of) {
    if (!run_) {
        run_ = std::make_shared<Run>();
    }
    run_->done = files;
    run_->total = of;
    emit changed();
}

void ImportModel::take() {
    if (!chosen_ || waiting() || files_.value_or(0) == 0) {
        return;
    }
    done_.clear();
    showProgress(0, *files_);
    ticks_.start();
    ask<Brought>(
        [stick = *chosen_, run = run_](Seat &seat) -> Result<Brought> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            const auto gone = [&] { return !seat.sticks->has(stick); };
            kiosk::ImportWatch watch;
            watch.progress = [&](std::size_t files, std::size_t of) {
                run->done = files;
                run->total = of;
            };
            watch.stop = [&] { return run->stopped.load() || gone(); };
            Brought brought;
            GUICHET_ASSIGN(brought.report, kiosk::importFiles(desk, {stick.folder}, watch, {.stick = true}));
            brought.gone = gone();
            return brought;
        },
        [this](const Brought &brought) { show(brought); },
        [this](const Error &) {
            ticks_.stop();
            run_.reset();
        });
}

void ImportModel::stop() {
    if (run_) {
        run_->stopped = true;
    }
}

void ImportModel::show(const Brought &brought) {
    ticks_.stop();
    const std::filesystem::path folder = chosen_ ? chosen_->folder : std::filesystem::path();
    std::vector<std::string> sentences;
    for (const kiosk::ImportItem &item : brought.report.items) {
        // What could not be read once the stick was out says nothing of the file.
        if (item.reason && !(brought.gone && *item.reason == ErrorCode::Unreadable)) {
            sentences.push_back(rejectionSentence(*item.reason, item.path, folder));
        }
    }
    const kiosk::ImportReport &report = brought.report;
    QStringList parts{tr("%n taken in", "", report.imported + report.replaced)};
    if (report.duplicates > 0) {
        parts.push_back(tr("%n here already", "", report.duplicates));
    }
    parts.push_back(tr("%n rejected", "", static_cast<int>(sentences.size())));
    summary_ = parts.join(QStringLiteral(" · "));
    if (brought.gone) {
        summary_ = tr("The stick was taken out: %1. Put it in again and start again: nothing is taken in twice.")
                       .arg(summary_);
    } else if (report.interrupted) {
        summary_ = tr("Stopped: %1. Start again to take in the rest.").arg(summary_);
    }
    good_ = !brought.gone && !report.interrupted && sentences.empty();
    run_.reset();
    ofInbox_ = false;
    setRejected(sentences);
    if (!good_ && sentences.empty()) {
        files_.reset(); // to be counted again
        chosen_.reset();
        showSticks();
    }
}

QString ImportModel::rejectedTitle() const {
    return rejected_.count() == 0 ? QString{} : ofInbox_ ? tr("Rejected while nobody was signed in") : tr("Rejected");
}

void ImportModel::print() {
    if (sentences_.empty() || waiting()) {
        return;
    }
    done_.clear();
    ask<storage::Job>(
        [sentences = sentences_](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto paper, kiosk::rejectedSheet(desk, sentences, printing::Layout::Standard));
            return kiosk::sendPaper(desk, kiosk::jobFor(paper), paper.pdf);
        },
        [this](const storage::Job &job) { done_ = Wording::printed(job); });
}

void ImportModel::forget() {
    if (!canForget() || waiting()) {
        return;
    }
    ask<Done>(
        [notes = notes_](Seat &seat) -> Result<Done> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_TRY(kiosk::forgetInboxRefusals(desk, notes));
            return Done{};
        },
        [this](Done) {
            done_.clear();
            setRejected({});
        });
}

} // namespace guichet::ui
