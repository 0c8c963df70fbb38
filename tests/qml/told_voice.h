// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/headset.h"
#include "kiosk/ui/voice.h"

#include <QStringList>

#include <set>
#include <string>

namespace guichet::test {

/// A voice that keeps what it is given, and has said it when the test says so.
class ToldVoice final : public ui::Voice {
public:
    std::set<std::string> languages{"fr", "en"};
    QStringList heard;     ///< what it began to say, in order
    bool speaking = false; ///< it is saying the last of it
    std::string language;  ///< of that
    double speed = 0;
    double volume = 0;

    void prepare() override { prepared_ = true; }
    [[nodiscard]] bool isReady() const override { return ready_; }
    [[nodiscard]] bool speaks(const std::string &wanted) const override { return ready_ && languages.contains(wanted); }
    void say(const QString &words, const std::string &in) override {
        heard.push_back(words);
        language = in;
        speaking = true;
    }
    void stop() override { speaking = false; }
    void setSpeed(double to) override { speed = to; }
    void setVolume(double to) override { volume = to; }

    /// The voices are found: nothing is said before.
    void find() {
        ready_ = true;
        emit ready();
    }
    /// The sentence is at its end.
    void finish() {
        speaking = false;
        emit said();
    }
    void breakDown() {
        speaking = false;
        emit failed();
    }
    [[nodiscard]] bool wasPrepared() const { return prepared_; }
    [[nodiscard]] QString last() const { return heard.isEmpty() ? QString{} : heard.constLast(); }

private:
    bool prepared_ = false;
    bool ready_ = false;
};

/// A headset that the test plugs in and pulls out.
class ToldHeadset final : public ui::Headset {
public:
    [[nodiscard]] bool isThere() const override { return there_; }
    void plug(bool in) {
        there_ = in;
        emit changed();
    }

private:
    bool there_ = false;
};

} // namespace guichet::test
