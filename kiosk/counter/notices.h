// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Letters from the agency to the person: what became of an opt-out or a request. Those that the person writes are in
/// letters.h.
namespace guichet::kiosk {

/// Why the person has to hear something, today.
enum class NoticeCause {
    None,
    Confirmed,       ///< an opt-out: it is done
    Refused,         ///< an opt-out: it is not
    DecidedYes,      ///< a request
    DecidedNo,       ///< likewise
    SilenceAccepted, ///< nobody answered in time, which is an acceptance
    SilenceRefused,  ///< nobody answered in time, which is a refusal
    Late,            ///< an answer was promised for a day that has passed
    Forwarded,       ///< a request: passed on to who can answer it, and nothing has come of it yet (CRPA L114-2)
    Declared         ///< asked for by somebody who has not shown that they may: the person is told before it leaves
};
[[nodiscard]] std::string_view toText(NoticeCause cause); ///< "none", "confirmed", "refused", "decided-yes", …
/// Of what is declared and told already, only as long as nothing else is to be told. Nothing is late that may not
/// leave.
[[nodiscard]] NoticeCause noticeCause(Desk &desk, const storage::Act &act);

struct MadeNotice {
    storage::Act act;
    NoticeCause cause = NoticeCause::None;
    std::string to;       ///< where it goes, as storage::ContactPreference::means; never "nothing-at-home"
    std::string forAgent; ///< what is done with it where it is not posted; "" else. In French
    bool noted = false;   ///< a step of the act says so; a second one of the same cause to the same place is a copy
    MadePaper paper;
    std::vector<std::string> of; ///< references that it tells of
};
/// The letter, as the person wants to be told of this act (contactOf()): where nothing may go to their home, or no
/// address is known, it is to be collected. One of the cause Declared goes to the known address, whatever was wished at
/// the counter, and is one for all that was signed together. It is a step of the act. Errors: NotAllowed, BadReference,
/// Nothing, Nobody (the person's file is gone), WrongState (there is nothing to tell, or no known address to tell it
/// to), BadValue (reading copy), MentionMissing, NotPrintable.
[[nodiscard]] Result<MadeNotice> makeNotice(Desk &desk, std::string_view reference, const PaperWish &wish);

/// The same, not noted yet: by noteNotice(), once it is on its way. Errors: as above.
[[nodiscard]] Result<MadeNotice> prepareNotice(Desk &desk, std::string_view reference, const PaperWish &wish);
/// A step of each act says that it was made, unless one does. Errors: Busy, those of noteStep().
[[nodiscard]] Result<void> noteNotice(Desk &desk, MadeNotice &made);
/// Prints what prepareNotice() made as a paper of no visit, owed until it is posted, and notes it: what could not be
/// printed is not told. Errors: those of sendPaper() and noteNotice().
[[nodiscard]] Result<storage::Job> sendNotice(Desk &desk, MadeNotice made);

/// How many of these acts have something that the person was not told of by a letter. That a request was passed on is
/// none of it: a service of the same house needs no letter, and who passes it on to another one makes it.
[[nodiscard]] std::size_t noticesToMake(Desk &desk, const std::vector<storage::Act> &among);

} // namespace guichet::kiosk
