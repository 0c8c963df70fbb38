// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace guichet::storage {

/// 32 bytes that nobody else may see: kept out of swap and core files where the system allows, wiped when they go.
class Secret {
public:
    static constexpr std::size_t kSize = 32;

    Secret(); ///< zeros
    /// From the system's generator, never from a seeded one.
    [[nodiscard]] static Secret random();
    /// `bytes` must be 32 long.
    [[nodiscard]] static Secret copyOf(ByteView bytes);

    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret &&) noexcept = default;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret() = default;

    [[nodiscard]] std::span<std::uint8_t> writable() { return {bytes_.get(), kSize}; }
    [[nodiscard]] ByteView view() const { return {bytes_.get(), kSize}; }
    [[nodiscard]] Secret copy() const { return copyOf(view()); }
    /// In constant time.
    [[nodiscard]] bool equals(const Secret &other) const;

private:
    struct Free {
        void operator()(std::uint8_t *bytes) const;
    };
    std::unique_ptr<std::uint8_t, Free> bytes_;
};

/// Wipes a text that held a PIN or a code when it goes.
class WipedText {
public:
    explicit WipedText(std::string text) : text_(std::move(text)) {}
    WipedText(const WipedText &) = delete;
    WipedText &operator=(const WipedText &) = delete;
    ~WipedText();
    [[nodiscard]] std::string_view view() const { return text_; }

private:
    std::string text_;
};

} // namespace guichet::storage
