// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>

namespace guichet::document {

/// Before anything else: no privileges to gain, no core file, no debugger, limits of memory, files and size, and no
/// open file but 0 (the pipe) and 2 (messages).
void dropEverything();

/// Shuts this process in, for good: no network, no writing, no other program or process, no file but fonts.
///
/// Landlock (Linux 5.13) lets the folders of fonts through; where the kernel has none, or refuses it, nothing at all
/// can be opened any more: what `preload` reads must do. Seccomp holds in either case; without it the error is
/// ReaderFailed. `preload` is called before the doors shut where they shut completely.
[[nodiscard]] Result<void> shutIn(void (*preload)());

/// Tries what is not allowed, and returns what was refused as wire::Protection.
[[nodiscard]] std::uint32_t tryTheDoors();

} // namespace guichet::document
