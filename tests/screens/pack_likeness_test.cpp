// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on the wall, is handed out or is shown looks as it was approved.
#include "kiosk/counter/pack.h"
#include "printing/layout.h"
#include "tests/kiosk/act_fixture.h"
#include "tests/screens/likeness.h"
#include "tests/support/pdf_tools.h"

#include <catch2/catch_test_macros.hpp>

#include <fmt/format.h>

#include <map>

namespace guichet::test {
namespace {

/// Pages as poppler draws them: A4 is 744 pixels wide, A3 and A5 in proportion.
QImage pageOf(const TemporaryFolder &folder, const Bytes &pdf, int page) {
    folder.write("paper.pdf", std::string(asText(pdf)));
    (void)runCommand(fmt::format("pdftoppm -png -singlefile -r 90 -f {0} -l {0} {1}/paper.pdf {1}/page", page,
                                 folder.path().string()));
    return QImage(QString::fromStdString((folder / "page.png").string()));
}

/// Not a demo's, which carry a mark.
struct AtWork : ActFixture {
    AtWork() : ActFixture(storage::StoreKind::Live) { as(storage::Role::Supervisor, "S01"); }
};

} // namespace

TEST_CASE_METHOD(AtWork, "the pack's papers look as they were approved", "[screens][pack]") {
    for (const auto &[language, name, pages] :
         {std::tuple{"fr", "poster-a3", 1}, std::tuple{"fr", "poster-a4", 2}, std::tuple{"fr", "leaflet-a4-folded", 2},
          std::tuple{"fr", "leaflet-a5", 1}, std::tuple{"fr", "letter-blank", 1}, std::tuple{"ar", "poster-a3", 1},
          std::tuple{"ar", "leaflet-a4-folded", 2}, std::tuple{"fr-x-falc", "poster-a3", 1}}) {
        const kiosk::MadePaper made = must(kiosk::packPaper(desk, name, language));
        for (int page = 1; page <= pages; ++page) {
            checkAlike(fmt::format("pack/{}-{}-{}", language, name, page), pageOf(folder, made.pdf, page));
        }
    }
}

TEST_CASE_METHOD(AtWork, "the pack's slides look as they were approved", "[screens][pack]") {
    std::map<std::string, Bytes> slides;
    must(kiosk::makePack(desk, {.languages = {"fr"}, .addressees = {}},
                         [&](const kiosk::PackFile &file, ByteView bytes) -> Result<void> {
                             slides[file.path] = Bytes(bytes.begin(), bytes.end());
                             return {};
                         }));
    for (const int slide : {1, 2, 5}) {
        const Bytes &png = slides.at(fmt::format("fr/slide-{}.png", slide));
        checkAlike(fmt::format("pack/fr-slide-{}", slide),
                   QImage::fromData(png.data(), static_cast<int>(png.size()), "PNG").scaledToWidth(960));
    }
}

} // namespace guichet::test
