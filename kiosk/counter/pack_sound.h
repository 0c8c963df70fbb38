// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <string_view>

namespace guichet::kiosk {

/// A draft of a spoken message, to be recorded again by a person.
struct SpokenDraft {
    Bytes wav;  ///< 16 bits, 22,050 Hz, mono
    Bytes alaw; ///< WAV with A-law (ITU-T G.711), 8,000 Hz, mono: what telephone servers take
};
/// Read in French by espeak-ng; sox evens its loudness and converts it. Errors: FileNotFound (one of the two programs
/// is not installed), FileUnwritable (there is no room for what they write), Unexpected (one failed).
[[nodiscard]] Result<SpokenDraft> speakDraft(std::string_view text);

} // namespace guichet::kiosk
