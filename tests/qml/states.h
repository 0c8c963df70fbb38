// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/stage.h"

#include "kiosk/counter/records.h"
#include "kiosk/ui/person_model.h"
#include "storage/jobs.h"
#include "storage/role.h"

#include <functional>
#include <vector>

namespace guichet::test {

/// One state of one screen, as a person at the counter would see it: the same in the tests, in the pictures and in the
/// walk through the accessible items.
struct State {
    const char *name;
    /// Brings a stage where nobody is signed in to it. Call Stage::settle() after.
    std::function<void(Stage &)> enter;
};

/// Each screen in each of its states, without a store.
[[nodiscard]] std::vector<State> states();

// What the states are made of. Nobody of whom they tell exists.
[[nodiscard]] storage::Person somebody();
[[nodiscard]] std::vector<kiosk::SealedRecord> records(int count);
[[nodiscard]] storage::Job job(const char *what, const char *reference, int pages, storage::JobState state,
                               storage::PaperState paper);
[[nodiscard]] ui::PersonModel::Page page();
void signIn(ui::KioskModel &kiosk, storage::Role role = storage::Role::Agent);
/// somebody() is served, and has two papers.
void serve(ui::KioskModel &kiosk);

} // namespace guichet::test
