// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/identify.h"
#include "kiosk/counter/who.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <optional>
#include <string>
#include <vector>

namespace guichet::ui {

/// Whether it is the person (a second trait, typed and answered, never shown), who is here for them, and what was
/// shown. Asked once a visit.
class PresenceModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(bool asksTrait READ asksTrait NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *traits READ traits CONSTANT)
    Q_PROPERTY(QString traitMasked READ traitMasked NOTIFY changed)
    Q_PROPERTY(QString trait READ trait WRITE setTrait NOTIFY changed)
    Q_PROPERTY(QString traitLabel READ traitLabel NOTIFY changed)
    Q_PROPERTY(QString traitHint READ traitHint NOTIFY changed)
    Q_PROPERTY(QString traitProblem READ traitProblem NOTIFY changed)
    Q_PROPERTY(QString traitMatch READ traitMatch NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *whos READ whos CONSTANT)
    Q_PROPERTY(QString whoDetail READ whoDetail NOTIFY changed)
    Q_PROPERTY(bool asksName READ asksName NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString mandate READ mandate NOTIFY changed)
    Q_PROPERTY(bool mandateSeen READ mandateSeen NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *seens READ seens CONSTANT)
    Q_PROPERTY(QString possible READ possible NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    explicit PresenceModel(KioskModel &kiosk);

    [[nodiscard]] const QString &title() const { return words_.title; }
    /// Without the date of birth while that can be asked for.
    [[nodiscard]] const QString &under() const;
    [[nodiscard]] bool asksTrait() const { return !askable_.empty() && !matched_; }
    [[nodiscard]] RowModel *traits() { return &traits_; }
    [[nodiscard]] const QString &trait() const { return answer_; }
    void setTrait(const QString &answer);
    /// What the field shows while nobody is in it: a number masked.
    [[nodiscard]] QString traitMasked() const;
    [[nodiscard]] QString traitLabel() const;
    [[nodiscard]] QString traitHint() const;
    [[nodiscard]] const QString &traitProblem() const { return traitProblem_; }
    [[nodiscard]] QString traitMatch() const;
    [[nodiscard]] RowModel *whos() { return &whos_; }
    [[nodiscard]] QString whoDetail() const;
    [[nodiscard]] bool asksName() const { return presence_.who != kiosk::Who::Self; }
    [[nodiscard]] QString name() const { return QString::fromStdString(presence_.name); }
    void setName(const QString &name);
    [[nodiscard]] QString mandate() const;
    [[nodiscard]] bool mandateSeen() const { return presence_.mandateSeen; }
    [[nodiscard]] RowModel *seens() { return &seens_; }
    [[nodiscard]] QString possible() const;
    [[nodiscard]] QString missing() const;
    void clear() override;

    /// Somebody was found: asks for one of these traits.
    void ask(const storage::Person &person, std::vector<kiosk::Trait> askable);
    /// Somebody was just added: nothing to ask.
    void welcome(const std::string &person, const PersonWords &words);

    Q_INVOKABLE void chooseTrait(int row);
    Q_INVOKABLE void checkTrait();
    Q_INVOKABLE void chooseWho(int row);
    Q_INVOKABLE void toggleMandate();
    Q_INVOKABLE void chooseSeen(int row);
    Q_INVOKABLE void confirm();

signals:
    /// The answer was right: its question is about to go.
    void traitMatched();

private:
    void showRows();
    void proceed();

    std::string person_;
    PersonWords words_;
    QString number_; ///< masked
    std::vector<kiosk::Trait> askable_;
    std::size_t asked_ = 0;
    QString answer_;
    QString traitProblem_;
    bool matched_ = false;
    kiosk::Presence presence_;
    bool seenChosen_ = false;
    RowModel traits_;
    RowModel whos_;
    RowModel seens_;
};

} // namespace guichet::ui
