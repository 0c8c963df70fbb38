// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/card/vitale.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace guichet::kiosk {

/// What is to be seen in the machine's card readers.
struct CardSight {
    enum class State {
        NoReader,
        NoCard,
        NotVitale,
        Unreadable,
        LeftBehind, ///< of before forget(): to be taken out before another is read
        Read
    };
    State state = State::NoReader;
    std::uint64_t insertion = 0; ///< another number: the card was taken out, or another is in
    std::vector<CardPerson> people;
    bool operator==(const CardSight &) const = default;
};

/// The machine's card readers, or a test's. A station without any serves as well.
class CardReader {
public:
    CardReader() = default;
    virtual ~CardReader() = default;
    CardReader(const CardReader &) = delete;
    CardReader &operator=(const CardReader &) = delete;
    /// Whether there is a reader; no card is touched.
    [[nodiscard]] virtual bool there() = 0;
    /// Looks once; a card that was read and is still in is not read again. Takes up to some seconds where one is read:
    /// never on the screen's thread. Belongs to one thread, as there() and forget().
    [[nodiscard]] virtual CardSight look() = 0;
    /// The visit is over: nothing of a card that was read is kept, and one that is still in is nobody's.
    virtual void forget() = 0;
};

/// By PC/SC (pcsc-lite). Professional cards are passed over; of several readers the first with a carte Vitale counts,
/// else the first with another card.
class PcscReader final : public CardReader {
public:
    PcscReader();
    ~PcscReader() override;
    [[nodiscard]] bool there() override;
    [[nodiscard]] CardSight look() override;
    void forget() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace guichet::kiosk
