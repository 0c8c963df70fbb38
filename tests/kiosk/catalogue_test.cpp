// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "kiosk/catalogue/refusals.h"
#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace guichet;
using namespace guichet::kiosk;
using test::must;

namespace {

const Catalogue &installed() {
    static const Catalogue catalogue = must(Catalogue::load(Catalogue::installedFolder()));
    return catalogue;
}

std::filesystem::path sources() {
    const char *folder = std::getenv("GUICHET_SOURCE"); // NOLINT(concurrency-mt-unsafe): nothing else runs yet
    return folder != nullptr ? folder : std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
}

std::string readText(const std::filesystem::path &path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// A copy of the catalogue in which one file has one text replaced by another.
std::vector<CatalogueMistake> mistakesAfter(const std::string &file, const std::string &what, const std::string &with) {
    const test::TemporaryFolder folder;
    std::filesystem::copy(Catalogue::installedFolder(), folder.path(), std::filesystem::copy_options::recursive);
    std::string text = readText(folder / file);
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
    folder.write(file, text);
    return checkCatalogue(folder.path());
}

} // namespace

TEST_CASE("the catalogue that is shipped has no mistake", "[catalogue]") {
    for (const CatalogueMistake &mistake : checkCatalogue(Catalogue::installedFolder())) {
        FAIL_CHECK(mistake.file << ":" << mistake.line << ": " << mistake.what);
    }
    CHECK(checkForms(Catalogue::installedFolder() / "forms").mistakes.empty());
}

TEST_CASE("no French text of the catalogue has a space at which a mark could be parted from its word", "[catalogue]") {
    const auto tied = [](const Text &text) { CHECK(text.in("fr") == tieMarks(text.in("fr"))); };
    const auto allTied = [](const Sentences &sentences) {
        for (const std::string &one : sentences.in("fr")) {
            CHECK(one == tieMarks(one));
        }
    };
    for (const std::string &id : installed().textIds()) {
        INFO(id);
        const std::string text =
            installed().text(id, "fr", CivilDate{std::chrono::year(2026), std::chrono::December, std::chrono::day(1)});
        CHECK(text == tieMarks(text));
    }
    for (const Scope &scope : installed().scopes()) {
        tied(scope.title);
        allTied(scope.does);
    }
    for (const HelpPage &page : installed().helpPages()) {
        tied(page.title);
        allTied(page.steps);
    }
    const Form form = must(parseForm(replaceAll(readText(Catalogue::installedFolder() / "forms/vitale-loss.toml"),
                                                "fr = \"Lieu\"", "fr = \"Lieu : « où ? »\"")));
    CHECK(std::ranges::any_of(
        form.fields, [](const Field &field) { return field.label.in("fr") == "Lieu\u00a0: «\u00a0où\u00a0?\u00a0»"; }));
}

TEST_CASE("every scope is there with what it does and does not do", "[catalogue]") {
    const auto id = GENERATE("ens-refusal", "ens-objection", "ens-closure", "ens-deletion", "ens-reopening",
                             "ens-document-masking", "ens-professional-blocking", "ens-emergency-access", "snds-reuse",
                             "digital-contact", "ehds-primary", "ehds-secondary");
    INFO(id);
    const Scope *scope = installed().scope(id);
    REQUIRE(scope != nullptr);
    CHECK(scope->available == !std::string_view(id).starts_with("ehds-"));
    CHECK(scope->reversible == (std::string_view(id) != "ens-deletion"));
    CHECK_FALSE(scope->basis.empty());
    CHECK(installed().remedy(scope->remedy) != nullptr);
    for (const char *language : {"fr", "en"}) {
        CHECK_FALSE(scope->does.in(language).empty());
        CHECK_FALSE(scope->doesNot.in(language).empty());
        CHECK_FALSE(scope->asked.in(language).empty());
    }
}

TEST_CASE("refusing the space stands for objection and closure, and erases nothing", "[catalogue]") {
    CHECK(installed().scope("ens-refusal")->standsFor == std::vector<std::string>{"ens-objection", "ens-closure"});
}

TEST_CASE("what is asked together says nothing of the one that the other undoes", "[catalogue]") {
    for (const char *id : {"ens-refusal", "ens-closure"}) {
        INFO(id);
        const Scope &alone = *installed().scope(id);
        const Scope both = alone.askedWith({id, "ens-deletion"});
        for (const char *language : {"fr", "en", "ar", "pt", "es"}) {
            INFO(language);
            for (const auto &[before, after, fewer] :
                 {std::tuple(alone.does.in(language), both.does.in(language), alone.unless.does),
                  std::tuple(alone.doesNot.in(language), both.doesNot.in(language), alone.unless.doesNot)}) {
                CHECK(after.size() + (fewer > 0 ? 1 : 0) == before.size());
            }
        }
        for (const auto &sentences : {both.does.in("fr"), both.doesNot.in("fr")}) {
            for (const std::string &sentence : sentences) {
                INFO(sentence);
                CHECK(sentence.find("archivé") == std::string::npos);
                CHECK(sentence.find("efface") == std::string::npos);
            }
        }
        CHECK(alone.askedWith({id}).does.in("fr") == alone.does.in("fr"));
        CHECK(alone.askedWith({id}).doesNot.in("fr") == alone.doesNot.in("fr"));
    }
}

TEST_CASE("deletion is owed three months after the request, everything else one month", "[catalogue]") {
    for (const Scope &scope : installed().scopes()) {
        INFO(scope.id);
        if (!scope.available) {
            CHECK_FALSE(scope.answer);
            continue;
        }
        REQUIRE(scope.answer);
        CHECK(scope.answer->iso() == (scope.id == "ens-deletion" ? "P3M" : "P1M"));
        CHECK_FALSE(scope.answer->basis.empty());
    }
}

TEST_CASE("the three forms are whole", "[catalogue]") {
    const auto [id, number, silence] = GENERATE(table<std::string, std::string, Silence>({
        {"s3704", "12485*03 / S3704", Silence::Acceptance},
        {"s3705", "14445*02 / S3705", Silence::Acceptance},
        {"vitale-loss", "", Silence::None},
    }));
    INFO(id);
    const Form *form = installed().form(id);
    REQUIRE(form != nullptr);
    CHECK(form->number == number);
    CHECK(form->silence == silence);
    CHECK(form->silenceAfter.has_value() == (silence != Silence::None));
    CHECK_FALSE(form->silenceBasis.empty());
    CHECK_FALSE(form->signatures.empty());
    CHECK_FALSE(form->remedies.empty());
    CHECK_FALSE(form->said.in("fr").empty());
    CHECK(form->said.byLanguage.contains("en"));
    for (const Field &field : form->fields) {
        INFO(field.id);
        // Nothing digital is asked of the person.
        CHECK(field.kind != FieldKind::Email);
    }
}

TEST_CASE("who may see and sign follows from the title", "[catalogue]") {
    struct Expected {
        const char *id;
        bool records;
        bool sign;
        bool mandate;
    };
    const auto expected = GENERATE(Expected{"self", true, true, false}, Expected{"parent", true, true, true},
                                   Expected{"guardian", true, true, true}, Expected{"assistance", true, false, true},
                                   Expected{"proxy", false, false, true}, Expected{"mandate", true, true, true},
                                   Expected{"heir", true, false, true}, Expected{"bearer", false, false, false},
                                   Expected{"helper", false, false, false});
    INFO(expected.id);
    const Title *title = installed().title(expected.id);
    REQUIRE(title != nullptr);
    CHECK(title->may.contains(TitleAct::See) == expected.records);
    CHECK(title->may.contains(TitleAct::Oppose) == expected.sign);
    CHECK(title->mandate.empty() != expected.mandate);
    // What the person has not been told yet is shown to nobody.
    CHECK(std::ranges::find(title->notShown, "hidden-from-person") != title->notShown.end());
}

TEST_CASE("a parent sees nothing that is hidden from representatives", "[catalogue]") {
    const auto id = GENERATE("parent", "guardian", "assistance");
    const Title *title = installed().title(id);
    CHECK(std::ranges::find(title->notShown, "hidden-from-representatives") != title->notShown.end());
}

TEST_CASE("a missing translation falls back to French", "[catalogue]") {
    const Title *self = installed().title("self");
    CHECK(self->name.in("de") == self->name.in("fr"));
    CHECK(self->name.in("en-GB") == self->name.in("en"));
    CHECK(self->name.in("en") != self->name.in("fr"));
    CHECK(installed().missingTranslations("en").empty());
}

TEST_CASE("each paper that somebody signs or keeps can be read in each of their languages", "[catalogue]") {
    const auto language = GENERATE(as<std::string>(), "en", "ar", "pt", "es");
    CAPTURE(language);
    // For agents and administrators; and what a copy of a record is worth, which stands in French on the copy.
    const std::vector<std::string> theirs{
        "texts:copy.",     "texts:printer.", "texts:opening.", "texts:slip.",     "texts:week.",
        "texts:closing.",  "texts:cut.",     "texts:trial.",   "texts:rejected.", "texts:equality.",
        "texts:activity.", "texts:promise.", "texts:sheets.",  "help:",           "news:"};
    std::vector<std::string> missing = installed().missingTranslations(language);
    std::erase_if(missing, [&](const std::string &id) {
        return std::ranges::any_of(theirs, [&](const std::string &start) { return id.starts_with(start); });
    });
    CHECK(missing == std::vector<std::string>{});
}

TEST_CASE("what the person reads and hears is there in each of their languages", "[catalogue]") {
    const auto language = GENERATE(as<std::string>(), "en", "ar", "pt", "es");
    CAPTURE(language);
    const std::vector<std::string> missing = installed().missingTranslations(language);
    int texts = 0;
    for (const std::string &id : installed().textIds()) {
        if (id.starts_with("theirs.") || id.starts_with("sentence.") || id.starts_with("spoken.") ||
            id.starts_with("preferences.")) {
            CAPTURE(id);
            ++texts;
            CHECK(std::ranges::find(missing, "texts:" + id) == missing.end());
        }
    }
    CHECK(texts > 60);
    for (const Scope &scope : installed().scopes()) {
        CAPTURE(scope.id);
        if (scope.available) {
            CHECK(scope.title.has(language));
            CHECK(scope.does.in(language).size() == scope.does.in("fr").size());
            CHECK(scope.doesNot.in(language).size() == scope.doesNot.in("fr").size());
            CHECK(scope.does.byLanguage.contains(language));
            CHECK(scope.doesNot.byLanguage.contains(language));
            CHECK((scope.detailKey.empty() || scope.detailLabel.has(language)));
        }
    }
    const auto asks = [&](const std::vector<Field> &fields) {
        for (const Field &field : fields) {
            CAPTURE(field.id);
            CHECK(field.label.has(language));
            CHECK(std::ranges::all_of(field.options, [&](const Option &option) { return option.label.has(language); }));
        }
    };
    for (const Form &form : installed().forms()) {
        CAPTURE(form.id);
        CHECK(form.title.has(language));
        asks(form.fields);
        for (const Field &field : form.fields) {
            asks(field.items);
        }
        CHECK(std::ranges::all_of(form.pieces, [&](const Piece &piece) { return piece.label.has(language); }));
    }
}

TEST_CASE("each refusal names its articles and says as much in each language", "[catalogue]") {
    REQUIRE(refusalsOf(installed()).size() >= 15);
    for (const Refusal &refusal : refusalsOf(installed())) {
        CAPTURE(refusal.id);
        CHECK(refusalOf(installed(), refusal.id) == &refusal);
        CHECK(std::ranges::any_of(refusal.laws, [](const Refusal::Law &law) { return !law.toCheck; }));
        for (const std::string &language : installed().languages()) {
            CHECK(refusal.answer.in(language).size() == refusal.answer.in("fr").size());
            CHECK(refusal.steps.in(language).size() == refusal.steps.in("fr").size());
        }
    }
    CHECK(refusalOf(installed(), "nothing") == nullptr);
}

TEST_CASE("the agents are told what changed with this version", "[catalogue]") {
    CHECK(installed().news().front().version == std::getenv("GUICHET_VERSION"));
}

TEST_CASE("values fill a text once, and are never read as placeholders themselves", "[catalogue]") {
    CHECK(fill("{a} et {b}", {{"a", "{b}"}, {"b", "2"}}) == "{b} et 2");
    CHECK(fill("{a} {unknown} {", {{"a", "1"}}) == "1 {unknown} {");
}

TEST_CASE("a text is taken from the edition that was valid on the day", "[catalogue]") {
    const test::TemporaryFolder folder;
    std::filesystem::copy(Catalogue::installedFolder(), folder.path(), std::filesystem::copy_options::recursive);
    std::ofstream(folder / "texts.toml", std::ios::app) << "\n[sample]\ntext = [\n"
                                                           "{ valid_from = 2027-01-01, text = { fr = \"neuf\" } },\n"
                                                           "{ text = { fr = \"ancien\" } },\n]\n";
    const Catalogue catalogue = must(Catalogue::load(folder.path()));
    const auto on = [&](const char *day) { return catalogue.text("sample.text", "fr", must(parseDate(day))); };
    CHECK(on("2020-01-01") == "ancien");
    CHECK(on("2026-12-31") == "ancien");
    CHECK(on("2027-01-01") == "neuf");
    CHECK_THROWS_AS(catalogue.text("sample.none", "fr", must(parseDate("2027-01-01"))), MissingText);
}

TEST_CASE("a mistake in a data file is named with its file and line", "[catalogue]") {
    struct Case {
        const char *file;
        const char *what;
        const char *with;
        const char *says;
    };
    const auto mistake = GENERATE(
        Case{"scopes.toml", "reversible = true", "reversible = \"yes\"", "is not true or false"},
        Case{"scopes.toml", "reversible = true", "reversable = true", "`reversable` is not known here"},
        Case{"scopes.toml", "id = \"ens-closure\"", "id = \"ens-objection\"", "is there twice"},
        Case{"scopes.toml", "remedy = \"data-protection\"", "remedy = \"none\"", "there is no remedy \"none\""},
        Case{"scopes.toml", "\"ens-objection\", \"ens-closure\"", "\"ens-nothing\"", "which is no scope"},
        Case{"scopes.toml", "unless = { scope = \"ens-deletion\"", "unless = { scope = \"none\"",
             "there is no scope \"none\""},
        Case{"scopes.toml", "does_not = 3 }", "does_not = 4 }", "is not between 1 and 3"},
        Case{"forms/vitale-loss.toml", "kind = \"text\"", "kind = \"text\"\nrecent = true", "is for a date only"},
        Case{"scopes.toml", "after = \"P1M\"", "after = \"1 month\"", "is not a duration like P2M"},
        Case{"scopes.toml", "after = \"P1M\"", "after = \"P0M\"", "is not a duration like P2M"},
        Case{"scopes.toml", "from = \"received\"", "from = \"sometime\"", "is none of received, complete"},
        Case{"scopes.toml", "edition = \"2026-11\"", "", "`edition` is missing"},
        Case{"titles.toml", "id = \"heir\"", "id = \"heirs\"", "title \"heir\" is missing"},
        Case{"titles.toml", "\"hidden-from-person\"", "\"hidden\"", "which is no mark of visibility"},
        Case{"remedies.toml", "{remedy-cnil-address}", "", "lacks {remedy-cnil-address}"},
        Case{"holidays.toml", "month = 5, day = 1 ", "month = 13, day = 1 ", "is not between 1 and 12"},
        Case{"holidays.toml", "month = 5, day = 1 ", "month = 2, day = 31 ", "is not a day of that month"},
        Case{"texts.toml", "month-1 = { fr", "month-1 = { de", "has no French text"},
        Case{"forms/s3704.toml", "kind = \"text\"", "kind = \"email\"",
             "is not allowed for an e-mail address or a telephone number"},
        Case{"forms/s3704.toml", "means = \"acceptance\"", "means = \"perhaps\"", "is none of acceptance, refusal"},
        Case{"forms/s3704.toml", "id = \"s3704\"", "id = \"s3799\"", "is not the name of the file"},
        Case{"forms/s3705.toml", "when = \"attached-to = both\"", "when = \"attached = both\"", "which is no field"},
        Case{"forms/s3705.toml", "when = \"attached-to = both\"", "when = \"attached-to = all\"", "which is no answer"},
        Case{"forms/s3705.toml", "id = \"filiation\"", "id = \"children\"", "is there twice"},
        Case{"forms/s3704.toml", "[said]\nfr", "[said]\nde", "`said` has no French text"},
        Case{"forms/s3704.toml", "\"nouveau docteur\"", "3", "holds something that is not a string"},
        Case{"forms/s3704.toml", "[said]\nfr = [", "[said]\npt = []\nfr = [", "`said` has no sentence for \"pt\""},
        Case{"search.toml", "\"merci\"", "\"je veux\"", "holds \"je veux\", which is not one word"},
        Case{"help.toml", "id = \"forms\"", "id = \"home\"", "is there twice"},
        Case{"help.toml", "about = { fr", "about = { de", "has no French text"},
        Case{"news.toml", "version = \"0.1.0\"", "version = \"next\"", "is not a version like 1.2.0"},
        Case{"news.toml", "[[news]]", "[[news]]\nversion = \"0.0.9\"\nchanges = { fr = [\"a\"] }\n[[news]]",
             "is not older than the one before it"},
        Case{"refusals.toml", "id = \"incomplete\"", "id = \"paper-file\"", "is there twice"},
        Case{"refusals.toml", "remedies = [\"mediator\", \"defender\"]", "remedies = [\"judge\"]",
             "holds \"judge\", which is no remedy"},
        Case{"refusals.toml", "basis = \"CRPA L112-1\"", "basis = \"\"", "is empty"},
        Case{"refusals.toml", "law = [", "law = []\nlaws = [", "is empty"},
        Case{"refusals.toml", "happened = { fr", "happened = { de", "has no French text"},
        Case{"search.toml", "edition", "editions", "`edition` is missing"},
        Case{"forms/s3705.toml", "[silence]", "[silence", ""});
    INFO(mistake.file << ": " << mistake.what << " → " << mistake.with);
    const std::vector<CatalogueMistake> mistakes = mistakesAfter(mistake.file, mistake.what, mistake.with);
    REQUIRE_FALSE(mistakes.empty());
    INFO(mistakes.front().what);
    CHECK(std::ranges::any_of(mistakes, [&](const CatalogueMistake &one) {
        return one.file == mistake.file && one.what.find(mistake.says) != std::string::npos;
    }));
}

TEST_CASE("a mistake stands in the line that it is named with", "[catalogue]") {
    const test::TemporaryFolder folder;
    std::filesystem::copy(Catalogue::installedFolder() / "forms", folder.path());
    folder.write("a.toml", "id = \"a\"\nedition = \"1\"\nvalid_from = 2026-11-01\ngroup = \"g\"\ncolour = \"red\"\n");
    const CheckedForms checked = checkForms(folder.path());
    CHECK(checked.forms.size() == installed().forms().size());
    const auto colour = std::ranges::find_if(
        checked.mistakes, [](const CatalogueMistake &mistake) { return mistake.what == "`colour` is not known here"; });
    REQUIRE(colour != checked.mistakes.end());
    CHECK(colour->file == "a.toml");
    CHECK(colour->line == 5);
}

TEST_CASE("a folder that is not there, or empty, is a mistake and no crash", "[catalogue]") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(checkCatalogue(folder.path()).empty());
    CHECK_FALSE(checkForms(folder.path()).mistakes.empty());
    CHECK_FALSE(checkForms(folder / "none").mistakes.empty());
    CHECK(Catalogue::load(folder / "none").error().code == ErrorCode::FolderMissing);
    CHECK(Catalogue::load(folder.path()).error().code == ErrorCode::CatalogueMistake);
}

