// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/headset.h"

#include <QFileSystemWatcher>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <string_view>
#include <vector>

namespace guichet::ui {

/// Whether a control of a sound card by this name tells of a headphone socket that feels its plug: "Headphone Jack",
/// "Front Headphone Jack". Not a microphone's, nor a "Phantom" one, which says yes for ever.
[[nodiscard]] bool tellsOfHeadphones(std::string_view control);

/// The sockets of the sound cards, as the kernel tells of them through ALSA whatever sound server runs. A card that
/// does not feel its socket, and headsets by USB or Bluetooth, count as no headset: nobody can vouch that the speaker
/// is silent then. What may be read without root is read: the user needs to be in the group "audio", or signed in at
/// the seat.
class JackHeadset final : public Headset {
    Q_OBJECT

public:
    JackHeadset();
    ~JackHeadset() override;

    [[nodiscard]] bool isThere() const override { return there_; }

private:
    struct Card;
    void openCards();
    void look();

    QFileSystemWatcher devices_; ///< cards come and go
    QTimer settled_;             ///< a card's devices come one after the other
    std::vector<std::unique_ptr<Card>> cards_;
    bool there_ = false;
};

} // namespace guichet::ui
