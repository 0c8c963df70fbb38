// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/report_common.h"

#include "base/bytes.h"
#include "base/text.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::kiosk {

Result<void> checkPeriod(const Desk &desk, const Period &period) {
    constexpr int kLongestMonths = 120;
    if (period.from > today(desk)) {
        return fail(ErrorCode::FutureDate, formatDate(period.from));
    }
    if (period.from > period.to || period.to > addMonths(period.from, kLongestMonths)) {
        return fail(ErrorCode::BadValue, "--from " + formatDate(period.from) + " --to " + formatDate(period.to));
    }
    return {};
}

bool isSum(std::string_view kind) { return kind == kAllActs || kind == kAllOptouts || kind == kAllRequests; }

std::string titleOfKind(const Desk &desk, const Texts &say, std::string_view kind) {
    using Own = std::pair<std::string_view, const char *>;
    constexpr std::array<Own, 5> kOwn{{{kAllActs, "equality.all"},
                                       {kAllOptouts, "equality.optouts"},
                                       {kAllRequests, "equality.requests"},
                                       {kOtherOptouts, "equality.other-optouts"},
                                       {kOtherRequests, "equality.other-requests"}}};
    if (const auto *own = std::ranges::find(kOwn, kind, &Own::first); own != kOwn.end()) {
        return say(own->second);
    }
    if (const Scope *scope = desk.machine.catalogue.scope(kind)) {
        return scope->title.in(say.language());
    }
    const Form *form = desk.machine.catalogue.form(kind);
    return form != nullptr ? form->title.in(say.language()) : std::string(kind);
}

std::string csvField(const std::string &field) {
    return field.find_first_of("\",\r\n") == std::string::npos ? field : '"' + replaceAll(field, "\"", "\"\"") + '"';
}

Result<void> journalReport(const Desk &desk, std::string_view report, const Period &period, std::string_view csv) {
    return journalAlone(desk, {.kind = "report.made",
                               .person = {},
                               .by = {},
                               .details = {{"report", std::string(report)},
                                           {"from", formatDate(period.from)},
                                           {"to", formatDate(period.to)},
                                           {"sha256", toHex(sha256(csv))}},
                               .stays = true});
}

} // namespace guichet::kiosk
