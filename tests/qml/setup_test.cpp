// SPDX-License-Identifier: GPL-3.0-or-later
// The first run: from no store to a counter that prints, and nothing half made on the way.
#include "kiosk/counter/settings.h"
#include "kiosk/ui/setup_model.h"
#include "kiosk/ui/sign_in_model.h"
#include "storage/store.h"
#include "tests/qml/counter.h"
#include "tests/qml/stage.h"
#include "tests/support/error_output.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTest>

#include <filesystem>

namespace guichet::test {
namespace {

using ui::KioskModel;
using ui::SetupModel;

/// A machine without a store.
struct FirstRun {
    TemporaryFolder folder;
    ToldPrinter printer;
    Stage stage{folder / "store", &printer};
    SetupModel &model = *stage.kiosk().setup();

    FirstRun() {
        model.start();
        stage.kiosk().go(KioskModel::Setup);
    }

    void fill(std::initializer_list<const char *> values) {
        int row = 0;
        for (const char *value : values) {
            model.setField(row++, QString::fromUtf8(value));
        }
    }
    void next() {
        model.next();
        answered();
    }
    void answered() {
        stage.until([&] { return !model.waiting(); });
    }
    void toAdministrator() {
        fill({"CPAM de l’Exemple", "cpam-exemple", "e1", "1 place de l’Exemple, 81000 VILLE", "36 46"});
        next();
    }
    void toRecovery() {
        toAdministrator();
        fill({"d01", "Dominique Exemple"});
        next();
    }
    /// The administrator's PIN.
    std::string toPrinter() {
        toRecovery();
        auto pin = model.pin().toStdString();
        fill({model.recoveryCode().toUtf8().constData()});
        next();
        answered(); // and the printers
        return pin;
    }
    void signIn(const std::string &pin) {
        auto &signIn = *stage.kiosk().signIn();
        signIn.setAgent(QStringLiteral("D01"));
        for (const char digit : pin) {
            signIn.press(QString(QChar::fromLatin1(digit)));
        }
        signIn.submit();
        stage.until([&] { return !signIn.waiting(); });
    }
    [[nodiscard]] bool nothingThere() const { return std::filesystem::is_empty(folder.path()); }
};

/// Where registers keep their size and root: here, for as long as this is.
class OwnState {
public:
    OwnState() : before_(qgetenv("XDG_STATE_HOME")) { qputenv("XDG_STATE_HOME", folder_.path().c_str()); }
    ~OwnState() {
        if (before_.isNull()) {
            qunsetenv("XDG_STATE_HOME");
        } else {
            qputenv("XDG_STATE_HOME", before_);
        }
    }
    OwnState(const OwnState &) = delete;
    OwnState &operator=(const OwnState &) = delete;
    OwnState(OwnState &&) = delete;
    OwnState &operator=(OwnState &&) = delete;

