// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/pack.h"

#include "base/text.h"
#include "kiosk/papers/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace guichet::kiosk::papers {
namespace {

using printing::Block;
using printing::Blocks;
using printing::Paper;
using printing::Paragraph;
using Point = Pack::Point;

/// A deep blue, 10.6 to 1 on white.
constexpr printing::Colour kInk{0.07, 0.25, 0.44};

/// A point's sentences, filled in.
std::vector<std::string> saysOf(const Texts &say, const PackWords &words, const Point &point) {
    std::vector<std::string> says = point.says.in(say.language());
    std::ranges::transform(says, says.begin(), [&](const std::string &text) { return fill(text, words.values); });
    return says;
}

/// That the agency has to look at it; "" where it has, or need not.
std::string toCheck(const Texts &say, const PackWords &words, const Point &point) {
    return point.toCheck && !words.rulesChecked ? say("receipt.to-check") : std::string();
}

Block paragraph(std::string text, Paragraph::Kind kind) {
    Paragraph made{printing::plain(std::move(text))};
    made.kind = kind;
    return {std::move(made)};
}

/// In plain French the point's pictogram, where it has one.
printing::Runs signOf(const Texts &say, const Point &point) {
    if (say.language() != kPlainFrench || point.sign.empty()) {
        return {};
    }
    printing::Run sign{point.sign};
    sign.large = true;
    return {std::move(sign)};
}

/// With its pictogram before it.
printing::Runs titled(const Texts &say, const Point &point, std::string title, bool bold = false) {
    printing::Runs runs = signOf(say, point);
    if (!runs.empty()) {
        title.insert(0, "\u00A0");
    }
    runs.push_back(bold ? printing::bold(std::move(title)) : printing::Run{std::move(title)});
    return runs;
}

/// All of a point in one paragraph; `withTitle`: that begins it.
Block together(const Texts &say, const PackWords &words, const Point &point, bool withTitle) {
    printing::Runs runs;
    if (withTitle) {
        const std::string &title = point.title.in(say.language());
        const bool ended = title.ends_with("?") || title.ends_with("؟");
        runs = titled(say, point, title + (ended ? " " : ". "), true);
    }
    runs.push_back({join(saysOf(say, words, point), " ")});
    if (const std::string mark = toCheck(say, words, point); !mark.empty()) {
        runs.push_back(printing::italic(" " + mark));
    }
    return printing::text(std::move(runs));
}

/// Each sentence by itself, then what it stands on.
void addWhole(Blocks &blocks, const Texts &say, const PackWords &words, const Point &point) {
    for (std::string &sentence : saysOf(say, words, point)) {
        blocks.push_back(printing::text(std::move(sentence)));
    }
    std::vector<std::string> ground;
    for (std::string one : {point.basis, toCheck(say, words, point)}) {
        if (!one.empty()) {
            ground.push_back(std::move(one));
        }
    }
    blocks.push_back(paragraph(join(ground, " "), Paragraph::Kind::Small));
}

/// The agency, where it is, when it is open and its telephone: a line each.
std::vector<std::string> reachOf(const Texts &say, const Letterhead &letterhead) {
    std::vector<std::string> lines{letterhead.name(), oneLine(letterhead.address())};
    if (!letterhead.hours().empty()) {
        lines.push_back(oneLine(letterhead.hours()));
    }
    lines.push_back(say("letterhead.phone", {{"phone", unbroken(letterhead.phone())}}));
    return lines;
}

void addReach(Blocks &blocks, const Texts &say, const Letterhead &letterhead) {
    std::vector<std::string> lines = reachOf(say, letterhead);
    blocks.push_back(printing::text(printing::Runs{printing::bold(lines.front())}));
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        blocks.push_back(printing::text(*line));
    }
}

/// On what all of it stands, each article once.
std::string groundsOf(const Pack &pack, bool inShort) {
    std::vector<std::string> grounds;
    for (const Point &point : pack.points) {
        if ((point.inShort || !inShort) && !point.basis.empty() &&
            std::ranges::find(grounds, point.basis) == grounds.end()) {
            grounds.push_back(point.basis);
        }
    }
    return join(grounds, " ; ");
}

std::string editionOf(const Texts &say, const PackWords &words) {
    return say("announce.edition", {{"edition", words.pack.edition.name}});
}

/// A paper without a head: who it is from and its edition stand at the foot.
Paper bare(const Texts &say, const PackWords &words, std::string title, std::string_view templateName) {
    Paper paper = ofTemplate(say, {}, std::move(title), templateName);
    paper.author = words.letterhead.name();
    paper.created = formatInstant(words.making.instant);
    paper.footer.left = words.letterhead.name() + " · " + editionOf(say, words);
    paper.footer.page.clear();
    if (const std::string note = packUnread(say, words); !note.empty()) {
        paper.footer.note = printing::plain(note);
    }
    paper.sheet.accent = kInk;
    return paper;
}

/// Where it is read: at the counter, or at home.
enum class Read { Here, Away };

const std::string &titleOf(const Texts &say, const Point &point, Read where) {
    return (where == Read::Away && !point.away.empty() ? point.away : point.title).in(say.language());
}

