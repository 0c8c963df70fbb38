// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/news.h"

#include "storage/read_news.h"
#include "storage/store.h"

namespace guichet::kiosk {

std::vector<const News *> unreadNews(const Desk &desk) {
    std::vector<const News *> unread;
    if (desk.agent.empty()) {
        return unread;
    }
    const std::string upTo = storage::ReadNews(desk.store.database()).upTo(desk.agent);
    for (const News &news : desk.machine.catalogue.news()) {
        if (upTo.empty() || isOlderVersion(upTo, news.version)) {
            unread.push_back(&news);
        }
    }
    return unread;
}

Result<void> markNewsRead(Desk &desk) { return beginNews(desk, desk.agent); }

Result<void> beginNews(Desk &desk, std::string_view agent) {
    return storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
        storage::ReadNews(desk.store.database())
            .set(agent, desk.machine.catalogue.news().front().version, desk.machine.clock.now());
        return {};
    });
}

} // namespace guichet::kiosk
