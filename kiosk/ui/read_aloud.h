// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/papers/speech.h"
#include "kiosk/ui/headset.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/voice.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <cstddef>

namespace guichet::ui {

/// Reads to the person what is shown to them, sentence by sentence. What is theirs alone (titles, records) is read only
/// while a headset is there. Plugging one in starts it, and so does each step after that; pulling it out stops it at
/// once. A pause goes on with the sentence that it broke. Belongs to the screen's thread.
class ReadAloud : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(guichet::ui::RowModel *lines READ lines CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(int current READ current NOTIFY changed)
    Q_PROPERTY(bool playing READ playing NOTIFY changed)
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(Trouble trouble READ trouble NOTIFY changed)
    Q_PROPERTY(bool canSlow READ canSlow NOTIFY changed)
    Q_PROPERTY(bool canHasten READ canHasten NOTIFY changed)
    Q_PROPERTY(bool canSoften READ canSoften NOTIFY changed)
    Q_PROPERTY(bool canLouden READ canLouden NOTIFY changed)

public:
    enum Trouble {
        None,
        NoVoice,    ///< for no sentence
        SomeUnread, ///< no voice for the language of some
        NoHeadset,  ///< which this needs
        Broken      ///< the voice failed
    };
    Q_ENUM(Trouble)

    static constexpr int kLeast = 0; ///< of speed and volume
    static constexpr int kMost = 4;
    static constexpr int kUsualSpeed = kMost / 2;

    ReadAloud();

    /// Both are borrowed and outlive it, or are null: then there is no voice, and no headset.
    void use(Voice *voice, Headset *headset);
    /// What is shown from now on; nothing happens where it is the same. `theirsAlone`: for a headset only. What comes
    /// back after nothing was shown goes on where it stood.
    void show(kiosk::papers::Speech speech, bool theirsAlone);
    /// Reads what is shown, this once, where a voice can: nothing is said of it where none can.
    void offer();
    /// The visit is over: silence, and speed and volume as they were.
    void forget();

    /// Each sentence: words, and whether it is a heading.
    [[nodiscard]] RowModel *lines() { return &lines_; }
    /// The first of them.
    [[nodiscard]] QString title() const { return lines_.at(0, "words").toString(); }
    /// The line that is being read, or was last; -1 before.
    [[nodiscard]] int current() const;
    [[nodiscard]] bool playing() const { return playing_; }
    /// The text with its marked sentence is to be seen: it was begun.
    [[nodiscard]] bool open() const { return open_; }
    [[nodiscard]] Trouble trouble() const { return trouble_; }
    [[nodiscard]] int speed() const { return speed_; }
    /// kLeast to kMost; what is beyond is taken as the nearer of the two.
    void setSpeed(int speed);
    [[nodiscard]] bool canSlow() const { return speed_ > kLeast; }
    [[nodiscard]] bool canHasten() const { return speed_ < kMost; }
    [[nodiscard]] bool canSoften() const { return volume_ > kLeast; }
    [[nodiscard]] bool canLouden() const { return volume_ < kMost; }

    /// Play, pause, go on; from the start again where it was at the end.
    Q_INVOKABLE void toggle();
    /// The sentence once more; the last where it was at the end.
    Q_INVOKABLE void repeat();
    Q_INVOKABLE void slower();
    Q_INVOKABLE void faster();
    Q_INVOKABLE void softer();
    Q_INVOKABLE void louder();

signals:
    void changed();

private:
    void play();
    void pause();
    /// The sentence at `at_`, or the next that a voice can say; the end.
    void say();
    void go();
    void setPace(int speed, int volume);
    void lookAtHeadset();
    [[nodiscard]] bool headsetThere() const { return headset_ != nullptr && headset_->isThere(); }

    Voice *voice_ = nullptr;
    Headset *headset_ = nullptr;
    kiosk::papers::Speech speech_;
    bool theirsAlone_ = false;
    kiosk::papers::Speech left_; ///< begun, while nothing is shown
    std::size_t leftAt_ = 0;
    RowModel lines_{{"words", "heading"}};
    std::size_t at_ = 0;
    bool playing_ = false;
    bool open_ = false;
    bool offered_ = false; ///< nobody asked for it
    bool follows_ = false; ///< what comes next is read by itself too
    Trouble trouble_ = None;
    int speed_ = kUsualSpeed;
    int volume_ = kMost;
};

} // namespace guichet::ui
