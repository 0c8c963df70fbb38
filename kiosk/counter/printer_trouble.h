// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/printers.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// What keeps a printer from the next sheet, or soon will: the gravest first.
enum class PrinterTrouble {
    Unknown,    ///< nobody can say
    NoAnswer,   ///< switched off or unplugged: its queue says so, and it does not answer when it is asked itself
    Replaced,   ///< another one stands behind its name: nothing is sent to it
    Unfit,      ///< it has no A4, or not the tray that is set: it refuses what it is sent
    Open,       ///< a cover, a door
    Jam,        ///< a sheet is stuck
    NoPaper,    ///< a tray is empty, or not there
    WrongPaper, ///< another size or kind is wanted than is there
    OutputFull, ///< sheets have to be taken out first
    NoToner,
    SpoolFull, ///< of this machine, not of the printer
    Other,     ///< something that the printer says and this table does not know
    ByHand,    ///< somebody paused the queue
    Stopped,   ///< the queue is paused by itself, and nothing else is said
    LowPaper,  ///< from here on it prints all the same
    LowToner,
    None
};

struct PrinterAlert {
    PrinterTrouble trouble = PrinterTrouble::None;
    /// Else it is said as a warning or a report (RFC 8011 section 5.4.12): some printers print on, others say no more
    /// than that about an empty tray.
    bool certain = true;
    bool operator==(const PrinterAlert &) const = default;
};

/// The gravest of what a queue and its printer say (RFC 8011 sections 5.4.11 and 5.4.12). A printer that answers itself
/// is believed rather than its queue, which repeats what it heard with its last job. `stuck`: something has been
/// printed for longer than it takes, so that a warning is the reason.
[[nodiscard]] PrinterAlert alertOf(const PrinterStatus &printer, bool stuck = false);
/// Nothing comes out before somebody does something.
[[nodiscard]] bool stopsPrinting(PrinterTrouble trouble);
/// A sheet of what was printed may lie in the printer still.
[[nodiscard]] bool mayKeepSheets(PrinterTrouble trouble);
/// The queue stopped by itself, and the printer answers that nothing stands in its way any more: resuming it is right.
/// Never one that somebody paused.
[[nodiscard]] bool mayGoOn(const PrinterStatus &printer);
/// "jam", "no-paper"; and a few words for it, by that name.
[[nodiscard]] std::string_view toText(PrinterTrouble trouble);
[[nodiscard]] std::string troubleWords(const Texts &say, std::string_view name);
/// The reasons that alertOf() looks at.
[[nodiscard]] std::vector<std::string> saidBy(const PrinterStatus &printer);
/// "media-empty" of "media-empty-warning".
[[nodiscard]] std::string_view withoutSeverity(std::string_view reason);

/// What a screen says of a printer.
struct PrinterSays {
    std::string words;   ///< a few, for lists and the bar: "Imprimante prête", "Imprimante : bourrage"
    std::string advice;  ///< what to do about it, in whole sentences; "" where it prints
    std::string picture; ///< of what to do, one of qml/pictures; "" where there is no advice
    bool ready = false;
    bool operator==(const PrinterSays &) const = default;
};
[[nodiscard]] PrinterSays printerSays(const Texts &say, const PrinterStatus &printer, bool stuck = false);

} // namespace guichet::kiosk
