// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/sticks.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string_view>

namespace guichet::kiosk {
namespace {

constexpr std::array<std::string_view, 3> kRoots{"/media/", "/run/media/", "/mnt/"};

/// proc(5): a space, a tab, a line end and a backslash are written "\040" and so on.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const std::string_view digits = text.substr(i + 1, 3);
        if (text[i] == '\\' && digits.size() == 3 &&
            std::from_chars(digits.data(), digits.data() + 3, code, 8).ptr == digits.data() + 3) {
            plain += static_cast<char>(code);
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool saysOne(const std::filesystem::path &file) { return std::ifstream(file).get() == '1'; }

/// Of a disk or one of its partitions, by its folder below /sys/devices.
bool canBeTakenOut(const std::filesystem::path &device) {
    return device.string().find("/usb") != std::string::npos || saysOne(device / "removable") ||
           saysOne(device.parent_path() / "removable");
}

} // namespace

bool Sticks::has(const Stick &stick) const {
    const std::vector<Stick> now = list();
    return std::ranges::find(now, stick) != now.end();
}

std::vector<Stick> SystemSticks::list() const {
    std::vector<Stick> sticks;
    std::ifstream mounts(mounts_);
    for (std::string line; std::getline(mounts, line);) {
        constexpr std::size_t kDevice = 2, kFolder = 4;
        const std::vector<std::string> words = split(line, ' ');
        if (words.size() <= kFolder) {
            continue;
        }
        const std::string folder = unescaped(words[kFolder]);
        const bool there = std::ranges::any_of(kRoots, [&](std::string_view root) { return folder.starts_with(root); });
        std::error_code error;
        const std::filesystem::path device = std::filesystem::canonical(devices_ / words[kDevice], error);
        if (there && !error && canBeTakenOut(device)) {
            sticks.push_back({folder, toValidUtf8(std::filesystem::path(folder).filename().string())});
        }
    }
    std::ranges::sort(sticks, {}, &Stick::name);
    return sticks;
}

} // namespace guichet::kiosk
