// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "storage/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::storage {

/// An agent asks for a colleague at another window on the store.
struct Call {
    std::string id;
    std::string agent;
    Instant at{};
    std::string answeredBy; ///< who comes; "" while nobody does
    std::optional<Instant> answeredAt;
    bool operator==(const Call &) const = default;
};

/// Borrows the database, which outlives it; belongs to its thread. Nothing opens a transaction of its own.
class Calls {
public:
    explicit Calls(Database &database) : database_(database) {}

    /// Returns the id. What was asked more than a day before goes.
    [[nodiscard]] std::string add(std::string_view agent, Instant at, Random &random);
    /// Those that were asked after `since` and are not over, the oldest first.
    [[nodiscard]] std::vector<Call> open(Instant since);
    /// Somebody comes. Errors: Nothing (it is over), AlreadyDone (somebody else comes already).
    [[nodiscard]] Result<void> answer(std::string_view id, std::string_view agent, Instant at);
    /// It is over; nothing happens where it was.
    void end(std::string_view id);

private:
    Database &database_;
};

} // namespace guichet::storage
