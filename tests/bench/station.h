// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/desk.h"
#include "kiosk/counter/printers.h"
#include "storage/document/reader_client.h"
#include "tests/bench/must.h"

namespace guichet::bench {

/// The real parts of a counter's machine, in this process.
struct Station {
    SystemClock clock;
    SystemRandom random;
    document::ReaderProcess reader;
    kiosk::SystemPrinters printers;
    kiosk::Catalogue catalogue = must(kiosk::Catalogue::load(kiosk::Catalogue::installedFolder()));
    kiosk::Machine machine{clock, random, reader, printers, catalogue};
};

} // namespace guichet::bench
