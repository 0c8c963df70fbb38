// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program.h"

#include <malloc.h>

#include <system_error>

namespace guichet {
namespace {

namespace fs = std::filesystem;

fs::path ownFolder() {
    std::error_code unknown;
    return fs::read_symlink("/proc/self/exe", unknown).parent_path();
}

} // namespace

fs::path siblingProgram(std::string_view name) {
    const fs::path folder = ownFolder();
    for (const fs::path &candidate : {folder / name, folder.parent_path() / "libexec/guichet" / name}) {
        std::error_code unreadable;
        if (fs::exists(candidate, unreadable)) {
            return candidate;
        }
    }
    return {};
}

fs::path sharedFolder(std::string_view name) {
    const fs::path folder = ownFolder(); // PREFIX/bin, or PREFIX/libexec/guichet
    const fs::path prefix =
        folder.parent_path().filename() == "libexec" ? folder.parent_path().parent_path() : folder.parent_path();
    return prefix / "share/guichet" / name;
}

void giveLargeBlocksBack() { ::mallopt(M_MMAP_THRESHOLD, 128 * 1024); }

} // namespace guichet
