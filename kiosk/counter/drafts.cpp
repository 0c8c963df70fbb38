// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/drafts.h"

#include "storage/store.h"

#include <nlohmann/json.hpp>

namespace guichet::kiosk {
namespace {

constexpr std::chrono::days kUnlimited{36500};

} // namespace

nlohmann::json presenceJson(const Presence &presence) {
    return {{"by", toText(presence.who)},
            {"name", presence.name},
            {"seen", toText(presence.seen)},
            {"mandate", presence.mandateSeen},
            {"mandate-from", presence.mandateFrom ? formatDate(*presence.mandateFrom) : std::string()},
            {"accompanied", presence.accompanied}};
}

Result<Presence> presenceFrom(const nlohmann::json &kept) {
    Presence presence;
    GUICHET_ASSIGN(presence.who, parseWho(kept.at("by").get<std::string>()));
    presence.name = kept.at("name").get<std::string>();
    GUICHET_ASSIGN(presence.seen, parseIdentitySeen(kept.at("seen").get<std::string>()));
    presence.mandateSeen = kept.at("mandate").get<bool>();
    if (const std::string from = kept.value("mandate-from", std::string()); !from.empty()) {
        GUICHET_ASSIGN(presence.mandateFrom, parseDate(from));
    }
    presence.accompanied = kept.value("accompanied", false);
    return presence;
}

Result<std::string> keepDraft(Desk &desk, storage::ActType type, const std::string &person, const Presence &presence,
                              nlohmann::json content) {
    content.update(presenceJson(presence));
    const Instant now = desk.machine.clock.now();
    const Instant expires = now + desk.store.settings().retention("draft").value_or(kUnlimited);
    return storage::inTransaction(desk.store.database(), [&]() -> Result<std::string> {
        return desk.store.drafts().add(storage::actTypeName(type), person, content.dump(), desk.agent, now, expires,
                                       desk.machine.random);
    });
}

Result<KeptDraft> findDraft(Desk &desk, storage::ActType type, std::string_view draft) {
    GUICHET_ASSIGN(const storage::Draft found,
                   desk.store.drafts().get(draft, storage::actTypeName(type), desk.machine.clock.now()));
    KeptDraft kept;
    kept.person = found.person;
    kept.content = found.content;
    GUICHET_ASSIGN(kept.presence, presenceFrom(nlohmann::json::parse(found.content)));
    return kept;
}

Result<void> dropDraft(Desk &desk, storage::ActType type, std::string_view draft) {
    GUICHET_TRY(findDraft(desk, type, draft));
    return storage::inTransaction(desk.store.database(), [&] { return desk.store.drafts().remove(draft); });
}

} // namespace guichet::kiosk
