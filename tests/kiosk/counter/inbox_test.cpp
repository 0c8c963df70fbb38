// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in while nobody is signed in.
#include "kiosk/counter/inbox.h"

#include "base/files.h"
#include "kiosk/counter/import.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"
#include "tests/kiosk/counter/command_line.h"
#include "tests/support/error_output.h"
#include "tests/support/xdm_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A store, and a folder that others fill.
struct Drop {
    CommandLine line;
    Drop() {
        line.makeDemo(1);
        fs::create_directory(line.folder / "drop");
    }
    /// A file that has been there for an hour.
    void put(const std::string &name, std::string_view bytes) const {
        const fs::path file = line.folder.write("drop/" + name, std::string(bytes));
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
    }
    /// One emptying of the folder, with nobody signed in.
    [[nodiscard]] json empty() const { return line.call("", {"import", "--watch", line.path("drop"), "--once"}).json; }
    [[nodiscard]] bool holds(const std::string &name) const { return fs::exists(line.folder / ("drop/" + name)); }
    /// The inbox's files of one kind.
    [[nodiscard]] std::vector<fs::path> inbox(const std::string &ending) const {
        std::vector<fs::path> files;
        for (const auto &entry : fs::directory_iterator(fs::path(line.store()) / "inbox")) {
            if (entry.path().extension() == ending) {
                files.push_back(entry.path());
            }
        }
        return files;
    }
    [[nodiscard]] Said find() const { return line.call("A01", {"person", "find", "--nir", CdaPerson().ins}); }
};

} // namespace

TEST_CASE("a watched folder is emptied with nobody signed in, and taken in at the next session") {
    const Drop drop;
    drop.put("sub/letter.xml", dischargeLetter().build());
    drop.put("scan.pdf", asText(smallPdf(1)));
    drop.put("scan.json", R"({"ins": ")" + CdaPerson().ins + R"(", "title": "Radio", "category": "result"})");
    drop.put("envoi.zip", asText(xdm({{xdmPdf()}})));
    drop.put("bad.xml", "<letter/>");
    drop.put(".half.xml", prescription().build());
    fs::create_symlink("/etc/passwd", drop.line.folder / "drop/link.xml");

    const json said = drop.empty();
    INFO(said.dump());
    CHECK(said.at("sealed") == 3);
    CHECK(said.at("rejected") == 1);
    CHECK_FALSE(drop.holds("sub/letter.xml"));
    CHECK_FALSE(drop.holds("scan.pdf"));
    CHECK_FALSE(drop.holds("scan.json"));
    CHECK_FALSE(drop.holds("envoi.zip"));
    CHECK(drop.holds("bad.xml"));
    CHECK(drop.holds(".half.xml"));
    CHECK(drop.holds("link.xml"));
    REQUIRE(drop.inbox(".sealed").size() == 3);
    for (const fs::path &file : drop.inbox(".sealed")) {
        const Bytes bytes = must(readFile(file, 1 << 24));
        CHECK(asText(bytes).find("ClinicalDocument") == std::string_view::npos);
        CHECK(asText(bytes).find("%PDF") == std::string_view::npos);
        CHECK(asText(bytes).find("drop") == std::string_view::npos); // nor where it came from
        struct stat info{};
        REQUIRE(::stat(file.c_str(), &info) == 0);
        CHECK((info.st_mode & 0777) == 0600);
    }
    // What stays is noted once, however often the folder is looked at.
    CHECK(drop.empty().at("sealed") == 0);
    CHECK(drop.inbox(".refused").size() == 1);

    const Said found = drop.find();
    CHECK(found.status == 0);
    const std::string person = found.json.at("persons").at(0).at("id").get<std::string>();
    CHECK(found.err.find("3") != std::string::npos);
    CHECK(drop.inbox(".sealed").empty());
    CHECK(drop.line.done("A01", {"record", "list", "--person", person}).at("records").size() == 3);
    CHECK(drop.find().err.empty());
    CHECK(drop.line.done("S01", {"check"}).at("ok") == true);
}

