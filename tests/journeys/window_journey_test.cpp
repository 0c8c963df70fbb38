// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/text.h"
#include "tests/journeys/station.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <chrono>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <thread>

/// A whole visit through the real window, on a display of its own: what is touched and typed comes from outside, as
/// from a finger and a keyboard.
namespace guichet::test {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr auto kLimit = 60s;

/// A program that runs until it is stopped, by its own process id.
class Running {
public:
    Running(const std::vector<std::string> &words, int keptFd, const std::string &log) {
        pid_ = ::fork();
        if (pid_ == 0) {
            const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
            ::dup2(out, STDOUT_FILENO);
            ::dup2(out, STDERR_FILENO);
            if (keptFd >= 0) {
                ::dup2(keptFd, 9);
            }
            std::vector<char *> arguments;
            for (const auto &word : words) {
                arguments.push_back(const_cast<char *>(word.c_str()));
            }
            arguments.push_back(nullptr);
            ::execvp(arguments[0], arguments.data());
            ::_exit(127);
        }
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    /// As a crash or a power cut does.
    void kill() const { ::kill(pid_, SIGKILL); }
    ~Running() {
        ::kill(pid_, SIGTERM);
        int status = 0;
        ::waitpid(pid_, &status, 0);
    }

private:
    pid_t pid_ = -1;
};

/// Xvfb on a number that it chooses itself.
class Display {
public:
    Display(const std::string &size, const std::string &log) {
        int ends[2];
        if (::pipe(ends) != 0) {
            throw std::runtime_error("no pipe");
        }
        server_.emplace(
            std::vector<std::string>{"Xvfb", "-displayfd", "9", "-screen", "0", size + "x24", "-nolisten", "tcp"},
            ends[1], log);
        ::close(ends[1]);
        pollfd wait{ends[0], POLLIN, 0};
        char text[16] = {};
        if (::poll(&wait, 1, 20'000) != 1 || ::read(ends[0], text, sizeof text - 1) <= 0) {
            throw std::runtime_error("Xvfb did not start");
        }
        ::close(ends[0]);
        name_ = ":" + std::to_string(std::stoi(text));
    }
    [[nodiscard]] const std::string &name() const { return name_; }

private:
    std::optional<Running> server_;
    std::string name_;
};

enum class Means { Touch, Keyboard, Keypad };

/// The keys of a keypad, by X11's names, that give a letter: its key as often as a telephone asks for it. NumLock is
/// off.
std::vector<std::string> keypadKeys(char letter) {
    struct Key {
        std::string name;
        std::string turns;
    };
    static const std::vector<Key> kKeys{
        {"KP_Insert", " 0"},  {"KP_End", ".,'-1"},  {"KP_Down", "abc2"},  {"KP_Next", "def3"}, {"KP_Left", "ghi4"},
        {"KP_Begin", "jkl5"}, {"KP_Right", "mno6"}, {"KP_Home", "pqrs7"}, {"KP_Up", "tuv8"},   {"KP_Prior", "wxyz9"}};
    const auto small = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    for (const auto &key : kKeys) {
        if (const auto place = key.turns.find(small); place != std::string::npos) {
            return std::vector<std::string>(place + 1, key.name);
        }
    }
    throw std::runtime_error(std::string("no keypad types ") + letter);
}

/// Somebody at the window, who has a finger, a keyboard or a keypad, and nothing else.
class Window {
public:
    Window(const Station &station, const std::string &program, Means means, const std::string &size = "1280x800",
           const std::vector<std::string> &how = {"--windowed"})
        : means_(means), display_(size, station.path("xvfb.log")), items_(station.path("items.json")),
          guichet_(words(station, program, how), -1, station.path("kiosk.log")) {}

