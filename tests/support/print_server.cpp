// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/print_server.h"

#include "base/files.h"
#include "tests/support/process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <tuple>

namespace guichet::test {
namespace {

constexpr std::size_t kLargest = 64U << 20U;

std::string replaced(std::string text, const std::map<std::string, std::string> &values) {
    for (const auto &[name, value] : values) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
            text.replace(at, name.size(), value);
        }
    }
    return text;
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A port that nobody listens on just now.
int freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (socket < 0 || ::bind(socket, reinterpret_cast<sockaddr *>(&address), length) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) != 0) {
        throw std::runtime_error("no free port");
    }
    ::close(socket);
    return ntohs(address.sin_port);
}

bool answers(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(port);
    const bool connected = ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

std::string found(const char *name) {
    for (const char *folder : {"/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"}) {
        if (::access((std::string(folder) + name).c_str(), X_OK) == 0) {
            return std::string(folder) + name;
        }
    }
    return {};
}

constexpr const char *kBus = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=@FOLDER@/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/>
    <allow send_type="method_call"/><allow send_type="signal"/>
    <allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow receive_type="method_call"/><allow receive_type="method_return"/>
    <allow receive_type="error"/><allow receive_type="signal"/>
  </policy>
</busconfig>
)";

constexpr const char *kAvahi = R"([server]
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
publish-workstation=no
)";

constexpr const char *kCups = R"(Listen 127.0.0.1:@PORT@
LogLevel debug
MaxLogSize 0
Browsing Off
BrowseLocalProtocols none
DefaultAuthType None
WebInterface No
PreserveJobHistory @KEEPS@
PreserveJobFiles @KEEPS@
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
)";

constexpr const char *kCupsFiles = R"(User lp
Group lp
SystemGroup root
ServerRoot @FOLDER@/cups/root
ServerBin @FOLDER@/cups/bin
StateDir @FOLDER@/cups/state
CacheDir @FOLDER@/cups/cache
RequestRoot @FOLDER@/cups/request
TempDir @FOLDER@/cups/request/tmp
AccessLog @FOLDER@/cups/access.log
ErrorLog @FOLDER@/cups/error.log
PageLog @FOLDER@/cups/page.log
)";

/// CUPS's program for printers that speak IPP, or what breakBackend() makes of it.
constexpr const char *kBackend = R"sh(#!/bin/sh
if [ -e @FOLDER@/backend ]; then exit "$(cat @FOLDER@/backend)"; fi
exec @CUPS@/backend/ipp "$@"
)sh";

/// ippeveprinter's print command: says what stands in its way, waits until that is gone, then keeps the document.
constexpr const char *kPrint = R"sh(#!/bin/sh
say() { echo "STATE: $1" >&2; }
if [ -e @FOLDER@/alert ]; then
  say "-$(cat @FOLDER@/alert)"
  rm @FOLDER@/alert
fi
if [ -e @FOLDER@/lie ]; then
  if [ -s @FOLDER@/lie ]; then
    cp @FOLDER@/lie @FOLDER@/alert
    say "+$(cat @FOLDER@/alert)"
  fi
  exit 0
fi
if [ -e @FOLDER@/stall ]; then
  : > @FOLDER@/stalled
  while [ -e @FOLDER@/stall ]; do sleep 0.05; done
  rm @FOLDER@/stalled
fi
if [ -e @FOLDER@/obstacle ]; then
  reason=$(cat @FOLDER@/obstacle)
  say "+$reason"
  while [ -e @FOLDER@/obstacle ]; do sleep 0.05; done
  say "-$reason"
fi
env | grep ^IPP_ > @FOLDER@/asked
cp "$1" @FOLDER@/printed/part-$IPP_JOB_ID
mv @FOLDER@/printed/part-$IPP_JOB_ID "@FOLDER@/printed/$(printf %06d $IPP_JOB_ID).pdf"
)sh";

/// The second one's.
constexpr const char *kPrintBySecond = R"sh(#!/bin/sh
cp "$1" @FOLDER@/second/part-$IPP_JOB_ID
mv @FOLDER@/second/part-$IPP_JOB_ID "@FOLDER@/second/$(printf %06d $IPP_JOB_ID).pdf"
)sh";

/// What both of them take.
constexpr const char *kFormats = "application/pdf,image/urf,image/pwg-raster";

constexpr const char *kServerBin = "/usr/lib/cups";

