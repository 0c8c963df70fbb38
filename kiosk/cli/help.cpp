// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/help.h"

#include "base/text.h"

#include <algorithm>
#include <map>

namespace guichet::kiosk::cli {
namespace {

std::string both(std::string_view language, std::string_view fr, std::string_view en) {
    return std::string(language == "en" ? en : fr);
}

struct Exit {
    int status;
    Text meaning;
};
constexpr Exit kExits[] = {
    {0, {"c’est fait", "done"}},
    {1,
     {"impossible : le message dit pourquoi, et quoi faire", "could not be done: the message says why and what to do"}},
    {2,
     {"la ligne de commande, la configuration ou une valeur ne convient pas",
      "the command line, the configuration or a value in it is wrong"}},
    {3,
     {"qui agit n’est pas dit, pas connu, bloqué ou pas autorisé",
      "who acts is missing, unknown, locked out or not allowed"}},
    {4, {"personne, ou rien, de ce nom", "nobody or nothing of that name"}},
    {5, {"fait en partie : ce qui est refusé est nommé", "done in part: what was rejected is named"}},
};

std::string optionUsage(const Option &option) {
    return (option.letter != 0 ? std::string("-") + option.letter + ", " : std::string()) + usage(option);
}

Columns optionTable(std::span<const Option> options, std::string_view language) {
    Columns table;
    for (const Option &option : options) {
        table.add({optionUsage(option), std::string(option.help.in(language))});
    }
    return table;
}

std::string synopsis(const Command &command) {
    std::string text(command.name);
    for (const Argument &argument : command.arguments) {
        text += argument.required ? " " + usage(argument) : " [" + usage(argument) + "]";
    }
    for (const Option &option : command.options) {
        if (option.required) {
            text += " " + usage(option);
        }
    }
    return text;
}

bool hasChoices(const Command &command) {
    return std::ranges::any_of(command.options, [](const Option &option) { return !option.required; });
}

/// man(7): a hyphen that is meant as such, no line that begins with a dot by chance.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string roffOptions(std::span<const Option> options, std::string_view language) {
    std::string text;
    for (const Option &option : options) {
        text += ".TP\n\\fB" + roff(optionUsage(option)) + "\\fR\n" + roff(option.help.in(language)) + "\n";
    }
    return text;
}

} // namespace

std::string usage(const Option &option) {
    return "--" + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value)) +
           (option.many ? "…" : "");
}

std::string usage(const Argument &argument) { return std::string(argument.name) + (argument.many ? "…" : ""); }

std::string overallHelp(std::string_view language) {
    std::string text = both(
        language,
        "guichet : le guichet de l’assurance maladie, sur place et sur papier\n\n"
        "  guichet [OPTIONS GÉNÉRALES] COMMANDE [OPTIONS]\n\n"
        "Sans commande, l’écran tactile s’ouvre. « guichet COMMANDE --help » dit tout d’une commande.\n\nCommandes\n",
        "guichet: the health-insurance counter, on the spot and on paper\n\n"
        "  guichet [GLOBAL OPTIONS] COMMAND [OPTIONS]\n\n"
        "Without a command the touchscreen opens. “guichet COMMAND --help” tells all of a command.\n\nCommands\n");
    Columns table;
    for (const Command &command : commands()) {
        if (!command.hidden) {
            table.add({std::string(command.name), std::string(command.help.in(language))});
        }
    }
    text += table.text(2) + both(language, "\n\nOptions générales\n", "\n\nGlobal options\n");
    text += optionTable(globalOptions(), language).text(2);
    Columns exits;
    for (const Exit &exit : kExits) {
        exits.add({std::to_string(exit.status), std::string(exit.meaning.in(language))});
    }
    return text + both(language, "\n\nCode de retour\n", "\n\nExit status\n") + exits.text(2) + "\n";
}

std::string groupHelp(std::string_view group, std::string_view language) {
    Columns table;
    for (const Command &command : commands()) {
        if (!command.hidden && command.name.starts_with(std::string(group) + " ")) {
            table.add({"guichet " + synopsis(command), std::string(command.help.in(language))});
        }
    }
    return table.text() + "\n";
}

std::string commandHelp(const Command &command, std::string_view language) {
    std::string text = "guichet " + synopsis(command) + (hasChoices(command) ? " [OPTIONS]" : "") + "\n\n" +
                       std::string(command.help.in(language)) + "\n";
    Columns table;
    for (const Argument &argument : command.arguments) {
        table.add({usage(argument), std::string(argument.help.in(language))});
    }
    for (const Option &option : command.options) {
        table.add({optionUsage(option), std::string(option.help.in(language)) +
                                            (option.required ? both(language, " (obligatoire)", " (required)") : "")});
    }
    if (!table.empty()) {
        text += "\n" + table.text(2) + "\n";
    }
    return text +
           both(language, "\nOptions générales : « guichet --help ».\n", "\nGlobal options: “guichet --help”.\n");
}

