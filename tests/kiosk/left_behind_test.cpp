// SPDX-License-Identifier: GPL-3.0-or-later
// What a print leaves behind of the person it was for, wherever it may be: asked of the real program, of real CUPS and
// of the disk, after it came out, after it failed, and after the program was killed in the middle of it.
#include "base/files.h"
#include "storage/nir.h"
#include "tests/journeys/station.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"
#include "tests/support/print_server.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

using namespace guichet;
using namespace guichet::test;
using nlohmann::json;

namespace {

constexpr std::size_t kLargest = std::size_t{64} << 20;

/// Somebody whose names no other file on this machine has.
CdaBuilder theirRecord() {
    CdaBuilder cda = laboratoryResult();
    cda.person.ins = testNir(2, 58, 8, 777);
    cda.person.birthName = "QUETZALMOULIN";
    cda.person.usedName = "XYLOGARNIER";
    cda.person.givenNames = "Zephirine Hortensine";
    cda.person.firstGivenName = "Zephirine";
    cda.person.born = "19580803";
    return cda;
}

/// What would tell of them, in the bytes of a file: also in 16-bit characters, and any page at all.
std::vector<std::string> tellTales() {
    const CdaPerson person = theirRecord().person;
    std::vector<std::string> tales{person.ins.substr(0, 13),
                                   storage::formatNir(person.ins).substr(0, 18),
                                   person.birthName,
                                   person.usedName,
                                   "Zephirine",
                                   "Hortensine"};
    for (std::size_t i = 0, count = tales.size(); i < count; ++i) {
        std::string wide;
        for (const char c : tales[i]) {
            wide += wide.empty() ? "" : std::string(1, '\0');
            wide += c;
        }
        tales.push_back(std::move(wide));
    }
    tales.emplace_back("%PDF-1"); // whose text is compressed
    return tales;
}

class Counter {
public:
    PrintServer server;

    explicit Counter(PrintServer::Settings settings = {}) : server(std::move(settings)) {
        (void)station_.makeDemo(1);
        const std::filesystem::path file = station_.folder().write("record.xml", theirRecord().build());
        person_ = station_.done("S01", {"import", file}).at("items").at(0).at("person").template get<std::string>();
        std::filesystem::remove(file);
        std::filesystem::create_directory(station_.folder() / "tmp");
        (void)done("D01", {"printer", "add", PrintServer::kQueue});
        begun_ = std::filesystem::file_time_type::clock::now();
    }

    Outcome call(const std::string &agent, std::vector<std::string> words) const {
        words.emplace_back("--json");
        return run(command(agent, std::move(words)));
    }
    json done(const std::string &agent, std::vector<std::string> words) const {
        const Outcome outcome = call(agent, std::move(words));
        INFO(outcome.output << outcome.errors);
        REQUIRE(outcome.status == 0);
        return json::parse(outcome.output);
    }
    [[nodiscard]] std::vector<std::string> printing() const {
        return {"print", "--person", person_, "--all", "--follow"};
    }
    /// The same, beside the test, to be killed.
    [[nodiscard]] Background background() const {
        return {command("A01", printing()).arguments, {}, station_.folder() / "tmp/said"};
    }
    [[nodiscard]] std::string paperNow() const {
        const json jobs = done("A01", {"job", "list"}).at("jobs");
        return jobs.empty() ? "" : jobs.back().at("paper").get<std::string>();
    }

    /// Every file that has one of the tales in it, but for what the printer has: in its tray, and in a memory of
    /// its own that nobody can empty from here.
    [[nodiscard]] std::vector<std::string> traces() const {
        std::vector<std::string> found;
        for (const std::filesystem::path &folder : {station_.folder().path(), server.folder().path()}) {
            look(folder, std::nullopt, found);
        }
        // What is older was there before; nobody else writes of this person.
        for (const char *folder : {"/tmp", "/var/tmp", "/dev/shm"}) {
            look(folder, begun_, found);
        }
        return found;
    }
    /// What CUPS has to print, or had: its files for the job's data and for what it knows of the job.
    [[nodiscard]] std::set<std::string> spooled() const {
        std::set<std::string> files;
        for (const auto &entry : std::filesystem::directory_iterator(server.spool())) {
            if (!entry.is_directory()) {
                files.insert(entry.path().filename());
            }
        }
        return files;
    }
    /// The program's folder for what is temporary.
    [[nodiscard]] std::filesystem::path temporary() const { return station_.folder() / "tmp"; }

private:
    [[nodiscard]] Command command(const std::string &agent, std::vector<std::string> words) const {
        Command command = station_.command(agent, std::move(words));
        std::vector<std::string> around{"TMPDIR=" + (station_.folder() / "tmp").string()};
        for (const auto &[name, value] : server.environment()) {
            around.push_back(name + "=" + value);
        }
        command.arguments.insert(command.arguments.begin() + 2, around.begin(), around.end()); // behind "env -i"
        command.withoutNetwork = false;                                                        // CUPS is on loopback
        return command;
    }

    /// `since`: in a folder that is everybody's, where others may have pages.
    void look(const std::filesystem::path &folder, std::optional<std::filesystem::file_time_type> since,
              std::vector<std::string> &found) const {
        static const std::vector<std::string> tales = tellTales();
        constexpr auto kSkip = std::filesystem::directory_options::skip_permission_denied;
        std::error_code gone; // others come and go in the folders that are everybody's
        auto at = std::filesystem::recursive_directory_iterator(folder, kSkip, gone);
        for (; !gone && at != std::filesystem::recursive_directory_iterator(); at.increment(gone)) {
            const std::filesystem::path file = at->path();
            std::error_code ignored;
            const bool printers =
                file.parent_path() == server.folder() / "printed" || file.parent_path() == server.folder() / "spool";
            if (printers || !at->is_regular_file(ignored) || at->is_symlink(ignored) ||
                (since && std::filesystem::last_write_time(file, ignored) < *since)) {
                continue;
            }
            const Result<Bytes> bytes = readFile(file, kLargest);
            if (!bytes) {
                continue;
            }
            for (const std::string &tale : tales) {
                const bool page = tale.starts_with('%');
                if ((!page || !since) && asText(*bytes).find(tale) != std::string_view::npos) {
                    found.push_back(file.string() + ": " + tale);
                }
            }
        }
    }