/// CUPS's programs, all its own but one.
void makeServerBin(const std::filesystem::path &folder, const std::string &backend) {
    std::filesystem::create_directories(folder / "backend");
    for (const auto &entry : std::filesystem::directory_iterator(kServerBin)) {
        if (entry.path().filename() != "backend") {
            std::filesystem::create_symlink(entry.path(), folder / entry.path().filename());
        }
    }
    std::filesystem::create_symlink(std::filesystem::path(kServerBin) / "backend/ipps", folder / "backend/ipps");
    std::ofstream(folder / "backend/ipp") << backend;
    ::chmod((folder / "backend/ipp").c_str(), 0755);
}

void need(bool condition, const char *what) {
    if (!condition) {
        throw std::runtime_error(std::string(what) + " does not start");
    }
}

} // namespace

Background::Background(std::vector<std::string> arguments, std::map<std::string, std::string> environment,
                       std::filesystem::path log, const std::function<void()> &prepare) {
    std::vector<char *> words;
    for (std::string &argument : arguments) {
        words.push_back(argument.data());
    }
    words.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ < 0) {
        throw std::runtime_error("can't start " + arguments.front());
    }
    if (pid_ == 0) {
        ::setpgid(0, 0); // its children are stopped with it
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int to = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
        const int from = ::open("/dev/null", O_RDONLY);
        ::dup2(from, STDIN_FILENO);
        ::dup2(to, STDOUT_FILENO);
        ::dup2(to, STDERR_FILENO);
        for (const auto &[name, value] : environment) {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
        if (prepare) {
            prepare();
        }
        ::execvp(words.front(), words.data());
        ::_exit(127);
    }
}

Background::~Background() { stop(); }

bool Background::running() {
    if (pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == pid_) {
        pid_ = -1;
    }
    return pid_ > 0;
}

void Background::stop() {
    if (pid_ <= 0) {
        return;
    }
    const int group = pid_;
    ::kill(pid_, SIGTERM);
    (void)waitFor([&] { return !running(); }, std::chrono::seconds(5));
    ::kill(-group, SIGKILL); // what is left of its children
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
}

