// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/requests.h"
#include "kiosk/ui/act_model.h"
#include "kiosk/ui/form_answers.h"
#include "kiosk/ui/row_model.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guichet::ui {

/// A request: which form, its fields a few at a time, which pieces are there, the paper to sign, how it was signed, the
/// receipt. An answer or a piece that is missing never stops it.
class RequestModel : public guichet::ui::ActModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(int page READ page NOTIFY changed)
    Q_PROPERTY(bool whole READ whole NOTIFY changed)
    Q_PROPERTY(QString otherView READ otherView NOTIFY changed)
    Q_PROPERTY(QString said READ said WRITE setSaid NOTIFY changed)
    Q_PROPERTY(QString found READ found NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *forms READ forms CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *fields READ fields CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *answers READ answers CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *pieces READ pieces CONSTANT)
    Q_PROPERTY(QString piecesNote READ piecesNote NOTIFY changed)
    Q_PROPERTY(QString edition READ edition NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *signatories READ signatories CONSTANT)
    Q_PROPERTY(QString signedElsewhere READ signedElsewhere NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString actionIcon READ actionIcon NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    enum Stage { Choosing, Filling, Pieces, Signing, Filed, Removed };
    Q_ENUM(Stage)

    explicit RequestModel(KioskModel &kiosk);

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString under() const;
    [[nodiscard]] int page() const { return static_cast<int>(page_); } ///< of the form, from 0
    /// All questions are on one page, which scrolls.
    [[nodiscard]] bool whole() const { return whole_; }
    /// What toggleWhole() shows instead; empty where there is but one page, or none.
    [[nodiscard]] QString otherView() const;
    /// What the person says they need: the forms that fit it are shown, the best first.
    [[nodiscard]] const QString &said() const { return said_; }
    void setSaid(const QString &said);
    /// Says that no form fits; empty where some do.
    [[nodiscard]] const QString &found() const { return found_; }
    [[nodiscard]] RowModel *forms() { return &forms_; }
    [[nodiscard]] RowModel *fields() { return &fields_; }
    /// Before they are printed: each question, and what was answered, in the agent's words.
    [[nodiscard]] RowModel *answers() { return &read_; }
    [[nodiscard]] RowModel *pieces() { return &pieces_; }
    [[nodiscard]] QString piecesNote() const;
    /// Before it is printed: which form it is, by its official number and its edition.
    [[nodiscard]] QString edition() const;
    /// Before it is printed: "label", "about": who signs, and on what condition where that is not known yet.
    [[nodiscard]] RowModel *signatories() { return &signatories_; }
    /// That the paper can be taken along, where somebody may sign elsewhere; else empty.
    [[nodiscard]] QString signedElsewhere() const;
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString actionIcon() const;
    [[nodiscard]] QString missing() const;
    [[nodiscard]] const kiosk::Form *form() const { return answers_.form(); } ///< null before one is chosen
    /// What was answered, and which documents are there, for the person: in the language of `say` where the form has
    /// it.
    [[nodiscard]] printing::Blocks answered(const kiosk::Texts &say) const;
    void clear() override;
    /// What was begun in this visit and is not filed is there again.
    void load();
    /// This form, answered so far by this JSON object. What was begun stays, and then this is false.
    [[nodiscard]] bool begin(std::string_view form, std::string_view answers);
    /// Where it stands, noted, and taken up again.
    void noteIn(kiosk::Place &place) const override;
    void goOnFrom(const kiosk::Place &place) override;

    Q_INVOKABLE void chooseForm(int row); ///< of forms()
    /// Enter in the field of what is said: the first form that fits is chosen.
    Q_INVOKABLE void chooseFirst();
    Q_INVOKABLE void setField(int row, const QString &text);
    Q_INVOKABLE void chooseField(int row, int choice);
    Q_INVOKABLE void confirmField(int row); ///< odd, and right as it is written
    /// A few questions at a time, or all; what is written stays.
    Q_INVOKABLE void toggleWhole();
    Q_INVOKABLE void togglePiece(int row);
    Q_INVOKABLE void next();
    /// Somebody goes on though something is missing: the first answer that is wrong is wanted.
    Q_INVOKABLE void insist();
    Q_INVOKABLE void back();

signals:
    /// This row of fields() is where to go on.
    void fieldWanted(int row);

private:
    [[nodiscard]] QList<QVariantList> signatoryRows() const;
    /// The lines of fields().
    [[nodiscard]] FormAnswers::Page lines() const;
    [[nodiscard]] QList<QVariantList> answerRows() const;
    void showForms();
    void showRows();
    [[nodiscard]] kiosk::RequestWish wishNow() const;
    [[nodiscard]] bool printed() const override;
    void prepare() override;
    [[nodiscard]] static MakeDraft maker(kiosk::RequestWish wish);
    void fileSigned();
    void prepared() override;
    void registered() override;
    void removed() override;
    [[nodiscard]] QString receiptOwed() const override;

    Stage stage_ = Choosing;
    QString said_;
    QString found_;
    std::vector<std::string> shown_; ///< ids, of the rows of forms_
    FormAnswers answers_;
    std::size_t page_ = 0;
    bool whole_ = false;
    bool insisted_ = false;       ///< on what is on this page
    std::set<std::string> given_; ///< pieces
    kiosk::RequestWish wish_;     ///< what was prepared
    RowModel forms_;
    RowModel fields_;
    RowModel read_;
    RowModel pieces_;
    RowModel signatories_;
};

} // namespace guichet::ui
