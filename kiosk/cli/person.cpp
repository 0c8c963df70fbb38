// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/identify.h"
#include "storage/register/acts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

Json dayOrNull(const std::optional<CivilDate> &day) { return day ? Json(formatDate(*day)) : Json(nullptr); }

} // namespace

Json personJson(const storage::Person &person) {
    return {{"id", person.id},
            {"nir", textOrNull(person.nir)},
            {"birth_name", textOrNull(person.traits.birthName)},
            {"used_name", textOrNull(person.traits.usedName)},
            {"given_names", textOrNull(person.traits.givenNames)},
            {"born", textOrNull(person.traits.born.text())},
            {"birth_place", textOrNull(person.traits.birthPlace)},
            {"sex", std::string(storage::toText(person.traits.sex))}};
}

std::string personName(const storage::Person &person) {
    std::string name = person.traits.birthName;
    if (!person.traits.usedName.empty()) {
        name = person.traits.usedName + " (" + person.traits.birthName + ")";
    }
    return name + " " + person.traits.givenNames;
}

Result<Answer> personFind(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const storage::PersonSearch search{call.valueOrInput("nir"), call.arguments().value("born"),
                                       call.arguments().value("name")};
    GUICHET_ASSIGN(const auto found, findPersons(desk, search));
    if (found.empty()) {
        return fail(ErrorCode::Nobody);
    }
    Json persons = Json::array();
    Columns table;
    for (const storage::FoundPerson &one : found) {
        Json json = personJson(one.person);
        json["match"] = std::string(storage::toText(one.match));
        persons.push_back(json);
        const auto &traits = one.person.traits;
        table.add({one.person.id, personName(one.person),
                   traits.born.known() ? traits.born.text() : call.say("date inconnue", "date unknown"),
                   traits.birthPlace, std::string(storage::toText(traits.sex)),
                   one.match == storage::Match::Near ? call.say("à vérifier", "to be checked") : std::string()});
    }
    return answer({{"persons", persons}}, table.text());
}

Result<Answer> personAdd(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    storage::Traits traits;
    traits.birthName = trim(given.get("birth-name"));
    traits.givenNames = trim(given.get("given-names"));
    traits.birthPlace = trim(given.get("birth-place"));
    GUICHET_ASSIGN(traits.born, storage::BirthDate::parse(given.get("born")));
    GUICHET_ASSIGN(traits.sex, storage::parseSex(given.value("sex").value_or("U")));
    GUICHET_ASSIGN(const std::string id, addPerson(desk, traits, call.valueOrInput("nir")));
    return answer({{"id", id}}, fmt::format(fmt::runtime(call.say("Personne ajoutée : {}", "Person added: {}")), id));
}

Result<Answer> personShow(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const PersonPage page, openPerson(desk, call.arguments().get("ID")));
    Json json = personJson(page.person);
    json["match"] = std::string(storage::toText(storage::Match::Exact)); // an id names one person
    Json records = Json::object();
    Columns table;
    table.add({call.say("Identifiant", "Id"), page.person.id});
    table.add({call.say("Nom", "Name"), personName(page.person)});
    table.add({call.say("Né(e) le", "Born"),
               page.person.traits.born.known() ? page.person.traits.born.text() : call.say("date inconnue", "unknown"),
               page.person.traits.birthPlace});
    table.add({call.say("Numéro", "Number"), page.person.nir.empty() ? call.say("aucun", "none") : page.person.nir});
    for (const auto &[category, count] : page.records) {
        records[std::string(document::categoryName(category))] = count;
        table.add({categoryWord(category, call.language()), std::to_string(count)});
    }
    const auto acts = [&](const std::vector<storage::Act> &list, const char *subject) {
        Json all = Json::array();
        for (const storage::Act &act : list) {
            all.push_back({{"reference", act.reference},
                           {subject, act.subject},
                           {"status", std::string(storage::actStatusName(act.status))},
                           {"received", formatDate(act.received)},
                           {"due", dayOrNull(act.due)}});
            table.add({act.reference, act.subject, std::string(storage::actStatusName(act.status))});
        }
        return all;
    };
    json["records"] = records;
    json["optouts"] = acts(page.optouts, "scope");
    json["requests"] = acts(page.requests, "form");
    json["contact"] = contactJson(page.contact);
    if (!page.contact.empty()) {
        const Texts say = textsOf(desk, call.language(), today(desk));
        table.add({call.say("Réponse souhaitée", "Answer wished"), replyWords(say, page.contact)});
    }
    return answer(json, table.text());
}

Result<Answer> personContact(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto wish, contactWishOf(call.arguments()));
    GUICHET_ASSIGN(const Presence presence, presenceOf(call.arguments()));
    GUICHET_TRY(
        changePersonContact(desk, call.arguments().get("ID"), presence, wish.value_or(storage::ContactPreference{})));
    return personShow(call);
}

} // namespace guichet::kiosk::cli
