// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of nobody: whether the counter answers as well as the others, and what it did.
#include "base/files.h"
#include "base/text.h"
#include "kiosk/counter/activity.h"
#include "kiosk/counter/channel_figures.h"
#include "kiosk/counter/equality.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/pack_done.h"
#include "kiosk/counter/visit.h"
#include "storage/register/acts.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using storage::ActStatus;
using storage::ActType;
using storage::Role;
using test::must;
using test::onOneLine;

namespace {

CivilDate day(std::string_view text) { return must(parseDate(text)); }

struct ReportFixture : test::ActFixture {
    ReportFixture() : ActFixture(storage::StoreKind::Live) { as(Role::Supervisor, "S01"); }

    struct Filing {
        std::string subject = "s3704";
        std::string deposited = "2026-10-05";
        std::string due = "2026-11-05";
        std::optional<storage::DeemedRule> deemed;
        std::vector<std::string> missing;
    };
    /// One signature for some acts; their references.
    std::vector<std::string> sign(ActType type, const std::string &deposited, std::vector<storage::ActDraft> acts) {
        storage::Acts register_(entries);
        storage::Signing signing;
        signing.type = type;
        signing.agent = "A01";
        signing.person = person;
        signing.received = day(deposited);
        signing.number = "27903";
        signing.initials = "D. P.";
        signing.edition = "2026-11";
        std::vector<std::string> references;
        for (storage::ActDraft &act : acts) {
            act.reference = register_.drawReference();
            references.push_back(act.reference);
        }
        signing.acts = std::move(acts);
        must(entries.write([&] { return register_.sign(signing); }));
        return references;
    }
    std::string file(const Filing &filing) {
        storage::ActDraft act;
        act.subject = filing.subject;
        if (!filing.due.empty()) {
            act.due = day(filing.due);
        }
        act.deemed = filing.deemed;
        act.piecesMissing = filing.missing;
        const bool optout = catalogue.scope(filing.subject) != nullptr;
        return sign(optout ? ActType::Optout : ActType::Request, filing.deposited, {act}).front();
    }
    /// One signature for both halves of a refusal.
    std::vector<std::string> refuse() {
        storage::ActDraft objection;
        objection.subject = "ens-objection";
        objection.due = day("2026-11-05");
        storage::ActDraft closure = objection;
        closure.subject = "ens-closure";
        return sign(ActType::Optout, "2026-10-05", {objection, closure});
    }
    void decide(const std::string &reference, ActStatus to, const std::optional<std::string> &on) {
        storage::Acts acts(entries);
        storage::ActChange change;
        change.agent = "S01";
        change.reference = reference;
        change.evidence = "Lettre";
        if (on) {
            change.on = day(*on);
        }
        if (to == ActStatus::Confirmed || to == ActStatus::Refused) {
            must(entries.write([&] { return acts.change(ActStatus::Sent, change); }));
        }
        must(entries.write([&] { return acts.change(to, change); }));
    }
    /// Deposited on the first of October, decided so many days later.
    void answered(const std::string &subject, const std::vector<int> &days) {
        for (const int after : days) {
            const auto on = formatDate(addDays(day("2026-10-01"), after));
            decide(
                file({.subject = subject, .deposited = "2026-10-01", .due = "2026-12-01", .deemed = {}, .missing = {}}),
                catalogue.scope(subject) != nullptr ? ActStatus::Confirmed : ActStatus::DecidedYes, on);
        }
    }
    /// Some months of several acts, by every channel.
    void busyAutumn() {
        constexpr std::array kForms{"s3704", "ens-closure", "attestation-rights", "bank-details"};
        constexpr std::array kUsual{9, 21, 3, 12};
        for (std::size_t kind = 0; kind < kForms.size(); ++kind) {
            const bool optout = catalogue.scope(kForms.at(kind)) != nullptr;
            for (int i = 0; i < 24; ++i) {
                const CivilDate deposited = addDays(day("2026-07-01"), i * 5);
                const int days = std::max(0, kUsual.at(kind) + (i * 7) % 11 - 5 - i / 6);
                decide(file({.subject = kForms.at(kind),
                             .deposited = formatDate(deposited),
                             .due = formatDate(addDays(deposited, 20)),
                             .deemed = {},
                             .missing = {}}),
                       optout ? ActStatus::Confirmed : ActStatus::DecidedYes, formatDate(addDays(deposited, days)));
            }
        }
        std::string rows;
        for (int month = 7; month <= 10; ++month) {
            for (std::size_t kind = 0; kind < kForms.size(); ++kind) {
                for (int days = 0; days < 9; ++days) {
                    rows += fmt::format("online,2026-{:02},{},{},in-time,{}\n", month, kForms.at(kind),
                                        std::max(0, kUsual.at(kind) + days - (kind == 3 ? 10 : 5)), 4 + days);
                }
                rows += fmt::format("post,2026-{:02},{},{},late,9\n", month, kForms.at(kind), 25 + month);
            }
            rows += fmt::format("telephone,2026-{:02},other-requests,,never,3\n", month);
        }
        take(rows);
    }
    TakenFigures take(const std::string &rows) {
        return must(takeChannelFigures(desk, "channel,month,kind,days,outcome,count\n" + rows));
    }
    Equality figures(std::string_view from = "2026-10-01", std::string_view to = "2026-10-31") {
        return must(equality(desk, {day(from), day(to)}));
    }
    static const EqualityRow &row(const Equality &made, std::string_view kind, std::optional<Channel> channel) {
        const auto found = std::ranges::find_if(
            made.rows, [&](const EqualityRow &one) { return one.kind == kind && one.channel == channel; });
        REQUIRE(found != made.rows.end());
        return *found;
    }
    static std::optional<std::int64_t> fate(const EqualityRow &of, Fate fate) {
        return of.fates.at(static_cast<std::size_t>(fate));
    }
};

} // namespace

