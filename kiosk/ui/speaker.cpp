// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/speaker.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kBegins = 10s;     ///< a server that is started has to find its voices first
constexpr auto kFallsSilent = 1s; ///< after it was told to
constexpr auto kTestEngine = u"mock";

/// Of the voices of one language, the one of these countries is taken where it is there.
constexpr std::array kAtHome{QLocale::France, QLocale::UnitedKingdom, QLocale::Portugal, QLocale::Spain};

std::optional<QLocale> localeOf(const QTextToSpeech &engine, const QString &language) {
    const auto wanted = QLocale(language).language();
    std::optional<QLocale> found;
    for (const QLocale &locale : engine.availableLocales()) {
        if (locale.language() == wanted &&
            (!found || std::ranges::find(kAtHome, locale.territory()) != kAtHome.end())) {
            found = locale;
        }
    }
    return found;
}

} // namespace

void Speaker::start() {
    auto names = QTextToSpeech::availableEngines();
    names.removeAll(kTestEngine);
    QStringList languages;
    if (!names.isEmpty()) {
        engine_ = new QTextToSpeech(names.constFirst(), this);
        watch_ = new QTimer(this);
        watch_->setSingleShot(true);
        connect(engine_, &QTextToSpeech::stateChanged, this, &Speaker::look);
        connect(watch_, &QTimer::timeout, this, [this] { end(false); });
        // None where it has no server. Its own state tells of the machine's language too, which may have no voice.
        for (const QLocale &locale : engine_->availableLocales()) {
            languages.push_back(QLocale(locale.language()).name().section(u'_', 0, 0));
        }
    }
    languages.removeDuplicates();
    emit voices(languages);
}

void Speaker::say(const Saying &saying) {
    waiting_ = saying;
    if (saying_) {
        engine_->stop();
        watch_->start(kFallsSilent);
    } else {
        next();
    }
}

void Speaker::stop() {
    waiting_.reset();
    if (saying_) {
        engine_->stop();
        watch_->start(kFallsSilent);
    }
}

void Speaker::next() {
    if (!waiting_) {
        return;
    }
    saying_.swap(waiting_);
    waiting_.reset();
    begun_ = false;
    const auto locale = engine_ == nullptr ? std::nullopt : localeOf(*engine_, saying_->language);
    if (!locale) {
        end(false);
        return;
    }
    if (engine_->locale() != *locale) {
        engine_->setLocale(*locale);
    }
    engine_->setRate(saying_->speed);
    engine_->setVolume(saying_->volume);
    watch_->start(kBegins);
    engine_->say(saying_->words);
}

void Speaker::end(bool well) {
    if (watch_ != nullptr) {
        watch_->stop();
    }
    const int turn = saying_ ? saying_->turn : 0;
    saying_.reset();
    if (waiting_) {
        next();
    } else if (turn != 0) {
        emit ended(turn, well);
    }
}

void Speaker::look(QTextToSpeech::State state) {
    if (!saying_) {
        return;
    }
    if (state == QTextToSpeech::Speaking) {
        begun_ = true;
        watch_->stop();
    } else if (state == QTextToSpeech::Error) {
        end(false);
    } else if (state == QTextToSpeech::Ready && begun_) {
        end(true);
    }
}

} // namespace guichet::ui
