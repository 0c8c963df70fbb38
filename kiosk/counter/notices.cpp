// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/notices.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/letters.h"
#include "kiosk/counter/requests.h"
#include "kiosk/papers/notice.h"
#include "kiosk/papers/words.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace guichet::kiosk {
namespace {

using storage::Act;
using storage::ActNote;
using storage::ActStatus;
using storage::ActStep;
using storage::ActType;
using storage::ContactPreference;

struct NoticeRow {
    NoticeCause cause;
    std::string_view name;
    const char *title;
    const char *said;
    const char *means;      ///< what it means; "" said otherwise
    const char *evidence;   ///< label of what came with it; "" where nothing came
    const char *noEvidence; ///< what is said where that is not known; "" nothing
    bool contested;         ///< the ways of appeal are told
};
constexpr std::array kNoticeRows{
    NoticeRow{NoticeCause::None, "none", "", "", "", "", "", false},
    NoticeRow{NoticeCause::Confirmed, "confirmed", "notice.title-confirmed", "notice.said-confirmed", "",
              "notice.evidence", "", false},
    NoticeRow{NoticeCause::Refused, "refused", "notice.title-refused", "notice.said-refused", "notice.means-refused",
              "notice.reason", "notice.no-reason", true},
    NoticeRow{NoticeCause::DecidedYes, "decided-yes", "notice.title-decided-yes", "notice.said-decided-yes",
              "notice.means-decided", "notice.evidence", "", false},
    NoticeRow{NoticeCause::DecidedNo, "decided-no", "notice.title-decided-no", "notice.said-decided-no",
              "notice.means-decided", "notice.reason", "notice.no-reason", true},
    NoticeRow{NoticeCause::SilenceAccepted, "silence-accepted", "notice.title-silence-accepted",
              "notice.said-silence-accepted", "notice.means-silence-accepted", "", "", false},
    NoticeRow{NoticeCause::SilenceRefused, "silence-refused", "notice.title-silence-refused",
              "notice.said-silence-refused", "notice.means-silence-refused", "", "", true},
    NoticeRow{NoticeCause::Late, "late", "notice.title-late", "notice.said-late", "", "", "", true},
    NoticeRow{NoticeCause::Forwarded, "forwarded", "notice.title-forwarded", "notice.said-forwarded",
              "notice.means-forwarded", "notice.forwarded-to", "", false},
};
const NoticeRow &rowOf(NoticeCause cause) { return kNoticeRows.at(static_cast<std::size_t>(cause)); }

/// The step that brought the act where it is; nothing where it is time that passed.
std::optional<ActStep> decidingStep(const std::vector<ActStep> &steps, const Act &act) {
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [&](const ActStep &step) {
        return step.what == storage::actStatusName(act.status);
    });
    return last == steps.rend() ? std::nullopt : std::optional(*last);
}

/// Who was asked, in words that stand within a sentence.
std::string askedOf(const Texts &say, const Catalogue &catalogue, const Act &act) {
    const Scope *scope = act.type == ActType::Optout ? catalogue.scope(act.subject) : nullptr;
    return say(scope == nullptr || scope->addressee == "service" ? "notice.the-service"
               : scope->addressee == "snds"                      ? "receipt.snds"
                                                                 : "receipt.operator");
}

/// Where a letter goes.
struct Way {
    std::string means;
    std::vector<std::string> lines; ///< in the window
    std::string forAgent;
};

/// Who it is addressed to: the person, or who acts for somebody who can't.
std::vector<std::string> namesOf(const Texts &say, const Act &act, const storage::Person &person) {
    const storage::Traits &traits = person.traits;
    std::string names = traits.givenNames.substr(0, traits.givenNames.find(' '));
    names += " " + (traits.usedName.empty() ? traits.birthName : traits.usedName);
    const bool other = act.by == toText(Who::Parent) || act.by == toText(Who::Guardian) || act.by == toText(Who::Heir);
    if (!other || act.byName.empty()) {
        return {names};
    }
    return {act.byName, say("notice.on-behalf", {{"name", names}})};
}

