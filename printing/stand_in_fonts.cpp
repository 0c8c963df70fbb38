// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/stand_in_fonts.h"

#include "base/files.h"
#include "base/text.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TYPE1_TABLES_H

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

namespace guichet::printing {
namespace {

constexpr int kCodes = 256;
constexpr int kDeepestForm = 20;
constexpr std::size_t kMostVisits = 2'000'000;
constexpr std::size_t kMostFontNotes = 100;
constexpr std::size_t kLongestName = 100;

/// Font descriptor flags (ISO 32000-1, table 123).
enum Flag : int {
    FixedPitch = 1 << 0,
    Serif = 1 << 1,
    Symbolic = 1 << 2,
    Nonsymbolic = 1 << 5,
    Italic = 1 << 6,
    ForceBold = 1 << 18
};

// Codes 0x80 to 0x9F of Windows-1252, 0x80 to 0xFF of Mac OS Roman (ISO 32000-1, annex D); 0: no letter.
constexpr std::array<char16_t, 32> kWindows{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                            0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr std::array<char16_t, 128> kMacintosh{
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x0020, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0,      0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

char32_t windowsLetter(int code) {
    if (code >= 0x80 && code < 0xA0) {
        return kWindows[static_cast<std::size_t>(code - 0x80)];
    }
    if (code == 0xA0) {
        return U' ';
    }
    return code == 0xAD ? U'-' : static_cast<char32_t>(code);
}

char32_t macintoshLetter(int code) {
    return code >= 0x80 ? kMacintosh[static_cast<std::size_t>(code - 0x80)] : static_cast<char32_t>(code);
}

/// A font's file and what FreeType knows of it.
class Letters {
public:
    Letters(FT_Library library, Bytes file) : file_(std::move(file)) {
        if (FT_New_Memory_Face(library, file_.data(), static_cast<FT_Long>(file_.size()), 0, &face_) != 0) {
            face_ = nullptr;
        }
    }
    ~Letters() { FT_Done_Face(face_); }
    Letters(const Letters &) = delete;
    Letters &operator=(const Letters &) = delete;

    [[nodiscard]] bool usable() const { return face_ != nullptr && !parts().empty(); }
    [[nodiscard]] FT_Face face() const { return face_; }
    [[nodiscard]] const Bytes &file() const { return file_; }

    /// Lengths of the three parts of a Type 1 font (ISO 32000-1, table 127); none where it is not one.
    [[nodiscard]] std::vector<long long> parts() const {
        const std::string_view text = asText(file_);
        const std::size_t start = text.find("eexec");
        std::size_t end = text.rfind("cleartomark");
        if (!text.starts_with("%!") || start == std::string_view::npos || end == std::string_view::npos ||
            end < start) {
            return {};
        }
        while (end > start && (text[end - 1] == '0' || text[end - 1] == '\r' || text[end - 1] == '\n')) {
            --end;
        }
        const auto first = static_cast<long long>(start + 6); // with the line's end
        return {first, static_cast<long long>(end) - first, static_cast<long long>(file_.size() - end)};
    }

    /// 0: none.
    [[nodiscard]] FT_UInt byUnicode(char32_t letter) const {
        return letter != 0 && FT_Select_Charmap(face_, FT_ENCODING_UNICODE) == 0 ? FT_Get_Char_Index(face_, letter) : 0;
    }
    [[nodiscard]] FT_UInt byCode(FT_Encoding encoding, int code) const {
        return FT_Select_Charmap(face_, encoding) == 0 ? FT_Get_Char_Index(face_, static_cast<FT_ULong>(code)) : 0;
    }
    /// By its name in Adobe's list, or one made of its code point.
    [[nodiscard]] FT_UInt byName(const std::string &name) const {
        static const std::map<std::string, std::string, std::less<>> kOtherNames{{"nbspace", "space"},
                                                                                 {"nonbreakingspace", "space"},
                                                                                 {"sfthyphen", "hyphen"},
                                                                                 {"softhyphen", "hyphen"},
                                                                                 {"middot", "periodcentered"},
                                                                                 {"overscore", "macron"},
                                                                                 {"increment", "Delta"},
                                                                                 {"Ohm", "Omega"},
                                                                                 {"mu1", "mu"},
                                                                                 {"fraction1", "fraction"},
                                                                                 {"bulletoperator", "bullet"},
                                                                                 {"nobreakhyphen", "hyphen"}};
        const auto other = kOtherNames.find(name);
        const std::string &known = other == kOtherNames.end() ? name : other->second;
        if (const FT_UInt glyph = FT_Get_Name_Index(face_, known.c_str()); glyph != 0) {
            return glyph;
        }
        const std::size_t digits = name.starts_with("uni") ? 3 : name.starts_with("u") ? 1 : name.size();
        std::uint32_t letter = 0;
        const char *end = name.data() + name.size();
        const auto parsed = std::from_chars(name.data() + std::min(digits, name.size()), end, letter, 16);
        return name.size() >= digits + 4 && parsed.ec == std::errc() && parsed.ptr == end ? byUnicode(letter) : 0;
    }
    [[nodiscard]] std::string nameOf(FT_UInt glyph) const {
        std::array<char, 128> name{};
        return FT_Get_Glyph_Name(face_, glyph, name.data(), name.size()) == 0 ? std::string(name.data())
                                                                              : std::string();
    }
    /// In thousandths of the type's size.
    [[nodiscard]] long long widthOf(FT_UInt glyph) const {
        return FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) == 0 ? face_->glyph->metrics.horiAdvance : 0;
    }

private:
    Bytes file_;
    FT_Face face_ = nullptr;
};

/// What a font is called and how its descriptor describes it.
struct Description {
    std::string name; ///< without the six letters of a subset
    int flags = 0;
    bool bold = false;
    bool italic = false;
};

bool anyOf(const std::string &text, std::initializer_list<const char *> parts) {
    return std::ranges::any_of(parts, [&](const char *part) { return text.find(part) != std::string::npos; });
}

/// In small letters, without what some put between its words.
std::string plainName(const std::string &name) {
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != ',' && c != '-' && c != '_') {
            plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
    }
    return plain;
}

Description describe(QPDFObjectHandle font) {
    Description described;
    QPDFObjectHandle base = font.getKey("/BaseFont");
    described.name = base.isName() ? base.getName().substr(1) : std::string("?");
    if (described.name.size() > 7 && described.name[6] == '+') {
        described.name.erase(0, 7);
    }
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    double weight = 0;
    double angle = 0;
    if (descriptor.isDictionary()) {
        QPDFObjectHandle flags = descriptor.getKey("/Flags");
        described.flags = flags.isInteger() ? flags.getIntValueAsInt() : 0;
        const auto number = [&](const char *key) {
            QPDFObjectHandle value = descriptor.getKey(key);
            return value.isNumber() ? value.getNumericValue() : 0;
        };
        weight = number("/FontWeight");
        angle = number("/ItalicAngle");
    }
    const std::string plain = plainName(described.name);
    described.bold =
        (described.flags & ForceBold) != 0 || weight >= 600 || anyOf(plain, {"bold", "black", "heavy", "demi"});
    described.italic = (described.flags & Italic) != 0 || angle != 0 || anyOf(plain, {"italic", "oblique"});
    return described;
}

/// The stand-in's file without its ending; none where letters of another alphabet are meant that nobody can guess.
std::optional<std::string> standInFor(const Description &described, bool encoded) {
    const std::string plain = plainName(described.name);
    if (plain == "symbol" || plain == "symbolmt") {
        return "StandardSymbolsPS";
    }
    if (plain == "zapfdingbats") {
        return "D050000L";
    }
    if (anyOf(plain, {"wingdings", "webdings", "dingbats", "symbol"})) {
        return std::nullopt;
    }
    // Some say "symbolic" of any subset; one that has an encoding of letters holds letters.
    if ((described.flags & Symbolic) != 0 && (described.flags & Nonsymbolic) == 0 && !encoded) {
        return std::nullopt;
    }
    const bool fixed =
        (described.flags & FixedPitch) != 0 || anyOf(plain, {"courier", "mono", "consol", "lettergothic"});
    const bool serif =
        !anyOf(plain, {"sans", "arial", "helvetica"}) &&
        ((described.flags & Serif) != 0 ||
         anyOf(plain, {"times", "roman", "serif", "georgia", "garamond", "palatino", "bookman", "century", "cambria"}));
    const bool narrow = !fixed && !serif && plain.find("narrow") != std::string::npos;
    const std::string family = fixed    ? "NimbusMonoPS-"
                               : serif  ? "NimbusRoman-"
                               : narrow ? "NimbusSansNarrow-"
                                        : "NimbusSans-";
    const std::string slant = !described.italic ? "" : narrow ? "Oblique" : "Italic";
    return family + (described.bold ? "Bold" : slant.empty() ? "Regular" : "") + slant;
}

/// Which letter each code stands for.
struct Codes {
    std::array<FT_UInt, kCodes> glyphs{}; ///< 0: none
    bool whole = true;                    ///< each letter that the font's own list names was found
};

Codes codesOf(QPDFObjectHandle font, const Letters &letters, bool own) {
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    QPDFObjectHandle base = encoding.isDictionary() ? encoding.getKey("/BaseEncoding") : encoding;
    const std::string named = base.isName() ? base.getName() : std::string();
    const bool trueType = font.getKey("/Subtype").isNameAndEquals("/TrueType");
    Codes codes;
    for (int code = 0; code < kCodes; ++code) {
        FT_UInt &glyph = codes.glyphs[static_cast<std::size_t>(code)];
        if (own) {
            glyph = letters.byCode(FT_ENCODING_ADOBE_CUSTOM, code);
        } else if (named == "/MacRomanEncoding") {
            glyph = letters.byUnicode(macintoshLetter(code));
        } else if (named == "/WinAnsiEncoding" || (trueType && named.empty())) {
            glyph = letters.byUnicode(windowsLetter(code));
        } else {
            glyph = letters.byCode(FT_ENCODING_ADOBE_STANDARD, code);
        }
    }
    QPDFObjectHandle differences = encoding.isDictionary() ? encoding.getKey("/Differences") : encoding;
    long long code = 0;
    for (int at = 0; differences.isArray() && at < differences.getArrayNItems(); ++at) {
        QPDFObjectHandle item = differences.getArrayItem(at);
        if (item.isInteger()) {
            code = item.getIntValue();
        } else if (item.isName() && code >= 0 && code < kCodes) {
            const std::string name = item.getName().substr(1);
            const FT_UInt glyph = letters.byName(name);
            codes.whole = codes.whole && (glyph != 0 || name == ".notdef");
            codes.glyphs[static_cast<std::size_t>(code++)] = glyph;
        }
    }
    return codes;
}

class StandIns {
public:
    StandIns(QPDF &pdf, const std::filesystem::path &folder, bool change)
        : pdf_(pdf), folder_(folder), change_(change) {}
    ~StandIns() {
        letters_.clear();
        if (library_ != nullptr) {
            FT_Done_FreeType(library_);
        }
    }
    StandIns(const StandIns &) = delete;
    StandIns &operator=(const StandIns &) = delete;

