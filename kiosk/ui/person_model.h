// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/identify.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

namespace guichet::ui {

/// One person's page: how many documents of each category, and what was opposed and asked, with its state.
class PersonModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *categories READ categories CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *acts READ acts CONSTANT)
    Q_PROPERTY(bool mayRead READ mayRead NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)

public:
    explicit PersonModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *categories() { return &categories_; }
    [[nodiscard]] RowModel *acts() { return &acts_; }
    [[nodiscard]] bool mayRead() const { return mayRead_; }
    /// Why nothing may be shown, or that there is nothing.
    [[nodiscard]] const QString &notice() const { return notice_; }
    void clear() override;

    /// `refusal`: why who is here may not be shown what is held, when they may not.
    struct Page {
        kiosk::PersonPage page;
        std::optional<Error> refusal;
        QStringList titles; ///< of the acts, the opt-outs first
    };
    void show(const Page &page);
    /// Opens the page of who is served.
    void load();

private:
    RowModel categories_;
    RowModel acts_;
    bool mayRead_ = false;
    QString notice_;
};

} // namespace guichet::ui
