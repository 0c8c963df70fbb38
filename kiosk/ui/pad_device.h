// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/keypad.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace guichet::ui {

/// What a key means by its code (linux/input-event-codes.h), as padKeyOf() has it: the codes are the same whether
/// NumLock is on or off.
[[nodiscard]] std::optional<PadKey> padKeyOf(std::uint16_t code);

/// A keypad of the person's own beside the agent's keyboard: its input device is read here, and by nobody else, so that
/// it answers on the person's screen whichever window has the keys. It may come, go and come back. Belongs to the
/// screen's thread.
class PadDevice : public QObject {
    Q_OBJECT

public:
    /// `device`: as "/dev/input/by-id/usb-…-event-kbd", readable for who runs the program.
    explicit PadDevice(std::filesystem::path device);
    ~PadDevice() override;

    [[nodiscard]] bool isThere() const { return file_ >= 0; }

signals:
    /// A key went down; not what it repeats while it is held.
    void pressed(guichet::ui::PadKey key);

private:
    void open();
    void close();
    void read();

    std::filesystem::path device_;
    int file_ = -1;
    std::unique_ptr<QSocketNotifier> events_;
    QTimer again_;
};

} // namespace guichet::ui
