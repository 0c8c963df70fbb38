// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/sticks.h"

#include <mutex>
#include <optional>
#include <vector>

namespace guichet::test {

/// Sticks that are put in and taken out as the test says.
class ToldSticks final : public kiosk::Sticks {
public:
    void putIn(kiosk::Stick stick) {
        const std::scoped_lock lock(mutex_);
        sticks_.push_back(std::move(stick));
    }
    /// All are out after that many further looks.
    void takeOutAfter(int looks) {
        const std::scoped_lock lock(mutex_);
        left_ = looks;
    }
    [[nodiscard]] std::vector<kiosk::Stick> list() const override {
        const std::scoped_lock lock(mutex_);
        if (left_ && (*left_)-- <= 0) {
            sticks_.clear();
        }
        return sticks_;
    }

private:
    mutable std::mutex mutex_;
    mutable std::vector<kiosk::Stick> sticks_;
    mutable std::optional<int> left_;
};

} // namespace guichet::test