TEST_CASE("every text that the program asks for is in the catalogue, and none is there for nothing", "[catalogue]") {
    // say("section.name"), and ids that stand alone in a table.
    const std::regex id(R"re("([a-z]+\.[a-z0-9-]+)")re");
    std::set<std::string> sections;
    for (const std::string &known : installed().textIds()) {
        sections.insert(known.substr(0, known.find('.')));
    }
    std::set<std::string> used;
    for (const char *folder : {"kiosk/papers", "kiosk/counter", "kiosk/cli", "kiosk/ui"}) {
        if (!std::filesystem::exists(sources() / folder)) {
            continue;
        }
        for (const auto &file : std::filesystem::directory_iterator(sources() / folder)) {
            if (file.path().extension() != ".cpp" && file.path().extension() != ".h") {
                continue;
            }
            const std::string text = readText(file.path());
            for (std::sregex_iterator match(text.begin(), text.end(), id), end; match != end; ++match) {
                const std::string name = (*match)[1];
                if (!name.ends_with(".json") && sections.contains(name.substr(0, name.find('.')))) {
                    used.insert(name);
                    INFO(file.path().filename() << " asks for " << name);
                    CHECK(installed().hasText(name));
                }
            }
        }
    }
    for (const std::string &known : installed().textIds()) {
        INFO(known);
        CHECK((used.contains(known) || known.starts_with("sentence."))); // these are offered one and all
    }
}
