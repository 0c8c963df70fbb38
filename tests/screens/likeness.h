// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

#include <optional>
#include <string>

namespace guichet::test {

/// How many pixels of a screen, across and down, make one of a kept picture.
inline constexpr int kReduced = 4;

/// What is kept of a picture to be compared with: each 4 × 4 pixels as one, 32 levels a colour.
[[nodiscard]] QImage reduced(const QImage &picture);

/// Where two reduced pictures differ more than the drawing of text by another version of the libraries explains, in
/// pixels of the screen; nothing where they are alike. Each is looked at through a soft blot some 25 pixels of the
/// screen wide, and may lie up to two pixels beside the other, so that what is drawn a pixel beside its place is
/// the same, and what is eight pixels beside, gone, new, or of another colour is not.
[[nodiscard]] std::optional<QRect> difference(const QImage &kept, const QImage &now);

/// Fails the test where `now`, reduced, differs from what is kept under that name in the source folder's
/// tests/approved, and says where; what it is now goes into the folder of differences. With GUICHET_APPROVE=1 in the
/// environment it is kept instead: look at it before it is committed.
void checkAlike(const std::string &name, const QImage &now);

} // namespace guichet::test