    std::vector<PdfNote> apply() {
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            inResources(page.getAttribute("/Resources", false), 0);
            QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
            for (int at = 0; annotations.isArray() && at < annotations.getArrayNItems(); ++at) {
                QPDFObjectHandle annotation = annotations.getArrayItem(at);
                if (annotation.isDictionary()) {
                    inLook(annotation.getKey("/AP"), 0);
                }
            }
            ++page_;
        }
        return std::move(notes_);
    }

private:
    /// False for what was looked at already.
    bool enter(QPDFObjectHandle object, int depth) {
        if (++visits_ > kMostVisits) {
            throw std::runtime_error("too many objects");
        }
        return depth < kDeepestForm && (!object.isIndirect() || seen_.insert(object.getObjGen()).second);
    }

    void inLook(QPDFObjectHandle look, int depth) { // NOLINT(misc-no-recursion): as deep as kDeepestForm
        if (look.isStream()) {
            inStream(look, depth);
        } else if (look.isDictionary() && enter(look, depth)) {
            for (const std::string &key : look.getKeys()) {
                inLook(look.getKey(key), depth + 1);
            }
        }
    }

    void inStream(QPDFObjectHandle stream, int depth) { // NOLINT(misc-no-recursion)
        if (stream.isStream() && enter(stream, depth)) {
            inResources(stream.getDict().getKey("/Resources"), depth + 1);
        }
    }

