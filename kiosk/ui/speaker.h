// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTextToSpeech>
#include <QTimer>

#include <optional>

namespace guichet::ui {

/// The part of SystemVoice that lives on its thread. One sentence after the other: the engine tells of states, not of
/// sentences, so the next is given to it only when it has fallen silent.
class Speaker : public QObject {
    Q_OBJECT

public:
    struct Saying {
        int turn = 0;
        QString words;
        QString language;
        double speed = 0;
        double volume = 1;
    };

    /// Finds the engine and its voices, then tells of them.
    void start();
    void say(const Saying &saying);
    void stop();

signals:
    void voices(const QStringList &languages);
    void ended(int turn, bool well);

private:
    void next();
    void end(bool well);
    void look(QTextToSpeech::State state);

    QTextToSpeech *engine_ = nullptr; ///< a child; null where the system has none
    std::optional<Saying> saying_;    ///< what the engine has
    std::optional<Saying> waiting_;   ///< what comes after it
    bool begun_ = false;
    QTimer *watch_ = nullptr; ///< ends the wait for an engine that says nothing
};

} // namespace guichet::ui
