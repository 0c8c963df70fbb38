// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/records.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/person_model.h"
#include "storage/jobs.h"

#include <functional>
#include <vector>

namespace guichet::test {

/// One state of one screen: how it is reached, from nobody signed in and without a store.
struct State {
    const char *name; ///< "identify-many": a file's name too
    std::function<void(ui::KioskModel &)> enter;
};

/// Every screen, in each state that it has.
[[nodiscard]] std::vector<State> states();

// What the states are made of
[[nodiscard]] storage::Person somebody();
[[nodiscard]] storage::Job job(const char *what, const char *reference, int pages, storage::JobState state,
                               storage::PaperState paper);
[[nodiscard]] std::vector<kiosk::SealedRecord> records(int count);
[[nodiscard]] ui::PersonModel::Page page();
void signIn(ui::KioskModel &kiosk, storage::Role role = storage::Role::Agent);
/// Signed in, and serving somebody() with an identity card, with two papers.
void serve(ui::KioskModel &kiosk);

} // namespace guichet::test
