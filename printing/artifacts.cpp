// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/artifacts.h"

#include <qpdf/Buffer.hh>
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

constexpr std::string_view kSpace = " \t\r\n\f";

/// Where the token at `at` ends (ISO 32000-1, 7.2). For content without pictures in it and comments, as Cairo writes it
/// for pages: qpdf's own tokens took a seventh of the time of a paper.
std::size_t tokenEnd(std::string_view content, std::size_t at) {
    constexpr std::string_view kRegularEnds = " \t\r\n\f()<>[]/";
    if (content[at] == '(') {
        int open = 0;
        for (; at < content.size(); ++at) {
            if (content[at] == '\\') {
                ++at;
            } else if (content[at] == '(') {
                ++open;
            } else if (content[at] == ')' && --open == 0) {
                return at + 1;
            }
        }
        return content.size();
    }
    if (content[at] == '<' && content.substr(at, 2) != "<<") {
        return std::min(content.find('>', at), content.size() - 1) + 1;
    }
    if (std::string_view("[]<>)").find(content[at]) != std::string_view::npos) {
        return at + 1;
    }
    return std::min(content.find_first_of(kRegularEnds, at + 1), content.size());
}

/// Puts each object that stands in no marked content into a marked content of its own, so that these never cross a
/// text object, a path or a graphics state.
class Artifacts {
public:
    std::string mark(std::string_view content) {
        std::string marked;
        marked.reserve(content.size() + content.size() / 8);
        std::size_t operands = 0; // from here on, until the operator that ends them
        std::size_t at = 0;
        while ((at = content.find_first_not_of(kSpace, at)) != std::string_view::npos) {
            const std::size_t end = tokenEnd(content, at);
            const std::string_view token = content.substr(at, end - at);
            at = end;
            if (!isOperator(token)) {
                continue;
            }
            if (depth_ == 0 && !inside_ && begins(token)) {
                marked += "\n/Artifact BMC";
            }
            marked += content.substr(operands, end - operands);
            operands = end;
            if (token == "BDC" || token == "BMC") {
                ++depth_;
            } else if (token == "EMC") {
                depth_ = std::max(0, depth_ - 1);
            } else if (inside_ && isEnd(token)) {
                inside_.reset();
                marked += "\nEMC";
            }
        }
        return marked += content.substr(operands);
    }

private:
    enum class Object { Text, Path, Alone };

    static bool isOperator(std::string_view token) {
        const char first = token.front();
        return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '\'' || first == '"';
    }
    bool begins(std::string_view operation) {
        if (operation == "BT") {
            inside_ = Object::Text;
        } else if (among(kPathBegins, operation)) {
            inside_ = Object::Path;
        } else if (among(kAlone, operation)) {
            inside_ = Object::Alone;
        }
        return inside_.has_value();
    }
    [[nodiscard]] bool isEnd(std::string_view operation) const {
        switch (*inside_) {
        case Object::Text: return operation == "ET";
        case Object::Path: return among(kPathEnds, operation);
        case Object::Alone: return true;
        }
        return true;
    }

    int depth_ = 0;
    std::optional<Object> inside_; ///< an artifact
};

} // namespace

void markArtifacts(QPDF &pdf) {
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle content = page.getObjectHandle().getKey("/Contents");
        const std::shared_ptr<Buffer> plain = content.getStreamData();
        const std::string marked =
            Artifacts().mark({reinterpret_cast<const char *>(plain->getBuffer()), plain->getSize()});
        Pl_Buffer packed("packed");
        Pl_Flate flate("flate", &packed, Pl_Flate::a_deflate);
        flate.write(reinterpret_cast<const unsigned char *>(marked.data()), marked.size());
        flate.finish();
        content.replaceStreamData(packed.getBufferSharedPointer(), QPDFObjectHandle::newName("/FlateDecode"),
                                  QPDFObjectHandle::newNull());
    }
}

} // namespace guichet::printing