    /// The item of this name once it can be seen and waits for nothing.
    json ready(const std::string &name) {
        json found;
        until("to see " + name, [&] {
            found = item(name);
            return !found.is_null() && found.at("enabled") && found.at("missing") == "" && steady(found);
        });
        return found;
    }
    /// The item of this name that can be used, where something covers another; null where none is seen.
    [[nodiscard]] json item(const std::string &name) const {
        std::ifstream file(items_);
        const auto all = json::parse(file, nullptr, false);
        json found;
        for (const auto &one : all.is_array() ? all : json::array()) {
            if (one.at("name") == name && (found.is_null() || one.at("enabled"))) {
                found = one;
            }
        }
        return found;
    }
    /// Presses the button, the choice or the row of this name.
    void use(const std::string &name) {
        go(name);
        if (means_ != Means::Touch) {
            enter();
        }
    }
    /// Goes to a field, to type in it.
    void go(const std::string &name) {
        if (means_ == Means::Touch) {
            touch(name);
        } else {
            reach(name);
        }
    }
    void typePin(const std::string &pin) {
        if (means_ != Means::Touch) {
            reach("pin");
            typeDigits(pin);
            return;
        }
        touch("pin");
        for (const char digit : pin) {
            touch(std::string("pad") + digit);
        }
    }
    /// What the window shows now, into the folder that GUICHET_PICTURES names, where it is set: for README and manual.
    void picture(const std::string &name) {
        const char *folder = std::getenv("GUICHET_PICTURES");
        if (folder == nullptr || means_ != Means::Touch) {
            return;
        }
        REQUIRE(run({.arguments = {"/usr/bin/env", "xdotool", "mousemove", "1279", "799"},
                     .environment = {{"DISPLAY", display_.name()}}})
                    .status == 0);
        std::this_thread::sleep_for(400ms); // nothing is asked of it: only that what fades has faded
        REQUIRE(run({.arguments = {"/usr/bin/env", "import", "-display", display_.name(), "-window", "root",
                                   std::string(folder) + "/" + name + ".png"}})
                    .status == 0);
    }
    /// With another button of a mouse, or the same several times: not what a finger does.
    void click(const std::string &name, const std::string &button, int times = 1) {
        const auto place = ready(name);
        tool({"mousemove", std::to_string(middle(place, "x")), std::to_string(middle(place, "y")), "click", "--repeat",
              std::to_string(times), "--delay", "60", button});
    }
    /// The process ends at once, and nothing in it is told.
    void kill() { guichet_.kill(); }
    void enter() { key(means_ == Means::Keypad ? "KP_Enter" : "Return"); }
    /// Where digits are asked for.
    void typeDigits(const std::string &digits) {
        if (means_ != Means::Keypad) {
            type(digits);
            return;
        }
        for (const char digit : digits) {
            key(keypadKeys(digit).front());
        }
    }
    void type(const std::string &text) {
        if (means_ != Means::Keypad) {
            tool({"type", "--delay", "40", text});
            return;
        }
        std::string last;
        for (const char letter : text) {
            const auto keys = keypadKeys(letter);
            if (keys.front() == last) {
                key("KP_Divide"); // the letter before stays
            }
            for (const auto &pressed : keys) {
                key(pressed);
            }
            last = keys.front();
        }
    }
    /// Types into the field that has the focus. Enter may only follow once the text is there: where the machine stands
    /// still for a moment the server gives all keys the same time, and with Enter behind them they are a code reader's.
    void fill(const std::string &name, const std::string &text, bool digits = false) {
        if (digits) {
            typeDigits(text);
        } else {
            type(text);
        }
        until("for " + name + " to be typed", [&] {
            const auto field = item(name);
            return field.is_object() && field.at("text") == text;
        });
    }
    /// As a code reader does: all its keys some milliseconds apart, with Enter behind them.
    void scan(const std::string &code) { tool({"type", "--delay", "4", "--args", "1", code, "key", "Return"}); }
    void key(const std::string &name) { tool({"key", name}); }
    void until(const std::string &what, const std::function<bool()> &so) {
        const auto end = std::chrono::steady_clock::now() + kLimit;
        while (!so()) {
            if (std::chrono::steady_clock::now() > end) {
                std::ifstream file(items_);
                std::ostringstream seen;
                seen << file.rdbuf();
                throw std::runtime_error("waited in vain " + what + "; the window shows " + seen.str());
            }
            std::this_thread::sleep_for(50ms);
        }
    }

    int touches = 0;

