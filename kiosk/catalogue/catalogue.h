// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the counter knows of the law and of the forms, as data: TOML files that an agency can read and change, loaded
/// once, checked whole, and never changed while the program runs. Nothing here depends on a store.
namespace guichet::kiosk {

/// A text in the languages it has. French is always there, and is what a missing translation falls back to.
struct Text {
    std::map<std::string, std::string, std::less<>> byLanguage; ///< BCP 47 tag → text

    [[nodiscard]] const std::string &in(std::string_view language) const;
    [[nodiscard]] bool has(std::string_view language) const { return byLanguage.contains(language); }
    [[nodiscard]] bool empty() const { return byLanguage.empty(); }
};

/// Whole sentences, in the languages they have; likewise.
struct Sentences {
    std::map<std::string, std::vector<std::string>, std::less<>> byLanguage;

    [[nodiscard]] const std::vector<std::string> &in(std::string_view language) const;
};

enum class Unit { Day, WorkingDay, Week, Month, Year };

/// What starts a time limit.
enum class Event {
    Received,  ///< the request or opt-out was received (a postmark or a deposit counts)
    Complete,  ///< the last missing piece was brought; for a complete request, its receipt
    Sent,      ///< it left for whom it concerns
    Confirmed, ///< they said that it is done
    Notified,  ///< a decision was notified to the person
};

/// A time limit as data: so much time after an event, and on what ground.
struct DeadlineRule {
    int count = 0;
    Unit unit = Unit::Day;
    Event from = Event::Received;
    /// A last day on which the agency is closed becomes the next working day.
    bool toWorkingDay = false;
    std::string basis;    ///< article; never empty
    bool toCheck = false; ///< the agency has to confirm it; papers say so

    /// "P2M", "P15D"; working days have no ISO 8601 form and are "P3D" with `unit` WorkingDay.
    [[nodiscard]] std::string iso() const;
};

/// The edition of a data file and the day it is valid from: an act keeps both.
struct Edition {
    std::string name; ///< "2026-11"
    CivilDate validFrom{};
};

/// What can be opposed.
struct Scope {
    std::string id;
    Text title;
    Text asked; ///< completes "you asked …"
    Sentences does;
    Sentences doesNot;
    std::vector<std::string> basis; ///< articles
    std::string remedy;             ///< id of a remedy
    bool reversible = true;
    bool available = true;
    bool toCheck = false;
    std::vector<std::string> standsFor; ///< not a scope of its own: short for these, registered together
    std::string addressee;              ///< "operator", "snds", "service"
    std::optional<DeadlineRule> answer; ///< in what time an answer is owed; none: no date is promised
    /// Sentences that hold only while another scope is not asked for too: which of `does` and of `doesNot`, from 1; 0
    /// for none.
    struct Unless {
        std::string scope;
        int does = 0;
        int doesNot = 0;
    };
    Unless unless;
    Text goBack;
    Sentences said;        ///< what people say who want it; may be empty: then it is found by its title
    std::string detailKey; ///< what has to be said more closely ("document"); empty: nothing
    Text detailLabel;

    /// As it is said where these are asked for together.
    [[nodiscard]] Scope askedWith(const std::vector<std::string> &scopes) const;
};

/// What is done at the counter for the person served, as far as a title may give it or not.
enum class TitleAct {
    See,     ///< what is held on the person is shown
    Print,   ///< and printed
    Oppose,  ///< an opt-out that can be undone
    Erase,   ///< one that can't
    File,    ///< a request
    HandIn,  ///< what is signed already
    Collect, ///< a paper that waits at the counter
};
/// Each with its name.
inline constexpr std::array<std::pair<TitleAct, std::string_view>, 7> kTitleActs{{{TitleAct::See, "see"},
                                                                                  {TitleAct::Print, "print"},
                                                                                  {TitleAct::Oppose, "oppose"},
                                                                                  {TitleAct::Erase, "erase"},
                                                                                  {TitleAct::File, "file"},
                                                                                  {TitleAct::HandIn, "hand-in"},
                                                                                  {TitleAct::Collect, "collect"}}};

/// On what ground somebody may stand at the counter for a person.
struct Title {
    std::string id; ///< as `--by` has it
    Text name;
    std::set<TitleAct> may;            ///< what it gives, once what it asks is shown
    std::set<TitleAct> carries;        ///< what the person signs themselves; they bring it, or come along
    std::vector<std::string> forms;    ///< of what may be filed: groups and ids of forms; empty: all
    bool identity = true;              ///< an identity document is shown before anything is disclosed
    Text mandate;                      ///< the paper that proves the title; empty: none
    std::optional<int> mandateMonths;  ///< how long that holds, from its date
    std::optional<int> personUnder;    ///< the person is younger than this
    std::optional<int> personOver;     ///< the person is this old or older
    std::vector<std::string> notShown; ///< marks of visibility (`hidden-from-…`) that keep a record from them
    Text refused;                      ///< why not, of what it does not give; empty: it gives all to everybody
    std::string source;

