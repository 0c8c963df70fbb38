// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/who.h"

#include <QCoreApplication>
#include <QVariantList>

#include <array>
#include <optional>

namespace guichet::ui {

/// How something can be made final, as a screen offers it: rows of label, about, picked.
struct Signings {
    Q_DECLARE_TR_FUNCTIONS(Signings)

public:
    static constexpr std::array order{kiosk::Signed::Signature, kiosk::Signed::Mark, kiosk::Signed::Oral};
    static QList<QVariantList> rows(std::optional<kiosk::Signed> chosen);
};

} // namespace guichet::ui