    Station station_;
    std::string person_;
    std::filesystem::file_time_type begun_;
};

/// Whether a process has a child of this name.
bool hasChild(int process, std::string_view name) {
    std::error_code gone;
    const std::filesystem::path threads = "/proc/" + std::to_string(process) + "/task";
    for (const auto &thread : std::filesystem::directory_iterator(threads, gone)) {
        std::ifstream children(thread.path() / "children");
        for (int child = 0; children >> child;) {
            std::string called;
            std::ifstream("/proc/" + std::to_string(child) + "/comm") >> called;
            if (called == name) {
                return true;
            }
        }
    }
    return false;
}

#define NEEDS_A_PRINT_SERVER()                                                                                         \
    if (const auto why = PrintServer::whyNot()) {                                                                      \
        SKIP(*why);                                                                                                    \
    }                                                                                                                  \
    static_assert(true)

} // namespace

TEST_CASE("what tells of a person is found where it is", "[left-behind]") {
    NEEDS_A_PRINT_SERVER();
    Counter at;
    REQUIRE(at.traces() == std::vector<std::string>{});
    const std::filesystem::path file = at.temporary() / "left";
    for (const std::string &tale : tellTales()) {
        CAPTURE(tale);
        must(writeFile(file, asBytes("before " + tale + " behind")));
        CHECK_FALSE(at.traces().empty());
        std::filesystem::remove(file);
    }
    const std::filesystem::path shared = "/dev/shm/guichet-left-behind-" + std::to_string(::getpid());
    must(writeFile(shared, asBytes("QUETZALMOULIN")));
    CHECK_FALSE(at.traces().empty());
    std::filesystem::remove(shared);
    CHECK(at.traces() == std::vector<std::string>{});
}

TEST_CASE("nothing of a record stays anywhere once it came out, nor who it was for", "[left-behind]") {
    NEEDS_A_PRINT_SERVER();
    Counter at;
    REQUIRE(at.spooled() == std::set<std::string>{});
    CHECK(at.done("A01", at.printing()).at("state") == "completed");
    CHECK(at.server.printed().size() == 1);
    CHECK(at.spooled() == std::set<std::string>{});
    CHECK(at.traces() == std::vector<std::string>{});
}

TEST_CASE("nothing of a record stays outside the store when its print fails, nor who it was for", "[left-behind]") {
    NEEDS_A_PRINT_SERVER();
    Counter at({.keepsJobs = false, .onError = "abort-job", .spoolKb = 0});
    REQUIRE(at.spooled() == std::set<std::string>{});
    SECTION("CUPS's program for the printer gives it up") {
        at.server.breakBackend(PrintServer::Backend::Failed);
        CHECK(at.done("A01", at.printing()).at("state") == "failed");
        at.server.clear();
    }
    SECTION("CUPS is not there") {
        at.server.stopCups();
        CHECK(at.call("A01", at.printing()).status == 1);
        at.server.startCups();
    }
    CHECK(at.server.printed().empty());
    CHECK(at.spooled() == std::set<std::string>{});
    CHECK(at.traces() == std::vector<std::string>{});
}

TEST_CASE("nothing of a record stays outside the store when the program is killed in the middle of printing it",
          "[left-behind]") {
    NEEDS_A_PRINT_SERVER();
    Counter at;
    REQUIRE(at.spooled() == std::set<std::string>{});
    const auto dataFiles = [&] {
        const auto now = at.spooled();
        return std::ranges::count_if(now, [](const std::string &file) { return file.starts_with('d'); });
    };
    SECTION("while the record is read") {
        Background program = at.background();
        REQUIRE(waitFor([&] { return hasChild(program.process(), "guichet-reader") || !program.running(); }));
        REQUIRE(program.running());
        program.kill();
    }
    SECTION("while the printing system is asked, and does not answer") {
        at.server.freezeCups();
        Background program = at.background();
        REQUIRE(waitFor([&] { return at.server.isAsked(); }));
        REQUIRE(program.running());
        program.kill();
        at.server.thawCups();
    }
    SECTION("as soon as the printing system has any of it") {
        at.server.stall();
        Background program = at.background();
        REQUIRE(waitFor([&] { return dataFiles() > 0; }));
        REQUIRE(program.running());
        program.kill();
        at.server.clear();
    }
    SECTION("while it waits for the paper") {
        at.server.stall();
        Background program = at.background();
        REQUIRE(waitFor([&] { return at.paperNow() == "sent"; }));
        REQUIRE(program.running());
        program.kill();
        CHECK_FALSE(at.traces().empty()); // CUPS has the pages as long as it has to print them
        at.server.clear();
    }
    // What the printing system has comes out; then it has nothing any more.
    CHECK(waitFor([&] { return at.spooled().empty(); }, std::chrono::seconds(60)));
    CHECK(at.traces() == std::vector<std::string>{});
    CHECK(at.server.printed().size() <= 1);
    (void)at.paperNow(); // the station goes on
    CHECK(at.traces() == std::vector<std::string>{});
}
