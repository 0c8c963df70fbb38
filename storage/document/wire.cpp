// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/wire.h"

#include "base/text.h"
#include "storage/document/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>

namespace guichet::document::wire {
namespace {

constexpr std::size_t kDeepest = 512;
constexpr std::size_t kBudget = std::size_t{1536} << 20; ///< bytes that one body may unfold to
constexpr std::size_t kLongestContext = 400;

constexpr std::array kAnswerable{ErrorCode::NotXml,       ErrorCode::NotCda,       ErrorCode::TooLarge,
                                 ErrorCode::TooDeep,      ErrorCode::NoPerson,     ErrorCode::UnsupportedMedia,
                                 ErrorCode::Unreadable,   ErrorCode::BadArchive,   ErrorCode::Encrypted,
                                 ErrorCode::HashMismatch, ErrorCode::FileNotFound, ErrorCode::NotPrintable};

template <typename T>
struct LastValue;
template <>
struct LastValue<NamePart::Kind> {
    static constexpr auto value = NamePart::Kind::Text;
};
template <>
struct LastValue<Role> {
    static constexpr auto value = Role::Subject;
};
template <>
struct LastValue<Category> {
    static constexpr auto value = Category::Other;
};
template <>
struct LastValue<Warning> {
    static constexpr auto value = Warning::ActiveContent; // IdentityDiffers is not the reader's to say
};
template <>
struct LastValue<MediaKind> {
    static constexpr auto value = MediaKind::NotShown;
};

class Encoder {
public:
    static constexpr bool kReads = false;

    void operator()(const std::string &text) { blob(asBytes(text)); }
    void operator()(const Bytes &bytes) { blob(bytes); }
    void operator()(bool value) { bytes_.push_back(value ? 1 : 0); }
    void operator()(std::uint32_t value) { number(value); }
    void operator()(std::uint64_t value) { number(value); }
    void operator()(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (unsigned shift = 0; shift < 64; shift += 8) {
            bytes_.push_back(static_cast<std::uint8_t>(bits >> shift & 0xFF));
        }
    }
    void operator()(ErrorCode code) {
        const auto *found = std::find(kAnswerable.begin(), kAnswerable.end(), code);
        const auto *known = found == kAnswerable.end()
                                ? std::find(kAnswerable.begin(), kAnswerable.end(), ErrorCode::Unreadable)
                                : found;
        bytes_.push_back(static_cast<std::uint8_t>(known - kAnswerable.begin()));
    }
    template <typename T>
        requires std::is_enum_v<T>
    void operator()(T value) {
        bytes_.push_back(static_cast<std::uint8_t>(value));
    }
    template <typename T>
    void operator()(const std::vector<T> &values) {
        number(values.size());
        for (const T &value : values) {
            (*this)(value);
        }
    }
    template <typename T>
    void operator()(const std::optional<T> &value) {
        (*this)(value.has_value());
        if (value) {
            (*this)(*value);
        }
    }
    template <typename T>
        requires std::is_class_v<T>
    void operator()(const T &value) {
        fields(*this, value);
    }

