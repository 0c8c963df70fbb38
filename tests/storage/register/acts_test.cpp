// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/acts.h"
#include "storage/register/reference.h"
#include "tests/storage/register/register_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace guichet;
using namespace guichet::storage;
using test::day;
using test::must;
using test::RegisterFixture;
using test::seedOf;
using enum ActStatus;

namespace {

struct ActsFixture : RegisterFixture {
    Acts acts{entries};

    Signing optout(std::vector<std::string> scopes = {"ens-objection", "ens-closure"}) {
        Signing signing;
        signing.agent = "A01";
        signing.person = "P1";
        signing.received = day("2026-11-24");
        signing.number = "27903";
        signing.initials = "P. D.";
        signing.edition = "2026-11";
        signing.identitySeen = "id-card";
        signing.keepUntil = day("2037-01-01");
        for (std::string &scope : scopes) {
            ActDraft act;
            act.reference = acts.drawReference();
            act.subject = std::move(scope);
            act.due = day("2026-12-24");
            signing.acts.push_back(std::move(act));
        }
        return signing;
    }
    Signing request(std::vector<std::string> given = {"identity"}, std::vector<std::string> missing = {"form"}) {
        Signing signing = optout({"S3704"});
        signing.type = ActType::Request;
        signing.acts[0].answers = R"({"doctor":"Dr Exemple","minor":false})";
        signing.acts[0].piecesGiven = std::move(given);
        signing.acts[0].piecesMissing = std::move(missing);
        signing.acts[0].completeBy = day("2026-12-15");
        signing.acts[0].due.reset();
        signing.acts[0].deemed = DeemedRule{"two months after the missing piece is brought", "refusal", std::nullopt};
        return signing;
    }
    Signed sign(const Signing &signing) {
        return must(entries.write([&] { return acts.sign(signing); }));
    }
    Result<Signed> change(const std::string &reference, ActStatus to) {
        ActChange wanted;
        wanted.agent = "A01";
        wanted.reference = reference;
        wanted.means = "post";
        wanted.evidence = "LR 1A 234";
        wanted.on = day("2026-11-25");
        return entries.write([&] { return acts.change(to, wanted); });
    }
    Result<Slip> slip(const std::vector<std::string> &references, std::optional<CivilDate> keep = {}) {
        return entries.write([&] { return acts.makeSlip("A01", references, keep); });
    }
    Result<Signed> add(const std::string &reference, Addition addition) {
        ActChange wanted;
        wanted.agent = "S01";
        wanted.reference = reference;
        wanted.on = day("2026-11-30");
        wanted.papers = {{"fr", std::string(64, 'b'), "the second paper"}};
        addition.deemed = DeemedRule{"two months", "refusal", day("2027-01-30")};
        return entries.write([&] { return acts.add(wanted, addition); });
    }
    /// What is missing goes from one list to the other.
    Result<Signed> pieces(const std::string &reference, const std::vector<std::string> &ids) {
        Addition addition;
        addition.pieces = ids;
        if (const auto act = acts.get(reference)) {
            addition.missing = act->piecesMissing;
            std::erase_if(addition.missing,
                          [&](const auto &one) { return std::find(ids.begin(), ids.end(), one) != ids.end(); });
        }
        return add(reference, addition);
    }
    /// The tables say what the register says.
    void checkWhole() {
        CHECK(acts.check().empty());
        CHECK(entries.verify().ok);
    }
};

std::vector<std::string> referencesOf(const std::vector<Act> &acts) {
    std::vector<std::string> references;
    for (const Act &act : acts) {
        references.push_back(act.reference);
    }
    return references;
}

constexpr std::array kAll{Recorded,  Sent,       Confirmed, Refused, Incomplete, Filed,
                          Forwarded, DecidedYes, DecidedNo, Deemed,  Withdrawn};

} // namespace

