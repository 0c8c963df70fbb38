// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "printing/printer.h"

namespace guichet::printing {

/// One copy as the PDF, one of this library's, says itself: on the size of its first page (A3, A4, A5; another is
/// printed on A4), on one side or both (Sheet::Sides).
[[nodiscard]] PrintChoice choiceFor(ByteView pdf);

} // namespace guichet::printing
