// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/printer.h"

#include <chrono>

namespace guichet::printing {

/// Where CUPS is. By default what libcups takes: CUPS_SERVER, client.conf, the local socket.
struct CupsServer {
    std::string host; ///< a name, an address, or a socket's path ("/run/cups/cups.sock"); empty: the default
    int port = 631;
    std::chrono::milliseconds timeout{5000}; ///< for the connection, and for each silence of the server
};

/// A queue of CUPS, or a printer that CUPS knows (RFC 8011 and CUPS's own operations). Each call opens its own
/// connection; the PDF goes through memory only.
class CupsPrinter final : public Printer {
public:
    CupsPrinter(CupsServer server, std::string name) : server_(std::move(server)), name_(std::move(name)) {}

    [[nodiscard]] const std::string &name() const override { return name_; }
    [[nodiscard]] Result<PrinterStatus> status() override;
    [[nodiscard]] Result<std::string> submit(std::string_view title, ByteView pdf, int copies) override;
    [[nodiscard]] Result<JobStatus> job(std::string_view id) override;
    [[nodiscard]] Result<std::optional<std::string>> find(std::string_view title) override;
    [[nodiscard]] Result<void> cancel(std::string_view id) override;
    [[nodiscard]] Result<void> resume() override;

private:
    CupsServer server_;
    std::string name_;
};

struct CupsQueue {
    std::string name;
    PrinterStatus status;
};

/// The queues of a server, in its order. Error: PrinterUnreachable.
[[nodiscard]] Result<std::vector<CupsQueue>> cupsQueues(const CupsServer &server);

} // namespace guichet::printing
