// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/pdf_facts.h"

#include "base/text.h"
#include "storage/document/utf8.h"
#include "storage/document/xml_text.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace guichet::document {
namespace {

constexpr std::size_t kMostFiles = 100;

/// Actions that run, open or send something (ISO 32000-1, 12.6.4). A link, which a viewer asks about first, is none.
constexpr std::array<std::string_view, 7> kActions{"/JavaScript", "/Launch",    "/SubmitForm",      "/ImportData",
                                                   "/Rendition",  "/RichMedia", "/RichMediaExecute"};

/// Goes through all that the catalogue leads to.
class Search {
public:
    explicit Search(PdfFacts &facts) : facts_(facts) {}

    void run(const QPDFObjectHandle &from) {
        wait(from);
        while (!waiting_.empty()) {
            QPDFObjectHandle object = waiting_.back();
            waiting_.pop_back();
            if (object.isStream()) {
                object = object.getDict();
            }
            if (object.isDictionary()) {
                look(object);
                for (const std::string &key : object.getKeys()) {
                    wait(object.getKey(key));
                }
            } else if (object.isArray()) {
                const int count = object.getArrayNItems();
                for (int i = 0; i < count; ++i) {
                    wait(object.getArrayItem(i));
                }
            }
        }
    }

private:
    void wait(QPDFObjectHandle object) {
        if (object.isIndirect() && !seen_.insert(object.getObjGen()).second) {
            return;
        }
        if (object.isDictionary() || object.isArray() || object.isStream()) {
            waiting_.push_back(object);
        }
    }

    void look(QPDFObjectHandle &dictionary) {
        QPDFObjectHandle action = dictionary.getKey("/S");
        const bool acts =
            action.isName() && std::ranges::find(kActions, std::string_view(action.getName())) != kActions.end();
        facts_.active = facts_.active || acts || dictionary.hasKey("/JS");
        if (dictionary.getKey("/EF").isDictionary()) { // a file specification with its file
            facts_.active = true;
            QPDFObjectHandle name = dictionary.getKey("/UF");
            if (!name.isString()) {
                name = dictionary.getKey("/F");
            }
            if (facts_.files.size() < kMostFiles) {
                facts_.files.push_back(name.isString() ? tidy(withoutForbidden(toValidUtf8(name.getUTF8Value())))
                                                       : std::string());
            }
        }
    }

    PdfFacts &facts_;
    std::set<QPDFObjGen> seen_;
    std::vector<QPDFObjectHandle> waiting_;
};

} // namespace

Result<PdfFacts> readPdfFacts(ByteView bytes, std::uint32_t mostPages) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("pdf", reinterpret_cast<const char *>(bytes.data()), bytes.size());
        PdfFacts facts;
        const std::size_t pages = pdf.getAllPages().size();
        if (pages == 0) { // a truncated file can come out of qpdf so, without an error
            return fail(ErrorCode::Unreadable, {}, "no page");
        }
        if (pages > mostPages) {
            return fail(ErrorCode::TooLarge, {}, std::to_string(pages) + " pages");
        }
        facts.pages = static_cast<std::uint32_t>(pages);
        Search(facts).run(pdf.getRoot());
        std::ranges::sort(facts.files);
        facts.damaged = pdf.anyWarnings();
        return facts;
    } catch (const QPDFExc &error) {
        return fail(error.getErrorCode() == qpdf_e_password ? ErrorCode::Encrypted : ErrorCode::Unreadable);
    } catch (const std::bad_alloc &) {
        throw; // the process says so of the whole file
    } catch (const std::exception &) {
        return fail(ErrorCode::Unreadable);
    }
}

} // namespace guichet::document
