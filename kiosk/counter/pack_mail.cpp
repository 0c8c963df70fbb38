// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/pack_mail.h"

#include "base/bytes.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

namespace guichet::kiosk {
namespace {

/// A text message holds 160 characters of this alphabet (GSM 03.38), and 70 of any other.
std::string forTextMessage(std::string text) {
    for (const auto &[from, to] : {std::pair{"’", "'"}, std::pair{"\u00A0", " "}, std::pair{"\u202F", " "}}) {
        text = replaceAll(std::move(text), from, to);
    }
    return text;
}

bool isLetterOrDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// How many characters of these one message holds.
std::size_t mostOf(const std::string &text) {
    constexpr std::string_view kOthers =
        " '\"!%&()*+,-./:;<=>?@£$¥èéùìòÇØøÅåÄäÖöÑñÜüàÉ\n"; // GSM 03.38, but for its Greek
    constexpr std::size_t kGsm = 160;
    constexpr std::size_t kUcs2 = 70;
    const bool gsm = std::ranges::all_of(charactersOf(text), [&](std::string_view one) {
        return (one.size() == 1 && isLetterOrDigit(one[0])) || kOthers.find(one) != std::string_view::npos;
    });
    return gsm ? kGsm : kUcs2;
}

/// An address that a header takes as it is (RFC 5322 section 3.4.1, a dot-atom and a domain).
bool isMailAddress(std::string_view address) {
    const std::size_t at = address.find('@');
    const auto all = [](std::string_view part, std::string_view marks) {
        return !part.empty() && part.front() != '.' && part.back() != '.' && std::ranges::all_of(part, [&](char c) {
            return isLetterOrDigit(c) || marks.find(c) != std::string_view::npos;
        });
    };
    return at != std::string_view::npos && all(address.substr(0, at), ".!#$%&'*+-/=?^_`{|}~") &&
           all(address.substr(at + 1), ".-");
}

/// RFC 2045 base64, in lines of 76 characters.
std::string base64Lines(std::string_view bytes) {
    const std::string whole = toBase64(asBytes(bytes));
    std::string lines;
    constexpr std::size_t kLine = 76;
    for (std::size_t at = 0; at < whole.size(); at += kLine) {
        lines += whole.substr(at, kLine) + "\r\n";
    }
    return lines;
}

/// A header's text that is not all ASCII (RFC 2047), in words of at most 75 characters.
std::string encodedWords(std::string_view text) {
    constexpr std::size_t kMostBytes = 36; // 60 characters as a word, after the header's name
    std::vector<std::string> words;
    std::string part;
    const auto flush = [&] {
        if (!part.empty()) {
            words.push_back("=?UTF-8?B?" + toBase64(asBytes(part)) + "?=");
            part.clear();
        }
    };
    for (const std::string_view one : charactersOf(text)) {
        if (part.size() + one.size() > kMostBytes) {
            flush();
        }
        part += one;
    }
    flush();
    return join(words, "\r\n ");
}

/// "Mon, 30 Nov 2026 13:31:11 +0000" (RFC 5322).
std::string mailDate(Instant at) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", kDays.at(std::chrono::weekday(day).c_encoding()),
                       static_cast<unsigned>(date.day()), kMonths.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

/// A message to be sent by whoever opens it: text and HTML, nothing that is fetched, nobody yet whom it goes to.
std::string mailOf(const Texts &say, const papers::PackWords &words) {
    constexpr std::string_view kBoundary = "guichet-pack-7c1f0e";
    const auto part = [&](std::string_view type, const std::string &content) {
        return fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
                           "Content-Language: {}\r\n\r\n{}",
                           kBoundary, type, say.language(), base64Lines(content));
    };
    return fmt::format("From: {}\r\n <{}>\r\nTo: undisclosed-recipients:;\r\nSubject: {}\r\nDate: {}\r\nX-Unsent: 1\r\n"
                       "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
                       encodedWords(words.letterhead.name()), words.letterhead.email(),
                       encodedWords(words.pack.title.in(say.language())), mailDate(words.making.instant), kBoundary) +
           part("text/plain", replaceAll(papers::packMailText(say, words), "\n", "\r\n")) +
           part("text/html", replaceAll(papers::packMailHtml(say, words), "\n", "\r\n")) +
           fmt::format("--{}--\r\n", kBoundary);
}

} // namespace

Result<std::string> packMail(const Texts &say, const papers::PackWords &words) {
    const std::string &from = words.letterhead.email();
    if (from.empty()) {
        return fail(ErrorCode::MentionMissing, "agency-email");
    }
    if (!isMailAddress(from)) {
        return fail(ErrorCode::BadValue, "agency-email");
    }
    return mailOf(say, words);
}

Result<std::string> packTextMessage(const Texts &say, const papers::PackWords &words) {
    std::string text = forTextMessage(fill(words.pack.sms.in(say.language()), words.values));
    if (countCharacters(text) > mostOf(text)) {
        return fail(ErrorCode::TooLarge, say.language(), std::to_string(countCharacters(text)));
    }
    return text;
}

} // namespace guichet::kiosk
