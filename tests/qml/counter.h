// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/printers.h"
#include "kiosk/ui/view_model.h"
#include "tests/qml/stage.h"

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace guichet::test {

/// A printer that does what the test says: asked on the desk's thread, told on the test's.
class ToldPrinter final : public kiosk::Printers {
public:
    /// What becomes of every job from now on.
    void jobsAre(storage::JobState state, std::vector<std::string> reasons = {});
    /// The next jobs are refused, or taken again.
    void refuse(bool refused);
    /// This one announces itself, until it has a queue: then it is there, idle.
    void announce(const printing::AnnouncedPrinter &printer);
    /// Jobs can't be taken back, or can again.
    void refuseToCancel(bool refused);
    [[nodiscard]] int sent() const;           ///< how often a job was given to it
    [[nodiscard]] std::string sentTo() const; ///< the queue of the last of them
    [[nodiscard]] int cancelled() const;      ///< how often one was taken back

    [[nodiscard]] Result<std::vector<kiosk::PrinterStatus>> list(const kiosk::Desk &desk) override;
    [[nodiscard]] Result<kiosk::PrinterStatus> look(std::string_view queue) override;
    [[nodiscard]] Result<void> resume(std::string_view queue) override;
    [[nodiscard]] Result<printing::PrinterAbilities> abilities(std::string_view queue) override;
    [[nodiscard]] Result<printing::Remains> remains(std::string_view queue) override;
    [[nodiscard]] Result<std::vector<printing::AnnouncedPrinter>> announced() override;
    [[nodiscard]] Result<void> add(const std::string &queue, const std::string &uri) override;
    [[nodiscard]] Result<kiosk::JobFate> send(const kiosk::Desk &desk, const storage::Job &job, ByteView pdf) override;
    [[nodiscard]] Result<kiosk::JobFate> fate(const kiosk::Desk &desk, const storage::Job &job) override;
    [[nodiscard]] Result<void> cancel(const kiosk::Desk &desk, const storage::Job &job) override;

private:
    mutable std::mutex mutex_;
    kiosk::JobFate fate_{.state = storage::JobState::Completed, .reasons = {}, .number = 1};
    bool refused_ = false;
    bool keeps_ = false;
    int sent_ = 0;
    std::string sentTo_;
    std::vector<printing::AnnouncedPrinter> announced_;
    std::vector<std::string> queues_; ///< that were added
    std::set<std::string> cancelled_; ///< ids of jobs
};

/// A demo store of one person, with one PIN for its agents.
struct DemoStore {
    TemporaryFolder folder;
    const std::filesystem::path path = folder / "store";
    const std::string pin;
    DemoStore();
};

/// The window on a demo store of its own, worked through its real view models: what they ask goes to the store by the
/// worker, and is waited for.
class Counter {
public:
    /// `language`: of the texts on the screens.
    explicit Counter(const std::string &language = "fr");
    /// On a store that was worked on already: as a machine that starts again.
    explicit Counter(std::shared_ptr<const DemoStore> store, const std::string &language = "fr");

    [[nodiscard]] std::filesystem::path store() const { return store_->path; }
    void signIn(const char *agent = "A01");
    void typePin(const std::string &pin);
    /// Takes in a document; returns the person it is about.
    std::string import(const std::string &document);
    void set(const std::string &key, const std::string &value);
    /// The next person is this one, here for themselves with an identity card; ends on their page.
    void serve(const std::string &person);
    /// Whoever is served is this one.
    void welcome(const std::string &person);
    /// The documents of whoever is served, who has one.
    void openOnlyRecord();
    /// Until the view model waits for no answer.
    void answered(const ui::ViewModel &model);

private:
    std::shared_ptr<const DemoStore> store_;

public:
    const std::string pin; ///< of every agent of the demo store
    ToldPrinter printer;
    Stage stage;
    ui::KioskModel &kiosk;
};

} // namespace guichet::test
