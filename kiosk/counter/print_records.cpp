// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/print_records.h"

#include "base/text.h"
#include "kiosk/counter/act_common.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/jobs.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/lay_out.h"
#include "kiosk/counter/titles.h"
#include "kiosk/papers/cover.h"
#include "kiosk/papers/record_paper.h"
#include "storage/document/reader_client.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace guichet::kiosk {
namespace {

/// The entry that says that records went to paper.
constexpr std::string_view kPrinted = "record.printed";

/// Why a record that was not asked for by its id stays where it is; "" when it goes with the others.
std::string_view leftOut(const Desk &desk, const storage::Record &record, const Presence &presence) {
    if (record.state == storage::RecordState::Doubtful) {
        return storage::toText(record.state);
    }
    if (mayBeShown(desk, record.visibility, presence)) {
        return {};
    }
    return record.visibility.hiddenFromPerson ? "hidden-from-person" : "hidden-from-representatives";
}

/// The records that are wanted and may be shown; by id in the order asked, else as the list has them. What is wanted
/// and stays is added to `notShown`.
Result<std::vector<storage::Record>> choose(Desk &desk, const std::string &person, const RecordChoice &choice,
                                            const Presence &presence, std::vector<RecordNotShown> &notShown) {
    std::vector<storage::Record> chosen;
    for (const std::string &id : choice.records) {
        GUICHET_ASSIGN(storage::Record record, desk.store.records().get(id));
        if (record.person != person) {
            return fail(ErrorCode::Nothing, id);
        }
        if (!mayBeShown(desk, record.visibility, presence)) {
            return fail(ErrorCode::NotForThem);
        }
        chosen.push_back(std::move(record));
    }
    if (choice.all || !choice.categories.empty()) {
        for (storage::Record &record :
             desk.store.records().list({.person = person, .category = {}, .onlySelectable = false})) {
            const bool wanted =
                choice.all || std::ranges::find(choice.categories, record.category) != choice.categories.end();
            const bool there = std::ranges::find(chosen, record.id, &storage::Record::id) != chosen.end();
            if (!wanted || there || record.state == storage::RecordState::Superseded) {
                continue;
            }
            if (const std::string_view reason = leftOut(desk, record, presence); !reason.empty()) {
                notShown.push_back({record.id, "document", std::string(reason)});
            } else {
                chosen.push_back(std::move(record));
            }
        }
    }
    if (chosen.empty()) {
        return fail(ErrorCode::Nothing, {}, notShown.empty() ? std::string() : notShown.front().reason);
    }
    return chosen;
}

/// What the record's document says; its own bytes are gone again by then.
Result<document::ReadOutcome> readRecord(const Desk &desk, const storage::Record &record) {
    GUICHET_ASSIGN(const Bytes bytes, desk.store.records().bytes(record.id));
    GUICHET_ASSIGN(const Bytes beside, desk.store.records().description(record.id));
    return desk.machine.reader.read(bytes, {.sha256 = record.sourceSha256, .beside = beside});
}

/// Agency, date and agent: the same on every copy that is made now.
printing::Paper frameOf(const Desk &desk) {
    const Instant now = desk.machine.clock.now();
    const std::string agency = desk.store.settings().value("agency-name");
    const std::string address = desk.store.settings().value("agency-address");
    printing::Paper frame;
    frame.language = "fr"; // the language of the documents themselves
    frame.headerStart = {printing::Runs{printing::bold(agency)}};
    for (std::size_t at = 0; at < address.size();) {
        const std::size_t end = std::min(address.find('\n', at), address.size());
        frame.headerStart.push_back(printing::plain(address.substr(at, end - at)));
        at = end + 1;
    }
    const LocalTime local = desk.calendar.localTime(now);
    const std::string day = fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(local.day.day()),
                                        static_cast<unsigned>(local.day.month()), static_cast<int>(local.day.year()));
    frame.headerEnd = {printing::plain(fmt::format("Imprimé le {} à {:02} h {:02}", day, local.hour, local.minute)),
                       printing::plain(fmt::format("Poste {}, agent {}", desk.store.identity().station, desk.agent))};
    frame.footer.left = agency;
    frame.footer.centre = day;
    frame.author = agency;
    frame.created = formatInstant(now);
    return frame;
}

std::shared_ptr<const printing::Raster> decodePicture(const document::Media &media) {
    if (media.rgb.empty()) {
        return nullptr;
    }
    auto raster = std::make_shared<printing::Raster>();
    raster->width = static_cast<int>(media.rgbWidthPx);
    raster->height = static_cast<int>(media.rgbHeightPx);
    raster->rgb = media.rgb;
    return raster;
}

Result<void> journalPrint(Desk &desk, const PreparedRecords &prepared, const Presence &presence,
                          std::string_view destination, const std::string &job = {}) {
    std::string records;
    for (const std::string &id : prepared.records) {
        records += (records.empty() ? "" : " ") + id;
    }
    Happening printed{.kind = std::string(kPrinted),
                      .person = prepared.person,
                      .by = std::string(toText(presence.who)),
                      .details = {{"records", records},
                                  {"digests", join(prepared.digests(), " ")},
                                  {"edition", prepared.says.front().templateEdition},
                                  {"pages", std::to_string(prepared.pages())},
                                  {"to", std::string(destination)}}};
    if (!job.empty()) {
        printed.details.emplace_back("job", job);
    }
    return journalAlone(desk, printed);
}

