// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/day.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/visit.h"
#include "kiosk/papers/hand_receipt.h"
#include "kiosk/papers/power_cut.h"
#include "storage/register/acts.h"
#include "storage/register/leaf.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <utility>

namespace guichet::kiosk {
namespace {

using State = DayItem::State;

/// A list is cut after its oldest; counts are not.
const storage::ActFilter kEveryAct{.limit = std::numeric_limits<int>::max()};

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
    void forms();
    void owed();
    void handReceipts();
    void numberedForms();
    void unsignedPapers();
    void interrupted(std::size_t visits) { count("interrupted", "opening.interrupted", visits); }
    void toSend(storage::Acts &acts) { count("to-send", "opening.to-send", acts.waitingForSlip().size()); }
    void unposted(storage::Acts &acts, CivilDate day);
    std::vector<DayItem> sorted() {
        std::ranges::stable_sort(items, std::ranges::greater(), &DayItem::state);
        return std::move(items);
    }
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

/// To be read out, or compared by eye.
std::string inGroups(const std::string &hex) {
    constexpr std::size_t kGroup = 8;
    std::string groups;
    for (std::size_t at = 0; at < hex.size(); at += kGroup) {
        groups += (at > 0 ? " " : "") + hex.substr(at, kGroup);
    }
    return groups;
}

/// A form that can't be read is not offered: somebody would look for it in vain.
void Look::forms() {
    const auto &mistakes = desk.machine.catalogue.formMistakes();
    if (!mistakes.empty()) {
        const CatalogueMistake &first = mistakes.front();
        note("forms", State::Wrong,
             say("opening.forms", {{"mistake", fmt::format("{}:{}: {}", first.file, first.line, first.what)}}),
             static_cast<int>(mistakes.size()));
    }
}

void Look::owed() {
    count("owed", "opening.owed", desk.store.jobs().list({.visit = {}, .person = {}, .onlyOpen = true}).size());
}

void Look::handReceipts() {
    constexpr int kEnough = 10;
    const int left = numbersLeft(desk, kHandReceipt);
    const bool few = left < kEnough;
    note("hand-receipts", few ? State::Look : State::Good,
         say(few ? "opening.hand-few" : "opening.hand", {{"count", std::to_string(left)}}), left);
}

/// Handed to the queue, or lying in the tray: what was handed in is keyed in before it is forgotten.
void Look::numberedForms() {
    const int left = numbersLeft(desk, kNumberedForm);
    note("numbered-forms", State::Good, say("opening.numbered", {{"count", std::to_string(left)}}), left);
}

void Look::unsignedPapers() {
    const Instant now = desk.machine.clock.now();
    count("unsigned", "opening.unsigned",
          desk.store.drafts().list("optout", {}, now).size() + desk.store.drafts().list("request", {}, now).size());
}

/// A slip that was made and is not said to have left. From the next working day on it is late.
void Look::unposted(storage::Acts &acts, CivilDate day) {
    std::set<std::string> slips;
    bool late = false;
    for (const storage::Act &act : acts.list(
             {.type = storage::ActType::Optout, .status = storage::ActStatus::Recorded, .limit = kEveryAct.limit})) {
        if (act.slip.empty() || !slips.insert(act.slip).second) {
            continue;
        }
        const auto slip = acts.slip(act.slip);
        const DeadlineRule next{.count = 1, .unit = Unit::WorkingDay};
        late = late || (slip && desk.calendar.lastDay(next, desk.calendar.dayOf(slip->at)) <= day);
    }
    count("unposted", "closing.unposted", slips.size(), late ? State::Wrong : State::Look);
}

constexpr int kSoon = 7; // days

/// What a supervisor follows of an act, on a day.
struct Standing {
    bool late = false;
    bool silent = false;
    bool soon = false;
    bool incomplete = false;
    bool missedDay = false; ///< incomplete, and the day set for it is over
    bool waiting = false;
};

Standing standingOf(const storage::Act &act, CivilDate day) {
    Standing standing;
    if (storage::isFinal(act.type, act.status)) {
        return standing;
    }
    const auto before = [](const std::optional<CivilDate> &date, CivilDate than) { return date && *date < than; };
    const auto within = [&](const std::optional<CivilDate> &date) {
        return !before(date, day) && before(date, addDays(day, kSoon));
    };
    const std::optional<CivilDate> decides =
        act.deemed && act.deemed->means != toText(Silence::None) ? act.deemed->on : std::nullopt;
    standing.silent = before(decides, day);
    standing.late = !standing.silent && before(act.due, day);
    standing.soon = !standing.silent && !standing.late && (within(act.due) || within(decides));
    standing.incomplete = !act.piecesMissing.empty();
    standing.missedDay = standing.incomplete && before(act.completeBy, day);
    standing.waiting = act.status == storage::ActStatus::Sent || act.status == storage::ActStatus::Forwarded;
    return standing;
}

/// Items of the week alone, and what of an act each counts.
constexpr std::array<std::pair<std::string_view, bool Standing::*>, 5> kFollowed{{{"late", &Standing::late},
                                                                                  {"silent", &Standing::silent},
                                                                                  {"soon", &Standing::soon},
                                                                                  {"incomplete", &Standing::incomplete},
                                                                                  {"waiting", &Standing::waiting}}};
constexpr std::array<std::string_view, 4> kOfTheDay{"due", "signed", "to-send", "unposted"};

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
    Look look{desk, textsOf(desk, desk.language, day), {}};
    look.printer();
    look.spare();
    look.clock();
    look.count("settings", "opening.settings", desk.store.settings().missing().size(), State::Wrong);
    look.forms();
    look.handReceipts();
    look.numberedForms();
    look.owed();
    look.unsignedPapers();
    GUICHET_ASSIGN(const auto left, leftVisits(desk));
    look.interrupted(left.size());
    storage::Acts acts(desk.entries);
    look.toSend(acts);
    look.count("due", "opening.due", acts.due(day).size());
    return look.sorted();
}

Result<std::vector<DayItem>> closingItems(Desk &desk) {
    GUICHET_TRY(desk.require(Action::RunDay));
    const CivilDate day = today(desk);
    Look look{desk, textsOf(desk, desk.language, day), {}};
    look.unsignedPapers();
    GUICHET_ASSIGN(const auto left, leftVisits(desk));
    look.interrupted(left.size());
    storage::Acts acts(desk.entries);
    look.toSend(acts);
    look.unposted(acts, day);
    look.owed();
    look.count("due", "opening.due", acts.due(day).size());
    const auto signedToday = static_cast<int>(
        std::ranges::count_if(acts.list(kEveryAct), [&](const storage::Act &act) { return act.received == day; }));
    look.note("signed", State::Good, look.say("closing.signed", {{"count", std::to_string(signedToday)}}), signedToday);
    const storage::Checkpoint head = desk.entries.head();
    look.note("register", State::Good,
              look.say("closing.register", {{"size", std::to_string(head.size)}, {"root", inGroups(toHex(head.root))}}),
              static_cast<int>(head.size));
    return look.sorted();
}

Result<std::vector<DayItem>> weekItems(Desk &desk) {
    GUICHET_TRY(desk.require(Action::RunWeek));
    const CivilDate day = today(desk);
    Look look{desk, textsOf(desk, desk.language, day), {}};
    storage::Acts acts(desk.entries);
    std::size_t late = 0;
    std::size_t silent = 0;
    std::size_t incomplete = 0;
    bool missedDay = false;
    int waiting = 0;
    std::size_t soon = 0;
    const std::vector<storage::Act> all = acts.list(kEveryAct);
    for (const storage::Act &act : all) {
        const Standing standing = standingOf(act, day);
        late += standing.late ? 1 : 0;
        silent += standing.silent ? 1 : 0;
        soon += standing.soon ? 1 : 0;
        incomplete += standing.incomplete ? 1 : 0;
        missedDay = missedDay || standing.missedDay;
        waiting += standing.waiting ? 1 : 0;
    }
    look.count("late", "week.late", late, State::Wrong);
    look.count("silent", "week.silent", silent, State::Wrong);
    look.count("incomplete", "week.incomplete", incomplete, missedDay ? State::Wrong : State::Look);
    look.toSend(acts);
    look.unposted(acts, day);
    look.count("soon", "week.soon", soon);
    look.count("notices", "week.notices", noticesToMake(desk, all));
    look.note("waiting", State::Good, look.say("week.waiting", {{"count", std::to_string(waiting)}}), waiting);
    look.owed();
    return look.sorted();
}

bool countsActs(std::string_view what) {
    return std::ranges::find(kOfTheDay, what) != kOfTheDay.end() ||
           std::ranges::any_of(kFollowed, [&](const auto &one) { return one.first == what; });
}

Result<std::vector<storage::Act>> dayActs(Desk &desk, std::string_view what) {
    const auto followed = std::ranges::find_if(kFollowed, [&](const auto &one) { return one.first == what; });
    GUICHET_TRY(desk.require(followed == kFollowed.end() ? Action::RunDay : Action::RunWeek));
    if (!countsActs(what)) {
        return fail(ErrorCode::BadValue, std::string(what));
    }
    const CivilDate day = today(desk);
    storage::Acts acts(desk.entries);
    if (what == "to-send") {
        return acts.waitingForSlip();
    }
    if (what == "due") {
        return acts.due(day);
    }
    std::vector<storage::Act> found = acts.list(kEveryAct);
    std::erase_if(found, [&](const storage::Act &act) {
        if (followed != kFollowed.end()) {
            return !(standingOf(act, day).*followed->second);
        }
        return what == "signed" ? act.received != day : act.status != storage::ActStatus::Recorded || act.slip.empty();
    });
    return found;
}

Result<std::vector<DayItem>> dayItems(Desk &desk, papers::DaySheet sheet) {
    switch (sheet) {
    case papers::DaySheet::Opening: return openingItems(desk);
    case papers::DaySheet::Closing: return closingItems(desk);
    case papers::DaySheet::Week: return weekItems(desk);
    }
    return {};
}

Result<MadePaper> daySheet(Desk &desk, papers::DaySheet sheet, const std::vector<DayItem> &items,
                           printing::Layout layout) {
    const bool week = sheet == papers::DaySheet::Week;
    GUICHET_TRY(desk.require(week ? Action::RunWeek : Action::RunDay));
    const Texts say = textsOf(desk, desk.language, today(desk));
    std::vector<papers::DayLine> lines;
    std::vector<std::pair<std::string, std::string>> details;
    for (const DayItem &item : items) {
        lines.push_back({stateWords(say, item.state), item.words, item.state != State::Good});
        details.emplace_back(item.what, fmt::format("{} {}", toText(item.state), item.count));
    }
    const char *kind = week ? "day.followed" : sheet == papers::DaySheet::Closing ? "day.closed" : "day.opened";
    GUICHET_TRY(journalAlone(desk, {.kind = kind, .person = {}, .by = {}, .details = details}));
    return makePaper(desk, {papers::daySheet(say, unheadedPaper(desk), sheet, lines)}, layout,
                     papers::titleOf(say, sheet));
}

Result<NumberedPapers> handReceipts(Desk &desk, int count, printing::Layout layout) {
    GUICHET_TRY(desk.require(Action::RunDay));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settings));
    GUICHET_ASSIGN(const papers::ServiceMention service, papers::ServiceMention::of(settings));
    GUICHET_ASSIGN(const papers::RemediesMention remedies,
                   papers::RemediesMention::of(say, {"appeal", "mediator", "defender"}, settings));
    NumberedPapers kit;
    GUICHET_ASSIGN(kit.numbers, drawNumbers(desk, count));
    std::vector<printing::Paper> pages{papers::powerCutSheet(say, letterhead, making)};
    for (const std::string &number : kit.numbers) {
        pages.push_back(
            papers::handReceipt(say, letterhead, making, number, service, remedies, rulesChecked(settings)));
    }
    GUICHET_ASSIGN(kit.paper, makePaper(desk, std::move(pages), layout, say("hand.title")));
    GUICHET_TRY(journalNumbers(desk, kHandReceipt, kit.numbers));
    return kit;
}

} // namespace guichet::kiosk
