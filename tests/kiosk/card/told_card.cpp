// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/card/told_card.h"

#include "tests/support/cda_builder.h"

namespace guichet::test {
namespace {

void append(Bytes &to, unsigned tag, ByteView value) {
    to.push_back(static_cast<std::uint8_t>(tag));
    if (value.size() >= 0x80) {
        to.push_back(0x82);
        to.push_back(static_cast<std::uint8_t>(value.size() >> 8));
    }
    to.push_back(static_cast<std::uint8_t>(value.size() & 0xFF));
    to.insert(to.end(), value.begin(), value.end());
}

} // namespace

std::optional<Bytes> ToldCard::transmit(ByteView command) {
    said.push_back(toHex(command));
    if (goneAfter >= 0 && static_cast<int>(said.size()) > goneAfter) {
        return std::nullopt;
    }
    return answer(command);
}

Bytes ToldCard::answer(ByteView command) {
    const std::string asked = toHex(command);
    const auto status = [](std::uint8_t first, std::uint8_t second) { return Bytes{first, second}; };
    if (asked.starts_with("00a40000023f00")) {
        inApplication_ = false;
        return hasRoot ? status(0x90, 0x00) : status(0x6A, 0x82);
    }
    if (asked.starts_with("00a404000bd250000002564954414c45")) {
        inApplication_ = hasApplication;
        return hasApplication ? status(0x90, 0x00) : status(0x6A, 0x82);
    }
    if (asked.starts_with("00c00000")) {
        Bytes rest = std::exchange(waiting_, {});
        rest.insert(rest.end(), {0x90, 0x00});
        return rest;
    }
    if (!asked.starts_with("00b0")) {
        return status(0x6D, 0x00);
    }
    const Bytes &file = inApplication_ ? numbers : names;
    const bool byName = (command[2] & 0x80) != 0;
    const std::size_t from = byName ? 0 : std::size_t{command[2]} << 8 | command[3];
    if (file.empty() || from > file.size()) {
        return status(0x6A, file.empty() ? 0x82 : 0x86);
    }
    const std::size_t length = std::min(most, file.size() - from);
    Bytes part(file.begin() + static_cast<std::ptrdiff_t>(from),
               file.begin() + static_cast<std::ptrdiff_t>(from + length));
    if (t0 && command[4] == 0 && length < 256) { // the length has to be asked for exactly
        return status(0x6C, static_cast<std::uint8_t>(length));
    }
    if (t0) {
        waiting_ = std::move(part);
        return status(0x61, static_cast<std::uint8_t>(length & 0xFF));
    }
    part.insert(part.end(), {0x90, 0x00});
    return part;
}

Bytes cardFile(const std::vector<std::vector<std::pair<unsigned, std::string>>> &people) {
    Bytes file;
    for (const auto &person : people) {
        Bytes inside;
        for (const auto &[tag, text] : person) {
            append(inside, tag, asBytes(text));
        }
        append(file, 0x65, inside);
    }
    file.insert(file.end(), 16, 0x00);
    return file;
}

void fill(ToldCard &card) {
    card.names = cardFile({{{0x80, "MOULIN"}, {0x81, "ODILE"}, {0x82, "19410403"}},
                           {{0x80, "SERRES      "}, {0x81, toLatin1("ZOÉ")}, {0x82, "20190712"}}});
    card.numbers = cardFile({{{0x93, CdaPerson().ins}, {0x90, "250"}}, {{0x93, CdaPerson().ins}, {0x90, "250"}}});
}

} // namespace guichet::test
