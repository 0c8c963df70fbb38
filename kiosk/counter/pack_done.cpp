// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/pack_done.h"

#include "base/text.h"
#include "kiosk/catalogue/pack.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/papers/words.h"
#include "storage/register/leaf.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace guichet::kiosk {
namespace {

using KindWords = std::pair<std::string_view, const char *>;
constexpr std::array<KindWords, 7> kKindWords{{{"poster", "promise.poster"},
                                               {"leaflet", "promise.leaflet"},
                                               {"slides", "promise.slides"},
                                               {"telephone", "promise.telephone"},
                                               {"email", "promise.email"},
                                               {"letter", "promise.letter"},
                                               {"sms", "promise.sms"}}};
constexpr std::string_view kDone = "pack.done";
constexpr std::size_t kLongestWhere = 100; ///< characters

} // namespace

const std::vector<std::string_view> &packKinds() {
    static const std::vector<std::string_view> kKinds = [] {
        std::vector<std::string_view> kinds;
        std::ranges::transform(kKindWords, std::back_inserter(kinds), &KindWords::first);
        return kinds;
    }();
    return kKinds;
}

std::string packKindWords(const Texts &say, std::string_view kind) {
    const auto *found = std::ranges::find(kKindWords, kind, &KindWords::first);
    return found == kKindWords.end() ? std::string(kind) : say(found->second);
}

Result<void> notePackDone(Desk &desk, const PackDone &done) {
    GUICHET_TRY(desk.require(Action::Pack));
    if (std::ranges::find(packKinds(), done.kind) == packKinds().end()) {
        return fail(ErrorCode::BadValue, done.kind, join({packKinds().begin(), packKinds().end()}, ", "));
    }
    const std::string where = trim(done.where);
    if (where.empty() || countCharacters(where) > kLongestWhere || where.find('\n') != std::string::npos) {
        return fail(ErrorCode::BadValue, "--where");
    }
    if (done.count && *done.count < 1) {
        return fail(ErrorCode::BadValue, "--count " + std::to_string(*done.count));
    }
    if (std::chrono::sys_days(done.on) > std::chrono::sys_days(today(desk))) {
        return fail(ErrorCode::FutureDate, formatDate(done.on));
    }
    std::vector<std::pair<std::string, std::string>> details{
        {"kind", done.kind}, {"where", where}, {"on", formatDate(done.on)}};
    if (done.count) {
        details.emplace_back("count", std::to_string(*done.count));
    }
    return journalAlone(desk, {.kind = std::string(kDone), .person = {}, .by = {}, .details = details, .stays = true});
}

Result<std::vector<PackDone>> packDone(const Desk &desk) {
    GUICHET_TRY(desk.require(Action::Pack));
    std::vector<PackDone> all;
    for (const storage::StoredEntry &entry : desk.entries.ofKind(kDone)) {
        const auto details = nlohmann::json::parse(entry.payload ? entry.payload->details : "", nullptr, false);
        if (!details.is_object()) {
            continue;
        }
        PackDone done;
        done.kind = details.value("kind", std::string());
        done.where = details.value("where", std::string());
        const auto on = parseDate(details.value("on", std::string()));
        if (!on) {
            continue;
        }
        done.on = *on;
        if (const std::string count = details.value("count", std::string()); !count.empty()) {
            int number = 0;
            std::from_chars(count.data(), count.data() + count.size(), number);
            done.count = number;
        }
        all.push_back(std::move(done));
    }
    std::ranges::stable_sort(all, {}, [](const PackDone &done) { return std::chrono::sys_days(done.on); });
    return all;
}

Result<std::vector<PackPromise>> packPromises(Desk &desk) {
    GUICHET_ASSIGN(const std::vector<PackDone> done, packDone(desk));
    return packPromises(desk, done);
}

Result<std::vector<PackPromise>> packPromises(Desk &desk, const std::vector<PackDone> &done) {
    GUICHET_TRY(desk.require(Action::Pack));
    const Pack *pack = packOf(desk.machine.catalogue);
    GUICHET_ASSIGN(const storage::StoredEntry first, desk.entries.get({desk.entries.logs().front().origin, 0}));
    GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(first.leafBytes));
    std::vector<PackPromise> promises;
    for (const std::string_view kind : packKinds()) {
        const auto last =
            std::find_if(done.rbegin(), done.rend(), [&](const PackDone &one) { return one.kind == kind; });
        if (last == done.rend()) {
            promises.push_back({std::string(kind), desk.calendar.dayOf(leaf.at), false});
        } else if (pack != nullptr && last->on < pack->edition.validFrom) {
            promises.push_back({std::string(kind), pack->edition.validFrom, true});
        }
    }
    std::ranges::stable_sort(promises, {}, &PackPromise::since);
    return promises;
}

std::string promiseWords(const Texts &say, const PackPromise &promise) {
    return say(promise.changed ? "promise.renew" : "promise.oldest",
               {{"what", packKindWords(say, promise.kind)}, {"day", papers::longDate(say, promise.since)}});
}

} // namespace guichet::kiosk
