// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"

#include <optional>
#include <string>
#include <vector>

namespace guichet::test {

/// An agent takes opt-outs and requests in, whose person wants to be told of them in some way.
struct ToldFixture : ActFixture {
    std::string opposed(const std::vector<std::string> &scopes = {"snds-reuse"},
                        const std::optional<storage::ContactPreference> &contact = {},
                        const kiosk::Presence &presence = {
                            .who = kiosk::Who::Self, .name = {}, .seen = kiosk::IdentitySeen::IdCard}) {
        kiosk::OptoutWish wish;
        wish.person = person;
        wish.scopes = scopes;
        wish.presence = presence;
        kiosk::SigningNote note;
        note.contact = contact;
        return must(kiosk::registerOptout(as(storage::Role::Agent, "A01"), wish, note, {})).acts.front().reference;
    }
    std::string filed(const std::string &form, const std::string &answers) {
        kiosk::RequestWish wish;
        wish.person = person;
        wish.form = form;
        wish.answers = answers;
        wish.presence.seen = kiosk::IdentitySeen::IdCard;
        return must(kiosk::fileRequest(as(storage::Role::Agent, "A01"), wish, {}, {})).act.reference;
    }
    static std::string words(const kiosk::MadePaper &paper) {
        return onOneLine(replaceAll(pdfText(paper.pdf), "\u00a0", " "));
    }
};

} // namespace guichet::test
