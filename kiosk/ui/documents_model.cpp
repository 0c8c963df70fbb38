// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/documents_model.h"

#include "kiosk/counter/print_records.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace guichet::ui {
namespace {

constexpr std::array kCategories{document::Category::Result,        document::Category::Prescription,
                                 document::Category::Reimbursement, document::Category::Hospital,
                                 document::Category::Certificate,   document::Category::Other};

/// Of more that are chosen the pages are not counted beforehand: each has to be laid out for it.
constexpr int kMostCounted = 50;

/// Pages further from the one drawn last are not kept: a page is 8 MB.
constexpr std::size_t kMostApart = 8;

QString noteOf(storage::RecordState state) {
    switch (state) {
    case storage::RecordState::Current: return {};
    case storage::RecordState::Superseded: return DocumentsModel::tr("Replaced by a newer version");
    case storage::RecordState::SameVersion: return DocumentsModel::tr("Two documents carry this version");
    case storage::RecordState::Doubtful: return DocumentsModel::tr("Not sure whose it is: a supervisor decides");
    }
    return {};
}

/// Words from outside whose direction changes nothing of what stands beside them.
QString isolated(const std::string &words) {
    return QChar(0x2068) + QString::fromStdString(words) + QChar(0x2069); // FIRST STRONG ISOLATE, and its end
}

} // namespace

DocumentsModel::DocumentsModel(KioskModel &kiosk)
    : ViewModel(kiosk), categories_({"label", "amount", "picked"}),
      rows_({"date", "title", "pages", "note", "chosen", "opened", "printable"}), asks_({"label", "about"}),
      personRows_({"date", "title", "pages", "picked"}), previewPages_({"source", "ratio", "label"}) {
    connect(&kiosk, &KioskModel::veilChanged, this, [this] {
        if (this->kiosk().veil() == KioskModel::Clear) {
            countPages(); // what was broken off while it was locked
        }
    });
}

void DocumentsModel::clear() {
    records_.clear();
    category_ = document::Category::Result;
    chosen_.clear();
    titles_.clear();
    uncounted_.clear();
    large_ = false;
    titlesOpen_ = false;
    asking_ = false;
    askingAlone_ = false;
    closePreview();
    rows_.setRows({});
    personRows_.setRows({});
    categories_.setRows({});
    ViewModel::clear();
}

std::vector<const kiosk::SealedRecord *> DocumentsModel::shown() const {
    std::vector<const kiosk::SealedRecord *> shown;
    for (const auto &record : records_) {
        if (record.category == category_) {
            shown.push_back(&record);
        }
    }
    return shown;
}

void DocumentsModel::showRows() {
    QList<QVariantList> rows;
    QList<QVariantList> theirs;
    const bool opened = titlesOpen_ && !kiosk().personDisplay(); // to the agent too
    for (const auto *record : shown()) {
        const auto id = QString::fromStdString(record->id);
        if (titlesOpen_) {
            theirs.push_back({Wording::numbers(record->date), titles_.value(id),
                              record->pages ? QString::number(*record->pages) : QString{}, chosen_.contains(id)});
        }
        rows.push_back({Wording::date(record->date), opened ? titles_.value(id) : QString{},
                        record->pages ? Wording::pages(*record->pages) : QString{}, noteOf(record->state),
                        chosen_.contains(id), opened && titles_.contains(id), true});
    }
    rows_.setRows(rows);
    personRows_.setRows(theirs);
    QList<QVariantList> categories;
    for (const auto category : kCategories) {
        const auto all = std::ranges::count(records_, category, &kiosk::SealedRecord::category);
        const auto count = std::ranges::count_if(records_, [category](const auto &record) {
            return record.category == category && storage::isCounted(record.state); // as on the person's page
        });
        if (category == document::Category::Other && all == 0 && category_ != category) {
            continue; // the last: nothing behind it moves
        }
        categories.push_back({Wording::category(category), QString::number(count), category == category_});
    }
    categories_.setRows(categories);
    QList<QVariantList> asks;
    if (rows.isEmpty()) { // not at each page that is counted of a long list
        for (const auto &source : sources()) {
            asks.push_back({source.label, source.about});
        }
    }
    asks_.setRows(asks);
    emit changed();
}

void DocumentsModel::show(std::vector<kiosk::SealedRecord> records, document::Category category) {
    records_ = std::move(records);
    category_ = category;
    noteRead();
    showRows();
}

