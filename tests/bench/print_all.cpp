// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-bench-print STORE ITEMS ROUNDS OUTPUT: started by guichet-bench. Makes each record of the list a PDF as an
// open counter does, as often as it is told, writes those of the last round, and prints the milliseconds, as JSON.
#include "kiosk/counter/print_records.h"
#include "kiosk/counter/sign_in.h"
#include "tests/bench/measure.h"
#include "tests/bench/must.h"
#include "tests/bench/station.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace guichet;
using namespace guichet::bench;
using nlohmann::json;

std::vector<std::vector<double>> printAll(const std::filesystem::path &store, const json &items, int rounds,
                                          const std::filesystem::path &output) {
    const char *pin = std::getenv("GUICHET_PIN");
    if (pin == nullptr) {
        throw std::invalid_argument("GUICHET_PIN is not set");
    }
    Station station;
    const auto session = must(kiosk::Session::open(station.machine, store, "A01", pin));
    kiosk::Desk &desk = session->desk();
    kiosk::Presence presence;
    presence.seen = kiosk::IdentitySeen::IdCard;
    std::vector<std::vector<double>> times;
    for (int round = 0; round < rounds; ++round) {
        times.emplace_back();
        int number = 0;
        for (const json &item : items) {
            kiosk::RecordChoice choice;
            choice.records = {item.at("record").get<std::string>()};
            Bytes pdf;
            times.back().push_back(millisecondsOf([&] {
                const kiosk::PreparedRecords prepared =
                    must(kiosk::prepareRecords(desk, item.at("person").get<std::string>(), choice, presence, {}));
                pdf = must(kiosk::recordsToFile(desk, prepared, presence));
            }));
            if (round + 1 == rounds) {
                std::ofstream(output / (std::to_string(number++) + ".pdf"), std::ios::binary) << asText(pdf);
            }
        }
    }
    return times;
}

} // namespace

int main(int argc, char **argv) {
    try {
        if (argc != 5) {
            throw std::invalid_argument("STORE ITEMS ROUNDS OUTPUT");
        }
        std::ifstream list(argv[2]);
        std::cout << json(printAll(argv[1], json::parse(list), std::stoi(argv[3]), argv[4])) << "\n";
        return 0;
    } catch (const std::exception &failure) {
        std::cout << failure.what() << "\n";
        return 2;
    }
}
