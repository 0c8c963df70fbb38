// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/read_aloud.h"

#include <algorithm>
#include <utility>

namespace guichet::ui {
namespace {

constexpr double kSpeedStep = 0.3;
constexpr double kVolumeStep = 0.2;

} // namespace

ReadAloud::ReadAloud() = default;

void ReadAloud::use(Voice *voice, Headset *headset) {
    voice_ = voice;
    headset_ = headset;
    if (voice_ != nullptr) {
        connect(voice_, &Voice::ready, this, [this] {
            if (playing_) {
                say();
                emit changed();
            }
        });
        connect(voice_, &Voice::said, this, &ReadAloud::go);
        connect(voice_, &Voice::failed, this, [this] {
            pause();
            trouble_ = Broken;
            emit changed();
        });
        setPace(speed_, volume_);
    }
    if (headset_ != nullptr) {
        connect(headset_, &Headset::changed, this, &ReadAloud::lookAtHeadset);
    }
}

void ReadAloud::show(kiosk::papers::Speech speech, bool theirsAlone) {
    if (speech_ == speech && theirsAlone_ == theirsAlone) {
        return;
    }
    if (playing_ && voice_ != nullptr) {
        voice_->stop();
    }
    if (speech.empty() && open_) {
        left_ = std::move(speech_);
        leftAt_ = at_;
    }
    open_ = !speech.empty() && speech == left_;
    at_ = open_ ? leftAt_ : 0;
    if (!speech.empty()) {
        left_.clear();
    }
    playing_ = false;
    offered_ = false;
    trouble_ = None;
    speech_ = std::move(speech);
    theirsAlone_ = theirsAlone;
    QList<QVariantList> rows;
    for (const auto &sentence : speech_) {
        rows.push_back({QString::fromStdString(sentence.shown), sentence.heading});
    }
    lines_.setRows(rows);
    follows_ = follows_ && !speech_.empty();
    if (follows_) {
        play();
    }
    emit changed();
}

void ReadAloud::offer() {
    if (voice_ != nullptr && !playing_ && !theirsAlone_) {
        const bool followed = follows_;
        play();
        offered_ = true;
        follows_ = followed;
        if (trouble_ != None) { // already known
            trouble_ = None;
            emit changed();
        }
    }
}

void ReadAloud::forget() {
    follows_ = false;
    setPace(kUsualSpeed, kMost);
    show({}, false);
    left_.clear();
}

int ReadAloud::current() const {
    return open_ && !speech_.empty() ? static_cast<int>(std::min(at_, speech_.size() - 1)) : -1;
}

void ReadAloud::play() {
    if (speech_.empty()) {
        return;
    }
    if (at_ == speech_.size()) {
        at_ = 0;
    }
    follows_ = true;
    offered_ = false;
    trouble_ = theirsAlone_ && !headsetThere() ? NoHeadset : voice_ == nullptr ? NoVoice : None;
    if (trouble_ == None) {
        playing_ = true;
        open_ = true;
        say();
    }
    emit changed();
}

void ReadAloud::pause() {
    if (playing_) {
        playing_ = false;
        voice_->stop();
    }
    follows_ = false;
    emit changed();
}

void ReadAloud::say() {
    if (!voice_->isReady()) {
        voice_->prepare();
        return; // until it is
    }
    const auto spoken = [this](const kiosk::papers::Sentence &sentence) { return voice_->speaks(sentence.language); };
    if (std::ranges::none_of(speech_, spoken)) {
        trouble_ = offered_ ? None : NoVoice;
        playing_ = open_ = false;
        return;
    }
    while (at_ < speech_.size() && !spoken(speech_[at_])) {
        trouble_ = SomeUnread;
        ++at_;
    }
    if (at_ == speech_.size()) {
        playing_ = false;
        return;
    }
    voice_->say(QString::fromStdString(speech_[at_].said), speech_[at_].language);
}

void ReadAloud::go() {
    if (playing_) {
        ++at_;
        say();
        emit changed();
    }
}

void ReadAloud::toggle() {
    if (playing_) {
        pause();
    } else {
        play();
    }
}

void ReadAloud::repeat() {
    at_ = std::min(at_, speech_.empty() ? 0 : speech_.size() - 1);
    play();
}

void ReadAloud::slower() { setPace(std::max(kLeast, speed_ - 1), volume_); }

void ReadAloud::faster() { setPace(std::min(kMost, speed_ + 1), volume_); }

void ReadAloud::softer() { setPace(speed_, std::max(kLeast, volume_ - 1)); }

void ReadAloud::louder() { setPace(speed_, std::min(kMost, volume_ + 1)); }

void ReadAloud::setSpeed(int speed) { setPace(std::clamp(speed, kLeast, kMost), volume_); }

void ReadAloud::setPace(int speed, int volume) {
    const bool other = speed != speed_ || volume != volume_;
    speed_ = speed;
    volume_ = volume;
    if (voice_ == nullptr) {
        return;
    }
    voice_->setSpeed((speed - kUsualSpeed) * kSpeedStep);
    voice_->setVolume((volume + 1) * kVolumeStep);
    if (other && playing_) {
        say(); // heard at once
    }
    emit changed();
}

void ReadAloud::lookAtHeadset() {
    if (!headsetThere()) {
        pause();
    } else if (!playing_) {
        play();
    }
}

} // namespace guichet::ui
