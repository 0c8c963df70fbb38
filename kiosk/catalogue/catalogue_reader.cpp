// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/catalogue/catalogue_reader.h"

#include "base/files.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include <toml++/toml.h>

namespace guichet::kiosk {
namespace {

constexpr std::size_t kLimitBytes = 1U << 20U;

using Report = std::function<void(int line, std::string what)>;

int lineOf(const toml::node &node) { return static_cast<int>(node.source().begin.line); }

/// One table of a file. Remembers what was asked for: what is left over at the end is a mistake.
class Entry {
public:
    Entry(const toml::table &table, const Report &report, std::string where)
        : table_(table), report_(report), where_(std::move(where)) {}

    [[nodiscard]] int line() const { return lineOf(table_); }
    [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
    [[nodiscard]] const std::string &where() const { return where_; }
    void name(std::string where) { where_ = std::move(where); }
    void mistake(std::string_view key, const std::string &what) {
        const toml::node *node = table_.get(key);
        report_(node != nullptr ? lineOf(*node) : line(), where_ + "`" + std::string(key) + "` " + what);
    }

    std::string string(std::string_view key, bool needed = true) {
        return scalar<std::string>(key, needed, "is not a string").value_or("");
    }
    bool boolean(std::string_view key, bool otherwise) {
        return scalar<bool>(key, false, "is not true or false").value_or(otherwise);
    }
    std::optional<int> number(std::string_view key, int least, int most) {
        const std::optional<std::int64_t> value = scalar<std::int64_t>(key, false, "is not a whole number");
        if (value && (*value < least || *value > most)) {
            mistake(key, "is not between " + std::to_string(least) + " and " + std::to_string(most));
            return std::nullopt;
        }
        return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
    }
    std::optional<CivilDate> date(std::string_view key, bool needed) {
        const std::optional<toml::date> value = scalar<toml::date>(key, needed, "is not a date");
        if (!value) {
            return std::nullopt;
        }
        return CivilDate{std::chrono::year(value->year), std::chrono::month(value->month),
                         std::chrono::day(value->day)};
    }
    std::vector<std::string> strings(std::string_view key, bool needed = false) {
        std::vector<std::string> values;
        const toml::array *list = array(key, needed);
        if (list == nullptr) {
            return values;
        }
        for (const toml::node &node : *list) {
            const std::optional<std::string> value = node.value<std::string>();
            if (!value || value->empty()) {
                report_(lineOf(node), where_ + "`" + std::string(key) + "` holds something that is not a string");
            } else {
                values.push_back(*value);
            }
        }
        return values;
    }
    Text text(std::string_view key, bool needed) {
        Text text;
        const toml::table *languages = inner(key, needed, "is not { fr = \"…\" }");
        if (languages != nullptr) {
            for (const auto &[language, node] : *languages) {
                const std::optional<std::string> value = node.value<std::string>();
                if (!value || trim(*value).empty()) {
                    mistake(key, "has no text for \"" + std::string(language.str()) + "\"");
                } else {
                    text.byLanguage.emplace(std::string(language.str()), tieMarks(*value));
                }
            }
            if (!text.has("fr")) {
                mistake(key, "has no French text");
            }
        }
        return text;
    }
    Sentences sentences(std::string_view key, bool needed = true) {
        Sentences all;
        const toml::table *languages = inner(key, needed, "is not { fr = [\"…\"] }");
        if (languages == nullptr) {
            return all;
        }
        Entry entry(*languages, report_, where_ + std::string(key) + ".");
        for (const auto &[language, node] : *languages) {
            std::vector<std::string> list = entry.strings(language.str(), true);
            if (list.empty()) {
                mistake(key, "has no sentence for \"" + std::string(language.str()) + "\"");
            }
            std::ranges::transform(list, list.begin(), tieMarks);
            all.byLanguage.emplace(std::string(language.str()), std::move(list));
        }
        if (!all.byLanguage.contains("fr")) {
            mistake(key, "has no French text");
        }
        return all;
    }
    /// The tables of an array of tables.
    std::vector<Entry> entries(std::string_view key, bool needed = false) {
        std::vector<Entry> all;
        const toml::array *list = array(key, needed);
        if (list == nullptr) {
            return all;
        }
        for (const toml::node &node : *list) {
            if (const toml::table *one = node.as_table()) {
                all.emplace_back(*one, report_, where_);
            } else {
                report_(lineOf(node), where_ + "`" + std::string(key) + "` holds something that is not a table");
            }
        }
        return all;
    }
    std::optional<Entry> entry(std::string_view key, bool needed = false) {
        const toml::table *one = inner(key, needed, "is not a table");
        return one == nullptr ? std::nullopt
                              : std::optional<Entry>(std::in_place, *one, report_, where_ + std::string(key) + ".");
    }
    /// Call when everything was asked for: whatever else is in the table is a mistake (a misspelt key, most often).
    void noMore() {
        for (const auto &[key, node] : table_) {
            if (!asked_.contains(std::string(key.str()))) {
                report_(lineOf(node), where_ + "`" + std::string(key.str()) + "` is not known here");
            }
        }
    }

private:
    const toml::node *get(std::string_view key, bool needed) {
        asked_.insert(std::string(key));
        const toml::node *node = table_.get(key);
        if (node == nullptr && needed) {
            mistake(key, "is missing");
        }
        return node;
    }
    template <typename T>
    std::optional<T> scalar(std::string_view key, bool needed, const char *wrong) {
        const toml::node *node = get(key, needed);
        if (node == nullptr) {
            return std::nullopt;
        }
        std::optional<T> value = node->value_exact<T>();
        if (!value) {
            mistake(key, wrong);
        }
        return value;
    }
    const toml::array *array(std::string_view key, bool needed) {
        const toml::node *node = get(key, needed);
        if (node == nullptr) {
            return nullptr;
        }
        if (!node->is_array()) {
            mistake(key, "is not a list");
        }
        return node->as_array();
    }
    const toml::table *inner(std::string_view key, bool needed, const char *wrong) {
        const toml::node *node = get(key, needed);
        if (node == nullptr) {
            return nullptr;
        }
        if (!node->is_table()) {
            mistake(key, wrong);
        }
        return node->as_table();
    }

    const toml::table &table_;
    const Report &report_;
    std::string where_;
    std::set<std::string> asked_;
};

bool isId(std::string_view id) {
    return !id.empty() && id.front() != '-' &&
           std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string readId(Entry &entry, std::string_view kind) {
    std::string id = entry.string("id");
    if (entry.has("id") && !isId(id)) {
        entry.mistake("id", "is not made of small letters, digits and hyphens");
    }
    entry.name(std::string(kind) + " \"" + id + "\": ");
    return id;
}

std::string oneOf(Entry &entry, std::string_view key, const std::vector<std::string_view> &words, bool needed = true) {
    std::string value = entry.string(key, needed);
    if (entry.has(key) && std::ranges::find(words, value) == words.end()) {
        std::string list;
        for (const std::string_view word : words) {
            list += (list.empty() ? "" : ", ") + std::string(word);
        }
        entry.mistake(key, "is none of " + list);
    }
    return value;
}

constexpr std::array kEvents{Event::Received, Event::Complete, Event::Sent, Event::Confirmed, Event::Notified};
constexpr std::array kFieldKinds{FieldKind::Text,   FieldKind::LongText, FieldKind::Date,  FieldKind::Number,
                                 FieldKind::Amount, FieldKind::Iban,     FieldKind::Nir,   FieldKind::YesNo,
                                 FieldKind::Choice, FieldKind::Address,  FieldKind::Phone, FieldKind::Email,
                                 FieldKind::List};

template <typename Enumeration, std::size_t Count>
Enumeration readWord(Entry &entry, std::string_view key, const std::array<Enumeration, Count> &all, bool needed) {
    std::vector<std::string_view> words;
    words.reserve(Count);
    for (const Enumeration value : all) {
        words.push_back(toText(value));
    }
    const std::string word = oneOf(entry, key, words, needed);
    for (const Enumeration value : all) {
        if (toText(value) == word) {
            return value;
        }
    }
    return all.front();
}

/// `after`, `from`, `basis`, `closed_day`, `to_check`.
DeadlineRule readRule(Entry &entry) {
    DeadlineRule rule;
    const std::string after = entry.string("after", !entry.has("working_days"));
    if (const std::optional<int> days = entry.number("working_days", 1, 1000)) {
        rule.count = *days;
        rule.unit = Unit::WorkingDay;
        if (entry.has("after")) {
            entry.mistake("after", "and `working_days` are one too many");
        }
    } else if (entry.has("after")) {
        const std::string digits = after.size() > 2 ? after.substr(1, after.size() - 2) : "";
        const bool good = after.size() > 2 && after.size() < 7 && after.front() == 'P' &&
                          std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        const std::size_t unit = good ? std::string_view("DWMY").find(after.back()) : std::string_view::npos;
        if (unit == std::string_view::npos || std::stoi(digits) == 0) {
            entry.mistake("after", "is not a duration like P2M, P6W, P15D or P10Y");
        } else {
            constexpr std::array kUnits{Unit::Day, Unit::Week, Unit::Month, Unit::Year};
            rule.count = std::stoi(digits);
            rule.unit = kUnits.at(unit);
        }
    }
    rule.from = readWord(entry, "from", kEvents, true);
    rule.toWorkingDay = oneOf(entry, "closed_day", {"same", "next-working-day"}, false) == "next-working-day";
    rule.basis = entry.string("basis");
    if (entry.has("basis") && rule.basis.empty()) {
        entry.mistake("basis", "is empty");
    }
    rule.toCheck = entry.boolean("to_check", false);
    return rule;
}

Condition readCondition(Entry &entry) {
    Condition condition;
    const std::string when = entry.string("when", false);
    if (!when.empty()) {
        const std::size_t equals = when.find('=');
        if (equals == std::string::npos) {
            entry.mistake("when", "is not \"field = answer\"");
        } else {
            condition.field = trim(when.substr(0, equals));
            condition.is = trim(when.substr(equals + 1));
        }
    }
    return condition;
}

Field readField(Entry &entry, bool top) {
    Field field;
    field.id = readId(entry, "field");
    field.kind = readWord(entry, "kind", kFieldKinds, true);
    field.label = entry.text("label", true);
    field.question = entry.text("question", false);
    field.help = entry.text("help", false);
    field.why = entry.text("why", false);
    field.example = entry.string("example", false);
    field.unit = entry.string("unit", false);
    if (!field.unit.empty() && field.kind != FieldKind::Number && field.kind != FieldKind::Amount) {
        entry.mistake("unit", "is for a number or an amount only");
    }
    field.required = entry.boolean("required", false);
    field.mustBeYes = oneOf(entry, "must", {"yes"}, false) == "yes";
    if (field.mustBeYes && field.kind != FieldKind::YesNo) {
        entry.mistake("must", "is for a yes-no only");
    }
    field.recent = entry.boolean("recent", false);
    if (field.recent && field.kind != FieldKind::Date) {
        entry.mistake("recent", "is for a date only");
    }
    field.when = readCondition(entry);
    for (Entry &option : entry.entries("options", field.kind == FieldKind::Choice)) {
        field.options.push_back({readId(option, "option"), option.text("label", true), option.text("asked", false)});
        option.noMore();
    }
    for (Entry &item : entry.entries("item", field.kind == FieldKind::List)) {
        field.items.push_back(readField(item, false));
    }
    if (!top && field.kind == FieldKind::List) {
        entry.mistake("kind", "is a list within a list");
    }
    if (field.kind == FieldKind::Choice && field.options.size() == 1) {
        entry.mistake("options", "leave no choice");
    }
    // Neither is ever asked for as a condition of anything.
    if (field.required && (field.kind == FieldKind::Email || field.kind == FieldKind::Phone)) {
        entry.mistake("required", "is not allowed for an e-mail address or a telephone number");
    }
    entry.noMore();
    return field;
}

/// The names of a folder's forms, in order; none where it can't be read.
std::vector<std::filesystem::path> formFiles(const std::filesystem::path &folder) {
    std::vector<std::filesystem::path> names;
    std::error_code error;
    for (const auto &file : std::filesystem::directory_iterator(folder, error)) {
        if (file.path().extension() == ".toml") {
            names.push_back(file.path().filename());
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

struct CatalogueReader::File {
    toml::table table;
    Report report;
};

CatalogueReader::CatalogueReader(std::filesystem::path folder) : folder_(std::move(folder)) {}
CatalogueReader::~CatalogueReader() = default;

void CatalogueReader::mistake(const std::string &file, int line, std::string what) {
    mistakes_.push_back({file, line, std::move(what)});
}

std::optional<std::string> CatalogueReader::read(const std::filesystem::path &name) {
    const Result<Bytes> bytes = readFile(folder_ / name, kLimitBytes);
    if (!bytes) {
        mistake(name.string(), 0, errorMessage(bytes.error(), "en"));
        return std::nullopt;
    }
    return std::string(asText(*bytes));
}

std::unique_ptr<CatalogueReader::File> CatalogueReader::open(const std::filesystem::path &name) {
    const std::optional<std::string> source = read(name);
    return source ? parse(*source, name.string()) : nullptr;
}

std::unique_ptr<CatalogueReader::File> CatalogueReader::parse(std::string_view source, const std::string &name) {
    auto file = std::make_unique<File>();
    file->report = [this, name](int line, std::string what) { mistake(name, line, std::move(what)); };
    try {
        file->table = toml::parse(source, name);
    } catch (const toml::parse_error &error) {
        mistake(name, static_cast<int>(error.source().begin.line), std::string(error.description()));
        return nullptr;
    }
    return file;
}

void CatalogueReader::readScopes(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("scopes.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    catalogue.edition_ = root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("scope", true)) {
        Scope scope;
        scope.id = readId(entry, "scope");
        if (!places_.emplace("scope:" + scope.id, std::pair("scopes.toml", entry.line())).second) {
            entry.mistake("id", "is there twice");
        }
        scope.title = entry.text("title", true);
        scope.asked = entry.text("asked", true);
        scope.does = entry.sentences("does");
        scope.doesNot = entry.sentences("does_not");
        scope.basis = entry.strings("basis", true);
        scope.remedy = entry.string("remedy");
        scope.reversible = entry.boolean("reversible", true);
        scope.available = entry.boolean("available", true);
        scope.toCheck = entry.boolean("to_check", false);
        scope.standsFor = entry.strings("stands_for");
        scope.addressee = oneOf(entry, "addressee", {"operator", "snds", "service"});
        if (std::optional<Entry> answer = entry.entry("answer")) {
            scope.answer = readRule(*answer);
            answer->noMore();
        }
        if (std::optional<Entry> unless = entry.entry("unless")) {
            scope.unless.scope = unless->string("scope");
            for (const auto &[key, which, sentences] :
                 {std::tuple("does", &scope.unless.does, &scope.does),
                  std::tuple("does_not", &scope.unless.doesNot, &scope.doesNot)}) {
                *which = unless->number(key, 1, static_cast<int>(sentences->in("fr").size())).value_or(0);
            }
            unless->noMore();
        }
        scope.goBack = entry.text("go_back", true);
        scope.said = entry.sentences("said", false);
        if (std::optional<Entry> detail = entry.entry("detail")) {
            scope.detailKey = detail->string("key");
            scope.detailLabel = detail->text("label", true);
            detail->noMore();
        }
        entry.noMore();
        catalogue.scopes_.push_back(std::move(scope));
    }
    root.noMore();
}

void CatalogueReader::readTitles(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("titles.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("title", true)) {
        Title title;
        title.id = readId(entry, "title");
        if (!places_.emplace("title:" + title.id, std::pair("titles.toml", entry.line())).second) {
            entry.mistake("id", "is there twice");
        }
        title.name = entry.text("name", true);
        const auto acts = [&](std::string_view key, bool needed) {
            std::set<TitleAct> named;
            for (const std::string &name : entry.strings(key, needed)) {
                const auto act = std::ranges::find(kTitleActs, name, &std::pair<TitleAct, std::string_view>::second);
                if (act == kTitleActs.end()) {
                    entry.mistake(key, "holds \"" + name + "\", which is no act");
                } else {
                    named.insert(act->first);
                }
            }
            return named;
        };
        title.may = acts("may", true);
        title.carries = acts("carries", false);
        title.forms = entry.strings("forms");
        title.identity = entry.boolean("identity", true);
        title.mandate = entry.text("mandate", false);
        title.mandateMonths = entry.number("mandate_months", 1, 120);
        if (title.mandateMonths && title.mandate.empty()) {
            entry.mistake("mandate_months", "is of a paper that the title does not ask for");
        }
        title.personUnder = entry.number("person_under", 1, 150);
        title.personOver = entry.number("person_over", 0, 150);
        title.notShown = entry.strings("not_shown", true);
        for (const std::string &mark : title.notShown) {
            if (mark != "hidden-from-person" && mark != "hidden-from-representatives" &&
                mark != "hidden-from-professionals") {
                entry.mistake("not_shown", "holds \"" + mark + "\", which is no mark of visibility");
            }
        }
        title.refused = entry.text("refused", false);
        const bool all = std::ranges::all_of(kTitleActs, [&](const auto &act) { return title.has(act.first); });
        if (title.refused.empty() && (!all || title.personUnder || title.personOver || !title.forms.empty())) {
            entry.mistake("refused", "is missing: somebody is refused something");
        }
        title.source = entry.string("source");
        entry.noMore();
        catalogue.titles_.push_back(std::move(title));
    }
    root.noMore();
    for (const std::string_view id :
         {"self", "parent", "guardian", "assistance", "proxy", "mandate", "heir", "bearer", "helper"}) {
        if (catalogue.title(id) == nullptr) {
            mistake("titles.toml", 0, "title \"" + std::string(id) + "\" is missing");
        }
    }
}

void CatalogueReader::readRemedies(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("remedies.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("remedy", true)) {
        Remedy remedy;
        remedy.id = readId(entry, "remedy");
        if (!places_.emplace("remedy:" + remedy.id, std::pair("remedies.toml", entry.line())).second) {
            entry.mistake("id", "is there twice");
        }
        remedy.text = entry.text("text", true);
        remedy.settings = entry.strings("settings");
        remedy.basis = entry.string("basis");
        remedy.toCheck = entry.boolean("to_check", false);
        remedy.optional = entry.boolean("optional", false);
        for (const auto &[language, text] : remedy.text.byLanguage) {
            for (const std::string &setting : remedy.settings) {
                if (text.find("{" + setting + "}") == std::string::npos) {
                    entry.mistake("text", "in \"" + language + "\" lacks {" + setting + "}");
                }
            }
        }
        entry.noMore();
        catalogue.remedies_.push_back(std::move(remedy));
    }
    root.noMore();
}

void CatalogueReader::readRules(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("rules.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("rule", true)) {
        const std::string id = readId(entry, "rule");
        if (!catalogue.rules_.emplace(id, readRule(entry)).second) {
            entry.mistake("id", "is there twice");
        }
        entry.noMore();
    }
    root.noMore();
    for (const std::string_view id : {"transmit", "complete", "news"}) {
        if (!catalogue.rules_.contains(id)) {
            mistake("rules.toml", 0, "rule \"" + std::string(id) + "\" is missing");
        }
    }
}

void CatalogueReader::readTexts(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("texts.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    const CivilDate validFrom = root.date("valid_from", true).value_or(CivilDate{});
    for (const auto &[sectionKey, node] : file->table) {
        const std::string section(sectionKey.str());
        if (section == "edition" || section == "valid_from") {
            continue;
        }
        const toml::table *texts = node.as_table();
        if (texts == nullptr) {
            mistake("texts.toml", lineOf(node), "`" + section + "` is not a section");
            continue;
        }
        Entry entry(*texts, file->report, section + ".");
        for (const auto &[key, value] : *texts) {
            std::vector<Catalogue::Version> versions;
            if (value.is_array()) { // several editions of one text
                for (Entry &one : entry.entries(key.str())) {
                    Catalogue::Version version{one.date("valid_from", false).value_or(validFrom), {}};
                    version.text = one.text("text", true);
                    one.noMore();
                    versions.push_back(std::move(version));
                }
                std::ranges::sort(versions, {}, [](const Catalogue::Version &version) {
                    return std::chrono::sys_days(version.validFrom);
                });
            } else {
                versions.push_back({validFrom, entry.text(key.str(), true)});
            }
            catalogue.texts_[section + "." + std::string(key.str())] = std::move(versions);
        }
    }
}

void CatalogueReader::readHolidays(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("holidays.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    const auto readDays = [](Entry &entry) {
        std::vector<Holiday> days;
        for (Entry &one : entry.entries("days", true)) {
            Holiday holiday;
            holiday.name = one.string("name");
            holiday.easter = one.number("easter", -60, 80);
            if (!holiday.easter) {
                holiday.month = std::chrono::month(static_cast<unsigned>(one.number("month", 1, 12).value_or(0)));
                holiday.day = std::chrono::day(static_cast<unsigned>(one.number("day", 1, 31).value_or(0)));
                if (!(holiday.month / holiday.day).ok()) {
                    one.mistake("day", "is not a day of that month");
                }
            }
            one.noMore();
            days.push_back(std::move(holiday));
        }
        (void)entry.string("source");
        return days;
    };
    std::vector<Holiday> common;
    if (std::optional<Entry> entry = root.entry("common", true)) {
        common = readDays(*entry);
        entry->noMore();
    }
    for (Entry &entry : root.entries("territory", true)) {
        Territory territory;
        territory.id = readId(entry, "territory");
        territory.name = entry.string("name");
        territory.holidays = common;
        for (Holiday &holiday : readDays(entry)) {
            territory.holidays.push_back(std::move(holiday));
        }
        entry.noMore();
        if (catalogue.territory(territory.id) != nullptr) {
            entry.mistake("id", "is there twice");
        }
        catalogue.territories_.push_back(std::move(territory));
    }
    root.noMore();
}

std::optional<Form> CatalogueReader::readForm(const std::filesystem::path &name) {
    const std::optional<std::string> source = read(name);
    return source ? parseForm(*source, name.string()) : std::nullopt;
}

std::optional<Form> CatalogueReader::parseForm(std::string_view source, const std::string &name) {
    const std::size_t before = mistakes_.size();
    const std::unique_ptr<File> file = parse(source, name);
    if (!file) {
        return std::nullopt;
    }
    Entry root(file->table, file->report, "");
    Form form;
    form.source = source;
    form.id = root.string("id");
    if (root.has("id") && !isId(form.id)) {
        root.mistake("id", "is not made of small letters, digits and hyphens");
    } else if (root.has("id") && !name.empty() && form.id != std::filesystem::path(name).stem().string()) {
        root.mistake("id", "is not the name of the file");
    }
    form.number = root.string("number", false);
    form.edition.name = root.string("edition");
    form.edition.validFrom = root.date("valid_from", true).value_or(CivilDate{});
    form.group = root.string("group");
    form.title = root.text("title", true);
    form.asked = root.text("asked", true);
    form.next = root.text("next", true);
    form.meanwhile = root.text("meanwhile", false);
    form.said = root.sentences("said", false);
    form.addressee = oneOf(root, "addressee", {"operator", "snds", "service"});
    form.remedies = root.strings("remedies", true);
    form.toCheck = root.boolean("to_check", false);
    form.notAsked = root.sentences("not_asked", false);
    for (Entry &entry : root.entries("field")) {
        form.fields.push_back(readField(entry, true));
    }
    for (Entry &entry : root.entries("piece")) {
        Piece piece;
        piece.id = readId(entry, "piece");
        piece.label = entry.text("label", true);
        piece.required = entry.boolean("required", false);
        piece.when = readCondition(entry);
        piece.originalOnly = entry.boolean("original_only", false);
        piece.returned = entry.boolean("returned", false);
        piece.indispensable = entry.boolean("indispensable", false);
        entry.noMore();
        form.pieces.push_back(std::move(piece));
    }
    for (Entry &entry : root.entries("signature", true)) {
        SignatureLine line;
        line.id = readId(entry, "signature");
        line.label = entry.text("label", true);
        line.apart = entry.boolean("apart", false);
        line.when = readCondition(entry);
        entry.noMore();
        form.signatures.push_back(std::move(line));
    }
    if (std::optional<Entry> silence = root.entry("silence", true)) {
        const std::string means = oneOf(*silence, "means", {"acceptance", "refusal", "none"});
        form.silence = means == "acceptance" ? Silence::Acceptance
                       : means == "refusal"  ? Silence::Refusal
                                             : Silence::None;
        if (form.silence == Silence::None) {
            form.silenceBasis = silence->string("basis");
            form.silenceToCheck = silence->boolean("to_check", false);
        } else {
            form.silenceAfter = readRule(*silence);
            form.silenceBasis = form.silenceAfter->basis;
            form.silenceToCheck = form.silenceAfter->toCheck;
        }
        silence->noMore();
    }
    for (Entry &entry : root.entries("answer")) {
        form.answers.push_back({readCondition(entry), readRule(entry)});
        entry.noMore();
        if (form.silence != Silence::None) {
            entry.mistake("answer", "is owed where silence is one already");
        }
    }
    root.noMore();

    std::set<std::string> ids;
    for (const Field &field : form.fields) {
        if (!ids.insert(field.id).second) {
            mistake(name, root.line(), "field \"" + field.id + "\" is there twice");
        }
        std::set<std::string> columns;
        for (const Field &item : field.items) {
            if (!columns.insert(item.id).second) {
                mistake(name, root.line(), "field \"" + field.id + "." + item.id + "\" is there twice");
            }
        }
    }
    const auto checkCondition = [&](const std::string &what, const Condition &when) {
        if (when.field.empty()) {
            return;
        }
        const auto field = std::ranges::find(form.fields, when.field, &Field::id);
        if (field == form.fields.end()) {
            mistake(name, root.line(), what + " depends on \"" + when.field + "\", which is no field");
        } else if (field->kind == FieldKind::Choice &&
                   std::ranges::find(field->options, when.is, &Option::id) == field->options.end()) {
            mistake(name, root.line(), what + " depends on \"" + when.is + "\", which is no answer");
        }
    };
    for (const Field &field : form.fields) {
        checkCondition("field \"" + field.id + "\"", field.when);
    }
    for (const Piece &piece : form.pieces) {
        if (!ids.insert(piece.id).second) {
            mistake(name, root.line(), "piece \"" + piece.id + "\" is there twice");
        }
        checkCondition("piece \"" + piece.id + "\"", piece.when);
    }
    for (const SignatureLine &line : form.signatures) {
        checkCondition("signature \"" + line.id + "\"", line.when);
    }
    for (const Form::Answer &answer : form.answers) {
        checkCondition("answer", answer.when);
    }
    return mistakes_.size() == before ? std::optional<Form>(std::move(form)) : std::nullopt;
}

void CatalogueReader::readSearch(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("search.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    catalogue.ignoredWords_ = root.sentences("ignored");
    for (const auto &[language, words] : catalogue.ignoredWords_.byLanguage) {
        for (const std::string &word : words) {
            if (word.find_first_of(" -'") != std::string::npos || nameKey(word).empty()) {
                root.mistake("ignored", "holds \"" + word + "\", which is not one word");
            }
        }
    }
    root.noMore();
}

void CatalogueReader::readHelp(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("help.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("key", true)) {
        catalogue.helpKeys_.push_back({entry.text("key", true), entry.text("does", true)});
        entry.noMore();
    }
    for (Entry &entry : root.entries("page", true)) {
        HelpPage page;
        page.id = readId(entry, "page");
        page.title = entry.text("title", true);
        page.about = entry.text("about", true);
        page.steps = entry.sentences("steps");
        page.stuck = entry.sentences("stuck");
        entry.noMore();
        if (catalogue.helpPage(page.id) != nullptr) {
            entry.mistake("id", "is there twice");
        }
        catalogue.helpPages_.push_back(std::move(page));
    }
    root.noMore();
}

/// Numbers with dots between.
bool isVersion(const std::string &text) {
    return std::ranges::all_of(split(text, '.'), [](const std::string &part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
    });
}

void CatalogueReader::readNews(Catalogue &catalogue) {
    const std::unique_ptr<File> file = open("news.toml");
    if (!file) {
        return;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("news", true)) {
        News news;
        news.version = entry.string("version");
        news.changes = entry.sentences("changes");
        entry.noMore();
        if (!isVersion(news.version)) {
            entry.mistake("version", "is not a version like 1.2.0");
        } else if (!catalogue.news_.empty() && !isOlderVersion(news.version, catalogue.news_.back().version)) {
            entry.mistake("version", "is not older than the one before it");
        }
        catalogue.news_.push_back(std::move(news));
    }
    root.noMore();
}

std::vector<Form> CatalogueReader::readForms(const Catalogue &catalogue) {
    const std::vector<std::filesystem::path> names = formFiles(folder_ / "forms");
    if (names.empty()) {
        mistake("forms", 0, "there is no form");
    }
    std::vector<Form> forms;
    for (const std::filesystem::path &file : names) {
        const std::filesystem::path name = "forms" / file;
        std::optional<Form> form = readForm(name);
        if (!form) {
            continue;
        }
        const auto unknown = std::ranges::find_if(
            form->remedies, [&](const std::string &remedy) { return catalogue.remedy(remedy) == nullptr; });
        if (unknown != form->remedies.end()) {
            mistake(name.string(), 1, "there is no remedy \"" + *unknown + "\"");
        } else {
            forms.push_back(std::move(*form));
        }
    }
    std::ranges::stable_sort(forms, {}, [](const Form &form) { return nameKey(form.title.in("fr")); });
    return forms;
}

std::vector<Refusal> CatalogueReader::readRefusals(const Catalogue &catalogue) {
    std::vector<Refusal> refusals;
    const std::unique_ptr<File> file = open("refusals.toml");
    if (!file) {
        return refusals;
    }
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    std::set<std::string> ids;
    for (Entry &entry : root.entries("refusal", true)) {
        const std::size_t before = mistakes_.size();
        Refusal refusal;
        refusal.id = readId(entry, "refusal");
        if (!ids.insert(refusal.id).second) {
            entry.mistake("id", "is there twice");
        }
        refusal.title = entry.text("title", true);
        refusal.happened = entry.text("happened", true);
        for (Entry &law : entry.entries("law", true)) {
            refusal.laws.push_back({law.text("says", true), law.string("basis"), law.boolean("to_check", false)});
            if (law.has("basis") && refusal.laws.back().basis.empty()) {
                law.mistake("basis", "is empty");
            }
            law.noMore();
        }
        if (entry.has("law") && refusal.laws.empty()) {
            entry.mistake("law", "is empty");
        }
        refusal.answer = entry.sentences("answer");
        refusal.steps = entry.sentences("steps");
        refusal.remedies = entry.strings("remedies", true);
        for (const std::string &remedy : refusal.remedies) {
            if (catalogue.remedy(remedy) == nullptr) {
                entry.mistake("remedies", "holds \"" + remedy + "\", which is no remedy");
            }
        }
        refusal.blanks = entry.strings("blanks");
        entry.noMore();
        if (mistakes_.size() == before) {
            refusals.push_back(std::move(refusal));
        }
    }
    root.noMore();
    return refusals;
}

std::optional<Pack> CatalogueReader::readPack() {
    const std::unique_ptr<File> file = open("pack.toml");
    if (!file) {
        return std::nullopt;
    }
    const std::size_t before = mistakes_.size();
    Pack pack;
    Entry root(file->table, file->report, "");
    pack.edition.name = root.string("edition");
    if (const auto from = root.date("valid_from", true)) {
        pack.edition.validFrom = *from;
    }
    pack.title = root.text("title", true);
    pack.greeting = root.text("greeting", true);
    pack.close = root.text("close", true);
    pack.sms = root.text("sms", true);
    std::set<std::string> ids;
    for (Entry &entry : root.entries("point", true)) {
        Pack::Point point;
        point.id = readId(entry, "point");
        if (!ids.insert(point.id).second) {
            entry.mistake("id", "is there twice");
        }
        point.title = entry.text("title", true);
        point.says = entry.sentences("says");
        point.basis = entry.string("basis", false);
        point.toCheck = entry.boolean("to_check", false);
        if (point.basis.empty() && !point.toCheck) {
            entry.mistake("basis", "is missing, and to_check does not say that the agency has to look");
        }
        point.inShort = entry.boolean("in_short", false);
        point.framed = entry.boolean("framed", false);
        point.cover = entry.boolean("cover", false);
        point.away = entry.text("away", false);
        point.sign = entry.string("sign", false);
        entry.noMore();
        pack.points.push_back(std::move(point));
    }
    for (Entry &entry : root.entries("word")) {
        Pack::Word word{tieMarks(entry.string("term")), tieMarks(entry.string("means"))};
        entry.noMore();
        pack.words.push_back(std::move(word));
    }
    for (Entry &entry : root.entries("message", true)) {
        Pack::Message message;
        message.seconds = entry.number("seconds", 5, 300).value_or(0);
        if (message.seconds == 0) {
            entry.mistake("seconds", "is missing");
        }
        message.text = entry.text("text", true);
        entry.noMore();
        pack.messages.push_back(std::move(message));
    }
    root.noMore();
    return mistakes_.size() == before ? std::optional(std::move(pack)) : std::nullopt;
}

std::vector<OnlineAction> CatalogueReader::readOnline(const Catalogue &catalogue, const std::vector<Form> &forms) {
    static const std::set<std::string, std::less<>> kPrinted{"all",      "prescription",  "certificate", "result",
                                                             "hospital", "reimbursement", "other"};
    std::vector<OnlineAction> actions;
    const std::unique_ptr<File> file = open("online.toml");
    if (!file) {
        return actions;
    }
    const auto isThere = [&](const std::string &way) {
        const std::size_t space = std::min(way.find(' '), way.size());
        const std::string kind = way.substr(0, space);
        const std::string id = space < way.size() ? way.substr(space + 1) : std::string();
        return (kind == "form" && std::ranges::find(forms, id, &Form::id) != forms.end()) ||
               (kind == "scope" && catalogue.scope(id) != nullptr && catalogue.scope(id)->available) ||
               (kind == "title" && catalogue.title(id) != nullptr) || (kind == "print" && kPrinted.contains(id)) ||
               way == "statement";
    };
    Entry root(file->table, file->report, "");
    (void)root.string("edition");
    (void)root.date("valid_from", true);
    for (Entry &entry : root.entries("action", true)) {
        OnlineAction action;
        action.id = readId(entry, "action");
        action.site = oneOf(entry, "site", {"ameli", "mes"});
        action.title = entry.text("title", true);
        action.counter = entry.strings("counter", true);
        if (action.counter.empty()) {
            entry.mistake("counter", "names nothing: it is online only");
        }
        for (const std::string &way : action.counter) {
            if (!isThere(way)) {
                entry.mistake("counter", "names \"" + way + "\", which is not at the counter");
            }
        }
        entry.noMore();
        if (std::ranges::find(actions, action.id, &OnlineAction::id) != actions.end()) {
            entry.mistake("id", "is there twice");
        }
        actions.push_back(std::move(action));
    }
    root.noMore();
    return actions;
}

void CatalogueReader::checkReferences(const Catalogue &catalogue) {
    const auto at = [&](const std::string &key, std::string what) {
        const auto place = places_.find(key);
        if (place != places_.end()) {
            mistake(place->second.first, place->second.second, std::move(what));
        }
    };
    for (const Scope &scope : catalogue.scopes()) {
        if (catalogue.remedy(scope.remedy) == nullptr) {
            at("scope:" + scope.id, "scope \"" + scope.id + "\": there is no remedy \"" + scope.remedy + "\"");
        }
        if (!scope.unless.scope.empty() && catalogue.scope(scope.unless.scope) == nullptr) {
            at("scope:" + scope.id, "scope \"" + scope.id + "\": there is no scope \"" + scope.unless.scope + "\"");
        }
        for (const std::string &other : scope.standsFor) {
            const Scope *meant = catalogue.scope(other);
            if (meant == nullptr || !meant->standsFor.empty()) {
                at("scope:" + scope.id, "scope \"" + scope.id + "\" stands for \"" + other + "\", which is no scope");
            }
        }
    }
}

Catalogue CatalogueReader::readAll() {
    Catalogue catalogue;
    readScopes(catalogue);
    readTitles(catalogue);
    readRemedies(catalogue);
    readRules(catalogue);
    readTexts(catalogue);
    readHolidays(catalogue);
    readSearch(catalogue);
    readHelp(catalogue);
    readNews(catalogue);
    if (mistakes_.empty()) { // otherwise what is missing would be named twice
        checkReferences(catalogue);
    }
    return catalogue;
}

std::vector<CatalogueMistake> checkCatalogue(const std::filesystem::path &folder) {
    CatalogueReader reader(folder);
    const Catalogue catalogue = reader.readAll();
    const std::vector<Form> forms = reader.readForms(catalogue);
    (void)reader.readOnline(catalogue, forms);
    (void)reader.readRefusals(catalogue);
    (void)reader.readPack();
    return reader.mistakes();
}

std::vector<OnlineAction> onlineActions(const std::filesystem::path &folder, const Catalogue &catalogue) {
    return CatalogueReader(folder).readOnline(catalogue, catalogue.forms());
}

Result<Form> parseForm(std::string_view source) {
    CatalogueReader reader{{}};
    std::optional<Form> form = reader.parseForm(source, {});
    if (!form) {
        const CatalogueMistake &first = reader.mistakes().front();
        return fail(ErrorCode::CatalogueMistake, std::to_string(first.line) + ": " + first.what);
    }
    return std::move(*form);
}

CheckedForms checkForms(const std::filesystem::path &folder) {
    CheckedForms checked;
    const std::vector<std::filesystem::path> names = formFiles(folder);
    CatalogueReader reader(folder);
    if (names.empty()) {
        checked.mistakes.push_back({folder.filename().string(), 0, "there is no form"});
    }
    for (const std::filesystem::path &name : names) {
        if (std::optional<Form> form = reader.readForm(name)) {
            checked.forms.push_back(std::move(*form));
        }
    }
    checked.mistakes.insert(checked.mistakes.end(), reader.mistakes().begin(), reader.mistakes().end());
    return checked;
}

} // namespace guichet::kiosk
