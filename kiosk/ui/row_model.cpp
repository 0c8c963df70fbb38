// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/row_model.h"

#include <algorithm>

namespace guichet::ui {

RowModel::RowModel(QList<QByteArray> roles, QObject *parent) : QAbstractListModel(parent), roles_(std::move(roles)) {}

void RowModel::setRows(QList<QVariantList> rows) {
    const auto before = count();
    if (rows.size() == rows_.size()) {
        rows_.swap(rows);
        for (int row = 0; row < count(); ++row) {
            if (rows_.at(row) != rows.at(row)) {
                emit dataChanged(index(row), index(row));
            }
        }
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    if (before != count()) {
        emit countChanged();
    }
}

void RowModel::mendRows(QList<QVariantList> rows) {
    const auto was = rows_.size();
    const auto is = rows.size();
    if (was == is || was == 0 || is == 0) {
        setRows(std::move(rows));
        return;
    }
    const auto most = std::min(was, is);
    qsizetype before = 0;
    while (before < most && rows_.at(before) == rows.at(before)) {
        ++before;
    }
    qsizetype after = 0;
    while (after < most - before && rows_.at(was - 1 - after) == rows.at(is - 1 - after)) {
        ++after;
    }
    const auto from = static_cast<int>(most - after); // the rows from here on come or go
    for (auto row = static_cast<int>(before); row < from; ++row) {
        rows_[row] = rows.at(row);
        emit dataChanged(index(row), index(row));
    }
    const auto last = from + static_cast<int>(std::max(was, is) - most) - 1;
    if (was < is) {
        beginInsertRows({}, from, last);
        rows_ = std::move(rows);
        endInsertRows();
    } else {
        beginRemoveRows({}, from, last);
        rows_ = std::move(rows);
        endRemoveRows();
    }
    emit countChanged();
}

QVariant RowModel::at(int row, const QByteArray &role) const {
    const auto column = roles_.indexOf(role);
    return row < 0 || row >= count() || column < 0 ? QVariant{} : rows_.at(row).value(column);
}

int RowModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowModel::data(const QModelIndex &index, int role) const {
    const auto column = role - Qt::UserRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || column < 0 ||
        column >= roles_.size()) {
        return {};
    }
    return rows_.at(index.row()).value(column);
}

QHash<int, QByteArray> RowModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < roles_.size(); ++i) {
        names.insert(Qt::UserRole + i, roles_.at(i));
    }
    return names;
}

} // namespace guichet::ui
