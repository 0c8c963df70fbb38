// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <string>

namespace guichet::ui {

/// What speaks to the person: one sentence at a time, so that it can be stopped at once and go on where it was. Belongs
/// to the screen's thread, which it never blocks.
class Voice : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks for voices, where that was not done; ready() follows. Costs nothing before.
    virtual void prepare() = 0;
    /// Whether it is known which voices there are.
    [[nodiscard]] virtual bool isReady() const = 0;
    /// Whether there is one for this language ("fr"). False where it is not known yet.
    [[nodiscard]] virtual bool speaks(const std::string &language) const = 0;
    /// Says this, instead of what is being said. Ends with one of said() and failed(), unless something else is said
    /// before, or it is stopped.
    virtual void say(const QString &words, const std::string &language) = 0;
    /// Silent at once.
    virtual void stop() = 0;
    /// From -1, slowest, to 1; of what is said from now on.
    virtual void setSpeed(double speed) = 0;
    /// From 0 to 1; likewise.
    virtual void setVolume(double volume) = 0;

signals:
    void ready();
    void said();
    void failed();
};

} // namespace guichet::ui
