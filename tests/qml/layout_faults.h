// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace guichet::test {

/// What is wrong with what a window shows, one line each, with the words or the name of what it is about:
/// text that is cut or leaves its box, text or controls that nobody can scroll to, and texts and controls that lie on
/// each other. A place's name may be shortened in its middle, a field's hint at its end. What covers the screen on
/// purpose (a question, a preview, the veil, a banner, the keyboard) is looked at by itself.
/// On the screen's thread, when everything has settled.
[[nodiscard]] QStringList layoutFaults(const QQuickWindow &window);

} // namespace guichet::test
