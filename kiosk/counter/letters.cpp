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

struct LetterRow {
    LetterTo to;
    std::string_view name;
    std::string_view remedy;  ///< of the catalogue; "": none
    std::string_view heading; ///< setting with the name of who is written to, or ""
    std::string_view who;     ///< text with that name where no setting has it, or ""
    std::string_view address; ///< setting; "": not known here
    std::string_view subject; ///< text
    std::string_view wish;    ///< text
};
constexpr std::array kLetterRows{
    LetterRow{LetterTo::Attestation, "attestation", "", "service-name", "", "service-address",
              "letter.subject-attestation", "letter.wish-attestation"},
    LetterRow{LetterTo::Appeal, "appeal", "appeal", "remedy-appeal-name", "", "remedy-appeal-address",
              "letter.subject-appeal", "letter.wish-appeal"},
    LetterRow{LetterTo::MedicalAppeal, "medical-appeal", "medical-appeal", "", "letter.who-medical", "",
              "letter.subject-medical", "letter.wish-medical"},
    LetterRow{LetterTo::Cada, "cada", "cada", "", "letter.who-cada", "", "letter.subject-cada", "letter.wish-cada"},
    LetterRow{LetterTo::Cnil, "cnil", "data-protection", "", "", "remedy-cnil-address", "letter.subject-cnil",
              "letter.wish-cnil"}, // its address begins with its name
    LetterRow{LetterTo::Mediator, "mediator", "mediator", "", "letter.who-mediator", "remedy-mediator-address",
              "letter.subject-mediator", "letter.wish-help"},
    LetterRow{LetterTo::Defender, "defender", "defender", "", "letter.who-defender", "remedy-defender",
              "letter.subject-defender", "letter.wish-help"},
};
const LetterRow &rowOf(LetterTo to) { return kLetterRows.at(static_cast<std::size_t>(to)); }

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

/// Lines with the name and the address of who is written to, as far as they are known here.
std::string addresseeOf(const Texts &say, const papers::SettingOf &settings, const LetterRow &row) {
    const std::string name = !row.heading.empty() ? settings(row.heading).text
                             : !row.who.empty()   ? say(row.who)
                                                  : std::string();
    return name + "\n" + (row.address.empty() ? std::string() : settings(row.address).text);
}

papers::LetterContent contentOf(Desk &desk, const Texts &say, const Act &act, const storage::Person &person,
                                LetterCause cause, const LetterRow &row) {
    const std::string asked = titleOf(desk.machine.catalogue, act, say.language());
    papers::LetterContent content;
    content.title = say("letter.title");
    content.from = paperPerson(say, person);
    content.to = addresseeOf(say, settingsOf(desk), row);
    content.date = papers::longDate(say, today(desk));
    content.subject = say(row.subject);
    content.paragraphs = {
        say("letter.madam"),
        say("letter.i-asked",
            {{"date", papers::longDate(say, act.received)}, {"asked", asked}, {"reference", act.reference}}),
        causeWords(say, act, cause), say(row.wish)};
    content.reasons = row.to != LetterTo::Attestation;
    content.joined = {say("letter.receipt", {{"reference", act.receipt}}), say("letter.statement")};
    return content;
}

} // namespace

LetterCause letterCause(const Act &act, CivilDate day) {
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

std::vector<std::string> remediesOf(const Catalogue &catalogue, const Act &act) {
    if (act.type == ActType::Optout) {
        const Scope *scope = catalogue.scope(act.subject);
        return {scope == nullptr ? std::string("data-protection") : scope->remedy, "defender"};
    }
    const std::optional<Form> form = formOf(catalogue, act);
    return form ? form->remedies : std::vector<std::string>{"appeal", "mediator", "defender"};
}

std::string_view toText(LetterCause cause) {
    constexpr std::array<std::string_view, 5> kNames{"none", "refused", "silence-refused", "silence-accepted", "late"};
    return kNames.at(static_cast<std::size_t>(cause));
}

std::string_view toText(LetterTo to) { return rowOf(to).name; }

Result<LetterTo> parseLetterTo(std::string_view text) {
    const auto found = std::ranges::find(kLetterRows, text, &LetterRow::name);
    if (found == kLetterRows.end()) {
        return fail(ErrorCode::BadValue, std::string(text));
    }
    return found->to;
}

DueLetters dueLetters(Desk &desk, const Act &act) {
    DueLetters due;
    due.cause = letterCause(act, today(desk));
    if (due.cause == LetterCause::None) {
        return due;
    }
    const papers::SettingOf settings = settingsOf(desk);
    const std::vector<std::string> remedies = remediesOf(desk.machine.catalogue, act);
    for (const LetterRow &row : kLetterRows) {
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
    const Texts french = textsOf(desk, "fr", day);
    if (made.due.to.empty()) {
        std::string state = statusWords(french, storage::actStatusName(act.status));
        return fail(ErrorCode::WrongState, state.substr(0, state.find_last_not_of('.') + 1)); // nothing is due
    }
    made.to = to.value_or(made.due.to.front());
    if (std::ranges::find(made.due.to, made.to) == made.due.to.end()) {
        return fail(ErrorCode::BadValue, std::string(toText(made.to)));
    }

    const LetterRow &row = rowOf(made.to);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const auto letter = [&](const Texts &say, bool readingCopy) -> Result<printing::Paper> {
        printing::Paper paper = papers::letter(say, unheadedPaper(desk),
                                               contentOf(desk, say, act, person, made.due.cause, row), readingCopy);
        if (readingCopy) {
            paper.blocks.insert(paper.blocks.begin(),
                                papers::readingCopyNote(say, letterhead.validated(say.language())));
        }
        return paper;
    };
    GUICHET_ASSIGN(std::vector<printing::Paper> papers, withReadingCopy(desk, day, wish, letter));
    GUICHET_ASSIGN(made.paper, makePaper(desk, std::move(papers), wish.layout, french("letter.title")));
    return made;
}

} // namespace guichet::kiosk
