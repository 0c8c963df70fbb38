// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/arguments.h"

#include "base/files.h"
#include "base/text.h"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <sstream>

namespace guichet::kiosk::cli {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kDefaultConfig = "/etc/guichet/guichet.conf";
/// Where Boost collects the words without dashes; no option is called so, because of its space.
constexpr const char *kBareWords = "bare words";

std::string in(const std::string &language, std::string_view fr, std::string_view en) {
    return std::string(language == "en" ? en : fr);
}

bool isGlobal(std::string_view name) {
    return std::ranges::any_of(globalOptions(), [&](const Option &option) { return option.name == name; });
}

/// Whether some command, or the program, has an option of this name that takes a value.
bool takesValue(std::string_view name) {
    const auto has = [&](std::span<const Option> options) {
        return std::ranges::any_of(options,
                                   [&](const Option &option) { return option.name == name && !option.value.empty(); });
    };
    return has(globalOptions()) ||
           std::ranges::any_of(commands(), [&](const Command &command) { return has(command.options); });
}

/// The positions of the words that are neither an option nor the value of one, as far as that can be told before the
/// command is known; nothing after `--`.
std::vector<std::size_t> bareWords(const std::vector<std::string> &words) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (word == "--") {
            break;
        }
        if (word.starts_with("--")) {
            if (word.find('=') == std::string::npos && takesValue(std::string_view(word).substr(2))) {
                ++i;
            }
        } else if (!word.starts_with('-') || word == "-") {
            found.push_back(i);
        }
    }
    return found;
}

void describe(po::options_description &description, std::span<const Option> options) {
    for (const Option &option : options) {
        const std::string name =
            std::string(option.name) + (option.letter != 0 ? std::string(",") + option.letter : std::string());
        if (option.value.empty()) {
            description.add_options()(name.c_str(), po::bool_switch());
        } else if (option.many) {
            description.add_options()(name.c_str(), po::value<std::vector<std::string>>()->multitoken());
        } else {
            description.add_options()(name.c_str(), po::value<std::string>());
        }
    }
}

std::vector<std::string> optionNames(std::span<const Option> options) {
    std::vector<std::string> names;
    for (const Option &option : options) {
        names.push_back("--" + std::string(option.name));
    }
    return names;
}

std::string perhaps(const std::optional<std::string> &near, const std::string &language) {
    return near ? fmt::format(fmt::runtime(in(language, "le plus proche : {}", "the nearest: {}")), *near)
                : std::string();
}

struct Parsed {
    std::string name;
    std::vector<std::string> values;
};

/// What Boost makes of the words; its errors in our words.
Result<std::vector<Parsed>> parseWords(const std::vector<std::string> &words, const Command *command,
                                       const std::string &language) {
    po::options_description description;
    describe(description, globalOptions());
    std::vector<std::string> names = optionNames(globalOptions());
    if (command != nullptr) {
        describe(description, command->options);
        const auto more = optionNames(command->options);
        names.insert(names.end(), more.begin(), more.end());
    }
    description.add_options()(kBareWords, po::value<std::vector<std::string>>());
    po::positional_options_description positions;
    positions.add(kBareWords, -1);

    // Boost takes `--nir=` for a mistake; here it is an empty value, and the number's own check says so.
    std::vector<std::string> tokens;
    bool options = true;
    for (const std::string &word : words) {
        options = options && word != "--";
        if (options && word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1) {
            tokens.push_back(word.substr(0, word.size() - 1));
            tokens.emplace_back();
        } else {
            tokens.push_back(word);
        }
    }
    // Boost would take the option that follows for the value, and say that `--json` is no date.
    for (std::size_t i = 0; i + 1 < tokens.size() && tokens[i] != "--"; ++i) {
        const bool whole = tokens[i].starts_with("--") && takesValue(std::string_view(tokens[i]).substr(2));
        if (whole && std::ranges::find(names, tokens[i + 1].substr(0, tokens[i + 1].find('='))) != names.end()) {
            return fail(ErrorCode::Usage, tokens[i] + in(language, " attend une valeur", " takes a value"));
        }
        i += whole ? 1 : 0;
    }
    try {
        const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        const po::parsed_options parsed =
            po::command_line_parser(tokens).options(description).positional(positions).style(style).run();
        std::vector<Parsed> all;
        for (const auto &option : parsed.options) {
            all.push_back({option.string_key, option.value});
        }
        return all;
    } catch (const po::unknown_option &error) {
        const std::string name = error.get_option_name();
        return fail(ErrorCode::UnknownOption, name, perhaps(nearest(name, names), language));
    } catch (const po::invalid_command_line_syntax &error) {
        const bool noValue = error.kind() == po::invalid_syntax::missing_parameter ||
                             error.kind() == po::invalid_syntax::empty_adjacent_parameter;
        return fail(ErrorCode::Usage,
                    error.get_option_name() + (noValue ? in(language, " attend une valeur", " takes a value")
                                                       : in(language, " ne prend pas de valeur", " takes no value")));
    } catch (const po::error &error) {
        return fail(ErrorCode::Usage, error.what());
    }
}

