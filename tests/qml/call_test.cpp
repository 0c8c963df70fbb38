// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/call_model.h"

#include "kiosk/counter/optouts.h"
#include "kiosk/ui/opt_outs_model.h"
#include "kiosk/ui/papers_model.h"
#include "tests/qml/counter.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

namespace guichet::test {

using ui::KioskModel;

TEST_CASE("the operator is called together, and what was answered is kept and printed", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.serve(counter.import(prescription().build()));
    auto &optOuts = *counter.kiosk.optOuts();
    counter.kiosk.openOptOuts();
    CHECK_FALSE(optOuts.canCall());
    optOuts.answer(0);
    optOuts.next();
    counter.answered(optOuts);
    optOuts.chooseSigning(0);
    optOuts.next();
    counter.answered(optOuts);
    REQUIRE(optOuts.canCall());
    const std::string reference = optOuts.reference().toStdString();
    const auto steps = [&] {
        std::vector<storage::ActStep> found;
        counter.stage.atDesk([&](kiosk::Desk &desk) { found = must(kiosk::showOptout(desk, reference)).steps; });
        return found;
    };
    const auto papers = [&] {
        counter.answered(*counter.kiosk.papers());
        return counter.kiosk.papers()->rows()->count();
    };

    counter.kiosk.openCall(optOuts.reference());
    auto &call = *counter.kiosk.call();
    CHECK(call.missing() == QStringLiteral("Un instant…"));
    counter.answered(call);
    CHECK(call.title() == QStringLiteral("Appeler le 3422 ensemble"));
    CHECK(call.toSay().size() == 2);
    CHECK(call.numbers()->count() == 4);
    counter.stage.settleAll();
    std::ignore = counter.stage.grab("call");
    const auto before = papers();
    SECTION("somebody answers") {
        CHECK(call.missing() == QStringLiteral("Écrire qui a répondu"));
        call.setWho(QStringLiteral("agent 12"));
        CHECK(call.missing() == QStringLiteral("Dire si une preuve est promise"));
        call.note();
        CHECK(steps().back().what == "recorded");
        call.chooseProof(0);
        call.note();
        counter.answered(call);
        CHECK_FALSE(call.done().isEmpty());
        CHECK(call.who().isEmpty());
        CHECK(steps().back().what == "sent");
        CHECK(steps().back().evidence.find("agent 12") != std::string::npos);
        CHECK(papers() == before + 1);
    }
    SECTION("nobody answers") {
        call.noteNobody();
        counter.answered(call);
        CHECK_FALSE(call.done().isEmpty());
        CHECK(steps().back().what == "called");
        CHECK(papers() == before + 1);
    }
    counter.kiosk.back();
    CHECK(counter.kiosk.screen() == KioskModel::Person);
    counter.kiosk.wipeVisit();
    CHECK(call.numbers()->count() == 0);
}

} // namespace guichet::test