    /// Whether it has this act at all, whatever was shown.
    [[nodiscard]] bool has(TitleAct act) const { return may.contains(act) || carries.contains(act); }
};

/// Amount: of money, to the cent. Iban: an account (ISO 13616), its check digits right.
enum class FieldKind { Text, LongText, Date, Number, Amount, Iban, Nir, YesNo, Choice, Address, Phone, Email, List };

struct Option {
    std::string id;
    Text label;
    Text asked; ///< completes "you asked …" in the form's place where this was answered; may be empty
};

/// Only where another answer is as said.
struct Condition {
    std::string field; ///< empty: always
    std::string is;
};

struct Field {
    std::string id;
    FieldKind kind = FieldKind::Text;
    Text label;
    Text question;          ///< the whole question, as it is put to the person; may be empty, as the next four
    Text help;              ///< where to find the answer, what counts
    Text why;               ///< why it is asked
    std::string example;    ///< of a right answer
    std::string unit;       ///< of a Number or an Amount: "€", "km"
    bool required = false;  ///< its absence makes the request incomplete, never refused
    bool mustBeYes = false; ///< of a YesNo: "no" is as good as nothing (a signature that is missing)
    bool recent = false;    ///< of a Date: a day not long ago, whose year may be left out
    Condition when;
    std::vector<Option> options; ///< of a Choice
    std::vector<Field> items;    ///< of a List: the columns
};

struct Piece {
    std::string id;
    Text label;
    bool required = false;
    Condition when;
    bool originalOnly = false;  ///< a copy is worth nothing
    bool returned = false;      ///< an original that is handed back at once (CRPA R113-5)
    bool indispensable = false; ///< nothing can be decided without it; else the file goes on (CRPA L114-5-1)
};

enum class Silence { Acceptance, Refusal, None };

struct SignatureLine {
    std::string id;
    Text label;
    bool apart = false; ///< may be signed on another day and elsewhere
    Condition when;
};

struct Form {
    std::string id;
    std::string number; ///< "12485*03 / S3704"; empty: it has none
    Edition edition;
    std::string group;
    Text title;
    Text asked;
    Text next;      ///< what the service does with it
    Text meanwhile; ///< what helps until then; may be empty
    Sentences said; ///< what people say who need it; may be empty: then it is found by its title and number
    std::vector<Field> fields;
    std::vector<Piece> pieces;
    std::vector<SignatureLine> signatures;
    Sentences notAsked; ///< what nobody has to bring, as the agency has it or may not ask for it; may be empty
    Silence silence = Silence::None;
    std::optional<DeadlineRule> silenceAfter; ///< none where `silence` is None
    std::string silenceBasis;
    bool silenceToCheck = false;
    /// By when an answer is owed though silence means nothing: the first that holds. None: as the agency promises.
    struct Answer {
        Condition when;
        DeadlineRule by;
    };
    std::vector<Answer> answers;
    std::string addressee; ///< as of a scope
    std::vector<std::string> remedies;
    bool toCheck = false;
    std::string source; ///< the file that it was read from, as parseForm() reads it again
};

/// What the holder of an online account can do, and how the same is done here.
struct OnlineAction {
    std::string id;
    std::string site; ///< "ameli", "mes"
    Text title;
    std::vector<std::string> counter; ///< "form ID", "scope ID", "print CATEGORY", "title ID", "statement"; one or more
};

/// What to do when one disagrees or hears nothing. The text has `{address}` and the like filled from settings.
struct Remedy {
    std::string id;
    Text text;
    std::vector<std::string> settings; ///< keys of the settings that the text needs
    std::string basis;
    bool toCheck = false;
    bool optional = false; ///< left out where a setting is missing: the law does not ask for it
};

/// What a screen is for, in a page.
struct HelpPage {
    std::string id; ///< of the screen: "sign-in", "opt-outs"
    Text title;
    Text about;
    Sentences steps; ///< as they usually go
    Sentences stuck; ///< what to do when they don't
};

/// A key that works on every screen.
struct HelpKey {
    Text key;
    Text does;
};

/// What changed for the agents with a version of the program.
struct News {
    std::string version; ///< "0.1.0"
    Sentences changes;
};

/// "0.9.1" is older than "0.10.0". Each is numbers with dots between: what the catalogue and the store hold.
[[nodiscard]] bool isOlderVersion(std::string_view one, std::string_view other);

struct Holiday {
    std::string name;
    std::optional<int> easter; ///< days from Easter Sunday
    std::chrono::month month{};
    std::chrono::day day{};
};

struct Territory {
    std::string id;
    std::string name;
    std::vector<Holiday> holidays; ///< the common ones among them
};

/// A text that the program uses and the catalogue lacks: a broken installation or a bug.
class MissingText : public std::logic_error {
public:
    explicit MissingText(const std::string &id) : std::logic_error("catalogue text missing: " + id) {}
};

/// `{name}` in a text is replaced by the value.
using Values = std::vector<std::pair<std::string_view, std::string>>;

/// One mistake in a data file.
struct CatalogueMistake {
    std::string file; ///< relative to the folder that was checked
    int line = 0;     ///< from 1; 0 where the whole file is meant
    std::string what;
};

class Catalogue {
public:
    /// Reads the files of `folder` (scopes.toml, titles.toml, texts.toml, remedies.toml, rules.toml, holidays.toml,
    /// search.toml, help.toml, news.toml), and forms/*.toml once forms are asked for. Errors: FolderMissing;
    /// CatalogueMistake with `file:line: what` of the first mistake.
    [[nodiscard]] static Result<Catalogue> load(const std::filesystem::path &folder);
    /// The catalogue that this program was built or installed with: `../share/guichet/catalogue` beside its `bin`.
    [[nodiscard]] static std::filesystem::path installedFolder();

