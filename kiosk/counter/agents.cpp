// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/agents.h"

#include "kiosk/counter/journal.h"
#include "kiosk/counter/news.h"
#include "storage/store.h"

namespace guichet::kiosk {
namespace {

/// The keyring is a file, not a table: the entry follows the change, and says what was done.
Result<void> journalAgent(Desk &desk, std::string_view what, std::string_view code) {
    return journalAlone(
        desk,
        {.kind = "agent." + std::string(what), .person = {}, .by = {}, .details = {{"agent", std::string(code)}}});
}

} // namespace

Result<std::vector<storage::AgentInfo>> listAgents(Desk &desk) {
    GUICHET_TRY(desk.require(Action::ManageAgents));
    return desk.store.agents();
}

Result<std::string> addAgent(Desk &desk, const storage::AgentInfo &agent, const std::optional<std::string> &pin) {
    GUICHET_TRY(desk.require(Action::ManageAgents));
    std::string chosen = pin ? *pin : storage::drawPin();
    GUICHET_TRY(desk.store.addAgent(agent, chosen));
    GUICHET_TRY(journalAgent(desk, "added", agent.code));
    GUICHET_TRY(beginNews(desk, agent.code));
    return chosen;
}

Result<void> disableAgent(Desk &desk, std::string_view code) {
    GUICHET_TRY(desk.require(Action::ManageAgents));
    GUICHET_TRY(desk.store.disableAgent(code));
    return journalAgent(desk, "disabled", code);
}

Result<std::string> resetPin(Desk &desk, std::string_view code, const std::optional<std::string> &pin) {
    GUICHET_TRY(desk.require(Action::ManageAgents));
    std::string chosen = pin ? *pin : storage::drawPin();
    GUICHET_TRY(desk.store.resetPin(code, chosen));
    GUICHET_TRY(journalAgent(desk, "pin-reset", code));
    return chosen;
}

Result<std::string> changeOwnPin(Desk &desk, std::string_view oldPin, const std::optional<std::string> &newPin) {
    GUICHET_TRY(desk.require(Action::ChangeOwnPin));
    std::string chosen = newPin ? *newPin : storage::drawPin();
    GUICHET_TRY(desk.store.changePin(oldPin, chosen));
    GUICHET_TRY(journalAgent(desk, "pin-changed", desk.agent));
    return chosen;
}

} // namespace guichet::kiosk
