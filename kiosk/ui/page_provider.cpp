// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/page_provider.h"

namespace guichet::ui {

int PagePictures::set(std::vector<printing::PagePixels> pages) {
    std::vector<QImage> pictures;
    pictures.reserve(pages.size());
    for (auto &page : pages) {
        pictures.push_back(
            QImage(page.bytes.data(), page.width, page.height, page.stride, QImage::Format_ARGB32_Premultiplied)
                .copy());
    }
    const QMutexLocker lock(&mutex_);
    pages_ = std::move(pictures);
    return ++edition_;
}

void PagePictures::clear() {
    const QMutexLocker lock(&mutex_);
    pages_.clear();
    ++edition_;
}

QImage PagePictures::page(int edition, int number) const {
    const QMutexLocker lock(&mutex_);
    const auto index = static_cast<std::size_t>(number);
    return edition != edition_ || number < 0 || index >= pages_.size() ? QImage{} : pages_[index];
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
    if (size != nullptr) {
        *size = picture.size();
    }
    return picture;
}

} // namespace guichet::ui
