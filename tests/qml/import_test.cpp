// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor brings documents in from a stick, and sees what came in while nobody was signed in.
#include "kiosk/counter/inbox.h"
#include "kiosk/ui/import_model.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>
#include <fstream>
#include <map>

namespace guichet::test {
namespace {

using ui::ImportModel;
using ui::KioskModel;

std::string rowWords(ui::RowModel &rows, int row) { return rows.at(row, "words").toString().toStdString(); }

/// A stick with these files.
struct StickOf {
    TemporaryFolder folder;
    kiosk::Stick stick{folder / "stick", "CLÉ DE L’HÔPITAL"};
    explicit StickOf(const std::map<std::string, std::string> &files) {
        std::filesystem::create_directory(stick.folder);
        for (const auto &[name, bytes] : files) {
            std::ofstream(stick.folder / name) << bytes;
        }
    }
    /// Each file, and when it was changed last.
    [[nodiscard]] std::map<std::string, std::filesystem::file_time_type> state() const {
        std::map<std::string, std::filesystem::file_time_type> files;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(stick.folder)) {
            files[entry.path()] = entry.last_write_time();
        }
        return files;
    }
};

/// A supervisor on the screen, with a stick in.
struct Bringing {
    Counter counter;
    ImportModel &model = *counter.kiosk.imports();

    explicit Bringing(const kiosk::Stick &stick) {
        counter.stage.sticks().putIn(stick);
        counter.signIn("S01");
        counter.kiosk.openImport();
        counter.answered(model);
        counter.stage.until([this] { return model.sticks()->count() == 1; });
    }
    void choose() {
        model.choose(0);
        counter.answered(model);
    }
    void take() {
        model.take();
        counter.answered(model);
    }
};

} // namespace

TEST_CASE("what a stick holds is counted, taken in, summed up, and what was rejected is printed", "[ui]") {
    const StickOf given({{"a.xml", prescription().build()},
                         {"b.xml", certificate().build()},
                         {"c.xml", "<letter/>"},
                         {"._a.xml", "of another system"},
                         {"d.pdf", std::string(asText(smallPdf()))}});
    std::filesystem::create_directory(given.stick.folder / "$RECYCLE.BIN");
    std::ofstream(given.stick.folder / "$RECYCLE.BIN" / "old.xml") << dischargeLetter().build();
    std::filesystem::create_symlink("/etc", given.stick.folder / "link");
    const auto before = given.state();
    Bringing bringing(given.stick);
    ImportModel &model = bringing.model;
    CHECK(model.action().isEmpty());
    bringing.choose();
    CHECK(model.count().toStdString() == "Elle contient 4 fichiers.");
    CHECK(model.action().toStdString() == "Recevoir ces fichiers");
    bringing.take();
    CHECK(model.problem().toStdString() == "");
    CHECK(model.summary().toStdString() == "2 reçus · 2 refusés");
    CHECK_FALSE(model.good());
    CHECK(model.action().isEmpty());
    REQUIRE(model.rejected()->count() == 2);
    CHECK(rowWords(*model.rejected(), 0) == "c.xml n’est pas un document médical CDA.");
    CHECK(rowWords(*model.rejected(), 1) == "d.pdf ne dit pas de quelle personne il s’agit.");
    CHECK_FALSE(model.canForget());

    const int sent = bringing.counter.printer.sent();
    model.print();
    bringing.counter.answered(model);
    CHECK(bringing.counter.printer.sent() == sent + 1);
    CHECK(model.done().toStdString().starts_with("Documents refusés – "));
    CHECK(given.state() == before); // the stick is as it was

    // Again: nothing is taken in twice.
    bringing.choose();
    CHECK(model.rejected()->count() == 0);
    bringing.take();
    CHECK(model.summary().toStdString() == "0 reçu · 2 déjà là · 2 refusés");
}

