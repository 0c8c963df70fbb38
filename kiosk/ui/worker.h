// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "kiosk/card/card_reader.h"
#include "kiosk/counter/init.h"
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/printer_trouble.h"
#include "kiosk/counter/printer_watch.h"
#include "kiosk/counter/sign_in.h"
#include "kiosk/counter/sticks.h"
#include "kiosk/counter/visit.h"
#include "kiosk/papers/speech.h"
#include "storage/calls.h"
#include "storage/jobs.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace guichet::ui {

/// A value where a call returns nothing else.
struct Done {};

/// What a call gets on the worker: the machine, the store's folder, and who is at work in it.
class Seat {
public:
    Seat(kiosk::Machine &theMachine, std::filesystem::path theStore, std::string theLanguage = "fr")
        : machine(theMachine), store(std::move(theStore)), language(std::move(theLanguage)) {}

    kiosk::Machine &machine;
    std::filesystem::path store;
    std::string language;
    const Clock *delays = nullptr; ///< as kiosk::Session::open() has it
    /// What is put in; tests have their own.
    std::shared_ptr<const kiosk::Sticks> sticks = std::make_shared<kiosk::SystemSticks>();
    std::shared_ptr<kiosk::CardReader> card = std::make_shared<kiosk::PcscReader>(); ///< likewise
    std::unique_ptr<kiosk::Session> session;                                         ///< null: nobody is signed in
    std::optional<kiosk::PreparedCounter> prepared;                                  ///< while a store is made

    /// Error: WhoActs where nobody is signed in, or the screen is locked.
    [[nodiscard]] Result<std::reference_wrapper<kiosk::Desk>> desk();
    struct Preview {
        std::vector<printing::PageSize> pages;
        kiosk::papers::Speech speech; ///< what is on them
    };
    /// Lays a record out for the preview and keeps it, in place of another, to be drawn page by page. Errors: WhoActs,
    /// those of kiosk::prepareRecords().
    [[nodiscard]] Result<Preview> openPreview(const kiosk::Visit &visit, const std::string &record,
                                              printing::Layout layout);
    /// One page (from 0) of it. Errors: WhoActs, Nothing (closed, or no such page).
    [[nodiscard]] Result<printing::PagePixels> drawPreview(int page);
    void closePreview() { preview_.reset(); }

    /// The visit holds on to its person's records, until endVisit(), letGo() or leave(). Nothing happens where it does
    /// already. Errors: WhoActs, those of kiosk::beginVisit().
    [[nodiscard]] Result<Done> beginVisit(const kiosk::Visit &visit);
    /// A visit that goes on here, for the screen.
    struct TakenUp {
        kiosk::Visit visit;
        kiosk::Place place;
    };
    /// A visit goes on here.
    [[nodiscard]] bool visiting() const { return ongoing_.has_value(); }
    /// Where it stands, where it is this seat's; nothing happens otherwise. Errors: WhoActs, those of
    /// kiosk::noteVisit().
    [[nodiscard]] Result<Done> noteVisit(const kiosk::Visit &visit, const kiosk::Place &place);
    /// More of where it stands, from what is done here: it is found again though the screen hears of it too late.
    [[nodiscard]] Result<Done> noteToo(const kiosk::Visit &visit, const kiosk::Place &more);
    /// Goes on with a visit that was left. Errors: WhoActs, those of kiosk::takeUpVisit().
    [[nodiscard]] Result<TakenUp> takeUpVisit(const std::string &visit);
    /// The visit is left as it is, to whoever goes on with it.
    void letGo();
    /// What was kept for the visit alone goes. Errors: WhoActs, those of kiosk::endVisit(); Busy only where the visit
    /// goes on: what is gone is gone, and the next end empties the log.
    [[nodiscard]] Result<Done> endVisit(const kiosk::Visit &visit);
    /// Nobody is at work until somebody signs in again.
    void lock();
    /// Nobody is at work, nor is anything held for a visit any more.
    void leave();

    /// What the bar shows, and whether a job changed since the last look.
    struct Seen {
        QString place;
        kiosk::PrinterSays printer;
        QString spare; ///< the printer that may take its papers; empty where there is none
        bool changed = false;
        std::vector<storage::Call> calls; ///< for a colleague
    };
    [[nodiscard]] std::optional<Seen> look();

private:
    struct Ongoing {
        std::string visit;
        std::optional<std::string> person;
        kiosk::HeldVisit kept;
        kiosk::Place place;  ///< as the screen noted it last
        kiosk::Place unseen; ///< what was noted here, and the screen does not say yet
    };
    std::optional<Ongoing> ongoing_;
    std::optional<kiosk::PreparedRecords> preview_;
    std::vector<storage::Job> jobs_; ///< open ones, at the last look
    std::int64_t version_ = 0;       ///< of the store's data, likewise
    /// What the printer says; asks it, or whoever watches it.
    [[nodiscard]] kiosk::PrinterSays askPrinter(kiosk::Desk &desk);
    std::unique_ptr<kiosk::PrinterWatch> watch_; ///< of the queue that was chosen last
    kiosk::PrinterSays printer_;
    kiosk::PrinterTrouble trouble_ = kiosk::PrinterTrouble::None; ///< that was seen last
    std::chrono::steady_clock::time_point resumed_{};
    std::optional<CivilDate> checked_; ///< the day on which its size and tray were looked at, of the queue above
    bool unfit_ = false;
    int looks_ = 0;
};

/// The one thread that owns the desk. Calls go to it in order as functions; what they return comes back to the screen's
/// thread as a queued call. An exception there is a bug or a broken machine: it ends the call and is announced.
/// Made and destroyed on the screen's thread; receivers outlive it; destroying waits for the call that is running.
class Worker : public QObject {
    Q_OBJECT

public:
    explicit Worker(Seat seat, QObject *parent = nullptr);
    ~Worker() override;

    /// Runs `call` on the worker, then `then` on the receiver's thread, with nothing where the call threw.
    template <class T>
    void ask(QObject *receiver, std::function<Result<T>(Seat &)> call,
             std::function<void(std::optional<Result<T>>)> then) {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        post([call = std::move(call), answer](Seat &seat) { answer->emplace(call(seat)); }, receiver,
             [then = std::move(then), answer] { then(std::move(*answer)); });
    }

    /// Runs `call` on the worker now and then, while no other call runs.
    void every(std::chrono::milliseconds interval, std::function<void(Seat &)> call);

signals:
    /// A call threw; what it said, for the one who looks into it.
    void broke(const QString &what);

private:
    void post(std::function<void(Seat &)> call, QObject *receiver, std::function<void()> then);
    void run(const std::function<void(Seat &)> &call);

    QThread thread_;
    QObject *place_;             ///< lives on the thread
    std::unique_ptr<Seat> seat_; ///< touched on the thread only
};

} // namespace guichet::ui
