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
    if (!missing().isEmpty() || waiting()) {
        return;
    }
    ask<bool>(
        [text = text_.trimmed().toStdString()](Seat &seat) -> Result<bool> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            const ByteView bytes = asBytes(text);
            if (const auto verified = kiosk::verifyBytes(desk.machine, bytes, kiosk::knownKeys(desk));
                verified && verified->ok) {
                return true;
            }
            return kiosk::isReferenceOfOurs(desk, text);
        },
        [this](bool genuine) {
            genuine_ = genuine ? tr("Genuine: this counter wrote it.") : QString{};
            unknown_ = genuine ? QString{} : tr("Not found: no receipt of this counter.");
            detail_ = genuine ? tr("To open the case, identify the person first.")
                              : tr("A letter may have been misread; another counter may have made it.");
        });
}

} // namespace guichet::ui
