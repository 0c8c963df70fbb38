// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "kiosk/cli/command.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk::cli {

/// The values given, by the name of their option or argument.
class Arguments {
public:
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    /// Of a required option or argument, which the parser has seen to be there.
    [[nodiscard]] std::string get(std::string_view name) const { return value(name).value_or(std::string()); }
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    /// Error: BadDate.
    [[nodiscard]] Result<std::optional<CivilDate>> date(std::string_view name) const;
    /// A whole number from `least` to `most`. Error: BadValue, with the option and the range.
    [[nodiscard]] Result<std::optional<int>> number(std::string_view name, int least, int most) const;

    void add(std::string_view name, std::string value) { values_[std::string(name)].push_back(std::move(value)); }
    void addSwitch(std::string_view name) { values_[std::string(name)]; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// The global options, from the command line, else the environment, else the INI file.
struct Globals {
    std::filesystem::path store;
    bool storeGiven = false; ///< else it is the default one, whose folders may still have to be made
    bool json = false;
    std::string language = "fr";
    std::optional<std::string> agent;
    std::optional<std::string> pinFile; ///< "-": standard input
    std::optional<Instant> now;
    std::optional<std::string> hub; ///< INI file only
    int verbosity = 0;              ///< -v adds one, -q takes one
    bool help = false;
    bool version = false;
};

struct CommandLine {
    Globals globals;
    /// None: the touchscreen, or one of `--help` and `--version`.
    const Command *command = nullptr;
    /// The word before a subcommand, where help on the whole group is asked for; else empty.
    std::string group;
    Arguments arguments;
};

/// A variable of the environment.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;

/// Errors (all exit status 2): UnknownCommand, UnknownOption, each with the nearest name in the context; Usage,
/// MissingOption, BadValue, BadDate (`--now`), BadConfig.
[[nodiscard]] Result<CommandLine> parseCommandLine(const std::vector<std::string> &words,
                                                   const Environment &environment);

/// `--json` and the language, as far as they can be told from a command line that may be wrong.
[[nodiscard]] Globals guessGlobals(const std::vector<std::string> &words, const Environment &environment);

/// The candidate that differs least from `name` (letters added, dropped, changed or swapped), if it is near enough to
/// be what was meant.
[[nodiscard]] std::optional<std::string> nearest(std::string_view name, const std::vector<std::string> &candidates);

} // namespace guichet::kiosk::cli