    [[nodiscard]] const std::string &edition() const { return edition_; } ///< of the scopes; `--version` shows it
    [[nodiscard]] const std::vector<Scope> &scopes() const { return scopes_; }
    /// In the order of their French titles. Read at the first call, from any thread. A form with a mistake is left out:
    /// the others are offered.
    [[nodiscard]] const std::vector<Form> &forms() const;
    /// Why forms were left out.
    [[nodiscard]] const std::vector<CatalogueMistake> &formMistakes() const;
    [[nodiscard]] const std::vector<Title> &titles() const { return titles_; }
    [[nodiscard]] const std::vector<Territory> &territories() const { return territories_; }
    [[nodiscard]] const std::vector<HelpPage> &helpPages() const { return helpPages_; }
    [[nodiscard]] const std::vector<HelpKey> &helpKeys() const { return helpKeys_; }
    /// The newest first; one at least.
    [[nodiscard]] const std::vector<News> &news() const { return news_; }
    /// Words that say nothing of what a form is about ("je", "ma"): each is one word.
    [[nodiscard]] const Sentences &ignoredWords() const { return ignoredWords_; }

    /// Null where there is none of that name.
    [[nodiscard]] const Scope *scope(std::string_view id) const;
    [[nodiscard]] const Form *form(std::string_view id) const;
    [[nodiscard]] const Title *title(std::string_view id) const;
    [[nodiscard]] const Remedy *remedy(std::string_view id) const;
    [[nodiscard]] const Territory *territory(std::string_view id) const;
    [[nodiscard]] const HelpPage *helpPage(std::string_view id) const;
    /// A time limit that the agency promises or sets: "transmit", "complete", "news". Always there.
    [[nodiscard]] const DeadlineRule &rule(std::string_view id) const;

