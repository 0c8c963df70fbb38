// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/ui/engine.h"
#include "kiosk/ui/kiosk_model.h"
#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace guichet::test {

/// The real window with the real view models and nobody signed in, 1280 × 800, without a display.
class Stage {
public:
    /// `store`: the folder of a store that is there; empty: none.
    explicit Stage(const std::filesystem::path &store = {});
    ~Stage();

    [[nodiscard]] ui::KioskModel &kiosk();
    [[nodiscard]] QQuickWindow &window();
    /// The item of this name, the one that can be seen where there are several. Null when there is none.
    [[nodiscard]] QQuickItem *find(const QString &objectName);
    /// Lets everything that waits happen.
    void settle();
    /// Until it is so, or a limit: then the test fails.
    void until(const std::function<bool()> &so);
    /// What the window shows; also in the folder that GUICHET_PICTURES names, when it is set.
    QImage grab(const char *name);
    [[nodiscard]] QStringList warnings();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace guichet::test
