// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/voice.h"

#include <QThread>

#include <optional>
#include <set>

namespace guichet::ui {

class Speaker;

/// The voices of the system, by Qt Text-to-Speech: those of speech-dispatcher, which waits for its server and so has a
/// thread of its own. Where there is none, no language is spoken, and nothing else happens.
class SystemVoice final : public Voice {
    Q_OBJECT

public:
    using Voice::Voice;
    ~SystemVoice() override;

    void prepare() override;
    [[nodiscard]] bool isReady() const override { return languages_.has_value(); }
    [[nodiscard]] bool speaks(const std::string &language) const override {
        return languages_ && languages_->contains(language);
    }
    void say(const QString &words, const std::string &language) override;
    void stop() override;
    void setSpeed(double speed) override { speed_ = speed; }
    void setVolume(double volume) override { volume_ = volume; }

private:
    QThread thread_;
    Speaker *speaker_ = nullptr; ///< lives on the thread, and goes with it
    std::optional<std::set<std::string>> languages_;
    int turn_ = 0; ///< of what is said last: answers to what was said before count for nothing
    double speed_ = 0;
    double volume_ = 1;
};

} // namespace guichet::ui
