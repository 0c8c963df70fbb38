// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/optouts.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/drafts.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/titles.h"
#include "kiosk/papers/slip.h"
#include "kiosk/papers/tear_off.h"
#include "kiosk/papers/words.h"
#include "storage/register/canonical_json.h"
#include "storage/register/reference.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace guichet::kiosk {
namespace {

using storage::Act;
using storage::ActStatus;
using storage::ActType;

constexpr std::string_view kClosure = "ens-closure";
constexpr std::string_view kDeletion = "ens-deletion";
/// A detail of the closure: that what is in the space be archived, as the law has it, and not deleted, was chosen.
constexpr std::string_view kArchive = "archive";
constexpr std::string_view kTenYears = "ten-years";
/// A detail of the deletion: whether it waits for a paper copy.
constexpr std::string_view kCopy = "copy";
constexpr std::string_view kCopyFirst = "first";
constexpr std::string_view kNoCopy = "none";
/// In the order of Wait: its name, and its words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWaits{
    {{"identity", "wait.identity"}, {"letter", "wait.letter"}, {"number", "wait.number"}, {"copy", "wait.copy"}}};
constexpr std::array<std::string_view, 5> kSendMeans{"registered-post", "post", "hand", "call-3422", "internal-mail"};

/// Where a scope's addressee is set.
struct AddresseeKeys {
    std::string_view name;
    std::string_view address;
};
AddresseeKeys keysOf(std::string_view addressee) {
    if (addressee == "operator") {
        return {"operator-name", "operator-address"};
    }
    if (addressee == "snds") {
        return {"operator-snds-name", "operator-snds-address"};
    }
    return {"service-name", "service-address"};
}

std::string settingOf(Desk &desk, std::string_view key) { return settingsOf(desk)(key).text; }

