// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/poppler_pdf.h"

namespace guichet::document {

Result<PopplerPdf> openPdf(ByteView pdf) {
    const std::unique_ptr<GBytes, Releaser<g_bytes_unref>> bytes(g_bytes_new_static(pdf.data(), pdf.size()));
    GError *error = nullptr;
    PopplerPdf document(poppler_document_new_from_bytes(bytes.get(), nullptr, &error));
    if (!document) {
        const std::unique_ptr<GError, Releaser<g_error_free>> owned(error);
        const bool locked = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) != FALSE;
        return fail(locked ? ErrorCode::Encrypted : ErrorCode::Unreadable, {},
                    error == nullptr || error->message == nullptr ? std::string() : error->message);
    }
    return document;
}

} // namespace guichet::document
