// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "kiosk/cli/arguments.h"
#include "kiosk/counter/desk.h"

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace guichet::kiosk::cli {

/// What the command line stands in: the process's own, or a test's. Streams are borrowed.
struct Surroundings {
    std::istream &in;
    std::ostream &out;
    std::ostream &err;
    Environment environment;
    bool inIsTerminal = false;  ///< a PIN may be asked for
    bool errIsTerminal = false; ///< a progress bar may be shown
};

/// One run of one command: its arguments, and what it needs of the machine, each made when it is first asked for.
class Call {
public:
    Call(const CommandLine &line, Surroundings &surroundings);
    ~Call();
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    [[nodiscard]] const Arguments &arguments() const;
    [[nodiscard]] const Globals &globals() const;
    [[nodiscard]] Surroundings &surroundings() const;
    [[nodiscard]] const std::string &language() const { return globals().language; }
    /// One of two texts, in the language asked for.
    [[nodiscard]] std::string say(std::string_view fr, std::string_view en) const;

    /// Clock, randomness, reader, printers and catalogue. Errors: ReaderMissing, CatalogueMistake, TextMissing.
    [[nodiscard]] Result<std::reference_wrapper<Machine>> machine();
    /// For a command that is sure to need the reader, before anything else: it starts while the store is opened.
    void startReader();
    /// For one that is sure to lay pages out: the fonts are opened meanwhile. Errors: those of machine().
    [[nodiscard]] Result<void> startEngine();
    /// Opens the store and signs in; what came in meanwhile is taken in, and what hinders that is only said. Errors:
    /// WhoActs, WrongPin, TooSoon, LockedOut, AgentDisabled, NoStore, StoreDamaged, NotADemoStore (`--now`,
    /// GUICHET_PIN)…
    [[nodiscard]] Result<std::reference_wrapper<Desk>> desk();

    /// The PIN of who acts: `--pin-file`, else GUICHET_PIN in a demo store, else asked for on a terminal without echo.
    /// Error: WhoActs.
    [[nodiscard]] Result<std::string> pin(bool demoStore);
    /// The PIN that desk() signed in with.
    [[nodiscard]] std::string pinUsed() const;
    /// Makes the folders above the default store, where they are missing; a folder that was named must be there. Error:
    /// FileUnwritable.
    [[nodiscard]] Result<void> makeDefaultFolder() const;
    /// What `--new-pin-file` holds, when it is given; the caller draws one otherwise. Errors: those of lineOf().
    [[nodiscard]] Result<std::optional<std::string>> newPin();
    /// The first line of a file, of standard input for `-`. Errors: those of readFile().
    [[nodiscard]] Result<std::string> lineOf(const std::string &file);
    /// The value of an option that may be `-`: then a line of standard input. Without the option, nothing.
    [[nodiscard]] std::optional<std::string> valueOrInput(std::string_view option);
    /// One line of standard input without its line end; nothing at its end.
    [[nodiscard]] std::optional<std::string> inputLine();
    /// All of standard input, byte for byte. Error: TooLarge.
    [[nodiscard]] Result<Bytes> input(std::size_t limitBytes);

    /// A message to who runs the command, on standard error: `guichet: TEXT`. Nothing with `-q`.
    void message(std::string_view text);
    /// With `-v` only.
    void detail(std::string_view text);

    /// What `--output` names can be written, if it is given: to be asked before anything is registered. Errors: those
    /// of checkWritable().
    [[nodiscard]] Result<void> checkOutput() const;
    /// Writes what `--output` names, if it is given (base/files.h: beside, 0600, then renamed).
    [[nodiscard]] Result<void> writeOutput(ByteView bytes);

private:
    void leaveMachineFontsOut();
    /// What was sealed to the store while nobody was signed in.
    void takeWhatCameIn(Desk &desk);

    struct State;
    std::unique_ptr<State> state_;
};

/// A bar on a terminal while work goes on; silent in a pipe, with `-q` and with few items.
class Progress {
public:
    Progress(const Call &call, std::size_t total);
    ~Progress(); ///< removes the bar
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;
    void step(std::size_t done);

private:
    std::ostream *out_ = nullptr;
    std::size_t total_;
    int shown_ = -1;
};

} // namespace guichet::kiosk::cli
