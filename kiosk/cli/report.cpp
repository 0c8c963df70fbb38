// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/text.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/call.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/activity.h"
#include "kiosk/counter/channel_figures.h"
#include "kiosk/counter/equality.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace guichet::kiosk::cli {
namespace {

constexpr std::size_t kFiguresLimitBytes = 32U << 20U;

Result<Period> periodOf(const Arguments &given) {
    GUICHET_ASSIGN(const auto from, given.date("from"));
    GUICHET_ASSIGN(const auto to, given.date("to"));
    return Period{*from, *to}; // both are required
}

/// Which of the two the name of the file asks for. Error: BadValue.
enum class Output { None, Pdf, Csv };
Result<Output> outputOf(const Arguments &given) {
    const auto file = given.value("output");
    if (!file) {
        return Output::None;
    }
    const std::string extension = std::filesystem::path(*file).extension().string();
    return extension == ".pdf"   ? Result<Output>(Output::Pdf)
           : extension == ".csv" ? Result<Output>(Output::Csv)
                                 : fail(ErrorCode::BadValue, "--output " + *file, ".pdf, .csv");
}

template <typename T>
Json orNull(const std::optional<T> &value) {
    return value ? Json(*value) : Json(nullptr);
}

Json rowJson(const EqualityRow &row) {
    Json json{{"kind", row.kind},
              {"title", row.title},
              {"channel", std::string(row.channel ? toText(*row.channel) : "all")},
              {"count", orNull(row.count)},
              {"share", orNull(row.share)},
              {"settled", orNull(row.settled)},
              {"median_days", orNull(row.median)},
              {"p90_days", orNull(row.ninth)},
              {"tenths_days", row.tenths},
              {"hidden", row.hides}};
    for (std::size_t fate = 0; fate < kFates; ++fate) {
        const auto what = static_cast<Fate>(fate);
        const std::string name = replaceAll(std::string(toText(what)), "-", "_");
        json[name] = orNull(row.fates.at(fate));
        json[name + "_share"] = what < Fate::Waiting ? orNull(row.shareOf(what)) : Json(nullptr);
    }
    return json;
}

Json equalityJson(const Equality &equality) {
    Json rows = Json::array();
    for (const EqualityRow &row : equality.rows) {
        rows.push_back(rowJson(row));
    }
    Json months = Json::array();
    for (const EqualityMonth &month : equality.months) {
        months.push_back({{"kind", month.kind},
                          {"month", month.month},
                          {"channel", std::string(toText(month.channel))},
                          {"median_days", month.median}});
    }
    Json gaps = Json::array();
    for (const EqualityGap &gap : equality.gaps) {
        gaps.push_back({{"kind", gap.kind},
                        {"title", gap.title},
                        {"days", gap.gap.typical},
                        {"low", gap.gap.low},
                        {"high", gap.gap.high},
                        {"verdict", std::string(toText(gap.verdict))}});
    }
    return {{"rows", rows},
            {"months", months},
            {"gaps", gaps},
            {"conclusion", textOrNull(equality.conclusion)},
            {"counter_hours", orNull(equality.hours)},
            {"visits", orNull(equality.visits)},
            {"visits_unanswered", orNull(equality.unanswered)}};
}

std::string numberOr(const std::optional<double> &number, double times = 1) {
    return number ? fmt::format("{:.3g}", *number * times) : "-";
}

std::string equalityText(const Call &call, const Equality &equality) {
    constexpr double kHundred = 100;
    Columns table;
    table.add({call.say("démarche", "act"), call.say("voie", "channel"), call.say("nombre", "number"),
               call.say("médiane", "median"), call.say("9 sur 10", "9 in 10"), call.say("à temps, %", "in time, %")});
    for (const EqualityRow &row : equality.rows) {
        table.add({row.title, std::string(row.channel ? toText(*row.channel) : "all"),
                   row.count ? std::to_string(*row.count) : "-", numberOr(row.median), numberOr(row.ninth),
                   numberOr(row.shareOf(Fate::InTime), kHundred)});
    }
    return table.text() + (equality.conclusion.empty() ? "" : "\n" + equality.conclusion);
}

/// What both reports do with their figures. `paper` is made only where a PDF is asked for.
template <typename Report>
Result<Answer> give(Call &call, Output output, const std::string &csv, Json json, const std::string &text,
                    Report paper) {
    json["pages"] = nullptr;
    if (output == Output::Csv) {
        GUICHET_TRY(call.writeOutput(asBytes(csv)));
    } else if (output == Output::Pdf) {
        GUICHET_ASSIGN(const MadePaper made, paper());
        GUICHET_TRY(call.writeOutput(made.pdf));
        json["pages"] = made.pages;
    }
    return answer(json, text);
}

} // namespace

Result<Answer> reportEquality(Call &call) {
    GUICHET_ASSIGN(const Period period, periodOf(call.arguments()));
    GUICHET_ASSIGN(const Output output, outputOf(call.arguments()));
    GUICHET_ASSIGN(const PaperWish wish, paperWishOf(call.arguments()));
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const Equality made, equality(desk, period));
    return give(call, output, equalityCsv(made), equalityJson(made), equalityText(call, made),
                [&] { return equalityReport(desk, made, wish); });
}

Result<Answer> reportActivity(Call &call) {
    GUICHET_ASSIGN(const Period period, periodOf(call.arguments()));
    GUICHET_ASSIGN(const Output output, outputOf(call.arguments()));
    GUICHET_ASSIGN(const PaperWish wish, paperWishOf(call.arguments()));
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const Activity made, activity(desk, period));
    Json rows = Json::array();
    Columns table;
    for (const ActivityRow &row : made.rows) {
        rows.push_back({{"group", std::string(toText(row.group))},
                        {"kind", row.kind},
                        {"title", row.title},
                        {"state", textOrNull(row.state)},
                        {"count", row.count},
                        {"pages", orNull(row.pages)}});
        table.add({std::string(toText(row.group)), row.title, row.stateTitle, std::to_string(row.count)});
    }
    return give(call, output, activityCsv(made), {{"rows", rows}}, table.text(),
                [&] { return activityReport(desk, made, wish); });
}

Result<Answer> reportFigures(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(desk.require(Action::Report)); // before a file is read
    const std::string file = call.arguments().get("FILE.csv");
    GUICHET_ASSIGN(const Bytes csv, file == "-" ? call.input(kFiguresLimitBytes) : readFile(file, kFiguresLimitBytes));
    GUICHET_ASSIGN(const TakenFigures taken, takeChannelFigures(desk, asText(csv)));
    return answer({{"rows", taken.rows}, {"cases", taken.cases}},
                  fmt::format(fmt::runtime(call.say("Lignes prises : {} ; cas : {}.", "Rows taken: {}; cases: {}.")),
                              taken.rows, taken.cases));
}

} // namespace guichet::kiosk::cli
