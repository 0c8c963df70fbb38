// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/description.h"

#include "storage/document/encoding.h"
#include "storage/document/utf8.h"
#include "storage/document/xml_text.h"
#include "storage/nir.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace guichet::document {
namespace {

using nlohmann::json;

/// What a list calls the document where nothing else names it; in the order of Category.
constexpr std::array<std::string_view, 6> kCategoryLabels{"Ordonnance",           "Certificat",     "Résultat d’examen",
                                                          "Document hospitalier", "Remboursements", "Document"};

/// Text of the description as a document's texts are: in one line, and nothing in it that XML forbids.
std::string clean(const std::string &text) { return tidy(withoutForbidden(text)); }

/// The values of an object by their keys. What has another type than is asked for is named in `wrong`.
class Values {
public:
    explicit Values(const json &object) : object_(object) {}

    std::string text(const std::string &key) {
        const auto found = object_.find(key);
        return found == object_.end() ? std::string() : textOf(key, *found);
    }
    /// One text, or a list of them.
    std::vector<std::string> texts(const std::string &key) {
        const auto found = object_.find(key);
        if (found == object_.end() || found->is_null()) {
            return {};
        }
        if (!found->is_array()) {
            return {textOf(key, *found)};
        }
        std::vector<std::string> all;
        for (const json &each : *found) {
            all.push_back(textOf(key, each));
        }
        return all;
    }
    /// A list of pairs, each an object with these two keys.
    std::vector<std::pair<std::string, std::string>> pairs(const std::string &key, const std::string &first,
                                                           const std::string &second) {
        std::vector<std::pair<std::string, std::string>> all;
        const auto found = object_.find(key);
        if (found == object_.end() || found->is_null()) {
            return all;
        }
        if (!found->is_array()) {
            wrong_ = key;
            return all;
        }
        for (const json &each : *found) {
            if (!each.is_object()) {
                wrong_ = key;
                break;
            }
            Values inner(each);
            all.emplace_back(inner.text(first), inner.text(second));
            wrong_ = inner.wrong_.empty() ? wrong_ : key;
        }
        return all;
    }
    [[nodiscard]] const std::string &wrong() const { return wrong_; }

private:
    std::string textOf(const std::string &key, const json &value) {
        if (value.is_string()) {
            return clean(value.get_ref<const std::string &>());
        }
        if (value.is_number_integer()) {
            return value.dump();
        }
        if (!value.is_null()) {
            wrong_ = key;
        }
        return {};
    }

