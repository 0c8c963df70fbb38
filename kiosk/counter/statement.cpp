// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/statement.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/requests.h"
#include "kiosk/papers/statement.h"
#include "kiosk/papers/words.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>

namespace guichet::kiosk {
namespace {

using storage::Act;
using storage::ActStatus;
using storage::ActStep;
using storage::ActType;

bool happened(const std::vector<ActStep> &steps, std::string_view what) {
    return std::ranges::find(steps, what, &ActStep::what) != steps.end();
}

std::vector<std::string> notHappened(const Texts &say, const Act &act, const std::vector<ActStep> &steps) {
    std::vector<std::string> sentences;
    if (act.status == ActStatus::Withdrawn) {
        sentences.push_back(say("statement.was-withdrawn"));
        if (act.type == ActType::Optout && happened(steps, "sent")) {
            sentences.push_back(say("statement.withdrawn-after-sent"));
        }
        return sentences;
    }
    if (act.type == ActType::Optout) {
        if (!happened(steps, "sent")) {
            sentences.push_back(say("statement.not-sent"));
        }
        if (!happened(steps, "confirmed")) {
            sentences.push_back(say(happened(steps, "refused") ? "statement.was-refused" : "statement.not-confirmed"));
        }
        return sentences;
    }
    if (!act.piecesMissing.empty()) {
        sentences.push_back(say("statement.pieces-missing"));
    }
    if (!happened(steps, "decided-yes") && !happened(steps, "decided-no")) {
        sentences.push_back(say(happened(steps, "deemed") ? "statement.by-silence" : "statement.not-decided"));
    }
    return sentences;
}

papers::StatementContent contentOf(Desk &desk, const Texts &say, const Act &act, const std::vector<ActStep> &steps,
                                   const std::vector<storage::ContactPreference> &contact) {
    const Catalogue &catalogue = desk.machine.catalogue;
    const ActMore more = ActMore::parse(act.more);
    papers::StatementContent content;
    content.reference = act.reference;
    const std::optional<Form> form = act.type == ActType::Request ? formOf(catalogue, act) : std::nullopt;
    content.asked = titleOf(catalogue, act, say.language());
    content.person =
        personLine(say, act.initials,
                   bornWords(say, storage::BirthDate::parse(more.born).value_or(storage::BirthDate{})), more.number);
    content.state = statusWords(say, storage::actStatusName(act.status));
    content.facts.emplace_back(say("receipt.received"), papers::longDate(say, act.received));
    if (act.due && !storage::isFinal(act.type, act.status)) {
        content.facts.emplace_back(say("statement.due"), papers::longDate(say, *act.due));
    }
    content.facts.emplace_back(say("receipt.reply"), replyWords(say, contact));
    if (form && act.completeBy && !act.piecesMissing.empty()) {
        for (const std::string &id : act.piecesMissing) {
            content.facts.emplace_back(say("receipt.missing"), missingWords(*form, id, say.language()));
        }
        content.facts.emplace_back(say("statement.complete-by"), papers::longDate(say, *act.completeBy));
    }
    for (const ActStep &step : steps) {
        papers::StatementStep printed;
        const LocalTime written = desk.calendar.localTime(step.at);
        if (step.on && *step.on != written.day) {
            printed.when = papers::longDate(say, *step.on) +
                           say("statement.written", {{"date", papers::longDate(say, written.day)}});
        } else {
            printed.when = papers::dayAndTime(say, written);
        }
        printed.what = statusWords(say, step.what);
        printed.means = meansWords(say, step.means);
        printed.evidence = evidenceWords(say, step);
        content.steps.push_back(std::move(printed));
    }
    content.notHappened = notHappened(say, act, steps);
    return content;
}

} // namespace

Result<MadeStatement> makeStatement(Desk &desk, std::string_view reference, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    MadeStatement made;
    GUICHET_ASSIGN(made.act, acts.get(reference));
    const Act &act = made.act;
    GUICHET_ASSIGN(made.steps, acts.steps(act.reference));
    GUICHET_ASSIGN(const auto contact, contactOf(acts, act));
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts french = textsOf(desk, "fr", making.at.day);
    made.notHappened = notHappened(french, act, made.steps);
    const auto statement = [&](const Texts &say, bool readingCopy) -> Result<printing::Paper> {
        return papers::statementPaper(say, letterhead, making, contentOf(desk, say, act, made.steps, contact),
                                      readingCopy);
    };
    GUICHET_ASSIGN(std::vector<printing::Paper> papers, withReadingCopy(desk, making.at.day, paper, statement));
    GUICHET_ASSIGN(made.paper, makePaper(desk, std::move(papers), paper.layout, french("statement.job")));
    return made;
}

} // namespace guichet::kiosk
