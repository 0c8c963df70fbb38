// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/sign_in_model.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/news.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/sign_in.h"
#include "kiosk/counter/visit.h"
#include "kiosk/ui/kiosk_model.h"
#include "kiosk/ui/news_model.h"
#include "storage/store.h"

#include <algorithm>

namespace guichet::ui {
namespace {

/// Longer than any PIN that the keyring takes.
constexpr std::size_t kMostDigits = 16;

void wipeText(std::string &text) {
    volatile char *bytes = text.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
        bytes[i] = 0;
    }
    text.clear();
}

} // namespace

SignInModel::~SignInModel() { wipeText(pin_); }

void SignInModel::setAgent(const QString &agent) { set(agent_, agent.trimmed().toUpper()); }

QString SignInModel::missing() const {
    if (waiting()) {
        return tr("Checking…");
    }
    return agent_.isEmpty() ? tr("Enter the agent code") : pin_.empty() ? tr("Enter the PIN") : QString{};
}

void SignInModel::wipe() {
    wipeText(pin_);
    emit changed();
}

void SignInModel::clear() {
    wipeText(pin_);
    ViewModel::clear();
}

void SignInModel::forgetPin() {
    if (!pin_.empty() && !waiting()) {
        wipe();
    }
}

void SignInModel::press(const QString &digit) {
    if (!waiting() && digit.size() == 1 && digit.at(0) >= u'0' && digit.at(0) <= u'9' && pin_.size() < kMostDigits) {
        pin_.reserve(kMostDigits); // never moved, so that no copy stays behind
        pin_.push_back(digit.at(0).toLatin1());
        emit changed();
    }
}

void SignInModel::erase() {
    if (!pin_.empty() && !waiting()) {
        pin_.back() = 0;
        pin_.pop_back();
        emit changed();
    }
}

bool SignInModel::type(int key, const QString &text) {
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: submit(); return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete: erase(); return true;
    default:
        if (text.size() == 1 && text.at(0).isDigit()) {
            press(text);
            return true;
        }
        return false;
    }
}

void SignInModel::submit() {
    if (!missing().isEmpty()) {
        return;
    }
    struct Entered {
        QString agent;
        storage::Role role;
        kiosk::Calendar calendar;
        std::chrono::minutes veilAfter;
        std::chrono::minutes lockAfter;
        std::vector<const kiosk::News *> unread;
        std::optional<Error> left; ///< what kept a visit that was left from its end
    };
    ask<Entered>(
        [agent = agent_.toStdString(), pin = std::make_shared<std::string>(pin_)](Seat &seat) -> Result<Entered> {
            if (seat.session == nullptr) {
                auto opened = kiosk::Session::open(seat.machine, seat.store, agent, *pin, seat.language, seat.delays);
                wipeText(*pin);
                GUICHET_ASSIGN(seat.session, std::move(opened));
            } else {
                const auto taken = seat.session->signIn(agent, *pin);
                wipeText(*pin);
                GUICHET_TRY(taken);
            }
            auto &desk = seat.session->desk();
            auto &settings = desk.store.settings();
            Entered entered{QString::fromStdString(desk.agent),
                            desk.role,
                            desk.calendar,
                            settings.minutes("veil-after"),
                            settings.minutes("lock-after"),
                            kiosk::unreadNews(desk),
                            {}};
            // A busy store lets it be done at the next sign-in.
            if (const auto ended = kiosk::endLeftVisits(desk); !ended && ended.error().code != ErrorCode::Busy) {
                entered.left = ended.error();
            }
            return entered;
        },
        [this](const Entered &entered) {
            wipeText(pin_);
            kiosk().setCalendar(entered.calendar);
            kiosk().setRest(entered.veilAfter, entered.lockAfter);
            emit signedIn(entered.agent, static_cast<int>(entered.role));
            kiosk().news()->welcome(entered.unread);
            if (entered.left) {
                kiosk().setBanner(sentence(*entered.left));
            }
            if (kiosk().managesPrinters()) {
                askQuietly<printing::Remains>(
                    [](Seat &seat) -> Result<printing::Remains> {
                        GUICHET_ASSIGN(kiosk::Desk & desk, seat.desk());
                        return kiosk::printerRemains(desk);
                    },
                    [this](const Result<printing::Remains> &remains) {
                        if (remains && (remains->history || remains->files)) {
                            kiosk().setBanner(QString::fromStdString(
                                kiosk().catalogue().text("printer.keeps", kiosk().language(), kiosk().today())));
                        }
                    });
            }
        },
        [this](const Error &) { wipe(); });
}

} // namespace guichet::ui
