// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/deposit.h"

#include "base/text.h"
#include "kiosk/counter/journal.h"
#include "kiosk/papers/deposit_note.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::kiosk {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 15> kKeys{
    "person", "form",          "answers",      "pieces",        "scopes",     "details",   "by",          "by_name",
    "signed", "identity_seen", "mandate_from", "vitale_serial", "agent_note", "deposited", "paper_number"};

/// A text of the paper; "" where it has none. Error: BadValue.
Result<std::string> textOf(const json &paper, const char *key) {
    const auto found = paper.find(key);
    if (found == paper.end() || found->is_null()) {
        return std::string();
    }
    if (!found->is_string()) {
        return fail(ErrorCode::BadValue, key);
    }
    return found->get<std::string>();
}

Result<std::vector<std::string>> textsOf(const json &paper, const char *key) {
    std::vector<std::string> texts;
    const auto found = paper.find(key);
    if (found == paper.end()) {
        return texts;
    }
    if (!found->is_array()) {
        return fail(ErrorCode::BadValue, key);
    }
    for (const json &one : *found) {
        if (!one.is_string()) {
            return fail(ErrorCode::BadValue, key);
        }
        texts.push_back(one.get<std::string>());
    }
    return texts;
}

/// A day of the paper; nothing where it has none. Errors: BadValue, BadDate.
Result<std::optional<CivilDate>> dayOf(const json &paper, const char *key) {
    GUICHET_ASSIGN(const std::string text, textOf(paper, key));
    if (text.empty()) {
        return std::optional<CivilDate>();
    }
    const auto day = parseDate(text);
    return day ? Result<std::optional<CivilDate>>(*day) : fail(ErrorCode::BadDate, text);
}

Result<Presence> presenceOf(const json &paper, const std::string &bearer) {
    Presence presence;
    GUICHET_ASSIGN(const std::string by, textOf(paper, "by"));
    GUICHET_ASSIGN(const std::string name, textOf(paper, "by_name"));
    GUICHET_ASSIGN(const std::string seen, textOf(paper, "identity_seen"));
    GUICHET_ASSIGN(presence.who, parseWho(!by.empty() ? by : toText(bearer.empty() ? Who::Self : Who::Bearer)));
    GUICHET_ASSIGN(const IdentitySeen what, parseIdentitySeen(seen.empty() ? toText(IdentitySeen::None) : seen));
    presence.showed(what);
    GUICHET_ASSIGN(presence.mandateFrom, dayOf(paper, "mandate_from"));
    presence.name = trim(name.empty() && presence.who == Who::Bearer ? bearer : name);
    return presence;
}

Result<SigningNote> signingNoteIn(const json &paper) {
    SigningNote note;
    GUICHET_ASSIGN(const std::string how, textOf(paper, "signed"));
    GUICHET_ASSIGN(note.how, parseSigned(how.empty() ? toText(Signed::Signature) : how));
    GUICHET_ASSIGN(note.vitaleSerial, textOf(paper, "vitale_serial"));
    GUICHET_ASSIGN(note.agentNote, textOf(paper, "agent_note"));
    GUICHET_ASSIGN(note.paperNumber, textOf(paper, "paper_number"));
    GUICHET_ASSIGN(note.deposited, dayOf(paper, "deposited"));
    return note;
}

Result<BroughtPaper> readPaper(const json &paper, const std::string &bearer) {
    if (!paper.is_object()) {
        return fail(ErrorCode::BadValue, paper.dump());
    }
    for (const auto &[key, value] : paper.items()) {
        if (std::ranges::find(kKeys, key) == kKeys.end()) {
            return fail(ErrorCode::BadValue, key);
        }
    }
    if (paper.contains("form") == paper.contains("scopes")) {
        return fail(ErrorCode::MissingOption, "form | scopes");
    }
    BroughtPaper brought;
    GUICHET_ASSIGN(brought.note, signingNoteIn(paper));
    GUICHET_ASSIGN(Presence presence, presenceOf(paper, bearer));
    GUICHET_ASSIGN(std::string person, textOf(paper, "person"));
    if (paper.contains("form")) {
        RequestWish wish;
        wish.person = std::move(person);
        wish.presence = std::move(presence);
        GUICHET_ASSIGN(wish.form, textOf(paper, "form"));
        GUICHET_ASSIGN(wish.pieces, textsOf(paper, "pieces"));
        wish.answers = paper.value("answers", json::object()).dump();
        brought.wish = std::move(wish);
        return brought;
    }
    OptoutWish wish;
    wish.person = std::move(person);
    wish.presence = std::move(presence);
    GUICHET_ASSIGN(wish.scopes, textsOf(paper, "scopes"));
    const json details = paper.value("details", json::object());
    if (!details.is_object()) {
        return fail(ErrorCode::BadValue, "details");
    }
    for (const auto &[key, value] : details.items()) {
        GUICHET_ASSIGN(std::string said, textOf(details, key.c_str()));
        wish.details.emplace_back(key, std::move(said));
    }
    brought.wish = std::move(wish);
    return brought;
}

