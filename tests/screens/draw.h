// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/screens/plan.h"

#include <QImage>
#include <QStringList>

#include <memory>
#include <vector>

namespace guichet::test {

/// A picture, and what is wrong with it.
struct Drawn {
    QImage picture;
    QStringList faults; ///< those of layoutFaults(), and what Qt warned of
};

/// Draws shots one after the other, in a window that stays for as long as it fits: shots of one state follow each
/// other, and those of one language in it. What is scrolled is scrolled back. Needs test::Application; on its thread.
class Painter {
public:
    /// Icons are the installed theme's, which draws them otherwise in another version: without them the place of each
    /// stays empty.
    enum class Icons { Drawn, LeftOut };

    /// `states` is borrowed.
    explicit Painter(const std::vector<State> &states, Icons icons = Icons::Drawn) : states_(states), icons_(icons) {}
    /// Throws where the state can't be reached.
    [[nodiscard]] Drawn draw(const Shot &shot);

private:
    const std::vector<State> &states_;
    Icons icons_;
    std::unique_ptr<Scene> scene_;
    std::size_t state_ = 0;
    std::string language_;
};

} // namespace guichet::test
