// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/application.h"

#include "kiosk/ui/engine.h"

#include <mutex>
#include <utility>

namespace guichet::test {
namespace {

std::mutex mutex;
QStringList said;

int argumentCount = 1;
char programName[] = "test";
char *arguments[] = {programName, nullptr};

void listen(QtMsgType type, const QMessageLogContext &, const QString &text) {
    // Nobody writes prose at a counter: the keyboard has no dictionaries, and says so.
    if (text.startsWith(u"Hunspell dictionary is missing")) {
        return;
    }
    if (type != QtDebugMsg && type != QtInfoMsg) {
        const std::lock_guard lock(mutex);
        said.push_back(text);
    }
}

int &prepared() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    ui::prepareApplication();
    qInstallMessageHandler(listen);
    return argumentCount;
}

} // namespace

Application::Application() : application_(prepared(), arguments) {}

QStringList takeWarnings() {
    const std::lock_guard lock(mutex);
    return std::exchange(said, {});
}

} // namespace guichet::test
