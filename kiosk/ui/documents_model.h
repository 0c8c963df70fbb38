// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/records.h"
#include "kiosk/counter/visit.h"
#include "kiosk/papers/speech.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"
#include "printing/layout.h"

#include <QHash>
#include <QSet>

#include <set>
#include <string>
#include <vector>

namespace guichet::ui {

/// The records of one category: sealed until the person has touched, chosen, previewed, printed.
class DocumentsModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *categories READ categories CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(QString printText READ printText NOTIFY changed)
    Q_PROPERTY(QString printMissing READ printMissing NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *asks READ asks CONSTANT)
    Q_PROPERTY(int countable READ countable NOTIFY changed)
    Q_PROPERTY(bool allChosen READ allChosen NOTIFY changed)
    Q_PROPERTY(bool large READ large WRITE setLarge NOTIFY changed)
    Q_PROPERTY(bool titlesOpen READ titlesOpen NOTIFY changed)
    Q_PROPERTY(bool asking READ asking NOTIFY changed)
    Q_PROPERTY(bool askingAlone READ askingAlone NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *personRows READ personRows CONSTANT)
    Q_PROPERTY(bool previewing READ previewing NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *previewPages READ previewPages CONSTANT)

public:
    explicit DocumentsModel(KioskModel &kiosk);

    [[nodiscard]] RowModel *categories() { return &categories_; }
    [[nodiscard]] RowModel *rows() { return &rows_; }
    [[nodiscard]] QString printText() const;
    [[nodiscard]] QString printMissing() const;
    /// "label", "about": who owes what this category lacks, and by when.
    [[nodiscard]] RowModel *asks() { return &asks_; }
    /// Documents of every category, as the person's page counts them.
    [[nodiscard]] int countable() const;
    /// All of those are chosen.
    [[nodiscard]] bool allChosen() const;
    [[nodiscard]] bool large() const { return large_; }
    void setLarge(bool large);
    [[nodiscard]] bool titlesOpen() const { return titlesOpen_; }
    [[nodiscard]] bool asking() const { return asking_; }
    /// Somebody accompanies the person: are they apart for a moment?
    [[nodiscard]] bool askingAlone() const { return askingAlone_; }
    /// As the person reads them, once they want to: the same rows, with titles.
    [[nodiscard]] RowModel *personRows() { return &personRows_; }
    [[nodiscard]] bool previewing() const { return previewing_; }
    [[nodiscard]] RowModel *previewPages() { return &previewPages_; }
    /// What the pages say, while they are previewed.
    [[nodiscard]] const kiosk::papers::Speech &speech() const { return speech_; }
    void clear() override;

    /// As the store has them, the newest first.
    void show(std::vector<kiosk::SealedRecord> records, document::Category category);
    void load();
    /// Where it stands, noted, and taken up again: titles are sealed then.
    void noteIn(kiosk::Place &place) const override;
    void goOnFrom(const kiosk::Place &place) override;

    Q_INVOKABLE void chooseCategory(int row);
    Q_INVOKABLE void toggle(int row);
    /// Opens the request to one of asks(), filled in as far as it is known.
    Q_INVOKABLE void askFor(int row);
    /// Chooses every document that is counted, whatever its category; once more: none.
    Q_INVOKABLE void toggleAll();
    Q_INVOKABLE void print();
    Q_INVOKABLE void printOne(int row);
    /// Puts the question to the person: on their own screen, or on this one turned towards them; first asks the agent
    /// whether they are alone where somebody accompanies the person.
    Q_INVOKABLE void askTitles();
    Q_INVOKABLE void answerAlone(bool alone);
    /// What the person answered: shown, which is journaled, or not.
    Q_INVOKABLE void answerTitles(bool show);
    Q_INVOKABLE void sealTitles();
    Q_INVOKABLE void view(int row);
    /// A page of the preview came into view.
    Q_INVOKABLE void drawPage(int page);
    Q_INVOKABLE void closePreview();
    Q_INVOKABLE void printPreviewed();

private:
    struct PreviewPage {
        double ratio = 1; ///< width by height
        bool asked = false;
        bool drawn = false;
    };

    /// Who can be asked for what this category lacks.
    struct Source {
        QString label;
        QString about;
        const char *form;
        std::string answers; ///< JSON object: what is known of it
    };
    [[nodiscard]] std::vector<Source> sources() const;
    [[nodiscard]] printing::Layout layout() const;
    void putQuestion();
    void showRows();
    void showPages();
    void releasePreview(); ///< the worker keeps its pages no longer
    /// Lays out what nobody has, for the number of pages.
    void countPages();
    /// What the screens call the paper with these: category and date, as the agent sees them.
    [[nodiscard]] QString labelOf(const std::vector<std::string> &ids) const;
    void send(const std::vector<std::string> &ids);
    [[nodiscard]] std::vector<const kiosk::SealedRecord *> shown() const;

    std::vector<kiosk::SealedRecord> records_;
    document::Category category_ = document::Category::Result;
    QSet<QString> chosen_;
    QHash<QString, QString> titles_;  ///< by id, while they are open
    std::set<std::string> uncounted_; ///< laid out once already, or being laid out
    bool large_ = false;
    bool titlesOpen_ = false;
    bool asking_ = false;
    bool askingAlone_ = false;
    bool previewing_ = false;
    std::string previewed_;
    std::vector<PreviewPage> pages_;
    kiosk::papers::Speech speech_;
    int edition_ = 0; ///< of their pictures
    RowModel categories_;
    RowModel rows_;
    RowModel asks_;
    RowModel personRows_;
    RowModel previewPages_;
};

} // namespace guichet::ui
