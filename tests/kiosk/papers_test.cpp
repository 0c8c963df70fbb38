// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/cover.h"
#include "kiosk/papers/deposit_note.h"
#include "kiosk/papers/help_page.h"
#include "kiosk/papers/notice.h"
#include "kiosk/papers/optout_form.h"
#include "kiosk/papers/power_cut.h"
#include "kiosk/papers/preferences_card.h"
#include "kiosk/papers/receipt.h"
#include "kiosk/papers/record_paper.h"
#include "kiosk/papers/refusal_sheet.h"
#include "kiosk/papers/request_form.h"
#include "kiosk/papers/slip.h"
#include "kiosk/papers/speech.h"
#include "kiosk/papers/statement.h"
#include "kiosk/papers/tear_off.h"
#include "tests/kiosk/papers/outline.h"
#include "tests/support/approved.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <map>

using namespace guichet;
using namespace guichet::kiosk;
using namespace guichet::kiosk::papers;
using test::must;
using test::outline;

namespace {

const Catalogue &catalogue() {
    static const Catalogue loaded = must(Catalogue::load(Catalogue::installedFolder()));
    return loaded;
}

CivilDate day(const std::string &text) { return must(parseDate(text)); }

Texts french() { return {catalogue(), "fr", day("2026-11-24")}; }

using Settings = std::map<std::string, std::string, std::less<>>;

Settings allSettings() {
    return {{"agency-name", "Caisse de démonstration"},
            {"agency-address", "1 place de l’Exemple\n81000 VILLE"},
            {"agency-phone", "36 46"},
            {"service-name", "Service des droits"},
            {"service-address", "1 place de l’Exemple\n81000 VILLE"},
            {"service-phone", "05 00 00 00 01"},
            {"remedy-cnil-address", "CNIL, 75007 Paris"},
            {"remedy-defender", "09 00 00 00 00"},
            {"remedy-appeal-address", "Commission, 81000 VILLE"}};
}

SettingOf lookup(const Settings &settings) {
    return [settings](std::string_view key) {
        const auto found = settings.find(key);
        return SettingValue{found == settings.end() ? std::string() : found->second, false};
    };
}

Making making() { return {"K7", "A01", {day("2026-11-24"), 9, 15}, must(parseInstant("2026-11-24T08:15:30.123Z"))}; }

ReceiptContent contentOf() {
    ReceiptContent content;
    content.title = "Reçu de votre demande";
    content.reference = "K7-3F9Q-M2XD-4";
    content.asked = {"que tout soit fait"};
    content.weDo = "nous faisons tout.";
    content.ifNothing = "revenez.";
    content.person = "D. P.";
    content.by = "la personne elle-même";
    content.state = "Reçue.";
    return content;
}

/// Everything that a receipt needs, or the first mention that is missing.
Result<printing::Paper> receiptWith(const Texts &say, const Settings &settings,
                                    const std::vector<std::string> &remedyIds, SilenceMention silence,
                                    MissingMention missing) {
    GUICHET_ASSIGN(Letterhead letterhead, Letterhead::of(lookup(settings)));
    GUICHET_ASSIGN(ServiceMention service, ServiceMention::of(lookup(settings)));
    GUICHET_ASSIGN(RemediesMention remedies, RemediesMention::of(say, remedyIds, lookup(settings)));
    ReceiptContent content = contentOf();
    content.ifNothingOn = silence.on();
    content.ifNothingAfter = silence.rule();
    GUICHET_ASSIGN(const Receipt receipt,
                   Receipt::of(std::move(letterhead), making(), ReceivedMention(day("2026-11-24")), std::move(silence),
                               std::move(service), std::move(missing), std::move(remedies), std::move(content)));
    return receipt.paper(say, false);
}
Result<printing::Paper> receiptWith(const Settings &settings, const std::vector<std::string> &remedyIds,
                                    SilenceMention silence, MissingMention missing) {
    return receiptWith(french(), settings, remedyIds, std::move(silence), std::move(missing));
}

PaperPerson somebody() {
    return {"PAT-TROIS, DOMINIQUE MARIE-LOUISE", "28 mars 1979", "2 79 03 51 215 189 89",
            "28 avenue de Breteuil\n75007 PARIS"};
}

} // namespace

