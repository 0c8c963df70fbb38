// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_lock.h"

#include "tests/support/error_output.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <optional>

#include <sys/wait.h>
#include <unistd.h>

using namespace guichet;
using namespace guichet::storage;
using namespace std::chrono_literals;
using test::must;

TEST_CASE("a lock is one holder's at a time, each byte on its own", "[store]") {
    const test::TemporaryFolder folder;
    {
        const FileLock held = must(FileLock::take(folder.path(), 7));
        CHECK(FileLock::take(folder.path(), 7, 10ms).error().code == ErrorCode::Busy);
        CHECK(FileLock::take(folder.path(), 8, 10ms));
        CHECK(FileLock::take(folder.path(), FileLock::kKeyring, 10ms));
    }
    CHECK(FileLock::take(folder.path(), 7, 10ms));
    CHECK(FileLock::take(folder / "none", 7, 10ms).error().code == ErrorCode::FileUnwritable);
}

TEST_CASE("a lock is given back when its holder is killed", "[store]") {
    const test::TemporaryFolder folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto held = FileLock::take(folder.path(), 7);
        (void)!::write(ready[1], held ? "y" : "n", 1);
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    REQUIRE(::read(ready[0], &answer, 1) == 1);
    CHECK(answer == 'y');
    CHECK(FileLock::take(folder.path(), 7, 10ms).error().code == ErrorCode::Busy);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(FileLock::take(folder.path(), 7, 5s));
    ::close(ready[0]);
    ::close(ready[1]);
}
