// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/read_news.h"

namespace guichet::storage {

std::string ReadNews::upTo(std::string_view agent) {
    auto row = database_.prepare("SELECT version FROM news_read WHERE agent = ?1");
    row.with(agent);
    return row.step() ? row.text(0) : std::string();
}

void ReadNews::set(std::string_view agent, std::string_view version, Instant at) {
    database_
        .prepare("INSERT INTO news_read (agent, version, at) VALUES (?1, ?2, ?3) ON CONFLICT (agent) DO UPDATE SET "
                 "version = excluded.version, at = excluded.at")
        .with(agent, version, at)
        .run();
}

} // namespace guichet::storage
