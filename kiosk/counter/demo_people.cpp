// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/demo_people.h"

#include "storage/document/document.h"
#include "storage/nir.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <unordered_set>

namespace guichet::kiosk {
namespace {

constexpr std::array kFamilies{
    "AÏT-EXEMPLE", "ALVES-TEST", "BARDIN",   "BEAUCHAMP", "BENSAÏD",   "BERTHELOT", "BOURGEOIS",   "CARPENTIER",
    "CHEVALLIER",  "COSTA",      "D’ARTOIS", "DA SILVA",  "DELAUNAY",  "DIALLO",    "DUMONTET",    "ESSAI",
    "ÉTIENNE",     "FERRAND",    "FICTIF",   "FONTENEAU", "GAUTHERON", "GRANDJEAN", "HADDAD",      "HOAREAU",
    "IMBERT",      "JACQUEMIN",  "KOUASSI",  "LAMBERTIN", "LE GOFF",   "LEBRETON",  "LŒUILLET",    "MAILLARD",
    "MARCHETTI",   "MODÈLE",     "MOREAUX",  "NGUYEN",    "NOËL",      "O’BRIEN",   "OLIVEIRA",    "PASQUIER",
    "PELLETIER",   "PEREIRA",    "QUÉMÉNER", "RAVELOSON", "RENAUDIN",  "ROUSSET",   "SAINT-ALBIN", "SCHMITTER",
    "TÉMOIN",      "THIBAULT",   "TRAORÉ",   "URBAIN",    "VASSEUR",   "VIDALENC",  "WEISSER",     "YILDIRIM"};
constexpr std::array kWomen{"ANNE",     "AMINATA",   "BÉATRICE",  "CHLOÉ",        "DENISE",     "ÉLODIE",
                            "FATIMA",   "GENEVIÈVE", "HÉLÈNE",    "INÈS",         "JACQUELINE", "JOSÉPHINE",
                            "KHADIJA",  "LÉA",       "MADELEINE", "MARIE-LOUISE", "NADIA",      "ODETTE",
                            "PAULETTE", "ROSE",      "SANDRINE",  "SIMONE",       "SOLÈNE",     "YVETTE"};
constexpr std::array kMen{"AHMED",    "ALAIN",  "ANDRÉ", "BENOÎT",  "BRUNO",       "CÉDRIC", "DENIS", "ÉMILE",
                          "FRANÇOIS", "GÉRARD", "HUGO",  "IBRAHIM", "JEAN-PIERRE", "JOÃO",   "KARIM", "LUCIEN",
                          "MARCEL",   "MATHÉO", "NOËL",  "OLIVIER", "PAUL",        "RENÉ",   "ROGER", "YANN"};
struct DemoPlace {
    const char *name;
    const char *code; ///< département and a commune that it does not have
};
constexpr std::array kPlaces{DemoPlace{"EXEMPLEVILLE", "81990"},    DemoPlace{"BOURG-MODÈLE", "12991"},
                             DemoPlace{"SAINT-ESSAI", "46992"},     DemoPlace{"VAL-TÉMOIN", "31993"},
                             DemoPlace{"PORT-FICTIF", "29994"},     DemoPlace{"DÉMOVILLE-SUR-MER", "62995"},
                             DemoPlace{"LES ÉPREUVES", "93996"},    DemoPlace{"MONT-ÉCHANTILLON", "63997"},
                             DemoPlace{"SAINTE-MAQUETTE", "2A998"}, DemoPlace{"NEUVILLE-L’ESQUISSE", "59999"}};
constexpr std::array kStreets{"rue de l’Exemple", "avenue du Modèle", "impasse de l’Essai",
                              "chemin des Tilleuls fictifs", "place de la Maquette"};
constexpr std::array kLanguages{"fr", "fr", "fr", "fr", "fr", "fr", "ar", "pt", "es", "en"};

template <typename T, std::size_t N>
const T &pickOne(const std::array<T, N> &choices, Random &random) {
    return choices.at(random.below(static_cast<std::uint32_t>(N)));
}

bool oneIn(std::uint32_t n, Random &random) { return random.below(n) == 0; }

/// Numbers that were given, so that no two are the same.
class Numbers {
public:
    /// Sex, year, month, a place that does not exist, and an order.
    std::string next(const storage::Traits &traits) {
        constexpr int kOrders = 999;
        constexpr int kUnknownMonth = 20;
        constexpr int kCentury = 100;
        for (;;) {
            order_ = order_ % kOrders + 1;
            const std::string matricule = fmt::format(
                "{}{:02}{:02}{}{:03}", traits.sex == storage::Sex::Female ? 2 : 1, traits.born.year % kCentury,
                traits.born.month == 0 ? kUnknownMonth : traits.born.month, traits.birthPlaceCode, order_);
            if (given_.insert(matricule).second) {
                return matricule + fmt::format("{:02}", storage::nirKey(matricule).value_or(0));
            }
        }
    }

private:
    std::unordered_set<std::string> given_;
    int order_ = 0;
};

} // namespace

std::vector<storage::Person> demoPeople(int count, CivilDate today, Random &random) {
    constexpr std::uint32_t kDaysOfLives = 36000; // up to 98 years
    Numbers numbers;
    std::vector<storage::Person> people;
    people.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        storage::Person person;
        storage::Traits &traits = person.traits;
        const bool woman = oneIn(2, random);
        traits.sex = woman ? storage::Sex::Female : storage::Sex::Male;
        traits.birthName = pickOne(kFamilies, random);
        traits.givenNames = woman ? pickOne(kWomen, random) : pickOne(kMen, random);
        if (oneIn(3, random)) {
            traits.givenNames += std::string(" ") + (woman ? pickOne(kWomen, random) : pickOne(kMen, random));
        }
        const CivilDate born{std::chrono::sys_days{today} -
                             std::chrono::days{static_cast<int>(1 + random.below(kDaysOfLives))}};
        traits.born = storage::BirthDate::of(born);
        const DemoPlace &place = pickOne(kPlaces, random);
        traits.birthPlace = place.name;
        traits.birthPlaceCode = place.code;
        const bool adult = static_cast<int>(today.year()) - static_cast<int>(born.year()) > 20;
        if (woman && adult && oneIn(2, random)) {
            traits.usedName = pickOne(kFamilies, random);
            if (traits.usedName == traits.birthName) {
                traits.usedName.clear();
            }
        }
        const bool partialDate = adult && oneIn(40, random);
        if (partialDate) {
            traits.born.day = 0;
            traits.born.month = oneIn(2, random) ? 0 : traits.born.month;
        }
        // A homonym, born on the same day somewhere else.
        if (i % 25 == 24) {
            const storage::Traits &other = people.back().traits;
            traits = {other.birthName, other.usedName, other.givenNames, other.born, other.sex, place.name, place.code};
        }
        if (!oneIn(20, random)) { // a traveller or a newborn has none yet
            person.nir = numbers.next(traits);
            person.insRoot = document::kTestNirRoot;
        }
        person.address = fmt::format("{} {}\n81990 EXEMPLEVILLE", 1 + random.below(120), pickOne(kStreets, random));
        person.language = pickOne(kLanguages, random);
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace guichet::kiosk
