// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <stdexcept>

namespace guichet {

ByteView asBytes(std::string_view text) { return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()}; }

std::string_view asText(ByteView bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

std::string toHex(ByteView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
    if (text.empty()) {
        return Bytes{}; // libsodium wants a place to write to, even for nothing
    }
    Bytes bytes(text.size() / 2);
    std::size_t length = 0;
    if (text.size() % 2 != 0 ||
        sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0 ||
        length != bytes.size()) {
        return std::nullopt;
    }
    return bytes;
}

std::string toBase64(ByteView bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text, bool lenient) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const char *end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), lenient ? " \t\r\n" : nullptr, &length,
                          &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

// By OpenSSL, which is there with SQLCipher: it uses the processor's own instructions, libsodium does not (four times
// slower on documents with pictures).
Digest sha256(ByteView bytes) {
    Digest digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    return digest;
}

Digest sha256(std::string_view text) { return sha256(asBytes(text)); }

std::string sha256Hex(ByteView bytes) { return toHex(sha256(bytes)); }

} // namespace guichet
