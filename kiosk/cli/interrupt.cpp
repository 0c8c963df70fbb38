// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/interrupt.h"

#include <csignal>

namespace guichet::kiosk::cli {
namespace {

volatile std::sig_atomic_t asked_ = 0; // a signal handler can reach nothing else

extern "C" void noteSignal(int signal) {
    asked_ = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interrupt::Interrupt() {
    asked_ = 0;
    std::signal(SIGINT, noteSignal);
    std::signal(SIGTERM, noteSignal);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::asked() const { return asked_ != 0; }

} // namespace guichet::kiosk::cli