/// What was said more closely about an act; "" nothing.
std::string detailOf(const Act &act, std::string_view key) {
    const nlohmann::json detail = nlohmann::json::parse(act.detail, nullptr, false);
    const auto found = detail.is_object() ? detail.find(key) : detail.end();
    return found != detail.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool isOpen(const Act &act) { return !storage::isFinal(act.type, act.status); }

bool wantsCopyFirst(const Act &act) { return act.subject == kDeletion && detailOf(act, kCopy) == kCopyFirst; }

bool isNoted(const std::vector<storage::ActStep> &steps, storage::ActNote note) {
    return std::ranges::find(steps, storage::actNoteName(note), &storage::ActStep::what) != steps.end();
}

/// The agency itself knows whom it has before it.
bool needsNumber(const Scope &scope) { return scope.addressee != "service"; }

/// Who signs a scope, and what they showed.
struct Signatory {
    Ground opposes;
    Ground erases;
    [[nodiscard]] const Ground &of(const Scope &scope) const { return scope.reversible ? opposes : erases; }
    [[nodiscard]] bool proves(const Scope &scope) const { return of(scope).entitled() && of(scope).identityShown; }
};

/// What stands with the act of who has signed: whom it waits for, and whether the person hears of it first.
void addAuthority(ActMore &more, const Signatory &signatory, const std::vector<const Scope *> &scopes, bool reachable) {
    more.gives = std::ranges::all_of(scopes, [&](const Scope *scope) { return signatory.of(*scope).gives; });
    more.entitled = std::ranges::all_of(scopes, [&](const Scope *scope) { return signatory.of(*scope).entitled(); });
    for (const Scope *scope : scopes) {
        if (signatory.proves(*scope)) {
            continue;
        }
        if (!scope->reversible || !signatory.of(*scope).gives || !reachable) {
            more.held.push_back(scope->id);
        } else {
            more.declared = true;
        }
    }
}

void addOnce(std::vector<std::string> &all, const std::vector<std::string> &more) {
    for (const std::string &one : more) {
        if (std::ranges::find(all, one) == all.end()) {
            all.push_back(one);
        }
    }
}

/// "RGPD, art. 12" says nothing that "RGPD, art. 12 et 21" does not.
void addBasis(std::vector<std::string> &all, const std::string &basis) {
    if (std::ranges::any_of(all, [&](const std::string &one) { return one.starts_with(basis); })) {
        return;
    }
    std::erase_if(all, [&](const std::string &one) { return basis.starts_with(one); });
    all.push_back(basis);
}

/// The scopes that a receipt speaks of: the two that one question registers are said as that question.
std::vector<const Scope *> asSaid(const Catalogue &catalogue, const std::vector<Act> &acts) {
    std::vector<const Scope *> said;
    const auto has = [&](std::string_view id) { return std::ranges::find(acts, id, &Act::subject) != acts.end(); };
    std::set<std::string> covered;
    for (const Scope &scope : catalogue.scopes()) {
        if (!scope.standsFor.empty() && std::ranges::all_of(scope.standsFor, has)) {
            said.push_back(&scope);
            covered.insert(scope.standsFor.begin(), scope.standsFor.end());
        }
    }
    for (const Act &act : acts) {
        if (const Scope *scope = catalogue.scope(act.subject); scope != nullptr && !covered.contains(act.subject)) {
            said.push_back(scope);
        }
    }
    return said;
}

/// The receipt's paper for acts of one signing.
Result<printing::Paper> receiptPaper(Desk &desk, const Texts &say, const std::vector<Act> &acts, const ActMore &more,
                                     bool readingCopy) {
    const Catalogue &catalogue = desk.machine.catalogue;
    const Act &first = acts.front();
    const std::string &language = say.language();
    const papers::SettingOf settings = settingsOf(desk);
    GUICHET_ASSIGN(papers::Letterhead letterhead, papers::Letterhead::of(settings));
    GUICHET_ASSIGN(papers::ServiceMention service, papers::ServiceMention::of(settings));

    const std::vector<const Scope *> said = asSaid(catalogue, acts);
    std::vector<std::string> scopes;
    std::ranges::transform(acts, std::back_inserter(scopes), &Act::subject);
    std::vector<std::string> asked;
    std::vector<std::string> doesNot;
    std::vector<std::string> goBack;
    std::vector<std::string> remedyIds;
    std::vector<std::string> addressees;
    bool toCheck = false;
    for (const Scope *scope : said) {
        asked.push_back(scope->asked.in(language));
        addOnce(doesNot, scope->askedWith(scopes).doesNot.in(language));
        addOnce(goBack, {scope->goBack.in(language)});
        addOnce(remedyIds, {scope->remedy});
        addOnce(addressees, {scope->addressee});
        toCheck = toCheck || scope->toCheck;
    }
    GUICHET_ASSIGN(papers::RemediesMention remedies, papers::RemediesMention::of(say, remedyIds, settings));

    papers::ReceiptContent content;
    content.title = say("receipt.optout-title");
    content.reference = first.receipt;
    content.asked = std::move(asked);
    const DeadlineRule &transmit = catalogue.rule("transmit");
    const CivilDate entered = desk.calendar.dayOf(first.at);
    const std::string by = papers::longDate(say, desk.calendar.lastDay(transmit, entered));
    const bool copyFirst = std::ranges::any_of(acts, wantsCopyFirst);
    const auto isHeld = [&](const std::string &addressee) {
        return std::ranges::all_of(acts, [&](const Act &act) {
            const Scope *scope = catalogue.scope(act.subject);
            return scope == nullptr || scope->addressee != addressee || more.isHeld(act.subject);
        });
    };
    std::vector<std::string> weDo;
    for (const std::string &addressee : addressees) {
        const std::string to = say(addressee == "snds" ? "receipt.snds" : "receipt.operator");
        weDo.push_back(isHeld(addressee)               ? say("receipt.we-keep-awaiting")
                       : addressee == "service"        ? say("receipt.we-apply")
                       : more.number.empty()           ? say("receipt.we-send-with-number", {{"addressee", to}})
                       : copyFirst && acts.size() == 1 ? say("receipt.we-copy-then-send", {{"addressee", to}})
                                                       : say("receipt.we-send", {{"addressee", to}, {"date", by}}));
    }
    weDo.erase(std::ranges::unique(weDo).begin(), weDo.end());
    content.weDo = join(weDo, " ; ") + ". ";
    if (copyFirst && acts.size() > 1) {
        content.weDo += say("receipt.copy-first") + " ";
    }
    content.weDo += say("receipt.we-tell");
    // One sentence for each day on which answers are due; what is due on another day is named.
    std::map<std::chrono::sys_days, std::pair<std::vector<std::string>, std::vector<std::string>>> answers;
    for (const Act &act : acts) {
        const Scope *scope = catalogue.scope(act.subject);
        if (scope == nullptr) {
            continue;
        }
        if (act.due && scope->answer) {
            auto &[titles, bases] = answers[std::chrono::sys_days(*act.due)];
            titles.push_back(scope->title.in(language));
            addBasis(bases, scope->answer->basis);
        }
        papers::ReceiptPart part{act.reference, scope->title.in(language), {}};
        if (const std::string detail = detailOf(act, scope->detailKey); !detail.empty()) {
            part.detail = scope->detailLabel.in(language) + say("receipt.detail", {{"detail", detail}});
        }
        content.parts.push_back(std::move(part));
    }
    std::vector<std::string> basis;
    for (const auto &[due, what] : answers) {
        const CivilDate date{due};
        if (!content.ifNothingOn) {
            content.ifNothingOn = date;
            basis.push_back(
                say("receipt.answer-by", {{"date", papers::longDate(say, date)}, {"basis", join(what.second, " ; ")}}));
        } else {
            basis.push_back(say("receipt.answer-by-for", {{"scope", join(what.first, ", ")},
                                                          {"date", papers::longDate(say, date)},
                                                          {"basis", join(what.second, " ; ")}}));
        }
    }
    content.ifNothing = say("receipt.come-back", {{"phone", papers::unbroken(service.phone())}});
    content.person =
        personLine(say, first.initials,
                   bornWords(say, storage::BirthDate::parse(more.born).value_or(storage::BirthDate{})), more.number);
    content.by = byLine(say, first.by, first.identitySeen, first.signedHow);
    content.state = statusWords(say, storage::actStatusName(ActStatus::Recorded));
    content.stateMore = say("receipt.not-yet");
    const auto registered = [&](std::string_view id) {
        return std::ranges::find(acts, id, &Act::subject) != acts.end();
    };
    if (registered(kDeletion)) {
        content.facts.emplace_back(say("receipt.data"),
                                   say(copyFirst ? "receipt.data-erased-after-copy" : "receipt.data-erased"));
    } else if (std::ranges::any_of(acts, [](const Act &act) { return !detailOf(act, kArchive).empty(); })) {
        content.facts.emplace_back(say("receipt.data"), say("receipt.data-archive"));
    }
    addAuthorityFact(content.facts, say, first.by, more);
    if (more.declared) {
        content.facts.emplace_back(say("receipt.identity"), say("receipt.identity-letter"));
    }
    if (more.number.empty() && std::ranges::any_of(said, [](const Scope *scope) { return needsNumber(*scope); })) {
        content.facts.emplace_back(say("receipt.own-number"), say("receipt.number-awaited"));
    }
    if (!more.note.empty()) {
        content.facts.emplace_back(say("receipt.agent-note"), more.note);
    }
    if (!more.earlier.empty()) {
        content.facts.emplace_back(say("receipt.earlier"), join(more.earlier, ", "));
    }
    content.facts.emplace_back(say("receipt.reply"), replyWords(say, more.reply));
    content.doesNotTitle = say("receipt.does-not");
    content.doesNot = doesNot;
    content.goBack = join(goBack, " ");

    const bool onlyErasing = std::ranges::all_of(more.held, [&](const std::string &id) {
        const Scope *scope = catalogue.scope(id);
        return scope != nullptr && !scope->reversible;
    });
    // What is held waits for a document: that is the piece that is missing, and the rest goes its way.
    const papers::MissingMention missing =
        more.held.empty() ? papers::MissingMention::nothing()
                          : papers::MissingMention::of(
                                {say(onlyErasing ? "receipt.identity-for-deletion" : "receipt.identity-to-leave")},
                                desk.calendar.lastDay(catalogue.rule("complete"), entered));
    GUICHET_ASSIGN(const papers::Receipt receipt,
                   papers::Receipt::of(std::move(letterhead), makingOf(desk, first.author, first.at),
                                       receivedMention(desk, first),
                                       papers::SilenceMention::none(join(basis, " "), toCheck), std::move(service),
                                       missing, std::move(remedies), std::move(content)));
    return receipt.paper(say, rulesChecked(settings), readingCopy);
}

std::vector<papers::ScopeChoice> choicesOf(const Catalogue &catalogue, const OptoutWish &wish) {
    std::vector<papers::ScopeChoice> choices;
    std::set<std::string> covered;
    for (const std::string &id : wish.scopes) {
        const Scope *scope = catalogue.scope(id);
        if (scope == nullptr || !covered.insert(id).second) {
            continue;
        }
        papers::ScopeChoice choice{scope, {}};
        for (const auto &[key, value] : wish.details) {
            if (key == scope->detailKey) {
                choice.detail = value;
            }
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

/// What was chosen for what is in the space already: nothing, unless the person said so.
papers::DataChoice dataChoice(const OptoutWish &wish) {
    if (std::ranges::find(wish.scopes, kDeletion) != wish.scopes.end()) {
        const bool copy = std::ranges::find(wish.details, std::pair<std::string, std::string>(kCopy, kCopyFirst)) !=
                          wish.details.end();
        return copy ? papers::DataChoice::EraseAfterCopy : papers::DataChoice::Erase;
    }
    const auto archive = std::ranges::find(wish.details, kArchive, &std::pair<std::string, std::string>::first);
    return archive == wish.details.end() ? papers::DataChoice::Unsaid : papers::DataChoice::Archive;
}

nlohmann::json draftOf(const OptoutWish &wish) {
    nlohmann::json details = nlohmann::json::object();
    for (const auto &[key, value] : wish.details) {
        details[key] = value;
    }
    return {{"scopes", wish.scopes}, {"details", details}};
}

papers::SlipPaperLine slipLine(Desk &desk, const Texts &say, const storage::SlipLine &line, const Act &act) {
    papers::SlipPaperLine printed;
    printed.line = line.line;
    printed.reference = line.reference;
    const Result<storage::Person> person = desk.store.people().get(act.person);
    if (person) {
        printed.person = paperPerson(say, *person);
    } else {
        printed.person.names = act.initials;
    }
    const Scope *scope = desk.machine.catalogue.scope(act.subject);
    printed.what = scope == nullptr ? act.subject : scope->title.in(say.language());
    if (scope != nullptr) {
        if (const std::string detail = detailOf(act, scope->detailKey); !detail.empty()) {
            printed.what += "\n" + detail;
        }
    }
    printed.received = say("slip.received", {{"date", papers::longDate(say, act.received)}});
    printed.seen = byLine(say, act.by, act.identitySeen, act.signedHow);
    if (!act.byName.empty()) {
        printed.seen += "\n" + act.byName;
    }
    printed.seen +=
        "\n" + (act.vitaleSerial.empty() ? say("slip.no-serial") : say("slip.serial", {{"serial", act.vitaleSerial}}));
    return printed;
}

Result<MadePaper> slipToPaper(Desk &desk, const storage::Slip &slip, const PaperWish &wish) {
    storage::Acts acts(desk.entries);
    const Texts say = textsOf(desk, "fr", desk.calendar.dayOf(slip.at));
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    std::vector<papers::SlipPart> parts;
    for (const std::string_view addressee : {"operator", "snds", "service"}) {
        papers::SlipPart part;
        part.addressee = settingOf(desk, keysOf(addressee).name);
        if (part.addressee.empty()) {
            part.addressee = say(addressee == "snds" ? "receipt.snds" : "receipt.operator");
        }
        part.address = settingOf(desk, keysOf(addressee).address);
        for (const storage::SlipLine &line : slip.lines) {
            const Result<Act> act = acts.get(line.reference);
            if (!act) {
                if (addressee == "operator") { // its payload has been destroyed: the line keeps its number
                    papers::SlipPaperLine gone;
                    gone.line = line.line;
                    gone.reference = line.reference;
                    gone.what = say("slip.gone");
                    part.lines.push_back(std::move(gone));
                }
                continue;
            }
            const Scope *scope = desk.machine.catalogue.scope(act->subject);
            if ((scope == nullptr ? "operator" : scope->addressee) == addressee) {
                part.lines.push_back(slipLine(desk, say, line, *act));
            }
        }
        if (!part.lines.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return makePaper(desk, {papers::slipPaper(say, letterhead, makingOf(desk, slip.agent, slip.at), slip.id, parts)},
                     wish.layout, say("slip.job"));
}

} // namespace

std::string_view toText(Wait wait) { return kWaits.at(static_cast<std::size_t>(wait)).first; }

std::string waitWords(const Texts &say, Wait wait) { return say(kWaits.at(static_cast<std::size_t>(wait)).second); }

std::vector<Wait> waitsOf(Desk &desk, const Act &act) {
    std::vector<Wait> waits;
    const Scope *scope = desk.machine.catalogue.scope(act.subject);
    if (act.type != ActType::Optout || act.status != ActStatus::Recorded) {
        return waits;
    }
    const ActMore more = ActMore::parse(act.more);
    const auto steps = storage::Acts(desk.entries).steps(act.reference).value_or(std::vector<storage::ActStep>{});
    if (!isNoted(steps, storage::ActNote::IdentityShown)) {
        const bool told = std::ranges::any_of(steps, [](const storage::ActStep &step) {
            return step.what == storage::actNoteName(storage::ActNote::NoticeMade) &&
                   step.evidence == toText(NoticeCause::Declared);
        });
        if (more.isHeld(act.subject)) {
            waits.push_back(Wait::Identity);
        } else if (more.declared && !told) {
            waits.push_back(Wait::Letter);
        }
    }
    if (const auto person = desk.store.people().get(act.person);
        person && person->nir.empty() && scope != nullptr && needsNumber(*scope)) {
        waits.push_back(Wait::Number);
    }
    if (wantsCopyFirst(act) && !isNoted(steps, storage::ActNote::CopyHanded) &&
        !isNoted(steps, storage::ActNote::CopyWaived)) {
        waits.push_back(Wait::Copy);
    }
    return waits;
}

Result<void> mayLeave(Desk &desk, const Act &act) {
    const std::vector<Wait> waits = waitsOf(desk, act);
    if (waits.empty()) {
        return {};
    }
    if (waits.front() == Wait::Identity) {
        return fail(ErrorCode::IdentityNotShown, {}, act.reference);
    }
    return fail(ErrorCode::WrongState, waitWords(textsOf(desk, desk.language, today(desk)), waits.front()),
                act.reference);
}

Result<std::vector<const Scope *>> expandScopes(const Catalogue &catalogue, const std::vector<std::string> &scopes,
                                                const std::vector<std::pair<std::string, std::string>> &details) {
    std::vector<const Scope *> expanded;
    const auto add = [&](const Scope *scope) {
        if (std::ranges::find(expanded, scope) == expanded.end()) {
            expanded.push_back(scope);
        }
    };
    for (const std::string &id : scopes) {
        const Scope *scope = catalogue.scope(id);
        if (scope == nullptr) {
            return fail(ErrorCode::UnknownScope, id);
        }
        if (!scope->available) {
            return fail(ErrorCode::ScopeNotAvailable, id);
        }
        if (scope->standsFor.empty()) {
            add(scope);
        }
        for (const std::string &meant : scope->standsFor) {
            add(catalogue.scope(meant));
        }
    }
    if (expanded.empty()) {
        return fail(ErrorCode::MissingOption, "--scope");
    }
    const auto has = [&](std::string_view id) { return std::ranges::find(expanded, id, &Scope::id) != expanded.end(); };
    for (const auto &[key, value] : details) {
        const bool archived = key == kArchive && value == kTenYears && has(kClosure) && !has(kDeletion);
        const bool copy = key == kCopy && (value == kCopyFirst || value == kNoCopy) && has(kDeletion);
        if (!archived && !copy &&
            std::ranges::none_of(expanded, [&](const Scope *scope) { return scope->detailKey == key; })) {
            return fail(ErrorCode::ScopeDetail, key);
        }
    }
    for (const Scope *scope : expanded) {
        const auto given = std::ranges::find(details, scope->detailKey, &std::pair<std::string, std::string>::first);
        if (!scope->detailKey.empty() && (given == details.end() || trim(given->second).empty())) {
            return fail(ErrorCode::ScopeDetail, scope->detailKey + "=");
        }
    }
    return expanded;
}

Result<MadePaper> optoutForm(Desk &desk, const OptoutWish &wish, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(wish.person));
    GUICHET_TRY(wish.presence.check());
    GUICHET_TRY(expandScopes(desk.machine.catalogue, wish.scopes, wish.details));
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const std::vector<papers::ScopeChoice> choices = choicesOf(desk.machine.catalogue, wish);
    const Texts say = textsOf(desk, "fr", making.at.day);
    std::vector<printing::Paper> papers{papers::optoutForm(say, letterhead, making, paperPerson(say, person),
                                                           representativeOf(say, wish.presence), choices,
                                                           dataChoice(wish))};
    GUICHET_ASSIGN(const std::string copy, readingLanguage(desk, paper));
    if (!copy.empty()) {
        const Texts other = textsOf(desk, copy, making.at.day);
        papers.push_back(papers::optoutForm(other, letterhead, making, paperPerson(other, person),
                                            representativeOf(other, wish.presence), choices, dataChoice(wish), true));
    }
    GUICHET_ASSIGN(MadePaper form, makePaper(desk, std::move(papers), paper.layout, say("form.job")));
    form.purpose = storage::PaperPurpose::Sign;
    return form;
}

Result<PreparedOptout> prepareOptout(Desk &desk, const OptoutWish &wish, const PaperWish &paper) {
    PreparedOptout prepared;
    GUICHET_ASSIGN(prepared.form, optoutForm(desk, wish, paper));
    GUICHET_ASSIGN(prepared.draft, keepDraft(desk, ActType::Optout, wish.person, wish.presence, draftOf(wish)));
    return prepared;
}

namespace {

bool awaitsCopy(Desk &desk, const Act &act) {
    const std::vector<Wait> waits = waitsOf(desk, act);
    return std::ranges::find(waits, Wait::Copy) != waits.end();
}

/// Errors: UnknownScope, ScopeNotAvailable, MissingOption (none).
Result<std::vector<papers::ScopeChoice>> blankChoices(const Catalogue &catalogue,
                                                      const std::vector<std::string> &scopes) {
    std::vector<papers::ScopeChoice> choices;
    for (const std::string &id : scopes) {
        const Scope *scope = catalogue.scope(id);
        if (scope == nullptr) {
            return fail(ErrorCode::UnknownScope, id);
        }
        if (!scope->available) {
            return fail(ErrorCode::ScopeNotAvailable, id);
        }
        if (std::ranges::find(choices, scope, &papers::ScopeChoice::scope) == choices.end()) {
            choices.push_back({scope, {}, false});
        }
    }
    if (choices.empty()) {
        return fail(ErrorCode::MissingOption, "--scope");
    }
    return choices;
}

papers::TearOff tearOffOf(const Texts &say, const std::vector<papers::ScopeChoice> &choices) {
    papers::TearOff tearOff;
    std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> answers;
    for (const papers::ScopeChoice &choice : choices) {
        const Scope &scope = *choice.scope;
        tearOff.asked.push_back(scope.title.in(say.language()));
        tearOff.silenceToCheck = tearOff.silenceToCheck || scope.toCheck;
        if (scope.answer) {
            auto &[titles, bases] = answers[papers::ruleWords(say, *scope.answer)];
            titles.push_back(scope.title.in(say.language()));
            addBasis(bases, scope.answer->basis);
        }
    }
    std::vector<std::string> due;
    for (const auto &[rule, what] : answers) {
        const Values values{{"scope", join(what.first, ", ")}, {"rule", rule}, {"basis", join(what.second, " ; ")}};
        due.push_back(say(answers.size() == 1 ? "tear.answer" : "tear.answer-for", values));
    }
    tearOff.silence = say("receipt.silence-none", {{"basis", join(due, " ")}});
    return tearOff;
}

} // namespace

Result<MadePaper> blankOptoutForm(Desk &desk, const std::vector<std::string> &scopes, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_ASSIGN(const auto choices, blankChoices(desk.machine.catalogue, scopes));
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    GUICHET_ASSIGN(auto sheets, withReadingCopy(desk, making.at.day, paper,
                                                [&](const Texts &say, bool readingCopy) -> Result<printing::Paper> {
                                                    return papers::optoutForm(say, letterhead, making, {}, std::nullopt,
                                                                              choices, papers::DataChoice::Unsaid,
                                                                              readingCopy);
                                                }));
    return makePaper(desk, std::move(sheets), paper.layout, textsOf(desk, "fr", making.at.day)("form.job"));
}

Result<NumberedPapers> numberedOptoutForms(Desk &desk, const std::vector<std::string> &scopes, int count,
                                           const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_ASSIGN(const auto choices, blankChoices(desk.machine.catalogue, scopes));
    const papers::SettingOf settings = settingsOf(desk);
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settings));
    GUICHET_ASSIGN(const papers::ServiceMention service, papers::ServiceMention::of(settings));
    std::vector<std::string> remedyIds;
    for (const papers::ScopeChoice &choice : choices) {
        addOnce(remedyIds, {choice.scope->remedy});
    }
    GUICHET_ASSIGN(const papers::RemediesMention remedies, papers::RemediesMention::of(say, remedyIds, settings));
    papers::TearOff tearOff = tearOffOf(say, choices);
    NumberedPapers made;
    GUICHET_ASSIGN(made.numbers, drawNumbers(desk, count));
    std::vector<printing::Paper> copies;
    for (const std::string &number : made.numbers) {
        tearOff.number = number;
        copies.push_back(papers::optoutForm(say, letterhead, making, {}, std::nullopt, choices));
        papers::makeNumbered(copies.back(), say, tearOff, service, remedies, rulesChecked(settings));
    }
    GUICHET_ASSIGN(made.paper, makePaper(desk, std::move(copies), paper.layout, say("form.job")));
    GUICHET_TRY(journalNumbers(desk, kNumberedForm, made.numbers));
    return made;
}

Result<OptoutWish> optoutDraft(Desk &desk, std::string_view draft) {
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_ASSIGN(KeptDraft kept, findDraft(desk, ActType::Optout, draft));
    const nlohmann::json content = nlohmann::json::parse(kept.content);
    OptoutWish wish;
    wish.person = std::move(kept.person);
    wish.presence = std::move(kept.presence);
    wish.scopes = content.at("scopes").get<std::vector<std::string>>();
    for (const auto &[key, value] : content.at("details").items()) {
        wish.details.emplace_back(key, value.get<std::string>());
    }
    return wish;
}

Result<void> dropOptoutDraft(Desk &desk, std::string_view draft) {
    GUICHET_TRY(desk.require(Action::OptOut));
    return dropDraft(desk, ActType::Optout, draft);
}

Result<RegisteredOptouts> registerOptout(Desk &desk, const OptoutWish &wish, const SigningNote &note,
                                         const PaperWish &paper, std::string_view draft) {
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(wish.person));
    GUICHET_ASSIGN(const std::vector<const Scope *> scopes,
                   expandScopes(desk.machine.catalogue, wish.scopes, wish.details));
    GUICHET_ASSIGN(storage::Signing signing, signingOf(desk, ActType::Optout, person, wish.presence, note));
    Signatory signatory;
    GUICHET_ASSIGN(signatory.opposes, groundOf(desk, person, wish.presence, TitleAct::Oppose));
    GUICHET_ASSIGN(signatory.erases, groundOf(desk, person, wish.presence, TitleAct::Erase));

    RegisteredOptouts registered;
    registered.serialUnusual =
        !signing.vitaleSerial.empty() && (signing.vitaleSerial.size() < 5 || signing.vitaleSerial.size() > 12 ||
                                          signing.vitaleSerial.find_first_not_of("0123456789") != std::string::npos);
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(ActMore more, moreOf(desk, person, note.contact));
    more.note = replaceAll(trim(note.agentNote), "\n", " ");
    addAuthority(more, signatory, scopes, knownAddress(desk, person, more.reply).has_value());
    registered.held = more.held;
    const CivilDate day = today(desk);

    const auto write = [&]() -> Result<storage::Signed> {
        for (const Act &act : acts.list({.type = ActType::Optout, .person = person.id})) {
            if (isOpen(act) && std::ranges::any_of(scopes, [&](const Scope *one) { return one->id == act.subject; })) {
                registered.earlier.push_back(act);
                more.earlier.push_back(act.reference);
            }
        }
        for (const Scope *scope : scopes) {
            storage::ActDraft one;
            do { // two of one signing are not the same either: the first is not in the tables yet
                one.reference = acts.drawReference();
            } while (std::ranges::find(signing.acts, one.reference, &storage::ActDraft::reference) !=
                     signing.acts.end());
            one.subject = scope->id;
            for (const auto &[key, value] : wish.details) {
                if (key == scope->detailKey || (key == kArchive && scope->id == kClosure) ||
                    (key == kCopy && scope->id == kDeletion)) {
                    GUICHET_ASSIGN(one.detail, storage::canonicalJson({{key, trim(value)}}));
                }
            }
            if (scope->answer) {
                one.due = desk.calendar.lastDay(*scope->answer, signing.received);
            }
            signing.acts.push_back(std::move(one));
        }
        // The paper is made before anything is written: an act without its receipt does not exist.
        std::vector<Act> before;
        for (const storage::ActDraft &one : signing.acts) {
            before.push_back(actBefore(signing, one));
        }
        GUICHET_ASSIGN(signing.papers, receiptPapers(desk, day, paper, [&](const Texts &say, bool readingCopy) {
                           return receiptPaper(desk, say, before, more, readingCopy);
                       }));
        GUICHET_ASSIGN(signing.more, more.json());
        GUICHET_ASSIGN(storage::Signed done, acts.sign(signing));
        if (!draft.empty()) {
            GUICHET_TRY(desk.store.drafts().remove(draft));
        }
        return done;
    };
    GUICHET_ASSIGN(storage::Signed done, desk.entries.write(write));
    registered.acts = std::move(done.acts);
    GUICHET_ASSIGN(registered.receipt, receiptAgain(desk, registered.acts.front().receipt, 1, paper));
    if (more.declared) {
        const auto told =
            std::ranges::find_if(registered.acts, [&](const Act &act) { return !more.isHeld(act.subject); });
        if (Result<MadeNotice> letter = prepareNotice(desk, told->reference, paper)) {
            registered.letter = std::move(*letter);
        }
    }
    std::set<Wait> waits;
    for (const Act &act : registered.acts) {
        const std::vector<Wait> its = waitsOf(desk, act);
        waits.insert(its.begin(), its.end());
    }
    registered.waits.assign(waits.begin(), waits.end());
    return registered;
}

Result<std::vector<Act>> listOptouts(Desk &desk, const OptoutFilter &filter) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    std::vector<Act> found = acts.list({.type = ActType::Optout, .person = filter.person, .status = filter.status});
    if (filter.due) {
        const CivilDate day = today(desk);
        const auto isDue = [&](const Act &act) {
            const auto passed = [&](std::optional<CivilDate> last) {
                return last && std::chrono::sys_days(*last) <= std::chrono::sys_days(day);
            };
            const CivilDate transmitBy =
                desk.calendar.lastDay(desk.machine.catalogue.rule("transmit"), desk.calendar.dayOf(act.at));
            return isOpen(act) && (passed(act.due) || (act.status == ActStatus::Recorded && passed(transmitBy)));
        };
        std::erase_if(found, [&](const Act &act) { return !isDue(act); });
    }
    return found;
}