void DocumentsModel::load() {
    const auto visit = kiosk().visit();
    if (!visit.person) {
        return;
    }
    using Sealed = std::vector<kiosk::SealedRecord>;
    askToShow<Sealed>(
        [visit](Seat &seat) -> Result<Sealed> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::listSealed(desk, *visit.person, visit.presence);
        },
        [this](Sealed records) {
            show(std::move(records), category_);
            countPages();
        });
}

void DocumentsModel::noteIn(kiosk::Place &place) const {
    place["category"] = std::to_string(std::ranges::find(kCategories, category_) - kCategories.begin());
    auto chosen = chosen_.values();
    chosen.sort();
    place["chosen"] = chosen.join(u' ').toStdString();
    place["large"] = large_ ? "yes" : "no";
}

void DocumentsModel::goOnFrom(const kiosk::Place &place) {
    clear();
    for (const auto &[name, value] : place) {
        if (name == "category") {
            chooseCategory(QString::fromStdString(value).toInt());
        } else if (name == "chosen") {
            const auto ids = QString::fromStdString(value).split(u' ', Qt::SkipEmptyParts);
            chosen_ = {ids.begin(), ids.end()};
        } else if (name == "large") {
            large_ = value == "yes";
        }
    }
    load();
}

void DocumentsModel::countPages() {
    const auto visit = kiosk().visit();
    const bool ofChosen = chosen_.size() <= kMostCounted;
    const auto missing = std::ranges::find_if(records_, [this, ofChosen](const auto &record) {
        return (record.category == category_ || (ofChosen && chosen_.contains(QString::fromStdString(record.id)))) &&
               !record.pages && !uncounted_.contains(record.id);
    });
    if (missing == records_.end() || !visit.person) {
        return;
    }
    // One at a time, so that whatever else is asked comes in between.
    uncounted_.insert(missing->id);
    askQuietly<int>(
        [visit, id = missing->id, layout = layout()](Seat &seat) -> Result<int> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto prepared,
                           kiosk::prepareRecords(desk, *visit.person, {.records = {id}, .categories = {}, .all = false},
                                                 visit.presence, layout));
            return prepared.pages();
        },
        [this, id = missing->id, large = large_](const Result<int> &pages) {
            const auto record = std::ranges::find(records_, id, &kiosk::SealedRecord::id);
            if (large != large_) {
                return; // the others are being counted
            }
            if (!pages && pages.error().code == ErrorCode::WhoActs) {
                uncounted_.erase(id); // locked meanwhile: counted once somebody is back
                return;
            }
            if (pages && record != records_.end()) {
                record->pages = *pages;
                showRows();
            }
            countPages();
        });
}

printing::Layout DocumentsModel::layout() const {
    return large_ ? printing::Layout::Large : printing::Layout::Standard;
}

QString DocumentsModel::printText() const {
    int pages = 0;
    bool counted = true;
    for (const auto &record : records_) {
        if (chosen_.contains(QString::fromStdString(record.id))) {
            pages += record.pages.value_or(0);
            counted = counted && record.pages.has_value();
        }
    }
    const auto documents = tr("Print %n document(s)", "", static_cast<int>(chosen_.size()));
    return counted ? documents + QStringLiteral(", ") + Wording::pages(pages) : documents;
}

QString DocumentsModel::printMissing() const { return chosen_.isEmpty() ? tr("Choose a document") : QString{}; }

std::vector<DocumentsModel::Source> DocumentsModel::sources() const {
    using nlohmann::json;
    constexpr auto kRecord = "record-request";
    const auto holder = [](const char *kind) { return json{{"holder-kind", kind}}.dump(); };
    const auto byLaw = tr("An answer is owed within eight days, or two months for what is over five years old.");
    const Source hospital{tr("A hospital or clinic"), byLaw, kRecord, holder("hospital")};
    const Source laboratory{tr("A laboratory"), byLaw, kRecord, holder("laboratory")};
    const Source professional{tr("A physician or another professional"), byLaw, kRecord, holder("professional")};
    const kiosk::Texts french(kiosk().catalogue(), "fr", kiosk().today()); // the form prevails in French
    const Source space{tr("The operator of Mon espace santé: all that is in it, on paper"),
                       tr("An answer is owed within a month."), kRecord,
                       json{{"holder-kind", "operator"},
                            {"holder-name", french("ask.space")},
                            {"record-what", french("ask.whole-space")},
                            {"way-of", "copy"}}
                           .dump()};
    const Source statement{tr("The fund: a statement over 27 months"), tr("Handed over here, or posted."),
                           "reimbursement-statement", json{{"period", "all"}}.dump()};
    switch (category_) {
    case document::Category::Reimbursement: return {statement};
    case document::Category::Result: return {laboratory, hospital, professional, space};
    case document::Category::Hospital: return {hospital, space};
    case document::Category::Prescription:
    case document::Category::Certificate:
    case document::Category::Other: return {professional, hospital, space};
    }
    return {};
}

