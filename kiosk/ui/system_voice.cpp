// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/system_voice.h"

#include "kiosk/ui/speaker.h"

namespace guichet::ui {

SystemVoice::~SystemVoice() {
    thread_.quit();
    thread_.wait();
}

void SystemVoice::prepare() {
    if (speaker_ != nullptr) {
        return;
    }
    speaker_ = new Speaker;
    speaker_->moveToThread(&thread_);
    connect(&thread_, &QThread::started, speaker_, &Speaker::start);
    connect(&thread_, &QThread::finished, speaker_, &QObject::deleteLater);
    connect(speaker_, &Speaker::voices, this, [this](const QStringList &languages) {
        languages_.emplace();
        for (const QString &language : languages) {
            languages_->insert(language.toStdString());
        }
        emit ready();
    });
    connect(speaker_, &Speaker::ended, this, [this](int turn, bool well) {
        if (turn == turn_) {
            if (well) {
                emit said();
            } else {
                emit failed();
            }
        }
    });
    thread_.start();
}

void SystemVoice::say(const QString &words, const std::string &language) {
    prepare();
    Speaker::Saying saying{++turn_, words, QString::fromStdString(language), speed_, volume_};
    QMetaObject::invokeMethod(speaker_, [speaker = speaker_, saying = std::move(saying)] { speaker->say(saying); });
}

void SystemVoice::stop() {
    ++turn_;
    if (speaker_ != nullptr) {
        QMetaObject::invokeMethod(speaker_, [speaker = speaker_] { speaker->stop(); });
    }
}

} // namespace guichet::ui
