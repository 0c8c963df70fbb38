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
    std::vector<std::string> spellings;
    for (const auto &text : texts) {
        spellings.push_back(text.toStdString());
    }
    ask<std::string>(
        [spellings = std::move(spellings)](Seat &seat) -> Result<std::string> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::receiptOfOurs(desk, spellings);
        },
        [this](const std::string &reference) {
            reference_ = reference;
            const bool genuine = !reference_.empty();
            if (genuine) {
                text_ = QString::fromStdString(reference_);
            }
            genuine_ = genuine ? tr("Genuine: this counter wrote it.") : QString{};
            unknown_ = genuine ? QString{} : tr("Not found: no receipt of this counter.");
            detail_ = genuine ? tr("To open the case, identify the person first.")
                              : tr("A letter may have been misread; another counter may have made it.");
        });
}

} // namespace guichet::ui
