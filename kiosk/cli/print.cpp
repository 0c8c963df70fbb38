// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/printers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guichet::kiosk::cli {
namespace {

Result<printing::Layout> layoutOf(const Arguments &arguments) {
    const std::string word = arguments.value("layout").value_or("standard");
    if (word == "standard" || word == "large") {
        return word == "large" ? printing::Layout::Large : printing::Layout::Standard;
    }
    return fail(ErrorCode::BadValue, "--layout " + word, "standard, large");
}

Result<RecordChoice> choiceOf(const Call &call) {
    const Arguments &given = call.arguments();
    RecordChoice choice;
    choice.records = given.values("record");
    GUICHET_ASSIGN(choice.categories, categoriesOf(given));
    choice.all = given.has("all");
    choice.edition = given.get("edition");
    if (choice.records.empty() && choice.categories.empty() && !choice.all) {
        return fail(ErrorCode::MissingOption,
                    call.say("--record, --category ou --all", "--record, --category or --all"));
    }
    return choice;
}

std::string pagesText(const Call &call, int pages) {
    return counted(static_cast<std::size_t>(pages), call.language(), {"page", "page"}, {"pages", "pages"});
}

/// "2 documents, 5 pages".
std::string whatText(const Call &call, const PreparedRecords &prepared) {
    return counted(prepared.records.size(), call.language(), {"document", "record"}, {"documents", "records"}) + ", " +
           pagesText(call, prepared.pages());
}

Json earlierJson(const std::vector<EarlierPrint> &prints) {
    Json all = Json::array();
    for (const EarlierPrint &one : prints) {
        all.push_back({{"record", one.record},
                       {"at", formatInstant(one.at)},
                       {"log", one.entry.origin},
                       {"index", one.entry.index},
                       {"edition", one.edition},
                       {"digest", one.digest},
                       {"same", one.same}});
    }
    return all;
}

/// That what is printed is what was printed before, or is not, and which entry of the register says so.
std::string earlierText(const Desk &desk, const std::vector<EarlierPrint> &prints, const Call &call) {
    std::string text;
    for (const EarlierPrint &one : prints) {
        text +=
            "\n" + fmt::format(fmt::runtime(one.same ? call.say("Le même papier que le {} (entrée {}).",
                                                                "The same paper as on {} (entry {}).")
                                                     : call.say("Un autre papier que le {} (entrée {}, modèle {}).",
                                                                "Another paper than on {} (entry {}, template {}).")),
                               formatDate(desk.calendar.dayOf(one.at)), one.entry.index, one.edition);
    }
    return text;
}

Json notShownJson(const std::vector<RecordNotShown> &list) {
    Json all = Json::array();
    for (const RecordNotShown &one : list) {
        all.push_back({{"record", one.record}, {"what", one.what}, {"reason", one.reason}});
    }
    return all;
}

std::string notShownText(const std::vector<RecordNotShown> &list, const Call &call) {
    std::string text;
    for (const RecordNotShown &one : list) {
        text += "\n" + call.say("Non imprimé : ", "Not printed: ") + one.what + " (" + one.reason + ")";
    }
    return text;
}

Json jobsJson(const std::vector<storage::Job> &jobs) {
    Json list = Json::array();
    for (const storage::Job &job : jobs) {
        list.push_back(jobJson(job));
    }
    return list;
}

Answer jobsAnswer(const Call &call, const std::vector<storage::Job> &jobs) {
    Columns table;
    for (const storage::Job &job : jobs) {
        std::string reasons;
        for (const std::string &reason : job.reasons) {
            reasons += (reasons.empty() ? "" : ", ") + reason;
        }
        table.add({job.id, job.what, fmt::format(fmt::runtime(call.say("{} pages", "{} pages")), job.pages),
                   job.printer, jobWord(job, call.language()), reasons});
    }
    return answer({{"jobs", jobsJson(jobs)}},
                  jobs.empty() ? call.say("Aucun papier en route.", "No paper on its way.") : table.text());
}

} // namespace

Result<Answer> print(Call &call) {
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const RecordChoice choice, choiceOf(call));
    GUICHET_ASSIGN(const printing::Layout layout, layoutOf(given));
    constexpr int kMostCopies = 20;
    GUICHET_ASSIGN(const auto copies, given.number("copies", 1, kMostCopies));
    if (given.has("printer") && given.has("output")) {
        return fail(ErrorCode::Usage,
                    call.say("--printer ou --output, pas les deux", "--printer or --output, not both"));
    }
    GUICHET_ASSIGN(const Presence presence, presenceOf(given));
    call.startReader();
    GUICHET_TRY(call.startEngine());
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const PreparedRecords prepared, prepareRecords(desk, given.get("person"), choice, presence, layout));
    GUICHET_ASSIGN(const auto earlier, earlierPrints(desk, prepared));
    if (const auto file = given.value("output")) {
        GUICHET_ASSIGN(const Bytes pdf, recordsToFile(desk, prepared, presence));
        GUICHET_TRY(call.writeOutput(pdf));
        return answer({{"job", nullptr},
                       {"pages", prepared.pages()},
                       {"destination", *file},
                       {"state", "completed"},
                       {"not_shown", notShownJson(prepared.notShown)},
                       {"records", prepared.records},
                       {"digests", prepared.digests()},
                       {"earlier", earlierJson(earlier)}},
                      whatText(call, prepared) + call.say(" : ", ": ") + *file + notShownText(prepared.notShown, call) +
                          earlierText(desk, earlier, call));
    }
    GUICHET_ASSIGN(
        storage::Job job,
        recordsToPrinter(
            desk, prepared, presence,
            {.printer = given.value("printer").value_or(""), .copies = copies.value_or(1), .visit = {}, .label = {}}));
    if (given.has("follow")) {
        constexpr std::chrono::minutes kLimit{10};
        GUICHET_ASSIGN(job, followJob(desk, job.id, kLimit));
    }
    return answer({{"job", job.id},
                   {"pages", prepared.pages()},
                   {"destination", job.printer},
                   {"state", std::string(storage::toText(job.state))},
                   {"not_shown", notShownJson(prepared.notShown)},
                   {"records", prepared.records},
                   {"digests", prepared.digests()},
                   {"earlier", earlierJson(earlier)}},
                  fmt::format(fmt::runtime(call.say("{}, imprimante {} : {} ({})", "{}, printer {}: {} ({})")),
                              whatText(call, prepared), job.printer, jobWord(job, call.language()), job.id) +
                      notShownText(prepared.notShown, call) + earlierText(desk, earlier, call));
}

