// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/accessible_items.h"

#include <QGuiApplication>
#include <QImage>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>

#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

namespace guichet::test {
namespace {

constexpr int kMostStops = 500;

QStringList alerts;

void listen(QAccessibleEvent *event) {
    if (event->type() == QAccessible::Alert && event->accessibleInterface() != nullptr) {
        alerts.push_back(event->accessibleInterface()->text(QAccessible::Name));
    }
}

void setActive(bool active) { QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(active); }

void collect(QAccessibleInterface &at, QAccessibleInterface *group, std::vector<AccessibleItem> &items) {
    if (at.state().invisible) {
        return;
    }
    if (auto *item = qobject_cast<QQuickItem *>(at.object()); item != nullptr) {
        auto *actions = at.actionInterface();
        items.push_back({.item = item,
                         .object = item->objectName(),
                         .name = at.text(QAccessible::Name),
                         .description = at.text(QAccessible::Description),
                         .role = at.role(),
                         .state = at.state(),
                         .groupRole = group == nullptr ? QAccessible::NoRole : group->role(),
                         .group = group == nullptr ? QString{} : group->text(QAccessible::Name),
                         .presses = actions != nullptr &&
                                    actions->actionNames().contains(QAccessibleActionInterface::pressAction())});
    }
    for (int index = 0; index < at.childCount(); ++index) {
        if (auto *child = at.child(index); child != nullptr) {
            collect(*child, &at, items);
        }
    }
}

void eachVisible(QQuickItem &item, const std::function<void(QQuickItem &)> &visit) {
    if (!item.isVisible() || item.opacity() <= 0) {
        return;
    }
    visit(item);
    const auto children = item.childItems();
    for (auto *child : children) {
        eachVisible(*child, visit);
    }
}

bool pointsAt(const QQuickItem &item) {
    return std::ranges::any_of(item.children(),
                               [](const QObject *child) { return child->inherits("QQuickTapHandler"); });
}

bool within(const QQuickItem &item, const QString &type) {
    for (const auto *at = &item; at != nullptr; at = at->parentItem()) {
        if (typeOf(*at) == type) {
            return true;
        }
    }
    return false;
}

/// The parts of the window that are read one after the other.
int region(const QQuickItem &item) {
    return within(item, QStringLiteral("Bar"))           ? 0
           : within(item, QStringLiteral("PapersPanel")) ? 2
           : within(item, QStringLiteral("ActionBar"))   ? 3
                                                         : 1;
}

std::string roleName(QAccessible::Role role) {
    const char *name = QMetaEnum::fromType<QAccessible::Role>().valueToKey(role);
    return name == nullptr ? "role " + std::to_string(role) : name;
}

QString line(const QQuickItem &item, const QString &what) {
    return QStringLiteral("%1 [%2]: %3").arg(typeOf(item), item.objectName(), what);
}

/// "field0choice1", "optouts.objection", "DocumentsScreen", "--agent CODE": what only a programmer reads.
bool looksLikeAnId(const QString &name) {
    static const QRegularExpression id(QStringLiteral("^(?:[a-z]+(?:[-_.][a-z0-9]+)+|[a-z]+[A-Z0-9]\\w*|%\\w.*)$"));
    return id.match(name).hasMatch() || name.contains(QLatin1String("undefined")) || name.contains(u'%') ||
           name.contains(QLatin1String("--"));
}

double luminance(const QColor &color) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

bool ofKeyboard(const QQuickItem &item) {
    return item.objectName().endsWith(u"eyboardPanel") ||
           (item.parentItem() != nullptr && ofKeyboard(*item.parentItem()));
}

} // namespace

std::string AccessibleItem::str() const {
    return typeOf(*item).toStdString() + " [" + object.toStdString() + "] " + roleName(role) + " \"" +
           name.toStdString() + "\"";
}

Listening::Listening() {
    alerts.clear();
    QAccessible::installUpdateHandler(listen);
    setActive(true);
}

Listening::~Listening() {
    setActive(false);
    QAccessible::installUpdateHandler(nullptr);
}

QStringList Listening::announced() { return std::exchange(alerts, {}); }

std::vector<AccessibleItem> accessibleItems(const QQuickWindow &window) {
    std::vector<AccessibleItem> items;
    if (auto *root = QAccessible::queryAccessibleInterface(const_cast<QQuickWindow *>(&window)); root != nullptr) {
        collect(*root, nullptr, items);
    }
    return items;
}

QString typeOf(const QQuickItem &item) {
    const auto name = QString::fromLatin1(item.metaObject()->className());
    return name.left(name.indexOf(QLatin1String("_QML")));
}

std::vector<QQuickItem *> usableItems(const QQuickWindow &window) {
    std::vector<QQuickItem *> items;
    eachVisible(*window.contentItem(), [&](QQuickItem &item) {
        // What only keeps a touch from what is behind it does nothing.
        if (item.isEnabled() && (item.activeFocusOnTab() || item.inherits("QQuickAbstractButton") ||
                                 (pointsAt(item) && item.objectName() != QLatin1String("shield")))) {
            items.push_back(&item);
        }
    });
    return items;
}

QRectF placeOf(const QQuickItem &item) { return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())); }

