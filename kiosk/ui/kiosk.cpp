// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/kiosk.h"

#include "kiosk/ui/call_signal.h"
#include "kiosk/ui/colleague_model.h"
#include "kiosk/ui/engine.h"
#include "kiosk/ui/gallery.h"
#include "kiosk/ui/jack_headset.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/pad_device.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/setup_model.h"
#include "kiosk/ui/system_voice.h"
#include "storage/store.h"

#include <QApplication>

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <string>

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

Result<void> needDisplay() {
    if (!displayThere()) {
        return fail(ErrorCode::NoDisplay);
    }
    return {};
}

/// Qt's application, named.
class Application {
public:
    Application() : application_(count_, arguments_.data()) {
        QApplication::setApplicationName(QStringLiteral("guichet"));
        QApplication::setApplicationDisplayName(QStringLiteral("Guichet"));
        QApplication::setDesktopFileName(QStringLiteral("guichet"));
    }

private:
    std::string name_ = "guichet";
    int count_ = 1;
    std::array<char *, 2> arguments_ = prepared();
    QApplication application_; // Qt Charts asks for one with widgets

    std::array<char *, 2> prepared() {
        prepareApplication();
        return {name_.data(), nullptr};
    }
};

} // namespace

Result<int> runGallery(CivilDate today, const std::string &language) {
    GUICHET_TRY(needDisplay());
    Application application;
    Gallery gallery(today, language);
    return gallery.load() ? QApplication::exec() : 1;
}

Result<int> runKiosk(const KioskOptions &options) {
    const auto identity = storage::Store::identify(options.store);
    const bool none = !identity && identity.error().code == ErrorCode::NoStore;
    if (!identity && (!none || !displayThere())) {
        return fail(identity.error());
    }
    GUICHET_TRY(needDisplay());
    std::optional<CallSignal> callSignal;
    if (!options.callSignal.empty()) {
        if (::access(options.callSignal.c_str(), X_OK) != 0) {
            return fail(ErrorCode::FileNotFound, options.callSignal.string());
        }
        callSignal.emplace(std::filesystem::absolute(options.callSignal));
    }
    Application application;
    SystemVoice voice;
    JackHeadset headset;
    KioskModel model(Seat(options.machine, options.store, options.language), options.windowed);
    model.personView()->reading()->use(&voice, &headset);
    if (callSignal) {
        model.colleague()->use(*callSignal);
    }
    Screens screens(model, options.language);
    screens.takeCodes();
    if (none) {
        model.setup()->start();
        model.go(KioskModel::Setup);
    }
    std::optional<PersonDisplay> personDisplay;
    if (options.personDisplay) {
        personDisplay.emplace(model, options.windowed);
    }
    std::optional<PadDevice> keypad;
    if (!options.personKeypad.empty()) {
        keypad.emplace(options.personKeypad);
        QObject::connect(&*keypad, &PadDevice::pressed, &model, [&](PadKey key) {
            screens.stir();
            model.personView()->press(key);
        });
    }
    if (!screens.load() || (personDisplay && !personDisplay->load())) {
        return 1;
    }
    const auto *window = qobject_cast<QWindow *>(screens.engine().rootObjects().constFirst());
    // The person's window does not keep the program alive.
    QObject::connect(window, &QWindow::visibleChanged, qApp, [](bool shown) {
        if (!shown) {
            QApplication::quit();
        }
    });
    return QApplication::exec();
}

} // namespace guichet::ui
