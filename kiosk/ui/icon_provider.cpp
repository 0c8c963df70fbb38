// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/icon_provider.h"

#include <QFile>
#include <QIcon>
#include <QPainter>
#include <QtGlobal>

namespace guichet::ui {
namespace {

/// The size that Breeze draws its actions for with strokes of a whole pixel.
constexpr int kDrawnFor = 22;

} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Pixmap) {}

QPixmap IconProvider::requestPixmap(const QString &id, QSize *size, const QSize &requestedSize) {
    const auto parts = id.split(u'/');
    const int side = requestedSize.width() > 0 ? requestedSize.width() : kDrawnFor;
    const auto own = QStringLiteral(":/qt/qml/Guichet/pictures/%1.svg").arg(parts.value(0));
    const auto icon = QFile::exists(own) ? QIcon(own) : QIcon::fromTheme(parts.value(0));
    if (icon.isNull()) {
        qWarning("no icon of this name in the theme: %s", qUtf8Printable(parts.value(0)));
    }
    QPixmap shape = icon.pixmap(QSize(kDrawnFor, kDrawnFor), qreal(side) / kDrawnFor);
    shape.setDevicePixelRatio(1);
    shape = shape.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);

    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const qreal bolder = side / 64.0;
    for (const auto &shift : {QPointF(-bolder, 0), QPointF(bolder, 0), QPointF(0, -bolder), QPointF(0, bolder)}) {
        painter.drawPixmap(shift, shape);
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), QColor(u'#' + parts.value(1)));
    painter.end();
    if (size != nullptr) {
        *size = picture.size();
    }
    return picture;
}

void useInstalledIcons() {
    auto paths = QIcon::themeSearchPaths();
    for (const auto &path : {QStringLiteral("/usr/share/icons"), QStringLiteral("/usr/local/share/icons")}) {
        if (!paths.contains(path)) {
            paths.append(path);
        }
    }
    QIcon::setThemeSearchPaths(paths);
    QIcon::setThemeName(QStringLiteral("breeze"));
}

} // namespace guichet::ui
