// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/sticks.h"

#include "base/files.h"
#include "kiosk/counter/rejected.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/support/pdf_tools.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace guichet;
using namespace guichet::test;
namespace fs = std::filesystem;

TEST_CASE("sticks are what is mounted where sticks are, and can be taken out") {
    const TemporaryFolder folder;
    const auto device = [&](const std::string &number, const std::string &path, const std::string &removable = "") {
        fs::create_directories(folder / "devices" / path);
        if (!removable.empty()) {
            std::ofstream((folder / "devices" / path).parent_path() / "removable") << removable << "\n";
        }
        fs::create_directories(folder / "block");
        fs::create_directory_symlink(folder / "devices" / path, folder / "block" / number);
    };
    device("8:1", "pci0/ata1/block/sda/sda1", "0");
    device("8:17", "pci0/usb1/1-2/block/sdb/sdb1", "0"); // many sticks say that they are fixed
    device("179:1", "pci0/mmc0/block/mmcblk0/mmcblk0p1", "1");
    folder.write("mountinfo", "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                              "30 22 8:1 / /mnt/data rw - ext4 /dev/sda1 rw\n"
                              "31 22 8:17 / /run/media/agent/CL\\303\\211\\040USB ro - vfat /dev/sdb1 ro\n"
                              "32 22 8:17 / /boot rw - vfat /dev/sdb1 rw\n"
                              "33 22 179:1 / /media/CARTE ro - vfat /dev/mmcblk0p1 ro\n"
                              "34 22 0:40 / /media/reseau rw - nfs server rw\n"
                              "short line\n");
    const kiosk::SystemSticks sticks(folder / "mountinfo", folder / "block");
    const auto found = sticks.list();
    CHECK(found == std::vector<kiosk::Stick>{{"/media/CARTE", "CARTE"}, {"/run/media/agent/CLÉ USB", "CLÉ USB"}});
    CHECK(sticks.has(found.front()));
    folder.write("mountinfo", "");
    CHECK_FALSE(sticks.has(found.front()));
    CHECK(kiosk::SystemSticks(folder / "none", folder / "block").list().empty());
}

TEST_CASE_METHOD(ActFixture, "what was rejected is listed on paper, whatever its files are called", "[sticks]") {
    const auto layout = GENERATE(printing::Layout::Standard, printing::Layout::Large);
    std::vector<std::string> sentences{"scan 12.pdf ne dit pas de quelle personne il s’agit.",
                                       "envoi.zip#IHE_XDM/SUBSET01/" + std::string(180, 'D') +
                                           ".PDF n’est pas ce que son enveloppe annonce.",
                                       printing::isolated("تحليل الدم.pdf") + " est protégé par un mot de passe.",
                                       "a\tb\n\"<x>&.xml n’est pas un document médical CDA."};
    for (int i = 1; i <= 120; ++i) {
        sentences.push_back("bilan-" + std::to_string(i) + ".doc n’est pas un document médical CDA.");
    }
    CHECK(kiosk::rejectedSheet(as(storage::Role::Agent, "A01"), sentences, layout).error().code ==
          ErrorCode::NotAllowed);
    const kiosk::MadePaper made = must(kiosk::rejectedSheet(as(storage::Role::Supervisor, "S01"), sentences, layout));
    if (const char *pictures = std::getenv("GUICHET_PICTURES")) {
        must(writeFile(fs::path(pictures) / ("rejected-" + std::to_string(static_cast<int>(layout)) + ".pdf"),
                       made.pdf));
    }
    const std::string text = onOneLine(pdfText(made.pdf));
    for (const char *said : {"Documents refusés", "scan 12.pdf ne dit pas", "<x>&.xml n’est pas", "bilan-1.doc",
                             "bilan-120.doc n’est pas"}) {
        CHECK(text.find(said) != std::string::npos);
    }
    std::string joined = text; // a long name is broken over lines, and whole
    std::erase(joined, ' ');
    CHECK(joined.find(std::string(180, 'D') + ".PDF") != std::string::npos);
    const std::vector<PdfWord> words = pdfWords(made.pdf);
    for (const PdfWord &word : words) {
        CHECK(word.left >= 0);
        CHECK(word.right <= word.pageWidth);
    }
    // The sentence goes on to the right of the name, whose own words go to the left.
    const auto place = [&](std::string_view part) {
        const auto found =
            std::ranges::find_if(words, [&](const PdfWord &word) { return word.text.find(part) != std::string::npos; });
        REQUIRE(found != words.end());
        return *found;
    };
    CHECK(place("ت").right <= place("protégé").left); // its letters are words of their own to poppler
    CHECK(place("ت").left > place("ح").left);
}
