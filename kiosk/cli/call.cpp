// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/call.h"

#include "base/files.h"
#include "base/random.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/inbox.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/sign_in.h"
#include "printing/layout.h"
#include "storage/document/reader_client.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <istream>
#include <ostream>

namespace guichet::kiosk::cli {
namespace {

constexpr std::size_t kPinFileLimitBytes = 4096;
constexpr int kBarCharacters = 30;

volatile std::sig_atomic_t stoppedBy_ = 0; // a signal handler can reach nothing else

extern "C" void noteStop(int signal) { stoppedBy_ = signal; }

/// No echo while a PIN is typed; what the terminal did before comes back whatever happens, Ctrl-C included: a signal
/// waits until the echo is back, and then does what it does to any program.
class WithoutEcho {
public:
    WithoutEcho() {
        stoppedBy_ = 0;
        struct sigaction note{}; // without SA_RESTART: reading ends
        note.sa_handler = noteStop;
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals.at(i), &note, &handlers_.at(i));
        }
        active_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        if (active_) {
            termios quiet = before_;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    WithoutEcho(const WithoutEcho &) = delete;
    WithoutEcho &operator=(const WithoutEcho &) = delete;
    ~WithoutEcho() {
        if (active_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals.at(i), &handlers_.at(i), nullptr);
        }
        if (stoppedBy_ != 0) {
            ::raise(stoppedBy_);
        }
    }

    /// One line of the terminal, which a stream would go on reading after a signal; nothing at its end or when stopped.
    [[nodiscard]] static std::optional<std::string> line() {
        std::string typed;
        for (char c = 0; stoppedBy_ == 0 && typed.size() < kPinFileLimitBytes;) {
            const ssize_t n = ::read(STDIN_FILENO, &c, 1);
            if (n < 0 && errno == EINTR) {
                continue;
            }
            if (n <= 0) {
                break;
            }
            if (c == '\n' || c == '\r') {
                return typed;
            }
            typed += c;
        }
        return typed.empty() || stoppedBy_ != 0 ? std::nullopt : std::optional(typed);
    }

private:
    static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    std::array<struct sigaction, kSignals.size()> handlers_{};
    termios before_{};
    bool active_ = false;
};

std::string firstLine(std::string_view text) { return std::string(text.substr(0, text.find_first_of("\r\n"))); }

} // namespace

struct Call::State {
    const CommandLine &line;
    Surroundings &surroundings;

    std::unique_ptr<Clock> clock{};
    SystemRandom random{};
    std::optional<document::ReaderProcess> reader{};
    SystemPrinters printers{};
    std::optional<Catalogue> catalogue{};
    std::optional<Machine> machine{};
    std::unique_ptr<Session> session{};
    std::string pin{};
    bool fontsLeftOut = false;
};

Call::Call(const CommandLine &line, Surroundings &surroundings) : state_(new State{line, surroundings}) {}

Call::~Call() = default;

const Arguments &Call::arguments() const { return state_->line.arguments; }
const Globals &Call::globals() const { return state_->line.globals; }
Surroundings &Call::surroundings() const { return state_->surroundings; }

std::string Call::say(std::string_view fr, std::string_view en) const {
    return std::string(language() == "en" ? en : fr);
}

std::optional<std::string> Call::inputLine() {
    std::string line;
    if (!std::getline(surroundings().in, line)) {
        return std::nullopt;
    }
    return firstLine(line);
}

Result<Bytes> Call::input(std::size_t limitBytes) {
    Bytes bytes;
    std::array<char, 65536> part{};
    std::istream &in = surroundings().in;
    while (in.read(part.data(), part.size()) || in.gcount() > 0) {
        bytes.insert(bytes.end(), part.begin(), part.begin() + in.gcount());
        if (bytes.size() > limitBytes) {
            return fail(ErrorCode::TooLarge, "-");
        }
    }
    return bytes;
}

std::optional<std::string> Call::valueOrInput(std::string_view option) {
    auto value = arguments().value(option);
    return value == "-" ? std::optional(inputLine().value_or("")) : value;
}

Result<std::reference_wrapper<Machine>> Call::machine() {
    State &state = *state_;
    if (!state.machine) {
        GUICHET_ASSIGN(state.catalogue, Catalogue::load(Catalogue::installedFolder()));
        if (globals().now) {
            state.clock = std::make_unique<FixedClock>(*globals().now);
        } else {
            state.clock = std::make_unique<SystemClock>();
        }
        if (!state.reader) {
            state.reader.emplace();
        }
        state.machine.emplace(*state.clock, state.random, *state.reader, state.printers, *state.catalogue);
    }
    return std::ref(*state.machine);
}

void Call::startReader() {
    if (!state_->reader) {
        state_->reader.emplace();
    }
    state_->reader->startAhead();
}

Result<void> Call::startEngine() {
    leaveMachineFontsOut();
    GUICHET_ASSIGN(Machine & machine, this->machine());
    machine.engine.startAhead();
    return {};
}

