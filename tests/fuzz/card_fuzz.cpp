// SPDX-License-Identifier: GPL-3.0-or-later
// A card says what it likes: each answer is a length of one byte, and that many bytes.
#include "kiosk/card/vitale.h"
#include "tests/fuzz/check.h"

#include <algorithm>

using namespace guichet;

namespace {

class FuzzedCard final : public kiosk::CardChannel {
public:
    explicit FuzzedCard(ByteView bytes) : bytes_(bytes) {}
    [[nodiscard]] std::optional<Bytes> transmit(ByteView) override {
        if (bytes_.empty()) {
            return std::nullopt;
        }
        const std::size_t length = std::min<std::size_t>(bytes_.front(), bytes_.size() - 1);
        const ByteView answer = bytes_.subspan(1, length);
        bytes_ = bytes_.subspan(1 + length);
        return Bytes(answer.begin(), answer.end());
    }

private:
    ByteView bytes_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const ByteView bytes(data, size);
    static_cast<void>(kiosk::isVitale(bytes));
    FuzzedCard card(bytes);
    const kiosk::VitaleReading reading = kiosk::readVitale(card);
    const bool read = reading.state == kiosk::VitaleReading::State::Read;
    fuzz::require(read == !reading.people.empty(), "a card that was read names somebody");
    fuzz::require(reading.people.size() <= 19, "and not more than it may");
    return 0;
}
