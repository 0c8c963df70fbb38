// SPDX-License-Identifier: GPL-3.0-or-later
// What docs/accessibility.md claims is shown by tests that are there, and nothing of the standards is left out.
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace guichet::test {
namespace {

QString sourceText(const std::filesystem::path &path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    return QString::fromStdString({std::istreambuf_iterator<char>(file), {}});
}

struct Claim {
    QString clause;
    QString how;
    QString test;
};

struct Claims {
    std::map<QString, QString> letters; ///< what each stands for
    std::vector<Claim> rows;
};

Claims claims() {
    static const QRegularExpression letter(QStringLiteral("^([A-Z]) = (.*)$"));
    Claims read;
    for (const auto &line : sourceText(GUICHET_SOURCE_DIR "/docs/accessibility.md").split(u'\n')) {
        if (const auto match = letter.match(line); match.hasMatch()) {
            CHECK(read.letters.emplace(match.captured(1), match.captured(2)).second);
        } else if (line.startsWith(u'|')) {
            const auto cells = line.split(u'|');
            CAPTURE(line.toStdString());
            REQUIRE(cells.size() == 5);
            if (!cells[2].contains(QLatin1String("---")) && cells[2].trimmed() != QLatin1String("how")) {
                read.rows.push_back({cells[1].trimmed(), cells[2].trimmed(), cells[3].trimmed()});
            }
        }
    }
    return read;
}

QStringList quotedIn(const QString &text) {
    static const QRegularExpression quoted(QStringLiteral("\"([^\"]+)\""));
    QStringList found;
    for (auto all = quoted.globalMatch(text); all.hasNext();) {
        found.push_back(all.next().captured(1));
    }
    return found;
}

/// The names of all tests, and of their files.
std::pair<std::set<QString>, std::set<QString>> testsThere() {
    static const QRegularExpression name(
        QStringLiteral(R"re(TEST_CASE(?:_METHOD)?\(\s*(?:\w+,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    static const QRegularExpression seam(QStringLiteral("\"\\s*\""));
    std::pair<std::set<QString>, std::set<QString>> found;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(GUICHET_SOURCE_DIR "/tests")) {
        if (entry.path().extension() != ".cpp") {
            continue;
        }
        found.second.insert(QString::fromStdString(entry.path().filename().string()));
        for (auto all = name.globalMatch(sourceText(entry.path())); all.hasNext();) {
            auto literal = all.next().captured(1).trimmed();
            found.first.insert(literal.mid(1, literal.size() - 2).remove(seam));
        }
    }
    return found;
}

/// "2.5.1" of "2.5.1, 2.5.7 gestures".
std::set<QString> numbersIn(const QString &clause) {
    static const QRegularExpression number(QStringLiteral("\\d+(?:\\.\\d+)+"));
    std::set<QString> found;
    for (auto all = number.globalMatch(clause); all.hasNext();) {
        found.insert(all.next().captured(0));
    }
    return found;
}

// WCAG 2.2, levels A and AA.
const QStringList kCriteria =
    QStringLiteral("1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 "
                   "1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 "
                   "2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 "
                   "3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3")
        .split(u' ');

// EN 301 549 v3.2.1: all that chapter 5 asks for, and of chapters 11 and 12 what is not WCAG's.
const QStringList kClauses =
    QStringLiteral("5.1.2.1 5.1.2.2 5.1.3.1 5.1.3.2 5.1.3.3 5.1.3.4 5.1.3.5 5.1.3.6 5.1.3.7 5.1.3.8 5.1.3.9 5.1.3.10 "
                   "5.1.3.11 5.1.3.12 5.1.3.13 5.1.3.14 5.1.3.15 5.1.3.16 5.1.4 5.1.5 5.1.6.1 5.1.6.2 5.1.7 5.2 5.3 "
                   "5.4 5.5.1 5.5.2 5.6.1 5.6.2 5.7 5.8 5.9 11.5.1 11.5.2 11.6.1 11.6.2 11.7 11.8 12.1.1 12.1.2 12.2.2 "
                   "12.2.3 12.2.4")
        .split(u' ');

} // namespace

TEST_CASE("every test that the accessibility table names is there, and every letter is one of its tests", "[docs]") {
    const auto read = claims();
    const auto [names, files] = testsThere();
    REQUIRE(names.size() > 500);
    static const QRegularExpression word(QStringLiteral("\\b[A-Z]{1,2}\\b"));
    static const QRegularExpression file(QStringLiteral("\\w+_test\\.cpp"));
    std::set<QString> used;
    QString all;
    for (const auto &[letter, means] : read.letters) {
        all += means + u'\n';
    }
    for (const auto &row : read.rows) {
        CAPTURE(row.clause.toStdString());
        all += row.test + u'\n';
        auto test = row.test;
        for (const auto &quoted : quotedIn(test)) {
            test.remove(quoted);
        }
        for (auto letters = word.globalMatch(test); letters.hasNext();) {
            const auto letter = letters.next().captured(0);
            CAPTURE(letter.toStdString());
            CHECK(read.letters.contains(letter));
            used.insert(letter);
        }
        // Nothing is claimed without one.
        if (test.trimmed().isEmpty()) {
            CHECK((row.how.contains(QLatin1String("not shown")) || row.how.contains(QLatin1String("not met")) ||
                   row.how.contains(QLatin1String("does not apply"))));
        }
    }
    CHECK(used.size() == read.letters.size());
    for (const auto &name : quotedIn(all)) {
        CAPTURE(name.toStdString());
        CHECK(names.contains(name));
    }
    for (auto found = file.globalMatch(all); found.hasNext();) {
        const auto name = found.next().captured(0);
        CAPTURE(name.toStdString());
        CHECK(files.contains(name));
    }
}

TEST_CASE("nothing in the screens moves by itself, and nothing waits for a mouse to hover", "[docs]") {
    // What the screens are made of; the charts say that they want none.
    static const QRegularExpression moves(QStringLiteral(
        "Animation\\b(?<!NoAnimation)|Animator\\b|Behavior on|Transition\\b|AnimatedImage|BusyIndicator|ToolTip|"
        "HoverHandler|hoverEnabled|onHovered|containsMouse|\\.hovered"));
    int files = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(GUICHET_SOURCE_DIR "/qml")) {
        if (entry.path().extension() != ".qml") {
            continue;
        }
        ++files;
        CAPTURE(entry.path().filename().string());
        CHECK(moves.match(sourceText(entry.path())).captured(0).toStdString() == "");
    }
    CHECK(files > 80);
}

TEST_CASE("no criterion and no clause is left out of the accessibility table, and none has two rows", "[docs]") {
    std::map<QString, int> rows;
    for (const auto &row : claims().rows) {
        for (const auto &number : numbersIn(row.clause)) {
            ++rows[number];
        }
    }
    for (const auto &number : kCriteria + kClauses) {
        CAPTURE(number.toStdString());
        CHECK(rows[number] == 1);
    }
}

} // namespace guichet::test
