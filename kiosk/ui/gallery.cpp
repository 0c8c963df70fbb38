// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/gallery.h"

#include "kiosk/ui/engine.h"
#include "kiosk/ui/wording.h"

#include <QCoreApplication>
#include <QQuickWindow>

namespace guichet::ui {

void GalleryModel::setDate(const QString &date) {
    if (date_ != date) {
        date_ = date;
        emit changed();
    }
}

QString GalleryModel::understood() const { return Wording::typedDate(date_, today_).understood; }

QString GalleryModel::problem() const { return Wording::typedDate(date_, today_).problem; }

Gallery::Gallery(CivilDate today, const std::string &language) : model_(today) {
    speak(language, translator_);
    prepareEngine(engine_);
    engine_.setInitialProperties({{QStringLiteral("model"), QVariant::fromValue(&model_)}});
}

Gallery::~Gallery() { QCoreApplication::removeTranslator(&translator_); }

bool Gallery::load() {
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Guichet/Gallery.qml")));
    for (auto *root : engine_.rootObjects()) {
        if (auto *window = qobject_cast<QQuickWindow *>(root); window != nullptr) {
            followScreen(*window, *model_.look());
        }
    }
    return !engine_.rootObjects().isEmpty();
}

} // namespace guichet::ui
