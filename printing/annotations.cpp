// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/annotations.h"

#include "base/text.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QUtil.hh>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace guichet::printing {
namespace {

constexpr std::size_t kMostNotes = 1000;
constexpr std::size_t kLongestNote = 20'000; ///< bytes

// ISO 32000-1, tables 226, 228 and 230: flags of fields.
constexpr int kMultiline = 1 << 12;
constexpr int kPassword = 1 << 13;
constexpr int kRadio = 1 << 15;
constexpr int kPushButton = 1 << 16;

/// Widths of Helvetica's characters from the space to the tilde, in thousandths of its size (Adobe's own metrics).
constexpr std::array<int, 95> kHelvetica{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

/// In points, of text in WinAnsiEncoding.
double widthOf(std::string_view text, double size) {
    constexpr int kAccented = 778; // as wide as the widest letter with an accent
    constexpr int kWidest = 1000;
    int width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        width += byte < 0x20     ? 0
                 : byte <= '~'   ? kHelvetica.at(byte - std::size_t{' '})
                 : byte >= 0xA0U ? kAccented
                                 : kWidest;
    }
    return width * size / 1000;
}

/// Lines no wider than `room`; a word that is wider is cut.
std::vector<std::string> wrapped(std::string_view text, double size, double room) {
    std::vector<std::string> lines;
    for (const std::string &paragraph : split(text, '\n')) {
        std::string line;
        for (const std::string &word : split(paragraph, ' ')) {
            std::string longer = line.empty() ? word : line + " " + word;
            if (widthOf(longer, size) <= room) {
                line = std::move(longer);
                continue;
            }
            if (!line.empty()) {
                lines.push_back(std::exchange(line, {}));
            }
            for (const char c : word) {
                if (!line.empty() && widthOf(line + c, size) > room) {
                    lines.push_back(std::exchange(line, {}));
                }
                line += c;
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

/// How a text is to be set in its rectangle.
struct Wish {
    std::string text; ///< UTF-8, lines parted by \n
    double size = 0;  ///< points; 0: as it fits
    int align = 0;    ///< 0 left, 1 centred, 2 right (/Q)
    bool multiline = false;
};

/// The size in a default appearance ("/Helv 12 Tf 0 g"); 0 where none is said.
double sizeIn(const std::string &appearance) {
    const std::vector<std::string> words = split(appearance, ' ');
    const auto operation = std::find(words.begin(), words.end(), "Tf");
    double size = 0;
    if (operation != words.begin() && operation != words.end()) {
        const std::string &number = *std::prev(operation);
        std::from_chars(number.data(), number.data() + number.size(), size);
    }
    constexpr double kLargest = 200;
    return size > 0 && size < kLargest ? size : 0;
}

/// False where it can't be set: no room, or characters that the font does not have.
bool draw(QPDF &pdf, QPDFAnnotationObjectHelper &annotation, const Wish &wish) {
    constexpr double kSmallest = 4;
    constexpr double kEdge = 2;
    constexpr double kLeading = 1.2;
    std::string text;
    if (!QUtil::utf8_to_win_ansi(wish.text, text, '?')) {
        return false;
    }
    const QPDFObjectHandle::Rectangle place = annotation.getRect();
    const double width = std::fabs(place.urx - place.llx);
    const double height = std::fabs(place.ury - place.lly);
    const double room = width - 2 * kEdge;
    constexpr double kLargestSide = 20'000;
    if (!(room > kSmallest && height > kSmallest && width < kLargestSide && height < kLargestSide)) {
        return false;
    }
    const bool several = wish.multiline || text.find('\n') != std::string::npos;
    double size = wish.size > 0 ? wish.size : several ? 10 : std::min(12.0, height * 0.7);
    std::vector<std::string> lines;
    for (;; size -= 0.5) {
        if (size < kSmallest) {
            return false;
        }
        lines = several ? wrapped(text, size, room) : std::vector<std::string>{text};
        if (static_cast<double>(lines.size()) * size * (several ? kLeading : 1) <= height &&
            std::ranges::all_of(lines, [&](const std::string &line) { return widthOf(line, size) <= room; })) {
            break;
        }
    }
    constexpr double kAscent = 0.75; // of Helvetica, with an accent's foot
    double y = several ? height - size : (height - size) / 2 + size * (1 - kAscent);
    std::string drawing = fmt::format("/Tx BMC\nq\nBT\n/F {:.2f} Tf\n0 g\n", size);
    for (const std::string &line : lines) {
        const double left = room - widthOf(line, size);
        const double x = kEdge + (wish.align == 1 ? left / 2 : wish.align == 2 ? left : 0);
        drawing += fmt::format("1 0 0 1 {:.2f} {:.2f} Tm\n{} Tj\n", x, y, QPDFObjectHandle::newString(line).unparse());
        y -= size * kLeading;
    }
    drawing += "ET\nQ\nEMC\n";
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, drawing);
    stream.replaceDict(QPDFObjectHandle::parse(
        fmt::format("<< /Type /XObject /Subtype /Form /BBox [ 0 0 {:.2f} {:.2f} ] /Resources << /Font << /F << /Type "
                    "/Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>",
                    width, height)));
    QPDFObjectHandle appearances = QPDFObjectHandle::newDictionary();
    appearances.replaceKey("/N", stream);
    annotation.getObjectHandle().replaceKey("/AP", appearances);
    annotation.getObjectHandle().removeKey("/AS");
    return true;
}

std::string textOf(QPDFObjectHandle value) {
    std::string text = value.isString() ? value.getUTF8Value() : value.isName() ? value.getName().substr(1) : "";
    text = replaceAll(replaceAll(toValidUtf8(text), "\r\n", "\n"), "\r", "\n");
    std::ranges::replace_if(text, [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x20; }, ' ');
    return std::string(trim(text));
}

/// What a choice shows for a value that it holds: an option may have a name beside it.
std::string chosen(QPDFFormFieldObjectHelper &field, QPDFObjectHandle value) {
    QPDFObjectHandle options = field.getInheritableFieldValue("/Opt");
    for (int i = 0; options.isArray() && i < options.getArrayNItems(); ++i) {
        QPDFObjectHandle option = options.getArrayItem(i);
        if (option.isArray() && option.getArrayNItems() == 2 && textOf(option.getArrayItem(0)) == textOf(value)) {
            return textOf(option.getArrayItem(1));
        }
    }
    return textOf(value);
}

/// What a field shows; none where it shows nothing, or has its look already.
std::optional<Wish> wishOf(QPDFFormFieldObjectHelper &field, QPDFAnnotationObjectHelper &annotation, bool anew) {
    const std::string type = field.getFieldType();
    const int flags = field.getFlags();
    const bool looks = annotation.getAppearanceStream("/N").isStream();
    Wish wish;
    QPDFObjectHandle value = field.getInheritableFieldValue("/V");
    if (type == "/Btn") {
        const bool ticked = value.isName() && value.getName() != "/Off";
        QPDFObjectHandle state = annotation.getObjectHandle().getKey("/AS");
        const bool here = state.isName() ? value.isName() && state.getName() == value.getName() : (flags & kRadio) == 0;
        if (annotation.getAppearanceDictionary().isDictionary() || (flags & kPushButton) != 0 || !ticked || !here) {
            return std::nullopt;
        }
        wish.text = "X";
        wish.align = 1;
        return wish;
    }
    if ((type != "/Tx" && type != "/Ch") || (looks && !anew) || (type == "/Tx" && (flags & kPassword) != 0)) {
        return std::nullopt;
    }
    if (value.isArray()) {
        std::vector<std::string> all;
        for (int i = 0; i < value.getArrayNItems(); ++i) {
            all.push_back(chosen(field, value.getArrayItem(i)));
        }
        wish.text = join(all, ", ");
    } else {
        wish.text = type == "/Ch" ? chosen(field, value) : textOf(value);
    }
    wish.multiline = type == "/Tx" && (flags & kMultiline) != 0;
    wish.size = sizeIn(field.getDefaultAppearance());
    wish.align = field.getQuadding();
    return wish.text.empty() ? std::nullopt : std::optional(std::move(wish));
}

/// A note in the margin shows a sign at most, a link or a window nothing of its own.
std::string silentText(QPDFAnnotationObjectHelper &annotation) {
    const std::string subtype = annotation.getSubtype();
    if (subtype == "/Popup" || subtype == "/Link" || subtype == "/Widget") {
        return {};
    }
    const bool looks = annotation.getAppearanceStream("/N").isStream();
    return looks && subtype != "/Text" ? std::string() : textOf(annotation.getObjectHandle().getKey("/Contents"));
}

} // namespace

std::vector<PdfNote> drawAnnotations(QPDF &pdf) {
    std::vector<PdfNote> notes;
    QPDFAcroFormDocumentHelper forms(pdf);
    const bool anew = forms.hasAcroForm() && forms.getNeedAppearances();
    int number = 0;
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        for (QPDFAnnotationObjectHelper &annotation : page.getAnnotations()) {
            if ((annotation.getFlags() & (an_invisible | an_hidden)) != 0) {
                continue;
            }
            Wish wish;
            bool drawn = false;
            if (annotation.getSubtype() == "/Widget") {
                QPDFFormFieldObjectHelper field = forms.getFieldForAnnotation(annotation);
                if (!field.getObjectHandle().isDictionary()) {
                    field = QPDFFormFieldObjectHelper(annotation.getObjectHandle());
                }
                wish = wishOf(field, annotation, anew).value_or(Wish{});
            } else {
                wish.text = silentText(annotation);
                wish.multiline = true;
                QPDFObjectHandle appearance = annotation.getObjectHandle().getKey("/DA");
                wish.size = appearance.isString() ? sizeIn(appearance.getStringValue()) : 0;
            }
            if (wish.text.empty()) {
                continue;
            }
            if (annotation.getSubtype() == "/Widget" || annotation.getSubtype() == "/FreeText") {
                drawn = draw(pdf, annotation, wish);
            }
            if (!drawn && notes.size() < kMostNotes) {
                notes.push_back({number, toValidUtf8(std::string_view(wish.text).substr(0, kLongestNote))});
            }
        }
        ++number;
    }
    if (anew) {
        forms.setNeedAppearances(false); // every field that has something to show has its look now
    }
    return notes;
}

} // namespace guichet::printing
