// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <functional>
#include <string>
#include <vector>

namespace guichet::ui {

/// What is printed of nobody: the blank forms, all or those that fit what somebody says they need, one by one or
/// numbered for the queue, and the sheets that explain a refusal.
class FormsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *lists READ lists CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(bool sought READ sought NOTIFY changed)
    Q_PROPERTY(QString said READ said WRITE setSaid NOTIFY changed)
    Q_PROPERTY(QString found READ found NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit FormsModel(KioskModel &kiosk);

    [[nodiscard]] QString under() const;
    /// The blank forms, those with a number, and the refusals; one of them is in rows().
    [[nodiscard]] RowModel *lists() { return &lists_; }
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// The list is sought in by what is said.
    [[nodiscard]] bool sought() const { return list_ != List::Refusals; }
    [[nodiscard]] const QString &said() const { return said_; }
    void setSaid(const QString &said);
    /// Says that no form fits; empty where some do.
    [[nodiscard]] const QString &found() const { return found_; }
    [[nodiscard]] const QString &done() const { return done_; }
    void clear() override;
    void load();

    Q_INVOKABLE void choose(int list); ///< of lists()
    /// Of rows(); with a reading copy where there is one in the language of who is here.
    Q_INVOKABLE void print(int row);

private:
    enum class List { BlankForms, Numbered, Refusals };
    /// The paper of a row.
    using Make = std::function<Result<kiosk::MadePaper>(kiosk::Desk &, const kiosk::PaperWish &)>;
    void showForms();
    void showRefusals();

    RowModel lists_;
    List list_ = List::BlankForms;
    RowModel rows_;
    std::vector<Make> shown_; ///< of the rows
    QString said_;
    QString found_;
    QString done_;
};

} // namespace guichet::ui
