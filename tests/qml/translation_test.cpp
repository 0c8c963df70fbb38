// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

namespace guichet::ui {

TEST_CASE("every string of the screens has its French", "[ui]") {
    QFile file(QStringLiteral(GUICHET_SOURCE_DIR "/qml/translations/guichet_fr.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int messages = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            ++messages;
            INFO(source.toStdString());
            CHECK_FALSE(xml.attributes().hasAttribute(QStringLiteral("type")));
            CHECK_FALSE(xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().isEmpty());
        }
    }
    REQUIRE_FALSE(xml.hasError());
    CHECK(messages > 200);
}

} // namespace guichet::ui