TEST_CASE_METHOD(ReportFixture, "each act ends in one way, and each way is counted", "[reports]") {
    const storage::DeemedRule refusal{"two months", "refusal", day("2026-11-10")};
    const storage::DeemedRule later{"two months", "refusal", day("2026-12-20")};
    const storage::DeemedRule meansNothing{"two months", "none", day("2026-11-10")};
    for (int i = 0; i < 6; ++i) {
        decide(file({}), ActStatus::DecidedYes, "2026-11-05"); // on the day itself
        decide(file({}), ActStatus::DecidedNo, "2026-11-06");  // the day after
        const std::string missing = file({.missing = {"identity"}});
        decide(missing, ActStatus::DecidedNo, "2026-10-20");
        file({.due = {}, .deemed = refusal});                     // silence decided a fortnight ago
        decide(file({.deemed = refusal}), ActStatus::Deemed, {}); // and was noted
        file({.due = {}, .deemed = meansNothing});                // silence means nothing: never answered
        file({.deemed = later});                                  // promised for the 5th, silence comes later: never
        file({.due = {}, .deemed = later});                       // waits
        file({.due = {}});                                        // no day was named
        decide(file({}), ActStatus::Withdrawn, {});
    }
    const Equality made = figures();
    const EqualityRow &counter = row(made, "s3704", Channel::Counter);
    CHECK(counter.count == 60);
    CHECK(fate(counter, Fate::InTime) == 6);
    CHECK(fate(counter, Fate::Late) == 6);
    CHECK(fate(counter, Fate::MissingPieces) == 6);
    CHECK(fate(counter, Fate::Silence) == 12);
    CHECK(fate(counter, Fate::Never) == 12);
    CHECK(fate(counter, Fate::Waiting) == 12);
    CHECK(fate(counter, Fate::Withdrawn) == 6);
    CHECK(counter.settled == 42);
    CHECK_THAT(counter.shareOf(Fate::Never).value(), WithinAbs(12.0 / 42, 1e-9));
    // 31, 32 and 15 days, six of each: what has no answer has no delay.
    CHECK_THAT(counter.median.value(), WithinAbs(31, 1e-9));
    CHECK_THAT(counter.ninth.value(), WithinAbs(32, 1e-9));
    CHECK_FALSE(counter.hides);
    CHECK(row(made, kAllRequests, Channel::Counter).count == 60);
    CHECK(row(made, kAllActs, std::nullopt).count == 60);
    CHECK(std::ranges::none_of(made.rows, [](const EqualityRow &one) { return one.kind == kAllOptouts; }));
}

