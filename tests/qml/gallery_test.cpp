// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/gallery.h"
#include "tests/qml/application.h"
#include "tests/qml/stage.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QQuickWindow>

#include <cstdlib>

namespace guichet::test {

using namespace std::chrono;

TEST_CASE("the gallery shows every component in every look without a warning or a cut word", "[ui]") {
    const auto scheme = GENERATE(ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast);
    const int percent = GENERATE(100, 200);
    const bool mirrored = GENERATE(false, true);
    CAPTURE(scheme, percent, mirrored);
    std::ignore = takeWarnings();
    ui::Gallery gallery(2026y / November / 24);
    REQUIRE(gallery.load());
    gallery.model().look()->setScheme(scheme);
    gallery.model().look()->setTextPercent(percent);
    gallery.model().look()->setMirrored(mirrored);
    auto &window = *qobject_cast<QQuickWindow *>(gallery.engine().rootObjects().constFirst());
    window.setHeight(4000);
    settle();
    if (const char *folder = std::getenv("GUICHET_PICTURES"); folder != nullptr) {
        window.grabWindow().save(
            QStringLiteral("%1/gallery-%2-%3%4.png").arg(folder).arg(scheme).arg(percent).arg(mirrored ? "-rtl" : ""));
    }
    CHECK(cutWords(window).join(u'\n').toStdString() == "");
    CHECK(takeWarnings().join(u'\n').toStdString() == "");
}

TEST_CASE("a date in the gallery is understood as it is typed", "[ui]") {
    struct Typed {
        const char *typed;
        const char *understood;
        const char *problem;
    };
    const auto typed =
        GENERATE(Typed{"3 avril 41", "3 avril 1941", ""}, Typed{"03041941", "3 avril 1941", ""},
                 Typed{"1941", "1941", ""}, Typed{"0304", "", ""}, Typed{"32041941", "", "Ce n’est pas une date."},
                 Typed{"25112026", "", "Cette date est dans l’avenir."});
    ui::Gallery gallery(2026y / November / 24);
    gallery.model().setDate(QString::fromUtf8(typed.typed));
    CHECK(gallery.model().understood().toStdString() == typed.understood);
    CHECK(gallery.model().problem().toStdString() == typed.problem);
}

} // namespace guichet::test
