// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "tests/support/cda_builder.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// IHE XDM archives written for the tests, honest and hostile.
namespace guichet::test {

/// One entry of a ZIP archive.
struct ZipEntry {
    std::string name;
    std::string bytes;
    std::string linkTo; ///< a symbolic link where it is not empty
};
/// The archive as it is asked for, whatever is wrong with it.
[[nodiscard]] Bytes zip(const std::vector<ZipEntry> &entries);

/// A document and what the metadata say of it.
struct XdmDocument {
    std::string file = "DOC00001.XML"; ///< its name in the archive's folder
    std::string bytes;
    std::string mediaType = "text/xml";
    CdaPerson person;
    std::string title = "Lettre de liaison";
    std::string code = "11490-0";
    std::string codeSystem = "2.16.840.1.113883.6.1";
    std::string codeName = "Lettre de liaison à la sortie";
    std::string time = "20260312083000"; ///< creationTime, in UTC
    std::string author = "801234567^LENOIR^Paul^^^Dr^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS";
    std::string organisation = "Hôpital des Tilleuls^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^1810000001";
    std::vector<std::string> marks;  ///< codes of confidentiality beside N
    std::optional<std::string> uri;  ///< what the metadata call it, where that is not `file`
    std::optional<std::string> hash; ///< what they say of it, where that is not so
    std::optional<std::string> size; ///< likewise; "" leaves it out
    std::string more;                ///< further elements of the entry, as they are
};

/// METADATA.XML of one submission.
[[nodiscard]] std::string xdmMetadata(const std::vector<XdmDocument> &documents);
/// The files of an archive with these submissions: INDEX.HTM, README.TXT, IHE_XDM/SUBSET01/METADATA.XML, …
[[nodiscard]] std::vector<ZipEntry> xdmFiles(const std::vector<std::vector<XdmDocument>> &submissions);
/// The same as an archive.
[[nodiscard]] Bytes xdm(const std::vector<std::vector<XdmDocument>> &submissions);

/// A discharge letter as CDA, and a scanned result as a bare PDF of `pages` pages.
[[nodiscard]] XdmDocument xdmLetter();
[[nodiscard]] XdmDocument xdmPdf(int pages = 2);

} // namespace guichet::test
