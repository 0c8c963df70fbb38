// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QStringList>

namespace guichet::test {

/// The application without a display, drawn by the processor. One a process, on its main thread; what Qt says from
/// then on is kept for takeWarnings(). A Catch2 program gets one by tests/qml/listener.cpp among its sources.
class Application {
public:
    Application();

private:
    QApplication application_;
};

/// What Qt and the screens warned of since the last call.
[[nodiscard]] QStringList takeWarnings();

} // namespace guichet::test
