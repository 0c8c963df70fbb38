// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/pack.h"

#include "base/files.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/call.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/pack_done.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <map>
#include <set>

namespace guichet::kiosk::cli {
namespace {

constexpr std::size_t kListLimitBytes = 8U << 20U;
constexpr std::size_t kUsualLanguages = 6; ///< for the bar

Json doneJson(const std::vector<PackDone> &all) {
    Json list = Json::array();
    for (const PackDone &done : all) {
        list.push_back({{"kind", done.kind},
                        {"where", done.where},
                        {"on", formatDate(done.on)},
                        {"count", done.count ? Json(*done.count) : Json(nullptr)}});
    }
    return list;
}

} // namespace

Result<Answer> pack(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(desk.require(Action::Pack)); // before a file is read
    PackWish wish;
    wish.languages = call.arguments().values("language");
    if (const auto file = call.arguments().value("addresses")) {
        GUICHET_ASSIGN(const Bytes csv, *file == "-" ? call.input(kListLimitBytes) : readFile(*file, kListLimitBytes));
        GUICHET_ASSIGN(wish.addressees, readAddressees(asText(csv)));
    }
    const std::filesystem::path folder = call.arguments().get("output");
    std::set<std::string> languages;
    Progress bar(call, wish.languages.empty() ? kUsualLanguages : wish.languages.size());
    const auto sink = [&](const PackFile &file, ByteView bytes) -> Result<void> {
        const std::filesystem::path path = folder / file.path;
        languages.insert(file.language);
        bar.step(languages.size() - 1);
        std::error_code notMade;
        std::filesystem::create_directories(path.parent_path(), notMade);
        return notMade ? fail(ErrorCode::FileUnwritable, path.parent_path().string()) : writeFile(path, bytes);
    };
    GUICHET_ASSIGN(const MadePack made, makePack(desk, wish, sink));
    GUICHET_ASSIGN(const std::vector<PackDone> done, packDone(desk));

    Json files = Json::array();
    std::map<std::string, int> kinds;
    for (const PackFile &file : made.files) {
        files.push_back({{"path", (folder / file.path).string()}, {"kind", file.kind}, {"language", file.language}});
        ++kinds[file.kind];
    }
    Json leftOut = Json::array();
    for (const auto &[kind, error] : made.leftOut) {
        leftOut.push_back({{"kind", kind},
                           {"code", std::string(errorName(error.code))},
                           {"message", errorMessage(error, call.language())}});
        call.message(kind + call.say(" : ", ": ") + errorMessage(error, call.language()));
    }
    Columns table;
    for (const auto &[kind, count] : kinds) {
        table.add({kind, std::to_string(count)});
    }
    std::optional<Error> but;
    if (!made.leftOut.empty()) {
        but = Error{ErrorCode::PartlyDone, std::to_string(made.leftOut.size()), {}};
    }
    return answer({{"files", files}, {"left_out", leftOut}, {"done", doneJson(done)}}, table.text(), but);
}

Result<Answer> packNoteDone(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    const Arguments &given = call.arguments();
    PackDone done;
    done.kind = given.get("KIND");
    done.where = given.get("where");
    GUICHET_ASSIGN(const auto on, given.date("on"));
    done.on = *on; // required
    GUICHET_ASSIGN(done.count, given.number("count", 1, std::numeric_limits<int>::max()));
    GUICHET_TRY(notePackDone(desk, done));
    GUICHET_ASSIGN(const std::vector<PackDone> all, packDone(desk));
    return answer({{"files", Json::array()}, {"done", doneJson(all)}},
                  fmt::format(fmt::runtime(call.say("Noté : {}, {}, le {}.", "Noted: {}, {}, on {}.")), done.kind,
                              done.where, formatDate(done.on)));
}

} // namespace guichet::kiosk::cli
