// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/engine.h"

#include "kiosk/ui/choice_keys.h"
#include "kiosk/ui/icon_provider.h"
#include "kiosk/ui/keypad.h"
#include "kiosk/ui/keypad_typing.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/page_provider.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/read_aloud.h"
#include "kiosk/ui/second_touch.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickWindow>
#include <QScreen>

#include <functional>
#include <utility>

#if GUICHET_TESTS
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QSaveFile>
#include <QTimer>

#include <cstdlib>
#endif

extern void qml_register_types_Guichet();

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 1s;
constexpr QSize kWindow(1280, 800);

#if GUICHET_TESTS
void collect(const QQuickItem *item, QJsonArray &items) {
    if (!item->isVisible()) {
        return;
    }
    if (!item->objectName().isEmpty()) {
        const auto place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        items.push_back(QJsonObject{{"name", item->objectName()},
                                    {"x", place.x()},
                                    {"y", place.y()},
                                    {"width", place.width()},
                                    {"height", place.height()},
                                    {"text", item->property("text").toString()},
                                    {"missing", item->property("missing").toString()},
                                    {"focus", item->hasActiveFocus()},
                                    {"enabled", item->isEnabled()}});
    }
    const auto children = item->childItems();
    for (const auto *child : children) {
        collect(child, items);
    }
}

/// Tests drive the real window from outside: they learn here where what is. Not in what is installed.
void watchItems(QQmlApplicationEngine &engine) {
    const auto path = qEnvironmentVariable("GUICHET_TEST_ITEMS");
    if (path.isEmpty() || engine.rootObjects().isEmpty()) {
        return;
    }
    auto *timer = new QTimer(&engine);
    QObject::connect(timer, &QTimer::timeout, &engine, [&engine, path] {
        const auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
        QJsonArray items;
        collect(window->contentItem(), items);
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(items).toJson(QJsonDocument::Compact));
            file.commit();
        }
    });
    timer->start(100ms);
}

/// A measurement of the start ends with the first picture, and nothing of it is about the end.
void endAfterOneFrame(const QQmlApplicationEngine &engine) {
    if (qEnvironmentVariableIsSet("GUICHET_TEST_ONE_FRAME") && !engine.rootObjects().isEmpty()) {
        const auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
        QObject::connect(window, &QQuickWindow::frameSwapped, [] { std::_Exit(0); });
    }
}
#endif

/// What is installed last sees a key first: without NumLock the person's answers are the arrows.
void takeInput(QWindow &window, std::function<bool(PadKey)> press) {
    window.installEventFilter(new SecondTouch(&window));
    window.installEventFilter(new ChoiceKeys(&window));
    window.installEventFilter(new Keypad(std::move(press), &window));
}

} // namespace

void followScreen(QWindow &window, Look &look) {
    const auto read = [&window, &look] {
        if (const auto *screen = window.screen(); screen != nullptr) {
            look.setScreen(screen->physicalDotsPerInch(), screen->size());
        }
    };
    QObject::connect(&window, &QWindow::screenChanged, &look, read);
    read();
}

void prepareApplication() {
    if (!qEnvironmentVariableIsSet("QT_IM_MODULE")) {
        qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
    }
    qputenv("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1"); // our window has it, once a finger touched a field
}

void speak(const std::string &language, QTranslator &translator) {
    QLocale::setDefault(language == "en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                         : QLocale(QLocale::French, QLocale::France));
    if (translator.load(QStringLiteral(":/i18n/guichet_%1.qm").arg(language == "en" ? u"en" : u"fr"))) {
        QCoreApplication::installTranslator(&translator);
    }
}

void prepareEngine(QQmlApplicationEngine &engine) {
    // The types are in a static library: naming their registration keeps it there.
    qml_register_types_Guichet();
    QGuiApplication::setFont(QFont(QStringLiteral("Noto Sans")));
    useInstalledIcons();
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
}

Screens::Screens(KioskModel &kiosk, const std::string &language) : kiosk_(kiosk), watch_(kiosk.clock()) {
    speak(language, translator_);
    qApp->installEventFilter(&keypadDigits_);
    qApp->installEventFilter(&watch_);
    QObject::connect(&watch_, &InputWatch::keysInUseChanged, &kiosk_,
                     [this] { kiosk_.setKeysInUse(watch_.keysInUse()); });
    QObject::connect(&watch_, &InputWatch::used, &kiosk_, &KioskModel::stir);
    QObject::connect(&kiosk_, &KioskModel::warned, &watch_, [this] { bell_.ring(); });
    QObject::connect(&lookAtRest_, &QTimer::timeout, &kiosk_, [this] {
        // Who listens touches nothing. A voice that stands still is nobody.
        const auto *reading = kiosk_.personView()->reading();
        if (reading->playing() && reading->current() != heard_) {
            watch_.note();
        }
        heard_ = reading->current();
        kiosk_.rest(watch_.quiet());
    });
    lookAtRest_.start(kLookEvery);

    prepareEngine(engine_);
    engine_.addImageProvider(QStringLiteral("page"), new PageProvider(kiosk_.pages()));
    engine_.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk_)}});
}

Screens::~Screens() { QCoreApplication::removeTranslator(&translator_); }

void Screens::takeCodes() {
    QObject::connect(&scanner_, &Scanner::scanned, &kiosk_, &KioskModel::codeRead);
    qApp->installEventFilter(&scanner_);
    // What is installed last sees a key first: that somebody is there is known before a reader's keys are held back.
    qApp->installEventFilter(&watch_);
}

bool Screens::load() {
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Guichet/Main.qml")));
    for (auto *root : engine_.rootObjects()) {
        if (auto *window = qobject_cast<QQuickWindow *>(root); window != nullptr) {
            followScreen(*window, *kiosk_.look());
            kiosk_.keypad()->follow(*window); // what means something to the person is theirs
            takeInput(*window, [this](PadKey key) {
                return kiosk_.veil() == KioskModel::Turned && kiosk_.personView()->press(key);
            });
        }
    }
#if GUICHET_TESTS
    watchItems(engine_);
    endAfterOneFrame(engine_);
#endif
    return !engine_.rootObjects().isEmpty();
}

PersonDisplay::PersonDisplay(KioskModel &kiosk, bool windowed) : kiosk_(kiosk), windowed_(windowed) {
    prepareEngine(engine_);
    engine_.addImageProvider(QStringLiteral("page"), new PageProvider(kiosk_.pages()));
    engine_.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk_)}});
    connect(qApp, &QGuiApplication::screenAdded, this, &PersonDisplay::place);
    connect(qApp, &QGuiApplication::screenRemoved, this, &PersonDisplay::place, Qt::QueuedConnection);
}

bool PersonDisplay::load() {
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Guichet/PersonDisplay.qml")));
    if (engine_.rootObjects().isEmpty()) {
        return false;
    }
    window_ = qobject_cast<QQuickWindow *>(engine_.rootObjects().constFirst());
    followScreen(*window_, *kiosk_.personView()->look());
    takeInput(*window_, [this](PadKey key) { return kiosk_.personView()->press(key); });
    connect(window_, &QWindow::visibleChanged, this, [this](bool shown) { kiosk_.setPersonDisplay(shown); });
    place();
    return true;
}

void PersonDisplay::place() {
    if (windowed_) {
        window_->resize(kWindow);
        window_->show();
        return;
    }
    for (auto *screen : QGuiApplication::screens()) {
        if (screen != QGuiApplication::primaryScreen()) {
            window_->setScreen(screen);
            window_->setGeometry(screen->geometry());
            window_->showFullScreen();
            return;
        }
    }
    window_->hide();
}

} // namespace guichet::ui
