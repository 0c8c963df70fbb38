// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guichet::kiosk {

/// A memory stick or card that somebody has put in: a file system that is mounted. Nothing is ever written to it.
struct Stick {
    std::filesystem::path folder; ///< where it is mounted
    std::string name;             ///< what it calls itself
    bool operator==(const Stick &) const = default;
};

/// Where sticks come from: the machine's own, or a test's. Usable from any thread.
class Sticks {
public:
    Sticks() = default;
    virtual ~Sticks() = default;
    Sticks(const Sticks &) = delete;
    Sticks &operator=(const Sticks &) = delete;
    /// Those that are in now, by name.
    [[nodiscard]] virtual std::vector<Stick> list() const = 0;
    /// It is still in.
    [[nodiscard]] bool has(const Stick &stick) const;
};

/// File systems below /media, /run/media and /mnt whose device is on USB or can be taken out (Linux: mountinfo of
/// proc(5), /sys/dev/block).
class SystemSticks final : public Sticks {
public:
    SystemSticks() = default;
    /// Tests have their own files of the system.
    SystemSticks(std::filesystem::path mounts, std::filesystem::path devices)
        : mounts_(std::move(mounts)), devices_(std::move(devices)) {}
    [[nodiscard]] std::vector<Stick> list() const override;

private:
    std::filesystem::path mounts_{"/proc/self/mountinfo"};
    std::filesystem::path devices_{"/sys/dev/block"};
};

} // namespace guichet::kiosk