void DocumentsModel::askFor(int row) {
    const auto all = sources();
    if (row >= 0 && row < asks_.count() && !waiting()) {
        const auto &source = all[static_cast<std::size_t>(row)];
        kiosk().openRequestFor(source.form, source.answers);
    }
}

void DocumentsModel::setLarge(bool large) {
    if (large_ == large) {
        return;
    }
    large_ = large;
    for (auto &record : records_) { // larger letters take more of them
        record.pages.reset();
    }
    uncounted_.clear();
    showRows();
    countPages();
}

void DocumentsModel::chooseCategory(int row) {
    if (row >= 0 && row < static_cast<int>(kCategories.size())) {
        const auto before = std::exchange(category_, kCategories.at(static_cast<std::size_t>(row)));
        if (category_ != before) {
            sealTitles(); // those of the others were not asked for
        } else {
            showRows();
        }
        countPages();
    }
}

void DocumentsModel::toggle(int row) {
    const auto list = shown();
    if (row < 0 || row >= static_cast<int>(list.size())) {
        return;
    }
    const auto id = QString::fromStdString(list[static_cast<std::size_t>(row)]->id);
    if (!chosen_.remove(id)) {
        chosen_.insert(id);
    }
    showRows();
}

int DocumentsModel::countable() const {
    return static_cast<int>(
        std::ranges::count_if(records_, [](const auto &record) { return storage::isCounted(record.state); }));
}

bool DocumentsModel::allChosen() const {
    return countable() > 0 && std::ranges::all_of(records_, [this](const auto &record) {
               return !storage::isCounted(record.state) || chosen_.contains(QString::fromStdString(record.id));
           });
}

void DocumentsModel::toggleAll() {
    const bool none = allChosen();
    chosen_.clear();
    for (const auto &record : records_) {
        if (!none && storage::isCounted(record.state)) {
            chosen_.insert(QString::fromStdString(record.id));
        }
    }
    showRows();
    countPages();
}

QString DocumentsModel::labelOf(const std::vector<std::string> &ids) const {
    std::vector<const kiosk::SealedRecord *> chosen;
    for (const auto &record : records_) {
        if (std::ranges::find(ids, record.id) != ids.end()) {
            chosen.push_back(&record);
        }
    }
    const bool alike = !chosen.empty() && std::ranges::all_of(chosen, [&](const auto *record) {
        return record->category == chosen.front()->category;
    });
    if (alike && chosen.size() == 1) {
        return Wording::category(chosen.front()->category) + QStringLiteral(", ") + Wording::date(chosen.front()->date);
    }
    return alike ? QStringLiteral("%1 (%2)").arg(Wording::category(chosen.front()->category)).arg(chosen.size())
                 : QString();
}

void DocumentsModel::send(const std::vector<std::string> &ids) {
    if (ids.empty() || waiting()) {
        return;
    }
    ask<storage::Job>(
        [visit = kiosk().visit(), label = labelOf(ids).toStdString(), ids,
         layout = layout()](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto prepared,
                           kiosk::prepareRecords(desk, *visit.person, {.records = ids, .categories = {}, .all = false},
                                                 visit.presence, layout));
            return kiosk::recordsToPrinter(desk, prepared, visit.presence,
                                           {.printer = {}, .copies = 1, .visit = visit.id, .label = label});
        },
        [this](const storage::Job &) {
            chosen_.clear();
            showRows();
            kiosk().papers()->refresh();
        },
        [this](const Error &) { kiosk().papers()->refresh(); });
}

void DocumentsModel::print() {
    std::vector<std::string> ids;
    for (const auto &record : records_) {
        if (chosen_.contains(QString::fromStdString(record.id))) {
            ids.push_back(record.id);
        }
    }
    send(ids);
}

void DocumentsModel::printOne(int row) {
    const auto list = shown();
    if (row >= 0 && row < static_cast<int>(list.size())) {
        send({list[static_cast<std::size_t>(row)]->id});
    }
}

void DocumentsModel::askTitles() {
    if (kiosk().visit().presence.accompanied) {
        set(askingAlone_, true);
    } else {
        putQuestion();
    }
}

