// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlParserStatus>
#include <QQuickItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace guichet::ui {

/// Words that appear by themselves, without the focus going there: whoever does not see them is told, once each time
/// that `item` shows other words, as an accessibility alert of `item` (and, from Qt 6.8 on, as an announcement with
/// its text). What is shown and gone within one turn of the event loop is not told.
class Announcement : public QObject, public QQmlParserStatus {
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QQuickItem *item READ item WRITE setItem NOTIFY itemChanged REQUIRED)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged REQUIRED)
    Q_PROPERTY(bool urgent MEMBER urgent_ NOTIFY urgentChanged) ///< what is being said may be interrupted for it

public:
    using QObject::QObject;

    [[nodiscard]] QQuickItem *item() const { return item_; }
    void setItem(QQuickItem *item);
    [[nodiscard]] const QString &text() const { return text_; }
    void setText(const QString &text);
    void classBegin() override {}
    void componentComplete() override;

signals:
    void itemChanged();
    void textChanged();
    void urgentChanged();

private:
    void look();
    void tell();

    QQuickItem *item_ = nullptr; ///< what this stands in: it lives as long
    QString text_;
    QString told_;
    bool urgent_ = false;
    bool complete_ = false;
};

} // namespace guichet::ui
