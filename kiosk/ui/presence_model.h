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
    Q_PROPERTY(bool traitOfDigits READ traitOfDigits NOTIFY changed)
    Q_PROPERTY(QString traitProblem READ traitProblem NOTIFY changed)
    Q_PROPERTY(QString traitMatch READ traitMatch NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *whos READ whos CONSTANT)
    Q_PROPERTY(QString whoDetail READ whoDetail NOTIFY changed)
    Q_PROPERTY(bool asksName READ asksName NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString mandate READ mandate NOTIFY changed)
    Q_PROPERTY(bool mandateSeen READ mandateSeen NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *seens READ seens CONSTANT)
    Q_PROPERTY(bool asksMandateDay READ asksMandateDay NOTIFY changed)
    Q_PROPERTY(QString mandateDay READ mandateDay WRITE setMandateDay NOTIFY changed)
    Q_PROPERTY(QString mandateDayRead READ mandateDayRead NOTIFY changed)
    Q_PROPERTY(QString mandateDayProblem READ mandateDayProblem NOTIFY changed)
    Q_PROPERTY(QString possible READ possible NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *sheets READ sheets CONSTANT)
    Q_PROPERTY(QString done READ done NOTIFY changed)
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
    /// The answer is typed with digits.
    [[nodiscard]] bool traitOfDigits() const;
    [[nodiscard]] const QString &traitProblem() const { return traitProblem_; }
    [[nodiscard]] QString traitMatch() const;
    [[nodiscard]] RowModel *whos() { return &whos_; }
    [[nodiscard]] QString whoDetail() const;
    [[nodiscard]] bool asksName() const;
    [[nodiscard]] QString name() const { return QString::fromStdString(presence_.name); }
    void setName(const QString &name);
    [[nodiscard]] QString mandate() const;
    [[nodiscard]] bool mandateSeen() const { return presence_.mandateSeen; }
    [[nodiscard]] RowModel *seens() { return &seens_; }
    /// The paper that was seen holds for a time: from which day.
    [[nodiscard]] bool asksMandateDay() const;
    [[nodiscard]] const QString &mandateDay() const { return mandateDay_; }
    void setMandateDay(const QString &typed);
    [[nodiscard]] QString mandateDayRead() const;    ///< as it is understood
    [[nodiscard]] QString mandateDayProblem() const; ///< why it is not, or that its time is over
    /// What can be done with what was shown, and on what basis not more.
    [[nodiscard]] QString possible() const;
    /// "label": papers that explain it, to take along.
    [[nodiscard]] RowModel *sheets() { return &sheets_; }
    /// What became of the last of them.
    [[nodiscard]] const QString &done() const { return done_; }
    [[nodiscard]] QString missing() const;
    void clear() override;

    /// Somebody was found: asks for one of these traits.
    void ask(const storage::Person &person, std::vector<kiosk::Trait> askable);
    /// Somebody was just added: nothing to ask.
    void welcome(const storage::Person &person);

    /// A visit is gone on with: as it was said then.
    void takeUp(const storage::Person &person, const kiosk::Presence &presence);

    Q_INVOKABLE void chooseTrait(int row);
    Q_INVOKABLE void checkTrait();
    Q_INVOKABLE void chooseWho(int row);
    Q_INVOKABLE void toggleMandate();
    Q_INVOKABLE void chooseSeen(int row);
    Q_INVOKABLE void printSheet(int row); ///< of sheets()
    Q_INVOKABLE void confirm();

signals:
    /// The answer was right: its question is about to go.
    void traitMatched();

private:
    /// What is said by it can be printed.
    enum class Sheet { WhyNot, ComeBack };
    /// What the catalogue says of who is here; null where it says nothing.
    [[nodiscard]] const kiosk::Title *grounds() const;
    [[nodiscard]] std::vector<Sheet> sheetsNow() const;
    /// Whatever they show: by their title, or because of the person's age.
    [[nodiscard]] bool seesNothing() const;
    void begin(const storage::Person &person);
    void showRows();
    void proceed();

    std::string person_;
    PersonWords words_;
    storage::BirthDate born_;
    QString number_; ///< masked
    std::vector<kiosk::Trait> askable_;
    std::size_t asked_ = 0;
    QString answer_;
    QString traitProblem_;
    bool matched_ = false;
    kiosk::Presence presence_;
    bool seenChosen_ = false;
    bool stranger_ = false; ///< who is here has no title
    QString mandateDay_;    ///< as it is typed
    QString done_;
    RowModel traits_;
    RowModel whos_;
    RowModel seens_;
    RowModel sheets_;
};

} // namespace guichet::ui
