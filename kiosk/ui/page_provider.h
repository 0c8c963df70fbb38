// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/layout.h"

#include <QHash>
#include <QImage>
#include <QMutex>
#include <QQuickImageProvider>

#include <memory>

namespace guichet::ui {

/// The pages that the preview shows, in memory only, those about the place where it is being read. Filled on the
/// screen's thread, read on the scene's.
class PagePictures {
public:
    /// Forgets what was there; returns what stands in the addresses of the pages that follow, another one each time.
    int open();
    /// A page of what was opened last.
    void set(int number, const printing::PagePixels &page);
    void drop(int number);
    void clear();
    /// Null where it is not there.
    [[nodiscard]] QImage page(int edition, int number) const;
    [[nodiscard]] int count() const;

private:
    mutable QMutex mutex_;
    QHash<int, QImage> pages_;
    int edition_ = 0;
};

/// `image://page/EDITION/NUMBER`, number from 0.
class PageProvider : public QQuickImageProvider {
public:
    explicit PageProvider(std::shared_ptr<const PagePictures> pictures);
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;

private:
    std::shared_ptr<const PagePictures> pictures_;
};

} // namespace guichet::ui
