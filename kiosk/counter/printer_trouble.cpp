// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/printer_trouble.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace guichet::kiosk {
namespace {

struct Keyword {
    std::string_view starts;
    PrinterTrouble trouble;
};

constexpr std::array kKeywords{
    Keyword{"cover-open", PrinterTrouble::Open},
    Keyword{"door-open", PrinterTrouble::Open},
    Keyword{"interlock-open", PrinterTrouble::Open},
    Keyword{"media-jam", PrinterTrouble::Jam},
    Keyword{"media-empty", PrinterTrouble::NoPaper},
    Keyword{"input-tray-missing", PrinterTrouble::NoPaper},
    Keyword{"media-needed", PrinterTrouble::WrongPaper},
    Keyword{"output-area-full", PrinterTrouble::OutputFull},
    Keyword{"output-tray-missing", PrinterTrouble::OutputFull},
    Keyword{"toner-empty", PrinterTrouble::NoToner},
    Keyword{"marker-supply-empty", PrinterTrouble::NoToner},
    Keyword{"developer-empty", PrinterTrouble::NoToner},
    Keyword{"spool-area-full", PrinterTrouble::SpoolFull},
    Keyword{"paused", PrinterTrouble::Stopped},
    Keyword{"moving-to-paused", PrinterTrouble::Stopped},
    Keyword{"hold-new-jobs", PrinterTrouble::ByHand},
    Keyword{"media-low", PrinterTrouble::LowPaper},
    Keyword{"toner-low", PrinterTrouble::LowToner},
    Keyword{"marker-supply-low", PrinterTrouble::LowToner},
    Keyword{"developer-low", PrinterTrouble::LowToner},
    Keyword{"offline", PrinterTrouble::None}, // whether it answers is asked otherwise
    Keyword{"timed-out", PrinterTrouble::None},
    Keyword{"shutdown", PrinterTrouble::None},
    Keyword{"connecting-to-device", PrinterTrouble::None}, // as each job begins
    Keyword{"cups-", PrinterTrouble::None},                // what CUPS's own programs tell each other
};

struct TroubleWords {
    PrinterTrouble trouble;
    const char *says;
    const char *advice;  ///< null where nothing has to be done now
    const char *picture; ///< of it
};

constexpr std::string_view kPrinterTexts = "printer.";
constexpr std::array kWords{
    TroubleWords{PrinterTrouble::Unknown, "printer.unknown", "printer.unknown-do", "printer-no-answer"},
    TroubleWords{PrinterTrouble::NoAnswer, "printer.no-answer", "printer.no-answer-do", "printer-no-answer"},
    TroubleWords{PrinterTrouble::Replaced, "printer.replaced", "printer.replaced-do", "printer-call"},
    TroubleWords{PrinterTrouble::Unfit, "printer.unfit", "printer.unfit-do", "printer-call"},
    TroubleWords{PrinterTrouble::Open, "printer.open", "printer.open-do", "printer-open"},
    TroubleWords{PrinterTrouble::Jam, "printer.jam", "printer.jam-do", "printer-jam"},
    TroubleWords{PrinterTrouble::NoPaper, "printer.no-paper", "printer.no-paper-do", "printer-no-paper"},
    TroubleWords{PrinterTrouble::WrongPaper, "printer.wrong-paper", "printer.wrong-paper-do", "printer-no-paper"},
    TroubleWords{PrinterTrouble::OutputFull, "printer.output-full", "printer.output-full-do", "printer-output-full"},
    TroubleWords{PrinterTrouble::NoToner, "printer.no-toner", "printer.no-toner-do", "printer-no-toner"},
    TroubleWords{PrinterTrouble::SpoolFull, "printer.spool-full", "printer.spool-full-do", "printer-call"},
    TroubleWords{PrinterTrouble::Other, "printer.other", "printer.other-do", "printer-look"},
    TroubleWords{PrinterTrouble::ByHand, "printer.by-hand", "printer.by-hand-do", "printer-call"},
    TroubleWords{PrinterTrouble::Stopped, "printer.stopped", "printer.stopped-do", "printer-call"},
    TroubleWords{PrinterTrouble::LowPaper, "printer.low-paper", nullptr, nullptr},
    TroubleWords{PrinterTrouble::LowToner, "printer.low-toner", nullptr, nullptr},
};

bool isReport(std::string_view reason) { return reason.ends_with("-report"); }

bool isUncertain(std::string_view reason) { return isReport(reason) || reason.ends_with("-warning"); }

PrinterAlert alertOf(std::string_view reason) {
    const bool uncertain = isUncertain(reason);
    const auto keyword =
        std::ranges::find_if(kKeywords, [&](const Keyword &one) { return reason.starts_with(one.starts); });
    if (keyword == kKeywords.end()) {
        return {uncertain ? PrinterTrouble::None : PrinterTrouble::Other, true};
    }
    if (!stopsPrinting(keyword->trouble)) {
        return {isReport(reason) ? PrinterTrouble::None : keyword->trouble, true};
    }
    return {keyword->trouble, !uncertain};
}

/// What stops comes first, what is certain of it, and causes before the stop itself.
auto rank(const PrinterAlert &alert) {
    const bool cause = alert.trouble < PrinterTrouble::ByHand;
    return std::pair(cause ? (alert.certain ? 0 : 1) : stopsPrinting(alert.trouble) ? 2 : 3, alert.trouble);
}

/// What a queue says of itself, not of its printer.
bool isQueues(std::string_view reason) {
    static constexpr std::array<std::string_view, 4> kOwn{"paused", "moving-to-paused", "hold-new-jobs",
                                                          "spool-area-full"};
    return std::ranges::find(kOwn, withoutSeverity(reason)) != kOwn.end();
}

bool saysGone(const PrinterStatus &printer) {
    static constexpr std::array<std::string_view, 3> kGone{"offline", "timed-out", "shutdown"};
    return std::ranges::any_of(printer.reasons, [](const std::string &reason) {
        return std::ranges::find(kGone, withoutSeverity(reason)) != kGone.end();
    });
}

bool isOnesOwnState(const printing::DeviceStatus &device) { return device.state != printing::PrinterState::Unknown; }

} // namespace

