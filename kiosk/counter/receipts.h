// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/act_common.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Receipts: the words are kept with the entry that they are the receipt of, and every print is made from there, so it
/// is the same whatever has become of settings, catalogue and act since. Only the seal is added.
namespace guichet::kiosk {

/// A receipt and what it proves.
struct MadeReceipt {
    std::string reference;
    std::string seal; ///< text of the seal
    MadePaper paper;
    std::string act;    ///< reference of the act that it was asked by; several acts of one signing have one receipt
    std::string person; ///< whose it is: opaque id
    int number = 1;     ///< its place among the receipts of its act, from 1
    int count = 1;      ///< how many there are
};

/// What is to be kept with the entry: the receipt in French, and a reading copy where one is wished. Errors: those of
/// `paper`, BadValue (a language that the catalogue has no texts in).
[[nodiscard]] Result<std::vector<storage::KeptPaper>> receiptPapers(const Desk &desk, CivilDate day,
                                                                    const PaperWish &wish, const PaperIn &paper);

/// A receipt of an act, printed from what was kept: one was made when it was registered, and one whenever something was
/// added. `number` from 1, nothing for the last. Errors: NotAllowed, BadReference, Nothing (no such act or number),
/// BadValue (a reading copy in a language in which none was made with it), NotPrintable.
[[nodiscard]] Result<MadeReceipt> receiptAgain(Desk &desk, std::string_view reference, std::optional<int> number,
                                               const PaperWish &wish);

} // namespace guichet::kiosk
