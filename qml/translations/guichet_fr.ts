<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
    <context>
        <name>ActionBar</name>
        <message>
            <source>One moment…</source>
            <translation>Un instant…</translation>
        </message>
        <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the papers of the visit</source>
        <translation>Fermer les papiers de la visite</translation>
    </message>
    <message>
        <source>Papers of the visit: %1</source>
        <translation>Papiers de la visite : %1</translation>
    </message>
</context>
    <context>
        <name>AddPersonScreen</name>
        <message>
            <source>Add the person</source>
            <translation>Ajouter la personne</translation>
        </message>
        <message>
            <source>Only the names and the date of birth are needed; “unknown” is a date too.</source>
            <translation>Seuls les noms et la date de naissance comptent ; une date peut être inconnue.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Birth name</source>
            <translation>Nom de naissance</translation>
        </message>
        <message>
            <source>First names</source>
            <translation>Prénoms</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>03041941, or leave empty when unknown</source>
            <translation>03041941 ; vide si inconnue</translation>
        </message>
        <message>
            <source>Place of birth, if known</source>
            <translation>Lieu de naissance, s’il est connu</translation>
        </message>
        <message>
            <source>Social security number, if there is one</source>
            <translation>Numéro de sécurité sociale, s’il y en a un</translation>
        </message>
        <message>
            <source>13 characters, or 15 with the key</source>
            <translation>13 caractères, ou 15 avec la clé</translation>
        </message>
        <message>
            <source>Sex, as the person says it</source>
            <translation>Sexe, tel que la personne le dit</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>Hide</source>
            <translation>Masquer</translation>
        </message>
        <message>
            <source>Lock: %1 is signed in</source>
            <translation>Verrouiller : %1 est au guichet</translation>
        </message>
        <message>
        <source>Words and colours</source>
        <translation>Textes et couleurs</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>? Help</source>
        <translation>? Aide</translation>
    </message>
    <message>
        <source>With the person</source>
        <translation>Avec la personne</translation>
    </message>
</context>
    <context>
        <name>DocumentRow</name>
        <message>
            <source>sealed title</source>
            <translation>titre scellé</translation>
        </message>
        <message>
            <source>Title seen by the person only</source>
            <translation>Titre visible par la personne seulement</translation>
        </message>
        <message>
            <source>See the pages</source>
            <translation>Voir les pages</translation>
        </message>
        <message>
            <source>Print this one now</source>
            <translation>Imprimer celui-ci</translation>
        </message>
    </context>
    <context>
        <name>DocumentsScreen</name>
        <message>
            <source>Kinds of documents</source>
            <translation>Catégories de documents</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Nothing of this kind has come to this counter, or nothing that can be shown here.</source>
            <translation>Rien de cette sorte n’est arrivé à ce guichet, ou rien qui puisse y être montré.</translation>
        </message>
        <message>
            <source>Let the person see the titles</source>
            <translation>Montrer les titres à la personne</translation>
        </message>
        <message>
            <source>Seal the titles again</source>
            <translation>Sceller les titres</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>Gros caractères</translation>
        </message>
    </context>
    <context>
        <name>EndScreen</name>
        <message>
            <source>End of visit</source>
            <translation>Fin de la visite</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Then everything about this visit leaves the screen. What was registered stays in the register.</source>
            <translation>Ensuite, plus rien de cette visite ne reste à l’écran. Ce qui a été enregistré reste au registre.</translation>
        </message>
    </context>
    <context>
        <name>FormsScreen</name>
        <message>
            <source>Blank forms</source>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>One touch prints one copy. Nothing is noted about anybody.</source>
            <translation>Une touche imprime un exemplaire. Rien n’est noté sur personne.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
        <source>What is it about, in the person’s words?</source>
        <translation>De quoi s’agit-il, avec les mots de la personne ?</translation>
    </message>
    <message>
        <source>I lost my card, my daughter was born</source>
        <translation>j’ai perdu ma carte, ma fille est née</translation>
    </message>
