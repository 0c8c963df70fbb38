// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/row_model.h"

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