TEST_CASE("every status has the name that scripts know", "[acts]") {
    std::set<std::string_view> names;
    for (const ActStatus status : kAll) {
        const std::string_view name = actStatusName(status);
        CHECK(names.insert(name).second);
        CHECK(parseActStatus(name) == status);
    }
    CHECK(names == std::set<std::string_view>{"recorded", "sent", "confirmed", "refused", "incomplete", "filed",
                                              "forwarded", "decided-yes", "decided-no", "deemed", "withdrawn"});
    CHECK_FALSE(parseActStatus("done"));
}

TEST_CASE("an opt-out goes from recorded by sent to confirmed or refused, and can be withdrawn before", "[acts]") {
    const std::set<std::pair<ActStatus, ActStatus>> allowed{
        {Recorded, Sent}, {Recorded, Withdrawn}, {Sent, Confirmed}, {Sent, Refused}, {Sent, Withdrawn}};
    for (const ActStatus from : kAll) {
        for (const ActStatus to : kAll) {
            INFO(actStatusName(from) << " " << actStatusName(to));
            CHECK(mayFollow(ActType::Optout, from, to) == allowed.contains({from, to}));
        }
    }
    CHECK(isFinal(ActType::Optout, Confirmed));
    CHECK(isFinal(ActType::Request, DecidedNo));
    CHECK_FALSE(isFinal(ActType::Request, Deemed));
}

TEST_CASE("what was signed together is one entry, one receipt and an act for each scope", "[acts]") {
    ActsFixture fixture;
    Signing signing = fixture.optout();
    signing.by = "parent";
    signing.byName = "Une Mère";
    signing.vitaleSerial = "12 345";
    signing.signedHow = "mark";
    signing.deposited = day("2026-11-20");
    signing.paperNumber = "17";
    signing.more = R"({"paper":"x"})";
    signing.acts[0].detail = R"({"archive":"ten-years"})";
    const Signed done = fixture.sign(signing);

    REQUIRE(done.acts.size() == 2);
    CHECK(done.entry.leaf.kind == "optout.registered");
    CHECK(fixture.entries.current().size == 2);
    const Act &act = done.acts[0];
    CHECK(act.reference == signing.acts[0].reference);
    CHECK(act.receipt == act.reference);
    CHECK(done.acts[1].receipt == act.reference);
    CHECK(done.acts[1].subject == "ens-closure");
    CHECK(act.status == Recorded);
    CHECK(act.by == "parent");
    CHECK(act.byName == "Une Mère");
    CHECK(act.identitySeen == "id-card");
    CHECK(act.vitaleSerial == "12 345");
    CHECK(act.signedHow == "mark");
    CHECK(act.received == day("2026-11-24"));
    CHECK(act.deposited == day("2026-11-20"));
    CHECK(act.paperNumber == "17");
    CHECK(act.due == day("2026-12-24"));
    CHECK(act.author == "A01");
    CHECK(act.detail == R"({"archive":"ten-years"})");
    CHECK(act.more == R"({"paper":"x"})");
    CHECK(act.at == fixture.clock.now());
    CHECK(act.entry == done.entry.id);
    CHECK(must(fixture.acts.get(act.reference)) == act);
    fixture.checkWhole();
}

TEST_CASE("a note is a step that leaves the act as it is, whatever its state", "[acts]") {
    ActsFixture fixture;
    const Signed done = fixture.sign(fixture.optout());
    const std::string reference = done.acts[0].reference;
    const bool over = GENERATE(false, true);
    if (over) {
        must(fixture.change(reference, Withdrawn));
    }
    const Act before = must(fixture.acts.get(reference));
    ActChange change;
    change.agent = "A02";
    change.reference = reference;
    change.means = "telephone";
    change.evidence = "05 00 00 00 42";
    const Signed noted = must(fixture.entries.write([&] { return fixture.acts.note(ActNote::Contact, change); }));
    CHECK(noted.entry.leaf.kind == "optout.noted");
    CHECK(must(fixture.acts.get(reference)) == before);
    const ActStep step = must(fixture.acts.steps(reference)).back();
    CHECK(step.what == "contact");
    CHECK(step.means == "telephone");
    CHECK(step.evidence == "05 00 00 00 42");
    CHECK(step.agent == "A02");
    const Seal seal = must(fixture.entries.seal(noted.entry.id));
    CHECK(seal.core.find("05 00") == std::string::npos); // no more of the person than before
    const auto contacts = fixture.acts.notes(ActNote::Contact);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0].first == reference);
    CHECK(contacts[0].second.entry == step.entry);
    CHECK(fixture.acts.notes(ActNote::NoticeMade).empty());
    fixture.checkWhole();
    must(fixture.entries.write([&] { return fixture.acts.rebuild(); }));
    fixture.checkWhole();
}

