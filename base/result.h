// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace guichet {

/// What can be foreseen is a value: either a T, or an Error that says what went wrong.
/// Bugs and a broken machine (no memory, a full disk inside a library that cannot say so) are exceptions.
template <typename T>
using Result = tl::expected<T, Error>;

/// An error on its way out of a function: `return fail(ErrorCode::Nobody);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {}, std::string context = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(context)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace guichet

/// Leaves the function with the error of RESULT when it has one. For Result<void>, or where the value is not needed.
#define GUICHET_TRY(...)                                                                                               \
    do {                                                                                                               \
        if (auto guichetTried = (__VA_ARGS__); !guichetTried) {                                                        \
            return ::guichet::fail(std::move(guichetTried).error());                                                   \
        }                                                                                                              \
    } while (false)

#define GUICHET_CONCAT_INNER(a, b) a##b
#define GUICHET_CONCAT(a, b) GUICHET_CONCAT_INNER(a, b)

/// `GUICHET_ASSIGN(auto person, people.get(id));`: declares the value, or leaves the function with the error.
#define GUICHET_ASSIGN(declaration, ...)                                                                               \
    auto GUICHET_CONCAT(guichetResult, __LINE__) = (__VA_ARGS__);                                                      \
    if (!GUICHET_CONCAT(guichetResult, __LINE__)) {                                                                    \
        return ::guichet::fail(std::move(GUICHET_CONCAT(guichetResult, __LINE__)).error());                            \
    }                                                                                                                  \
    declaration = std::move(*GUICHET_CONCAT(guichetResult, __LINE__))
