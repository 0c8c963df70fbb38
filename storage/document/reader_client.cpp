// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/reader_client.h"

#include "base/program.h"
#include "storage/document/wire.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <mutex>

namespace guichet::document {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

/// An open file, closed at the end.
class Descriptor {
public:
    explicit Descriptor(int value = -1) : value_(value) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    void reset(int value = -1) {
        if (value_ >= 0) {
            close(value_);
        }
        value_ = value;
    }
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

/// What went wrong on the pipe.
enum class Trouble { Ended, TooLong, Broken };

std::string words(Trouble trouble) {
    return trouble == Trouble::TooLong ? "the reader took too long" : "the reader ended";
}

} // namespace

struct ReaderProcess::State {
    Options options;
    std::mutex mutex;
    Descriptor pipe;
    pid_t process = -1;
    bool shutIn = false; ///< it has shown that it is shut in
    int starts = 0;

    explicit State(Options given) : options(std::move(given)) {}
    ~State() { stop(); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void stop() {
        pipe.reset();
        if (process > 0) {
            kill(process, SIGKILL);
            while (waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
            }
            process = -1;
        }
        shutIn = false;
    }

    /// It runs and has nothing to say, as it must be between two requests.
    [[nodiscard]] bool idle() {
        if (process <= 0) {
            return false;
        }
        pollfd waiting{pipe.get(), POLLIN, 0};
        return poll(&waiting, 1, 0) == 0;
    }

    /// Waits until the pipe is ready for `events`, at the latest until `end`.
    [[nodiscard]] std::optional<Trouble> await(short events, steady_clock::time_point end) const {
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - steady_clock::now()).count();
            if (left <= 0) {
                return Trouble::TooLong;
            }
            pollfd waiting{pipe.get(), events, 0};
            const int ready = poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 1'000'000)));
            if (ready > 0) {
                return std::nullopt;
            }
            if (ready < 0 && errno != EINTR) {
                return Trouble::Broken;
            }
        }
    }

    [[nodiscard]] std::optional<Trouble> sendAll(ByteView bytes, steady_clock::time_point end) const {
        while (!bytes.empty()) {
            const ssize_t count = send(pipe.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count > 0) {
                bytes = bytes.subspan(static_cast<std::size_t>(count));
            } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
                if (const auto trouble = await(POLLOUT, end)) {
                    return trouble;
                }
            } else if (errno != EINTR) {
                return Trouble::Ended;
            }
        }
        return std::nullopt;
    }

    /// Reads `size` bytes. What was announced is believed only as it comes: memory grows with it.
    [[nodiscard]] std::optional<Trouble> receive(Bytes &bytes, std::uint64_t size, steady_clock::time_point end) const {
        constexpr std::uint64_t kStep = std::uint64_t{1} << 20;
        constexpr std::uint64_t kMostAhead = std::uint64_t{64} << 20;
        bytes.clear();
        // Room alone: no page of it is touched before something comes, and nothing is copied while it grows.
        bytes.reserve(static_cast<std::size_t>(std::min(size, kMostAhead)));
        while (bytes.size() < size) {
            const std::size_t had = bytes.size();
            const auto want =
                static_cast<std::size_t>(std::min<std::uint64_t>(size - had, std::max<std::uint64_t>(kStep, had)));
            bytes.resize(had + want);
            std::size_t filled = had;
            while (filled < bytes.size()) {
                const ssize_t count = recv(pipe.get(), bytes.data() + filled, bytes.size() - filled, MSG_DONTWAIT);
                if (count > 0) {
                    filled += static_cast<std::size_t>(count);
                } else if (count == 0) {
                    return Trouble::Ended;
                } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
                    if (const auto trouble = await(POLLIN, end)) {
                        return trouble;
                    }
                } else if (errno != EINTR) {
                    return Trouble::Ended;
                }
            }
        }
        return std::nullopt;
    }

    Result<void> launch() {
        const fs::path program = options.program.empty() ? siblingProgram("guichet-reader") : options.program;
        if (std::error_code unreadable; !fs::exists(program, unreadable)) {
            return fail(ErrorCode::ReaderMissing, program.empty() ? std::string("guichet-reader") : program.string());
        }
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
            return fail(ErrorCode::ReaderFailed, std::strerror(errno));
        }
        pipe.reset(ends[0]);
        const Descriptor theirs(ends[1]);

        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, theirs.get(), 0);
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

        // Nothing of the environment goes along but what the tests' sanitizers need.
        std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"};
        for (const char *name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
            if (const char *value = std::getenv(name)) {
                environment.push_back(std::string(name) + "=" + value);
            }
        }
        std::vector<char *> variables;
        for (std::string &variable : environment) {
            variables.push_back(variable.data());
        }
        variables.push_back(nullptr);
        std::string name = "guichet-reader";
        const std::array<char *, 2> arguments{name.data(), nullptr};
        const int status =
            posix_spawn(&process, program.c_str(), &actions, &attributes, arguments.data(), variables.data());
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
        if (status != 0) {
            process = -1;
            pipe.reset();
            return fail(ErrorCode::ReaderFailed, std::strerror(status));
        }
        ++starts;
        return {};
    }

    Result<void> ensureRunning() {
        if (shutIn && idle()) {
            return {};
        }
        if (shutIn || process <= 0) {
            stop();
            GUICHET_TRY(launch());
        }
        // Before it sees any file it has tried what it must not be able to do.
        const auto end = steady_clock::now() + options.startLimit;
        Bytes head, body;
        std::optional<Trouble> trouble = receive(head, wire::kHeaderBytes, end);
        const wire::Header header = trouble ? wire::Header{} : wire::decodeHeader(head);
        if (!trouble && header.kind == static_cast<std::uint32_t>(wire::Kind::Ready) && header.length <= 16) {
            trouble = receive(body, header.length, end);
        }
        const auto protection = trouble ? std::nullopt : wire::decodeReady(body);
        if (protection == wire::WholeProtection) {
            shutIn = true;
            return {};
        }
        stop();
        return fail(ErrorCode::ReaderFailed, "sandbox",
                    protection ? "refused " + std::to_string(*protection) : std::string("no answer"));
    }

    /// One request, sent part after part, and its answer. `meanwhile` runs while the reader works.
    template <typename T>
    Result<T> ask(wire::Kind kind, const std::vector<ByteView> &parts, wire::Kind expected,
                  const std::function<std::optional<T>(Bytes &)> &decode,
                  const std::function<void()> &meanwhile = nullptr) {
        const std::scoped_lock lock(mutex);
        std::size_t length = 0;
        for (const ByteView part : parts) {
            length += part.size();
        }
        if (length > wire::kLargestRequest) {
            return fail(ErrorCode::TooLarge);
        }
        GUICHET_TRY(ensureRunning());
        const auto end = steady_clock::now() + options.timeLimit;
        std::optional<Trouble> trouble = sendAll(wire::encodeHeader(kind, length), end);
        for (const ByteView part : parts) {
            if (!trouble) {
                trouble = sendAll(part, end);
            }
        }
        if (meanwhile && !trouble) {
            meanwhile();
        }
        Bytes bytes;
        if (!trouble) {
            trouble = receive(bytes, wire::kHeaderBytes, end);
        }
        if (trouble) {
            stop();
            return fail(ErrorCode::Unreadable, {}, words(*trouble));
        }
        const wire::Header header = wire::decodeHeader(bytes);
        if (header.length > wire::kLargestAnswer) {
            return nonsense();
        }
        if (const auto cut = receive(bytes, header.length, end)) {
            stop();
            return fail(ErrorCode::Unreadable, {}, words(*cut));
        }
        if (header.kind == static_cast<std::uint32_t>(wire::Kind::Failure)) {
            if (std::optional<Error> error = wire::decodeFailure(bytes)) {
                return fail(std::move(*error));
            }
            return nonsense();
        }
        if (header.kind == static_cast<std::uint32_t>(expected)) {
            if (std::optional<T> value = decode(bytes)) {
                return std::move(*value);
            }
        }
        return nonsense();
    }

    tl::unexpected<Error> nonsense() {
        stop();
        return fail(ErrorCode::ReaderFailed, "answer", "not what it may answer");
    }

    [[nodiscard]] std::uint32_t milliseconds() const {
        return static_cast<std::uint32_t>(std::clamp<long long>(options.timeLimit.count(), 0, 3'600'000));
    }
};

