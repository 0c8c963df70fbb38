// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/counter.h"
#include "tests/qml/stage.h"

#include "kiosk/counter/records.h"
#include "kiosk/ui/person_model.h"
#include "storage/jobs.h"
#include "storage/role.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guichet::test {

/// One state of one screen, as a person at the counter would see it: the same in the tests, in the pictures and in the
/// walk through the accessible items.
struct State {
    const char *screen; ///< "identify": the screen, or what covers it
    const char *name;   ///< "identify-many": a file's name too
    /// Brings a stage where nobody is signed in, and without a store, to it. Call Stage::settle() after.
    std::function<void(Stage &)> enter = {};
    /// The same on a demo store, where the state is only reached by what a store answers: one of the two is set.
    std::function<void(Counter &)> work = {};
};

/// Each screen in each of its states that needs no store.
[[nodiscard]] std::vector<State> states();
/// Each in each of those that needs one.
[[nodiscard]] std::vector<State> counterStates();
/// Both, those of one screen together.
[[nodiscard]] std::vector<State> allStates();

/// A window in one state.
class Scene {
public:
    /// `language`: of the texts on the screens, "fr" or "en". `beside`: the person has a window of their own.
    explicit Scene(const State &state, const std::string &language = "fr", bool beside = false);
    [[nodiscard]] Stage &stage() { return counter_ ? counter_->stage : *stage_; }
    [[nodiscard]] TheirDisplay &theirs() { return *theirs_; }

private:
    std::unique_ptr<Counter> counter_;
    std::unique_ptr<Stage> stage_;
    std::unique_ptr<TheirDisplay> theirs_;
};

// What the states are made of. Nobody of whom they tell exists.
[[nodiscard]] storage::Person somebody();
[[nodiscard]] std::vector<kiosk::SealedRecord> records(int count);
[[nodiscard]] storage::Job job(const char *what, const char *reference, int pages, storage::JobState state,
                               storage::PaperState paper);
[[nodiscard]] ui::PersonModel::Page page();
void signIn(ui::KioskModel &kiosk, storage::Role role = storage::Role::Agent);
/// somebody() is served, and has two papers.
void serve(ui::KioskModel &kiosk);
/// As papers of the visit.
void showPapers(ui::KioskModel &kiosk, std::vector<storage::Job> jobs);
/// One job in each state that a printer knows.
[[nodiscard]] std::vector<storage::Job> troubledJobs();

} // namespace guichet::test
