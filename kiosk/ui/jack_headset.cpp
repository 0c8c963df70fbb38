// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/jack_headset.h"

#include <alsa/asoundlib.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kDevices = "/dev/snd";
constexpr auto kSettles = 200ms;

/// The numbers of the controls that tell of headphones on one card.
std::vector<unsigned> jacksOf(snd_ctl_t *card) {
    snd_ctl_elem_list_t *list = nullptr;
    if (snd_ctl_elem_list_malloc(&list) < 0) {
        return {};
    }
    std::vector<unsigned> jacks;
    if (snd_ctl_elem_list(card, list) == 0 &&
        snd_ctl_elem_list_alloc_space(list, snd_ctl_elem_list_get_count(list)) == 0 &&
        snd_ctl_elem_list(card, list) == 0) {
        for (unsigned i = 0; i < snd_ctl_elem_list_get_used(list); ++i) {
            if (snd_ctl_elem_list_get_interface(list, i) == SND_CTL_ELEM_IFACE_CARD &&
                tellsOfHeadphones(snd_ctl_elem_list_get_name(list, i))) {
                jacks.push_back(snd_ctl_elem_list_get_numid(list, i));
            }
        }
        snd_ctl_elem_list_free_space(list);
    }
    snd_ctl_elem_list_free(list);
    return jacks;
}

bool isPlugged(snd_ctl_t *card, unsigned jack) {
    snd_ctl_elem_value_t *value = nullptr;
    if (snd_ctl_elem_value_malloc(&value) < 0) {
        return false;
    }
    snd_ctl_elem_value_set_numid(value, jack);
    const bool plugged = snd_ctl_elem_read(card, value) == 0 && snd_ctl_elem_value_get_boolean(value, 0) != 0;
    snd_ctl_elem_value_free(value);
    return plugged;
}

/// Empties what the card has told; false where it tells nothing any more.
bool readEvents(snd_ctl_t *card) {
    snd_ctl_event_t *event = nullptr;
    if (snd_ctl_event_malloc(&event) < 0) {
        return false;
    }
    int read = 0;
    do {
        read = snd_ctl_read(card, event);
    } while (read > 0);
    snd_ctl_event_free(event);
    return read == 0 || read == -EAGAIN;
}

} // namespace

bool tellsOfHeadphones(std::string_view control) {
    constexpr std::string_view kJack = " Jack";
    const auto has = [&](std::string_view word) { return control.find(word) != std::string_view::npos; };
    return control.ends_with(kJack) && !has("Phantom") && (has("Headphone") || (has("Headset") && !has("Mic")));
}

struct JackHeadset::Card {
    std::unique_ptr<snd_ctl_t, int (*)(snd_ctl_t *)> handle{nullptr, snd_ctl_close};
    std::vector<unsigned> jacks;
    std::vector<std::unique_ptr<QSocketNotifier>> events;
};

JackHeadset::JackHeadset() {
    settled_.setSingleShot(true);
    settled_.setInterval(kSettles);
    connect(&settled_, &QTimer::timeout, this, &JackHeadset::openCards);
    connect(&devices_, &QFileSystemWatcher::directoryChanged, &settled_, qOverload<>(&QTimer::start));
    devices_.addPath(QString::fromLatin1(kDevices)); // nothing to watch where the machine has no sound
    openCards();
}

JackHeadset::~JackHeadset() = default;

void JackHeadset::openCards() {
    cards_.clear();
    for (int number = -1; snd_card_next(&number) == 0 && number >= 0;) {
        auto card = std::make_unique<Card>();
        snd_ctl_t *handle = nullptr;
        if (snd_ctl_open(&handle, ("hw:" + std::to_string(number)).c_str(), SND_CTL_NONBLOCK | SND_CTL_READONLY) < 0) {
            continue; // not ours to read
        }
        card->handle.reset(handle);
        card->jacks = jacksOf(handle);
        if (card->jacks.empty() || snd_ctl_subscribe_events(handle, 1) < 0) {
            continue;
        }
        std::vector<pollfd> files(static_cast<std::size_t>(std::max(0, snd_ctl_poll_descriptors_count(handle))));
        snd_ctl_poll_descriptors(handle, files.data(), static_cast<unsigned>(files.size()));
        for (const pollfd &file : files) {
            card->events.push_back(std::make_unique<QSocketNotifier>(file.fd, QSocketNotifier::Read));
            auto *notifier = card->events.back().get();
            connect(notifier, &QSocketNotifier::activated, this, [this, handle, notifier] {
                if (!readEvents(handle)) { // the card is gone
                    notifier->setEnabled(false);
                    settled_.start();
                }
                look();
            });
        }
        cards_.push_back(std::move(card));
    }
    look();
}

void JackHeadset::look() {
    const bool there = std::ranges::any_of(cards_, [](const auto &card) {
        return std::ranges::any_of(card->jacks, [&](unsigned jack) { return isPlugged(card->handle.get(), jack); });
    });
    if (there_ != there) {
        there_ = there;
        emit changed();
    }
}

} // namespace guichet::ui
