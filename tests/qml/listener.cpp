// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/application.h"

#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <memory>

namespace guichet::test {
namespace {

/// One application for all cases of a program.
class Listener : public Catch::EventListenerBase {
public:
    using EventListenerBase::EventListenerBase;

    void testRunStarting(const Catch::TestRunInfo &) override { application_ = std::make_unique<Application>(); }
    void testRunEnded(const Catch::TestRunStats &) override { application_.reset(); }

private:
    std::unique_ptr<Application> application_;
};

CATCH_REGISTER_LISTENER(Listener)

} // namespace
} // namespace guichet::test
