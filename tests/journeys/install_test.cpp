// SPDX-License-Identifier: GPL-3.0-or-later
// What `cmake --install` puts into a folder works from there, without the source or the build folder.
#include "tests/journeys/station.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cstdlib>
#include <filesystem>

using namespace guichet::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

TEST_CASE("what is installed works from where it was put", "[journey]") {
    const TemporaryFolder folder;
    const std::string prefix = (folder / "usr").string();
    const Outcome installed =
        run({.arguments = {std::getenv("GUICHET_CMAKE"), "--install", std::getenv("GUICHET_BUILD"), "--prefix", prefix},
             .limit = std::chrono::seconds(120)});
    INFO(installed.output << installed.errors);
    REQUIRE(installed.status == 0);
    for (const char *file : {"bin/guichet", "libexec/guichet/guichet-reader", "share/guichet/catalogue/scopes.toml",
                             "share/guichet/catalogue/forms/s3704.toml", "share/man/man1/guichet.1",
                             "share/man/fr/man1/guichet.1", "share/bash-completion/completions/guichet",
                             "share/applications/guichet.desktop", "share/icons/hicolor/scalable/apps/guichet.svg",
                             "share/doc/guichet/README.md", "share/doc/guichet/docs/errors.md"}) {
        INFO(file);
        CHECK(std::filesystem::exists(std::filesystem::path(prefix) / file));
    }
    // Nothing in it knows where it was built.
    const Outcome paths = run({.arguments = {"grep", "-rlI", std::getenv("GUICHET_BUILD"), prefix}});
    CHECK(paths.output.empty());

    // Moved, it still works: nothing knows where it was installed either.
    const std::string moved = (folder / "elsewhere").string();
    std::filesystem::rename(prefix, moved);
    Station station(moved + "/bin/guichet");
    const json version = station.done("", {"--version"});
    checkKeys(version, {"version", "schema", "seal", "catalogue"});
    CHECK(version.at("version") == std::getenv("GUICHET_VERSION"));
    // Before there is a store the touchscreen says so; where it had not been found, it would be the display that lacks.
    if (std::filesystem::exists(moved + "/libexec/guichet/guichet-kiosk")) {
        CHECK(station.call("", {"kiosk", "--windowed"}).error() == "no-store");
    }
    station.makeDemo(5);
    const json taken = station.done("S01", {"import", (journeyDocuments() / "sortie.xml").string()});
    REQUIRE(taken.at("imported") == 1);
    const json &item = taken.at("items").at(0);
    const std::string pdf = station.path("out.pdf");
    station.done("A01", {"print", "--person", item.at("person"), "--record", item.at("record"), "--output", pdf});
    CHECK_THAT(onOneLine(textOfPdf(pdf)), ContainsSubstring("Aucun traitement à poursuivre."));
    CHECK(!station.done("", {"request", "forms"}).at("forms").empty());

    // The manual page is one that man can show.
    const Outcome man = run({.arguments = {"sh", "-c", "head -n 1 " + moved + "/share/man/man1/guichet.1"}});
    CHECK_THAT(man.output, Catch::Matchers::StartsWith(".TH"));
}
