// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secret.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace guichet::storage {

Secret::Secret() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
    bytes_.reset(static_cast<std::uint8_t *>(sodium_malloc(kSize)));
    if (bytes_ == nullptr) {
        throw std::bad_alloc();
    }
    sodium_memzero(bytes_.get(), kSize);
}

Secret Secret::random() {
    Secret secret;
    randombytes_buf(secret.bytes_.get(), kSize);
    return secret;
}

Secret Secret::copyOf(ByteView bytes) {
    if (bytes.size() != kSize) {
        throw std::logic_error("a secret has 32 bytes");
    }
    Secret secret;
    std::ranges::copy(bytes, secret.bytes_.get());
    return secret;
}

bool Secret::equals(const Secret &other) const { return sodium_memcmp(bytes_.get(), other.bytes_.get(), kSize) == 0; }

void Secret::Free::operator()(std::uint8_t *bytes) const { sodium_free(bytes); } // wipes it first

WipedText::~WipedText() { sodium_memzero(text_.data(), text_.size()); }

} // namespace guichet::storage
