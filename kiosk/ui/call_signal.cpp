// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/call_signal.h"

#include <QProcess>
#include <QTimer>

#include <chrono>
#include <utility>

namespace guichet::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kTime = 10s;

} // namespace

CallSignal::CallSignal(std::filesystem::path program, QObject *parent)
    : QObject(parent), program_(std::move(program)) {}

void CallSignal::start(const QString &what, const QString &agent) {
    auto *process = new QProcess(this);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("GUICHET_PIN"));
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setProcessChannelMode(QProcess::ForwardedChannels); // what it says of a fault is for the system's log
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) { // then it does not end either
            process->deleteLater();
            emit failed();
        }
    });
    connect(process, &QProcess::finished, this, [this, process](int status, QProcess::ExitStatus how) {
        process->deleteLater();
        if (how != QProcess::NormalExit || status != 0) {
            emit failed();
        }
    });
    QTimer::singleShot(kTime, process, &QProcess::kill);
    process->start(QString::fromStdString(program_.string()), {what, agent});
}

} // namespace guichet::ui
