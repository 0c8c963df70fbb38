// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/database.h"

#include <string>
#include <string_view>

namespace guichet::storage {

/// Up to which version each agent has read what changed. Borrows the database, which outlives it; belongs to its
/// thread. Nothing opens a transaction of its own.
class ReadNews {
public:
    explicit ReadNews(Database &database) : database_(database) {}

    /// "" where nothing is known: they were here before this was written down.
    [[nodiscard]] std::string upTo(std::string_view agent);
    void set(std::string_view agent, std::string_view version, Instant at);

private:
    Database &database_;
};

} // namespace guichet::storage
