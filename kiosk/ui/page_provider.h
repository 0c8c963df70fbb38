// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/layout.h"

#include <QHash>
#include <QImage>
#include <QMutex>
#include <QQuickImageProvider>

#include <memory>
#include <vector>

namespace guichet::ui {

/// The pages that the preview shows, in memory only and of one visit only. Filled on the screen's thread, read on the
/// scene's.
class PagePictures {
public:
    /// Takes the place of what was there; returns what stands in the pages' addresses, another one each time.
    int set(std::vector<printing::PagePixels> pages);
    void clear();
    [[nodiscard]] QImage page(int edition, int number) const;
    [[nodiscard]] int count() const;

private:
    mutable QMutex mutex_;
    std::vector<QImage> pages_;
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