    /// Where the window is on its screen: "X=0", "Y=0", "WIDTH=1280", "HEIGHT=800" among other lines; "" where it is
    /// not yet.
    [[nodiscard]] std::string geometry() const {
        return run({.arguments = {"/usr/bin/env", "DISPLAY=" + display_.name(), "xdotool", "search", "--onlyvisible",
                                  "--name", "Guichet", "getwindowgeometry", "--shell"}})
            .output;
    }

private:
    [[nodiscard]] std::vector<std::string> words(const Station &station, const std::string &program,
                                                 const std::vector<std::string> &how) const {
        std::vector<std::string> all{"/usr/bin/env",
                                     "-i",
                                     "PATH=/usr/bin:/bin",
                                     "LC_ALL=C.UTF-8",
                                     "TZ=UTC",
                                     "HOME=" + station.path("home"),
                                     "XDG_DATA_HOME=" + station.path("data"),
                                     "XDG_STATE_HOME=" + station.path("state"),
                                     "XDG_CONFIG_HOME=" + station.path("config"),
                                     "XDG_CACHE_HOME=" + station.path("cache"),
                                     "XDG_RUNTIME_DIR=" + station.path("runtime"),
                                     "DISPLAY=" + display_.name(),
                                     "QT_QPA_PLATFORM=xcb",
                                     "QT_QUICK_BACKEND=software",
                                     "GUICHET_TEST_ITEMS=" + items_,
                                     program,
                                     "--store",
                                     station.store(),
                                     "kiosk"};
        all.insert(all.end(), how.begin(), how.end());
        return all;
    }
    void touch(const std::string &name) {
        auto place = ready(name);
        for (int turn = 0;
             turn < 20 && name != "action" && name != "back" && name != "allInHand" && middle(place, "y") > 690;
             ++turn) {
            tool({"mousemove", "400", "400", "click", "5"});
            std::this_thread::sleep_for(250ms);
            place = ready(name);
        }
        tool({"mousemove", std::to_string(middle(place, "x")), std::to_string(middle(place, "y")), "click", "1"});
        ++touches;
    }
    /// Tab after Tab, or the keypad's + (/ before the person), until the item has the focus: there is no other way to
    /// it.
    void reach(const std::string &name) {
        ready(name);
        for (int turn = 0; turn < 80; ++turn) {
            if (const auto found = item(name); found.is_object() && found.at("focus") == true) {
                ++touches;
                return;
            }
            const auto before = focused();
            key(means_ != Means::Keypad ? "Tab" : item("agentBack").is_object() ? "KP_Divide" : "KP_Add");
            const auto end = std::chrono::steady_clock::now() + 600ms;
            while (focused() == before && std::chrono::steady_clock::now() < end) {
                std::this_thread::sleep_for(30ms);
            }
        }
        throw std::runtime_error("no key leads to " + name);
    }
    /// The names of what has the focus, from the outside in.
    [[nodiscard]] std::string focused() const {
        std::ifstream file(items_);
        const auto all = json::parse(file, nullptr, false);
        std::string names;
        for (const auto &one : all.is_array() ? all : json::array()) {
            if (one.at("focus") == true) {
                names += one.at("name").get<std::string>() + " ";
            }
        }
        return names;
    }
    static int middle(const json &place, const char *axis) {
        const auto size = *axis == 'x' ? "width" : "height";
        return static_cast<int>(place.at(axis).get<double>() + place.at(size).get<double>() / 2);
    }
    bool steady(const json &found) {
        std::this_thread::sleep_for(150ms);
        return item(found.at("name").get<std::string>()) == found;
    }
    void tool(std::vector<std::string> words) {
        words.insert(words.begin(), {"/usr/bin/env", "DISPLAY=" + display_.name(), "xdotool"});
        REQUIRE(run({.arguments = words}).status == 0);
    }