    const json &object_;
    std::string wrong_;
};

tl::unexpected<Error> bad(std::string_view what) {
    return fail(ErrorCode::Unreadable, {}, "side file: " + std::string(what));
}

/// The object; no key of it stands there twice, because then nobody can say which one counts.
Result<json> parseObject(ByteView bytes) {
    std::set<std::string> keys;
    std::string twice;
    const auto watch = [&](int depth, json::parse_event_t event, json &parsed) {
        if (depth == 1 && event == json::parse_event_t::key &&
            !keys.insert(parsed.get_ref<const std::string &>()).second) {
            twice = parsed.get<std::string>();
        }
        return true;
    };
    json object = json::parse(plainText(bytes, ""), watch, false);
    if (!object.is_object()) {
        return bad("no JSON object");
    }
    if (!twice.empty()) {
        return bad(clean(twice) + " twice");
    }
    return object;
}

void removeAll(std::string &text, std::string_view characters) {
    std::erase_if(text, [&](char c) { return characters.find(c) != std::string_view::npos; });
}

/// "2026-03-12", "2026-03", "2026-03-12T09:30:00+01:00" and HL7's own "20260312" as HL7 writes it; none for what is no
/// time.
std::optional<std::string> hl7Time(std::string_view text) {
    std::string time(text);
    constexpr std::size_t kYear = 4, kDay = 10;
    if (time.size() > kYear && time[kYear] == '-') { // ISO 8601; in HL7's form an offset, which a year alone never has
        std::string day = time.substr(0, kDay);
        std::string rest = time.size() > kDay ? time.substr(kDay) : std::string();
        if (std::ranges::count(day, '-') > 2 || (!rest.empty() && rest.front() != 'T' && rest.front() != ' ')) {
            return std::nullopt;
        }
        removeAll(day, "-");
        removeAll(rest, "T :");
        if (rest.ends_with('Z')) {
            rest.back() = '+';
            rest += "0000";
        }
        time = day + rest;
    }
    return parseTime(time) ? std::optional(time) : std::nullopt;
}

/// The same of a birth, whose month and day may not be known: "1941-00-00", "19410000".
std::optional<std::string> birthTime(std::string text) {
    constexpr std::size_t kYear = 4, kUnknownPart = 2;
    while (text.size() > kYear && text.ends_with("00") && text.size() <= std::string_view("1941-00-00").size()) {
        text.resize(text.size() - kUnknownPart);
        if (text.ends_with('-')) {
            text.pop_back();
        }
    }
    return hl7Time(text);
}

NamePart part(NamePart::Kind kind, std::string text, std::string qualifiers) {
    return {kind, std::move(text), std::move(qualifiers), {}};
}

/// Adds a number by which somebody is found. One that can be nobody's ("0000000000000" for all who have none) would
/// make one person of many: it is a remark.
void addNumber(Patient &patient, std::vector<Remark> &remarks, std::string root, std::string number) {
    if (isInsRoot(root)) {
        removeAll(number, " .");
        if (storage::readCarriedNir(number).unusual) {
            remarks.push_back({"ins", std::move(number)});
            return;
        }
    }
    patient.identifiers.push_back({std::move(root), std::move(number), {}, {}});
}

Patient readWhose(Values &values, std::vector<Remark> &remarks) {
    Patient patient;
    if (std::string ins = values.text("ins"); !ins.empty()) {
        std::string root = values.text("ins_root");
        addNumber(patient, remarks, root.empty() ? std::string(kUnsaidInsRoot) : std::move(root), std::move(ins));
    }
    for (auto &[root, number] : values.pairs("identifiers", "root", "number")) {
        addNumber(patient, remarks, std::move(root), std::move(number));
    }
    Name name;
    const auto add = [&](NamePart::Kind kind, const char *key, const char *qualifiers) {
        if (std::string text = values.text(key); !text.empty()) {
            name.parts.push_back(part(kind, std::move(text), qualifiers));
        }
    };
    add(NamePart::Kind::Given, "given_names", "");
    add(NamePart::Kind::Family, "birth_name", "BR");
    add(NamePart::Kind::Family, "used_name", "CL");
    if (!name.parts.empty()) {
        patient.names.push_back(std::move(name));
    }
    if (const std::string born = values.text("born"); !born.empty()) {
        if (auto time = birthTime(born)) {
            patient.birthTime.text = std::move(*time);
        } else {
            remarks.push_back({"born", born});
        }
    }
    const std::string sex = values.text("sex");
    if (sex == "F" || sex == "M" || sex == "f" || sex == "m") {
        patient.sex.code = sex == "F" || sex == "f" ? "F" : "M";
    } else if (!sex.empty() && sex != "U") {
        remarks.push_back({"sex", sex});
    }
    patient.birthPlaceName = values.text("birth_place");
    if (std::string code = values.text("birth_place_code"); !code.empty()) {
        patient.birthPlace.parts.push_back({"county", std::move(code)});
    }
    return patient;
}

/// The document's own code where it is known; else its category.
Code readKind(Values &values) {
    Code own;
    own.code = values.text("code");
    own.codeSystem = values.text("code_system");
    own.displayName = values.text("code_name");
    const auto category = categoryFromName(values.text("category"));
    if (!category || categoryOf(own.code, own.codeSystem)) {
        return own;
    }
    Code kind;
    kind.code = categoryName(*category);
    kind.codeSystem = kCategorySystem;
    kind.displayName = own.displayName.empty() ? std::string(kCategoryLabels.at(static_cast<std::size_t>(*category)))
                                               : own.displayName;
    if (!own.code.empty()) {
        kind.translations.push_back(std::move(own));
    }
    return kind;
}

Participant named(Role role, std::string name) {
    Participant participant;
    participant.role = role;
    if (!name.empty()) {
        participant.names.push_back({{}, {part(NamePart::Kind::Text, std::move(name), "")}, {}, {}});
    }
    return participant;
}

/// Authors beside their organisations: the first with the first.
std::vector<Participant> readAuthors(Values &values) {
    const std::vector<std::string> authors = values.texts("author");
    const std::vector<std::string> organisations = values.texts("organisation");
    std::vector<Participant> participants;
    for (std::size_t i = 0; i < std::max(authors.size(), organisations.size()); ++i) {
        Participant author = named(Role::Author, i < authors.size() ? authors[i] : std::string());
        if (i < organisations.size() && !organisations[i].empty()) {
            author.organization.emplace().names.push_back(
                {{}, {part(NamePart::Kind::Text, organisations[i], "")}, {}, {}});
        }
        if (!author.name().empty()) {
            participants.push_back(std::move(author));
        }
    }
    if (std::string signer = values.text("legal_authenticator"); !signer.empty()) {
        participants.push_back(named(Role::LegalAuthenticator, std::move(signer)));
    }
    return participants;
}

Result<Visibility> readVisibility(Values &values) {
    Visibility visibility;
    for (const std::string &mark : values.texts("visibility")) {
        if (mark == "hidden-from-person") {
            visibility.hiddenFromPerson = true;
        } else if (mark == "hidden-from-representatives") {
            visibility.hiddenFromRepresentatives = true;
        } else if (mark == "hidden-from-professionals") {
            visibility.hiddenFromProfessionals = true;
        } else if (mark != "normal") {
            return bad("visibility " + mark);
        }
    }
    return visibility;
}

} // namespace

