// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/layout_faults.h"

#include <QQuickItem>

#include <vector>

namespace guichet::test {
namespace {

/// Antialiasing, and halves of pixels.
constexpr double kTolerance = 1.5;
/// The leading of a line may lie on its neighbour's.
constexpr double kOverlap = 3;

struct Seen {
    const QQuickItem *item;
    QString name;
    QRectF place; ///< what of it can be seen now, in the window
};

bool isText(const QQuickItem &item) { return item.inherits("QQuickText"); }

bool isControl(const QQuickItem &item) {
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextInput");
}

bool isFlickable(const QQuickItem &item) { return item.inherits("QQuickFlickable"); }

QString words(const QQuickItem &item) {
    const auto text = item.property("text").toString();
    return text.isEmpty() ? item.objectName() : text;
}

/// A text's name for a report: one line, and not all of a long one.
QString quoted(const QQuickItem &item) {
    constexpr int kMost = 60;
    auto text = words(item).simplified();
    if (text.size() > kMost) {
        text = text.left(kMost) + u'…';
    }
    return u'“' + text + u'”';
}

/// Where a text's glyphs are: a text's bounding rectangle, not its item's.
QRectF painted(const QQuickItem &item) {
    return isText(item) ? item.boundingRect() : QRectF(0, 0, item.width(), item.height());
}

/// The range that can be scrolled to, in the content's coordinates.
QRectF content(const QQuickItem &flickable) {
    const auto number = [&](const char *name) { return flickable.property(name).toDouble(); };
    const double width = number("contentWidth") > 0 ? number("contentWidth") : flickable.width();
    const double height = number("contentHeight") > 0 ? number("contentHeight") : flickable.height();
    return {number("originX"), number("originY"), std::max(width, flickable.width()),
            std::max(height, flickable.height())};
}

bool within(const QRectF &inner, const QRectF &outer) {
    return inner.left() >= outer.left() - kTolerance && inner.right() <= outer.right() + kTolerance &&
           inner.top() >= outer.top() - kTolerance && inner.bottom() <= outer.bottom() + kTolerance;
}

/// Whether all of it can be seen, after scrolling where that is possible. What a list scrolls away is looked at as if
/// it were scrolled to.
bool reachable(const QQuickItem &item, const QQuickItem &root) {
    QRectF place = painted(item);
    for (const QQuickItem *at = &item; at != &root; at = at->parentItem()) {
        const auto *parent = at->parentItem();
        if (parent == nullptr) {
            return false;
        }
        place = at->mapRectToItem(parent, place);
        if (parent->parentItem() != nullptr && isFlickable(*parent->parentItem())) {
            const auto *flickable = parent->parentItem();
            if (!within(place, content(*flickable))) {
                return false;
            }
            place = flickable->mapRectToItem(parent, QRectF(0, 0, flickable->width(), flickable->height()));
        } else if (parent->clip() && !isFlickable(*parent) && !parent->inherits("QQuickTextInput") &&
                   !within(place, QRectF(0, 0, parent->width(), parent->height()))) {
            return false;
        }
    }
    return within(place, QRectF(0, 0, root.width(), root.height()));
}

/// The box that the text is written in: what is drawn around it.
const QQuickItem *boxOf(const QQuickItem &item, const QQuickItem &root) {
    for (const auto *at = item.parentItem(); at != nullptr && at != &root; at = at->parentItem()) {
        if (isFlickable(*at)) {
            return nullptr;
        }
        if (isControl(*at) || at->inherits("QQuickRectangle")) {
            return at;
        }
    }
    return nullptr;
}

class Layer {
public:
    Layer(const QQuickItem &root, QStringList &faults) : root_(root), faults_(faults) {}

    void look(const QQuickItem &item, QRectF shown) {
        if (!item.isVisible() || item.opacity() == 0 || item.objectName().endsWith(u"eyboardPanel")) { // Qt's own
            return;
        }
        if (item.clip()) {
            shown = shown.intersected(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())));
        }
        if (isText(item) && !item.property("text").toString().isEmpty()) {
            lookAtText(item);
            keep(item, shown);
        } else if (isControl(item)) {
            if (!reachable(item, root_)) {
                faults_.push_back(QStringLiteral("out of reach: ") + quoted(item));
            }
            keep(item, shown);
        }
        const auto children = item.childItems();
        for (const auto *child : children) {
            look(*child, shown);
        }
    }

    void compare() {
        for (std::size_t one = 0; one < seen_.size(); ++one) {
            for (std::size_t other = one + 1; other < seen_.size(); ++other) {
                const auto &a = seen_[one];
                const auto &b = seen_[other];
                const auto both = a.place.intersected(b.place);
                if (both.width() > kOverlap && both.height() > kOverlap && !a.item->isAncestorOf(b.item) &&
                    !b.item->isAncestorOf(a.item)) {
                    faults_.push_back(QStringLiteral("on each other: %1 and %2").arg(a.name, b.name));
                }
            }
        }
    }

private:
    void lookAtText(const QQuickItem &item) {
        const auto *parent = item.parentItem();
        const bool hint = parent != nullptr && parent->inherits("QQuickTextInput");
        const bool maybeShort = hint || item.objectName() == QLatin1String("place");
        if (item.property("truncated").toBool() && !maybeShort) {
            faults_.push_back(QStringLiteral("shortened: ") + quoted(item));
        } else if (item.property("contentWidth").toDouble() > item.width() + kTolerance) {
            faults_.push_back(QStringLiteral("wider than its place: ") + quoted(item));
        }
        if (!reachable(item, root_)) {
            faults_.push_back(QStringLiteral("out of sight: ") + quoted(item));
        }
        const auto *box = boxOf(item, root_);
        if (box != nullptr &&
            !within(item.mapRectToItem(box, painted(item)), QRectF(0, 0, box->width(), box->height()))) {
            faults_.push_back(QStringLiteral("leaves its box: ") + quoted(item));
        }
    }

    void keep(const QQuickItem &item, const QRectF &shown) {
        const auto place = item.mapRectToScene(painted(item)).intersected(shown);
        if (!place.isEmpty()) {
            seen_.push_back({&item, quoted(item), place});
        }
    }

    const QQuickItem &root_;
    QStringList &faults_;
    std::vector<Seen> seen_;
};

} // namespace

QStringList layoutFaults(const QQuickWindow &window) {
    QStringList faults;
    const auto &root = *window.contentItem();
    const QRectF all(0, 0, root.width(), root.height());
    const auto layers = root.childItems();
    for (const auto *top : layers) {
        Layer layer(root, faults);
        layer.look(*top, all);
        layer.compare();
    }
    faults.removeDuplicates();
    return faults;
}

} // namespace guichet::test
