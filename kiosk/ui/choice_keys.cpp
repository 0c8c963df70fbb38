// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/choice_keys.h"

#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <utility>
#include <vector>

namespace guichet::ui {
namespace {

bool isChoice(const QQuickItem &item) { return item.inherits("QQuickRadioButton") || item.inherits("QQuickTabButton"); }

void collect(QQuickItem &under, std::vector<QQuickItem *> &choices) {
    const auto children = under.childItems();
    for (auto *child : children) {
        if (!child->isVisible() || !child->isEnabled()) {
            continue;
        }
        if (isChoice(*child)) {
            choices.push_back(child);
        } else {
            collect(*child, choices);
        }
    }
}

/// The nearest item under which there are several choices, and they.
struct Group {
    const QQuickItem *around = nullptr;
    std::vector<QQuickItem *> choices;
};

Group nearestGroup(const QQuickItem &choice) {
    for (auto *around = choice.parentItem(); around != nullptr; around = around->parentItem()) {
        std::vector<QQuickItem *> choices;
        collect(*around, choices);
        if (choices.size() > 1) {
            return {around, std::move(choices)};
        }
    }
    return {};
}

/// Without those of another question: one that is alone in its own has no group.
std::vector<QQuickItem *> groupOf(const QQuickItem &choice) {
    auto group = nearestGroup(choice);
    const bool one = std::ranges::all_of(
        group.choices, [&](const QQuickItem *other) { return nearestGroup(*other).around == group.around; });
    return one ? std::move(group.choices) : std::vector<QQuickItem *>{};
}

} // namespace

bool ChoiceKeys::eventFilter(QObject *watched, QEvent *event) {
    const auto *window = event->type() == QEvent::KeyPress ? qobject_cast<QQuickWindow *>(watched) : nullptr;
    const auto *focus = window != nullptr ? window->activeFocusItem() : nullptr;
    if (focus == nullptr || !isChoice(*focus)) {
        return QObject::eventFilter(watched, event);
    }
    const auto &key = *static_cast<const QKeyEvent *>(event);
    const bool mirrored = focus->property("mirrored").toBool();
    const bool on = key.key() == Qt::Key_Down || key.key() == (mirrored ? Qt::Key_Left : Qt::Key_Right);
    const bool back = key.key() == Qt::Key_Up || key.key() == (mirrored ? Qt::Key_Right : Qt::Key_Left);
    if ((!on && !back) || (key.modifiers() & ~Qt::KeypadModifier) != 0) {
        return QObject::eventFilter(watched, event);
    }
    const auto group = groupOf(*focus);
    if (group.empty()) {
        return QObject::eventFilter(watched, event);
    }
    const auto here = static_cast<std::size_t>(std::ranges::find(group, focus) - group.begin());
    const auto next = (here + (on ? 1 : group.size() - 1)) % group.size();
    group.at(next)->forceActiveFocus(on ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace guichet::ui
