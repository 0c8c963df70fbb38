// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/card/vitale.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace guichet::kiosk {
namespace {

constexpr std::size_t kMostPeople = 19; // ranks of the insured and of who is covered with them
constexpr std::size_t kMostBytes = 4096;
constexpr int kMostRetries = 4;

constexpr std::array<std::uint8_t, 7> kSelectRoot{0x00, 0xA4, 0x00, 0x00, 0x02, 0x3F, 0x00};
constexpr std::array<std::uint8_t, 16> kSelectVitale{0x00, 0xA4, 0x04, 0x00, 0x0B, 0xD2, 0x50, 0x00,
                                                     0x00, 0x02, 0x56, 0x49, 0x54, 0x41, 0x4C, 0x45};
constexpr std::array<std::uint8_t, 5> kReadSecondFile{0x00, 0xB0, 0x82, 0x00, 0x00};

enum Tag : unsigned { kPerson = 0x65, kSurname = 0x80, kFirstName = 0x81, kBorn = 0x82, kNumber = 0x93 };

/// What a command came to.
struct Answer {
    bool gone = false; ///< the card did not answer
    bool good = false; ///< status 9000
    Bytes data;
};

Answer ask(CardChannel &card, ByteView command) {
    constexpr std::uint8_t kMore = 0x61, kOtherLength = 0x6C, kGood = 0x90;
    Bytes next(command.begin(), command.end());
    Answer answer;
    for (int tries = 0; tries <= kMostRetries; ++tries) {
        const std::optional<Bytes> said = card.transmit(next);
        if (!said || said->size() < 2) {
            answer.gone = true;
            return answer;
        }
        const std::uint8_t first = (*said)[said->size() - 2];
        const std::uint8_t second = said->back();
        answer.data.insert(answer.data.end(), said->begin(), said->end() - 2);
        if (first == kGood && second == 0) {
            answer.good = true;
            return answer;
        }
        if (first == kMore) { // GET RESPONSE (ISO/IEC 7816-3, 12.2.1)
            next = {0x00, 0xC0, 0x00, 0x00, second};
        } else if (first == kOtherLength) {
            next.back() = second;
        } else {
            return answer;
        }
    }
    return answer;
}

struct Tlv {
    unsigned tag = 0;
    ByteView value;
};
struct TlvList {
    std::vector<Tlv> items;
    bool cut = false; ///< the bytes end inside one
};

/// BER-TLV (ISO/IEC 8825-1) of tags of one or two bytes; padding of zeros ends it.
TlvList readTlvs(ByteView bytes) {
    TlvList list;
    std::size_t at = 0;
    const auto next = [&]() -> std::optional<std::uint8_t> {
        return at < bytes.size() ? std::optional(bytes[at++]) : std::nullopt;
    };
    while (at < bytes.size() && bytes[at] != 0x00 && bytes[at] != 0xFF) {
        Tlv tlv;
        constexpr unsigned kTwoBytes = 0x1F;
        tlv.tag = *next();
        if ((tlv.tag & kTwoBytes) == kTwoBytes) {
            tlv.tag = tlv.tag << 8 | next().value_or(0);
        }
        const auto first = next();
        std::size_t length = first.value_or(0);
        if (first && length > 0x80) { // the number of bytes that hold it
            std::size_t digits = length & 0x7F;
            for (length = 0; digits > 0 && length <= kMostBytes; --digits) {
                length = length << 8 | next().value_or(0);
            }
        }
        if (!first || length > bytes.size() - at) {
            list.cut = true;
            break;
        }
        tlv.value = bytes.subspan(at, length);
        at += length;
        list.items.push_back(tlv);
    }
    return list;
}

/// The second file of what is selected, whole.
Answer readFile(CardChannel &card) {
    Answer file = ask(card, kReadSecondFile);
    while (file.good && readTlvs(file.data).cut && file.data.size() < kMostBytes) {
        const std::array<std::uint8_t, 5> rest{0x00, 0xB0, static_cast<std::uint8_t>(file.data.size() >> 8),
                                               static_cast<std::uint8_t>(file.data.size() & 0xFF), 0x00};
        Answer more = ask(card, rest);
        if (more.gone) {
            return more;
        }
        if (!more.good || more.data.empty()) {
            break;
        }
        file.data.insert(file.data.end(), more.data.begin(), more.data.end());
    }
    return file;
}

/// ISO 8859-1, without what pads it.
std::string latin(ByteView bytes) {
    std::string text;
    for (const std::uint8_t byte : bytes) {
        if (byte < 0x20 || (byte >= 0x7F && byte < 0xA0)) {
            text += ' ';
        } else if (byte < 0x80) {
            text += static_cast<char>(byte);
        } else {
            text += static_cast<char>(0xC0 | byte >> 6);
            text += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return trim(text);
}

/// "19410403"; a month or a day that is none is not known.
std::string birthDate(ByteView bytes) {
    const std::string text = latin(bytes);
    if (text.size() != 8 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        return {};
    }
    const int month = (text[4] - '0') * 10 + text[5] - '0';
    const int day = (text[6] - '0') * 10 + text[7] - '0';
    if (month < 1 || month > 12) {
        return text.substr(0, 4);
    }
    const std::string known = text.substr(0, 4) + "-" + text.substr(4, 2);
    return day < 1 || day > 31 ? known : known + "-" + text.substr(6, 2);
}

/// The templates of the people in a file, each with what is in it; also those that say nothing.
std::vector<std::vector<Tlv>> peopleIn(ByteView file) {
    std::vector<std::vector<Tlv>> people;
    for (const Tlv &tlv : readTlvs(file).items) {
        if (tlv.tag == kPerson) {
            people.push_back(readTlvs(tlv.value).items);
        }
    }
    return people;
}

CardPerson personOf(const std::vector<Tlv> &said) {
    CardPerson person;
    for (const Tlv &tlv : said) {
        if (tlv.tag == kSurname) {
            person.surname = latin(tlv.value);
        } else if (tlv.tag == kFirstName) {
            person.firstName = latin(tlv.value);
        } else if (tlv.tag == kBorn) {
            person.born = birthDate(tlv.value);
        }
    }
    return person;
}

bool matches(ByteView atr, std::string_view pattern) { // "3B75..": two dots stand for any byte
    if (atr.size() * 2 != pattern.size()) {
        return false;
    }
    const std::string hex = toHex(atr);
    return std::ranges::equal(hex, pattern, [](char c, char p) { return p == '.' || c == p; });
}

} // namespace

bool isVitale(ByteView atr) { return matches(atr, "3b75130000..09ea9000") || matches(atr, "3f652500..09..9000"); }

bool isProfessional(ByteView atr) { return toHex(atr).starts_with("3bac00402a"); }

VitaleReading readVitale(CardChannel &card) {
    using State = VitaleReading::State;
    VitaleReading reading;
    const Answer root = ask(card, kSelectRoot);
    if (!root.good) {
        reading.state = root.gone ? State::Unreadable : State::NotVitale;
        return reading;
    }
    const Answer names = readFile(card);
    if (!names.good) {
        reading.state = names.gone ? State::Unreadable : State::NotVitale;
        return reading;
    }
    std::vector<CardPerson> people;
    for (const std::vector<Tlv> &said : peopleIn(names.data)) {
        people.push_back(personOf(said));
    }
    const Answer application = ask(card, kSelectVitale);
    const Answer numbers = application.good ? readFile(card) : Answer{application.gone, false, {}};
    if (application.gone || numbers.gone) {
        return reading;
    }
    const std::vector<std::vector<Tlv>> numbered = peopleIn(numbers.data);
    // By their place, so only where both files are whole and have as many.
    const bool joined =
        numbers.good && numbered.size() == people.size() && !readTlvs(names.data).cut && !readTlvs(numbers.data).cut;
    for (std::size_t i = 0; joined && i < people.size(); ++i) {
        const auto number = std::ranges::find(numbered[i], unsigned{kNumber}, &Tlv::tag);
        people[i].nir = number == numbered[i].end() ? std::string() : latin(number->value);
    }
    std::erase_if(people, [](const CardPerson &person) { return person.surname.empty() && person.firstName.empty(); });
    people.resize(std::min(people.size(), kMostPeople));
    if (!people.empty()) {
        reading.state = State::Read;
        reading.people = std::move(people);
    }
    return reading;
}

} // namespace guichet::kiosk
