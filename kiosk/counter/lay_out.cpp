// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/lay_out.h"

#include "kiosk/counter/act_common.h"
#include "storage/store.h"

namespace guichet::kiosk {

Result<printing::LaidOutPaper> layOut(const Desk &desk, printing::Paper paper, printing::Layout layout) {
    if (desk.store.identity().kind == storage::StoreKind::Demo) {
        paper.mark = textsOf(desk, paper.language, today(desk))("training.mark");
    }
    return desk.machine.engine.layOut(paper, layout);
}

} // namespace guichet::kiosk
