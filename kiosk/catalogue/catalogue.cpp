// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/catalogue/catalogue.h"

#include "base/program.h"
#include "base/text.h"
#include "kiosk/catalogue/catalogue_reader.h"
#include "kiosk/catalogue/refusals.h"

#include <algorithm>
#include <charconv>
#include <mutex>

namespace guichet::kiosk {
namespace {

constexpr std::string_view kFrench = "fr";

template <typename Value>
const Value &inLanguage(const std::map<std::string, Value, std::less<>> &byLanguage, std::string_view language) {
    static const Value none;
    auto found = byLanguage.find(language);
    if (found == byLanguage.end() && language.find('-') != std::string_view::npos) {
        found = byLanguage.find(language.substr(0, language.find('-')));
    }
    if (found == byLanguage.end()) {
        found = byLanguage.find(kFrench);
    }
    return found == byLanguage.end() ? none : found->second;
}

template <typename Thing>
const Thing *byId(const std::vector<Thing> &things, std::string_view id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const std::string &Text::in(std::string_view language) const { return inLanguage(byLanguage, language); }

const std::vector<std::string> &Sentences::in(std::string_view language) const {
    return inLanguage(byLanguage, language);
}

Scope Scope::askedWith(const std::vector<std::string> &scopes) const {
    Scope here = *this;
    const auto leaveOut = [](Sentences &sentences, int which) {
        for (auto &[language, all] : sentences.byLanguage) {
            if (which > 0 && which <= static_cast<int>(all.size())) {
                all.erase(all.begin() + which - 1);
            }
        }
    };
    if (std::ranges::find(scopes, unless.scope) != scopes.end()) {
        leaveOut(here.does, unless.does);
        leaveOut(here.doesNot, unless.doesNot);
    }
    return here;
}

bool isOlderVersion(std::string_view one, std::string_view other) {
    const auto numbers = [](std::string_view version) {
        std::vector<int> parts;
        for (const std::string &part : split(version, '.')) {
            int number = 0;
            std::from_chars(part.data(), part.data() + part.size(), number);
            parts.push_back(number);
        }
        return parts;
    };
    return numbers(one) < numbers(other);
}

std::string DeadlineRule::iso() const {
    const char *letter = "D";
    switch (unit) {
    case Unit::Day:
    case Unit::WorkingDay: break;
    case Unit::Week: letter = "W"; break;
    case Unit::Month: letter = "M"; break;
    case Unit::Year: letter = "Y"; break;
    }
    return "P" + std::to_string(count) + letter;
}

std::string_view toText(Silence silence) {
    switch (silence) {
    case Silence::Acceptance: return "acceptance";
    case Silence::Refusal: return "refusal";
    case Silence::None: return "none";
    }
    return "none";
}

std::string_view toText(FieldKind kind) {
    switch (kind) {
    case FieldKind::Text: return "text";
    case FieldKind::LongText: return "long-text";
    case FieldKind::Date: return "date";
    case FieldKind::Number: return "number";
    case FieldKind::Amount: return "amount";
    case FieldKind::Iban: return "iban";
    case FieldKind::Nir: return "nir";
    case FieldKind::YesNo: return "yes-no";
    case FieldKind::Choice: return "choice";
    case FieldKind::Address: return "address";
    case FieldKind::Phone: return "phone";
    case FieldKind::Email: return "email";
    case FieldKind::List: return "list";
    }
    return "text";
}

std::string_view toText(Event event) {
    switch (event) {
    case Event::Received: return "received";
    case Event::Complete: return "complete";
    case Event::Sent: return "sent";
    case Event::Confirmed: return "confirmed";
    case Event::Notified: return "notified";
    }
    return "received";
}

std::string fill(std::string text, const Values &values) {
    // One pass: a value that looks like a placeholder is left as it is.
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '{') {
            const std::size_t end = text.find('}', at);
            if (end != std::string::npos) {
                const std::string_view name = std::string_view(text).substr(at + 1, end - at - 1);
                const auto value = std::ranges::find(values, name, &Values::value_type::first);
                if (value != values.end()) {
                    out += value->second;
                    at = end + 1;
                    continue;
                }
            }
        }
        out += text[at++];
    }
    return out;
}

/// What is read once it is asked for.
struct Catalogue::Forms {
    std::filesystem::path folder; ///< of the catalogue
    std::once_flag formsOnce;
    std::vector<Form> forms;
    std::vector<CatalogueMistake> mistakes; ///< in the forms
    std::once_flag refusalsOnce;
    std::vector<Refusal> refusals;
    std::once_flag packOnce;
    std::optional<Pack> pack;
};

const Catalogue::Forms &Catalogue::readForms() const {
    std::call_once(forms_->formsOnce, [this] {
        CatalogueReader reader(forms_->folder);
        forms_->forms = reader.readForms(*this);
        forms_->mistakes = reader.mistakes();
    });
    return *forms_;
}

const std::vector<Form> &Catalogue::forms() const { return readForms().forms; }
const std::vector<CatalogueMistake> &Catalogue::formMistakes() const { return readForms().mistakes; }

const std::vector<Refusal> &CatalogueReader::refusalsOf(const Catalogue &catalogue) {
    Catalogue::Forms &later = *catalogue.forms_;
    std::call_once(later.refusalsOnce, [&] { later.refusals = CatalogueReader(later.folder).readRefusals(catalogue); });
    return later.refusals;
}

const Pack *CatalogueReader::packOf(const Catalogue &catalogue) {
    Catalogue::Forms &later = *catalogue.forms_;
    std::call_once(later.packOnce, [&] { later.pack = CatalogueReader(later.folder).readPack(); });
    return later.pack ? &*later.pack : nullptr;
}

const Pack *packOf(const Catalogue &catalogue) { return CatalogueReader::packOf(catalogue); }

std::vector<std::string> Pack::languages() const {
    std::vector<std::string> languages{std::string(kFrench), std::string(kPlainFrench)};
    for (const auto &[language, text] : title.byLanguage) {
        if (language != kFrench && language != kPlainFrench) {
            languages.push_back(language);
        }
    }
    return languages;
}

const std::vector<Refusal> &refusalsOf(const Catalogue &catalogue) { return CatalogueReader::refusalsOf(catalogue); }
const Refusal *refusalOf(const Catalogue &catalogue, std::string_view id) { return byId(refusalsOf(catalogue), id); }

Result<Catalogue> Catalogue::load(const std::filesystem::path &folder) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return fail(ErrorCode::FolderMissing, folder.string());
    }
    CatalogueReader reader(folder);
    Catalogue catalogue = reader.readAll();
    if (!reader.mistakes().empty()) {
        const CatalogueMistake &first = reader.mistakes().front();
        return fail(ErrorCode::CatalogueMistake, first.file + ":" + std::to_string(first.line) + ": " + first.what);
    }
    catalogue.forms_ = std::make_shared<Forms>();
    catalogue.forms_->folder = folder;
    return catalogue;
}

