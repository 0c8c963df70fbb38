// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/dashed_frame.h"

#include <QPainter>

namespace guichet::ui {

DashedFrame::DashedFrame(QQuickItem *parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &DashedFrame::changed, this, [this] { update(); });
}

void DashedFrame::paint(QPainter *painter) {
    QPen pen(color_, thickness_);
    pen.setDashPattern({3, 2});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    const qreal half = thickness_ / 2.0;
    painter->drawRoundedRect(QRectF(half, half, width() - thickness_, height() - thickness_), radius_, radius_);
}

} // namespace guichet::ui
