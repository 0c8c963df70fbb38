// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace guichet::document {
namespace {

constexpr std::string_view kLoinc = "2.16.840.1.113883.6.1";
constexpr std::string_view kFrenchDocuments = "1.2.250.1.213.1.1.4.12";

struct CategoryRow {
    std::string_view code;
    std::string_view codeSystem;
    Category category;
};

// ClinicalDocument/code of the content models that the French health agency publishes (CI-SIS).
constexpr std::array kCategories{
    CategoryRow{"57833-6", kLoinc, Category::Prescription},
    CategoryRow{"60593-1", kLoinc, Category::Prescription}, // dispensation
    CategoryRow{"55115-0", kLoinc, Category::Prescription}, // imaging request
    CategoryRow{"75496-0", kLoinc, Category::Prescription}, // telemedicine request
    CategoryRow{"CERT_DECL", kFrenchDocuments, Category::Certificate},
    CategoryRow{"11502-2", kLoinc, Category::Result},
    CategoryRow{"96173-0", kLoinc, Category::Result},
    CategoryRow{"18748-4", kLoinc, Category::Result},
    CategoryRow{"51969-4", kLoinc, Category::Result},
    CategoryRow{"75492-9", kLoinc, Category::Result},
    CategoryRow{"78513-9", kLoinc, Category::Result},
    CategoryRow{"29274-8", kLoinc, Category::Result},
    CategoryRow{"34133-9", kLoinc, Category::Hospital},
    CategoryRow{"11490-0", kLoinc, Category::Hospital},
    CategoryRow{"18761-7", kLoinc, Category::Hospital},
    CategoryRow{"11488-4", kLoinc, Category::Hospital},
    CategoryRow{"34749-2", kLoinc, Category::Hospital},
    CategoryRow{"77436-4", kLoinc, Category::Hospital},
    CategoryRow{"34794-8", kLoinc, Category::Hospital},
    CategoryRow{"18776-5", kLoinc, Category::Hospital},
    CategoryRow{"85208-7", kLoinc, Category::Hospital},
    CategoryRow{"57055-6", kLoinc, Category::Hospital},
    CategoryRow{"57057-2", kLoinc, Category::Hospital},
    CategoryRow{"57075-4", kLoinc, Category::Hospital},
    CategoryRow{"78489-2", kLoinc, Category::Hospital},
    CategoryRow{"89235-6", kLoinc, Category::Hospital},
    CategoryRow{"74207-2", kLoinc, Category::Hospital},
    CategoryRow{"REMB", kFrenchDocuments, Category::Reimbursement},
    CategoryRow{"60591-5", kLoinc, Category::Other}, // medical summaries
    CategoryRow{"SYNTH", kFrenchDocuments, Category::Other},
    CategoryRow{"11369-6", kLoinc, Category::Other}, // vaccination
    CategoryRow{"87273-9", kLoinc, Category::Other},
};

constexpr std::array<std::string_view, 6> kCategoryNames{"prescription", "certificate",   "result",
                                                         "hospital",     "reimbursement", "other"};
constexpr std::array<std::string_view, 8> kWarningNames{
    "wrong-key",           "no-ins",  "unknown-code",   "no-date",
    "several-identifiers", "damaged", "active-content", "identity-differs"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The next `digits` digits as a number, cut off the front of `text`; none where they are not there.
std::optional<int> takeDigits(std::string_view &text, std::size_t digits) {
    if (text.size() < digits ||
        !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digits), isDigit)) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    text.remove_prefix(digits);
    return value;
}

void append(std::string &line, std::string_view part) {
    if (part.empty()) {
        return;
    }
    if (!line.empty()) {
        line += ' ';
    }
    line += part;
}

const NamePart *findPart(const std::vector<Name> &names, NamePart::Kind kind, std::string_view qualifier) {
    for (const Name &name : names) {
        for (const NamePart &part : name.parts) {
            const bool fits = qualifier.empty() ? part.qualifiers.empty() : part.hasQualifier(qualifier);
            if (part.kind == kind && fits && !part.text.empty()) {
                return &part;
            }
        }
    }
    return nullptr;
}

const NamePart *findPart(const std::vector<Name> &names, NamePart::Kind kind) {
    for (const Name &name : names) {
        for (const NamePart &part : name.parts) {
            if (part.kind == kind && !part.text.empty()) {
                return &part;
            }
        }
    }
    return nullptr;
}

/// All parts of one name that fit, in one line: several <given> in a row are several given names.
std::string joinParts(const std::vector<Name> &names, NamePart::Kind kind, std::string_view qualifier) {
    for (const Name &name : names) {
        std::string line;
        for (const NamePart &part : name.parts) {
            const bool fits = qualifier.empty() ? part.qualifiers.empty() : part.hasQualifier(qualifier);
            if (part.kind == kind && fits) {
                append(line, part.text);
            }
        }
        if (!line.empty()) {
            return line;
        }
    }
    return {};
}

