// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guichet::document {

/// What the metadata of an XDM archive say of one document (IHE ITI TF-3, 4.2.3: DocumentEntry).
struct XdmEntry {
    std::string uri;                   ///< from the folder of the metadata; "" where the document is elsewhere
    std::string hash;                  ///< SHA-1 in hexadecimal, small letters; "" where it is not said
    std::optional<std::uint64_t> size; ///< bytes
    std::string description;           ///< all the rest (description.h)
};

/// Reads METADATA.XML (ITI TF-2, 3.32.4.1.2.3: ebRIM 3.0 in a SubmitObjectsRequest): every document of the submission
/// in its order; folders, associations and the submission itself say nothing of a document and are passed over. Errors:
/// NotXml, NotCda (a document type), TooDeep, TooLarge, Unreadable. For the reader process only.
[[nodiscard]] Result<std::vector<XdmEntry>> readXdmMetadata(ByteView xml);

} // namespace guichet::document
