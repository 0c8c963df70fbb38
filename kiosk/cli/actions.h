// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/call.h"

/// What each command does: the functions that the table of commands.cpp points to, each in the file of its command.
namespace guichet::kiosk::cli {

// generate.cpp
Result<Answer> generate(Call &call);

} // namespace guichet::kiosk::cli
