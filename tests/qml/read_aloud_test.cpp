// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/read_aloud.h"

#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/person_view_model.h"
#include "kiosk/ui/request_model.h"
#include "tests/qml/counter.h"
#include "tests/qml/told_voice.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

namespace guichet::test {
namespace {

using namespace ui;
using kiosk::papers::Sentence;

kiosk::papers::Speech speech(const std::vector<std::string> &words, const std::string &language = "fr") {
    kiosk::papers::Speech made;
    for (const auto &sentence : words) {
        made.push_back(Sentence{sentence, sentence, language, false});
    }
    return made;
}

struct Aloud {
    ToldVoice voice;
    ToldHeadset headset;
    ReadAloud reading;

    Aloud() {
        reading.use(&voice, &headset);
        voice.find();
    }
};

/// Lets the voice say all that it has; everything that it said.
QString listenThrough(ToldVoice &voice) {
    while (voice.speaking) {
        voice.finish();
    }
    return voice.heard.join(u'\n');
}

/// Somebody is served with one laboratory result, in the window.
struct ReadTo : Counter {
    PersonViewModel &view = *kiosk.personView();
    ReadAloud &reading = *view.reading();
    ToldVoice &voice = stage.voice();
    ToldHeadset &headset = stage.headset();

    ReadTo() {
        voice.find();
        signIn();
        serve(import(laboratoryResult().build()));
        openOnlyRecord();
    }
    void openTitles() {
        kiosk.documents()->answerTitles(true);
        answered(*kiosk.documents());
    }
};

} // namespace

TEST_CASE("a text is read sentence by sentence, and the one that is read is marked", "[ui][aloud]") {
    Aloud aloud;
    aloud.reading.show(speech({"Un.", "Deux."}), false);
    CHECK(aloud.reading.current() == -1);
    CHECK_FALSE(aloud.reading.open());
    aloud.reading.toggle();
    CHECK(aloud.voice.last() == QStringLiteral("Un."));
    CHECK(aloud.reading.current() == 0);
    aloud.voice.finish();
    CHECK(aloud.voice.last() == QStringLiteral("Deux."));
    CHECK(aloud.reading.current() == 1);
    aloud.voice.finish();
    CHECK_FALSE(aloud.reading.playing());
    CHECK(aloud.reading.open()); // the text stays in sight
    aloud.reading.toggle();      // from the start again
    CHECK(aloud.voice.heard == QStringList{QStringLiteral("Un."), QStringLiteral("Deux."), QStringLiteral("Un.")});
}

TEST_CASE("a pause is silent at once, and goes on with the sentence that it broke", "[ui][aloud]") {
    Aloud aloud;
    aloud.reading.show(speech({"Un.", "Deux.", "Trois."}), false);
    aloud.reading.toggle();
    aloud.voice.finish();
    aloud.reading.toggle();
    CHECK_FALSE(aloud.voice.speaking);
    CHECK_FALSE(aloud.reading.playing());
    aloud.voice.finish(); // an end that was on its way
    CHECK_FALSE(aloud.voice.speaking);
    aloud.reading.toggle();
    CHECK(aloud.voice.last() == QStringLiteral("Deux."));
    aloud.reading.repeat();
    CHECK(aloud.voice.heard.size() == 4);
    CHECK(aloud.voice.last() == QStringLiteral("Deux."));
}

TEST_CASE("speed and volume are heard at once, have ends, and are forgotten with the visit", "[ui][aloud]") {
    Aloud aloud;
    aloud.reading.show(speech({"Un."}), false);
    aloud.reading.toggle();
    const auto before = aloud.voice.speed;
    aloud.reading.faster();
    CHECK(aloud.voice.speed > before);
    CHECK(aloud.voice.heard.size() == 2);
    for (int i = 0; i < 9; ++i) {
        aloud.reading.slower();
        aloud.reading.softer();
    }
    CHECK(aloud.voice.speed >= -1);
    CHECK(aloud.voice.volume > 0); // never mute
    CHECK_FALSE(aloud.reading.canSlow());
    CHECK_FALSE(aloud.reading.canSoften());
    aloud.reading.forget();
    CHECK(aloud.voice.speed == before);
    CHECK(aloud.voice.volume == 1);
    CHECK_FALSE(aloud.voice.speaking);
    CHECK(aloud.reading.lines()->count() == 0);
}

TEST_CASE("without a voice, or without one of the language, that is said and nothing else happens", "[ui][aloud]") {
    SECTION("there is none at all") {
        ReadAloud reading;
        reading.show(speech({"Un."}), false);
        reading.toggle();
        CHECK(reading.trouble() == ReadAloud::NoVoice);
        CHECK_FALSE(reading.open());
        reading.faster();
        reading.repeat();
    }
    Aloud aloud;
    SECTION("none of the language") {
        aloud.reading.show(speech({"مرحبا"}, "ar"), false);
        aloud.reading.toggle();
        CHECK(aloud.reading.trouble() == ReadAloud::NoVoice);
        CHECK(aloud.voice.heard.isEmpty());
    }
    SECTION("none for a part") {
        auto mixed = speech({"Un."});
        mixed.push_back(Sentence{"مرحبا", "مرحبا", "ar", false});
        mixed.push_back(Sentence{"Three.", "Three.", "en", false});
        aloud.reading.show(mixed, false);
        aloud.reading.toggle();
        aloud.voice.finish();
        CHECK(aloud.reading.trouble() == ReadAloud::SomeUnread);
        CHECK(aloud.voice.last() == QStringLiteral("Three."));
        CHECK(aloud.voice.language == "en");
    }
    SECTION("it fails") {
        aloud.reading.show(speech({"Un."}), false);
        aloud.reading.toggle();
        aloud.voice.breakDown();
        CHECK(aloud.reading.trouble() == ReadAloud::Broken);
        CHECK_FALSE(aloud.reading.playing());
    }
}

TEST_CASE("what is asked for before the voices are known is read once they are", "[ui][aloud]") {
    ToldVoice voice;
    ReadAloud reading;
    reading.use(&voice, nullptr);
    CHECK_FALSE(voice.wasPrepared()); // it costs nothing before somebody wants it
    reading.show(speech({"Un."}), false);
    reading.toggle();
    CHECK(voice.wasPrepared());
    CHECK(voice.heard.isEmpty());
    voice.find();
    CHECK(voice.last() == QStringLiteral("Un."));
}

TEST_CASE("plugging a headset starts the reading, of this step and the next; pulling it out stops it at once",
          "[ui][aloud]") {
    Aloud aloud;
    aloud.reading.show(speech({"Un."}), false);
    aloud.headset.plug(true);
    CHECK(aloud.voice.last() == QStringLiteral("Un."));
    aloud.reading.show(speech({"Deux."}), true);
    CHECK(aloud.voice.last() == QStringLiteral("Deux."));
    CHECK(aloud.voice.speaking);
    aloud.headset.plug(false);
    CHECK_FALSE(aloud.voice.speaking);
    CHECK_FALSE(aloud.reading.playing());
    aloud.reading.show(speech({"Trois."}), false);
    CHECK(aloud.voice.heard.size() == 2); // nobody listens any more
}

TEST_CASE("who paused is not read to at the next step", "[ui][aloud]") {
    Aloud aloud;
    aloud.reading.show(speech({"Un."}), false);
    aloud.reading.toggle();
    aloud.reading.toggle();
    aloud.reading.show(speech({"Deux."}), false);
    CHECK(aloud.voice.heard.size() == 1);
}

TEST_CASE("what is theirs alone is read to a headset only, whoever asks", "[ui][aloud]") {
    Aloud aloud;
    aloud.reading.show(speech({"Glycémie."}), true);
    aloud.reading.toggle();
    aloud.reading.repeat();
    aloud.reading.louder();
    CHECK(aloud.voice.heard.isEmpty());
    CHECK(aloud.reading.trouble() == ReadAloud::NoHeadset);
    aloud.headset.plug(true);
    CHECK(aloud.voice.last() == QStringLiteral("Glycémie."));
    CHECK(aloud.reading.trouble() == ReadAloud::None);
}

TEST_CASE("titles and records are read to a headset, records in full with their tables by row", "[ui][aloud]") {
    ReadTo counter;
    counter.openTitles();
    counter.reading.toggle();
    CHECK(counter.voice.heard.isEmpty());
    CHECK(counter.view.voiceTrouble().contains(u"casque"));
    counter.headset.plug(true);
    const auto title = counter.kiosk.documents()->personRows()->at(0, "title").toString();
    CHECK(listenThrough(counter.voice)
              .contains(title.section(QStringLiteral(" · "), 0, 0).remove(QChar(0x2068)).remove(QChar(0x2069))));
    counter.voice.heard.clear();
    counter.kiosk.documents()->view(0);
    counter.answered(*counter.kiosk.documents());
    const auto said = listenThrough(counter.voice).toStdString();
    CAPTURE(said);
    CHECK(said.find("Analyse : ") != std::string::npos);
    CHECK(said.find("Résultat : ") != std::string::npos);
    counter.headset.plug(false);
    counter.kiosk.documents()->closePreview();
    CHECK_FALSE(counter.voice.speaking);
}

TEST_CASE("before signing the whole form is read, then the receipt", "[ui][aloud]") {
    ReadTo counter;
    auto &optOuts = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    optOuts.answer(0);
    counter.reading.toggle();
    auto said = listenThrough(counter.voice).toStdString();
    CAPTURE(said);
    CHECK(said.find("Je ne veux pas de Mon espace santé") != std::string::npos);
    CHECK(said.find("Les soins et les remboursements ne changent pas.") != std::string::npos);
    CHECK(said.find("Réponses possibles : Je suis d’accord.\nJe ne le veux pas.") != std::string::npos);
    counter.voice.heard.clear();
    optOuts.next();
    counter.answered(optOuts);
    said = listenThrough(counter.voice).toStdString();
    for (const char *part : {"Numéro de sécurité sociale : ", "clé ", "Ce que cela ne fait pas : ",
                             "Coché : Archivé dix ans", "Cadre à signer : Signature de la personne"}) {
        CAPTURE(part);
        CHECK(said.find(part) != std::string::npos);
    }
    counter.voice.heard.clear();
    optOuts.chooseSigning(0);
    optOuts.next();
    counter.answered(optOuts);
    said = listenThrough(counter.voice).toStdString();
    CHECK(said.find("En bref") != std::string::npos);
    CHECK(said.find("GUICHET1") == std::string::npos); // the seal is for machines
}

TEST_CASE("the keys stay where they are while a text is read", "[ui][aloud]") {
    ReadTo counter;
    counter.kiosk.openOptOuts();
    counter.kiosk.optOuts()->answer(0);
    counter.kiosk.turn();
    settle();
    auto &window = counter.stage.window();
    REQUIRE(window.activeFocusItem() != nullptr);
    auto *listen = counter.stage.find(QStringLiteral("personListen"));
    REQUIRE(listen != nullptr);
    listen->forceActiveFocus();
    QTest::keyClick(&window, Qt::Key_Return);
    settle();
    CHECK(counter.voice.speaking);
    counter.voice.finish();
    settle();
    CHECK(window.activeFocusItem() == listen);
    const auto *marked = counter.stage.find(QStringLiteral("line1"));
    REQUIRE(marked != nullptr);
    CHECK(marked->property("marked").toBool()); // in the text that is shown
    QTest::keyClick(&window, Qt::Key_Return);   // pauses, and answers nothing
    CHECK_FALSE(counter.voice.speaking);
    CHECK_FALSE(counter.kiosk.optOuts()->agreed().has_value());
}

TEST_CASE("what is hidden is not heard", "[ui][aloud]") {
    ReadTo counter;
    counter.kiosk.openOptOuts();
    counter.kiosk.optOuts()->answer(0);
    counter.reading.toggle();
    REQUIRE(counter.voice.speaking);
    const auto hide = GENERATE(&KioskModel::hide, &KioskModel::lock);
    (counter.kiosk.*hide)();
    CHECK_FALSE(counter.voice.speaking);
    CHECK(counter.reading.lines()->count() == 0);
}

TEST_CASE("who comes back from what was hidden goes on with the sentence that it broke", "[ui][aloud]") {
    Aloud aloud;
    const auto text = speech({"Un.", "Deux.", "Trois."});
    aloud.reading.show(text, false);
    aloud.reading.toggle();
    aloud.voice.finish();
    aloud.reading.show({}, false);
    SECTION("to the same") {
        aloud.reading.show(text, false);
        CHECK_FALSE(aloud.voice.speaking); // not by itself
        CHECK(aloud.reading.current() == 1);
        aloud.reading.toggle();
        CHECK(aloud.voice.last() == QStringLiteral("Deux."));
    }
    SECTION("to something else") {
        aloud.reading.show(speech({"Quatre."}), false);
        CHECK(aloud.reading.current() == -1);
        aloud.reading.show(text, false);
        CHECK(aloud.reading.current() == -1);
    }
    SECTION("not in another visit") {
        aloud.reading.forget();
        aloud.reading.show(text, false);
        CHECK(aloud.reading.current() == -1);
    }
}

TEST_CASE("a sentence of the counter is said at once, by a voice of its language or not at all", "[ui][aloud]") {
    ReadTo counter;
    SECTION("there is one") {
        counter.view.say(8);
        CHECK(counter.voice.last().startsWith(QStringLiteral("Êtes-vous d’accord")));
        CHECK(counter.voice.language == "fr");
        listenThrough(counter.voice);
        counter.view.sayNothing();
        CHECK_FALSE(counter.voice.speaking); // the next step is not read because of that
    }
    SECTION("there is none") {
        counter.view.chooseLanguage(2);
        counter.view.say(8);
        CHECK_FALSE(counter.voice.speaking);
        CHECK(counter.view.voiceTrouble() == QString());
        counter.reading.toggle(); // who asks is told
        CHECK(counter.view.voiceTrouble() != QString());
    }
}

TEST_CASE("a title is said by a voice of the language that it is written in", "[ui][aloud]") {
    ReadTo counter;
    counter.view.chooseLanguage(1);
    counter.openTitles();
    counter.headset.plug(true);
    const auto title = counter.kiosk.documents()->personRows()->at(0, "title").toString();
    const auto begins = title.section(QStringLiteral(" · "), 0, 0).remove(QChar(0x2068)).remove(QChar(0x2069));
    std::string language;
    while (counter.voice.speaking) {
        if (counter.voice.last().contains(begins)) {
            language = counter.voice.language;
        }
        counter.voice.finish();
    }
    CHECK(language == "fr");
}

TEST_CASE("the end of the visit silences the voice and forgets its settings", "[ui][aloud]") {
    ReadTo counter;
    counter.reading.toggle();
    counter.reading.faster();
    REQUIRE(counter.voice.speaking);
    counter.kiosk.wipeVisit();
    CHECK_FALSE(counter.voice.speaking);
    CHECK(counter.voice.speed == 0);
}

TEST_CASE("who is read to is not hidden from while the voice goes on, and is where it stands still", "[ui][aloud]") {
    ReadTo counter;
    counter.headset.plug(true);
    counter.openTitles();
    counter.kiosk.turn();
    settle();
    if (!counter.reading.playing()) {
        counter.reading.toggle();
    }
    const auto look = [&] { // as the window does by itself, each second
        counter.stage.clock().advance(std::chrono::seconds(119));
        QTest::qWait(1100);
    };
    look();
    counter.voice.finish();
    look();
    CHECK(counter.kiosk.veil() == KioskModel::Turned);
    look();
    look();
    CHECK(counter.kiosk.veil() == KioskModel::Locked);
}

} // namespace guichet::test
