// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/forget_typed.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodQueryEvent>

namespace guichet::ui {
namespace {

/// Answers for whatever has the keys: a field, and nothing in it.
class BlankField : public QObject {
public:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() != QEvent::InputMethodQuery) {
            return QObject::eventFilter(watched, event);
        }
        auto &asked = static_cast<QInputMethodQueryEvent &>(*event);
        if ((asked.queries() & Qt::ImEnabled) != 0) {
            asked.setValue(Qt::ImEnabled, true);
        }
        asked.accept();
        return true;
    }
};

} // namespace

void forgetTyped() {
    auto *method = QGuiApplication::inputMethod();
    method->reset();
    {
        BlankField blank;
        QCoreApplication::instance()->installEventFilter(&blank);
        method->update(Qt::ImQueryAll);
    }
    method->update(Qt::ImQueryAll); // what really has the keys
}

} // namespace guichet::ui
