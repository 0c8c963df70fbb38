// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/notices.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/letters.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/papers/notice.h"
#include "kiosk/papers/words.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <array>
#include <iterator>
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
    NoticeRow{NoticeCause::Declared, "declared", "notice.title-declared", "notice.said-declared",
              "notice.means-declared", "", "", false},
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

std::string nameOf(const storage::Traits &traits) {
    return traits.givenNames.substr(0, traits.givenNames.find(' ')) + " " +
           (traits.usedName.empty() ? traits.birthName : traits.usedName);
}

/// Who it is addressed to: the person, or who acts for somebody who can't.
std::vector<std::string> namesOf(const Texts &say, const Act &act, const storage::Person &person) {
    std::string names = nameOf(person.traits);
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
        for (std::string &line : addressLines(chosen.means == "post" ? person.address : chosen.detail)) {
            way.lines.push_back(std::move(line));
        }
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

/// To the person, where they were known to live before anybody came: who came may be somebody else.
std::optional<Way> wayHome(Desk &desk, const storage::Person &person, const std::vector<ContactPreference> &wished) {
    const auto home = knownAddress(desk, person, wished);
    if (!home) {
        return std::nullopt;
    }
    Way way{"post", {nameOf(person.traits)}, {}};
    way.lines.insert(way.lines.end(), home->begin(), home->end());
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

/// Of what was signed together and only declared: it leaves once the person is told.
bool goesItsWay(Desk &desk, const Act &act) {
    if (storage::isFinal(act.type, act.status)) {
        return false;
    }
    const std::vector<Wait> waits = waitsOf(desk, act);
    return std::ranges::find(waits, Wait::Identity) == waits.end();
}

/// What a letter is made from.
struct Told {
    const Act &act;
    const storage::Person &person;
    std::vector<ContactPreference> contact;
    std::vector<ActStep> steps;
    std::vector<Act> together; ///< all that was signed with it, itself too
    NoticeCause cause = NoticeCause::None;
};

/// Asked for in the person's name, by somebody who may be another.
papers::NoticeContent declaredContent(const Texts &say, const Told &told, const std::string &phone) {
    const Act &act = told.act;
    const Catalogue &catalogue = say.catalogue();
    const NoticeRow &row = rowOf(told.cause);
    std::vector<std::string> asked;
    std::vector<std::string> mistaken{say("notice.not-you", {{"phone", papers::unbroken(phone)}})};
    for (const Act &one : told.together) {
        asked.push_back(titleOf(catalogue, one, say.language()));
        const Scope *scope = one.type == ActType::Optout ? catalogue.scope(one.subject) : nullptr;
        if (scope != nullptr && scope->reversible &&
            std::ranges::find(mistaken, scope->goBack.in(say.language())) == mistaken.end()) {
            mistaken.push_back(scope->goBack.in(say.language()));
        }
    }
    papers::NoticeContent content;
    content.title = say(row.title);
    content.reference = act.receipt;
    content.asked =
        say("notice.asked-declared", {{"date", papers::longDate(say, act.received)}, {"asked", join(asked, " ; ")}});
    content.said = say(act.by == toText(Who::Bearer) ? "notice.said-brought" : row.said);
    content.parts.push_back({say("notice.is-you"), {say(row.means)}});
    content.parts.push_back({say("notice.is-not-you"), std::move(mistaken)});
    return content;
}

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
        std::vector<std::string> together;
        std::ranges::transform(told.together, std::back_inserter(together), &Act::subject);
        addDone(content.parts, say, *scope, together);
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

namespace {

/// What came of an act, or did not, by this day.
NoticeCause causeBy(const Act &act, CivilDate day) {
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

/// `told`: of what was declared; `shown`: somebody who may ask for it has come since.
NoticeCause causeOf(const Act &act, bool told, bool shown, CivilDate day) {
    const NoticeCause cause = causeBy(act, day);
    const bool fresh =
        act.status == ActStatus::Recorded || act.status == ActStatus::Filed || act.status == ActStatus::Incomplete;
    const ActMore more = ActMore::parse(act.more);
    const bool declared =
        fresh && !shown && more.declared && !more.isHeld(act.subject); // that wants more than a letter
    return declared && (!told || cause == NoticeCause::None) ? NoticeCause::Declared : cause;
}

} // namespace

NoticeCause noticeCause(Desk &desk, const Act &act) {
    const auto steps = storage::Acts(desk.entries).steps(act.reference).value_or(std::vector<ActStep>{});
    const bool told =
        std::ranges::any_of(steps, [](const ActStep &step) { return isTold(step, NoticeCause::Declared); });
    const bool shown =
        std::ranges::find(steps, storage::actNoteName(ActNote::IdentityShown), &ActStep::what) != steps.end();
    const NoticeCause cause = causeOf(act, told, shown, today(desk));
    return cause == NoticeCause::Late && !waitsOf(desk, act).empty() ? NoticeCause::None : cause;
}

Result<MadeNotice> makeNotice(Desk &desk, std::string_view reference, const PaperWish &wish) {
    GUICHET_ASSIGN(MadeNotice made, prepareNotice(desk, reference, wish));
    GUICHET_TRY(noteNotice(desk, made));
    return made;
}

Result<storage::Job> sendNotice(Desk &desk, MadeNotice made) {
    PaperJob job = jobFor(made.paper);
    job.person = made.act.person;
    GUICHET_ASSIGN(storage::Job sent, sendPaper(desk, job, made.paper.pdf));
    GUICHET_TRY(noteNotice(desk, made));
    return sent;
}

Result<MadeNotice> prepareNotice(Desk &desk, std::string_view reference, const PaperWish &wish) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    MadeNotice made;
    GUICHET_ASSIGN(made.act, acts.get(reference));
    const Act &act = made.act;
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(act.person));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    GUICHET_ASSIGN(std::vector<ActStep> steps, acts.steps(act.reference));
    made.cause = noticeCause(desk, act);
    if (made.cause == NoticeCause::None) {
        std::string state = statusWords(say, storage::actStatusName(act.status));
        return fail(ErrorCode::WrongState, state.substr(0, state.find_last_not_of('.') + 1));
    }
    Told told{act, person, {}, {}, {}, made.cause};
    GUICHET_ASSIGN(told.contact, contactOf(acts, act));
    told.steps = std::move(steps);
    told.together = acts.list({.receipt = act.receipt});
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const bool declared = made.cause == NoticeCause::Declared;
    const std::optional<Way> chosen =
        declared ? wayHome(desk, person, told.contact) : wayOf(say, act, person, told.contact);
    if (declared) { // what may not leave for want of identity is not told of, nor what is over
        std::erase_if(told.together, [&](const Act &one) { return !goesItsWay(desk, one); });
    }
    if (!chosen) {
        return fail(ErrorCode::WrongState, say("notice.no-address"), act.reference);
    }
    const Way &way = *chosen;
    made.to = way.means;
    made.forAgent = way.forAgent;
    const auto letter = [&](const Texts &in, bool readingCopy) -> Result<printing::Paper> {
        GUICHET_ASSIGN(papers::NoticeContent content,
                       declared ? Result<papers::NoticeContent>(declaredContent(in, told, letterhead.phone()))
                                : contentOf(desk, in, told));
        if (!readingCopy) {
            content.to = way.lines;
            content.forAgent = way.forAgent;
        }
        return papers::notice(in, letterhead, making, content, readingCopy);
    };
    GUICHET_ASSIGN(std::vector<printing::Paper> papers, withReadingCopy(desk, making.at.day, wish, letter));
    GUICHET_ASSIGN(made.paper, makePaper(desk, std::move(papers), wish.layout, say("notice.job")));

    if (declared) {
        std::ranges::transform(told.together, std::back_inserter(made.of), &Act::reference);
    } else {
        made.of = {act.reference};
    }
    return made;
}

Result<void> noteNotice(Desk &desk, MadeNotice &made) {
    storage::Acts acts(desk.entries);
    const auto write = [&]() -> Result<void> {
        for (const std::string &reference : made.of) {
            GUICHET_ASSIGN(const Act one, acts.get(reference));
            GUICHET_ASSIGN(const std::vector<ActStep> steps, acts.steps(reference));
            const auto before = std::find_if(steps.rbegin(), steps.rend(),
                                             [&](const ActStep &step) { return isTold(step, made.cause); });
            if (before == steps.rend() || before->means != made.to) {
                GUICHET_TRY(noteStep(desk, one, ActNote::NoticeMade, made.to, toText(made.cause)));
                made.noted = true;
            }
        }
        return {};
    };
    return desk.entries.write(write);
}

std::size_t noticesToMake(Desk &desk, const std::vector<Act> &among) {
    storage::Acts acts(desk.entries);
    const CivilDate day = today(desk);
    std::set<std::pair<std::string, std::string>> told;
    for (auto &[reference, step] : acts.notes(ActNote::NoticeMade)) {
        told.emplace(std::move(reference), std::move(step.evidence));
    }
    std::set<std::string> shown;
    for (auto &[reference, step] : acts.notes(ActNote::IdentityShown)) {
        shown.insert(std::move(reference));
    }
    const std::string declared(toText(NoticeCause::Declared));
    return static_cast<std::size_t>(std::ranges::count_if(among, [&](const Act &act) {
        const NoticeCause cause =
            causeOf(act, told.contains({act.reference, declared}), shown.contains(act.reference), day);
        return cause != NoticeCause::None && cause != NoticeCause::Forwarded &&
               !told.contains({act.reference, std::string(toText(cause))}) &&
               (cause != NoticeCause::Late || waitsOf(desk, act).empty());
    }));
}

} // namespace guichet::kiosk
