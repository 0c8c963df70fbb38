// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/printers.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace guichet::kiosk {

/// Looks at one queue and its printer, again and again, on a thread of its own: a printer that does not answer keeps
/// nobody waiting. Borrows the printers, which outlive it. Ending it waits for the look that is on its way.
class PrinterWatch {
public:
    /// `between`: from the end of a look to the next.
    PrinterWatch(Printers &printers, std::string queue, std::chrono::milliseconds between = std::chrono::seconds(3));
    ~PrinterWatch();
    PrinterWatch(const PrinterWatch &) = delete;
    PrinterWatch &operator=(const PrinterWatch &) = delete;

    [[nodiscard]] const std::string &queue() const { return queue_; }
    /// What the newest look saw, which may be some seconds ago; nothing where there was none yet. Waits for nothing.
    [[nodiscard]] std::optional<Result<PrinterStatus>> newest() const;

private:
    void run();

    Printers &printers_;
    const std::string queue_;
    const std::chrono::milliseconds between_;
    mutable std::mutex mutex_;
    std::condition_variable ended_;
    bool ends_ = false;
    std::optional<Result<PrinterStatus>> seen_;
    std::thread thread_; ///< last: it uses the others
};

} // namespace guichet::kiosk
