// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-screens as a program.
#include "tests/support/error_output.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QImage>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace guichet::test {
namespace {

Outcome screens(std::vector<std::string> arguments) {
    const char *program = std::getenv("GUICHET_SCREENS");
    REQUIRE(program != nullptr);
    arguments.insert(arguments.begin(), program);
    return run({.arguments = std::move(arguments)});
}

} // namespace

TEST_CASE("guichet-screens draws what is asked for, with a page that shows it, and no display", "[screens]") {
    const TemporaryFolder folder;
    const auto output = folder / "some/new folder";
    const auto drawn = screens({"--output", output.string(), "--all", "--only", "sign-in-typed-1280x800-100-dark",
                                "--only", "documents-titles-1920x1080-100-light-fr"});
    CAPTURE(drawn.output, drawn.errors);
    CHECK(drawn.errors == "");
    const auto summary = drawn.output.find("4 pictures, something wrong with ");
    REQUIRE(summary != std::string::npos);
    CHECK((drawn.status == 0) == (drawn.output.find("something wrong with 0,") != std::string::npos));
    CHECK((drawn.status == 1) == (summary > 0)); // what is wrong stands before, with the picture's name
    std::set<std::string> files;
    for (const auto &entry : std::filesystem::directory_iterator(output)) {
        files.insert(entry.path().filename().string());
    }
    CHECK(files == std::set<std::string>{"documents-titles-1920x1080-100-light-fr.png", "index.html",
                                         "sign-in-typed-1280x800-100-dark-en.png",
                                         "sign-in-typed-1280x800-100-dark-fr.png",
                                         "sign-in-typed-1280x800-100-dark-rtl.png"});
    const QImage large(QString::fromStdString((output / "documents-titles-1920x1080-100-light-fr.png").string()));
    CHECK(large.size() == QSize(1920, 1080));
    const QImage dark(QString::fromStdString((output / "sign-in-typed-1280x800-100-dark-fr.png").string()));
    CHECK(dark.size() == QSize(1280, 800));
    CHECK(qGray(dark.pixel(20, 700)) < 80);
    CHECK(qGray(large.pixel(20, 900)) > 200);
    std::ifstream in(output / "index.html");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    for (const auto &file : files) {
        CHECK((file == "index.html" || page.find("src=\"" + file + "\"") != std::string::npos));
    }
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("http") == std::string::npos);
}

TEST_CASE("guichet-screens says what is wrong with its command line, and ends with 2", "[screens]") {
    struct Row {
        std::vector<std::string> arguments;
        const char *says;
    };
    const auto row =
        GENERATE(Row{{}, "--output"}, Row{{"--output"}, "--output"}, Row{{"--output", ""}, "--output"},
                 Row{{"--output", "/tmp", "--size", "3"}, "--size"}, Row{{"/tmp"}, "only options"},
                 Row{{"--output", "/tmp", "--all", "--manual"}, "--manual"}, Row{{"--output", "/tmp", "--al"}, "--al"},
                 Row{{"--output", "/tmp", "--only", "no-such-screen"}, "--only"});
    CAPTURE(row.arguments);
    const auto answer = screens(row.arguments);
    CHECK(answer.status == 2);
    CHECK(answer.output == "");
    CAPTURE(answer.errors);
    CHECK(answer.errors.starts_with("guichet-screens: "));
    CHECK(answer.errors.find(row.says) != std::string::npos);
}

TEST_CASE("guichet-screens ends with 1 where the folder can't be made, and writes nothing elsewhere", "[screens]") {
    const TemporaryFolder folder;
    const auto file = folder.write("a file", "");
    const auto answer = screens({"--output", (file / "below").string()});
    CHECK(answer.status == 1);
    CHECK(answer.errors.find("a file") != std::string::npos);
}

TEST_CASE("guichet-screens explains itself", "[screens]") {
    const auto answer = screens({"--help"});
    CHECK(answer.status == 0);
    for (const auto *option : {"--output DIR", "--all", "--manual", "--only TEXT"}) {
        CHECK(answer.output.find(option) != std::string::npos);
    }
}

} // namespace guichet::test
