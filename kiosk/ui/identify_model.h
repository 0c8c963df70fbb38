// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/card/card_reader.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/people.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace guichet::ui {

/// Looking for the person: by date of birth and up to three letters, by number, or by the Vitale card that is in a
/// reader, where there is one. Who is found, and whom a card names, is masked.
class IdentifyModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool byNumber READ byNumber WRITE setByNumber NOTIFY changed)
    Q_PROPERTY(bool byCard READ byCard WRITE setByCard NOTIFY changed)
    Q_PROPERTY(bool cardThere READ cardThere NOTIFY changed)
    Q_PROPERTY(QString cardWords READ cardWords NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *cardPeople READ cardPeople CONSTANT)
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
    [[nodiscard]] bool byCard() const { return byCard_; }
    void setByCard(bool byCard);
    /// A reader is plugged in.
    [[nodiscard]] bool cardThere() const { return cardThere_; }
    /// What is in it, and what to do.
    [[nodiscard]] QString cardWords() const;
    /// Whom the card names: "label", "about".
    [[nodiscard]] RowModel *cardPeople() { return &cardPeople_; }
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
    /// Nobody was found, or nobody who is surely the one on the card: somebody can be added.
    [[nodiscard]] bool nobody() const { return searched_ && (people_.empty() || noneFits_); }
    [[nodiscard]] RowModel *candidates() { return &candidates_; }
    void clear() override;

    /// What was given of somebody who is to be added: the date of birth, the number; "" where it was not.
    [[nodiscard]] QString birthGiven() const;
    [[nodiscard]] QString numberGiven() const;
    /// Looks whether there is a reader; no card is read.
    void lookForReader();
    void show(kiosk::CardSight card);

    /// What the last search was given.
    [[nodiscard]] const storage::PersonSearch &search() const { return search_; }
    void show(std::vector<storage::FoundPerson> people);

    /// The date is all: it is judged, however short. False when it is no date; then `birthProblem` says so.
    Q_INVOKABLE bool enterBirth();
    /// One found person is chosen by itself; several are offered.
    Q_INVOKABLE void find();
    Q_INVOKABLE void choose(int row);
    /// Looks for somebody whom the card names.
    Q_INVOKABLE void chooseOnCard(int row);
    Q_INVOKABLE void goOnWithoutName();

private:
    void forgetFound();
    void lookAtCard();
    /// `onCard`: whom the card names, where that is how they are looked for.
    void search(const storage::PersonSearch &search, const std::optional<kiosk::CardPerson> &onCard = {});
    void searchByBirth(const kiosk::CardPerson &onCard);
    void foundBySearch(std::vector<storage::FoundPerson> people, const std::optional<kiosk::CardPerson> &onCard);
    void sayOtherCard(const kiosk::CardSight &card);

    bool byNumber_ = false;
    bool byCard_ = false;
    bool cardThere_ = false;
    bool looking_ = false; ///< at the card, just now
    kiosk::CardSight card_;
    std::optional<kiosk::CardPerson> onCard_; ///< who was chosen, until the visit is over
    std::uint64_t insertion_ = 0;             ///< of the card that named them
    RowModel cardPeople_;
    QTimer cardLooks_;
    QString birth_;
    bool birthEntered_ = false; ///< as it stands
    QString letters_;
    QString number_;
    bool searched_ = false;
    bool noneFits_ = false; ///< of those who were found by a card
    int turn_ = 0;          ///< of searches: an answer that comes after something changed is dropped
    storage::PersonSearch search_;
    std::vector<storage::FoundPerson> people_;
    RowModel candidates_;
};

} // namespace guichet::ui
