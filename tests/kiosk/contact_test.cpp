// SPDX-License-Identifier: GPL-3.0-or-later
// How the person wants to be told of an opt-out or a request.
#include "base/text.h"
#include "kiosk/counter/identify.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "kiosk/counter/statement.h"
#include "tests/kiosk/told_fixture.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <optional>

using namespace guichet;
using namespace guichet::kiosk;
using Catch::Matchers::ContainsSubstring;
using storage::ActStatus;
using storage::ActType;
using storage::ContactPreference;
using storage::Role;
using test::must;
using ContactFixture = test::ToldFixture;

TEST_CASE_METHOD(ContactFixture, "the means are taken as the command line has them, and as they are kept",
                 "[contact]") {
    const std::vector<std::pair<std::string, std::string>> words{{"post", "post"},       {"address", "other-address"},
                                                                 {"collect", "collect"}, {"phone", "telephone"},
                                                                 {"email", "email"},     {"none", "nothing-at-home"}};
    for (const auto &[word, means] : words) {
        CHECK(must(parseContactMeans(word)) == means);
        CHECK(must(parseContactMeans(means)) == means);
    }
    CHECK(parseContactMeans("pigeon").error().code == ErrorCode::BadValue);
    CHECK(parseContactMeans("").error().code == ErrorCode::BadValue);
}

TEST_CASE_METHOD(ContactFixture, "a wish without what it needs is not taken, and nothing is written", "[contact]") {
    const std::string reference = opposed();
    const std::uint64_t before = entriesWritten();
    const auto code = [&](ContactPreference wish) {
        return changeContact(desk, ActType::Optout, reference, wish).error().code;
    };
    CHECK(code({"other-address", " "}) == ErrorCode::MissingOption);
    CHECK(code({"telephone", ""}) == ErrorCode::MissingOption);
    CHECK(code({"email", ""}) == ErrorCode::MissingOption);
    CHECK(code({"pigeon", ""}) == ErrorCode::BadValue);
    CHECK(code({"post", std::string(401, 'x')}) == ErrorCode::BadValue);
    CHECK(changeContact(desk, ActType::Request, reference, {"post", ""}).error().code == ErrorCode::Nothing);
    CHECK(changeContact(as(Role::Admin, "D01"), ActType::Optout, reference, {"post", ""}).error().code ==
          ErrorCode::NotAllowed);
    CHECK(entriesWritten() == before);
}

TEST_CASE_METHOD(ContactFixture,
                 "how the person wants to be told holds for all that was signed together, and is printed",
                 "[contact]") {
    const std::string reference = opposed({"ens-refusal"}, ContactPreference{"telephone", "05 00 00 00 42"});
    storage::Acts acts(entries);
    const storage::Act act = must(acts.get(reference));
    const std::vector<storage::Act> together = acts.list({.receipt = act.receipt});
    REQUIRE(together.size() == 2);
    CHECK_THAT(words(must(receiptAgain(desk, reference, 1, {})).paper),
               ContainsSubstring("par téléphone : 05 00 00 00 42"));
    (void)must(changeContact(desk, ActType::Optout, together.back().reference, {"nothing-at-home", ""}));
    for (const storage::Act &one : together) {
        CHECK(must(contactOf(acts, one)) == std::vector<ContactPreference>{{"nothing-at-home", ""}});
        CHECK(must(acts.get(one.reference)).status == ActStatus::Recorded);
    }
    const MadeStatement statement = must(makeStatement(desk, reference, {}));
    CHECK_THAT(words(statement.paper), ContainsSubstring("rien à la maison"));
    CHECK(acts.check().empty());
}

TEST_CASE_METHOD(ContactFixture, "what is asked for later is printed on the receipt of a piece that comes",
                 "[contact]") {
    const std::string reference = filed("s3704", R"({"physician-name":"Dr Exemple"})");
    (void)must(changeContact(desk, ActType::Request, reference, {"other-address", "3 rue du Puits\n81000 ALBI"}));
    const FiledRequest later = must(addToRequest(desk, reference, {{"physician-signed"}, {}}, {}));
    CHECK_THAT(words(later.receipt.paper), ContainsSubstring("3 rue du Puits, 81000 ALBI"));
    CHECK(must(showRequest(desk, reference)).contact.front().means == "other-address");
}

TEST_CASE_METHOD(ContactFixture, "what is said once for all holds for what is signed after, not for what was before",
                 "[contact]") {
    const std::string before = opposed();
    const std::string id = must(showOptout(desk, before)).act.person;
    Presence here;
    CHECK(changePersonContact(desk, id, here, {"post", ""}).error().code == ErrorCode::IdentityNotShown);
    here.seen = IdentitySeen::IdCard;
    here.who = Who::Helper;
    CHECK(changePersonContact(desk, id, here, {"post", ""}).error().code == ErrorCode::NotForThem);
    here.who = Who::Self;
    CHECK(changePersonContact(desk, id, here, {"telephone", ""}).error().code == ErrorCode::MissingOption);
    CHECK(changePersonContact(desk, id, here, {"pigeon", ""}).error().code == ErrorCode::BadValue);
    CHECK(changePersonContact(desk, "nobody", here, {"post", ""}).error().code == ErrorCode::Nobody);
    CHECK(changePersonContact(as(Role::Admin, "D01"), id, here, {"post", ""}).error().code == ErrorCode::NotAllowed);
    desk.role = Role::Agent;
    const auto journaled = [&] { return entries.ofKind("person.contact").size(); };
    CHECK(journaled() == 0);
    must(changePersonContact(desk, id, here, {"collect", ""}));
    CHECK(journaled() == 1);
    must(changePersonContact(desk, id, here, {"other-address", " 3 rue du Puits, 81000 ALBI "}));
    const std::vector<ContactPreference> wish{{"other-address", "3 rue du Puits, 81000 ALBI"}};
    CHECK(must(openPerson(desk, id)).contact == wish);
    CHECK(must(showOptout(desk, opposed())).contact == wish);
    CHECK(must(showOptout(desk, before)).contact != wish);
}
