// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "storage/jobs.h"
#include "storage/people.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace guichet::ui {

class ActModel;

/// The papers of the visit that is going on, or all that are owed to somebody: each one's pages and what became of it.
/// With the visit's come those that its person is owed from before, and who is here may collect. What is owed has rows
/// on its own screen only, so that nothing else says for whom.
class PapersModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(int waitingFor READ waitingFor NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString inHandMissing READ inHandMissing NOTIFY changed)
    Q_PROPERTY(bool someLeftOut READ someLeftOut NOTIFY changed)
    Q_PROPERTY(int unshown READ unshown NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString advicePicture READ advicePicture NOTIFY changed)
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)

public:
    enum Which { OfTheVisit, Owed };

    static constexpr int kAtOnce = 50; ///< rows of what is owed: making more would keep the agent waiting

    PapersModel(KioskModel &kiosk, Which which);

    [[nodiscard]] RowModel *rows() { return &rows_; }
    /// Papers that are not in the person's hand, but for those from before the visit.
    [[nodiscard]] int waitingFor() const;
    [[nodiscard]] QString
    summary() const; ///< "3 papiers, 5 feuilles": all that are owed, or what allInHand() hands over
    /// Why nothing can be said to be in hand: something is still to come out, or all that did is left out.
    [[nodiscard]] QString inHandMissing() const;
    /// Not every paper would be in hand: somebody left one out, or it needs a decision first.
    [[nodiscard]] bool someLeftOut() const;
    /// What to do about the printer while a paper here has not come out; empty elsewhere.
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString advicePicture() const; ///< of it, an icon's name
    /// The spare printer, as the button says it; empty where there is none.
    [[nodiscard]] QString elsewhere() const;
    /// Of the receipt that was written by hand, as it is being typed.
    [[nodiscard]] const QString &number() const { return number_; }
    /// Of what is owed, the papers that have no row yet.
    [[nodiscard]] int unshown() const;
    [[nodiscard]] const std::vector<storage::Job> &jobs() const { return jobs_; }
    void clear() override;

    /// As the store has them, with the people whom those that are owed are for.
    void show(std::vector<storage::Job> jobs, std::map<std::string, storage::Traits> people = {});
    /// Reads them again.
    void refresh();
    /// What is owed from before goes, until they are read again: who is here may be another.
    void forgetEarlier();

    Q_INVOKABLE void showMore();
    /// What came out and is not left out is in the person's hand.
    Q_INVOKABLE void allInHand();
    /// This one, which came out, is not: it is crumpled, or still lies there. Once more: it is after all.
    Q_INVOKABLE void leaveOut(int row);
    Q_INVOKABLE void retry(int row);
    /// On the spare printer.
    Q_INVOKABLE void printElsewhere(int row);
    Q_INVOKABLE void cancel(int row);
    /// To where this one, which came out, is signed.
    Q_INVOKABLE void sign(int row);
    /// This one is in the hand of who is here; of somebody who is not known to be here, that is asked first.
    Q_INVOKABLE void handed(int row);
    /// This one was put in the post.
    Q_INVOKABLE void posted(int row);
    /// A receipt is written by hand in place of this one: its number is asked for, or is not any more.
    Q_INVOKABLE void writeByHand(int row);
    Q_INVOKABLE void setNumber(const QString &number);
    /// It has this number, and the person leaves with it.
    Q_INVOKABLE void replaced(int row);
    /// This one came out, nobody wants it, and it was destroyed.
    Q_INVOKABLE void discarded(int row);

private:
    [[nodiscard]] bool listed() const;
    struct Read {
        std::vector<storage::Job> jobs;
        std::map<std::string, storage::Traits> people; ///< by their id
    };
    [[nodiscard]] QString whose(const storage::Job &job) const;
    void showRows();
    [[nodiscard]] const storage::Job *jobAt(int row) const; ///< null where there is no such row
    /// It is the person's from before this visit.
    [[nodiscard]] bool isEarlier(const storage::Job &job) const;
    /// Whoever collects it is to be identified.
    [[nodiscard]] bool asksWhom(const storage::Job &job) const;
    /// Where it is signed; null for what is not to be signed now.
    [[nodiscard]] ActModel *actOf(const storage::Job &job) const;
    [[nodiscard]] bool isLeftOut(const storage::Job &job) const;
    /// It is handed over with the visit's others, or left out by somebody.
    [[nodiscard]] bool isParted(const storage::Job &job) const;
    /// It does not come out, and something else can be done for whom it is.
    [[nodiscard]] bool isStuck(const storage::Job &job) const;
    /// It is in hand next, at once or when it came out.
    [[nodiscard]] bool goesInHand(const storage::Job &job) const;
    /// On that printer, or the same where it is empty.
    void retryOn(int row, std::string printer);
    void change(int row, std::function<Result<storage::Job>(kiosk::Desk &, const std::string &)> how);

    Which which_;
    RowModel rows_;
    std::vector<storage::Job> jobs_;
    int most_ = kAtOnce;                            ///< rows
    std::map<std::string, storage::Traits> people_; ///< by their id
    std::set<std::string> leftOut_;                 ///< the jobs' ids
    std::string byHand_;                            ///< the job whose receipt is written by hand
    QString number_;
};

} // namespace guichet::ui
