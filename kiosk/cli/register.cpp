// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/text.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/register_checks.h"
#include "kiosk/counter/verify_paper.h"
#include "kiosk/papers/words.h"
#include "storage/database.h"
#include "storage/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guichet::kiosk::cli {
namespace {

constexpr std::size_t kTextLimitBytes = 1U << 20U;
constexpr std::size_t kPaperLimitBytes = 64U << 20U;

Result<std::optional<std::string>> fileOf(const Call &call, std::string_view option) {
    const auto file = call.arguments().value(option);
    if (!file) {
        return std::optional<std::string>();
    }
    GUICHET_ASSIGN(const Bytes bytes, readFile(*file, kTextLimitBytes));
    return std::optional(std::string(asText(bytes)));
}

Json badJson(const storage::Verification &verification) {
    if (!verification.firstBad) {
        return nullptr;
    }
    return {{"log", verification.firstBad->entry.origin},
            {"index", verification.firstBad->entry.index},
            {"what", verification.firstBad->what}};
}

/// "opposition à l’ouverture…", or the form's title: as the catalogue has them now.
std::string askedWords(const storage::Core &core, const Texts &say) {
    std::vector<std::string> titles;
    for (const std::string &id : core.scopes) {
        const Scope *scope = say.catalogue().scope(id);
        titles.push_back(scope == nullptr ? id : scope->title.in(say.language()));
    }
    if (!core.form.empty()) {
        const Form *form = say.catalogue().form(core.form);
        titles.push_back(form == nullptr ? core.form : form->title.in(say.language()));
    }
    return join(titles, " ; ");
}

/// What a genuine seal or proof says, in plain words. No store is open, so the agency's time zone is not known: `paris`
/// has the days of what has none of its own.
std::string plainWords(Call &call, const Texts &say, const Calendar &paris, const Verified &verified) {
    const auto day = [&](Instant at) {
        return papers::longDate(say, paris.dayOf(at)) + call.say(" (heure de Paris)", " (Paris time)");
    };
    if (!verified.ok) {
        return call.say("Ce n’est pas ce que ce guichet a écrit.", "This is not what this counter wrote.");
    }
    if (verified.core) {
        const storage::Core &core = *verified.core;
        const bool later = !core.what.empty();
        std::string text = fmt::format(
            fmt::runtime(later ? call.say("Le {}, ce guichet a enregistré ce qui complète la demande {} de {} : {}.",
                                          "On {}, this counter recorded what completes the request {} of {}: {}.")
                               : call.say("Le {}, ce guichet a reçu la demande {} de {} : {}.",
                                          "On {}, this counter received the request {} of {}: {}.")),
            core.date ? papers::longDate(say, *core.date) : day(verified.leaf->at), core.reference,
            core.initials.empty() ? call.say("une personne sans nom", "a person without a name") : core.initials,
            askedWords(core, say));
        // A paper that was keyed in later: the seal has the day of deposit and the moment it was written.
        if (core.date && *core.date < paris.dayOf(verified.leaf->at)) {
            text += " " + fmt::format(fmt::runtime(call.say("C’est inscrit au registre depuis le {}.",
                                                            "It has been in the register since {}.")),
                                      day(verified.leaf->at));
        }
        if (core.due) {
            text += " " + fmt::format(
                              fmt::runtime(call.say("Une réponse est attendue le {}.", "An answer is expected on {}.")),
                              papers::longDate(say, *core.due));
        }
        text += " " + call.say("Cela prouve ce qui a été écrit ici et quand, pas ce qu’un autre en a fait.",
                               "This proves what was written here and when, not what somebody else did about it.");
        if (verified.content == Verified::Content::Differs) {
            text += " " + call.say("Mais le texte de ce papier n’est pas celui qui a été scellé.",
                                   "But the text of this paper is not what was sealed.");
        } else if (verified.content == Verified::Content::Matches && verified.copies > 0) {
            text += " " + call.say("La copie pour lecture est bien celle de ce reçu ; le français fait foi.",
                                   "The reading copy is the one of this receipt; the French prevails.");
        }
        return text;
    }
    if (verified.leaf) {
        return fmt::format(fmt::runtime(call.say("L’entrée {} ({}) est dans le registre depuis le {}.",
                                                 "Entry {} ({}) has been in the register since {}.")),
                           verified.leaf->index, verified.leaf->kind, day(verified.leaf->at));
    }
    return fmt::format(fmt::runtime(call.say("Le registre {} avait {} entrées.", "The register {} had {} entries.")),
                       verified.head->origin, verified.head->size);
}

Answer headAnswer(const Call &call, const RegisterHead &head) {
    return answer({{"entries", head.head.size},
                   {"ok", true},
                   {"root", toBase64(head.head.root)},
                   {"checkpoint", head.checkpoint},
                   {"key", head.key},
                   {"first_bad", nullptr},
                   {"consistent", nullptr},
                   {"proof", nullptr}},
                  head.checkpoint + "\n" + call.say("Clé : ", "Key: ") + head.key);
}

} // namespace

