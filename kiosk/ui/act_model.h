// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/notices.h"
#include "kiosk/counter/receipts.h"
#include "kiosk/counter/visit.h"
#include "kiosk/counter/who.h"
#include "kiosk/papers/speech.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::ui {

/// Of a visit's place: which act a name in it belongs to (VisitNotes).
inline constexpr std::string_view kOptOutsPart = "opt-outs";
inline constexpr std::string_view kRequestPart = "request";

/// How every act ends, whatever it is about: its paper is printed, somebody signs it, it is registered, its receipt is
/// printed. Nothing is registered before it is signed; what is registered stays so, whatever the printer does.
class ActModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("what opt-outs and requests have in common")
    Q_PROPERTY(guichet::ui::RowModel *signings READ signings CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *copies READ copies CONSTANT)
    Q_PROPERTY(QString noteLabel READ noteLabel NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(QString contact READ contact NOTIFY changed)
    Q_PROPERTY(bool earlier READ earlier NOTIFY changed)
    Q_PROPERTY(QString deposited READ deposited WRITE setDeposited NOTIFY changed)
    Q_PROPERTY(QString depositedOn READ depositedOn NOTIFY changed)
    Q_PROPERTY(QString depositProblem READ depositProblem NOTIFY changed)
    Q_PROPERTY(QString paperNumber READ paperNumber WRITE setPaperNumber NOTIFY changed)
    Q_PROPERTY(QString agreement READ agreement NOTIFY changed)
    Q_PROPERTY(bool declined READ declined NOTIFY changed)
    Q_PROPERTY(QString removal READ removal NOTIFY changed)
    Q_PROPERTY(QString reference READ reference NOTIFY changed)
    Q_PROPERTY(QList<QString> outcome READ outcome NOTIFY changed)

public:
    ActModel(KioskModel &kiosk, std::string_view part);

    [[nodiscard]] RowModel *signings() { return &signings_; }
    /// The languages that a receipt can be read in beside the French. The person's own is chosen by itself.
    [[nodiscard]] RowModel *copies() { return &copies_; }
    /// What the agent is asked to write; empty where the person signed.
    [[nodiscard]] QString noteLabel() const;
    [[nodiscard]] const QString &note() const { return note_; }
    void setNote(const QString &note) { set(note_, note); }
    /// How the person wants to be told of it, in words.
    [[nodiscard]] QString contact() const;
    [[nodiscard]] const std::optional<storage::ContactPreference> &contactWish() const { return contact_; }
    void setContact(const storage::ContactPreference &wish) { set(contact_, std::optional(wish)); }
    /// It was signed and handed in before, on a paper that is keyed in now: on which day, and under which number.
    [[nodiscard]] bool earlier() const { return earlier_ || brought(); }
    [[nodiscard]] const QString &deposited() const { return deposited_; }
    void setDeposited(const QString &typed) { set(deposited_, typed); }
    [[nodiscard]] QString depositedOn() const;    ///< as it is understood
    [[nodiscard]] QString depositProblem() const; ///< why it is not; nothing of half a date
    [[nodiscard]] const QString &paperNumber() const { return paperNumber_; }
    void setPaperNumber(const QString &number) { set(paperNumber_, number); }
    [[nodiscard]] const QString &reference() const { return reference_; }
    [[nodiscard]] const QStringList &outcome() const { return outcome_; }
    /// What the person answered on what they read, in words; empty while they have not. It replaces no signature.
    [[nodiscard]] QString agreement() const;
    [[nodiscard]] std::optional<bool> agreed() const { return agreed_; }
    [[nodiscard]] bool declined() const { return agreed_ == false; }
    /// After a draft was removed: that nothing was recorded, and what to do with its paper.
    [[nodiscard]] QString removal() const;
    /// What the paper says that was made last, to be signed or as a receipt: as it can be read in the person's language
    /// where it has such a copy, else in French.
    [[nodiscard]] const kiosk::papers::Speech &speech() const { return speech_; }
    /// The job of the paper that waits to be signed; "" for none.
    [[nodiscard]] const std::string &paperToSign() const { return kept_.job; }
    /// Where it is signed, unless what is asked has changed since it was printed.
    void toSigning();
    void clear() override;

    /// The person's own touch.
    Q_INVOKABLE void answerAgreement(bool agreed);
    Q_INVOKABLE void chooseSigning(int row);
    /// The receipt with a reading copy in this language, or without.
    Q_INVOKABLE void toggleCopy(int row);
    /// The person's paper is here, signed: none is printed.
    Q_INVOKABLE void takeSigned();
    /// Where it is said how the person wants to be told of it.
    Q_INVOKABLE void openContact();
    /// What was prepared goes, and nobody waits for its paper any more; until something else is done it can be brought
    /// back.
    Q_INVOKABLE void removeDraft();
    /// As it was; its paper is printed again only where it had not come out.
    Q_INVOKABLE void undoRemoval();

protected:
    /// What prepareWith()'s function returns: the draft, and the paper to be signed.
    struct Drafted {
        std::string draft;
        kiosk::MadePaper form;
    };
    /// What registerWith()'s function returns: what to say of it, the receipt, the letter that is posted where nobody
    /// has shown that they may ask, and what waits until somebody does.
    struct Registered {
        QStringList outcome;
        kiosk::MadeReceipt receipt;
        std::optional<kiosk::MadeNotice> letter = {};
        std::vector<std::string> awaiting = {}; ///< references
        bool leaves = true;                     ///< nothing keeps it from leaving
    };
    using MakeDraft = std::function<Result<Drafted>(kiosk::Desk &, const kiosk::PaperWish &)>;
    using DropDraft = std::function<Result<void>(kiosk::Desk &, std::string_view draft)>;
    /// Makes the draft on the worker, in place of the one that there was, prints its paper, with a copy in the person's
    /// language, unless it is signed already, then calls prepared().
    void prepareWith(MakeDraft make, DropDraft drop);
    /// There is a draft, and its paper, if one had to be printed, is in the language that one of now would be in.
    [[nodiscard]] bool draftStands() const;
    /// Registers what was prepared, as it was signed, prints the receipt, then calls registered().
    void registerWith(std::function<Result<Registered>(kiosk::Desk &, const kiosk::SigningNote &,
                                                       const kiosk::PaperWish &, const std::string &draft)>
                          make);
    /// What is asked now is what the paper to sign says.
    [[nodiscard]] virtual bool printed() const = 0;
    /// Makes the draft, or goes to the signature where it stands.
    virtual void prepare() = 0;
    /// The paper is on its way: the stage of signing.
    virtual void prepared() = 0;
    /// It is registered.
    virtual void registered() = 0;
    /// The draft is gone; or is back, at the stage of signing.
    virtual void removed() = 0;
    /// What was chosen of the signing, noted, and taken up again.
    void noteAct(kiosk::Place &place) const;
    void takeUpAct(const kiosk::Place &place);
    /// What takeUpDraft()'s function returns: its paper as it was printed, the draft made anew where it is removed and
    /// brought back, and what is done with all that on the screen's thread.
    struct TakenUp {
        kiosk::MadePaper form;
        MakeDraft make;
        std::function<void()> found;
    };
    using TakeDraft = std::function<Result<TakenUp>(kiosk::Desk &, std::string_view draft, const kiosk::PaperWish &)>;
    /// Goes on with the draft that was noted, at the stage of signing where it was there. Registered meanwhile, it is
    /// among what is under way, on the person's page.
    void takeUpDraft(const kiosk::Place &place, bool signing, TakeDraft take, DropDraft drop);
    /// Somebody else brought what the person has signed.
    [[nodiscard]] bool brought() const;
    /// What was prepared waits for its signature.
    [[nodiscard]] bool hasDraft() const { return !kept_.draft.empty(); }
    /// Nothing keeps what was registered from leaving.
    [[nodiscard]] bool leaves() const { return leaves_; }
    /// That the letter which was made is posted.
    [[nodiscard]] static QString postLetter();
    /// Where the receipt goes, at the end.
    [[nodiscard]] QString receiptWay() const;
    /// "It is recorded; the receipt is not printed yet."
    [[nodiscard]] virtual QString receiptOwed() const = 0;

    /// Where the paper is printed: it is not there yet.
    void forgetEarlier() { earlier_ = false; }
    [[nodiscard]] QString signingMissing() const;
    void showSignings();
    /// What they answered was about something else.
    void forgetAgreement() { agreed_.reset(); }

private:
    /// What was prepared, and the paper that was printed for it.
    struct Kept {
        std::string draft;
        std::string job; ///< "" where it could not be written down
        kiosk::papers::Speech speech = {};
        std::optional<Error> trouble = {};
    };
    /// Its draft goes, and its paper is owed to nobody; true where that is out.
    [[nodiscard]] static Result<bool> withdraw(kiosk::Desk &desk, const DropDraft &drop, const Kept &kept);
    void forgetSigning();
    void draftGone(const Error &error);

    static constexpr std::array kOrder{kiosk::Signed::Signature, kiosk::Signed::Mark, kiosk::Signed::Oral};

    [[nodiscard]] std::vector<std::string> copyLanguages() const;

    std::optional<bool> agreed_;
    std::optional<kiosk::Signed> signed_;
    std::optional<std::string> copy_; ///< the agent's choice; none: the person's language
    QString note_;
    std::optional<storage::ContactPreference> contact_; ///< none: as for all else
    bool earlier_ = false;
    QString deposited_; ///< as it is typed
    QString paperNumber_;
    Kept kept_;
    std::string paperCopy_; ///< the language of the reading copy that was printed with the paper to sign
    MakeDraft make_;
    DropDraft drop_;
    std::optional<bool> removedPaperOut_; ///< of a draft that was removed
    QString reference_;
    bool leaves_ = true; ///< what was registered
    QStringList outcome_;
    kiosk::papers::Speech speech_;
    std::string part_; ///< its own, with its point
    RowModel signings_;
    RowModel copies_;
};

} // namespace guichet::ui
