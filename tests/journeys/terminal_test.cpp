// SPDX-License-Identifier: GPL-3.0-or-later
// What a command does at a terminal, when it is stopped on its way, and on a kernel that has no Landlock.
#include "tests/journeys/station.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fmt/format.h>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pty.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

constexpr std::chrono::seconds kLimit{60};

/// A program with a terminal of its own for everything that it reads and writes.
class AtTerminal {
public:
    explicit AtTerminal(const Command &command) {
        std::vector<char *> arguments;
        for (const std::string &argument : command.arguments) {
            arguments.push_back(const_cast<char *>(argument.c_str()));
        }
        arguments.push_back(nullptr);
        child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
        if (child_ < 0) {
            throw std::runtime_error("no terminal");
        }
        if (child_ == 0) {
            ::execvp(arguments.front(), arguments.data());
            ::_exit(127);
        }
    }
    ~AtTerminal() {
        if (!ended_) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        ::close(terminal_);
    }
    AtTerminal(const AtTerminal &) = delete;
    AtTerminal &operator=(const AtTerminal &) = delete;

    /// Reads on until `text` has been shown, or all has.
    void waitFor(std::string_view text) {
        const auto end = std::chrono::steady_clock::now() + kLimit;
        while (text.empty() || shown_.find(text) == std::string::npos) {
            pollfd watched{terminal_, POLLIN, 0};
            if (std::chrono::steady_clock::now() > end || ::poll(&watched, 1, 1000) < 0) {
                throw std::runtime_error("not shown: " + std::string(text));
            }
            if (watched.revents == 0) {
                continue;
            }
            std::array<char, 4096> part{};
            const ssize_t n = ::read(terminal_, part.data(), part.size());
            if (n <= 0) { // EIO: the program has gone
                return;
            }
            shown_.append(part.data(), static_cast<std::size_t>(n));
        }
    }
    [[nodiscard]] bool echoes() const {
        termios now{};
        REQUIRE(::tcgetattr(terminal_, &now) == 0);
        return (now.c_lflag & ECHO) != 0;
    }
    void waitForSilence() const {
        const auto end = std::chrono::steady_clock::now() + kLimit;
        while (echoes()) {
            if (std::chrono::steady_clock::now() > end) {
                throw std::runtime_error("the terminal goes on echoing");
            }
        }
    }
    void type(std::string_view text) const {
        REQUIRE(::write(terminal_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    /// Its exit status, or 128 + the signal that ended it.
    [[nodiscard]] int end() {
        waitFor({});
        int status = 0;
        ::waitpid(child_, &status, 0);
        ended_ = true;
        return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    [[nodiscard]] const std::string &shown() const { return shown_; }

private:
    int terminal_ = -1;
    pid_t child_ = -1;
    bool ended_ = false;
    std::string shown_;
};

std::string writeDocuments(const Station &station, int count) {
    std::ifstream in(journeyDocuments() / "sortie.xml");
    const std::string one{std::istreambuf_iterator<char>(in), {}};
    const std::string folder = station.path("incoming");
    std::filesystem::create_directory(folder);
    for (int i = 0; i < count; ++i) {
        std::ofstream(folder + "/" + std::to_string(i) + ".xml") << one << "<!-- " << i << " -->";
    }
    return folder;
}

void checkWhole(Station &station) {
    CHECK(station.done("S01", {"check"}).at("ok") == true);
    CHECK(station.done("S01", {"register", "verify"}).at("ok") == true);
}

/// In the child, before the program: the calls of Landlock are unknown, as to a kernel that was built without it.
void forgetLandlock() {
    constexpr unsigned kFirst = 444; // landlock_create_ruleset, _add_rule, _restrict_self, on every architecture
    const auto load = static_cast<unsigned>(offsetof(seccomp_data, nr));
    std::array filter{sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, load),
                      sock_filter BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kFirst, 0, 2),
                      sock_filter BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, kFirst + 2, 1, 0),
                      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
                      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0 ||
        ::syscall(kFirst, nullptr, 0, 1) != -1) {
        ::_exit(126);
    }
}

/// Starts it with nothing to read, and nobody reading.
pid_t start(const Command &command, void (*first)() = [] {}) {
    std::vector<char *> arguments;
    for (const std::string &argument : command.arguments) {
        arguments.push_back(const_cast<char *>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            ::dup2(nowhere, fd);
        }
        first();
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    return child;
}

} // namespace

TEST_CASE("a PIN is asked for without echo, and the terminal is then as it was", "[journey]") {
    Station station;
    const std::string pin = station.done("", {"demo", "--persons", "2"}).at("pin").get<std::string>();
    Command command = station.command("", {"--agent", "A01", "optout", "list", "--json"});
    {
        AtTerminal asked(command);
        asked.waitFor("A01");
        asked.waitForSilence();
        asked.type(pin + "\n");
        CHECK(asked.end() == 0);
        CHECK_THAT(asked.shown(), ContainsSubstring("{\"optouts\":"));
        CHECK(asked.shown().find(pin) == std::string::npos);
    }
    {
        AtTerminal asked(command);
        asked.waitFor("A01");
        asked.waitForSilence();
        asked.type("999111\n");
        CHECK(asked.end() == 3);
        CHECK_THAT(asked.shown(), ContainsSubstring("wrong-pin"));
    }
    {
        AtTerminal asked(command);
        asked.waitFor("A01");
        asked.waitForSilence();
        asked.type("\x03"); // Ctrl-C
        CHECK(asked.end() == 128 + SIGINT);
        CHECK(asked.echoes());
    }
    {
        AtTerminal asked(command);
        asked.waitFor("A01");
        asked.waitForSilence();
        asked.type("\x04"); // Ctrl-D: nothing
        CHECK(asked.end() == 3);
        CHECK_THAT(asked.shown(), ContainsSubstring("who-acts"));
    }
}

TEST_CASE("long work shows how far it is on a terminal, and nothing of it in a pipe", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string folder = writeDocuments(station, 8);
    AtTerminal shown(station.command("S01", {"import", folder}));
    CHECK(shown.end() == 0);
    CHECK_THAT(shown.shown(), ContainsSubstring("8 / 8"));
    AtTerminal quiet(station.command("S01", {"-q", "import", folder}));
    CHECK(quiet.end() == 0);
    CHECK(quiet.shown().find('%') == std::string::npos);
    const Outcome piped = station.text("S01", {"import", folder});
    CHECK(piped.status == 0);
    CHECK(piped.errors.empty());
    CHECK(piped.output.find('%') == std::string::npos);
}

TEST_CASE("a command that is stopped leaves the store as it was before or as it is after", "[journey]") {
    const int signal = GENERATE(SIGINT, SIGTERM, SIGKILL);
    Station station;
    station.makeDemo(2);
    const std::string folder = writeDocuments(station, 60);
    const std::string person =
        station.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "B", "--born", "unknown"})
            .at("id");
    const auto stop = [&](std::string_view agent, std::vector<std::string> words, std::chrono::milliseconds after) {
        const pid_t child = start(station.command(agent, std::move(words)));
        // Not to wait for something, but to stop at any moment of it.
        const timespec pause{0, static_cast<long>(after.count()) * 1'000'000};
        ::nanosleep(&pause, nullptr);
        ::kill(child, signal);
        ::waitpid(child, nullptr, 0);
    };
    for (const int after : {5, 40, 70, 100, 150}) {
        INFO("signal " << signal << " after " << after << " ms");
        const std::string out = station.path("out-" + std::to_string(after) + ".pdf");
        stop("S01", {"import", folder}, std::chrono::milliseconds(after));
        stop("A01",
             {"optout", "register", "--person", person, "--scope", "snds-reuse", "--signed", "mark", "--output", out},
             std::chrono::milliseconds(after));
        // The paper is whole or not there.
        if (std::filesystem::exists(out)) {
            CHECK_THAT(textOfPdf(out), ContainsSubstring("page"));
        }
    }
    checkWhole(station);
    // And what was stopped can be done again.
    const json again = station.done("S01", {"import", folder});
    CHECK(again.at("imported").get<int>() + again.at("duplicates").get<int>() == 60);
    checkWhole(station);
}