void DocumentsModel::answerAlone(bool alone) {
    set(askingAlone_, false);
    if (alone) {
        putQuestion();
    }
}

void DocumentsModel::putQuestion() {
    kiosk().turn();
    set(asking_, true);
}

void DocumentsModel::answerTitles(bool show) {
    set(asking_, false);
    if (!show) {
        return;
    }
    std::vector<std::string> ids;
    for (const auto *record : shown()) {
        ids.push_back(record->id);
    }
    using Titles = QHash<QString, QString>;
    ask<Titles>(
        [ids = std::move(ids), presence = kiosk().visit().presence](Seat &seat) -> Result<Titles> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            Titles titles;
            for (const auto &id : ids) {
                const auto record = kiosk::unsealRecord(desk, id, presence);
                if (record) {
                    const auto whose = record->organisation.empty() ? record->author : record->organisation;
                    auto words = isolated(record->title);
                    if (!whose.empty()) {
                        words += QStringLiteral(" · ") + isolated(whose);
                    }
                    titles.insert(QString::fromStdString(id), words);
                } else if (record.error().code != ErrorCode::NotForThem) {
                    return fail(record.error());
                }
            }
            return titles;
        },
        [this](const Titles &titles) {
            titles_ = titles;
            titlesOpen_ = true;
            showRows();
        });
}

void DocumentsModel::sealTitles() {
    titles_.clear();
    titlesOpen_ = false;
    showRows();
}

void DocumentsModel::view(int row) {
    const auto list = shown();
    if (row < 0 || row >= static_cast<int>(list.size()) || waiting() || !titlesOpen_) {
        return;
    }
    previewed_ = list[static_cast<std::size_t>(row)]->id;
    ask<Seat::Preview>([visit = kiosk().visit(), id = previewed_,
                        layout = layout()](Seat &seat) { return seat.openPreview(visit, id, layout); },
                       [this, id = previewed_](Seat::Preview preview) {
                           if (previewed_ != id) { // closed meanwhile
                               releasePreview();
                               return;
                           }
                           edition_ = kiosk().pages()->open();
                           pages_.clear();
                           for (const auto &size : preview.pages) {
                               pages_.push_back({.ratio = size.widthMm / size.heightMm});
                           }
                           speech_ = std::move(preview.speech);
                           previewing_ = true;
                           showPages();
                       });
}

void DocumentsModel::showPages() {
    QList<QVariantList> rows;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        rows.push_back({pages_[i].drawn ? QStringLiteral("image://page/%1/%2").arg(edition_).arg(i) : QString{},
                        pages_[i].ratio, tr("Page %1 of %2").arg(i + 1).arg(pages_.size())});
    }
    previewPages_.setRows(rows);
    emit changed();
}

void DocumentsModel::drawPage(int page) {
    const auto at = static_cast<std::size_t>(page);
    if (page < 0 || at >= pages_.size() || pages_[at].asked) {
        return;
    }
    pages_[at].asked = true;
    using Picture = std::shared_ptr<printing::PagePixels>;
    askQuietly<Picture>(
        [page](Seat &seat) -> Result<Picture> {
            GUICHET_ASSIGN(auto pixels, seat.drawPreview(page));
            return std::make_shared<printing::PagePixels>(std::move(pixels));
        },
        [this, page, at, edition = edition_](const Result<Picture> &picture) {
            if (edition != edition_ || !previewing_) {
                return; // it was closed meanwhile
            }
            if (!picture) {
                closePreview();
                setProblem(sentence(picture.error()));
                return;
            }
            kiosk().pages()->set(page, **picture);
            pages_[at].drawn = true;
            for (std::size_t other = 0; other < pages_.size(); ++other) {
                if (pages_[other].drawn && std::max(other, at) - std::min(other, at) > kMostApart) {
                    kiosk().pages()->drop(static_cast<int>(other));
                    pages_[other].asked = pages_[other].drawn = false;
                }
            }
            showPages();
        });
}

void DocumentsModel::releasePreview() {
    askQuietly<Done>(
        [](Seat &seat) -> Result<Done> {
            seat.closePreview();
            return Done{};
        },
        [](const Result<Done> &) {});
}

void DocumentsModel::closePreview() {
    if (previewing_) {
        releasePreview();
    }
    previewing_ = false;
    previewed_.clear();
    speech_.clear();
    pages_.clear();
    previewPages_.setRows({});
    kiosk().pages()->clear();
    emit changed();
}

void DocumentsModel::printPreviewed() {
    const auto id = previewed_;
    closePreview();
    send({id});
}

} // namespace guichet::ui