</context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>Sign out</source>
            <translation>Quitter le poste</translation>
        </message>
        <message>
            <source>Next person</source>
            <translation>Personne suivante</translation>
        </message>
        <message>
            <source>Date of birth and three letters, or social security number</source>
            <translation>Date de naissance et trois lettres, ou numéro de sécurité sociale</translation>
        </message>
        <message>
            <source>This role serves nobody at the counter: sign in as an agent to open a visit.</source>
            <translation>Ce rôle ne reçoit personne au guichet : un agent ouvre les visites.</translation>
        </message>
        <message>
            <source>A receipt</source>
            <translation>Un reçu</translation>
        </message>
        <message>
            <source>Scan its code or copy its text: genuine, or not found</source>
            <translation>Scanner le code ou épeler la référence</translation>
        </message>
        <message>
            <source>Blank forms</source>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>To fill in at home or in the queue</source>
            <translation>À remplir chez soi ou dans la file</translation>
        </message>
        <message>
            <source>Papers owed</source>
            <translation>Papiers dus</translation>
        </message>
        <message>
            <source>Nothing is owed.</source>
            <translation>Aucun papier n’est dû.</translation>
        </message>
    </context>
    <context>
        <name>IdentifyScreen</name>
        <message>
            <source>Search by</source>
            <translation>Chercher par</translation>
        </message>
        <message>
            <source>Who is it for?</source>
            <translation>Pour qui ?</translation>
        </message>
        <message>
            <source>Ask for the date of birth first. Three letters of a name are enough.</source>
            <translation>Demander d’abord la date de naissance. Trois lettres d’un nom suffisent.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Go on without a name</source>
            <translation>Continuer sans nom</translation>
        </message>
        <message>
            <source>Date of birth and letters</source>
            <translation>Date de naissance et lettres</translation>
        </message>
        <message>
            <source>Social security number</source>
            <translation>Numéro de sécurité sociale</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Up to three letters</source>
            <translation>Trois lettres au plus</translation>
        </message>
        <message>
            <source>Of a surname or first name</source>
            <translation>D’un nom ou prénom</translation>
        </message>
        <message>
            <source>13 characters, or 15 with the key</source>
            <translation>13 caractères, ou 15 avec la clé</translation>
        </message>
        <message>
            <source>Add the person</source>
            <translation>Ajouter la personne</translation>
        </message>
        <message>
            <source>A newborn, a traveller, somebody who is in no list yet</source>
            <translation>Un nouveau-né, quelqu’un de passage, quelqu’un d’aucune liste</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Erase the last digit</source>
            <translation>Effacer le dernier chiffre</translation>
        </message>
    </context>
    <context>
        <name>OptOutsScreen</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>What this does</source>
            <translation>Ce que cela fait</translation>
        </message>
        <message>
            <source>What this does not do</source>
            <translation>Ce que cela ne fait pas</translation>
        </message>
        <message>
            <source>Or another right</source>
            <translation>Ou un autre droit</translation>
        </message>
    </context>
    <context>
        <name>OwedScreen</name>
        <message>
            <source>Papers owed</source>
            <translation>Papiers dus</translation>
        </message>
        <message>
            <source>Not in anybody’s hand yet. Whoever comes for one shows its reference, or is identified first.</source>
            <translation>Pas encore en main. Qui vient en chercher un montre sa référence, ou est d’abord identifié.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Nothing is owed.</source>
            <translation>Aucun papier n’est dû.</translation>
        </message>
    </context>
    <context>
        <name>PaperCard</name>
        <message>
            <source>Print again</source>
            <translation>Imprimer de nouveau</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>En main</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>PapersPanel</name>
        <message>
            <source>Papers of the visit</source>
            <translation>Papiers de la visite</translation>
        </message>
        <message>
            <source>Nothing printed yet.</source>
            <translation>Rien d’imprimé pour l’instant.</translation>
        </message>
        <message>
            <source>All in hand</source>
            <translation>Tout est en main</translation>
        </message>
    </context>
        <context>
        <name>PersonScreen</name>
        <message>
            <source>End of visit</source>
            <translation>Fin de la visite</translation>
        </message>
        <message>
            <source>Who is here</source>
            <translation>Qui est là</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Refuse, close, hide</source>
            <translation>Refuser, fermer, masquer</translation>
        </message>
        <message>
            <source>“I don’t want this space”, and the other rights</source>
            <translation>« Je ne veux pas de cet espace », et les autres droits</translation>
        </message>
        <message>
            <source>A request</source>
            <translation>Une démarche</translation>
        </message>
        <message>
            <source>Fill in a form together, complete or not</source>
            <translation>Remplir un formulaire ensemble, complet ou non</translation>
        </message>
        <message>
            <source>Blank forms</source>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>To fill in at home or in the queue</source>
            <translation>À remplir chez soi ou dans la file</translation>
        </message>
        <message>
            <source>Add the person</source>
            <translation>Ajouter la personne</translation>
        </message>
        <message>
            <source>For a request, somebody has to be named</source>
            <translation>Pour une démarche, il faut un nom</translation>
        </message>
        <message>
            <source>What is under way</source>
            <translation>Ce qui est en cours</translation>
        </message>
    </context>
    <context>
        <name>PinBox</name>
        <message>
            <source>PIN</source>
            <translation>Code personnel</translation>
        </message>
        <message numerus="yes">
            <source>%n digits</source>
            <translation>
                <numerusform>%n chiffre</numerusform>
                <numerusform>%n chiffres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PresenceScreen</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>One more thing that the person says, not you</source>
            <translation>Encore un renseignement : c’est la personne qui le dit</translation>
        </message>
        <message>
            <source>Who is here</source>
            <translation>Qui est là</translation>
        </message>
        <message>
            <source>Name of the one who is here</source>
            <translation>Nom de qui est là</translation>
        </message>
        <message>
            <source>What was shown to you</source>
            <translation>Ce qui a été présenté</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Pages to be printed</source>
            <translation>Pages à imprimer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Print these pages</source>
            <translation>Imprimer ces pages</translation>
        </message>
    </context>
    <context>
        <name>ReceiptScreen</name>
        <message>
            <source>A receipt</source>
            <translation>Un reçu</translation>
        </message>
        <message>
            <source>Scan the code on the paper, or type its reference. Without identification the answer is only: genuine, or not found.</source>
            <translation>Scanner le code du papier, ou saisir sa référence. Sans identification, la réponse est seulement : authentique, ou introuvable.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Vérifier</translation>
        </message>
        <message>
            <source>Code or reference</source>
            <translation>Code ou référence</translation>
        </message>
        <message>
            <source>For example K7-3F9Q-M2XD-4</source>
            <translation>Par exemple K7-3F9Q-M2XD-4</translation>
        </message>
    </context>
    <context>
        <name>RequestScreen</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
        <source>What is it about, in the person’s words?</source>
        <translation>De quoi s’agit-il, avec les mots de la personne ?</translation>
    </message>
    <message>
        <source>I lost my card, my daughter was born</source>
        <translation>j’ai perdu ma carte, ma fille est née</translation>
    </message>
