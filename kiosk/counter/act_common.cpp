// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/act_common.h"

#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/lay_out.h"
#include "kiosk/counter/paper_numbers.h"
#include "kiosk/counter/titles.h"
#include "kiosk/papers/words.h"
#include "storage/nir.h"
#include "storage/register/canonical_json.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace guichet::kiosk {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::size_t kLongestNote = 1000;

constexpr std::array kStatuses{Words{"recorded", "status.recorded"},
                               Words{"sent", "status.sent"},
                               Words{"confirmed", "status.confirmed"},
                               Words{"refused", "status.refused"},
                               Words{"withdrawn", "status.withdrawn"},
                               Words{"incomplete", "status.incomplete"},
                               Words{"filed", "status.filed"},
                               Words{"forwarded", "status.forwarded"},
                               Words{"decided-yes", "status.decided-yes"},
                               Words{"decided-no", "status.decided-no"},
                               Words{"deemed", "status.deemed"},
                               Words{"slip", "status.slip"},
                               Words{"piece-added", "status.piece-added"},
                               Words{"contact", "status.contact"},
                               Words{"notice-made", "status.notice-made"},
                               Words{"copy-handed", "status.copy-handed"},
                               Words{"copy-waived", "status.copy-waived"},
                               Words{"identity-shown", "status.identity-shown"},
                               Words{"called", "status.called"}};
constexpr std::array kMeans{Words{"registered-post", "means.registered-post"},
                            Words{"post", "means.post"},
                            Words{"hand", "means.hand"},
                            Words{"call-3422", "means.call-3422"},
                            Words{"internal-mail", "means.internal-mail"},
                            Words{"signature", "signed.signature"},
                            Words{"mark", "signed.mark"},
                            Words{"oral", "signed.oral"}};
constexpr std::array kSeenWords{Words{"id-card", "seen.id-card"},
                                Words{"passport", "seen.passport"},
                                Words{"residence-permit", "seen.residence-permit"},
                                Words{"driving-licence", "seen.driving-licence"},
                                Words{"vitale", "seen.vitale"},
                                Words{"other", "seen.other"},
                                Words{"none", "seen.none"}};
constexpr std::array kReplies{Words{"post", "reply.post"},       Words{"other-address", "reply.other-address"},
                              Words{"collect", "reply.collect"}, Words{"telephone", "reply.telephone"},
                              Words{"email", "reply.email"},     Words{"nothing-at-home", "reply.nothing-at-home"}};

/// As the command line says them, and as they are kept.
constexpr std::array kContactWords{Words{"post", "post"},       Words{"address", "other-address"},
                                   Words{"collect", "collect"}, Words{"phone", "telephone"},
                                   Words{"email", "email"},     Words{"none", "nothing-at-home"}};
constexpr std::array kCauses{Words{"confirmed", "notice.cause-confirmed"},
                             Words{"refused", "notice.cause-refused"},
                             Words{"decided-yes", "notice.cause-decided-yes"},
                             Words{"decided-no", "notice.cause-decided-no"},
                             Words{"silence-accepted", "notice.cause-silence-accepted"},
                             Words{"silence-refused", "notice.cause-silence-refused"},
                             Words{"late", "notice.cause-late"},
                             Words{"forwarded", "notice.cause-forwarded"},
                             Words{"declared", "notice.cause-declared"}};

std::string wordsOf(const Texts &say, std::span<const Words> table, std::string_view key) {
    const auto row = std::ranges::find(table, key, &Words::first);
    return row == table.end() ? std::string(key) : say(row->second);
}

} // namespace

CivilDate today(const Desk &desk) { return desk.calendar.dayOf(desk.machine.clock.now()); }

Result<storage::Act> actOf(storage::Acts &acts, storage::ActType type, std::string_view reference) {
    GUICHET_ASSIGN(storage::Act act, acts.get(reference));
    if (act.type != type) {
        return fail(ErrorCode::Nothing, std::string(reference));
    }
    return act;
}

