// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/stage.h"

#include "kiosk/counter/printers.h"
#include "kiosk/ui/person_view_model.h"
#include "storage/document/reader_client.h"
#include "tests/qml/application.h"
#include "tests/support/error_output.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQmlApplicationEngine>
#include <QQmlIncubator>

#include <algorithm>
#include <cstdlib>
#include <future>
#include <optional>
#include <stdexcept>

namespace guichet::test {

int formRow(const char *id) {
    static const kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    const auto &forms = catalogue.forms();
    const auto found = std::ranges::find(forms, id, &kiosk::Form::id);
    return found == forms.end() ? -1 : static_cast<int>(found - forms.begin());
}

namespace {

constexpr int kLimitMs = 20'000;
constexpr int kRowsMs = 50;

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

bool isLoading(const QQuickItem &item) {
    constexpr int kLoading = 2; // QQuickImageBase::Loading
    if (item.inherits("QQuickImage") && item.isVisible() && item.property("status").toInt() == kLoading) {
        return true;
    }
    const auto children = item.childItems();
    return std::ranges::any_of(children, [](const QQuickItem *child) { return isLoading(*child); });
}

void findCut(const QQuickItem *item, double width, QStringList &cut) {
    if (!item->isVisible()) {
        return;
    }
    if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty() && item->opacity() > 0) {
        const auto place = item->mapRectToScene(QRectF(0, 0, item->property("contentWidth").toDouble(), 1));
        const bool wider = item->property("contentWidth").toDouble() > item->width() + 1;
        const bool shortened = item->property("truncated").toBool() && item->objectName() != QLatin1String("place");
        if (shortened || wider || place.left() < -1 || place.right() > width + 1) {
            cut.push_back(item->property("text").toString());
        }
    }
    const auto children = item->childItems();
    for (const auto *child : children) {
        findCut(child, width, cut);
    }
}

} // namespace

struct Stage::Parts : KeepsItsPlace {
    StageClock clock{must(parseInstant("2026-11-24T08:15:00Z"))};
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters systemPrinters;
    kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine;
    ToldVoice voice;
    ToldHeadset headset;
    std::shared_ptr<ToldReader> readers = std::make_shared<ToldReader>();
    std::shared_ptr<ToldSticks> sticks = std::make_shared<ToldSticks>();
    ui::KioskModel kiosk;
    ui::Screens screens;
    std::shared_ptr<std::promise<void>> held; ///< what the worker waits for

    Parts(const std::filesystem::path &store, kiosk::Printers *printers, const std::string &language)
        : machine{clock, random, reader, printers == nullptr ? systemPrinters : *printers, catalogue},
          kiosk(seat(store, language)), screens(kiosk, language) {
        kiosk.personView()->reading()->use(&voice, &headset);
    }

    ui::Seat seat(const std::filesystem::path &store, const std::string &language) {
        ui::Seat made(machine, store, language);
        made.delays = &clock;
        made.sticks = sticks;
        made.card = readers;
        return made;
    }
};

Stage::Stage(const std::filesystem::path &store, kiosk::Printers *printers, const std::string &language)
    : parts_((std::ignore = takeWarnings(), std::make_unique<Parts>(store, printers, language))) {
    if (!parts_->screens.load()) {
        throw std::runtime_error("the screens could not be loaded: " + takeWarnings().join(u'\n').toStdString());
    }
    until([this] { return window().property("complete").toBool(); });
    settle();
}

Stage::~Stage() {
    if (parts_->held) {
        parts_->held->set_value();
    }
    parts_.reset();
    std::ignore = takeWarnings();
}

ui::KioskModel &Stage::kiosk() { return parts_->kiosk; }

StageClock &Stage::clock() { return parts_->clock; }

ToldVoice &Stage::voice() { return parts_->voice; }

ToldHeadset &Stage::headset() { return parts_->headset; }

ToldReader &Stage::readers() { return *parts_->readers; }

ToldSticks &Stage::sticks() { return *parts_->sticks; }

void Stage::atDesk(const std::function<void(kiosk::Desk &)> &work) {
    QObject receiver;
    std::optional<Result<bool>> answer;
    bool back = false;
    kiosk().worker().ask<bool>(
        &receiver,
        [&work](ui::Seat &seat) -> Result<bool> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            work(desk);
            return true;
        },
        [&](std::optional<Result<bool>> given) {
            answer = std::move(given);
            back = true;
        });
    until([&] { return back; });
    if (!answer) {
        throw std::runtime_error("the desk's work threw");
    }
    std::ignore = must(*answer);
}

void Stage::hold() {
    if (parts_->held) {
        return;
    }
    parts_->held = std::make_shared<std::promise<void>>();
    kiosk().worker().ask<ui::Done>(
        &kiosk(),
        [held = parts_->held](ui::Seat &) -> Result<ui::Done> {
            held->get_future().wait();
            return ui::Done{};
        },
        [](const auto &) {});
}

QQuickWindow &Stage::window() {
    return *qobject_cast<QQuickWindow *>(parts_->screens.engine().rootObjects().constFirst());
}

QQuickItem *findIn(const QQuickWindow &window, const QString &objectName) {
    return findBelow(window.contentItem(), objectName);
}

QQuickItem *Stage::find(const QString &objectName) { return findIn(window(), objectName); }

QStringList cutWords(const QQuickWindow &window) {
    QStringList cut;
    findCut(window.contentItem(), window.width(), cut);
    return cut;
}

void settle() {
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void Stage::settleAll() {
    settle();
    if (!parts_->held) {
        bool back = false;
        kiosk().worker().ask<ui::Done>(
            &kiosk(), [](ui::Seat &) -> Result<ui::Done> { return ui::Done{}; },
            [&back](const auto &) { back = true; });
        until([&back] { return back; });
    }
    // Rows that a list makes before they are seen come a few at a time, between two frames; one frame asks for the
    // next.
    auto *rows = parts_->screens.engine().incubationController();
    const auto made = [rows] { return rows == nullptr || rows->incubatingObjectCount() == 0; };
    do {
        until([&] {
            if (rows != nullptr) {
                rows->incubateFor(kRowsMs);
            }
            return made() && !isLoading(*window().contentItem());
        });
    } while (!made());
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