</context>
    <context>
        <name>SignInPanel</name>
        <message>
            <source>Sign in</source>
            <translation>Ouvrir le guichet</translation>
        </message>
        <message>
            <source>Agent code</source>
            <translation>Code agent</translation>
        </message>
        <message>
            <source>For example A01</source>
            <translation>Par exemple A01</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>How the paper was signed</source>
            <translation>Comment le papier a été signé</translation>
        </message>
    </context>
    <context>
        <name>SignInScreen</name>
        <message>
            <source>Guichet</source>
            <translation>Guichet</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Step %1 of 4</source>
            <translation>Étape %1 sur 4</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papiers</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Fin</translation>
        </message>
    </context>
    <context>
        <name>VeilScreen</name>
        <message>
            <source>Locked</source>
            <translation>Verrouillé</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Masqué</translation>
        </message>
        <message>
            <source>The visit is kept. Nothing of it can be read here.</source>
            <translation>La visite est gardée. Rien n’en est lisible ici.</translation>
        </message>
        <message>
            <source>Nothing can be read here.</source>
            <translation>Rien n’est lisible ici.</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Afficher de nouveau</translation>
        </message>
        <message>
            <source>Lock with the PIN</source>
            <translation>Verrouiller par le code</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Rouvrir</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>no date</source>
            <translation>sans date</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnue</translation>
        </message>
        <message>
            <source>date of birth unknown</source>
            <translation>date de naissance inconnue</translation>
        </message>
        <message>
            <source>born (she) on %1</source>
            <translation>née le %1</translation>
        </message>
        <message>
            <source>born (he) on %1</source>
            <translation>né le %1</translation>
        </message>
        <message>
            <source>born on %1</source>
            <translation>date de naissance %1</translation>
        </message>
        <message>
            <source>born (she) in %1</source>
            <translation>née en %1</translation>
        </message>
        <message>
            <source>born (he) in %1</source>
            <translation>né en %1</translation>
        </message>
        <message>
            <source>born in %1</source>
            <translation>naissance en %1</translation>
        </message>
        <message>
            <source>Ms</source>
            <translation>Mme</translation>
        </message>
        <message>
            <source>Mr</source>
            <translation>M.</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>sans numéro</translation>
        </message>
        <message>
            <source>Prescriptions</source>
            <translation>Ordonnances</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Certificats</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Hospital</source>
            <translation>Hôpital</translation>
        </message>
        <message>
            <source>Reimbursements</source>
            <translation>Remboursements</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Autres</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Place of birth</source>
            <translation>Lieu de naissance</translation>
        </message>
        <message>
            <source>Social security number</source>
            <translation>Numéro de sécurité sociale</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>Name in use</source>
            <translation>Nom d’usage</translation>
        </message>
        <message>
            <source>Postal code</source>
            <translation>Code postal</translation>
        </message>
        <message>
            <source>03041941, 3 april 41</source>
            <translation>03041941, 3 avril 41</translation>
        </message>
        <message>
            <source>The town, or the country</source>
            <translation>La commune, ou le pays</translation>
        </message>
        <message>
            <source>13 characters, or 15 with the key</source>
            <translation>13 caractères, ou 15 avec la clé</translation>
        </message>
        <message>
            <source>The first of the first names</source>
            <translation>Le premier des prénoms</translation>
        </message>
        <message>
            <source>The name on letters</source>
            <translation>Le nom sur les courriers</translation>
        </message>
        <message>
            <source>Of the address that is known</source>
            <translation>De l’adresse connue</translation>
        </message>
        <message>
            <source>Identity card</source>
            <translation>Carte d’identité</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>Passeport</translation>
        </message>
        <message>
            <source>Residence permit</source>
            <translation>Titre de séjour</translation>
        </message>
        <message>
            <source>Driving licence</source>
            <translation>Permis de conduire</translation>
        </message>
        <message>
            <source>Vitale card</source>
            <translation>Carte Vitale</translation>
        </message>
        <message>
            <source>Another document</source>
            <translation>Autre document</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Rien</translation>
        </message>
        <message>
            <source>no document shown</source>
            <translation>aucun document présenté</translation>
        </message>
        <message>
            <source>%1 seen</source>
            <translation>vu : %1</translation>
        </message>
        <message>
            <source>present</source>
            <translation>sur place</translation>
        </message>
        <message>
            <source>represented or accompanied</source>
            <translation>quelqu’un pour elle</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>En main</translation>
        </message>
        <message>
            <source>Came out: to be handed over</source>
            <translation>Sortie, à remettre</translation>
        </message>
        <message>
            <source>Lost: print it again</source>
            <translation>Perdue : imprimer de nouveau</translation>
        </message>
        <message>
            <source>Waiting for the printer</source>
            <translation>En attente de l’imprimante</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>Confiée à l’imprimante</translation>
        </message>
        <message>
            <source>Held at the printer</source>
            <translation>Retenue à l’imprimante</translation>
        </message>
        <message>
            <source>Being printed</source>
            <translation>En cours d’impression</translation>
        </message>
        <message>
            <source>The printer has stopped</source>
            <translation>L’imprimante est arrêtée</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulée</translation>
        </message>
        <message>
            <source>Did not come out: print it again</source>
            <translation>Pas sortie : imprimer de nouveau</translation>
        </message>
        <message>
            <source>Not known: look at the printer</source>
            <translation>Inconnu : regarder l’imprimante</translation>
        </message>
        <message>
            <source>Recorded. Not sent yet, not confirmed yet.</source>
            <translation>Enregistrée. Pas encore transmise, pas encore confirmée.</translation>
        </message>
        <message>
            <source>Sent. Not confirmed yet.</source>
            <translation>Transmise. Pas encore confirmée.</translation>
        </message>
        <message>
            <source>Confirmed.</source>
            <translation>Confirmée.</translation>
        </message>
        <message>
            <source>Refused.</source>
            <translation>Refusée.</translation>
        </message>
        <message>
            <source>Received, incomplete.</source>
            <translation>Reçue, incomplète.</translation>
        </message>
        <message>
            <source>Received, complete.</source>
            <translation>Reçue, complète.</translation>
        </message>
        <message>
            <source>Forwarded.</source>
            <translation>Transmise au service compétent.</translation>
        </message>
        <message>
            <source>Accepted.</source>
            <translation>Acceptée.</translation>
        </message>
        <message>
            <source>Rejected.</source>
            <translation>Rejetée.</translation>
        </message>
        <message>
            <source>Decided by silence.</source>
            <translation>Décidée par le silence.</translation>
        </message>
        <message>
            <source>Withdrawn.</source>
            <translation>La personne y a renoncé.</translation>
        </message>
        <message>
            <source>No printer</source>
            <translation>Pas d’imprimante</translation>
        </message>
        <message>
            <source>Printer: no paper</source>
            <translation>Imprimante : plus de papier</translation>
        </message>
        <message>
            <source>Printer: paper jam</source>
            <translation>Imprimante : bourrage</translation>
        </message>
        <message>
            <source>Printer: open</source>
            <translation>Imprimante : ouverte</translation>
        </message>
        <message>
            <source>Printer: no ink</source>
            <translation>Imprimante : plus d’encre</translation>
        </message>
        <message>
            <source>Printer: no answer</source>
            <translation>Imprimante : sans réponse</translation>
        </message>
        <message>
            <source>Printer: stopped</source>
            <translation>Imprimante : arrêtée</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>Impression en cours</translation>
        </message>
        <message>
            <source>Printer ready</source>
            <translation>Imprimante prête</translation>
        </message>
        <message>
        <source>This date is in the future.</source>
        <translation>Cette date est dans l’avenir.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Ce n’est pas une date.</translation>
    </message>
    <message>
        <source>No form goes by these words. Here is the whole list.</source>
        <translation>Aucun formulaire ne répond à ces mots. Voici toute la liste.</translation>
    </message>
