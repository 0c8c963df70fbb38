// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/who.h"

#include <array>
#include <utility>

namespace guichet::kiosk {
namespace {

template <typename T>
using Word = std::pair<T, std::string_view>;

constexpr std::array<Word<Who>, 9> kWho{{{Who::Self, "self"},
                                         {Who::Parent, "parent"},
                                         {Who::Guardian, "guardian"},
                                         {Who::Assistance, "assistance"},
                                         {Who::Proxy, "proxy"},
                                         {Who::Mandate, "mandate"},
                                         {Who::Heir, "heir"},
                                         {Who::Bearer, "bearer"},
                                         {Who::Helper, "helper"}}};
constexpr std::array<Word<IdentitySeen>, 7> kSeen{{{IdentitySeen::IdCard, "id-card"},
                                                   {IdentitySeen::Passport, "passport"},
                                                   {IdentitySeen::ResidencePermit, "residence-permit"},
                                                   {IdentitySeen::DrivingLicence, "driving-licence"},
                                                   {IdentitySeen::Vitale, "vitale"},
                                                   {IdentitySeen::Other, "other"},
                                                   {IdentitySeen::None, "none"}}};
constexpr std::array<Word<Signed>, 3> kSigned{
    {{Signed::Signature, "signature"}, {Signed::Mark, "mark"}, {Signed::Oral, "oral"}}};

template <typename T, std::size_t N>
std::string_view wordOf(const std::array<Word<T>, N> &table, T value) {
    for (const auto &[candidate, word] : table) {
        if (candidate == value) {
            return word;
        }
    }
    return {};
}

template <typename T, std::size_t N>
Result<T> parse(const std::array<Word<T>, N> &table, std::string_view text) {
    std::string all;
    for (const auto &[value, word] : table) {
        if (word == text) {
            return value;
        }
        all += (all.empty() ? "" : ", ") + std::string(word);
    }
    return fail(ErrorCode::BadValue, std::string(text), all);
}

} // namespace

std::string_view toText(Who who) { return wordOf(kWho, who); }
std::string_view toText(IdentitySeen seen) { return wordOf(kSeen, seen); }
std::string_view toText(Signed how) { return wordOf(kSigned, how); }
Result<Who> parseWho(std::string_view text) { return parse(kWho, text); }
Result<IdentitySeen> parseIdentitySeen(std::string_view text) { return parse(kSeen, text); }
Result<Signed> parseSigned(std::string_view text) { return parse(kSigned, text); }

Result<void> Presence::check() const {
    if (who != Who::Self && name.find_first_not_of(' ') == std::string::npos) {
        return fail(ErrorCode::MissingOption, "--by-name");
    }
    return {};
}

} // namespace guichet::kiosk
