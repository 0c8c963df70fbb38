// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"

#include "base/result.h"

#include <string_view>

namespace guichet::document {

/// What stands beside a document that does not say itself what it is, as a PDF: whose it is, what kind of document,
/// from when and from whom. A side file is written so by whoever sends it, and an archive's metadata are turned into
/// it; it is kept with the document, and read again with it. docs/formats.md ("Side file") has its keys.
///
/// Gives a Document with a header, and of its body the media type at most. What is not said is empty. Nothing is
/// guessed: a date that is none is a remark of the document, and no date; a mark of visibility that is none is refused,
/// as it could not be obeyed.
///
/// Errors: TooLarge; Unreadable (no JSON object, a key twice, a value of another type, an unknown mark), each with the
/// key in `context`. For the reader process only.
[[nodiscard]] Result<Document> readDescription(ByteView json);

} // namespace guichet::document