TEST_CASE("the seal of an act says what was asked, and no more than that of the person", "[acts]") {
    ActsFixture fixture;
    Signing signing = fixture.optout();
    signing.by = "proxy";
    signing.byName = "Un Mandataire";
    const Signed done = fixture.sign(signing);
    const Seal seal = must(fixture.entries.seal(done.entry.id));
    const SealedEntry sealed = must(verifySeal(sealText(seal), fixture.entries.current().key));
    CHECK(sealed.core.type == "optout");
    CHECK(sealed.core.reference == signing.acts[0].reference);
    CHECK(sealed.core.scopes == std::vector<std::string>{"ens-objection", "ens-closure"});
    CHECK(sealed.core.by == "proxy");
    CHECK(sealed.core.date == day("2026-11-24"));
    CHECK(sealed.core.due == day("2026-12-24"));
    CHECK(seal.core.find("Mandataire") == std::string::npos);
    CHECK(seal.core.find("P1") == std::string::npos);
    CHECK(seal.leaf.find("ens-") == std::string::npos);
    CHECK(seal.leaf.find("A01") == std::string::npos);
}

TEST_CASE("what can't be registered leaves nothing", "[acts]") {
    ActsFixture fixture;
    Signing used = fixture.optout();
    used.paperNumber = "17";
    fixture.sign(used);
    const Checkpoint before = fixture.entries.head();
    const auto refused = [&](const Signing &signing) {
        const auto result = fixture.entries.write([&] { return fixture.acts.sign(signing); });
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    Signing signing = fixture.optout();
    signing.paperNumber = "17";
    CHECK(refused(signing) == ErrorCode::PaperNumberUsed);
    signing = fixture.optout({});
    CHECK(refused(signing) == ErrorCode::BadValue);
    signing = fixture.optout();
    signing.acts[1].reference = signing.acts[0].reference;
    CHECK(refused(signing) == ErrorCode::BadValue);
    signing.acts[1].reference = used.acts[1].reference;
    CHECK(refused(signing) == ErrorCode::BadValue);
    signing.acts[1].reference = "K7";
    CHECK(refused(signing) == ErrorCode::BadReference);
    signing = fixture.optout();
    signing.type = ActType::Request;
    CHECK(refused(signing) == ErrorCode::BadValue);
    signing = fixture.optout();
    signing.by = "neighbour";
    CHECK(refused(signing) == ErrorCode::BadValue);
    signing = fixture.optout();
    signing.acts[0].detail = "[]";
    CHECK(refused(signing) == ErrorCode::BadValue);
    signing = fixture.request({"a"}, {"a"});
    CHECK(refused(signing) == ErrorCode::BadValue);
    CHECK(fixture.entries.head() == before);
    CHECK(fixture.acts.list({}).size() == 2);
    fixture.checkWhole();
}

TEST_CASE("each step of an opt-out is an entry with its date, means and evidence", "[acts]") {
    ActsFixture fixture;
    const std::string reference = fixture.sign(fixture.optout({"snds-reuse"})).acts[0].reference;
    const Slip slip = must(fixture.slip({reference}));
    fixture.clock.advance(std::chrono::hours(24));
    const Signed sent = must(fixture.change(reference, Sent));
    CHECK(sent.entry.leaf.kind == "optout.sent");
    CHECK(sent.acts[0].status == Sent);
    must(fixture.change(reference, Confirmed));

    const auto steps = must(fixture.acts.steps(reference));
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].what == "recorded");
    CHECK(steps[0].means == "signature");
    CHECK(steps[1].what == "slip");
    CHECK(steps[1].evidence == slip.id);
    CHECK(steps[2].what == "sent");
    CHECK(steps[2].means == "post");
    CHECK(steps[2].evidence == "LR 1A 234");
    CHECK(steps[2].on == day("2026-11-25"));
    CHECK(steps[2].at == fixture.clock.now());
    CHECK(steps[2].entry == sent.entry.id);
    CHECK(steps[3].number == 4);
    CHECK(steps[3].what == "confirmed");
    fixture.checkWhole();
}

