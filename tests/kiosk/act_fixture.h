// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/desk.h"
#include "storage/register/register.h"
#include "storage/store.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <string>
#include <utility>
#include <vector>

namespace guichet::test {

/// A desk on a new store with its register and every setting that a paper needs, agent A01 at work, and a clock that
/// the test moves: 24 November 2026, 9 h 15 in Paris.
struct ActFixture {
    explicit ActFixture(storage::StoreKind kind = storage::StoreKind::Demo) : kind_(kind) {
        std::vector<std::pair<std::string, std::string>> values{
            {"agency-name", "Caisse de démonstration"},
            {"agency-address", "1 place de l’Exemple\n81000 VILLE"},
            {"agency-phone", "36 46"},
            {"agency-email", "accueil@exemple.invalid"},
            {"agency-hours", "Du lundi au vendredi, 8 h 30 – 17 h"},
            {"service-name", "Service des droits"},
            {"service-address", "1 place de l’Exemple\n81000 VILLE"},
            {"service-phone", "05 00 00 00 01"},
            {"remedy-appeal-address", "Secrétariat de la commission, 1 place de l’Exemple, 81000 VILLE"},
            {"operator-name", "Opérateur de l’espace"},
            {"operator-address", "2 rue de l’Opérateur\n75000 VILLE"}};
        set(values);
        person = add("PAT-TROIS", "DOMINIQUE MARIE-LOUISE", {1979, 3, 28}, "279035121518989");
    }

    void set(const std::vector<std::pair<std::string, std::string>> &values) {
        must(storage::inTransaction(store.database(), [&] { return store.settings().set(values, clock.now()); }));
    }
    void unset(const std::string &key) { set({{key, ""}}); }

    std::string add(const std::string &name, const std::string &given, storage::BirthDate born,
                    const std::string &nir = {}) {
        storage::Person added;
        added.traits.birthName = name;
        added.traits.givenNames = given;
        added.traits.born = born;
        added.nir = nir;
        added.insRoot = nir.empty() ? "" : std::string(storage::defaultInsRoot(kind_));
        added.address = "28 avenue de Breteuil\n75007 PARIS";
        must(storage::inTransaction(store.database(), [&]() -> Result<void> {
            store.people().addMany({&added, 1}, clock.now(), random);
            return {};
        }));
        return added.id;
    }

    void onDay(const std::string &day) { clock.set(must(parseInstant(day + "T09:00:00Z"))); }
    kiosk::Desk &as(storage::Role role, const std::string &agent) {
        desk.role = role;
        desk.agent = agent;
        return desk;
    }
    /// How many entries the register has.
    std::uint64_t entriesWritten() { return entries.head().size; }

    storage::StoreKind kind_;
    TemporaryFolder folder;
    FixedClock clock{must(parseInstant("2026-11-24T08:15:30.123Z"))};
    SeededRandom random{7};
    storage::Store::Created created = must(
        storage::Store::create({.folder = folder / "store",
                                .kind = kind_,
                                .agency = "DEMO",
                                .station = "K7",
                                .admin = {"D01", "Dominique Martin", storage::Role::Admin, storage::AgentState::Active},
                                .adminPin = "27182818",
                                .pinCost = storage::PinCost::least()},
                               clock, random));
    storage::Store &store = created.store;
    storage::Register entries = [this] {
        storage::Seed seed{};
        random.fill(seed);
        return must(storage::inTransaction(store.database(), [&] {
            return storage::Register::start(store.database(), clock, random, {}, "DEMO", "K7", "D01", seed);
        }));
    }();
    kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Calendar calendar = must(kiosk::Calendar::make("Europe/Paris", "metropole", catalogue));
    // No act reads a document or looks for a printer: what stands for them is never touched.
    alignas(std::max_align_t) std::byte nothing[1] = {};
    kiosk::Machine machine{clock, random, reinterpret_cast<document::ReaderClient &>(nothing),
                           reinterpret_cast<kiosk::Printers &>(nothing), catalogue};
    kiosk::Desk desk{machine, store, entries, calendar, "A01", storage::Role::Agent, "fr"};
    std::string person;
};

} // namespace guichet::test