TEST_CASE("a list of people that is stopped goes in whole or not at all", "[journey]") {
    const int signal = GENERATE(SIGINT, SIGKILL);
    Station station;
    station.makeDemo(1);
    constexpr int kRows = 30'000;
    std::string list = "birth_name,given_names,born\n";
    for (int i = 0; i < kRows; ++i) {
        list += fmt::format("QUIBON,NO{},{}-{:02}-{:02}\n", i, 1930 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
    }
    const std::string file = station.folder().write("list.csv", list).string();
    for (const int after : {5, 100, 300}) {
        INFO("signal " << signal << " after " << after << " ms");
        const pid_t child = start(station.command("S01", {"import-persons", file}));
        const timespec pause{0, after * 1'000'000L};
        ::nanosleep(&pause, nullptr);
        ::kill(child, signal);
        ::waitpid(child, nullptr, 0);
    }
    const json again = station.done("S01", {"import-persons", file});
    CHECK(again.at("added").get<int>() % kRows == 0);
    CHECK(again.at("added").get<int>() + again.at("unchanged").get<int>() == kRows);
    checkWhole(station);
}

TEST_CASE("twenty at once all get their turn", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string folder = writeDocuments(station, 20);
    const std::string person =
        station.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "B", "--born", "unknown"})
            .at("id");
    std::vector<pid_t> children;
    for (int i = 0; i < 20; ++i) {
        const bool even = i % 2 == 0;
        const Command command =
            even ? station.command("S01", {"import", folder + "/" + std::to_string(i) + ".xml", folder + "/1.xml"})
                 : station.command("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse",
                                           "--signed", "mark", "--output", station.path(std::to_string(i) + ".pdf")});
        children.push_back(start(command));
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(station.done("A01", {"optout", "list", "--person", person}).at("optouts").size() == 10);
    checkWhole(station);
}

