// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include "base/bytes.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace guichet {

std::uint32_t Random::below(std::uint32_t bound) {
    // The top of the range that is not a multiple of bound is drawn again, so that none is favoured.
    const std::uint32_t limit = UINT32_MAX - UINT32_MAX % bound;
    std::uint32_t drawn = 0;
    do {
        std::array<std::uint8_t, sizeof drawn> bytes{};
        fill(bytes);
        std::memcpy(&drawn, bytes.data(), sizeof drawn);
    } while (drawn >= limit);
    return drawn % bound;
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    std::array<std::uint8_t, randombytes_SEEDBYTES> key{};
    std::memcpy(key.data(), &seed_, sizeof seed_);
    std::memcpy(key.data() + sizeof seed_, &counter_, sizeof counter_);
    ++counter_;
    randombytes_buf_deterministic(bytes.data(), bytes.size(), key.data());
}

std::string makeId(Instant at, Random &random) {
    std::array<std::uint8_t, 16> uuid{};
    random.fill(uuid);
    const auto millis = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (int i = 0; i < 6; ++i) {
        uuid[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    }
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x70);
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);

    // 128 bits in 26 groups of five, the first holding the top three bits, so that the text sorts as the bytes do.
    static constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string id;
    unsigned pending = 0;
    int bits = 2; // two zero bits in front make 130
    for (const std::uint8_t byte : uuid) {
        pending = (pending << 8) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            id += kAlphabet[(pending >> bits) & 31U];
        }
        pending &= (1U << bits) - 1;
    }
    return id;
}

} // namespace guichet
