// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-bench-screens: started by guichet-bench, which stays small without Qt. Prints how many milliseconds each
// frame took that was waited for, as JSON: "touches" (by what was touched), "scrolled", "importing", "printing".
#include "kiosk/counter/print_records.h"
#include "kiosk/ui/documents_model.h"
#include "kiosk/ui/end_model.h"
#include "kiosk/ui/kiosk_model.h"
#include "storage/store.h"
#include "tests/bench/people.h"
#include "tests/qml/application.h"
#include "tests/qml/counter.h"
#include "tests/qml/states.h"
#include "tests/support/cda_builder.h"
#include "tests/support/error_output.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace guichet;
using guichet::test::must;
using Moment = std::chrono::steady_clock::time_point;

constexpr int kLimitMs = 30'000;
constexpr int kRowsInList = 10'000;
constexpr int kStep = 60; ///< pixels between two frames: 1,800 a second at 30 frames

double since(Moment start, Moment end) { return std::chrono::duration<double, std::milli>(end - start).count(); }

/// What is done to a window, and when it shows what that led to.
class Watched {
public:
    explicit Watched(test::Stage &stage) : stage_(stage) {}

    /// From `act` until the end of the first frame for which `there` holds. Throws, with `name`, where none comes.
    double until(const std::string &name, const std::function<void()> &act, const std::function<bool()> &there) {
        std::optional<Moment> shown;
        const auto watch = QObject::connect(&stage_.window(), &QQuickWindow::frameSwapped, &stage_.window(), [&] {
            const auto at = std::chrono::steady_clock::now();
            if (!shown && there()) {
                shown = at;
            }
        });
        const auto start = std::chrono::steady_clock::now();
        act();
        while (!shown) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
            if (since(start, std::chrono::steady_clock::now()) > kLimitMs) {
                throw std::runtime_error("the window never showed what follows from " + name);
            }
        }
        QObject::disconnect(watch);
        return since(start, *shown);
    }

    double touch(const char *name, const std::function<bool()> &there) {
        const auto *item = stage_.find(QString::fromLatin1(name));
        if (item == nullptr) {
            throw std::runtime_error(std::string(name) + " is not on the screen");
        }
        const auto middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
        return until(name, [&] { QTest::mouseClick(&stage_.window(), Qt::LeftButton, {}, middle); }, there);
    }

    double key(int key, const std::function<bool()> &there) {
        return until("a key", [&] { QTest::keyClick(&stage_.window(), static_cast<Qt::Key>(key)); }, there);
    }

    /// A list moved by a step, as a finger moves it.
    double scroll(QQuickItem &list) {
        const double from = list.property("contentY").toDouble();
        return until("a list moved", [&] { list.setProperty("contentY", from + kStep); }, [] { return true; });
    }

private:
    test::Stage &stage_;
};

/// One visit on the real store, as an agent works: each touch and key, and how long the screen took to follow it.
class Visit {
public:
    Visit(test::Counter &counter, std::map<std::string, std::vector<double>> &times)
        : counter_(counter), watched_(counter.stage), times_(times) {}

