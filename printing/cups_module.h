// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/cups_printer.h"

namespace guichet::printing {

/// What the module `guichet-cups.so` gives to the program that loads it, by the names of cups_printer.h. Both are of
/// one build.
struct CupsModule {
    std::unique_ptr<Printer> (*printer)(CupsServer server, std::string name);
    Result<std::vector<CupsQueue>> (*queues)(const CupsServer &server);
    Result<std::vector<AnnouncedPrinter>> (*announced)(const CupsServer &server, std::chrono::milliseconds limit);
    Result<void> (*addQueue)(const CupsServer &server, const std::string &name, const std::string &uri);
};

inline constexpr const char *kCupsModule = "guichet-cups.so";
inline constexpr const char *kCupsModuleFunction = "guichetCupsModule"; ///< of the type below
using CupsModuleFunction = const CupsModule *();

} // namespace guichet::printing
