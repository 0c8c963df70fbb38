// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/words.h"
#include "printing/paper.h"
#include "printing/printer.h"

#include <string>

namespace guichet::kiosk::papers {

/// What a test page tells of the printer that it comes out of.
struct PrinterTest {
    std::string printer;
    std::string station;
    std::string says; ///< PrinterSays::words; "" of a folder, which says nothing of itself
    printing::DeviceStatus device;
    printing::PrinterAbilities abilities;
    std::string code; ///< read back by a code reader, it shows that the printer's codes can be read
};

/// The same line from the smallest letters that papers use to the largest.
[[nodiscard]] printing::Blocks letterSamples(const Texts &say);
/// Nobody's data: what the printer can and has, letters from the smallest that papers use to the largest, and a code.
/// `frame`: footer, author and instant of making, filled by the caller.
[[nodiscard]] printing::Paper printerTestPage(const Texts &say, printing::Paper frame, const PrinterTest &test);

} // namespace guichet::kiosk::papers