    void number(std::uint64_t value) {
        while (value >= 0x80) {
            bytes_.push_back(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        bytes_.push_back(static_cast<std::uint8_t>(value));
    }
    void blob(ByteView bytes) {
        constexpr std::size_t kLarge = std::size_t{64} << 10;
        if (bytes.size() > kLarge) { // no more room than it takes: doubling it would count
            bytes_.reserve(bytes_.size() + bytes.size() + kLarge);
        }
        number(bytes.size());
        bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    }
    [[nodiscard]] Bytes take() { return std::exchange(bytes_, {}); }

private:
    Bytes bytes_;
};

/// Reads what Encoder writes. After the first thing amiss `ok` is false and all that follows is empty.
class Decoder {
public:
    static constexpr bool kReads = true;

    explicit Decoder(ByteView body) : body_(body) {}

    [[nodiscard]] bool ok() const { return ok_; }
    void fail() { ok_ = false; }
    /// Everything was read, and nothing is left.
    [[nodiscard]] bool whole() const { return ok_ && at_ == body_.size(); }
    [[nodiscard]] ByteView rest() const { return body_.subspan(at_); }

    void operator()(std::string &text) {
        const ByteView bytes = blob();
        if (validUtf8Prefix(bytes) != bytes.size() || findForbidden(asText(bytes)) != std::string_view::npos) {
            return fail();
        }
        text = asText(bytes);
    }
    void operator()(Bytes &bytes) {
        const ByteView read = blob();
        bytes.assign(read.begin(), read.end());
    }
    void operator()(bool &value) {
        const std::uint8_t read = byte();
        if (read > 1) {
            return fail();
        }
        value = read == 1;
    }
    void operator()(std::uint32_t &value) {
        const std::uint64_t read = number();
        if (read > 0xFFFF'FFFF) {
            return fail();
        }
        value = static_cast<std::uint32_t>(read);
    }
    void operator()(std::uint64_t &value) { value = number(); }
    void operator()(double &value) {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 8) {
            bits |= std::uint64_t{byte()} << shift;
        }
        value = std::bit_cast<double>(bits);
    }
    void operator()(ErrorCode &code) {
        const std::uint8_t read = byte();
        if (read >= kAnswerable.size()) {
            return fail();
        }
        code = kAnswerable.at(read);
    }
    template <typename T>
        requires std::is_enum_v<T>
    void operator()(T &value) {
        const std::uint8_t read = byte();
        if (read > static_cast<std::uint8_t>(LastValue<T>::value)) {
            return fail();
        }
        value = static_cast<T>(read);
    }
    template <typename T>
    void operator()(std::vector<T> &values) {
        const std::uint64_t count = number();
        if (!ok_ || count > body_.size() - at_ || !spend(count * sizeof(T))) { // each takes a byte at least
            return fail();
        }
        values.resize(static_cast<std::size_t>(count));
        for (T &value : values) {
            (*this)(value);
            if (!ok_) {
                return;
            }
        }
    }
    template <typename T>
    void operator()(std::optional<T> &value) {
        bool present = false;
        (*this)(present);
        if (ok_ && present) {
            (*this)(value.emplace());
        }
    }
    template <typename T>
        requires std::is_class_v<T>
    void operator()(T &value) {
        if (++depth_ > kDeepest) {
            return fail();
        }
        fields(*this, value);
        --depth_;
    }

private:
    std::uint8_t byte() {
        if (!ok_ || at_ == body_.size()) {
            fail();
            return 0;
        }
        return body_[at_++];
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 70; shift += 7) {
            const std::uint8_t next = byte();
            if (shift == 63 && next > 1) {
                break;
            }
            value |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80) {
                return ok_ ? value : 0;
            }
        }
        fail();
        return 0;
    }
    ByteView blob() {
        const std::uint64_t length = number();
        if (!ok_ || length > body_.size() - at_ || !spend(length)) {
            fail();
            return {};
        }
        const ByteView bytes = body_.subspan(at_, static_cast<std::size_t>(length));
        at_ += bytes.size();
        return bytes;
    }
    bool spend(std::uint64_t bytes) {
        if (bytes > budget_) {
            return false;
        }
        budget_ -= static_cast<std::size_t>(bytes);
        return true;
    }

