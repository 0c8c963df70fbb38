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

TEST_CASE("rows that come or go between others leave those where they are", "[ui]") {
    RowModel model({"label"});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{"a"}, {"b"}, {"c"}});
    QSignalSpy reset(&model, &RowModel::modelReset);
    QSignalSpy inserted(&model, &RowModel::rowsInserted);
    QSignalSpy removed(&model, &RowModel::rowsRemoved);
    QSignalSpy changed(&model, &RowModel::dataChanged);
    QSignalSpy count(&model, &RowModel::countChanged);
    const auto labels = [&] {
        QStringList all;
        for (int row = 0; row < model.count(); ++row) {
            all.push_back(model.at(row, "label").toString());
        }
        return all.join(u' ').toStdString();
    };

    model.mendRows({{"a"}, {"B"}, {"new"}, {"newer"}, {"c"}});
    CHECK(labels() == "a B new newer c");
    REQUIRE(inserted.count() == 1);
    CHECK(inserted.at(0).at(1).toInt() == 2);
    CHECK(inserted.at(0).at(2).toInt() == 3);
    REQUIRE(changed.count() == 1);
    CHECK(changed.at(0).at(0).toModelIndex().row() == 1);

    model.mendRows({{"a"}, {"b"}, {"c"}});
    CHECK(labels() == "a b c");
    REQUIRE(removed.count() == 1);
    CHECK(removed.at(0).at(1).toInt() == 2);
    CHECK(removed.at(0).at(2).toInt() == 3);

    model.mendRows({{"a"}, {"a"}, {"b"}, {"c"}}); // the same twice
    CHECK(labels() == "a a b c");
    model.mendRows({{"c"}});
    CHECK(labels() == "c");
    CHECK(count.count() == 4);
    CHECK(reset.count() == 0);
}

} // namespace guichet::ui
