// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/letterhead.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The receipt: what CRPA R112-5 asks of an acknowledgement, each mention a type of its own. A receipt that lacks one
/// can't be made: there is no way to build it, and the error names the setting or the mention that is missing.
namespace guichet::kiosk::papers {

/// R112-5 1°: the day the request was received.
class ReceivedMention {
public:
    explicit ReceivedMention(CivilDate on, std::string paperNumber = {}, std::optional<CivilDate> keyedIn = {})
        : on_(on), paperNumber_(std::move(paperNumber)), keyedIn_(keyedIn) {}
    [[nodiscard]] CivilDate on() const { return on_; }
    /// Of the hand-written receipt that was given then; empty when there was none.
    [[nodiscard]] const std::string &paperNumber() const { return paperNumber_; }
    /// The day it was registered; nothing: the day it was received.
    [[nodiscard]] std::optional<CivilDate> keyedIn() const { return keyedIn_; }

private:
    CivilDate on_;
    std::string paperNumber_;
    std::optional<CivilDate> keyedIn_;
};

/// R112-5 1° and the last paragraph: what silence means, and from when; or that it means nothing, and why.
class SilenceMention {
public:
    /// Silence is acceptance: the right to an attestation (L232-3) is said with it.
    [[nodiscard]] static SilenceMention acceptance(std::optional<CivilDate> on, std::string rule, std::string basis,
                                                   bool toCheck);
    /// Silence is refusal: the remedies stand on the same receipt.
    [[nodiscard]] static SilenceMention refusal(std::optional<CivilDate> on, std::string rule, std::string basis,
                                                bool toCheck);
    /// No decision comes from silence.
    [[nodiscard]] static SilenceMention none(std::string basis, bool toCheck);

