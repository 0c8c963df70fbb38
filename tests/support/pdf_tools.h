// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <string>
#include <vector>

/// What a PDF says, asked of poppler-utils. Each throws where the tool fails.
namespace guichet::test {

/// `pdftotext` with these options, its output.
[[nodiscard]] std::string pdfText(ByteView pdf, const std::string &options = "");
/// `pdfinfo` with these options, its output.
[[nodiscard]] std::string pdfInfo(ByteView pdf, const std::string &options = "");
/// `pdfdetach -list`, or with `save` the content of the file of that name.
[[nodiscard]] std::string pdfAttachments(ByteView pdf);
[[nodiscard]] std::string pdfAttachment(ByteView pdf, int number);
[[nodiscard]] int pdfPageCount(ByteView pdf);

struct PdfFont {
    std::string name;
    bool embedded = false;
};
/// As `pdffonts` lists them.
[[nodiscard]] std::vector<PdfFont> pdfFonts(ByteView pdf);

struct PdfWord {
    int page = 0; ///< from 0
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double pageWidth = 0;
    double pageHeight = 0;
    std::string text;
};
/// Words with their boxes, in points from the page's top left.
[[nodiscard]] std::vector<PdfWord> pdfWords(ByteView pdf);

/// Text cut at white space, sorted.
[[nodiscard]] std::vector<std::string> sortedWords(const std::string &text);

struct GreyPicture {
    int width = 0;
    int height = 0;
    Bytes pixels;
};
/// A page, from 0, as `pdftoppm` shows it.
[[nodiscard]] GreyPicture pdfPicture(ByteView pdf, int page, int dpi);

/// What stands in words for figures, for who can't see them, one for each; asked of qpdf.
[[nodiscard]] std::vector<std::string> pdfAlternatives(ByteView pdf);

/// Runs a shell command and gives its standard output; throws where it fails.
[[nodiscard]] std::string runCommand(const std::string &command);

/// How often `what` stands in `text`.
[[nodiscard]] std::size_t occurrences(const std::string &text, const std::string &what);

} // namespace guichet::test
