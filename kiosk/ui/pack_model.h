// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/pack.h"
#include "kiosk/counter/pack_done.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guichet::ui {

/// The right to refuse is made known: papers of the pack are printed, and what was hung, played or sent is noted; for
/// home, the oldest promise that is not kept. For supervisors.
class PackModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *kinds READ kinds CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *languages READ languages CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *papers READ papers CONSTANT)
    Q_PROPERTY(QString owed READ owed NOTIFY changed)
    Q_PROPERTY(QList<QString> before READ before NOTIFY changed)
    Q_PROPERTY(QString where READ where WRITE setWhere NOTIFY changed)
    Q_PROPERTY(QString on READ on WRITE setOn NOTIFY changed)
    Q_PROPERTY(QString onDay READ onDay NOTIFY changed)
    Q_PROPERTY(QString onProblem READ onProblem NOTIFY changed)
    Q_PROPERTY(bool sent READ sent NOTIFY changed)
    Q_PROPERTY(QString count READ count WRITE setCount NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(bool file READ file NOTIFY changed)
    Q_PROPERTY(QString printed READ printed NOTIFY changed)
    Q_PROPERTY(QString noted READ noted NOTIFY changed)
    Q_PROPERTY(QString promise READ promise NOTIFY promiseChanged)
    Q_PROPERTY(bool kept READ kept NOTIFY promiseChanged)

public:
    explicit PackModel(KioskModel &kiosk);

    /// "label", "picked".
    [[nodiscard]] RowModel *kinds() { return &kinds_; }
    [[nodiscard]] RowModel *languages() { return &languages_; }
    /// "title", "spoken": what can be printed of the kind that is chosen.
    [[nodiscard]] RowModel *papers() { return &papers_; }
    /// What was promised of the kind and is not kept.
    [[nodiscard]] QString owed() const;
    /// Where and when it was done before, the last first.
    [[nodiscard]] QList<QString> before() const;
    [[nodiscard]] const QString &where() const { return where_; }
    void setWhere(const QString &where) { set(where_, where); }
    /// The day, as it is typed; empty: today.
    [[nodiscard]] const QString &on() const { return on_; }
    void setOn(const QString &on) { set(on_, on); }
    [[nodiscard]] QString onDay() const;
    [[nodiscard]] QString onProblem() const;
    /// It goes to people, whose number can be noted.
    [[nodiscard]] bool sent() const;
    [[nodiscard]] const QString &count() const { return count_; }
    void setCount(const QString &count) { set(count_, count); }
    /// Until it can be noted.
    [[nodiscard]] QString missing() const;
    /// The kind is no paper: it is shown, played or sent.
    [[nodiscard]] bool file() const;
    /// What became of the paper that was printed last.
    [[nodiscard]] const QString &printed() const { return printed_; }
    /// That it was noted.
    [[nodiscard]] const QString &noted() const { return noted_; }
    /// The oldest that is not kept; "" where there is none, or it is not known, or not for who is signed in.
    [[nodiscard]] QString promise() const;
    /// There is none, and that is known.
    [[nodiscard]] bool kept() const { return isKnown_ && known_.promises.empty(); }

    void clear() override;
    void load();
    /// For home: the promises alone.
    void loadPromise();
    struct Known {
        std::vector<kiosk::PackDone> done;
        std::vector<kiosk::PackPromise> promises;
        std::set<std::string, std::less<>> lacking; ///< sizes that the printer does not have
    };
    void show(Known known);
    void forgetPromise();

    Q_INVOKABLE void chooseKind(int row);
    Q_INVOKABLE void chooseLanguage(int row);
    Q_INVOKABLE void print(int row);
    Q_INVOKABLE void note();

signals:
    void promiseChanged();

private:
    [[nodiscard]] static Result<Known> read(Seat &seat);
    [[nodiscard]] QString wordsOf(const kiosk::PackPromise &promise) const;
    void showChoices();
    void forgetTyped();

    RowModel kinds_;
    RowModel languages_;
    RowModel papers_;
    std::string kind_;
    std::string language_;
    std::vector<std::string> shown_; ///< names of the papers in the rows
    Known known_;
    bool isKnown_ = false; ///< its promises were asked for, and answered
    QString where_;
    QString on_;
    QString count_;
    QString printed_;
    QString noted_;
};

} // namespace guichet::ui