    void work(const std::string &born) {
        touch("nextPerson", "birthInput");
        for (const char digit : born) {
            type("birthInput", digit);
        }
        note("Enter", watched_.key(Qt::Key_Return, [&] { return has("lettersInput", "activeFocus"); }));
        for (const char letter : {'m', 'o', 'u'}) {
            type("lettersInput", letter);
        }
        touch("action", "traitInput");
        choosePlaceOfBirth();
        touch("trait", [&] { return has("traitInput", "activeFocus"); });
        for (const char letter : {'a', 'l', 'b', 'i'}) {
            type("traitInput", letter);
        }
        note("Enter", watched_.key(Qt::Key_Return,
                                   [&] { return counter_.stage.find(QStringLiteral("traitInput")) == nullptr; }));
        choose("seen0");
        touch("action", "category0");
        touch("category1", "record0"); // the prescriptions
        touch("record0", [&] { return has("record0", "chosen"); });
        touch("back", "category0");
        touch("optOuts", "answer0");
        choose("answer0");
        touch("back", "category0");
        counter_.kiosk.endVisit();
        counter_.kiosk.end()->finish();
        counter_.answered(*counter_.kiosk.end());
        counter_.stage.settleAll();
    }

private:
    [[nodiscard]] bool has(const char *name, const char *property) const {
        const auto *item = counter_.stage.find(QString::fromLatin1(name));
        return item != nullptr && item->property(property).toBool();
    }
    void note(const std::string &what, double milliseconds) {
        times_[what].push_back(milliseconds);
        counter_.stage.settleAll();
    }
    void touch(const char *name, const std::function<bool()> &there) { note(name, watched_.touch(name, there)); }
    void touch(const char *name, const char *next) {
        touch(name, [&] { return counter_.stage.find(QString::fromLatin1(next)) != nullptr; });
    }
    void choose(const char *name) {
        touch(name, [&] { return has(name, "chosen"); });
    }
    void type(const char *field, char letter) {
        const auto *input = counter_.stage.find(QString::fromLatin1(field));
        const auto before = input == nullptr ? 0 : input->property("text").toString().size();
        note("a key", watched_.key(QChar::fromLatin1(letter).toUpper().unicode(),
                                   [&] { return input->property("text").toString().size() == before + 1; }));
    }
    void choosePlaceOfBirth() {
        for (int trait = 0; trait < 8; ++trait) {
            const auto name = "trait" + std::to_string(trait);
            const auto *chip = counter_.stage.find(QString::fromStdString(name));
            if (chip != nullptr && chip->property("text").toString() == u"Lieu de naissance") {
                choose(name.c_str());
                return;
            }
        }
        throw std::runtime_error("the place of birth is not asked for");
    }

    test::Counter &counter_;
    Watched watched_;
    std::map<std::string, std::vector<double>> &times_;
};

/// Some at a time: the stage waits for no work that is longer.
void addPeople(test::Counter &counter, int count) {
    constexpr int kAtOnce = 20'000;
    SeededRandom random(1);
    for (int there = 0; there < count; there += kAtOnce) {
        std::vector<storage::Person> some;
        for (int i = there; i < std::min(there + kAtOnce, count); ++i) {
            some.push_back(bench::inventedPerson(static_cast<std::uint64_t>(i), random));
        }
        counter.stage.atDesk([&some](kiosk::Desk &desk) {
            SystemRandom systemRandom;
            must(storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
                desk.store.people().addMany(some, desk.machine.clock.now(), systemRandom);
                return {};
            }));
        });
    }
}

/// Born on the day of January 1960, with three prescriptions; returns their id.
std::string addPatient(test::Counter &counter, int day) {
    std::string person;
    for (int i = 1; i <= 3; ++i) {
        auto document = test::prescription();
        document.person.ins = test::testNir(2, 60, 1, day);
        document.person.born = std::string("196001") + (day < 10 ? "0" : "") + std::to_string(day);
        document.id = "1.2.250.1.999." + std::to_string(day) + "." + std::to_string(i);
        document.setId = document.id + ".1";
        person = counter.import(document.build());
    }
    return person;
}

/// A list of 10,000 records on the window, ready to be scrolled.
QQuickItem &longList(test::Stage &stage) {
    stage.kiosk().documents()->show(test::records(kRowsInList), document::Category::Result);
    stage.kiosk().go(ui::KioskModel::Documents);
    stage.settleAll();
    auto *list = stage.find(QStringLiteral("records"));
    if (list == nullptr) {
        throw std::runtime_error("no list of records is on the screen");
    }
    return *list;
}

std::vector<double> scrolled(int frames) {
    test::Stage stage;
    test::signIn(stage.kiosk());
    test::serve(stage.kiosk());
    auto &list = longList(stage);
    Watched watched(stage);
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        times.push_back(watched.scroll(list));
    }
    return times;
}

