// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printer_watch.h"

#include <utility>

namespace guichet::kiosk {

PrinterWatch::PrinterWatch(Printers &printers, std::string queue, std::chrono::milliseconds between)
    : printers_(printers), queue_(std::move(queue)), between_(between), thread_([this] { run(); }) {}

PrinterWatch::~PrinterWatch() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    ended_.notify_all();
    thread_.join();
}

std::optional<Result<PrinterStatus>> PrinterWatch::newest() const {
    const std::lock_guard lock(mutex_);
    return seen_;
}

void PrinterWatch::run() {
    std::unique_lock lock(mutex_);
    while (!ends_) {
        lock.unlock();
        auto seen = printers_.look(queue_);
        lock.lock();
        seen_ = std::move(seen);
        ended_.wait_for(lock, between_, [this] { return ends_; });
    }
}

} // namespace guichet::kiosk