Result<ShownOptout> showOptout(Desk &desk, std::string_view reference) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    ShownOptout shown;
    GUICHET_ASSIGN(shown.act, actOf(acts, ActType::Optout, reference));
    GUICHET_ASSIGN(shown.steps, acts.steps(shown.act.reference));
    shown.transmitBy =
        desk.calendar.lastDay(desk.machine.catalogue.rule("transmit"), desk.calendar.dayOf(shown.act.at));
    shown.waits = waitsOf(desk, shown.act);
    GUICHET_ASSIGN(shown.contact, contactOf(acts, shown.act));
    return shown;
}

Result<MadeSlip> makeSlip(Desk &desk, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    GUICHET_TRY(papers::Letterhead::of(settingsOf(desk)));
    MadeSlip made;
    GUICHET_ASSIGN(made.slip, desk.entries.write([&]() -> Result<storage::Slip> {
        std::vector<std::string> references;
        for (const Act &act : acts.waitingForSlip()) {
            (waitsOf(desk, act).empty() ? references : made.held).push_back(act.reference);
        }
        if (references.empty()) {
            return fail(ErrorCode::NothingWaits);
        }
        return acts.makeSlip(desk.agent, references, keptUntil(desk, ActType::Optout, today(desk)));
    }));
    GUICHET_ASSIGN(made.paper, slipToPaper(desk, made.slip, paper));
    return made;
}