    void inResources(QPDFObjectHandle resources, int depth) { // NOLINT(misc-no-recursion)
        if (!resources.isDictionary() || !enter(resources, depth)) {
            return;
        }
        const auto each = [&](const char *kind, const auto &act) {
            QPDFObjectHandle all = resources.getKey(kind);
            if (all.isDictionary()) {
                for (const std::string &key : all.getKeys()) {
                    act(all.getKey(key));
                }
            }
        };
        each("/Font", [&](QPDFObjectHandle font) { inFont(font, depth + 1); });
        each("/XObject", [&](QPDFObjectHandle object) { inStream(object, depth + 1); });
        each("/Pattern", [&](QPDFObjectHandle pattern) { inStream(pattern, depth + 1); });
        each("/ExtGState", [&](QPDFObjectHandle state) {
            QPDFObjectHandle font = state.isDictionary() ? state.getKey("/Font") : state;
            if (font.isArray() && font.getArrayNItems() > 0) {
                inFont(font.getArrayItem(0), depth + 1);
            }
            QPDFObjectHandle mask = state.isDictionary() ? state.getKey("/SMask") : state;
            if (mask.isDictionary()) {
                inStream(mask.getKey("/G"), depth + 1);
            }
        });
    }

    void inFont(QPDFObjectHandle font, int depth) { // NOLINT(misc-no-recursion)
        if (!font.isDictionary() || !enter(font, depth)) {
            return;
        }
        QPDFObjectHandle subtype = font.getKey("/Subtype");
        if (subtype.isNameAndEquals("/Type3")) {
            inResources(font.getKey("/Resources"), depth + 1);
            return;
        }
        if (subtype.isNameAndEquals("/Type0")) {
            QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
            if (descendants.isArray() && descendants.getArrayNItems() > 0 && !hasLetters(descendants.getArrayItem(0))) {
                note(describe(font));
            }
            return;
        }
        if (hasLetters(font)) {
            return;
        }
        const Description described = describe(font);
        if (!standIn(font, described)) {
            note(described);
        }
    }

