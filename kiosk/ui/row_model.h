// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace guichet::ui {

/// The rows of a list as the screen shows them: words and flags, made elsewhere. Where the number of rows stays the
/// same only what differs is announced, so that the keyboard's place in the list is kept.
class RowModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the view models")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// `roles`: the names that a delegate requires, in the order of each row's values.
    explicit RowModel(QList<QByteArray> roles, QObject *parent = nullptr);

    /// Each row has one value for each role.
    void setRows(QList<QVariantList> rows);
    /// Likewise; where rows come or go between others that stay, those keep their place too.
    void mendRows(QList<QVariantList> rows);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    /// The value of a role in a row; invalid where there is no such row or role.
    [[nodiscard]] QVariant at(int row, const QByteArray &role) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<QByteArray> roles_;
    QList<QVariantList> rows_;
};

} // namespace guichet::ui
