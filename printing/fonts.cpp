// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/fonts.h"

#include "printing/layout.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <array>

namespace guichet::printing {
namespace {

/// The first of these families that is installed sets a script that Noto Sans lacks.
struct ScriptFamilies {
    GUnicodeScript script;
    std::array<const char *, 2> stems;
};

constexpr std::array kScripts{
    ScriptFamilies{G_UNICODE_SCRIPT_ARABIC, {"NotoSansArabic", "NotoNaskhArabic"}},
    ScriptFamilies{G_UNICODE_SCRIPT_HEBREW, {"NotoSansHebrew", "NotoSerifHebrew"}},
    ScriptFamilies{G_UNICODE_SCRIPT_ARMENIAN, {"NotoSansArmenian", "NotoSerifArmenian"}},
    ScriptFamilies{G_UNICODE_SCRIPT_GEORGIAN, {"NotoSansGeorgian", "NotoSerifGeorgian"}},
    ScriptFamilies{G_UNICODE_SCRIPT_ETHIOPIC, {"NotoSansEthiopic", "NotoSerifEthiopic"}},
    ScriptFamilies{G_UNICODE_SCRIPT_DEVANAGARI, {"NotoSansDevanagari", "NotoSerifDevanagari"}},
    ScriptFamilies{G_UNICODE_SCRIPT_BENGALI, {"NotoSansBengali", "NotoSerifBengali"}},
    ScriptFamilies{G_UNICODE_SCRIPT_GUJARATI, {"NotoSansGujarati", "NotoSerifGujarati"}},
    ScriptFamilies{G_UNICODE_SCRIPT_GURMUKHI, {"NotoSansGurmukhi", "NotoSerifGurmukhi"}},
    ScriptFamilies{G_UNICODE_SCRIPT_KANNADA, {"NotoSansKannada", "NotoSerifKannada"}},
    ScriptFamilies{G_UNICODE_SCRIPT_MALAYALAM, {"NotoSansMalayalam", "NotoSerifMalayalam"}},
    ScriptFamilies{G_UNICODE_SCRIPT_ORIYA, {"NotoSansOriya", "NotoSansOriyaUI"}},
    ScriptFamilies{G_UNICODE_SCRIPT_SINHALA, {"NotoSansSinhala", "NotoSerifSinhala"}},
    ScriptFamilies{G_UNICODE_SCRIPT_TAMIL, {"NotoSansTamil", "NotoSerifTamil"}},
    ScriptFamilies{G_UNICODE_SCRIPT_TELUGU, {"NotoSansTelugu", "NotoSerifTelugu"}},
    ScriptFamilies{G_UNICODE_SCRIPT_THAI, {"NotoSansThai", "NotoSerifThai"}},
    ScriptFamilies{G_UNICODE_SCRIPT_LAO, {"NotoSansLao", "NotoSerifLao"}},
    ScriptFamilies{G_UNICODE_SCRIPT_KHMER, {"NotoSansKhmer", "NotoSerifKhmer"}},
    ScriptFamilies{G_UNICODE_SCRIPT_MYANMAR, {"NotoSansMyanmar", "NotoSerifMyanmar"}},
    ScriptFamilies{G_UNICODE_SCRIPT_TIBETAN, {"NotoSerifTibetan", "NotoSansTibetan"}},
    ScriptFamilies{G_UNICODE_SCRIPT_SYRIAC, {"NotoSansSyriac", "NotoSansSyriacEstrangela"}},
    ScriptFamilies{G_UNICODE_SCRIPT_TIFINAGH, {"NotoSansTifinagh", "NotoSansTifinaghTawellemmet"}},
    ScriptFamilies{G_UNICODE_SCRIPT_THAANA, {"NotoSansThaana", "NotoSansThaana"}},
    ScriptFamilies{G_UNICODE_SCRIPT_NKO, {"NotoSansNKo", "NotoSansNKo"}},
    ScriptFamilies{G_UNICODE_SCRIPT_CHEROKEE, {"NotoSansCherokee", "NotoSansCherokee"}},
    ScriptFamilies{G_UNICODE_SCRIPT_MONGOLIAN, {"NotoSansMongolian", "NotoSansMongolian"}},
    ScriptFamilies{G_UNICODE_SCRIPT_HAN, {"NotoSansCJK", "NotoSerifCJK"}},
    ScriptFamilies{G_UNICODE_SCRIPT_HIRAGANA, {"NotoSansCJK", "NotoSerifCJK"}},
    ScriptFamilies{G_UNICODE_SCRIPT_KATAKANA, {"NotoSansCJK", "NotoSerifCJK"}},
    ScriptFamilies{G_UNICODE_SCRIPT_HANGUL, {"NotoSansCJK", "NotoSerifCJK"}},
};

/// Beyond the scripts: arrows, mathematics, boxes, dingbats, which Noto Sans has only in part.
constexpr int kSymbols = -1;

bool inNotoSans(gunichar character) {
    // Latin, IPA, combining marks, Greek, Cyrillic, phonetic extensions, general punctuation, super- and subscripts,
    // currency, letter-like symbols (U+2100-218F): all of Noto Sans. Later blocks are looked at script by script.
    return character < 0x530 || (character >= 0x1C80 && character < 0x1C90) ||
           (character >= 0x1D00 && character < 0x2190);
}

} // namespace

void leaveMachineFontsOut() {
    FcConfig *none = FcConfigCreate();
    FcConfigSetCurrent(none);
    FcConfigDestroy(none); // it is fontconfig's now
}

struct Fonts::Handles {
    FcConfig *config = nullptr;
    PangoFontMap *map = nullptr;
    PangoContext *context = nullptr;

