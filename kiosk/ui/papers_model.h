// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/jobs.h"
#include "storage/people.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace guichet::ui {

/// The papers of the visit that is going on, or all that are owed to somebody: each one's pages and what became of it.
class PapersModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(int waitingFor READ waitingFor NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString inHandMissing READ inHandMissing NOTIFY changed)

public:
    enum Which { OfTheVisit, Owed };

    PapersModel(KioskModel &kiosk, Which which);

    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// Papers that are not in the person's hand.
    [[nodiscard]] int waitingFor() const;
    [[nodiscard]] QString summary() const; ///< "3 papiers, 5 feuilles"
    /// Why not all can be said to be in hand: something has not come out.
    [[nodiscard]] QString inHandMissing() const;
    [[nodiscard]] const std::vector<storage::Job> &jobs() const { return jobs_; }
    void clear() override;

    /// As the store has them, with the people whom those that are owed are for.
    void show(std::vector<storage::Job> jobs, const std::map<std::string, storage::Traits> &people = {});
    /// Reads them again.
    void refresh();

    Q_INVOKABLE void allInHand();
    Q_INVOKABLE void retry(int row);
    Q_INVOKABLE void cancel(int row);
    /// This one is in somebody's hand.
    Q_INVOKABLE void handed(int row);

private:
    struct Read {
        std::vector<storage::Job> jobs;
        std::map<std::string, storage::Traits> people; ///< by their id
    };
    [[nodiscard]] QString whose(const storage::Job &job, const std::map<std::string, storage::Traits> &people) const;
    void change(int row, std::function<Result<storage::Job>(kiosk::Desk &, const std::string &)> how);

    Which which_;
    RowModel rows_;
    std::vector<storage::Job> jobs_;
};

} // namespace guichet::ui