TEST_CASE("a stick that is taken out too early loses nothing", "[ui]") {
    std::map<std::string, std::string> files;
    for (int i = 0; i < 20; ++i) {
        CdaBuilder letter = dischargeLetter();
        letter.id += std::to_string(i);
        letter.setId += "." + std::to_string(i);
        files[(i < 10 ? "0" : "") + std::to_string(i) + ".xml"] = letter.build();
    }
    const StickOf given(files);
    Bringing bringing(given.stick);
    bringing.choose();
    bringing.counter.stage.sticks().takeOutAfter(5);
    bringing.take();
    const std::string said = bringing.model.summary().toStdString();
    INFO(said);
    CHECK(said.starts_with("La clé a été retirée\u00a0: "));
    CHECK(bringing.model.rejected()->count() == 0);
    CHECK(bringing.model.action().isEmpty());
    int taken = 0;
    bringing.counter.stage.atDesk([&](kiosk::Desk &desk) { taken = static_cast<int>(desk.store.records().count()); });
    CHECK(taken > 0);

    bringing.counter.stage.sticks().putIn(given.stick);
    bringing.counter.stage.sticks().takeOutAfter(1000);
    bringing.model.load();
    bringing.counter.stage.until([&] { return bringing.model.sticks()->count() == 1; });
    bringing.counter.answered(bringing.model);
    bringing.choose();
    bringing.take();
    CHECK(bringing.model.good());
    CHECK(bringing.model.summary().contains(QStringLiteral("déjà là")));
}

TEST_CASE("an import that is stopped says what is left to do", "[ui]") {
    const StickOf given({{"a.xml", prescription().build()}, {"b.xml", certificate().build()}});
    Bringing bringing(given.stick);
    bringing.choose();
    bringing.model.take();
    bringing.model.stop();
    bringing.counter.answered(bringing.model);
    CHECK(bringing.model.summary().toStdString().starts_with("Arrêté\u00a0: "));
    CHECK_FALSE(bringing.model.running());
}

TEST_CASE("what a watched folder could not give is listed for a supervisor until it was seen", "[ui]") {
    Counter counter;
    TemporaryFolder drop;
    std::ofstream(drop / "a.xml") << dischargeLetter().build();
    std::ofstream(drop / "b.xml") << "<letter/>";
    document::ReaderProcess reader;
    FixedClock clock(must(parseInstant("2026-11-24T08:15:30Z")));
    SystemRandom random;
    auto folder = must(kiosk::WatchedFolder::open(counter.store(), drop / "", reader, clock, random));
    CHECK(must(folder.look()).empty());
    clock.advance(std::chrono::seconds(4));
    CHECK(must(folder.look()).size() == 2);
    REQUIRE(kiosk::countInbox(counter.store()) == 1);

    // What was sealed comes in by itself once somebody is signed in, whoever it is.
    counter.signIn("A01");
    counter.stage.until([&] { return kiosk::countInbox(counter.store()) == 0; });
    CHECK_FALSE(counter.kiosk.mayImport());
    counter.stage.atDesk([](kiosk::Desk &desk) {
        CHECK(desk.store.records().findSame(sha256(dischargeLetter().build()), {}).has_value());
    });

    counter.kiosk.signOut();
    counter.signIn("S01");
    CHECK(counter.kiosk.mayImport());
    counter.kiosk.openImport();
    ImportModel &model = *counter.kiosk.imports();
    counter.answered(model);
    REQUIRE(model.rejected()->count() == 1);
    CHECK(model.rejectedTitle().toStdString() == "Refusés pendant que personne n’avait ouvert de session");
    REQUIRE(model.canForget());
    model.show(std::vector<kiosk::InboxRefusal>{{"/srv/تحليل.pdf", ErrorCode::NoPerson, {}, Instant{}}});
    // The name in its own order, within the sentence's.
    CHECK_THAT(rowWords(*model.rejected(), 0),
               Catch::Matchers::StartsWith("\u200E\u2068/srv/تحليل.pdf\u2069 ne dit pas"));
    counter.kiosk.openImport();
    counter.answered(model);
    model.forget();
    counter.answered(model);
    CHECK(model.rejected()->count() == 0);
    counter.kiosk.openImport();
    counter.answered(model);
    CHECK(model.rejected()->count() == 0);
}

} // namespace guichet::test
