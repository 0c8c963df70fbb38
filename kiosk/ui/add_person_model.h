// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/people.h"

namespace guichet::ui {

/// Somebody who is in no list: added by hand, then served.
class AddPersonModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString birthName READ birthName WRITE setBirthName NOTIFY changed)
    Q_PROPERTY(QString givenNames READ givenNames WRITE setGivenNames NOTIFY changed)
    Q_PROPERTY(QString birth READ birth WRITE setBirth NOTIFY changed)
    Q_PROPERTY(QString birthUnderstood READ birthUnderstood NOTIFY changed)
    Q_PROPERTY(QString birthProblem READ birthProblem NOTIFY changed)
    Q_PROPERTY(QString birthPlace READ birthPlace WRITE setBirthPlace NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(QString numberMasked READ numberMasked NOTIFY changed)
    Q_PROPERTY(QString numberProblem READ numberProblem NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *sexes READ sexes CONSTANT)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    explicit AddPersonModel(KioskModel &kiosk);

    [[nodiscard]] const QString &birthName() const { return birthName_; }
    void setBirthName(const QString &name) { set(birthName_, name); }
    [[nodiscard]] const QString &givenNames() const { return givenNames_; }
    void setGivenNames(const QString &names) { set(givenNames_, names); }
    [[nodiscard]] const QString &birth() const { return birth_; }
    void setBirth(const QString &birth);
    [[nodiscard]] QString birthUnderstood() const;
    [[nodiscard]] QString birthProblem() const;
    [[nodiscard]] const QString &birthPlace() const { return birthPlace_; }
    void setBirthPlace(const QString &place) { set(birthPlace_, place); }
    [[nodiscard]] const QString &number() const { return number_; }
    void setNumber(const QString &number) { set(number_, number); }
    /// What the field shows while nobody is in it.
    [[nodiscard]] QString numberMasked() const;
    [[nodiscard]] QString numberProblem() const;
    [[nodiscard]] RowModel *sexes() { return &sexes_; }
    [[nodiscard]] QString missing() const;
    void clear() override;
    /// What was searched for need not be typed again.
    void startWith(const QString &birth, const QString &number);

    /// The date is all: it is judged, however short. False when it is no date; then `birthProblem` says so.
    Q_INVOKABLE bool enterBirth();
    Q_INVOKABLE void chooseSex(int row);
    Q_INVOKABLE void add();

private:
    void showSexes();

    QString birthName_;
    QString givenNames_;
    QString birth_;
    bool birthEntered_ = false; ///< as it stands
    QString birthPlace_;
    QString number_;
    storage::Sex sex_ = storage::Sex::Unknown;
    RowModel sexes_;
};

} // namespace guichet::ui
