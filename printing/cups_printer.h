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
    std::string leads; ///< device-uri: where its papers go
};

/// The queues of a server, in its order. Error: PrinterUnreachable.
[[nodiscard]] Result<std::vector<CupsQueue>> cupsQueues(const CupsServer &server);

/// A printer that announces itself (DNS-SD: on the network, or on USB through ipp-usb) and that CUPS has no queue for.
struct AnnouncedPrinter {
    std::string queue; ///< a name for its queue, made of how it calls itself: "Bureau_du_fond"
    std::string name;  ///< how it calls itself: "Bureau du fond"
    std::string model;
    std::string place;
    std::string uri; ///< what addCupsQueue() takes
};

/// Listens for `limit`, or less where nobody can be heard: without Avahi there are none. Error: PrinterUnreachable.
[[nodiscard]] Result<std::vector<AnnouncedPrinter>> announcedPrinters(const CupsServer &server,
                                                                      std::chrono::milliseconds limit);

/// Makes a queue for a printer that needs no driver (IPP Everywhere, PWG 5100.14), and waits until CUPS knows what the
/// printer can do. A job that fails there is tried again, so that the queue does not stop. Nothing to be done where
/// there is this very queue; on failure there is none. Errors: BadValue (`name`: 1 to 127 characters without blanks,
/// "/" and "#", and not another queue's; `uri`: ipp: or ipps:), PrinterUnreachable (CUPS, or the printer),
/// PrinterRefused (the printer needs a driver, or CUPS leaves this to its administrators).
[[nodiscard]] Result<void> addCupsQueue(const CupsServer &server, const std::string &name, const std::string &uri);

} // namespace guichet::printing
