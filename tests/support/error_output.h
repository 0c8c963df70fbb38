// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <ostream>
#include <stdexcept>

namespace guichet {

/// Catch2 shows an Error by its name and detail.
std::ostream &operator<<(std::ostream &out, const Error &error);
std::ostream &operator<<(std::ostream &out, ErrorCode code);

namespace test {

/// The value, or the test fails with the error's name: `auto x = must(f());`
template <typename T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error(std::string(errorName(result.error().code)) + ": " +
                                 errorMessage(result.error(), "en"));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace test
} // namespace guichet
