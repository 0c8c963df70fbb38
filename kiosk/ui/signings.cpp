// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/signings.h"

namespace guichet::ui {

QList<QVariantList> Signings::rows(std::optional<kiosk::Signed> chosen) {
    const std::array labels{tr("Signed on the paper"), tr("A mark on the paper"), tr("Said aloud")};
    const std::array abouts{tr("The person has read it, or it was read to them"),
                            tr("The person can’t write: two witnesses sign the paper"),
                            tr("The person can’t sign: write on the paper what was said")};
    QList<QVariantList> rows;
    for (std::size_t i = 0; i < order.size(); ++i) {
        rows.push_back({labels.at(i), abouts.at(i), chosen == order.at(i)});
    }
    return rows;
}

} // namespace guichet::ui