</context>
    <context>
        <name>guichet::ui::ActModel</name>
        <message>
            <source>English</source>
            <translation>anglais</translation>
        </message>
        <message>
            <source>A copy to read in %1, after the French receipt</source>
            <translation>Une copie à lire en %1, à la suite du reçu en français</translation>
        </message>
        <message>
            <source>Your note, if there are not two witnesses</source>
            <translation>Votre note, s’il n’y a pas deux témoins</translation>
        </message>
        <message>
            <source>Your note: what was said, and why it is not signed</source>
            <translation>Votre note : ce qui a été dit, et pourquoi ce n’est pas signé</translation>
        </message>
        <message>
            <source>Say how it was signed</source>
            <translation>Dire comment c’est signé</translation>
        </message>
        <message>
            <source>Write what was said</source>
            <translation>Noter ce qui a été dit</translation>
        </message>
        <message>
            <source>Signed on the paper</source>
            <translation>Signé sur le papier</translation>
        </message>
        <message>
            <source>A mark on the paper</source>
            <translation>Une marque sur le papier</translation>
        </message>
        <message>
            <source>Said aloud</source>
            <translation>Dit à voix haute</translation>
        </message>
        <message>
            <source>The person has read it, or it was read to them</source>
            <translation>La personne a lu, ou on lui a lu</translation>
        </message>
        <message>
            <source>The person can’t write: two witnesses sign the paper, or you note it here</source>
            <translation>La personne ne peut pas écrire : deux témoins signent le papier, ou vous le notez ici</translation>
        </message>
        <message>
            <source>The person can’t sign: note here what was said</source>
            <translation>La personne ne peut pas signer : noter ici ce qui a été dit</translation>
        </message>
        <message>
        <source>The person agrees.</source>
        <translation>La personne est d’accord.</translation>
    </message>
    <message>
        <source>The person does not want this. Nothing is recorded.</source>
        <translation>La personne ne le veut pas. Rien n’est enregistré.</translation>
    </message>