    Handles() : config(FcConfigCreate()) {
        // Pango initialises fontconfig by itself, for the whole process, when a font map is made (that reads the
        // machine's configuration, unless leaveMachineFontsOut() was called); the private one is what this map uses.
        map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
        // 72 dots an inch: Pango's units are points then.
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
        context = pango_font_map_create_context(map);
        // Not hinted: widths must not depend on a resolution, as the screen and the printer have different ones.
        cairo_font_options_t *options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(context, options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(context, FALSE);
        pango_context_set_language(context, pango_language_from_string("fr"));
    }
    ~Handles() {
        g_object_unref(context);
        g_object_unref(map);
        FcConfigDestroy(config);
    }
    Handles(const Handles &) = delete;
    Handles &operator=(const Handles &) = delete;
};

Fonts::Fonts(std::vector<std::filesystem::path> folders)
    : folders_(std::move(folders)), handles_(std::make_unique<Handles>()) {
    if (folders_.empty()) {
        folders_ = {"/usr/share/fonts", "/usr/local/share/fonts"};
    }
    usable_ = load("NotoSans-Regular.ttf");
    loadFamily("NotoSans");
    load("NotoSansMono-Regular.ttf");
    load("NotoSansMono-Bold.ttf");
    pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(handles_->map));
}

Fonts::~Fonts() = default;

PangoContext *Fonts::context() const { return handles_->context; }

const std::map<std::string, std::filesystem::path> &Fonts::index() {
    if (index_.empty()) {
        for (const std::filesystem::path &folder : folders_) {
            std::error_code error;
            std::filesystem::recursive_directory_iterator entries(
                folder, std::filesystem::directory_options::skip_permission_denied, error);
            while (!error && entries != std::filesystem::recursive_directory_iterator()) {
                index_.emplace(entries->path().filename().string(), entries->path());
                entries.increment(error);
            }
        }
        index_.emplace("", "");
    }
    return index_;
}

bool Fonts::load(const std::string &fileName) {
    if (loaded_.contains(fileName)) {
        return true;
    }
    std::filesystem::path path;
    std::error_code error;
    for (const std::filesystem::path &folder : folders_) {
        // Where the packages of Debian and Ubuntu put them: no need to walk through every font of the machine.
        for (const char *usual : {"truetype/noto", "opentype/noto", "."}) {
            if (path.empty() && std::filesystem::exists(folder / usual / fileName, error)) {
                path = folder / usual / fileName;
            }
        }
    }
    if (path.empty()) {
        const auto found = index().find(fileName);
        if (found == index().end()) {
            return false;
        }
        path = found->second;
    }
    const std::string name = path.string();
    if (FcConfigAppFontAddFile(handles_->config, reinterpret_cast<const FcChar8 *>(name.c_str())) == FcFalse) {
        return false;
    }
    loaded_.insert(fileName);
    return true;
}

void Fonts::loadFamily(const std::string &stem) {
    for (const char *style : {"-Regular", "-Bold", "-Italic", "-BoldItalic"}) {
        for (const char *ending : {".ttf", ".ttc", ".otf"}) {
            // Only Noto Sans itself has italics; asking the others for them would walk the folders for nothing.
            if ((stem == "NotoSans" || std::string_view(style).find("Italic") == std::string_view::npos) &&
                load(stem + style + ending)) {
                break;
            }
        }
    }
}

void Fonts::provide(std::string_view text) {
    bool changed = false;
    const auto loadFirst = [&](std::initializer_list<const char *> stems) {
        for (const char *stem : stems) {
            const std::size_t before = loaded_.size();
            loadFamily(stem);
            if (loaded_.size() > before) {
                changed = true;
                return;
            }
        }
    };
    const char *end = text.data() + text.size();
    for (const char *at = text.data(); at < end; at = g_utf8_next_char(at)) {
        if (static_cast<unsigned char>(*at) < 0xD4) { // below U+0500
            continue;
        }
        const gunichar character = g_utf8_get_char(at);
        if (inNotoSans(character)) {
            continue;
        }
        provided_.insert(character);
        const GUnicodeScript script = g_unichar_get_script(character);
        if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED) {
            if (scripts_.insert(kSymbols).second) {
                for (const char *stem : {"NotoSansSymbols", "NotoSansSymbols2", "NotoSansMath"}) {
                    loadFirst({stem});
                }
            }
        } else if (scripts_.insert(script).second) {
            for (const ScriptFamilies &families : kScripts) {
                if (families.script == script) {
                    loadFirst({families.stems[0], families.stems[1]});
                }
            }
        }
    }
    if (changed) {
        hasGlyph_.clear();
        pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(handles_->map));
    }
}

std::vector<char32_t> Fonts::takeUnknown() {
    std::vector<char32_t> unknown;
    for (const char32_t character : provided_) {
        const auto [found, isNew] = hasGlyph_.try_emplace(character, true);
        if (isNew) {
            std::array<char, 6> text{};
            const int length = g_unichar_to_utf8(character, text.data());
            PangoLayout *layout = pango_layout_new(context());
            PangoFontDescription *font = pango_font_description_from_string(kText);
            pango_layout_set_font_description(layout, font);
            pango_font_description_free(font);
            pango_layout_set_text(layout, text.data(), length);
            found->second = pango_layout_get_unknown_glyphs_count(layout) == 0;
            g_object_unref(layout);
        }
        if (!found->second) {
            unknown.push_back(character);
        }
    }
    provided_.clear();
    return unknown;
}

} // namespace guichet::printing
