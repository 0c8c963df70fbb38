// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/ui/engine.h"
#include "kiosk/ui/kiosk_model.h"
#include "tests/qml/told_reader.h"
#include "tests/qml/told_sticks.h"
#include "tests/qml/told_voice.h"
#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace guichet::test {

/// Where the form of this id stands in the whole list.
[[nodiscard]] int formRow(const char *id);

/// A clock that the test moves while the desk's thread reads it.
class StageClock final : public Clock {
public:
    explicit StageClock(Instant at) : now_(at.time_since_epoch().count()) {}
    [[nodiscard]] Instant now() const override { return Instant(std::chrono::milliseconds(now_.load())); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override {
        return std::chrono::milliseconds(now_.load());
    }
    void set(Instant at) { now_ = at.time_since_epoch().count(); }
    void advance(std::chrono::milliseconds by) { now_ += by.count(); }

private:
    std::atomic<std::int64_t> now_;
};

/// Lets everything that waits happen.
void settle();
/// What can be read of no text whole: it is cut, wider than its place, or beside the window.
[[nodiscard]] QStringList cutWords(const QQuickWindow &window);

/// The item of this name that can be seen in a window; null when there is none.
[[nodiscard]] QQuickItem *findIn(const QQuickWindow &window, const QString &objectName);

/// What owns an engine of QML. Its place stays taken when it is gone: the virtual keyboard of Qt 6.8 knows its objects
/// by the address of their engine, and gives the next engine at that address the ones that are no more.
struct KeepsItsPlace {
    static void operator delete(void *) {}
};

/// The real window with the real view models and nobody signed in, 1280 × 800, without a display. It is
/// 24 November 2026, 9 h 15 in Paris, until the test moves the clock.
class Stage {
public:
    /// `store`: the folder of a store that is there; empty: none. `printers`: null for the system's; borrowed.
    /// `language`: of the texts on the screens.
    explicit Stage(const std::filesystem::path &store = {}, kiosk::Printers *printers = nullptr,
                   const std::string &language = "fr");
    ~Stage();

    [[nodiscard]] ui::KioskModel &kiosk();
    [[nodiscard]] StageClock &clock();
    [[nodiscard]] ToldVoice &voice();
    [[nodiscard]] ToldHeadset &headset();
    [[nodiscard]] ToldSticks &sticks();
    [[nodiscard]] ToldReader &readers();
    /// What the worker would be asked; on its thread, waited for. The desk of who is signed in.
    void atDesk(const std::function<void(kiosk::Desk &)> &work);
    /// From now on the worker answers nothing: whatever is asked of it stays waited for.
    void hold();
    [[nodiscard]] QQuickWindow &window();
    /// The item of this name, the one that can be seen where there are several. Null when there is none.
    [[nodiscard]] QQuickItem *find(const QString &objectName);
    void settle() { test::settle(); }
    /// And until what was asked of the worker so far is answered, where it is not held, and all rows and pictures have
    /// come.
    void settleAll();
    /// Until it is so, or a limit: then the test fails.
    void until(const std::function<bool()> &so);
    /// What the window shows; also in the folder that GUICHET_PICTURES names, when it is set.
    QImage grab(const char *name);
    [[nodiscard]] QStringList warnings();
    [[nodiscard]] QStringList cutWords() { return test::cutWords(window()); }

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The person's own window, beside the agent's.
class TheirDisplay {
public:
    explicit TheirDisplay(ui::KioskModel &kiosk) : kept_(std::make_unique<Kept>(kiosk, true)) {}

    [[nodiscard]] bool load() { return kept_->load(); }
    [[nodiscard]] QQuickWindow *window() const { return kept_->window(); }

private:
    struct Kept final : ui::PersonDisplay, KeepsItsPlace {
        using PersonDisplay::PersonDisplay;
    };
    std::unique_ptr<Kept> kept_;
};

} // namespace guichet::test