std::string_view toText(PrinterTrouble trouble) {
    const auto words = std::ranges::find(kWords, trouble, &TroubleWords::trouble);
    return words == kWords.end() ? std::string_view() : std::string_view(words->says).substr(kPrinterTexts.size());
}

std::string troubleWords(const Texts &say, std::string_view name) {
    return say(std::string(kPrinterTexts) + std::string(name));
}

std::string_view withoutSeverity(std::string_view reason) {
    for (const std::string_view severity : {"-error", "-warning", "-report"}) {
        if (reason.ends_with(severity)) {
            return reason.substr(0, reason.size() - severity.size());
        }
    }
    return reason;
}

std::vector<std::string> saidBy(const PrinterStatus &printer) {
    if (!isOnesOwnState(printer.device)) {
        return printer.reasons;
    }
    std::vector<std::string> reasons = printer.device.reasons;
    std::ranges::copy_if(printer.reasons, std::back_inserter(reasons), isQueues);
    return reasons;
}

PrinterAlert alertOf(const PrinterStatus &printer, bool stuck) {
    using Answers = printing::DeviceStatus::Answers;
    if (printer.state == "unknown") {
        return {PrinterTrouble::Unknown, true};
    }
    if (printer.replaced || printer.unfit) {
        return {printer.replaced ? PrinterTrouble::Replaced : PrinterTrouble::Unfit, true};
    }
    if (printer.device.answers == Answers::No) {
        // A queue that prints and has something to say, while nobody answers, says that it does not reach it.
        const bool agreed = saysGone(printer) || printer.state == "stopped" ||
                            (printer.state == "processing" && !printer.message.empty());
        return {agreed ? PrinterTrouble::NoAnswer : PrinterTrouble::Unknown, true};
    }
    if (printer.device.answers == Answers::CannotTell && saysGone(printer)) {
        return {PrinterTrouble::Unknown, true};
    }
    PrinterAlert worst;
    if (printer.state == "stopped" || printer.device.state == printing::PrinterState::Stopped) {
        worst.trouble = PrinterTrouble::Stopped;
    }
    for (const std::string &reason : saidBy(printer)) {
        PrinterAlert alert = alertOf(std::string_view(reason));
        if (!alert.certain && std::ranges::find(printer.usual, withoutSeverity(reason)) != printer.usual.end()) {
            continue;
        }
        alert.certain = alert.certain || (stuck && !isReport(reason));
        worst = rank(alert) < rank(worst) ? alert : worst;
    }
    if (worst.trouble == PrinterTrouble::Stopped && printer.message == "Paused") {
        worst.trouble = PrinterTrouble::ByHand;
    }
    return worst;
}

bool stopsPrinting(PrinterTrouble trouble) { return trouble < PrinterTrouble::LowPaper; }

bool mayKeepSheets(PrinterTrouble trouble) {
    // What only holds the next job back keeps nothing of the last one.
    return stopsPrinting(trouble) && trouble != PrinterTrouble::SpoolFull && trouble != PrinterTrouble::ByHand &&
           trouble != PrinterTrouble::Replaced && trouble != PrinterTrouble::Unfit;
}

bool mayGoOn(const PrinterStatus &printer) {
    return printer.state == "stopped" && isOnesOwnState(printer.device) &&
           printer.device.state != printing::PrinterState::Stopped &&
           alertOf(printer).trouble == PrinterTrouble::Stopped;
}

PrinterSays printerSays(const Texts &say, const PrinterStatus &printer, bool stuck) {
    const PrinterAlert alert = alertOf(printer, stuck);
    const auto words = std::ranges::find(kWords, alert.trouble, &TroubleWords::trouble);
    if (words == kWords.end()) {
        return {.words = say(printer.state == "processing" ? "printer.printing" : "printer.ready"), .ready = true};
    }
    PrinterSays says{.words = say(words->says), .ready = !stopsPrinting(alert.trouble)};
    if (!alert.certain) {
        says.words = say("printer.perhaps", {{"what", says.words}});
    }
    if (words->advice != nullptr) {
        says.advice = say(words->advice);
        says.picture = words->picture;
    }
    return says;
}

} // namespace guichet::kiosk
