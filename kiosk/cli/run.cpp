// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/run.h"

#include "base/text.h"
#include "kiosk/cli/help.h"
#include "kiosk/cli/version.h"
#include "storage/database.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

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
        surroundings.err << "guichet: " << errorMessage({ErrorCode::FileUnwritable, "-", {}}) << "\n";
        return exitStatus(ErrorCode::FileUnwritable);
    }
    return status;
}

int printError(Surroundings &surroundings, const Globals &globals, const Error &error) {
    if (globals.json) {
        surroundings.out << answer({{"error", errorJson(error, globals.language)}}, {}).json << "\n";
    } else {
        surroundings.err << "guichet: " << errorMessage(error, globals.language) << "\n";
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
        surroundings.out << answer.text << "\n";
    }
    if (answer.but && !globals.json) {
        surroundings.out << std::flush;
        surroundings.err << "guichet: " << errorMessage(*answer.but, globals.language) << "\n";
    }
    return finish(surroundings, answer.but ? exitStatus(answer.but->code) : 0);
}

Error errorOf(const storage::DatabaseError &error) {
    if (error.isBusy()) {
        return {ErrorCode::Busy, {}, {}};
    }
    if (error.isFull()) {
        return {ErrorCode::DiskFull, "guichet.db", {}};
    }
    return {error.isDamage() ? ErrorCode::StoreDamaged : ErrorCode::Unexpected, "guichet.db", error.what()};
}

Result<Answer> runCommand(const Command &command, Call &call) {
    try {
        return command.run(call);
    } catch (const storage::DatabaseError &error) {
        return fail(errorOf(error));
    } catch (const std::exception &error) {
        return fail(ErrorCode::Unexpected, toValidUtf8(error.what()));
    }
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
