// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/spoken_words.h"

#include "base/text.h"
#include "kiosk/papers/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace guichet::kiosk::papers {
namespace {

/// A written form and what is said for it, in French and in English; "" where it is said as it is written.
struct Said {
    std::string_view written;
    std::string_view french;
    std::string_view english;
};

constexpr auto kAbbreviations = std::to_array<Said>({
    {"n°", "numéro", "number"},
    {"N°", "numéro", "number"},
    {"no.", "", "number"},
    {"No.", "", "number"},
    {"M.", "monsieur", ""},
    {"Mme", "madame", ""},
    {"Mlle", "mademoiselle", ""},
    {"Dr", "docteur", "doctor"},
    {"Dr.", "docteur", "doctor"},
    {"Pr", "professeur", ""},
    {"art.", "article", "article"},
    {"tél.", "téléphone", ""},
    {"Tél.", "téléphone", ""},
    {"cf.", "voir", "see"},
    {"env.", "environ", ""},
    {"NIR", "numéro de sécurité sociale", "social security number"},
    {"INS", "identité nationale de santé", "national health identity"},
    {"RPPS", "R P P S", "R P P S"},
    {"FINESS", "Finess", "Finess"},
    {"CPAM", "caisse primaire d’assurance maladie", "primary health insurance fund"},
    {"CSP", "code de la santé publique", "public health code"},
    {"CRPA", "code des relations entre le public et l’administration", "code of relations with the administration"},
    {"RGPD", "règlement général sur la protection des données", "general data protection regulation"},
    {"3422", "34 22", "34 22"},
    {"&", "et", "and"},
    {"±", "plus ou moins", "plus or minus"},
    {"=", "égal à", "equals"},
    {"<", "inférieur à", "below"},
    {">", "supérieur à", "above"},
    {"≤", "au plus", "at most"},
    {"≥", "au moins", "at least"},
    {"<=", "au plus", "at most"},
    {">=", "au moins", "at least"},
    {"×", "fois", "times"},
    {"☐", "à cocher :", "to tick:"},
});

/// A unit of measure, after a number in the plural and after "par" in the singular.
struct UnitWords {
    std::string_view written;
    std::string_view french;
    std::string_view frenchOne;
    std::string_view english;
    std::string_view englishOne;
    bool prefixed = false; ///< takes milli-, micro- and the like
};

constexpr auto kSpokenUnits = std::to_array<UnitWords>({
    {"g", "grammes", "gramme", "grams", "gram", true},
    {"L", "litres", "litre", "litres", "litre", true},
    {"l", "litres", "litre", "litres", "litre", true},
    {"mol", "moles", "mole", "moles", "mole", true},
    {"m", "mètres", "mètre", "metres", "metre", true},
    {"m²", "mètres carrés", "mètre carré", "square metres", "square metre"},
    {"m2", "mètres carrés", "mètre carré", "square metres", "square metre"},
    {"mm²", "millimètres carrés", "millimètre carré", "square millimetres", "square millimetre"},
    {"mm3", "millimètres cubes", "millimètre cube", "cubic millimetres", "cubic millimetre"},
    {"mm³", "millimètres cubes", "millimètre cube", "cubic millimetres", "cubic millimetre"},
    {"Eq", "équivalents", "équivalent", "equivalents", "equivalent", true},
    {"cal", "calories", "calorie", "calories", "calorie", true},
    {"Gy", "grays", "gray", "grays", "gray", true},
    {"UI", "unités internationales", "unité internationale", "international units", "international unit", true},
    {"IU", "unités internationales", "unité internationale", "international units", "international unit", true},
    {"U", "unités", "unité", "units", "unit", true},
    {"G", "milliards", "milliard", "billions", "billion"},
    {"T", "mille milliards", "mille milliards", "thousand billions", "thousand billion"},
    {"mmHg", "millimètres de mercure", "millimètre de mercure", "millimetres of mercury", "millimetre of mercury"},
    {"bpm", "battements par minute", "battement par minute", "beats a minute", "beat a minute"},
    {"%", "pour cent", "pour cent", "per cent", "per cent"},
    {"‰", "pour mille", "pour mille", "per thousand", "per thousand"},
    {"°C", "degrés", "degré", "degrees", "degree"},
    {"°", "degrés", "degré", "degrees", "degree"},
    {"h", "heures", "heure", "hours", "hour"},
    {"min", "minutes", "minute", "minutes", "minute"},
    {"s", "secondes", "seconde", "seconds", "second"},
    {"j", "jours", "jour", "days", "day"},
    {"jour", "jours", "jour", "days", "day"},
    {"an", "ans", "an", "years", "year"},
});

constexpr auto kPrefixes = std::to_array<Said>({
    {"k", "kilo", "kilo"},
    {"d", "déci", "deci"},
    {"c", "centi", "centi"},
    {"m", "milli", "milli"},
    {"µ", "micro", "micro"}, // MICRO SIGN
    {"μ", "micro", "micro"}, // GREEK SMALL LETTER MU
    {"n", "nano", "nano"},
    {"p", "pico", "pico"},
    {"f", "femto", "femto"},
});

/// Words that the rules put in.
struct Joints {
    std::string_view key;    ///< of a social security number
    std::string_view hidden; ///< what is masked
    std::string_view dash;   ///< in the number of an article
    std::string_view per;
    std::string_view minus;
    std::string_view toRead; ///< a code that nobody can listen to
};
constexpr Joints kFrench{"clé", "chiffres masqués", "tiret", "par", "moins", "un long code, à lire sur le papier"};
constexpr Joints kEnglish{"key", "digits masked", "dash", "per", "minus", "a long code, to be read on the paper"};
constexpr Joints kOther{",", "…", ",", "/", "−", "…"};

constexpr std::size_t kSpokenDigits = 6; ///< a number of more is one of somebody or something, not an amount
constexpr std::size_t kLongCode = 24;    ///< characters

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool isLetter(char c) { return isCapital(c) || (c >= 'a' && c <= 'z'); }
bool isOneOf(char c, std::string_view signs) { return signs.find(c) != std::string_view::npos; }
bool allDigits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

/// A word, and what stands before and after it.
struct Token {
    std::string before;
    std::string core;
    std::string after;

