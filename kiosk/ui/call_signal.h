// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <filesystem>

namespace guichet::ui {

/// A program of the agency's that carries an agent's call to where no other touchscreen is: a lamp, a pager. It is
/// started without a shell, without input, and without the PIN that this program's environment may hold, as
/// `PROGRAM asked AGENT` and later `PROGRAM over AGENT`, and has ten seconds. Belongs to the screen's thread.
class CallSignal : public QObject {
    Q_OBJECT

public:
    explicit CallSignal(std::filesystem::path program, QObject *parent = nullptr);

    void ask(const QString &agent) { start(QStringLiteral("asked"), agent); }
    void end(const QString &agent) { start(QStringLiteral("over"), agent); }

signals:
    /// It did not start, ended with another status than 0, or was stopped because its time was up.
    void failed();

private:
    void start(const QString &what, const QString &agent);

    std::filesystem::path program_;
};

} // namespace guichet::ui
