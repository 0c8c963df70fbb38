// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/draw.h"

#include "kiosk/ui/person_view_model.h"
#include "tests/qml/layout_faults.h"

#include <QQuickItem>

namespace guichet::test {
namespace {

/// To the top, or as far down as the field needs that somebody is `typing` in.
void scrollBack(QQuickItem &item, bool typing) {
    if (item.inherits("QQuickFlickable")) {
        item.setProperty("contentY", item.property("originY"));
        if (typing && item.property("inFocus").isValid()) {
            QMetaObject::invokeMethod(&item, "reveal");
        }
    }
    const auto children = item.childItems();
    for (auto *child : children) {
        scrollBack(*child, typing);
    }
}

void hideIcons(const QQuickItem &item) {
    const auto children = item.childItems();
    for (auto *child : children) {
        if (QLatin1String(child->metaObject()->className()).startsWith(QLatin1String("Icon_QML"))) {
            child->setOpacity(0);
        }
        hideIcons(*child);
    }
}

} // namespace

Drawn Painter::draw(const Shot &shot) {
    const std::string language = shot.tongue == Tongue::English ? "en" : "fr";
    if (scene_ == nullptr || state_ != shot.state || language_ != language) {
        scene_.reset(); // its language goes before the next one comes
        scene_ = std::make_unique<Scene>(states_.at(shot.state), language);
        state_ = shot.state;
        language_ = language;
    }
    auto &stage = scene_->stage();
    auto &look = *stage.kiosk().look();
    look.setScheme(shot.scheme);
    look.setTextPercent(shot.percent);
    look.setMirrored(shot.tongue == Tongue::RightToLeft);
    auto &theirs =
        *stage.kiosk().personView()->look(); // of the screen when it is turned, and mirrored by their language
    theirs.setScheme(shot.scheme);
    theirs.setTextPercent(shot.percent);
    stage.window().resize(shot.size);
    stage.settleAll();
    scrollBack(*stage.window().contentItem(), stage.find(QStringLiteral("keyboard")) != nullptr);
    stage.settleAll();
    if (icons_ == Icons::LeftOut) {
        hideIcons(*stage.window().contentItem());
    }
    Drawn drawn{stage.window().grabWindow(), layoutFaults(stage.window())};
    for (const auto &warning : stage.warnings()) {
        drawn.faults.push_back(QStringLiteral("warning: ") + warning);
    }
    if (drawn.picture.size() != shot.size) {
        drawn.faults.push_back(QStringLiteral("the window is not as large as it should be"));
    }
    return drawn;
}

} // namespace guichet::test