    Means means_;
    Display display_;
    std::string items_;
    Running guichet_;
};

/// A01, to their home.
void signIn(Window &window, const std::string &pin) {
    window.go("agentCodeInput");
    window.type("A01");
    window.typePin(pin);
    window.use("signIn");
    window.ready("nextPerson");
}

/// From home to the page of the person whom the samples are about, who shows an identity card.
void identify(Window &window) {
    window.use("nextPerson");
    window.ready("birthInput");
    window.fill("birthInput", "03041984", true);
    window.enter();
    window.type("via");
    window.use("action");
    window.ready("traitInput");
    for (int trait = 0; trait < 6; ++trait) {
        const auto chip = window.item("trait" + std::to_string(trait));
        if (!chip.is_null() && chip.at("text") == "Lieu de naissance") {
            window.use("trait" + std::to_string(trait));
            break;
        }
    }
    window.go("traitInput");
    window.fill("traitInput", "ville-essai");
    window.enter();
    window.until("for the match", [&] {
        return window.item("back").is_object() && window.item("traitInput").is_null() &&
               window.item("keyboard").is_null();
    });
    window.touches = 0;
    window.use("seen0");
    window.use("action");
}

/// Results of other days, of the same person.
void importOlderResults(Station &station) {
    const auto bytes = readFile(journeyDocuments() / "analyses.xml", 1 << 20);
    REQUIRE(bytes);
    std::filesystem::create_directory(station.path("older"));
    for (const std::string month : {"03", "06", "09"}) {
        auto text = replaceAll(std::string(asText(*bytes)), "\"2.25.201\"", "\"2.25.9" + month + "\"");
        text = replaceAll(text, "\"2.25.200\"", "\"2.25.8" + month + "\"");
        text = replaceAll(text, "20261118", "2026" + month + "12");
        std::ofstream(station.path("older/" + month + ".xml")) << text;
    }
    REQUIRE(station.done("S01", {"import", station.path("older")}).at("imported") == 3);
}

std::string everythingPrinted(const Station &station) {
    std::string text;
    for (const auto &entry : std::filesystem::directory_iterator(station.store() + "-papers")) {
        text += onOneLine(textOfPdf(entry.path())) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("without a window manager the touchscreen covers the whole screen", "[journey]") {
    const std::string size = GENERATE("1920x1080", "1080x1920");
    CAPTURE(size);
    Station station;
    (void)station.makeDemo(1);
    Window window(station, required("GUICHET_PROGRAM"), Means::Touch, size, {});
    const auto width = size.substr(0, size.find('x'));
    const auto height = size.substr(size.find('x') + 1);
    window.ready("agentCodeInput");
    window.until("for the window to cover the screen", [&] {
        const auto said = "\n" + window.geometry();
        return said.find("\nX=0\n") != std::string::npos && said.find("\nY=0\n") != std::string::npos &&
               said.find("\nWIDTH=" + width + "\n") != std::string::npos &&
               said.find("\nHEIGHT=" + height + "\n") != std::string::npos;
    });
    // And so do the screens in it.
    window.until("for the screen to be as wide", [&] {
        const auto screen = window.item("screen");
        return screen.is_object() && screen.at("width") == std::stoi(width) &&
               screen.at("y").get<double>() + screen.at("height").get<double>() == std::stoi(height);
    });
    window.picture("sign-in-" + size);
}

TEST_CASE(
    "a whole visit through the window, by touch, keyboard or keypad alone, ends with the papers that were asked for",
    "[journey]") {
    const Means means = GENERATE(Means::Touch, Means::Keyboard, Means::Keypad);
    CAPTURE(means);
    Station station;
    const auto made = station.makeDemo(12);
    station.done("S01", {"import", journeyDocuments().string()});
    importOlderResults(station);
    Window window(station, required("GUICHET_PROGRAM"), means);

    if (means == Means::Keypad) {
        window.ready("agentCodeInput");
        window.key("KP_Multiply"); // it is all there is
        window.ready("keypadSign");
    }
    signIn(window, made.at("pin"));
    window.picture("home");
    identify(window);

    // One record: at most four touches after who is here
    window.use("category0");
    window.use("printRecord0");
    CHECK(window.touches <= 4);
    window.until("for the copy", [&] { return window.item("paperState0").is_object(); });

    // What is looked at first, when the person wants it: the pages themselves; nothing is printed by that
    window.use("showTitles");
    window.use("personYes");
    window.ready("personTitle0");
    window.use("agentBack");
    window.typePin(made.at("pin"));
    window.use("signIn");
    window.use("viewRecord0");
    window.ready("pages");
    window.use("back");
    window.use("sealTitles");
    if (means == Means::Touch) { // by keys a row is chosen with arrows
        window.use("record1");
        window.use("record2");
        window.picture("documents");
    }
    window.use("back");

    // An opt-out with its receipt: at most eight, with the two of who is here
    window.touches = 2;
    window.use("optOuts");
    window.use("answer0");
    window.picture("optout");
    window.use("action");
    window.use("signed0");
    window.use("action");
    const auto optout = window.ready("reference").at("text").get<std::string>();
    CHECK(window.touches <= 8);
    window.use("action");

    // A request: a carte Vitale lost, page by page
    window.use("requests");
    window.use("form2");
    window.use("action");
    window.use("field0choice0");
    for (int page = 0; page < 5 && window.item("missingPieces").is_null(); ++page) {
        window.use("action");
        window.ready("back");
    }
    window.use("action");
    window.use("signed0");
    window.use("action");
    const auto request = window.ready("reference").at("text").get<std::string>();
    CHECK(request != optout);
    window.use("action");

    // All the papers by one touch, and the end
    window.use("allInHand");
    window.until("for nothing to be owed", [&] { return window.item("allInHand").is_null(); });
    window.use("back");
    window.use("action");
    window.ready("nextPerson");

    // Lock, and come back
    window.use("lock");
    window.ready("veilTitle");
    CHECK(window.item("nextPerson").is_null());
    window.typePin(made.at("pin"));
    window.use("signIn");
    window.ready("nextPerson");

    // What came out is what was asked for
    const auto printed = everythingPrinted(station);
    CHECK(printed.find(optout) != std::string::npos);
    CHECK(printed.find(request) != std::string::npos);
    const auto times = [](const std::string &text, std::string_view word) {
        int found = 0;
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
            ++found;
        }
        return found;
    };
    for (const char *words : {"Résultats d’analyses", "Copie faite au guichet", "Demande d’opposition",
                              "Pas encore transmise, pas encore confirmée", "Pièces manquantes"}) {
        INFO(words);
        CHECK(times(printed, words) > 0);
    }
    CHECK(times(printed, "Reçu de votre demande") >= 2);
    const auto bytes = readFile(journeyDocuments() / "analyses.xml", 1 << 20);
    REQUIRE(bytes);
    const std::string document(asText(*bytes));
    REQUIRE(times(document, "mesure ") > 40);
    CHECK(times(printed, "mesure ") == times(document, "mesure "));
    const auto kept = station.done("A01", {"optout", "show", optout});
    CHECK(kept.dump().find("recorded") != std::string::npos);
}

TEST_CASE("a window that is killed in the middle of a visit is gone on with where it stood, and registers once",
          "[journey]") {
    Station station;
    const auto made = station.makeDemo(1);
    station.done("S01", {"import", journeyDocuments().string()});
    const auto person =
        station.done("A01", {"person", "find", "--nir", kSampleNir}).at("persons").at(0).at("id").get<std::string>();
    const auto registered = [&] { return station.done("A01", {"optout", "list", "--person", person}).at("optouts"); };
    {
        Window window(station, required("GUICHET_PROGRAM"), Means::Touch);
        signIn(window, made.at("pin"));
        identify(window);
        window.use("optOuts");
        window.use("answer0");
        window.use("action");
        window.use("signed0");
        window.until("for what was done to be noted", [&] {
            const auto last = std::filesystem::last_write_time(station.store() + "/guichet.db-wal");
            return std::filesystem::file_time_type::clock::now() - last > 1s;
        });
        window.kill();
    }
    CHECK(registered().empty());
    Window window(station, required("GUICHET_PROGRAM"), Means::Touch);
    signIn(window, made.at("pin"));
    const auto offered = window.ready("left0").at("text").get<std::string>();
    CHECK(offered == "Reprendre une visite interrompue"); // and not for whom
    window.use("left0");
    window.ready("signed0");
    window.use("action");
    const auto reference = window.ready("reference").at("text").get<std::string>();
    const auto acts = registered();
    REQUIRE(acts.size() == 2); // an objection and a closure, of one signing
    CHECK(acts.at(0).at("reference") == reference);
    CHECK(window.item("paperState1").is_object()); // the form from before, and the receipt
    CHECK(window.item("paperState2").is_null());
}

TEST_CASE("a reader's code goes to its own screen, and into no field", "[journey]") {
    Station station;
    const auto made = station.makeDemo(1);
    Window window(station, required("GUICHET_PROGRAM"), Means::Keyboard);
    const std::string code = "K7-3F9Q-M2XD-4";
    window.go("agentCodeInput");
    window.fill("agentCodeInput", "A01");
    window.scan(code); // before anybody is signed in nothing asks for one
    window.typePin(made.at("pin"));
    CHECK(window.item("agentCodeInput").at("text") == "A01");
    window.use("signIn");
    window.ready("nextPerson");
    window.scan(code);
    window.ready("receiptUnknown");
    CHECK(window.item("receiptCodeInput").at("text") == code);
}

TEST_CASE("what was marked with a mouse can't be pasted after the lock", "[journey]") {
    Station station;
    const auto made = station.makeDemo(1);
    Window window(station, required("GUICHET_PROGRAM"), Means::Touch);
    signIn(window, made.at("pin"));
    const auto saidText = [&] {
        const auto said = window.item("saidInput");
        return said.is_object() ? said.at("text").get<std::string>() : std::string();
    };
    window.use("receipt");
    window.go("receiptCodeInput");
    window.type("chameau");
    window.click("receiptCodeInput", "1", 2);
    window.use("back");
    window.use("forms");
    window.click("saidInput", "2");
    window.until("for what was marked to be pasted", [&] { return saidText() == "chameau"; });
    window.use("lock");
    window.typePin(made.at("pin"));
    window.use("signIn");
    window.use("back");
    window.use("forms");
    window.click("saidInput", "2");
    window.go("saidInput");
    window.type("x");
    window.until("for a letter to be typed", [&] { return !saidText().empty(); });
    CHECK(saidText() == "x");
}

} // namespace guichet::test