TEST_CASE_METHOD(ReportFixture, "who refuses the space signs once, and counts once", "[reports]") {
    for (int i = 0; i < 6; ++i) {
        decide(refuse().at(1), ActStatus::Confirmed, "2026-10-12"); // the operator applies the one that fits
        refuse();
        file({.subject = "ens-closure"});
    }
    const Equality made = figures();
    const EqualityRow &refusal = row(made, "ens-refusal", Channel::Counter);
    CHECK(refusal.count == 12);
    CHECK(fate(refusal, Fate::InTime) == 6);
    CHECK(fate(refusal, Fate::Never) == 6);
    CHECK_THAT(refusal.median.value(), WithinAbs(7, 1e-9));
    CHECK(row(made, "ens-closure", Channel::Counter).count == 6); // alone
    CHECK(row(made, kAllOptouts, Channel::Counter).count == 18);
}

TEST_CASE_METHOD(ReportFixture, "a half that is refused hides neither what was done nor what is owed", "[reports]") {
    for (int i = 0; i < 6; ++i) {
        const auto done = refuse();
        decide(done.at(1), ActStatus::Refused, "2026-10-08"); // there is no space to close
        decide(done.at(0), ActStatus::Confirmed, "2026-11-14");
        decide(refuse().at(1), ActStatus::Refused, "2026-10-08"); // and of the other half nothing is heard
        const auto refused = refuse();
        decide(refused.at(0), ActStatus::Refused, "2026-10-08");
        decide(refused.at(1), ActStatus::Refused, "2026-10-15");
    }
    const Equality made = figures();
    const EqualityRow &refusal = row(made, "ens-refusal", Channel::Counter);
    CHECK(refusal.count == 18);
    CHECK(fate(refusal, Fate::Late) == 6);
    CHECK(fate(refusal, Fate::Never) == 6);
    CHECK(fate(refusal, Fate::InTime) == 6);
    CHECK_THAT(refusal.median.value(), WithinAbs(25, 1e-9)); // 40 and 10 days
}

TEST_CASE_METHOD(ReportFixture, "days are civil days here, over the nights on which the clock changes", "[reports]") {
    // Written, not said: half past midnight in Paris, on the 25th before the clock goes back, and on the 26th.
    for (const char *moment : {"2026-10-24T22:30:00Z", "2026-10-25T23:30:00Z"}) {
        for (int i = 0; i < 25; ++i) {
            const std::string reference = file({.deposited = "2026-10-24"});
            clock.set(must(parseInstant(moment)));
            decide(reference, ActStatus::DecidedYes, {});
        }
    }
    clock.set(must(parseInstant("2026-11-24T08:00:00Z")));
    const Equality made = figures();
    // In UTC they are of the 24th and the 25th.
    CHECK_THAT(row(made, "s3704", Channel::Counter).median.value(), WithinAbs(1.5, 1e-9));
    CHECK(row(made, "s3704", Channel::Counter).tenths == std::vector<double>{1, 1, 1, 1, 1, 2, 2, 2, 2, 2});
}