std::optional<bool> parseSwitch(std::string_view text) {
    if (text == "1" || text == "true" || text == "yes" || text == "on") {
        return true;
    }
    if (text.empty() || text == "0" || text == "false" || text == "no" || text == "off") {
        return false;
    }
    return std::nullopt;
}

std::string variableOf(std::string_view option) {
    std::string name = "GUICHET_" + std::string(option);
    for (char &c : name) {
        c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return name;
}

bool fromEnvironmentToo(const Option &option) { return option.name != "help" && option.name != "version"; }

Result<std::map<std::string, std::string>> readConfig(const std::filesystem::path &file, const std::string &language) {
    constexpr std::size_t kLimitBytes = 1U << 20U;
    const auto bytes = readFile(file, kLimitBytes);
    if (!bytes) {
        return fail(ErrorCode::BadConfig, file, errorMessage(bytes.error(), language));
    }
    std::istringstream stream{std::string(asText(*bytes))};
    po::options_description description;
    for (const Option &option : globalOptions()) {
        if (fromEnvironmentToo(option) && option.name != "config") {
            description.add_options()(std::string(option.name).c_str(), po::value<std::string>());
        }
    }
    description.add_options()("hub", po::value<std::string>());
    std::map<std::string, std::string> values;
    try {
        const po::parsed_options parsed = po::parse_config_file(stream, description);
        for (const auto &option : parsed.options) {
            values[option.string_key] = option.value.empty() ? std::string() : trim(option.value.back());
        }
    } catch (const po::unknown_option &error) {
        return fail(ErrorCode::BadConfig, file,
                    in(language, "rien ne s’appelle ainsi : ", "nothing is called so: ") + error.get_option_name());
    } catch (const po::multiple_occurrences &error) {
        return fail(ErrorCode::BadConfig, file, error.get_option_name() + in(language, " y est deux fois", " twice"));
    } catch (const po::invalid_config_file_syntax &error) {
        return fail(ErrorCode::BadConfig, file,
                    in(language, "ni « nom = valeur » ni commentaire : ", "neither “name = value” nor a comment: ") +
                        error.tokens());
    } catch (const po::error &error) {
        return fail(ErrorCode::BadConfig, file, error.what());
    }
    return values;
}

std::filesystem::path defaultStore(const Environment &environment) {
    if (const auto data = environment("XDG_DATA_HOME"); data && data->starts_with('/')) {
        return std::filesystem::path(*data) / "guichet";
    }
    return homeFolder(environment("HOME")) / ".local/share/guichet";
}

/// One global option's value from wherever it comes.
Result<void> setGlobal(Globals &globals, const std::string &name, const std::string &value) {
    const auto flag = [&](bool &target) -> Result<void> {
        const auto parsed = parseSwitch(value);
        if (!parsed) {
            return fail(ErrorCode::BadValue, name + "=" + value);
        }
        target = *parsed;
        return {};
    };
    if (name == "store") {
        if (value.empty()) {
            return fail(ErrorCode::BadValue, "--store");
        }
        globals.store = value;
        globals.storeGiven = true;
    } else if (name == "lang") {
        globals.language = value.substr(0, value.find_first_of("_-."));
    } else if (name == "agent") {
        globals.agent = value;
    } else if (name == "pin-file") {
        globals.pinFile = value;
    } else if (name == "hub") {
        globals.hub = value;
    } else if (name == "now") {
        const auto now = parseInstant(value);
        if (!now) {
            return fail(ErrorCode::BadValue, "--now " + value, "2026-11-24T08:15:30Z");
        }
        globals.now = *now;
    } else if (name == "json") {
        return flag(globals.json);
    } else if (name == "verbose" || name == "quiet") {
        bool on = false;
        GUICHET_TRY(flag(on));
        globals.verbosity += on ? (name == "verbose" ? 1 : -1) : 0;
    } else if (name == "help") {
        globals.help = true;
    } else if (name == "version") {
        globals.version = true;
    }
    return {};
}

std::vector<std::string> groupMembers(std::string_view group) {
    std::vector<std::string> members;
    for (const Command &command : commands()) {
        if (!command.hidden && command.name.starts_with(std::string(group) + " ")) {
            members.emplace_back(command.name.substr(group.size() + 1));
        }
    }
    return members;
}

/// Takes the words of the command out of `words`.
Result<void> findCommand(CommandLine &line, std::vector<std::string> &words, const std::string &language) {
    std::vector<std::size_t> bare = bareWords(words);
    const auto take = [&](std::size_t position) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(position));
        bare.erase(bare.begin());
        for (std::size_t &later : bare) {
            later -= later > position ? 1 : 0;
        }
    };
    if (!bare.empty() && words[bare.front()] == "help") {
        take(bare.front());
        line.globals.help = true;
    }
    if (bare.empty()) {
        return {};
    }
    const std::string first = words[bare.front()];
    const auto named = [&](const std::string &name) {
        const auto found = std::ranges::find(commands(), name, &Command::name);
        return found == commands().end() ? nullptr : &*found;
    };
    const auto members = groupMembers(first);
    if (bare.size() > 1) {
        if (const Command *both = named(first + " " + words[bare[1]])) {
            take(bare.front());
            take(bare.front());
            line.command = both;
            return {};
        }
    }
    if (const Command *one = named(first)) {
        take(bare.front());
        line.command = one;
        return {};
    }
    if (members.empty()) {
        std::vector<std::string> names;
        for (const Command &command : commands()) {
            if (!command.hidden) {
                names.emplace_back(command.name.substr(0, command.name.find(' ')));
            }
        }
        return fail(ErrorCode::UnknownCommand, first, perhaps(nearest(first, names), language));
    }
    if (bare.size() > 1 && !line.globals.help) {
        const std::string &second = words[bare[1]];
        const auto near = nearest(second, members);
        return fail(ErrorCode::UnknownCommand, first + " " + second,
                    near ? perhaps(first + " " + *near, language) : join(members, ", "));
    }
    take(bare.front());
    line.group = first;
    return {};
}

