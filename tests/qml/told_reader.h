// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/card/card_reader.h"

#include <mutex>

namespace guichet::test {

/// A card reader that shows what the test says: asked on the desk's thread, told on the test's.
class ToldReader final : public kiosk::CardReader {
public:
    void shows(kiosk::CardSight::State state, std::vector<kiosk::CardPerson> people = {}) {
        const std::scoped_lock lock(mutex_);
        sight_ = {state, sight_.insertion + 1, std::move(people)};
    }
    [[nodiscard]] bool there() override { return look().state != kiosk::CardSight::State::NoReader; }
    void forget() override {
        const std::scoped_lock lock(mutex_);
        ++forgotten_;
    }
    /// How often it was told to.
    [[nodiscard]] int forgotten() {
        const std::scoped_lock lock(mutex_);
        return forgotten_;
    }
    [[nodiscard]] kiosk::CardSight look() override {
        const std::scoped_lock lock(mutex_);
        return sight_;
    }

private:
    std::mutex mutex_;
    kiosk::CardSight sight_;
    int forgotten_ = 0;
};

} // namespace guichet::test
