// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/printers.h"

#include <string>

namespace guichet::kiosk {

/// What keeps a printer from the next sheet, or soon will: the gravest first.
enum class PrinterTrouble {
    NoAnswer,   ///< switched off, unplugged, or nobody knows
    Open,       ///< a cover, a door
    Jam,        ///< a sheet is stuck
    NoPaper,    ///< a tray is empty, or not there
    WrongPaper, ///< another size or kind is wanted than is there
    OutputFull, ///< sheets have to be taken out first
    NoToner,
    SpoolFull, ///< of this machine, not of the printer
    Other,     ///< something that the printer says and this table does not know
    Stopped,   ///< the queue is paused, and nothing else is said
    LowPaper,  ///< from here on it prints all the same
    LowToner,
    None
};

/// The gravest of what the printing system says: printer-state and printer-state-reasons (RFC 8011 sections 5.4.11 and
/// 5.4.12). A reason that ends in "-warning" stops nothing, nor does one that ends in "-report", but for "offline",
/// which CUPS says of a printer that does not answer.
[[nodiscard]] PrinterTrouble troubleOf(const PrinterStatus &printer);
/// Nothing comes out before somebody does something.
[[nodiscard]] bool stopsPrinting(PrinterTrouble trouble);

/// In a few words, for lists and the bar: "Imprimante prête", "Imprimante : bourrage".
[[nodiscard]] std::string printerWords(const Texts &say, const PrinterStatus &printer);
/// What to do about it, in whole sentences; "" where it prints.
[[nodiscard]] std::string printerAdvice(const Texts &say, const PrinterStatus &printer);

} // namespace guichet::kiosk
