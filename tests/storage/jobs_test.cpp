// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jobs.h"

#include "storage/migrations.h"
#include "storage/people.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guichet;
using namespace guichet::storage;
using test::must;
using namespace std::chrono_literals;

namespace {

struct JobsFixture {
    Database database = Database::memory();
    Instant now = must(parseInstant("2026-11-24T08:15:30.123Z"));
    SeededRandom random{3};
    People people{database, StoreKind::Demo, "A1"};
    Jobs jobs{database, "A1"};
    Drafts drafts{database, "A1"};
    std::string anne;

    JobsFixture() {
        must(migrate(database));
        Traits traits;
        traits.birthName = "MARTIN";
        traits.givenNames = "Anne";
        anne =
            must(people.add(traits, std::nullopt, now,
                            CivilDate{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}}, random));
    }
    std::string create(std::string visit = "", std::string reference = "") {
        NewJob job;
        job.what = "Papier";
        job.printer = "accueil";
        job.pages = 2;
        job.visit = std::move(visit);
        job.reference = std::move(reference);
        job.person = anne;
        job.agent = "A01";
        return jobs.create(job, asBytes("%PDF-"), now, random);
    }
    Job job(const std::string &id) { return must(jobs.get(id)); }
};

} // namespace

TEST_CASE("a job goes from waiting to somebody's hand, and then its pages are gone", "[jobs]") {
    JobsFixture fixture;
    const std::string id = fixture.create();
    CHECK(fixture.job(id).state == JobState::Waiting);
    CHECK(fixture.job(id).paper == PaperState::Unsent);
    CHECK(fixture.job(id).person == fixture.anne);
    CHECK(asText(must(fixture.jobs.pdf(id))) == "%PDF-");

    must(fixture.jobs.sent(id, 41, fixture.now + 1s));
    CHECK(fixture.job(id).cupsId == 41);
    CHECK(fixture.job(id).paper == PaperState::Sent);
    CHECK(must(fixture.jobs.update(id, JobState::Stopped, {"media-empty-error", "door-open"}, fixture.now + 2s)));
    CHECK_FALSE(must(fixture.jobs.update(id, JobState::Stopped, {"media-empty-error", "door-open"}, fixture.now + 3s)));
    CHECK(fixture.job(id).reasons == std::vector<std::string>{"media-empty-error", "door-open"});
    CHECK(fixture.job(id).changedAt == fixture.now + 2s);
    CHECK(must(fixture.jobs.update(id, JobState::Completed, {}, fixture.now + 4s)));
    CHECK(fixture.job(id).paper == PaperState::CameOut);
    CHECK(fixture.job(id).reasons.empty());

    CHECK(fixture.jobs.handed(id, 0, fixture.now).error().code == ErrorCode::BadValue);
    must(fixture.jobs.handed(id, 1, fixture.now + 5s));
    CHECK(fixture.job(id).paper == PaperState::InHand);
    CHECK(fixture.job(id).sheetsInHand == 1);
    CHECK(fixture.jobs.pdf(id).error().code == ErrorCode::Nothing);
    CHECK(fixture.jobs.handed(id, 1, fixture.now).error().code == ErrorCode::AlreadyDone);
    CHECK(fixture.jobs.retry(id, "autre", fixture.now).error().code == ErrorCode::WrongState);
    CHECK(fixture.jobs.cancel(id, fixture.now).error().code == ErrorCode::WrongState);
    CHECK(fixture.jobs.sent(id, 42, fixture.now).error().code == ErrorCode::WrongState);
    CHECK(must(fixture.jobs.update(id, JobState::Unknown, {}, fixture.now + 6s)));
    CHECK(fixture.job(id).paper == PaperState::InHand);
}