TEST_CASE_METHOD(ReportFixture, "the others' figures come from the agency's own report, by whole months", "[reports]") {
    const std::string september = "online;2026-09;s3704;4;in-time;30\r\n";
    const std::string october = "online;2026-10;s3704;6;in-time;40\r\npost;2026-10;other-requests;;never;7\r\n";
    const std::string head = "channel;month;kind;days;outcome;count\r\n";
    CHECK(must(takeChannelFigures(desk, head + september + october)).cases == 77);
    CHECK(row(figures("2026-09-01"), "s3704", Channel::Online).count == 70);
    CHECK(row(figures("2026-09-02"), "s3704", Channel::Online).count == 40); // September is not whole
    CHECK(row(figures("2026-09-01", "2026-10-30"), "s3704", Channel::Online).count == 30);
    CHECK(row(figures(), kOtherRequests, Channel::Post).count == 7);
    CHECK_FALSE(row(figures(), kOtherRequests, Channel::Post).median);
    // The same again changes nothing; a month that comes again takes the place of what was known of it.
    take("online,2026-10,s3704,6,in-time,40\npost,2026-10,other-requests,,never,7\n");
    CHECK(row(figures("2026-09-01"), "s3704", Channel::Online).count == 70);
    take("online,2026-10,s3704,6,in-time,10\n");
    CHECK(row(figures("2026-09-01"), "s3704", Channel::Online).count == 40);
    CHECK(row(figures(), kOtherRequests, Channel::Post).count == 7); // of another channel
    // A share, and a sum over the channels, are of one time.
    CHECK(row(figures(), kAllActs, std::nullopt).count == 17);
    CHECK(row(figures(), kAllActs, Channel::Post).share);
    CHECK_FALSE(row(figures("2026-09-02"), kAllActs, std::nullopt).count);
    CHECK_FALSE(row(figures("2026-09-02"), kAllActs, Channel::Post).share);
}

TEST_CASE_METHOD(ReportFixture, "figures that can't be read are refused by their line, and nothing is taken",
                 "[reports]") {
    const auto bad = GENERATE(
        Catch::Generators::as<std::string>(), "counter,2026-10,s3704,6,in-time,1", "fax,2026-10,s3704,6,in-time,1",
        "online,2026-13,s3704,6,in-time,1", "online,2026-10-02,s3704,6,in-time,1", "online,2026-10,no-form,6,in-time,1",
        "online,2026-10,all,6,in-time,1", "online,2026-10,s3704,-1,in-time,1", "online,2026-10,s3704,6.5,in-time,1",
        "online,2026-10,s3704,6,never,1", "online,2026-10,s3704,,lost,1", "online,2026-10,s3704,6,in-time,0",
        "online,2026-10,s3704,6,in-time", "online,2026-10,s3704,6,in-time,99999999999");
    const auto taken = takeChannelFigures(desk, "channel,month,kind,days,outcome,count\n"
                                                "online,2026-10,s3704,6,in-time,40\n" +
                                                    bad + "\n");
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::BadRow);
    CHECK(taken.error().detail == "3");
    CHECK(figures().rows.empty());
    CHECK(takeChannelFigures(desk, "channel,month,kind,days,count\n").error().detail == "outcome");
    CHECK(takeChannelFigures(desk, "channel,month,kind,days,outcome,count\n").error().code == ErrorCode::BadValue);
}

TEST_CASE_METHOD(ReportFixture, "fewer than five are hidden, and whatever would give them away", "[reports]") {
    answered("s3704", {3, 4, 5, 6});           // four at the counter
    take("online,2026-10,s3704,6,in-time,40\n" // and forty elsewhere
         "online,2026-10,s3705,6,in-time,20\n"
         "post,2026-10,s3705,9,late,12\npost,2026-10,s3705,,never,3\n");
    answered("s3705", std::vector<int>(11, 7));
    const Equality made = figures();
    const EqualityRow &few = row(made, "s3704", Channel::Counter);
    CHECK_FALSE(few.count);
    CHECK_FALSE(few.share);
    CHECK_FALSE(few.median);
    CHECK(few.tenths.empty());
    CHECK(few.hides);
    // 44 less 40 would be four: one of the two is hidden.
    CHECK_FALSE((row(made, "s3704", Channel::Online).count && row(made, "s3704", std::nullopt).count));
    // Three of fifteen: with all others told they would be the rest.
    const EqualityRow &post = row(made, "s3705", Channel::Post);
    CHECK_FALSE(fate(post, Fate::Never));
    CHECK_FALSE((post.settled && fate(post, Fate::Late)));
    CHECK_FALSE(post.shareOf(Fate::Never));
    CHECK(fate(post, Fate::Silence) == 0);                // behind none there is nobody
    CHECK(row(made, kAllActs, std::nullopt).count == 90); // so large a sum is told
    const std::string csv = equalityCsv(made);
    CHECK_THAT(csv, ContainsSubstring("counter,,,,"));
    CHECK_THAT(csv, ContainsSubstring(",yes\r\n"));
    for (const EqualityRow &one : made.rows) {
        for (const auto &cell : one.fates) {
            CHECK((!cell || *cell == 0 || *cell >= 5));
        }
    }
}

