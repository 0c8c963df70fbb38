// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/csv.h"

#include "base/bytes.h"
#include "base/text.h"
#include "storage/document/utf8.h"

#include <csv.h>

#include <algorithm>
#include <deque>
#include <istream>
#include <new>
#include <string>
#include <utility>

namespace guichet::storage {
namespace {

struct Line {
    std::size_t number = 0;
    std::string text; ///< with a line feed at its end
};

} // namespace

struct CsvReader::State {
    std::istream &in;
    char separator;
    csv_parser parser{};
    std::size_t lines = 0;
    std::size_t bytes = 0;
    std::deque<Line> again;            ///< lines to be read once more, before those of the file
    std::deque<Line> open;             ///< the lines of the record that is not at its end yet
    std::deque<Line> last;             ///< those of the record that next() gave last
    std::size_t openBytes = 0;         ///< of all of them
    std::vector<std::string> fields{}; ///< of that record
    std::deque<CsvRow> ready{};

    State(std::istream &file, char between) : in(file), separator(between) { begin(); }
    ~State() { csv_free(&parser); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void begin() {
        if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
            throw std::bad_alloc();
        }
        csv_set_delim(&parser, static_cast<unsigned char>(separator));
    }

    std::optional<Line> line() {
        if (!again.empty()) {
            Line next = std::move(again.front());
            again.pop_front();
            return next;
        }
        Line next;
        if (!std::getline(in, next.text)) {
            return std::nullopt;
        }
        bytes += next.text.size() + 1;
        constexpr std::string_view kBom = "\xEF\xBB\xBF";
        if (lines == 0 && next.text.starts_with(kBom)) {
            next.text.erase(0, kBom.size());
        }
        next.number = ++lines;
        next.text += '\n';
        return next;
    }

    static void field(void *text, std::size_t size, void *self) {
        static_cast<State *>(self)->fields.emplace_back(static_cast<const char *>(text), size);
    }
    static void row(int, void *self) {
        State &state = *static_cast<State *>(self);
        state.ready.push_back({state.open.front().number, std::exchange(state.fields, {}), false});
    }

    void readAgain(std::deque<Line> &record) {
        record.pop_front();
        again.insert(again.begin(), std::make_move_iterator(record.begin()), std::make_move_iterator(record.end()));
        record.clear();
    }

    /// The record that was begun is given up, and its lines but the first are read again.
    void giveUp() {
        ready.push_back({open.front().number, {}, true});
        readAgain(open);
        close();
        last.clear();
        csv_free(&parser);
        begin();
    }
    void close() {
        open.clear();
        openBytes = 0;
        fields.clear();
    }

    void feed(Line next) {
        openBytes += next.text.size();
        open.push_back(std::move(next));
        const std::string &text = open.back().text;
        if (openBytes > kLongestRow || document::validUtf8Prefix(asBytes(text)) != text.size()) {
            giveUp();
            return;
        }
        const std::size_t before = ready.size();
        if (csv_parse(&parser, text.data(), text.size(), &field, &row, this) != text.size()) {
            ready.resize(before); // of a line that holds several, none
            giveUp();
        } else if (constexpr int kNoRowBegun = 0; parser.pstate == kNoRowBegun) {
            last = std::move(open);
            close();
        }
    }
};

CsvReader::CsvReader(std::istream &in, char separator) : state_(std::make_unique<State>(in, separator)) {}
CsvReader::~CsvReader() = default;

std::size_t CsvReader::bytesRead() const { return state_->bytes; }

void CsvReader::rejectLast() {
    if (!state_->last.empty()) {
        state_->readAgain(state_->last);
    }
}

std::optional<CsvRow> CsvReader::next() {
    while (state_->ready.empty()) {
        if (auto line = state_->line()) {
            state_->feed(std::move(*line));
        } else if (state_->open.empty()) {
            return std::nullopt;
        } else {
            state_->giveUp();
        }
    }
    CsvRow row = std::move(state_->ready.front());
    state_->ready.pop_front();
    return row;
}

Result<std::vector<std::size_t>> columnPlaces(const std::optional<CsvRow> &header,
                                              std::span<const std::string_view> names) {
    const std::vector<std::string> fields = header ? header->fields : std::vector<std::string>();
    std::vector<std::size_t> places;
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(fields, name);
        if (found == fields.end()) {
            return fail(ErrorCode::MissingField, std::string(name));
        }
        places.push_back(static_cast<std::size_t>(found - fields.begin()));
    }
    return places;
}

char csvSeparator(std::istream &in) {
    std::string line;
    while (std::getline(in, line) && trim(line).empty()) {
    }
    in.clear();
    in.seekg(0);
    return std::ranges::count(line, ';') > std::ranges::count(line, ',') ? ';' : ',';
}

} // namespace guichet::storage
