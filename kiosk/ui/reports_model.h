// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/equality.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <QVariantMap>
#include <optional>
#include <string>
#include <vector>

namespace guichet::ui {

/// Whether the counter answers as well as the others, by period and kind of act. For supervisors.
class ReportsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *periods READ periods CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *kinds READ kinds CONSTANT)
    Q_PROPERTY(QString conclusion READ conclusion NOTIFY changed)
    Q_PROPERTY(bool empty READ empty NOTIFY changed)
    Q_PROPERTY(bool hasDots READ hasDots NOTIFY changed)
    Q_PROPERTY(bool mixes READ mixes NOTIFY changed)
    Q_PROPERTY(bool compares READ compares NOTIFY changed)
    Q_PROPERTY(bool hasTrend READ hasTrend NOTIFY changed)
    Q_PROPERTY(QVariantMap delays READ delays NOTIFY changed)
    Q_PROPERTY(QVariantMap gaps READ gaps NOTIFY changed)
    Q_PROPERTY(QVariantMap trend READ trend NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit ReportsModel(KioskModel &kiosk);

    /// "label", "picked".
    [[nodiscard]] RowModel *periods() { return &periods_; }
    [[nodiscard]] RowModel *kinds() { return &kinds_; }
    /// One sentence on the period, or that there can be none.
    [[nodiscard]] QString conclusion() const;
    /// Nothing was deposited in the period.
    [[nodiscard]] bool empty() const { return made_ && made_->rows.empty(); }
    /// Some channel has answers enough for dots; and there is more than one channel.
    [[nodiscard]] bool hasDots() const;
    [[nodiscard]] bool mixes() const;
    /// There is a gap to show of the kind that is chosen, and more than one month.
    [[nodiscard]] bool compares() const { return !shownGaps().empty(); }
    [[nodiscard]] bool hasTrend() const { return shownMonths().size() > 1; }
    /// Rows of points on one scale: "rows" (maps of "label", "note", "strong", "points" as {x, y}, "low", "high" where
    /// there is a range), "least", "greatest", "step" of the scale, "unit", "before" and "after" of zero, "words": all
    /// of it to be read aloud. "rows" is empty where there is nothing to show.
    [[nodiscard]] QVariantMap delays() const;
    [[nodiscard]] QVariantMap gaps() const;
    /// Lines over months: "columns", "lines" (maps of "label", "strong", "points" as {x, y}), "greatest", "step",
    /// "unit", "words". "lines" is empty where there are fewer than two months.
    [[nodiscard]] QVariantMap trend() const;
    /// Why nothing can be printed yet.
    [[nodiscard]] QString missing() const;
    /// What became of the paper.
    [[nodiscard]] const QString &done() const { return done_; }

    void clear() override;
    void load();
    void show(kiosk::Equality made);

    Q_INVOKABLE void choosePeriod(int row);
    Q_INVOKABLE void chooseKind(int row);
    Q_INVOKABLE void print();
    Q_INVOKABLE void printActivity();

private:
    enum class Span { ThisMonth, LastMonth, ThreeMonths, TwelveMonths };
    [[nodiscard]] kiosk::Period period() const;
    /// Of the kind that is chosen.
    [[nodiscard]] std::vector<const kiosk::EqualityGap *> shownGaps() const;
    [[nodiscard]] std::vector<std::string> shownMonths() const;
    void showChoices();

    RowModel periods_;
    RowModel kinds_;
    Span span_ = Span::ThreeMonths;
    std::string kind_;
    std::optional<kiosk::Equality> made_;
    QString done_;
};

} // namespace guichet::ui
