// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/act_words.h"

#include "base/text.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/deposit.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/paper_numbers.h"
#include "storage/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>

namespace guichet::kiosk::cli {

Result<PaperWish> paperWishOf(const Arguments &arguments) {
    PaperWish wish;
    const std::string layout = arguments.value("layout").value_or("standard");
    if (layout != "standard" && layout != "large") {
        return fail(ErrorCode::BadValue, "--layout " + layout, "standard, large");
    }
    wish.layout = layout == "large" ? printing::Layout::Large : printing::Layout::Standard;
    wish.readingCopy = arguments.value("reading-copy").value_or("");
    return wish;
}

Result<std::optional<storage::ContactPreference>> contactWishOf(const Arguments &arguments) {
    const auto word = arguments.value("contact");
    const std::string detail = arguments.value("contact-detail").value_or("");
    if (!word) {
        if (!detail.empty()) {
            return fail(ErrorCode::MissingOption, "--contact");
        }
        return std::optional<storage::ContactPreference>();
    }
    GUICHET_ASSIGN(std::string means, parseContactMeans(*word));
    return std::optional(storage::ContactPreference{std::move(means), detail});
}

Result<SigningNote> signingNoteOf(const Arguments &arguments) {
    SigningNote note;
    if (!arguments.has("signed")) {
        return fail(ErrorCode::MissingOption, "--signed");
    }
    GUICHET_ASSIGN(note.how, parseSigned(arguments.get("signed")));
    note.vitaleSerial = arguments.value("vitale-serial").value_or("");
    GUICHET_ASSIGN(note.deposited, arguments.date("deposited"));
    note.paperNumber = arguments.value("paper-number").value_or("");
    note.agentNote = arguments.value("agent-note").value_or("");
    GUICHET_ASSIGN(note.contact, contactWishOf(arguments));
    return note;
}

Delivered deliver(Call &call, Desk &desk, const MadePaper &paper, const std::string &person,
                  const std::string &reference) {
    if (call.arguments().has("output")) {
        const auto written = call.writeOutput(paper.pdf);
        return {{}, written ? std::nullopt : std::optional(written.error())};
    }
    PaperJob job = jobFor(paper);
    job.person = person;
    job.reference = reference;
    const Result<storage::Job> sent = sendPaper(desk, job, paper.pdf);
    if (!sent) {
        call.message(fmt::format(
            fmt::runtime(call.say("papier non imprimé ; le reste est fait. {}", "not printed; all else is done. {}")),
            errorMessage(sent.error(), call.language())));
        return {};
    }
    return {sent->id, std::nullopt};
}

Json deliverLetter(Call &call, Desk &desk, const std::optional<MadeNotice> &letter) {
    if (!letter) {
        return nullptr;
    }
    const Result<storage::Job> sent = sendNotice(desk, *letter);
    if (!sent) {
        call.message(call.say("la lettre à la personne n’est pas imprimée : « guichet notice ",
                              "the letter to the person is not printed: “guichet notice ") +
                     letter->act.reference + call.say(" ». ", "”. ") + errorMessage(sent.error(), call.language()));
    }
    return {{"pages", letter->paper.pages}, {"job", sent ? textOrNull(sent->id) : Json(nullptr)}};
}

Result<void> addShown(const Arguments &arguments, Presence &presence) {
    if (arguments.has("identity-seen")) {
        GUICHET_ASSIGN(const IdentitySeen seen, parseIdentitySeen(arguments.get("identity-seen")));
        presence.showed(seen);
    }
    if (arguments.has("mandate-from")) {
        GUICHET_ASSIGN(presence.mandateFrom, arguments.date("mandate-from"));
    }
    return {};
}

void deliverToBearer(Call &call, Desk &desk, const Presence &presence, const std::string &reference,
                     const PaperWish &paper) {
    if (presence.who != Who::Bearer) {
        return;
    }
    const Result<MadePaper> note = handedInNote(desk, presence.name, reference, paper);
    const Result<storage::Job> sent =
        note ? sendPaper(desk, jobFor(*note), note->pdf) : Result<storage::Job>(fail(note.error()));
    if (!sent) {
        call.message(call.say("papier du porteur non imprimé. ", "the bearer’s note is not printed. ") +
                     errorMessage(sent.error(), call.language()));
    }
}

Result<std::optional<int>> numberedOf(const Arguments &arguments) {
    return arguments.number("numbered", 1, kMostNumbered);
}

Answer blankAnswer(Call &call, Desk &desk, const MadePaper &paper, const std::vector<std::string> &numbers) {
    const Delivered delivered = deliver(call, desk, paper, {}, {});
    std::string text = fmt::format(fmt::runtime(call.say("{} page(s).", "{} page(s).")), paper.pages);
    for (const std::string &number : numbers) {
        text += "\n" + number;
    }
    return answer({{"numbers", numbers}, {"pages", paper.pages}, {"job", textOrNull(delivered.job)}}, text,
                  delivered.but);
}

Json editionJson(const storage::Act &act) {
    const ActMore more = ActMore::parse(act.more);
    return {{"texts", textOrNull(more.texts)},
            {"form", textOrNull(more.form)},
            {"valid_from", textOrNull(more.formFrom)},
            {"template", textOrNull(act.edition)}};
}

Json receiptJson(const MadeReceipt &receipt) {
    return {{"reference", receipt.reference}, {"pages", receipt.paper.pages}, {"seal", receipt.seal}};
}

Json contactJson(const std::vector<storage::ContactPreference> &contact) {
    Json list = Json::array();
    for (const storage::ContactPreference &one : contact) {
        list.push_back({{"means", one.means}, {"detail", textOrNull(one.detail)}});
    }
    return list;
}

Json dayJson(const std::optional<CivilDate> &day) { return day ? Json(formatDate(*day)) : Json(nullptr); }

Json stepsJson(const std::vector<storage::ActStep> &steps) {
    Json list = Json::array();
    for (const storage::ActStep &step : steps) {
        list.push_back({{"at", formatInstant(step.at)},
                        {"on", dayJson(step.on)},
                        {"what", step.what},
                        {"means", textOrNull(step.means)},
                        {"evidence", textOrNull(step.evidence)},
                        {"agent", textOrNull(step.agent)}});
    }
    return list;
}

Json deemedJson(const std::optional<storage::DeemedRule> &deemed) {
    if (!deemed) {
        return {{"on", nullptr}, {"means", "none"}, {"rule", nullptr}};
    }
    return {{"on", dayJson(deemed->on)}, {"means", deemed->means}, {"rule", textOrNull(deemed->rule)}};
}

Result<std::optional<storage::ActStatus>> statusOf(const Arguments &arguments, std::string_view option,
                                                   storage::ActType type) {
    using enum storage::ActStatus;
    const auto word = arguments.value(option);
    if (!word) {
        return std::optional<storage::ActStatus>();
    }
    const std::vector<storage::ActStatus> fitting =
        type == storage::ActType::Optout
            ? std::vector{Recorded, Sent, Confirmed, Refused, Withdrawn}
            : std::vector{Incomplete, Filed, Forwarded, DecidedYes, DecidedNo, Deemed, Withdrawn};
    std::vector<std::string> words;
    for (const storage::ActStatus status : fitting) {
        if (storage::actStatusName(status) == *word) {
            return std::optional(status);
        }
        words.emplace_back(storage::actStatusName(status));
    }
    return fail(ErrorCode::BadValue, "--" + std::string(option) + " " + *word, join(words, ", "));
}

Result<ListWish> listWishOf(const Call &call, Desk &desk, storage::ActType type) {
    GUICHET_TRY(desk.require(type == storage::ActType::Optout ? Action::OptOut : Action::Request));
    ListWish wish;
    if (const auto person = call.arguments().value("person")) {
        GUICHET_ASSIGN(const storage::Person known, desk.store.people().get(*person));
        wish.person = known.id;
    }
    GUICHET_ASSIGN(wish.status, statusOf(call.arguments(), "status", type));
    wish.due = call.arguments().has("due");
    return wish;
}

Texts textsOf(Call &call, const Machine &machine) {
    // No store is open: any day of the present edition will do.
    const auto day = std::chrono::floor<std::chrono::days>(machine.clock.now());
    return {machine.catalogue, call.language(), CivilDate{day}};
}

std::string joined(const std::vector<std::string> &sentences) { return join(sentences, " "); }

} // namespace guichet::kiosk::cli
