// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/traces.h"

#include <QAbstractItemModel>
#include <QGuiApplication>
#include <QInputMethod>
#include <QMetaProperty>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>

#include <algorithm>
#include <memory>
#include <vector>

namespace guichet::test {
namespace {

class Walk {
public:
    void to(QObject *object) {
        if (object == nullptr || seen_.contains(object)) {
            return;
        }
        seen_.insert(object);
        where_ = QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName();
        const auto where = where_;
        const auto *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const auto property = meta->property(i);
            where_ = where + u'.' + QString::fromLatin1(property.name());
            note(property.read(object));
        }
        for (const auto &name : object->dynamicPropertyNames()) {
            where_ = where + u'.' + QString::fromLatin1(name);
            note(object->property(name));
        }
        if (const auto *rows = qobject_cast<const QAbstractItemModel *>(object); rows != nullptr) {
            const auto roles = rows->roleNames();
            for (int row = 0; row < rows->rowCount(); ++row) {
                for (auto role = roles.begin(); role != roles.end(); ++role) {
                    where_ = where + QStringLiteral("[%1].").arg(row) + QString::fromLatin1(role.value());
                    note(rows->index(row, 0).data(role.key()));
                }
            }
        }
        for (auto *child : object->children()) {
            to(child);
        }
        if (const auto *item = qobject_cast<const QQuickItem *>(object); item != nullptr) {
            for (auto *child : item->childItems()) {
                to(child);
            }
        }
        if (const auto *window = qobject_cast<const QQuickWindow *>(object); window != nullptr) {
            to(window->contentItem());
        }
    }
    Traces traces;

private:
    void note(const QVariant &value) {
        if (auto *object = value.value<QObject *>(); object != nullptr) {
            to(object);
        } else if (value.canConvert<QVariantList>() && value.typeId() != QMetaType::QString &&
                   value.typeId() != QMetaType::QByteArray) {
            const auto where = where_;
            for (const auto &one : value.toList()) {
                where_ = where;
                note(one);
            }
        } else if (value.canConvert<QString>()) {
            if (const auto text = value.toString(); !text.isEmpty()) {
                traces.push_back(where_ + QStringLiteral(": ") + text);
            }
        }
    }

    QSet<QObject *> seen_;
    QString where_;
};

} // namespace

Traces tracesIn(const QList<QObject *> &roots) {
    Walk walk;
    for (auto *root : roots) {
        walk.to(root);
    }
    return walk.traces;
}

Traces tracesOf(ui::KioskModel &kiosk) {
    QList<QObject *> roots{&kiosk, QGuiApplication::inputMethod()};
    std::vector<std::unique_ptr<QObject>> made;
    for (auto *window : QGuiApplication::topLevelWindows()) {
        roots.push_back(window);
        if (auto *engine = qmlEngine(window); engine != nullptr) {
            QQmlComponent component(engine);
            component.setData("import QtQml\nimport QtQuick.VirtualKeyboard\n"
                              "QtObject { property QtObject context: InputContext\n"
                              "property QtObject engine: InputContext.inputEngine\n"
                              "property QtObject words: InputContext.inputEngine.wordCandidateListModel }",
                              {});
            made.emplace_back(component.create());
            roots.push_back(made.back().get());
        }
    }
    return tracesIn(roots);
}

Traces with(const QStringList &words, const Traces &traces) {
    Traces found;
    std::ranges::copy_if(traces, std::back_inserter(found), [&](const QString &trace) {
        return std::ranges::any_of(
            words, [&](const QString &word) { return !word.isEmpty() && trace.contains(word, Qt::CaseInsensitive); });
    });
    return found;
}

} // namespace guichet::test