/// A file's name may be any bytes; all else is text that somebody will read. `kind` is what the help calls the value.
Result<void> checkText(const std::string &name, std::string_view kind, const std::string &value) {
    constexpr std::size_t kMostBytes = 4000;
    const bool isPath = kind.starts_with("FILE") || kind == "DIR" || kind == "PATH";
    const bool lines = kind == "TEXT" || kind.find('=') != std::string_view::npos;
    const bool controls = std::ranges::any_of(value, [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && !(lines && c == '\n')) || byte == 0x7F;
    });
    if (!isPath && (controls || value.size() > kMostBytes || toValidUtf8(value) != value)) {
        return fail(ErrorCode::BadValue, name, fmt::format("UTF-8, ≤ {}", kMostBytes));
    }
    return {};
}

Result<void> fillArguments(CommandLine &line, const std::vector<Parsed> &parsed, const std::string &language) {
    const Command &command = *line.command;
    std::vector<std::string> bare;
    for (const Parsed &one : parsed) {
        if (one.name == kBareWords) {
            bare.insert(bare.end(), one.values.begin(), one.values.end());
            continue;
        }
        const auto option = std::ranges::find(command.options, std::string_view(one.name), &Option::name);
        if (option == command.options.end()) {
            continue; // a global one
        }
        if (option->value.empty()) {
            line.arguments.addSwitch(one.name);
            continue;
        }
        if (!option->many && line.arguments.has(one.name)) {
            return fail(ErrorCode::Usage, "--" + one.name + in(language, " est donné deux fois", " is given twice"));
        }
        for (const std::string &value : one.values) {
            GUICHET_TRY(checkText("--" + one.name, option->value, value));
            line.arguments.add(one.name, value);
        }
    }
    std::size_t next = 0;
    for (const Argument &argument : command.arguments) {
        if (next == bare.size()) {
            if (argument.required) {
                return fail(ErrorCode::Usage, in(language, "il manque ", "missing: ") + usage(argument));
            }
            break;
        }
        const std::size_t end = argument.many ? bare.size() : next + 1;
        for (; next < end; ++next) {
            GUICHET_TRY(checkText(std::string(argument.name), argument.name, bare[next]));
            line.arguments.add(argument.name, bare[next]);
        }
    }
    if (next < bare.size()) {
        return fail(ErrorCode::Usage, in(language, "en trop : ", "too many: ") + bare[next]);
    }
    for (const Option &option : command.options) {
        if (option.required && !line.arguments.has(option.name)) {
            return fail(ErrorCode::MissingOption, "--" + std::string(option.name));
        }
    }
    return {};
}

} // namespace

bool Arguments::has(std::string_view name) const { return values_.find(name) != values_.end(); }

