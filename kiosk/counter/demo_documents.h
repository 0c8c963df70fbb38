// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/random.h"
#include "storage/document/document.h"
#include "storage/people.h"

#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk {

/// What a made-up document is like.
struct DemoDocument {
    enum class Body {
        Short,    ///< one page
        Long,     ///< a table that runs over several pages
        Pdf,      ///< a PDF as the whole body
        WithPdf,  ///< a narrative, and a PDF that it refers to
        WithImage ///< a narrative, and a picture in it
    };
    document::Category category = document::Category::Prescription;
    Body body = Body::Short;
    CivilDate date{};
    std::string confidentiality; ///< "" or a code of document::kVisibilitySystem: "INVISIBLE_PATIENT", …
    std::string setId;           ///< "" for a set of its own
    int version = 1;
};

/// A CDA R2 document as a hospital or a laboratory writes one, in French, about nobody who exists: the number is under
/// the test root. `pdf` is what Body::Pdf and WithPdf carry. The same random bytes give the same document.
[[nodiscard]] std::string demoDocument(const storage::Person &person, const DemoDocument &wanted, ByteView pdf,
                                       Random &random);

} // namespace guichet::kiosk