TEST_CASE_METHOD(ReportFixture, "a conclusion is drawn where the figures allow one, and none where not", "[reports]") {
    const std::vector<int> usual{4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 10};
    SECTION("nothing is known") { CHECK(figures().conclusion.empty()); }
    SECTION("too few") {
        answered("s3704", {4, 5, 6});
        take("online,2026-10,s3704,6,in-time,40\n");
        CHECK(figures().gaps.empty());
        CHECK(figures().conclusion.empty());
    }
    SECTION("as well") {
        answered("s3704", usual);
        take("online,2026-10,s3704,7,in-time,20\nonline,2026-10,s3704,8,in-time,20\n");
        const Equality made = figures();
        REQUIRE(made.gaps.size() == 1);
        CHECK(made.gaps.front().verdict == Verdict::AsWell);
        CHECK_THAT(made.conclusion, ContainsSubstring("la réponse ne vient pas plus tard qu’en ligne, à un jour près"));
        CHECK(made.conclusion.find("pour les autres") == std::string::npos);
        CHECK(made.conclusion.find(made.gaps.front().title) != std::string::npos);
    }
    SECTION("later for one, as well for another") {
        answered("s3704", usual);
        answered("s3705", usual);
        take("online,2026-10,s3704,1,in-time,20\nonline,2026-10,s3704,2,in-time,20\n"
             "online,2026-10,s3705,9,in-time,20\nonline,2026-10,s3705,10,in-time,20\n");
        const Equality made = figures();
        REQUIRE(made.gaps.size() == 2);
        CHECK_THAT(made.conclusion, ContainsSubstring("la réponse vient plus tard qu’en ligne pour"));
        CHECK_THAT(made.conclusion, ContainsSubstring("+5"));
        CHECK_THAT(made.conclusion, ContainsSubstring("elle ne vient pas plus tard"));
    }
    SECTION("as well for one, not known for another") {
        answered("s3704", usual);
        answered("s3705", {1, 2, 5, 9, 12, 20, 25, 31, 40, 50});
        take("online,2026-10,s3704,7,in-time,20\nonline,2026-10,s3704,8,in-time,20\n"
             "online,2026-10,s3705,11,in-time,6\nonline,2026-10,s3705,18,in-time,6\n");
        CHECK_THAT(figures().conclusion, ContainsSubstring("pour les autres, ces chiffres ne permettent pas"));
    }
    SECTION("of most online it is not known how long they took") {
        answered("s3704", usual);
        take("online,2026-10,s3704,40,in-time,12\nonline,2026-10,s3704,,in-time,1000\n");
        CHECK(figures().gaps.front().verdict == Verdict::Unclear);
    }
    SECTION("either could be") {
        answered("s3704", {1, 2, 5, 9, 12, 20, 25, 31, 40, 50});
        take("online,2026-10,s3704,11,in-time,6\nonline,2026-10,s3704,18,in-time,6\n");
        const Equality made = figures();
        REQUIRE(made.gaps.size() == 1);
        CHECK(made.gaps.front().verdict == Verdict::Unclear);
        CHECK(made.conclusion.empty());
    }
    SECTION("too much has no answer yet") {
        answered("s3704", usual);
        take("online,2026-10,s3704,7,in-time,40\nonline,2026-10,s3704,,waiting,5\n");
        CHECK(figures().gaps.front().verdict == Verdict::Unclear);
        CHECK(figures().conclusion.empty());
    }
}

