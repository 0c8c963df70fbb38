// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/bell.h"

#include <fcntl.h>
#include <linux/input.h>
#include <unistd.h>

#include <utility>

namespace guichet::ui {
namespace {

bool tone(const std::filesystem::path &device, int hertz) {
    const int file = open(device.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return false;
    }
    input_event event{};
    event.type = EV_SND;
    event.code = SND_TONE;
    event.value = hertz;
    const auto written = write(file, &event, sizeof event);
    close(file);
    return written == static_cast<ssize_t>(sizeof event);
}

} // namespace

Bell::Bell(std::filesystem::path device) : device_(std::move(device)) {
    end_.setSingleShot(true);
    end_.setInterval(kLength);
    QObject::connect(&end_, &QTimer::timeout, &end_, [this] { tone(device_, 0); });
}

std::filesystem::path Bell::installedDevice() { return "/dev/input/by-path/platform-pcspkr-event-spkr"; }

bool Bell::ring() {
    if (!tone(device_, kHertz)) {
        return false;
    }
    end_.start();
    return true;
}

} // namespace guichet::ui
