// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent types: numbers, dates, names.
#include "base/clock.h"
#include "base/text.h"
#include "storage/nir.h"
#include "storage/people.h"
#include "tests/fuzz/check.h"

using namespace guichet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view text = fuzz::asText(data, size);
    if (const auto nir = storage::parseNir(text)) {
        fuzz::require(storage::parseNir(nir->full()).has_value(), "a number that was taken is taken again");
    }
    if (const auto born = storage::BirthDate::parse(text)) {
        fuzz::require(storage::BirthDate::parse(born->text()) == *born, "a date of birth is read as it is written");
    }
    const std::string valid = toValidUtf8(text);
    fuzz::require(toValidUtf8(valid) == valid, "what was made valid stays as it is");
    fuzz::require(nameKey(nameKey(valid)) == nameKey(valid), "the key of a name is its own key");
    return 0;
}
