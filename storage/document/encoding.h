// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <string>

namespace guichet::document {

/// The characters of an XML file as UTF-8, without byte order mark, valid and free of what XML 1.0 forbids.
///
/// What the file's bytes say wins over what its declaration says (XML 1.0, appendix F): a byte order mark, or the
/// pattern of UTF-16, decides. Without one the declared encoding holds: UTF-8 (the default), US-ASCII, ISO-8859-1,
/// ISO-8859-15, windows-1252; 0x80 to 0x9F in ISO-8859-1 are read as windows-1252, as browsers do. Two declarations
/// are known to be wrong, and are read as what the bytes are rather than garbled: a file declared as a one-byte
/// encoding (or as one unknown here) whose every non-ASCII byte is part of valid UTF-8, and a file of bytes declared
/// as UTF-16.
///
/// Errors: NotXml (empty, no XML at the start, a character that XML forbids), Unreadable (bytes that the encoding does
/// not have, an encoding unknown here), each with the place in `context`.
[[nodiscard]] Result<std::string> xmlText(ByteView file);

/// A text body as UTF-8: by its byte order mark, as UTF-8 where it is valid, else by `charset`, else windows-1252.
/// Never fails: what has no character becomes U+FFFD. Control characters but tab and line ends become spaces.
[[nodiscard]] std::string plainText(ByteView bytes, std::string_view charset);

} // namespace guichet::document
