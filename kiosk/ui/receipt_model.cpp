// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/receipt_model.h"

#include "kiosk/counter/register_checks.h"
#include "kiosk/ui/kiosk_model.h"

namespace guichet::ui {

void ReceiptModel::setText(const QString &text) {
    genuine_.clear();
    unknown_.clear();
    detail_.clear();
    reference_.clear();
    set(text_, text);
}

QString ReceiptModel::missing() const { return text_.trimmed().isEmpty() ? tr("Scan or type the code") : QString{}; }

void ReceiptModel::clear() {
    text_.clear();
    genuine_.clear();
    unknown_.clear();
    detail_.clear();
    reference_.clear();
    ViewModel::clear();
}

bool ReceiptModel::canIdentify() const { return !reference_.empty() && kiosk().mayServe(); }

void ReceiptModel::identify() {
    if (canIdentify() && !waiting()) {
        kiosk().identifyFor(reference_);
    }
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
    struct Found {
        QString text;
        std::string reference;
    };
    ask<Found>(
        [texts](Seat &seat) -> Result<Found> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            for (const auto &text : texts) {
                if (auto reference = kiosk::receiptOfOurs(desk, text.toStdString())) {
                    return Found{text, std::move(*reference)};
                }
            }
            return Found{};
        },
        [this](const Found &found) {
            reference_ = found.reference;
            const bool genuine = !reference_.empty();
            if (genuine) {
                text_ = found.text;
            }
            genuine_ = genuine ? tr("Genuine: this counter wrote it.") : QString{};
            unknown_ = genuine ? QString{} : tr("Not found: no receipt of this counter.");
            detail_ = genuine ? tr("To open the case, identify the person first.")
                              : tr("A letter may have been misread; another counter may have made it.");
        });
}

} // namespace guichet::ui