/// Frames of a list that is scrolled for as long as `busy` says.
std::vector<double> scrolledWhile(test::Stage &stage, QQuickItem &list, const std::function<bool()> &busy) {
    Watched watched(stage);
    std::vector<double> times;
    while (busy()) {
        times.push_back(watched.scroll(list));
    }
    return times;
}

std::vector<double> scrolledWhileImporting(test::Counter &counter, const QString &program, const QString &documents) {
    auto &list = longList(counter.stage);
    QProcess import;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GUICHET_PIN"), QString::fromStdString(counter.pin));
    import.setProcessEnvironment(environment);
    import.setStandardOutputFile(QProcess::nullDevice());
    import.start(program, {QStringLiteral("--store"), QString::fromStdString(counter.store().string()),
                           QStringLiteral("--agent"), QStringLiteral("S01"), QStringLiteral("import"), documents});
    if (!import.waitForStarted()) {
        throw std::runtime_error("the import could not be started");
    }
    auto times = scrolledWhile(counter.stage, list,
                               [&] { return import.state() != QProcess::NotRunning || import.bytesToWrite() > 0; });
    if (import.exitStatus() != QProcess::NormalExit || (import.exitCode() != 0 && import.exitCode() != 5)) {
        throw std::runtime_error("the import ended with " + std::to_string(import.exitCode()));
    }
    return times;
}

std::vector<double> scrolledWhilePrinting(test::Counter &counter, const std::string &person, int prints) {
    auto &list = longList(counter.stage);
    int left = prints;
    const std::function<void()> next = [&] {
        counter.kiosk.worker().ask<ui::Done>(
            &counter.kiosk,
            [person](ui::Seat &seat) -> Result<ui::Done> {
                GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
                const kiosk::Presence here{.who = kiosk::Who::Self, .name = {}, .seen = kiosk::IdentitySeen::IdCard};
                GUICHET_ASSIGN(const auto prepared,
                               kiosk::prepareRecords(desk, person, {.records = {}, .categories = {}, .all = true}, here,
                                                     printing::Layout::Standard));
                GUICHET_TRY(kiosk::recordsToPrinter(desk, prepared, here, {}));
                return ui::Done{};
            },
            [&](const std::optional<Result<ui::Done>> &answer) {
                if (!answer || !*answer) {
                    throw std::runtime_error("a record could not be printed");
                }
                if (--left > 0) {
                    next();
                }
            });
    };
    next();
    return scrolledWhile(counter.stage, list, [&] { return left > 0; });
}

int measure(int people, int visits, int frames, const QString &program, const QString &documents) {
    const test::Application application;
    nlohmann::json found;
    found["scrolled"] = scrolled(frames);

    test::Counter counter;
    counter.signIn();
    addPeople(counter, people);
    std::string patient;
    std::map<std::string, std::vector<double>> touches;
    for (int day = 1; day <= visits; ++day) {
        patient = addPatient(counter, day);
    }
    for (int day = 1; day <= visits; ++day) {
        Visit(counter, touches).work((day < 10 ? "0" : "") + std::to_string(day) + "011960");
    }
    found["touches"] = touches;
    counter.serve(patient);
    found["importing"] = scrolledWhileImporting(counter, program, documents);
    found["printing"] = scrolledWhilePrinting(counter, patient, 2 * visits);
    std::cout << found.dump() << "\n";
    return 0;
}

} // namespace

// guichet-bench-screens PEOPLE VISITS FRAMES GUICHET DOCUMENTS
int main(int argc, char **argv) {
    constexpr int kWords = 6;
    if (argc != kWords) {
        std::cerr << "guichet-bench-screens is started by guichet-bench\n";
        return 2;
    }
    try {
        return measure(std::stoi(argv[1]), std::stoi(argv[2]), std::stoi(argv[3]), QString::fromLocal8Bit(argv[4]),
                       QString::fromLocal8Bit(argv[5]));
    } catch (const std::exception &failure) {
        std::cerr << "guichet-bench-screens: " << failure.what() << "\n";
        return 1;
    }
}
