// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <algorithm>
#include <array>

namespace guichet {
namespace {

using enum ErrorCode;

constexpr std::array kTexts{
    ErrorText{Usage, "usage", 2, "La commande n’est pas comprise : {}. Voir « guichet --help ».",
              "The command is not understood: {}. See “guichet --help”."},
    ErrorText{UnknownCommand, "unknown-command", 2, "Il n’y a pas de commande « {} ». « guichet --help » les liste.",
              "There is no command “{}”. “guichet --help” lists them."},
    ErrorText{UnknownOption, "unknown-option", 2,
              "L’option « {} » n’existe pas ici. Ajouter --help pour voir celles qui existent.",
              "There is no option “{}” here. Add --help to see those that exist."},
    ErrorText{MissingOption, "missing-option", 2, "Il manque l’option {}.", "The option {} is missing."},
    ErrorText{BadValue, "bad-value", 2, "Cette valeur ne convient pas : {}.", "This value does not fit: {}."},
    ErrorText{
        BadRow, "bad-row", 2,
        "Cette ligne ne se lit pas : vérifier les guillemets, le nombre de colonnes, et que le fichier est en UTF-8.",
        "This row can’t be read: check quotes, the number of columns, and that the file is UTF-8."},
    ErrorText{BadConfig, "bad-config", 2, "Le fichier de configuration a une erreur : {}.",
              "The configuration file has a mistake: {}."},
    ErrorText{BadDate, "bad-date", 2, "« {} » n’est pas une date. Écrire AAAA-MM-JJ, par exemple 1941-04-03.",
              "“{}” is not a date. Write YYYY-MM-DD, for example 1941-04-03."},
    ErrorText{UnknownSetting, "unknown-setting", 2,
              "Il n’y a pas de réglage « {} ». « guichet settings list » les liste.",
              "There is no setting “{}”. “guichet settings list” lists them."},
    ErrorText{NotADemoStore, "not-a-demo-store", 2, "{} n’est permis que dans un espace de démonstration.",
              "{} is allowed in a demo store only."},
    ErrorText{NirLength, "nir-length", 2, "Le numéro de sécurité sociale a 13 caractères, ou 15 avec sa clé.",
              "The social security number has 13 characters, or 15 with its key."},
    ErrorText{NirFormat, "nir-format", 2, "Ce n’est pas un numéro de sécurité sociale : vérifier chaque chiffre.",
              "This is not a social security number: check each digit."},
    ErrorText{NirKey, "nir-key", 2, "La clé ne correspond pas au numéro : vérifier les 15 chiffres.",
              "The key does not match the number: check the 15 digits."},
    ErrorText{NameAlone, "name-alone", 2, "Un nom seul ne suffit pas : demander la date de naissance.",
              "A name alone is not enough: ask for the date of birth."},
    ErrorText{NameTooLong, "name-too-long", 2, "Trois lettres du nom suffisent, pas plus.",
              "Three letters of the name are enough, no more."},
    ErrorText{NoSearch, "no-search", 2,
              "Donner le numéro de sécurité sociale, ou la date de naissance et trois lettres.",
              "Give the social security number, or the date of birth and three letters."},
    ErrorText{BadReference, "bad-reference", 2, "« {} » n’est pas une référence : une lettre est peut-être mal lue.",
              "“{}” is not a reference: a letter may have been misread."},
    ErrorText{FutureDate, "future-date", 2, "La date {} est dans l’avenir.", "The date {} is in the future."},
    ErrorText{UnknownScope, "unknown-scope", 2,
              "Il n’y a pas d’opposition « {} ». « guichet optout scopes » les liste.",
              "There is no opt-out “{}”. “guichet optout scopes” lists them."},
    ErrorText{ScopeNotAvailable, "scope-not-available", 2, "« {} » n’est pas encore ouvert.",
              "“{}” is not available yet."},
    ErrorText{ScopeDetail, "scope-detail", 2, "Il manque une précision, ou elle n’a pas lieu d’être : {}.",
              "A detail is missing, or has no place here: {}."},
    ErrorText{UnknownForm, "unknown-form", 2, "Il n’y a pas de formulaire « {} ». « guichet request forms » les liste.",
              "There is no form “{}”. “guichet request forms” lists them."},
    ErrorText{UnknownField, "unknown-field", 2, "Ce formulaire n’a pas de case « {} ».",
              "This form has no field “{}”."},
    ErrorText{MissingField, "missing-field", 2, "Il manque une réponse : {}.", "An answer is missing: {}."},
    ErrorText{UnknownPiece, "unknown-piece", 2, "Ce formulaire ne demande pas la pièce « {} ».",
              "This form does not ask for the piece “{}”."},
    ErrorText{FieldNotAPiece, "field-not-a-piece", 2,
              "« {} » est une réponse, pas une pièce : la donner avec --answers.",
              "“{}” is an answer, not a piece: give it with --answers."},
    ErrorText{CatalogueMistake, "catalogue-mistake", 2, "Le catalogue a une erreur : {}.",
              "The catalogue has a mistake: {}."},
    ErrorText{WhoActs, "who-acts", 3,
              "Il faut dire qui agit : --agent CODE, et le code personnel par --pin-file ou au clavier.",
              "Say who acts: --agent CODE, and the PIN by --pin-file or at the keyboard."},
    ErrorText{WrongPin, "wrong-pin", 3, "L’agent ou le code personnel n’est pas le bon.",
              "The agent or the PIN is not the right one."},
    ErrorText{TooSoon, "too-soon", 3, "Trop d’essais : attendre encore {}.", "Too many tries: wait another {}."},
    ErrorText{LockedOut, "locked-out", 3, "L’accès est bloqué après trop d’essais. Un administrateur peut le rouvrir.",
              "Access is locked after too many tries. An administrator can open it again."},
    ErrorText{AgentDisabled, "agent-disabled", 3, "Cet agent n’a plus accès à ce guichet.",
              "This agent no longer has access to this counter."},
    ErrorText{NotAllowed, "not-allowed", 3, "Ce rôle ne permet pas cette action : {}.",
              "This role does not allow this: {}."},
    ErrorText{NotForThem, "not-for-them", 3, "Cela ne peut pas être montré ni remis à qui est là.",
              "This can be neither shown nor handed to who is here."},
    ErrorText{IdentityNotShown, "identity-not-shown", 3,
              "Il faut d’abord vérifier l’identité ou le mandat. Une demande, elle, peut toujours être reçue.",
              "Identity or mandate must be checked first. A request can always be received."},
    ErrorText{Nobody, "nobody", 4, "Personne n’est trouvé.", "Nobody was found."},
    ErrorText{Nothing, "nothing", 4, "Rien de ce nom : {}.", "Nothing of that name: {}."},
    ErrorText{NothingWaits, "nothing", 4,
              "Aucune opposition signée n’attend de bordereau. « guichet optout list » montre où elles en sont.",
              "No signed opt-out waits for a slip. “guichet optout list” shows where they stand."},
    ErrorText{NoStore, "no-store", 1,
              "Il n’y a pas d’espace de données dans {}. « guichet init » ou « guichet demo » en fait un.",
              "There is no store in {}. “guichet init” or “guichet demo” makes one."},
    ErrorText{StoreExists, "store-exists", 1, "Il y a déjà un espace de données dans {} : rien n’a été changé.",
              "There is already a store in {}: nothing was changed."},
    ErrorText{NotEmpty, "not-empty", 1, "Le dossier {} n’est pas vide : rien n’a été changé.",
              "The folder {} is not empty: nothing was changed."},
    ErrorText{StoreNewer, "store-newer", 1,
              "Cet espace a été écrit par une version plus récente ({}). Mettre Guichet à jour ; rien n’a été changé.",
              "This store was written by a newer version ({}). Update Guichet; nothing was changed."},
    ErrorText{StoreDamaged, "store-damaged", 1,
              "L’espace de données est endommagé : {}. Ne rien écrire ; restaurer une sauvegarde.",
              "The store is damaged: {}. Write nothing; restore a backup."},
    ErrorText{NotEncrypted, "not-encrypted", 1, "Les données ne sont pas chiffrées : {}. Le programme s’arrête.",
              "The data is not encrypted: {}. The program stops."},
    ErrorText{MachineKeyMissing, "machine-key-missing", 1,
              "La clé de cette machine n’est pas là : {}. La remettre, ou rouvrir l’espace avec le code de secours : "
              "« guichet agent reset-pin CODE --recovery-file FICHIER ».",
              "The key of this machine is not there: {}. Put it back, or open the store again with the recovery code: "
              "“guichet agent reset-pin CODE --recovery-file FILE”."},
    ErrorText{Busy, "busy", 1, "Un autre programme écrit en ce moment. Essayer de nouveau.",
              "Another program is writing just now. Try again."},
    ErrorText{RolledBack, "rolled-back", 1,
              "Le registre est plus court que la dernière fois, ou différent : lecture seule, jusqu’à ce qu’un "
              "responsable l’accepte : « guichet register accept ».",
              "The register is shorter than last time, or different: read-only until a supervisor accepts it: "
              "“guichet register accept”."},
    ErrorText{Fork, "fork", 1, "Deux registres portent la même entrée avec un contenu différent : {}.",
              "Two registers hold the same entry with different content: {}."},
    ErrorText{DiskFull, "disk-full", 1,
              "Le disque est plein : {} n’a pas pu être écrit. Faire de la place, puis recommencer.",
              "The disk is full: {} could not be written. Make room, then try again."},
    ErrorText{FileNotFound, "file-not-found", 1, "Le fichier {} n’existe pas.", "The file {} does not exist."},
    ErrorText{FileUnreadable, "file-unreadable", 1, "Le fichier {} ne peut pas être lu : vérifier ses droits.",
              "The file {} can’t be read: check its permissions."},
    ErrorText{
        FileUnwritable, "file-unwritable", 1,
        "{} ne peut pas être écrit : vérifier les droits du dossier, et que le disque n’est pas en lecture seule.",
        "{} can’t be written: check the folder’s permissions, and that the disk is not read-only."},
    ErrorText{FolderMissing, "folder-missing", 1, "Le dossier {} n’existe pas : le créer d’abord.",
              "The folder {} does not exist: make it first."},
    ErrorText{MentionMissing, "mention-missing", 1,
              "Ce papier ne peut pas être fait : il manque le réglage {}. « guichet settings set {}=… » le remplit.",
              "This paper can’t be made: the setting {} is missing. “guichet settings set {}=…” fills it."},
    ErrorText{NotPrintable, "not-printable", 1, "Ce document ne peut pas être imprimé : {}.",
              "This document can’t be printed: {}."},
    ErrorText{WrongState, "wrong-state", 1, "Ce n’est pas possible dans l’état actuel : {}.",
              "This is not possible in the present state: {}."},
    ErrorText{AlreadyDone, "already-done", 1, "C’est déjà fait : {}.", "This is done already: {}."},
    ErrorText{AgentExists, "agent-exists", 1, "Il y a déjà un agent {}.", "There is already an agent {}."},
    ErrorText{PersonExists, "person-exists", 1, "Une personne a déjà ce numéro : la chercher d’abord.",
              "A person has this number already: search for them first."},
    ErrorText{PaperNumberUsed, "paper-number-used", 1, "Le papier numéro {} a déjà été saisi.",
              "The paper number {} has already been keyed in."},
    ErrorText{PrinterUnknown, "printer-unknown", 4, "Il n’y a pas d’imprimante « {} ».", "There is no printer “{}”."},
    ErrorText{PrinterRefused, "printer-refused", 1, "L’imprimante, ou CUPS, refuse : {}.",
              "The printer, or CUPS, refuses: {}."},
    ErrorText{PrinterUnreachable, "printer-unreachable", 1,
              "L’imprimante ne répond pas : {}. Vérifier qu’elle est allumée et branchée.",
              "The printer does not answer: {}. Check that it is on and plugged in."},
    ErrorText{PrinterReplaced, "printer-replaced", 1,
              "Une autre imprimante a pris le nom {} : rien ne lui a été envoyé. Un administrateur la choisit de "
              "nouveau : « guichet printer add {} ».",
              "Another printer has taken the name {}: nothing was sent to it. An administrator chooses it again: "
              "“guichet printer add {}”."},
    ErrorText{NoPrinter, "no-printer", 1,
              "Aucune imprimante n’est choisie. Un administrateur en choisit une : « guichet settings set printer=… ».",
              "No printer is chosen. An administrator chooses one: “guichet settings set printer=…”."},
    ErrorText{ReaderFailed, "reader-failed", 1, "Le lecteur de documents s’est arrêté : {}.",
              "The document reader stopped: {}."},
    ErrorText{ReaderMissing, "reader-missing", 1,
              "Le programme guichet-reader n’est pas là où il devrait être : {}. Réinstaller Guichet.",
              "The program guichet-reader is not where it should be: {}. Install Guichet again."},
    ErrorText{NoDisplay, "no-display", 1,
              "Il n’y a pas d’écran ici. Tout se fait aussi par commandes : « guichet --help ».",
              "There is no display here. Everything can be done by command too: “guichet --help”."},
    ErrorText{VerifyFailed, "verify-failed", 1, "La vérification échoue : {}.", "The verification fails: {}."},
    ErrorText{BadRecoveryCode, "bad-recovery-code", 3, "Ce n’est pas le code de secours de cet espace.",
              "This is not the recovery code of this store."},
    ErrorText{NoAddressee, "no-addressee", 1, "Aucun destinataire n’est réglé ({}) : rien n’est marqué comme transmis.",
              "No addressee is set ({}): nothing is marked as sent."},
    ErrorText{TextMissing, "text-missing", 1, "Un texte manque au catalogue : {}. Réinstaller Guichet.",
              "A text is missing from the catalogue: {}. Install Guichet again."},
    ErrorText{Interrupted, "interrupted", 1, "Arrêté en chemin. Ce qui était fait reste fait.",
              "Stopped on the way. What was done stays done."},
    ErrorText{StoppedUndone, "interrupted", 1, "Arrêté en chemin. Rien n’a changé.",
              "Stopped on the way. Nothing has changed."},
    ErrorText{Unexpected, "unexpected", 1,
              "Une erreur que le programme ne connaît pas : {}. Rien n’est perdu ; recommencer, puis la signaler.",
              "An error that the program does not know: {}. Nothing is lost; try again, then report it."},
    ErrorText{PartlyDone, "partly-done", 5, "Fait en partie : {} refusé(s), chacun nommé.",
              "Done in part: {} rejected, each named."},
    ErrorText{NotXml, "not-xml", 1, "{} n’est pas du XML.", "{} is not XML."},
    ErrorText{NotCda, "not-cda", 1, "{} n’est pas un document médical CDA.", "{} is not a CDA medical document."},
    ErrorText{TooLarge, "too-large", 1, "{} est trop gros.", "{} is too large."},
    ErrorText{TooDeep, "too-deep", 1, "{} est trop profond.", "{} is nested too deeply."},
    ErrorText{NoPerson, "no-person", 1, "{} ne dit pas de quelle personne il s’agit.",
              "{} does not say whose document it is."},
    ErrorText{LiveIdentityInDemo, "live-identity-in-demo", 1, "{} porte un vrai numéro : refusé en démonstration.",
              "{} carries a real number: refused in a demo store."},
    ErrorText{TestIdentityInLive, "test-identity-in-live", 1, "{} porte un numéro d’essai : refusé.",
              "{} carries a test number: refused."},
    ErrorText{UnsupportedMedia, "unsupported-media", 1, "{} contient un type de document qui n’est pas pris en charge.",
              "{} holds a kind of document that is not supported."},
    ErrorText{Unreadable, "unreadable", 1, "{} ne peut pas être lu.", "{} can’t be read."},
    ErrorText{BadArchive, "bad-archive", 1, "{} est une archive endommagée ou dangereuse.",
              "{} is a damaged or dangerous archive."},
    ErrorText{HashMismatch, "hash-mismatch", 1, "{} ne correspond pas à son empreinte.", "{} does not match its hash."},
    ErrorText{Encrypted, "encrypted", 1, "{} est protégé par un mot de passe.", "{} is protected by a password."},
};

constexpr std::array<std::string_view, 2> kNamed{" : {}", ": {}"};

/// A path or an argument may be very long, and is known by its beginning.
std::string shortened(std::string text) {
    constexpr std::size_t kLongest = 300;
    if (text.size() <= kLongest) {
        return text;
    }
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // not within a character
    }
    text.resize(end);
    return text + "…";
}

const ErrorText &row(ErrorCode code) { return kTexts.at(static_cast<std::size_t>(code)); }

} // namespace

std::span<const ErrorText> errorTexts() { return kTexts; }

std::string_view errorName(ErrorCode code) { return row(code).name; }

int exitStatus(ErrorCode code) { return row(code).exitStatus; }

std::string errorMessage(const Error &error, std::string_view language) {
    const ErrorText &text = row(error.code);
    const std::string_view sentence =
        language.empty() || language.starts_with("fr") || !language.starts_with("en") ? text.fr : text.en;
    const std::string detail = shortened(error.detail);
    std::string message;
    for (std::size_t i = 0; i < sentence.size();) {
        const std::string_view rest = sentence.substr(i);
        // Where nothing is to be named, the colon before it goes too.
        const auto colon =
            std::ranges::find_if(kNamed, [&](std::string_view named) { return rest.starts_with(named); });
        if (detail.empty() && colon != kNamed.end()) {
            i += colon->size();
        } else if (rest.starts_with("{}")) {
            message += detail;
            i += 2;
        } else {
            message += sentence[i++];
        }
    }
    if (!error.context.empty()) {
        message += " (" + error.context + ")";
    }
    return message;
}

} // namespace guichet
