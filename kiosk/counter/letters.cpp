// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/letters.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/requests.h"
#include "kiosk/papers/letter.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <array>

namespace guichet::kiosk {
namespace {

using storage::Act;
using storage::ActStatus;
using storage::ActType;

struct Row {
    LetterTo to;
    std::string_view name;
    std::string_view remedy;  ///< of the catalogue; "": none
    std::string_view heading; ///< setting with the name of who is written to; "": the text says it
    std::string_view address; ///< setting; "": not known here
};
constexpr std::array kRows{
    Row{LetterTo::Attestation, "attestation", "", "service-name", "service-address"},
    Row{LetterTo::Appeal, "appeal", "appeal", "remedy-appeal-name", "remedy-appeal-address"},
    Row{LetterTo::MedicalAppeal, "medical-appeal", "medical-appeal", "", ""},
    Row{LetterTo::Cada, "cada", "cada", "", ""},
    Row{LetterTo::Cnil, "cnil", "data-protection", "", "remedy-cnil-address"},
    Row{LetterTo::Mediator, "mediator", "mediator", "", "remedy-mediator-address"},
    Row{LetterTo::Defender, "defender", "defender", "", "remedy-defender"},
};
const Row &rowOf(LetterTo to) { return kRows.at(static_cast<std::size_t>(to)); }

LetterCause causeOf(const Act &act, CivilDate day) {
    if (act.status == ActStatus::Refused || act.status == ActStatus::DecidedNo) {
        return LetterCause::Refused;
    }
    const bool over = act.deemed && act.deemed->on && *act.deemed->on < day;
    if (act.status == ActStatus::Deemed || (over && !storage::isFinal(act.type, act.status))) {
        const std::string means = act.deemed ? act.deemed->means : std::string();
        if (means == toText(Silence::Refusal)) {
            return LetterCause::SilenceRefused;
        }
        if (means == toText(Silence::Acceptance)) {
            return LetterCause::SilenceAccepted;
        }
    }
    const bool late = act.due && *act.due < day && !storage::isFinal(act.type, act.status);
    return late ? LetterCause::Late : LetterCause::None;
}

std::vector<std::string> remediesOf(const Desk &desk, const Act &act) {
    const Catalogue &catalogue = desk.machine.catalogue;
    if (act.type == ActType::Optout) {
        const Scope *scope = catalogue.scope(act.subject);
        return {scope == nullptr ? std::string("data-protection") : scope->remedy, "defender"};
    }
    const std::optional<Form> form = formOf(catalogue, act);
    return form ? form->remedies : std::vector<std::string>{"appeal", "mediator", "defender"};
}

std::string causeWords(const Texts &say, const Act &act, LetterCause cause) {
    const auto on = [&](const std::optional<CivilDate> &day) {
        return Values{{"date", day ? papers::longDate(say, *day) : std::string("……")}};
    };
    const std::optional<CivilDate> silence = act.deemed ? act.deemed->on : std::nullopt;
    switch (cause) {
    case LetterCause::Refused: return say("letter.was-refused");
    case LetterCause::SilenceRefused: return say("letter.silence-refused", on(silence));
    case LetterCause::SilenceAccepted: return say("letter.silence-accepted", on(silence));
    case LetterCause::Late: return say("letter.was-late", on(act.due));
    case LetterCause::None: return {};
    }
    return {};
}

std::string whoOf(const Texts &say, LetterTo to) {
    switch (to) {
    case LetterTo::MedicalAppeal: return say("letter.who-medical");
    case LetterTo::Cada: return say("letter.who-cada");
    case LetterTo::Mediator: return say("letter.who-mediator");
    case LetterTo::Defender: return say("letter.who-defender");
    case LetterTo::Attestation:
    case LetterTo::Appeal:
    case LetterTo::Cnil: return {}; // a setting names them
    }
    return {};
}

std::string subjectOf(const Texts &say, LetterTo to) {
    switch (to) {
    case LetterTo::Attestation: return say("letter.subject-attestation");
    case LetterTo::Appeal: return say("letter.subject-appeal");
    case LetterTo::MedicalAppeal: return say("letter.subject-medical");
    case LetterTo::Cada: return say("letter.subject-cada");
    case LetterTo::Cnil: return say("letter.subject-cnil");
    case LetterTo::Mediator: return say("letter.subject-mediator");
    case LetterTo::Defender: return say("letter.subject-defender");
    }
    return {};
}

std::string wishOf(const Texts &say, LetterTo to) {
    switch (to) {
    case LetterTo::Attestation: return say("letter.wish-attestation");
    case LetterTo::Appeal: return say("letter.wish-appeal");
    case LetterTo::MedicalAppeal: return say("letter.wish-medical");
    case LetterTo::Cada: return say("letter.wish-cada");
    case LetterTo::Cnil: return say("letter.wish-cnil");
    case LetterTo::Mediator:
    case LetterTo::Defender: return say("letter.wish-help");
    }
    return {};
}

} // namespace

std::string_view toText(LetterCause cause) {
    constexpr std::array<std::string_view, 5> kNames{"none", "refused", "silence-refused", "silence-accepted", "late"};
    return kNames.at(static_cast<std::size_t>(cause));
}

std::string_view toText(LetterTo to) { return rowOf(to).name; }

Result<LetterTo> parseLetterTo(std::string_view text) {
    const auto found = std::ranges::find(kRows, text, &Row::name);
    if (found == kRows.end()) {
        return fail(ErrorCode::BadValue, std::string(text));
    }
    return found->to;
}

DueLetters dueLetters(Desk &desk, const Act &act) {
    DueLetters due;
    due.cause = causeOf(act, today(desk));
    if (due.cause == LetterCause::None) {
        return due;
    }
    const papers::SettingOf settings = settingsOf(desk);
    const std::vector<std::string> remedies = remediesOf(desk, act);
    for (const Row &row : kRows) {
        // A board looks at decisions: there has to be one, said or silent.
        const bool decided = due.cause == LetterCause::Refused || due.cause == LetterCause::SilenceRefused;
        const bool board = row.to == LetterTo::Appeal || row.to == LetterTo::MedicalAppeal || row.to == LetterTo::Cada;
        const bool fits =
            row.to == LetterTo::Attestation ? due.cause == LetterCause::SilenceAccepted : !board || decided;
        const bool offered = row.remedy.empty() || std::ranges::find(remedies, row.remedy) != remedies.end();
        if (fits && offered && (row.address.empty() || !settings(row.address).text.empty())) {
            due.to.push_back(row.to);
        }
    }
    return due;
}

Result<MadeLetter> makeLetter(Desk &desk, std::string_view reference, std::optional<LetterTo> to,
                              const PaperWish &wish) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    MadeLetter made;
    GUICHET_ASSIGN(made.act, acts.get(reference));
    const Act &act = made.act;
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(act.person));
    made.due = dueLetters(desk, act);
    const CivilDate day = today(desk);
    const Texts say = textsOf(desk, "fr", day);
    if (made.due.to.empty()) {
        std::string state = statusWords(say, storage::actStatusName(act.status));
        return fail(ErrorCode::WrongState, state.substr(0, state.find_last_not_of('.') + 1)); // nothing is due
    }
    made.to = to.value_or(made.due.to.front());
    if (std::ranges::find(made.due.to, made.to) == made.due.to.end()) {
        return fail(ErrorCode::BadValue, std::string(toText(made.to)));
    }

    const Row &row = rowOf(made.to);
    const papers::SettingOf settings = settingsOf(desk);
    const Catalogue &catalogue = desk.machine.catalogue;
    std::string asked = act.subject;
    if (act.type == ActType::Optout) {
        const Scope *scope = catalogue.scope(act.subject);
        asked = scope == nullptr ? asked : scope->title.in("fr");
    } else if (const std::optional<Form> form = formOf(catalogue, act)) {
        asked = form->title.in("fr");
    }
    papers::LetterContent content;
    content.title = say("letter.title");
    content.from = paperPerson(say, person);
    content.to = row.heading.empty() ? whoOf(say, made.to) : settings(row.heading).text;
    content.to += "\n" + (row.address.empty() ? std::string() : settings(row.address).text);
    content.date = papers::longDate(say, day);
    content.subject = subjectOf(say, made.to);
    content.paragraphs = {
        say("letter.madam"),
        say("letter.i-asked",
            {{"date", papers::longDate(say, act.received)}, {"asked", asked}, {"reference", act.reference}}),
        causeWords(say, act, made.due.cause), wishOf(say, made.to)};
    content.reasons = made.to != LetterTo::Attestation;
    content.joined = {say("letter.receipt", {{"reference", act.receipt}}), say("letter.statement")};
    GUICHET_ASSIGN(made.paper, makePaper(desk, {papers::letter(say, unheadedPaper(desk), content)}, wish.layout,
                                         say("letter.title")));
    return made;
}

} // namespace guichet::kiosk
