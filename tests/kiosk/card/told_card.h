// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/card/vitale.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace guichet::test {

/// The content of a card, as it answers to commands: written from the description of the files alone.
class ToldCard final : public kiosk::CardChannel {
public:
    Bytes names;                   ///< second file of the root; empty: there is none
    Bytes numbers;                 ///< second file of the application
    bool hasRoot = true;           ///< a card without is no carte Vitale
    bool hasApplication = true;    ///< the first generation may refuse it
    bool t0 = false;               ///< answers "61 xx" and "6C xx" as T=0 does
    std::size_t most = 256;        ///< bytes that one answer has
    int goneAfter = -1;            ///< taken out after that many commands
    std::vector<std::string> said; ///< what it was asked, in hexadecimal

    [[nodiscard]] std::optional<Bytes> transmit(ByteView command) override;

private:
    [[nodiscard]] Bytes answer(ByteView command);
    bool inApplication_ = false;
    Bytes waiting_;
};

/// A file of people: tags and their texts, in ISO 8859-1, one list a person.
[[nodiscard]] Bytes cardFile(const std::vector<std::vector<std::pair<unsigned, std::string>>> &people);

/// A card of the person of the CDA builder and a child, with their numbers.
void fill(ToldCard &card);

} // namespace guichet::test
