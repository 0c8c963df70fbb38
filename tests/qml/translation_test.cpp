// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>

namespace guichet::ui {
namespace {

/// A string that is to be translated, where Qt looks it up.
struct Source {
    QString context; ///< "HomeScreen", "guichet::ui::SignInModel"
    QString text;
    bool counts = false; ///< has a plural
    auto operator<=>(const Source &other) const {
        return std::tie(context, text, counts) <=> std::tie(other.context, other.text, other.counts);
    }
    bool operator==(const Source &) const = default;
};

std::ostream &operator<<(std::ostream &out, const Source &source) {
    return out << source.context.toStdString() << ": \"" << source.text.toStdString() << '"'
               << (source.counts ? " (plural)" : "");
}

using Translations = std::map<Source, QStringList>; ///< one form, or those of the plural

QString contentOf(const QString &path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QStringList filesBelow(const QString &folder, const QString &pattern) {
    QStringList found;
    QDirIterator files(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        found.push_back(files.next());
    }
    REQUIRE_FALSE(found.isEmpty());
    return found;
}

/// One or more literals, one after the other, as one text.
QString joined(const QString &literals) {
    static const QRegularExpression literal(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QString text;
    for (auto matches = literal.globalMatch(literals); matches.hasNext();) {
        text += matches.next().captured(1);
    }
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\n"), QStringLiteral("\n"));
}

/// The strings of one file. `contextAt` says where a call stands: the class that is named in it ("" for none), and its
/// place in the text. A call without a literal can't be translated: it fails.
template <class ContextAt>
void collect(const QString &content, const QString &function, ContextAt contextAt, std::vector<Source> &sources) {
    const QRegularExpression call(
        QStringLiteral(R"re((?:(\w+)::)?\b%1\(\s*((?:"(?:[^"\\]|\\.)*"\s*)*)(,\s*""\s*,)?)re").arg(function));
    for (auto matches = call.globalMatch(content); matches.hasNext();) {
        const auto match = matches.next();
        INFO(content.mid(match.capturedStart(), 120).toStdString());
        CHECK_FALSE(match.captured(2).isEmpty());
        sources.push_back(
            {contextAt(match.captured(1), match.capturedStart()), joined(match.captured(2)), match.hasCaptured(3)});
    }
}

std::vector<Source> ofScreens(const QString &folder) {
    std::vector<Source> sources;
    for (const auto &path : filesBelow(folder, QStringLiteral("*.qml"))) {
        const auto name = QFileInfo(path).baseName();
        collect(contentOf(path), QStringLiteral("qsTr"), [&name](const QString &, qsizetype) { return name; }, sources);
    }
    return sources;
}

/// A call without a class is looked up for the one whose function it stands in.
std::vector<Source> ofViewModels(const QString &folder) {
    static const QRegularExpression definition(QStringLiteral(R"re(^(?:[A-Za-z].*?[ &*])?(\w+)::~?\w+\()re"),
                                               QRegularExpression::MultilineOption);
    std::vector<Source> sources;
    for (const auto &path : filesBelow(folder, QStringLiteral("*.cpp"))) {
        const auto content = contentOf(path);
        const auto contextAt = [&content](const QString &named, qsizetype at) {
            auto owner = named;
            if (owner.isEmpty()) {
                for (auto matches = definition.globalMatch(content.left(at)); matches.hasNext();) {
                    owner = matches.next().captured(1);
                }
            }
            return owner == u"Wording" || owner == u"FormAnswers"
                       ? owner
                       : QStringLiteral("guichet::ui::") + owner; // as its macro names it
        };
        collect(content, QStringLiteral("tr"), contextAt, sources);
    }
    for (const auto &path : filesBelow(folder, QStringLiteral("*.h"))) {
        INFO(path.toStdString());
        CHECK_FALSE(contentOf(path).contains(QRegularExpression(QStringLiteral(R"re(\btr\()re"))));
    }
    return sources;
}

Translations translations(const QString &content) {
    Translations found;
    QXmlStreamReader xml(content);
    Source source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"name") {
            source.context = xml.readElementText();
        } else if (xml.name() == u"message") {
            source.counts = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        } else if (xml.name() == u"source") {
            source.text = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            QStringList forms;
            if (source.counts) {
                while (xml.readNextStartElement()) {
                    forms.push_back(xml.readElementText());
                }
            } else {
                forms.push_back(xml.readElementText());
            }
            INFO(source);
            CHECK_FALSE(found.contains(source));
            found[source] = finished ? forms : QStringList{};
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return found;
}

/// What has no finished French, or too few forms of it, or an empty one.
std::vector<Source> untranslated(std::vector<Source> sources, const Translations &known) {
    std::erase_if(sources, [&known](const Source &source) {
        const auto at = known.find(source);
        return at != known.end() && at->second.size() == (source.counts ? 2 : 1) &&
               std::ranges::none_of(at->second, [](const QString &form) { return form.trimmed().isEmpty(); });
    });
    return sources;
}

/// What has no note for translators, or one that is but its text. A note stands after its source, as in every TS file.
std::vector<Source> withoutNote(const QString &content) {
    std::vector<Source> found;
    QXmlStreamReader xml(content);
    Source source;
    QString note;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"message") {
            if (note.isEmpty() || note == source.text) {
                found.push_back(source);
            }
        } else if (!xml.isStartElement()) {
            continue;
        } else if (xml.name() == u"name") {
            source.context = xml.readElementText();
        } else if (xml.name() == u"message") {
            source.counts = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        } else if (xml.name() == u"source") {
            source.text = xml.readElementText();
            note.clear();
        } else if (xml.name() == u"extracomment") {
            note = xml.readElementText().trimmed();
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return found;
}

std::vector<Source> all() {
    auto sources = ofScreens(QStringLiteral(GUICHET_SOURCE_DIR "/qml"));
    const auto models = ofViewModels(QStringLiteral(GUICHET_SOURCE_DIR "/kiosk/ui"));
    CHECK(sources.size() > 100);
    CHECK(models.size() > 100);
    sources.insert(sources.end(), models.begin(), models.end());
    return sources;
}

const QString kFrench = QStringLiteral(GUICHET_SOURCE_DIR "/qml/translations/guichet_fr.ts");
const QString kEnglish = QStringLiteral(GUICHET_SOURCE_DIR "/qml/translations/guichet_en.ts");

} // namespace

TEST_CASE("every string of the screens has its French, and no French is left of a string that went", "[ui]") {
    const auto sources = all();
    const auto known = translations(contentOf(kFrench));
    CHECK(untranslated(sources, known) == std::vector<Source>{});
    std::vector<Source> unused;
    for (const auto &[source, forms] : known) {
        if (std::ranges::find(sources, source) == sources.end()) {
            unused.push_back(source);
        }
    }
    CHECK(unused == std::vector<Source>{});
}

TEST_CASE("a translation names the same values as its string", "[ui]") {
    static const QRegularExpression place(QStringLiteral("%[1-9n]"));
    const auto places = [](const QString &text) {
        QStringList found;
        for (auto matches = place.globalMatch(text); matches.hasNext();) {
            found.push_back(matches.next().captured());
        }
        found.sort();
        return found.join(u' ').toStdString();
    };
    for (const auto &file : {kFrench, kEnglish}) {
        for (const auto &[source, forms] : translations(contentOf(file))) {
            INFO(source);
            for (const auto &form : forms) {
                CHECK(places(form) == places(source.text));
            }
        }
    }
}

TEST_CASE("no line of the French can break before : ; ? ! » or after «", "[ui]") {
    for (const auto &[source, forms] : translations(contentOf(kFrench))) {
        INFO(source);
        for (const auto &form : forms) {
            CHECK(form.toStdString() == tieMarks(form.toStdString()));
        }
    }
}

TEST_CASE("every string has a note for translators", "[ui]") {
    CHECK(withoutNote(contentOf(kFrench)) == std::vector<Source>{});
}

TEST_CASE("a note that is missing, empty, misplaced or but the string again is none", "[ui]") {
    const auto message = [](const char *content) {
        return withoutNote(QStringLiteral("<TS><context><name>Sheet</name><message>%1</message></context></TS>")
                               .arg(QString::fromUtf8(content)));
    };
    const std::vector<Source> close{{QStringLiteral("Sheet"), QStringLiteral("Close"), false}};
    CHECK(message("<source>Close</source><extracomment>Button of a dialog</extracomment>").empty());
    CHECK(message("<source>Close</source>") == close);
    CHECK(message("<source>Close</source><extracomment> </extracomment>") == close);
    CHECK(message("<source>Close</source><extracomment>Close</extracomment>") == close);
    CHECK(message("<extracomment>Button of a dialog</extracomment><source>Close</source>") == close);
}

TEST_CASE("in English what is counted is one or many, and no word in brackets is left", "[ui]") {
    static const QRegularExpression brackets(QStringLiteral(R"re(\((s|she|he)\))re"));
    const auto english = translations(contentOf(kEnglish));
    const auto sources = all();
    for (const auto &source : sources) {
        INFO(source);
        const auto at = english.find(source);
        if (source.counts || source.text.contains(brackets)) {
            REQUIRE(at != english.end());
            CHECK(at->second.size() == (source.counts ? 2 : 1));
            CHECK_FALSE(at->second.join(u' ').contains(brackets));
        }
    }
    for (const auto &[source, forms] : english) {
        INFO(source);
        CHECK(std::ranges::find(sources, source) != sources.end());
    }
}

TEST_CASE("a string that is missing, unfinished, half made or in another place is found to have no French", "[ui]") {
    const auto whole = contentOf(kFrench);
    REQUIRE(untranslated(all(), translations(whole)).empty());
    const auto missing = [](QString content, const char *text, const char *instead) {
        REQUIRE(content.count(QString::fromUtf8(text)) == 1);
        return untranslated(all(), translations(content.replace(QString::fromUtf8(text), QString::fromUtf8(instead))));
    };
    CHECK(missing(whole, "<source>Show again</source>", "<source>Show it again</source>").size() == 1);
    CHECK(missing(whole, "<translation>Page %1 sur %2</translation>", "<translation type=\"unfinished\"/>").size() ==
          1);
    CHECK(missing(whole, "<numerusform>%n feuilles</numerusform>", "").size() == 1);
    CHECK(missing(whole, "<name>guichet::ui::DocumentsModel</name>", "<name>DocumentsModel</name>").size() > 3);
}

} // namespace guichet::ui