Result<storage::Act> takeStep(Desk &desk, storage::ActType type, std::string_view reference, storage::ActStatus to,
                              std::string_view evidence) {
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(const storage::Act act, actOf(acts, type, reference));
    storage::ActChange change;
    change.agent = desk.agent;
    change.reference = act.reference;
    change.evidence = trim(evidence);
    change.keepUntil = keptUntil(desk, type, today(desk));
    change.at = desk.machine.clock.now();
    GUICHET_ASSIGN(storage::Signed changed, desk.entries.write([&] { return acts.change(to, change); }));
    return std::move(changed.acts.front());
}

Result<storage::Signed> noteStep(Desk &desk, const storage::Act &act, storage::ActNote note, std::string_view means,
                                 std::string_view evidence) {
    storage::ActChange change;
    change.agent = desk.agent;
    change.reference = act.reference;
    change.means = means;
    change.evidence = trim(evidence);
    change.keepUntil = keptUntil(desk, act.type, today(desk));
    change.at = desk.machine.clock.now();
    return storage::Acts(desk.entries).note(note, change);
}

std::optional<CivilDate> keptUntil(Desk &desk, storage::ActType type, CivilDate day) {
    const std::optional<std::chrono::days> kept = desk.store.settings().retention(storage::actTypeName(type));
    return kept ? std::optional<CivilDate>(std::chrono::sys_days(day) + *kept) : std::nullopt;
}

Texts textsOf(const Desk &desk, std::string_view language, CivilDate day) {
    return {desk.machine.catalogue, std::string(language.empty() ? "fr" : language), day};
}

papers::Making makingOf(const Desk &desk, std::string_view agent, Instant at) {
    return {desk.store.identity().station, std::string(agent), desk.calendar.localTime(at), at};
}

papers::PaperPerson paperPerson(const Texts &say, const storage::Person &person) {
    papers::PaperPerson paper;
    paper.names = papers::isolated(person.traits.birthName);
    if (!person.traits.usedName.empty()) {
        paper.names = say("whom.names", {{"birth", paper.names}, {"used", papers::isolated(person.traits.usedName)}});
    }
    paper.names += ", " + papers::isolated(person.traits.givenNames);
    paper.born = bornWords(say, person.traits.born);
    if (!person.traits.birthPlace.empty()) {
        paper.born += (paper.born.empty() ? "" : ", ") + person.traits.birthPlace;
    }
    paper.number = person.nir.empty() ? std::string() : storage::formatNir(person.nir);
    paper.address = person.address;
    return paper;
}

std::optional<papers::PaperRepresentative> representativeOf(const Texts &say, const Presence &presence) {
    if (presence.who == Who::Self || presence.who == Who::Bearer || presence.who == Who::Helper) {
        return std::nullopt;
    }
    const Title *title = say.catalogue().title(toText(presence.who));
    return papers::PaperRepresentative{title == nullptr ? std::string() : title->name.in(say.language()),
                                       presence.name};
}

papers::SettingOf settingsOf(Desk &desk) {
    return [&desk](std::string_view key) {
        const Result<storage::Setting> setting = desk.store.settings().get(key);
        return setting ? papers::SettingValue{setting->value, setting->toBeChecked} : papers::SettingValue{};
    };
}

bool rulesChecked(const papers::SettingOf &settings) { return settings("service-rules-checked").text == "yes"; }

papers::ReceivedMention receivedMention(const Desk &desk, const storage::Act &act) {
    return papers::ReceivedMention(act.received, act.paperNumber,
                                   act.deposited ? std::optional(desk.calendar.dayOf(act.at)) : std::nullopt);
}

std::string personLine(const Texts &say, std::string_view initials, std::string_view born,
                       std::string_view maskedNumber) {
    std::string line = papers::isolated(initials);
    if (!born.empty()) {
        line += say("whom.born", {{"born", std::string(born)}});
    }
    line += maskedNumber.empty() ? say("whom.no-number") : say("whom.number", {{"number", std::string(maskedNumber)}});
    return line;
}

std::string byLine(const Texts &say, std::string_view by, std::string_view identitySeen, std::string_view signedHow) {
    const Title *title = say.catalogue().title(by);
    return (title == nullptr ? std::string(by) : title->name.in(say.language())) + " ; " +
           wordsOf(say, kSeenWords, identitySeen) + " ; " + meansWords(say, signedHow);
}