QRectF seenPart(const QQuickItem &item) {
    auto seen = placeOf(item);
    for (const auto *at = item.parentItem(); at != nullptr; at = at->parentItem()) {
        if (at->clip() || at->parentItem() == nullptr) {
            seen = seen.intersected(placeOf(*at));
        }
    }
    return seen;
}

QStringList withoutWords(const QQuickWindow &window) {
    QStringList wrong;
    const auto items = accessibleItems(window);
    for (const auto *usable : usableItems(window)) {
        const auto told = std::ranges::find(items, usable, &AccessibleItem::item);
        if (told == items.end()) {
            wrong.push_back(line(*usable, QStringLiteral("can be used, and is told to nobody")));
        }
    }
    for (const auto &item : items) {
        if (item.name.trimmed().isEmpty()) {
            wrong.push_back(line(*item.item, QStringLiteral("has no name")));
        } else if (looksLikeAnId(item.name) || looksLikeAnId(item.description)) {
            wrong.push_back(line(*item.item, QStringLiteral("is called %1, %2").arg(item.name, item.description)));
        }
    }
    return wrong;
}

QStringList unfitRoles(const QQuickWindow &window) {
    QStringList wrong;
    for (const auto &item : accessibleItems(window)) {
        const auto unfit = [&](const char *why) {
            wrong.push_back(QString::fromStdString(item.str()) + QStringLiteral(": ") + QString::fromLatin1(why));
        };
        const bool choice = item.role == QAccessible::RadioButton;
        const bool row = item.role == QAccessible::ListItem;
        switch (item.role) {
        case QAccessible::NoRole:
        case QAccessible::Client: unfit("says nothing of what it is"); break;
        case QAccessible::Button:
        case QAccessible::RadioButton:
        case QAccessible::CheckBox:
        case QAccessible::PageTab:
            if (!item.presses) {
                unfit("can't be pressed");
            }
            break;
        default:
            if (item.presses && !row) {
                unfit("can be pressed, and does not say so");
            }
        }
        if ((choice || item.role == QAccessible::CheckBox) !=
            (item.state.checkable && !row && item.role != QAccessible::PageTab)) {
            unfit("whether it can be chosen is not what its role says");
        }
        if (choice && (item.groupRole != QAccessible::Grouping || item.group.isEmpty())) {
            unfit("is a choice, and nothing says of what");
        }
        if (item.role == QAccessible::PageTab && (item.groupRole != QAccessible::PageTabList || item.group.isEmpty())) {
            unfit("is a tab outside a list of tabs");
        }
        if (item.item->inherits("QQuickTextInput") && item.role != QAccessible::EditableText) {
            unfit("is a field, and does not say so");
        }
    }
    return wrong;
}

