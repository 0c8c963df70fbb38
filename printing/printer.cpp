// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer.h"

#include <array>

namespace guichet::printing {

std::string_view toText(PrinterState state) {
    static constexpr std::array<std::string_view, 4> kNames{"idle", "processing", "stopped", "unknown"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::string_view toText(JobState state) {
    static constexpr std::array<std::string_view, 8> kNames{"waiting",   "held",      "printing", "stopped",
                                                            "completed", "cancelled", "failed",   "unknown"};
    return kNames.at(static_cast<std::size_t>(state));
}

bool isFinal(JobState state) {
    return state == JobState::Completed || state == JobState::Cancelled || state == JobState::Failed;
}

} // namespace guichet::printing
