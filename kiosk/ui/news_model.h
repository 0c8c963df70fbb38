// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <vector>

namespace guichet::ui {

/// What changed for whoever works here: shown once after an upgrade, and again whenever it is asked for.
class NewsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *changes READ changes CONSTANT)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(bool shown READ shown NOTIFY changed)

public:
    explicit NewsModel(KioskModel &kiosk);

    [[nodiscard]] bool shown() const { return shown_; }
    [[nodiscard]] RowModel *changes() { return &changes_; } ///< "words", "heading": of a version
    void clear() override;
    /// Somebody signed in who has not read these: shown where nothing else is done yet. Nothing is shown of none.
    void welcome(const std::vector<const kiosk::News *> &unread);
    /// All there are.
    void open();

    /// Whoever is signed in has read them.
    Q_INVOKABLE void close();

private:
    void show(const std::vector<const kiosk::News *> &news);

    bool shown_ = false;
    bool unread_ = false;
    RowModel changes_;
};

} // namespace guichet::ui