void addPoint(Blocks &blocks, const Texts &say, const PackWords &words, const Point &point, Read where) {
    Blocks inside;
    addWhole(inside, say, words, point);
    if (point.framed) {
        addReach(inside, say, words.letterhead);
        blocks.push_back({printing::Box{titled(say, point, titleOf(say, point, where)), std::move(inside)}});
        return;
    }
    blocks.push_back({printing::Heading{2, titled(say, point, titleOf(say, point, where))}});
    std::ranges::move(inside, std::back_inserter(blocks));
}

/// What plain French explains; nothing in another language.
std::vector<Pack::Word> explained(const Texts &say, const PackWords &words) {
    return say.language() == kPlainFrench ? words.pack.words : std::vector<Pack::Word>();
}

/// `headed`: where the paper's own headings stand above.
void addWords(Blocks &blocks, const Texts &say, const PackWords &words, bool headed = true) {
    const std::vector<Pack::Word> all = explained(say, words);
    if (!all.empty()) {
        const std::string title = say("sheets.words");
        blocks.push_back(headed ? printing::heading(2, title) : printing::text(printing::Runs{printing::bold(title)}));
    }
    for (const Pack::Word &word : all) {
        blocks.push_back(printing::text(printing::Runs{printing::bold(word.term), {"\u00A0: " + word.means}}));
    }
}

} // namespace

std::string packUnread(const Texts &say, const PackWords &words) {
    if (say.language() == kPlainFrench) {
        return say("announce.plain-unread");
    }
    return say.language() == "fr" || words.letterhead.validated(say.language()) ? std::string()
                                                                                : say("letterhead.not-validated");
}

Paper packPoster(const Texts &say, const PackWords &words, bool framed) {
    Paper paper = bare(say, words, words.pack.title.in(say.language()), "poster");
    for (const Point &point : words.pack.points) {
        if (!point.inShort) {
            continue;
        }
        if (point.framed) {
            Blocks inside{together(say, words, point, !framed)};
            std::vector<std::string> lines = reachOf(say, words.letterhead);
            printing::Runs reach{printing::bold(lines.front())};
            lines.erase(lines.begin());
            reach.push_back({" · " + join(lines, " · ")});
            inside.push_back(printing::text(std::move(reach)));
            if (framed) {
                inside = {{printing::Box{titled(say, point, point.title.in(say.language())), std::move(inside)}}};
            }
            std::ranges::move(inside, std::back_inserter(paper.blocks));
        } else {
            paper.blocks.push_back(together(say, words, point, true));
        }
    }
    // Only this is not to be read from afar.
    std::string fine = groundsOf(words.pack, true);
    if (const std::string note = packUnread(say, words); !note.empty()) {
        fine += " · " + note;
    }
    paper.footer.note.clear();
    paper.blocks.push_back(paragraph(std::move(fine), Paragraph::Kind::Fine));
    return paper;
}

Paper packLeaflet(const Texts &say, const PackWords &words) {
    Paper paper = bare(say, words, words.pack.title.in(say.language()), "leaflet");
    paper.footer.page = say("letterhead.page");
    paper.sheet.widthMm = 148;
    paper.sheet.heightMm = 210;
    paper.sheet.sideMm = 12;
    paper.sheet.sides = printing::Sheet::Sides::LongEdge;
    for (const Point &point : words.pack.points) {
        addPoint(paper.blocks, say, words, point, Read::Here);
    }
    addWords(paper.blocks, say, words);
    return paper;
}

Paper packFolded(const Texts &say, const PackWords &words) {
    Paper paper = bare(say, words, words.pack.title.in(say.language()), "leaflet-folded");
    paper.showTitle = false;
    paper.sheet.widthMm = 297;
    paper.sheet.heightMm = 210;
    paper.sheet.sideMm = 10;
    paper.sheet.sides = printing::Sheet::Sides::ShortEdge;
    Blocks cover{printing::heading(1, paper.title)};
    Blocks back;
    Blocks left;
    Blocks right;
    for (const Point &point : words.pack.points) {
        addPoint(point.cover ? cover : point.inShort ? left : right, say, words, point, Read::Here);
    }
    addReach(back, say, words.letterhead);
    addWords(back, say, words, false);
    back.push_back(paragraph(groundsOf(words.pack, false), Paragraph::Kind::Small));
    const auto side = [&](Blocks one, Blocks other) {
        printing::Table table;
        table.lines = printing::Table::Lines::None;
        table.columnShares = {0.5, 0.5};
        printing::Row row;
        row.cells.push_back({.blocks = std::move(one)});
        row.cells.push_back({.blocks = std::move(other)});
        table.body.push_back(std::move(row));
        return Block{std::move(table)};
    };
    // Folded, it opens at its right edge; or at its left one, where the text runs from right to left.
    paper.blocks = {side(std::move(back), std::move(cover)), Block{printing::PageBreak{}},
                    side(std::move(left), std::move(right))};
    return paper;
}

