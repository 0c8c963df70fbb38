// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <chrono>
#include <filesystem>

namespace guichet::ui {

/// One soft tone of a quarter of a second on the machine's own speaker, which needs no sound card: the input device
/// that Linux has for it (EV_SND, SND_TONE). Belongs to the screen's thread.
class Bell {
public:
    /// 440 Hz: low enough for who no longer hears high tones.
    static constexpr int kHertz = 440;
    static constexpr std::chrono::milliseconds kLength{250};

    explicit Bell(std::filesystem::path device = installedDevice());

    [[nodiscard]] static std::filesystem::path installedDevice();
    /// False where this machine has no such device, or it may not be used: nothing is heard.
    bool ring();

private:
    std::filesystem::path device_;
    QTimer end_;
};

} // namespace guichet::ui