std::filesystem::path Catalogue::installedFolder() { return sharedFolder("catalogue"); }

const Scope *Catalogue::scope(std::string_view id) const { return byId(scopes_, id); }
const Form *Catalogue::form(std::string_view id) const { return byId(forms(), id); }
const Title *Catalogue::title(std::string_view id) const { return byId(titles_, id); }
const Remedy *Catalogue::remedy(std::string_view id) const { return byId(remedies_, id); }
const Territory *Catalogue::territory(std::string_view id) const { return byId(territories_, id); }

const HelpPage *Catalogue::helpPage(std::string_view id) const { return byId(helpPages_, id); }

const DeadlineRule &Catalogue::rule(std::string_view id) const {
    const auto found = rules_.find(id);
    if (found == rules_.end()) {
        throw MissingText("rules." + std::string(id));
    }
    return found->second;
}

std::string Catalogue::text(std::string_view id, std::string_view language, CivilDate day, const Values &values) const {
    const auto found = texts_.find(id);
    if (found == texts_.end() || found->second.empty()) {
        throw MissingText(std::string(id));
    }
    const Version *version = &found->second.front();
    for (const Version &candidate : found->second) {
        if (std::chrono::sys_days(candidate.validFrom) <= std::chrono::sys_days(day)) {
            version = &candidate;
        }
    }
    return fill(version->text.in(language), values);
}

