// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/bell.h"
#include "kiosk/ui/input_watch.h"
#include "kiosk/ui/keypad_digits.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/scanner.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QTranslator>

#include <chrono>
#include <string>

namespace guichet::ui {

/// Before the application is made: the virtual keyboard, unless the environment names another input method.
void prepareApplication();

/// The words of the screens, and of dates and numbers, are in this language from now on. The translator stays installed
/// until its owner removes it.
void speak(const std::string &language, QTranslator &translator);

/// What every window's engine has: our types, type and icons.
void prepareEngine(QQmlApplicationEngine &engine);

/// The look takes its density from the screen that the window is on, now and whenever it comes to another. `look`
/// outlives the window, or goes with it.
void followScreen(QWindow &window, Look &look);

/// The screens on an application that is there: translations, icons, pictures, the window of Main.qml. `kiosk` outlives
/// it. Belongs to the screen's thread.
class Screens {
public:
    explicit Screens(KioskModel &kiosk, const std::string &language = "fr");
    ~Screens();

    /// The root could not be loaded: Qt has said why.
    [[nodiscard]] bool load();
    [[nodiscard]] QQmlApplicationEngine &engine() { return engine_; }
    /// From now on a code reader is told from a keyboard (Scanner): what is typed comes a little later.
    void takeCodes();
    /// Somebody is there, seen by a device that gives the windows no event.
    void stir() { watch_.note(); }

private:
    KioskModel &kiosk_;
    QTranslator translator_;
    Scanner scanner_;
    KeypadDigits keypadDigits_;
    InputWatch watch_;
    Bell bell_;
    QTimer lookAtRest_;
    int heard_ = -1; ///< the sentence that was read when it was last looked
    QQmlApplicationEngine engine_;
};

/// The person's own window, with its own look. It stands on the second screen for as long as there is one, and the
/// model is told; as a window beside the agent's where `windowed`. `kiosk` outlives it. Belongs to the screen's thread.
class PersonDisplay : public QObject {
    Q_OBJECT

public:
    PersonDisplay(KioskModel &kiosk, bool windowed);

    /// The root could not be loaded: Qt has said why.
    [[nodiscard]] bool load();
    [[nodiscard]] QQuickWindow *window() const { return window_; }

private:
    void place();

    KioskModel &kiosk_;
    bool windowed_;
    QQmlApplicationEngine engine_;
    QQuickWindow *window_ = nullptr;
};

} // namespace guichet::ui