</context>
    <context>
        <name>guichet::ui::AddPersonModel</name>
        <message>
            <source>Woman</source>
            <translation>Femme</translation>
        </message>
        <message>
            <source>Man</source>
            <translation>Homme</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>Non précisé</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Inconnue</translation>
        </message>
        <message>
            <source>Enter the birth name</source>
            <translation>Saisir le nom de naissance</translation>
        </message>
        <message>
            <source>Enter the first names</source>
            <translation>Saisir les prénoms</translation>
        </message>
        <message>
            <source>Check the date of birth</source>
            <translation>Vérifier la date de naissance</translation>
        </message>
        <message>
            <source>Check the number</source>
            <translation>Vérifier le numéro</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::DocumentsModel</name>
        <message>
            <source>Replaced by a newer version</source>
            <translation>Remplacé par une version plus récente</translation>
        </message>
        <message>
            <source>Two documents carry this version</source>
            <translation>Deux documents portent cette version</translation>
        </message>
        <message>
            <source>Not sure whose it is: a supervisor decides</source>
            <translation>Doute sur la personne : un responsable décide</translation>
        </message>
        <message numerus="yes">
            <source>Print %n document(s)</source>
            <translation>
                <numerusform>Imprimer %n document</numerusform>
                <numerusform>Imprimer %n documents</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a document</source>
            <translation>Choisir un document</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Page %1 sur %2</translation>
        </message>
        <message>
            <source>The fund that reimbursed gives the person a statement on request.</source>
            <translation>La caisse qui a remboursé remet un relevé à la personne qui le demande.</translation>
        </message>
        <message>
            <source>The professional or the hospital that made the document gives the person a copy on request, within eight days, or two months when it is over five years old (public health code, article L1111-7).</source>
            <translation>Le professionnel ou l’hôpital qui a fait le document en remet une copie à la personne qui la demande, sous huit jours, ou deux mois quand il a plus de cinq ans (code de la santé publique, article L1111-7).</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::EndModel</name>
        <message>
            <source>In hand</source>
            <translation>En main</translation>
        </message>
        <message>
            <source>Nothing is left to hand over.</source>
            <translation>Rien ne reste à remettre.</translation>
        </message>
        <message>
            <source>Not in hand yet: tick what the person has. The rest stays owed.</source>
            <translation>Pas encore en main : cocher ce que la personne a. Le reste lui est dû.</translation>
        </message>
        <message numerus="yes">
            <source>End, %n paper(s) owed</source>
            <translation>
                <numerusform>Terminer, %n papier dû</numerusform>
                <numerusform>Terminer, %n papiers dus</numerusform>
            </translation>
        </message>
        <message>
            <source>End the visit</source>
            <translation>Terminer la visite</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::IdentifyModel</name>
        <message>
            <source>Enter the number</source>
            <translation>Saisir le numéro</translation>
        </message>
        <message>
            <source>Enter the date of birth</source>
            <translation>Saisir la date de naissance</translation>
        </message>
        <message>
            <source>Nobody was found.</source>
            <translation>Aucune personne trouvée.</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) found: which one?</source>
            <translation>
                <numerusform>%n personne trouvée</numerusform>
                <numerusform>%n personnes trouvées : laquelle ?</numerusform>
            </translation>
        </message>
        <message>
            <source>Not all of it fits: check with care</source>
            <translation>Tout ne correspond pas : vérifier avec soin</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Sans nom</translation>
        </message>
        <message>
            <source>Nothing personal is shown; blank forms are possible.</source>
            <translation>Rien de personnel ne s’affiche ; les formulaires vierges restent possibles.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::KioskModel</name>
        <message>
            <source>Something broke: nothing was said to be done. %1</source>
            <translation>Quelque chose s’est cassé : rien n’a été dit fait. %1</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::OptOutsModel</name>
        <message>
            <source>The paper is to be read and signed</source>
            <translation>Le papier est à lire et à signer</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Enregistrée</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>« %1 »</translation>
        </message>
        <message>
            <source>Nothing is recorded before it is signed.</source>
            <translation>Rien n’est enregistré avant la signature.</translation>
        </message>
        <message>
            <source>The receipt is on its way to the printer. Hand it over.</source>
            <translation>Le reçu part à l’imprimante. Le remettre en main.</translation>
        </message>
        <message>
            <source>And what is already in it?</source>
            <translation>Et ce qui s’y trouve déjà ?</translation>
        </message>
        <message>
            <source>Print the paper to sign</source>
            <translation>Imprimer le papier à signer</translation>
        </message>
        <message>
            <source>Record it</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Choose an answer</source>
            <translation>Choisir une réponse</translation>
        </message>
        <message>
            <source>Say which one</source>
            <translation>Préciser lequel</translation>
        </message>
        <message>
            <source>Archived for ten years</source>
            <translation>Archivé dix ans</translation>
        </message>
        <message>
            <source>Nothing can be seen. Re-opening can be asked for.</source>
            <translation>Rien n’est visible. On peut demander la réouverture.</translation>
        </message>
        <message>
            <source>Erased within three months</source>
            <translation>Effacé sous trois mois</translation>
        </message>
        <message>
            <source>For good. A paper copy first?</source>
            <translation>Définitif. Une copie sur papier d’abord ?</translation>
        </message>
        <message>
            <source>An answer is owed by %1.</source>
            <translation>Une réponse est due au plus tard le %1.</translation>
        </message>
        <message>
            <source>What can’t be undone leaves only once identity or mandate is shown.</source>
            <translation>Ce qui est définitif ne part qu’une fois l’identité ou le mandat présenté.</translation>
        </message>
        <message>
            <source>It is recorded; the receipt is not printed yet.</source>
            <translation>C’est enregistré ; le reçu n’est pas encore imprimé.</translation>
        </message>
        <message>
        <source>The person does not want this</source>
        <translation>La personne ne le veut pas</translation>
    </message>
