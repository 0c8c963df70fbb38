// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

#include <string>
#include <vector>

namespace guichet::test {

/// What assistive technology is told of one visible item.
struct AccessibleItem {
    QQuickItem *item = nullptr;
    QString object; ///< its objectName
    QString name;
    QString description;
    QAccessible::Role role = QAccessible::NoRole;
    QAccessible::State state;
    QAccessible::Role groupRole = QAccessible::NoRole; ///< of what it stands in
    QString group;                                     ///< likewise its name
    bool presses = false;

    [[nodiscard]] std::string str() const;
};

/// Qt tells of items, and of what happens to them, only while somebody listens: this listens, as a screen reader does.
class Listening {
public:
    Listening();
    ~Listening();
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
    Listening(Listening &&) = delete;
    Listening &operator=(Listening &&) = delete;

    /// The items that were announced since, by what they were called then; forgets them.
    [[nodiscard]] static QStringList announced();
};

/// In the order of the tree, without what is invisible.
[[nodiscard]] std::vector<AccessibleItem> accessibleItems(const QQuickWindow &window);

/// The name of a type of ours: "Chip" for what QML calls "Chip_QMLTYPE_12"; Qt's own name else.
[[nodiscard]] QString typeOf(const QQuickItem &item);
/// What can be pressed, typed in, or come to by Tab: everything visible and enabled, whatever it tells of itself.
[[nodiscard]] std::vector<QQuickItem *> usableItems(const QQuickWindow &window);
/// The part of the item that can be seen, in the window's coordinates; empty where it is scrolled away.
[[nodiscard]] QRectF seenPart(const QQuickItem &item);
[[nodiscard]] QRectF placeOf(const QQuickItem &item);

// Each returns what is wrong, a line each; nothing: empty.
[[nodiscard]] QStringList withoutWords(const QQuickWindow &window);
[[nodiscard]] QStringList unfitRoles(const QQuickWindow &window);
[[nodiscard]] QStringList twins(const QQuickWindow &window);
/// Whose name does not say the words that are seen on it: who speaks to the machine says those.
[[nodiscard]] QStringList unlikeTheirLabels(const QQuickWindow &window);
[[nodiscard]] QStringList headings(const QQuickWindow &window);
[[nodiscard]] QStringList fieldsThatDoNotTell(const QQuickWindow &window);
[[nodiscard]] QStringList tooSmall(const QQuickWindow &window, double least);

/// What has the focus, and where it and the one before it were at that moment: scrolling moves both.
struct TabStop {
    QPointer<QQuickItem> item; ///< there after the walk
    QRectF place;
    QRectF placeBefore;
    bool operator==(const TabStop &other) const { return item == other.item; }
};

/// Where Tab goes from where the focus is, until it comes back there; at most 500 steps. Throws where an item that the
/// focus came to has gone meanwhile.
[[nodiscard]] std::vector<TabStop> tabStops(QQuickWindow &window, Qt::Key key = Qt::Key_Tab);
/// What can be used and is not among these stops.
[[nodiscard]] QStringList unreached(const QQuickWindow &window, const std::vector<TabStop> &stops);
/// Where the stops go against the order of reading: above, or to the left on the same line. They are a ring, which
/// comes back to its top once.
[[nodiscard]] QStringList againstReading(const std::vector<TabStop> &stops, bool mirrored = false);

/// WCAG's contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);
/// Texts of the picture whose contrast to their ground is less.
[[nodiscard]] QStringList faintTexts(const QQuickWindow &window, const QImage &picture, double least);
/// How many pixels in and around a place differ by 3 to 1 or more.
[[nodiscard]] int changedPixels(const QImage &before, const QImage &after, const QRectF &place);

} // namespace guichet::test