TEST_CASE("what did not come out is printed again as the same job, elsewhere if need be", "[jobs]") {
    JobsFixture fixture;
    const std::string id = fixture.create();
    must(fixture.jobs.sent(id, 41, fixture.now));
    SECTION("it failed") { (void)must(fixture.jobs.update(id, JobState::Failed, {"job-aborted"}, fixture.now)); }
    SECTION("it is lost") { must(fixture.jobs.lost(id, fixture.now)); }
    SECTION("it was cancelled") { must(fixture.jobs.cancel(id, fixture.now)); }
    SECTION("nobody knows") {
        (void)must(fixture.jobs.update(id, JobState::Unknown, {}, fixture.now));
        CHECK(fixture.job(id).paper == PaperState::Unknown);
    }
    must(fixture.jobs.retry(id, "secours", fixture.now + 1s));
    const Job job = fixture.job(id);
    CHECK(job.printer == "secours");
    CHECK(job.state == JobState::Waiting);
    CHECK(job.paper == PaperState::Unsent);
    CHECK_FALSE(job.cupsId);
    CHECK(job.reasons.empty());
    CHECK(asText(must(fixture.jobs.pdf(id))) == "%PDF-");
}

TEST_CASE("what is not out when its visit ends is recalled, until it is known to be back", "[jobs]") {
    JobsFixture fixture;
    const auto recalled = [&] {
        return fixture.jobs.list({.visit = {}, .person = {}, .onlyOpen = false, .onlyRecalled = true});
    };
    const std::string out = fixture.create("visit-1");
    must(fixture.jobs.sent(out, 40, fixture.now));
    (void)must(fixture.jobs.update(out, JobState::Completed, {}, fixture.now));
    const std::string other = fixture.create("visit-2");
    const std::string id = fixture.create("visit-1");
    must(fixture.jobs.sent(id, 41, fixture.now));
    (void)must(fixture.jobs.update(id, JobState::Stopped, {"media-empty-error"}, fixture.now));
    CHECK(fixture.jobs.recall("visit-1", fixture.now + 1s) == 1);
    REQUIRE(recalled().size() == 1);
    CHECK(recalled().front().id == id);
    CHECK(recalled().front().cupsId == 41);
    // What the printing system says meanwhile changes nothing of that.
    (void)must(fixture.jobs.update(id, JobState::Cancelled, {}, fixture.now + 2s));
    CHECK(fixture.job(id).recalled);

    const Came came = GENERATE(Came::Nothing, Came::Something, Came::Everything);
    CAPTURE(came);
    must(fixture.jobs.takenBack(id, came, fixture.now + 3s));
    const Job back = fixture.job(id);
    CHECK(recalled().empty());
    CHECK(isOwed(back));
    CHECK(back.state == (came == Came::Everything ? JobState::Completed : JobState::Failed));
    CHECK(back.paper == (came == Came::Everything  ? PaperState::CameOut
                         : came == Came::Something ? PaperState::Unknown
                                                   : PaperState::Unsent));
    CHECK_FALSE(back.cupsId);
    CHECK(asText(must(fixture.jobs.pdf(id))) == "%PDF-");
    CHECK(fixture.jobs.recall("visit-1", fixture.now + 4s) == 0);
}

TEST_CASE("what somebody decides of a recalled paper ends its recall", "[jobs]") {
    JobsFixture fixture;
    const std::string id = fixture.create("visit-1");
    must(fixture.jobs.sent(id, 41, fixture.now));
    REQUIRE(fixture.jobs.recall("visit-1", fixture.now) == 1);
    SECTION("again") { must(fixture.jobs.retry(id, "secours", fixture.now)); }
    SECTION("not at all") { must(fixture.jobs.cancel(id, fixture.now)); }
    SECTION("handed") { must(fixture.jobs.handed(id, 1, fixture.now)); }
    SECTION("kept") { must(fixture.jobs.kept(id, fixture.now)); }
    SECTION("destroyed") { must(fixture.jobs.destroyed(id, fixture.now)); }
    CHECK_FALSE(fixture.job(id).recalled);
}

TEST_CASE("a paper that is kept or destroyed is owed to nobody, and its pages are gone", "[jobs]") {
    JobsFixture fixture;
    const bool destroyed = GENERATE(false, true);
    CAPTURE(destroyed);
    const std::string id = fixture.create();
    must(fixture.jobs.sent(id, 41, fixture.now));
    (void)must(fixture.jobs.update(id, JobState::Completed, {}, fixture.now));
    CHECK(isOwed(fixture.job(id)));
    must(destroyed ? fixture.jobs.destroyed(id, fixture.now) : fixture.jobs.kept(id, fixture.now));
    CHECK_FALSE(isOwed(fixture.job(id)));
    CHECK(fixture.jobs.list({.visit = {}, .person = {}, .onlyOpen = true}).empty());
    CHECK(fixture.jobs.pdf(id).error().code == ErrorCode::Nothing);
    CHECK(fixture.jobs.purge(fixture.now + 1s) == 1);
    const std::string given = fixture.create();
    must(fixture.jobs.handed(given, 2, fixture.now));
    CHECK(fixture.jobs.kept(given, fixture.now).error().code == ErrorCode::WrongState);
    CHECK(fixture.jobs.destroyed(given, fixture.now).error().code == ErrorCode::WrongState);
}

