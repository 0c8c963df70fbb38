// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace guichet {

/// Another program of ours: beside the running one (as built), else in ../libexec/guichet of its folder (as
/// installed). Empty where it is in neither.
[[nodiscard]] std::filesystem::path siblingProgram(std::string_view name);

/// The folder of that name in share/guichet, where the running program is installed, or built. It need not exist.
[[nodiscard]] std::filesystem::path sharedFolder(std::string_view name);

/// Large blocks of memory (documents, PDFs, pictures) go back to the system when they are done with: left to itself,
/// malloc takes the first one that goes as a sign to keep all later ones. At a program's start.
void giveLargeBlocksBack();

} // namespace guichet