ReaderProcess::ReaderProcess() : ReaderProcess(Options{}) {}
ReaderProcess::ReaderProcess(Options options) : state_(std::make_unique<State>(std::move(options))) {}
ReaderProcess::~ReaderProcess() = default;

Result<ReadOutcome> ReaderProcess::read(ByteView file, const ReadOptions &options) {
    if (file.size() > kLargestDocumentBytes) {
        return fail(ErrorCode::TooLarge, {}, std::to_string(file.size()) + " bytes");
    }
    Digest digest{};
    const auto decode = [&](Bytes &body) { return wire::decodeDocument(body, options.mediaBytes); };
    const Bytes head = wire::encodeRead(state_->milliseconds(), options.mediaBytes, options.beside);
    GUICHET_ASSIGN(ReadOutcome outcome,
                   state_->ask<ReadOutcome>(wire::Kind::Read, {head, file}, wire::Kind::Document, decode,
                                            [&] { digest = options.sha256 ? *options.sha256 : sha256(file); }));
    outcome.document.sourceSha256 = digest;
    outcome.document.sourceSizeBytes = file.size();
    return outcome;
}

Result<std::vector<ArchiveMember>> ReaderProcess::readArchive(ByteView archive) {
    if (archive.size() > kLargestDocumentBytes) {
        return fail(ErrorCode::TooLarge, {}, std::to_string(archive.size()) + " bytes");
    }
    const auto decode = [](Bytes &body) { return wire::decodeArchive(body); };
    const Bytes head = wire::encodeArchiveRequest(state_->milliseconds());
    return state_->ask<std::vector<ArchiveMember>>(wire::Kind::Archive, {head, archive}, wire::Kind::Members, decode);
}

