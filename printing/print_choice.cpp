// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/print_choice.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <string>
#include <string_view>

namespace guichet::printing {
namespace {

struct SizeRow {
    std::string_view name;
    double shortMm;
    double longMm;
};
constexpr std::array<SizeRow, 3> kSizes{{{kA3, 297, 420}, {kA4, 210, 297}, {kA5, 148, 210}}};

} // namespace

PrintChoice choiceFor(ByteView pdf) {
    PrintChoice choice;
    try {
        QPDF read;
        read.setSuppressWarnings(true);
        read.processMemoryFile("paper", reinterpret_cast<const char *>(pdf.data()), pdf.size());
        QPDFObjectHandle wishes = read.getRoot().getKey("/ViewerPreferences");
        if (wishes.isDictionary() && wishes.getKey("/Duplex").isName()) {
            const std::string turned = wishes.getKey("/Duplex").getName();
            choice.sides = turned == "/DuplexFlipLongEdge"    ? "two-sided-long-edge"
                           : turned == "/DuplexFlipShortEdge" ? "two-sided-short-edge"
                                                              : choice.sides;
        }
        auto all = QPDFPageDocumentHelper(read).getAllPages();
        if (all.empty() || !all.front().getObjectHandle().getKey("/MediaBox").isRectangle()) {
            return choice;
        }
        const auto mediaBox = all.front().getObjectHandle().getKey("/MediaBox").getArrayAsRectangle();
        constexpr double kOnePointMm = 25.4 / 72;
        constexpr double kNear = 2; // mm
        const auto [least, most] =
            std::minmax({(mediaBox.urx - mediaBox.llx) * kOnePointMm, (mediaBox.ury - mediaBox.lly) * kOnePointMm});
        for (const SizeRow &row : kSizes) {
            if (std::abs(row.shortMm - least) < kNear && std::abs(row.longMm - most) < kNear) {
                choice.size = row.name;
            }
        }
    } catch (const std::exception &) {
        // It is no PDF of ours: the printing system says what it thinks of it.
        return {};
    }
    return choice;
}

} // namespace guichet::printing