TEST_CASE("a receipt that lacks a mention can't be made, and the error names the setting", "[papers]") {
    const auto key = GENERATE("agency-name", "agency-address", "agency-phone", "service-name", "service-address",
                              "service-phone", "remedy-appeal-address", "remedy-defender", "remedy-cnil-address");
    const std::vector<std::string> remedies{"data-protection", "appeal", "defender"};
    Settings settings = allSettings();
    REQUIRE(receiptWith(settings, remedies, SilenceMention::none("RGPD", false), MissingMention::nothing()));
    settings.erase(key);
    const auto lacking =
        receiptWith(settings, remedies, SilenceMention::none("RGPD", false), MissingMention::nothing());
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error() == Error{ErrorCode::MentionMissing, key, {}});
    settings[key] = " \n "; // blank is missing too
    CHECK(receiptWith(settings, remedies, SilenceMention::none("RGPD", false), MissingMention::nothing())
              .error()
              .detail == key);
}

TEST_CASE("a receipt without one of its own mentions can't be made, and the error names it", "[papers]") {
    struct Parts {
        Making making = ::making();
        SilenceMention silence = SilenceMention::refusal(std::nullopt, "deux mois après la réception", "CRPA", false);
        MissingMention missing = MissingMention::of({"une copie"}, day("2026-12-28"));
        std::vector<std::string> remedies{"defender"};
        ReceiptContent content = contentOf();
    };
    struct Case {
        const char *mention;
        void (*without)(Parts &);
    };
    const auto c = GENERATE(
        Case{"receipt-title", [](Parts &parts) { parts.content.title = " "; }},
        Case{"receipt-reference", [](Parts &parts) { parts.content.reference.clear(); }},
        Case{"receipt-agent", [](Parts &parts) { parts.making.agent.clear(); }},
        Case{"receipt-asked", [](Parts &parts) { parts.content.asked.clear(); }},
        Case{"receipt-asked", [](Parts &parts) { parts.content.asked.emplace_back(); }},
        Case{"receipt-we-do", [](Parts &parts) { parts.content.weDo.clear(); }},
        Case{"receipt-if-nothing", [](Parts &parts) { parts.content.ifNothing.clear(); }},
        Case{"receipt-person", [](Parts &parts) { parts.content.person.clear(); }},
        Case{"receipt-asked-by", [](Parts &parts) { parts.content.by.clear(); }},
        Case{"receipt-state", [](Parts &parts) { parts.content.state.clear(); }},
        Case{"receipt-silence", [](Parts &parts) { parts.silence = SilenceMention::none("", false); }},
        Case{"receipt-silence",
             [](Parts &parts) { parts.silence = SilenceMention::acceptance(day("2027-01-24"), "", "CRPA", false); }},
        Case{"receipt-silence",
             [](Parts &parts) { parts.silence = SilenceMention::refusal(day("2027-01-24"), "deux mois", "", false); }},
        Case{"receipt-missing", [](Parts &parts) { parts.missing = MissingMention::of({""}, day("2026-12-28")); }},
        Case{"receipt-missing", [](Parts &parts) { parts.missing = MissingMention::of({}, day("2026-12-28")); }},
        Case{"receipt-remedies", [](Parts &parts) { parts.remedies.clear(); }},
        Case{"receipt-remedies", [](Parts &parts) { parts.remedies = {"mediator"}; }}); // this agency has none
    const auto made = [](const Parts &parts) {
        return Receipt::of(must(Letterhead::of(lookup(allSettings()))), parts.making,
                           ReceivedMention(day("2026-11-24")), parts.silence,
                           must(ServiceMention::of(lookup(allSettings()))), parts.missing,
                           must(RemediesMention::of(french(), parts.remedies, lookup(allSettings()))), parts.content);
    };
    Parts parts;
    REQUIRE(made(parts));
    c.without(parts);
    const Result<Receipt> lacking = made(parts);
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error() == Error{ErrorCode::MentionMissing, c.mention, {}});
}

