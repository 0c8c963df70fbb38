// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/demo_acts.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"

namespace guichet::kiosk {
namespace {

using storage::ActStatus;

const Presence kHere{.who = Who::Self, .name = {}, .seen = IdentitySeen::IdCard, .mandateSeen = false};

class Acting {
public:
    Acting(Desk &desk, const std::vector<std::string> &people, CivilDate today)
        : desk_(desk), people_(people), today_(today) {}

    Result<void> optouts() {
        GUICHET_ASSIGN(const std::string confirmed, optout("ens-closure"));
        GUICHET_ASSIGN(const std::string refused, optout("ens-objection"));
        GUICHET_ASSIGN(const std::string sent, optout("snds-reuse"));
        GUICHET_TRY(makeSlip(desk_, {}));
        GUICHET_TRY(sendOptouts(desk_, {.slip = {},
                                        .references = {confirmed, refused, sent},
                                        .means = "registered-post",
                                        .evidence = "RK 00 000 000 0 FR (exemple)",
                                        .on = {}}));
        GUICHET_TRY(confirmOptout(desk_, confirmed, "Lettre de l’opérateur (exemple)"));
        GUICHET_TRY(refuseOptout(desk_, refused, "Aucun espace à ouvrir (exemple)"));
        GUICHET_ASSIGN(const std::string withdrawn, optout("digital-contact"));
        GUICHET_TRY(withdrawOptout(desk_, withdrawn));
        GUICHET_TRY(optout("ens-refusal")); // recorded, waits for the next slip
        return {};
    }

    Result<void> requests() {
        // Without the proof of filiation: taken, and incomplete.
        GUICHET_TRY(request("s3705",
                            R"({"attached-to":"parent1","parent1-name":"EXEMPLE Camille","parent1-signed":true,)"
                            R"("children":[{"name":"EXEMPLE Noé","born":"2026-01-02"}]})",
                            {}));
        GUICHET_TRY(physician({})); // filed
        GUICHET_TRY(physicianTo(ActStatus::Forwarded));
        GUICHET_TRY(physicianTo(ActStatus::DecidedYes));
        GUICHET_TRY(physicianTo(ActStatus::DecidedNo));
        GUICHET_ASSIGN(const std::string withdrawn, physician({}));
        GUICHET_TRY(withdrawRequest(desk_, withdrawn));
        // Handed in four months ago on paper: silence has meant something since.
        constexpr int kDaysAgo = 120;
        GUICHET_ASSIGN(const std::string deemed, physician(addDays(today_, -kDaysAgo)));
        GUICHET_TRY(advanceRequest(desk_, deemed, ActStatus::Deemed, "Silence gardé (exemple)"));
        return {};
    }

private:
    const std::string &next() { return people_.at(next_++ % people_.size()); }

    Result<std::string> optout(const std::string &scope) {
        GUICHET_ASSIGN(
            const RegisteredOptouts made,
            registerOptout(desk_, {.person = next(), .scopes = {scope}, .details = {}, .presence = kHere}, {}, {}));
        return made.acts.front().reference;
    }

    Result<std::string> request(const std::string &form, const std::string &answers,
                                std::optional<CivilDate> deposited) {
        SigningNote note;
        note.deposited = deposited;
        note.paperNumber = deposited ? "DEMO-1" : "";
        GUICHET_ASSIGN(
            const FiledRequest filed,
            fileRequest(desk_, {.person = next(), .form = form, .answers = answers, .pieces = {}, .presence = kHere},
                        note, {}));
        return filed.act.reference;
    }

    Result<std::string> physician(std::optional<CivilDate> deposited) {
        return request("s3704",
                       R"({"physician-name":"Dr Sacha MODÈLE","physician-number":"000000000",)"
                       R"("physician-address":"1 place de l’Exemple, 81990 EXEMPLEVILLE","physician-signed":true})",
                       deposited);
    }

    Result<void> physicianTo(ActStatus status) {
        GUICHET_ASSIGN(const std::string reference, physician({}));
        GUICHET_TRY(advanceRequest(desk_, reference, status, "Exemple"));
        return {};
    }

    Desk &desk_;
    const std::vector<std::string> &people_;
    CivilDate today_;
    std::size_t next_ = 0;
};

} // namespace

Result<void> addDemoActs(Desk &desk, const std::vector<std::string> &people, CivilDate today) {
    if (people.empty()) {
        return {};
    }
    Acting acting(desk, people, today);
    GUICHET_TRY(acting.optouts());
    return acting.requests();
}

} // namespace guichet::kiosk
