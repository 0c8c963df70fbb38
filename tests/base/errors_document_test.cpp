// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "tests/support/approved.h"

#include <catch2/catch_test_macros.hpp>

using namespace guichet;

namespace {

std::string inTable(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        cell += c == '|' ? "\\|" : std::string(1, c);
    }
    return cell;
}

std::string withEllipsis(std::string_view sentence) {
    std::string text = inTable(sentence);
    for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}", at)) {
        text.replace(at, 2, "…");
    }
    return text;
}

} // namespace

TEST_CASE("docs/errors.md is what the table of errors says") {
    std::string page = "<!-- Made from base/error.cpp; do not edit. -->\n"
                       "# Errors\n\n"
                       "A failed command says one of these on standard error, as `guichet: TEXT`. With `--json` it "
                       "prints `{\"error\":{\"code\":\"…\",\"message\":\"…\"}}` on standard output instead. `…` stands "
                       "for the file, field, setting or value at fault.\n\n"
                       "| status | meaning |\n| --- | --- |\n"
                       "| 0 | done |\n"
                       "| 1 | could not be done |\n"
                       "| 2 | the command line, the configuration or a value in it is wrong |\n"
                       "| 3 | who acts is missing, unknown, locked out or not allowed |\n"
                       "| 4 | nobody or nothing of that name |\n"
                       "| 5 | done in part: some of the inputs were rejected, each named |\n\n"
                       "| code | status | French | English |\n| --- | --- | --- | --- |\n";
    for (const ErrorText &row : errorTexts()) {
        page += "| `" + std::string(row.name) + "` | " + std::to_string(row.exitStatus) + " | " + withEllipsis(row.fr) +
                " | " + withEllipsis(row.en) + " |\n";
    }
    test::checkApproved("docs/errors.md", page);
}