</context>
    <context>
        <name>guichet::ui::PapersModel</name>
        <message>
            <source>%1, of %2</source>
            <translation>%1, du %2</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Sans nom</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s)</source>
            <translation>
                <numerusform>%n papier</numerusform>
                <numerusform>%n papiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%n feuille</numerusform>
                <numerusform>%n feuilles</numerusform>
            </translation>
        </message>
        <message>
            <source>Wait for the papers</source>
            <translation>Attendre les papiers</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::PersonModel</name>
        <message>
            <source>received on %1</source>
            <translation>reçue le %1</translation>
        </message>
        <message>
            <source>No document to show here. Each category says whom to ask for one.</source>
            <translation>Aucun document à montrer ici. Chaque catégorie dit à qui le demander.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::PresenceModel</name>
        <message>
            <source>The person</source>
            <translation>La personne</translation>
        </message>
        <message>
            <source>A parent</source>
            <translation>Un parent</translation>
        </message>
        <message>
            <source>A guardian</source>
            <translation>Un tuteur</translation>
        </message>
        <message>
            <source>With assistance</source>
            <translation>Avec assistance</translation>
        </message>
        <message>
            <source>With a proxy</source>
            <translation>Avec procuration</translation>
        </message>
        <message>
            <source>With a mandate</source>
            <translation>Avec mandat</translation>
        </message>
        <message>
            <source>An heir</source>
            <translation>Un ayant droit</translation>
        </message>
        <message>
            <source>Somebody who brings a paper</source>
            <translation>Quelqu’un qui apporte un papier</translation>
        </message>
        <message>
            <source>A helper, with the person</source>
            <translation>Un aidant, avec la personne</translation>
        </message>
        <message>
            <source>It matches.</source>
            <translation>Cela correspond.</translation>
        </message>
        <message>
            <source>For a minor. What the minor asked to keep to themselves stays hidden.</source>
            <translation>Pour un mineur. Ce que le mineur a demandé de garder pour lui reste caché.</translation>
        </message>
        <message>
            <source>A measure with representation, or a family authorisation.</source>
            <translation>Mesure de protection avec représentation, ou habilitation familiale.</translation>
        </message>
        <message>
            <source>The protected person decides and signs; they must agree expressly.</source>
            <translation>La personne protégée décide et signe ; son accord exprès est nécessaire.</translation>
        </message>
        <message>
            <source>A health insurance proxy covers a few matters for one month: neither records nor opt-outs.</source>
            <translation>La procuration de l’assurance maladie vaut un mois, pour peu de choses : ni documents, ni oppositions.</translation>
        </message>
        <message>
            <source>A written mandate for this, and both identities.</source>
            <translation>Un mandat écrit pour cela, et les deux identités.</translation>
        </message>
        <message>
            <source>Heir, spouse or partner of somebody who has died.</source>
            <translation>Héritier, conjoint ou partenaire d’une personne décédée.</translation>
        </message>
        <message>
            <source>Hands in a paper that the person has signed, and learns nothing. The receipt goes to the one who signed.</source>
            <translation>Remet un papier que la personne a signé, et n’apprend rien. Le reçu va à qui a signé.</translation>
        </message>
        <message>
            <source>The person is here and acts; the helper only accompanies.</source>
            <translation>La personne est là et agit ; l’aidant ne fait qu’accompagner.</translation>
        </message>
        <message>
            <source>Seen: %1</source>
            <translation>Vu : %1</translation>
        </message>
        <message>
            <source>Papers can be received. Nothing about the person is shown or printed.</source>
            <translation>Les papiers sont reçus. Rien sur la personne n’est montré ni imprimé.</translation>
        </message>
        <message>
            <source>Without a document: requests and opt-outs can be received, blank forms printed. Nothing held about the person is shown.</source>
            <translation>Sans document : démarches et oppositions sont reçues, les formulaires vierges imprimés. Rien de ce qui est détenu n’est montré.</translation>
        </message>
        <message>
            <source>Ask for one more thing</source>
            <translation>Demander encore un renseignement</translation>
        </message>
        <message>
            <source>Enter who is here</source>
            <translation>Saisir qui est là</translation>
        </message>
        <message>
            <source>Choose what was shown</source>
            <translation>Choisir ce qui a été présenté</translation>
        </message>
        <message>
            <source>No match. Ask again, or for something else.</source>
            <translation>Ne correspond pas. Redemander, ou demander autre chose.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::ReceiptModel</name>
        <message>
            <source>Scan or type the code</source>
            <translation>Scanner ou saisir le code</translation>
        </message>
        <message>
            <source>Genuine: this counter wrote it.</source>
            <translation>Authentique : ce guichet l’a écrit.</translation>
        </message>
        <message>
            <source>Not found: no receipt of this counter.</source>
            <translation>Introuvable : pas un reçu de ce guichet.</translation>
        </message>
        <message>
            <source>To open the case, identify the person first.</source>
            <translation>Pour ouvrir le dossier, identifier d’abord la personne.</translation>
        </message>
        <message>
            <source>A letter may have been misread; another counter may have made it.</source>
            <translation>Une lettre est peut-être mal lue ; un autre guichet l’a peut-être fait.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::RequestModel</name>
        <message>
            <source>A request</source>
            <translation>Une démarche</translation>
        </message>
        <message>
            <source>The paper is to be read and signed</source>
            <translation>Le papier est à lire et à signer</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Reçue</translation>
        </message>
        <message>
            <source>Page %1 of %2. What is not known may stay empty: the request is received all the same.</source>
            <translation>Page %1 sur %2. Ce qui n’est pas connu peut rester vide : la demande est reçue quand même.</translation>
        </message>
        <message>
            <source>Tick what is there. What is missing can be brought later: the date counts from today.</source>
            <translation>Cocher ce qui est là. Ce qui manque peut venir plus tard : la date du jour compte.</translation>
        </message>
        <message>
            <source>Nothing is filed before it is signed.</source>
            <translation>Rien n’est déposé avant la signature.</translation>
        </message>
        <message>
            <source>The receipt is on its way to the printer. Hand it over.</source>
            <translation>Le reçu part à l’imprimante. Le remettre en main.</translation>
        </message>
        <message>
            <source>This request needs no document beside.</source>
            <translation>Cette démarche ne demande aucune pièce.</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>Rien ne manque.</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) missing: the receipt lists them, with the day to bring them by.</source>
            <translation>
                <numerusform>%n pièce manque : le reçu la nomme, avec le jour limite.</numerusform>
                <numerusform>%n pièces manquent : le reçu les nomme, avec le jour limite.</numerusform>
            </translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Print the paper to sign</source>
            <translation>Imprimer le papier à signer</translation>
        </message>
        <message>
            <source>File it</source>
            <translation>Déposer</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Choose a form</source>
            <translation>Choisir un formulaire</translation>
        </message>
        <message>
            <source>Correct what is marked</source>
            <translation>Corriger ce qui est marqué</translation>
        </message>
        <message>
            <source>Add another one</source>
            <translation>En ajouter un autre</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Oui</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Non</translation>
        </message>
        <message>
            <source>%1 – optional</source>
            <translation>%1 – facultatif</translation>
        </message>
        <message>
            <source>03041941, 3 april 41</source>
            <translation>03041941, 3 avril 41</translation>
        </message>
        <message>
            <source>The original</source>
            <translation>L’original</translation>
        </message>
        <message>
            <source>If there is one</source>
            <translation>S’il y en a une</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>Manque : %1</translation>
        </message>
        <message>
            <source>To be brought by %1.</source>
            <translation>À apporter au plus tard le %1.</translation>
        </message>
        <message>
            <source>It is filed; the receipt is not printed yet.</source>
            <translation>La demande est déposée ; le reçu n’est pas encore imprimé.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::SignInModel</name>
        <message>
            <source>Checking…</source>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>Enter the agent code</source>
            <translation>Saisir le code agent</translation>
        </message>
        <message>
            <source>Enter the PIN</source>
            <translation>Saisir le code personnel</translation>
        </message>
    </context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LookSheet</name>
    <message>
        <source>Words and colours</source>
        <translation>Textes et couleurs</translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation>Taille des textes</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Au plus petit</translation>
    </message>
    <message>
        <source>Smaller words</source>
        <translation>Textes plus petits</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Au plus grand</translation>
    </message>
    <message>
        <source>Larger words</source>
        <translation>Textes plus grands</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste fort</translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation>Rien ne bouge tout seul</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Comme au début</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>03041941, 3 april 41</source>
        <translation>03041941, 3 avril 41</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>The components of the screens, each in its states.</source>
        <translation>Les éléments des écrans, chacun dans ses états.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The one action</source>
        <translation>L’action principale</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Une autre</translation>
    </message>
    <message>
        <source>Words and colours</source>
        <translation>Textes et couleurs</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Caractères</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Body: what one reads</source>
        <translation>Texte : ce qui se lit</translation>
    </message>
    <message>
        <source>Small: what goes with it</source>
        <translation>Petit : ce qui l’accompagne</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>Beside a list</source>
        <translation>Près d’une liste</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>Ce qui manque encore</translation>
    </message>
    <message>
        <source>On the bar</source>
        <translation>Dans la barre</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Ce qu’il faut écrire</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Two digits are missing.</source>
        <translation>Il manque deux chiffres.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>One of a few</source>
        <translation>Un parmi peu</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>With a count</source>
        <translation>Avec un nombre</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Une réponse</translation>
    </message>
    <message>
        <source>What it means, in a line.</source>
        <translation>Ce que cela veut dire, en une ligne.</translation>
    </message>
    <message>
        <source>To tick</source>
        <translation>À cocher</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Coché</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <source>Another way in</source>
        <translation>Une autre entrée</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>What went wrong, and what to do.</source>
        <translation>Ce qui s’est mal passé, et ce qu’il faut faire.</translation>
    </message>
    <message>
        <source>What to know.</source>
        <translation>Ce qu’il faut savoir.</translation>
    </message>
    <message>
        <source>What is done.</source>
        <translation>Ce qui est fait.</translation>
    </message>
    <message>
        <source>What this does</source>
        <translation>Ce que cela fait</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Une date</translation>
    </message>
    <message>
        <source>2 pages</source>
        <translation>2 pages</translation>
    </message>
    <message>
        <source>A title that was opened</source>
        <translation>Un titre qui a été ouvert</translation>
    </message>
    <message>
        <source>A paper, in hand</source>
        <translation>Un papier, en main</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>En main</translation>
    </message>
    <message>
        <source>A paper on its way</source>
        <translation>Un papier en route</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>En cours d’impression</translation>
    </message>
    <message>
        <source>A paper that did not come out</source>
        <translation>Un papier qui n’est pas sorti</translation>
    </message>
    <message>
        <source>No paper in the printer</source>
        <translation>Plus de papier dans l’imprimante</translation>
    </message>
    <message>
        <source>Steps of a visit</source>
        <translation>Étapes d’une visite</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
