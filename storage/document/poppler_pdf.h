// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <poppler.h>

#include <memory>

namespace guichet::document {

/// How a pointer of GLib's is given back: std::unique_ptr<T, Releaser<g_object_unref>>.
template <auto Release>
struct Releaser {
    template <typename T>
    void operator()(T *object) const {
        Release(object);
    }
};

using PopplerPdf = std::unique_ptr<PopplerDocument, Releaser<g_object_unref>>;

/// A PDF opened by Poppler, in the reader's process alone. Borrows the bytes. Errors: Encrypted, Unreadable.
[[nodiscard]] Result<PopplerPdf> openPdf(ByteView pdf);

} // namespace guichet::document
