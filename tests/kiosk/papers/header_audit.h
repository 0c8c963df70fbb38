// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::test {

/// What the header of the document `xml` says and `shown` (as plainText() gives it) does not: "element@attribute
/// value". Asked are each text, displayName, code without one, telephone number, time and identifier. Left out are what
/// names the kind of file (realmCode, typeId, templateId) or a code's system, and what is said in words of ours: sex,
/// signature, states, yes and no.
std::vector<std::string> missingOfHeader(std::string_view xml, const std::string &shown);

} // namespace guichet::test
