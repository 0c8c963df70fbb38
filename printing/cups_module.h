// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/cups_printer.h"

namespace guichet::printing {

/// What the module `guichet-cups.so` gives to the program that loads it. Both are of one build.
struct CupsModule {
    std::unique_ptr<Printer> (*printer)(CupsServer server, std::string name);
    Result<std::vector<CupsQueue>> (*queues)(const CupsServer &server);
};

inline constexpr const char *kCupsModule = "guichet-cups.so";
inline constexpr const char *kCupsModuleFunction = "guichetCupsModule"; ///< of the type below
using CupsModuleFunction = const CupsModule *();

} // namespace guichet::printing
