// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <string>
#include <string_view>
#include <vector>

/// Medical documents written for the tests, with invented content and invented people.
namespace guichet::test {

inline constexpr std::string_view kTestIns = "1.2.250.1.213.1.4.10"; ///< root of test identities
inline constexpr std::string_view kLiveIns = "1.2.250.1.213.1.4.8";  ///< root of real ones

/// A social security number with its key that can't belong to anyone: there is no commune 999 in any department.
/// `sex` 1 or 2, two digits of year and month, `order` 1 to 999.
[[nodiscard]] std::string testNir(int sex, int year, int month, int order, std::string_view department = "81");

/// Whom a document is about. What is empty is left out.
struct CdaPerson {
    std::string ins = testNir(2, 41, 4, 7);
    std::string insRoot = std::string(kTestIns);
    std::string birthName = "MOULIN";
    std::string usedName = "GARNIER";
    std::string givenNames = "Odile Rose";
    std::string firstGivenName = "Odile";
    std::string sex = "F";
    std::string born = "19410403";
    std::string birthPlace = "ALBI";
    std::string birthPlaceCode = "81004";
    /// Further identifiers, (root, extension), behind the INS.
    std::vector<std::pair<std::string, std::string>> otherIds = {};
    std::string guardianFamily; ///< with a guardian's given name "Hélène" where filled
    bool multipleBirth = false;
};

/// Builds a CDA document. The functions of each kind below give one that is complete; what they set can be changed.
class CdaBuilder {
public:
    CdaBuilder(std::string code, std::string codeSystem, std::string display, std::string title);

    CdaPerson person;
    std::string title;
    std::string time = "20260312093000+0100"; ///< effectiveTime; "" leaves it out
    std::string id = "1.2.250.1.999.1.1";     ///< root of the document's identifier
    std::string setId = "1.2.250.1.999.1";    ///< "" leaves it out
    int version = 1;
    std::string replaces;                   ///< identifier of the document that this one replaces
    std::vector<std::string> marks;         ///< INVISIBLE_PATIENT, …
    std::string prefix;                     ///< of every element: "c" gives <c:ClinicalDocument>
    bool insideStylesheet = false;          ///< carried in an XSLT stylesheet, as a document that shows itself
    std::string declaredEncoding = "UTF-8"; ///< "" leaves the declaration out
    std::string doctype;                    ///< written before the root, as it is
    std::string headerExtra;                ///< further elements of the header, as they are, before the body

    /// A section with narrative (the inside of <text>, as it is), and entries as they are.
    CdaBuilder &section(std::string sectionTitle, std::string narrative, std::string entries = {},
                        std::string templateRoot = {});
    /// An entry with a picture or a PDF, to be given to `section`.
    [[nodiscard]] static std::string media(std::string_view id, std::string_view mediaType, ByteView bytes);
    /// A body that is no XML, in place of the sections.
    CdaBuilder &body(std::string mediaType, ByteView bytes);
    /// The same, written as it is: `<text …>…</text>`.
    CdaBuilder &rawBody(std::string text);

    /// The document, in UTF-8 without byte order mark whatever is declared.
    [[nodiscard]] std::string build() const;

private:
    [[nodiscard]] std::string header() const;
    std::string code_, codeSystem_, display_;
    std::string sections_;
    std::string rawBody_;
};

[[nodiscard]] CdaBuilder prescription();
[[nodiscard]] CdaBuilder certificate();
/// With a table of results, and a picture in a structured body.
[[nodiscard]] CdaBuilder laboratoryResult();
/// The same kind, with a PDF of `pages` pages as its whole body.
[[nodiscard]] CdaBuilder scannedResult(int pages = 2);
[[nodiscard]] CdaBuilder dischargeLetter();
/// With a table of `rows` rows.
[[nodiscard]] CdaBuilder reimbursements(int rows = 12);
[[nodiscard]] CdaBuilder summary();
/// A newborn's hospital document, with a guardian.
[[nodiscard]] CdaBuilder newborn();

/// A PDF that says "page 1", … on A4 pages.
[[nodiscard]] Bytes smallPdf(int pages = 1);
/// A PNG of one colour, true colour with 8 bits.
[[nodiscard]] Bytes smallPng(std::uint32_t width, std::uint32_t height, std::uint32_t rgb = 0x336699);

/// UTF-8 to UTF-16 with its byte order mark.
[[nodiscard]] std::string toUtf16(std::string_view utf8, bool bigEndian);
/// UTF-8 to ISO-8859-1; what it does not have becomes '?'.
[[nodiscard]] std::string toLatin1(std::string_view utf8);

} // namespace guichet::test