    ByteView body_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t budget_ = kBudget;
    bool ok_ = true;
};

// ---- The members of each value, once for both directions -------------------------------------------------------

template <typename V, typename T>
concept Is = std::is_same_v<std::remove_const_t<V>, T>;

template <typename A, typename... Values>
void each(A &archive, Values &...values) {
    (archive(values), ...);
}

template <typename A, Is<Identifier> V>
void fields(A &a, V &v) {
    each(a, v.root, v.extension, v.assigningAuthority, v.nullFlavor);
}
template <typename A, Is<CodeQualifier> V>
void fields(A &a, V &v) {
    each(a, v.name, v.value);
}
template <typename A, Is<Code> V>
void fields(A &a, V &v) {
    each(a, v.code, v.codeSystem, v.codeSystemName, v.displayName, v.originalText, v.nullFlavor, v.translations,
         v.qualifiers);
}
template <typename A, Is<Timestamp> V>
void fields(A &a, V &v) {
    each(a, v.text, v.nullFlavor);
}
template <typename A, Is<Interval> V>
void fields(A &a, V &v) {
    each(a, v.value, v.low, v.high, v.nullFlavor, v.width);
}
template <typename A, Is<NamePart> V>
void fields(A &a, V &v) {
    each(a, v.kind, v.text, v.qualifiers, v.nullFlavor);
}
template <typename A, Is<Name> V>
void fields(A &a, V &v) {
    each(a, v.use, v.parts, v.nullFlavor, v.valid);
}
template <typename A, Is<AddressPart> V>
void fields(A &a, V &v) {
    each(a, v.element, v.text);
}
template <typename A, Is<Address> V>
void fields(A &a, V &v) {
    each(a, v.use, v.parts, v.nullFlavor, v.useable);
}
template <typename A, Is<Telecom> V>
void fields(A &a, V &v) {
    each(a, v.use, v.value, v.nullFlavor, v.useable);
}
template <typename A, Is<Organization> V>
void fields(A &a, V &v) {
    each(a, v.ids, v.names, v.telecoms, v.addresses, v.industry, v.partOf);
}
template <typename A, Is<Participant> V>
void fields(A &a, V &v) {
    each(a, v.role, v.typeCode, v.classCode, v.functionCode, v.code, v.time, v.signature, v.ids, v.names, v.addresses,
         v.telecoms, v.organization, v.deviceCode, v.deviceModel, v.deviceSoftware, v.sex, v.birthTime, v.nullFlavor);
}
template <typename A, Is<SpokenLanguage> V>
void fields(A &a, V &v) {
    each(a, v.code, v.mode, v.proficiency, v.preferred);
}
template <typename A, Is<Patient> V>
void fields(A &a, V &v) {
    each(a, v.identifiers, v.names, v.sex, v.birthTime, v.birthPlaceName, v.birthPlace, v.addresses, v.telecoms,
         v.guardians, v.provider, v.maritalStatus, v.religion, v.races, v.ethnicGroups, v.languages, v.multipleBirth,
         v.multipleBirthOrder, v.deceased, v.deceasedTime);
}
template <typename A, Is<Encounter> V>
void fields(A &a, V &v) {
    each(a, v.ids, v.code, v.time, v.discharge, v.facilityIds, v.facilityCode, v.facilityName, v.facilityAddress,
         v.facilityOrganization, v.responsible, v.participants);
}
template <typename A, Is<Event> V>
void fields(A &a, V &v) {
    each(a, v.classCode, v.ids, v.code, v.time, v.status, v.performers);
}
template <typename A, Is<Order> V>
void fields(A &a, V &v) {
    each(a, v.ids, v.accessionNumbers, v.code, v.priority);
}
template <typename A, Is<Consent> V>
void fields(A &a, V &v) {
    each(a, v.ids, v.code, v.status);
}
template <typename A, Is<RelatedDocument> V>
void fields(A &a, V &v) {
    each(a, v.typeCode, v.ids, v.setId, v.versionNumber, v.code, v.text);
}
template <typename A, Is<Remark> V>
void fields(A &a, V &v) {
    each(a, v.element, v.words);
}
template <typename A, Is<Attribute> V>
void fields(A &a, V &v) {
    each(a, v.name, v.value);
}
template <typename A, Is<Node> V>
void fields(A &a, V &v) {
    each(a, v.element, v.text, v.attributes, v.children);
}

bool consistent(const Media &m) {
    const bool picture = m.kind == MediaKind::Png || m.kind == MediaKind::Jpeg;
    const std::uint64_t own = std::uint64_t{m.widthPx} * m.heightPx;
    const std::uint64_t shown = std::uint64_t{m.rgbWidthPx} * m.rgbHeightPx;
    const bool pixels = picture ? own > 0 && own <= kLargestPicture && shown > 0 && shown <= own &&
                                      (m.rgb.empty() || m.rgb.size() == 3 * shown)
                                : own == 0 && shown == 0 && m.rgb.empty();
    const bool pages = m.kind == MediaKind::Pdf ? m.pages > 0 && m.pages <= 5000 : m.pages == 0;
    const bool facts = m.kind == MediaKind::Pdf || (!m.damaged && !m.active && m.files.empty());
    const bool sizes = m.pageSizes.empty() || m.pageSizes.size() == m.pages;
    const auto onPage = [&](const PdfNote &note) { return note.page < m.pages; };
    const bool notes = std::ranges::all_of(m.notes, onPage) && std::ranges::all_of(m.missingFonts, onPage);
    const bool problem = (m.kind == MediaKind::NotShown) == m.problem.has_value() && (!m.problem || m.bytes.empty());
    return pixels && pages && facts && sizes && notes && problem;
}

template <typename A, Is<PdfNote> V>
void fields(A &a, V &v) {
    each(a, v.page, v.text);
}
template <typename A, Is<Media> V>
void fields(A &a, V &v) {
    each(a, v.id, v.regionIds, v.mediaType, v.kind, v.problem, v.bytes, v.sizeBytes, v.reference, v.pages, v.pageSizes,
         v.notes, v.missingFonts, v.damaged, v.active, v.files, v.widthPx, v.heightPx, v.rgb, v.rgbWidthPx,
         v.rgbHeightPx);
    if constexpr (A::kReads) {
        if (!consistent(v)) {
            a.fail();
        } else if (v.kind == MediaKind::Text && validUtf8Prefix(v.bytes) != v.bytes.size()) {
            a.fail();
        }
    }
}
template <typename A, Is<Section> V>
void fields(A &a, V &v) {
    each(a, v.id, v.ids, v.templates, v.code, v.title, v.titleNullFlavor, v.narrative, v.nullFlavor, v.language,
         v.confidentiality, v.authors, v.informants, v.subjects, v.media, v.sections);
}
template <typename A, Is<Visibility> V>
void fields(A &a, V &v) {
    each(a, v.hiddenFromPerson, v.hiddenFromRepresentatives, v.hiddenFromProfessionals);
}
template <typename A, Is<Document> V>
void fields(A &a, V &v) {
    each(a, v.kind, v.category, v.title, v.effectiveTime, v.language, v.realms, v.templates, v.confidentiality,
         v.visibility, v.status, v.id, v.setId, v.versionNumber, v.copyTime, v.related, v.patient, v.participants,
         v.events, v.orders, v.consents, v.encounter, v.remarks, v.sections, v.nonXmlBody, v.sourceSizeBytes);
}
template <typename A, Is<ReadOutcome> V>
void fields(A &a, V &v) {
    each(a, v.document, v.warnings, v.described, v.contradicted);
}
template <typename A, Is<ArchiveMember> V>
void fields(A &a, V &v) {
    each(a, v.name, v.description, v.problem, v.context, v.bytes);
    if constexpr (A::kReads) {
        const bool one = v.problem.has_value() ? v.bytes.empty() : !v.name.empty();
        if (!one || v.description.size() > kLargestDescriptionBytes || v.context.size() > kLongestContext) {
            a.fail();
        }
    }
}
template <typename A, Is<PdfPageSize> V>
void fields(A &a, V &v) {
    each(a, v.widthMm, v.heightMm);
    if constexpr (A::kReads) {
        std::uint32_t rotation = 0;
        a(rotation);
        constexpr double kLongestMm = 1'000'000;
        if (rotation >= 360 || rotation % 90 != 0 || !(v.widthMm > 0 && v.widthMm < kLongestMm) ||
            !(v.heightMm > 0 && v.heightMm < kLongestMm)) {
            a.fail();
        }
        v.rotation = static_cast<int>(rotation);
    } else {
        a(static_cast<std::uint32_t>(v.rotation));
    }
}
template <typename A, Is<PdfPlacement> V>
void fields(A &a, V &v) {
    each(a, v.ours, v.foreign, v.page, v.leftMm, v.bottomMm, v.widthMm, v.heightMm, v.below);
}

bool withoutBytes(const std::vector<Section> &sections) {
    return std::all_of(sections.begin(), sections.end(), [](const Section &section) {
        return std::all_of(section.media.begin(), section.media.end(),
                           [](const Media &media) { return media.bytes.empty() && media.rgb.empty(); }) &&
               withoutBytes(section.sections);
    });
}

template <typename... Values>
Bytes encode(const Values &...values) {
    Encoder encoder;
    each(encoder, values...);
    return encoder.take();
}

} // namespace

