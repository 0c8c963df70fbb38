// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/stage.h"

#include "kiosk/counter/printers.h"
#include "storage/document/reader_client.h"
#include "tests/qml/application.h"
#include "tests/support/error_output.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQmlApplicationEngine>

#include <cstdlib>
#include <stdexcept>

namespace guichet::test {
namespace {

constexpr int kLimitMs = 20'000;

QQuickItem *findBelow(QQuickItem *item, const QString &objectName) {
    if (!item->isVisible()) {
        return nullptr;
    }
    if (item->objectName() == objectName) {
        return item;
    }
    const auto children = item->childItems();
    for (auto *child : children) {
        if (auto *found = findBelow(child, objectName); found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

struct Stage::Parts {
    SystemClock clock;
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters printers;
    kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine{clock, random, reader, printers, catalogue};
    ui::KioskModel kiosk;
    ui::Screens screens;
    QStringList warnings;

    explicit Parts(const std::filesystem::path &store) : kiosk(ui::Seat(machine, store)), screens(kiosk) {}
};

Stage::Stage(const std::filesystem::path &store)
    : parts_((std::ignore = takeWarnings(), std::make_unique<Parts>(store))) {
    if (!parts_->screens.load()) {
        throw std::runtime_error("the screens could not be loaded: " + takeWarnings().join(u'\n').toStdString());
    }
    settle();
}

Stage::~Stage() { std::ignore = takeWarnings(); }

ui::KioskModel &Stage::kiosk() { return parts_->kiosk; }

QQuickWindow &Stage::window() {
    return *qobject_cast<QQuickWindow *>(parts_->screens.engine().rootObjects().constFirst());
}

QQuickItem *Stage::find(const QString &objectName) { return findBelow(window().contentItem(), objectName); }

void Stage::settle() {
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void Stage::until(const std::function<bool()> &so) {
    QElapsedTimer since;
    since.start();
    while (!so()) {
        if (since.elapsed() > kLimitMs) {
            throw std::runtime_error("what was waited for did not happen");
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    settle();
}

QImage Stage::grab(const char *name) {
    settle();
    const auto picture = window().grabWindow();
    if (const char *folder = std::getenv("GUICHET_PICTURES"); folder != nullptr) {
        picture.save(QStringLiteral("%1/%2.png").arg(QString::fromUtf8(folder), QString::fromUtf8(name)));
    }
    return picture;
}

QStringList Stage::warnings() { return takeWarnings(); }

} // namespace guichet::test
