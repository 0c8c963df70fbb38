// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"
#include "storage/document/xml_scan.h"

#include "base/bytes.h"
#include "base/result.h"

namespace guichet::document {

struct ParseLimits {
    std::size_t fileBytes = kLargestDocumentBytes;
    XmlLimits xml;
};

/// Reads one CDA document: the first ClinicalDocument of namespace urn:hl7-org:v3 in the file, whatever its prefix and
/// whatever stands around it. Nothing outside `file` is looked at: no document type, entity, reference, stylesheet or
/// schema. To be called in the reader process only: pictures and PDFs inside are opened to be checked.
///
/// `sourceSha256` is left zero; the caller, who has the bytes, computes it. Of the Warnings, IdentityDiffers is never
/// set here.
///
/// Errors: those of ReadOutcome.
[[nodiscard]] Result<ReadOutcome> parseDocument(ByteView file, const ParseLimits &limits = {});

/// Reads a document beside which something stands that says what it is (description.h). A PDF, a picture or a text is
/// what is said of it; a CDA document speaks for itself, and takes the marks of visibility that are said of it as well.
///
/// Errors: those of ReadOutcome, those of readDescription().
[[nodiscard]] Result<ReadOutcome> parseDescribed(ByteView file, ByteView beside, const ParseLimits &limits = {});

} // namespace guichet::document