TEST_CASE("documents are read and printed where the kernel has no Landlock", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string out = station.path("out.pdf");
    const auto status = [&](std::string_view agent, std::vector<std::string> words) {
        int ended = 0;
        ::waitpid(start(station.command(agent, std::move(words)), forgetLandlock), &ended, 0);
        return WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    };
    CHECK(status("S01", {"import", journeyDocuments().string()}) == 0);
    const std::string person =
        station.done("A01", {"person", "find", "--nir", kSampleNir}).at("persons").at(0).at("id");
    CHECK(status("A01", {"print", "--person", person, "--all", "--output", out}) == 0);
    // With the fonts, too: the text is there to be read.
    CHECK_THAT(onOneLine(textOfPdf(out)), ContainsSubstring("ODILE"));
}

TEST_CASE("an act is answered in full even when its paper can't be written", "[journey]") {
    Station station;
    station.makeDemo(2);
    const std::string person =
        station.done("A01", {"person", "add", "--birth-name", "ESSAI", "--given-names", "B", "--born", "unknown"})
            .at("id");
    // The folder is there and can be written; only the name is longer than any can be.
    const std::string out = station.path(std::string(300, 'a'));
    const Answer answer = station.call("A01", {"optout", "register", "--person", person, "--scope", "snds-reuse",
                                               "--signed", "mark", "--output", out});
    CHECK(answer.status == 1);
    CHECK(answer.error() == "file-unwritable");
    CHECK(answer.json.at("optouts").at(0).at("status") == "recorded");
    const json listed = station.done("A01", {"optout", "list", "--person", person}).at("optouts");
    REQUIRE(listed.size() == 1);
    CHECK(listed.at(0).at("reference") == answer.json.at("optouts").at(0).at("reference"));
}
