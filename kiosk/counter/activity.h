// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/report_common.h"
#include "storage/jobs.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a counter did, for the agency: counted, of nobody, and never by agent.
namespace guichet::kiosk {

struct ActivityRow {
    enum class Group {
        Papers,   ///< that came out, by their title
        Optouts,  ///< by scope, and the state in which they are now
        Requests, ///< by form, likewise
        Faults    ///< of printing, by what became of the paper, and by what the printer said
    };
    Group group = Group::Papers;
    std::string kind;  ///< title, scope, form, or state of a job ("stopped", "failed", "unknown") or trouble
    std::string title; ///< in the desk's language
    std::string state; ///< of opt-outs and requests, else ""
    std::string stateTitle;
    std::int64_t count = 0;
    std::optional<std::int64_t> pages; ///< of papers
};
[[nodiscard]] std::string_view toText(ActivityRow::Group group); ///< "papers", "optouts", "requests", "faults"

struct Activity {
    Period period;
    std::vector<ActivityRow> rows; ///< by group, then title, then state
};
/// Opt-outs and requests are those deposited in the period. Errors: NotAllowed, those of checkPeriod().
[[nodiscard]] Result<Activity> activity(Desk &desk, const Period &period);
[[nodiscard]] std::string activityCsv(const Activity &activity);
/// For the agency alone. In the register ("report.made"). Errors: NotAllowed, NotPrintable, MentionMissing.
[[nodiscard]] Result<MadePaper> activityReport(Desk &desk, const Activity &activity, const PaperWish &wish);

/// Counts what became of a paper between two looks at it, in the caller's transaction: that it came out, or did not.
void countPaper(Desk &desk, const storage::Job &before, const storage::Job &after);
/// Counts what a printer said that stopped it, in a transaction of its own.
[[nodiscard]] Result<void> countTrouble(Desk &desk, std::string_view trouble);

} // namespace guichet::kiosk
