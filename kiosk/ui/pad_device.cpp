// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/pad_device.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookAgain = 2s;
constexpr std::int32_t kDown = 1; ///< 0 is up, 2 is held

} // namespace

std::optional<PadKey> padKeyOf(std::uint16_t code) {
    switch (code) {
    case KEY_KP1: return PadKey::Yes;
    case KEY_KP2: return PadKey::No;
    case KEY_KP3: return PadKey::Unsure;
    case KEY_KP0: return PadKey::Repeat;
    case KEY_KP5: return PadKey::Listen;
    case KEY_KP4: return PadKey::Before;
    case KEY_KP6: return PadKey::Next;
    case KEY_KP8: return PadKey::Touch;
    case KEY_KPPLUS: return PadKey::Louder;
    case KEY_KPMINUS: return PadKey::Softer;
    default: return std::nullopt;
    }
}

PadDevice::PadDevice(std::filesystem::path device) : device_(std::move(device)) {
    again_.setInterval(kLookAgain);
    connect(&again_, &QTimer::timeout, this, &PadDevice::open);
    again_.start();
    open();
}

PadDevice::~PadDevice() { close(); }

void PadDevice::open() {
    if (isThere()) {
        return;
    }
    file_ = ::open(device_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    // What is no input device can't be grabbed, and gives its keys to nobody else; a device that another program has
    // is not ours.
    if (isThere() && ioctl(file_, EVIOCGRAB, 1) != 0 && errno == EBUSY) {
        close();
    }
    if (isThere()) {
        events_ = std::make_unique<QSocketNotifier>(file_, QSocketNotifier::Read);
        connect(events_.get(), &QSocketNotifier::activated, this, &PadDevice::read);
    }
}

void PadDevice::close() {
    if (isThere()) {
        if (events_ != nullptr) {
            events_->setEnabled(false);
            events_.release()->deleteLater(); // it may be the one that calls
        }
        ::close(file_);
        file_ = -1;
    }
}

void PadDevice::read() {
    input_event event{};
    ssize_t length = ::read(file_, &event, sizeof event);
    while (length == static_cast<ssize_t>(sizeof event)) {
        const auto key = padKeyOf(event.code);
        if (event.type == EV_KEY && event.value == kDown && key) {
            emit pressed(*key);
        }
        length = ::read(file_, &event, sizeof event);
    }
    if (length >= 0 || errno != EAGAIN) {
        close(); // it was pulled out
    }
}

} // namespace guichet::ui