TEST_CASE_METHOD(ReportFixture, "hours and visits are the counter's own", "[reports]") {
    const auto at = [&](const char *moment, const char *kind) {
        clock.set(must(parseInstant(moment)));
        must(entries.write([&] {
            return entries.append(
                {.kind = kind, .agent = "A01", .core = "{}", .details = "{}", .person = {}, .keepUntil = {}, .at = {}});
        }));
    };
    at("2026-11-25T07:00:00Z", "settings.set"); // before the counter opened
    at("2026-11-25T08:00:00Z", "day.opened");
    at("2026-11-25T11:00:00Z", "person.opened");
    at("2026-11-25T16:00:00Z", "day.closed");
    at("2026-11-26T09:00:00Z", "person.opened"); // neither opened nor closed
    at("2026-11-26T12:00:00Z", "person.opened");
    CHECK(figures("2026-11-25", "2026-11-26").hours == 11);
    CHECK(figures("2026-11-26", "2026-11-26").hours == 3);
    must(storage::inTransaction(store.database(), [&]() -> Result<void> {
        store.figures().count(day("2026-11-25"), kVisitTally, kAnsweredVisit, 30);
        store.figures().count(day("2026-11-25"), kVisitTally, kUnansweredVisit, 6);
        store.figures().count(day("2026-11-26"), kVisitTally, kUnansweredVisit, 2);
        return {};
    }));
    CHECK(figures("2026-11-25", "2026-11-25").visits == 36);
    CHECK(figures("2026-11-25", "2026-11-25").unanswered == 6);
    CHECK_FALSE(figures("2026-11-26", "2026-11-26").visits); // two, all of them unanswered
    CHECK_FALSE(figures("2026-11-26", "2026-11-26").unanswered);
}

