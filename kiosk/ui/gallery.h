// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "kiosk/ui/look.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <QTranslator>
#include <QtQml/qqmlregistration.h>

#include <string>

namespace guichet::ui {

/// What the gallery needs beside the components: a date that is typed, and its own look. Belongs to the screen's
/// thread.
class GalleryModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::Look *look READ look CONSTANT)
    Q_PROPERTY(QString date READ date WRITE setDate NOTIFY changed)
    Q_PROPERTY(QString understood READ understood NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit GalleryModel(CivilDate today) : today_(today) {}

    [[nodiscard]] Look *look() { return &look_; }
    [[nodiscard]] const QString &date() const { return date_; }
    void setDate(const QString &date);
    [[nodiscard]] QString understood() const;
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    Look look_;
    CivilDate today_;
    QString date_;
};

/// Every component of the screens in each of its states, with nobody's data and no store. On an application that is
/// there; belongs to the screen's thread.
class Gallery {
public:
    explicit Gallery(CivilDate today, const std::string &language = "fr");
    ~Gallery();

    /// The root could not be loaded: Qt has said why.
    [[nodiscard]] bool load();
    [[nodiscard]] GalleryModel &model() { return model_; }
    [[nodiscard]] QQmlApplicationEngine &engine() { return engine_; }

private:
    GalleryModel model_;
    QTranslator translator_;
    QQmlApplicationEngine engine_;
};

} // namespace guichet::ui