std::optional<std::string> Arguments::value(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() || found->second.empty() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

Result<std::optional<CivilDate>> Arguments::date(std::string_view name) const {
    const auto text = value(name);
    if (!text) {
        return std::optional<CivilDate>();
    }
    GUICHET_ASSIGN(const CivilDate day, parseDate(*text));
    return std::optional(day);
}

Result<std::optional<int>> Arguments::number(std::string_view name, int least, int most) const {
    const auto text = value(name);
    if (!text) {
        return std::optional<int>();
    }
    int number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size() || number < least || number > most) {
        return fail(ErrorCode::BadValue, fmt::format("--{} {}", name, *text), fmt::format("{} … {}", least, most));
    }
    return std::optional(number);
}

Globals guessGlobals(const std::vector<std::string> &words, const Environment &environment) {
    Globals globals;
    globals.json = parseSwitch(environment("GUICHET_JSON").value_or("")).value_or(false);
    globals.language = environment("GUICHET_LANG").value_or("fr");
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (words[i] == "--json") {
            globals.json = true;
        } else if (words[i] == "--lang" && i + 1 < words.size()) {
            globals.language = words[i + 1];
        } else if (words[i].starts_with("--lang=")) {
            globals.language = words[i].substr(7);
        }
    }
    globals.language = globals.language.substr(0, globals.language.find_first_of("_-."));
    return globals;
}

std::optional<std::string> nearest(std::string_view name, const std::vector<std::string> &candidates) {
    const auto distance = [&](const std::string &other) {
        std::vector<std::vector<std::size_t>> d(name.size() + 1, std::vector<std::size_t>(other.size() + 1));
        for (std::size_t i = 0; i <= name.size(); ++i) {
            for (std::size_t j = 0; j <= other.size(); ++j) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                const std::size_t change = name[i - 1] == other[j - 1] ? 0 : 1;
                d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
                if (i > 1 && j > 1 && name[i - 1] == other[j - 2] && name[i - 2] == other[j - 1]) {
                    d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[name.size()][other.size()];
    };
    std::optional<std::string> best;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3);
    for (const std::string &candidate : candidates) {
        // A beginning of the right word is near too, however much is missing: `sett`.
        const bool beginning = name.size() >= 3 && candidate.starts_with(name);
        const std::size_t d = beginning ? 1 : distance(candidate);
        if (d < least || (d == least && !best)) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

Result<CommandLine> parseCommandLine(const std::vector<std::string> &words, const Environment &environment) {
    const std::string language = guessGlobals(words, environment).language;
    CommandLine line;
    line.globals.store = defaultStore(environment);

    std::vector<std::string> rest = words;
    GUICHET_TRY(findCommand(line, rest, language));
    GUICHET_ASSIGN(const std::vector<Parsed> parsed, parseWords(rest, line.command, language));

    std::map<std::string, std::string> given; // on the command line
    for (const Parsed &one : parsed) {
        if (one.name == "verbose" || one.name == "quiet") {
            GUICHET_TRY(setGlobal(line.globals, one.name, "1"));
        } else if (isGlobal(one.name)) {
            const std::string value = one.values.empty() ? "1" : one.values.front();
            if (!given.emplace(one.name, value).second && !one.values.empty()) {
                return fail(ErrorCode::Usage,
                            "--" + one.name + in(language, " est donné deux fois", " is given twice"));
            }
        }
    }
    for (const Option &option : globalOptions()) {
        const std::string name(option.name);
        if (fromEnvironmentToo(option) && !given.contains(name)) {
            if (const auto value = environment(variableOf(name)); value && !value->empty()) {
                given.emplace(name, *value);
            }
        }
    }
    std::error_code ignored;
    const bool explicitConfig = given.contains("config");
    const std::filesystem::path config = explicitConfig ? given["config"] : std::string(kDefaultConfig);
    if (!given.contains("help") && !line.globals.help && (explicitConfig || std::filesystem::exists(config, ignored))) {
        GUICHET_ASSIGN(const auto values, readConfig(config, language));
        for (const auto &[name, value] : values) {
            given.emplace(name, value);
        }
    }
    for (const auto &[name, value] : given) {
        GUICHET_TRY(setGlobal(line.globals, name, value));
    }
    if (line.globals.help || line.globals.version) {
        return line;
    }
    if (!line.group.empty()) {
        return fail(ErrorCode::Usage, line.group + in(language, " attend un mot de plus", " takes one more word"),
                    join(groupMembers(line.group), ", "));
    }
    if (line.command != nullptr) {
        GUICHET_TRY(fillArguments(line, parsed, language));
    } else if (std::ranges::any_of(parsed, [](const Parsed &one) { return one.name == kBareWords; })) {
        return fail(ErrorCode::UnknownCommand, "--");
    }
    return line;
}

} // namespace guichet::kiosk::cli