TEST_CASE("a file that grows, half of a pair, and what may be half of a file wait for a later look") {
    const Drop drop;
    document::ReaderProcess reader;
    FixedClock clock(must(parseInstant("2026-11-24T08:15:30Z")));
    SeededRandom random{1};
    auto folder = must(kiosk::WatchedFolder::open(drop.line.store(), drop.line.path("drop"), reader, clock, random));
    const auto lookAfter = [&](int seconds) {
        clock.advance(std::chrono::seconds(seconds));
        return must(folder.look());
    };
    const std::string letter = dischargeLetter().build();
    drop.put("a.xml", letter.substr(0, 500));
    CHECK(lookAfter(0).empty());
    CHECK(folder.unsettled());
    drop.put("a.xml", letter); // as a copy that keeps the date of the file
    CHECK(lookAfter(4).empty());
    CHECK(lookAfter(1).empty());
    REQUIRE(lookAfter(4).size() == 1);
    CHECK_FALSE(folder.unsettled());

    drop.put("b.pdf", asText(smallPdf()));
    CHECK(lookAfter(0).empty());
    CHECK(lookAfter(5).empty()); // its side file may still come
    drop.put("b.json", R"({"ins": ")" + CdaPerson().ins + "\"}");
    CHECK(lookAfter(0).empty());
    const auto pair = lookAfter(4);
    REQUIRE(pair.size() == 1);
    CHECK_FALSE(pair.front().reason);
    CHECK_FALSE(drop.holds("b.json"));
    CHECK(kiosk::countInbox(drop.line.store()) == 2);

    drop.put("c.pdf", asText(smallPdf()));
    CHECK(lookAfter(0).empty());
    const auto alone = lookAfter(11);
    REQUIRE(alone.size() == 1);
    CHECK(alone.front().reason == ErrorCode::NoPerson);
    CHECK(drop.holds("c.pdf"));
    CHECK(lookAfter(60).empty()); // named once
    drop.put("c.json", R"({"ins": "1"})");
    CHECK(lookAfter(0).empty());
    CHECK(lookAfter(4).front().reason == ErrorCode::NoPerson);
    drop.put("c.json", R"({"inS": "1"})"); // changed, and as long as before
    fs::last_write_time(drop.line.folder / "drop/c.json", fs::file_time_type::clock::now());
    CHECK(lookAfter(0).empty());
    CHECK(lookAfter(4).size() == 1);
    drop.put("c.json", R"({"ins": ")" + CdaPerson().ins + "\"}");
    CHECK(lookAfter(0).empty());
    CHECK_FALSE(lookAfter(4).front().reason); // it is put right

    Bytes half = smallPdf(2);
    half.resize(half.size() - 18);
    drop.put("d.pdf", asText(half));
    drop.put("d.json", R"({"ins": ")" + CdaPerson().ins + "\"}");
    CHECK(lookAfter(0).empty());
    CHECK(lookAfter(5).empty());
    CHECK(drop.holds("d.pdf"));
    CHECK(lookAfter(61).size() == 1);
    CHECK_FALSE(drop.holds("d.pdf"));
}

TEST_CASE("what an interrupted look had set aside gets its name back, beside what came meanwhile") {
    const Drop drop;
    drop.put(".guichet-a.xml", prescription().build());
    drop.put(".guichet-b.xml", certificate().build());
    drop.put("b.xml", dischargeLetter().build());
    CHECK(drop.empty().at("sealed") == 3);
    CHECK_FALSE(drop.holds(".guichet-a.xml"));
    CHECK(drop.find().status == 0);
}

TEST_CASE("a file that can't be taken out of its folder is named, and hinders nothing else") {
    const Drop drop;
    drop.put("a.xml", prescription().build());
    fs::create_directory(drop.line.folder / "drop/.guichet-a.xml"); // where it would be set aside
    drop.put("z.xml", dischargeLetter().build());
    const json said = drop.empty();
    CHECK(said.at("sealed") == 1);
    CHECK(said.at("rejected") == 1);
    CHECK(drop.holds("a.xml"));
    CHECK(drop.inbox(".sealed").size() == 1);
}

TEST_CASE("a folder below that can't be written to or looked into hinders nothing else") {
    if (::geteuid() == 0) {
        SKIP("root may do everything");
    }
    const Drop drop;
    drop.put("closed/a.xml", prescription().build());
    drop.put("shut/b.xml", certificate().build());
    drop.put("z.xml", dischargeLetter().build());
    ::chmod((drop.line.folder / "drop/closed").c_str(), 0500);
    ::chmod((drop.line.folder / "drop/shut").c_str(), 0000);
    const json said = drop.empty();
    CHECK(said.at("sealed") == 1);
    CHECK(said.at("rejected") == 1);
    CHECK(drop.inbox(".sealed").size() == 1);
    ::chmod((drop.line.folder / "drop/closed").c_str(), 0700);
    ::chmod((drop.line.folder / "drop/shut").c_str(), 0700);
}

