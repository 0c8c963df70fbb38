// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <vector>

/// What a carte Vitale says to a reader without a professional's card: who it names. Never who stands there: whoever
/// holds a card may not be on it.
namespace guichet::kiosk {

/// A card in a reader, as bytes that go to it and come back (ISO/IEC 7816-4).
class CardChannel {
public:
    CardChannel() = default;
    virtual ~CardChannel() = default;
    CardChannel(const CardChannel &) = delete;
    CardChannel &operator=(const CardChannel &) = delete;
    /// The answer to a command, its two status bytes at the end; none when the card is gone or mute.
    [[nodiscard]] virtual std::optional<Bytes> transmit(ByteView command) = 0;
};

/// Somebody whom the card names: the insured, or who is covered under the same number. Valid UTF-8, "" where it is not
/// said.
struct CardPerson {
    std::string surname;
    std::string firstName;
    std::string born; ///< "1941-04-03", "1941-04", "1941"
    std::string nir;  ///< as the card has it, 13 or 15 characters
    bool operator==(const CardPerson &) const = default;
};

/// What was read.
struct VitaleReading {
    enum class State {
        Read,       ///< one person or more
        NotVitale,  ///< another kind of card
        Unreadable, ///< it was taken out too early, or is damaged
    };
    State state = State::Unreadable;
    std::vector<CardPerson> people; ///< in the card's order
    bool operator==(const VitaleReading &) const = default;
};

/// By what a card says of itself when it is put in (answer to reset): whether it is a carte Vitale of the first or the
/// second generation; and whether it is a professional's (CPS), which may stay in a reader of its own and is passed
/// over.
[[nodiscard]] bool isVitale(ByteView atr);
[[nodiscard]] bool isProfessional(ByteView atr);

/// Reads who is on the card: names from one file, numbers from another, joined by their place. Where one has more than
/// the other nobody can say whose a number is, and no number is given. At most 19 people and 4 KiB a file. Status words
/// of T=0 (61xx, 6Cxx) are followed.
[[nodiscard]] VitaleReading readVitale(CardChannel &card);

} // namespace guichet::kiosk
