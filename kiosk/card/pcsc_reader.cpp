// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/card/card_reader.h"

#include <winscard.h>

#include <algorithm>
#include <array>
#include <string>

namespace guichet::kiosk {
namespace {

/// A card that is ours while we read it, where nobody else uses it; else shared, and without a transaction: another
/// program's may last for ever. It is as it was afterwards.
class Connection final : public CardChannel {
public:
    Connection(SCARDCONTEXT context, const std::string &reader) {
        for (const DWORD mode : {DWORD{SCARD_SHARE_EXCLUSIVE}, DWORD{SCARD_SHARE_SHARED}}) {
            open_ = open_ || SCardConnect(context, reader.c_str(), mode, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                                          &handle_, &protocol_) == SCARD_S_SUCCESS;
        }
    }
    ~Connection() override {
        if (open_) {
            SCardDisconnect(handle_, SCARD_RESET_CARD);
        }
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] bool ready() const { return open_; }

    [[nodiscard]] std::optional<Bytes> transmit(ByteView command) override {
        std::array<std::uint8_t, MAX_BUFFER_SIZE> answer{};
        DWORD length = answer.size();
        const SCARD_IO_REQUEST request{protocol_, sizeof(SCARD_IO_REQUEST)};
        if (SCardTransmit(handle_, &request, command.data(), static_cast<DWORD>(command.size()), nullptr, answer.data(),
                          &length) != SCARD_S_SUCCESS ||
            length > answer.size()) {
            return std::nullopt;
        }
        return Bytes(answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(length));
    }

private:
    SCARDHANDLE handle_ = 0;
    DWORD protocol_ = 0;
    bool open_ = false;
};

} // namespace

struct PcscReader::State {
    SCARDCONTEXT context = 0;
    bool open = false;
    std::string seen; ///< which card, and how often one was put into its reader
    std::string left; ///< the same of one that was read before forget()
    int tries = 0;    ///< that the card could not be read
    CardSight sight;

    /// The service may have been started, or started again, since.
    bool ensureOpen() {
        if (open && SCardIsValidContext(context) != SCARD_S_SUCCESS) {
            close();
        }
        open = open || SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) == SCARD_S_SUCCESS;
        return open;
    }
    void close() {
        if (open) {
            SCardReleaseContext(context);
        }
        open = false;
        seen.clear(); // a service that starts again counts from the beginning
    }

    [[nodiscard]] std::vector<std::string> readers() {
        std::vector<std::string> names;
        DWORD length = 0;
        LONG status = SCardListReaders(context, nullptr, nullptr, &length);
        std::string list(length, '\0');
        if (status == SCARD_S_SUCCESS) {
            status = SCardListReaders(context, nullptr, list.data(), &length);
        }
        if (status != SCARD_S_SUCCESS) {
            if (status != SCARD_E_NO_READERS_AVAILABLE && status != SCARD_E_INSUFFICIENT_BUFFER) {
                close(); // the service is gone
            }
            return names;
        }
        for (std::size_t at = 0; at < list.size() && list[at] != '\0';) {
            names.emplace_back(list.c_str() + at);
            at += names.back().size() + 1;
        }
        return names;
    }

    /// What a reader says now.
    [[nodiscard]] std::optional<SCARD_READERSTATE> ask(const std::string &reader) const {
        SCARD_READERSTATE state{};
        state.szReader = reader.c_str();
        state.dwCurrentState = SCARD_STATE_UNAWARE;
        return SCardGetStatusChange(context, 0, &state, 1) == SCARD_S_SUCCESS ? std::optional(state) : std::nullopt;
    }

    static ByteView atrOf(const SCARD_READERSTATE &state) {
        return {static_cast<const std::uint8_t *>(state.rgbAtr),
                std::min<std::size_t>(state.cbAtr, sizeof state.rgbAtr)};
    }
    static std::string keyOf(const SCARD_READERSTATE &state) {
        return std::string(state.szReader) + " " + std::to_string(state.dwEventState >> 16) + " " + toHex(atrOf(state));
    }

    CardSight set(std::string key, CardSight::State what, std::vector<CardPerson> people = {}) {
        const std::uint64_t insertion = sight.insertion + (key == seen ? 0 : 1);
        tries = key == seen && what == CardSight::State::Unreadable ? tries + 1 : 0;
        seen = std::move(key);
        sight = {what, insertion, std::move(people)};
        return sight;
    }

    CardSight read(const SCARD_READERSTATE &before) {
        using Sight = CardSight::State;
        const std::string reader = before.szReader;
        const std::string key = keyOf(before);
        if ((before.dwEventState & SCARD_STATE_MUTE) != 0) {
            return set(key, Sight::Unreadable);
        }
        if (!isVitale(atrOf(before))) {
            return set(key, Sight::NotVitale);
        }
        VitaleReading reading;
        {
            Connection card(context, reader);
            if (card.ready()) {
                reading = readVitale(card);
            }
        }
        const auto after = ask(reader);
        if (!after || (after->dwEventState & SCARD_STATE_PRESENT) == 0 || keyOf(*after) != key) {
            return set(key, Sight::Unreadable); // another card may be in by now
        }
        switch (reading.state) {
        case VitaleReading::State::Read: return set(key, Sight::Read, std::move(reading.people));
        case VitaleReading::State::NotVitale: return set(key, Sight::NotVitale);
        case VitaleReading::State::Unreadable: break;
        }
        return set(key, Sight::Unreadable);
    }
};

PcscReader::PcscReader() : state_(std::make_unique<State>()) {}
PcscReader::~PcscReader() { state_->close(); }

bool PcscReader::there() { return state_->ensureOpen() && !state_->readers().empty(); }

void PcscReader::forget() {
    if (!state_->seen.empty() && state_->sight.state == CardSight::State::Read) {
        state_->left = state_->seen;
    }
    state_->set({}, CardSight::State::NoCard);
}

CardSight PcscReader::look() {
    using Sight = CardSight::State;
    State &state = *state_;
    const std::vector<std::string> readers = state.ensureOpen() ? state.readers() : std::vector<std::string>();
    bool any = false, leftIsIn = false;
    std::optional<SCARD_READERSTATE> card;
    for (const std::string &reader : readers) {
        const auto now = state.ask(reader);
        if (!now) {
            continue;
        }
        any = true;
        if ((now->dwEventState & SCARD_STATE_PRESENT) == 0 || isProfessional(State::atrOf(*now))) {
            continue;
        }
        leftIsIn = leftIsIn || State::keyOf(*now) == state.left;
        if (!card || (!isVitale(State::atrOf(*card)) && isVitale(State::atrOf(*now)))) {
            card = now;
        }
    }
    if (!leftIsIn) {
        state.left.clear();
    }
    if (!card) {
        return state.set({}, any ? Sight::NoCard : Sight::NoReader);
    }
    const std::string key = State::keyOf(*card);
    if (key == state.left) {
        return state.set(key, Sight::LeftBehind);
    }
    constexpr int kTries = 2;
    const bool known = key == state.seen && state.sight.state != Sight::LeftBehind &&
                       (state.sight.state != Sight::Unreadable || state.tries >= kTries);
    return known ? state.sight : state.read(*card);
}

} // namespace guichet::kiosk