    [[nodiscard]] std::string whole() const { return before + core + after; }
};

constexpr auto kOpening = std::to_array<std::string_view>({"(", "[", "«", "“", "\"", "'"});
constexpr auto kClosing = std::to_array<std::string_view>({")", "]", "»", "”", "\"", ".", ",", ";", ":", "!", "?"});

Token tokenOf(std::string_view word) {
    Token token;
    const auto opens = [&](std::string_view sign) { return word.starts_with(sign) && word.size() > sign.size(); };
    const auto closes = [&](std::string_view sign) { return word.ends_with(sign) && word.size() > sign.size(); };
    for (auto sign = kOpening.begin(); sign != kOpening.end();) {
        sign = std::ranges::find_if(kOpening, opens);
        if (sign != kOpening.end()) {
            token.before += *sign;
            word.remove_prefix(sign->size());
        }
    }
    for (auto sign = kClosing.begin(); sign != kClosing.end();) {
        sign = std::ranges::find_if(kClosing, closes);
        if (sign != kClosing.end()) {
            token.after.insert(0, *sign);
            word.remove_suffix(sign->size());
        }
    }
    token.core = word;
    return token;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::string spaced(text);
    for (const std::string_view space : {"\u00a0", "\u202f", "\u2009", "\n", "\t", "\r"}) {
        spaced = replaceAll(std::move(spaced), space, " ");
    }
    for (const std::string_view mark : {"\u2066", "\u2067", "\u2068", "\u2069"}) { // of direction
        spaced = replaceAll(std::move(spaced), mark, "");
    }
    std::vector<std::string> words = split(spaced, ' ');
    std::erase(words, "");
    return words;
}

/// "12", "−12", "5,2", "12.50": digits with at most one mark among them.
bool isNumber(std::string_view text) {
    for (const std::string_view sign : {"+", "-", "−"}) {
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            break;
        }
    }
    const std::size_t mark = text.find_first_of(",.");
    return allDigits(text.substr(0, mark)) && (mark == std::string_view::npos || allDigits(text.substr(mark + 1)));
}

/// How many bytes of it are a number: "500mg" is 3.
std::size_t numberLength(std::string_view text) {
    std::size_t length = text.size();
    while (length > 0 && !isNumber(text.substr(0, length))) {
        --length;
    }
    return length;
}

std::string spaced(std::string_view text) {
    std::string apart;
    for (const char c : text) {
        apart += (apart.empty() ? "" : " ") + std::string(1, c);
    }
    return apart;
}