TEST_CASE("the mediator is named where the agency has one, and left out where it has not", "[papers]") {
    Settings settings = allSettings();
    const auto text = [&] {
        return outline(must(receiptWith(settings, {"mediator", "defender"}, SilenceMention::none("RGPD", false),
                                        MissingMention::nothing()))
                           .blocks);
    };
    CHECK(text().find("médiateur") == std::string::npos);
    settings["remedy-mediator-address"] = "Le médiateur, 81000 VILLE";
    CHECK(text().find("médiateur de la caisse, gratuit\u00a0: Le médiateur, 81000 VILLE") != std::string::npos);
}

TEST_CASE("a receipt says what silence means, with its date or its rule, and what follows", "[papers]") {
    const auto text = [&](const SilenceMention &silence) {
        return outline(must(receiptWith(allSettings(), {"appeal"}, silence, MissingMention::nothing())).blocks);
    };
    const std::string accepted =
        text(SilenceMention::acceptance(day("2027-01-24"), "deux mois après la réception", "CRPA L231-1", false));
    CHECK(
        accepted.find("Le silence vaut acceptation le 24 janvier 2027, deux mois après la réception (CRPA L231-1).") !=
        std::string::npos);
    CHECK(accepted.find("attestation (CRPA L232-3)") != std::string::npos);
    CHECK(accepted.find("à vérifier par la caisse") != std::string::npos); // the appeal is not vouched for
    const std::string after = text(SilenceMention::acceptance(
        std::nullopt, "deux mois après la remise de la dernière pièce manquante", "CRPA L231-1", true));
    CHECK(after.find(
              "Le silence vaut acceptation, deux mois après la remise de la dernière pièce manquante (CRPA L231-1).") !=
          std::string::npos);
    const std::string refused =
        text(SilenceMention::refusal(day("2027-01-24"), "deux mois après la réception", "CRPA L231-4", false));
    CHECK(refused.find("Le silence vaut refus le 24 janvier 2027, deux mois après la réception (CRPA L231-4).") !=
          std::string::npos);
    CHECK(refused.find("L232-3") == std::string::npos);
    CHECK(refused.find("commission de recours amiable") != std::string::npos);
    const std::string none = text(SilenceMention::none("CRPA R112-4", false));
    CHECK(none.find("Le silence ne vaut ni acceptation ni refus. CRPA R112-4") != std::string::npos);
}

TEST_CASE("a receipt lists what is missing and until when it can be brought", "[papers]") {
    std::vector<std::string> pieces;
    for (int i = 1; i <= 12; ++i) {
        pieces.push_back("pièce " + std::to_string(i));
    }
    const std::string text = outline(must(receiptWith(allSettings(), {"appeal"}, SilenceMention::none("x", false),
                                                      MissingMention::of(pieces, day("2026-12-28"))))
                                         .blocks);
    for (const std::string &piece : pieces) {
        CHECK(text.find("P " + piece) != std::string::npos);
    }
    CHECK(text.find("À apporter avant le 28 décembre 2026") != std::string::npos);
    CHECK(text.find("n’est pas refusée pour cela") != std::string::npos);
}

TEST_CASE("the seal is on the paper, and not in its digest", "[papers]") {
    const SilenceMention silence = SilenceMention::none("x", false);
    const printing::Paper plain = must(receiptWith(allSettings(), {"appeal"}, silence, MissingMention::nothing()));
    printing::Paper sealed = plain;
    addSeal(sealed, french(), {"GUICHET1:ABCDEFGHIJKLM", "guichet/DEMO/K7.1", 1284});
    CHECK(printing::digestOf(plain) == printing::digestOf(sealed));
    const std::string text = outline(sealed.blocks);
    CHECK(text.find("GUICHET1:A BCDEFGHIJK LM") != std::string::npos);
    CHECK(text.find("guichet/DEMO/K7.1, entrée 1284") != std::string::npos);
}