std::string statusWords(const Texts &say, std::string_view status) { return wordsOf(say, kStatuses, status); }

std::string meansWords(const Texts &say, std::string_view means) {
    for (const auto table : {std::span<const Words>(kMeans), std::span<const Words>(kReplies)}) {
        if (std::ranges::find(table, means, &Words::first) != table.end()) {
            return wordsOf(say, table, means);
        }
    }
    return wordsOf(say, kSeenWords, means); // "other" is no way to be answered
}

std::string replyWords(const Texts &say, const std::vector<storage::ContactPreference> &reply) {
    std::vector<std::string> words;
    words.reserve(reply.size());
    for (const storage::ContactPreference &one : reply) {
        words.push_back(wordsOf(say, kReplies, one.means));
        if (!one.detail.empty()) {
            words.back() += say("receipt.detail", {{"detail", papers::isolated(papers::oneLine(one.detail))}});
        }
    }
    return join(words, " ; ");
}

void addAuthorityFact(std::vector<std::pair<std::string, std::string>> &facts, const Texts &say, std::string_view by,
                      const ActMore &more) {
    const Title *title = say.catalogue().title(by);
    if (!more.gives && title != nullptr) {
        facts.emplace_back(say("receipt.authority"), refusalWords(*title, say.language()));
    } else if (!more.entitled) {
        facts.emplace_back(say("receipt.authority"), say("receipt.authority-to-check"));
    }
}

std::string evidenceWords(const Texts &say, const storage::ActStep &step) {
    if (step.what == storage::actNoteName(storage::ActNote::NoticeMade)) {
        return wordsOf(say, kCauses, step.evidence);
    }
    const Title *title = step.what == storage::actNoteName(storage::ActNote::IdentityShown)
                             ? say.catalogue().title(step.evidence)
                             : nullptr;
    return title == nullptr ? step.evidence : title->name.in(say.language());
}

std::string bornWords(const Texts &say, const storage::BirthDate &born) {
    if (!born.whole()) {
        return born.text();
    }
    return papers::longDate(say, CivilDate{std::chrono::year(born.year),
                                           std::chrono::month(static_cast<unsigned>(born.month)),
                                           std::chrono::day(static_cast<unsigned>(born.day))});
}

bool ActMore::isHeld(std::string_view subject) const { return std::ranges::find(held, subject) != held.end(); }

Result<std::string> ActMore::json() const {
    std::vector<std::string> means;
    std::vector<std::string> details;
    for (const storage::ContactPreference &one : reply) {
        means.push_back(one.means);
        details.push_back(one.detail);
    }
    nlohmann::json object{{"born", born}, {"number", number},     {"reply", means},       {"earlier", earlier},
                          {"held", held}, {"to-check", toCheck},  {"entitled", entitled}, {"texts", texts},
                          {"form", form}, {"form-from", formFrom}};
    if (!gives) {
        object["gives"] = false;
    }
    if (declared) {
        object["declared"] = true;
    }
    if (std::ranges::any_of(details, [](const std::string &detail) { return !detail.empty(); })) {
        object["reply-detail"] = details;
    }
    if (!formText.empty()) {
        object["form-text"] = formText;
    }
    if (!note.empty()) {
        object["note"] = note;
    }
    return storage::canonicalJson(object);
}

