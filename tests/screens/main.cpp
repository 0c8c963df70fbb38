// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-screens: pictures of the touchscreen's screens, without a display.
#include "tests/qml/application.h"
#include "tests/screens/draw.h"
#include "tests/screens/options.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <iostream>
#include <system_error>

namespace guichet::test {
namespace {

/// A picture of README or manual: a state as it is drawn at 1280 × 800 and 100 %.
struct Illustration {
    const char *file;
    const char *state;
};

constexpr std::array kIllustrations{Illustration{"home", "home"}, Illustration{"documents", "documents"},
                                    Illustration{"optout", "opt-outs-answered"}};

struct Named {
    std::string file; ///< without its ending
    Shot shot;
};

std::vector<Named> illustrations(const std::vector<State> &states) {
    std::vector<Named> all;
    for (const auto &illustration : kIllustrations) {
        const auto found = std::ranges::find_if(
            states, [&](const State &state) { return std::string_view(state.name) == illustration.state; });
        if (found == states.end()) {
            throw std::logic_error(std::string("there is no state ") + illustration.state);
        }
        all.push_back({illustration.file, {.state = static_cast<std::size_t>(found - states.begin())}});
    }
    return all;
}

std::vector<Named> wanted(const ScreensOptions &options, const std::vector<State> &states) {
    if (options.manual) {
        return illustrations(states);
    }
    std::vector<Named> all;
    for (const auto &shot : options.all ? everything(states) : spread(states)) {
        const auto name = nameOf(shot, states);
        const auto has = [&name](const std::string &text) { return name.find(text) != std::string::npos; };
        if (options.only.empty() || std::ranges::any_of(options.only, has)) {
            all.push_back({name, shot});
        }
    }
    return all;
}

/// The names hold letters, digits and dashes: nothing of HTML.
void writeSheet(std::ostream &page, const std::vector<Named> &pictures, const std::vector<State> &states) {
    page << "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Screens</title>\n"
            "<style>body{font-family:sans-serif}figure{display:inline-block;margin:8px;vertical-align:top}"
            "img{width:320px;border:1px solid #888}figcaption{width:320px;overflow-wrap:anywhere}</style>\n";
    std::string_view screen;
    for (const auto &picture : pictures) {
        if (const std::string_view next = states.at(picture.shot.state).screen; next != screen) {
            screen = next;
            page << "<h2>" << screen << "</h2>\n";
        }
        page << "<figure><a href=\"" << picture.file << ".png\"><img loading=\"lazy\" alt=\"" << picture.file
             << "\" src=\"" << picture.file << ".png\"></a><figcaption>" << picture.file << "</figcaption></figure>\n";
    }
}

int refuse(const Error &error, int status) {
    std::cerr << "guichet-screens: " << errorMessage(error, "en") << "\n";
    return status;
}

int draw(const ScreensOptions &options) {
    std::error_code trouble;
    std::filesystem::create_directories(options.output, trouble);
    if (!std::filesystem::is_directory(options.output, trouble)) {
        return refuse({ErrorCode::FileUnwritable, options.output.string(), {}}, 1);
    }
    const auto states = allStates();
    const auto pictures = wanted(options, states);
    if (pictures.empty()) {
        return refuse({ErrorCode::BadValue, "--only", {}}, 2);
    }
    const Application application;
    QGuiApplication::styleHints()->setCursorFlashTime(0); // the same picture at any moment
    const auto begin = std::chrono::steady_clock::now();
    Painter painter(states);
    std::size_t faulty = 0;
    for (const auto &picture : pictures) {
        const auto drawn = painter.draw(picture.shot);
        const auto file = options.output / (picture.file + ".png");
        if (!drawn.picture.save(QString::fromStdString(file.string()))) {
            return refuse({ErrorCode::FileUnwritable, file.string(), {}}, 1);
        }
        for (const auto &fault : drawn.faults) {
            std::cout << picture.file << ": " << fault.toStdString() << std::endl;
        }
        faulty += drawn.faults.isEmpty() ? 0U : 1U;
    }
    if (!options.manual) {
        std::ofstream page(options.output / "index.html");
        writeSheet(page, pictures, states);
        page.close();
        if (!page) {
            return refuse({ErrorCode::FileUnwritable, (options.output / "index.html").string(), {}}, 1);
        }
    }
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin).count();
    std::cout << pictures.size() << " pictures, something wrong with " << faulty << ", in " << seconds << " s\n";
    return faulty == 0 ? 0 : 1;
}

int run(const std::vector<std::string> &words) {
    const auto options = parseScreensOptions(words);
    if (!options) {
        return refuse(options.error(), 2);
    }
    if (options->help) {
        std::cout << screensHelp();
        return 0;
    }
    return draw(*options);
}

} // namespace
} // namespace guichet::test

int main(int argc, char **argv) {
    try {
        return guichet::test::run({argv + 1, argv + argc});
    } catch (const std::exception &error) {
        std::cerr << "guichet-screens: " << error.what() << "\n";
        return 1;
    }
}