void Call::leaveMachineFontsOut() {
    if (!std::exchange(state_->fontsLeftOut, true)) {
        printing::leaveMachineFontsOut();
    }
}

Result<std::reference_wrapper<Desk>> Call::desk() {
    State &state = *state_;
    if (!state.session) {
        leaveMachineFontsOut();
        GUICHET_ASSIGN(const storage::StoreIdentity identity, storage::Store::identify(globals().store));
        const bool demo = identity.kind == storage::StoreKind::Demo;
        if (!globals().agent) {
            return fail(ErrorCode::WhoActs);
        }
        GUICHET_ASSIGN(state.pin, pin(demo));
        GUICHET_ASSIGN(Machine & machine, this->machine());
        GUICHET_ASSIGN(state.session, Session::open(machine, globals().store, *globals().agent, state.pin, language()));
        takeWhatCameIn(state.session->desk());
    }
    return std::ref(state.session->desk());
}

void Call::takeWhatCameIn(Desk &desk) {
    const std::size_t waiting = countInbox(desk.store.folder());
    if (waiting == 0) {
        return;
    }
    const auto report = takeInbox(desk, waiting);
    if (!report) { // it waits for the next session
        return message(errorMessage(report.error(), language()));
    }
    message(fmt::format(fmt::runtime(say("documents reçus entre-temps : {}, refusés : {}",
                                         "documents that came in meanwhile: {}, rejected: {}")),
                        report->imported + report->replaced, report->rejected));
}

std::string Call::pinUsed() const { return state_->pin; }

Result<std::string> Call::lineOf(const std::string &file) {
    if (file == "-") {
        return inputLine().value_or("");
    }
    GUICHET_ASSIGN(const Bytes bytes, readFile(file, kPinFileLimitBytes));
    return firstLine(asText(bytes));
}

Result<void> Call::makeDefaultFolder() const {
    if (globals().storeGiven) {
        return {};
    }
    std::error_code failed;
    std::filesystem::create_directories(globals().store.parent_path(), failed);
    return failed ? Result<void>(fail(ErrorCode::FileUnwritable, globals().store.parent_path(), failed.message()))
                  : Result<void>();
}

Result<std::optional<std::string>> Call::newPin() {
    const auto file = arguments().value("new-pin-file");
    if (!file) {
        return std::optional<std::string>();
    }
    GUICHET_ASSIGN(std::string pin, lineOf(*file));
    return std::optional(std::move(pin));
}

Result<std::string> Call::pin(bool demoStore) {
    if (globals().pinFile) {
        return lineOf(*globals().pinFile);
    }
    if (demoStore) {
        if (const auto fromEnvironment = surroundings().environment("GUICHET_PIN")) {
            return *fromEnvironment;
        }
    }
    if (!surroundings().inIsTerminal) {
        return fail(ErrorCode::WhoActs);
    }
    surroundings().err << fmt::format(fmt::runtime(say("Code personnel de {} : ", "PIN of {}: ")),
                                      globals().agent.value_or(""))
                       << std::flush;
    std::optional<std::string> typed;
    {
        const WithoutEcho silent;
        typed = WithoutEcho::line();
    }
    surroundings().err << "\n";
    if (!typed) {
        return fail(ErrorCode::WhoActs);
    }
    return *typed;
}

void Call::message(std::string_view text) {
    if (globals().verbosity >= 0) {
        surroundings().err << "guichet: " << text << "\n";
    }
}

void Call::detail(std::string_view text) {
    if (globals().verbosity > 0) {
        surroundings().err << "guichet: " << text << "\n";
    }
}

Result<void> Call::checkOutput() const {
    const auto file = arguments().value("output");
    return file ? checkWritable(*file) : Result<void>();
}

Result<void> Call::writeOutput(ByteView bytes) {
    if (const auto file = arguments().value("output")) {
        return writeFile(*file, bytes);
    }
    return {};
}

Progress::Progress(const Call &call, std::size_t total) : total_(total) {
    constexpr std::size_t kFew = 3;
    if (call.surroundings().errIsTerminal && call.globals().verbosity >= 0 && total > kFew) {
        out_ = &call.surroundings().err;
    }
}

Progress::~Progress() {
    if (out_ != nullptr && shown_ >= 0) {
        *out_ << "\r\033[K" << std::flush;
    }
}

void Progress::step(std::size_t done) {
    if (out_ == nullptr || total_ == 0) {
        return;
    }
    const int percent = static_cast<int>(done * 100 / total_);
    if (percent == shown_) {
        return;
    }
    shown_ = percent;
    const int full = percent * kBarCharacters / 100;
    std::string bar;
    for (int i = 0; i < kBarCharacters; ++i) {
        bar += i < full ? "█" : "░";
    }
    *out_ << "\r" << bar << fmt::format(" {:3} %  {} / {}", percent, done, total_) << std::flush;
}

} // namespace guichet::kiosk::cli
