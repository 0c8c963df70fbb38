// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/worker.h"

#include <exception>

namespace guichet::ui {

Worker::Worker(Seat seat, QObject *parent)
    : QObject(parent), place_(new QObject), seat_(std::make_unique<Seat>(std::move(seat))) {
    place_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, place_, [this] { seat_.reset(); }, Qt::DirectConnection);
    connect(&thread_, &QThread::finished, place_, &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("desk"));
    thread_.start();
}

Worker::~Worker() {
    thread_.quit();
    thread_.wait();
}

void Worker::run(const std::function<void(Seat &)> &call) {
    try {
        call(*seat_);
    } catch (const std::exception &error) {
        emit broke(QString::fromUtf8(error.what()));
    } catch (...) {
        emit broke({});
    }
}

void Worker::post(std::function<void(Seat &)> call, QObject *receiver, std::function<void()> then) {
    QMetaObject::invokeMethod(
        place_,
        [this, call = std::move(call), receiver, then = std::move(then)] {
            run(call);
            QMetaObject::invokeMethod(receiver, then, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Worker::every(std::chrono::milliseconds interval, std::function<void(Seat &)> call) {
    QMetaObject::invokeMethod(
        place_,
        [this, interval, call = std::move(call)] {
            auto *timer = new QTimer(place_);
            connect(timer, &QTimer::timeout, place_, [this, call] { run(call); });
            timer->start(interval);
        },
        Qt::QueuedConnection);
}

} // namespace guichet::ui
