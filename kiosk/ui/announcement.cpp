// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/announcement.h"

#include <QAccessible>

#include <utility>

namespace guichet::ui {

void Announcement::setItem(QQuickItem *item) {
    if (item_ == item) {
        return;
    }
    if (item_ != nullptr) {
        disconnect(item_, nullptr, this, nullptr);
    }
    item_ = item;
    if (item_ != nullptr) {
        connect(item_, &QQuickItem::visibleChanged, this, &Announcement::look);
    }
    emit itemChanged();
}

void Announcement::setText(const QString &text) {
    if (text_ != text) {
        text_ = text;
        emit textChanged();
        look();
    }
}

void Announcement::componentComplete() {
    complete_ = true;
    look();
}

void Announcement::look() {
    if (complete_) {
        QMetaObject::invokeMethod(this, &Announcement::tell, Qt::QueuedConnection);
    }
}

void Announcement::tell() {
    const auto shown = item_ != nullptr && item_->isVisible() ? text_ : QString{};
    if (shown == std::exchange(told_, shown) || shown.isEmpty()) {
        return;
    }
    QAccessibleEvent alert(item_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent words(item_, shown);
    words.setPoliteness(urgent_ ? QAccessible::AnnouncementPoliteness::Assertive
                                : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&words);
#endif
}

} // namespace guichet::ui
