// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/printer.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace guichet::printing {

/// Where CUPS is. By default what libcups takes: CUPS_SERVER, client.conf, the local socket.
struct CupsServer {
    std::string host; ///< a name, an address, or a socket's path ("/run/cups/cups.sock"); empty: the default
    int port = 631;
    std::chrono::milliseconds timeout{5000}; ///< for the connection, and for each silence of the server
};

/// A queue of CUPS, or a printer that CUPS knows (RFC 8011 and CUPS's own operations). Each call opens its own
/// connection; the PDF goes through memory only. libcups, and the thirty libraries that it brings, are loaded with the
/// first call of this or the next function: most commands print nothing. Error: PrinterUnreachable (they are not
/// installed).
[[nodiscard]] Result<std::unique_ptr<Printer>> cupsPrinter(const CupsServer &server, std::string name);

struct CupsQueue {
    std::string name;
    PrinterStatus status;
};

/// The queues of a server, in its order. Error: PrinterUnreachable.
[[nodiscard]] Result<std::vector<CupsQueue>> cupsQueues(const CupsServer &server);

} // namespace guichet::printing