TEST_CASE("a step that may not follow is refused, with the status that it has", "[acts]") {
    ActsFixture fixture;
    const std::string reference = fixture.sign(fixture.optout({"snds-reuse"})).acts[0].reference;
    CHECK(fixture.change(reference, Confirmed).error() == Error{ErrorCode::WrongState, "recorded", {}});
    must(fixture.change(reference, Sent));
    must(fixture.change(reference, Confirmed));
    CHECK(fixture.change(reference, Withdrawn).error() == Error{ErrorCode::WrongState, "confirmed", {}});
    CHECK(fixture.change(reference, Forwarded).error().code == ErrorCode::WrongState);
    CHECK(fixture.change("K7-01F9-M2XD-8", Sent).error().code == ErrorCode::Nothing);
    CHECK(fixture.change("x", Sent).error().code == ErrorCode::BadReference);
    CHECK(fixture.entries.current().size == 4);
    fixture.checkWhole();
}

TEST_CASE("a withdrawal is another entry", "[acts]") {
    ActsFixture fixture;
    const std::string reference = fixture.sign(fixture.optout({"snds-reuse"})).acts[0].reference;
    CHECK(must(fixture.change(reference, Withdrawn)).entry.leaf.kind == "optout.withdrawn");
    CHECK(must(fixture.acts.get(reference)).status == Withdrawn);
    CHECK(fixture.acts.waitingForSlip().empty());
}

TEST_CASE("a slip has numbered lines and can be made again", "[acts]") {
    ActsFixture fixture;
    const auto first = fixture.sign(fixture.optout()).acts;
    const auto second = fixture.sign(fixture.optout({"snds-reuse"})).acts;
    fixture.sign(fixture.request());
    const auto waiting = referencesOf(fixture.acts.waitingForSlip());
    CHECK(waiting == std::vector{first[0].reference, first[1].reference, second[0].reference});

    const Slip slip = must(fixture.slip(waiting));
    CHECK(slip.lines == std::vector<SlipLine>{{1, waiting[0]}, {2, waiting[1]}, {3, waiting[2]}});
    CHECK(must(parseReference(slip.id)) == slip.id);
    CHECK(must(fixture.acts.get(waiting[0])).status == Recorded);
    CHECK(must(fixture.acts.get(waiting[0])).slip == slip.id);
    CHECK(fixture.acts.waitingForSlip().empty());

    must(fixture.change(waiting[1], Withdrawn));
    must(fixture.change(waiting[0], Sent));
    CHECK(must(fixture.acts.slip(slip.id)).lines == slip.lines);
    ActFilter onIt;
    onIt.slip = slip.id;
    CHECK(fixture.acts.list(onIt).size() == 3);
    fixture.checkWhole();
}

TEST_CASE("a slip of nothing, or of what does not wait, is refused", "[acts]") {
    ActsFixture fixture;
    const auto references = referencesOf(fixture.sign(fixture.optout()).acts);
    const std::string request = fixture.sign(fixture.request()).acts[0].reference;
    CHECK(fixture.slip({}).error().code == ErrorCode::Nothing);
    CHECK(fixture.slip({"K7-01F9-M2XD-8"}).error().code == ErrorCode::Nothing);
    CHECK(fixture.slip({request}).error().code == ErrorCode::WrongState);
    CHECK(fixture.slip({references[0], references[0]}).error().code == ErrorCode::BadValue);
    must(fixture.slip({references[0]}));
    CHECK(fixture.slip({references[0]}).error().code == ErrorCode::WrongState);
    CHECK(fixture.acts.slip("K7-01F9-M2XD-8").error().code == ErrorCode::Nothing);
    fixture.checkWhole();
}

