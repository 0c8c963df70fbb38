// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"

#include <pugixml.hpp>

#include <vector>

namespace guichet::document {

/// What the header of `root`, a ClinicalDocument whose names are resolved, says in elements that the reader of the
/// header does not read: those of extensions, and those that are there once too often. What names the kind of file and
/// not what it says (realmCode, typeId, templateId) is left out.
[[nodiscard]] std::vector<Remark> remarksIn(pugi::xml_node root);

} // namespace guichet::document