ActMore ActMore::parse(std::string_view text) {
    ActMore more;
    const nlohmann::json object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return more;
    }
    const auto string = [&](const char *key, std::string &into) {
        if (const auto found = object.find(key); found != object.end() && found->is_string()) {
            into = found->get<std::string>();
        }
    };
    const auto list = [&](const char *key, std::vector<std::string> &into) {
        if (const auto found = object.find(key); found != object.end() && found->is_array()) {
            for (const auto &one : *found) {
                if (one.is_string()) {
                    into.push_back(one.get<std::string>());
                }
            }
        }
    };
    string("born", more.born);
    string("number", more.number);
    string("texts", more.texts);
    string("form", more.form);
    string("form-from", more.formFrom);
    string("form-text", more.formText);
    string("note", more.note);
    std::vector<std::string> means;
    std::vector<std::string> details;
    list("reply", means);
    list("reply-detail", details);
    details.resize(means.size());
    for (std::size_t i = 0; i < means.size(); ++i) {
        more.reply.push_back({means[i], details[i]});
    }
    list("earlier", more.earlier);
    list("held", more.held);
    list("to-check", more.toCheck);
    const auto truth = [&](const char *key, bool &into) {
        if (const auto found = object.find(key); found != object.end() && found->is_boolean()) {
            into = found->get<bool>();
        }
    };
    truth("entitled", more.entitled);
    truth("gives", more.gives);
    truth("declared", more.declared);
    return more;
}

Result<ActMore> moreOf(Desk &desk, const storage::Person &person,
                       const std::optional<storage::ContactPreference> &contact) {
    ActMore more;
    more.born = person.traits.born.text();
    more.number = person.nir.empty() ? std::string() : storage::maskNir(person.nir);
    more.texts = desk.machine.catalogue.edition();
    if (contact) {
        GUICHET_ASSIGN(more.reply.emplace_back(), checkedContact(person, *contact));
    } else if (const auto wishes = desk.store.people().contact(person.id)) {
        more.reply = *wishes;
    }
    if (more.reply.empty()) {
        more.reply.push_back({person.address.empty() ? "collect" : "post", {}});
    }
    return more;
}

Result<storage::ContactPreference> checkedContact(const storage::Person &person, storage::ContactPreference wish) {
    constexpr std::size_t kLongest = 400;
    if (std::ranges::find(kReplies, wish.means, &Words::first) == kReplies.end()) {
        return fail(ErrorCode::BadValue, wish.means);
    }
    wish.detail = trim(wish.detail);
    if (wish.detail.size() > kLongest || wish.detail != toValidUtf8(wish.detail)) {
        return fail(ErrorCode::BadValue, "--contact-detail");
    }
    if (wish.detail.empty() && wish.means == "telephone") {
        wish.detail = person.phone;
    } else if (wish.detail.empty() && wish.means == "email") {
        wish.detail = person.email;
    }
    const bool needed = wish.means == "other-address" || wish.means == "telephone" || wish.means == "email";
    if (needed && wish.detail.empty()) {
        return fail(ErrorCode::MissingOption, "--contact-detail");
    }
    return wish;
}

Result<std::string> parseContactMeans(std::string_view text) {
    std::vector<std::string> words;
    for (const auto &[word, means] : kContactWords) {
        if (text == word || text == means) {
            return std::string(means);
        }
        words.emplace_back(word);
    }
    return fail(ErrorCode::BadValue, "--contact " + std::string(text), join(words, ", "));
}

std::vector<std::string> contactMeans() {
    std::vector<std::string> all;
    for (const auto &[means, text] : kReplies) {
        all.emplace_back(means);
    }
    return all;
}

Result<void> changePersonContact(Desk &desk, std::string_view person, const Presence &presence,
                                 const storage::ContactPreference &wish) {
    GUICHET_TRY(desk.require(Action::SeePerson));
    GUICHET_ASSIGN(const storage::Person found, desk.store.people().get(person));
    GUICHET_TRY(mayDisclose(desk, found, presence)); // where answers go is not for others to say
    GUICHET_ASSIGN(const storage::ContactPreference contact, checkedContact(found, wish));
    return desk.entries.write([&]() -> Result<void> {
        GUICHET_TRY(desk.store.people().setContact(found.id, std::span(&contact, 1), desk.machine.clock.now()));
        return journal(desk, {.kind = "person.contact",
                              .person = found.id,
                              .by = std::string(toText(presence.who)),
                              .details = {{"person", found.id}, {"means", contact.means}}});
    });
}

Result<std::vector<storage::ContactPreference>> contactOf(storage::Acts &acts, const storage::Act &act) {
    GUICHET_ASSIGN(const std::vector<storage::ActStep> steps, acts.steps(act.reference));
    const std::string_view changed = storage::actNoteName(storage::ActNote::Contact);
    const auto last =
        std::find_if(steps.rbegin(), steps.rend(), [&](const storage::ActStep &step) { return step.what == changed; });
    return last == steps.rend() ? ActMore::parse(act.more).reply
                                : std::vector<storage::ContactPreference>{{last->means, last->evidence}};
}

