// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/demo_store.h"
#include "tests/bench/figures.h"
#include "tests/bench/people.h"

#include <fstream>
#include <stdexcept>

namespace guichet::bench {
namespace {

constexpr const char *kColumns = "ins,ins_root,birth_name,used_name,given_names,born,birth_place_code,birth_place,sex,"
                                 "address,phone,email,scheme,rank,physician,language";

void writeList(const std::filesystem::path &file, int rows) {
    SeededRandom random(1);
    std::ofstream out(file);
    out << kColumns << "\n";
    for (int i = 0; i < rows; ++i) {
        const storage::Person person = inventedPerson(static_cast<std::uint64_t>(i), random);
        const storage::Traits &traits = person.traits;
        out << person.nir << "," << person.insRoot << "," << traits.birthName << ",," << traits.givenNames << ","
            << traits.born.text() << ",81990,EXEMPLEVILLE," << storage::toText(traits.sex) << "," << 1 + i % 99
            << " rue de l’Exemple 81990 EXEMPLEVILLE,,,01,1,,fr\n";
    }
    if (!out.flush()) {
        throw std::runtime_error("the list can't be written");
    }
}

} // namespace

std::vector<Figure> listFigures(const Ground &ground) {
    const int rows = ground.people.back();
    const std::filesystem::path list = ground.folder / "list.csv";
    writeList(list, rows);

    const std::filesystem::path script = ground.folder / "plain.sql";
    std::ofstream(script) << "CREATE TABLE person(" << kColumns << ");\n"
                          << "CREATE INDEX by_number ON person(ins);\n"
                          << "CREATE INDEX by_birth ON person(born, birth_name);\n"
                          << ".mode csv\n.import --skip 1 '" << list.string() << "' person\n"
                          << "SELECT count(*) FROM person;\n";
    const auto importPlain = [&](const char *name) {
        const Run plain =
            runProgram({"sqlite3", "-batch", "-init", script.string(), (ground.folder / name).string(), ".quit"});
        if (plain.output.find(std::to_string(rows)) == std::string::npos) {
            throw std::runtime_error("sqlite3 did not import the list: " + plain.output);
        }
        return plain.milliseconds;
    };
    const double before = importPlain("plain.db");
    const DemoStore store(ground, "list");
    const Run first = store.run({"import-persons", list.string()}, "S01");
    if (nlohmann::json::parse(first.output).at("added") != rows) {
        throw std::runtime_error("the list was not taken whole");
    }
    // Before and after: a machine that others use too is not as fast all the time.
    const double plain = (before + importPlain("again.db")) / 2;
    const Run again = store.run({"import-persons", list.string()}, "S01");
    const std::string of = "list of " + std::to_string(rows) + " insured people";
    const std::string peer = "sqlite3 .import into a table with two indexes";
    return {
        {.what = of + ", taken in",
         .value = first.milliseconds,
         .unit = "ms",
         .peer = peer,
         .peerValue = plain,
         .limit = 2,
         .note = ""},
        {.what = of + ", taken in again",
         .value = again.milliseconds,
         .unit = "ms",
         .peer = peer,
         .peerValue = plain,
         .limit = {},
         .note = "nothing has changed"},
        {.what = of + ", memory",
         .value = first.peakMiB,
         .unit = "MiB",
         .peer = "",
         .peerValue = {},
         .limit = {},
         .note = ""},
    };
}

} // namespace guichet::bench