Way wayOf(const Texts &say, const Act &act, const storage::Person &person,
          const std::vector<ContactPreference> &contact) {
    const bool nothingHome = std::ranges::find(contact, "nothing-at-home", &ContactPreference::means) != contact.end();
    // The home of somebody who died is nobody's address.
    const bool home = !nothingHome && !person.address.empty() && act.by != toText(Who::Heir);
    ContactPreference chosen{"collect", {}};
    for (const ContactPreference &wish : contact) {
        if (wish.means != "nothing-at-home" && (wish.means != "post" || home) &&
            (wish.means != "other-address" || !wish.detail.empty())) {
            chosen = wish;
            break;
        }
    }
    Way way{chosen.means, namesOf(say, act, person), {}};
    if (chosen.means == "post" || chosen.means == "other-address") {
        for (const std::string &line : split(chosen.means == "post" ? person.address : chosen.detail, '\n')) {
            way.lines.push_back(trim(line));
        }
        std::erase(way.lines, std::string());
        return way;
    }
    way.lines.push_back(say("notice.to-collect"));
    const Values detail{{"detail", papers::unbroken(chosen.detail)}};
    way.forAgent = chosen.means == "telephone" ? say("notice.agent-telephone", detail) + " "
                   : chosen.means == "email"   ? say("notice.agent-email", {{"detail", chosen.detail}}) + " "
                                               : std::string();
    way.forAgent += say("notice.agent-collect");
    return way;
}

/// What it means for somebody whose opt-out is done.
void addDone(std::vector<papers::NoticePart> &parts, const Texts &say, const Scope &scope,
             const std::vector<std::string> &together) {
    const Scope said = scope.askedWith(together);
    parts.push_back({say("form.does"), said.does.in(say.language())});
    parts.push_back({say("form.does-not"), said.doesNot.in(say.language())});
    parts.push_back({say("receipt.change-mind"), {scope.goBack.in(say.language())}});
}

/// Boards look at decisions: while there is none, who may be turned to is left.
void leaveBoardsOut(std::vector<std::string> &remedies) {
    std::erase_if(remedies,
                  [](const std::string &id) { return id == "appeal" || id == "medical-appeal" || id == "cada"; });
}

/// What a letter is made from.
struct Told {
    const Act &act;
    const storage::Person &person;
    std::vector<ContactPreference> contact;
    std::vector<ActStep> steps;
    std::vector<std::string> together; ///< subjects of all that was signed with it
    NoticeCause cause = NoticeCause::None;
};

Result<papers::NoticeContent> contentOf(Desk &desk, const Texts &say, const Told &told) {
    const Act &act = told.act;
    const NoticeRow &row = rowOf(told.cause);
    const Catalogue &catalogue = desk.machine.catalogue;
    const std::optional<ActStep> step = decidingStep(told.steps, act);
    const bool byTime = row.evidence[0] == '\0';
    const std::optional<CivilDate> day = told.cause == NoticeCause::Late ? act.due
                                         : byTime                        ? (act.deemed ? act.deemed->on : std::nullopt)
                                         : step ? std::optional(step->on.value_or(desk.calendar.dayOf(step->at)))
                                                : std::nullopt;
    const std::string who = askedOf(say, catalogue, act);
    papers::NoticeContent content;
    content.title = say(row.title);
    content.reference = act.reference;
    content.asked = say("notice.you-asked", {{"date", papers::longDate(say, act.received)},
                                             {"asked", titleOf(catalogue, act, say.language())}});
    content.said = say(row.said, {{"date", day ? papers::longDate(say, *day) : "……"}, {"who", who}});
    const ActMore more = ActMore::parse(act.more);
    content.facts.emplace_back(
        say("receipt.for"),
        personLine(say, act.initials,
                   bornWords(say, storage::BirthDate::parse(more.born).value_or(storage::BirthDate{})), more.number));
    const std::string evidence = step && !byTime ? step->evidence : std::string();
    if (!evidence.empty()) {
        content.facts.emplace_back(say(row.evidence), papers::isolated(evidence));
    } else if (row.noEvidence[0] != '\0') {
        content.facts.emplace_back(say(row.evidence), say(row.noEvidence));
    }
    content.facts.emplace_back(say("receipt.reply"), replyWords(say, told.contact));

    const Scope *scope = act.type == ActType::Optout ? catalogue.scope(act.subject) : nullptr;
    if (row.means[0] != '\0') {
        content.parts.push_back({say("notice.means"), {say(row.means)}});
    } else if (told.cause == NoticeCause::Confirmed && scope != nullptr) {
        addDone(content.parts, say, *scope, told.together);
    }
    if (told.cause == NoticeCause::Late) {
        content.parts.push_back({say("notice.we-do"), {say("notice.we-keep"), say("notice.we-ask", {{"who", who}})}});
    }
    if (row.contested || told.cause == NoticeCause::SilenceAccepted) {
        content.parts.push_back({say("notice.you-may"), {say("notice.you-write")}});
    }
    if (row.contested) {
        std::vector<std::string> ids = remediesOf(catalogue, act);
        if (told.cause == NoticeCause::Late) {
            leaveBoardsOut(ids);
        }
        GUICHET_ASSIGN(content.remedies, papers::RemediesMention::of(say, ids, settingsOf(desk)));
    }
    return content;
}

