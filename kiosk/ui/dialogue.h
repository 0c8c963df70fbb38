// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace guichet::ui {

/// What the agent and a person who does not hear write to each other: one types on each screen, or by turns where there
/// is one. Nothing of it is stored, and it is forgotten at the end of the visit. Belongs to the screen's thread.
class Dialogue : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *lines READ lines CONSTANT)
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString agents READ agents WRITE setAgents NOTIFY changed)
    Q_PROPERTY(QString persons READ persons WRITE setPersons NOTIFY changed)

public:
    static constexpr int kLongest = 300; ///< characters of one line
    static constexpr int kMost = 100;    ///< lines; the oldest go

    using QObject::QObject;

    /// Each: words, and whether the agent wrote it.
    [[nodiscard]] RowModel *lines() { return &lines_; }
    [[nodiscard]] bool open() const { return open_; }
    /// What is being typed.
    [[nodiscard]] const QString &agents() const { return agents_; }
    void setAgents(const QString &words);
    [[nodiscard]] const QString &persons() const { return persons_; }
    void setPersons(const QString &words);
    void forget();

    Q_INVOKABLE void start();
    /// It is shown no more; what was written stays until the end of the visit.
    Q_INVOKABLE void close();
    Q_INVOKABLE void sendAgents();
    Q_INVOKABLE void sendPersons();

signals:
    void changed();

private:
    void send(QString &words, bool byAgent);

    RowModel lines_{{"words", "byAgent"}};
    QList<QVariantList> written_;
    bool open_ = false;
    QString agents_;
    QString persons_;
};

} // namespace guichet::ui