Result<storage::Act> changeContact(Desk &desk, storage::ActType type, std::string_view reference,
                                   const storage::ContactPreference &wish) {
    GUICHET_TRY(desk.require(type == storage::ActType::Optout ? Action::OptOut : Action::Request));
    storage::Acts acts(desk.entries);
    GUICHET_ASSIGN(storage::Act act, actOf(acts, type, reference));
    GUICHET_ASSIGN(const storage::Person person, desk.store.people().get(act.person));
    GUICHET_ASSIGN(const storage::ContactPreference contact, checkedContact(person, wish));
    const auto write = [&]() -> Result<void> {
        for (const storage::Act &one : acts.list({.receipt = act.receipt})) {
            GUICHET_TRY(noteStep(desk, one, storage::ActNote::Contact, contact.means, contact.detail));
        }
        return {};
    };
    GUICHET_TRY(desk.entries.write(write));
    return act;
}

std::optional<std::vector<std::string>> knownAddress(Desk &desk, const storage::Person &person,
                                                     const std::vector<storage::ContactPreference> &wished) {
    using storage::ContactPreference;
    const auto said = desk.store.people().contact(person.id).value_or(std::vector<ContactPreference>{});
    for (const auto *wishes : {&said, &wished}) {
        if (std::ranges::find(*wishes, "nothing-at-home", &ContactPreference::means) != wishes->end()) {
            return std::nullopt;
        }
    }
    const auto byPost = std::ranges::find_if(
        said, [](const ContactPreference &one) { return one.means == "post" || one.means == "other-address"; });
    if (!said.empty() && byPost == said.end()) {
        return std::nullopt; // to collect, by telephone…
    }
    const bool elsewhere = byPost != said.end() && byPost->means == "other-address";
    std::vector<std::string> lines = addressLines(elsewhere ? byPost->detail : person.address);
    return lines.empty() ? std::nullopt : std::optional(std::move(lines));
}

std::vector<std::string> addressLines(std::string_view address) {
    std::vector<std::string> lines;
    for (const std::string &line : split(address, '\n')) {
        lines.push_back(trim(line));
    }
    std::erase(lines, std::string());
    return lines;
}

storage::Act actBefore(const storage::Signing &signing, const storage::ActDraft &draft) {
    storage::Act act;
    act.reference = draft.reference;
    act.receipt = signing.acts.empty() ? draft.reference : signing.acts.front().reference;
    act.type = signing.type;
    act.person = signing.person;
    act.subject = draft.subject;
    if (signing.type == storage::ActType::Optout) {
        act.status = storage::ActStatus::Recorded;
    } else {
        act.status = draft.piecesMissing.empty() ? storage::ActStatus::Filed : storage::ActStatus::Incomplete;
    }
    act.detail = draft.detail;
    act.answers = draft.answers;
    act.due = draft.due;
    act.piecesGiven = draft.piecesGiven;
    act.piecesMissing = draft.piecesMissing;
    act.completeBy = draft.completeBy;
    act.deemed = draft.deemed;
    act.by = signing.by;
    act.byName = signing.byName;
    act.identitySeen = signing.identitySeen;
    act.vitaleSerial = signing.vitaleSerial;
    act.signedHow = signing.signedHow;
    act.received = signing.received;
    act.deposited = signing.deposited;
    act.paperNumber = signing.paperNumber;
    act.author = signing.agent;
    act.edition = signing.edition;
    act.number = signing.number;
    act.initials = signing.initials;
    act.at = signing.at.value_or(Instant{});
    return act;
}