TEST_CASE("a live number stays out of a demo store before anybody is signed in") {
    const Drop drop;
    CdaBuilder live = certificate();
    live.person.insRoot = kLiveIns;
    drop.put("live.xml", live.build());
    const json said = drop.empty();
    CHECK(said.at("items").at(0).at("reason") == "live-identity-in-demo");
    CHECK(drop.holds("live.xml"));
    CHECK(drop.inbox(".sealed").empty());
}

TEST_CASE("what the inbox holds that is not the store's is put aside, and what an archive lacks is named") {
    const Drop drop;
    std::ofstream(fs::path(drop.line.store()) / "inbox" / "0.sealed") << "somebody else's";
    XdmDocument changed = xdmPdf();
    changed.hash = std::string(40, '0');
    drop.put("envoi.zip", asText(xdm({{xdmLetter(), changed}})));
    const json said = drop.empty();
    CHECK(said.at("sealed") == 1); // what is good in it comes in,
    CHECK(said.at("rejected") == 1);
    CHECK(drop.holds("envoi.zip")); // and nothing of it is lost
    CHECK(drop.find().status == 0);
    CHECK(drop.inbox(".sealed").empty());
    CHECK(drop.inbox(".unreadable").size() == 1);
    CHECK(drop.inbox(".refused").size() == 2);
    CHECK(drop.inbox(".kept").empty());
    CHECK(drop.empty().at("sealed") == 0); // nor is it sealed again
    CHECK(drop.inbox(".sealed").empty());
}

TEST_CASE("a file that makes the reader fail hinders none after it, and a folder is emptied by one at a time") {
    const Drop drop;
    drop.put("a.xml", "<?guichet-test garbage?>");
    drop.put("b.xml", dischargeLetter().build());
    const json said = drop.empty();
    CHECK(said.at("sealed") == 1);
    CHECK(said.at("rejected") == 1);
    CHECK(drop.holds("a.xml"));
    document::ReaderProcess reader;
    const SystemClock clock;
    SystemRandom random;
    const auto first =
        must(kiosk::WatchedFolder::open(drop.line.store(), drop.line.path("drop"), reader, clock, random));
    CHECK(drop.line.call("", {"import", "--watch", drop.line.path("drop"), "--once"}).error() == "busy");
}

TEST_CASE("a pair that gets its names back stays together") {
    const Drop drop;
    drop.put(".guichet-scan.pdf", asText(smallPdf()));
    drop.put(".guichet-scan.json", "{}");
    drop.put("scan.json", "{}"); // of another scan, which is still to come
    CHECK(drop.empty().at("sealed") == 0);
    CHECK(drop.holds("scan (2).pdf"));
    CHECK(drop.holds("scan (2).json"));
    CHECK_FALSE(drop.holds("scan.pdf"));
}

TEST_CASE("a folder that can't be watched says why") {
    const Drop drop;
    CHECK(drop.line.call("", {"import", "--watch", drop.line.path("nowhere"), "--once"}).error() == "folder-missing");
    CHECK(drop.line.call("", {"import"}).error() == "usage");
    CommandLine none;
    CHECK(none.call("", {"import", "--watch", drop.line.path("drop"), "--once"}).error() == "no-store");
}

TEST_CASE("what is rejected only once it is taken in keeps its sealed box") {
    const Drop drop;
    const std::string head = R"({"beside":0,"path":"/srv/a.xml","v":1})";
    const Bytes sealed = must(storage::sealForStore(drop.line.store(), asBytes(head + "\n<letter/>")));
    must(writeFile(fs::path(drop.line.store()) / "inbox" / "01A.sealed", sealed));
    CHECK(drop.line.call("A01", {"person", "find", "--nir", CdaPerson().ins}).status == 4);
    CHECK(drop.inbox(".kept").size() == 1);
    CHECK(drop.inbox(".refused").size() == 1);
    CHECK(drop.inbox(".sealed").empty());
}
