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
/// Landlock (Linux 5.13) lets the folders of fonts through. Where the kernel has none, a file system of its own does,
/// with these folders alone; where that is refused too, nothing at all can be opened any more, and a PDF whose fonts
/// are not inside it is drawn without their letters. Seccomp holds in every case; without it the error is ReaderFailed.
/// `preload` is called where there is no Landlock, before the doors shut.
[[nodiscard]] Result<void> shutIn(void (*preload)());

/// Tries what is not allowed, and returns what was refused as wire::Protection.
[[nodiscard]] std::uint32_t tryTheDoors();

} // namespace guichet::document
