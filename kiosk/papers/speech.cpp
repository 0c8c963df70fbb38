// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/speech.h"

#include "base/text.h"
#include "kiosk/papers/spoken_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace guichet::kiosk::papers {
namespace {

using namespace printing;

/// No voice is given more at once: it could not be stopped and found again.
constexpr std::size_t kLongestSentence = 400;

/// Words after which a full stop ends no sentence.
constexpr auto kShort =
    std::to_array<std::string_view>({"M", "MM", "Mme", "Dr", "Pr", "art", "Art", "tél", "Tél", "cf",  "env", "ex",
                                     "n", "no", "No",  "p",  "av", "bd",  "St",  "Ste", "Mr",  "Mrs", "etc"});

constexpr auto kSpaces = std::to_array<std::string_view>({" ", "\n", "\t", "\u00a0"});
constexpr auto kSmall = std::pair(0xDF, 0xFF); ///< ß to ÿ, in Latin-1

bool isSpace(std::string_view text) {
    return std::ranges::any_of(kSpaces, [&](std::string_view space) { return text.starts_with(space); });
}

/// Whether a sentence may begin here: not with a small letter.
bool begins(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const auto first = static_cast<unsigned char>(text.front());
    if (first == 0xC3U && text.size() > 1) { // the second half of Latin-1 in UTF-8
        const int character = 0xC0 + (static_cast<unsigned char>(text[1]) & 0x3F);
        return character < kSmall.first || character > kSmall.second;
    }
    return first < 'a' || first > 'z';
}

bool isShort(std::string_view before) {
    const std::size_t space = before.find_last_of(" (\n");
    const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
    return std::ranges::find(kShort, word) != kShort.end() || (word.size() == 1 && word.front() >= 'A');
}

/// How many bytes a mark that ends sentences has, where one stands here; else 0.
std::size_t endMark(std::string_view text) {
    for (const std::string_view mark : {".", "!", "?", "…", "؟"}) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

/// Where the first sentence of the text ends.
std::size_t sentenceLength(std::string_view text) {
    std::size_t lastSpace = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            return at;
        }
        if (text[at] == ' ') {
            lastSpace = at;
        }
        if (at >= kLongestSentence && (lastSpace > 0 || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)) {
            return lastSpace > 0 ? lastSpace : at;
        }
        const std::size_t mark = endMark(text.substr(at));
        if (mark == 0 || !isSpace(text.substr(at + mark)) || (text[at] == '.' && isShort(text.substr(0, at)))) {
            continue;
        }
        std::size_t next = at + mark;
        while (next < text.size() && text[next] == ' ') {
            ++next;
        }
        if (begins(text.substr(next))) {
            return at + mark;
        }
    }
    return text.size();
}

/// Text in one language.
struct Part {
    std::string text;
    std::string language; ///< empty: that of what stands around
};
using Parts = std::vector<Part>;

Parts partsOf(const Runs &runs) {
    Parts parts;
    for (const Run &run : runs) {
        if (parts.empty() || parts.back().language != run.language) {
            parts.push_back({{}, run.language});
        }
        parts.back().text += run.text;
    }
    return parts;
}

std::string textOf(const Runs &runs) {
    std::string text;
    for (const Run &run : runs) {
        text += run.text;
    }
    return text;
}

std::string withoutStop(std::string text) {
    text = trim(text);
    while (text.ends_with(':') || text.ends_with(' ') || text.ends_with("\u00a0")) {
        text.resize(text.size() - (text.ends_with("\u00a0") ? 2 : 1));
    }
    return text;
}

class Reader {
public:
    explicit Reader(const Texts &say) : say_(say) {}

    Speech speech;

    void read(const Blocks &blocks) {
        for (const Block &block : blocks) {
            std::visit(*this, block.content);
        }
    }
    void add(const Runs &runs, bool heading = false) {
        for (const Part &part : partsOf(runs)) {
            add(part, heading);
        }
    }
    void add(const std::string &text) { add(Part{text, {}}, false); }

