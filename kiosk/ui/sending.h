// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/visit.h"

#include <optional>

namespace guichet::ui {

/// Sends a paper of an act to the printer, as one of the visit's. What went wrong is returned, and is no reason to undo
/// the act: the job is kept, and can be tried again.
inline std::optional<Error> sendFor(kiosk::Desk &desk, const kiosk::Visit &visit, const kiosk::MadePaper &paper,
                                    const std::string &reference) {
    const auto job = kiosk::sendPaper(desk,
                                      {.what = paper.what,
                                       .pages = paper.pages,
                                       .copies = 1,
                                       .visit = visit.id,
                                       .person = visit.person.value_or(std::string{}),
                                       .reference = reference},
                                      paper.pdf);
    return job ? std::nullopt : std::optional(job.error());
}

} // namespace guichet::ui