TEST_CASE_METHOD(ReportFixture, "a period is the right way round, begun, and no more than ten years", "[reports]") {
    const auto error = [&](std::string_view from, std::string_view to) {
        return equality(desk, {day(from), day(to)}).error().code;
    };
    CHECK(error("2026-10-02", "2026-10-01") == ErrorCode::BadValue);
    CHECK(error("2016-01-01", "2026-11-01") == ErrorCode::BadValue);
    CHECK(error("2026-11-25", "2026-11-30") == ErrorCode::FutureDate);
    CHECK(equality(desk, {day("2026-11-24"), day("2026-12-31")}));
    CHECK(equality(as(Role::Agent, "A01"), {day("2026-10-01"), day("2026-10-01")}).error().code ==
          ErrorCode::NotAllowed);
    CHECK(activity(desk, {day("2026-10-01"), day("2026-10-01")}).error().code == ErrorCode::NotAllowed);
    CHECK(takeChannelFigures(desk, "").error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(ReportFixture, "the report hangs on a wall: sentence, plots, figures, and with what to check them",
                 "[reports]") {
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    busyAutumn();
    must(notePackDone(desk, {"poster", "salle d’attente", day("2026-11-02"), {}}));
    const Equality made = figures("2026-07-01");
    const std::string note = entries.checkpoint();
    const MadePaper paper = must(equalityReport(desk, made, {.layout = layout, .readingCopy = {}}));
    if (const char *pictures = std::getenv("GUICHET_PICTURES")) {
        must(writeFile(std::filesystem::path(pictures) / fmt::format("equality-{}.pdf", static_cast<int>(layout)),
                       paper.pdf));
    }
    const std::string text = onOneLine(replaceAll(test::pdfText(paper.pdf), "\u00a0", " "));
    for (const std::string &said :
         {std::string("Le guichet répond-il aussi vite ?"), onOneLine(replaceAll(made.conclusion, "\u00a0", " ")),
          std::string("affiche, depuis le 2 novembre 2026"), std::string("guichet/DEMO/K7.1"),
          std::string("Comment lire")}) {
        CHECK_THAT(text, ContainsSubstring(said));
    }
    CHECK(test::pdfAlternatives(paper.pdf).size() == 3);
    CHECK(text.find("PAT-TROIS") == std::string::npos);
    CHECK(text.find("S01") == std::string::npos);
    // The head that it shows is the register's own, as it was when the figures were taken; it holds later, too.
    for (const std::string &line : split(note, '\n')) {
        CHECK_THAT(replaceAll(text, " ", ""), ContainsSubstring(replaceAll(line, " ", "")));
    }
    answered("s3705", {3});
    CHECK(must(entries.consistentWith(note)));
    CHECK(entries.ofKind("report.made").size() == 1);
    // Without any figure it says so, and concludes nothing.
    const MadePaper empty =
        must(equalityReport(desk, figures("2020-01-01", "2020-01-31"), {.layout = layout, .readingCopy = {}}));
    const std::string without = onOneLine(test::pdfText(empty.pdf));
    CHECK_THAT(without, ContainsSubstring("Ces chiffres ne permettent pas de conclure."));
    CHECK_THAT(without, ContainsSubstring("Rien n’a été déposé dans cette période"));
}

TEST_CASE_METHOD(ReportFixture, "a promise is kept once it is done with the present text, the oldest first",
                 "[reports]") {
    std::vector<PackPromise> promises = must(packPromises(desk));
    CHECK(promises.size() == packKinds().size());
    CHECK(promises.front().kind == "poster");
    CHECK(promises.front().since == day("2026-11-24"));
    must(notePackDone(desk, {"poster", "salle d’attente", day("2026-11-20"), {}}));
    must(notePackDone(desk, {"leaflet", "comptoir", day("2026-10-20"), {}})); // before the text's edition
    promises = must(packPromises(desk));
    CHECK(promises.size() == packKinds().size() - 1);
    CHECK(promises.front().kind == "leaflet");
    CHECK(promises.front().changed);
    CHECK_THAT(promiseWords(textsOf(desk, "fr", today(desk)), promises.front()),
               ContainsSubstring("dépliant, le texte a changé le 1er novembre 2026"));
    CHECK(packPromises(as(Role::Agent, "A01")).error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(ReportFixture, "the activity counts papers, acts and faults, never by agent", "[reports]") {
    answered("ens-closure", {3, 4});
    file({.subject = "s3704"});
    storage::Job before;
    before.what = "Reçu";
    before.pages = 2;
    storage::Job out = before;
    out.paper = storage::PaperState::CameOut;
    storage::Job fell = before;
    fell.state = storage::JobState::Stopped;
    must(storage::inTransaction(store.database(), [&]() -> Result<void> {
        countPaper(desk, before, out);
        countPaper(desk, out, out); // it was out before
        countPaper(desk, before, fell);
        storage::Job records = out;
        records.what = std::string(kRecordsTitle) + "3)";
        countPaper(desk, before, records);
        records.what = std::string(kRecordsTitle) + "1)";
        countPaper(desk, fell, records);
        return {};
    }));
    must(countTrouble(desk, "jam"));
    const Activity made = must(activity(desk, {day("2026-10-01"), day("2026-11-24")}));
    CHECK(replaceAll(activityCsv(made), "\u00a0", " ") ==
          "group,kind,title,state,count,pages\r\n"
          "papers,Documents de la personne,Documents de la personne,,2,4\r\n"
          "papers,Reçu,Reçu,,1,2\r\n"
          "optouts,ens-closure," +
              catalogue.scope("ens-closure")->title.in("fr") + ",confirmed,2,\r\n" + "requests,s3704," +
              catalogue.form("s3704")->title.in("fr") + ",filed,1,\r\n" +
              "faults,jam,Imprimante : bourrage,,1,\r\n"
              "faults,stopped,Papiers arrêtés en cours d’impression,,1,\r\n");
    const MadePaper paper = must(activityReport(desk, made, {}));
    const std::string text = onOneLine(test::pdfText(paper.pdf));
    CHECK_THAT(text, ContainsSubstring("Documents de la personne"));
    CHECK(text.find("A01") == std::string::npos);
    CHECK(entries.ofKind("report.made").size() == 1);
}
