// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/artifacts.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::printing {
namespace {

template <std::size_t Count>
bool among(const std::array<std::string_view, Count> &names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// ISO 32000-1, table 51: what begins an object of the page, and what ends it.
constexpr std::array<std::string_view, 2> kPathBegins{"m", "re"};
constexpr std::array<std::string_view, 10> kPathEnds{"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"};
constexpr std::array<std::string_view, 2> kAlone{"Do", "sh"};

/// Puts each object that stands in no marked content into a marked content of its own, so that these never cross a
/// text object, a path or a graphics state.
class Artifacts final : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token &token) override {
        // An operator ends its operands.
        operands_ += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word) {
            return;
        }
        const std::string &operation = token.getValue();
        if (depth_ == 0 && !inside_ && begins(operation)) {
            write("/Artifact BMC\n");
        }
        write(operands_);
        operands_.clear();
        if (operation == "BDC" || operation == "BMC") {
            ++depth_;
        } else if (operation == "EMC") {
            depth_ = std::max(0, depth_ - 1);
        } else if (inside_ && isEnd(operation)) {
            inside_.reset();
            write("\nEMC");
        }
    }
    void handleEOF() override { write(operands_); }

private:
    enum class Object { Text, Path, Alone };

    bool begins(const std::string &operation) {
        if (operation == "BT") {
            inside_ = Object::Text;
        } else if (among(kPathBegins, operation)) {
            inside_ = Object::Path;
        } else if (among(kAlone, operation)) {
            inside_ = Object::Alone;
        }
        return inside_.has_value();
    }
    [[nodiscard]] bool isEnd(const std::string &operation) const {
        switch (*inside_) {
        case Object::Text: return operation == "ET";
        case Object::Path: return among(kPathEnds, operation);
        case Object::Alone: return true;
        }
        return true;
    }

    std::string operands_;
    int depth_ = 0;
    std::optional<Object> inside_; ///< an artifact
};

} // namespace

void markArtifacts(QPDF &pdf) {
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        Artifacts filter;
        Pl_Buffer marked("marked");
        page.filterContents(&filter, &marked);
        const std::shared_ptr<Buffer> plain = marked.getBufferSharedPointer();
        Pl_Buffer packed("packed");
        Pl_Flate flate("flate", &packed, Pl_Flate::a_deflate);
        flate.write(plain->getBuffer(), plain->getSize());
        flate.finish();
        QPDFObjectHandle content = QPDFObjectHandle::newStream(&pdf);
        content.replaceStreamData(packed.getBufferSharedPointer(), QPDFObjectHandle::newName("/FlateDecode"),
                                  QPDFObjectHandle::newNull());
        page.getObjectHandle().replaceKey("/Contents", content);
    }
}

} // namespace guichet::printing
