// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printer_trouble.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace guichet::kiosk {
namespace {

struct Keyword {
    std::string_view starts;
    PrinterTrouble trouble;
    PrinterTrouble warning; ///< what its "-warning" is
};

constexpr std::array kKeywords{
    Keyword{"offline", PrinterTrouble::NoAnswer, PrinterTrouble::NoAnswer},
    Keyword{"timed-out", PrinterTrouble::NoAnswer, PrinterTrouble::None},
    Keyword{"shutdown", PrinterTrouble::NoAnswer, PrinterTrouble::None},
    Keyword{"cover-open", PrinterTrouble::Open, PrinterTrouble::None},
    Keyword{"door-open", PrinterTrouble::Open, PrinterTrouble::None},
    Keyword{"interlock-open", PrinterTrouble::Open, PrinterTrouble::None},
    Keyword{"media-jam", PrinterTrouble::Jam, PrinterTrouble::None},
    Keyword{"media-empty", PrinterTrouble::NoPaper, PrinterTrouble::LowPaper},
    Keyword{"input-tray-missing", PrinterTrouble::NoPaper, PrinterTrouble::LowPaper},
    Keyword{"media-needed", PrinterTrouble::WrongPaper, PrinterTrouble::LowPaper},
    Keyword{"output-area-full", PrinterTrouble::OutputFull, PrinterTrouble::None},
    Keyword{"output-tray-missing", PrinterTrouble::OutputFull, PrinterTrouble::None},
    Keyword{"toner-empty", PrinterTrouble::NoToner, PrinterTrouble::LowToner},
    Keyword{"marker-supply-empty", PrinterTrouble::NoToner, PrinterTrouble::LowToner},
    Keyword{"developer-empty", PrinterTrouble::NoToner, PrinterTrouble::LowToner},
    Keyword{"spool-area-full", PrinterTrouble::SpoolFull, PrinterTrouble::None},
    Keyword{"paused", PrinterTrouble::Stopped, PrinterTrouble::None},
    Keyword{"moving-to-paused", PrinterTrouble::Stopped, PrinterTrouble::None},
    Keyword{"hold-new-jobs", PrinterTrouble::Stopped, PrinterTrouble::None},
    Keyword{"media-low", PrinterTrouble::LowPaper, PrinterTrouble::LowPaper},
    Keyword{"toner-low", PrinterTrouble::LowToner, PrinterTrouble::LowToner},
    Keyword{"marker-supply-low", PrinterTrouble::LowToner, PrinterTrouble::LowToner},
    Keyword{"developer-low", PrinterTrouble::LowToner, PrinterTrouble::LowToner},
    Keyword{"connecting-to-device", PrinterTrouble::None, PrinterTrouble::None}, // as each job begins
};

struct Words {
    PrinterTrouble trouble;
    const char *says;
    const char *advice; ///< null where nothing has to be done now
};

constexpr std::array kWords{
    Words{PrinterTrouble::NoAnswer, "printer.no-answer", "printer.no-answer-do"},
    Words{PrinterTrouble::Open, "printer.open", "printer.open-do"},
    Words{PrinterTrouble::Jam, "printer.jam", "printer.jam-do"},
    Words{PrinterTrouble::NoPaper, "printer.no-paper", "printer.no-paper-do"},
    Words{PrinterTrouble::WrongPaper, "printer.wrong-paper", "printer.wrong-paper-do"},
    Words{PrinterTrouble::OutputFull, "printer.output-full", "printer.output-full-do"},
    Words{PrinterTrouble::NoToner, "printer.no-toner", "printer.no-toner-do"},
    Words{PrinterTrouble::SpoolFull, "printer.spool-full", "printer.spool-full-do"},
    Words{PrinterTrouble::Other, "printer.other", "printer.other-do"},
    Words{PrinterTrouble::Stopped, "printer.stopped", "printer.stopped-do"},
    Words{PrinterTrouble::LowPaper, "printer.low-paper", nullptr},
    Words{PrinterTrouble::LowToner, "printer.low-toner", nullptr},
};

PrinterTrouble troubleOf(std::string_view reason) {
    if (reason == "none" || (reason.ends_with("-report") && !reason.starts_with("offline"))) {
        return PrinterTrouble::None;
    }
    const bool warning = reason.ends_with("-warning");
    for (const Keyword &keyword : kKeywords) {
        if (reason.starts_with(keyword.starts)) {
            return warning ? keyword.warning : keyword.trouble;
        }
    }
    return warning ? PrinterTrouble::None : PrinterTrouble::Other;
}

} // namespace

PrinterTrouble troubleOf(const PrinterStatus &printer) {
    PrinterTrouble worst = printer.state == "unknown"   ? PrinterTrouble::NoAnswer
                           : printer.state == "stopped" ? PrinterTrouble::Stopped
                                                        : PrinterTrouble::None;
    for (const std::string &reason : printer.reasons) {
        worst = std::min(worst, troubleOf(std::string_view(reason)));
    }
    return worst;
}

bool stopsPrinting(PrinterTrouble trouble) { return trouble < PrinterTrouble::LowPaper; }

std::string printerWords(const Texts &say, const PrinterStatus &printer) {
    const PrinterTrouble trouble = troubleOf(printer);
    const auto words = std::ranges::find(kWords, trouble, &Words::trouble);
    if (words != kWords.end()) {
        return say(words->says);
    }
    return say(printer.state == "processing" ? "printer.printing" : "printer.ready");
}

std::string printerAdvice(const Texts &say, const PrinterStatus &printer) {
    const auto words = std::ranges::find(kWords, troubleOf(printer), &Words::trouble);
    return words == kWords.end() || words->advice == nullptr ? std::string() : say(words->advice);
}

} // namespace guichet::kiosk
