// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/visit.h"

#include "kiosk/counter/journal.h"
#include "storage/register/register.h"
#include "storage/store.h"

namespace guichet::kiosk {

Result<int> endVisit(Desk &desk, const Visit &visit) {
    int gone = 0;
    const auto purge = [&]() -> Result<void> {
        gone = desk.store.records().purge(desk.machine.clock.now(), visit.person);
        if (gone == 0) {
            return {};
        }
        return journal(desk, {.kind = "record.purged",
                              .person = visit.person.value_or(""),
                              .by = {},
                              .details = {{"count", std::to_string(gone)}}});
    };
    GUICHET_TRY(desk.entries.write(purge));
    // Also where nothing went: an earlier end may have been kept from it.
    GUICHET_TRY(desk.store.finishPurge());
    return gone;
}

} // namespace guichet::kiosk
