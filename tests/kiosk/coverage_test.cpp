// SPDX-License-Identifier: GPL-3.0-or-later
// docs/coverage.md is the catalogue's table, in a form for people.
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/catalogue/catalogue_reader.h"
#include "tests/support/approved.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace guichet;
using namespace guichet::kiosk;

namespace {

std::string sentence(std::string text) {
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

/// A way of the counter in words: a form or an opt-out by its title, with the command's word for it.
std::string wordsOf(const Catalogue &catalogue, const std::string &way) {
    const std::size_t space = std::min(way.find(' '), way.size());
    const std::string kind = way.substr(0, space);
    const std::string id = space < way.size() ? way.substr(space + 1) : std::string();
    if (kind == "form") {
        return catalogue.form(id)->title.in("en") + " (`" + id + "`)";
    }
    if (kind == "scope") {
        return catalogue.scope(id)->title.in("en") + " (`" + id + "`)";
    }
    if (kind == "title") {
        return "Done by: " + catalogue.title(id)->name.in("en") + " (`--by " + id + "`)";
    }
    if (kind == "print") {
        return id == "all" ? "Documents are printed (`print --all`)"
                           : "Documents are printed (`print --category " + id + "`)";
    }
    return "The statement of follow-up (`statement`)";
}

} // namespace

TEST_CASE("docs/coverage.md: nothing is online only", "[catalogue]") {
    const Catalogue catalogue = test::must(Catalogue::load(Catalogue::installedFolder()));
    const std::vector<OnlineAction> actions = onlineActions(Catalogue::installedFolder(), catalogue);
    REQUIRE(actions.size() > 40);
    std::string page =
        "<!-- Made from kiosk/catalogue/online.toml; do not edit. -->\n"
        "# What is done online, and how it is done at the counter\n\n"
        "What the holder of an account can do on each site, and what does the same on paper. A test fails "
        "while one of them has nothing on the right.\n";
    for (const auto &[site, title] :
         {std::pair("ameli", "Health insurance (ameli)"), std::pair("mes", "Mon espace santé")}) {
        page += std::string("\n## ") + title + "\n\n| online | at the counter |\n| --- | --- |\n";
        for (const OnlineAction &action : actions) {
            if (action.site != site) {
                continue;
            }
            INFO(action.id);
            CHECK_FALSE(action.counter.empty());
            page += "| " + action.title.in("en") + " | ";
            for (std::size_t i = 0; i < action.counter.size(); ++i) {
                page += (i > 0 ? "; " : "") + sentence(wordsOf(catalogue, action.counter[i]));
            }
            page += " |\n";
        }
    }
    page += "\n## Forms\n\n" + std::to_string(catalogue.forms().size()) +
            " forms can be filled in, printed blank and filed.\n\n| form | number | what silence means | law |\n"
            "| --- | --- | --- | --- |\n";
    for (const Form &form : catalogue.forms()) {
        page += "| " + form.title.in("en") + " (`" + form.id + "`) | " + form.number + " | " +
                std::string(toText(form.silence)) + (form.silenceAfter ? ", " + form.silenceAfter->iso() : "") + " | " +
                form.silenceBasis + (form.silenceToCheck ? " (to be checked)" : "") + " |\n";
    }
    test::checkApproved("docs/coverage.md", page);
}
