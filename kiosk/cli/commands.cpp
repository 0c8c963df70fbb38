// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/command.h"

#include "kiosk/cli/actions.h"

namespace guichet::kiosk::cli {
namespace {

std::vector<Command> makeCommands() {
    return {
        {.name = "kiosk",
         .help = {"ouvre l’écran tactile", "opens the touchscreen"},
         .action = std::nullopt,
         .options = {{"windowed", "", {"dans une fenêtre", "in a window"}},
                     {"person-display", "", {"avec l’écran de la personne", "with the person’s display"}},
                     {"gallery", "", {"montre tous les éléments de l’écran", "shows every element of the screen"}}},
         .arguments = {},
         .run = nullptr},
        {.name = "generate",
         .help = {"écrit le manuel ou la complétion", "writes the manual page or the completion"},
         .action = std::nullopt,
         .options = {{"output", "FILE", {"le fichier à écrire", "the file to write"}}},
         .arguments = {{"WHAT", {"man, bash", "man, bash"}}},
         .run = generate,
         .hidden = true},
    };
}

} // namespace

std::span<const Command> commands() {
    static const std::vector<Command> all = makeCommands();
    return all;
}

std::span<const Option> globalOptions() {
    static const std::vector<Option> all = {
        {"store", "DIR", {"le dossier de l’espace de données", "the store’s folder"}},
        {"config", "FILE", {"le fichier de configuration", "the configuration file"}},
        {"agent", "CODE", {"qui agit", "who acts"}},
        {"pin-file",
         "FILE",
         {"le fichier de son code personnel (- : entrée standard)", "the file with their PIN (-: standard input)"}},
        {"lang", "CODE", {"la langue de ce qui se lit : fr, en…", "the language of what people read: fr, en…"}},
        {"json", "", {"un objet JSON au lieu d’un texte", "one JSON object instead of text"}},
        {"now",
         "TIME",
         {"une heure fixe, RFC 3339 (démonstration seulement)", "a fixed clock, RFC 3339 (demo store only)"}},
        {.name = "verbose", .value = "", .help = {"plus de messages", "more messages"}, .letter = 'v'},
        {.name = "quiet", .value = "", .help = {"moins de messages", "fewer messages"}, .letter = 'q'},
        {.name = "help", .value = "", .help = {"cette aide", "this help"}, .letter = 'h'},
        {"version", "", {"la version", "the version"}},
    };
    return all;
}

} // namespace guichet::kiosk::cli
