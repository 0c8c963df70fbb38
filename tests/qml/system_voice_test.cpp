// SPDX-License-Identifier: GPL-3.0-or-later
// With speech-dispatcher itself, private, without a sound card: what its voice would say is written to a file.
#include "kiosk/ui/system_voice.h"

#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <functional>
#include <stdexcept>

namespace guichet::test {
namespace {

constexpr int kLimitMs = 20'000;

void until(const std::function<bool()> &so) {
    QElapsedTimer since;
    since.start();
    while (!so()) {
        if (since.elapsed() > kLimitMs) {
            throw std::runtime_error("what was waited for did not happen");
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
}

class SpeechServer {
public:
    /// Voices for French and English; a sentence lasts as long as `says`, a command, takes.
    SpeechServer() {
        const auto root = QString::fromStdString(folder_.path().string());
        std::filesystem::create_directories(folder_.path() / "conf/modules");
        write("conf/speechd.conf",
              "LogLevel 0\nDisableAutoSpawn\nAudioOutputMethod \"alsa\"\nAudioALSADevice \"null\"\n"
              "AddModule \"test\" \"sd_generic\" \"test.conf\"\nDefaultModule \"test\"\n"
              "DefaultLanguage \"fr\"\n");
        write("conf/modules/test.conf",
              "GenericExecuteSynth \"echo $LANGUAGE '$DATA' >> " + root.toUtf8() +
                  "/said; sleep 0.4\"\n"
                  "GenericLanguage \"fr\" \"fr\" \"utf-8\"\nGenericLanguage \"en\" \"en\" \"utf-8\"\n"
                  "AddVoice \"fr\" \"MALE1\" \"fr\"\nAddVoice \"en\" \"MALE1\" \"en\"\n");
        qputenv("SPEECHD_ADDRESS", "unix_socket:" + root.toUtf8() + "/socket");
        server_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        server_.setStandardOutputFile(QProcess::nullDevice());
        server_.start(QStringLiteral("speech-dispatcher"),
                      {QStringLiteral("-s"), QStringLiteral("-t"), QStringLiteral("0"), QStringLiteral("-C"),
                       root + QStringLiteral("/conf"), QStringLiteral("-S"), root + QStringLiteral("/socket"),
                       QStringLiteral("-P"), root + QStringLiteral("/pid"), QStringLiteral("-L"), root});
        until([&] { return std::filesystem::exists(folder_.path() / "socket"); });
    }
    ~SpeechServer() {
        server_.terminate();
        if (!server_.waitForFinished()) {
            server_.kill();
            server_.waitForFinished();
        }
        qunsetenv("SPEECHD_ADDRESS");
    }
    [[nodiscard]] QStringList said() const {
        QFile file(QString::fromStdString((folder_.path() / "said").string()));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList{};
    }

private:
    void write(const char *name, const QByteArray &text) const {
        QFile file(QString::fromStdString((folder_.path() / name).string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            throw std::runtime_error("the server's configuration could not be written");
        }
    }

    TemporaryFolder folder_;
    QProcess server_;
};

} // namespace

TEST_CASE("the system's voice says sentences one after the other, each in its language", "[ui][aloud][integration]") {
    const SpeechServer server;
    ui::SystemVoice voice;
    int said = 0;
    int failed = 0;
    QObject::connect(&voice, &ui::Voice::said, &voice, [&] { ++said; });
    QObject::connect(&voice, &ui::Voice::failed, &voice, [&] { ++failed; });
    voice.prepare();
    until([&] { return voice.isReady(); });
    CHECK(voice.speaks("fr"));
    CHECK(voice.speaks("en"));
    CHECK_FALSE(voice.speaks("ar"));
    voice.say(QStringLiteral("Bonjour, l’été."), "fr");
    until([&] { return said == 1; });
    voice.say(QStringLiteral("Hello."), "en");
    until([&] { return said == 2; });
    CHECK(server.said() == QStringList{QStringLiteral("fr Bonjour, l’été."), QStringLiteral("en Hello.")});

    // What is stopped, and what another takes the place of, is not told to be said.
    voice.say(QStringLiteral("Un."), "fr");
    until([&] { return server.said().size() == 3; });
    voice.say(QStringLiteral("Deux."), "fr");
    until([&] { return server.said().size() == 4; });
    until([&] { return said == 3; });
    voice.say(QStringLiteral("Trois."), "fr");
    until([&] { return server.said().size() == 5; });
    voice.stop();
    voice.say(QStringLiteral("Quatre."), "fr");
    until([&] { return said == 4; });
    CHECK(server.said().constLast() == QStringLiteral("fr Quatre."));
    CHECK(failed == 0);
}

TEST_CASE("without a speech server there is no voice, and nothing hangs", "[ui][aloud][integration]") {
    const TemporaryFolder folder;
    qputenv("SPEECHD_ADDRESS", "unix_socket:" + QByteArray::fromStdString(folder.path().string()) + "/none");
    {
        ui::SystemVoice voice;
        int failed = 0;
        QObject::connect(&voice, &ui::Voice::failed, &voice, [&] { ++failed; });
        voice.prepare();
        until([&] { return voice.isReady(); });
        CHECK_FALSE(voice.speaks("fr"));
        voice.say(QStringLiteral("Bonjour."), "fr");
        until([&] { return failed == 1; });
    }
    qunsetenv("SPEECHD_ADDRESS");
}

} // namespace guichet::test
