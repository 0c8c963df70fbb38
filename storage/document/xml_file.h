// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/xml_scan.h"

#include "base/bytes.h"
#include "base/result.h"

#include <pugixml.hpp>

#include <memory>
#include <string>

namespace guichet::document {

/// An XML file that was scanned (xml_scan.h), then parsed, and the text that its nodes point into.
class XmlFile {
public:
    /// Errors: those of xmlText() and scanXml(), NotXml with the place in `context`.
    [[nodiscard]] static Result<XmlFile> read(ByteView file, const XmlLimits &limits = {});
    /// Belongs to this file.
    [[nodiscard]] pugi::xml_node root() const { return xml_->document_element(); }

private:
    std::unique_ptr<std::string> text_;
    std::unique_ptr<pugi::xml_document> xml_;
};

} // namespace guichet::document
