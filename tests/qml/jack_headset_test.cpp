// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/jack_headset.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QFileInfo>

namespace guichet::test {

TEST_CASE("only a socket that feels its plug tells of headphones", "[ui][aloud]") {
    struct Control {
        const char *name;
        bool tells;
    };
    // As the kernel's drivers name them (sound/pci/hda, Documentation/sound/hd-audio).
    const auto control =
        GENERATE(Control{"Headphone Jack", true}, Control{"Front Headphone Jack", true},
                 Control{"Headphone Mic Jack", true}, Control{"Headset Jack", true}, Control{"Headset Mic Jack", false},
                 Control{"Mic Jack", false}, Control{"Headphone Phantom Jack", false},
                 Control{"Speaker Phantom Jack", false}, Control{"HDMI/DP,pcm=3 Jack", false},
                 Control{"Line Out Jack", false}, Control{"Headphone Playback Switch", false}, Control{"", false});
    CAPTURE(control.name);
    CHECK(ui::tellsOfHeadphones(control.name) == control.tells);
}

TEST_CASE("a machine without sound has no headset", "[ui][aloud]") {
    if (QFileInfo::exists(QStringLiteral("/dev/snd"))) {
        SKIP("this machine has sound");
    }
    const ui::JackHeadset headset;
    CHECK_FALSE(headset.isThere());
}

} // namespace guichet::test