    [[nodiscard]] int files() const {
        int count = 0;
        for (const auto &file : std::filesystem::recursive_directory_iterator(folder_.path())) {
            count += file.is_regular_file() ? 1 : 0;
        }
        return count;
    }

private:
    TemporaryFolder folder_;
    QByteArray before_;
};

} // namespace

TEST_CASE("the first run makes a counter that its administrator opens, and that prints", "[ui]") {
    FirstRun run;
    CHECK(run.model.step() == SetupModel::Agency);
    CHECK(run.model.missing() != QString());
    run.toAdministrator();
    REQUIRE(run.model.step() == SetupModel::Administrator);
    CHECK(run.nothingThere());
    run.fill({"d01", "Dominique Exemple"});
    run.next();
    REQUIRE(run.model.step() == SetupModel::Recovery);
    const auto code = run.model.recoveryCode();
    const auto pin = run.model.pin().toStdString();
    CHECK(code.size() > 20);
    CHECK(pin.size() >= 6);
    run.stage.settleAll();
    CHECK(run.stage.find("recoveryCode")->property("text").toString() == code);
    CHECK_FALSE(std::filesystem::exists(run.folder / "store"));

    run.fill({"7K2M-7K2M-7K2M-7K2M"}); // what was copied wrongly is found out
    run.next();
    CHECK(run.model.step() == SetupModel::Recovery);
    CHECK(run.model.problem() != QString());
    CHECK_FALSE(std::filesystem::exists(run.folder / "store"));
    run.fill({code.toLower().remove(u'-').toUtf8().constData()});
    run.next();
    run.answered();
    REQUIRE(run.model.step() == SetupModel::Printer);
    CHECK(std::filesystem::exists(run.folder / "store" / "keyring.json"));
    CHECK(run.model.recoveryCode() == QString());
    CHECK(run.model.pin() == QString());

    const auto papers = (run.folder / "papers").string();
    run.model.choosePrinter(run.model.printers()->count() - 1);
    run.fill({papers.c_str()});
    run.next();
    REQUIRE(run.model.step() == SetupModel::Test);
    run.next();
    CHECK(run.printer.sent() == 1);
    CHECK(run.model.note() != QString());
    auto &kiosk = run.stage.kiosk();
    kiosk.takeCode(QStringLiteral("else"), {});
    CHECK(run.model.note().contains(QStringLiteral("else")));
    kiosk.takeCode(QStringLiteral("essai-e1"), {});
    CHECK(run.model.note().contains(QStringLiteral("lu")));
    run.model.goOtherWay();
    run.answered();
    REQUIRE(run.model.step() == SetupModel::Finished);
    CHECK(run.model.note().contains(QStringLiteral("settings check")));
    run.stage.atDesk([&](kiosk::Desk &desk) {
        CHECK(desk.store.identity().kind == storage::StoreKind::Live);
        CHECK(desk.store.identity().station == "E1");
        CHECK(desk.store.settings().value("agency-name") == "CPAM de l’Exemple");
        CHECK(desk.store.settings().value("agency-phone") == "36 46");
        CHECK(desk.store.settings().value("papers-folder") == papers);
        CHECK(desk.store.settings().value("printer") == "folder");
    });
    run.next();
    CHECK(run.stage.kiosk().screen() == KioskModel::SignIn);
    run.signIn(pin);
    CHECK(run.stage.kiosk().agent() == QStringLiteral("D01"));
    // The code is the one that opens the store.
    CHECK(storage::Store::openWithRecovery(run.folder / "store", code.toStdString(), run.stage.clock()).has_value());
}

TEST_CASE("before the recovery code is confirmed, leaving at any step leaves nothing", "[ui]") {
    const auto step = GENERATE(SetupModel::Agency, SetupModel::Administrator, SetupModel::Recovery);
    TemporaryFolder folder;
    const OwnState state;
    {
        ToldPrinter printer;
        Stage stage(folder / "store", &printer);
        auto &model = *stage.kiosk().setup();
        model.start();
        stage.kiosk().go(KioskModel::Setup);
        const auto fill = [&](std::initializer_list<const char *> values) {
            int row = 0;
            for (const char *value : values) {
                model.setField(row++, QString::fromUtf8(value));
            }
            model.next();
            stage.until([&] { return !model.waiting(); });
        };
        if (step != SetupModel::Agency) {
            fill({"CPAM de l’Exemple", "CPAM-EXEMPLE", "E1"});
        }
        if (step == SetupModel::Recovery) {
            fill({"D01"});
        }
        REQUIRE(model.step() == step);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(state.files() == 0);
}

TEST_CASE("a step that was left is taken up again as it was, and the next recovery code is another", "[ui]") {
    FirstRun run;
    run.toRecovery();
    const auto code = run.model.recoveryCode();
    run.model.goBack();
    run.stage.settleAll();
    CHECK(run.model.step() == SetupModel::Administrator);
    CHECK(run.nothingThere()); // the store that was made for it is gone
    CHECK(run.model.fields()->at(0, "value").toString() == QStringLiteral("d01"));
    run.model.goBack();
    CHECK(run.model.step() == SetupModel::Agency);
    CHECK(run.model.fields()->at(0, "value").toString() == QStringLiteral("CPAM de l’Exemple"));
    run.next();
    run.next();
    REQUIRE(run.model.step() == SetupModel::Recovery);
    CHECK(run.model.recoveryCode() != code);
}

TEST_CASE("what the store refuses is said where it was typed, and nothing is left", "[ui]") {
    FirstRun run;
    run.toAdministrator();
    run.fill({"d 01"});
    run.next();
    CHECK(run.model.step() == SetupModel::Administrator);
    CHECK(run.model.problem() != QString());
    CHECK(run.nothingThere());
}

TEST_CASE("the printer that was left for later waits at the administrator's home", "[ui]") {
    FirstRun run;
    const auto pin = run.toPrinter();
    REQUIRE(run.model.step() == SetupModel::Printer);
    run.model.goOtherWay();
    run.answered();
    REQUIRE(run.model.step() == SetupModel::Finished);
    run.next();
    run.signIn(pin);
    run.stage.settleAll();
    REQUIRE(run.stage.find("setup") != nullptr);
    run.stage.kiosk().openSetup();
    run.answered();
    CHECK(run.model.step() == SetupModel::Printer);
    run.model.goBack();
    CHECK(run.stage.kiosk().screen() == KioskModel::Home);
}

TEST_CASE("printers that announce themselves are offered, get a queue, and are tried: the first, then a spare one",
          "[ui]") {
    FirstRun run;
    run.printer.announce({"Accueil", "Accueil", "Example LaserPrint", "", "ipps://Accueil._ipps._tcp.local/"});
    run.printer.announce(
        {"Fond", "Bureau du fond", "Example LaserPrint", "Bureau 12", "ipps://Fond._ipps._tcp.local/"});
    (void)run.toPrinter();
    const auto rows = [&] { return run.model.printers()->count(); };
    const auto row = [&](const char *label) {
        int at = 0;
        while (at < rows() && run.model.printers()->at(at, "label").toString() != QString::fromUtf8(label)) {
            ++at;
        }
        return at;
    };
    run.stage.until([&] { return rows() == 4; }); // the two, by address, the folder
    CHECK(run.model.printers()->at(row("Bureau du fond"), "about").toString().contains(QStringLiteral("Bureau 12")));
    run.model.choosePrinter(row("Accueil"));
    run.next();
    REQUIRE(run.model.step() == SetupModel::Test);
    run.next();
    CHECK(run.printer.sentTo() == "Accueil");
    run.model.goOtherWay(); // it came out well
    run.answered();
    run.answered();
    REQUIRE(run.model.step() == SetupModel::Spare);
    run.stage.until([&] { return row("Bureau du fond") < rows(); });
    CHECK(row("Accueil") == rows());
    run.model.choosePrinter(row("Bureau du fond"));
    run.next();
    REQUIRE(run.model.step() == SetupModel::Test);
    run.next();
    CHECK(run.printer.sentTo() == "Fond");
    run.model.goOtherWay();
    run.answered();
    REQUIRE(run.model.step() == SetupModel::Finished);
    run.stage.atDesk([&](kiosk::Desk &desk) {
        CHECK(desk.store.settings().value("printer") == "Accueil");
        CHECK(kiosk::sparePrinter(desk) == "Fond");
    });
}

TEST_CASE("a printer that is not found is added by its address, and no spare one is asked for where there is none",
          "[ui]") {
    FirstRun run;
    (void)run.toPrinter();
    run.model.choosePrinter(0);
    CHECK(run.model.missing() != QString());
    run.fill({"192.168.1.20", "accueil"});
    CHECK(run.model.missing() == QString());
    run.next();
    REQUIRE(run.model.step() == SetupModel::Test);
    run.next();
    CHECK(run.printer.sentTo() == "accueil");
    run.model.goOtherWay();
    run.answered();
    CHECK(run.model.step() == SetupModel::Finished);
}

TEST_CASE("an agent finds no set-up at home", "[ui]") {
    Counter counter;
    counter.signIn();
    counter.stage.settleAll();
    CHECK(counter.stage.find("setup") == nullptr);
}

} // namespace guichet::test
