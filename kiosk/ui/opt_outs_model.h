// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/ui/act_model.h"
#include "kiosk/ui/row_model.h"

#include <optional>
#include <string>
#include <vector>

namespace guichet::ui {

/// What the person opposes: the first question in plain words, the other rights below; then the paper to sign, how it
/// was signed, and the receipt. Nothing is registered before it is signed.
class OptOutsModel : public guichet::ui::ActModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(QList<QString> does READ does NOTIFY changed)
    Q_PROPERTY(QList<QString> doesNot READ doesNot NOTIFY changed)
    Q_PROPERTY(QString already READ already NOTIFY changed)
    Q_PROPERTY(QString question READ question NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *answers READ answers CONSTANT)
    Q_PROPERTY(bool asksDetail READ asksDetail NOTIFY changed)
    Q_PROPERTY(QString detailLabel READ detailLabel NOTIFY changed)
    Q_PROPERTY(QString detail READ detail WRITE setDetail NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *scopes READ scopes CONSTANT)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString actionIcon READ actionIcon NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(bool canCall READ canCall NOTIFY changed)

public:
    enum Stage { Choosing, Signing, Registered, Removed };
    Q_ENUM(Stage)

    explicit OptOutsModel(KioskModel &kiosk);

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString under() const;
    [[nodiscard]] QStringList does() const;
    [[nodiscard]] QStringList doesNot() const;
    /// That the same was asked before and is still open; empty where it was not, or where it may be about something
    /// else.
    [[nodiscard]] QString already() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] RowModel *answers() { return &answers_; }
    [[nodiscard]] bool asksDetail() const;
    [[nodiscard]] QString detailLabel() const;
    [[nodiscard]] const QString &detail() const { return detail_; }
    void setDetail(const QString &detail);
    /// What is asked for, and whether what is there already is erased (or archived; none: not asked).
    [[nodiscard]] const kiosk::Scope *scope() const;
    /// It, as it is said beside whatever else is chosen.
    [[nodiscard]] std::optional<kiosk::Scope> saidScope() const;
    [[nodiscard]] std::optional<bool> erases() const;
    /// The person wants a paper copy before anything is erased.
    [[nodiscard]] bool copyFirst() const { return answer_ == kEraseAfterCopy; }
    [[nodiscard]] RowModel *scopes() { return &scopes_; }
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString actionIcon() const;
    [[nodiscard]] QString missing() const;
    /// The operator can be called about what was registered.
    [[nodiscard]] bool canCall() const;
    void clear() override;
    /// What was begun in this visit and is not recorded is there again.
    void load();
    void noteIn(kiosk::Place &place) const override;
    void goOnFrom(const kiosk::Place &place) override;

    Q_INVOKABLE void answer(int row);
    Q_INVOKABLE void chooseScope(int row);
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();

private:
    static constexpr int kArchive = 0;
    static constexpr int kErase = 1;
    static constexpr int kEraseAfterCopy = 2;

    [[nodiscard]] std::vector<std::string> chosenScopes() const;
    [[nodiscard]] bool asksWhatOfData() const;
    [[nodiscard]] bool asksCopy() const;
    void showRows();
    [[nodiscard]] kiosk::OptoutWish wishNow() const;
    [[nodiscard]] bool printed() const override;
    void prepare() override;
    [[nodiscard]] static MakeDraft maker(kiosk::OptoutWish wish);
    void registerSigned();
    void prepared() override;
    void registered() override;
    void removed() override;
    [[nodiscard]] QString receiptOwed() const override;

    Stage stage_ = Choosing;
    std::string scope_;
    /// 0 archived, 1 erased, 2 erased after a paper copy; of the deletion alone 1 at once, 2 after a copy; no default
    std::optional<int> answer_;
    QString detail_;
    kiosk::OptoutWish wish_; ///< what was prepared
    RowModel answers_;
    RowModel scopes_;
};

} // namespace guichet::ui
