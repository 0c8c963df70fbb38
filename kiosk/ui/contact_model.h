// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/people.h"
#include "storage/register/acts.h"

#include <QPointer>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guichet::ui {

class ActModel;

/// How the person wants to be told: of all that they sign, of one act, or of what they are about to sign.
class ContactModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(QString detailLabel READ detailLabel NOTIFY changed)
    Q_PROPERTY(QString detail READ detail WRITE setDetail NOTIFY changed)
    Q_PROPERTY(bool digits READ digits NOTIFY changed)
    Q_PROPERTY(QString known READ known NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    explicit ContactModel(KioskModel &kiosk);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString under() const;
    /// "label", "picked".
    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// The address or number that the chosen way takes; empty where it takes none.
    [[nodiscard]] QString detailLabel() const;
    [[nodiscard]] const QString &detail() const { return detail_; }
    void setDetail(const QString &detail) { set(detail_, detail); }
    [[nodiscard]] bool digits() const; ///< it is a telephone number
    /// That one is known, and stands where none is written; else empty.
    [[nodiscard]] QString known() const;
    [[nodiscard]] QString missing() const;
    void clear() override;

    void openForPerson();
    void openForAct(const storage::Act &act);
    void openForSigning(ActModel &act);

    /// What is known of the person, and what holds now.
    struct Known {
        bool phone = false;
        bool email = false;
        std::optional<storage::ContactPreference> now;
    };
    void show(const Known &known);

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void note();

    /// Such wishes in the words of the papers.
    [[nodiscard]] static QString words(const KioskModel &kiosk, const std::vector<storage::ContactPreference> &wishes);

private:
    struct OfPerson {};
    struct OfAct {
        storage::ActType type = storage::ActType::Optout;
        std::string reference;
    };
    using Subject = std::variant<OfPerson, OfAct, QPointer<ActModel>>;

    void open(Subject subject, std::optional<storage::ContactPreference> now);
    void showRows();

    Subject subject_;
    Known known_;
    std::string means_; ///< "" none chosen
    QString detail_;
    RowModel rows_;
};

} // namespace guichet::ui
