// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/day.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/visit.h"
#include "kiosk/papers/opening_sheet.h"
#include "storage/register/acts.h"
#include "storage/register/leaf.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace guichet::kiosk {
namespace {

using State = DayItem::State;

struct Look {
    Desk &desk;
    Texts say;
    std::vector<DayItem> items;

    void note(std::string_view what, State state, std::string words, int count = 0) {
        items.push_back({std::string(what), state, count, std::move(words)});
    }
    /// Something that should be none.
    void count(std::string_view what, std::string_view text, std::size_t many, State otherwise = State::Look) {
        note(what, many == 0 ? State::Good : otherwise, say(text, {{"count", std::to_string(many)}}),
             static_cast<int>(many));
    }
    void printer();
    void paper(const std::string &queue, const PrinterStatus &printer);
    void spare();
    void clock();
};

State stateOf(const PrinterStatus &printer, const PrinterSays &says) {
    return stopsPrinting(alertOf(printer).trouble) || !says.ready ? State::Wrong
           : alertOf(printer).trouble == PrinterTrouble::None     ? State::Good
                                                                  : State::Look;
}

std::string wordsOf(const PrinterSays &says) {
    return says.advice.empty() ? says.words : says.words + ". " + says.advice;
}

void Look::printer() {
    const auto name = printerFor(desk, {});
    if (!name) {
        note("printer", State::Wrong, say("printer.none"));
        return;
    }
    if (*name == kFolderPrinter) {
        note("printer", State::Good, say("opening.folder"));
        return;
    }
    const auto seen = desk.machine.printers.look(*name);
    if (!seen) {
        note("printer", State::Wrong, say("printer.none"));
        return;
    }
    const PrinterStatus printer = judged(desk, *seen);
    const PrinterSays says = printerSays(say, printer);
    note("printer", stateOf(printer, says), wordsOf(says));
    paper(*name, printer);
    if (const auto kept = desk.machine.printers.remains(*name); kept && (kept->history || kept->files)) {
        note("traces", State::Wrong, say("printer.keeps"));
    }
}

void Look::paper(const std::string &queue, const PrinterStatus &printer) {
    const auto fit = isFit(desk, queue);
    if (fit && !*fit) {
        note("paper", State::Wrong, say("printer.unfit-do"));
        return;
    }
    const std::string a4 = printing::PrintChoice().size;
    const auto &loaded = printer.device.loaded;
    const bool known = !loaded.empty();
    const bool there = known && std::ranges::find(loaded, a4) != loaded.end();
    note("paper",
         there   ? State::Good
         : known ? State::Wrong
                 : State::Look,
         say(there   ? "opening.paper"
             : known ? "opening.paper-other"
                     : "opening.paper-unknown"));
}

void Look::spare() {
    if (const auto name = sparePrinter(desk)) {
        const auto seen = desk.machine.printers.look(*name);
        const PrinterStatus printer = seen ? judged(desk, *seen) : PrinterStatus{.name = *name, .state = "unknown"};
        const PrinterSays says = printerSays(say, printer);
        const State state = stateOf(printer, says) == State::Good ? State::Good : State::Look;
        note("spare-printer", state, say("opening.spare", {{"name", *name}, {"state", says.words}}));
    }
}

/// A clock that stands before what was written last would date every receipt wrongly.
void Look::clock() {
    const Instant now = desk.machine.clock.now();
    const LocalTime local = desk.calendar.localTime(now);
    const storage::LogInfo log = desk.entries.current();
    bool back = false;
    if (log.size > 0) {
        const auto last = desk.entries.get({log.origin, log.size - 1});
        const auto leaf = last ? storage::parseLeaf(last->leafBytes) : storage::parseLeaf({});
        back = leaf && now < leaf->at;
    }
    note("clock", back ? State::Wrong : State::Good,
         say(back ? "opening.clock-back" : "opening.clock",
             {{"day", papers::longDate(say, local.day)},
              {"time", fmt::format("{:02}:{:02}", local.hour, local.minute)}}));
}

} // namespace

std::string_view toText(DayItem::State state) {
    switch (state) {
    case State::Good: return "ok";
    case State::Look: return "look";
    case State::Wrong: return "wrong";
    }
    return "";
}

std::string stateWords(const Texts &say, DayItem::State state) {
    switch (state) {
    case State::Good: return say("opening.good");
    case State::Look: return say("opening.look");
    case State::Wrong: return say("opening.wrong");
    }
    return {};
}

Result<std::vector<DayItem>> openingItems(Desk &desk) {
    GUICHET_TRY(desk.require(Action::RunDay));
    const CivilDate day = today(desk);
    const Instant now = desk.machine.clock.now();
    Look look{desk, textsOf(desk, desk.language, day), {}};
    look.printer();
    look.spare();
    look.clock();
    look.count("settings", "opening.settings", desk.store.settings().missing().size(), State::Wrong);
    look.count("owed", "opening.owed", desk.store.jobs().list({.visit = {}, .person = {}, .onlyOpen = true}).size());
    look.count("unsigned", "opening.unsigned",
               desk.store.drafts().list("optout", {}, now).size() +
                   desk.store.drafts().list("request", {}, now).size());
    GUICHET_ASSIGN(const auto left, leftVisits(desk));
    look.count("interrupted", "opening.interrupted", left.size());
    storage::Acts acts(desk.entries);
    look.count("to-send", "opening.to-send", acts.waitingForSlip().size());
    look.count("due", "opening.due", acts.due(day).size());
    std::ranges::stable_sort(look.items, std::ranges::greater(), &DayItem::state);
    return std::move(look.items);
}

Result<MadePaper> openingSheet(Desk &desk, const std::vector<DayItem> &items, printing::Layout layout) {
    GUICHET_TRY(desk.require(Action::RunDay));
    const Texts say = textsOf(desk, desk.language, today(desk));
    std::vector<papers::OpeningLine> lines;
    std::vector<std::pair<std::string, std::string>> details;
    for (const DayItem &item : items) {
        lines.push_back({stateWords(say, item.state), item.words, item.state != State::Good});
        details.emplace_back(item.what, fmt::format("{} {}", toText(item.state), item.count));
    }
    GUICHET_TRY(journalAlone(desk, {.kind = "day.opened", .person = {}, .by = {}, .details = details}));
    return makePaper(desk, {papers::openingSheet(say, unheadedPaper(desk), lines)}, layout, say("opening.title"));
}

} // namespace guichet::kiosk
