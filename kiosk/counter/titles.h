// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"
#include "storage/document/document.h"
#include "storage/people.h"

#include <string>
#include <string_view>

namespace guichet::kiosk {

/// What the title of who is here gives for one act, for this person, today (kiosk/catalogue/titles.toml).
struct Ground {
    const Title *title = nullptr; ///< never null; as long as the catalogue
    bool gives = false;           ///< the title has the act, for somebody of this age and on this form
    bool proven = false;          ///< the paper that the title asks was shown, and still holds
    bool identityShown = false;   ///< of who signs: what another has signed proves nothing of them

    /// An act takes effect with who signs it. It is received from anyone all the same.
    [[nodiscard]] bool entitled() const { return gives && proven; }
};
/// `form`: of what is filed; null where there is none, or it makes no difference. Error: TextMissing (the catalogue
/// lacks the title).
[[nodiscard]] Result<Ground> groundOf(const Desk &desk, const storage::Person &person, const Presence &presence,
                                      TitleAct act, const Form *form = nullptr);
/// Whether a title may be held for somebody of this age; not where their date of birth is unknown, or too little of it
/// is known to say.
[[nodiscard]] bool ageFits(const Title &title, const storage::BirthDate &born, CivilDate today);
/// Why a title does not give what is asked, and on what basis: a sentence for who is here.
[[nodiscard]] std::string refusalWords(const Title &title, std::string_view language);

/// Whether who is here may be shown what is held on the person, have it printed, or collect it: the title gives it, and
/// what the title asks was shown. Errors: NotForThem (with refusalWords() as context), IdentityNotShown (with what to
/// show), TextMissing.
[[nodiscard]] Result<void> mayDisclose(const Desk &desk, const storage::Person &person, const Presence &presence,
                                       TitleAct act = TitleAct::See);

/// Whether a record that carries these marks may be shown to them, once mayDisclose() is right. Hidden from the person:
/// from everybody at the counter (it waits to be told by a professional). Hidden from representatives: from all who
/// act for somebody else, or come with them (CSP R1111-50). The catalogue may hide more, never less.
[[nodiscard]] bool mayBeShown(const Desk &desk, const document::Visibility &visibility, const Presence &presence);

} // namespace guichet::kiosk
