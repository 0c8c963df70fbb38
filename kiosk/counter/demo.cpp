// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/demo.h"

#include "kiosk/counter/calendar.h"
#include "kiosk/counter/demo_acts.h"
#include "kiosk/counter/demo_documents.h"
#include "kiosk/counter/demo_people.h"
#include "kiosk/counter/import.h"
#include "kiosk/counter/init.h"
#include "kiosk/counter/news.h"
#include "printing/layout.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fmt/format.h>

#include <array>

namespace guichet::kiosk {
namespace {

constexpr const char *kPin = "482915"; ///< known to everybody: it guards invented people
constexpr std::size_t kPeopleWithRecords = 250;

/// Numbers from the ranges that are kept for works of fiction (ARCEP, décision 2018-0881).
const std::array<std::pair<std::string, std::string>, 33> kSettings{{
    {"agency-name", "Caisse de démonstration"},
    {"agency-address", "1 place de l’Exemple\n81990 EXEMPLEVILLE"},
    {"agency-phone", "05 36 49 00 01"},
    {"agency-email", "accueil@guichet.example"},
    {"agency-hours", "du lundi au vendredi, de 8 h 30 à 16 h 30"},
    {"agency-timezone", "Europe/Paris"},
    {"agency-territory", "metropole"},
    {"agency-reliable-copies", "no"},
    {"service-name", "Service Accueil (exemple)"},
    {"service-address", "1 place de l’Exemple\n81990 EXEMPLEVILLE"},
    {"service-phone", "05 36 49 00 02"},
    {"service-email", "service@guichet.example"},
    {"remedy-appeal-name", "Commission de recours amiable (exemple)"},
    {"remedy-appeal-address", "1 place de l’Exemple\n81990 EXEMPLEVILLE"},
    {"remedy-court-name", "Tribunal judiciaire d’Exempleville, pôle social"},
    {"remedy-court-address", "2 rue du Modèle\n81990 EXEMPLEVILLE"},
    {"remedy-mediator-address", "Médiateur (exemple), 1 place de l’Exemple, 81990 EXEMPLEVILLE"},
    {"operator-name", "Opérateur de l’espace de santé (exemple)"},
    {"operator-address", "10 avenue du Modèle\n81990 EXEMPLEVILLE"},
    {"operator-phone", "3422"},
    {"operator-hours", "du lundi au vendredi, de 8 h 30 à 17 h 30"},
    {"dpo-name", "Délégué à la protection des données (exemple)"},
    {"dpo-address", "1 place de l’Exemple\n81990 EXEMPLEVILLE"},
    {"dpo-phone", "05 36 49 00 03"},
    {"dpo-email", "dpo@guichet.example"},
    {"printer", "folder"},
    {"import-contact", "no"},
    // Records of a demo stay when a visit ends.
    {"retention-prescription", "365"},
    {"retention-certificate", "365"},
    {"retention-result", "365"},
    {"retention-hospital", "365"},
    {"retention-reimbursement", "365"},
    {"retention-other", "365"},
}};

/// A report of two pages, as a foreign program makes one.
Result<Bytes> attachedPdf() {
    using namespace printing;
    Paper paper;
    paper.title = "Compte rendu d’exemple";
    paper.templateName = "demo-attachment";
    paper.created = "2026-01-05T09:00:00Z";
    paper.footer.left = "Centre hospitalier d’Exempleville";
    paper.blocks = {text("Ce compte rendu est inventé. Il montre qu’un PDF contenu dans un document est imprimé avec "
                         "ses propres pages."),
                    Block{PageBreak{}}, heading(1, "Conclusion"), text("Examen normal. Aucune suite à prévoir.")};
    Engine engine;
    GUICHET_ASSIGN(const LaidOutPaper pages, engine.layOut(paper, Layout::Standard));
    return renderPdf(pages);
}

class Filler {
public:
    Filler(Desk &desk, const DemoWish &wish) : desk_(desk), wish_(wish), random_(wish.seed) {}

    Result<void> fill(DemoStore &made) {
        today_ = desk_.calendar.dayOf(desk_.machine.clock.now());
        people_ = demoPeople(wish_.persons, today_, random_);
        GUICHET_TRY(desk_.entries.write([&]() -> Result<void> {
            desk_.store.people().addMany(people_, desk_.machine.clock.now(), random_);
            return {};
        }));
        made.persons = static_cast<int>(people_.size());
        GUICHET_ASSIGN(made.records, addRecords());
        return addDemoActs(desk_, adults(), today_);
    }

private:
    /// Some of those who can sign for themselves.
    [[nodiscard]] std::vector<std::string> adults() const {
        constexpr std::size_t kEnough = 16;
        constexpr int kOfAge = 19;
        std::vector<std::string> ids;
        for (const storage::Person &person : people_) {
            if (ids.size() < kEnough && static_cast<int>(today_.year()) - person.traits.born.year >= kOfAge) {
                ids.push_back(person.id);
            }
        }
        return ids;
    }

    CivilDate earlier(int mostDays) {
        const int days = static_cast<int>(random_.below(static_cast<std::uint32_t>(mostDays))) + 1;
        return CivilDate{std::chrono::sys_days{today_} - std::chrono::days{days}};
    }