Result<MadeSlip> slipAgain(Desk &desk, std::string_view slip, const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    MadeSlip made;
    GUICHET_ASSIGN(made.slip, acts.slip(slip));
    GUICHET_ASSIGN(made.paper, slipToPaper(desk, made.slip, paper));
    return made;
}

Result<std::vector<Act>> sendOptouts(Desk &desk, const Sending &sending) {
    GUICHET_TRY(desk.require(Action::OptOut));
    if (std::ranges::find(kSendMeans, sending.means) == kSendMeans.end()) {
        return fail(ErrorCode::BadValue, "--means", join({kSendMeans.begin(), kSendMeans.end()}, ", "));
    }
    if (trim(sending.evidence).empty()) {
        return fail(ErrorCode::MissingOption, "--evidence");
    }
    const CivilDate day = today(desk);
    const CivilDate on = sending.on.value_or(day);
    if (std::chrono::sys_days(on) > std::chrono::sys_days(day)) {
        return fail(ErrorCode::FutureDate, formatDate(on));
    }
    storage::Acts acts(desk.entries);
    std::vector<Act> sent;
    const auto write = [&]() -> Result<std::vector<Act>> {
        std::vector<Act> leaving;
        std::vector<Act> waiting; // since it was written on the slip
        if (!sending.slip.empty()) {
            GUICHET_ASSIGN(const storage::Slip slip, acts.slip(sending.slip));
            for (const storage::SlipLine &line : slip.lines) {
                // What was withdrawn since, or left by itself, is no longer on its way with the slip.
                const Result<Act> act = acts.get(line.reference);
                if (act && act->status == ActStatus::Recorded) {
                    (mayLeave(desk, *act) ? leaving : waiting).push_back(*act);
                }
            }
            if (leaving.empty() && !waiting.empty()) {
                GUICHET_TRY(mayLeave(desk, waiting.front()));
            }
            if (leaving.empty()) {
                return fail(ErrorCode::AlreadyDone, slip.id);
            }
        }
        for (const std::string &reference : sending.references) {
            GUICHET_ASSIGN(Act act, actOf(acts, ActType::Optout, reference));
            leaving.push_back(std::move(act));
        }
        if (leaving.empty()) {
            return fail(ErrorCode::MissingOption, "--slip");
        }
        for (const Act &act : leaving) {
            const Scope *scope = desk.machine.catalogue.scope(act.subject);
            const std::string_view address = keysOf(scope == nullptr ? "operator" : scope->addressee).address;
            if (desk.store.identity().kind == storage::StoreKind::Live && settingOf(desk, address).empty()) {
                return fail(ErrorCode::NoAddressee, std::string(address));
            }
            GUICHET_TRY(mayLeave(desk, act));
            if (std::chrono::sys_days(on) < std::chrono::sys_days(act.received)) {
                return fail(ErrorCode::BadValue, "--on " + formatDate(on), act.reference);
            }
            storage::ActChange change;
            change.agent = desk.agent;
            change.reference = act.reference;
            change.means = sending.means;
            change.evidence = trim(sending.evidence);
            change.on = on;
            change.keepUntil = keptUntil(desk, ActType::Optout, today(desk));
            change.at = desk.machine.clock.now();
            GUICHET_ASSIGN(storage::Signed changed, acts.change(ActStatus::Sent, change));
            sent.push_back(std::move(changed.acts.front()));
        }
        return sent;
    };
    return desk.entries.write(write);
}