Result<Answer> registerVerify(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto against, fileOf(call, "against"));
    GUICHET_ASSIGN(const RegisterFindings findings, verifyRegister(desk, against));
    const storage::Verification &verification = findings.verification;
    std::optional<Error> but;
    std::string text = fmt::format(fmt::runtime(call.say("{} entrées, toutes intactes.", "{} entries, all whole.")),
                                   verification.entries);
    if (!verification.ok) {
        text = fmt::format(fmt::runtime(call.say("{} entrées.", "{} entries.")), verification.entries);
        but = Error{ErrorCode::VerifyFailed,
                    verification.firstBad ? fmt::format("{} {} ({})", verification.firstBad->entry.origin,
                                                        verification.firstBad->entry.index, verification.firstBad->what)
                                          : std::string("register"),
                    {}};
    } else if (findings.consistent == false) {
        but = Error{
            ErrorCode::VerifyFailed,
            call.say("il ne continue pas le point de contrôle donné", "it does not continue the checkpoint given"),
            {}};
    } else if (findings.consistent) {
        text += " " + call.say("Le registre continue le point de contrôle donné.",
                               "The register continues the checkpoint given.");
    }
    return answer({{"entries", verification.entries},
                   {"ok", findings.good()},
                   {"first_bad", badJson(verification)},
                   {"consistent", findings.consistent ? Json(*findings.consistent) : Json(nullptr)},
                   {"root", toBase64(verification.head.root)},
                   {"checkpoint", findings.checkpoint},
                   {"key", findings.key},
                   {"proof", nullptr}},
                  text, but);
}

Result<Answer> registerCheckpoint(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(call.checkOutput());
    GUICHET_ASSIGN(const RegisterHead head, kiosk::registerCheckpoint(desk));
    GUICHET_TRY(call.writeOutput(asBytes(head.checkpoint)));
    return headAnswer(call, head);
}

Result<Answer> registerAccept(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const RegisterHead head, acceptRollback(desk));
    return headAnswer(call, head);
}

Result<Answer> registerProve(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_ASSIGN(const auto checkpoint, fileOf(call, "checkpoint"));
    GUICHET_ASSIGN(const EntryProof proof, proveEntry(desk, call.arguments().get("REF"), checkpoint));
    GUICHET_TRY(call.writeOutput(asBytes(proof.proof)));
    GUICHET_ASSIGN(const RegisterHead head, kiosk::registerCheckpoint(desk));
    return answer({{"proof", proof.proof},
                   {"key", proof.key},
                   {"index", proof.entry.index},
                   {"entries", head.head.size},
                   {"root", toBase64(head.head.root)},
                   {"checkpoint", head.checkpoint},
                   {"ok", true},
                   {"first_bad", nullptr},
                   {"consistent", nullptr}},
                  proof.proof);
}

