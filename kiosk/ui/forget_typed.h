// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::ui {

/// Empties what the keyboard on the screen remembers of the field that was typed in last: it keeps it until somebody
/// types in another. On the screen's thread.
void forgetTyped();

} // namespace guichet::ui