    void operator()(const Paragraph &paragraph) {
        if (paragraph.kind != Paragraph::Kind::Fine) {
            add(paragraph.runs);
        }
    }
    void operator()(const Heading &heading) { add(heading.runs, true); }
    void operator()(const Facts &facts) {
        for (const Fact &fact : facts.rows) {
            labelled(textOf(fact.label), fact.value);
        }
    }
    void operator()(const Box &box) {
        add(box.title, true);
        read(box.blocks);
    }
    void operator()(const List &list) {
        const bool numbered = list.marker != List::Marker::Bullet && list.marker != List::Marker::Dash &&
                              list.marker != List::Marker::None;
        int number = list.start;
        for (const Blocks &item : list.items) {
            if (numbered) {
                labelled(std::to_string(number), item);
            } else {
                read(item);
            }
            ++number;
        }
    }
    void operator()(const Table &table) {
        add(table.caption);
        const std::vector<std::string> heads = headsOf(table.head);
        if (!table.head.empty() && table.body.size() + table.foot.size() > 1) {
            add(say_("spoken.table", {{"rows", std::to_string(table.body.size() + table.foot.size())}}));
        }
        rows(table.body, heads, table.lines != Table::Lines::None);
        rows(table.foot, heads, table.lines != Table::Lines::None);
    }
    void operator()(const Image &image) {
        if (!image.alternative.empty()) {
            add(say_("spoken.image", {{"what", image.alternative}}));
        }
    }
    void operator()(const QrCode &code) { read(code.beside); }
    void operator()(const TickBoxes &boxes) {
        for (const TickBox &box : boxes.boxes) {
            add(say_(box.ticked ? "spoken.ticked" : "spoken.not-ticked", {{"what", oneLine(textOf(box.text))}}));
        }
    }
    void operator()(const SignatureFrame &frame) {
        add(say_("spoken.to-sign", {{"what", oneLine(textOf(frame.caption))}}));
    }
    void operator()(const Passage &passage) { read(passage.blocks); }
    void operator()(const ForeignPages &pages) {
        add(say_("spoken.foreign", {{"what", pages.alternative}, {"pages", std::to_string(pages.pageCount)}}));
    }
    template <class Nothing>
    void operator()(const Nothing &) {}

private:
    static std::string oneLine(std::string text) { return trim(replaceAll(std::move(text), "\n", ", ")); }

