// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/receipt_model.h"

#include "kiosk/counter/register_checks.h"
#include "kiosk/ui/kiosk_model.h"

namespace guichet::ui {

void ReceiptModel::setText(const QString &text) {
    genuine_.clear();
    unknown_.clear();
    detail_.clear();
    set(text_, text);
}

QString ReceiptModel::missing() const { return text_.trimmed().isEmpty() ? tr("Scan or type the code") : QString{}; }

void ReceiptModel::clear() {
    text_.clear();
    genuine_.clear();
    unknown_.clear();
    detail_.clear();
    ViewModel::clear();
}

void ReceiptModel::check() {
    if (missing().isEmpty() && !waiting()) {
        check({text_.trimmed()});
    }
}

void ReceiptModel::take(const QString &code, const QString &onUsKeys) {
    if (waiting()) {
        return;
    }
    setText(code);
    check(onUsKeys.isEmpty() || onUsKeys == code ? QStringList{code} : QStringList{code, onUsKeys});
}

void ReceiptModel::check(const QStringList &texts) {
    ask<QString>(
        [texts](Seat &seat) -> Result<QString> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            for (const auto &each : texts) {
                const auto text = each.toStdString();
                const auto verified = kiosk::verifyBytes(desk.machine, asBytes(text), kiosk::knownKeys(desk));
                if ((verified && verified->ok) || kiosk::isReferenceOfOurs(desk, text)) {
                    return each;
                }
            }
            return QString{};
        },
        [this](const QString &found) {
            const bool genuine = !found.isEmpty();
            if (genuine) {
                text_ = found;
            }
            genuine_ = genuine ? tr("Genuine: this counter wrote it.") : QString{};
            unknown_ = genuine ? QString{} : tr("Not found: no receipt of this counter.");
            detail_ = genuine ? tr("To open the case, identify the person first.")
                              : tr("A letter may have been misread; another counter may have made it.");
        });
}

} // namespace guichet::ui
