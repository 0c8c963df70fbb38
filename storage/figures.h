// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// How often something happened at this station.
struct Tally {
    CivilDate day;
    std::string what; ///< "paper", "pages", "fault", "trouble", "visit"
    std::string name; ///< which: a paper's title, a state, a trouble; of nobody
    std::int64_t count = 0;
};

/// Cases of another channel of the agency, all alike: what a row of its report says.
struct ChannelFigure {
    std::string channel; ///< "post", "telephone", "online"
    std::string month;   ///< of the deposit: "2026-03"
    std::string kind;    ///< scope or form, "other-optouts", "other-requests"
    std::optional<int> days;
    std::string outcome; ///< "in-time", "late", "silence", "missing-pieces", "never", "waiting", "withdrawn"
    std::int64_t count = 1;

    bool operator==(const ChannelFigure &) const = default;
};

/// What is counted, of nobody. Borrows the database, which outlives it; belongs to its thread. Nothing opens a
/// transaction of its own.
class Figures {
public:
    explicit Figures(Database &database) : database_(database) {}

    void count(CivilDate day, std::string_view what, std::string_view name, std::int64_t more = 1);
    /// From one day to another, both among them; by day, then what, then name.
    [[nodiscard]] std::vector<Tally> tallies(CivilDate from, CivilDate to);

    /// In place of what was there of the channels and months that they are of.
    void replace(std::span<const ChannelFigure> figures);
    /// Of the months from one to another ("2026-03"), both among them.
    [[nodiscard]] std::vector<ChannelFigure> ofMonths(std::string_view from, std::string_view to);

private:
    Database &database_;
};

} // namespace guichet::storage