    static bool hasLetters(QPDFObjectHandle font) {
        QPDFObjectHandle descriptor = font.isDictionary() ? font.getKey("/FontDescriptor") : font;
        return descriptor.isDictionary() &&
               (descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() ||
                descriptor.getKey("/FontFile3").isStream());
    }

    void note(const Description &font) {
        if (notes_.size() < kMostFontNotes) {
            notes_.push_back({page_, toValidUtf8(std::string_view(font.name).substr(0, kLongestName))});
        }
    }

    /// nullptr where it is not installed.
    const Letters *lettersOf(const std::string &file) {
        const auto [found, fresh] = letters_.try_emplace(file);
        if (fresh && (library_ != nullptr || FT_Init_FreeType(&library_) == 0)) {
            constexpr std::size_t kLargestFont = std::size_t{1} << 20;
            if (Result<Bytes> bytes = readFile(folder_ / (file + ".t1"), kLargestFont)) {
                auto letters = std::make_unique<Letters>(library_, std::move(*bytes));
                if (letters->usable()) {
                    found->second = std::move(letters);
                }
            }
        }
        return found->second.get();
    }

    /// False where some of its letters stay without a like.
    bool standIn(QPDFObjectHandle font, const Description &described) {
        QPDFObjectHandle encoding = font.getKey("/Encoding");
        const std::optional<std::string> file = standInFor(described, encoding.isName() || encoding.isDictionary());
        const Letters *letters = file ? lettersOf(*file) : nullptr;
        if (letters == nullptr) {
            return false;
        }
        const bool own = *file == "StandardSymbolsPS" || *file == "D050000L";
        const Codes codes = codesOf(font, *letters, own);
        if (change_) {
            give(font, described, *file, *letters, codes, own);
        }
        return codes.whole;
    }

