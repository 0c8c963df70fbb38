// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/counter.h"

#include <algorithm>

#include "kiosk/counter/demo.h"
#include "kiosk/counter/import.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/person_model.h"
#include "kiosk/ui/presence_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "kiosk/ui/wording.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"
#include "tests/support/error_output.h"

#include <optional>
#include <stdexcept>
#include <utility>

namespace guichet::test {
namespace {

std::string makeStore(const std::filesystem::path &folder) {
    StageClock clock{must(parseInstant("2026-11-24T08:00:00Z"))};
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters printers;
    const auto catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine{clock, random, reader, printers, catalogue};
    return must(kiosk::makeDemo(machine, {.folder = folder, .persons = 1, .seed = 1, .stop = {}, .progress = {}})).pin;
}

} // namespace

void ToldPrinter::jobsAre(storage::JobState state, std::vector<std::string> reasons) {
    const std::lock_guard lock(mutex_);
    fate_.state = state;
    fate_.reasons = std::move(reasons);
}

void ToldPrinter::refuse(bool refused) {
    const std::lock_guard lock(mutex_);
    refused_ = refused;
}

void ToldPrinter::refuseToCancel(bool refused) {
    const std::lock_guard lock(mutex_);
    keeps_ = refused;
}

int ToldPrinter::sent() const {
    const std::lock_guard lock(mutex_);
    return sent_;
}

int ToldPrinter::cancelled() const {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(cancelled_.size());
}

Result<std::vector<kiosk::PrinterStatus>> ToldPrinter::list(const kiosk::Desk &) {
    const std::lock_guard lock(mutex_);
    std::vector<kiosk::PrinterStatus> all{
        {.name = "folder", .state = "idle", .reasons = fate_.reasons, .chosen = queues_.empty()}};
    for (const std::string &queue : queues_) {
        all.push_back({.name = queue, .state = "idle"});
    }
    return all;
}

Result<kiosk::PrinterStatus> ToldPrinter::look(std::string_view queue) {
    const std::lock_guard lock(mutex_);
    if (std::ranges::find(queues_, queue) != queues_.end()) {
        return kiosk::PrinterStatus{.name = std::string(queue), .state = "idle"};
    }
    return fail(ErrorCode::PrinterUnknown, std::string(queue)); // it is a folder
}

Result<void> ToldPrinter::resume(std::string_view queue) { return fail(ErrorCode::PrinterUnknown, std::string(queue)); }

Result<printing::PrinterAbilities> ToldPrinter::abilities(std::string_view queue) {
    return fail(ErrorCode::PrinterUnknown, std::string(queue));
}

Result<printing::Remains> ToldPrinter::remains(std::string_view queue) {
    return fail(ErrorCode::PrinterUnknown, std::string(queue));
}

Result<std::vector<printing::AnnouncedPrinter>> ToldPrinter::announced() {
    const std::lock_guard lock(mutex_);
    return announced_;
}

Result<void> ToldPrinter::add(const std::string &queue, const std::string &uri) {
    const std::lock_guard lock(mutex_);
    std::erase_if(announced_, [&](const auto &printer) { return printer.uri == uri; });
    queues_.push_back(queue);
    return {};
}

void ToldPrinter::announce(const printing::AnnouncedPrinter &printer) {
    const std::lock_guard lock(mutex_);
    announced_.push_back(printer);
}

std::string ToldPrinter::sentTo() const {
    const std::lock_guard lock(mutex_);
    return sentTo_;
}

Result<kiosk::JobFate> ToldPrinter::send(const kiosk::Desk &, const storage::Job &job, ByteView) {
    const std::lock_guard lock(mutex_);
    sentTo_ = job.printer;
    if (refused_) {
        return fail(ErrorCode::PrinterUnreachable, "folder");
    }
    ++sent_;
    cancelled_.erase(job.id); // it is another job there
    return fate_;
}

Result<kiosk::JobFate> ToldPrinter::fate(const kiosk::Desk &, const storage::Job &job) {
    const std::lock_guard lock(mutex_);
    kiosk::JobFate fate = fate_;
    if (cancelled_.contains(job.id)) {
        fate.state = storage::JobState::Cancelled;
    }
    return fate;
}

Result<void> ToldPrinter::cancel(const kiosk::Desk &, const storage::Job &job) {
    const std::lock_guard lock(mutex_);
    if (keeps_) {
        return fail(ErrorCode::PrinterUnreachable, "folder");
    }
    if (fate_.state == storage::JobState::Completed) {
        return fail(ErrorCode::WrongState, job.id);
    }
    cancelled_.insert(job.id);
    return {};
}

DemoStore::DemoStore() : pin(makeStore(path)) {}

Counter::Counter(const std::string &language) : Counter(std::make_shared<const DemoStore>(), language) {}

Counter::Counter(std::shared_ptr<const DemoStore> store, const std::string &language)
    : store_(std::move(store)), pin(store_->pin), stage(store_->path, &printer, language), kiosk(stage.kiosk()) {}

void Counter::typePin(const std::string &digits) {
    for (const char digit : digits) {
        kiosk.signIn()->press(QString(QChar::fromLatin1(digit)));
    }
    kiosk.signIn()->submit();
    answered(*kiosk.signIn());
}

void Counter::signIn(const char *agent) {
    kiosk.signIn()->setAgent(QString::fromLatin1(agent));
    typePin(pin);
}

std::string Counter::import(const std::string &document) {
    std::string person;
    stage.atDesk([&](kiosk::Desk &desk) {
        const auto before = std::exchange(desk.role, storage::Role::Supervisor);
        const ByteView bytes = asBytes(document);
        const auto report =
            must(kiosk::importTogether(desk, {{.path = "document.xml", .bytes = {bytes.begin(), bytes.end()}}}));
        desk.role = before;
        person = report.items.at(0).person;
    });
    return person;
}

void Counter::set(const std::string &key, const std::string &value) {
    stage.atDesk([&](kiosk::Desk &desk) {
        const std::vector<std::pair<std::string, std::string>> values{{key, value}};
        must(storage::inTransaction(desk.store.database(),
                                    [&] { return desk.store.settings().set(values, desk.machine.clock.now()); }));
    });
}

void Counter::serve(const std::string &person) {
    kiosk.nextPerson();
    welcome(person);
}

void Counter::welcome(const std::string &person) {
    std::optional<storage::Person> found;
    stage.atDesk([&](kiosk::Desk &desk) { found = must(desk.store.people().get(person)); });
    kiosk.presence()->welcome(*found);
    kiosk.presence()->chooseSeen(0);
    kiosk.presence()->confirm();
    answered(*kiosk.person());
}

void Counter::openOnlyRecord() {
    kiosk.openDocuments(0);
    answered(*kiosk.documents());
    for (int row = 0; !kiosk.documents()->rows()->count() && row < 6; ++row) {
        kiosk.documents()->chooseCategory(row);
    }
    if (kiosk.documents()->rows()->count() != 1) {
        throw std::runtime_error("this person has no record, or several");
    }
}

void Counter::answered(const ui::ViewModel &model) {
    stage.until([&] { return !model.waiting(); });
}

} // namespace guichet::test
