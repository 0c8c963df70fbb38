// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/visit.h"
#include "printing/paper.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::ui {

class KioskModel;

/// What is written on a form while it is filled in on the screen, line by line, and what is wrong with it.
class FormAnswers {
    Q_DECLARE_TR_FUNCTIONS(FormAnswers)

public:
    /// One line of a page: a field of the form, or a column of one entry of a list.
    struct Line {
        const kiosk::Field *field = nullptr;
        std::string list;                      ///< id of the list it is a column of, "" for none
        std::size_t entry = 0;                 ///< of the list
        bool addsEntry = false;                ///< the way to one more entry
        [[nodiscard]] std::string key() const; ///< of its answer
    };
    using Page = std::vector<Line>;

    explicit FormAnswers(const KioskModel &kiosk) : kiosk_(kiosk) {}

    /// `form` outlives what is done with it here; null: none. What was written is forgotten.
    void setForm(const kiosk::Form *form);
    [[nodiscard]] const kiosk::Form *form() const { return form_; }
    void forget();

    /// As far as it is answered.
    [[nodiscard]] bool applies(const kiosk::Condition &when) const;
    /// Nothing while what it depends on is not answered.
    [[nodiscard]] std::optional<bool> mayApply(const kiosk::Condition &when) const;
    [[nodiscard]] QString conditionWords(const kiosk::Condition &when) const;

    /// All lines that apply, a few that belong together on each page.
    [[nodiscard]] std::vector<Page> pages() const;
    /// The answer, trimmed, of a date with the year that it means; "" for none.
    [[nodiscard]] QString answerTo(const Line &line) const;
    /// `entered`: half an answer is wrong too. Empty once it was confirmed.
    [[nodiscard]] QString troubleOf(const Line &line, bool entered) const;
    /// Why nobody goes on from these lines; empty where nothing is wrong with them.
    [[nodiscard]] QString missingOn(const Page &lines) const;
    /// Each question with its answer, in the language of `say` where the form has it.
    [[nodiscard]] printing::Facts facts(const kiosk::Texts &say) const;
    /// For readAnswers(): all that is written; of `only` where these are named.
    [[nodiscard]] std::string json(const std::set<std::string> *only = nullptr) const;

    /// The roles of row(), a FormField's.
    static QList<QByteArray> roles();
    /// "label", "hint", "value", "masked", "understood", "trouble", "odd", "digits", "choices", "picked".
    [[nodiscard]] QVariantList row(const Line &line, bool entered) const;

    void set(const Line &line, const QString &value);
    /// One of its choices, or one more entry.
    void choose(const Line &line, int choice);
    /// Odd, and right as it is written.
    void confirm(const Line &line);
    /// What was answered before: canonical, as it is kept.
    void fill(std::string_view json);

    void noteIn(kiosk::Place &place) const;
    void takeUp(const kiosk::Place &place);

private:
    [[nodiscard]] QString value(const Line &line) const;

    const KioskModel &kiosk_;
    const kiosk::Form *form_ = nullptr;
    std::map<std::string, QString> answers_;     ///< by Line::key()
    std::map<std::string, std::size_t> entries_; ///< of each list, 1 or more
    std::set<std::string> confirmed_;            ///< keys
};

/// A text in the language of `say` where it has it, else in French and marked so.
[[nodiscard]] printing::Runs wordsOf(const kiosk::Text &text, const kiosk::Texts &say);

} // namespace guichet::ui
