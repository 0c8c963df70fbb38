// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/cli/answer.h"
#include "kiosk/counter/access.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk::cli {

class Call;

/// A text of the command line itself, in the two languages that it speaks.
struct Text {
    std::string_view fr;
    std::string_view en;

    [[nodiscard]] std::string_view in(std::string_view language) const { return language == "en" ? en : fr; }
};

struct Option {
    std::string_view name;  ///< without its dashes
    std::string_view value; ///< what stands for its value in the help ("DATE"); empty: a switch
    Text help;
    bool many = false; ///< `--record A B` as well as `--record A --record B`
    bool required = false;
    char letter = 0; ///< short form
};

/// What stands in the command without dashes: `ID`, `PATH…`.
struct Argument {
    std::string_view name;
    Text help;
    bool many = false;
    bool required = true;
};

/// One row of the table: from it come the parser, `--help`, the manual page and the completion.
struct Command {
    std::string_view name; ///< "person find"
    Text help;             ///< one line
    /// What the use case behind it asks of who acts; none: nobody needs to sign in.
    std::optional<Action> action;
    std::vector<Option> options;
    std::vector<Argument> arguments;
    Result<Answer> (*run)(Call &call);
    bool hidden = false;
    bool makesStore = false; ///< it has no store to open, it makes one
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

/// The options that every command takes.
[[nodiscard]] std::span<const Option> globalOptions();

/// "--record ID…" as the help writes it.
[[nodiscard]] std::string usage(const Option &option);
[[nodiscard]] std::string usage(const Argument &argument);

} // namespace guichet::kiosk::cli
