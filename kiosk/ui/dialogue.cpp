// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/dialogue.h"

namespace guichet::ui {

void Dialogue::setAgents(const QString &words) {
    if (agents_ != words) {
        agents_ = words.left(kLongest);
        emit changed();
    }
}

void Dialogue::setPersons(const QString &words) {
    if (persons_ != words) {
        persons_ = words.left(kLongest);
        emit changed();
    }
}

void Dialogue::start() {
    open_ = true;
    emit changed();
}

void Dialogue::close() {
    open_ = false;
    emit changed();
}

void Dialogue::forget() {
    written_.clear();
    lines_.setRows({});
    agents_.clear();
    persons_.clear();
    close();
}

void Dialogue::sendAgents() { send(agents_, true); }

void Dialogue::sendPersons() { send(persons_, false); }

void Dialogue::send(QString &words, bool byAgent) {
    if (!open_ || words.trimmed().isEmpty()) {
        return;
    }
    written_.push_back({words.trimmed(), byAgent});
    if (written_.size() > kMost) {
        written_.pop_front();
    }
    words.clear();
    lines_.setRows(written_);
    emit changed();
}

} // namespace guichet::ui
