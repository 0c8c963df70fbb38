// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/answer.h"
#include "kiosk/cli/call.h"
#include "kiosk/counter/notices.h"
#include "kiosk/counter/receipts.h"

#include <string>
#include <vector>

/// What the commands on opt-outs, requests and statements have in common.
namespace guichet::kiosk::cli {

/// `--layout`, `--reading-copy`. Error: BadValue.
[[nodiscard]] Result<PaperWish> paperWishOf(const Arguments &arguments);
/// `--contact`, `--contact-detail`; nothing without the first. Errors: BadValue, MissingOption.
[[nodiscard]] Result<std::optional<storage::ContactPreference>> contactWishOf(const Arguments &arguments);
/// `--signed` (required), `--vitale-serial`, `--deposited`, `--paper-number`, `--agent-note`, and contactWishOf().
/// Errors: MissingOption, BadValue, BadDate.
[[nodiscard]] Result<SigningNote> signingNoteOf(const Arguments &arguments);

/// Where a paper went. What was registered before stays, and its answer is given in full, whatever became of the paper.
struct Delivered {
    std::string job;          ///< "" without one
    std::optional<Error> but; ///< `--output` could not be written
};
/// Writes `--output`, or sends the paper to the station's printer; a printer that fails is a message, not an error.
[[nodiscard]] Delivered deliver(Call &call, Desk &desk, const MadePaper &paper, const std::string &person,
                                const std::string &reference);

/// Sends a letter that goes with what was registered to the station's printer (sendNotice()): its pages and job; null
/// where there is none. A printer that fails is a message: then it waits to be made.
[[nodiscard]] Json deliverLetter(Call &call, Desk &desk, const std::optional<MadeNotice> &letter);

/// What was shown since a draft was made. Errors: BadValue, BadDate.
[[nodiscard]] Result<void> addShown(const Arguments &arguments, Presence &presence);
/// Who hands in what another has signed takes a note along, and nothing else; not for anybody else. What fails is a
/// message: what was registered stays.
void deliverToBearer(Call &call, Desk &desk, const Presence &presence, const std::string &reference,
                     const PaperWish &paper);

/// `--numbered`: how many numbered copies; nothing without it. Error: BadValue.
[[nodiscard]] Result<std::optional<int>> numberedOf(const Arguments &arguments);
/// What blank papers are answered with; `numbers`: empty where they have none.
[[nodiscard]] Answer blankAnswer(Call &call, Desk &desk, const MadePaper &paper,
                                 const std::vector<std::string> &numbers);

/// Which words and which form an act was made with: `texts`, `template`, and of a request `form`, `valid_from`.
[[nodiscard]] Json editionJson(const storage::Act &act);
[[nodiscard]] Json receiptJson(const MadeReceipt &receipt);
[[nodiscard]] Json stepsJson(const std::vector<storage::ActStep> &steps);
/// How the person wants to be told, the first wish first, as `person show` has it.
[[nodiscard]] Json contactJson(const std::vector<storage::ContactPreference> &contact);
[[nodiscard]] Json dayJson(const std::optional<CivilDate> &day);
[[nodiscard]] Json deemedJson(const std::optional<storage::DeemedRule> &deemed);
/// Error: BadValue, with the words that fit.
[[nodiscard]] Result<std::optional<storage::ActStatus>> statusOf(const Arguments &arguments, std::string_view option,
                                                                 storage::ActType type);
/// What `optout list` and `request list` are asked for alike.
struct ListWish {
    std::string person; ///< "" everybody's
    std::optional<storage::ActStatus> status;
    bool due = false;
};
/// `--person`, `--status`, `--due`. Errors: NotAllowed, Nobody, BadValue.
[[nodiscard]] Result<ListWish> listWishOf(const Call &call, Desk &desk, storage::ActType type);
/// The catalogue's texts, in the language asked for, of today.
[[nodiscard]] Texts textsOf(Call &call, const Machine &machine);
[[nodiscard]] std::string joined(const std::vector<std::string> &sentences);

} // namespace guichet::kiosk::cli
