// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/cli/words.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace guichet::kiosk::cli {
namespace {

using document::Category;

constexpr std::array<std::pair<Category, Text>, 6> kCategories{{
    {Category::Prescription, {"ordonnance", "prescription"}},
    {Category::Certificate, {"certificat", "certificate"}},
    {Category::Result, {"résultat", "result"}},
    {Category::Hospital, {"hôpital", "hospital"}},
    {Category::Reimbursement, {"remboursement", "reimbursement"}},
    {Category::Other, {"autre", "other"}},
}};

Text stateText(storage::RecordState state) {
    switch (state) {
    case storage::RecordState::Current: return {"", ""};
    case storage::RecordState::Superseded: return {"remplacé par une version plus récente", "superseded"};
    case storage::RecordState::SameVersion: return {"même version, autre contenu", "same version, other content"};
    case storage::RecordState::Doubtful: return {"à vérifier : à qui est-il ?", "to be checked: whose is it?"};
    }
    return {};
}

Text paperText(const storage::Job &job) {
    using storage::JobState;
    using storage::PaperState;
    if (job.purpose == storage::PaperPurpose::Kept) {
        return {"signé, gardé", "signed, kept"};
    }
    switch (job.settled) {
    case storage::Settled::Posted: return {"posté", "posted"};
    case storage::Settled::Replaced: return {"remplacé par un reçu écrit à la main", "replaced by a receipt by hand"};
    case storage::Settled::No: break;
    }
    if (job.state == JobState::Cancelled && job.paper == PaperState::Lost) {
        return {"détruit", "destroyed"};
    }
    if (job.recalled) {
        return {"en cours d’annulation", "being taken back"};
    }
    switch (job.paper) {
    case PaperState::CameOut: return {"sorti", "came out"};
    case PaperState::InHand: return {"en main", "in hand"};
    case PaperState::Lost: return {"perdu", "lost"};
    default: break;
    }
    switch (job.state) {
    case JobState::Waiting: return {"en attente", "waiting"};
    case JobState::Held: return {"retenu", "held"};
    case JobState::Printing: return {"en cours d’impression", "printing"};
    case JobState::Stopped: return {"arrêté", "stopped"};
    case JobState::Completed: return {"sorti", "came out"};
    case JobState::Cancelled: return {"annulé", "cancelled"};
    case JobState::Failed: return {"échoué", "failed"};
    case JobState::Unknown: return {"inconnu", "unknown"};
    }
    return {};
}

} // namespace

std::string categoryWord(Category category, std::string_view language) {
    for (const auto &[candidate, text] : kCategories) {
        if (candidate == category) {
            return std::string(text.in(language));
        }
    }
    return {};
}

std::string stateWord(storage::RecordState state, std::string_view language) {
    return std::string(stateText(state).in(language));
}

std::string jobWord(const storage::Job &job, std::string_view language) {
    return std::string(paperText(job).in(language));
}

std::string counted(std::size_t count, std::string_view language, Text one, Text several) {
    const bool single = count == 1 || (count == 0 && language != "en");
    return std::to_string(count) + " " + std::string((single ? one : several).in(language));
}

Json textOrNull(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

std::string visibilityWord(const document::Visibility &visibility) { return visibility.names().front(); }

Json jobJson(const storage::Job &job) {
    return {{"id", job.id},
            {"state", std::string(storage::toText(job.state))},
            {"paper", std::string(storage::toText(job.paper))},
            {"reasons", job.reasons},
            {"pages", job.pages},
            {"printer", textOrNull(job.printer)},
            {"what", job.what},
            {"purpose", std::string(storage::toText(job.purpose))},
            {"settled", textOrNull(storage::toText(job.settled))},
            {"replaced_by", textOrNull(job.replacedBy)},
            {"copies", job.copies},
            {"reference", textOrNull(job.reference)},
            {"created", formatInstant(job.createdAt)}};
}

Result<std::vector<Category>> categoriesOf(const Arguments &arguments) {
    std::vector<Category> categories;
    for (const std::string &word : arguments.values("category")) {
        const auto category = document::categoryFromName(word);
        if (!category) {
            std::vector<std::string> words;
            for (const auto &[candidate, text] : kCategories) {
                words.emplace_back(document::categoryName(candidate));
            }
            return fail(ErrorCode::BadValue, "--category " + word, join(words, ", "));
        }
        categories.push_back(*category);
    }
    return categories;
}

Result<Presence> presenceOf(const Arguments &arguments, IdentitySeen unsaid) {
    Presence presence;
    GUICHET_ASSIGN(presence.who, parseWho(arguments.value("by").value_or("self")));
    GUICHET_ASSIGN(const IdentitySeen seen,
                   parseIdentitySeen(arguments.value("identity-seen").value_or(std::string(toText(unsaid)))));
    presence.showed(seen);
    GUICHET_ASSIGN(presence.mandateFrom, arguments.date("mandate-from"));
    presence.name = trim(arguments.value("by-name").value_or(""));
    return presence;
}

} // namespace guichet::kiosk::cli