TEST_CASE("a request is filed complete or not, and completed by its pieces", "[acts]") {
    ActsFixture fixture;
    CHECK(fixture.sign(fixture.request({"identity"}, {})).acts[0].status == Filed);
    const Act act = fixture.sign(fixture.request({"identity"}, {"form", "proof"})).acts[0];
    CHECK(act.status == Incomplete);
    CHECK(act.piecesGiven == std::vector<std::string>{"identity"});
    CHECK(act.piecesMissing == std::vector<std::string>{"form", "proof"});
    CHECK(act.completeBy == day("2026-12-15"));
    CHECK(act.deemed->on == std::nullopt);
    CHECK(act.answers == R"({"doctor":"Dr Exemple","minor":false})");
    CHECK(fixture.change(act.reference, Filed).error().code == ErrorCode::WrongState);

    Addition both; // there, and missing all the same
    both.pieces = {"form"};
    both.missing = {"form", "proof"};
    CHECK(fixture.add(act.reference, both).error() == Error{ErrorCode::UnknownPiece, "form", {}});
    CHECK(fixture.pieces(act.reference, {"form", "form"}).error().code == ErrorCode::UnknownPiece);
    CHECK(fixture.pieces(act.reference, {"identity"}).error().code == ErrorCode::UnknownPiece);
    CHECK(fixture.pieces(act.reference, {}).error().code == ErrorCode::UnknownPiece);
    CHECK(must(fixture.acts.get(act.reference)) == act);

    const Signed some = must(fixture.pieces(act.reference, {"proof"}));
    CHECK(some.entry.leaf.kind == "request.piece-added");
    CHECK(some.acts[0].status == Incomplete);
    CHECK(some.acts[0].piecesMissing == std::vector<std::string>{"form"});
    const Signed all = must(fixture.pieces(act.reference, {"form"}));
    CHECK(all.acts[0].status == Filed);
    CHECK(all.acts[0].piecesMissing.empty());
    CHECK(all.acts[0].deemed == DeemedRule{"two months", "refusal", day("2027-01-30")});
    // Its receipt has a seal of its own.
    const SealedEntry sealed =
        must(verifySeal(sealText(must(fixture.entries.seal(all.entry.id))), fixture.entries.current().key));
    CHECK(sealed.core.reference == act.reference);
    CHECK(sealed.core.form == "S3704");
    CHECK(sealed.core.what == "piece-added");
    CHECK(sealed.core.due == day("2027-01-30"));
    CHECK(must(fixture.acts.steps(act.reference))[1].what == "piece-added");
    fixture.checkWhole();
}

TEST_CASE("an answer that comes later is kept, and what is missing then is what is said", "[acts]") {
    ActsFixture fixture;
    const std::string reference = fixture.sign(fixture.request({"identity"}, {"address", "form"})).acts[0].reference;
    Addition answer;
    answer.answers = R"({"address":"2 rue","doctor":"Dr Exemple","minor":true})";
    answer.missing = {"form", "consent"}; // the answer asks for another piece
    const Signed some = must(fixture.add(reference, answer));
    CHECK(some.entry.leaf.kind == "request.piece-added");
    CHECK(some.acts[0].answers == answer.answers);
    CHECK(some.acts[0].piecesGiven == std::vector<std::string>{"identity"});
    CHECK(some.acts[0].piecesMissing == std::vector<std::string>{"form", "consent"});
    CHECK(some.acts[0].status == Incomplete);
    answer.answers = "no object";
    CHECK(fixture.add(reference, answer).error().code == ErrorCode::BadValue);
    Addition rest;
    rest.pieces = {"consent", "form"};
    const Act whole = must(fixture.add(reference, rest)).acts[0];
    CHECK(whole.answers == some.acts[0].answers);
    CHECK(whole.piecesGiven == std::vector<std::string>{"identity", "consent", "form"});
    CHECK(whole.status == Filed);
    fixture.checkWhole();
}