QStringList twins(const QQuickWindow &window) {
    QStringList wrong;
    std::map<QStringList, int> seen;
    for (const auto &item : accessibleItems(window)) {
        if ((item.presses || item.role == QAccessible::EditableText) &&
            seen[{QString::number(item.role), item.name, item.description, item.group}]++ == 1) {
            wrong.push_back(QString::fromStdString(item.str()) + QStringLiteral(": is not told from another"));
        }
    }
    return wrong;
}

QStringList unlikeTheirLabels(const QQuickWindow &window) {
    QStringList wrong;
    const auto items = accessibleItems(window);
    for (auto *usable : usableItems(window)) {
        const auto told = std::ranges::find(items, usable, &AccessibleItem::item);
        if (!usable->inherits("QQuickAbstractButton") || told == items.end()) {
            continue;
        }
        QString label; // the first words: what they mean is in the description; "A+" and "•" are signs
        eachVisible(*usable, [&label](QQuickItem &item) {
            const auto text = item.inherits("QQuickText") ? item.property("text").toString() : QString();
            if (label.isEmpty() && text.size() > 2) {
                static const QRegularExpression sign(QStringLiteral("^\\W\\s+")); // "? Help"
                label = QString(text).remove(sign);
            }
        });
        if (!told->name.contains(label)) {
            wrong.push_back(line(*usable, QStringLiteral("shows %1 and is called %2").arg(label, told->name)));
        }
    }
    return wrong;
}

QStringList headings(const QQuickWindow &window) {
    QStringList found;
    for (const auto &item : accessibleItems(window)) {
        if (item.role == QAccessible::Heading) {
            found.push_back(item.name);
        }
    }
    return found;
}

QStringList fieldsThatDoNotTell(const QQuickWindow &window) {
    QStringList wrong;
    const auto items = accessibleItems(window);
    eachVisible(*window.contentItem(), [&](QQuickItem &field) {
        if (typeOf(field) != QLatin1String("Field")) {
            return;
        }
        const auto input =
            std::ranges::find(items, field.objectName() + QStringLiteral("Input"), &AccessibleItem::object);
        if (input == items.end() || input->name != field.property("label").toString()) {
            wrong.push_back(line(field, QStringLiteral("does not say its label")));
            return;
        }
        for (const auto *part : {"problem", "understood", "hint"}) {
            if (!input->description.contains(field.property(part).toString())) {
                wrong.push_back(line(field, QStringLiteral("does not say its ") + QString::fromLatin1(part)));
            }
        }
    });
    return wrong;
}

QStringList tooSmall(const QQuickWindow &window, double least) {
    QStringList wrong;
    for (const auto *item : usableItems(window)) {
        const bool target =
            item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextInput") || pointsAt(*item);
        if (target && (item->width() < least || item->height() < least)) {
            wrong.push_back(line(*item, QStringLiteral("%1 × %2").arg(item->width()).arg(item->height())));
        }
    }
    return wrong;
}

std::vector<TabStop> tabStops(QQuickWindow &window, Qt::Key key) {
    std::vector<TabStop> stops;
    for (int step = 0; step < kMostStops; ++step) {
        auto *at = window.activeFocusItem();
        if (at == nullptr || (!stops.empty() && stops.back().item.isNull())) {
            throw std::runtime_error("what had the focus has gone");
        }
        const auto before = stops.empty() ? QRectF{} : placeOf(*stops.back().item);
        if (!stops.empty() && at == stops.front().item) {
            if (std::ranges::any_of(stops, [](const TabStop &stop) { return stop.item.isNull(); })) {
                throw std::runtime_error("what Tab came to has gone");
            }
            stops.front() = {at, placeOf(*at), before};
            return stops;
        }
        stops.push_back({at, placeOf(*at), before});
        QTest::keyClick(&window, key);
    }
    return stops;
}

