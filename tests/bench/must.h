// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <stdexcept>
#include <type_traits>

namespace guichet::bench {

/// The value, or the measurement ends with the error's sentence.
template <typename T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error(errorMessage(result.error(), "en"));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace guichet::bench
