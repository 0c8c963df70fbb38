// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/builder.h"

#include <qrencode.h>

namespace guichet::printing {
namespace {

struct FreeCode {
    void operator()(QRcode *code) const { QRcode_free(code); }
};
struct FreeInput {
    void operator()(QRinput *input) const { QRinput_free(input); }
};

/// ISO/IEC 18004, alphanumeric mode: 5.5 bits a character instead of 8.
bool isAlphanumeric(const std::string &text) {
    return text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == std::string::npos;
}

} // namespace

Result<std::shared_ptr<const QrModules>> makeQrCode(const std::string &text) {
    const std::unique_ptr<QRinput, FreeInput> input(QRinput_new2(0, QR_ECLEVEL_M));
    const QRencodeMode mode = isAlphanumeric(text) ? QR_MODE_AN : QR_MODE_8;
    if (!input || text.empty() ||
        QRinput_append(input.get(), mode, static_cast<int>(text.size()),
                       reinterpret_cast<const unsigned char *>(text.data())) != 0) {
        return fail(ErrorCode::NotPrintable, "QR", "no text");
    }
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeInput(input.get()));
    if (!code) {
        return fail(ErrorCode::NotPrintable, "QR", std::to_string(text.size()) + " bytes are too many");
    }
    auto modules = std::make_shared<QrModules>();
    modules->side = code->width;
    modules->dark.resize(static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
    for (std::size_t i = 0; i < modules->dark.size(); ++i) {
        modules->dark[i] = (code->data[i] & 1U) != 0;
    }
    return std::shared_ptr<const QrModules>(std::move(modules));
}

} // namespace guichet::printing