void Background::kill() {
    signal(SIGKILL);
    if (pid_ > 0) {
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
}

void Background::signal(int number) const {
    if (pid_ > 0) {
        ::kill(pid_, number);
    }
}

bool waitFor(const std::function<bool()> &condition, std::chrono::seconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

std::optional<std::string> PrintServer::whyNot() {
    if (::geteuid() != 0) {
        return "a private cupsd can only be started by root";
    }
    for (const char *program : {"cupsd", "ippeveprinter", "avahi-daemon", "dbus-daemon", "lpadmin"}) {
        if (found(program).empty()) {
            return std::string(program) + " is not installed";
        }
    }
    if (::getpwnam("lp") == nullptr) {
        return "there is no user lp";
    }
    return std::nullopt;
}

bool PrintServer::limitsSpool() {
    const TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                             ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                             ::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=64k") == 0;
        ::_exit(mounted ? 0 : 1);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

PrintServer::PrintServer(Settings settings) : settings_(std::move(settings)) {
    try {
        start();
    } catch (const std::exception &error) {
        throw std::runtime_error(std::string(error.what()) + "\n" + logs());
    }
}

PrintServer::~PrintServer() {
    clear();
    for (auto *program : {&cups_, &second_, &printer_, &avahi_, &bus_}) {
        program->reset();
    }
}

std::unique_ptr<Background> PrintServer::launch(std::vector<std::string> arguments,
                                                const std::function<void()> &prepare) {
    const std::string name = std::filesystem::path(arguments.front()).filename().string();
    return std::make_unique<Background>(std::move(arguments), environment(), folder_ / (name + ".log"), prepare);
}

void PrintServer::start() {
    const std::string folder = folder_.path().string();
    port_ = freePort();
    do {
        printerPort_ = freePort();
    } while (printerPort_ == port_);
    const std::map<std::string, std::string> values{
        {"@FOLDER@", folder}, {"@PORT@", std::to_string(port_)}, {"@KEEPS@", settings_.keepsJobs ? "Yes" : "No"}};
    ::chmod(folder.c_str(), 0711); // the user lp must reach its own folders
    const std::filesystem::path bus = folder_.write("bus.conf", replaced(kBus, values));
    const std::filesystem::path avahi = folder_.write("avahi.conf", kAvahi);
    (void)folder_.write("cups/cupsd.conf", replaced(kCups, values));
    (void)folder_.write("cups/cups-files.conf", replaced(kCupsFiles, values));
    const std::filesystem::path print = folder_.write("print", replaced(kPrint, values));
    ::chmod(print.c_str(), 0755);
    makeServerBin(folder_ / "cups/bin", replaced(kBackend, {{"@FOLDER@", folder}, {"@CUPS@", kServerBin}}));
    const passwd *lp = ::getpwnam("lp");
    for (const char *name : {"cups", "cups/root", "cups/state", "cups/cache", "cups/request", "cups/request/tmp"}) {
        std::filesystem::create_directories(folder_ / name);
        ::chmod((folder_ / name).c_str(), 0755);
        if (::chown((folder_ / name).c_str(), lp->pw_uid, lp->pw_gid) != 0) {
            throw std::runtime_error("can't give a folder to lp");
        }
    }
    std::filesystem::create_directories(folder_ / "printed");
    std::filesystem::create_directories(folder_ / "spool");

    // ippeveprinter insists on announcing itself: it gets a bus and an Avahi that know nothing but loopback.
    bus_ = launch({found("dbus-daemon"), "--config-file=" + bus.string(), "--nofork", "--nopidfile"});
    need(waitFor([&] { return std::filesystem::exists(folder_ / "bus"); }), "dbus-daemon");
    std::filesystem::create_directories("/run/avahi-daemon");
    avahi_ = launch({found("avahi-daemon"), "-f", avahi.string(), "--no-drop-root", "--no-chroot", "--no-rlimits"}, [] {
        // Its process number and socket have fixed places: private ones, where a mount is allowed.
        if (::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0) {
            (void)::mount("tmpfs", "/run/avahi-daemon", "tmpfs", 0, "mode=755");
        }
    });
    need(waitFor([&] { return logs().find("Server startup complete") != std::string::npos || !avahi_->running(); }) &&
             avahi_->running(),
         "avahi-daemon");
    plug();
    startCups();

    Command add;
    add.arguments = {found("lpadmin"),
                     "-p",
                     kQueue,
                     "-E",
                     "-v",
                     "ipp://localhost:" + std::to_string(printerPort_) + "/ipp/print",
                     "-m",
                     "everywhere",
                     "-o",
                     "printer-error-policy=" + settings_.onError};
    add.environment = environment();
    std::string errors;
    need(waitFor([&] {
             const Outcome outcome = run(add);
             errors = outcome.errors;
             return outcome.status == 0;
         }),
         "the queue");
    // cupsd goes on making a driverless queue after it has answered, and declares it idle when its description is
    // there.
    need(waitFor([&] { return std::filesystem::exists(folder_ / "cups/root/ppd" / (std::string(kQueue) + ".ppd")); }),
         "the queue's description");
}

std::map<std::string, std::string> PrintServer::environment() const {
    return {{"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder_.path().string() + "/bus"},
            {"CUPS_SERVER", host() + ":" + std::to_string(port_)}};
}

void PrintServer::hear() const {
    for (const auto &[name, value] : environment()) {
        ::setenv(name.c_str(), value.c_str(), 1);
    }
}

void PrintServer::write(const char *name, const std::string &text) {
    clear();
    (void)folder_.write(name, text);
}

void PrintServer::obstruct(const std::string &reason) { write("obstacle", reason); }
void PrintServer::lie(const std::string &reason) { write("lie", reason); }
void PrintServer::stall() { write("stall", {}); }

bool PrintServer::hasStalled() const { return std::filesystem::exists(folder_ / "stalled"); }

void PrintServer::breakBackend(Backend how) {
    write("backend", std::to_string(static_cast<int>(how)));
    ::chmod((folder_ / "backend").c_str(), 0644); // read by lp
}

void PrintServer::clear() {
    std::error_code ignored;
    for (const char *fault : {"obstacle", "lie", "stall", "backend"}) {
        std::filesystem::remove(folder_ / fault, ignored);
    }
}

void PrintServer::unplug() { printer_.reset(); }

void PrintServer::plug(bool another) {
    std::vector<std::string> words{found("ippeveprinter"),
                                   "-p",
                                   std::to_string(printerPort_),
                                   "-r",
                                   "off",
                                   "-d",
                                   (folder_ / "spool").string(),
                                   "-f",
                                   kFormats,
                                   "-n",
                                   "localhost",
                                   "-c",
                                   (folder_ / "print").string(),
                                   "-v",
                                   another ? "Autre" : "Essai"};
    if (settings_.bothSides) {
        words.emplace_back("-2");
    }
    printer_ = launch(std::move(words));
    need(waitFor([&] { return answers(printerPort_); }), "ippeveprinter");
}

void PrintServer::announce(const std::string &name) {
    const std::filesystem::path print =
        folder_.write("print-by-second", replaced(kPrintBySecond, {{"@FOLDER@", folder_.path().string()}}));
    ::chmod(print.c_str(), 0755);
    std::filesystem::create_directories(folder_ / "second");
    std::filesystem::create_directories(folder_ / "second-spool");
    const int port = freePort();
    second_ = launch({found("ippeveprinter"), "-p", std::to_string(port), "-d", (folder_ / "second-spool").string(),
                      "-f", kFormats, "-n", "localhost", "-c", print.string(), name});
    need(waitFor([&] { return answers(port); }), "ippeveprinter");
}

void PrintServer::stopCups() { cups_.reset(); }

void PrintServer::startCups() {
    const int room = settings_.spoolKb;
    cups_ = launch({found("cupsd"), "-f", "-c", (folder_ / "cups/cupsd.conf").string(), "-s",
                    (folder_ / "cups/cups-files.conf").string()},
                   [room, request = (folder_ / "cups/request").string()] {
                       const passwd *lp = ::getpwnam("lp");
                       const auto options = "mode=710,size=" + std::to_string(room) +
                                            "k,uid=" + std::to_string(lp->pw_uid) +
                                            ",gid=" + std::to_string(lp->pw_gid);
                       if (room > 0 && ::unshare(CLONE_NEWNS) == 0 &&
                           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0) {
                           (void)::mount("tmpfs", request.c_str(), "tmpfs", 0, options.c_str());
                           (void)::mkdir((request + "/tmp").c_str(), 0755);
                           std::ignore = ::chown((request + "/tmp").c_str(), lp->pw_uid, lp->pw_gid);
                       }
                   });
    need(waitFor([&] { return answers(port_); }), "cupsd");
}

void PrintServer::freezeCups() { cups_->signal(SIGSTOP); }

void PrintServer::thawCups() { cups_->signal(SIGCONT); }

bool PrintServer::isAsked() const {
    constexpr unsigned kEstablished = 1;
    std::ifstream connections("/proc/net/tcp");
    std::string line;
    std::getline(connections, line); // the columns' names
    while (std::getline(connections, line)) {
        unsigned port = 0;
        unsigned state = 0;
        // "0: 0100007F:A1B2 0100007F:0277 01 …": ours, theirs, what it is.
        if (std::sscanf(line.c_str(), " %*d: %*x:%*x %*x:%x %x", &port, &state) == 2 &&
            port == static_cast<unsigned>(port_) && state == kEstablished) {
            return true;
        }
    }
    return false;
}

void PrintServer::administer(const std::string &program, const std::vector<std::string> &options) {
    Command command;
    command.arguments = {found(program.c_str())};
    if (program == "lpadmin") {
        command.arguments.insert(command.arguments.end(), {"-p", kQueue});
        command.arguments.insert(command.arguments.end(), options.begin(), options.end());
    } else {
        command.arguments.emplace_back(kQueue);
    }
    command.environment = environment();
    if (const Outcome outcome = run(command); outcome.status != 0) {
        throw std::runtime_error(program + ": " + outcome.errors);
    }
}

std::string PrintServer::asked() const {
    const Result<Bytes> bytes = readFile(folder_ / "asked", kLargest);
    return bytes ? std::string(asText(*bytes)) : std::string();
}

std::filesystem::path PrintServer::spool() const { return folder_ / "cups/request"; }

std::vector<Bytes> PrintServer::printed() const { return documents("printed"); }

std::vector<Bytes> PrintServer::printedBySecond() const { return documents("second"); }

std::vector<Bytes> PrintServer::documents(const char *folder) const {
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder_ / folder)) {
        if (entry.path().extension() == ".pdf") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<Bytes> documents;
    for (const std::filesystem::path &file : files) {
        if (Result<Bytes> bytes = readFile(file, kLargest)) {
            documents.push_back(std::move(*bytes));
        }
    }
    return documents;
}

std::string PrintServer::logs() const {
    std::string all;
    for (const char *name :
         {"dbus-daemon.log", "avahi-daemon.log", "ippeveprinter.log", "cupsd.log", "cups/error.log"}) {
        if (const Result<Bytes> bytes = readFile(folder_ / name, kLargest)) {
            const std::string_view text = asText(*bytes);
            constexpr std::size_t kEnd = 4000;
            all += std::string("== ") + name + "\n";
            all += text.size() > kEnd ? text.substr(text.size() - kEnd) : text;
        }
    }
    return all;
}

} // namespace guichet::test
