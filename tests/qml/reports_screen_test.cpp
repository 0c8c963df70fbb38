// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor looks at whether the counter answers as quickly.
#include "kiosk/counter/channel_figures.h"
#include "kiosk/ui/reports_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

namespace guichet::test {

TEST_CASE("figures are looked at by period and kind of act, and printed", "[ui]") {
    Counter counter;
    counter.signIn("S01");
    const auto month = [&](int before) {
        const auto today = counter.kiosk.today();
        return formatDate(kiosk::addMonths(today.year() / today.month() / 1, -before)).substr(0, 7);
    };
    counter.stage.atDesk([&](kiosk::Desk &desk) {
        std::string rows = "channel,month,kind,days,outcome,count\n";
        for (const int before : {1, 2, 5}) {
            rows += "online," + month(before) + ",s3704,6,in-time,60\n";
            rows += "post," + month(before) + ",bank-details,20,late,60\n";
        }
        must(kiosk::takeChannelFigures(desk, rows));
    });
    ui::ReportsModel &model = *counter.kiosk.reports();
    counter.kiosk.openReports();
    counter.answered(model);
    CHECK_FALSE(model.empty());
    CHECK(model.conclusion().startsWith(QStringLiteral("Ces chiffres ne permettent pas")));
    const auto rowsOf = [](const QVariantMap &plot, const char *key) { return plot.value(key).toList(); };
    // Everything, requests and the two forms; post and online.
    CHECK(model.kinds()->count() == 4);
    CHECK(rowsOf(model.delays(), "rows").size() == 2);
    CHECK(rowsOf(model.trend(), "columns").size() == 2); // the last three months have figures of two
    CHECK(model.trend().value("words").toString().contains(QStringLiteral("6 en ")));
    CHECK_FALSE(model.compares());
    model.chooseKind(3);
    REQUIRE(rowsOf(model.delays(), "rows").size() == 1);
    CHECK(rowsOf(model.delays(), "rows").front().toMap().value("points").toList().size() == 10);
    model.choosePeriod(3); // twelve months
    counter.answered(model);
    CHECK(rowsOf(model.trend(), "columns").size() == 5); // those between, too, of which nothing is known
    model.choosePeriod(0);                               // the demo's own acts alone, of one month
    counter.answered(model);
    CHECK_FALSE(model.hasTrend());
    model.choosePeriod(1);
    counter.answered(model);
    model.print();
    counter.answered(model);
    CHECK_FALSE(model.done().isEmpty());
    model.printActivity();
    counter.answered(model);
    CHECK_FALSE(model.done().isEmpty());
    CHECK(model.problem().isEmpty());
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == ui::KioskModel::Home);
    CHECK(model.kinds()->count() == 0);
}

} // namespace guichet::test
