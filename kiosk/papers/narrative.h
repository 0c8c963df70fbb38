// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/paper.h"
#include "storage/document/document.h"

#include <functional>

namespace guichet::kiosk::papers {

/// What the narrative shows of a media: a picture where it stands, or words that say where it is.
using PlaceMedia = std::function<printing::Blocks(const document::Media &)>;

/// The narrative of one section (HL7 CDA R2, section 4.3.5) as blocks: tables, lists, paragraphs, styles, links,
/// notes, media. Every text node comes out once and in order; what is unknown is passed through to its text. Text that
/// was struck out is struck through and followed by "supprimé". `document` is where renderMultiMedia finds its media;
/// `place` is called for each one that is referred to. `rightToLeft`: it is written so, and its left is where its lines
/// end.
[[nodiscard]] printing::Blocks narrativeBlocks(const document::Node &narrative, const document::Document &document,
                                               const PlaceMedia &place, bool rightToLeft = false);

} // namespace guichet::kiosk::papers
