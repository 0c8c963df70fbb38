// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/kiosk_model.h"

#include <QObject>
#include <QStringList>

namespace guichet::test {

/// A text and where it was found: "QQuickText title.text: Mme P. D."
using Traces = QStringList;

/// Every text that these objects keep, seen or not: of each object its properties, the rows of a model, its children,
/// the items in it, what it tells assistive technology, and the objects that its properties name.
[[nodiscard]] Traces tracesIn(const QList<QObject *> &roots);
/// Of all windows, of the view models, and of what the keyboard on the screen holds.
[[nodiscard]] Traces tracesOf(ui::KioskModel &kiosk);
/// Those that have one of these words in them, whatever its case.
[[nodiscard]] Traces with(const QStringList &words, const Traces &traces);

} // namespace guichet::test