TEST_CASE("each receipt is kept with its entry, and shows nothing of what else is kept", "[acts]") {
    ActsFixture fixture;
    Signing signing = fixture.request({}, {"form"});
    signing.byName = "Une Mère";
    signing.papers = {{"en", std::string(64, 'e'), "in English"}, {"fr", std::string(64, 'a'), "en français"}};
    const Signed first = fixture.sign(signing);
    const std::string reference = first.acts[0].reference;
    const Signed second = must(fixture.pieces(reference, {"form"}));
    must(fixture.change(reference, Forwarded)); // makes no receipt
    CHECK(must(fixture.acts.receipts(must(fixture.acts.get(reference)))) ==
          std::vector<EntryId>{first.entry.id, second.entry.id});
    CHECK(must(fixture.acts.papers(first.entry.id)) == signing.papers);
    CHECK(must(fixture.acts.papers(second.entry.id)) ==
          std::vector<KeptPaper>{{"fr", std::string(64, 'b'), "the second paper"}});

    const std::string disclosed = must(disclosedDetails(first.entry.details));
    CHECK(disclosed.find(std::string(64, 'a')) != std::string::npos);
    for (const char *kept : {"Mère", "Exemple", "P1", "en français", "A01"}) {
        INFO(kept);
        CHECK(first.entry.details.find(kept) != std::string::npos);
        CHECK(disclosed.find(kept) == std::string::npos);
    }
    const SealedEntry sealed =
        must(verifySeal(sealText(must(fixture.entries.seal(first.entry.id))), fixture.entries.current().key));
    CHECK(sealed.core.details == toBase64(sha256(disclosed)));
    fixture.checkWhole();

    // What is disclosed does not pass for the whole.
    fixture.database.execute("DROP TRIGGER register_payload_stays");
    fixture.database.prepare("UPDATE register_payload SET details = ? WHERE position = ?")
        .with(disclosed, static_cast<std::int64_t>(first.entry.id.index))
        .run();
    CHECK_FALSE(fixture.entries.verify().ok);
}

TEST_CASE("a request is followed to its decision", "[acts]") {
    ActsFixture fixture;
    const std::string reference = fixture.sign(fixture.request()).acts[0].reference;
    CHECK(must(fixture.change(reference, Forwarded)).entry.leaf.kind == "request.advanced");
    must(fixture.pieces(reference, {"form"}));
    CHECK(must(fixture.acts.get(reference)).status == Forwarded);
    must(fixture.change(reference, ActStatus::Deemed));
    must(fixture.change(reference, DecidedYes));
    CHECK(fixture.change(reference, Withdrawn).error().code == ErrorCode::WrongState);
    CHECK(fixture.pieces(reference, {"form"}).error().code == ErrorCode::WrongState);
    const std::string other = fixture.sign(fixture.request()).acts[0].reference;
    CHECK(must(fixture.change(other, Withdrawn)).entry.leaf.kind == "request.withdrawn");
    fixture.checkWhole();
}