std::vector<std::string> Catalogue::languages() const {
    std::vector<std::string> languages{std::string(kFrench)};
    const auto found = texts_.find("letterhead.reading-copy");
    if (found != texts_.end() && !found->second.empty()) {
        for (const auto &[language, text] : found->second.back().text.byLanguage) {
            if (language != kFrench) {
                languages.push_back(language);
            }
        }
    }
    return languages;
}

std::vector<std::string> Catalogue::textIds() const {
    std::vector<std::string> ids;
    ids.reserve(texts_.size());
    for (const auto &[id, versions] : texts_) {
        ids.push_back(id);
    }
    return ids;
}

std::vector<std::string> Catalogue::missingTranslations(std::string_view language) const {
    std::vector<std::string> missing;
    const auto look = [&](const std::string &id, const Text &text) {
        if (!text.empty() && !text.has(language)) {
            missing.push_back(id);
        }
    };
    for (const auto &[id, versions] : texts_) {
        for (const Version &version : versions) {
            look("texts:" + id, version.text);
        }
    }
    for (const Scope &scope : scopes_) {
        for (const Text *text : {&scope.title, &scope.asked, &scope.goBack, &scope.detailLabel}) {
            look("scopes:" + scope.id, *text);
        }
        for (const Sentences *sentences : {&scope.does, &scope.doesNot}) {
            if (!sentences->byLanguage.contains(language)) {
                missing.push_back("scopes:" + scope.id);
            }
        }
    }
    for (const HelpPage &page : helpPages_) {
        look("help:" + page.id, page.title);
        look("help:" + page.id, page.about);
        for (const Sentences *sentences : {&page.steps, &page.stuck}) {
            if (!sentences->byLanguage.contains(language)) {
                missing.push_back("help:" + page.id);
            }
        }
    }
    for (const HelpKey &key : helpKeys_) {
        look("help:keys", key.key);
        look("help:keys", key.does);
    }
    for (const News &news : news_) {
        if (!news.changes.byLanguage.contains(language)) {
            missing.push_back("news:" + news.version);
        }
    }
    for (const Title &title : titles_) {
        look("titles:" + title.id, title.name);
        look("titles:" + title.id, title.mandate);
        look("titles:" + title.id, title.refused);
    }
    for (const Remedy &remedy : remedies_) {
        look("remedies:" + remedy.id, remedy.text);
    }
    for (const Refusal &refusal : refusalsOf(*this)) {
        look("refusals:" + refusal.id, refusal.title);
        look("refusals:" + refusal.id, refusal.happened);
        for (const Refusal::Law &law : refusal.laws) {
            look("refusals:" + refusal.id, law.says);
        }
        for (const Sentences *sentences : {&refusal.answer, &refusal.steps}) {
            if (!sentences->byLanguage.contains(language)) {
                missing.push_back("refusals:" + refusal.id);
            }
        }
    }
    if (const Pack *pack = packOf(*this)) {
        for (const Text *text : {&pack->title, &pack->greeting, &pack->close, &pack->sms}) {
            look("pack", *text);
        }
        for (const Pack::Point &point : pack->points) {
            look("pack:" + point.id, point.title);
            if (!point.says.byLanguage.contains(language)) {
                missing.push_back("pack:" + point.id);
            }
        }
        for (const Pack::Message &message : pack->messages) {
            look("pack:" + std::to_string(message.seconds), message.text);
        }
    }
    for (const Form &form : forms()) {
        for (const Text *text : {&form.title, &form.asked, &form.next, &form.meanwhile}) {
            look("forms:" + form.id, *text);
        }
        for (const Field &field : form.fields) {
            for (const Text *text : {&field.label, &field.question, &field.help, &field.why}) {
                look("forms:" + form.id + ":" + field.id, *text);
            }
            for (const Option &option : field.options) {
                look("forms:" + form.id + ":" + field.id, option.label);
                look("forms:" + form.id + ":" + field.id, option.asked);
            }
            for (const Field &item : field.items) {
                look("forms:" + form.id + ":" + field.id, item.label);
            }
        }
        for (const Piece &piece : form.pieces) {
            look("forms:" + form.id + ":" + piece.id, piece.label);
        }
        for (const SignatureLine &signature : form.signatures) {
            look("forms:" + form.id + ":" + signature.id, signature.label);
        }
    }
    return missing;
}

} // namespace guichet::kiosk
