// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/report_common.h"
#include "kiosk/counter/statistics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Whether those who come to the counter are served as well as the others: figures of which nobody can be told. What
/// came to the counter is computed from the register's acts; what came by post, telephone and online is what the
/// agency's own reports say (channel_figures.h).
namespace guichet::kiosk {

enum class Channel { Counter, Post, Telephone, Online };
inline constexpr std::size_t kChannels = 4;
[[nodiscard]] std::string_view toText(Channel channel); ///< "counter", "post", "telephone", "online"
[[nodiscard]] std::string channelWords(const Texts &say, Channel channel);

/// How an act ended, or stands: each is one of these.
enum class Fate {
    InTime,        ///< answered by the day that the receipt names (or it names none)
    Late,          ///< answered after it
    Silence,       ///< decided by silence (CRPA L231-1 and after)
    MissingPieces, ///< refused while something was missing
    Never,         ///< that day is over, and nobody has answered
    Waiting,       ///< that day is to come, or there is none
    Withdrawn
};
inline constexpr std::size_t kFates = 7;
inline constexpr std::array kAnswers{Fate::InTime, Fate::Late, Fate::MissingPieces};
/// Neither waiting nor withdrawn.
inline constexpr std::array kSettled{Fate::InTime, Fate::Late, Fate::Silence, Fate::MissingPieces, Fate::Never};
[[nodiscard]] bool isAnswer(Fate fate);
[[nodiscard]] std::string_view toText(Fate fate); ///< "in-time", …, as in storage::ChannelFigure
[[nodiscard]] std::optional<Fate> fateFrom(std::string_view text);

/// One kind of act in one channel. What is hidden, being small or giving away what is (small_numbers.h), is nothing.
struct EqualityRow {
    std::string kind; ///< scope ("ens-refusal": one signature for two of them), form, or one of the above
    std::string title;
    std::optional<Channel> channel; ///< nothing: all of them, of which only `count` is told
    std::optional<std::int64_t> count;
    std::optional<double>
        share; ///< of the kind's acts in all channels, from 0 to 1; where the period is of whole months
    /// Of those below that are (kSettled).
    std::optional<std::int64_t> settled;
    std::array<std::optional<std::int64_t>, kFates> fates; ///< by Fate
    /// Days from deposit to decision, of what was decided; where at least kSmall were. Whole days where it hides.
    std::optional<double> median;
    std::optional<double> ninth; ///< nine answers of ten had come by then
    std::vector<double> tenths;  ///< ten that stand for all: the 5th, 15th, … 95th percentile, in whole days; where
                                 ///< there are ten times kSmall
    bool hides = false;

    /// From 0 to 1, where both are told.
    [[nodiscard]] std::optional<double> shareOf(Fate fate) const;
};

/// The median of what was deposited in a month, in whole days; only where at least kSmall of it was decided.
struct EqualityMonth {
    std::string kind;  ///< kAllActs, kAllOptouts, kAllRequests, or one alone
    std::string month; ///< "2026-03"
    Channel channel = Channel::Counter;
    double median = 0;
};

/// What a gap between the counter and online says.
enum class Verdict {
    AsWell, ///< not more than a day later, as sure as the interval is
    Later,
    Unclear ///< either could be, or more than one in ten has no answer whose delay is known
};
[[nodiscard]] std::string_view toText(Verdict verdict); ///< "as-well", "later", "unclear"
struct EqualityGap {
    std::string kind; ///< one alone: sums of kinds mix what is quick with what is slow
    std::string title;
    Gap gap;
    bool optout = false;
    Verdict verdict = Verdict::Unclear;
};

struct Equality {
    Period period;
    CivilDate asOf{};              ///< what had no answer by then has none here
    std::vector<EqualityRow> rows; ///< the sums first, then by title; by channel, those without an act left out
    std::vector<EqualityMonth> months;
    std::vector<EqualityGap> gaps;          ///< by title
    std::string conclusion;                 ///< one sentence, in the desk's language; "" where the figures allow none
    std::optional<std::int64_t> hours;      ///< that this counter was open: from opening or the first entry of a day to
                                            ///< closing or the last
    std::optional<std::int64_t> visits;     ///< that ended here
    std::optional<std::int64_t> unanswered; ///< of those: with no paper and no act
};
/// Of what was deposited in the period. Errors: NotAllowed, those of checkPeriod().
[[nodiscard]] Result<Equality> equality(Desk &desk, const Period &period);

/// For a spreadsheet (RFC 4180), a line for each row; what is hidden is empty, and named in the last column.
[[nodiscard]] std::string equalityCsv(const Equality &equality);

/// The paper, with the plots, for the wall. In the register ("report.made", with the period and the digest of the CSV),
/// whose head it shows. Errors: NotAllowed, NotPrintable, MentionMissing.
[[nodiscard]] Result<MadePaper> equalityReport(Desk &desk, const Equality &equality, const PaperWish &wish);

/// "12,5": days with one decimal at most, in the language of `say`; "+3"; "+3 jours".
[[nodiscard]] std::string daysNumber(const Texts &say, double days);
[[nodiscard]] std::string signedNumber(const Texts &say, double days);
[[nodiscard]] std::string signedDays(const Texts &say, double days);
/// "la moitié en 9 jours, neuf sur dix en 20 jours"; "+4 jours (de +2 à +5)"; "juillet 2026".
[[nodiscard]] std::string delayWords(const Texts &say, const EqualityRow &row);
[[nodiscard]] std::string gapWords(const Texts &say, const EqualityGap &gap);
[[nodiscard]] std::string monthWords(const Texts &say, const std::string &month);
/// Every month from the first that a kind has to the last.
[[nodiscard]] std::vector<std::string> monthsOf(const std::vector<EqualityMonth> &all, std::string_view kind);

} // namespace guichet::kiosk
