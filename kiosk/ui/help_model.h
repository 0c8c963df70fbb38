// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <QStringList>

#include <string>

namespace guichet::ui {

/// The page of help of the screen that is shown, over it or on paper. Holds nobody's data.
class HelpModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString about READ about NOTIFY changed)
    Q_PROPERTY(QStringList steps READ steps NOTIFY changed)
    Q_PROPERTY(QStringList stuck READ stuck NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *keys READ keys CONSTANT)
    Q_PROPERTY(bool printable READ printable NOTIFY changed)
    Q_PROPERTY(bool canCall READ canCall NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    explicit HelpModel(KioskModel &kiosk);

    /// The page of this screen in the catalogue: "sign-in", "opt-outs".
    [[nodiscard]] static std::string pageOf(int screen);

    [[nodiscard]] QString title() const;
    [[nodiscard]] bool open() const { return open_; }
    [[nodiscard]] QString about() const;
    [[nodiscard]] QStringList steps() const; ///< numbered
    [[nodiscard]] QStringList stuck() const;
    [[nodiscard]] RowModel *keys() { return &keys_; } ///< "key", "does"
    [[nodiscard]] bool printable() const;             ///< by who is signed in
    [[nodiscard]] bool canCall() const;               ///< somebody is signed in
    [[nodiscard]] const QString &done() const { return done_; }
    void clear() override;

    Q_INVOKABLE void toggle();
    Q_INVOKABLE void close();
    Q_INVOKABLE void print();
    /// What changed takes the place of the help.
    Q_INVOKABLE void openNews();
    /// For who has no keyboard: as F8 does. The help goes.
    Q_INVOKABLE void callColleague();

private:
    bool open_ = false;
    QString done_;
    RowModel keys_;
};

} // namespace guichet::ui