TEST_CASE("acts are found by person, type, status, receipt and day", "[acts]") {
    ActsFixture fixture;
    const auto pair = referencesOf(fixture.sign(fixture.optout()).acts);
    Signing other = fixture.optout({"digital-contact"});
    other.person = "P2";
    other.acts[0].due = day("2026-12-01");
    const std::string second = fixture.sign(other).acts[0].reference;
    const std::string request = fixture.sign(fixture.request()).acts[0].reference;
    must(fixture.change(pair[1], Sent));

    const auto found = [&](auto set) {
        ActFilter filter;
        set(filter);
        return referencesOf(fixture.acts.list(filter));
    };
    CHECK(found([](ActFilter &) {}) == std::vector{pair[0], pair[1], second, request});
    CHECK(found([](ActFilter &f) { f.person = "P2"; }) == std::vector{second});
    CHECK(found([](ActFilter &f) { f.type = ActType::Request; }) == std::vector{request});
    CHECK(found([](ActFilter &f) { f.status = Sent; }) == std::vector{pair[1]});
    CHECK(found([&](ActFilter &f) { f.receipt = pair[0]; }) == pair);
    CHECK(found([](ActFilter &f) { f.limit = 1; }) == std::vector{pair[0]});
    CHECK(found([](ActFilter &f) {
              f.person = "P1";
              f.status = Recorded;
          }) == std::vector{pair[0]});
    CHECK(referencesOf(fixture.acts.due(day("2026-11-30"))).empty());
    CHECK(referencesOf(fixture.acts.due(day("2026-12-01"))) == std::vector{second});
    // A request is due when its pieces are.
    CHECK(referencesOf(fixture.acts.due(day("2026-12-15"))) == std::vector{second, request});
    must(fixture.change(second, Withdrawn));
    CHECK(referencesOf(fixture.acts.due(day("2026-12-24"))) == std::vector{pair[0], pair[1], request});
}

TEST_CASE("a reference is found however it is written", "[acts]") {
    ActsFixture fixture;
    std::string reference = fixture.sign(fixture.optout()).acts[0].reference;
    const std::string written = reference;
    std::transform(reference.begin(), reference.end(), reference.begin(),
                   [](unsigned char c) { return c == '-' ? ' ' : static_cast<char>(std::tolower(c)); });
    CHECK(must(fixture.acts.get(reference)).reference == written);
    CHECK(must(fixture.acts.steps(reference)).size() == 1);
}

TEST_CASE("the tables are filled again from the register as they were", "[acts]") {
    ActsFixture fixture;
    fixture.sign(fixture.optout());
    must(fixture.entries.write([&] { return fixture.entries.startEpoch("S01", seedOf(9)); }));
    fixture.sign(fixture.request({"identity"}, {"form"}));
    const auto references = referencesOf(fixture.acts.waitingForSlip());
    must(fixture.slip(references));
    must(fixture.change(references[0], Sent));
    const auto before = fixture.acts.list({});
    fixture.database.execute("DELETE FROM act_signing; DELETE FROM act_slip");
    CHECK_FALSE(fixture.acts.check().empty());
    must(fixture.entries.write([&] { return fixture.acts.rebuild(); }));
    CHECK(fixture.acts.list({}) == before);
    fixture.checkWhole();
    must(fixture.entries.write([&] { return fixture.acts.rebuild(); }));
    CHECK(fixture.acts.list({}) == before);
}

TEST_CASE("a table that says something else than the register is named", "[acts]") {
    ActsFixture fixture;
    const auto references = referencesOf(fixture.sign(fixture.optout()).acts);
    fixture.sign(fixture.request());
    must(fixture.slip(references));
    const auto sql = GENERATE("UPDATE act SET status = 'confirmed' WHERE place = 2", "UPDATE act SET due = NULL",
                              "UPDATE act_signing SET by_who = 'heir'", "UPDATE act_signing SET person = 'P9'",
                              "UPDATE act_step SET evidence = 'x'", "DELETE FROM act_step", "DELETE FROM act_piece",
                              "UPDATE act_piece SET given = 1", "UPDATE act_slip_line SET reference = 'x'",
                              "UPDATE act SET slip = NULL", "DELETE FROM act WHERE place = 2");
    INFO(sql);
    REQUIRE(fixture.acts.check().empty());
    fixture.database.execute(sql);
    CHECK_FALSE(fixture.acts.check().empty());
}

