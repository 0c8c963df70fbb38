// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/clock.h"

namespace guichet {

/// Where salts, keys, identifiers and references come from.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
    /// A number in [0, bound), bound > 0, each as likely.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
};

/// The system's generator (libsodium). Thread-safe.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed: demo stores and tests only, never a key of a live store. Not thread-safe.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : seed_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t seed_;
    std::uint64_t counter_ = 0;
};

/// A UUIDv7 (RFC 9562 section 5.7) as 26 characters of Crockford's alphabet: opaque, sorted by the time it was made.
[[nodiscard]] std::string makeId(Instant at, Random &random);

} // namespace guichet
