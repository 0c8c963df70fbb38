// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/optouts.h"
#include "kiosk/counter/requests.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Several filled papers that one person, a bearer or an association brings at once: each is an act of its own, with
/// its own receipt.
namespace guichet::kiosk {

struct BroughtPaper {
    std::variant<OptoutWish, RequestWish> wish;
    SigningNote note;
};

inline constexpr std::size_t kMostDeposited = 200;
/// Reads a list of papers (docs/operations.md); one that can't be read is the error in its place, the others stand.
/// `bearer`: who hands in what another has signed, where a paper does not say who acts; "" then the person themselves.
/// Errors: BadValue (not JSON, no list, none, more than kMostDeposited).
[[nodiscard]] Result<std::vector<Result<BroughtPaper>>> readDeposit(std::string_view json, const std::string &bearer);

struct TakenPaper {
    std::string paperNumber;            ///< as it is kept; "" it has none, or it can't be read
    std::vector<storage::Act> acts;     ///< none: not registered
    std::optional<MadeReceipt> receipt; ///< for who signed, never for the bearer
    std::optional<MadeNotice> letter;   ///< to who signed, for the envelope of their receipt: by sendNotice()
    std::optional<Error> error;         ///< why it was not registered
};
struct Deposit {
    std::vector<TakenPaper> papers; ///< in their order
    std::size_t registered = 0;     ///< papers
    MadePaper note;                 ///< for the bearer: numbers and references, nothing of anybody
};
/// Registers each, whole or not at all, whatever becomes of the others. Journaled ("paper.deposited"). Errors:
/// NotAllowed, MentionMissing, NotPrintable (of the note: what is registered stays).
[[nodiscard]] Result<Deposit> depositPapers(Desk &desk, const std::vector<Result<BroughtPaper>> &papers,
                                            const std::string &bearer, const PaperWish &paper);

/// For who hands in one paper that another has signed, as Deposit::note. Errors: NotAllowed, BadReference, Nothing,
/// MentionMissing, NotPrintable.
[[nodiscard]] Result<MadePaper> handedInNote(Desk &desk, const std::string &bearer, std::string_view reference,
                                             const PaperWish &paper);

} // namespace guichet::kiosk
