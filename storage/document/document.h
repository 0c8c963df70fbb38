// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a medical document says (HL7 CDA Release 2), as plain values: enough for a faithful print and for the store.
///
/// Every string is valid UTF-8 and holds what the document wrote, untranslated; in the header and in titles white space
/// is trimmed and runs of it are one space. An element or attribute that is missing is an empty string, an empty list
/// or no value. Lists are in the document's order. Nothing here decides whose document it is or who may see it: it only
/// says what the document carries.
namespace guichet::document {

/// A file over this is TooLarge; it need not be read whole to know it.
inline constexpr std::size_t kLargestDocumentBytes = std::size_t{64} << 20;
/// What stands beside a document (description.h) is not larger.
inline constexpr std::size_t kLargestDescriptionBytes = std::size_t{64} << 10;

/// Where the INS, the national health identity, is issued (ANS, "Référentiel identifiant national de santé").
inline constexpr std::string_view kNirRoot = "1.2.250.1.213.1.4.8";
inline constexpr std::string_view kNiaRoot = "1.2.250.1.213.1.4.9";
inline constexpr std::string_view kTestNirRoot = "1.2.250.1.213.1.4.10";
inline constexpr std::string_view kDemonstrationNirRoot = "1.2.250.1.213.1.4.11";
/// The root of an INS whose root nobody has said: the one that the store goes by.
inline constexpr std::string_view kUnsaidInsRoot = "guichet:ins";
/// True for the five roots above.
[[nodiscard]] bool isInsRoot(std::string_view root);

/// The code system of the visibility marks.
inline constexpr std::string_view kVisibilitySystem = "1.2.250.1.213.1.1.4.13";
/// A section with this template is a bar code: its title and text are shown, not the section's place.
inline constexpr std::string_view kBarCodeSectionTemplate = "1.2.250.1.213.1.1.2.223";
/// A section with this template holds a PDF copy of the same document.
inline constexpr std::string_view kDocumentCopySectionTemplate = "1.2.250.1.213.1.1.2.243";

/// What kind of record it is, for lists, choice and retention.
enum class Category : std::uint8_t { Prescription, Certificate, Result, Hospital, Reimbursement, Other };
/// "prescription", "certificate", "result", "hospital", "reimbursement", "other".
[[nodiscard]] std::string_view categoryName(Category category);
[[nodiscard]] std::optional<Category> categoryFromName(std::string_view name);
/// The code system of these names: where a description gives no other code, the category itself is the code.
inline constexpr std::string_view kCategorySystem = "guichet:category";
/// The category of a document with this code (ClinicalDocument/code); none when the code is not in the table, which
/// is then `Other` with the warning `UnknownCode`. Summaries and vaccinations are in the table, as `Other`.
[[nodiscard]] std::optional<Category> categoryOf(std::string_view code, std::string_view codeSystem);

/// The visibility marks of a document; several may apply, none is `normal`.
struct Visibility {
    bool hiddenFromPerson = false;          ///< INVISIBLE_PATIENT: not yet told to the person
    bool hiddenFromRepresentatives = false; ///< INVISIBLE_REPRESENTANTS_LEGAUX: parents or guardian
    bool hiddenFromProfessionals = false;   ///< MASQUE_PS

    [[nodiscard]] bool normal() const {
        return !hiddenFromPerson && !hiddenFromRepresentatives && !hiddenFromProfessionals;
    }
    /// "hidden-from-person", "hidden-from-representatives", "hidden-from-professionals", those that apply, in this
    /// order; "normal" alone where none does.
    [[nodiscard]] std::vector<std::string> names() const;
    bool operator==(const Visibility &) const = default;
};

/// What to say beside a document that was taken.
enum class Warning : std::uint8_t {
    WrongKey,           ///< a 15-digit INS of the person whose key does not fit
    NoIns,              ///< no identifier under one of the INS roots
    UnknownCode,        ///< the document's code is not in the table of categories
    NoDate,             ///< no effectiveTime that gives a day
    SeveralIdentifiers, ///< more than one INS, of different roots or numbers
    Damaged,            ///< a PDF in it was damaged, and could be mended
    ActiveContent,      ///< a PDF in it holds scripts, actions or files: none of it goes to the paper
    IdentityDiffers,    ///< the store's to say, never the reader's
};
/// "wrong-key", "no-ins", "unknown-code", "no-date", "several-identifiers", "damaged", "active-content",
/// "identity-differs".
[[nodiscard]] std::string_view warningName(Warning warning);

/// HL7 II.
struct Identifier {
    std::string root;      ///< OID or UUID
    std::string extension; ///< may be empty: then the root alone identifies
    std::string assigningAuthority;
    std::string nullFlavor;
    bool operator==(const Identifier &) const = default;
};

struct CodeQualifier;

/// HL7 CD and its restrictions (CE, CS).
struct Code {
    std::string code;
    std::string codeSystem;
    std::string codeSystemName;
    std::string displayName;
    std::string originalText;
    std::string nullFlavor;
    std::vector<Code> translations;
    std::vector<CodeQualifier> qualifiers;

