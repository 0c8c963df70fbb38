// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/who.h"
#include "storage/document/document.h"
#include "storage/people.h"

namespace guichet::kiosk {

/// Whether anything that is held on the person may be shown to, or printed for, who is here: the title gives access to
/// records, the person's age is one that the title has (a parent acts for a minor only), and what the title asks was
/// shown. Errors: NotForThem, IdentityNotShown, TextMissing (the catalogue lacks the title).
[[nodiscard]] Result<void> mayDisclose(const Desk &desk, const storage::Person &person, const Presence &presence);

/// Whether a record that carries these marks may be shown to them, once mayDisclose() is right. Hidden from the person:
/// from everybody at the counter (it waits to be told by a professional). Hidden from representatives: from all who
/// act for somebody else (CSP R1111-50). The catalogue may hide more, never less.
[[nodiscard]] bool mayBeShown(const Desk &desk, const document::Visibility &visibility, Who who);

} // namespace guichet::kiosk
