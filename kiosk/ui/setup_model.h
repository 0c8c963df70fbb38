// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/counter/init.h"
#include "kiosk/counter/printers.h"
#include "kiosk/ui/row_model.h"
#include "kiosk/ui/view_model.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guichet::ui {

/// The first run: who the agency is, the first administrator, the recovery code, then the printer, a page to try it,
/// and a spare printer where there is another. Each step can be left and taken up again. There is no store before the
/// recovery code was written down and typed back; from then on there is a whole one, and an administrator comes back to
/// the printer from their own home.
class SetupModel : public guichet::ui::ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    // Not first: moc of Qt 6.8 checks an inherited signal with the first property's type, from outside the class.
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *fields READ fields CONSTANT)
    Q_PROPERTY(QString recoveryCode READ recoveryCode NOTIFY changed)
    Q_PROPERTY(QString pin READ pin NOTIFY changed)
    Q_PROPERTY(guichet::ui::RowModel *printers READ printers CONSTANT)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString back READ backWords NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString other READ other NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    enum Step { Agency, Administrator, Recovery, Printer, Test, Spare, Finished };
    Q_ENUM(Step)

    explicit SetupModel(KioskModel &kiosk);
    ~SetupModel() override;

    [[nodiscard]] Step step() const { return step_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString under() const;
    /// Of this step: "named", "example", "value", "digits".
    [[nodiscard]] RowModel *fields() { return &fields_; }
    /// Shown at its own step alone; empty else.
    [[nodiscard]] QString recoveryCode() const;
    /// The administrator's, drawn; likewise.
    [[nodiscard]] QString pin() const;
    /// The queues that there are, printers that announce themselves, one by its address, and, not to spare, a folder:
    /// "label", "about", "picked".
    [[nodiscard]] RowModel *printers() { return &printers_; }
    /// What became of the test page, or what is still to be done.
    [[nodiscard]] const QString &note() const { return note_; }
    [[nodiscard]] QString backWords() const;
    [[nodiscard]] QString action() const;
    /// A second way on: without a printer, another page. Empty where there is none.
    [[nodiscard]] QString other() const;
    [[nodiscard]] QString missing() const;
    void clear() override;
    /// From the first step on, where there is no store.
    void start();
    /// From the printer on, by an administrator who is signed in.
    void resume();
    void showPrinters(const std::vector<kiosk::PrinterStatus> &printers);
    void showAnnounced(const std::vector<printing::AnnouncedPrinter> &printers);
    /// A test page was printed, whose code can be read back.
    [[nodiscard]] bool takesCode() const { return step_ == Test && !code_.isEmpty(); }
    /// A code reader read this, or `onUsKeys` where its keys are those of a US keyboard.
    void take(const QString &code, const QString &onUsKeys);
    void showSecrets(const QString &code, const QString &pin);

    Q_INVOKABLE void setField(int row, const QString &text);
    Q_INVOKABLE void choosePrinter(int row);
    Q_INVOKABLE void next();
    Q_INVOKABLE void goOtherWay();
    Q_INVOKABLE void goBack();

private:
    struct Field;
    [[nodiscard]] std::vector<Field> fieldsNow() const;
    [[nodiscard]] QString value(const char *key) const;
    /// What a row of printers stands for.
    struct Choice {
        enum class Kind { Queue, Announced, Address, Folder };
        Kind kind = Kind::Queue;
        std::size_t at = 0; ///< among the queues, or those that announce themselves
        bool operator==(const Choice &) const = default;
    };
    [[nodiscard]] bool choosesPrinter() const { return step_ == Printer || step_ == Spare; }
    [[nodiscard]] std::vector<Choice> choices() const;
    [[nodiscard]] std::pair<QString, QString> words(const Choice &choice) const; ///< label, about
    void listen();
    void toSpare();
    void go(Step step);
    void showRows();
    void make();
    void confirm();
    void findPrinters();
    void takePrinter();
    void printTest();
    void trust();
    void finish();
    void forgetSecrets();

    Step step_ = Agency;
    bool first_ = true;                     ///< there is no store yet, or it was made just now
    std::map<std::string, QString> values_; ///< by the key of their field
    QString code_;                          ///< at its own step the recovery code; after a test page, that page's
    QString pin_;
    std::vector<kiosk::PrinterStatus> found_; ///< the queues
    std::vector<printing::AnnouncedPrinter> announced_;
    std::optional<Choice> picked_;
    bool spare_ = false; ///< the spare one is being chosen and tried
    QString note_;
    RowModel fields_;
    RowModel printers_;
};

} // namespace guichet::ui