    /// Nothing at all was written, not even a nullFlavor.
    [[nodiscard]] bool empty() const;
    /// What to show: displayName, else originalText, else the first translation's, else the code itself.
    [[nodiscard]] std::string_view label() const;
    bool operator==(const Code &) const;
};

/// HL7 CR: "modality: scanner".
struct CodeQualifier {
    Code name;
    Code value;
    bool operator==(const CodeQualifier &) const = default;
};
inline bool Code::operator==(const Code &) const = default;

/// HL7 TS as it was written: "2020", "20200317", "202003171711+0100", "20200317171100.123+0100".
struct Timestamp {
    std::string text;
    std::string nullFlavor;

    [[nodiscard]] bool empty() const { return text.empty() && nullFlavor.empty(); }
    /// The day in the time's own offset: what the writer's calendar showed. None when it is less precise than a day,
    /// or no day that exists.
    [[nodiscard]] std::optional<CivilDate> day() const;
    bool operator==(const Timestamp &) const = default;
};

/// A Timestamp taken apart; what was not written is absent.
struct TimeParts {
    int year = 0;
    std::optional<int> month, day, hour, minute, second; ///< each only with those before it
    std::optional<int> offsetMinutes;                    ///< east of UTC is positive
};
/// None when the text is no HL7 TS, or a part is out of its range (month 13, 30 February, hour 24).
[[nodiscard]] std::optional<TimeParts> parseTime(std::string_view text);

/// HL7 IVL_TS, or a point in time (then `value` alone).
struct Interval {
    Timestamp value, low, high;
    std::string nullFlavor;
    std::string width; ///< how long, with its UCUM unit: "3 d"
    [[nodiscard]] bool empty() const {
        return value.empty() && low.empty() && high.empty() && nullFlavor.empty() && width.empty();
    }
    bool operator==(const Interval &) const = default;
};

struct NamePart {
    enum class Kind : std::uint8_t { Family, Given, Prefix, Suffix, Delimiter, Text };
    Kind kind = Kind::Text; ///< Text: a name written without parts
    std::string text;
    std::string qualifiers; ///< as written, separated by spaces: BR (birth), SP (spouse), CL (call me), …
    std::string nullFlavor;

    [[nodiscard]] bool hasQualifier(std::string_view qualifier) const;
    bool operator==(const NamePart &) const = default;
};

/// HL7 PN, ON.
struct Name {
    std::string use;
    std::vector<NamePart> parts;
    std::string nullFlavor;
    Interval valid; ///< validTime

    /// In one line: prefixes, given names, family names, suffixes (where French documents write a title), then what was
    /// written without parts; a part that repeats another, with another qualifier, is left out.
    [[nodiscard]] std::string text() const;
    bool operator==(const Name &) const = default;
};

struct AddressPart {
    std::string element; ///< houseNumber, streetName, streetAddressLine, postalCode, city, county, …; "" for bare text
    std::string text;
    bool operator==(const AddressPart &) const = default;
};

/// HL7 AD.
struct Address {
    std::string use; ///< H, HP, WP, TMP, …
    std::vector<AddressPart> parts;
    std::string nullFlavor;
    Interval useable; ///< useablePeriod

    /// The first part of that name, "" without one. The INSEE code of a birthplace is its `county`.
    [[nodiscard]] std::string_view part(std::string_view element) const;
    /// As on an envelope: locators, street, postal code and city, country; no line is empty.
    [[nodiscard]] std::vector<std::string> lines() const;
    bool operator==(const Address &) const = default;
};

/// HL7 TEL.
struct Telecom {
    std::string use;   ///< H, HP, WP, MC, EC, …
    std::string value; ///< with its scheme: "tel:0147150000", "mailto:…"
    std::string nullFlavor;
    Interval useable; ///< useablePeriod
    bool operator==(const Telecom &) const = default;
};

struct Organization {
    std::vector<Identifier> ids;
    std::vector<Name> names;
    std::vector<Telecom> telecoms;
    std::vector<Address> addresses;
    Code industry;                    ///< standardIndustryClassCode
    std::vector<Organization> partOf; ///< the whole that it belongs to (asOrganizationPartOf); at most one is valid

