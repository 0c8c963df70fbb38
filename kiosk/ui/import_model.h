// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/import.h"
#include "kiosk/counter/inbox.h"
#include "kiosk/counter/sticks.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guichet::ui {

/// Documents that a supervisor brings in from a stick: what it holds is counted first, then taken in with a bar, then
/// summed up; what was rejected can be printed. Before a stick is chosen, what a watched folder could not give is
/// listed in the same way.
class ImportModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *sticks READ sticks CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *rejected READ rejected CONSTANT)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString count READ count NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    Q_PROPERTY(QString progressWords READ progressWords NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool good READ good NOTIFY changed)
    Q_PROPERTY(QString rejectedTitle READ rejectedTitle NOTIFY changed)
    Q_PROPERTY(bool canForget READ canForget NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit ImportModel(KioskModel &kiosk);

    /// "label", "picked".
    [[nodiscard]] RowModel *sticks() { return &sticks_; }
    /// "words".
    [[nodiscard]] RowModel *rejected() { return &rejected_; }
    /// What the button does; "" where there is nothing to take in.
    [[nodiscard]] QString action() const;
    /// What the chosen stick holds.
    [[nodiscard]] QString count() const;
    [[nodiscard]] bool running() const { return run_ != nullptr; }
    [[nodiscard]] qreal progress() const; ///< 0 to 1
    [[nodiscard]] QString progressWords() const;
    /// What became of it, by outcome.
    [[nodiscard]] const QString &summary() const { return summary_; }
    [[nodiscard]] bool good() const { return good_; } ///< nothing of it was rejected, nor left behind
    [[nodiscard]] QString rejectedTitle() const;
    /// The list is the watched folder's, and can be put away.
    [[nodiscard]] bool canForget() const { return ofInbox_ && rejected_.count() > 0 && !running(); }
    /// What became of the list on paper.
    [[nodiscard]] const QString &done() const { return done_; }

    void clear() override;
    /// Looks for sticks from now on, until clear(); and what the watched folder could not give.
    void load();
    void show(std::vector<kiosk::Stick> sticks);
    void show(std::vector<kiosk::InboxRefusal> refusals);
    /// This one was chosen, and holds so many files.
    void show(const kiosk::Stick &chosen, std::size_t files);
    /// How far it is.
    void showProgress(std::size_t files, std::size_t of);
    struct Brought {
        kiosk::ImportReport report;
        bool gone = false; ///< the stick was taken out meanwhile
    };
    void show(const Brought &brought);

    Q_INVOKABLE void choose(int stick);
    Q_INVOKABLE void take();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void print();
    /// The list was seen.
    Q_INVOKABLE void forget();

private:
    /// What the screen and the worker both know of an import.
    struct Run {
        std::atomic<std::size_t> done{0};
        std::atomic<std::size_t> total{0};
        std::atomic<bool> stopped{false};
    };
    void look();
    void setRejected(const std::vector<std::string> &sentences);
    void showSticks();

    RowModel sticks_;
    RowModel rejected_;
    std::vector<kiosk::Stick> there_;
    std::optional<kiosk::Stick> chosen_;
    std::optional<std::size_t> files_;
    std::shared_ptr<Run> run_;
    std::vector<std::string> sentences_; ///< of what was rejected
    std::vector<std::string> notes_;     ///< of the watched folder, as they are called
    bool ofInbox_ = true;
    bool good_ = true;
    QString summary_;
    QString done_;
    QTimer looks_;
    QTimer ticks_;
};

} // namespace guichet::ui
