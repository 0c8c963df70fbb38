// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/error_output.h"

namespace guichet {

std::ostream &operator<<(std::ostream &out, ErrorCode code) { return out << errorName(code); }

std::ostream &operator<<(std::ostream &out, const Error &error) {
    return out << error.code << " [" << error.detail << "]"
               << (error.context.empty() ? "" : " (" + error.context + ")");
}

} // namespace guichet