Bytes encodeHeader(Kind kind, std::uint64_t length) {
    Bytes header;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        header.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(kind) >> shift & 0xFF));
    }
    for (unsigned shift = 0; shift < 64; shift += 8) {
        header.push_back(static_cast<std::uint8_t>(length >> shift & 0xFF));
    }
    return header;
}

Header decodeHeader(ByteView bytes) {
    Header header;
    for (unsigned i = 0; i < 4; ++i) {
        header.kind |= std::uint32_t{bytes[i]} << (8 * i);
    }
    for (unsigned i = 0; i < 8; ++i) {
        header.length |= std::uint64_t{bytes[4 + i]} << (8 * i);
    }
    return header;
}

Bytes encodeReady(std::uint32_t protection) { return encode(protection); }

std::optional<std::uint32_t> decodeReady(ByteView body) {
    Decoder decoder(body);
    std::uint32_t protection = 0;
    decoder(protection);
    return decoder.whole() ? std::optional(protection) : std::nullopt;
}

bool mayAnswer(ErrorCode code) { return std::find(kAnswerable.begin(), kAnswerable.end(), code) != kAnswerable.end(); }

Bytes encodeFailure(const Error &error) {
    std::string context = error.context.substr(0, kLongestContext);
    context.resize(validUtf8Prefix(asBytes(context)));
    context.resize(std::min(context.size(), findForbidden(context)));
    return encode(error.code, context);
}

