// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/paper.h"
#include "storage/document/document.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk::papers {

/// The editions of the record's template, the oldest first; new papers are of the last. What a released edition says of
/// a document it says for ever: a change of it is a new edition here, and where the two differ the code asks which one
/// it writes. So a paper of years ago is made again from its document, and has the digest that the register kept of its
/// print. tests/approved/papers/record-editions.txt has what each edition makes of the same documents.
inline constexpr std::array<std::string_view, 1> kRecordEditions{"1"};

/// Something of a document that is not on its paper, and why. Both are for people; `what` has the title of the part
/// of the document that it stands in, so that two are told apart, and nothing else of its content.
struct NotShown {
    std::string what;
    std::string reason;
    bool operator==(const NotShown &) const = default;
};

/// A faithful copy of a record, to be laid out.
struct RecordPaper {
    printing::Paper paper;
    std::vector<NotShown> notShown;
};

/// What the copy needs beside the document.
struct RecordCopy {
    /// Letterhead, footer's left and centre, language, author and instant of making, filled by the caller; title,
    /// template, running header, footer note and blocks are set here.
    printing::Paper frame;
    /// The decoded pixels of a picture, or null where there are none; may be empty. Called once a picture.
    std::function<std::shared_ptr<const printing::Raster>(const document::Media &)> decode;
    /// The catalogue's texts in French, by id; may be empty, and says nothing then of what the copy is worth.
    std::function<std::string(std::string_view)> say;
    /// Characters of it that no font here has, as LaidOutPaper found them: they are named as not shown.
    std::vector<char32_t> lacking;
    /// One of kRecordEditions.
    std::string edition = std::string(kRecordEditions.back());
};

/// Everything that the document says, in the order in which it is read: who and what at the top, the body, then the
/// rest of its header; the pages of PDFs in it follow. What can't be printed is named on the last page and in
/// `notShown`: text is never left out (text that a reviser struck out is struck through and followed by "supprimé").
/// The order is that of the official presentation of medical documents (ANS, CDA style sheet). Visibility marks are not
/// looked at here: whoever may not see a document never gets here.
[[nodiscard]] RecordPaper recordPaper(const document::Document &document, const RecordCopy &copy);

} // namespace guichet::kiosk::papers