TEST_CASE("no title of a paper names anybody", "[papers]") {
    const Texts say = french();
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const PaperPerson person = somebody();
    const std::vector<printing::Paper> papers{
        optoutForm(say, head, making(), person, std::nullopt, {{catalogue().scope("ens-refusal"), {}}}),
        requestForm(say, head, making(), *catalogue().form("s3704"), person, std::nullopt, {}, {}, false),
        slipPaper(say, head, making(), "K7-AAAA-BBBB-C",
                  {{"Opérateur", "", {{1, "K7-3F9Q-M2XD-4", person, "x", "y", "z"}}}}),
        statementPaper(say, head, making(), {}), helpPage(say, head, making(), *catalogue().helpPage("request"))};
    for (const printing::Paper &paper : papers) {
        INFO(paper.title);
        for (const std::string &text : {paper.title, paper.author, paper.footer.left, paper.footer.centre}) {
            CHECK(text.find("PAT-TROIS") == std::string::npos);
        }
        CHECK_FALSE(paper.templateName.empty());
        CHECK(paper.templateEdition == kTemplateEdition);
        CHECK(paper.created == "2026-11-24T08:15:30.123Z");
    }
}

TEST_CASE("the cover sheet says its mark and what lies under it, and nothing else", "[papers]") {
    std::string all;
    for (const std::string &language : catalogue().languages()) {
        const Texts say(catalogue(), language, day("2026-11-24"));
        const printing::Paper paper = cover(say, {}, "3F9Q", 4, 17);
        CHECK(paper.language == say.language());
        CHECK(paper.templateName == "cover");
        CHECK(paper.templateEdition == kTemplateEdition);
        all += language + ": " + paper.title + "\n" + outline(paper.blocks);
    }
    test::checkApproved("tests/approved/papers/cover.txt", all);
}

TEST_CASE("the form to sign for refusing the space", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const printing::Paper paper =
        optoutForm(french(), head, making(), somebody(), std::nullopt, {{catalogue().scope("ens-refusal"), {}}});
    test::checkApproved("tests/approved/papers/optout-form.txt", paper.title + "\n" + outline(paper.blocks));
}

TEST_CASE("a form and a receipt are read aloud in full, the answers with their questions", "[papers][speech]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const auto said = [](const printing::Paper &paper) {
        std::string all;
        for (const Sentence &sentence : speechOf(paper, french())) {
            all += (sentence.heading ? "# " : "") + sentence.said + "\n";
        }
        return all;
    };
    test::checkApproved("tests/approved/papers/optout-form-said.txt",
                        said(optoutForm(french(), head, making(), somebody(), std::nullopt,
                                        {{catalogue().scope("ens-refusal"), {}}}, DataChoice::Archive)));
    const std::map<std::string, PaperAnswer> answers{{"physician-name", {"Dr Exemple", {}}},
                                                     {"physician-address", {"1 rue de l’Essai", {}}}};
    test::checkApproved("tests/approved/papers/s3704-said.txt",
                        said(requestForm(french(), head, making(), *catalogue().form("s3704"), somebody(), std::nullopt,
                                         answers, {}, false)));
    test::checkApproved("tests/approved/papers/receipt-said.txt",
                        said(must(receiptWith(allSettings(), {"appeal"}, SilenceMention::none("RGPD", false),
                                              MissingMention::of({"une copie"}, day("2026-12-28"))))));
}

