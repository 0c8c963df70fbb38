// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/import.h"
#include "kiosk/counter/inbox.h"

#include "base/text.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/interrupt.h"
#include "kiosk/cli/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <set>
#include <thread>

namespace guichet::kiosk::cli {
namespace {

Json itemJson(const ImportItem &item) {
    Json warnings = Json::array();
    for (const document::Warning warning : item.warnings) {
        warnings.push_back(std::string(document::warningName(warning)));
    }
    return {{"path", item.path},
            {"outcome", std::string(toText(item.outcome))},
            {"record", textOrNull(item.record)},
            {"person", textOrNull(item.person)},
            {"category", item.category ? Json(std::string(document::categoryName(*item.category))) : Json(nullptr)},
            {"title", textOrNull(item.title)},
            {"date", textOrNull(item.date)},
            {"warnings", warnings},
            {"reason", item.reason ? Json(std::string(errorName(*item.reason))) : Json(nullptr)}};
}

/// Waits for the next look, or until it is asked to stop.
void waitForNextLook(const Interrupt &interrupt) {
    constexpr std::chrono::milliseconds kStep{100};
    constexpr int kSteps = 10;
    for (int step = 0; step < kSteps && !interrupt.asked(); ++step) {
        std::this_thread::sleep_for(kStep);
    }
}

/// A log is read by those who may not know whom documents are about, and file names may say so: they are named on a
/// terminal only.
void say(Call &call, const WatchedItem &item) {
    const bool here = call.surroundings().errIsTerminal;
    const std::string name = here ? item.path : call.say("un fichier", "a file");
    call.message(item.reason
                     ? errorMessage({*item.reason, name, here ? item.context : std::string()}, call.language())
                     : name + call.say(" : mis de côté jusqu’à la prochaine session", ": kept for the next session"));
}

Result<Answer> watchFolder(Call &call, const std::string &path) {
    call.startReader();
    GUICHET_ASSIGN(Machine & machine, call.machine());
    GUICHET_ASSIGN(WatchedFolder folder,
                   WatchedFolder::open(call.globals().store, path, machine.reader, machine.clock, machine.random));
    const bool once = call.arguments().has("once");
    const Interrupt interrupt;
    Json items = Json::array();
    std::size_t sealed = 0, rejected = 0;
    bool again = true;
    while (again) {
        auto looked = folder.look();
        if (!looked && (once || looked.error().code == ErrorCode::ReaderMissing)) {
            return fail(looked.error());
        }
        if (!looked) { // a full disk may be emptied, a folder come back
            const bool here = call.surroundings().errIsTerminal;
            call.message(
                errorMessage(here ? looked.error() : Error{looked.error().code, call.say("un fichier", "a file"), {}},
                             call.language()));
        }
        for (const WatchedItem &item : looked.value_or(std::vector<WatchedItem>())) {
            say(call, item);
            ++(item.reason ? rejected : sealed);
            items.push_back({{"path", item.path},
                             {"outcome", item.reason ? "rejected" : "sealed"},
                             {"reason", item.reason ? Json(std::string(errorName(*item.reason))) : Json(nullptr)}});
        }
        again = !interrupt.asked() && (!once || folder.unsettled());
        if (again) {
            waitForNextLook(interrupt);
        }
    }
    const std::string text =
        counted(sealed, call.language(), {"fichier mis de côté", "file kept"}, {"fichiers mis de côté", "files kept"}) +
        ", " + counted(rejected, call.language(), {"refusé", "rejected"}, {"refusés", "rejected"});
    std::optional<Error> but;
    if (rejected > 0) {
        but = Error{ErrorCode::PartlyDone, std::to_string(rejected), {}};
    }
    return answer({{"sealed", sealed}, {"rejected", rejected}, {"items", items}}, text, but);
}

} // namespace

Result<Answer> importRecords(Call &call) {
    if (const auto watched = call.arguments().value("watch")) {
        return watchFolder(call, *watched);
    }
    if (call.arguments().values("PATH").empty()) {
        return fail(ErrorCode::Usage, call.say("il manque ", "missing: ") + "PATH…");
    }
    call.startReader();
    GUICHET_ASSIGN(Desk & desk, call.desk());
    std::vector<std::filesystem::path> paths;
    for (const std::string &path : call.arguments().values("PATH")) {
        if (path != "-") {
            paths.emplace_back(path);
            continue;
        }
        while (const auto line = call.inputLine()) {
            if (!line->empty()) {
                paths.emplace_back(*line);
            }
        }
    }
    std::optional<Progress> bar;
    const Interrupt interrupt;
    ImportWatch watch;
    watch.progress = [&](std::size_t done, std::size_t total) {
        if (!bar) {
            bar.emplace(call, total);
        }
        bar->step(done);
    };
    watch.stop = [&] { return interrupt.asked(); };
    auto result = importFiles(desk, paths, watch);
    bar.reset();
    GUICHET_ASSIGN(const ImportReport report, std::move(result));

    Json items = Json::array();
    std::set<std::string> persons;
    std::string text;
    for (const ImportItem &item : report.items) {
        items.push_back(itemJson(item));
        if (!item.person.empty()) {
            persons.insert(item.person);
        }
        if (item.reason) {
            text += errorMessage({*item.reason, item.path, item.context}, call.language()) + "\n";
        } else if (call.globals().verbosity > 0) {
            text += fmt::format("{}: {}\n", item.path, toText(item.outcome));
        }
    }
    const auto count = [&](std::size_t number, Text one, Text several) {
        return counted(number, call.language(), one, several);
    };
    text += count(report.items.size(), {"fichier", "file"}, {"fichiers", "files"}) + call.say(" : ", ": ") +
            count(static_cast<std::size_t>(report.imported), {"reçu", "imported"}, {"reçus", "imported"}) + ", " +
            count(static_cast<std::size_t>(report.replaced), {"remplacé", "replaced"}, {"remplacés", "replaced"}) +
            ", " + std::to_string(report.duplicates) + call.say(" déjà là, ", " already there, ") +
            count(static_cast<std::size_t>(report.rejected), {"refusé", "rejected"}, {"refusés", "rejected"}) + " (" +
            count(persons.size(), {"personne", "person"}, {"personnes", "people"}) + ")";
    std::optional<Error> but;
    if (report.interrupted) {
        but = Error{ErrorCode::Interrupted, {}, {}};
    } else if (report.rejected > 0) {
        but = Error{ErrorCode::PartlyDone, std::to_string(report.rejected), {}};
    }
    constexpr double kMillisPerSecond = 1000;
    return answer({{"files", report.items.size()},
                   {"persons", persons.size()},
                   {"persons_added", report.persons},
                   {"imported", report.imported},
                   {"duplicates", report.duplicates},
                   {"replaced", report.replaced},
                   {"rejected", report.rejected},
                   {"seconds", static_cast<double>(report.took.count()) / kMillisPerSecond},
                   {"items", items}},
                  text, but);
}

} // namespace guichet::kiosk::cli
