// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/kiosk.h"

#include "kiosk/ui/engine.h"
#include "kiosk/ui/kiosk_model.h"
#include "storage/store.h"

#include <QGuiApplication>

#include <cstdlib>

namespace guichet::ui {
namespace {

/// Qt ends the whole process when it finds no display: this looks first.
bool displayThere() {
    const auto set = [](const char *name) {
        const char *value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    if (const char *platform = std::getenv("QT_QPA_PLATFORM"); platform != nullptr && *platform != '\0') {
        const std::string_view name(platform);
        return (!name.starts_with("xcb") || set("DISPLAY")) && (!name.starts_with("wayland") || set("WAYLAND_DISPLAY"));
    }
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

} // namespace

Result<int> runKiosk(const KioskOptions &options) {
    GUICHET_TRY(storage::Store::identify(options.store));
    if (!displayThere()) {
        return fail(ErrorCode::NoDisplay);
    }
    prepareApplication();
    int argc = 1;
    std::string name = "guichet";
    std::array<char *, 2> argv{name.data(), nullptr};
    QGuiApplication application(argc, argv.data());
    QGuiApplication::setApplicationName(QStringLiteral("guichet"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Guichet"));
    QGuiApplication::setDesktopFileName(QStringLiteral("guichet"));

    KioskModel model(Seat(options.machine, options.store, options.language), options.windowed);
    Screens screens(model, options.language);
    if (!screens.load()) {
        return 1;
    }
    return QGuiApplication::exec();
}

} // namespace guichet::ui