QStringList unreached(const QQuickWindow &window, const std::vector<TabStop> &stops) {
    QStringList wrong;
    for (auto *item : usableItems(window)) {
        // A keyboard has its own digits, and does not walk over those of the screen.
        const bool digit = within(*item, QStringLiteral("NumberPad"));
        // A list gives the focus to its row.
        const bool within = std::ranges::any_of(stops, [&](const TabStop &stop) {
            return stop.item == item || (item->inherits("QQuickListView") && item->isAncestorOf(stop.item));
        });
        // Rows that are scrolled away are come to by the arrows.
        if (!digit && !within && !(typeOf(*item) == QLatin1String("DocumentRow") && seenPart(*item).isEmpty())) {
            wrong.push_back(line(*item, QStringLiteral("Tab never comes here")));
        }
    }
    return wrong;
}

QStringList againstReading(const std::vector<TabStop> &stops, bool mirrored) {
    QStringList wrong;
    for (std::size_t at = 0; at < stops.size(); ++at) {
        const auto &before = stops[at == 0 ? stops.size() - 1 : at - 1];
        const auto &after = stops[at];
        const auto &one = after.placeBefore;
        const auto &two = after.place;
        const bool inside = before.item->isAncestorOf(after.item);
        const bool below = two.top() >= one.bottom() - 1 || two.top() >= one.center().y();
        const bool further = mirrored ? two.right() <= one.left() + 1 : two.left() >= one.right() - 1;
        const bool beside = further && two.bottom() > one.top();
        const int step = region(*after.item) - region(*before.item);
        if (step < 0 || (step == 0 && !inside && !below && !beside)) {
            wrong.push_back(line(*after.item, QStringLiteral("comes after ") + line(*before.item, {})));
        }
    }
    return wrong.size() > 1 ? wrong : QStringList{};
}

double contrast(const QColor &one, const QColor &other) {
    const auto lighter = std::max(luminance(one), luminance(other));
    const auto darker = std::min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

QStringList faintTexts(const QQuickWindow &window, const QImage &picture, double least) {
    constexpr double kLeastOfKeys = 4.5; // Qt draws those of the keyboard on the screen
    QStringList wrong;
    eachVisible(*window.contentItem(), [&](QQuickItem &item) {
        if (!item.inherits("QQuickText") && !item.inherits("QQuickTextInput")) {
            return;
        }
        const auto place = seenPart(item).toAlignedRect().intersected(picture.rect());
        if (item.property("text").toString().isEmpty() || place.height() < 8 || place.width() < 4) {
            return;
        }
        std::map<QRgb, int> colors; // what is there most is the ground
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                ++colors[picture.pixel(x, y)];
            }
        }
        const auto ground = std::ranges::max_element(colors, {}, [](const auto &color) { return color.second; })->first;
        const auto ink = item.property("color").value<QColor>();
        if (const auto ratio = contrast(ink, QColor(ground)); ratio < (ofKeyboard(item) ? kLeastOfKeys : least)) {
            wrong.push_back(line(item, QStringLiteral("%1 on %2 is %3 to 1: %4")
                                           .arg(ink.name(), QColor(ground).name())
                                           .arg(ratio, 0, 'f', 1)
                                           .arg(item.property("text").toString())));
        }
    });
    return wrong;
}

int changedPixels(const QImage &before, const QImage &after, const QRectF &place) {
    int changed = 0;
    const auto around = place.toAlignedRect().adjusted(-8, -8, 8, 8).intersected(before.rect());
    for (int y = around.top(); y <= around.bottom(); ++y) {
        for (int x = around.left(); x <= around.right(); ++x) {
            const auto one = before.pixel(x, y);
            const auto two = after.pixel(x, y);
            if (one != two && contrast(QColor(one), QColor(two)) >= 3) {
                ++changed;
            }
        }
    }
    return changed;
}

} // namespace guichet::test
