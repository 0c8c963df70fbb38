// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/operator_call.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/papers/call_sheet.h"
#include "storage/register/acts.h"
#include "storage/store.h"

#include <algorithm>
#include <utility>

namespace guichet::kiosk {
namespace {

using storage::Act;

constexpr std::size_t kMostWords = 400;

Result<MadePaper> sheetOf(Desk &desk, const OperatorCall &call, std::vector<std::string> answered,
                          printing::Layout layout) {
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::CallSheetContent content{call.person,        call.phone,        call.hours,
                                           call.asked,         call.vitaleSerial, call.acts.front().reference,
                                           std::move(answered)};
    return makePaper(desk, {papers::callSheet(say, letterhead, making, content)}, layout,
                     say("call.title", {{"phone", call.phone}}));
}

} // namespace

bool operatorOwes(const Catalogue &catalogue, const Act &act) {
    if (act.type != storage::ActType::Optout || storage::isFinal(act.type, act.status)) {
        return false;
    }
    const Scope *scope = catalogue.scope(act.subject);
    return scope != nullptr && scope->addressee == "operator";
}

Result<OperatorCall> operatorCall(Desk &desk, std::string_view reference) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(const Act act, actOf(acts, storage::ActType::Optout, reference));
    const Catalogue &catalogue = desk.machine.catalogue;
    if (!operatorOwes(catalogue, act)) {
        return fail(ErrorCode::WrongState, titleOf(catalogue, act, desk.language));
    }
    GUICHET_TRY(mayLeave(desk, act)); // what may not leave yet is not asked for on the telephone either
    const Texts say = textsOf(desk, "fr", today(desk));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(act.person));
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_TRY(papers::Letterhead::of(settings));
    OperatorCall call;
    call.acts = {act};
    for (const Act &other : acts.list({.type = storage::ActType::Optout, .receipt = act.receipt})) {
        if (other.reference == act.reference || !operatorOwes(catalogue, other)) {
            continue;
        }
        if (mayLeave(desk, other)) {
            call.acts.push_back(other);
        }
    }
    for (const Act &each : call.acts) {
        call.asked.push_back(titleOf(catalogue, each, "fr"));
    }
    call.phone = settings("operator-phone").text;
    call.hours = settings("operator-hours").text;
    call.person = paperPerson(say, person);
    call.vitaleSerial = act.vitaleSerial;
    GUICHET_TRY(journalAlone(
        desk, {.kind = "person.number-shown", .person = person.id, .by = {}, .details = {{"person", person.id}}}));
    return call;
}

Result<NotedCall> noteCall(Desk &desk, std::string_view reference, const CallAnswer &answer, printing::Layout layout) {
    GUICHET_ASSIGN(OperatorCall call, operatorCall(desk, reference));
    const CivilDate day = today(desk);
    const CivilDate on = answer.on.value_or(day);
    if (std::chrono::sys_days(on) > std::chrono::sys_days(day)) {
        return fail(ErrorCode::FutureDate, formatDate(on));
    }
    const std::string who = trim(answer.who);
    const std::string file = trim(answer.file);
    const std::string said = trim(answer.said);
    if (who.size() + file.size() + said.size() > kMostWords) {
        return fail(ErrorCode::BadValue, "--said");
    }
    const Texts say = textsOf(desk, "fr", day);
    const bool reached = !who.empty();
    const std::string told = reached ? trim(say(answer.proof ? "call.proof" : "call.no-proof") + " " + said) : said;
    const std::string number = file.empty() ? say("call.none") : file;
    const std::string evidence = reached ? say("call.evidence", {{"who", who}, {"file", number}, {"said", told}})
                                         : trim(say("call.nobody") + ". " + said);
    Sending sending{{}, {}, "call-3422", evidence, on};
    NotedCall noted;
    for (const Act &act : call.acts) {
        if (std::chrono::sys_days(on) < std::chrono::sys_days(act.received)) {
            return fail(ErrorCode::BadValue, "--on " + formatDate(on), act.reference);
        }
        if (reached && act.status == storage::ActStatus::Recorded) {
            sending.references.push_back(act.reference);
        }
    }
    if (!sending.references.empty()) {
        GUICHET_TRY(sendOptouts(desk, sending));
    }
    storage::Acts acts(desk.entries);
    const auto noteRest = [&]() -> Result<int> {
        for (const Act &act : call.acts) {
            if (std::ranges::find(sending.references, act.reference) == sending.references.end()) {
                GUICHET_TRY(noteStep(desk, act, storage::ActNote::Called, "call-3422", evidence));
            }
        }
        return 0;
    };
    GUICHET_TRY(desk.entries.write(noteRest));
    for (const Act &act : call.acts) {
        GUICHET_ASSIGN(Act now, acts.get(act.reference));
        noted.acts.push_back(std::move(now));
    }
    std::vector<std::string> answered;
    if (reached) {
        const std::string when = on == day ? papers::dayAndTime(say, desk.calendar.localTime(desk.machine.clock.now()))
                                           : papers::longDate(say, on);
        answered = {when, who, number, told};
    }
    GUICHET_ASSIGN(noted.paper, sheetOf(desk, call, std::move(answered), layout));
    return noted;
}

Result<MadePaper> callSheet(Desk &desk, std::string_view reference, printing::Layout layout) {
    GUICHET_ASSIGN(const OperatorCall call, operatorCall(desk, reference));
    return sheetOf(desk, call, {}, layout);
}

} // namespace guichet::kiosk