class Reading {
public:
    Reading(std::string_view text, const Texts &say)
        : say_(say), french_(say.language() == "fr"), english_(say.language() == "en"), joints_(french_    ? kFrench
                                                                                                : english_ ? kEnglish
                                                                                                           : kOther) {
        for (const std::string &word : wordsOf(text)) {
            tokens_.push_back(tokenOf(word));
        }
    }

    std::string spoken() {
        while (at_ < tokens_.size()) {
            if (!(nir() || masked() || money() || measured() || written() || code())) {
                put(tokens_[at_].whole());
                ++at_;
            }
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string_view in(std::string_view french, std::string_view english) const {
        return french_ ? french : english_ ? english : std::string_view();
    }
    [[nodiscard]] const Token *token(std::size_t ahead) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    void put(const std::string &words) {
        if (!words.empty()) {
            out_ += (out_.empty() ? "" : " ") + words;
        }
    }
    /// Says these words for the next `count` tokens, with what stood before the first and after the last.
    bool take(std::size_t count, const std::string &words) {
        put(tokens_[at_].before + words + tokens_[at_ + count - 1].after);
        at_ += count;
        return true;
    }
    /// Nothing may stand between the next `count` tokens.
    [[nodiscard]] bool together(std::size_t count) const {
        for (std::size_t i = 0; i < count; ++i) {
            if (token(i) == nullptr || (i > 0 && !token(i)->before.empty()) ||
                (i + 1 < count && !token(i)->after.empty())) {
                return false;
            }
        }
        return true;
    }

    /// "2 79 03 51 215 189 89", or without spaces, or its first thirteen digits.
    bool nir() {
        static constexpr std::array<std::size_t, 7> kGroups{1, 2, 2, 2, 3, 3, 2};
        constexpr std::size_t kDepartment = 3;
        constexpr std::size_t kWithKey = 15;
        const auto fits = [](std::string_view group, std::size_t which) {
            const bool corsica = which == kDepartment && (group == "2A" || group == "2B");
            return group.size() == kGroups.at(which) && (corsica || allDigits(group));
        };
        std::vector<std::string> groups;
        std::size_t count = 1;
        const std::string &core = tokens_[at_].core;
        if (core.size() == kWithKey || core.size() == kWithKey - kGroups.back()) {
            std::size_t from = 0;
            for (const std::size_t length : kGroups) {
                if (from < core.size()) {
                    groups.push_back(core.substr(from, length));
                    from += length;
                }
            }
            if (core.front() != '1' && core.front() != '2') {
                return false;
            }
        } else {
            while (groups.size() < kGroups.size() && token(groups.size()) != nullptr &&
                   fits(token(groups.size())->core, groups.size())) {
                groups.push_back(token(groups.size())->core);
            }
            count = groups.size();
        }
        if (groups.size() + 1 < kGroups.size() || !together(count)) {
            return false;
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!fits(groups[i], i)) {
                return false;
            }
        }
        if (groups.size() == kGroups.size()) {
            groups.back() = std::string(joints_.key) + " " + groups.back();
        }
        return take(count, join(groups, ", "));
    }

    /// Dots that hide, and lines to write on.
    bool masked() {
        const auto made = [](std::string_view word, std::initializer_list<std::string_view> signs) {
            std::string rest(word);
            for (const std::string_view sign : signs) {
                rest = replaceAll(std::move(rest), sign, "");
            }
            return rest.empty();
        };
        std::size_t count = 0;
        while (token(count) != nullptr && made(token(count)->core, {"•"})) {
            ++count;
        }
        if (count > 0) {
            return take(count, std::string(joints_.hidden));
        }
        const std::string word = tokens_[at_].whole();
        if (made(word, {"…", ".", "_", "/"})) {
            ++at_;
            return true;
        }
        if (made(word, {"—", "–", "-", "/", "→", "|", "·"})) {
            ++at_;
            if (!out_.empty() && !isOneOf(out_.back(), ".,;:!?")) {
                out_ += ',';
            }
            return true;
        }
        return false;
    }

    /// A number of one or several tokens ("1 234,50"), the thousands put together; how many tokens it is.
    [[nodiscard]] std::pair<std::string, std::size_t> number() const {
        constexpr std::size_t kThousands = 3;
        std::string digits = tokens_[at_].core;
        if (!isNumber(digits)) {
            return {};
        }
        std::size_t count = 1;
        bool whole = allDigits(digits) && digits.size() <= kThousands && digits.front() != '0';
        while (whole && together(count + 1)) {
            const std::string_view next = token(count)->core;
            const std::size_t mark = next.find_first_of(",.");
            if (!isNumber(next) || std::min(mark, next.size()) != kThousands) {
                break;
            }
            digits += next;
            ++count;
            whole = mark == std::string_view::npos;
        }
        return {digits, count};
    }

    /// "12,50 €", "12,50€".
    bool money() {
        constexpr std::string_view kEuro = "€";
        auto [digits, count] = number();
        if (digits.empty() && tokens_[at_].core.ends_with(kEuro)) {
            digits = tokens_[at_].core.substr(0, tokens_[at_].core.size() - kEuro.size());
            count = isNumber(digits) ? 1 : 0;
        } else if (!digits.empty() && together(count + 1) && token(count)->core == kEuro) {
            ++count;
        } else {
            return false;
        }
        if (count == 0 || !(french_ || english_)) {
            return false;
        }
        const std::size_t mark = digits.find_first_of(",.");
        std::string whole = digits.substr(0, mark);
        for (const std::string_view sign : {"-", "−"}) {
            if (whole.starts_with(sign)) {
                whole.replace(0, sign.size(), std::string(joints_.minus) + " ");
            }
        }
        const bool one = whole == "0" || whole == "1";
        std::string words = whole + (one ? " euro" : " euros");
        const std::string cents = mark == std::string::npos ? std::string() : digits.substr(mark + 1);
        if (cents.find_first_not_of('0') != std::string::npos) {
            words += " " + cents;
        }
        return take(count, words);
    }

    [[nodiscard]] std::string unitPart(std::string_view unit, bool one) const {
        const auto words = [&](const UnitWords &known) {
            return std::string(one ? in(known.frenchOne, known.englishOne) : in(known.french, known.english));
        };
        const auto found = std::ranges::find(kSpokenUnits, unit, &UnitWords::written);
        if (found != kSpokenUnits.end()) {
            return words(*found);
        }
        for (const Said &prefix : kPrefixes) {
            if (unit.starts_with(prefix.written)) {
                const auto base =
                    std::ranges::find(kSpokenUnits, unit.substr(prefix.written.size()), &UnitWords::written);
                if (base != kSpokenUnits.end() && base->prefixed) {
                    return std::string(in(prefix.french, prefix.english)) + words(*base);
                }
            }
        }
        return {};
    }

    /// "mmol/L" → "millimoles par litre", "/jour" → "par jour"; empty where it is no unit, or no words are known.
    [[nodiscard]] std::string unit(std::string_view text) const {
        if (!french_ && !english_) {
            return {};
        }
        std::vector<std::string> said;
        const std::vector<std::string> parts = split(text, '/');
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i == 0 && parts[i].empty() && parts.size() > 1) {
                continue;
            }
            std::string part = unitPart(parts[i], i > 0);
            if (part.empty()) {
                return {};
            }
            said.push_back((i > 0 ? std::string(joints_.per) + " " : std::string()) + part);
        }
        return join(said, " ");
    }

    /// A number and its unit, in one word or two; a unit of two parts by itself ("mmol/L" in a table's head).
    bool measured() {
        const auto [digits, count] = number();
        if (!digits.empty() && together(count + 1)) {
            if (const std::string words = unit(token(count)->core); !words.empty()) {
                return take(count + 1, digits + " " + words);
            }
        }
        const std::string &core = tokens_[at_].core;
        const std::size_t length = numberLength(core);
        if (length > 0 && length < core.size()) {
            if (const std::string words = unit(std::string_view(core).substr(length)); !words.empty()) {
                return take(1, core.substr(0, length) + " " + words);
            }
        }
        if (core.find('/') != std::string::npos) {
            if (const std::string words = unit(core); !words.empty()) {
                return take(1, words);
            }
        }
        if (count > 1) {
            return take(count, digits);
        }
        return false;
    }

    /// Dates, times and abbreviations.
    bool written() {
        const std::string &core = tokens_[at_].core;
        if (const auto day = date(core); day && (french_ || english_)) {
            return take(1, longDate(say_, *day));
        }
        if (const std::string time = timeOf(core); !time.empty()) {
            return take(1, time);
        }
        const std::string whole = tokens_[at_].whole();
        for (const Said &known : kAbbreviations) {
            const std::string_view words = in(known.french, known.english);
            if (words.empty()) {
                continue;
            }
            if (tokens_[at_].before.empty() && whole == known.written) {
                put(std::string(words));
                ++at_;
                return true;
            }
            if (core == known.written) {
                return take(1, std::string(words));
            }
        }
        for (const std::string_view sign : {"<=", ">=", "≤", "≥", "<", ">", "±"}) {
            if (core.starts_with(sign) && isNumber(std::string_view(core).substr(sign.size())) &&
                (french_ || english_)) {
                const auto known = std::ranges::find(kAbbreviations, sign, &Said::written);
                put(tokens_[at_].before + std::string(in(known->french, known->english)));
                tokens_[at_].before.clear();
                tokens_[at_].core = core.substr(sign.size());
                return true; // the number, and what it measures, come next
            }
        }
        return false;
    }

    /// "28/03/1979", "2026-11-24".
    [[nodiscard]] static std::optional<CivilDate> date(const std::string &text) {
        constexpr std::array<std::size_t, 3> kDayFirst{2, 2, 4};
        const std::vector<std::string> parts = split(text, '/');
        if (parts.size() == kDayFirst.size()) {
            for (std::size_t i = 0; i < parts.size(); ++i) {
                if (parts[i].size() != kDayFirst.at(i) || !allDigits(parts[i])) {
                    return std::nullopt;
                }
            }
            const auto read = parseDate(parts[2] + "-" + parts[1] + "-" + parts[0]);
            return read ? std::optional(*read) : std::nullopt;
        }
        const auto read = parseDate(text);
        return read ? std::optional(*read) : std::nullopt;
    }

    /// "16:05", "16h05" in French.
    [[nodiscard]] std::string timeOf(const std::string &text) const {
        const std::size_t mark = text.find_first_of(":h");
        if (!french_ || mark == std::string::npos || mark == 0 || mark > 2 || text.size() != mark + 3 ||
            !allDigits(text.substr(0, mark)) || !allDigits(text.substr(mark + 1))) {
            return {};
        }
        const int hours = std::stoi(text.substr(0, mark));
        const int minutes = std::stoi(text.substr(mark + 1));
        constexpr int kHours = 24;
        constexpr int kMinutes = 60;
        if (hours > kHours || minutes >= kMinutes) {
            return {};
        }
        return std::to_string(hours) + (hours == 1 ? " heure" : " heures") +
               (minutes == 0 ? std::string() : " " + std::to_string(minutes));
    }

    /// References, articles, long numbers and what nobody can listen to.
    bool code() {
        const std::string &core = tokens_[at_].core;
        if (core.size() >= kLongCode && std::ranges::any_of(core, isDigit) &&
            std::ranges::all_of(core, [](char c) { return isDigit(c) || isLetter(c) || isOneOf(c, "+/=:-"); })) {
            return take(1, std::string(joints_.toRead));
        }
        if (allDigits(core) && core.size() > kSpokenDigits) {
            std::vector<std::string> pairs;
            for (std::size_t i = 0; i < core.size(); i += 2) {
                pairs.push_back(core.substr(i, 2));
            }
            return take(1, join(pairs, ", "));
        }
        std::vector<std::string> parts = split(core, '-');
        const bool article =
            core.size() > 2 && isOneOf(core.front(), "LRDA") && isDigit(core.at(1)) &&
            allDigits(parts.front().substr(1)) &&
            std::all_of(parts.begin() + 1, parts.end(), [](const std::string &part) { return allDigits(part); });
        if (article) {
            parts.front().insert(1, " ");
            return take(1, join(parts, " " + std::string(joints_.dash) + " "));
        }
        constexpr std::size_t kLongestGroup = 4;
        const bool reference = parts.size() >= 3 && std::ranges::all_of(parts, [](const std::string &part) {
                                   return !part.empty() && part.size() <= kLongestGroup &&
                                          std::ranges::all_of(part, [](char c) { return isDigit(c) || isCapital(c); });
                               });
        if (reference) {
            for (std::string &part : parts) {
                part = spaced(part);
            }
            return take(1, join(parts, ", "));
        }
        return false;
    }

    const Texts &say_;
    bool french_;
    bool english_;
    const Joints &joints_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::string out_;
};

} // namespace

std::string spokenWords(std::string_view text, const Texts &say) { return Reading(text, say).spoken(); }

} // namespace guichet::kiosk::papers
