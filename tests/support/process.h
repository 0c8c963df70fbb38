// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace guichet::test {

/// A program to run as somebody at a terminal would.
struct Command {
    std::vector<std::string> arguments;               ///< the program first: a path, or a name looked up in PATH
    std::string input{};                              ///< its standard input
    std::map<std::string, std::string> environment{}; ///< added to this process's own
    std::filesystem::path folder{};                   ///< where it runs; empty: here
    std::chrono::seconds limit{60};                   ///< after which it and its children are killed and the test fails
    bool withoutNetwork = false; ///< in a network of its own with nothing in it, where the kernel allows that
};

/// What became of it.
struct Outcome {
    int status = 0; ///< exit status, or 128 + the signal that ended it
    std::string output;
    std::string errors;
};

/// Runs it to its end. Throws std::runtime_error when it can't be started or takes longer than its limit.
[[nodiscard]] Outcome run(const Command &command);

/// Whether `withoutNetwork` takes effect here (a container may forbid it).
[[nodiscard]] bool canLeaveNetwork();

/// The text of a PDF as pdftotext reads it, in the order it is laid out. Throws when there is none.
[[nodiscard]] std::string textOfPdf(const std::filesystem::path &pdf);

/// With every run of white space as one space: a sentence is found wherever its lines were broken.
[[nodiscard]] std::string onOneLine(std::string_view text);

} // namespace guichet::test