TEST_CASE("an act goes with its payload, and its line on the slip keeps its number", "[acts]") {
    ActsFixture fixture;
    const auto first = referencesOf(fixture.sign(fixture.optout()).acts);
    Signing other = fixture.optout({"snds-reuse"});
    other.person = "P2";
    const std::string second = fixture.sign(other).acts[0].reference;
    const Slip slip = must(fixture.slip({first[0], first[1], second}));
    must(fixture.change(first[0], Sent));
    must(fixture.entries.write([&] { return fixture.entries.purge({"A01", day("2026-11-24"), "P1"}); }));
    CHECK(fixture.acts.get(first[0]).error().code == ErrorCode::Nothing);
    CHECK(referencesOf(fixture.acts.list({})) == std::vector{second});
    CHECK(must(fixture.acts.slip(slip.id)).lines == slip.lines);
    fixture.checkWhole();
    must(fixture.entries.write([&] { return fixture.acts.rebuild(); }));
    CHECK(referencesOf(fixture.acts.list({})) == std::vector{second});
    CHECK(must(fixture.acts.get(second)).slip == slip.id);
}

TEST_CASE("a slip that is no longer kept leaves its opt-outs", "[acts]") {
    ActsFixture fixture;
    const std::string reference = fixture.sign(fixture.optout({"snds-reuse"})).acts[0].reference;
    const Slip slip = must(fixture.slip({reference}, day("2026-12-31")));
    must(fixture.change(reference, Sent));
    must(fixture.entries.write([&] { return fixture.entries.purge({"A01", day("2027-01-01"), {}}); }));
    CHECK(fixture.acts.slip(slip.id).error().code == ErrorCode::Nothing);
    CHECK(must(fixture.acts.get(reference)).slip.empty());
    CHECK(must(fixture.acts.steps(reference)).size() == 2);
    fixture.checkWhole();
}

TEST_CASE("the payloads of an act are kept as long as the longest of them", "[acts]") {
    ActsFixture fixture;
    const Signed signedPair = fixture.sign(fixture.optout());
    const std::string reference = signedPair.acts[0].reference;
    const Signed sent = must(fixture.change(reference, Sent));
    const auto kept = [&](const EntryId &id) { return must(fixture.entries.get(id)).payload->keepUntil; };
    CHECK(kept(sent.entry.id) == day("2037-01-01"));
    ActChange later;
    later.agent = "S01";
    later.reference = reference;
    later.keepUntil = day("2040-01-01");
    const Signed confirmed = must(fixture.entries.write([&] { return fixture.acts.change(Confirmed, later); }));
    CHECK(kept(signedPair.entry.id) == day("2040-01-01"));
    CHECK(kept(sent.entry.id) == day("2040-01-01"));
    CHECK(kept(confirmed.entry.id) == day("2040-01-01"));
    CHECK(fixture.entries.purgeable({"A01", day("2039-12-31"), {}}).empty());
    CHECK(fixture.entries.purgeable({"A01", day("2040-01-02"), {}}).size() == 3);
    fixture.checkWhole();
}

TEST_CASE("whatever is done in whatever order, the tables are what the register says", "[acts]") {
    CHECK(rc::check("rebuilt", [] {
        ActsFixture fixture;
        const auto moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100));
        for (const int move : moves) {
            fixture.clock.advance(std::chrono::minutes(move - 20));
            const auto known = referencesOf(fixture.acts.list({}));
            const std::string reference = known.empty() ? "" : known.at(static_cast<std::size_t>(move) % known.size());
            const auto before = fixture.entries.head();
            switch (move % 6) {
            case 0: fixture.sign(fixture.optout()); break;
            case 1: fixture.sign(fixture.request({}, {"form", "proof"})); break;
            case 2: static_cast<void>(fixture.slip(referencesOf(fixture.acts.waitingForSlip()))); break;
            case 3: static_cast<void>(fixture.pieces(reference, {move % 4 == 0 ? "form" : "proof"})); break;
            default: {
                const ActStatus to = kAll.at(static_cast<std::size_t>(move) % kAll.size());
                const auto act = fixture.acts.get(reference);
                const bool allowed = act && to != Filed && mayFollow(act->type, act->status, to);
                const auto changed = fixture.change(reference, to);
                RC_ASSERT(changed.has_value() == allowed);
                RC_ASSERT(allowed || fixture.entries.head() == before);
            }
            }
        }
        RC_ASSERT(fixture.acts.check().empty());
        RC_ASSERT(fixture.entries.verify().ok);
    }));
}
