// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/paper_text.h"

#include "base/text.h"
#include "storage/document/poppler_pdf.h"

#include <memory>

namespace guichet::document {
namespace {

constexpr int kMostPages = 200;
constexpr std::size_t kMostAttachments = 16;
constexpr std::size_t kLargestAttachment = std::size_t{1} << 20;

gboolean keep(const gchar *data, gsize count, gpointer target, GError ** /*error*/) {
    Bytes &bytes = *static_cast<Bytes *>(target);
    if (bytes.size() + count > kLargestAttachment) {
        return FALSE;
    }
    const ByteView more = asBytes({data, count});
    bytes.insert(bytes.end(), more.begin(), more.end());
    return TRUE;
}

} // namespace

Result<PaperText> readPaperText(ByteView pdf) {
    GUICHET_ASSIGN(const PopplerPdf document, openPdf(pdf));
    const int pages = poppler_document_get_n_pages(document.get());
    if (pages < 1 || pages > kMostPages) {
        return fail(pages < 1 ? ErrorCode::Unreadable : ErrorCode::TooLarge, {}, "pages");
    }
    PaperText paper;
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<PopplerPage, Releaser<g_object_unref>> page(poppler_document_get_page(document.get(), i));
        if (!page) {
            return fail(ErrorCode::Unreadable, {}, "a damaged page");
        }
        const std::unique_ptr<char, Releaser<g_free>> text(poppler_page_get_text(page.get()));
        paper.pages.push_back(toValidUtf8(text ? text.get() : ""));
    }
    GList *attachments = poppler_document_get_attachments(document.get());
    for (GList *at = attachments; at != nullptr; at = at->next) {
        const std::unique_ptr<PopplerAttachment, Releaser<g_object_unref>> attachment(
            static_cast<PopplerAttachment *>(at->data));
        Bytes content;
        if (paper.attachments.size() < kMostAttachments &&
            poppler_attachment_save_to_callback(attachment.get(), keep, &content, nullptr) != FALSE) {
            const char *name = poppler_attachment_get_name(attachment.get());
            paper.attachments.push_back({toValidUtf8(name == nullptr ? "" : name), std::move(content)});
        }
    }
    g_list_free(attachments);
    return paper;
}

} // namespace guichet::document
