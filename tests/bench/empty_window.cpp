// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-bench-window [WORDS]: an empty Qt Quick window, or one with a line of words in it, that ends with its first
// frame, to compare the touchscreen with.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdlib>

int main(int argc, char **argv) {
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    const QByteArray words = argc > 1 ? QByteArray("Text { text: \"") + argv[1] + "\" }" : QByteArray();
    engine.loadData("import QtQuick\nWindow { visible: true; width: 1280; height: 800; " + words + " }");
    if (engine.rootObjects().isEmpty()) {
        return 1;
    }
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    QObject::connect(window, &QQuickWindow::frameSwapped, [] { std::_Exit(0); });
    return QGuiApplication::exec();
}