TEST_CASE("erasing is a choice of its own on the form", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const auto text = [&](const std::vector<ScopeChoice> &choices, DataChoice data = DataChoice::Unsaid) {
        return outline(optoutForm(french(), head, making(), somebody(), std::nullopt, choices, data).blocks);
    };
    const std::vector<ScopeChoice> closure{{catalogue().scope("ens-closure"), {}}};
    // No side is ticked for the person.
    CHECK(text(closure).find("[ ] Archivé dix ans") != std::string::npos);
    CHECK(text(closure).find("[ ] Effacé") != std::string::npos);
    CHECK(text(closure, DataChoice::Archive).find("[x] Archivé dix ans") != std::string::npos);
    CHECK(text(closure, DataChoice::Archive).find("[ ] Effacé") != std::string::npos);
    const std::vector<ScopeChoice> both{{catalogue().scope("ens-closure"), {}},
                                        {catalogue().scope("ens-deletion"), {}}};
    CHECK(text(both, DataChoice::Erase).find("[ ] Archivé dix ans") != std::string::npos);
    CHECK(text(both, DataChoice::Erase).find("[x] Effacé") != std::string::npos);
    CHECK(text(both, DataChoice::Erase).find("peut être demandée d’abord") != std::string::npos);
    CHECK(text(both, DataChoice::EraseAfterCopy).find("[x] Effacé") != std::string::npos);
    CHECK(text(both, DataChoice::EraseAfterCopy).find("m’est remise d’abord") != std::string::npos);
    // What has nothing to do with the space does not ask.
    CHECK(text({{catalogue().scope("digital-contact"), {}}}).find("Effacé") == std::string::npos);
}

TEST_CASE("a form to sign says so, and a reading copy says that French prevails", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const Texts english(catalogue(), "en", day("2026-11-24"));
    const printing::Paper copy = optoutForm(english, head, making(), somebody(), std::nullopt,
                                            {{catalogue().scope("snds-reuse"), {}}}, DataChoice::Unsaid, true);
    CHECK(copy.language == "en");
    CHECK(outline(copy.blocks).find("The paper in French prevails") != std::string::npos);
    CHECK(outline(copy.blocks).find("Nothing is registered yet") != std::string::npos);
}

TEST_CASE("a screen's help on paper has its steps, what to do when stuck, and every key", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    for (const HelpPage &page : catalogue().helpPages()) {
        INFO(page.id);
        const printing::Paper paper = helpPage(french(), head, making(), page);
        const std::string text = outline(paper.blocks);
        CHECK(paper.title == page.title.in("fr"));
        CHECK(text.find(page.about.in("fr")) != std::string::npos);
        for (const auto *sentences : {&page.steps, &page.stuck}) {
            for (const std::string &sentence : sentences->in("fr")) {
                CHECK(text.find(sentence) != std::string::npos);
            }
        }
        for (const HelpKey &key : catalogue().helpKeys()) {
            CHECK(text.find(key.key.in("fr")) != std::string::npos);
            CHECK(text.find(key.does.in("fr")) != std::string::npos);
        }
    }
}

TEST_CASE("a refusal is explained with each article, what to answer, and what the agency has to check", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    for (const Refusal &refusal : refusalsOf(catalogue())) {
        INFO(refusal.id);
        const RemediesMention remedies = must(RemediesMention::of(french(), refusal.remedies, lookup(allSettings())));
        const auto text = [&](bool rulesChecked) {
            return outline(refusalSheet(french(), head, making(), refusal, remedies, rulesChecked, false).blocks);
        };
        const std::string said = text(false);
        for (const Refusal::Law &law : refusal.laws) {
            const std::string mark = law.toCheck ? "/ (à vérifier par la caisse)/" : "";
            CHECK(said.find(law.says.in("fr") + " (" + law.basis + ")" + mark) != std::string::npos);
        }
        for (const auto *sentences : {&refusal.answer, &refusal.steps}) {
            for (const std::string &sentence : sentences->in("fr")) {
                CHECK(said.find(sentence) != std::string::npos);
            }
        }
        CHECK(text(true).find("à vérifier par la caisse") == std::string::npos);
    }
}

TEST_CASE("the sheet of a refusal", "[papers]") {
    const auto id = GENERATE("paper-file", "care-no-space", "relative");
    const auto language = GENERATE("fr", "en");
    const Texts say(catalogue(), language, day("2026-11-24"));
    const Refusal &refusal = *refusalOf(catalogue(), id);
    const printing::Paper paper = refusalSheet(say, must(Letterhead::of(lookup(allSettings()))), making(), refusal,
                                               must(RemediesMention::of(say, refusal.remedies, lookup(allSettings()))),
                                               false, say.language() != "fr");
    test::checkApproved("tests/approved/papers/refusal-" + std::string(id) + "." + language + ".txt",
                        paper.title + "\n" + outline(paper.blocks));
}

