// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/answer.h"
#include "kiosk/cli/call.h"
#include "kiosk/counter/who.h"
#include "storage/document/document.h"
#include "storage/jobs.h"
#include "storage/people.h"
#include "storage/records.h"

#include <string>
#include <string_view>
#include <vector>

/// What several commands say and ask for in the same way.
namespace guichet::kiosk::cli {

/// "ordonnance", "résultat"…
[[nodiscard]] std::string categoryWord(document::Category category, std::string_view language);
/// "actuel", "remplacé"…
[[nodiscard]] std::string stateWord(storage::RecordState state, std::string_view language);
/// "en attente", "à l’imprimante"…
[[nodiscard]] std::string jobWord(const storage::Job &job, std::string_view language);

/// "1 document", "2 documents"; French has one for none too.
[[nodiscard]] std::string counted(std::size_t count, std::string_view language, Text one, Text several);

/// "" is unknown: null.
[[nodiscard]] Json textOrNull(std::string_view text);
/// The most restrictive mark, or "normal".
[[nodiscard]] std::string visibilityWord(const document::Visibility &visibility);
/// Who they are, as `person find` has it.
[[nodiscard]] Json personJson(const storage::Person &person);
/// "MARTIN (DURAND) Anne"
[[nodiscard]] std::string personName(const storage::Person &person);
[[nodiscard]] Json jobJson(const storage::Job &job);

/// `--category`, each a word of the contract. Error: BadValue, with the words that fit.
[[nodiscard]] Result<std::vector<document::Category>> categoriesOf(const Arguments &arguments);

/// `--by`, `--by-name`, `--identity-seen`, `--mandate-from`. `unsaid`: what counts as shown where that is not said: an
/// agent who has records printed says with it that what the title asks was shown; an act is received from anyone.
/// Where something was seen, what the title asks counts as shown. Errors: BadValue, BadDate.
[[nodiscard]] Result<Presence> presenceOf(const Arguments &arguments, IdentitySeen unsaid = IdentitySeen::Other);

} // namespace guichet::kiosk::cli