    void add(const storage::Person &person, const DemoDocument &wanted) {
        const std::string xml = demoDocument(person, wanted, pdf_, random_);
        documents_.push_back({fmt::format("demo-{:04}.xml", documents_.size() + 1), Bytes(xml.begin(), xml.end())});
    }

    /// Every kind at least once, at fixed places, so that whoever tries the demo finds them.
    void addSpecials(const storage::Person &person, std::size_t index) {
        using Body = DemoDocument::Body;
        using document::Category;
        switch (index) {
        case 0:
            add(person, {Category::Hospital, Body::WithPdf, earlier(300), {}, {}});
            add(person, {Category::Result, Body::Long, earlier(300), {}, {}});
            break;
        case 1:
            add(person, {Category::Hospital, Body::WithImage, earlier(300), {}, {}});
            add(person, {Category::Reimbursement, Body::Long, earlier(300), {}, {}});
            break;
        case 2:
            add(person, {Category::Result, Body::Pdf, earlier(300), {}, {}});
            add(person, {Category::Prescription, Body::Long, earlier(300), {}, {}});
            break;
        case 3: add(person, {Category::Result, Body::Short, earlier(300), "INVISIBLE_PATIENT", {}}); break;
        case 4: add(person, {Category::Result, Body::Short, earlier(300), "MASQUE_PS", {}}); break;
        case 5: {
            const std::string set = "2b1f0c5e-4d7a-4c31-8e2f-6f0a9b7c8d1e";
            const CivilDate day = earlier(300);
            add(person, {Category::Hospital, Body::Short, day, {}, set, 1});
            add(person, {Category::Hospital, Body::Short, day, {}, set, 2});
            break;
        }
        default: break;
        }
        const int age = static_cast<int>(today_.year()) - person.traits.born.year;
        constexpr int kMinor = 17;
        if (age <= kMinor && index % 2 == 0) {
            add(person, {Category::Hospital, Body::Short, earlier(300), "INVISIBLE_REPRESENTANTS_LEGAUX", {}});
        }
    }

    Result<int> addRecords() {
        using Body = DemoDocument::Body;
        using document::Category;
        GUICHET_ASSIGN(pdf_, attachedPdf());
        constexpr std::array kCategories{Category::Prescription, Category::Certificate,   Category::Result,
                                         Category::Hospital,     Category::Reimbursement, Category::Other};
        std::size_t index = 0;
        for (const storage::Person &person : people_) {
            if (index == kPeopleWithRecords) {
                break;
            }
            if (person.nir.empty() || !person.traits.born.whole()) {
                continue; // somebody who is in no file yet: an empty list is a case of its own
            }
            addSpecials(person, index);
            for (std::uint32_t i = 0, count = random_.below(5) + (index < 10 ? 5 : 0); i < count; ++i) {
                const Category category = kCategories.at(random_.below(kCategories.size()));
                add(person, {category, random_.below(12) == 0 ? Body::Long : Body::Short, earlier(1500), {}, {}});
            }
            ++index;
        }
        ImportWatch watch;
        watch.stop = wish_.stop;
        watch.progress = wish_.progress;
        GUICHET_ASSIGN(const ImportReport report, importTogether(desk_, documents_, watch));
        for (const ImportItem &item : report.items) {
            if (item.reason) {
                return fail(ErrorCode::Unexpected, item.path, std::string(errorName(*item.reason)));
            }
        }
        return report.imported + report.replaced;
    }

    Desk &desk_;
    const DemoWish &wish_;
    SeededRandom random_;
    CivilDate today_{};
    Bytes pdf_;
    std::vector<storage::Person> people_;
    std::vector<IncomingBytes> documents_;
};

Result<void> setUp(Desk &desk, const DemoWish &wish) {
    std::vector<std::pair<std::string, std::string>> settings(kSettings.begin(), kSettings.end());
    settings.emplace_back("papers-folder",
                          std::filesystem::absolute(wish.folder).lexically_normal().string() + "-papers");
    GUICHET_TRY(desk.entries.write([&] { return desk.store.settings().set(settings, desk.machine.clock.now()); }));
    GUICHET_TRY(desk.store.addAgent({"A01", "Agent de démonstration", storage::Role::Agent}, kPin));
    GUICHET_TRY(desk.store.addAgent({"S01", "Responsable de démonstration", storage::Role::Supervisor}, kPin));
    GUICHET_TRY(beginNews(desk, "A01"));
    return beginNews(desk, "S01");
}

} // namespace

Result<DemoStore> makeDemo(Machine &machine, const DemoWish &wish) {
    DemoStore made;
    made.agents = {"A01", "S01", "D01"};
    made.pin = kPin;
    const NewCounter wanted{.folder = wish.folder,
                            .kind = storage::StoreKind::Demo,
                            .admin = "D01",
                            .adminName = "Administrateur de démonstration",
                            .agency = "DEMO",
                            .station = "D1",
                            .pin = kPin};
    const FillStore fill = [&](Session &session) -> Result<void> {
        GUICHET_TRY(setUp(session.desk(), wish));
        GUICHET_TRY(session.reloadCalendar());
        GUICHET_TRY(session.signIn("S01", kPin)); // who may import
        return Filler(session.desk(), wish).fill(made);
    };
    GUICHET_TRY(openCounter(machine, wanted, fill));
    return made;
}

} // namespace guichet::kiosk