const Media *findMedia(const std::vector<Section> &sections, std::string_view referencedObject) {
    for (const Section &section : sections) {
        for (const Media &media : section.media) {
            if (media.answersTo(referencedObject)) {
                return &media;
            }
        }
        if (const Media *found = findMedia(section.sections, referencedObject)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

bool isInsRoot(std::string_view root) {
    return root == kNirRoot || root == kNiaRoot || root == kTestNirRoot || root == kDemonstrationNirRoot ||
           root == kUnsaidInsRoot;
}

std::string_view categoryName(Category category) { return kCategoryNames.at(static_cast<std::size_t>(category)); }

std::optional<Category> categoryFromName(std::string_view name) {
    const auto found = std::find(kCategoryNames.begin(), kCategoryNames.end(), name);
    if (found == kCategoryNames.end()) {
        return std::nullopt;
    }
    return static_cast<Category>(found - kCategoryNames.begin());
}

std::optional<Category> categoryOf(std::string_view code, std::string_view codeSystem) {
    if (codeSystem == kCategorySystem) {
        return categoryFromName(code);
    }
    for (const CategoryRow &row : kCategories) {
        if (row.code == code && row.codeSystem == codeSystem) {
            return row.category;
        }
    }
    return std::nullopt;
}

std::vector<std::string> Visibility::names() const {
    std::vector<std::string> names;
    if (hiddenFromPerson) {
        names.emplace_back("hidden-from-person");
    }
    if (hiddenFromRepresentatives) {
        names.emplace_back("hidden-from-representatives");
    }
    if (hiddenFromProfessionals) {
        names.emplace_back("hidden-from-professionals");
    }
    if (names.empty()) {
        names.emplace_back("normal");
    }
    return names;
}

std::string_view warningName(Warning warning) { return kWarningNames.at(static_cast<std::size_t>(warning)); }

bool Code::empty() const {
    return code.empty() && codeSystem.empty() && displayName.empty() && originalText.empty() && nullFlavor.empty() &&
           translations.empty() && qualifiers.empty();
}

std::string_view Code::label() const {
    if (!displayName.empty()) {
        return displayName;
    }
    if (!originalText.empty()) {
        return originalText;
    }
    for (const Code &translation : translations) {
        if (!translation.displayName.empty()) {
            return translation.displayName;
        }
    }
    return code;
}

std::optional<TimeParts> parseTime(std::string_view text) {
    TimeParts parts;
    if (const auto sign = text.find_first_of("+-"); sign != std::string_view::npos) {
        std::string_view offset = text.substr(sign + 1);
        const auto hours = takeDigits(offset, 2);
        const auto minutes = offset.empty() ? std::optional(0) : takeDigits(offset, 2);
        if (!hours || !minutes || !offset.empty() || *hours > 14 || *minutes > 59) {
            return std::nullopt;
        }
        const int total = *hours * 60 + *minutes;
        parts.offsetMinutes = text[sign] == '-' ? -total : total;
        text = text.substr(0, sign);
    }
    const auto year = takeDigits(text, 4);
    if (!year) {
        return std::nullopt;
    }
    parts.year = *year;
    struct Field {
        std::optional<int> TimeParts::*member;
        int least;
        int most;
    };
    constexpr std::array kFields{Field{&TimeParts::month, 1, 12}, Field{&TimeParts::day, 1, 31},
                                 Field{&TimeParts::hour, 0, 23}, Field{&TimeParts::minute, 0, 59},
                                 Field{&TimeParts::second, 0, 60}}; // 60: a leap second
    for (const Field &field : kFields) {
        if (text.empty()) {
            break;
        }
        const auto value = takeDigits(text, 2);
        if (!value || *value < field.least || *value > field.most) {
            return std::nullopt;
        }
        parts.*field.member = *value;
    }
    if (!text.empty()) { // a fraction of the second, which nobody at a counter needs
        const bool fraction = parts.second && text.front() == '.' && text.size() > 1 &&
                              std::all_of(text.begin() + 1, text.end(), isDigit);
        if (!fraction) {
            return std::nullopt;
        }
    }
    if (parts.day) {
        const std::chrono::year_month_day day{std::chrono::year(parts.year),
                                              std::chrono::month(static_cast<unsigned>(*parts.month)),
                                              std::chrono::day(static_cast<unsigned>(*parts.day))};
        if (!day.ok()) {
            return std::nullopt;
        }
    }
    return parts;
}

std::optional<CivilDate> Timestamp::day() const {
    const auto parts = parseTime(text);
    if (!parts || !parts->day) {
        return std::nullopt;
    }
    return CivilDate{std::chrono::year(parts->year), std::chrono::month(static_cast<unsigned>(*parts->month)),
                     std::chrono::day(static_cast<unsigned>(*parts->day))};
}

bool NamePart::hasQualifier(std::string_view qualifier) const {
    std::string_view rest = qualifiers;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == qualifier) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::string Name::text() const {
    using enum NamePart::Kind;
    std::string line;
    for (const NamePart::Kind kind : {Prefix, Given, Family, Suffix, Text}) {
        for (auto part = parts.begin(); part != parts.end(); ++part) {
            const bool repeated = std::any_of(parts.begin(), part, [&](const NamePart &earlier) {
                return earlier.kind == part->kind && earlier.text == part->text;
            });
            if (part->kind == kind && !repeated) {
                append(line, part->text);
            }
        }
    }
    return line;
}

std::string_view Address::part(std::string_view element) const {
    for (const AddressPart &part : parts) {
        if (part.element == element) {
            return part.text;
        }
    }
    return {};
}

std::vector<std::string> Address::lines() const {
    std::vector<std::string> lines;
    std::string street, town, country;
    for (const AddressPart &part : parts) {
        const std::string &element = part.element;
        if (part.text.empty()) {
            continue;
        }
        if (element == "postalCode" || element == "city" || element == "postBox") {
            append(town, part.text);
        } else if (element == "country" || element == "state" || element == "county" || element == "precinct") {
            append(country, part.text);
        } else if (element == "streetAddressLine" || element == "deliveryAddressLine" || element.empty() ||
                   element == "additionalLocator" || element == "unitID" || element == "unitType" ||
                   element == "careOf") {
            lines.push_back(part.text);
        } else {
            append(street, part.text);
        }
    }
    for (std::string *line : {&street, &town, &country}) {
        if (!line->empty()) {
            lines.push_back(std::move(*line));
        }
    }
    return lines;
}

bool Organization::empty() const {
    return ids.empty() && names.empty() && telecoms.empty() && addresses.empty() && industry.empty() && partOf.empty();
}

std::string Organization::name() const { return names.empty() ? std::string() : names.front().text(); }

std::string Participant::name() const {
    if (!names.empty()) {
        if (std::string text = names.front().text(); !text.empty()) {
            return text;
        }
    }
    if (!deviceSoftware.empty()) {
        return deviceSoftware;
    }
    if (!deviceModel.empty()) {
        return deviceModel;
    }
    return organization ? organization->name() : std::string();
}

std::string Patient::birthName() const {
    using enum NamePart::Kind;
    for (const std::string_view qualifier : {"BR", ""}) {
        if (const NamePart *part = findPart(names, Family, qualifier)) {
            return part->text;
        }
    }
    const NamePart *any = findPart(names, Family);
    return any == nullptr ? std::string() : any->text;
}

std::string Patient::usedName() const {
    for (const std::string_view qualifier : {"CL", "SP"}) {
        if (const NamePart *part = findPart(names, NamePart::Kind::Family, qualifier)) {
            return part->text == birthName() ? std::string() : part->text;
        }
    }
    return {};
}

std::string Patient::givenNames() const {
    for (const std::string_view qualifier : {"", "BR", "CL"}) {
        if (std::string line = joinParts(names, NamePart::Kind::Given, qualifier); !line.empty()) {
            return line;
        }
    }
    const NamePart *any = findPart(names, NamePart::Kind::Given);
    return any == nullptr ? std::string() : any->text;
}

std::string Patient::firstGivenName() const {
    if (const NamePart *part = findPart(names, NamePart::Kind::Given, "BR")) {
        return part->text;
    }
    const std::string all = givenNames();
    return all.substr(0, all.find(' '));
}

std::string Patient::usedGivenName() const {
    const NamePart *part = findPart(names, NamePart::Kind::Given, "CL");
    return part == nullptr ? std::string() : part->text;
}

std::string_view Node::attribute(std::string_view name) const {
    for (const Attribute &attribute : attributes) {
        if (attribute.name == name) {
            return attribute.value;
        }
    }
    return {};
}

bool Media::answersTo(std::string_view referencedObject) const {
    return !referencedObject.empty() && (id == referencedObject || std::find(regionIds.begin(), regionIds.end(),
                                                                             referencedObject) != regionIds.end());
}

bool Section::hasTemplate(std::string_view root) const {
    return std::find(templates.begin(), templates.end(), root) != templates.end();
}

std::optional<std::int64_t> Document::version() const {
    std::int64_t value = 0;
    const char *end = versionNumber.data() + versionNumber.size();
    const auto [stop, error] = std::from_chars(versionNumber.data(), end, value);
    if (error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return value;
}

std::vector<const Participant *> Document::byRole(Role role) const {
    std::vector<const Participant *> found;
    for (const Participant &participant : participants) {
        if (participant.role == role) {
            found.push_back(&participant);
        }
    }
    return found;
}

std::string Document::authorName() const {
    for (const Role role : {Role::Author, Role::LegalAuthenticator, Role::Custodian}) {
        for (const Participant *participant : byRole(role)) {
            if (std::string name = participant->name(); !name.empty()) {
                return name;
            }
        }
    }
    return {};
}

std::string Document::organizationName() const {
    for (const Role role : {Role::Author, Role::LegalAuthenticator, Role::Custodian}) {
        for (const Participant *participant : byRole(role)) {
            if (participant->organization) {
                if (std::string name = participant->organization->name(); !name.empty()) {
                    return name;
                }
            }
        }
    }
    return {};
}

const Media *Document::media(std::string_view referencedObject) const { return findMedia(sections, referencedObject); }

std::string Document::mediaType() const { return nonXmlBody ? nonXmlBody->mediaType : "text/xml"; }

} // namespace guichet::document