/// The first page, where there is one, then the records.
Result<Bytes> pdfOf(const Desk &desk, const PreparedRecords &prepared, const printing::LaidOutPaper *first = nullptr) {
    std::vector<const printing::LaidOutPaper *> papers;
    papers.reserve(prepared.papers.size() + 1);
    if (first != nullptr) {
        papers.push_back(first);
    }
    for (const printing::LaidOutPaper &paper : prepared.papers) {
        papers.push_back(&paper);
    }
    return printing::renderPdf(papers, assemblerOf(desk));
}

/// What a cover sheet and the screen call the papers by: four characters of a new id.
std::string coverMark(const Desk &desk) {
    const std::string id = makeId(desk.machine.clock.now(), desk.machine.random);
    return id.substr(id.size() - 4);
}

} // namespace

int PreparedRecords::pages() const {
    return std::accumulate(papers.begin(), papers.end(), 0,
                           [](int sum, const printing::LaidOutPaper &paper) { return sum + paper.pageCount(); });
}

std::vector<std::string> PreparedRecords::digests() const {
    std::vector<std::string> all;
    all.reserve(says.size());
    for (const printing::Paper &paper : says) {
        all.push_back(toHex(printing::digestOf(paper)));
    }
    return all;
}

Result<bool> allInHand(const Desk &desk, std::string_view person, Instant since) {
    std::set<std::string> wanted;
    for (const storage::Record &record :
         desk.store.records().list({.person = std::string(person), .category = {}, .onlySelectable = false})) {
        if (record.state != storage::RecordState::Superseded && leftOut(desk, record, Presence{}).empty()) {
            wanted.insert(record.id);
        }
    }
    if (wanted.empty()) {
        return false;
    }
    for (const storage::StoredEntry &stored : desk.entries.ofPerson(person)) {
        GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(stored.leafBytes));
        if (leaf.kind != kPrinted || leaf.at < since || !stored.payload) {
            continue;
        }
        const auto details = nlohmann::json::parse(stored.payload->details, nullptr, false);
        const auto job =
            details.is_object() ? desk.store.jobs().get(details.value("job", std::string())) : fail(ErrorCode::Nothing);
        if (job && job->paper == storage::PaperState::InHand) {
            for (const std::string &record : split(details.value("records", std::string()), ' ')) {
                wanted.erase(record);
            }
        }
    }
    return wanted.empty();
}

Result<std::vector<std::string>> recordsOf(const Desk &desk, const storage::Job &job) {
    for (const storage::StoredEntry &stored : desk.entries.ofPerson(job.person)) {
        GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(stored.leafBytes));
        if (leaf.kind != kPrinted || !stored.payload) {
            continue;
        }
        const auto details = nlohmann::json::parse(stored.payload->details, nullptr, false);
        if (details.is_object() && details.value("job", std::string()) == job.id) {
            return split(details.value("records", std::string()), ' ');
        }
    }
    return std::vector<std::string>();
}

Result<std::vector<EarlierPrint>> earlierPrints(const Desk &desk, const PreparedRecords &prepared) {
    GUICHET_TRY(desk.require(Action::Print));
    const std::vector<std::string> now = prepared.digests();
    std::map<std::string, EarlierPrint> last;
    for (const storage::StoredEntry &stored : desk.entries.ofPerson(prepared.person)) {
        GUICHET_ASSIGN(const storage::Leaf leaf, storage::parseLeaf(stored.leafBytes));
        if (leaf.kind != kPrinted || !stored.payload) {
            continue;
        }
        const auto details = nlohmann::json::parse(stored.payload->details, nullptr, false);
        const auto words = [&](const char *key) {
            return details.is_object() ? split(details.value(key, std::string()), ' ') : std::vector<std::string>();
        };
        const std::vector<std::string> records = words("records");
        const std::vector<std::string> digests = words("digests");
        for (std::size_t i = 0; i < std::min(records.size(), digests.size()); ++i) {
            last[records[i]] = {records[i], digests[i], join(words("edition"), " "), leaf.at, stored.id, false};
        }
    }
    std::vector<EarlierPrint> earlier;
    for (std::size_t i = 0; i < prepared.records.size(); ++i) {
        if (const auto found = last.find(prepared.records[i]); found != last.end()) {
            found->second.same = found->second.digest == now[i];
            earlier.push_back(found->second);
        }
    }
    return earlier;
}

printing::Assembler assemblerOf(const Desk &desk) {
    document::ReaderClient &reader = desk.machine.reader;
    return [&reader](const printing::Assembly &assembly) {
        document::PdfAssembly wanted;
        wanted.base = assembly.base;
        wanted.foreignPdfs = assembly.foreignPdfs;
        for (const printing::Placement &placement : assembly.placements) {
            wanted.placements.push_back({static_cast<std::uint32_t>(placement.ours),
                                         static_cast<std::uint32_t>(placement.foreign),
                                         static_cast<std::uint32_t>(placement.page), placement.leftMm,
                                         placement.bottomMm, placement.widthMm, placement.heightMm, placement.below});
        }
        return reader.assemblePdf(wanted);
    };
}

