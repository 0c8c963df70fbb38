// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/letters.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/form_answers.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guichet::ui {

/// What became of one opt-out or request, and what is done with it after it was received: documents that come later,
/// what was decided, its withdrawal, its papers.
class CaseModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *facts READ facts CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *steps READ steps CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *ways READ ways CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *papers READ papers CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *pieces READ pieces CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *fields READ fields CONSTANT)
    Q_PROPERTY(QString contact READ contact NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *decisions READ decisions CONSTANT)
    Q_PROPERTY(QString evidence READ evidence WRITE setEvidence NOTIFY changed)
    Q_PROPERTY(QString evidenceLabel READ evidenceLabel NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(bool canCall READ canCall NOTIFY changed)
    Q_PROPERTY(QString shown READ shown NOTIFY changed)

public:
    /// Shown, and what is done with it: documents are added, or answers, identity is shown for what waits for it, what
    /// was decided is noted, it is withdrawn.
    enum Stage { Shown, Adding, Answering, Identifying, Deciding, Withdrawing };
    Q_ENUM(Stage)

    explicit CaseModel(KioskModel &kiosk);

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString under() const;
    [[nodiscard]] QString state() const;
    /// "label", "value": what was promised by when, what silence means, what is missing.
    [[nodiscard]] RowModel *facts() { return &facts_; }
    /// "when", "what", "evidence": what happened, the newest first.
    [[nodiscard]] RowModel *steps() { return &steps_; }
    /// "label": what can be done with it now.
    [[nodiscard]] RowModel *ways() { return &ways_; }
    /// "label": what can be printed of it now.
    [[nodiscard]] RowModel *papers() { return &papers_; }
    /// "label", "about", "picked": documents, and signatures, that have not come yet.
    [[nodiscard]] RowModel *pieces() { return &pieces_; }
    /// The questions that were left open; roles as FormAnswers has them.
    [[nodiscard]] RowModel *fields() { return &fields_; }
    /// How the person wants to be told of it, in words; empty where that can't be changed any more.
    [[nodiscard]] QString contact() const;
    /// "label", "picked": what may have come back.
    [[nodiscard]] RowModel *decisions() { return &decisions_; }
    [[nodiscard]] const QString &evidence() const { return evidence_; }
    void setEvidence(const QString &evidence) { set(evidence_, evidence); }
    /// What the agent is asked to write with a decision; empty where nothing has to be.
    [[nodiscard]] QString evidenceLabel() const;
    /// "" while it is only shown.
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString missing() const;
    /// What was done last, and what became of its paper.
    [[nodiscard]] const QString &done() const { return done_; }
    [[nodiscard]] const std::string &reference() const { return reference_; }
    [[nodiscard]] Q_INVOKABLE QString referenceText() const { return QString::fromStdString(reference_); }
    /// Who is here, and what they showed, as it is noted.
    [[nodiscard]] QString shown() const;
    /// The operator can be called about it, with the person who is served.
    [[nodiscard]] bool canCall() const;
    void clear() override;
    void noteIn(kiosk::Place &place) const override;
    void goOnFrom(const kiosk::Place &place) override;
    void open(const std::string &reference);
    /// Reads it again.
    void load();

    /// As the store has it.
    struct Case {
        storage::Act act;
        std::vector<storage::ActStep> steps;
        std::optional<kiosk::Form> form; ///< of a request, where it is still known
        std::vector<storage::ContactPreference> contact;
        kiosk::DueLetters letters;
        std::vector<kiosk::Wait> waits;
        bool notice = false; ///< there is something to write to the person
        /// Whether who is here may be told of it; with nobody here, an agent is at work.
        bool mayTell = true;
        bool mayIdentify = false; ///< who is here has shown that they may ask for it
    };
    void show(const Case &found);
    /// One of the stages that the case can be brought to now.
    void begin(Stage stage);

    Q_INVOKABLE void choose(int row); ///< of ways()
    Q_INVOKABLE void print(int row);  ///< of papers()
    Q_INVOKABLE void togglePiece(int row);
    Q_INVOKABLE void setField(int row, const QString &text);
    Q_INVOKABLE void chooseField(int row, int choice);
    Q_INVOKABLE void confirmField(int row); ///< odd, and right as it is written
    /// Somebody goes on though something is wrong: it is marked.
    Q_INVOKABLE void insist();
    /// Where it is said how the person wants to be told.
    Q_INVOKABLE void openContact();
    Q_INVOKABLE void chooseDecision(int row);
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();

private:
    /// Makes a paper of it.
    using Make = std::function<Result<kiosk::MadePaper>(kiosk::Desk &, const std::string &reference)>;
    struct Printable {
        QString label;
        Make make;
    };
    /// What a step at the desk says of it, and the paper that it brings, if any.
    using Step = std::function<Result<std::optional<kiosk::MadePaper>>(kiosk::Desk &, const std::string &reference)>;

    /// With what was begun of it.
    void goOn(const kiosk::Place &place);
    [[nodiscard]] std::vector<Printable> printables() const;
    [[nodiscard]] std::vector<Stage> waysNow() const;
    [[nodiscard]] std::vector<storage::ActStatus> decisionsNow() const;
    /// Ids of the documents that have not come, and of the signatures that are missing.
    [[nodiscard]] std::vector<std::string> left() const;
    /// Fields that nobody has answered yet, or not all of, signatures aside; and their lines.
    [[nodiscard]] std::set<std::string> openFields() const;
    [[nodiscard]] FormAnswers::Page openLines() const;
    [[nodiscard]] bool isOpen() const; ///< a request that still takes what comes
    [[nodiscard]] kiosk::PaperWish paperWish() const;
    void showRows();
    [[nodiscard]] QList<QVariantList> factRows() const;
    [[nodiscard]] QList<QVariantList> stepRows() const;
    /// On the worker; what is printed goes to the visit that is under way, else to nobody's. `words`: that it is done.
    void work(Step step, const QString &words);
    void add(kiosk::RequestAddition addition);
    void identify();
    void decide();
    void withdraw();

    std::string reference_;
    kiosk::Place begun_; ///< to go on with, once the case is here
    std::optional<Case> case_;
    Stage stage_ = Shown;
    std::set<std::string> brought_; ///< ids of pieces
    FormAnswers answers_;
    std::string answered_; ///< of what is open: a list that has gaps
    bool insisted_ = false;
    std::optional<storage::ActStatus> decision_;
    QString evidence_;
    QString done_;
    RowModel facts_;
    RowModel steps_;
    RowModel ways_;
    RowModel papers_;
    RowModel pieces_;
    RowModel fields_;
    RowModel decisions_;
};

} // namespace guichet::ui
