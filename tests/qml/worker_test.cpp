// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/worker.h"
#include "tests/qml/stage.h"

#include <catch2/catch_test_macros.hpp>

#include <QThread>

#include <atomic>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace guichet::test {
namespace {

using ui::Done;
using ui::Seat;

template <class T>
using Answer = std::optional<Result<T>>;

} // namespace

TEST_CASE("calls run in order on the worker's thread, and answers come back on the screen's", "[ui]") {
    Stage stage;
    auto &worker = stage.kiosk().worker();
    QObject receiver;
    std::vector<int> ran;
    std::vector<int> answered;
    QThread *const here = QThread::currentThread();
    for (int i = 0; i < 50; ++i) {
        worker.ask<int>(
            &receiver,
            [&ran, i, here](Seat &) -> Result<int> {
                if (QThread::currentThread() != here) {
                    ran.push_back(i);
                }
                return i % 7 == 0 ? Result<int>(fail(ErrorCode::Nothing)) : Result<int>(i);
            },
            [&, i](const Answer<int> &answer) {
                CHECK(QThread::currentThread() == here);
                REQUIRE(answer);
                CHECK(answer->has_value() == (i % 7 != 0));
                answered.push_back(i);
            });
    }
    stage.until([&] { return answered.size() == 50; });
    std::vector<int> all(50);
    for (int i = 0; i < 50; ++i) {
        all[static_cast<std::size_t>(i)] = i;
    }
    CHECK(ran == all);
    CHECK(answered == all);
}

TEST_CASE("a call that throws is announced and answered with nothing, and the next one runs", "[ui]") {
    Stage stage;
    auto &worker = stage.kiosk().worker();
    QObject receiver;
    int answers = 0;
    bool nothing = false;
    worker.ask<Done>(
        &receiver, [](Seat &) -> Result<Done> { throw std::runtime_error("the disk is gone"); },
        [&](const Answer<Done> &answer) {
            nothing = !answer;
            ++answers;
        });
    worker.ask<Done>(
        &receiver, [](Seat &) -> Result<Done> { return Done{}; },
        [&](const Answer<Done> &answer) {
            CHECK(answer);
            ++answers;
        });
    stage.until([&] { return answers == 2; });
    CHECK(nothing);
    stage.until([&] { return !stage.kiosk().banner().isEmpty(); });
    CHECK(stage.kiosk().banner().contains(QStringLiteral("the disk is gone")));
    stage.kiosk().dismissBanner();
    CHECK(stage.kiosk().banner().isEmpty());
}

TEST_CASE("nobody's desk answers while nobody is signed in", "[ui]") {
    Stage stage;
    QObject receiver;
    std::optional<ErrorCode> code;
    stage.kiosk().worker().ask<Done>(
        &receiver,
        [](Seat &seat) -> Result<Done> {
            GUICHET_TRY(seat.desk());
            return Done{};
        },
        [&](const Answer<Done> &answer) {
            REQUIRE(answer);
            REQUIRE(!*answer);
            code = answer->error().code;
        });
    stage.until([&] { return code.has_value(); });
    CHECK(code == ErrorCode::WhoActs);
}

TEST_CASE("the end of the program waits for the call that runs", "[ui]") {
    std::atomic<bool> started = false;
    std::atomic<bool> leaving = false;
    bool finished = false;
    QObject receiver;
    {
        Stage stage;
        stage.kiosk().worker().ask<Done>(
            &receiver,
            [&](Seat &) -> Result<Done> {
                started = true;
                while (!leaving) {
                    std::this_thread::yield();
                }
                for (int turn = 0; turn < 1000; ++turn) {
                    std::this_thread::yield();
                }
                finished = true;
                return Done{};
            },
            [](const Answer<Done> &) {});
        stage.until([&] { return started.load(); });
        leaving = true;
    }
    CHECK(finished);
}

} // namespace guichet::test
