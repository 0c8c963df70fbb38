// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/catalogue/form_search.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

namespace guichet::kiosk {
namespace {

constexpr std::size_t kMostWords = 12; ///< of what is sought
constexpr std::size_t kLongestSoughtBytes = 400;
constexpr std::size_t kPrefixFrom = 3; ///< letters
constexpr std::size_t kSlipFrom = 5;   ///< letters, of the longer word

/// How well two words fit.
enum Fit { None, Slip, Prefix, Whole };

using Word = std::u32string; ///< folded letters and digits

/// The words of a text, folded as names are. An apostrophe, a hyphen, whatever is no letter or digit parts them.
std::vector<Word> wordsOf(std::string_view text) {
    const std::string valid = toValidUtf8(text);
    std::vector<Word> words;
    std::string one;
    const auto end = [&] {
        if (Word word = codePointsOf(nameKey(one)); !word.empty()) {
            words.push_back(std::move(word));
        }
        one.clear();
    };
    for (const std::string_view character : charactersOf(valid)) {
        // A combining accent belongs to the letter before it; it has no key of its own, and is no gap either.
        const bool accent = character >= "\u0300" && character <= "\u036F";
        if (!accent && nameKey(character).empty()) {
            end();
        } else {
            one += character;
        }
    }
    end();
    return words;
}

/// Whether one letter too many, too few or other, or two that changed places, make `sought` of `word`, or of its
/// beginning where `beginning`.
bool slipped(const Word &sought, const Word &word, bool beginning) {
    std::size_t same = 0;
    while (same < sought.size() && same < word.size() && sought[same] == word[same]) {
        ++same;
    }
    const auto rest = [&](std::size_t ofSought, std::size_t ofWord) {
        if (same + ofSought > sought.size() || same + ofWord > word.size()) {
            return false;
        }
        const std::u32string_view left = std::u32string_view(sought).substr(same + ofSought);
        const std::u32string_view right = std::u32string_view(word).substr(same + ofWord);
        return beginning ? right.starts_with(left) : right == left;
    };
    const bool swapped = same + 1 < sought.size() && same + 1 < word.size() && sought[same] == word[same + 1] &&
                         sought[same + 1] == word[same];
    return rest(1, 0) || rest(0, 1) || rest(1, 1) || (swapped && rest(2, 2));
}

Fit fitOf(const Word &sought, const Word &word) {
    if (sought == word) {
        return Whole;
    }
    if (sought.size() < kPrefixFrom) {
        return None;
    }
    if (word.starts_with(sought)) {
        return Prefix;
    }
    const bool whole = std::max(sought.size(), word.size()) >= kSlipFrom && word.size() >= kPrefixFrom;
    const bool beginning = sought.size() >= kSlipFrom && word.size() >= sought.size();
    return (whole && slipped(sought, word, false)) || (beginning && slipped(sought, word, true)) ? Slip : None;
}

/// An article that lost its vowel, and the apostrophe with it: "lenfant" is sought as "enfant" too.
Word withoutArticle(const Word &word) {
    constexpr std::u32string_view kArticles = U"cdjlmnst";
    constexpr std::u32string_view kVowels = U"aeiouyh";
    if (word.size() > kPrefixFrom + 1 && kArticles.find(word[0]) != std::u32string_view::npos &&
        kVowels.find(word[1]) != std::u32string_view::npos) {
        return word.substr(1);
    }
    return {};
}

using Sentence = std::vector<Word>;

std::vector<Sentence> sentencesOf(const Text &titles, const Sentences &saidOf) {
    std::vector<Sentence> sentences;
    for (const auto &[language, title] : titles.byLanguage) {
        sentences.push_back(wordsOf(title));
    }
    for (const auto &[language, said] : saidOf.byLanguage) {
        for (const std::string &one : said) {
            sentences.push_back(wordsOf(one));
        }
    }
    return sentences;
}

std::vector<Sentence> sentencesOf(const Scope &scope) { return sentencesOf(scope.title, scope.said); }

std::vector<Sentence> sentencesOf(const Form &form) {
    auto sentences = sentencesOf(form.title, form.said);
    sentences.push_back(wordsOf(form.number));
    return sentences;
}

/// The number of words that fit a form, in one sentence at most, how well together, how few others that sentence has
/// (negative), and in how many sentences.
using Rank = std::tuple<std::size_t, std::size_t, std::size_t, int, std::size_t>;

Rank rankOf(const std::vector<Sentence> &all, const std::vector<Word> &sought, const std::set<Word> &ignored) {
    std::vector<Fit> best(sought.size(), None);
    std::size_t together = 0;
    std::size_t shortest = 0; ///< of the sentences with that many
    std::size_t sentences = 0;
    for (const Sentence &sentence : all) {
        std::size_t here = 0;
        for (std::size_t at = 0; at < sought.size(); ++at) {
            Fit fit = None;
            for (const Word &word : sentence) {
                fit = std::max(fit, fitOf(sought[at], word));
            }
            if (const Word bare = withoutArticle(sought[at]); fit == None && !bare.empty()) {
                for (const Word &word : sentence) {
                    fit = std::max(fit, fitOf(bare, word));
                }
            }
            here += fit != None ? 1 : 0;
            best[at] = std::max(best[at], fit);
        }
        const auto length = static_cast<std::size_t>(
            std::ranges::count_if(sentence, [&](const Word &word) { return !ignored.contains(word); }));
        if (here > together || (here == together && length < shortest)) {
            together = here;
            shortest = length;
        }
        sentences += here > 0 ? 1 : 0;
    }
    const auto fits = static_cast<std::size_t>(std::ranges::count_if(best, [](Fit fit) { return fit != None; }));
    return {fits, together, std::accumulate(best.begin(), best.end(), std::size_t{0}), -static_cast<int>(shortest),
            sentences};
}

/// Each with its rank, the best first.
template <class T>
std::vector<std::pair<Rank, const T *>> ranked(const std::vector<const T *> &all, const std::vector<Word> &sought,
                                               const std::set<Word> &ignored) {
    std::vector<std::pair<Rank, const T *>> ranked;
    for (const T *one : all) {
        ranked.emplace_back(rankOf(sentencesOf(*one), sought, ignored), one);
    }
    std::ranges::stable_sort(ranked, std::greater<>(), &std::pair<Rank, const T *>::first);
    return ranked;
}

} // namespace

FoundForms findForms(const Catalogue &catalogue, std::string_view said) {
    FoundForms found;
    for (const Form &form : catalogue.forms()) {
        found.forms.push_back(&form);
    }
    for (const Scope &scope : catalogue.scopes()) {
        if (scope.available) {
            found.scopes.push_back(&scope);
        }
    }
    std::set<Word> ignored;
    for (const auto &[language, words] : catalogue.ignoredWords().byLanguage) {
        for (const std::string &word : words) {
            ignored.insert(codePointsOf(nameKey(word)));
        }
    }
    std::vector<Word> sought;
    for (Word &word : wordsOf(said.substr(0, kLongestSoughtBytes))) {
        if (!ignored.contains(word) && std::ranges::find(sought, word) == sought.end() && sought.size() < kMostWords) {
            sought.push_back(std::move(word));
        }
    }
    if (sought.empty()) {
        return found;
    }
    const auto forms = ranked(found.forms, sought, ignored);
    const std::size_t best = forms.empty() ? 0 : std::get<0>(forms.front().first);
    const auto scopes = ranked(found.scopes, sought, ignored);
    found.scopes.clear();
    for (const auto &[rank, scope] : scopes) {
        if (2 * std::get<0>(rank) > sought.size()) {
            found.scopes.push_back(scope);
        }
    }
    if (best == 0) {
        found.nothing = std::ranges::any_of(sought, [](const Word &word) { return word.size() >= kPrefixFrom; });
        return found;
    }
    found.forms.clear();
    for (const auto &[rank, form] : forms) {
        if (2 * std::get<0>(rank) > best) {
            found.forms.push_back(form);
        }
    }
    return found;
}

} // namespace guichet::kiosk
