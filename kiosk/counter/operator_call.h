// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Calling the operator about opt-outs (3422): what is said, and what was answered, as evidence.
namespace guichet::kiosk {

/// The operator has not answered this opt-out yet, and can be called about it.
[[nodiscard]] bool operatorOwes(const Catalogue &catalogue, const storage::Act &act);

/// What somebody needs beside the telephone. Of all that was signed together with the act and that the operator has
/// not answered: one call is about both halves of a refusal.
struct OperatorCall {
    std::vector<storage::Act> acts;
    std::string phone;
    std::string hours;
    std::vector<std::string> asked; ///< titles, in French: what is said
    papers::PaperPerson person;     ///< the number in full: that it was shown is journaled
    std::string vitaleSerial;       ///< "": not known, and not needed
};
/// Journaled ("person.number-shown"). Errors: NotAllowed, BadReference, Nothing, Nobody (the person's file is gone),
/// WrongState (answered, withdrawn, or nobody is called for it), those of mayLeave(), MentionMissing.
[[nodiscard]] Result<OperatorCall> operatorCall(Desk &desk, std::string_view reference);

/// What came of a call.
struct CallAnswer {
    std::string who;             ///< name or code of who answered; "": nobody did
    std::string file;            ///< the number of the case that they gave, or ""
    std::string said;            ///< the rest, or ""
    bool proof = false;          ///< they promised a proof in writing
    std::optional<CivilDate> on; ///< none: today
};
struct NotedCall {
    std::vector<storage::Act> acts;
    MadePaper paper; ///< for the person: the call with its answer; callSheet() where nobody answered
};
/// Kept as evidence with each of the acts: what had not left has left by this call, and is `sent`; what had stays as it
/// is. A call that nobody answered is noted, and sends nothing. Errors: those of operatorCall(), FutureDate, BadValue
/// (a day before it was asked; more than 400 bytes of words), IdentityNotShown, NoAddressee, NotPrintable.
[[nodiscard]] Result<NotedCall> noteCall(Desk &desk, std::string_view reference, const CallAnswer &answer,
                                         printing::Layout layout);

/// The same for somebody who calls from home: with room for the answer. Errors: those of operatorCall(), NotPrintable.
[[nodiscard]] Result<MadePaper> callSheet(Desk &desk, std::string_view reference, printing::Layout layout);

} // namespace guichet::kiosk
