// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_printer.h"

#include "base/program.h"
#include "printing/cups_module.h"

#include <dlfcn.h>

namespace guichet::printing {
namespace {

/// Null where it is not installed, or what it needs is not.
const CupsModule *load() {
    const std::string file = siblingProgram(kCupsModule).string();
    void *library = file.empty() ? nullptr : dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL); // for good
    void *function = library == nullptr ? nullptr : dlsym(library, kCupsModuleFunction);
    return function == nullptr ? nullptr : reinterpret_cast<CupsModuleFunction *>(function)();
}

Result<const CupsModule *> module() {
    static const CupsModule *const loaded = load();
    if (loaded == nullptr) {
        return fail(ErrorCode::PrinterUnreachable, kCupsModule);
    }
    return loaded;
}

} // namespace

Result<std::unique_ptr<Printer>> cupsPrinter(const CupsServer &server, std::string name) {
    GUICHET_ASSIGN(const CupsModule *cups, module());
    return cups->printer(server, std::move(name));
}

Result<std::vector<CupsQueue>> cupsQueues(const CupsServer &server) {
    GUICHET_ASSIGN(const CupsModule *cups, module());
    return cups->queues(server);
}

Result<std::vector<AnnouncedPrinter>> announcedPrinters(const CupsServer &server, std::chrono::milliseconds limit) {
    GUICHET_ASSIGN(const CupsModule *cups, module());
    return cups->announced(server, limit);
}

Result<void> addCupsQueue(const CupsServer &server, const std::string &name, const std::string &uri) {
    GUICHET_ASSIGN(const CupsModule *cups, module());
    return cups->addQueue(server, name, uri);
}

} // namespace guichet::printing
