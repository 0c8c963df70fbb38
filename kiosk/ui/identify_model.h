// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/people.h"

#include <vector>

namespace guichet::ui {

/// Looking for the person: by date of birth and up to three letters, or by number. Who is found is masked.
class IdentifyModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool byNumber READ byNumber WRITE setByNumber NOTIFY changed)
    Q_PROPERTY(QString birth READ birth WRITE setBirth NOTIFY changed)
    Q_PROPERTY(QString birthUnderstood READ birthUnderstood NOTIFY changed)
    Q_PROPERTY(QString birthProblem READ birthProblem NOTIFY changed)
    Q_PROPERTY(QString letters READ letters WRITE setLetters NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(QString numberMasked READ numberMasked NOTIFY changed)
    Q_PROPERTY(QString numberUnderstood READ numberUnderstood NOTIFY changed)
    Q_PROPERTY(QString numberProblem READ numberProblem NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString found READ found NOTIFY changed)
    Q_PROPERTY(bool nobody READ nobody NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *candidates READ candidates CONSTANT)

public:
    explicit IdentifyModel(KioskModel &kiosk);

    [[nodiscard]] bool byNumber() const { return byNumber_; }
    void setByNumber(bool byNumber);
    [[nodiscard]] const QString &birth() const { return birth_; }
    void setBirth(const QString &birth);
    [[nodiscard]] QString birthUnderstood() const;
    [[nodiscard]] QString birthProblem() const;
    [[nodiscard]] const QString &letters() const { return letters_; }
    void setLetters(const QString &letters);
    [[nodiscard]] const QString &number() const { return number_; }
    void setNumber(const QString &number);
    /// What the field shows while nobody is in it.
    [[nodiscard]] QString numberMasked() const;
    [[nodiscard]] QString numberUnderstood() const;
    [[nodiscard]] QString numberProblem() const;
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QString found() const;
    [[nodiscard]] bool nobody() const { return searched_ && people_.empty(); }
    [[nodiscard]] RowModel *candidates() { return &candidates_; }
    void clear() override;

    /// What the last search was given.
    [[nodiscard]] const storage::PersonSearch &search() const { return search_; }
    void show(std::vector<storage::FoundPerson> people);

    /// The date is all: it is judged, however short. False when it is no date; then `birthProblem` says so.
    Q_INVOKABLE bool enterBirth();
    /// One found person is chosen by itself; several are offered.
    Q_INVOKABLE void find();
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void goOnWithoutName();

private:
    void forgetFound();

    bool byNumber_ = false;
    QString birth_;
    bool birthEntered_ = false; ///< as it stands
    QString letters_;
    QString number_;
    bool searched_ = false;
    storage::PersonSearch search_;
    std::vector<storage::FoundPerson> people_;
    RowModel candidates_;
};

} // namespace guichet::ui
