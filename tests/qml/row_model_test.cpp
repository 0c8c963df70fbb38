// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/row_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace guichet::ui {

TEST_CASE("a list keeps its rows, and announces only what differs, while their number stays the same", "[ui]") {
    RowModel model({"label", "picked"});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    QSignalSpy reset(&model, &RowModel::modelReset);
    QSignalSpy changed(&model, &RowModel::dataChanged);
    QSignalSpy count(&model, &RowModel::countChanged);

    model.setRows({{"a", false}, {"b", true}});
    CHECK(reset.count() == 1);
    CHECK(count.count() == 1);
    CHECK(model.at(1, "label") == "b");
    CHECK(model.data(model.index(1), Qt::UserRole + 1) == true);

    model.setRows({{"a", true}, {"b", true}});
    CHECK(reset.count() == 1);
    REQUIRE(changed.count() == 1);
    CHECK(changed.at(0).at(0).toModelIndex().row() == 0);

    model.setRows({});
    CHECK(reset.count() == 2);
    CHECK(count.count() == 2);
    CHECK_FALSE(model.at(0, "label").isValid());
    CHECK_FALSE(model.at(0, "nothing").isValid());
}

} // namespace guichet::ui