bool isTold(const ActStep &step, NoticeCause cause) {
    return step.what == storage::actNoteName(ActNote::NoticeMade) && step.evidence == toText(cause);
}

} // namespace

std::string_view toText(NoticeCause cause) { return rowOf(cause).name; }

NoticeCause noticeCause(const Act &act, CivilDate day) {
    switch (act.status) {
    case ActStatus::Confirmed: return NoticeCause::Confirmed;
    case ActStatus::Refused: return NoticeCause::Refused;
    case ActStatus::DecidedYes: return NoticeCause::DecidedYes;
    case ActStatus::DecidedNo: return NoticeCause::DecidedNo;
    default: break;
    }
    switch (letterCause(act, day)) {
    case LetterCause::SilenceAccepted: return NoticeCause::SilenceAccepted;
    case LetterCause::SilenceRefused: return NoticeCause::SilenceRefused;
    case LetterCause::Late: return NoticeCause::Late;
    default: return act.status == ActStatus::Forwarded ? NoticeCause::Forwarded : NoticeCause::None;
    }
}

Result<MadeNotice> makeNotice(Desk &desk, std::string_view reference, const PaperWish &wish) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    MadeNotice made;
    GUICHET_ASSIGN(made.act, acts.get(reference));
    const Act &act = made.act;
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(act.person));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    made.cause = noticeCause(act, making.at.day);
    if (made.cause == NoticeCause::None) {
        std::string state = statusWords(say, storage::actStatusName(act.status));
        return fail(ErrorCode::WrongState, state.substr(0, state.find_last_not_of('.') + 1));
    }
    Told told{act, person, {}, {}, {}, made.cause};
    GUICHET_ASSIGN(told.contact, contactOf(acts, act));
    GUICHET_ASSIGN(told.steps, acts.steps(act.reference));
    for (const Act &other : acts.list({.receipt = act.receipt})) {
        told.together.push_back(other.subject);
    }
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const Way way = wayOf(say, act, person, told.contact);
    made.to = way.means;
    made.forAgent = way.forAgent;
    const auto letter = [&](const Texts &in, bool readingCopy) -> Result<printing::Paper> {
        GUICHET_ASSIGN(papers::NoticeContent content, contentOf(desk, in, told));
        if (!readingCopy) {
            content.to = way.lines;
            content.forAgent = way.forAgent;
        }
        return papers::notice(in, letterhead, making, content, readingCopy);
    };
    GUICHET_ASSIGN(std::vector<printing::Paper> papers, withReadingCopy(desk, making.at.day, wish, letter));
    GUICHET_ASSIGN(made.paper, makePaper(desk, std::move(papers), wish.layout, say("notice.job")));

    const auto before = std::find_if(told.steps.rbegin(), told.steps.rend(),
                                     [&](const ActStep &step) { return isTold(step, made.cause); });
    made.noted = before == told.steps.rend() || before->means != made.to;
    if (made.noted) {
        GUICHET_TRY(
            desk.entries.write([&] { return noteStep(desk, act, ActNote::NoticeMade, made.to, toText(made.cause)); }));
    }
    return made;
}

std::size_t noticesToMake(Desk &desk, const std::vector<Act> &among) {
    storage::Acts acts(desk.entries);
    const CivilDate day = today(desk);
    std::set<std::pair<std::string, std::string>> told;
    for (auto &[reference, step] : acts.notes(ActNote::NoticeMade)) {
        told.emplace(std::move(reference), std::move(step.evidence));
    }
    return static_cast<std::size_t>(std::ranges::count_if(among, [&](const Act &act) {
        const NoticeCause cause = noticeCause(act, day);
        return cause != NoticeCause::None && cause != NoticeCause::Forwarded &&
               !told.contains({act.reference, std::string(toText(cause))});
    }));
}

} // namespace guichet::kiosk
