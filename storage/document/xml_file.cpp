// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/xml_file.h"

#include "storage/document/encoding.h"

namespace guichet::document {

Result<XmlFile> XmlFile::read(ByteView file, const XmlLimits &limits) {
    GUICHET_ASSIGN(std::string text, xmlText(file));
    GUICHET_TRY(scanXml(text, limits));
    XmlFile whole;
    whole.text_ = std::make_unique<std::string>(std::move(text));
    whole.xml_ = std::make_unique<pugi::xml_document>();
    constexpr unsigned kOptions =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata | pugi::parse_wconv_attribute;
    const pugi::xml_parse_result parsed =
        whole.xml_->load_buffer_inplace(whole.text_->data(), whole.text_->size(), kOptions, pugi::encoding_utf8);
    if (!parsed) {
        return fail(ErrorCode::NotXml, {},
                    std::string(parsed.description()) + ", at byte " + std::to_string(parsed.offset));
    }
    return whole;
}

} // namespace guichet::document
