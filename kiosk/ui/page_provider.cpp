// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/page_provider.h"

namespace guichet::ui {

int PagePictures::open() {
    const QMutexLocker lock(&mutex_);
    pages_.clear();
    return ++edition_;
}

void PagePictures::set(int number, const printing::PagePixels &page) {
    const QImage picture =
        QImage(page.bytes.data(), page.width, page.height, page.stride, QImage::Format_ARGB32_Premultiplied).copy();
    const QMutexLocker lock(&mutex_);
    pages_.insert(number, picture);
}

void PagePictures::drop(int number) {
    const QMutexLocker lock(&mutex_);
    pages_.remove(number);
}

void PagePictures::clear() { open(); }

QImage PagePictures::page(int edition, int number) const {
    const QMutexLocker lock(&mutex_);
    return edition == edition_ ? pages_.value(number) : QImage{};
}

int PagePictures::count() const {
    const QMutexLocker lock(&mutex_);
    return static_cast<int>(pages_.size());
}

PageProvider::PageProvider(std::shared_ptr<const PagePictures> pictures)
    : QQuickImageProvider(QQuickImageProvider::Image), pictures_(std::move(pictures)) {}

QImage PageProvider::requestImage(const QString &id, QSize *size, const QSize &) {
    const auto parts = id.split(u'/');
    auto picture = pictures_->page(parts.value(0).toInt(), parts.value(1).toInt());
    if (picture.isNull()) { // closed meanwhile: nobody looks at it any more, and it is no fault
        picture = QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
    }
    if (size != nullptr) {
        *size = picture.size();
    }
    return picture;
}

} // namespace guichet::ui