Result<Act> confirmOptout(Desk &desk, std::string_view reference, std::string_view evidence) {
    GUICHET_TRY(desk.require(Action::DecideOptOut));
    if (trim(evidence).empty()) {
        return fail(ErrorCode::MissingOption, "--evidence");
    }
    return takeStep(desk, ActType::Optout, reference, ActStatus::Confirmed, evidence);
}

Result<Act> refuseOptout(Desk &desk, std::string_view reference, std::string_view reason) {
    GUICHET_TRY(desk.require(Action::DecideOptOut));
    if (trim(reason).empty()) {
        return fail(ErrorCode::MissingOption, "--reason");
    }
    return takeStep(desk, ActType::Optout, reference, ActStatus::Refused, reason);
}

Result<Act> withdrawOptout(Desk &desk, std::string_view reference) {
    GUICHET_TRY(desk.require(Action::OptOut));
    return takeStep(desk, ActType::Optout, reference, ActStatus::Withdrawn, {});
}

Result<Act> copyDone(Desk &desk, std::string_view reference, std::string_view evidence, bool waived) {
    GUICHET_TRY(desk.require(Action::OptOut));
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(const Act act, actOf(acts, ActType::Optout, reference));
    if (!awaitsCopy(desk, act)) {
        return fail(ErrorCode::WrongState, textsOf(desk, desk.language, today(desk))("receipt.no-copy-awaited"),
                    act.reference);
    }
    GUICHET_ASSIGN(storage::Signed noted, desk.entries.write([&] {
        return noteStep(desk, act, waived ? storage::ActNote::CopyWaived : storage::ActNote::CopyHanded, {}, evidence);
    }));
    return std::move(noted.acts.front());
}