namespace {

/// The given key; else the keys of the store, in which anyone may look these up.
Result<std::vector<storage::VerifierKey>> keysFor(Call &call) {
    if (const auto keyFile = call.arguments().value("key")) {
        return readKeys(*keyFile);
    }
    if (call.globals().agent) {
        const auto desk = call.desk();
        if (desk) {
            return knownKeys(desk->get());
        }
        if (desk.error().code != ErrorCode::WhoActs) {
            return fail(desk.error());
        }
    }
    GUICHET_TRY(storage::Store::identify(call.globals().store));
    return readKeys(publishedKeysFile(call.globals().store));
}

/// What can only mean that the file is not what was sealed.
bool isOfTheFile(ErrorCode code) {
    return code == ErrorCode::VerifyFailed || code == ErrorCode::Unreadable || code == ErrorCode::Encrypted ||
           code == ErrorCode::TooLarge || code == ErrorCode::ReaderFailed;
}

std::string problemWords(const Call &call, const std::string &problem) {
    if (problem == "key") {
        return call.say("signé par une autre clé que celle de ce registre",
                        "signed with another key than this register’s");
    }
    if (problem == "signature" || problem == "path") {
        return call.say("le contenu a été changé depuis la signature", "the content was changed after it was signed");
    }
    if (problem == kReceiptAttachment) {
        return call.say("ce PDF ne porte pas de sceau", "this PDF carries no seal");
    }
    if (problem == "form" || problem == "note" || problem == "proof") {
        return call.say("ni papier scellé, ni sceau, ni preuve, ni point de contrôle qui se lise",
                        "no sealed paper, seal, proof or checkpoint that can be read");
    }
    return problem;
}

} // namespace

Result<Answer> verify(Call &call) {
    const std::string file = call.arguments().get("FILE");
    GUICHET_ASSIGN(const Bytes bytes, file == "-" ? call.input(kPaperLimitBytes) : readFile(file, kPaperLimitBytes));
    GUICHET_ASSIGN(const auto keys, keysFor(call));
    GUICHET_ASSIGN(Machine & machine, call.machine());
    const auto result = verifyBytes(machine, bytes, keys);
    Verified verified;
    if (result) {
        verified = *result;
    } else if (isOfTheFile(result.error().code)) {
        verified.problem = result.error().code == ErrorCode::VerifyFailed ? result.error().detail : "form";
    } else {
        return fail(result.error());
    }
    std::optional<Error> but;
    if (!verified.ok) {
        but = Error{ErrorCode::VerifyFailed, problemWords(call, verified.problem), {}};
    } else if (verified.content == Verified::Content::Differs) {
        but = Error{
            ErrorCode::VerifyFailed,
            call.say("le texte du papier n’est pas celui qui a été scellé", "the paper’s text is not what was sealed"),
            {}};
    }
    GUICHET_ASSIGN(const Calendar paris, Calendar::make("Europe/Paris", "metropole", machine.catalogue));
    const std::string says = plainWords(call, textsOf(call, machine), paris, verified);
    return answer({{"ok", !but},
                   {"content", std::string(toText(verified.content))},
                   {"reference", verified.core ? textOrNull(verified.core->reference) : Json(nullptr)},
                   {"sealed_at", verified.leaf && verified.ok ? Json(formatInstant(verified.leaf->at)) : Json(nullptr)},
                   {"says", says}},
                  says, but);
}

namespace {

/// A damaged page shows itself at any statement.
Result<std::reference_wrapper<Desk>> openedOrDamaged(Call &call) {
    try {
        return call.desk();
    } catch (const storage::DatabaseError &error) {
        return fail(error.asError("guichet.db"));
    }
}

} // namespace

Result<Answer> check(Call &call) {
    std::vector<storage::Problem> problems;
    const auto opened = openedOrDamaged(call);
    if (opened) {
        GUICHET_ASSIGN(problems, checkStore(opened->get()));
    } else if (opened.error().code == ErrorCode::StoreDamaged || opened.error().code == ErrorCode::NotEncrypted) {
        // A store that can't be opened is reported on too, as far as it can be seen from outside.
        problems = storage::checkFolder(call.globals().store);
        problems.push_back({"open", errorMessage(opened.error(), call.language())});
    } else {
        return fail(opened.error());
    }
    Json list = Json::array();
    Columns table;
    for (const storage::Problem &problem : problems) {
        list.push_back({{"part", problem.part}, {"what", problem.what}});
        table.add({problem.part, problem.what});
    }
    std::optional<Error> but;
    if (!problems.empty()) {
        but = Error{ErrorCode::StoreDamaged, problems.front().part, problems.front().what};
    }
    return answer({{"ok", problems.empty()}, {"problems", list}},
                  problems.empty() ? call.say("Tout est en ordre.", "Everything is in order.") : table.text(), but);
}

} // namespace guichet::kiosk::cli
