// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/identify.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/register/acts.h"

#include <string>
#include <utility>
#include <vector>

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
    Q_PROPERTY(bool hasNumber READ hasNumber NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString contact READ contact NOTIFY changed)

public:
    explicit PersonModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *categories() { return &categories_; }
    [[nodiscard]] RowModel *acts() { return &acts_; }
    [[nodiscard]] bool mayRead() const { return mayRead_; }
    /// Why nothing may be shown, or that there is nothing.
    [[nodiscard]] const QString &notice() const { return notice_; }
    /// They have one, and it may be shown.
    [[nodiscard]] bool hasNumber() const { return mayRead_ && hasNumber_; }
    /// Whole, once it was touched, until the screen changes or is hidden; empty before.
    [[nodiscard]] const QString &number() const { return number_; }
    /// How they want to be told of what they sign, in words.
    [[nodiscard]] const QString &contact() const { return contact_; }
    /// What they opposed, as the page that was opened last says.
    [[nodiscard]] const std::vector<storage::Act> &optouts() const { return optouts_; }
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
    /// The number is shown whole, or masked again.
    Q_INVOKABLE void toggleNumber();
    /// What became of one of acts(), and what can be done with it.
    Q_INVOKABLE void openAct(int row);
    /// Where it is said how they want to be told.
    Q_INVOKABLE void openContact();
    /// Opens the case of a receipt of theirs, of which a code reader read the code, or what its keys say on a US
    /// keyboard.
    void takeReceipt(const QString &code, const QString &onUsKeys);

private:
    /// Says where it is nobody's receipt, or not of who is served.
    void openReceipt(const std::string &reference);

    RowModel categories_;
    RowModel acts_;
    bool mayRead_ = false;
    QString notice_;
    bool hasNumber_ = false;
    std::vector<storage::Act> optouts_;
    QString number_;
    QString contact_;
    std::vector<std::pair<std::string, std::string>> receipts_; ///< of each act: its receipt, its own reference
};

} // namespace guichet::ui
