// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/counter/calendar.h"
#include "printing/paper.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::kiosk::papers {

/// What a setting says: the text is empty where it has none.
struct SettingValue {
    std::string text;
    bool toCheck = false; ///< ours, not the agency's, and the law does not give it: papers say so
};
/// A setting by its key: of today, or as an act was made with.
using SettingOf = std::function<SettingValue(std::string_view key)>;

/// A text that a paper can't do without. There is none that is empty.
class Mention {
public:
    /// Error: MentionMissing, with the setting that would fill it as detail.
    [[nodiscard]] static Result<Mention> of(const SettingOf &settings, std::string_view key);

    [[nodiscard]] const std::string &text() const { return value_.text; }
    [[nodiscard]] bool toCheck() const { return value_.toCheck; }

private:
    explicit Mention(SettingValue value) : value_(std::move(value)) {}
    SettingValue value_;
};

/// Who issues a paper.
class Letterhead {
public:
    /// Needs `agency-name`, `agency-address`, `agency-phone`; `agency-email` and `agency-hours` may be empty. Error:
    /// MentionMissing.
    [[nodiscard]] static Result<Letterhead> of(const SettingOf &settings);

    [[nodiscard]] const std::string &name() const { return name_.text(); }
    [[nodiscard]] const std::string &address() const { return address_.text(); }
    [[nodiscard]] const std::string &phone() const { return phone_.text(); }
    [[nodiscard]] const std::string &email() const { return email_; }
    [[nodiscard]] const std::string &hours() const { return hours_; }
    /// Somebody who speaks the language has read its translations and found them right
    /// (`service-translations-validated`).
    [[nodiscard]] bool validated(std::string_view language) const;

private:
    Letterhead(Mention name, Mention address, Mention phone)
        : name_(std::move(name)), address_(std::move(address)), phone_(std::move(phone)) {}
    Mention name_;
    Mention address_;
    Mention phone_;
    std::string email_;
    std::string hours_;
    std::vector<std::string> validated_; ///< languages
};

/// Where, when and by whom a paper is made.
struct Making {
    std::string station; ///< the station's two characters
    std::string agent;   ///< code, never a name
    LocalTime at;        ///< on the agency's wall
    Instant instant;
};

/// A heading, and how the agency is reached: place, hours, telephone, e-mail.
void addWaysToReach(printing::Blocks &blocks, const Texts &say, const Letterhead &letterhead);

/// A paper of one of this folder's templates in the language of `say`: its title, and which template it is of, filled
/// in; the rest as `frame` has it.
[[nodiscard]] printing::Paper ofTemplate(const Texts &say, printing::Paper frame, std::string title,
                                         std::string_view templateName);
/// A paper with its first page's head, its footer (agency and date, reference, page) and its file dates filled in.
/// `title` never names a person. `reference` may be empty.
[[nodiscard]] printing::Paper headedPaper(const Texts &say, const Letterhead &letterhead, const Making &making,
                                          std::string title, std::string reference, std::string_view templateName);

/// The edition of the templates in this folder: it changes whenever what a paper says does.
inline constexpr std::string_view kTemplateEdition = "2026-11";

/// A cell of a table with one text in it; `head`: of the row of heads.
[[nodiscard]] printing::Cell tableCell(std::string text, bool head = false);
/// An empty cell, high enough to write a line in by hand.
[[nodiscard]] printing::Cell cellToWriteIn();

/// A line of address without its line breaks: "1 place de l’Exemple, 81000 VILLE".
[[nodiscard]] std::string oneLine(std::string text);

/// What stands in front of a reading copy in another language: that the French prevails, and that no speaker has
/// validated the translation yet where none has.
[[nodiscard]] printing::Block readingCopyNote(const Texts &say, bool validated);

} // namespace guichet::kiosk::papers
