// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace guichet::ui {

/// The outline of an action that still lacks something.
class DashedFrame : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY changed)
    Q_PROPERTY(int thickness MEMBER thickness_ NOTIFY changed)
    Q_PROPERTY(int radius MEMBER radius_ NOTIFY changed)

public:
    explicit DashedFrame(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

signals:
    void changed();

private:
    QColor color_;
    int thickness_ = 2;
    int radius_ = 0;
};

} // namespace guichet::ui
