// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace guichet::test {

/// What Qt and the screens warned of since the last call.
[[nodiscard]] QStringList takeWarnings();

} // namespace guichet::test
