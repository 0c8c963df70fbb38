// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-bench: speed and size as ratios that are measured in one run, each with its limit.
#include "tests/bench/figures.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>

namespace {

using namespace guichet::bench;

constexpr std::string_view kHelp =
    R"(guichet-bench [OPTIONS]: measures, compares with named others in the same run, and says where a limit is missed

  --samples DIR    documents to import and print (default: invented ones)
  --stylesheet DIR the official CDA-FO.xsl, to print the documents beside it with Saxon and FOP (default: skipped)
  --folder DIR     where the stores are made; the disk of this folder is measured (default: a temporary folder)
  --people N       size of the large register of people (default 1000000)
  --only PART      documents, rendering, list, people, optouts or screens
  --quick          tiny counts: shows that it runs, not how fast
  --json           one JSON object

Ends with 1 when a limit is missed. Nothing else should run on the machine meanwhile.
)";

struct Folder {
    std::filesystem::path path;
    explicit Folder(const std::filesystem::path &under) {
        std::string name = (under / "guichet-bench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no folder can be made in " + under.string());
        }
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
};

void printTable(const std::vector<Figure> &figures) {
    for (const Figure &figure : figures) {
        if (!figure.skipped.empty()) {
            std::cout << "skipped   " << figure.what << ": " << figure.skipped << "\n";
            continue;
        }
        std::string line = !figure.limit ? "" : figure.holds() ? "held" : "not held";
        line += fmt::format("{:{}}{:62} {:9.3f} {}", "", 10 - line.size(), figure.what, figure.value, figure.unit);
        if (figure.peerValue) {
            line += fmt::format(" {:6.2f} × {} ({:.3f} {})", figure.measured(), figure.peer, *figure.peerValue,
                                figure.unit);
        }
        if (figure.limit) {
            line += fmt::format("; limit {:g} {}", *figure.limit, figure.peerValue ? "×" : figure.unit);
        }
        if (!figure.note.empty()) {
            line += "  [" + figure.note + "]";
        }
        std::cout << line << "\n";
    }
}

void printJson(const std::vector<Figure> &figures) {
    nlohmann::json list = nlohmann::json::array();
    for (const Figure &figure : figures) {
        if (!figure.skipped.empty()) {
            list.push_back({{"what", figure.what}, {"skipped", figure.skipped}});
            continue;
        }
        list.push_back({{"what", figure.what},
                        {"value", figure.value},
                        {"unit", figure.unit},
                        {"peer", figure.peerValue ? nlohmann::json(figure.peer) : nlohmann::json()},
                        {"peer_value", figure.peerValue ? nlohmann::json(*figure.peerValue) : nlohmann::json()},
                        {"measured", figure.measured()},
                        {"limit", figure.limit ? nlohmann::json(*figure.limit) : nlohmann::json()},
                        {"holds", figure.holds()},
                        {"note", figure.note}});
    }
    std::cout << nlohmann::json{{"figures", list}}.dump(2) << "\n";
}

int bench(int argc, char **argv) {
    Ground ground;
    ground.program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "guichet";
    std::filesystem::path under = std::filesystem::temp_directory_path();
    std::string only;
    bool quick = false;
    bool json = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto value = [&]() -> std::string {
            if (i + 1 >= argc) {
                throw std::invalid_argument(std::string(word) + " needs a value");
            }
            return argv[++i];
        };
        if (word == "--samples") {
            ground.samples = std::filesystem::absolute(value());
        } else if (word == "--stylesheet") {
            ground.stylesheet = std::filesystem::absolute(value());
        } else if (word == "--folder") {
            under = std::filesystem::absolute(value());
        } else if (word == "--people") {
            ground.people.back() = std::stoi(value());
        } else if (word == "--only") {
            only = value();
        } else if (word == "--quick") {
            quick = true;
        } else if (word == "--json") {
            json = true;
        } else if (word == "--help") {
            std::cout << kHelp;
            return 0;
        } else {
            throw std::invalid_argument("not understood: " + std::string(word));
        }
    }
    if (quick) {
        ground.documents = 5;
        ground.repeats = 1;
        ground.people = {200, 1000};
        ground.searches = 100;
        ground.optouts = 5;
        ground.starts = 1;
        ground.visits = 1;
        ground.frames = 20;
    }
    const Folder folder(under);
    ground.folder = folder.path;
    std::vector<Figure> figures;
    const auto take = [&](std::string_view part, std::vector<Figure> (*measure)(const Ground &)) {
        if (only.empty() || only == part) {
            for (Figure &figure : measure(ground)) {
                figures.push_back(std::move(figure));
            }
        }
    };
    take("documents", documentFigures);
    take("rendering", renderingFigures);
    take("optouts", optoutFigures);
    take("list", listFigures);
    take("people", peopleFigures);
#if GUICHET_UI
    take("screens", screenFigures);
#endif
    if (figures.empty()) {
        throw std::invalid_argument("--only takes documents, rendering, list, people, optouts or screens");
    }
    if (json) {
        printJson(figures);
    } else {
        printTable(figures);
    }
    bool all = true;
    for (const Figure &figure : figures) {
        all = all && figure.holds();
    }
    return all || quick ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    try {
        return bench(argc, argv);
    } catch (const std::invalid_argument &mistake) {
        std::cerr << "guichet-bench: " << mistake.what() << "\n" << kHelp;
        return 2;
    } catch (const std::exception &failure) {
        std::cerr << "guichet-bench: " << failure.what() << "\n";
        return 2;
    }
}