    [[nodiscard]] bool empty() const;
    /// The first name in one line.
    [[nodiscard]] std::string name() const;
    bool operator==(const Organization &) const;
};
inline bool Organization::operator==(const Organization &) const = default;

/// Why somebody is named: the element of the header (or section, event, encounter) that holds them.
enum class Role : std::uint8_t {
    Author,
    DataEnterer,
    Informant,
    Custodian,
    Recipient, ///< informationRecipient
    LegalAuthenticator,
    Authenticator,
    Participant, ///< by `typeCode` and `functionCode`: referrer, general practitioner, contact, …
    Performer,
    Responsible, ///< responsibleParty of the encounter
    EncounterParticipant,
    Guardian,
    Subject, ///< whom a section is about, where it is not the person (a foetus, the mother)
};

/// Anybody or any device named in a document, the person apart.
struct Participant {
    Role role = Role::Participant;
    std::string typeCode;  ///< of the participation: AUT, INF, PRF, REF, …
    std::string classCode; ///< of the entity: PROV, ECON, NOK, CON, GUARD, PRS, …
    Code functionCode;
    Code code; ///< profession, or relationship to the person
    Interval time;
    Code signature; ///< signatureCode: S when signed
    std::vector<Identifier> ids;
    std::vector<Name> names;
    std::vector<Address> addresses;
    std::vector<Telecom> telecoms;
    std::optional<Organization> organization;
    Code deviceCode;            ///< what kind of device wrote it
    std::string deviceModel;    ///< manufacturerModelName of an authoring device
    std::string deviceSoftware; ///< softwareName
    Code sex;                   ///< of a subject
    Timestamp birthTime;        ///< of a subject
    std::string nullFlavor;

    /// The first name in one line; for a device its software or model; else the organisation's name.
    [[nodiscard]] std::string name() const;
    bool operator==(const Participant &) const = default;
};

/// HL7 languageCommunication: a language that the person uses, how, and how well.
struct SpokenLanguage {
    Code code;
    Code mode;        ///< spoken, written, signed; sent or received
    Code proficiency; ///< excellent, good, fair, poor
    std::optional<bool> preferred;
    bool operator==(const SpokenLanguage &) const = default;
};

/// The person whom the document is about (recordTarget).
struct Patient {
    std::vector<Identifier> identifiers; ///< patientRole/id alone, in order; which are acceptable is the store's to say
    std::vector<Name> names;
    Code sex; ///< administrativeGenderCode: F, M, UN
    Timestamp birthTime;
    std::string birthPlaceName;
    Address birthPlace; ///< `county` is the INSEE code of the commune or country
    std::vector<Address> addresses;
    std::vector<Telecom> telecoms;
    std::vector<Participant> guardians;
    std::optional<Organization> provider;
    Code maritalStatus;
    Code religion;
    std::vector<Code> races; ///< with those of the SDTC extension, as for `ethnicGroups`
    std::vector<Code> ethnicGroups;
    std::vector<SpokenLanguage> languages;
    std::optional<bool> multipleBirth; ///< sdtc:multipleBirthInd
    std::string multipleBirthOrder;
    std::optional<bool> deceased; ///< sdtc:deceasedInd
    Timestamp deceasedTime;