</context>
<context>
    <name>RestWarning</name>
    <message>
        <source>Nobody seems to be here: the PIN will be asked for soon.</source>
        <translation>Il n’y a plus personne ? Le code personnel sera bientôt demandé.</translation>
    </message>
    <message>
        <source>Nobody seems to be here: everything will be hidden soon, and the visit kept.</source>
        <translation>Il n’y a plus personne ? Tout sera bientôt masqué ; la visite est gardée.</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds left</source>
        <translation>
            <numerusform>Encore %n seconde</numerusform>
            <numerusform>Encore %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Je suis là</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Help: %1</source>
        <translation>Aide : %1</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>D’habitude</translation>
    </message>
    <message>
        <source>When stuck</source>
        <translation>En cas de difficulté</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Les touches</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Imprimer cette page</translation>
    </message>
    <message>
        <source>An agent prints it</source>
        <translation>Un agent l’imprime</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages to be printed</source>
        <translation>Pages à imprimer</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>With the person</source>
        <translation>Avec la personne</translation>
    </message>
    <message>
        <source>Turn the screen towards the person</source>
        <translation>Tourner l’écran vers la personne</translation>
    </message>
    <message>
        <source>A sentence is shown on the person’s screen, in their language:</source>
        <translation>Une phrase s’affiche sur l’écran de la personne, dans sa langue :</translation>
    </message>
    <message>
        <source>A sentence is shown in the person’s language; then turn the screen:</source>
        <translation>Une phrase s’affiche dans la langue de la personne ; tourner ensuite l’écran :</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Phrases</translation>
    </message>
</context>
<context>
    <name>AloneSheet</name>
    <message>
        <source>Alone with the person?</source>
        <translation>Seul avec la personne ?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Somebody is here with them. Before titles are shown, ask the person whether they want to be alone for a moment.</source>
        <translation>Quelqu’un l’accompagne. Avant d’afficher des titres, demandez à la personne si elle veut être seule un instant.</translation>
    </message>
    <message>
        <source>The person has decided: go on</source>
        <translation>La personne a choisi : continuer</translation>
    </message>
</context>
</TS>
