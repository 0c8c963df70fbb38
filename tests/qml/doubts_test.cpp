// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor says who is one person, and takes it back.
#include "kiosk/counter/doubts.h"
#include "kiosk/counter/identify.h"
#include "kiosk/ui/doubts_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

namespace guichet::test {
namespace {

using ui::DoubtsModel;

std::string cell(ui::RowModel &rows, int row, const char *role) { return rows.at(row, role).toString().toStdString(); }

/// Somebody who came with a document, and somebody of another name under the same number.
struct Deciding {
    Counter counter;
    DoubtsModel &model = *counter.kiosk.doubts();

    Deciding() {
        counter.signIn("S01");
        const std::string person = counter.import(dischargeLetter().build());
        CdaBuilder other = laboratoryResult();
        other.person.birthName = "DURAND";
        CHECK(counter.import(other.build()) == person);
        counter.kiosk.openDoubts();
        counter.answered(model);
    }
    std::size_t people() {
        std::size_t count = 0;
        counter.stage.atDesk([&](kiosk::Desk &desk) { count = static_cast<std::size_t>(desk.store.people().count()); });
        return count;
    }
    void decide(int choice) {
        model.pick(choice);
        REQUIRE(model.missing().isEmpty());
        model.decide();
        counter.answered(model);
    }
};

} // namespace

TEST_CASE("both sides of a doubt are shown, and what differs is marked in words", "[ui]") {
    Deciding deciding;
    DoubtsModel &model = deciding.model;
    REQUIRE(model.rows()->count() == 1);
    CHECK(cell(*model.rows(), 0, "label") == "Le même numéro, mais le reste diffère");
    CHECK(cell(*model.rows(), 0, "detail").find("DURAND") == 0);
    model.choose(0);
    CHECK(model.comparing());
    CHECK(model.two());
    std::string differing;
    for (int row = 0; row < model.traits()->count(); ++row) {
        if (model.traits()->at(row, "differs").toBool()) {
            differing += cell(*model.traits(), row, "words") + "\n";
        }
    }
    CHECK(differing == "Nom de naissance\u00a0: à gauche DURAND, à droite MOULIN. Cela diffère.\n");
    CHECK(model.choices()->count() == 3);
    CHECK_FALSE(model.missing().isEmpty());
    model.decide(); // nothing is chosen
    CHECK(model.comparing());
    model.back();
    CHECK_FALSE(model.comparing());
    model.back();
    CHECK(deciding.counter.kiosk.screen() == ui::KioskModel::Home);
}

TEST_CASE("two numbers that differ are masked until they are asked for, and that is journaled", "[ui]") {
    Deciding deciding;
    DoubtsModel &model = deciding.model;
    std::vector<kiosk::OpenDoubt> doubts;
    deciding.counter.stage.atDesk([&](kiosk::Desk &desk) { doubts = must(kiosk::listDoubts(desk)); });
    REQUIRE(doubts.size() == 1);
    REQUIRE_FALSE(doubts[0].person.entry.nir.empty());
    auto &other = doubts[0].other->entry.nir;
    other = doubts[0].person.entry.nir;
    other.back() = other.back() == '1' ? '2' : '1';
    model.show(std::move(doubts));
    model.choose(0);
    const auto numbers = [&] {
        for (int row = 0; row < model.traits()->count(); ++row) {
            if (cell(*model.traits(), row, "label") == "Numéro") {
                CHECK(model.traits()->at(row, "differs").toBool()); // behind the dots too
                return cell(*model.traits(), row, "words");
            }
        }
        return std::string();
    };
    const auto journaled = [&] {
        std::uint64_t entries = 0;
        deciding.counter.stage.atDesk([&](kiosk::Desk &desk) { entries = desk.entries.current().size; });
        return entries;
    };
    REQUIRE(model.hasNumbers());
    CHECK(numbers().find("•") != std::string::npos);
    const auto before = journaled();
    model.toggleNumbers();
    deciding.counter.answered(model);
    CHECK(numbers().find("•") == std::string::npos);
    CHECK(journaled() == before + 2); // under each of them
    deciding.counter.kiosk.hide();
    CHECK_FALSE(model.numbersShown());
    CHECK(numbers().find("•") != std::string::npos);
}

TEST_CASE("a decision is noted, listed, and taken back", "[ui]") {
    Deciding deciding;
    DoubtsModel &model = deciding.model;
    model.choose(0);
    deciding.decide(1); // as on the right: the one who was there first
    CHECK_FALSE(model.comparing());
    CHECK(model.done().toStdString().find("une seule personne") != std::string::npos);
    REQUIRE(model.rows()->count() == 1);
    CHECK(cell(*model.rows(), 0, "label") == "Réunies");
    const auto before = deciding.people();
    model.choose(0);
    CHECK(model.choices()->count() == 1);
    deciding.decide(0);
    CHECK(model.none());
    CHECK(deciding.people() == before + 1);
}

TEST_CASE("who is who is a supervisor's matter, and nothing of it stays on the screen", "[ui]") {
    Deciding deciding;
    ui::KioskModel &kiosk = deciding.counter.kiosk;
    CHECK(kiosk.decidesIdentity());
    deciding.model.choose(0);
    kiosk.signOut();
    CHECK(deciding.model.rows()->count() == 0);
    CHECK(deciding.model.traits()->count() == 0);
    deciding.counter.signIn("A01");
    CHECK_FALSE(kiosk.decidesIdentity());
}

} // namespace guichet::test