Result<Document> readDescription(ByteView bytes) {
    if (bytes.size() > kLargestDescriptionBytes) {
        return fail(ErrorCode::TooLarge, {}, "side file: " + std::to_string(bytes.size()) + " bytes");
    }
    GUICHET_ASSIGN(const json object, parseObject(bytes));
    Values values(object);
    Document document;
    document.patient = readWhose(values, document.remarks);
    document.kind = readKind(values);
    document.category = categoryOf(document.kind.code, document.kind.codeSystem).value_or(Category::Other);
    document.title = values.text("title");
    if (const std::string date = values.text("date"); !date.empty()) {
        if (auto time = hl7Time(date)) {
            document.effectiveTime.text = std::move(*time);
        } else {
            document.remarks.push_back({"date", date});
        }
    }
    document.language = values.text("language");
    if (std::string type = values.text("media_type"); !type.empty()) {
        document.nonXmlBody.emplace().mediaType = std::move(type);
    }
    document.id.root = values.text("id");
    if (const std::string setId = values.text("set_id"); !setId.empty()) {
        const std::size_t hat = std::min(setId.find('^'), setId.size());
        document.setId.root = setId.substr(0, hat);
        document.setId.extension = setId.substr(std::min(hat + 1, setId.size()));
    }
    document.versionNumber = values.text("version");
    document.participants = readAuthors(values);
    Event event;
    event.time.low.text = hl7Time(values.text("from")).value_or("");
    event.time.high.text = hl7Time(values.text("to")).value_or("");
    if (!event.time.empty()) {
        document.events.push_back(std::move(event));
    }
    for (auto &[label, words] : values.pairs("remarks", "label", "words")) {
        document.remarks.push_back({std::move(label), std::move(words)});
    }
    GUICHET_ASSIGN(document.visibility, readVisibility(values));
    if (!values.wrong().empty()) {
        return bad(values.wrong());
    }
    return document;
}

} // namespace guichet::document