printing::ForeignPicture foreignPictureOf(const Desk &desk) {
    document::ReaderClient &reader = desk.machine.reader;
    return [&reader](const printing::ForeignPlace &place, int width, int height) -> std::optional<printing::Raster> {
        auto pixels = reader.rasterisePdf(*place.pdf, static_cast<std::uint32_t>(place.page),
                                          static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height));
        if (!pixels) {
            return std::nullopt;
        }
        return printing::Raster{.width = static_cast<int>(pixels->widthPx),
                                .height = static_cast<int>(pixels->heightPx),
                                .rgb = std::move(pixels->rgb)};
    };
}

Result<PreparedRecords> prepareRecords(Desk &desk, std::string_view person, const RecordChoice &choice,
                                       const Presence &presence, printing::Layout layout) {
    GUICHET_TRY(desk.require(Action::Print));
    const std::string edition = choice.edition.empty() ? std::string(papers::kRecordEditions.back()) : choice.edition;
    if (std::ranges::find(papers::kRecordEditions, edition) == papers::kRecordEditions.end()) {
        return fail(ErrorCode::BadValue, "--edition " + edition);
    }
    GUICHET_ASSIGN(const storage::Person who, desk.store.people().get(person));
    GUICHET_TRY(mayDisclose(desk, who, presence, TitleAct::Print));
    PreparedRecords prepared;
    GUICHET_ASSIGN(const auto records, choose(desk, who.id, choice, presence, prepared.notShown));
    prepared.person = who.id;
    const Texts texts = textsOf(desk, "fr", today(desk));
    const papers::RecordCopy copy{.frame = frameOf(desk),
                                  .decode = decodePicture,
                                  .say = [&](std::string_view id) { return texts(id); },
                                  .lacking = {},
                                  .edition = edition};
    for (const storage::Record &record : records) {
        GUICHET_ASSIGN(const document::ReadOutcome read, readRecord(desk, record));
        papers::RecordPaper paper = papers::recordPaper(read.document, copy);
        GUICHET_ASSIGN(printing::LaidOutPaper pages, layOut(desk, paper.paper, layout));
        if (!pages.unknownCharacters().empty()) { // which only the fonts can tell
            papers::RecordCopy lacking = copy;
            lacking.lacking = pages.unknownCharacters();
            paper = papers::recordPaper(read.document, lacking);
            GUICHET_ASSIGN(pages, layOut(desk, paper.paper, layout));
        }
        if (layout == printing::Layout::Standard && record.pages != pages.pageCount()) {
            GUICHET_TRY(storage::inTransaction(desk.store.database(), [&]() -> Result<void> {
                return desk.store.records().setPages(record.id, pages.pageCount());
            }));
        }
        for (papers::NotShown &missing : paper.notShown) {
            prepared.notShown.push_back({record.id, std::move(missing.what), std::move(missing.reason)});
        }
        prepared.records.push_back(record.id);
        prepared.papers.push_back(std::move(pages));
        prepared.says.push_back(std::move(paper.paper));
    }
    return prepared;
}

Result<Bytes> recordsToFile(Desk &desk, const PreparedRecords &prepared, const Presence &presence) {
    GUICHET_TRY(desk.require(Action::Print));
    GUICHET_ASSIGN(Bytes pdf, pdfOf(desk, prepared));
    GUICHET_TRY(journalPrint(desk, prepared, presence, "file"));
    return pdf;
}

Result<storage::Job> recordsToPrinter(Desk &desk, const PreparedRecords &prepared, const Presence &presence,
                                      const RecordsJob &wish) {
    GUICHET_TRY(desk.require(Action::Print));
    const std::string mark = coverMark(desk);
    const auto records = static_cast<int>(prepared.records.size());
    const Texts say = textsOf(desk, "fr", today(desk));
    GUICHET_ASSIGN(
        const printing::LaidOutPaper cover,
        layOut(desk, papers::cover(say, frameOf(desk), mark, records, prepared.pages()), printing::Layout::Large));
    GUICHET_ASSIGN(const Bytes pdf, pdfOf(desk, prepared, &cover));
    GUICHET_ASSIGN(
        storage::Job job,
        sendPaper(desk,
                  {.what = fmt::format("{}{}), {}", kRecordsTitle, records, mark),
                   .label = wish.label.empty() ? "" : wish.label + ", " + say("cover.title", {{"mark", mark}}),
                   .pages = prepared.pages(),
                   .copies = wish.copies,
                   .purpose = storage::PaperPurpose::Hand,
                   .visit = wish.visit,
                   .person = prepared.person,
                   .reference = {}},
                  pdf, wish.printer));
    GUICHET_TRY(journalPrint(desk, prepared, presence, "printer", job.id));
    return job;
}

} // namespace guichet::kiosk