    [[nodiscard]] Silence means() const { return means_; }
    [[nodiscard]] std::optional<CivilDate> on() const { return on_; }
    [[nodiscard]] const std::string &rule() const { return rule_; } ///< in words; always there but for None
    [[nodiscard]] const std::string &basis() const { return basis_; }
    [[nodiscard]] bool toCheck() const { return toCheck_; }

private:
    SilenceMention(Silence means, std::optional<CivilDate> on, std::string rule, std::string basis, bool toCheck)
        : means_(means), on_(on), rule_(std::move(rule)), basis_(std::move(basis)), toCheck_(toCheck) {}
    Silence means_;
    std::optional<CivilDate> on_;
    std::string rule_;
    std::string basis_;
    bool toCheck_;
};

/// R112-5 2°: the service in charge: name, postal address, telephone, and e-mail where it has one.
class ServiceMention {
public:
    /// Needs `service-name`, `service-address`, `service-phone`. Error: MentionMissing.
    [[nodiscard]] static Result<ServiceMention> of(const SettingOf &settings);
    [[nodiscard]] const std::string &name() const { return name_.text(); }
    [[nodiscard]] const std::string &address() const { return address_.text(); }
    [[nodiscard]] const std::string &phone() const { return phone_.text(); }
    [[nodiscard]] const std::string &email() const { return email_; }

private:
    ServiceMention(Mention name, Mention address, Mention phone, std::string email)
        : name_(std::move(name)), address_(std::move(address)), phone_(std::move(phone)), email_(std::move(email)) {}
    Mention name_;
    Mention address_;
    Mention phone_;
    std::string email_;
};

/// R112-5 3°, L114-5: what is missing and by when it is brought, or that nothing is.
class MissingMention {
public:
    [[nodiscard]] static MissingMention nothing() { return MissingMention({}, std::nullopt); }
    /// `what` is not empty.
    [[nodiscard]] static MissingMention of(std::vector<std::string> what, CivilDate by) {
        return MissingMention(std::move(what), by);
    }
    [[nodiscard]] const std::vector<std::string> &what() const { return what_; }
    [[nodiscard]] std::optional<CivilDate> by() const { return by_; }

private:
    MissingMention(std::vector<std::string> what, std::optional<CivilDate> by) : what_(std::move(what)), by_(by) {}
    std::vector<std::string> what_;
    std::optional<CivilDate> by_;
};

/// Time limits and ways of appeal, whole, with the addresses that the agency has set.
class RemediesMention {
public:
    /// Error: MentionMissing (a setting that a remedy needs), TextMissing (there is no such remedy).
    [[nodiscard]] static Result<RemediesMention> of(const Texts &say, const std::vector<std::string> &remedies,
                                                    const SettingOf &settings);
    struct Way {
        std::string text;
        bool toCheck = false;
    };
    [[nodiscard]] const std::vector<Way> &ways() const { return ways_; }

private:
    explicit RemediesMention(std::vector<Way> ways) : ways_(std::move(ways)) {}
    std::vector<Way> ways_;
};

/// One thing that was asked, and the reference that it is followed by.
struct ReceiptPart {
    std::string reference;
    std::string what;
    std::string detail;   ///< what was said more closely; may be empty
    bool toCheck = false; ///< the agency has to compare the form with the law and the printed one
};

/// What one receipt is about: sentences and lines that are ready to be printed. Title, reference, `asked`, `weDo`,
/// `ifNothing`, person, `by` and state are mentions too: none may be blank.
struct ReceiptContent {
    std::string title;
    std::string reference;
    std::vector<std::string> asked; ///< each completes "you asked …"; one at least
    std::string weDo;
    std::optional<CivilDate> ifNothingOn; ///< none: `ifNothing` says when
    std::string ifNothingAfter;           ///< in words, where there is no date
    std::string ifNothing;                ///< what to do then
    std::string person;                   ///< "D. P., …": initials and a masked number
    std::string by;                       ///< who asked, what was seen, how it was signed
    std::string state;                    ///< one word, printed bold
    std::string stateMore;                ///< what has not happened; may be empty
    std::vector<ReceiptPart> parts;
    std::vector<std::pair<std::string, std::string>> facts; ///< further lines
    std::string doesNotTitle;
    std::vector<std::string> doesNot;
    std::string goBack;
};

/// The station's seal of the receipt.
struct ReceiptSeal {
    std::string text;   ///< storage::sealText()
    std::string origin; ///< of the log
    std::uint64_t index = 0;
};

/// Prints the seal at the end of a receipt, as a code and as text. It is not in the paper's digest.
void addSeal(printing::Paper &paper, const Texts &say, const ReceiptSeal &seal);

/// A receipt with every mention. Rules of the agency's own that it has not looked at yet are marked.
class Receipt {
public:
    /// The agent (CRPA L111-2) is the one of `making`. Error: MentionMissing, with the name of what is blank
    /// (`receipt-reference`, `receipt-silence`…) as detail.
    [[nodiscard]] static Result<Receipt> of(Letterhead letterhead, Making making, ReceivedMention received,
                                            SilenceMention silence, ServiceMention service, MissingMention missing,
                                            RemediesMention remedies, ReceiptContent content);

    /// The paper without a seal: what is sealed is its digest. `readingCopy`: in another language, beside the French
    /// one, which prevails.
    [[nodiscard]] printing::Paper paper(const Texts &say, bool rulesChecked, bool readingCopy = false) const;

private:
    Receipt(Letterhead letterhead, Making making, ReceivedMention received, SilenceMention silence,
            ServiceMention service, MissingMention missing, RemediesMention remedies, ReceiptContent content)
        : letterhead_(std::move(letterhead)), making_(std::move(making)), received_(std::move(received)),
          silence_(std::move(silence)), service_(std::move(service)), missing_(std::move(missing)),
          remedies_(std::move(remedies)), content_(std::move(content)) {}
    Letterhead letterhead_;
    Making making_;
    ReceivedMention received_;
    SilenceMention silence_;
    ServiceMention service_;
    MissingMention missing_;
    RemediesMention remedies_;
    ReceiptContent content_;
};

} // namespace guichet::kiosk::papers
