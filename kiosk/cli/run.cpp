// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/run.h"

#include "base/text.h"
#include "kiosk/cli/help.h"
#include "kiosk/cli/version.h"
#include "storage/database.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

namespace guichet::kiosk::cli {
namespace {

Json errorJson(const Error &error, const std::string &language) {
    return {{"code", std::string(errorName(error.code))}, {"message", errorMessage(error, language)}};
}

int finish(Surroundings &surroundings, int status) {
    surroundings.out << std::flush;
    if (!surroundings.out) {
        surroundings.err << "guichet: " << errorMessage({ErrorCode::FileUnwritable, "/dev/stdout", {}}) << "\n";
        return exitStatus(ErrorCode::FileUnwritable);
    }
    return status;
}

/// A document's title may hold anything, and a terminal obeys what it is sent.
std::string withoutControls(std::string text) {
    std::ranges::replace_if(
        text, [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F; }, '?');
    return text;
}

int printError(Surroundings &surroundings, const Globals &globals, const Error &error) {
    if (globals.json) {
        surroundings.out << answer({{"error", errorJson(error, globals.language)}}, {}).json << "\n";
    } else {
        surroundings.err << "guichet: " << withoutControls(errorMessage(error, globals.language)) << "\n";
    }
    return finish(surroundings, exitStatus(error.code));
}

int printAnswer(Surroundings &surroundings, const Globals &globals, const Answer &answer) {
    const bool failed = answer.but && answer.but->code != ErrorCode::PartlyDone;
    if (globals.json && failed) {
        Json whole = Json::parse(answer.json);
        whole["error"] = errorJson(*answer.but, globals.language);
        surroundings.out << whole.dump() << "\n";
    } else if (globals.json) {
        surroundings.out << answer.json << "\n";
    } else if (!answer.text.empty()) {
        surroundings.out << withoutControls(answer.text) << "\n";
    }
    if (answer.but && !globals.json) {
        surroundings.out << std::flush;
        surroundings.err << "guichet: " << errorMessage(*answer.but, globals.language) << "\n";
    }
    return finish(surroundings, answer.but ? exitStatus(answer.but->code) : 0);
}

Result<Answer> runCommand(const Command &command, Call &call) {
    try {
        return command.run(call);
    } catch (const storage::DatabaseError &error) {
        return fail(error.asError("guichet.db"));
    } catch (const std::exception &error) {
        return fail(ErrorCode::Unexpected, toValidUtf8(error.what()));
    }
}

/// A fixed clock in a live store would let a receipt be dated at will.
Result<void> checkClock(const CommandLine &line) {
    if (!line.globals.now || (line.command != nullptr && line.command->name == "demo")) {
        return {};
    }
    const auto identity = storage::Store::identify(line.globals.store);
    const bool demo = identity && identity->kind == storage::StoreKind::Demo;
    return demo ? Result<void>() : fail(ErrorCode::NotADemoStore, "--now");
}

std::string help(const CommandLine &line) {
    if (line.command != nullptr) {
        return commandHelp(*line.command, line.globals.language);
    }
    return line.group.empty() ? overallHelp(line.globals.language) : groupHelp(line.group, line.globals.language);
}

} // namespace

int run(const std::vector<std::string> &words, Surroundings &surroundings, const Touchscreen &touchscreen) {
    const Result<CommandLine> line = parseCommandLine(words, surroundings.environment);
    if (!line) {
        return printError(surroundings, guessGlobals(words, surroundings.environment), line.error());
    }
    if (line->globals.help) {
        surroundings.out << help(*line);
        return finish(surroundings, 0);
    }
    if (const auto allowed = checkClock(*line); !allowed) {
        return printError(surroundings, line->globals, allowed.error());
    }
    Call call(*line, surroundings);
    if (line->globals.version) {
        const Result<Answer> answer = version(call);
        return answer ? printAnswer(surroundings, line->globals, *answer)
                      : printError(surroundings, line->globals, answer.error());
    }
    if (line->command == nullptr || line->command->run == nullptr) {
        try {
            const Result<int> shown = touchscreen ? touchscreen(call) : fail(ErrorCode::NoDisplay);
            return shown ? *shown : printError(surroundings, line->globals, shown.error());
        } catch (const std::exception &error) {
            surroundings.err << "guichet: " << error.what() << "\n";
            return 1;
        }
    }
    const Result<Answer> answer = runCommand(*line->command, call);
    return answer ? printAnswer(surroundings, line->globals, *answer)
                  : printError(surroundings, line->globals, answer.error());
}

int runProcess(int argc, char **argv, const Touchscreen &touchscreen) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error like a full disk, and no end without a word
    Surroundings surroundings{
        .in = std::cin,
        .out = std::cout,
        .err = std::cerr,
        .environment = [](const std::string &name) -> std::optional<std::string> {
            const char *value = std::getenv(name.c_str());
            return value == nullptr ? std::nullopt : std::optional<std::string>(value);
        },
        .inIsTerminal = ::isatty(STDIN_FILENO) == 1,
        .errIsTerminal = ::isatty(STDERR_FILENO) == 1,
    };
    return run(std::vector<std::string>(argv + 1, argv + argc), surroundings, touchscreen);
}

} // namespace guichet::kiosk::cli
