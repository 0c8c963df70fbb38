// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guichet::kiosk::papers {

/// Whom an act is about, whole: on what is signed or sent on, never on a receipt.
struct PaperPerson {
    std::string names;   ///< "PAT-TROIS, DOMINIQUE MARIE-LOUISE"
    std::string born;    ///< in words; "" unknown
    std::string number;  ///< with its key, spaced; "" without one
    std::string address; ///< lines; "" unknown
};

/// Who acts for them; nothing for the person.
struct PaperRepresentative {
    std::string title; ///< "titulaire de l’autorité parentale"
    std::string name;
};

/// One scope with what was said more closely about it.
struct ScopeChoice {
    const Scope *scope = nullptr; ///< not null
    std::string detail;
    bool ticked = true; ///< false: left to whoever fills the form in by hand
};

/// What becomes of what is in the space already, when that was said.
enum class DataChoice { Unsaid, Archive, Erase, EraseAfterCopy };

/// The form that a person signs to oppose, to close, to erase. It is marked "to sign": nothing is registered yet.
[[nodiscard]] printing::Paper optoutForm(const Texts &say, const Letterhead &letterhead, const Making &making,
                                         const PaperPerson &person,
                                         const std::optional<PaperRepresentative> &representative,
                                         const std::vector<ScopeChoice> &choices, DataChoice data = DataChoice::Unsaid,
                                         bool readingCopy = false);

/// Who the paper is about: lines to write on, wide and high enough for a hand, where `person` is nobody.
[[nodiscard]] printing::Block personFacts(const Texts &say, const PaperPerson &person,
                                          const std::optional<PaperRepresentative> &representative);

/// "À signer": what is not registered before it is.
[[nodiscard]] printing::Block toSignNote(const Texts &say);

/// Where it is signed, by mark with two witnesses or the agent's note where the person can't write.
/// `captions` are those of the frames.
void addSignatures(printing::Blocks &blocks, const Texts &say, const std::vector<std::string> &captions);

} // namespace guichet::kiosk::papers