/// What the bearer takes along.
Result<MadePaper> bearersNote(Desk &desk, const std::string &bearer, const std::vector<papers::DepositLine> &lines,
                              const PaperWish &paper) {
    GUICHET_ASSIGN(const papers::Letterhead letterhead, papers::Letterhead::of(settingsOf(desk)));
    const papers::Making making = makingOf(desk, desk.agent, desk.machine.clock.now());
    const Texts say = textsOf(desk, "fr", making.at.day);
    return makePaper(desk, {papers::depositNote(say, letterhead, making, trim(bearer), lines)}, paper.layout,
                     say("deposit.job"));
}

TakenPaper take(Desk &desk, const Result<BroughtPaper> &brought, const PaperWish &paper) {
    TakenPaper taken;
    if (!brought) {
        taken.error = brought.error();
        return taken;
    }
    taken.paperNumber = paperNumberOf(brought->note.paperNumber);
    if (const auto *request = std::get_if<RequestWish>(&brought->wish)) {
        Result<FiledRequest> filed = fileRequest(desk, *request, brought->note, paper);
        if (!filed) {
            taken.error = std::move(filed).error();
            return taken;
        }
        taken.acts = {std::move(filed->act)};
        taken.receipt = std::move(filed->receipt);
        taken.letter = std::move(filed->letter);
        return taken;
    }
    Result<RegisteredOptouts> done = registerOptout(desk, std::get<OptoutWish>(brought->wish), brought->note, paper);
    if (!done) {
        taken.error = std::move(done).error();
        return taken;
    }
    taken.acts = std::move(done->acts);
    taken.receipt = std::move(done->receipt);
    taken.letter = std::move(done->letter);
    return taken;
}

} // namespace

Result<std::vector<Result<BroughtPaper>>> readDeposit(std::string_view text, const std::string &bearer) {
    const json list = json::parse(text, nullptr, false);
    if (!list.is_array() || list.empty() || list.size() > kMostDeposited) {
        return fail(ErrorCode::BadValue, list.is_array() ? std::to_string(list.size()) : "JSON",
                    R"([{"person": …, "scopes": […]}, …])");
    }
    std::vector<Result<BroughtPaper>> papers;
    for (const json &paper : list) {
        papers.push_back(readPaper(paper, bearer));
    }
    return papers;
}

Result<Deposit> depositPapers(Desk &desk, const std::vector<Result<BroughtPaper>> &papers, const std::string &bearer,
                              const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_TRY(desk.require(Action::OptOut));
    GUICHET_TRY(papers::Letterhead::of(settingsOf(desk))); // before anything is registered
    Deposit deposit;
    std::vector<papers::DepositLine> lines;
    std::vector<std::string> references;
    for (const Result<BroughtPaper> &brought : papers) {
        TakenPaper taken = take(desk, brought, paper);
        papers::DepositLine line{taken.paperNumber, {}, {}};
        if (taken.receipt) {
            ++deposit.registered;
            line.reference = taken.receipt->reference;
            line.received = taken.acts.front().received;
            references.push_back(line.reference);
        }
        lines.push_back(std::move(line));
        deposit.papers.push_back(std::move(taken));
    }
    GUICHET_TRY(journalAlone(
        desk, {.kind = "paper.deposited",
               .person = {},
               .by = {},
               .details = {{"papers", std::to_string(papers.size())}, {"receipts", join(references, " ")}}}));
    GUICHET_ASSIGN(deposit.note, bearersNote(desk, bearer, lines, paper));
    return deposit;
}

Result<MadePaper> handedInNote(Desk &desk, const std::string &bearer, std::string_view reference,
                               const PaperWish &paper) {
    GUICHET_TRY(desk.require(Action::Request));
    GUICHET_ASSIGN(const storage::Act act, storage::Acts(desk.entries).get(reference));
    return bearersNote(desk, bearer, {{act.paperNumber, act.receipt, act.received}}, paper);
}

} // namespace guichet::kiosk