std::optional<Error> decodeFailure(ByteView body) {
    Decoder decoder(body);
    Error error{};
    each(decoder, error.code, error.context);
    return decoder.whole() && error.context.size() <= kLongestContext ? std::optional(std::move(error)) : std::nullopt;
}

Bytes encodeDocument(const ReadOutcome &outcome) { return encode(outcome); }

std::optional<ReadOutcome> decodeDocument(ByteView body, bool mediaBytes) {
    Decoder decoder(body);
    ReadOutcome outcome;
    decoder(outcome);
    if (!decoder.whole()) {
        return std::nullopt;
    }
    const Document &d = outcome.document;
    const bool rising = std::adjacent_find(outcome.warnings.begin(), outcome.warnings.end(), std::greater_equal<>()) ==
                        outcome.warnings.end();
    const bool category = d.category == categoryOf(d.kind.code, d.kind.codeSystem).value_or(Category::Other);
    const bool bare = mediaBytes || (withoutBytes(d.sections) &&
                                     (!d.nonXmlBody || (d.nonXmlBody->bytes.empty() && d.nonXmlBody->rgb.empty())));
    if (!rising || !category || !bare) {
        return std::nullopt;
    }
    return outcome;
}

Bytes encodePageSizes(const std::vector<PdfPageSize> &sizes) { return encode(sizes); }

std::optional<std::vector<PdfPageSize>> decodePageSizes(ByteView body) {
    Decoder decoder(body);
    std::vector<PdfPageSize> sizes;
    decoder(sizes);
    return decoder.whole() && !sizes.empty() ? std::optional(std::move(sizes)) : std::nullopt;
}

Bytes encodeArchive(const std::vector<ArchiveMember> &members) { return encode(members); }

std::optional<std::vector<ArchiveMember>> decodeArchive(ByteView body) {
    Decoder decoder(body);
    std::vector<ArchiveMember> members;
    decoder(members);
    return decoder.whole() && !members.empty() ? std::optional(std::move(members)) : std::nullopt;
}

Bytes encodePicture(const Pixels &pixels) { return encode(pixels.widthPx, pixels.heightPx, pixels.rgb); }

std::optional<Pixels> decodePicture(ByteView body) {
    Decoder decoder(body);
    Pixels pixels;
    each(decoder, pixels.widthPx, pixels.heightPx, pixels.rgb);
    const std::uint64_t count = std::uint64_t{pixels.widthPx} * pixels.heightPx;
    const bool fits = decoder.whole() && count > 0 && count <= kLargestPicture && pixels.rgb.size() == 3 * count;
    return fits ? std::optional(std::move(pixels)) : std::nullopt;
}

