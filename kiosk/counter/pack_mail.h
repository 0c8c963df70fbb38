// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/papers/pack.h"

#include <string>

/// What of the pack is sent to telephones and mailboxes.
namespace guichet::kiosk {

/// A message (RFC 5322) to be sent by whoever opens it: text and HTML, nothing that is fetched, nobody yet whom it goes
/// to. Errors, of the setting that it is sent from: MentionMissing, BadValue.
[[nodiscard]] Result<std::string> packMail(const Texts &say, const papers::PackWords &words);
/// One message: 160 characters of GSM 03.38, or 70 of others. Error: TooLarge, with its length.
[[nodiscard]] Result<std::string> packTextMessage(const Texts &say, const papers::PackWords &words);

} // namespace guichet::kiosk