    void add(const Part &part, bool heading) {
        const std::string language = part.language.empty() ? say_.language() : part.language;
        std::string_view rest = part.text;
        while (!rest.empty()) {
            const std::size_t length = sentenceLength(rest);
            put(rest.substr(0, length), language, heading);
            rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(length, 1)));
        }
    }
    void put(std::string_view words, const std::string &language, bool heading) {
        Sentence sentence{trim(words), {}, language, heading};
        sentence.said = spokenWords(sentence.shown, say_.withLanguage(language));
        if (!sentence.said.empty()) {
            speech.push_back(std::move(sentence));
        }
    }
    /// What blocks say, apart from all else.
    [[nodiscard]] Speech apart(const Blocks &blocks) const {
        Reader reader(say_);
        reader.read(blocks);
        return std::move(reader.speech);
    }
    /// "Label : value", the label once before what may be several sentences. Nothing where there is no value.
    void labelled(const std::string &label, const Blocks &value) {
        Speech sentences = apart(value);
        if (sentences.empty()) {
            return;
        }
        prefix(sentences.front(), oneLine(label));
        std::ranges::move(sentences, std::back_inserter(speech));
    }
    void prefix(Sentence &sentence, const std::string &label) const {
        if (!withoutStop(label).empty()) {
            const std::string before = withoutStop(label) + say_("spoken.colon") + " ";
            sentence.shown = before + sentence.shown;
            sentence.said = spokenWords(before, say_) + " " + sentence.said;
        }
    }

    /// The heads above each column, those of several rows together.
    [[nodiscard]] std::vector<std::string> headsOf(const std::vector<Row> &head) const {
        std::vector<std::string> heads;
        std::vector<int> taken; // rows that a cell above still reaches down
        for (const Row &row : head) {
            std::size_t column = 0;
            for (const Cell &cell : row.cells) {
                column = free(taken, column);
                std::string words;
                for (const Sentence &sentence : apart(cell.blocks)) {
                    words += (words.empty() ? "" : " ") + sentence.shown;
                }
                for (int i = 0; i < cell.columns; ++i, ++column) {
                    heads.resize(std::max(heads.size(), column + 1));
                    taken.resize(std::max(taken.size(), column + 1));
                    heads[column] += (heads[column].empty() || words.empty() ? "" : " ") + words;
                    taken[column] = cell.rows;
                }
            }
            for (int &rows : taken) {
                rows = std::max(0, rows - 1);
            }
        }
        return heads;
    }
    /// The first column from here on that no cell above reaches down to.
    static std::size_t free(const std::vector<int> &taken, std::size_t column) {
        while (column < taken.size() && taken[column] > 0) {
            ++column;
        }
        return column;
    }

    void rows(const std::vector<Row> &rows, const std::vector<std::string> &heads, bool isTable) {
        std::vector<int> taken;
        for (const Row &row : rows) {
            std::size_t column = 0;
            std::vector<Speech> cells;
            for (const Cell &cell : row.cells) {
                column = free(taken, column);
                Speech sentences = apart(cell.blocks);
                if (!sentences.empty() && column < heads.size()) {
                    prefix(sentences.front(), heads[column]);
                }
                cells.push_back(std::move(sentences));
                taken.resize(std::max(taken.size(), column + static_cast<std::size_t>(std::max(1, cell.columns))));
                for (int i = 0; i < cell.columns; ++i, ++column) {
                    taken[column] = cell.rows;
                }
            }
            for (int &left : taken) {
                left = std::max(0, left - 1);
            }
            say(std::move(cells), isTable, heads.empty());
        }
    }
    /// A row whose cells are short is one sentence. In a table without a head the first of two cells names the other.
    void say(std::vector<Speech> cells, bool isTable, bool headless) {
        std::erase_if(cells, [](const Speech &cell) { return cell.empty(); });
        if (headless && isTable && cells.size() == 2 && cells.front().size() == 1) {
            prefix(cells.back().front(), cells.front().front().shown);
            cells.erase(cells.begin());
        }
        const bool together = isTable && std::ranges::all_of(cells, [&](const Speech &cell) {
                                  return cell.size() == 1 && cell.front().language == cells.front().front().language;
                              });
        if (!together) {
            for (Speech &cell : cells) {
                std::ranges::move(cell, std::back_inserter(speech));
            }
            return;
        }
        std::optional<Sentence> row;
        for (const Speech &cell : cells) {
            const Sentence &next = cell.front();
            if (row) {
                row->shown = stopped(row->shown) + " " + next.shown;
                row->said = stopped(row->said) + " " + next.said;
            } else {
                row = next;
            }
        }
        if (row) {
            row->shown = stopped(row->shown);
            row->said = stopped(row->said);
            speech.push_back(std::move(*row));
        }
    }
    static std::string stopped(const std::string &text) {
        return endMark(std::string_view(text).substr(text.size() - 1)) > 0 ? text : text + ".";
    }

    const Texts &say_;
};

} // namespace

Speech speechOf(const Blocks &blocks, const Texts &say) {
    Reader reader(say);
    reader.read(blocks);
    return std::move(reader.speech);
}

Speech speechOf(const Paper &paper, const Texts &say) {
    const Texts own = say.withLanguage(paper.language);
    Reader reader(own);
    if (paper.showTitle) {
        reader.add(Runs{{paper.title}}, true);
    }
    if (!paper.reference.empty()) {
        reader.add(own("spoken.reference", {{"reference", paper.reference}}));
    }
    for (const auto *lines : {&paper.headerStart, &paper.headerEnd}) {
        for (const Runs &line : *lines) {
            reader.add(line);
        }
    }
    reader.read(paper.blocks);
    reader.add(paper.footer.note);
    return std::move(reader.speech);
}

} // namespace guichet::kiosk::papers
