// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/channel_figures.h"

#include "base/text.h"
#include "kiosk/counter/equality.h"
#include "kiosk/counter/journal.h"
#include "storage/csv.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace guichet::kiosk {
namespace {

constexpr std::size_t kMostRows = 100'000;
constexpr int kLongestDays = 3650; // as the table keeps
constexpr int kMostCases = 10'000'000;

std::optional<int> numberIn(std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

bool isKind(const Catalogue &catalogue, std::string_view kind) {
    return kind == kOtherOptouts || kind == kOtherRequests || catalogue.form(kind) != nullptr ||
           catalogue.scope(kind) != nullptr;
}

class FiguresReader {
public:
    FiguresReader(const Catalogue &catalogue, std::string_view csv)
        : catalogue_(catalogue), in_(std::string(csv)), reader_(in_, storage::csvSeparator(in_)) {}

    Result<std::vector<storage::ChannelFigure>> read() {
        const auto header = reader_.next();
        GUICHET_ASSIGN(const std::vector<std::size_t> places, storage::columnPlaces(header, kColumns));
        std::vector<storage::ChannelFigure> figures;
        while (const auto row = reader_.next()) {
            if (figures.size() == kMostRows) {
                return fail(ErrorCode::BadValue, std::to_string(kMostRows + 1));
            }
            auto figure = row->broken || row->fields.size() != header->fields.size() ? std::nullopt
                                                                                     : figureIn(row->fields, places);
            if (!figure) {
                return fail(ErrorCode::BadRow, std::to_string(row->line));
            }
            figures.push_back(std::move(*figure));
        }
        return figures.empty() ? Result<std::vector<storage::ChannelFigure>>(fail(ErrorCode::BadValue, "0")) : figures;
    }

private:
    static constexpr std::array<std::string_view, 6> kColumns{"channel", "month", "kind", "days", "outcome", "count"};

    [[nodiscard]] std::optional<storage::ChannelFigure> figureIn(const std::vector<std::string> &fields,
                                                                 const std::vector<std::size_t> &places) const {
        const auto field = [&](std::size_t column) -> const std::string & { return fields.at(places.at(column)); };
        storage::ChannelFigure figure{.channel = field(0), .month = field(1), .kind = field(2), .outcome = field(4)};
        const auto count = numberIn(field(5), 1, kMostCases);
        const auto fate = fateFrom(figure.outcome);
        figure.days = numberIn(field(3), 0, kLongestDays);
        const bool ours = figure.channel == toText(Channel::Counter);
        const bool channel = figure.channel == toText(Channel::Post) || figure.channel == toText(Channel::Telephone) ||
                             figure.channel == toText(Channel::Online);
        const bool days = field(3).empty() || (figure.days && fate && isAnswer(*fate));
        if (ours || !channel || !parseDate(figure.month + "-01") || !isKind(catalogue_, figure.kind) || !days ||
            !fate || !count) {
            return std::nullopt;
        }
        figure.count = *count;
        return figure;
    }

    const Catalogue &catalogue_;
    std::istringstream in_;
    storage::CsvReader reader_;
};

} // namespace

Result<TakenFigures> takeChannelFigures(Desk &desk, std::string_view csv) {
    GUICHET_TRY(desk.require(Action::Report));
    GUICHET_ASSIGN(const auto figures, FiguresReader(desk.machine.catalogue, csv).read());
    TakenFigures taken;
    taken.rows = static_cast<std::int64_t>(figures.size());
    for (const storage::ChannelFigure &figure : figures) {
        taken.cases += figure.count;
    }
    const auto write = [&]() -> Result<void> {
        desk.store.figures().replace(figures);
        return journal(desk, {.kind = "figures.taken",
                              .person = {},
                              .by = {},
                              .details = {{"rows", std::to_string(taken.rows)},
                                          {"cases", std::to_string(taken.cases)},
                                          {"sha256", toHex(sha256(csv))}},
                              .stays = true});
    };
    GUICHET_TRY(desk.entries.write(write));
    return taken;
}

} // namespace guichet::kiosk
