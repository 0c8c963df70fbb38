// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSizeF>
#include <QtQml/qqmlregistration.h>

namespace guichet::ui {

/// How one window looks: its colours, the size of its words, whether anything moves, and how many pixels of its screen
/// make an inch. Each window has its own. Belongs to the screen's thread.
class Look : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY changed)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY changed)
    Q_PROPERTY(bool still READ still WRITE setStill NOTIFY changed)
    Q_PROPERTY(bool mirrored READ mirrored WRITE setMirrored NOTIFY changed)
    Q_PROPERTY(double density READ density NOTIFY changed)
    Q_PROPERTY(double scale READ scale NOTIFY changed)
    Q_PROPERTY(QList<int> sizes READ sizes CONSTANT)

public:
    enum Scheme { Light, Dark, HighContrast };
    Q_ENUM(Scheme)

    static constexpr int kLeastPercent = 100;
    static constexpr int kMostPercent = 200;
    static constexpr int kStepPercent = 25;

    using QObject::QObject;

    [[nodiscard]] Scheme scheme() const { return scheme_; }
    void setScheme(Scheme scheme);
    /// Of the usual size, 100 to 200; what is beyond is taken as the nearer of the two.
    [[nodiscard]] int textPercent() const { return textPercent_; }
    void setTextPercent(int percent);
    /// Those to choose from, the smallest first.
    [[nodiscard]] static QList<int> sizes();
    /// Nothing moves by itself.
    [[nodiscard]] bool still() const { return still_; }
    void setStill(bool still);
    /// From right to left, for Arabic.
    [[nodiscard]] bool mirrored() const { return mirrored_; }
    void setMirrored(bool mirrored);

    /// Of the screen that the window is on: pixels per inch over 96, in eighths, 1 to 2. A screen that says nothing
    /// believable of its size (under 50 or over 400 pixels an inch) counts as 1; a small one gives up size before room:
    /// never so much that fewer than 960 × 600 units of 1/96 inch are left on it.
    [[nodiscard]] double density() const { return density_; }
    /// `pixels`: its size, longer side by shorter or the reverse.
    void setScreen(double pixelsPerInch, QSizeF pixels);

    /// What a size in units of 1/96 inch is multiplied by.
    [[nodiscard]] double scale() const { return density_ * textPercent_ / 100; }

    Q_INVOKABLE void enlarge() { setTextPercent(textPercent_ + kStepPercent); }
    Q_INVOKABLE void reduce() { setTextPercent(textPercent_ - kStepPercent); }
    /// As it was at the start, but for the screen's density.
    Q_INVOKABLE void reset();

signals:
    void changed();

private:
    template <class T>
    void set(T &field, T value);

    Scheme scheme_ = Light;
    int textPercent_ = kLeastPercent;
    bool still_ = false;
    bool mirrored_ = false;
    double density_ = 1;
};

} // namespace guichet::ui
