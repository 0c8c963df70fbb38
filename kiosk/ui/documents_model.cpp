// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/documents_model.h"

#include "kiosk/counter/print_records.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/papers_model.h"
#include "kiosk/ui/wording.h"
#include "storage/store.h"

#include <algorithm>

namespace guichet::ui {
namespace {

constexpr std::array kCategories{document::Category::Result,        document::Category::Prescription,
                                 document::Category::Reimbursement, document::Category::Hospital,
                                 document::Category::Certificate,   document::Category::Other};

/// Sharp on the screen at twice the width that the preview has at 96 dpi.
constexpr double kPreviewDpi = 144;

QString noteOf(storage::RecordState state) {
    switch (state) {
    case storage::RecordState::Current: return {};
    case storage::RecordState::Superseded: return DocumentsModel::tr("Replaced by a newer version");
    case storage::RecordState::SameVersion: return DocumentsModel::tr("Two documents carry this version");
    case storage::RecordState::Doubtful: return DocumentsModel::tr("Not sure whose it is: a supervisor decides");
    }
    return {};
}

} // namespace

DocumentsModel::DocumentsModel(KioskModel &kiosk)
    : ViewModel(kiosk), categories_({"label", "amount", "picked"}),
      rows_({"date", "title", "pages", "note", "chosen", "opened", "printable"}),
      previewPages_({"source", "ratio", "label"}) {}

void DocumentsModel::clear() {
    records_.clear();
    chosen_.clear();
    titles_.clear();
    uncounted_.clear();
    large_ = false;
    titlesOpen_ = false;
    asking_ = false;
    closePreview();
    rows_.setRows({});
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
    for (const auto *record : shown()) {
        const auto id = QString::fromStdString(record->id);
        rows.push_back({Wording::date(record->date), titles_.value(id),
                        record->pages ? Wording::pages(*record->pages) : QString{}, noteOf(record->state),
                        chosen_.contains(id), titlesOpen_ && titles_.contains(id), true});
    }
    rows_.setRows(rows);
    QList<QVariantList> categories;
    for (const auto category : kCategories) {
        const auto count = std::ranges::count(records_, category, &kiosk::SealedRecord::category);
        if (category == document::Category::Other && count == 0 && category_ != category) {
            continue; // the last: nothing behind it moves
        }
        categories.push_back({Wording::category(category), QString::number(count), category == category_});
    }
    categories_.setRows(categories);
    emit changed();
}

void DocumentsModel::show(std::vector<kiosk::SealedRecord> records, document::Category category) {
    records_ = std::move(records);
    category_ = category;
    showRows();
}

void DocumentsModel::load() {
    const auto visit = kiosk().visit();
    if (!visit.person) {
        return;
    }
    using Sealed = std::vector<kiosk::SealedRecord>;
    ask<Sealed>(
        [visit](Seat &seat) -> Result<Sealed> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            return kiosk::listSealed(desk, *visit.person);
        },
        [this](Sealed records) {
            show(std::move(records), category_);
            countPages();
        });
}

void DocumentsModel::countPages() {
    const auto visit = kiosk().visit();
    const auto missing = std::ranges::find_if(records_, [this](const auto &record) {
        return record.category == category_ && !record.pages && !uncounted_.contains(record.id);
    });
    if (missing == records_.end() || !visit.person) {
        return;
    }
    // One at a time, so that whatever else is asked comes in between.
    uncounted_.insert(missing->id);
    askQuietly<int>(
        [visit, id = missing->id](Seat &seat) -> Result<int> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto prepared,
                           kiosk::prepareRecords(desk, *visit.person, {.records = {id}, .categories = {}, .all = false},
                                                 visit.presence, printing::Layout::Standard));
            return prepared.pages();
        },
        [this, id = missing->id](const Result<int> &pages) {
            const auto record = std::ranges::find(records_, id, &kiosk::SealedRecord::id);
            if (pages && record != records_.end()) {
                record->pages = *pages;
                showRows();
            }
            countPages();
        });
}

QString DocumentsModel::printText() const {
    int pages = 0;
    bool counted = !large_;
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

void DocumentsModel::setLarge(bool large) { set(large_, large); }

void DocumentsModel::chooseCategory(int row) {
    if (row >= 0 && row < static_cast<int>(kCategories.size())) {
        category_ = kCategories.at(static_cast<std::size_t>(row));
        showRows();
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

void DocumentsModel::send(std::vector<std::string> ids) {
    if (ids.empty() || waiting()) {
        return;
    }
    ask<storage::Job>(
        [visit = kiosk().visit(), ids = std::move(ids),
         layout = large_ ? printing::Layout::Large : printing::Layout::Standard](Seat &seat) -> Result<storage::Job> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto prepared,
                           kiosk::prepareRecords(desk, *visit.person, {.records = ids, .categories = {}, .all = false},
                                                 visit.presence, layout));
            return kiosk::recordsToPrinter(desk, prepared, visit.presence, {}, 1, visit.id);
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
    send(std::move(ids));
}

void DocumentsModel::printOne(int row) {
    const auto list = shown();
    if (row >= 0 && row < static_cast<int>(list.size())) {
        send({list[static_cast<std::size_t>(row)]->id});
    }
}

void DocumentsModel::askTitles() { set(asking_, true); }

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
                    titles.insert(
                        QString::fromStdString(id),
                        QString::fromStdString(whose.empty() ? record->title : record->title + " · " + whose));
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
    struct Pages {
        std::vector<printing::PagePixels> pictures;
        std::vector<double> ratios;
    };
    previewed_ = list[static_cast<std::size_t>(row)]->id;
    ask<std::shared_ptr<Pages>>(
        [visit = kiosk().visit(), id = previewed_,
         layout = large_ ? printing::Layout::Large
                         : printing::Layout::Standard](Seat &seat) -> Result<std::shared_ptr<Pages>> {
            GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
            GUICHET_ASSIGN(const auto prepared,
                           kiosk::prepareRecords(desk, *visit.person, {.records = {id}, .categories = {}, .all = false},
                                                 visit.presence, layout));
            auto pages = std::make_shared<Pages>();
            for (const auto &paper : prepared.papers) {
                for (int page = 0; page < paper.pageCount(); ++page) {
                    pages->pictures.push_back(printing::renderPage(paper, page, kPreviewDpi));
                    const auto size = paper.pageSize(page);
                    pages->ratios.push_back(size.widthMm / size.heightMm);
                }
            }
            return pages;
        },
        [this](const std::shared_ptr<Pages> &pages) {
            const auto count = static_cast<int>(pages->pictures.size());
            const auto edition = kiosk().pages()->set(std::move(pages->pictures));
            QList<QVariantList> rows;
            for (int page = 0; page < count; ++page) {
                rows.push_back({QStringLiteral("image://page/%1/%2").arg(edition).arg(page),
                                pages->ratios[static_cast<std::size_t>(page)],
                                tr("Page %1 of %2").arg(page + 1).arg(count)});
            }
            previewPages_.setRows(rows);
            previewing_ = true;
        });
}

void DocumentsModel::closePreview() {
    previewing_ = false;
    previewed_.clear();
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