    /// The family name with qualifier BR, else the first with none, else the first. "" without a name.
    [[nodiscard]] std::string birthName() const;
    /// The family name in use (CL, else SP), "" where none is written or it is the birth name.
    [[nodiscard]] std::string usedName() const;
    /// All given names of the birth certificate, separated by spaces: the ones without qualifier, else BR, else CL.
    [[nodiscard]] std::string givenNames() const;
    /// The first given name (BR), else the first word of `givenNames`.
    [[nodiscard]] std::string firstGivenName() const;
    /// The given name in use (CL), "" where none is written.
    [[nodiscard]] std::string usedGivenName() const;
    [[nodiscard]] std::string_view birthPlaceCode() const { return birthPlace.part("county"); }
    bool operator==(const Patient &) const = default;
};

/// HL7 encompassingEncounter: the stay or visit.
struct Encounter {
    std::vector<Identifier> ids;
    Code code;
    Interval time;
    Code discharge;
    std::vector<Identifier> facilityIds;
    Code facilityCode;
    std::string facilityName; ///< the place's own name
    Address facilityAddress;
    std::optional<Organization> facilityOrganization; ///< serviceProviderOrganization
    std::vector<Participant> responsible;             ///< at most one in a valid document
    std::vector<Participant> participants;
    bool operator==(const Encounter &) const = default;
};

/// HL7 documentationOf/serviceEvent: an act that the document reports.
struct Event {
    std::string classCode;
    std::vector<Identifier> ids;
    Code code;
    Interval time;
    Code status;
    std::vector<Participant> performers;
    bool operator==(const Event &) const = default;
};

/// HL7 inFulfillmentOf/order: what the document answers to.
struct Order {
    std::vector<Identifier> ids;
    std::vector<Identifier> accessionNumbers;
    Code code;
    Code priority;
    bool operator==(const Order &) const = default;
};

/// HL7 authorization/consent.
struct Consent {
    std::vector<Identifier> ids;
    Code code;
    Code status;
    bool operator==(const Consent &) const = default;
};

/// HL7 relatedDocument/parentDocument.
struct RelatedDocument {
    std::string typeCode; ///< RPLC replaces, APND appends, XFRM transforms
    std::vector<Identifier> ids;
    Identifier setId;
    std::string versionNumber;
    Code code;
    std::string text; ///< what it says of itself, or where it is
    bool operator==(const RelatedDocument &) const = default;
};

/// What a header says in an element that has no member here: of an extension, or where nobody expects it.
struct Remark {
    std::string element; ///< its local name, behind that of the element around it: "patient/desc"
    std::string words;   ///< labels, codes, numbers, times and texts in it, in order
    bool operator==(const Remark &) const = default;
};

/// One attribute of the narrative; only these are kept: ID, IDREF, styleCode, align, valign, colspan, rowspan, border,
/// frame, rules, cellpadding, cellspacing, width, span, scope, abbr, listType, href, name, title, referencedObject,
/// revised, language, mediaType, nullFlavor, and of them only values up to 4 KiB.
struct Attribute {
    std::string name;
    std::string value;
    bool operator==(const Attribute &) const = default;
};

/// Narrative: an element with its children, or a run of text. White space is as the document wrote it.
struct Node {
    std::string element; ///< local name: table, tr, td, content, list, item, br, …, or one unknown to CDA; "" for text
    std::string text;    ///< of a run of text; elements have their text as children
    std::vector<Attribute> attributes;
    std::vector<Node> children;

    [[nodiscard]] bool isText() const { return element.empty(); }
    /// Its value, "" without it.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    bool operator==(const Node &) const = default;
};

/// What can be done with the bytes of a Media.
enum class MediaKind : std::uint8_t {
    Pdf,      ///< opens without a password, has `pages` ≥ 1; a TIFF is turned into one, a page for each picture
    Png,      ///< a whole picture of `widthPx` × `heightPx`; it was decoded, `rgb` holds all of its pixels
    Jpeg,     ///< the same, but `rgb` may be smaller: for the screen, print the bytes
    Text,     ///< UTF-8
    NotShown, ///< `problem` says why; the bytes are not kept
};

/// A page of a PDF as it is looked at: crop box, rotation applied.
struct PdfPageSize {
    double widthMm = 0;
    double heightMm = 0;
    int rotation = 0; ///< 0, 90, 180, 270, clockwise
    bool operator==(const PdfPageSize &) const = default;
};

/// Words of a PDF's page that are not to be seen on it: a note in the margin, a field without a look.
struct PdfNote {
    std::uint32_t page = 0; ///< from 0
    std::string text;
    bool operator==(const PdfNote &) const = default;
};

/// A picture, a PDF or a text in the document, or a mention of one outside it.
struct Media {
    std::string id;                     ///< ID of the observationMedia, which renderMultiMedia refers to; may be empty
    std::vector<std::string> regionIds; ///< IDs of regionOfInterest that show it, referred to in the same way
    std::string mediaType;              ///< as declared: "application/pdf", "image/gif", …; may be wrong or empty
    MediaKind kind = MediaKind::NotShown;
    /// UnsupportedMedia, Unreadable, Encrypted, TooLarge, or FileNotFound where only a `reference` is given.
    std::optional<ErrorCode> problem;
    Bytes bytes;                 ///< the document's own, but for a text (UTF-8) and a TIFF (PDF)
    std::uint64_t sizeBytes = 0; ///< of what the document carries, decoded, kept or not
    std::string reference;       ///< an address written in its place: shown, never followed
    std::uint32_t pages = 0;
    std::vector<PdfPageSize> pageSizes; ///< of a PDF's pages; none where nobody asked for its bytes
    std::vector<PdfNote> notes;         ///< of a PDF; likewise
    std::vector<PdfNote> missingFonts;  ///< of a PDF, likewise: named by it, their letters to be had nowhere
    bool damaged = false;               ///< a PDF that had to be mended to be opened
    bool active = false;                ///< a PDF with scripts, actions that start something, or files in it
    std::vector<std::string> files;     ///< the names of files in a PDF, which are never printed
    std::uint32_t widthPx = 0;
    std::uint32_t heightPx = 0;
    /// The pixels of a picture on white, row after row without padding, 3 bytes (red, green, blue) each, and their
    /// size, which is the picture's or smaller in proportion.
    Bytes rgb;
    std::uint32_t rgbWidthPx = 0;
    std::uint32_t rgbHeightPx = 0;