Bytes encodePaper(const PaperText &paper) {
    std::vector<std::string> names;
    std::vector<Bytes> contents;
    for (const PaperText::Attachment &attachment : paper.attachments) {
        names.push_back(attachment.name);
        contents.push_back(attachment.bytes);
    }
    // Text of a page has form feeds and the like; as bytes it is not looked at before decodePaper().
    std::vector<Bytes> pages;
    for (const std::string &page : paper.pages) {
        pages.emplace_back(page.begin(), page.end());
    }
    return encode(pages, names, contents);
}

std::optional<PaperText> decodePaper(ByteView body) {
    Decoder decoder(body);
    std::vector<Bytes> pages;
    std::vector<std::string> names;
    std::vector<Bytes> contents;
    each(decoder, pages, names, contents);
    if (!decoder.whole() || pages.empty() || names.size() != contents.size()) {
        return std::nullopt;
    }
    PaperText paper;
    for (const Bytes &page : pages) {
        paper.pages.push_back(toValidUtf8(asText(page)));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        paper.attachments.push_back({std::move(names[i]), std::move(contents[i])});
    }
    return paper;
}

Bytes encodeText(std::uint32_t milliseconds) { return encode(milliseconds); }

Bytes encodeArchiveRequest(std::uint32_t milliseconds) { return encode(milliseconds); }

Bytes encodeRead(std::uint32_t milliseconds, bool mediaBytes, ByteView beside) {
    return encode(milliseconds, mediaBytes, Bytes(beside.begin(), beside.end()));
}

Bytes encodeInspect(std::uint32_t milliseconds) { return encode(milliseconds); }

Bytes encodeRasterise(std::uint32_t milliseconds, std::uint32_t page, std::uint32_t widthPx, std::uint32_t heightPx) {
    return encode(milliseconds, page, widthPx, heightPx);
}

AssembleRequest::AssembleRequest(std::uint32_t milliseconds, const PdfAssembly &assembly) : assembly_(assembly) {
    Encoder encoder;
    encoder(milliseconds);
    encoder.number(assembly.base->size());
    between_.push_back(encoder.take());
    encoder.number(assembly.foreignPdfs.size());
    for (const auto &pdf : assembly.foreignPdfs) {
        encoder.number(pdf->size());
        between_.push_back(encoder.take());
    }
    encoder(assembly.placements);
    between_.push_back(encoder.take());
}

std::vector<ByteView> AssembleRequest::parts() const {
    std::vector<ByteView> parts{between_.front(), *assembly_.base};
    for (std::size_t i = 0; i < assembly_.foreignPdfs.size(); ++i) {
        parts.emplace_back(between_[i + 1]);
        parts.emplace_back(*assembly_.foreignPdfs[i]);
    }
    parts.emplace_back(between_.back());
    return parts;
}

std::optional<Request> decodeRequest(std::uint32_t kind, ByteView body) {
    Decoder decoder(body);
    Request request;
    request.kind = static_cast<Kind>(kind);
    decoder(request.milliseconds);
    switch (request.kind) {
    case Kind::Read: each(decoder, request.mediaBytes, request.beside); break;
    case Kind::Inspect:
    case Kind::Archive:
    case Kind::Text: break;
    case Kind::Rasterise: each(decoder, request.page, request.widthPx, request.heightPx); break;
    case Kind::Assemble: {
        PdfAssembly &assembly = request.assembly;
        Bytes base;
        std::vector<Bytes> foreign;
        each(decoder, base, foreign, assembly.placements);
        assembly.base = std::make_shared<const Bytes>(std::move(base));
        for (Bytes &pdf : foreign) {
            assembly.foreignPdfs.push_back(std::make_shared<const Bytes>(std::move(pdf)));
        }
        if (!decoder.whole()) {
            return std::nullopt;
        }
        break;
    }
    default: return std::nullopt;
    }
    request.rest = decoder.rest();
    return decoder.ok() ? std::optional(std::move(request)) : std::nullopt;
}

} // namespace guichet::document::wire
