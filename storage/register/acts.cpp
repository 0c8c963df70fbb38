// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/acts.h"

#include "storage/register/canonical_json.h"
#include "storage/register/reference.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace guichet::storage {
namespace {

using nlohmann::json;
using enum ActStatus;

constexpr std::array<std::pair<ActStatus, std::string_view>, 11> kStatusNames{{
    {Recorded, "recorded"},
    {Sent, "sent"},
    {Confirmed, "confirmed"},
    {Refused, "refused"},
    {Incomplete, "incomplete"},
    {Filed, "filed"},
    {Forwarded, "forwarded"},
    {DecidedYes, "decided-yes"},
    {DecidedNo, "decided-no"},
    {Deemed, "deemed"},
    {Withdrawn, "withdrawn"},
}};

struct Transition {
    ActType type;
    ActStatus from;
    ActStatus to;
};

/// An incomplete request may be forwarded or decided as it is (CRPA L114-2, L114-5), and an express decision may still
/// come after what silence meant.
constexpr std::array kTransitions{
    Transition{ActType::Optout, Recorded, Sent},
    Transition{ActType::Optout, Recorded, Withdrawn},
    Transition{ActType::Optout, Sent, Confirmed},
    Transition{ActType::Optout, Sent, Refused},
    Transition{ActType::Optout, Sent, Withdrawn},
    Transition{ActType::Request, Incomplete, Filed}, // by the missing pieces only
    Transition{ActType::Request, Incomplete, Forwarded},
    Transition{ActType::Request, Incomplete, DecidedYes},
    Transition{ActType::Request, Incomplete, DecidedNo},
    Transition{ActType::Request, Incomplete, Deemed},
    Transition{ActType::Request, Incomplete, Withdrawn},
    Transition{ActType::Request, Filed, Forwarded},
    Transition{ActType::Request, Filed, DecidedYes},
    Transition{ActType::Request, Filed, DecidedNo},
    Transition{ActType::Request, Filed, Deemed},
    Transition{ActType::Request, Filed, Withdrawn},
    Transition{ActType::Request, Forwarded, DecidedYes},
    Transition{ActType::Request, Forwarded, DecidedNo},
    Transition{ActType::Request, Forwarded, Deemed},
    Transition{ActType::Request, Forwarded, Withdrawn},
    Transition{ActType::Request, Deemed, DecidedYes},
    Transition{ActType::Request, Deemed, DecidedNo},
};

constexpr std::string_view kPieceAdded = "piece-added"; ///< a step that is no status
constexpr std::array<std::string_view, 6> kNotes{"contact",     "notice-made", "copy-handed",
                                                 "copy-waived", "called",      "identity-shown"};

constexpr std::array<std::string_view, 9> kWho{"self",    "parent", "guardian", "assistance", "proxy",
                                               "mandate", "heir",   "bearer",   "helper"};
constexpr std::array<std::string_view, 7> kIdentitySeen{
    "id-card", "passport", "residence-permit", "driving-licence", "vitale", "other", "none"};
constexpr std::array<std::string_view, 3> kSignedHow{"signature", "mark", "oral"};
constexpr std::array<std::string_view, 3> kMeans{"acceptance", "refusal", "none"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N> &values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

// What the entries' details hold. Unknown values are null.

json orNull(const std::string &text) { return text.empty() ? json() : json(text); }
json orNull(const std::optional<CivilDate> &day) { return day ? json(formatDate(*day)) : json(); }
json orNull(const std::optional<DeemedRule> &deemed) {
    return deemed ? json{{"means", deemed->means}, {"on", orNull(deemed->on)}, {"rule", deemed->rule}} : json();
}

std::optional<std::string> textOf(const json &object, const char *key) {
    const json &value = object.at(key);
    return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}
std::string textOrEmpty(const json &object, const char *key) { return textOf(object, key).value_or(""); }

Result<json> parsedObject(const std::string &text) {
    GUICHET_ASSIGN(json value, parseCanonicalJson(text));
    if (!value.is_object()) {
        return fail(ErrorCode::BadValue, "JSON", "not an object");
    }
    return value;
}

/// The details of an entry that made a receipt: the papers' digests, which a receipt shows, beside all else.
json withPapers(json own, const std::vector<KeptPaper> &papers) {
    json digests = json::object();
    json words = json::object();
    for (const KeptPaper &paper : papers) {
        digests[paper.language] = paper.digest;
        words[paper.language] = paper.words;
    }
    own["words"] = std::move(words);
    return {{"papers", std::move(digests)}, {"private", std::move(own)}};
}

/// Where an entry stands in the tables.
struct Place {
    std::int64_t log;
    std::int64_t position;
    std::int64_t at; ///< ms since 1970
};

/// The one code that fills the tables, from an entry as it is made and from one that is read again.
class Projection {
public:
    explicit Projection(Database &database) : database_(database) {}

    /// Throws json::exception when the details are not those of the kind.
    void apply(std::string_view kind, const Place &place, const json &whole) {
        const auto own = whole.find("private");
        const json &details = own == whole.end() ? whole : *own;
        if (kind == "optout.registered" || kind == "request.filed") {
            applySigning(place, details);
        } else if (kind == "slip.made") {
            applySlip(place, details);
        } else if (kind.substr(0, 7) == "optout." || kind.substr(0, 8) == "request.") {
            applyStep(kind, place, details);
        }
    }

    void clear() { database_.execute("DELETE FROM act_signing; DELETE FROM act_slip;"); }

private:
    void applySigning(const Place &place, const json &details) {
        const json &acts = details.at("acts");
        const auto receipt = acts.at(0).at("reference").get<std::string>();
        database_
            .prepare("INSERT INTO act_signing (receipt, type, person, by_who, by_name, identity_seen, vitale_serial, "
                     "signed_how, received, deposited, paper_number, number, initials, edition, more, author, at, log, "
                     "position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .with(receipt, textOf(details, "type"), textOf(details, "person"), textOf(details, "by"),
                  textOrEmpty(details, "by_name"), textOf(details, "identity_seen"),
                  textOrEmpty(details, "vitale_serial"), textOf(details, "signed"), textOf(details, "received"),
                  textOf(details, "deposited"), textOf(details, "paper_number"), textOrEmpty(details, "number"),
                  textOrEmpty(details, "initials"), textOrEmpty(details, "edition"), details.at("more").dump(),
                  textOf(details, "agent"), place.at, place.log, place.position)
            .run();
        int number = 0;
        for (const json &act : acts) {
            const auto reference = act.at("reference").get<std::string>();
            const auto status = act.at("status").get<std::string>();
            const json &deemed = act.at("deemed");
            const bool silent = deemed.is_null();
            database_
                .prepare(
                    "INSERT INTO act (reference, receipt, place, subject, status, detail, answers, due, "
                    "complete_by, deemed_rule, deemed_means, deemed_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(reference, receipt, ++number, textOf(act, "subject"), status, act.at("detail").dump(),
                      act.at("answers").dump(), textOf(act, "due"), textOf(act, "complete_by"),
                      silent ? std::nullopt : textOf(deemed, "rule"), silent ? std::nullopt : textOf(deemed, "means"),
                      silent ? std::nullopt : textOf(deemed, "on"))
                .run();
            addPieces(reference, act.at("given"), true);
            addPieces(reference, act.at("missing"), false);
            addStep(reference, place, status, textOrEmpty(details, "signed"), "", textOf(details, "deposited"),
                    textOrEmpty(details, "agent"));
        }
    }

    void applySlip(const Place &place, const json &details) {
        const auto slip = details.at("slip").get<std::string>();
        const auto agent = details.at("agent").get<std::string>();
        database_.prepare("INSERT INTO act_slip (slip, at, agent, log, position) VALUES (?, ?, ?, ?, ?)")
            .with(slip, place.at, agent, place.log, place.position)
            .run();
        int line = 0;
        for (const json &value : details.at("lines")) {
            const auto reference = value.get<std::string>();
            database_.prepare("INSERT INTO act_slip_line (slip, line, reference) VALUES (?, ?, ?)")
                .with(slip, ++line, reference)
                .run();
            database_.prepare("UPDATE act SET slip = ? WHERE reference = ?").with(slip, reference).run();
            addStep(reference, place, "slip", "", slip, std::nullopt, agent);
        }
    }

    void applyStep(std::string_view kind, const Place &place, const json &details) {
        const auto reference = details.at("reference").get<std::string>();
        if (kind.ends_with(".noted")) {
            addStep(reference, place, details.at("note").get<std::string>(), textOrEmpty(details, "means"),
                    textOrEmpty(details, "evidence"), textOf(details, "on"), textOrEmpty(details, "agent"));
            return;
        }
        const auto to = details.at("to").get<std::string>();
        database_.prepare("UPDATE act SET status = ? WHERE reference = ?").with(to, reference).run();
        const bool pieces = kind == "request.piece-added";
        if (pieces) {
            database_.prepare("DELETE FROM act_piece WHERE reference = ? AND given = 0").with(reference).run();
            addPieces(reference, details.at("pieces"), true);
            addPieces(reference, details.at("missing"), false);
            if (const json &answers = details.at("answers"); !answers.is_null()) {
                database_.prepare("UPDATE act SET answers = ? WHERE reference = ?")
                    .with(answers.dump(), reference)
                    .run();
            }
            const json &deemed = details.at("deemed");
            const bool silent = deemed.is_null();
            database_
                .prepare("UPDATE act SET due = ?, complete_by = ?, deemed_rule = ?, deemed_means = ?, deemed_on = ? "
                         "WHERE reference = ?")
                .with(textOf(details, "due"), textOf(details, "complete_by"),
                      silent ? std::nullopt : textOf(deemed, "rule"), silent ? std::nullopt : textOf(deemed, "means"),
                      silent ? std::nullopt : textOf(deemed, "on"), reference)
                .run();
        }
        addStep(reference, place, pieces ? std::string(kPieceAdded) : to, textOrEmpty(details, "means"),
                textOrEmpty(details, "evidence"), textOf(details, "on"), textOrEmpty(details, "agent"));
    }

    /// Of an act that is still there, after those that it has.
    void addPieces(const std::string &reference, const json &pieces, bool given) {
        for (const json &piece : pieces) {
            database_
                .prepare("INSERT INTO act_piece (reference, place, piece, given) SELECT reference, "
                         "(SELECT ifnull(max(place), 0) + 1 FROM act_piece WHERE reference = ?1), ?2, ?3 "
                         "FROM act WHERE reference = ?1")
                .with(reference, piece.get<std::string>(), given ? 1 : 0)
                .run();
        }
    }

    /// Of an act that is still there: its payload may have been destroyed before this entry's.
    void addStep(const std::string &reference, const Place &place, const std::string &what, const std::string &means,
                 const std::string &evidence, const std::optional<std::string> &on, const std::string &agent) {
        database_
            .prepare("INSERT INTO act_step (reference, log, position, at, what, means, evidence, on_day, agent) "
                     "SELECT reference, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM act WHERE reference = ?1")
            .with(reference, place.log, place.position, place.at, what, means, evidence, on, agent)
            .run();
    }

    Database &database_;
};

std::int64_t logNumber(Database &database, const std::string &origin) {
    auto row = database.prepare("SELECT log FROM register_log WHERE origin = ?");
    row.with(origin);
    row.step();
    return row.number(0);
}

/// Appends the entry and applies it.
Result<Entry> record(Register &entries, const EntryDraft &draft, const json &details) {
    GUICHET_ASSIGN(Entry entry, entries.append(draft));
    Projection(entries.database())
        .apply(draft.kind,
               {logNumber(entries.database(), entry.id.origin), static_cast<std::int64_t>(entry.id.index),
                entry.leaf.at.time_since_epoch().count()},
               details);
    return entry;
}

std::optional<CivilDate> dayIn(const Statement &row, int column) {
    const auto text = row.optionalText(column);
    if (!text) {
        return std::nullopt;
    }
    const auto day = parseDate(*text);
    return day ? std::optional(*day) : std::nullopt;
}

Instant instantIn(const Statement &row, int column) { return Instant(std::chrono::milliseconds(row.number(column))); }

constexpr std::string_view kActColumns =
    "SELECT a.reference, a.receipt, s.type, s.person, a.subject, a.status, a.detail, a.answers, a.due, a.slip, "
    "a.complete_by, a.deemed_rule, a.deemed_means, a.deemed_on, s.by_who, s.by_name, s.identity_seen, s.vitale_serial, "
    "s.signed_how, s.received, s.deposited, s.paper_number, s.author, s.edition, s.more, s.number, s.initials, s.at, "
    "g.origin, s.position FROM act a JOIN act_signing s ON s.receipt = a.receipt JOIN register_log g ON g.log = s.log ";

constexpr std::string_view kStepColumns =
    "SELECT t.at, t.what, t.means, t.evidence, t.on_day, t.agent, g.origin, t.position, t.reference FROM act_step t "
    "JOIN register_log g ON g.log = t.log ";

ActStep stepIn(const Statement &row, int number) {
    return {number,      instantIn(row, 0), row.text(1), row.text(2),
            row.text(3), dayIn(row, 4),     row.text(5), {row.text(6), static_cast<std::uint64_t>(row.number(7))}};
}

Act actIn(Database &database, const Statement &row) {
    Act act;
    act.reference = row.text(0);
    act.receipt = row.text(1);
    act.type = row.text(2) == "optout" ? ActType::Optout : ActType::Request;
    act.person = row.text(3);
    act.subject = row.text(4);
    act.status = parseActStatus(row.text(5)).value_or(Recorded); // the table's CHECK knows no other
    act.detail = row.text(6);
    act.answers = row.text(7);
    act.due = dayIn(row, 8);
    act.slip = row.text(9);
    act.completeBy = dayIn(row, 10);
    if (!row.isNull(11)) {
        act.deemed = DeemedRule{row.text(11), row.text(12), dayIn(row, 13)};
    }
    act.by = row.text(14);
    act.byName = row.text(15);
    act.identitySeen = row.text(16);
    act.vitaleSerial = row.text(17);
    act.signedHow = row.text(18);
    act.received = dayIn(row, 19).value_or(CivilDate{});
    act.deposited = dayIn(row, 20);
    act.paperNumber = row.text(21);
    act.author = row.text(22);
    act.edition = row.text(23);
    act.more = row.text(24);
    act.number = row.text(25);
    act.initials = row.text(26);
    act.at = instantIn(row, 27);
    act.entry = {row.text(28), static_cast<std::uint64_t>(row.number(29))};
    auto pieces = database.prepare("SELECT piece, given FROM act_piece WHERE reference = ? ORDER BY place");
    pieces.with(act.reference);
    while (pieces.step()) {
        (pieces.number(1) != 0 ? act.piecesGiven : act.piecesMissing).push_back(pieces.text(0));
    }
    return act;
}

std::optional<CivilDate> firstDue(const std::vector<ActDraft> &acts) {
    std::optional<CivilDate> first;
    for (const ActDraft &act : acts) {
        const auto day = act.due ? act.due : act.deemed ? act.deemed->on : std::nullopt;
        if (day && (!first || *day < *first)) {
            first = day;
        }
    }
    return first;
}

/// Until when the signing and all its steps are kept: as long as the longest of them.
std::optional<CivilDate> prolong(Database &database, const Act &act, const std::optional<CivilDate> &wanted) {
    auto row = database.prepare("SELECT p.keep_until FROM act_signing s JOIN register_payload p ON p.log = s.log AND "
                                "p.position = s.position WHERE s.receipt = ?");
    row.with(act.receipt);
    row.step();
    const auto kept = dayIn(row, 0);
    if (!kept || !wanted || *wanted <= *kept) {
        return kept;
    }
    database
        .prepare("UPDATE register_payload SET keep_until = ?1 WHERE (log, position) IN ("
                 "SELECT log, position FROM act_signing WHERE receipt = ?2 UNION "
                 "SELECT t.log, t.position FROM act_step t JOIN act a ON a.reference = t.reference "
                 "WHERE a.receipt = ?2 AND t.what <> 'slip')")
        .with(formatDate(*wanted), act.receipt)
        .run();
    return wanted;
}

Core coreOf(const Act &act, const ActChange &change, std::string_view what) {
    Core core;
    core.type = actTypeName(act.type);
    core.reference = act.reference;
    if (act.type == ActType::Optout) {
        core.scopes = {act.subject};
    } else {
        core.form = act.subject;
    }
    core.by = act.by;
    core.number = act.number;
    core.initials = act.initials;
    core.date = change.on;
    core.due = act.due ? act.due : act.deemed ? act.deemed->on : std::nullopt;
    core.edition = change.edition;
    core.what = what;
    return core;
}

} // namespace

std::string_view actTypeName(ActType type) { return type == ActType::Optout ? "optout" : "request"; }

std::string_view actStatusName(ActStatus status) {
    return std::find_if(kStatusNames.begin(), kStatusNames.end(),
                        [status](const auto &row) { return row.first == status; })
        ->second;
}

std::optional<ActStatus> parseActStatus(std::string_view name) {
    const auto *const row = std::find_if(kStatusNames.begin(), kStatusNames.end(),
                                         [name](const auto &candidate) { return candidate.second == name; });
    return row == kStatusNames.end() ? std::nullopt : std::optional(row->first);
}

std::string_view actNoteName(ActNote note) { return kNotes.at(static_cast<std::size_t>(note)); }

bool mayFollow(ActType type, ActStatus from, ActStatus to) {
    return std::any_of(kTransitions.begin(), kTransitions.end(), [&](const Transition &transition) {
        return transition.type == type && transition.from == from && transition.to == to;
    });
}

bool isFinal(ActType type, ActStatus status) {
    return std::none_of(kTransitions.begin(), kTransitions.end(), [&](const Transition &transition) {
        return transition.type == type && transition.from == status;
    });
}

std::string Acts::drawReference() {
    Database &database = register_.database();
    while (true) {
        std::string reference = storage::drawReference(register_.current().station, register_.random());
        auto row = database.prepare("SELECT 1 FROM act WHERE reference = ?1 UNION ALL "
                                    "SELECT 1 FROM act_slip WHERE slip = ?1 UNION ALL "
                                    "SELECT 1 FROM act_slip_line WHERE reference = ?1");
        row.with(reference);
        if (!row.step()) {
            return reference;
        }
    }
}

bool Acts::paperNumberUsed(std::string_view paperNumber) {
    auto row = register_.database().prepare("SELECT 1 FROM act_signing WHERE paper_number = ?");
    row.with(paperNumber);
    return row.step();
}

Result<Signed> Acts::sign(const Signing &signing) {
    const bool optout = signing.type == ActType::Optout;
    if (signing.acts.empty() || (!optout && signing.acts.size() > 1)) {
        return fail(ErrorCode::BadValue, "acts");
    }
    if (!isOneOf(kWho, signing.by) || !isOneOf(kIdentitySeen, signing.identitySeen) ||
        !isOneOf(kSignedHow, signing.signedHow)) {
        return fail(ErrorCode::BadValue,
                    fmt::format("{}, {}, {}", signing.by, signing.identitySeen, signing.signedHow));
    }
    if (!signing.paperNumber.empty() && paperNumberUsed(signing.paperNumber)) {
        return fail(ErrorCode::PaperNumberUsed, signing.paperNumber);
    }
    Core core;
    core.type = actTypeName(signing.type);
    core.by = signing.by;
    core.number = signing.number;
    core.initials = signing.initials;
    core.date = signing.received;
    core.due = firstDue(signing.acts);
    core.edition = signing.edition;

    json acts = json::array();
    std::set<std::string> references;
    for (const ActDraft &draft : signing.acts) {
        GUICHET_ASSIGN(const std::string reference, parseReference(draft.reference));
        if (!references.insert(reference).second || get(reference)) {
            return fail(ErrorCode::BadValue, reference);
        }
        std::set<std::string> pieces(draft.piecesGiven.begin(), draft.piecesGiven.end());
        pieces.insert(draft.piecesMissing.begin(), draft.piecesMissing.end());
        if (pieces.size() != draft.piecesGiven.size() + draft.piecesMissing.size()) {
            return fail(ErrorCode::BadValue, "pieces");
        }
        if (draft.deemed && !isOneOf(kMeans, draft.deemed->means)) {
            return fail(ErrorCode::BadValue, draft.deemed->means);
        }
        GUICHET_ASSIGN(const json detail, parsedObject(draft.detail));
        GUICHET_ASSIGN(const json answers, parsedObject(draft.answers));
        const ActStatus status = optout ? Recorded : draft.piecesMissing.empty() ? Filed : Incomplete;
        acts.push_back({{"answers", answers},
                        {"complete_by", orNull(draft.completeBy)},
                        {"deemed", orNull(draft.deemed)},
                        {"detail", detail},
                        {"due", orNull(draft.due)},
                        {"given", draft.piecesGiven},
                        {"missing", draft.piecesMissing},
                        {"reference", reference},
                        {"status", actStatusName(status)},
                        {"subject", draft.subject}});
        if (optout) {
            core.scopes.push_back(draft.subject);
        } else {
            core.form = draft.subject;
        }
        if (core.reference.empty()) {
            core.reference = reference;
        }
    }
    GUICHET_ASSIGN(const json more, parsedObject(signing.more));
    const json details = withPapers({{"acts", acts},
                                     {"agent", signing.agent},
                                     {"by", signing.by},
                                     {"by_name", orNull(signing.byName)},
                                     {"deposited", orNull(signing.deposited)},
                                     {"edition", orNull(signing.edition)},
                                     {"identity_seen", signing.identitySeen},
                                     {"initials", orNull(signing.initials)},
                                     {"more", more},
                                     {"number", orNull(signing.number)},
                                     {"paper_number", orNull(signing.paperNumber)},
                                     {"person", signing.person},
                                     {"received", formatDate(signing.received)},
                                     {"signed", signing.signedHow},
                                     {"type", actTypeName(signing.type)},
                                     {"vitale_serial", orNull(signing.vitaleSerial)}},
                                    signing.papers);
    EntryDraft draft;
    draft.kind = optout ? "optout.registered" : "request.filed";
    draft.agent = signing.agent;
    GUICHET_ASSIGN(draft.core, formatCore(core));
    GUICHET_ASSIGN(draft.details, canonicalJson(details));
    draft.person = signing.person;
    draft.keepUntil = signing.keepUntil;
    draft.at = signing.at;
    GUICHET_ASSIGN(Entry entry, record(register_, draft, details));
    ActFilter filter;
    filter.receipt = core.reference;
    return Signed{list(filter), std::move(entry)};
}

Result<Slip> Acts::makeSlip(std::string_view agent, std::span<const std::string> references,
                            std::optional<CivilDate> keepUntil) {
    if (references.empty()) {
        return fail(ErrorCode::Nothing);
    }
    json lines = json::array();
    for (const std::string &reference : references) {
        GUICHET_ASSIGN(const Act act, get(reference));
        if (act.type != ActType::Optout || act.status != Recorded || !act.slip.empty()) {
            return fail(ErrorCode::WrongState, std::string(actStatusName(act.status)));
        }
        if (std::find(lines.begin(), lines.end(), json(act.reference)) != lines.end()) {
            return fail(ErrorCode::BadValue, act.reference);
        }
        lines.push_back(act.reference);
    }
    const std::string id = drawReference();
    const json details{{"agent", agent}, {"lines", lines}, {"slip", id}};
    EntryDraft draft;
    draft.kind = "slip.made";
    draft.agent = agent;
    GUICHET_ASSIGN(draft.core, canonicalJson({{"count", lines.size()}, {"slip", id}, {"type", "slip"}}));
    GUICHET_ASSIGN(draft.details, canonicalJson(details));
    draft.keepUntil = keepUntil;
    GUICHET_TRY(record(register_, draft, details));
    return slip(id);
}

Result<Signed> Acts::change(ActStatus to, const ActChange &change) {
    GUICHET_ASSIGN(const Act act, get(change.reference));
    // An incomplete request becomes `filed` by its pieces (addPieces), not by somebody saying so.
    if (!mayFollow(act.type, act.status, to) || to == Filed) {
        return fail(ErrorCode::WrongState, std::string(actStatusName(act.status)));
    }
    const json details{
        {"agent", change.agent},         {"edition", orNull(change.edition)}, {"evidence", orNull(change.evidence)},
        {"means", orNull(change.means)}, {"on", orNull(change.on)},           {"reference", act.reference},
        {"to", actStatusName(to)}};
    EntryDraft draft;
    draft.kind = act.type == ActType::Optout ? fmt::format("optout.{}", actStatusName(to))
                 : to == Withdrawn           ? "request.withdrawn"
                                             : "request.advanced";
    draft.agent = change.agent;
    GUICHET_ASSIGN(draft.core, formatCore(coreOf(act, change, actStatusName(to))));
    GUICHET_ASSIGN(draft.details, canonicalJson(details));
    draft.person = act.person;
    draft.keepUntil = prolong(register_.database(), act, change.keepUntil);
    draft.at = change.at;
    GUICHET_ASSIGN(Entry entry, record(register_, draft, details));
    GUICHET_ASSIGN(Act changed, get(act.reference));
    return Signed{{std::move(changed)}, std::move(entry)};
}

Result<Signed> Acts::add(const ActChange &change, const Addition &addition) {
    GUICHET_ASSIGN(Act act, get(change.reference));
    if (act.type != ActType::Request || (act.status != Incomplete && act.status != Filed && act.status != Forwarded)) {
        return fail(ErrorCode::WrongState, std::string(actStatusName(act.status)));
    }
    if (addition.pieces.empty() && addition.answers.empty()) {
        return fail(ErrorCode::UnknownPiece);
    }
    std::set<std::string> known(act.piecesGiven.begin(), act.piecesGiven.end());
    known.insert(addition.missing.begin(), addition.missing.end());
    for (const std::string &piece : addition.pieces) {
        if (!known.insert(piece).second) {
            return fail(ErrorCode::UnknownPiece, piece);
        }
    }
    if (addition.deemed && !isOneOf(kMeans, addition.deemed->means)) {
        return fail(ErrorCode::BadValue, addition.deemed->means);
    }
    json answers;
    if (!addition.answers.empty()) {
        GUICHET_ASSIGN(answers, parsedObject(addition.answers));
    }
    const ActStatus to = act.status == Incomplete && addition.missing.empty() ? Filed : act.status;
    act.due = addition.due;
    act.deemed = addition.deemed;
    const json details = withPapers({{"agent", change.agent},
                                     {"answers", answers},
                                     {"complete_by", orNull(addition.completeBy)},
                                     {"deemed", orNull(act.deemed)},
                                     {"due", orNull(act.due)},
                                     {"edition", orNull(change.edition)},
                                     {"evidence", orNull(change.evidence)},
                                     {"means", orNull(change.means)},
                                     {"missing", addition.missing},
                                     {"on", orNull(change.on)},
                                     {"pieces", addition.pieces},
                                     {"reference", act.reference},
                                     {"to", actStatusName(to)}},
                                    change.papers);
    EntryDraft draft;
    draft.kind = "request.piece-added";
    draft.agent = change.agent;
    GUICHET_ASSIGN(draft.core, formatCore(coreOf(act, change, kPieceAdded)));
    GUICHET_ASSIGN(draft.details, canonicalJson(details));
    draft.person = act.person;
    draft.keepUntil = prolong(register_.database(), act, change.keepUntil);
    draft.at = change.at;
    GUICHET_ASSIGN(Entry entry, record(register_, draft, details));
    GUICHET_ASSIGN(Act changed, get(act.reference));
    return Signed{{std::move(changed)}, std::move(entry)};
}

Result<Signed> Acts::note(ActNote note, const ActChange &change) {
    GUICHET_ASSIGN(Act act, get(change.reference));
    const json details{{"agent", change.agent},         {"evidence", orNull(change.evidence)},
                       {"means", orNull(change.means)}, {"note", actNoteName(note)},
                       {"on", orNull(change.on)},       {"reference", act.reference}};
    EntryDraft draft;
    draft.kind = fmt::format("{}.noted", actTypeName(act.type));
    draft.agent = change.agent;
    GUICHET_ASSIGN(draft.core, formatCore(coreOf(act, change, actNoteName(note))));
    GUICHET_ASSIGN(draft.details, canonicalJson(details));
    draft.person = act.person;
    draft.keepUntil = prolong(register_.database(), act, change.keepUntil);
    draft.at = change.at;
    GUICHET_ASSIGN(Entry entry, record(register_, draft, details));
    return Signed{{std::move(act)}, std::move(entry)};
}

Result<Act> Acts::get(std::string_view reference) {
    GUICHET_ASSIGN(const std::string written, parseReference(reference));
    auto row = register_.database().prepare(std::string(kActColumns) + "WHERE a.reference = ?");
    row.with(written);
    if (!row.step()) {
        return fail(ErrorCode::Nothing, written);
    }
    return actIn(register_.database(), row);
}

std::vector<Act> Acts::list(const ActFilter &filter) {
    const auto orNothing = [](std::string_view text) {
        return text.empty() ? std::nullopt : std::optional(std::string(text));
    };
    std::string sql(kActColumns);
    std::vector<std::pair<const char *, std::optional<std::string>>> conditions{
        {"s.person IN (SELECT ?1 UNION SELECT id FROM same_person WHERE of = ?1)", orNothing(filter.person)},
        {"s.type = ?", filter.type ? orNothing(actTypeName(*filter.type)) : std::nullopt},
        {"a.status = ?", filter.status ? orNothing(actStatusName(*filter.status)) : std::nullopt},
        {"a.slip = ?", orNothing(filter.slip)},
        {"a.receipt = ?", orNothing(filter.receipt)},
        {"a.status IN ('recorded', 'sent', 'incomplete', 'filed', 'forwarded') AND "
         "min(ifnull(a.due, '9999-12-31'), ifnull(a.complete_by, '9999-12-31'), ifnull(a.deemed_on, '9999-12-31')) <= "
         "?",
         filter.dueBefore ? std::optional(formatDate(*filter.dueBefore)) : std::nullopt},
    };
    const char *joint = "WHERE ";
    for (const auto &[condition, value] : conditions) {
        if (value) {
            sql.append(joint).append(condition);
            joint = " AND ";
        }
    }
    sql += " ORDER BY s.at, s.log, s.position, a.place LIMIT ?";
    auto row = register_.database().prepare(sql);
    int parameter = 0;
    for (const auto &[condition, value] : conditions) {
        if (value) {
            row.bind(++parameter, *value);
        }
    }
    row.bind(++parameter, filter.limit);
    std::vector<Act> acts;
    while (row.step()) {
        acts.push_back(actIn(register_.database(), row));
    }
    return acts;
}

std::vector<Act> Acts::waitingForSlip() {
    auto row = register_.database().prepare(
        std::string(kActColumns) +
        "WHERE a.status = 'recorded' AND a.slip IS NULL ORDER BY s.at, s.log, s.position, a.place");
    std::vector<Act> acts;
    while (row.step()) {
        acts.push_back(actIn(register_.database(), row));
    }
    return acts;
}

std::vector<Act> Acts::due(CivilDate onOrBefore) {
    ActFilter filter;
    filter.dueBefore = onOrBefore;
    return list(filter);
}

Result<std::vector<ActStep>> Acts::steps(std::string_view reference) {
    GUICHET_ASSIGN(const Act act, get(reference));
    auto row =
        register_.database().prepare(std::string(kStepColumns) + "WHERE t.reference = ? ORDER BY t.log, t.position");
    row.with(act.reference);
    std::vector<ActStep> steps;
    while (row.step()) {
        steps.push_back(stepIn(row, static_cast<int>(steps.size()) + 1));
    }
    return steps;
}

std::vector<std::pair<std::string, ActStep>> Acts::notes(ActNote note) {
    auto row = register_.database().prepare(std::string(kStepColumns) + "WHERE t.what = ? ORDER BY t.log, t.position");
    row.with(actNoteName(note));
    std::vector<std::pair<std::string, ActStep>> notes;
    std::map<std::string, int> counts;
    while (row.step()) {
        std::string reference = row.text(8);
        const int number = ++counts[reference];
        notes.emplace_back(std::move(reference), stepIn(row, number));
    }
    return notes;
}

std::vector<ActCourse> Acts::courses(CivilDate from, CivilDate to) {
    auto row = register_.database().prepare(
        "SELECT s.type, a.subject, a.status, coalesce(s.deposited, s.received), a.due, a.deemed_rule, a.deemed_means, "
        "a.deemed_on, EXISTS (SELECT 1 FROM act_piece p WHERE p.reference = a.reference AND p.given = 0), t.on_day, "
        "t.at, a.receipt FROM act a JOIN act_signing s ON s.receipt = a.receipt LEFT JOIN act_step t ON t.reference = "
        "a.reference "
        "AND t.what IN ('confirmed', 'refused', 'decided-yes', 'decided-no') AND NOT EXISTS (SELECT 1 FROM act_step l "
        "WHERE l.reference = t.reference AND l.what IN ('confirmed', 'refused', 'decided-yes', 'decided-no') AND "
        "(l.log, l.position) > (t.log, t.position)) WHERE coalesce(s.deposited, s.received) BETWEEN ?1 AND ?2 "
        "ORDER BY a.reference");
    row.with(formatDate(from), formatDate(to));
    std::vector<ActCourse> courses;
    while (row.step()) {
        ActCourse course;
        course.type = row.text(0) == "optout" ? ActType::Optout : ActType::Request;
        course.receipt = row.text(11);
        course.subject = row.text(1);
        course.status = parseActStatus(row.text(2)).value_or(Recorded); // the table's CHECK knows no other
        course.deposited = dayIn(row, 3).value_or(CivilDate{});
        course.due = dayIn(row, 4);
        if (!row.isNull(5)) {
            course.deemed = DeemedRule{row.text(5), row.text(6), dayIn(row, 7)};
        }
        course.missesPieces = row.number(8) != 0;
        course.decidedOn = dayIn(row, 9);
        if (!row.isNull(10)) {
            course.decidedAt = instantIn(row, 10);
        }
        courses.push_back(std::move(course));
    }
    return courses;
}

Result<std::vector<EntryId>> Acts::receipts(const Act &act) {
    GUICHET_ASSIGN(const std::vector<ActStep> all, steps(act.reference));
    std::vector<EntryId> entries{act.entry};
    for (const ActStep &step : all) {
        if (step.what == kPieceAdded) {
            entries.push_back(step.entry);
        }
    }
    return entries;
}

Result<std::vector<KeptPaper>> Acts::papers(const EntryId &entry) {
    GUICHET_ASSIGN(const StoredEntry stored, register_.get(entry));
    const json details = stored.payload ? json::parse(stored.payload->details, nullptr, false) : json();
    if (!details.is_object() || !details.contains("papers")) {
        return fail(ErrorCode::Nothing, entry.origin);
    }
    std::vector<KeptPaper> papers;
    for (const auto &[language, digest] : details.at("papers").items()) {
        papers.push_back(
            {language, digest.get<std::string>(), details.at("private").at("words").at(language).get<std::string>()});
    }
    return papers;
}

Result<Slip> Acts::slip(std::string_view id) {
    GUICHET_ASSIGN(const std::string written, parseReference(id));
    auto row = register_.database().prepare("SELECT s.at, s.agent, g.origin, s.position FROM act_slip s "
                                            "JOIN register_log g ON g.log = s.log WHERE s.slip = ?");
    row.with(written);
    if (!row.step()) {
        return fail(ErrorCode::Nothing, written);
    }
    Slip slip{written, instantIn(row, 0), row.text(1), {}, {row.text(2), static_cast<std::uint64_t>(row.number(3))}};
    auto line = register_.database().prepare("SELECT line, reference FROM act_slip_line WHERE slip = ? ORDER BY line");
    line.with(written);
    while (line.step()) {
        slip.lines.push_back({static_cast<int>(line.number(0)), line.text(1)});
    }
    return slip;
}

namespace {

/// Applies every entry whose payload is there to the tables of `into`. What can't be applied is named.
std::vector<std::string> applyAll(Database &from, Database &into) {
    std::vector<std::string> problems;
    Projection projection(into);
    auto row = from.prepare("SELECT p.log, p.position, l.bytes, p.details, g.origin FROM register_payload p "
                            "JOIN register_leaf l ON l.log = p.log AND l.position = p.position "
                            "JOIN register_log g ON g.log = p.log ORDER BY p.log, p.position");
    while (row.step()) {
        const std::string name = fmt::format("entry {} {}", row.text(4), row.number(1));
        const auto leaf = parseLeaf(row.text(2));
        if (!leaf) {
            problems.push_back(name);
            continue;
        }
        try {
            projection.apply(leaf->kind, {row.number(0), row.number(1), leaf->at.time_since_epoch().count()},
                             json::parse(row.text(3)));
        } catch (const json::exception &) {
            problems.push_back(name);
        } catch (const DatabaseError &error) {
            if (!error.isConstraint()) {
                throw;
            }
            problems.push_back(name);
        }
    }
    return problems;
}

struct TableDump {
    const char *table;
    const char *key; ///< what a difference is called by
    const char *row;
};
constexpr std::array kDumps{
    TableDump{"act_signing", "receipt",
              "quote(type) || quote(person) || quote(by_who) || quote(by_name) || quote(identity_seen) || "
              "quote(vitale_serial) || quote(signed_how) || quote(received) || quote(deposited) || quote(paper_number) "
              "|| quote(number) || quote(initials) || quote(edition) || quote(more) || quote(author) || quote(at) || "
              "',' || log || ',' || position"},
    TableDump{"act", "reference",
              "quote(receipt) || place || quote(subject) || quote(status) || quote(detail) || quote(answers) || "
              "quote(due) || quote(slip) || quote(complete_by) || quote(deemed_rule) || quote(deemed_means) || "
              "quote(deemed_on)"},
    TableDump{"act_piece", "reference || ' ' || place", "quote(piece) || given"},
    TableDump{"act_step", "reference || ' ' || log || ' ' || position",
              "at || quote(what) || quote(means) || quote(evidence) || quote(on_day) || quote(agent)"},
    TableDump{"act_slip", "slip", "at || quote(agent) || log || ',' || position"},
    TableDump{"act_slip_line", "slip || ' ' || line", "quote(reference)"},
};

std::map<std::string, std::string> dump(Database &database, const TableDump &table) {
    std::map<std::string, std::string> rows;
    auto row = database.prepare(fmt::format("SELECT {}, {} FROM {}", table.key, table.row, table.table));
    while (row.step()) {
        rows.emplace(row.text(0), row.text(1));
    }
    return rows;
}

} // namespace

Result<void> Acts::rebuild() {
    Database &database = register_.database();
    Projection(database).clear();
    if (const auto problems = applyAll(database, database); !problems.empty()) {
        return fail(ErrorCode::StoreDamaged, problems.front());
    }
    return {};
}

std::vector<std::string> Acts::check() {
    Database &database = register_.database();
    Database rebuilt = Database::memory();
    // The register's tables, which the projections refer to, are not there.
    rebuilt.execute("PRAGMA foreign_keys = OFF");
    {
        auto row =
            database.prepare("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('act_signing', 'act', 'act_piece', "
                             "'act_step', 'act_slip', 'act_slip_line') AND sql IS NOT NULL ORDER BY type DESC");
        while (row.step()) {
            rebuilt.execute(row.text(0));
        }
    }
    std::vector<std::string> differences = applyAll(database, rebuilt);
    for (const TableDump &table : kDumps) {
        const auto stored = dump(database, table);
        const auto right = dump(rebuilt, table);
        for (const auto &[key, row] : stored) {
            const auto other = right.find(key);
            if (other == right.end() || other->second != row) {
                differences.push_back(fmt::format("{} {}", table.table, key));
            }
        }
        for (const auto &[key, row] : right) {
            if (!stored.contains(key)) {
                differences.push_back(fmt::format("{} {}", table.table, key));
            }
        }
    }
    return differences;
}

} // namespace guichet::storage
