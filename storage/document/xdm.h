// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"

#include "base/result.h"

#include <vector>

namespace guichet::document {

/// The documents of an IHE XDM archive (ITI TF-2, 3.32: IHE_XDM/SUBSETnn/METADATA.XML), those of all its submissions in
/// the order of the archive; names are found whatever their case, as discs and mail programs change it. Each document
/// is checked against the size and the SHA-1 that the metadata have of it. What the metadata name and the archive lacks
/// is a member with a problem, and so is a document that no metadata name: nobody knows whose it is.
///
/// Errors: those of readZip() and readXdmMetadata(); BadArchive (no metadata, no document), UnsupportedMedia (another
/// kind of file that is a ZIP inside). For the reader process only.
[[nodiscard]] Result<std::vector<ArchiveMember>> readXdm(ByteView archive);

} // namespace guichet::document