Result<std::vector<PdfPageSize>> ReaderProcess::inspectPdf(ByteView pdf) {
    const auto decode = [](Bytes &body) { return wire::decodePageSizes(body); };
    const Bytes head = wire::encodeInspect(state_->milliseconds());
    return state_->ask<std::vector<PdfPageSize>>(wire::Kind::Inspect, {head, pdf}, wire::Kind::PageSizes, decode);
}

Result<Bytes> ReaderProcess::assemblePdf(const PdfAssembly &assembly) {
    const auto decode = [](Bytes &body) -> std::optional<Bytes> {
        return asText(body).starts_with("%PDF-") ? std::optional(std::move(body)) : std::nullopt;
    };
    const wire::AssembleRequest request(state_->milliseconds(), assembly);
    return state_->ask<Bytes>(wire::Kind::Assemble, request.parts(), wire::Kind::Pdf, decode);
}

Result<Pixels> ReaderProcess::rasterisePdf(ByteView pdf, std::uint32_t page, std::uint32_t widthPx,
                                           std::uint32_t heightPx) {
    const auto decode = [&](Bytes &body) -> std::optional<Pixels> {
        std::optional<Pixels> pixels = wire::decodePicture(body);
        return pixels && pixels->widthPx <= widthPx && pixels->heightPx <= heightPx ? std::move(pixels) : std::nullopt;
    };
    const Bytes head = wire::encodeRasterise(state_->milliseconds(), page, widthPx, heightPx);
    return state_->ask<Pixels>(wire::Kind::Rasterise, {head, pdf}, wire::Kind::Picture, decode);
}

Result<PaperText> ReaderProcess::readPaper(ByteView pdf) {
    const auto decode = [](Bytes &body) { return wire::decodePaper(body); };
    const Bytes head = wire::encodeText(state_->milliseconds());
    return state_->ask<PaperText>(wire::Kind::Text, {head, pdf}, wire::Kind::Paper, decode);
}

Result<void> ReaderProcess::start() {
    const std::scoped_lock lock(state_->mutex);
    return state_->ensureRunning();
}

void ReaderProcess::startAhead() {
    const std::scoped_lock lock(state_->mutex);
    if (state_->process <= 0) {
        // What is wrong now is wrong at the first call too, which says so.
        static_cast<void>(state_->launch());
    }
}

int ReaderProcess::starts() const {
    const std::scoped_lock lock(state_->mutex);
    return state_->starts;
}

} // namespace guichet::document
