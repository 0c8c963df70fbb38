// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/pack_sound.h"

#include "base/files.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace guichet::kiosk {
namespace {

constexpr std::size_t kMostSoundBytes = 64U << 20U;

/// A folder that goes with this.
class Scratch {
public:
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    Scratch(Scratch &&other) noexcept : folder_(std::exchange(other.folder_, {})) {}
    Scratch &operator=(Scratch &&) = delete;
    ~Scratch() {
        if (!folder_.empty()) {
            std::error_code ignored;
            std::filesystem::remove_all(folder_, ignored);
        }
    }
    /// Error: FileUnwritable.
    static Result<Scratch> make() {
        std::error_code failed;
        std::string pattern = (std::filesystem::temp_directory_path(failed) / "guichet-sound-XXXXXX").string();
        if (failed || ::mkdtemp(pattern.data()) == nullptr) {
            return fail(ErrorCode::FileUnwritable, pattern);
        }
        return Scratch(std::move(pattern));
    }
    [[nodiscard]] std::string file(const char *name) const { return (folder_ / name).string(); }

private:
    explicit Scratch(std::filesystem::path folder) : folder_(std::move(folder)) {}
    std::filesystem::path folder_;
};

/// Runs it to its end, in silence.
Result<void> runProgram(const std::string &name, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), name);
    std::vector<char *> words;
    for (std::string &argument : arguments) {
        words.push_back(argument.data());
    }
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    }
    pid_t process = 0;
    const int failed = ::posix_spawnp(&process, name.c_str(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        return fail(failed == ENOENT ? ErrorCode::FileNotFound : ErrorCode::Unexpected, name);
    }
    int status = 0;
    pid_t ended = 0;
    do {
        ended = ::waitpid(process, &status, 0);
    } while (ended < 0 && errno == EINTR);
    return ended == process && status == 0 ? Result<void>() : fail(ErrorCode::Unexpected, name);
}

} // namespace

Result<SpokenDraft> speakDraft(std::string_view text) {
    GUICHET_ASSIGN(const Scratch scratch, Scratch::make());
    const std::string words = scratch.file("words.txt");
    const std::string read = scratch.file("read.wav");
    const std::string wav = scratch.file("draft.wav");
    const std::string alaw = scratch.file("telephone.wav");
    GUICHET_TRY(writeFile(words, asBytes(text)));
    // Slower than espeak-ng's own 175 words a minute: people hear it once, on the telephone.
    GUICHET_TRY(runProgram("espeak-ng", {"-v", "fr", "-s", "145", "-f", words, "-w", read}));
    // Quiet passages are raised, then all is brought to one peak, clear of what a telephone line clips. No dither: the
    // same text is the same sound.
    const std::vector<std::string> even{"compand", "0.02,0.2", "5:-60,-40,-10", "-5", "-90", "0.1", "norm", "-3"};
    std::vector<std::string> whole{"-D", read, "-b", "16", "-c", "1", wav};
    whole.insert(whole.end(), even.begin(), even.end());
    GUICHET_TRY(runProgram("sox", whole));
    GUICHET_TRY(runProgram("sox", {"-D", wav, "-r", "8000", "-c", "1", "-e", "a-law", alaw}));
    SpokenDraft draft;
    GUICHET_ASSIGN(draft.wav, readFile(wav, kMostSoundBytes));
    GUICHET_ASSIGN(draft.alaw, readFile(alaw, kMostSoundBytes));
    return draft;
}

} // namespace guichet::kiosk
