// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string_view>

namespace guichet::document {

struct XmlLimits {
    std::size_t depth = 400; ///< elements inside one another; real documents stay under 30
    std::size_t elements = 1'000'000;
    std::size_t attributes = 2'000'000;
};

/// What a walk over the markup counted.
struct XmlFacts {
    std::size_t depth = 0;
    std::size_t elements = 0;
    std::size_t attributes = 0;
};

/// Goes once over `text` (valid UTF-8, as xmlText gives it) before any parser sees it, in linear time and constant
/// memory. Afterwards: one root element, as many ends as starts, within the limits; references are the five entities
/// of XML or characters that XML allows; no document type with declarations, its own or elsewhere.
///
/// Errors: NotXml, NotCda (a document type with declarations), TooDeep, TooLarge (too many elements or attributes).
[[nodiscard]] Result<XmlFacts> scanXml(std::string_view text, const XmlLimits &limits = {});

} // namespace guichet::document
