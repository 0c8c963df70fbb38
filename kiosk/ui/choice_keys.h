// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace guichet::ui {

/// Arrows, those of a keypad too, go from a choice to the next of its group, and round. They choose nothing: Space and
/// Enter do, as everywhere. Choices are radio buttons and tabs; a group is those under the nearest item that has
/// several, where it is the nearest for each of them. Belongs to the screen's thread; install it on a window.
class ChoiceKeys : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace guichet::ui
