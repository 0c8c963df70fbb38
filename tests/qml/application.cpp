// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/application.h"

#include "kiosk/ui/engine.h"

#include <QGuiApplication>
#include <QQuickWindow>

#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <mutex>

namespace guichet::test {
namespace {

std::mutex mutex;
QStringList said;

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

/// One application for all cases, without a display.
class Application : public Catch::EventListenerBase {
public:
    using EventListenerBase::EventListenerBase;

    void testRunStarting(const Catch::TestRunInfo &) override {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
        ui::prepareApplication();
        qInstallMessageHandler(listen);
        static int count = 1;
        static char name[] = "test";
        static char *arguments[] = {name, nullptr};
        application_ = std::make_unique<QGuiApplication>(count, arguments);
    }
    void testRunEnded(const Catch::TestRunStats &) override { application_.reset(); }

private:
    std::unique_ptr<QGuiApplication> application_;
};

CATCH_REGISTER_LISTENER(Application)

} // namespace

QStringList takeWarnings() {
    const std::lock_guard lock(mutex);
    return std::exchange(said, {});
}

} // namespace guichet::test
