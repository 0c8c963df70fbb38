// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace guichet::ui {

/// `image://icon/NAME/RRGGBB`: a picture of qml/pictures, or else a freedesktop icon of the installed Breeze theme in
/// one colour, drawn from its small variant and a little bolder, so that it holds beside bold words. An unknown name
/// gives an empty picture and a warning.
class IconProvider : public QQuickImageProvider {
public:
    IconProvider();
    QPixmap requestPixmap(const QString &id, QSize *size, const QSize &requestedSize) override;
};

/// Names the theme and where it is installed: a kiosk has no desktop that would. Needs a QGuiApplication.
void useInstalledIcons();

} // namespace guichet::ui
