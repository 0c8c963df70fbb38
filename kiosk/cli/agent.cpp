// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/agents.h"
#include "kiosk/counter/init.h"

#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

Text roleText(storage::Role role) {
    switch (role) {
    case storage::Role::Agent: return {"agent", "agent"};
    case storage::Role::Supervisor: return {"responsable", "supervisor"};
    case storage::Role::Admin: return {"administrateur", "administrator"};
    }
    return {};
}

Text stateText(storage::AgentState state) {
    switch (state) {
    case storage::AgentState::Active: return {"", ""};
    case storage::AgentState::Disabled: return {"désactivé", "disabled"};
    case storage::AgentState::Locked: return {"bloqué", "locked"};
    }
    return {};
}

/// The list as it is now, with the PIN where one was drawn: it is shown once.
Result<Answer> agentsAnswer(Call &call, Desk &desk, const std::optional<std::string> &drawn, const std::string &done) {
    GUICHET_ASSIGN(const auto agents, listAgents(desk));
    Json list = Json::array();
    Columns table;
    for (const storage::AgentInfo &agent : agents) {
        list.push_back({{"code", agent.code},
                        {"name", agent.name},
                        {"role", std::string(storage::toText(agent.role))},
                        {"state", std::string(storage::toText(agent.state))}});
        table.add({agent.code, agent.name, std::string(roleText(agent.role).in(call.language())),
                   std::string(stateText(agent.state).in(call.language()))});
    }
    Json json{{"agents", list}, {"pin", drawn ? Json(*drawn) : Json(nullptr)}};
    return answer(json, done.empty() ? table.text() : done);
}

std::string pinText(const Call &call, const std::optional<std::string> &drawn) {
    return drawn ? "\n" + call.say("Code personnel, montré cette fois seulement : ", "PIN, shown this once only: ") +
                       *drawn
                 : std::string();
}

} // namespace

Result<Answer> agentAdd(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    storage::AgentInfo agent;
    agent.code = call.arguments().get("CODE");
    agent.name = call.arguments().get("name");
    GUICHET_ASSIGN(agent.role, storage::parseRole(call.arguments().get("role")));
    GUICHET_ASSIGN(const auto wanted, call.newPin());
    GUICHET_ASSIGN(const std::string pin, addAgent(desk, agent, wanted));
    const auto drawn = wanted ? std::nullopt : std::optional(pin);
    return agentsAnswer(call, desk, drawn, call.say("Agent ajouté.", "Agent added.") + pinText(call, drawn));
}

Result<Answer> agentList(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    return agentsAnswer(call, desk, {}, {});
}

Result<Answer> agentDisable(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(disableAgent(desk, call.arguments().get("CODE")));
    return agentsAnswer(call, desk, {}, call.say("Accès fermé.", "Access closed."));
}

Result<Answer> agentChangePin(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto wanted, call.newPin());
    GUICHET_ASSIGN(const std::string pin, changeOwnPin(desk, call.pinUsed(), wanted));
    const auto drawn = wanted ? std::nullopt : std::optional(pin);
    // Who else works here is not theirs to see.
    return answer({{"agents", nullptr}, {"pin", orNull(drawn)}},
                  call.say("Code personnel changé.", "PIN changed.") + pinText(call, drawn));
}

Result<Answer> agentResetPin(Call &call) {
    const std::string code = call.arguments().get("CODE");
    const std::string done = call.say("Nouveau code personnel.", "New PIN.");
    if (const auto file = call.arguments().value("recovery-file")) {
        GUICHET_ASSIGN(const std::string recoveryCode, call.lineOf(*file));
        GUICHET_ASSIGN(Machine & machine, call.machine());
        GUICHET_ASSIGN(const auto wanted, call.newPin());
        GUICHET_ASSIGN(const std::string pin,
                       resetPinByRecovery(machine, call.globals().store, recoveryCode, code, wanted));
        const auto drawn = wanted ? std::nullopt : std::optional(pin);
        return answer({{"agents", nullptr}, {"pin", orNull(drawn)}}, done + pinText(call, drawn));
    }
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto wanted, call.newPin());
    GUICHET_ASSIGN(const std::string pin, resetPin(desk, code, wanted));
    const auto drawn = wanted ? std::nullopt : std::optional(pin);
    return agentsAnswer(call, desk, drawn, done + pinText(call, drawn));
}

} // namespace guichet::kiosk::cli
