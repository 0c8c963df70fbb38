// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using PangoContext = struct _PangoContext;

namespace guichet::printing {

/// Noto's files, loaded one by one as scripts turn up, and a Pango context that knows no other font.
class Fonts {
public:
    explicit Fonts(std::vector<std::filesystem::path> folders);
    ~Fonts();
    Fonts(const Fonts &) = delete;
    Fonts &operator=(const Fonts &) = delete;

    /// False where Noto Sans itself is not installed: nothing can be set.
    [[nodiscard]] bool usable() const { return usable_; }
    /// Loads what the characters of this text (valid UTF-8) need. What is laid out already stays as it is.
    void provide(std::string_view text);
    [[nodiscard]] PangoContext *context() const;
    /// Those of the characters given to provide() since the last call that no font has, in order. Characters of Noto
    /// Sans's own alphabets are not looked at.
    [[nodiscard]] std::vector<char32_t> takeUnknown();

    static constexpr const char *kText = "Noto Sans";
    static constexpr const char *kMonospace = "Noto Sans Mono";

private:
    struct Handles;

    bool load(const std::string &fileName);
    void loadFamily(const std::string &stem);
    [[nodiscard]] const std::map<std::string, std::filesystem::path> &index();

    std::vector<std::filesystem::path> folders_;
    std::map<std::string, std::filesystem::path> index_; ///< every font file below the folders; filled when needed
    std::set<std::string> loaded_;
    std::set<int> scripts_;
    std::set<char32_t> provided_;       ///< since takeUnknown(), beyond Noto Sans
    std::map<char32_t, bool> hasGlyph_; ///< of those that were looked at
    bool usable_ = false;
    std::unique_ptr<Handles> handles_;
};

} // namespace guichet::printing
