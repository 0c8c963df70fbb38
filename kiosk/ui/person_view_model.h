// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/papers/preferences_card.h"
#include "kiosk/papers/speech.h"
#include "kiosk/ui/dialogue.h"
#include "kiosk/ui/keypad.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/read_aloud.h"
#include "kiosk/ui/row_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <string>
#include <string_view>

namespace guichet::ui {

class ActModel;
class KioskModel;

/// What the person served reads and answers, on a screen of their own or on the agent's turned towards them: only what
/// concerns the step, in their language. Language, look and voice are chosen there and forgotten at the end of the
/// visit. Belongs to the screen's thread.
class PersonViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::Look *look READ look CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *languages READ languages CONSTANT)
    Q_PROPERTY(guichet::ui::RowModel *sentences READ sentences CONSTANT)
    Q_PROPERTY(guichet::ui::ReadAloud *reading READ reading CONSTANT)
    Q_PROPERTY(guichet::ui::Dialogue *dialogue READ dialogue CONSTANT)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString choice READ choice NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QList<QString> does READ does NOTIFY changed)
    Q_PROPERTY(QList<QString> doesNot READ doesNot NOTIFY changed)
    Q_PROPERTY(QString doesTitle READ doesTitle NOTIFY changed)
    Q_PROPERTY(QString doesNotTitle READ doesNotTitle NOTIFY changed)
    Q_PROPERTY(QString yes READ yes NOTIFY changed)
    Q_PROPERTY(QString no READ no NOTIFY changed)
    Q_PROPERTY(QString unsure READ unsure NOTIFY changed)
    Q_PROPERTY(QString seal READ seal NOTIFY changed)
    Q_PROPERTY(QString see READ see NOTIFY changed)
    Q_PROPERTY(QString close READ close NOTIFY changed)
    Q_PROPERTY(QString rest READ rest NOTIFY changed)
    Q_PROPERTY(QString restHere READ restHere NOTIFY changed)
    Q_PROPERTY(QString further READ further NOTIFY changed)
    Q_PROPERTY(QString fromTop READ fromTop NOTIFY changed)
    Q_PROPERTY(QString larger READ larger NOTIFY changed)
    Q_PROPERTY(QString smaller READ smaller NOTIFY changed)
    Q_PROPERTY(QString sizeEnd READ sizeEnd NOTIFY changed)
    Q_PROPERTY(QString contrast READ contrast NOTIFY changed)
    Q_PROPERTY(QString otherLanguages READ otherLanguages NOTIFY changed)
    Q_PROPERTY(QString tools READ tools NOTIFY changed)
    Q_PROPERTY(QString agentBack READ agentBack NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(bool inLines READ inLines NOTIFY changed)
    Q_PROPERTY(QString listen READ listen NOTIFY changed)
    Q_PROPERTY(QString repeat READ repeat NOTIFY changed)
    Q_PROPERTY(QString slower READ slower NOTIFY changed)
    Q_PROPERTY(QString faster READ faster NOTIFY changed)
    Q_PROPERTY(QString softer READ softer NOTIFY changed)
    Q_PROPERTY(QString louder READ louder NOTIFY changed)
    Q_PROPERTY(QString voiceTrouble READ voiceTrouble NOTIFY changed)
    Q_PROPERTY(QString keys READ keys NOTIFY changed)
    Q_PROPERTY(QString keyboard READ keyboard NOTIFY changed)
    Q_PROPERTY(QString write READ write NOTIFY changed)
    Q_PROPERTY(QString send READ send NOTIFY changed)
    Q_PROPERTY(QString you READ you NOTIFY changed)
    Q_PROPERTY(QString theAgent READ theAgent NOTIFY changed)

public:
    enum Step { Welcome, Waiting, Question, Titles, Pages, Agreement, Answered, Signing, Recorded, Sentence, Writing };
    Q_ENUM(Step)

    explicit PersonViewModel(KioskModel &kiosk);

    [[nodiscard]] Look *look() { return &look_; }
    /// Each in its own name.
    [[nodiscard]] RowModel *languages() { return &languages_; }
    /// What an agent can say without a common language, in the agent's.
    [[nodiscard]] RowModel *sentences() { return &sentences_; }
    /// Reads aloud what this step shows; the agent can work it too.
    [[nodiscard]] ReadAloud *reading() { return &reading_; }
    [[nodiscard]] Dialogue *dialogue() { return &dialogue_; }
    [[nodiscard]] Step step() const;
    [[nodiscard]] QString heading() const;
    /// Of what the person is asked to agree to, what was chosen for them alone: whom or what it is about, and what
    /// becomes of their data.
    [[nodiscard]] QString choice() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QStringList does() const;
    [[nodiscard]] QStringList doesNot() const;
    [[nodiscard]] QString doesTitle() const { return text("theirs.does"); }
    [[nodiscard]] QString doesNotTitle() const { return text("theirs.does-not"); }
    /// The two answers; both empty where nothing is asked. `unsure`: a third one, to a question that was said.
    [[nodiscard]] QString yes() const;
    [[nodiscard]] QString no() const;
    [[nodiscard]] QString unsure() const;
    [[nodiscard]] QString seal() const { return text("theirs.titles-seal"); }
    [[nodiscard]] QString see() const { return text("theirs.pages-see"); }
    [[nodiscard]] QString close() const { return text("theirs.pages-close"); }
    /// That everything is hidden soon, and of the button that puts it off.
    [[nodiscard]] QString rest() const { return text("theirs.rest"); }
    [[nodiscard]] QString restHere() const { return text("theirs.rest-here"); }
    [[nodiscard]] Q_INVOKABLE QString restLeft(int seconds) const;
    /// Of the button that shows the rest of what does not fit, and at its end the beginning again.
    [[nodiscard]] QString further() const { return text("theirs.further"); }
    [[nodiscard]] QString fromTop() const { return text("theirs.from-top"); }
    [[nodiscard]] QString larger() const { return text("theirs.larger"); }
    [[nodiscard]] QString smaller() const { return text("theirs.smaller"); }
    /// Said where a touch on larger or smaller changes nothing, until another does or the step changes.
    [[nodiscard]] QString sizeEnd() const;
    [[nodiscard]] QString contrast() const { return text("theirs.contrast"); }
    [[nodiscard]] QString otherLanguages() const { return text("theirs.languages"); }
    [[nodiscard]] QString tools() const { return text("theirs.tools"); }
    [[nodiscard]] QString agentBack() const { return text("theirs.agent"); }
    /// To the agent, in the agent's words: what the person answered to the last sentence; empty before.
    [[nodiscard]] const QString &answer() const { return answer_; }

    /// What is shown is shown sentence by sentence: it is read aloud, or it is a form with its answers.
    [[nodiscard]] bool inLines() const;
    /// Of the button that plays, pauses and goes on.
    [[nodiscard]] QString listen() const;
    [[nodiscard]] QString repeat() const { return text("theirs.repeat"); }
    [[nodiscard]] QString slower() const { return text("theirs.slower"); }
    [[nodiscard]] QString faster() const { return text("theirs.faster"); }
    [[nodiscard]] QString softer() const { return text("theirs.softer"); }
    [[nodiscard]] QString louder() const { return text("theirs.louder"); }
    /// Why nothing, or not all, is read; empty where all is well.
    [[nodiscard]] QString voiceTrouble() const;
    /// What the keypad's keys do now; empty where it is nothing.
    [[nodiscard]] QString keys() const;
    /// Which layout the keyboard on the screen has for them: "ar_AR".
    [[nodiscard]] QString keyboard() const;
    [[nodiscard]] QString write() const { return text("theirs.write"); }
    [[nodiscard]] QString send() const { return text("theirs.send"); }
    [[nodiscard]] QString you() const { return text("theirs.you"); }
    [[nodiscard]] QString theAgent() const { return text("theirs.the-agent"); }

    /// Of the texts here: the one chosen, else the one known of the person, else French.
    [[nodiscard]] std::string language() const;
    [[nodiscard]] bool languageChosen() const { return !chosen_.empty(); }
    /// The visit is over.
    void forget();
    /// A visit goes on that they chose this language in.
    void takeUp(const std::string &language);
    /// How this display is set.
    [[nodiscard]] kiosk::papers::Preferences preferences() const;
    /// A card was scanned: this visit's display is set by it. False: this is no such card, and nothing changes.
    bool takePreferences(const QString &code, const QString &onUsKeys);
    /// A key of the person's keypad. An answer counts only where one is asked, and was asked for long enough to be
    /// meant; so does the touch of what is marked, where the question changed since. False: the key means nothing now.
    bool press(PadKey key);

    Q_INVOKABLE void chooseLanguage(int row);
    Q_INVOKABLE void enlarge();
    Q_INVOKABLE void reduce();
    Q_INVOKABLE void changeContrast();
    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();
    Q_INVOKABLE void notUnderstood();
    /// The agent: a sentence is put before the person, or taken away.
    Q_INVOKABLE void say(int row);
    Q_INVOKABLE void sayNothing();
    /// The agent: prints a card of how this display is set, for their next visit.
    Q_INVOKABLE void printPreferences();

signals:
    void changed();
    /// A key of the keypad: the next thing that can be touched is marked, or the one before; it is touched.
    void walked(bool on);
    void touched();

private:
    [[nodiscard]] QString text(std::string_view id, const kiosk::Values &values = {}) const;
    /// The sentence that is said can be answered by yes and no.
    [[nodiscard]] bool asksSomething() const;
    /// Of the texts with the two answers to it.
    [[nodiscard]] const char *yesToSentence() const;
    [[nodiscard]] const char *noToSentence() const;
    [[nodiscard]] QString textOf(const std::string &id, const std::string &language) const;
    /// Of what the person is asked to agree to; nothing where they are not.
    [[nodiscard]] QStringList agreementLines(kiosk::Sentences kiosk::Scope::*which) const;
    /// What the agent's screen puts before the person, whatever else is said to them.
    [[nodiscard]] Step stepOfVisit() const;
    /// What is asked of the person on the agent's screen; null where nothing is.
    [[nodiscard]] ActModel *act() const;
    /// Of what they are asked to agree to; null where that is not chosen yet.
    [[nodiscard]] const kiosk::Text *agreementTitle() const;
    /// What this step says, for a voice.
    [[nodiscard]] kiosk::papers::Speech speech() const;
    /// The visit may have gone on: what was said before belongs to what was there before.
    void goOn();
    void showSpeech();
    void showLanguages();
    void showSentences();
    void answerSentence(const char *id);
    void resize(void (Look::*how)(), const char *end);

    KioskModel &kiosk_;
    Look look_;
    RowModel languages_;
    RowModel sentences_;
    std::string chosen_;
    std::string sentence_;  ///< id; "" for none
    Step saidAt_ = Waiting; ///< the sentence
    QString answer_;
    bool printing_ = false; ///< a card is on its way to the printer
    std::string sizeEnd_;   ///< id of a text; "" for none
    Step sizeEndAt_ = Welcome;
    ReadAloud reading_;
    Dialogue dialogue_;
    QString asked_;                        ///< what the answers are to; empty where nothing is asked
    std::chrono::milliseconds askedAt_{0}; ///< since when, by the monotonic clock
};

} // namespace guichet::ui