TEST_CASE("what the code of a card of preferences says is what was put in, in capitals or not", "[papers]") {
    for (const char *language : {"fr", "en", "ar", "pt", "es"}) {
        for (int percent = 100; percent <= 200; percent += 25) {
            for (const auto colours :
                 {Preferences::Colours::Light, Preferences::Colours::Dark, Preferences::Colours::HighContrast}) {
                for (int speed = 0; speed <= 4; ++speed) {
                    const Preferences put{language, percent, colours, speed};
                    const std::string code = preferencesCode(put);
                    CHECK(code.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.") == std::string::npos);
                    CHECK(readPreferences(code) == put);
                    std::string small = code;
                    std::ranges::transform(small, small.begin(),
                                           [](char c) { return c >= 'A' ? static_cast<char>(c + 32) : c; });
                    CHECK(readPreferences(small) == put);
                }
            }
        }
    }
}

TEST_CASE("a code that is not wholly one of preferences is none", "[papers]") {
    REQUIRE(readPreferences("GPREF1.FR.150.C.2"));
    const auto code = GENERATE(as<std::string>(), "", ".", "....", "GPREF1", "GPREF2.FR.150.C.2", "GPREF1.FR.150.C",
                               "GPREF1.FR.150.C.2.", "GPREF1.FR.150.C.2.9", "GPREF1.FRA.150.C.2", "GPREF1..150.C.2",
                               "GPREF1.F1.150.C.2", "GPREF1.FR.151.C.2", "GPREF1.FR.75.C.2", "GPREF1.FR.225.C.2",
                               "GPREF1.FR.-150.C.2", "GPREF1.FR.99999999999999999999.C.2", "GPREF1.FR.150..2",
                               "GPREF1.FR.150.CC.2", "GPREF1.FR.150.X.2", "GPREF1.FR.150.C.5", "GPREF1.FR.150.C.-1",
                               "GPREF1.FR.150.C.2x", "GPREF1.\xC3\xA9.150.C.2", "K7-3F9Q-M2XD-4",
                               std::string("GPREF1.FR.150.C.2\0x", 19), std::string(4000, '.'));
    CAPTURE(code);
    CHECK_FALSE(readPreferences(code));
}

TEST_CASE("the card of preferences", "[papers]") {
    const auto language = GENERATE("fr", "ar");
    const Texts own(catalogue(), language, day("2026-11-24"));
    const printing::Paper card = preferencesCard(french(), own, must(Letterhead::of(lookup(allSettings()))), making(),
                                                 {language, 150, Preferences::Colours::HighContrast, 1});
    test::checkApproved("tests/approved/papers/preferences." + std::string(language) + ".txt",
                        card.title + "\n" + outline(card.blocks));
}

TEST_CASE("blank forms", "[papers]") {
    const auto id = GENERATE("s3704", "s3705", "vitale-loss");
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const printing::Paper paper =
        requestForm(french(), head, making(), *catalogue().form(id), {}, std::nullopt, {}, {}, true);
    const std::string text = paper.title + "\n" + outline(paper.blocks);
    CHECK(text.find("À signer\n") == std::string::npos); // it is to be filled in first
    test::checkApproved("tests/approved/papers/blank-" + std::string(id) + ".txt", text);
}

TEST_CASE("a form of opt-outs to be filled in by hand has none of them ticked", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const printing::Paper paper = optoutForm(
        french(), head, making(), {}, std::nullopt,
        {{catalogue().scope("ens-refusal"), {}, false}, {catalogue().scope("ens-document-masking"), {}, false}});
    test::checkApproved("tests/approved/papers/blank-optout.txt", paper.title + "\n" + outline(paper.blocks));
}

TEST_CASE("a numbered form has its number on every page and on both sides of the line to tear along", "[papers]") {
    Settings settings = allSettings();
    settings["service-email"] = "droits@exemple.invalid";
    const ServiceMention service = must(ServiceMention::of(lookup(settings)));
    const RemediesMention remedies = must(RemediesMention::of(french(), {"appeal", "defender"}, lookup(settings)));
    std::string all;
    for (const bool checked : {false, true}) {
        printing::Paper form;
        makeNumbered(form, french(), {"K7-3F9Q-M2XD-4", {"Choix du médecin"}, "Le silence vaut refus.", true}, service,
                     remedies, checked);
        CHECK(form.reference == "K7-3F9Q-M2XD-4");
        CHECK(form.footer.centre == "K7-3F9Q-M2XD-4");
        const std::string text = outline(form.blocks);
        CHECK((text.find("à vérifier par la caisse") == std::string::npos) == checked);
        all += text;
    }
    test::checkApproved("tests/approved/papers/tear-off.txt", all);
}

TEST_CASE("what to do in a power cut, and what whoever brings several papers gets", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    std::string all;
    for (const printing::Paper &paper :
         {powerCutSheet(french(), head, making()),
          depositNote(french(), head, making(), "Association d’exemple",
                      {{"K7-3F9Q-M2XD-4", "K7-AAAA-BBBB-C", day("2026-11-20")}, {"12", {}, {}}}),
          depositNote(french(), head, making(), {}, {{{}, "K7-AAAA-BBBB-C", day("2026-11-24")}})}) {
        all += paper.title + "\n" + outline(paper.blocks);
    }
    test::checkApproved("tests/approved/papers/paper-day.txt", all);
}

TEST_CASE("a letter to the person", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    NoticeContent content;
    content.title = "C’est refusé";
    content.reference = "K7-3F9Q-M2XD-4";
    content.to = {"DOMINIQUE PAT-TROIS", "28 avenue de Breteuil", "75007 PARIS"};
    content.asked = "Le 24 novembre 2026, vous avez demandé au guichet : Fermeture.";
    content.said = "Le 1er décembre 2026, l’opérateur a refusé : ce n’est pas fait.";
    content.facts = {{"Pour", "D. P."}, {"Raison donnée", "identité non vérifiée"}};
    content.parts = {{"Ce que cela veut dire", {"Rien n’a changé."}}, {"Ce que vous pouvez faire", {"Un.", "Deux."}}};
    content.remedies = must(RemediesMention::of(french(), {"data-protection", "appeal"}, lookup(allSettings())));
    const printing::Paper posted = notice(french(), head, making(), content);
    test::checkApproved("tests/approved/papers/notice.txt", posted.title + "\n" + outline(posted.blocks));
    CHECK(posted.addressee.size() == 3);
    CHECK(posted.title.find("PAT") == std::string::npos);
    // A reading copy shows no address: one in a window is enough.
    CHECK(notice(french(), head, making(), content, true).addressee.empty());
    content.forAgent = "Ne pas envoyer.";
    CHECK(outline(notice(french(), head, making(), content).blocks)
              .find("BOX \n P *Pour l’agent\u00a0:* Ne pas envoyer.") != std::string::npos);
}

TEST_CASE("a statement says what has not happened", "[papers]") {
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    StatementContent content;
    content.reference = "K7-3F9Q-M2XD-4";
    content.asked = "Fermeture";
    content.person = "D. P.";
    content.state = "Transmise.";
    content.steps = {{"24 novembre 2026 à 9 h 15", "Enregistrée.", "formulaire signé", ""},
                     {"25 novembre 2026", "Transmise.", "lettre recommandée", "1A 000 000 0000 0"}};
    content.notHappened = {"L’opérateur n’a pas encore confirmé : rien ne dit que c’est fait."};
    test::checkApproved("tests/approved/papers/statement.txt",
                        outline(statementPaper(french(), head, making(), content).blocks));
    content.notHappened.clear();
    CHECK(outline(statementPaper(french(), head, making(), content).blocks).find("Rien n’est en attente.") !=
          std::string::npos);
}

TEST_CASE("a copy of a record says by its kind what it does not replace, at the top and on each page", "[papers]") {
    struct Case {
        const char *code;
        const char *templateRoot;
        const char *event;
        const char *top;
        const char *foot;
    };
    const auto c = GENERATE(
        Case{"57833-6", "", "", "l’ordonnance originale, que la pharmacie", "Ne remplace pas l’ordonnance originale. "},
        Case{"57833-6", "", "MED-1098", "l’ordonnance sécurisée originale. La pharmacie ne délivre pas",
             "Ne remplace pas l’ordonnance sécurisée originale. "},
        Case{"60593-1", "", "", "elle dit ce qui a été délivré", "Ne remplace ni l’original ni une ordonnance. "},
        Case{"55115-0", "", "", "la demande d’imagerie originale", "Ne remplace pas la demande d’imagerie originale. "},
        Case{"75496-0", "", "", "ne remplace pas la demande originale", "Ne remplace pas la demande originale. "},
        Case{"CERT_DECL", "1.2.250.1.213.1.1.1.5.3", "", "certificat de santé original de l’enfant",
             "Ne remplace pas le certificat original. "},
        Case{"CERT_DECL", "", "", "Un arrêt de travail n’est accepté que sur son formulaire original",
             "Ne remplace pas l’original. "},
        Case{"11502-2", "", "", "", ""});
    CAPTURE(c.code, c.templateRoot, c.event);
    document::Document document;
    document.kind.code = c.code;
    document.kind.codeSystem = document.kind.code == "CERT_DECL" ? "1.2.250.1.213.1.1.4.12" : "2.16.840.1.113883.6.1";
    document.category = document::categoryOf(document.kind.code, document.kind.codeSystem).value();
    document.templates = {{.root = c.templateRoot}};
    document.events.emplace_back().code = {.code = c.event, .codeSystem = "1.2.250.1.213.1.1.4.322"};
    const Texts say = french();
    const printing::Paper paper = recordPaper(document, {.say = [&](std::string_view id) { return say(id); }}).paper;
    const std::string shown = outline(paper.blocks);
    CHECK(shown.find(c.top) != std::string::npos);
    CHECK((shown.find("remplace") != std::string::npos) == (*c.top != '\0'));
    const bool speaksOfLeave = shown.find("arrêt de travail") != std::string::npos;
    CHECK(speaksOfLeave == (std::string_view(c.top).find("arrêt") != std::string_view::npos));
    CHECK(paper.footer.note.at(0).text.starts_with(c.foot + std::string("Copie faite au guichet")));
}

TEST_CASE("the papers of an edition say the same for ever, in each language", "[papers][editions]") {
    INFO("a change of what a paper says is a new edition: kTemplateEdition, or a text's valid_from");
    const Letterhead head = must(Letterhead::of(lookup(allSettings())));
    const auto receipt = [&](const Texts &say) {
        return must(receiptWith(say, allSettings(), {"appeal", "defender"}, SilenceMention::none("RGPD", false),
                                MissingMention::of({"une copie"}, day("2026-12-28"))));
    };
    std::string all;
    for (const std::string &language : catalogue().languages()) {
        const Texts say(catalogue(), language, day("2026-11-24"));
        for (const printing::Paper &paper :
             {cover(say, {}, "3F9Q", 4, 17), receipt(say),
              optoutForm(say, head, making(), somebody(), std::nullopt, {{catalogue().scope("ens-refusal"), {}}}),
              requestForm(say, head, making(), *catalogue().form("s3704"), somebody(), std::nullopt, {}, {}, false),
              slipPaper(say, head, making(), "K7-AAAA-BBBB-C",
                        {{"Opérateur", "", {{1, "K7-3F9Q-M2XD-4", somebody(), "x", "y", "z"}}}}),
              statementPaper(say, head, making(), {})}) {
            all += paper.templateName + " " + paper.templateEdition + " " + paper.language + " " +
                   toHex(digestOf(paper)) + "\n";
        }
    }
    test::checkApproved("tests/approved/papers/editions.txt", all);
}