Result<Answer> jobList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto jobs, listJobs(desk, {}));
    return jobsAnswer(call, jobs);
}

namespace {

/// What `change` does to the job that is named, and what became of it.
template <typename Change>
Result<Answer> changeJob(Call &call, Change change) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(storage::Job job, change(desk, call.arguments().get("ID")));
    return jobsAnswer(call, {std::move(job)});
}

} // namespace

Result<Answer> jobCancel(Call &call) { return changeJob(call, cancelJob); }

Result<Answer> jobKept(Call &call) { return changeJob(call, keepPaper); }

Result<Answer> jobDestroyed(Call &call) { return changeJob(call, destroyPaper); }

Result<Answer> jobPosted(Call &call) { return changeJob(call, postPaper); }

Result<Answer> jobReplaced(Call &call) {
    return changeJob(call, [&](Desk &desk, const std::string &id) {
        return replacePaper(desk, id, call.arguments().get("number"));
    });
}

Result<Answer> jobRetry(Call &call) {
    return changeJob(call, [&](Desk &desk, const std::string &id) {
        return retryJob(desk, id, call.arguments().value("printer").value_or(""));
    });
}

Result<Answer> jobHanded(Call &call) {
    constexpr int kMostSheets = 10000;
    GUICHET_ASSIGN(const auto sheets, call.arguments().number("sheets", 0, kMostSheets));
    std::optional<Presence> by;
    if (call.arguments().has("by") || call.arguments().has("identity-seen")) {
        GUICHET_ASSIGN(by, presenceOf(call.arguments(), IdentitySeen::None));
    }
    return changeJob(call,
                     [&](Desk &desk, const std::string &id) { return handedJob(desk, id, sheets.value_or(0), by); });
}

namespace {

Answer printersAnswer(const Call &call, const std::vector<PrinterStatus> &printers, const std::string &done = {}) {
    Json list = Json::array();
    Columns table;
    for (const PrinterStatus &printer : printers) {
        list.push_back({{"name", printer.name},
                        {"state", printer.state},
                        {"reasons", printer.reasons},
                        {"chosen", printer.chosen},
                        {"spare", printer.spare}});
        std::string reasons;
        for (const std::string &reason : printer.reasons) {
            reasons += (reasons.empty() ? "" : ", ") + reason;
        }
        table.add({printer.name, printer.state,
                   printer.chosen  ? call.say("choisie", "chosen")
                   : printer.spare ? call.say("en secours", "spare")
                                   : std::string(),
                   reasons});
    }
    return answer({{"printers", list}},
                  !done.empty() ? done
                                : (printers.empty() ? call.say("Aucune imprimante.", "No printer.") : table.text()));
}

} // namespace

Result<Answer> printerList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto printers, listPrinters(desk));
    Answer all = printersAnswer(call, printers);
    if (const auto remains = printerRemains(desk); remains && (remains->history || remains->files)) {
        call.message(textsOf(desk, call.language(), today(desk))("printer.keeps"));
    }
    return all;
}

Result<Answer> printerFind(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto found, findPrinters(desk));
    Json list = Json::array();
    Columns table;
    for (const printing::AnnouncedPrinter &printer : found) {
        list.push_back({{"name", printer.queue},
                        {"calls_itself", printer.name},
                        {"model", textOrNull(printer.model)},
                        {"place", textOrNull(printer.place)},
                        {"uri", printer.uri}});
        table.add({printer.queue, printer.model, printer.place, printer.uri});
    }
    return answer({{"found", list}}, found.empty() ? call.say("Aucune imprimante nouvelle ne s’annonce.",
                                                              "No new printer announces itself.")
                                                   : table.text());
}

Result<Answer> printerAdd(Call &call) {
    const Arguments &given = call.arguments();
    const std::string name = given.get("NAME");
    const bool spare = given.has("spare");
    GUICHET_ASSIGN(Desk & desk, call.desk());
    if (const auto uri = given.value("uri")) {
        GUICHET_TRY(addPrinter(desk, name, *uri));
    }
    GUICHET_TRY(choosePrinter(desk, name, spare ? PrinterUse::Spare : PrinterUse::First));
    GUICHET_ASSIGN(const auto printers, listPrinters(desk));
    return printersAnswer(call, printers,
                          spare ? call.say("Imprimante de secours choisie.", "Spare printer chosen.")
                                : call.say("Imprimante choisie.", "Printer chosen."));
}

Result<Answer> printerTest(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(storage::Job job, testPrinter(desk, call.arguments().get("NAME")));
    Json json{{"jobs", Json::array({jobJson(job)})}};
    GUICHET_ASSIGN(const auto printers, listPrinters(desk));
    json["printers"] = Json::parse(printersAnswer(call, printers).json)["printers"];
    return answer(json, call.say("Page d’essai : ", "Test page: ") + jobWord(job, call.language()));
}

} // namespace guichet::kiosk::cli