std::vector<Paper> packSlides(const Texts &say, const PackWords &words) {
    std::vector<Paper> slides;
    const auto slide = [&](std::string title) -> Paper & {
        Paper paper = bare(say, words, std::move(title), "slide");
        paper.sheet.widthMm = 338.667; // 1920 pixels at 144 dpi
        paper.sheet.heightMm = 190.5;
        paper.sheet.topMm = 18;
        paper.sheet.sideMm = 24;
        return slides.emplace_back(std::move(paper));
    };
    addReach(slide(words.pack.title.in(say.language())).blocks, say, words.letterhead);
    for (const Point &point : words.pack.points) {
        if (point.inShort) {
            Paper &paper = slide(point.title.in(say.language()));
            if (auto sign = signOf(say, point); !sign.empty()) {
                paper.blocks.push_back(printing::text(std::move(sign)));
            }
            for (std::string &sentence : saysOf(say, words, point)) {
                paper.blocks.push_back(printing::text(std::move(sentence)));
            }
            if (const std::string mark = toCheck(say, words, point); !mark.empty()) {
                paper.blocks.push_back(paragraph(mark, Paragraph::Kind::Small));
            }
        }
    }
    return slides;
}

Paper packLetter(const Texts &say, const PackWords &words, const std::vector<std::string> &to) {
    Paper paper =
        headedPaper(say, words.letterhead, words.making, words.pack.title.in(say.language()), {}, "pack-letter");
    paper.headerEnd = {printing::plain(say("letterhead.when", {{"when", longDate(say, words.making.at.day)}}))};
    for (const std::string &line : to) {
        paper.addressee.push_back(printing::plain(line));
    }
    if (to.empty()) {
        paper.addressee.push_back(printing::plain("\u00A0")); // the window is there all the same
    }
    paper.blocks.push_back(printing::text(words.pack.greeting.in(say.language())));
    for (const Point &point : words.pack.points) {
        addPoint(paper.blocks, say, words, point, Read::Away);
    }
    addWords(paper.blocks, say, words);
    paper.blocks.push_back(printing::text(fill(words.pack.close.in(say.language()), words.values)));
    std::string foot = editionOf(say, words);
    if (const std::string note = packUnread(say, words); !note.empty()) {
        foot += " · " + note;
    }
    paper.blocks.push_back(paragraph(std::move(foot), Paragraph::Kind::Small));
    return paper;
}

std::string packMailText(const Texts &say, const PackWords &words) {
    std::string text = words.pack.greeting.in(say.language()) + "\n\n";
    for (const Point &point : words.pack.points) {
        text += titleOf(say, point, Read::Away) + "\n";
        for (const std::string &sentence : saysOf(say, words, point)) {
            text += sentence + "\n";
        }
        if (const std::string mark = toCheck(say, words, point); !mark.empty()) {
            text += mark + "\n";
        }
        text += "\n";
    }
    if (const auto all = explained(say, words); !all.empty()) {
        text += say("sheets.words") + "\n";
        for (const Pack::Word &word : all) {
            text += word.term + "\u00A0: " + word.means + "\n";
        }
        text += "\n";
    }
    text += fill(words.pack.close.in(say.language()), words.values) + "\n\n" +
            join(reachOf(say, words.letterhead), "\n") + "\n" + groundsOf(words.pack, false) + "\n" +
            editionOf(say, words) + "\n";
    const std::string note = packUnread(say, words);
    return note.empty() ? text : text + note + "\n";
}

std::string packMailHtml(const Texts &say, const PackWords &words) {
    const std::string &language = say.language();
    const auto line = [](std::string_view tag, std::string_view text) {
        return "<" + std::string(tag) + ">" + escapeXml(text) + "</" + std::string(tag) + ">\n";
    };
    const std::string title = words.pack.title.in(language);
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + language + "\" dir=\"" +
                       (printing::isRightToLeft(language) ? "rtl" : "ltr") + "\">\n<head><meta charset=\"utf-8\">\n" +
                       line("title", title) + "</head>\n<body>\n" + line("h1", title) +
                       line("p", words.pack.greeting.in(language));
    for (const Point &point : words.pack.points) {
        html += line("h2", titleOf(say, point, Read::Away));
        for (const std::string &sentence : saysOf(say, words, point)) {
            html += line("p", sentence);
        }
        if (const std::string mark = toCheck(say, words, point); !mark.empty()) {
            html += line("p", mark);
        }
    }
    if (const auto all = explained(say, words); !all.empty()) {
        html += line("h2", say("sheets.words"));
        for (const Pack::Word &word : all) {
            html += line("p", word.term + "\u00A0: " + word.means);
        }
    }
    html += line("p", fill(words.pack.close.in(language), words.values));
    html += "<p>";
    for (const std::string &reach : reachOf(say, words.letterhead)) {
        html += escapeXml(reach) + "<br>\n";
    }
    html += "</p>\n" + line("p", groundsOf(words.pack, false)) + line("p", editionOf(say, words));
    if (const std::string note = packUnread(say, words); !note.empty()) {
        html += line("p", note);
    }
    return html + "</body>\n</html>\n";
}

} // namespace guichet::kiosk::papers