    void give(QPDFObjectHandle font, const Description &described, const std::string &file, const Letters &letters,
              const Codes &codes, bool own) {
        QPDFObjectHandle differences = QPDFObjectHandle::newArray();
        QPDFObjectHandle widths = QPDFObjectHandle::newArray();
        bool gap = true;
        for (int code = 0; code < kCodes; ++code) {
            const FT_UInt glyph = codes.glyphs[static_cast<std::size_t>(code)];
            widths.appendItem(QPDFObjectHandle::newInteger(glyph == 0 ? 0 : letters.widthOf(glyph)));
            if (glyph == 0) {
                gap = true;
                continue;
            }
            if (gap) {
                differences.appendItem(QPDFObjectHandle::newInteger(code));
                gap = false;
            }
            differences.appendItem(QPDFObjectHandle::newName("/" + letters.nameOf(glyph)));
        }
        QPDFObjectHandle named = QPDFObjectHandle::parse("<< /Type /Encoding >>");
        named.replaceKey("/Differences", differences);
        font.replaceKey("/Encoding", named);

        // Its own widths are kept, if it has any: the lines stay as long as they were meant.
        double missingWidth = 0;
        QPDFObjectHandle old = font.getKey("/FontDescriptor");
        if (old.isDictionary() && old.getKey("/MissingWidth").isNumber()) {
            missingWidth = old.getKey("/MissingWidth").getNumericValue();
        }
        if (!font.getKey("/Widths").isArray() || !font.getKey("/FirstChar").isInteger()) {
            font.replaceKey("/FirstChar", QPDFObjectHandle::newInteger(0));
            font.replaceKey("/LastChar", QPDFObjectHandle::newInteger(kCodes - 1));
            font.replaceKey("/Widths", widths);
        }
        // What its letters mean is known by the usual name alone: they are called a1, a2.
        const QPDFObjectHandle name =
            QPDFObjectHandle::newName(file == "D050000L" ? std::string("/ZapfDingbats")
                                                         : "/" + std::string(FT_Get_Postscript_Name(letters.face())));
        font.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type1"));
        font.replaceKey("/BaseFont", name);
        font.replaceKey("/FontDescriptor", descriptorOf(file, letters, name, described, own, missingWidth));
    }

    QPDFObjectHandle descriptorOf(const std::string &file, const Letters &letters, const QPDFObjectHandle &name,
                                  const Description &described, bool own, double missingWidth) {
        FT_Face face = letters.face();
        const int flags = (face->face_flags & FT_FACE_FLAG_FIXED_WIDTH ? FixedPitch : 0) |
                          (file.starts_with("NimbusRoman") ? Serif : 0) | (own ? Symbolic : Nonsymbolic) |
                          (described.italic ? Italic : 0);
        PS_FontInfoRec info{};
        if (FT_Get_PS_Font_Info(face, &info) != 0) {
            info = {};
        }
        QPDFObjectHandle box = QPDFObjectHandle::newArray();
        for (const FT_Pos side : {face->bbox.xMin, face->bbox.yMin, face->bbox.xMax, face->bbox.yMax}) {
            box.appendItem(QPDFObjectHandle::newInteger(side));
        }
        QPDFObjectHandle descriptor = QPDFObjectHandle::parse("<< /Type /FontDescriptor >>");
        descriptor.replaceKey("/FontName", name);
        descriptor.replaceKey("/Flags", QPDFObjectHandle::newInteger(flags));
        descriptor.replaceKey("/FontBBox", box);
        descriptor.replaceKey("/ItalicAngle", QPDFObjectHandle::newInteger(info.italic_angle));
        descriptor.replaceKey("/Ascent", QPDFObjectHandle::newInteger(face->ascender));
        descriptor.replaceKey("/Descent", QPDFObjectHandle::newInteger(face->descender));
        descriptor.replaceKey("/CapHeight", QPDFObjectHandle::newInteger(face->ascender));
        descriptor.replaceKey("/StemV", QPDFObjectHandle::newInteger(described.bold ? 140 : 80));
        if (missingWidth != 0) {
            descriptor.replaceKey("/MissingWidth", QPDFObjectHandle::newReal(missingWidth, 3));
        }
        const auto [stored, fresh] = streams_.try_emplace(file);
        if (fresh) {
            stored->second = QPDFObjectHandle::newStream(&pdf_, std::string(asText(letters.file())));
            int part = 0;
            for (const long long length : letters.parts()) {
                stored->second.getDict().replaceKey("/Length" + std::to_string(++part),
                                                    QPDFObjectHandle::newInteger(length));
            }
        }
        descriptor.replaceKey("/FontFile", stored->second);
        return pdf_.makeIndirectObject(descriptor);
    }

    QPDF &pdf_;
    std::filesystem::path folder_;
    bool change_;
    FT_Library library_ = nullptr;
    std::map<std::string, std::unique_ptr<Letters>> letters_; ///< by file; nullptr where there is none
    std::map<std::string, QPDFObjectHandle> streams_;
    std::set<QPDFObjGen> seen_;
    std::size_t visits_ = 0;
    std::vector<PdfNote> notes_;
    int page_ = 0;
};

} // namespace

std::vector<PdfNote> standInForFonts(QPDF &pdf, const std::filesystem::path &folder) {
    return StandIns(pdf, folder, true).apply();
}

std::vector<PdfNote> missingFonts(QPDF &pdf, const std::filesystem::path &folder) {
    return StandIns(pdf, folder, false).apply();
}

} // namespace guichet::printing