TEST_CASE("a paper that is posted, or replaced by a receipt written by hand, is owed to nobody", "[jobs]") {
    JobsFixture fixture;
    const std::string posted = fixture.create();
    CHECK(fixture.jobs.posted(posted, fixture.now).error().code == ErrorCode::WrongState); // there is no paper yet
    must(fixture.jobs.sent(posted, 41, fixture.now));
    (void)must(fixture.jobs.update(posted, JobState::Completed, {}, fixture.now));
    CHECK(fixture.jobs.replaced(posted, "R-0001", fixture.now).error().code == ErrorCode::WrongState); // no receipt
    must(fixture.jobs.posted(posted, fixture.now));

    const std::string replaced = fixture.create("visit-1", "OBJ-1");
    must(fixture.jobs.sent(replaced, 42, fixture.now));
    CHECK(fixture.jobs.replaced(replaced, "", fixture.now).error().code == ErrorCode::BadValue);
    must(fixture.jobs.replaced(replaced, "R-0001", fixture.now));
    CHECK(fixture.job(replaced).replacedBy == "R-0001");
    CHECK(fixture.job(replaced).recalled); // the printer may still have it
    const std::string sheets = fixture.create("visit-1", "OBJ-1");
    must(fixture.jobs.sent(sheets, 43, fixture.now));
    must(fixture.jobs.replaced(sheets, "R-0002", fixture.now));
    CHECK_FALSE(isOwed(fixture.job(sheets)));
    must(fixture.jobs.takenBack(sheets, Came::Something, fixture.now));
    CHECK(isOwed(fixture.job(sheets))); // they lie there, and somebody decides
    must(fixture.jobs.destroyed(sheets, fixture.now));
    must(fixture.jobs.takenBack(replaced, Came::Nothing, fixture.now));

    for (const std::string &id : {posted, replaced}) {
        CHECK_FALSE(isOwed(fixture.job(id)));
        CHECK(fixture.jobs.pdf(id).error().code == ErrorCode::Nothing);
        CHECK(fixture.jobs.retry(id, "secours", fixture.now).error().code == ErrorCode::WrongState);
        CHECK(fixture.jobs.posted(id, fixture.now).error().code == ErrorCode::WrongState);
    }
    CHECK(fixture.jobs.list({.visit = {}, .person = {}, .onlyOpen = true}).empty());

    const std::string other = fixture.create("visit-2", "OBJ-2");
    CHECK(fixture.jobs.replaced(other, "R-0001", fixture.now).error().code == ErrorCode::PaperNumberUsed);
    CHECK(isOwed(fixture.job(other)));
    CHECK(fixture.jobs.purge(fixture.now + 1s) == 3);
}

TEST_CASE("a paper of nobody is waited for until it came out", "[jobs]") {
    JobsFixture fixture;
    NewJob page;
    page.what = "Page d’essai";
    page.printer = "accueil";
    page.pages = 1;
    const std::string id = fixture.jobs.create(page, asBytes("%PDF-"), fixture.now, fixture.random);
    must(fixture.jobs.sent(id, 41, fixture.now));
    CHECK(isOwed(fixture.job(id)));
    (void)must(fixture.jobs.update(id, JobState::Completed, {}, fixture.now));
    CHECK_FALSE(isOwed(fixture.job(id)));
    CHECK(fixture.jobs.list({.visit = {}, .person = {}, .onlyOpen = true}).empty());
    CHECK(fixture.jobs.purge(fixture.now + 1s) == 1);
}