    [[nodiscard]] bool answersTo(std::string_view referencedObject) const;
    bool operator==(const Media &) const = default;
};

struct Section {
    std::string id; ///< ID of the element
    std::vector<Identifier> ids;
    std::vector<std::string> templates; ///< roots of templateId
    Code code;
    std::string title;
    std::string titleNullFlavor;
    std::optional<Node> narrative; ///< the `text` element
    std::string nullFlavor;        ///< of the section, or of its text
    std::string language;
    Code confidentiality;
    std::vector<Participant> authors;
    std::vector<Participant> informants;
    std::vector<Participant> subjects; ///< at most one in a valid document
    std::vector<Media> media;          ///< of its entries, referred to by the narrative or not
    std::vector<Section> sections;

    [[nodiscard]] bool hasTemplate(std::string_view root) const;
    bool operator==(const Section &) const = default;
};

/// One medical document.
struct Document {
    // What it is
    Code kind; ///< ClinicalDocument/code
    Category category = Category::Other;
    std::string title;
    Timestamp effectiveTime;
    std::string language;              ///< languageCode: "fr-FR"
    std::vector<std::string> realms;   ///< realmCode
    std::vector<Identifier> templates; ///< templateId
    std::vector<Code> confidentiality; ///< of the document: N, R, V and the visibility marks
    Visibility visibility;             ///< the marks of the document and of all its sections together
    Code status;                       ///< sdtc:statusCode, where written

    // Which one it is
    Identifier id;
    Identifier setId;
    std::string versionNumber; ///< as written
    Timestamp copyTime;        ///< when a copy of it was made for the reader
    std::vector<RelatedDocument> related;

    // Who
    Patient patient;
    std::vector<Participant> participants; ///< of the header, every Role but those of events, encounter and sections
    // About what
    std::vector<Event> events;
    std::vector<Order> orders;
    std::vector<Consent> consents;
    std::optional<Encounter> encounter;
    std::vector<Remark> remarks; ///< what the header says beside all this

    // Body: one of the two, or neither
    std::vector<Section> sections;
    std::optional<Media> nonXmlBody;

    // The file
    Digest sourceSha256{};
    std::uint64_t sourceSizeBytes = 0;

    /// The first day that the document is about: effectiveTime's own local day.
    [[nodiscard]] std::optional<CivilDate> day() const { return effectiveTime.day(); }
    /// `versionNumber` as a number; none where it is not one.
    [[nodiscard]] std::optional<std::int64_t> version() const;
    [[nodiscard]] std::vector<const Participant *> byRole(Role role) const;
    /// For a list: the first author's name and organisation, else the legal authenticator's, else the custodian's.
    [[nodiscard]] std::string authorName() const;
    [[nodiscard]] std::string organizationName() const;
    /// The media that renderMultiMedia/@referencedObject names, wherever it stands; null without one. It belongs to
    /// this Document.
    [[nodiscard]] const Media *media(std::string_view referencedObject) const;
    /// "application/pdf", … of a body that is not XML, else "text/xml".
    [[nodiscard]] std::string mediaType() const;
    bool operator==(const Document &) const = default;
};

/// A document that was read, and what to say beside it. Why one was not read is an Error of these codes, with the
/// library's own words in `context` and no detail (the caller adds the path): NotXml, NotCda, TooLarge, TooDeep,
/// NoPerson, UnsupportedMedia, Unreadable, Encrypted.
struct ReadOutcome {
    Document document;
    std::vector<Warning> warnings; ///< each once, in the order of Warning
    /// The header is what came beside the file (description.h): whoever reads the file again needs it again.
    bool described = false;
    /// What came beside the file names one INS and another, or another than the document has itself: one is wrong.
    bool contradicted = false;
    bool operator==(const ReadOutcome &) const = default;
};

/// One document of an archive, or why it can't be had.
struct ArchiveMember {
    std::string name;                 ///< where it is in the archive, as the archive spells it
    std::string description;          ///< what the archive says of it (description.h)
    Bytes bytes;                      ///< empty where there is a problem
    std::optional<ErrorCode> problem; ///< BadArchive, HashMismatch, TooLarge, Encrypted
    std::string context;
    bool operator==(const ArchiveMember &) const = default;
};

} // namespace guichet::document
