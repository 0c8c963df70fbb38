// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/catalogue/pack.h"
#include "kiosk/catalogue/refusals.h"

#include <memory>

namespace guichet::kiosk {

/// Reads the data files and collects every mistake with its file and line, going on after each: one reader serves both
/// loading and checking.
class CatalogueReader {
public:
    explicit CatalogueReader(std::filesystem::path folder);
    ~CatalogueReader();
    CatalogueReader(const CatalogueReader &) = delete;
    CatalogueReader &operator=(const CatalogueReader &) = delete;

    /// The whole catalogue; what has a mistake is left out or incomplete.
    [[nodiscard]] Catalogue readAll();
    /// Those of the folder `forms` without a mistake, their remedies looked up in `catalogue`.
    [[nodiscard]] std::vector<Form> readForms(const Catalogue &catalogue);
    /// Those of refusals.toml without a mistake, their remedies looked up in `catalogue`.
    [[nodiscard]] std::vector<Refusal> readRefusals(const Catalogue &catalogue);
    /// Of pack.toml; nothing where it has a mistake.
    [[nodiscard]] std::optional<Pack> readPack();
    /// As refusals.h has them.
    [[nodiscard]] static const std::vector<Refusal> &refusalsOf(const Catalogue &catalogue);
    /// As pack.h has it.
    [[nodiscard]] static const Pack *packOf(const Catalogue &catalogue);
    /// Of online.toml; `forms` are those that readForms() gave.
    [[nodiscard]] std::vector<OnlineAction> readOnline(const Catalogue &catalogue, const std::vector<Form> &forms);
    /// One form; nothing where it has a mistake. `name` is relative to the folder.
    [[nodiscard]] std::optional<Form> readForm(const std::filesystem::path &name);
    /// One form from its text. `name`: of its file, relative to the folder; empty for one that is in no file.
    [[nodiscard]] std::optional<Form> parseForm(std::string_view source, const std::string &name);

    [[nodiscard]] const std::vector<CatalogueMistake> &mistakes() const { return mistakes_; }

private:
    struct File;
    void mistake(const std::string &file, int line, std::string what);
    std::optional<std::string> read(const std::filesystem::path &name);
    std::unique_ptr<File> open(const std::filesystem::path &name);
    std::unique_ptr<File> parse(std::string_view source, const std::string &name);
    void readScopes(Catalogue &catalogue);
    void readTitles(Catalogue &catalogue);
    void readRemedies(Catalogue &catalogue);
    void readRules(Catalogue &catalogue);
    void readTexts(Catalogue &catalogue);
    void readHolidays(Catalogue &catalogue);
    void readSearch(Catalogue &catalogue);
    void readHelp(Catalogue &catalogue);
    void readNews(Catalogue &catalogue);
    void checkReferences(const Catalogue &catalogue);

    std::filesystem::path folder_;
    std::vector<CatalogueMistake> mistakes_;
    std::map<std::string, std::pair<std::string, int>> places_; ///< "scope:id" → where it stands
};

} // namespace guichet::kiosk