Result<Act> showIdentity(Desk &desk, std::string_view reference, const Presence &presence) {
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_TRY(presence.check());
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(Act act, actOf(acts, ActType::Optout, reference));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(act.person));
    const auto write = [&]() -> Result<void> {
        bool waited = false;
        for (const Act &one : acts.list({.receipt = act.receipt})) {
            const ActMore more = ActMore::parse(one.more);
            GUICHET_ASSIGN(const auto steps, acts.steps(one.reference));
            if (one.status != ActStatus::Recorded || (!more.isHeld(one.subject) && !more.declared) ||
                isNoted(steps, storage::ActNote::IdentityShown)) {
                continue;
            }
            const Scope *scope = desk.machine.catalogue.scope(one.subject);
            const TitleAct does = scope != nullptr && !scope->reversible ? TitleAct::Erase : TitleAct::Oppose;
            GUICHET_ASSIGN(const Ground ground, groundOf(desk, person, presence, does));
            if (!ground.gives || !ground.title->may.contains(does)) { // not by who only comes along
                return fail(ErrorCode::NotForThem, {}, refusalWords(*ground.title, desk.language));
            }
            if (!ground.proven || !ground.identityShown) {
                return fail(ErrorCode::IdentityNotShown, {},
                            ground.proven ? std::string() : ground.title->mandate.in(desk.language));
            }
            waited = true;
            GUICHET_TRY(
                noteStep(desk, one, storage::ActNote::IdentityShown, toText(presence.seen), toText(presence.who)));
        }
        return waited ? Result<void>() : fail(ErrorCode::AlreadyDone, act.reference);
    };
    GUICHET_TRY(desk.entries.write(write));
    return act;
}

Result<void> noteCopies(Desk &desk, std::string_view person) {
    storage::Acts acts(desk.entries);
    for (const Act &act :
         acts.list({.type = ActType::Optout, .person = std::string(person), .status = ActStatus::Recorded})) {
        if (!awaitsCopy(desk, act)) {
            continue;
        }
        GUICHET_ASSIGN(const bool whole, allInHand(desk, person, act.at));
        if (whole) {
            GUICHET_TRY(noteStep(desk, act, storage::ActNote::CopyHanded, {},
                                 textsOf(desk, "fr", today(desk))("receipt.copy-whole")));
        }
    }
    return {};
}

} // namespace guichet::kiosk