TEST_CASE("a visit's papers are listed in their order, and what is owed apart", "[jobs]") {
    JobsFixture fixture;
    const std::string first = fixture.create("visit-1");
    const std::string second = fixture.create("visit-1");
    const std::string other = fixture.create("visit-2");
    must(fixture.jobs.handed(first, 1, fixture.now));
    const auto ids = [&](const JobFilter &filter) {
        std::vector<std::string> found;
        for (const Job &job : fixture.jobs.list(filter)) {
            found.push_back(job.id);
        }
        return found;
    };
    JobFilter filter;
    CHECK(ids(filter) == std::vector<std::string>{first, second, other});
    filter.visit = "visit-1";
    CHECK(ids(filter) == std::vector<std::string>{first, second});
    filter.onlyOpen = true;
    CHECK(ids(filter) == std::vector<std::string>{second});
    filter = {};
    filter.person = fixture.anne;
    CHECK(ids(filter).size() == 3);
    filter.person = "somebody else";
    CHECK(ids(filter).empty());
}

TEST_CASE("jobs that are done leave when their time is up, what is owed stays", "[jobs]") {
    JobsFixture fixture;
    const std::string done = fixture.create();
    const std::string owed = fixture.create();
    must(fixture.jobs.handed(done, 1, fixture.now));
    CHECK(fixture.jobs.purge(fixture.now) == 0);
    CHECK(fixture.jobs.purge(fixture.now + 1s) == 1);
    CHECK(fixture.jobs.get(done).error().code == ErrorCode::Nothing);
    CHECK(fixture.jobs.get(owed));
    must(fixture.people.purge(fixture.anne)); // its pages are about them
    CHECK(fixture.jobs.get(owed).error().code == ErrorCode::Nothing);
}

TEST_CASE("the words of a state are read back as the state", "[jobs]") {
    for (const JobState state : {JobState::Waiting, JobState::Held, JobState::Printing, JobState::Stopped,
                                 JobState::Completed, JobState::Cancelled, JobState::Failed, JobState::Unknown}) {
        CHECK(must(parseJobState(toText(state))) == state);
    }
    for (const PaperState state : {PaperState::Unsent, PaperState::Sent, PaperState::CameOut, PaperState::InHand,
                                   PaperState::Lost, PaperState::Unknown}) {
        CHECK(must(parsePaperState(toText(state))) == state);
    }
    CHECK(parseJobState("done").error().code == ErrorCode::BadValue);
}

TEST_CASE("a draft is there until its time is over or it is taken away", "[drafts]") {
    JobsFixture fixture;
    const auto add = [&](std::string_view kind, std::string_view person, std::chrono::hours life) {
        return fixture.drafts.add(kind, person, R"({"scopes":["snds-reuse"]})", "A01", fixture.now, fixture.now + life,
                                  fixture.random);
    };
    const std::string id = add("optout", fixture.anne, 24h);
    const std::string anonymous = add("optout", "", 24h);
    (void)add("request", fixture.anne, 24h);
    const Draft draft = must(fixture.drafts.get(id, "optout", fixture.now));
    CHECK(draft.person == fixture.anne);
    CHECK(draft.content == R"({"scopes":["snds-reuse"]})");
    CHECK(draft.agent == "A01");
    CHECK(fixture.drafts.get(id, "request", fixture.now).error().code == ErrorCode::Nothing);
    CHECK(fixture.drafts.get(id, "optout", fixture.now + 24h).error().code == ErrorCode::Nothing);
    CHECK(fixture.drafts.list("optout", "", fixture.now).size() == 2);
    CHECK(fixture.drafts.list("optout", fixture.anne, fixture.now).size() == 1);
    CHECK(fixture.drafts.list("optout", "", fixture.now + 24h).empty());
    must(fixture.drafts.replace(id, "{}"));
    CHECK(must(fixture.drafts.get(id, "optout", fixture.now)).content == "{}");
    CHECK_THROWS_AS(fixture.drafts.replace(id, "{").has_value(), DatabaseError);
    must(fixture.drafts.remove(anonymous));
    CHECK(fixture.drafts.remove(anonymous).error().code == ErrorCode::Nothing);
    CHECK(fixture.drafts.purge(fixture.now + 23h) == 0);
    CHECK(fixture.drafts.purge(fixture.now + 24h) == 2);
}