std::string manualPage(std::string_view language) {
    std::string text =
        ".TH GUICHET 1\n.SH " + both(language, "NOM", "NAME") + "\nguichet \\- " +
        both(language, "le guichet de l’assurance maladie, sur place et sur papier",
             "the health\\-insurance counter, on the spot and on paper") +
        "\n.SH SYNOPSIS\n.B guichet\n[\\fI" + both(language, "OPTIONS GÉNÉRALES", "GLOBAL OPTIONS") + "\\fR] \\fI" +
        both(language, "COMMANDE", "COMMAND") + "\\fR [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n" +
        both(language, "Sans commande, l’écran tactile s’ouvre. Tout ce qu’il fait se fait aussi par commandes.",
             "Without a command the touchscreen opens. Whatever it does can be done by command too.") +
        "\n.SH " + both(language, "OPTIONS GÉNÉRALES", "GLOBAL OPTIONS") + "\n" +
        both(language,
             "Elles se placent n’importe où. Elles viennent aussi de l’environnement (GUICHET_ et leur nom "
             "en capitales, \\- devenant _), puis du fichier de configuration.",
             "They may stand anywhere. They also come from the environment (GUICHET_ and their name in "
             "capitals, \\- as _), then from the configuration file.") +
        "\n" + roffOptions(globalOptions(), language) + ".SH " + both(language, "COMMANDES", "COMMANDS") + "\n";
    for (const Command &command : commands()) {
        if (command.hidden) {
            continue;
        }
        text += ".SS " + roff(synopsis(command)) + "\n" + roff(command.help.in(language)) + "\n";
        for (const Argument &argument : command.arguments) {
            text += ".TP\n\\fI" + roff(usage(argument)) + "\\fR\n" + roff(argument.help.in(language)) + "\n";
        }
        text += roffOptions(command.options, language);
    }
    text += ".SH " + both(language, "CODE DE RETOUR", "EXIT STATUS") + "\n";
    for (const Exit &exit : kExits) {
        text += ".TP\n\\fB" + std::to_string(exit.status) + "\\fR\n" + roff(exit.meaning.in(language)) + "\n";
    }
    text += ".SH " + both(language, "FICHIERS", "FILES") + "\n.TP\n\\fI/etc/guichet/guichet.conf\\fR\n" +
            both(language, "les options générales de cette machine (fichier INI)",
                 "the global options of this machine (INI file)") +
            "\n.TP\n\\fI~/.local/share/guichet\\fR\n" +
            both(language, "l’espace de données, chiffré", "the store, encrypted") + "\n";
    return text;
}

std::string bashCompletion() {
    const auto flags = [](std::span<const Option> options) {
        std::string words;
        for (const Option &option : options) {
            words += (words.empty() ? "--" : " --") + std::string(option.name);
        }
        return words;
    };
    std::vector<std::string> firsts;
    std::map<std::string, std::string> seconds;
    std::string cases;
    for (const Command &command : commands()) {
        if (command.hidden) {
            continue;
        }
        const std::string name(command.name);
        const std::string first = name.substr(0, name.find(' '));
        if (std::ranges::find(firsts, first) == firsts.end()) {
            firsts.push_back(first);
        }
        if (first.size() < name.size()) {
            std::string &words = seconds[first];
            words += (words.empty() ? "" : " ") + name.substr(first.size() + 1);
        }
        cases += "        '" + name + "') options='" + flags(command.options) + "' ;;\n";
    }
    std::string members;
    for (const auto &[first, words] : seconds) {
        members += "        '" + first + "') words='" + words + "' ;;\n";
    }
    return "# SPDX-License-Identifier: GPL-3.0-or-later\n"
           "# Completion of guichet for bash, made from its table of commands.\n"
           "_guichet() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} first= second= words= options= word\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case $word in -*) continue ;; esac\n"
           "        if [ -z \"$first\" ]; then first=$word; elif [ -z \"$second\" ]; then second=$word; fi\n"
           "    done\n"
           "    if [ -z \"$first\" ]; then words='" +
           join(firsts, " ") +
           "'; fi\n"
           "    if [ -n \"$first\" ] && [ -z \"$second\" ]; then\n"
           "        case $first in\n" +
           members +
           "        esac\n"
           "    fi\n"
           "    case $first in\n" +
           [&] {
               // A command of one word keeps its options whatever stands after it.
               std::string single;
               for (const std::string &first : firsts) {
                   if (!seconds.contains(first)) {
                       single += (single.empty() ? "" : "|") + first;
                   }
               }
               return "        " + (single.empty() ? std::string("''") : single) + ") second= ;;\n";
           }() +
           "    esac\n"
           "    case \"$first${second:+ $second}\" in\n" +
           cases +
           "    esac\n"
           "    case $current in\n"
           "        -*) COMPREPLY=($(compgen -W \"$options " +
           flags(globalOptions()) +
           "\" -- \"$current\")) ;;\n"
           "        *) COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
           "           [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default ;;\n"
           "    esac\n"
           "}\n"
           "complete -F _guichet guichet\n";
}

} // namespace guichet::kiosk::cli
