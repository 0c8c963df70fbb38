// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace guichet::ui {

/// Whether the person has a headset in the station's socket: what is theirs alone is only spoken there. Belongs to the
/// screen's thread.
class Headset : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isThere() const = 0;

signals:
    /// It was plugged in or pulled out.
    void changed();
};

} // namespace guichet::ui