Result<storage::Signing> signingOf(Desk &desk, storage::ActType type, const storage::Person &person,
                                   const Presence &presence, const SigningNote &note) {
    GUICHET_TRY(presence.check());
    storage::Signing signing;
    const Instant now = desk.machine.clock.now();
    const CivilDate day = desk.calendar.dayOf(now);
    if (note.deposited && std::chrono::sys_days(*note.deposited) > std::chrono::sys_days(day)) {
        return fail(ErrorCode::FutureDate, formatDate(*note.deposited));
    }
    if (note.agentNote.size() > kLongestNote) {
        return fail(ErrorCode::BadValue, "agent-note");
    }
    signing.type = type;
    signing.agent = desk.agent;
    signing.person = person.id;
    signing.by = toText(presence.who);
    signing.byName = presence.who == Who::Self ? std::string() : presence.name;
    signing.identitySeen = toText(presence.seen);
    signing.vitaleSerial = trim(note.vitaleSerial);
    signing.signedHow = toText(note.how);
    signing.received = note.deposited.value_or(day);
    if (note.deposited && *note.deposited != day) {
        signing.deposited = note.deposited;
    }
    signing.paperNumber = paperNumberOf(note.paperNumber);
    const Result<storage::Nir> nir = storage::parseNir(person.nir);
    if (nir && nir->kind == storage::NirKind::Nir) {
        signing.number = nir->matricule.substr(0, 5); // sex, year, month: what a masked number shows
    }
    signing.initials = papers::initials(
        person.traits.givenNames, person.traits.usedName.empty() ? person.traits.birthName : person.traits.usedName);
    signing.edition = papers::kTemplateEdition;
    signing.at = now;
    signing.keepUntil = keptUntil(desk, type, day);
    return signing;
}

Result<std::string> readingLanguage(const Desk &desk, const PaperWish &wish) {
    if (wish.readingCopy.empty() || wish.readingCopy == "fr") {
        return std::string();
    }
    const std::vector<std::string> languages = desk.machine.catalogue.languages();
    if (std::ranges::find(languages, wish.readingCopy) == languages.end()) {
        return fail(ErrorCode::BadValue, "--reading-copy " + wish.readingCopy, join(languages, ", "));
    }
    return wish.readingCopy;
}

Result<std::vector<printing::Paper>> withReadingCopy(const Desk &desk, CivilDate day, const PaperWish &wish,
                                                     const PaperIn &paper) {
    GUICHET_ASSIGN(const std::string copy, readingLanguage(desk, wish));
    std::vector<printing::Paper> papers;
    GUICHET_ASSIGN(printing::Paper french, paper(textsOf(desk, "fr", day), false));
    papers.push_back(std::move(french));
    if (!copy.empty()) {
        GUICHET_ASSIGN(printing::Paper other, paper(textsOf(desk, copy, day), true));
        papers.push_back(std::move(other));
    }
    return papers;
}

printing::Paper unheadedPaper(const Desk &desk) {
    const Instant now = desk.machine.clock.now();
    printing::Paper paper;
    paper.created = formatInstant(now);
    paper.footer.left = desk.store.settings().value("agency-name");
    paper.footer.centre = formatDate(desk.calendar.dayOf(now));
    return paper;
}

Result<MadePaper> makePaper(const Desk &desk, std::vector<printing::Paper> papers, printing::Layout layout,
                            std::string what) {
    std::vector<printing::LaidOutPaper> laidOut;
    laidOut.reserve(papers.size());
    MadePaper made;
    made.what = std::move(what);
    for (const printing::Paper &paper : papers) {
        GUICHET_ASSIGN(printing::LaidOutPaper one, layOut(desk, paper, layout));
        made.pages += one.pageCount();
        laidOut.push_back(std::move(one));
    }
    std::vector<const printing::LaidOutPaper *> pointers;
    pointers.reserve(laidOut.size());
    for (const printing::LaidOutPaper &one : laidOut) {
        pointers.push_back(&one);
    }
    GUICHET_ASSIGN(made.pdf, printing::renderPdf(pointers));
    made.says = std::move(papers);
    return made;
}

PaperJob jobFor(const MadePaper &paper) {
    return {.what = paper.what,
            .label = paper.says.front().title,
            .pages = paper.pages,
            .copies = 1,
            .purpose = paper.purpose,
            .visit = {},
            .person = {},
            .reference = {}};
}

} // namespace guichet::kiosk
