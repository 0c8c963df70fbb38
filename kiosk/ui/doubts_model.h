// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/doubts.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <optional>
#include <string>
#include <vector>

namespace guichet::ui {

/// Who may be one person, or two, and whose a document is: a supervisor sees both sides, and decides. Each decision can
/// be taken back.
class DoubtsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(int unshown READ unshown NOTIFY changed)
    Q_PROPERTY(bool none READ none NOTIFY changed)
    Q_PROPERTY(bool comparing READ comparing NOTIFY changed)
    Q_PROPERTY(QString question READ question NOTIFY changed)
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(bool two READ two NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *traits READ traits CONSTANT)
    Q_PROPERTY(bool hasNumbers READ hasNumbers NOTIFY changed)
    Q_PROPERTY(bool numbersShown READ numbersShown NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *choices READ choices CONSTANT)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit DoubtsModel(KioskModel &kiosk);

    /// "label", "detail".
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// How many rows are left out, for nobody reads hundreds.
    [[nodiscard]] int unshown() const;
    [[nodiscard]] bool none() const { return wasRead() && !waiting() && doubts_.empty(); }
    /// One of them is looked at.
    [[nodiscard]] bool comparing() const { return chosen_.has_value(); }
    /// What is asked of it.
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString why() const; ///< the two are compared
    /// It has two sides: not a document of one person.
    [[nodiscard]] bool two() const { return chosen_ && chosen_->other; }
    /// "label", "one", "other", "differs", "words": a trait of both sides, and the whole of it to be read aloud.
    [[nodiscard]] RowModel *traits() { return &traits_; }
    /// The two have numbers that differ: they can be shown whole, which is journaled.
    [[nodiscard]] bool hasNumbers() const;
    [[nodiscard]] bool numbersShown() const { return numbersShown_; }
    /// What can be decided: "label", "detail", "picked".
    [[nodiscard]] RowModel *choices() { return &choiceRows_; }
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString missing() const;
    /// What was decided last, and how it is taken back.
    [[nodiscard]] const QString &done() const { return done_; }

    void clear() override;
    void load();
    void show(std::vector<kiosk::OpenDoubt> doubts);

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void showMore();
    Q_INVOKABLE void toggleNumbers();
    Q_INVOKABLE void pick(int choice);
    Q_INVOKABLE void decide();
    /// To the list; from there to where it was opened.
    Q_INVOKABLE void back();

private:
    enum class Choice { First, Second, Two, Theirs };
    void leave();
    void showRows();
    void showTraits();
    void maskNumbers();
    void showChoices();
    [[nodiscard]] std::vector<Choice> possible() const;

    RowModel rows_;
    RowModel traits_;
    RowModel choiceRows_;
    std::vector<kiosk::OpenDoubt> doubts_;
    std::optional<kiosk::OpenDoubt> chosen_;
    std::optional<Choice> picked_;
    bool numbersShown_ = false;
    int shown_;
    QString done_;
};

} // namespace guichet::ui