    /// The text as it stood on `day` (the oldest edition before all), in `language` or French. Throws MissingText.
    [[nodiscard]] std::string text(std::string_view id, std::string_view language, CivilDate day,
                                   const Values &values = {}) const;
    /// In which papers can be made: those that the first words of a reading copy are in, French first.
    [[nodiscard]] std::vector<std::string> languages() const;
    [[nodiscard]] bool hasText(std::string_view id) const { return texts_.contains(id); }
    /// Ids in order, for checks.
    [[nodiscard]] std::vector<std::string> textIds() const;
    /// Texts, titles and sentences that `language` lacks, by id: counted by a test.
    [[nodiscard]] std::vector<std::string> missingTranslations(std::string_view language) const;

private:
    friend class CatalogueReader;
    struct Forms;
    [[nodiscard]] const Forms &readForms() const;
    struct Version {
        CivilDate validFrom;
        Text text;
    };
    std::string edition_;
    std::vector<Scope> scopes_;
    std::shared_ptr<Forms> forms_;
    std::vector<Title> titles_;
    std::vector<Remedy> remedies_;
    std::vector<Territory> territories_;
    Sentences ignoredWords_;
    std::vector<HelpPage> helpPages_;
    std::vector<HelpKey> helpKeys_;
    std::vector<News> news_;
    std::map<std::string, DeadlineRule, std::less<>> rules_;
    std::map<std::string, std::vector<Version>, std::less<>> texts_; ///< oldest first
};

/// The texts of one paper or screen: a catalogue, a language and a day.
class Texts {
public:
    Texts(const Catalogue &catalogue, std::string language, CivilDate day)
        : catalogue_(catalogue), language_(std::move(language)), day_(day) {}

    [[nodiscard]] std::string operator()(std::string_view id, const Values &values = {}) const {
        return catalogue_.text(id, language_, day_, values);
    }
    [[nodiscard]] const std::string &language() const { return language_; }
    /// Those of the same day in another one.
    [[nodiscard]] Texts withLanguage(std::string language) const { return {catalogue_, std::move(language), day_}; }
    [[nodiscard]] const Catalogue &catalogue() const { return catalogue_; }

private:
    const Catalogue &catalogue_;
    std::string language_;
    CivilDate day_;
};

/// The actions of online.toml, their counterparts looked up in `catalogue`; what has a mistake is left out. For
/// documents and checks: no screen shows them.
[[nodiscard]] std::vector<OnlineAction> onlineActions(const std::filesystem::path &folder, const Catalogue &catalogue);

/// Every mistake in a folder that is laid out as the catalogue. A missing folder or file is a mistake of line 0.
[[nodiscard]] std::vector<CatalogueMistake> checkCatalogue(const std::filesystem::path &folder);

/// A form from the text of its file, as an act keeps it. Error: CatalogueMistake with `line: what` of the first
/// mistake.
[[nodiscard]] Result<Form> parseForm(std::string_view source);

/// What a folder of forms (`*.toml`) holds, and the mistakes in it, each form judged alone.
struct CheckedForms {
    std::vector<Form> forms; ///< those without a mistake
    std::vector<CatalogueMistake> mistakes;
};
[[nodiscard]] CheckedForms checkForms(const std::filesystem::path &folder);

/// Words of JSON and of the data files.
[[nodiscard]] std::string_view toText(Silence silence);
[[nodiscard]] std::string_view toText(FieldKind kind);
[[nodiscard]] std::string_view toText(Event event);

/// `{name}` replaced by its value; what has no value stays.
[[nodiscard]] std::string fill(std::string text, const Values &values);

} // namespace guichet::kiosk
