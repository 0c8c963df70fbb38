// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/output_intent.h"

#include <lcms2.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace guichet::printing {
namespace {

struct CloseProfile {
    void operator()(void *profile) const { cmsCloseProfile(profile); }
};

/// Version 2 (ICC.1:2001-04), which every reader knows.
std::string sRgbProfile() {
    const std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, CloseProfile> profile(cmsCreate_sRGBProfile());
    cmsUInt32Number size = 0;
    if (!profile) {
        throw std::runtime_error("no sRGB profile");
    }
    cmsSetProfileVersion(profile.get(), 2.1);
    if (cmsSaveProfileToMem(profile.get(), nullptr, &size) == 0) {
        throw std::runtime_error("no sRGB profile");
    }
    std::string bytes(size, '\0');
    if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) {
        throw std::runtime_error("no sRGB profile");
    }
    // ICC.1:2001-04 table 9: the header says when the profile was made, which is not when this program ran.
    constexpr std::size_t kMadeAt = 24;
    constexpr std::array<char, 12> kMade{7, static_cast<char>(0xEA), 0, 1, 0, 1}; // 1 January 2026, midnight
    std::ranges::copy(kMade, bytes.begin() + kMadeAt);
    return bytes;
}

} // namespace

void addOutputIntent(QPDF &pdf) {
    static const std::string kProfile = sRgbProfile();
    QPDFObjectHandle profile = QPDFObjectHandle::newStream(&pdf, kProfile);
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    QPDFObjectHandle intent = QPDFObjectHandle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 >>");
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("sRGB"));
    intent.replaceKey("/Info", QPDFObjectHandle::newString("sRGB"));
    intent.replaceKey("/DestOutputProfile", profile);
    QPDFObjectHandle intents = QPDFObjectHandle::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    pdf.getRoot().replaceKey("/OutputIntents", intents);
}

} // namespace guichet::printing
