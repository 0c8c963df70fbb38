// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/printers.h"
#include "kiosk/ui/wording.h"
#include "kiosk/ui/worker.h"
#include "storage/store.h"

#include <algorithm>

namespace guichet::ui {
namespace {

/// Printers are asked about less often than jobs.
constexpr int kLooksAPrinterLook = 5;

/// IPP adds how bad it is: only reports and warnings can wait.
bool needsSomebody(const std::string &reason) {
    return reason != "none" && !reason.ends_with("-report") && !reason.ends_with("-warning");
}

} // namespace

Result<std::reference_wrapper<kiosk::Desk>> Seat::desk() {
    if (session == nullptr || !session->desk().store.signedIn()) {
        return fail(ErrorCode::WhoActs);
    }
    return std::ref(session->desk());
}

void Seat::lock() {
    if (session != nullptr) {
        session->desk().store.lock();
    }
}

std::optional<Seat::Seen> Seat::look() {
    const auto who = desk();
    if (!who) {
        return std::nullopt;
    }
    kiosk::Desk &desk = *who;
    Seen seen;
    const auto &identity = desk.store.identity();
    const auto name = desk.store.settings().value("agency-name");
    seen.place = QString::fromStdString((name.empty() ? identity.agency : name) + " · Guichet " + identity.station);
    auto jobs = kiosk::listJobs(desk, {.visit = {}, .person = {}, .onlyOpen = true});
    const auto version = desk.store.database().dataVersion();
    if (jobs) {
        seen.changed = *jobs != jobs_ || version != version_;
        jobs_ = std::move(*jobs);
        version_ = version;
    }
    if (looks_++ % kLooksAPrinterLook == 0) {
        if (const auto printers = kiosk::listPrinters(desk)) {
            const auto named = kiosk::printerFor(desk, {});
            const auto printer = std::ranges::find(*printers, named.value_or(""), &kiosk::PrinterStatus::name);
            printerReady_ = printer != printers->end() && printer->state != "stopped" && printer->state != "unknown" &&
                            std::ranges::none_of(printer->reasons, needsSomebody);
            printer_ = printer == printers->end() ? Wording::noPrinter() : Wording::printer(*printer);
        } else {
            printerReady_ = false;
            printer_ = Wording::noPrinter();
        }
    }
    seen.printer = printer_;
    seen.printerReady = printerReady_;
    return seen;
}

} // namespace guichet::ui
