// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/view_model.h"

#include "base/text.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/wording.h"

#include <QLocale>
#include <QRegularExpression>

namespace guichet::ui {

ViewModel::ViewModel(KioskModel &kiosk) : kiosk_(kiosk) {}

void ViewModel::clear() {
    ++turn_;
    waiting_ = 0;
    problem_.clear();
    wasRead_ = false;
    unread_ = false;
    again_ = {};
    emit changed();
}

void ViewModel::readAgain() {
    if (unread_ && !waiting()) {
        const auto again = again_; // it is set anew
        again();
    }
}

Worker &ViewModel::worker() const { return kiosk_.worker(); }

void ViewModel::begin() {
    ++waiting_;
    problem_.clear();
    emit changed();
}

void ViewModel::refuse(const Error &error, const std::function<void(const Error &)> &otherwise) {
    problem_ = sentence(error);
    if (otherwise) {
        otherwise(error);
    }
}

QString ViewModel::sentence(const Error &error) {
    const auto language = QLocale().language() == QLocale::English ? "en" : "fr";
    if (error.code == ErrorCode::WhoActs) { // its own words are for commands
        return Wording::lockedMeanwhile();
    }
    static const QRegularExpression amount(QStringLiteral("(\\d) (s|min)\\b"));
    // A number and its unit stay on one line.
    return QString::fromStdString(tieMarks(errorMessage(error, language)))
        .replace(amount, QStringLiteral("\\1\u00a0\\2"));
}

} // namespace guichet::ui
