<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
    <context>
        <name>ActionBar</name>
        <message>
            <source>One moment…</source>
            <extracomment>On the main button, in place of its words, while something is being worked out; it does nothing meanwhile</extracomment>
            <translation>Un instant…</translation>
        </message>
        <message>
        <source>Close</source>
        <extracomment>Button of a narrow window: the papers of the visit lie over the screen; touching it takes them away. It takes the place of a number: one short word</extracomment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the papers of the visit</source>
        <extracomment>Not seen: what a screen reader says for the “Close” button that stands here</extracomment>
        <translation>Fermer les papiers de la visite</translation>
    </message>
    <message>
        <source>Papers of the visit: %1</source>
        <extracomment>Not seen: what a screen reader says for a button that shows only a printer and %1, the number of papers of this visit</extracomment>
        <translation>Papiers de la visite : %1</translation>
    </message>
</context>
    <context>
        <name>AddPersonScreen</name>
        <message>
            <source>Add the person</source>
            <extracomment>Title of the screen where the agent writes who somebody is that no list has. A person who is served, not a user account</extracomment>
            <translation>Ajouter la personne</translation>
        </message>
        <message>
            <source>Only the names and the date of birth are needed; “unknown” is a date too.</source>
            <extracomment>Under the title, for the agent. “unknown” is an answer about the date: in French, feminine</extracomment>
            <translation>Seuls les noms et la date de naissance comptent ; une date peut être inconnue.</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; goes back to where one came from, and nothing is added</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Add</source>
            <extracomment>Main button, on the right of the bottom bar; says the title’s act in one word</extracomment>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Birth name</source>
            <extracomment>Label of a field: the surname on the birth certificate, “nom de naissance”; not the married name and not the maiden name of women only</extracomment>
            <translation>Nom de naissance</translation>
        </message>
        <message>
            <source>First names</source>
            <extracomment>Label of a field: all of them, as on the birth certificate (“prénoms”)</extracomment>
            <translation>Prénoms</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <extracomment>Label of a field that takes a day, a month with its year, or a year alone</extracomment>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>03041941, or leave empty when unknown</source>
            <extracomment>Inside the empty date field, on one line that is cut off where it is too long: about 30 characters. 03041941 is 3 April 1941, written day first</extracomment>
            <translation>03041941 ; vide si inconnue</translation>
        </message>
        <message>
            <source>Place of birth, if known</source>
            <extracomment>Label of a field: the town, or the country for who was born abroad</extracomment>
            <translation>Lieu de naissance, s’il est connu</translation>
        </message>
        <message>
            <source>Social security number, if there is one</source>
            <extracomment>Label of a field: the French NIR, “numéro de sécurité sociale”; newborns and newcomers have none yet</extracomment>
            <translation>Numéro de sécurité sociale, s’il y en a un</translation>
        </message>
        <message>
            <source>13 characters, or 15 with the key</source>
            <extracomment>Inside the empty number field. Characters, as a number from Corsica has a letter (2A, 2B); the key (“clé”) is its last two digits</extracomment>
            <translation>13 caractères, ou 15 avec la clé</translation>
        </message>
        <message>
            <source>Sex, as the person says it</source>
            <extracomment>Question above three chips: Woman, Man, Not said. It is asked, never guessed from a name or a number</extracomment>
            <translation>Sexe, tel que la personne le dit</translation>
        </message>
    </context>
    <context>
        <name>AllInHand</name>
        <message>
            <source>All in hand</source>
            <extracomment>Button under the list, about 25 characters: the person has got every paper of it. Papers: masculine in French</extracomment>
            <translation>Tout est en main</translation>
        </message>
        <message>
            <source>The others in hand</source>
            <extracomment>The same button, about 25 characters, where a paper is left out: it is crumpled, still lies in the printer, or did not come out. The person has got all others. Papers: masculine in French</extracomment>
            <translation>Le reste est en main</translation>
        </message>
    </context>
    <context>
        <name>Backstage</name>
        <message>
            <source>Close</source>
            <extracomment>Button beside the keyboard on the screen: puts it away. Short</extracomment>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Close the keyboard</source>
            <extracomment>Spoken name of that button</extracomment>
            <translation>Fermer le clavier</translation>
        </message>
    </context>
    <context>
        <name>ScreenFrame</name>
        <message>
            <source>Try again</source>
            <extracomment>Button under the words of what went wrong, where what the screen shows could not be read</extracomment>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>Hide</source>
            <extracomment>Button of the top bar: all that the screen shows is covered at once, as somebody comes too near. Words are seen in wide windows only, and always spoken: short</extracomment>
            <translation>Masquer</translation>
        </message>
        <message>
            <source>Lock</source>
            <extracomment>Button of the top bar, with a padlock: the agent leaves for a moment and comes back with the PIN. Not to be taken for “Sign out”, at the bottom left at home</extracomment>
            <translation>Verrouiller</translation>
        </message>
        <message>
            <source>Lock: %1 is signed in</source>
            <extracomment>Not seen: what a screen reader says for the padlock of the top bar. %1 is an agent’s code, “A01”; man or woman is not known</extracomment>
            <translation>Verrouiller : %1 est au guichet</translation>
        </message>
        <message>
        <source>Words and colours</source>
        <extracomment>Not seen: what a screen reader says for the button “Aa” of the top bar, which opens a dialog of the same name</extracomment>
        <translation>Textes et couleurs</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>Not seen: what a screen reader says for the button “? Help” of the top bar; the help of the screen that one is on</extracomment>
        <translation>Aide</translation>
    </message>
    <message>
        <source>? Help</source>
        <extracomment>Button of the top bar, where there is room for words; the question mark stays alone where there is not</extracomment>
        <translation>? Aide</translation>
    </message>
    <message>
        <source>With the person</source>
        <extracomment>Not seen: what a screen reader says for the top bar’s picture of somebody. It opens a dialog of what the agent and the person can do together</extracomment>
        <translation>Avec la personne</translation>
    </message>
    <message>
        <source>Exercise</source>
        <extracomment>In the bar, framed: the store is invented, to practise on. Short.</extracomment>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Exercise: nothing here is real</source>
        <extracomment>The same, for who hears the screen instead of seeing it.</extracomment>
        <translation>Exercice : rien n’est réel ici</translation>
    </message>
</context>
    <context>
        <name>DocumentRow</name>
        <message>
            <source>sealed title</source>
            <extracomment>Not seen: said in a row’s name between its date and its number of pages, in place of a title the agent may not know: small letter</extracomment>
            <translation>titre scellé</translation>
        </message>
        <message>
            <source>Title seen by the person only</source>
            <extracomment>In a list on the agent’s screen, where the title of a health document would stand. Who sees it is the person served</extracomment>
            <translation>Titre visible par la personne seulement</translation>
        </message>
        <message>
            <source>See the pages</source>
            <extracomment>Not seen: what a screen reader says for the button with a page in a row of the list; it previews that one document</extracomment>
            <translation>Voir les pages</translation>
        </message>
        <message>
            <source>Print this one now</source>
            <extracomment>Not seen: what a screen reader says for the button with a printer in a row. “This one” is the row’s document: masculine in French</extracomment>
            <translation>Imprimer celui-ci</translation>
        </message>
    </context>
    <context>
        <name>DocumentsScreen</name>
        <message>
            <source>Kinds of documents</source>
            <extracomment>Not seen: what a screen reader says for the row of tabs: Results, Prescriptions, Hospital…</extracomment>
            <translation>Catégories de documents</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; goes back to the person’s page</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Documents</source>
            <extracomment>Not seen: what a screen reader says for the list of health documents under the tabs</extracomment>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Nothing of this kind has come to this counter, or nothing that can be shown here.</source>
            <extracomment>Bold, where the list would be, when the tab has no document. Careful: one may exist that must not be shown here, so it never says “there is none”</extracomment>
            <translation>Rien de cette sorte n’est arrivé à ce guichet, ou rien qui puisse y être montré.</translation>
        </message>
        <message>
            <source>Let the person see the titles</source>
            <extracomment>Button under the list, for the agent: it asks the person, on their screen, whether titles are to be shown. “Let”: it is the person who decides</extracomment>
            <translation>Montrer les titres à la personne</translation>
        </message>
        <message>
            <source>Seal the titles again</source>
            <extracomment>Button under the list once titles are shown: they disappear again. The opposite of “Let the person see the titles”</extracomment>
            <translation>Sceller les titres</translation>
        </message>
        <message>
            <source>Large type</source>
            <extracomment>Box to tick under the list: what is printed from now on is in large letters, on more pages. About paper, not about the screen</extracomment>
            <translation>Gros caractères</translation>
        </message>
        <message numerus="yes">
            <source>All %n document(s)</source>
            <extracomment>To be ticked, under the list of documents: chooses those of every category. %n is 2 or more</extracomment>
            <translation>
                <numerusform>Tous les documents (%n)</numerusform>
                <numerusform>Tous les documents (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask for it, with a receipt:</source>
            <extracomment>Above cards that say whom a missing document is asked of</extracomment>
            <translation>Le demander, avec un reçu :</translation>
        </message>
    </context>
    <context>
        <name>EndScreen</name>
        <message>
            <source>End of visit</source>
            <extracomment>Title of the last screen of a visit; the same words are the button that leads to it</extracomment>
            <translation>Fin de la visite</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; goes back to the person’s page, the visit goes on</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Then everything about this visit leaves the screen. What was registered stays in the register.</source>
            <extracomment>Under the list of papers, for the agent and for who looks on. “Then” is once the main button is touched; the register is the record of all acts, “le registre”</extracomment>
            <translation>Ensuite, plus rien de cette visite ne reste à l’écran. Ce qui a été enregistré reste au registre.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::PersonViewModel</name>
        <message>
            <source>A card of their settings: %1</source>
            <extracomment>Banner for the agent: the card was sent to the printer; %1 is what became of it, such as “waiting”</extracomment>
            <translation>Carte de ses réglages : %1</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::FormsModel</name>
        <message>
            <source>Blank forms</source>
            <extracomment>Above the list, one of three: the list is of forms to be filled in by hand</extracomment>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>Explain a refusal</source>
            <extracomment>Above the list, one of three: the list is of things that people are refused, here or elsewhere; each prints a page that says what the law says of it</extracomment>
            <translation>Expliquer un refus</translation>
        </message>
        <message>
            <source>One touch prints one copy. Nothing is noted about anybody.</source>
            <extracomment>Under the title. A touch of the finger on a form of the list; “anybody” is whoever asked for the form</extracomment>
            <translation>Une touche imprime un exemplaire. Rien n’est noté sur personne.</translation>
        </message>
        <message>
            <source>One touch prints ten, each with its number and a receipt to tear off. They are keyed in later.</source>
            <extracomment>Under the title, over the forms that are printed for people who queue</extracomment>
            <translation>Une touche en imprime dix, chacun avec son numéro et un reçu à détacher. On les saisit plus tard.</translation>
        </message>
        <message>
            <source>Ten for the queue, numbered</source>
            <extracomment>Above the list, one of three: the list is of forms of which ten numbered copies are printed</extracomment>
            <translation>Dix numérotés, pour la file</translation>
        </message>
        <message>
            <source>A refusal, an opt-out</source>
            <extracomment>Under the name of a form that refuses or closes something</extracomment>
            <translation>Refuser, fermer, masquer</translation>
        </message>
    </context>
    <context>
        <name>FormsScreen</name>
        <message>
            <source>Blank forms</source>
            <extracomment>Title: printed forms that a person fills in by hand (“formulaires vierges”); also the way in from home</extracomment>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; goes home, or to the visit that one came from</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
        <source>What is it about, in the person’s words?</source>
        <extracomment>Label of the search field: the agent writes what the person says, not the form’s official name</extracomment>
        <translation>De quoi s’agit-il, avec les mots de la personne ?</translation>
    </message>
    <message>
        <source>I lost my card, my daughter was born</source>
        <extracomment>Inside the empty search field: two examples of what people say, not an instruction. Small letter in French: it goes on from “the person’s words”</extracomment>
        <translation>j’ai perdu ma carte, ma fille est née</translation>
    </message>
</context>
    <context>
        <name>HomeScreen</name>
        <message>
            <source>Go on with an interrupted visit</source>
            <extracomment>A button at home: a crash, a power cut or a colleague interrupted a visit</extracomment>
            <translation>Reprendre une visite interrompue</translation>
        </message>
        <message>
            <source>Sign out</source>
            <extracomment>On the left of the bottom bar at home: the agent leaves this counter to another one</extracomment>
            <translation>Se déconnecter</translation>
        </message>
        <message>
            <source>Next person</source>
            <extracomment>The large button that begins every visit: whoever is next in the queue. The counter does not know whether man or woman</extracomment>
            <translation>Personne suivante</translation>
        </message>
        <message>
            <source>Date of birth and three letters, or social security number</source>
            <extracomment>Small line under “Next person”: what the agent will ask for to find them</extracomment>
            <translation>Date de naissance et trois lettres, ou numéro de sécurité sociale</translation>
        </message>
        <message>
            <source>This role serves nobody at the counter: sign in as an agent to open a visit.</source>
            <extracomment>In place of “Next person” for an administrator, who sees no person’s file. The role is that of who is signed in</extracomment>
            <translation>Ce rôle ne reçoit personne au guichet : un agent ouvre les visites.</translation>
        </message>
        <message>
            <source>A receipt</source>
            <extracomment>Button at home: checks a receipt that somebody brings back. A “reçu” of the counter (it proves that something was received), not of a payment</extracomment>
            <translation>Un reçu</translation>
        </message>
        <message>
            <source>Opening and closing: what to look at, what is left to do</source>
            <extracomment>Under that tile's title.</extracomment>
            <translation>Ouverture et fermeture : ce qu’il faut regarder, ce qui reste à faire</translation>
        </message>
        <message>
            <source>The day</source>
            <extracomment>A tile at home: what to look at when the counter opens, and when it closes.</extracomment>
            <translation>La journée</translation>
        </message>
        <message>
            <source>Scan its code or copy its text: genuine, or not found</source>
            <extracomment>Small line under “A receipt”: what to do, and the only two answers</extracomment>
            <translation>Scanner le code ou épeler la référence</translation>
        </message>
        <message>
            <source>Blank forms</source>
            <extracomment>Button at home: opens the screen of the same name</extracomment>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>To fill in at home or in the queue</source>
            <extracomment>Small line under “Blank forms”: where the person fills them in. Home is theirs, not the first screen</extracomment>
            <translation>À remplir chez soi ou dans la file</translation>
        </message>
        <message>
            <source>Papers owed</source>
            <extracomment>Button at home: papers printed, or to be printed, that the person has not got yet (“papiers dus”); nothing about money</extracomment>
            <translation>Papiers dus</translation>
        </message>
        <message>
            <source>Nothing is owed.</source>
            <extracomment>Small line under “Papers owed” when there are none: no paper is due to anybody</extracomment>
            <translation>Aucun papier n’est dû.</translation>
        </message>
    <message>
        <source>The printer</source>
        <extracomment>A tile that an administrator sees.</extracomment>
        <translation>L’imprimante</translation>
    </message>
    <message>
        <source>Choose it, and print a test page</source>
        <extracomment>On that tile.</extracomment>
        <translation>La choisir, et imprimer une page d’essai</translation>
    </message>
    <message>
        <source>Who is who</source>
        <extracomment>A supervisor’s tile: opens the list of people who may be one</extracomment>
        <translation>Qui est qui</translation>
    </message>
    <message>
        <source>People who may be one; documents of which it is not sure whose they are</source>
        <extracomment>Under the tile’s words</extracomment>
        <translation>Des personnes qui n’en font peut-être qu’une ; des documents dont on ne sait pas à qui ils sont</translation>
    </message>
        <message>
            <source>Bring documents in</source>
            <extracomment>A supervisor’s tile: opens the screen where documents are taken in from a USB stick</extracomment>
            <translation>Apporter des documents</translation>
        </message>
        <message>
            <source>From a USB stick; what the watched folder could not give</source>
            <extracomment>Under the tile’s words. The watched folder is one that others put documents into</extracomment>
            <translation>D’une clé USB ; ce qu’un dossier surveillé n’a pas pu donner</translation>
        </message>
        <message>
        <source>Reports</source>
        <extracomment>Tile on the home screen of a supervisor</extracomment>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Whether the counter answers as quickly, and what it did</source>
        <extracomment>Under “Reports”</extracomment>
        <translation>Si le guichet répond aussi vite, et ce qu’il a fait</translation>
    </message>
    <message>
        <source>Make the right to refuse known</source>
        <extracomment>Tile on the home screen of a supervisor</extracomment>
        <translation>Faire connaître le droit de refuser</translation>
    </message>
    <message>
        <source>All that was promised is done.</source>
        <extracomment>Under “Make the right to refuse known”</extracomment>
        <translation>Tout ce qui a été promis est fait.</translation>
    </message>
</context>
    <context>
        <name>IdentifyScreen</name>
        <message>
            <source>Search by</source>
            <extracomment>Not seen: what a screen reader says before the two chips “Date of birth and letters” and “Social security number”</extracomment>
            <translation>Chercher par</translation>
        </message>
        <message>
            <source>Who is it for?</source>
            <extracomment>Title: whose matter it is. Not “who are you”: somebody else may stand at the counter for them</extracomment>
            <translation>Pour qui ?</translation>
        </message>
        <message>
            <source>Ask for the date of birth first. Three letters of a name are enough.</source>
            <extracomment>Under the title, for the agent, who asks the person. A rule against mixing up people: never by the full name</extracomment>
            <translation>Demander d’abord la date de naissance. Trois lettres d’un nom suffisent.</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; leaves the search, for home, or for the end of the visit where papers were printed</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Search</source>
            <extracomment>Main button, on the right of the bottom bar; a verb</extracomment>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Go on without a name</source>
            <extracomment>Button of the bottom bar: the person is served without saying who they are. Fully allowed, so nothing that sounds like a refusal</extracomment>
            <translation>Continuer sans nom</translation>
        </message>
        <message>
            <source>Date of birth and letters</source>
            <extracomment>Chip, one of two ways to search; the letters are those of a name</extracomment>
            <translation>Date de naissance et lettres</translation>
        </message>
        <message>
            <source>Social security number</source>
            <extracomment>Chip, the other way to search, and label of its field: the French NIR</extracomment>
            <translation>Numéro de sécurité sociale</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <extracomment>Label of the first field, in large type</extracomment>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Up to three letters</source>
            <extracomment>Label of the second field, half as wide as the screen at most: it takes no more than three</extracomment>
            <translation>Trois lettres au plus</translation>
        </message>
        <message>
            <source>Of a surname or first name</source>
            <extracomment>Inside the empty field of the three letters: goes on from its label; about 24 characters before it is cut off</extracomment>
            <translation>D’un nom ou prénom</translation>
        </message>
        <message>
            <source>13 characters, or 15 with the key</source>
            <extracomment>Inside the empty number field, in large type. Characters, as a number from Corsica has a letter (2A, 2B); the key (“clé”) is its last two digits</extracomment>
            <translation>13 caractères, ou 15 avec la clé</translation>
        </message>
        <message>
            <source>Add the person</source>
            <extracomment>Button under a search that found nobody; opens the screen of the same name</extracomment>
            <translation>Ajouter la personne</translation>
        </message>
        <message>
            <source>A newborn, a traveller, somebody who is in no list yet</source>
            <extracomment>Small line under “Add the person”: three cases. A list is one that the agency gave this counter; “traveller” is who is passing through</extracomment>
            <translation>Un nouveau-né, quelqu’un de passage, quelqu’un d’aucune liste</translation>
        </message>
        <message>
            <source>Vitale card</source>
            <extracomment>A chip beside “Date of birth and letters” and “Social security number”: looks for whom the card in the reader names. Shown where there is a reader</extracomment>
            <translation>Carte Vitale</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close</source>
            <extracomment>Small button at the right of a message across the top of the window; takes the message away, and nothing else</extracomment>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>NumberPad</name>
        <message>
            <source>Erase the last digit</source>
            <extracomment>Not seen: what a screen reader says for the arrow key of the number pad, beside 0; it takes back one digit of the PIN</extracomment>
            <translation>Effacer le dernier chiffre</translation>
        </message>
    </context>
    <context>
        <name>OptOutsScreen</name>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; one step of a refusal back. It undoes nothing that was recorded</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>What this does</source>
            <extracomment>Heading of a list with ticks: the effects of a refusal, read by the agent and the person together</extracomment>
            <translation>Ce que cela fait</translation>
        </message>
        <message>
            <source>What this does not do</source>
            <extracomment>Heading of a list with crosses, beside “What this does”: what people might believe and is not so</extracomment>
            <translation>Ce que cela ne fait pas</translation>
        </message>
        <message>
            <source>Or another right</source>
            <extracomment>Bold, above the list of the other refusals that the person may ask for. A right in law, “droit”; not “on the right”</extracomment>
            <translation>Ou un autre droit</translation>
        </message>
    <message>
        <source>Call the operator together</source>
        <extracomment>A way to another screen, once an opt-out is registered: the telephone call is made at the counter.</extracomment>
        <translation>Appeler l’opérateur ensemble</translation>
    </message>
    <message>
        <source>What to say, and room for who answered: kept as evidence</source>
        <extracomment>Under those words.</extracomment>
        <translation>Quoi dire, et qui a répondu : gardé comme preuve</translation>
    </message>
        <message>
            <source>It is signed already</source>
            <extracomment>Button beside the one that prints the paper to sign: the person has signed a form before, on paper, and none is printed</extracomment>
            <translation>C’est déjà signé</translation>
        </message>
</context>
    <context>
        <name>OwedScreen</name>
        <message>
            <source>Papers owed</source>
            <extracomment>Title of the list of papers that nobody has in hand yet; the same words as the button at home</extracomment>
            <translation>Papiers dus</translation>
        </message>
        <message>
            <source>Not in anybody’s hand yet. Before a paper is handed over, it is asked who collects it. A paper too many is destroyed.</source>
            <extracomment>Under the title, for the agent: the rule for giving one out. Too many: printed twice, or wanted by nobody</extracomment>
            <translation>Pas encore en main. Avant de remettre un papier, on demande qui vient le chercher. Un papier en trop est à détruire.</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar of the papers owed; goes home</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Nothing is owed.</source>
            <extracomment>In place of the list when it is empty: no paper is due to anybody</extracomment>
            <translation>Aucun papier n’est dû.</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n are left)</source>
            <extracomment>Button under the papers owed: shows fifty more. %n from 1 on</extracomment>
            <translation>
                <numerusform>En montrer plus (il en reste %n)</numerusform>
                <numerusform>En montrer plus (il en reste %n)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaperCard</name>
        <message>
            <source>Destroyed</source>
            <extracomment>Button on a paper that came out too many or spoilt, about 20 characters: the agent destroyed it. Masculine in French (le papier)</extracomment>
            <translation>Détruit</translation>
        </message>
        <message>
            <source>Print again</source>
            <extracomment>Button of a narrow card, about 25 characters: the same paper once more, as it was lost or did not come out</extracomment>
            <translation>Imprimer de nouveau</translation>
        </message>
        <message>
            <source>Type its number</source>
            <extracomment>Why that button can't be pressed yet.</extracomment>
            <translation>Taper son numéro</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>Button: the number is not asked for any more.</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>The person leaves with it</source>
            <extracomment>Button under that field: the receipt written by hand is given.</extracomment>
            <translation>La personne part avec</translation>
        </message>
        <message>
            <source>Number printed on the receipt written by hand</source>
            <extracomment>Label of a field: such receipts are printed blank, with a number each.</extracomment>
            <translation>Numéro imprimé sur le reçu écrit à la main</translation>
        </message>
        <message>
            <source>Receipt by hand</source>
            <extracomment>Button of a narrow card, about 25 characters: the person gets a receipt written by hand in place of this paper</extracomment>
            <translation>Reçu à la main</translation>
        </message>
        <message>
            <source>Posted</source>
            <extracomment>Button of a narrow card: the paper was put in the post to the person. State too.</extracomment>
            <translation>Posté</translation>
        </message>
        <message>
            <source>Have it signed</source>
            <extracomment>Button on a paper that came out and has to be signed: opens the page where that is noted</extracomment>
            <translation>Faire signer</translation>
        </message>
        <message>
            <source>In hand</source>
            <extracomment>Button of a narrow card, in the list of papers owed: says that the person has it now (“en main”); the same words as the state that follows</extracomment>
            <translation>En main</translation>
        </message>
        <message>
            <source>Hand over: to whom?</source>
            <extracomment>Button of a narrow card, in the list of papers owed, in place of “In hand” where the paper is somebody’s: asks first who has come for it</extracomment>
            <translation>Remettre : à qui ?</translation>
        </message>
        <message>
            <source>Not in hand</source>
            <extracomment>Tick in a narrow card, beside a visit: the person has not got this paper, though it came out; all others are then in hand by one touch. Masculine in French (le papier)</extracomment>
            <translation>Pas en main</translation>
        </message>
        <message>
            <source>Cancel</source>
            <extracomment>Button of a narrow card: the paper is not printed any more. It undoes nothing that was recorded</extracomment>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>PapersPanel</name>
        <message>
            <source>Papers of the visit</source>
            <extracomment>Heading of the column on the right, 300 pixels wide on one line: what was printed for this person today</extracomment>
            <translation>Papiers de la visite</translation>
        </message>
        <message>
            <source>Nothing printed yet.</source>
            <extracomment>Under that heading while the visit has no paper</extracomment>
            <translation>Rien d’imprimé pour l’instant.</translation>
        </message>
    </context>
        <context>
        <name>PersonScreen</name>
        <message>
            <source>Show the number</source>
            <extracomment>A button: the social security number is shown whole, on the person’s page</extracomment>
            <translation>Afficher le numéro</translation>
        </message>
        <message>
            <source>Mask the number</source>
            <extracomment>A button: the social security number is masked again</extracomment>
            <translation>Masquer le numéro</translation>
        </message>
        <message>
            <source>End of visit</source>
            <extracomment>On the left of the bottom bar of the person’s page; opens the screen of the same name, nothing is ended yet</extracomment>
            <translation>Fin de la visite</translation>
        </message>
        <message>
            <source>Who is here</source>
            <extracomment>Button of the bottom bar: to correct who stands at the counter, the person or somebody for them</extracomment>
            <translation>Qui est là</translation>
        </message>
        <message>
            <source>Documents</source>
            <extracomment>Bold, above the kinds of health documents with their numbers</extracomment>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Refuse, close, hide</source>
            <extracomment>Large button: three verbs for the person’s rights over their digital health space (Mon espace santé): refuse it, close it, hide something in it</extracomment>
            <translation>Refuser, fermer, masquer</translation>
        </message>
        <message>
            <source>“I don’t want Mon espace santé”, and the other rights</source>
            <extracomment>Small line under “Refuse, close, hide”. The quoted words are those of the catalogue’s first right: the same in your language</extracomment>
            <translation>« Je ne veux pas de Mon espace santé », et les autres droits</translation>
        </message>
        <message>
            <source>A request</source>
            <extracomment>Large button: an application or other business with the health insurance, “démarche”; not a question</extracomment>
            <translation>Une démarche</translation>
        </message>
        <message>
            <source>Fill in a form together, complete or not</source>
            <extracomment>Small line under “A request”: the agent with the person. It is the form that need not be complete</extracomment>
            <translation>Remplir un formulaire ensemble, complet ou non</translation>
        </message>
        <message>
            <source>Blank forms</source>
            <extracomment>Button of a visit without a name, in place of “A request”; opens the screen of the same name</extracomment>
            <translation>Formulaires vierges</translation>
        </message>
        <message>
            <source>To fill in at home or in the queue</source>
            <extracomment>Small line under “Blank forms”, in a visit without a name. Home is the person’s</extracomment>
            <translation>À remplir chez soi ou dans la file</translation>
        </message>
        <message>
            <source>Add the person</source>
            <extracomment>Button of a visit without a name: to go on with one; opens the screen of the same name</extracomment>
            <translation>Ajouter la personne</translation>
        </message>
        <message>
            <source>For a request, somebody has to be named</source>
            <extracomment>Small line under “Add the person”: why one would</extracomment>
            <translation>Pour une démarche, il faut un nom</translation>
        </message>
        <message>
            <source>Requests and refusals</source>
            <extracomment>Bold, above the person’s refusals and requests at this counter, each with its status, the ended ones too</extracomment>
            <translation>Demandes et refus</translation>
        </message>
    </context>
    <context>
        <name>PinBox</name>
        <message>
            <source>PIN</source>
            <extracomment>Label above the dots, and what a screen reader calls the box. The agent’s own secret digits, “code personnel”; not that of a bank card</extracomment>
            <translation>Code personnel</translation>
        </message>
        <message numerus="yes">
            <source>%n digits</source>
            <extracomment>Not seen: a screen reader says how many digits of the PIN were typed, as they show only as dots. %n from 0 to 16</extracomment>
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
            <extracomment>On the left of the bottom bar; goes back to the search, or to the person’s page where one came from there</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Continue</source>
            <extracomment>Main button, on the right of the bottom bar; opens the person’s page</extracomment>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>One more thing that the person says, not you</source>
            <extracomment>Bold question to the agent, above what can be asked: a second proof of identity, which the agent must not read out. “You” is the agent</extracomment>
            <translation>Encore un renseignement : c’est la personne qui le dit</translation>
        </message>
        <message>
            <source>Who is here</source>
            <extracomment>Bold question above the chips: the person, a parent, a guardian…</extracomment>
            <translation>Qui est là</translation>
        </message>
        <message>
            <source>Name of the one who is here</source>
            <extracomment>Label of a field, when somebody stands at the counter for the person; man or woman is not known</extracomment>
            <translation>Nom de qui est là</translation>
        </message>
        <message>
            <source>What was shown to you</source>
            <extracomment>Bold question to the agent, above the chips: identity card, passport… A paper that was held out, not a screen</extracomment>
            <translation>Ce qui a été présenté</translation>
        </message>
        <message>
            <source>From which day it holds</source>
            <extracomment>Label of a date: the day of a proxy, which holds for one month</extracomment>
            <translation>Depuis quel jour elle vaut</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Pages to be printed</source>
            <extracomment>Title of the preview: the very pages that the printer would print</extracomment>
            <translation>Pages à imprimer</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>On the left of the bar under the preview; nothing is printed</extracomment>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Print these pages</source>
            <extracomment>Main button of the preview, on the right of the bar</extracomment>
            <translation>Imprimer ces pages</translation>
        </message>
    </context>
    <context>
        <name>ReceiptScreen</name>
        <message>
            <source>A receipt</source>
            <extracomment>Title of the screen that checks one. A “reçu” of the counter (it proves that something was received), not of a payment</extracomment>
            <translation>Un reçu</translation>
        </message>
        <message>
            <source>Scan the code on the paper, or type its reference. Without identification the answer is only: genuine, or not found.</source>
            <extracomment>Under the title, for the agent. The code is the square one (QR); the reference is in letters and digits beside it</extracomment>
            <translation>Scanner le code du papier, ou saisir sa référence. Sans identification, la réponse est seulement : authentique, ou introuvable.</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; goes home</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Check</source>
            <extracomment>Main button, on the right of the bottom bar; a verb: look whether the receipt is genuine</extracomment>
            <translation>Vérifier</translation>
        </message>
        <message>
            <source>Code or reference</source>
            <extracomment>Label of the only field; a scanner writes the code into it</extracomment>
            <translation>Code ou référence</translation>
        </message>
        <message>
            <source>For example K7-3F9Q-M2XD-4</source>
            <extracomment>Inside the empty field: how a reference looks. Leave it as it is, only “For example” is translated</extracomment>
            <translation>Par exemple K7-3F9Q-M2XD-4</translation>
        </message>
        <message>
            <source>Identify the person</source>
            <extracomment>Button, once a receipt is genuine: whose it is can be identified, and then the case opens</extracomment>
            <translation>Identifier la personne</translation>
        </message>
    </context>
    <context>
        <name>RequestScreen</name>
        <message>
            <source>Who signs</source>
            <extracomment>Over the list of those who sign the form, before it is printed</extracomment>
            <translation>Qui signe</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; one page of the form back, what was written stays</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
        <source>What is it about, in the person’s words?</source>
        <extracomment>Label of the field that searches the list of forms: the agent writes what the person says, not the form’s official name</extracomment>
        <translation>De quoi s’agit-il, avec les mots de la personne ?</translation>
    </message>
    <message>
        <source>I lost my card, my daughter was born</source>
        <extracomment>Inside the empty search field: examples of what a person says, in the first person; small letter in French, as it goes on from the label</extracomment>
        <translation>j’ai perdu ma carte, ma fille est née</translation>
    </message>
        <message>
            <source>It is signed already</source>
            <extracomment>Button beside the one that prints the paper to sign: the person has signed a form before, on paper, and none is printed</extracomment>
            <translation>C’est déjà signé</translation>
        </message>
</context>
    <context>
        <name>SignInPanel</name>
        <message>
            <source>Sign in</source>
            <extracomment>Main button under code and PIN: the agent begins to work here. French says it of the counter, “ouvrir le guichet”</extracomment>
            <translation>Ouvrir le guichet</translation>
        </message>
        <message>
            <source>Agent code</source>
            <extracomment>Label of a field: the agent’s letters and digits, which stand on papers in place of their name</extracomment>
            <translation>Code agent</translation>
        </message>
        <message>
            <source>For example A01</source>
            <extracomment>Inside the empty field of the agent code: how one looks; A01 stays as it is</extracomment>
            <translation>Par exemple A01</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>How the paper was signed</source>
            <extracomment>Not seen: what a screen reader says before three cards: signed, marked, said aloud. The paper came out just before</extracomment>
            <translation>Comment le papier a été signé</translation>
        </message>
    <message>
        <source>Remove this draft</source>
        <extracomment>A button: what was prepared and not signed goes; it can be brought back.</extracomment>
        <translation>Supprimer ce brouillon</translation>
    </message>
        <message>
            <source>On which day was it handed in?</source>
            <extracomment>Field label: a paper that was filled in and handed in earlier is keyed in now</extracomment>
            <translation>Quel jour a-t-il été déposé ?</translation>
        </message>
        <message>
            <source>The number on the paper – optional</source>
            <extracomment>Field label: the number that is printed on a form for the queue, or written on a receipt made by hand</extracomment>
            <translation>Le numéro sur le papier – facultatif</translation>
        </message>
        <message>
            <source>For example K7-3F9Q-M2XD-4</source>
            <extracomment>Example in an empty field: how such a number looks. It stays as it is</extracomment>
            <translation>Par exemple K7-3F9Q-M2XD-4</translation>
        </message>
        <message>
            <source>A copy to read after the French receipt, in</source>
            <extracomment>Above languages by their own names, to be ticked before signing. The copy has no legal force: the French one counts</extracomment>
            <translation>Une copie à lire, à la suite du reçu en français, en</translation>
        </message>
    </context>
    <context>
        <name>SignInScreen</name>
        <message>
            <source>Guichet</source>
            <extracomment>Title before anybody is signed in, until the agency’s name is known: the program’s name, left as it is</extracomment>
            <translation>Guichet</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Step %1 of 4</source>
            <extracomment>Not seen: what a screen reader says for the row of steps in the top bar. %1 is 1 to 4</extracomment>
            <translation>Étape %1 sur 4</translation>
        </message>
        <message>
            <source>Who</source>
            <extracomment>First step of a visit, in the top bar: who is it for. All four are one word and stand on one line</extracomment>
            <translation>Qui</translation>
        </message>
        <message>
            <source>What</source>
            <extracomment>Second step of a visit, in the top bar: what they came for</extracomment>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Papers</source>
            <extracomment>Third step of a visit, in the top bar: what is handed over</extracomment>
            <translation>Papiers</translation>
        </message>
        <message>
            <source>End</source>
            <extracomment>Fourth step of a visit, in the top bar; a noun</extracomment>
            <translation>Fin</translation>
        </message>
    </context>
    <context>
        <name>VeilScreen</name>
        <message>
            <source>Locked</source>
            <extracomment>Title alone on an empty screen: the counter asks for a PIN. Masculine in French (the screen)</extracomment>
            <translation>Verrouillé</translation>
        </message>
        <message>
            <source>Hidden</source>
            <extracomment>Title alone on an empty screen that the agent covered, without a PIN. Masculine in French (the screen)</extracomment>
            <translation>Masqué</translation>
        </message>
        <message>
            <source>The visit is kept. Nothing of it can be read here.</source>
            <extracomment>Under “Hidden” or “Locked” during a visit; anybody may read it, also who waits in the queue</extracomment>
            <translation>La visite est gardée. Rien n’en est lisible ici.</translation>
        </message>
        <message>
            <source>Nothing can be read here.</source>
            <extracomment>Under “Hidden” or “Locked” when no visit is open</extracomment>
            <translation>Rien n’est lisible ici.</translation>
        </message>
        <message>
            <source>Show again</source>
            <extracomment>Main button on the covered screen: what it showed comes back; no PIN is asked</extracomment>
            <translation>Afficher de nouveau</translation>
        </message>
        <message>
            <source>Lock with the PIN</source>
            <extracomment>Second button on the covered screen: from now on a PIN is needed to come back</extracomment>
            <translation>Verrouiller par le code</translation>
        </message>
        <message>
            <source>Open again</source>
            <extracomment>Main button of the locked screen, under code and PIN; a colleague may do it with theirs</extracomment>
            <translation>Rouvrir</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>%1, edition %2</source>
            <extracomment>Under a form’s title: %1 is the official number of the printed form, “12485*03 / S3704”, %2 which edition of it, “2026-11”</extracomment>
            <translation>%1, édition %2</translation>
        </message>
        <message>
            <source>No official number, edition %1</source>
            <extracomment>Under the title of a form that has no official number. %1 is which edition of it, “2026-11”</extracomment>
            <translation>Sans numéro officiel, édition %1</translation>
        </message>
        <message>
            <source>This could not be done while the screen was locked. Please do it again.</source>
            <extracomment>What was asked for was not answered before somebody locked the screen; whoever opens it again reads this</extracomment>
            <translation>Cela n’a pas pu être fait : l’écran était verrouillé. Merci de recommencer.</translation>
        </message>
        <message>
            <source>Without a name</source>
            <extracomment>Where the person’s initials would stand, at the top of a visit of somebody who was not named</extracomment>
            <translation>Sans nom</translation>
        </message>
        <message>
            <source>Nothing personal is shown; blank forms are possible.</source>
            <extracomment>Under “Without a name”, at the top of the visit: what it means</extracomment>
            <translation>Rien de personnel ne s’affiche ; les formulaires vierges restent possibles.</translation>
        </message>
        <message>
            <source>no date</source>
            <extracomment>In a list of documents, in place of the date, for a document that gives none; small letter</extracomment>
            <translation>sans date</translation>
        </message>
        <message>
            <source>unknown</source>
            <extracomment>Under a date field, what was understood: the date of birth is not known. Feminine in French (la date)</extracomment>
            <translation>inconnue</translation>
        </message>
        <message>
            <source>date of birth unknown</source>
            <extracomment>Under the person’s initials, before “ · ” and their number, at the top of every screen of a visit: small letter</extracomment>
            <translation>date de naissance inconnue</translation>
        </message>
        <message>
            <source>born (she) on %1</source>
            <extracomment>Under a woman’s initials. %1 is a whole day in figures, “28/03/1979”. Small letter</extracomment>
            <translation>née le %1</translation>
        </message>
        <message>
            <source>born (he) on %1</source>
            <extracomment>Under a man’s initials. %1 is a whole day in figures, “28/03/1979”. Small letter</extracomment>
            <translation>né le %1</translation>
        </message>
        <message>
            <source>born on %1</source>
            <extracomment>Under the initials of somebody who did not say a sex: find words that agree with neither. %1 is a whole day, “28/03/1979”</extracomment>
            <translation>date de naissance %1</translation>
        </message>
        <message>
            <source>born (she) in %1</source>
            <extracomment>Under a woman’s initials, where the day is not known. %1 is “April 1941” or “1941”</extracomment>
            <translation>née en %1</translation>
        </message>
        <message>
            <source>born (he) in %1</source>
            <extracomment>Under a man’s initials, where the day is not known. %1 is “April 1941” or “1941”</extracomment>
            <translation>né en %1</translation>
        </message>
        <message>
            <source>born in %1</source>
            <extracomment>Likewise, of somebody who did not say a sex: agree with neither. %1 is “April 1941” or “1941”, never a place</extracomment>
            <translation>naissance en %1</translation>
        </message>
        <message>
            <source>Ms</source>
            <extracomment>Before a woman’s initials, “Ms P. D.”: the polite short form, married or not</extracomment>
            <translation>Mme</translation>
        </message>
        <message>
            <source>Mr</source>
            <extracomment>Before a man’s initials, “Mr P. D.”: the polite short form</extracomment>
            <translation>M.</translation>
        </message>
        <message>
            <source>no number</source>
            <extracomment>Under the person’s initials, where the masked social security number would stand; small letter</extracomment>
            <translation>sans numéro</translation>
        </message>
        <message>
            <source>Prescriptions</source>
            <extracomment>Tab, and chip on the person’s page, with a number after it: documents by which a doctor orders medicine or care</extracomment>
            <translation>Ordonnances</translation>
        </message>
        <message>
            <source>Certificates</source>
            <extracomment>Tab, and chip on the person’s page, with a number after it: medical certificates</extracomment>
            <translation>Certificats</translation>
        </message>
        <message>
            <source>Results</source>
            <extracomment>Tab, and chip on the person’s page, with a number after it: of laboratory tests, scans and other examinations</extracomment>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Hospital</source>
            <extracomment>Tab, and chip on the person’s page, with a number after it: papers of a stay in hospital</extracomment>
            <translation>Hôpital</translation>
        </message>
        <message>
            <source>Reimbursements</source>
            <extracomment>Tab, and chip on the person’s page, with a number after it: what the health insurance paid back</extracomment>
            <translation>Remboursements</translation>
        </message>
        <message>
            <source>Others</source>
            <extracomment>Tab, and chip on the person’s page, the last one: other documents. Masculine plural in French</extracomment>
            <translation>Autres</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <extracomment>After a document’s or a paper’s name and a comma, or at the end of its row. %n may be 0</extracomment>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>Date of birth</source>
            <extracomment>Chip and label of a field, asked for to be sure who it is when the search went by number</extracomment>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Place of birth</source>
            <extracomment>Chip and label of a field: town or country, asked for to be sure who it is</extracomment>
            <translation>Lieu de naissance</translation>
        </message>
        <message>
            <source>Social security number</source>
            <extracomment>Chip and label of a field: the French NIR, asked for to be sure who it is</extracomment>
            <translation>Numéro de sécurité sociale</translation>
        </message>
        <message>
            <source>First name</source>
            <extracomment>Chip and label of a field: only the first one of several, asked for to be sure who it is</extracomment>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>Name in use</source>
            <extracomment>Chip and label of a field: the name that somebody goes by, often a spouse’s: in French law “nom d’usage”, as opposed to the birth name</extracomment>
            <translation>Nom d’usage</translation>
        </message>
        <message>
            <source>Postal code</source>
            <extracomment>Chip and label of a field: five digits in France, asked for to be sure who it is</extracomment>
            <translation>Code postal</translation>
        </message>
        <message>
            <source>03041941, 3 april 41</source>
            <extracomment>Inside an empty date field: two ways to write 3 April 1941, day first. The field understands French and English months only: keep one of them</extracomment>
            <translation>03041941, 3 avril 41</translation>
        </message>
        <message>
            <source>The whole name of the town, or the country</source>
            <extracomment>Inside the empty field “Place of birth”: its beginning alone (“Saint” for Saint-Denis) is refused; the country for who was born abroad</extracomment>
            <translation>Le nom entier de la commune, ou le pays</translation>
        </message>
        <message>
            <source>13 characters, or 15 with the key</source>
            <extracomment>Inside the empty field “Social security number”. Characters, as a number from Corsica has a letter (2A, 2B); the key (“clé”) is its last two digits</extracomment>
            <translation>13 caractères, ou 15 avec la clé</translation>
        </message>
        <message>
            <source>The first of the first names</source>
            <extracomment>Inside the empty field “First name”: of several, only the one that stands first on the birth certificate</extracomment>
            <translation>Le premier des prénoms</translation>
        </message>
        <message>
            <source>The name on letters</source>
            <extracomment>Inside the empty field “Name in use”: a help to explain it to the person, the name that letters are addressed to</extracomment>
            <translation>Le nom sur les courriers</translation>
        </message>
        <message>
            <source>Of the address that is known</source>
            <extracomment>Inside the empty field “Postal code”: goes on from that label; the address that the counter has, maybe an old one</extracomment>
            <translation>De l’adresse connue</translation>
        </message>
        <message>
            <source>Identity card</source>
            <extracomment>Chip: what was shown to the agent. Also in small letters after “seen”: “carte d’identité”</extracomment>
            <translation>Carte d’identité</translation>
        </message>
        <message>
            <source>Passport</source>
            <extracomment>Chip: what was shown to the agent, of any country. Also in small letters after “seen”</extracomment>
            <translation>Passeport</translation>
        </message>
        <message>
            <source>Residence permit</source>
            <extracomment>Chip: what was shown to the agent, the “titre de séjour” of a foreigner, whatever its kind</extracomment>
            <translation>Titre de séjour</translation>
        </message>
        <message>
            <source>Driving licence</source>
            <extracomment>Chip: what was shown to the agent. Also in small letters after “seen”</extracomment>
            <translation>Permis de conduire</translation>
        </message>
        <message>
            <source>Vitale card</source>
            <extracomment>Chip: the green French health insurance card; Vitale is its name and is not translated</extracomment>
            <translation>Carte Vitale</translation>
        </message>
        <message>
            <source>Another document</source>
            <extracomment>Chip: any other proof of identity that was shown. Also in small letters after “seen”</extracomment>
            <translation>Autre document</translation>
        </message>
        <message>
            <source>Nothing</source>
            <extracomment>Chip: the person has shown no document; they are served all the same</extracomment>
            <translation>Rien</translation>
        </message>
        <message>
            <source>no document shown</source>
            <extracomment>Last in the line under the person’s initials, after a comma: nothing proved who they are. Small letter</extracomment>
            <translation>aucun document présenté</translation>
        </message>
        <message>
            <source>%1 seen</source>
            <extracomment>Last in the line under the person’s initials. %1 is a document in small letters, of any gender: agree with none (“vu : carte d’identité”)</extracomment>
            <translation>vu : %1</translation>
        </message>
        <message>
            <source>present</source>
            <extracomment>In the line under the person’s initials, before a comma: the person is here themselves. Agree with neither man nor woman</extracomment>
            <translation>sur place</translation>
        </message>
        <message>
            <source>represented or accompanied</source>
            <extracomment>In the same line: somebody acts for the person, or came with them. In French, “elle” is “la personne”</extracomment>
            <translation>quelqu’un pour elle</translation>
        </message>
        <message>
            <source>In hand</source>
            <extracomment>State of a printed paper: the person has it (“en main”); the same words as the button that says so</extracomment>
            <translation>En main</translation>
        </message>
        <message>
            <source>Signed, kept at the counter</source>
            <extracomment>State of a form that the person signed: the agency keeps it, nobody has to hand it over. The form: masculine in French</extracomment>
            <translation>Signé, gardé au guichet</translation>
        </message>
        <message>
            <source>Replaced by the handwritten receipt %1</source>
            <extracomment>State of a paper. %1: the number printed on that receipt.</extracomment>
            <translation>Remplacé par le reçu écrit à la main %1</translation>
        </message>
        <message>
            <source>Posted</source>
            <extracomment>State of a paper that was put in the post. Masculine in French.</extracomment>
            <translation>Posté</translation>
        </message>
        <message>
            <source>Came out: to be signed</source>
            <extracomment>State of a form that lies in the printer: it came out (“sortie”), the person has not signed it. Feminine in French, as all these states (l’impression)</extracomment>
            <translation>Sortie, à faire signer</translation>
        </message>
        <message>
            <source>Destroyed</source>
            <extracomment>State of a paper that came out too many, after the agent said that it was destroyed. Masculine in French (le papier)</extracomment>
            <translation>Détruit</translation>
        </message>
        <message>
            <source>Came out: to be handed over</source>
            <extracomment>State of a paper that lies in the printer: it came out (“sortie”), the person has not got it. Feminine in French, as all these states (l’impression)</extracomment>
            <translation>Sortie, à remettre</translation>
        </message>
        <message>
            <source>Lost: print it again</source>
            <extracomment>State of a paper that the printer spoilt or nobody finds, and what to do. Feminine in French</extracomment>
            <translation>Perdue : imprimer de nouveau</translation>
        </message>
        <message>
            <source>Waiting for the printer</source>
            <extracomment>State of a paper, in a narrow card: not sent to the printer yet</extracomment>
            <translation>En attente de l’imprimante</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <extracomment>State of a paper: the printer has it, and did not begin. French avoids “envoyée”, which is said of the post; feminine</extracomment>
            <translation>Confiée à l’imprimante</translation>
        </message>
        <message>
            <source>Held: the printer asks for a password</source>
            <extracomment>State of a paper: the printing system wants a name and a password, which only an administrator can set</extracomment>
            <translation>Retenu : l’imprimante demande un mot de passe</translation>
        </message>
        <message>
            <source>Held at the printer</source>
            <extracomment>State of a paper: the printer’s queue keeps it back until somebody lets it go. Feminine in French</extracomment>
            <translation>Retenue à l’imprimante</translation>
        </message>
        <message>
            <source>Being printed</source>
            <extracomment>State of a paper: coming out right now</extracomment>
            <translation>En cours d’impression</translation>
        </message>
        <message>
            <source>The printer has stopped</source>
            <extracomment>State of a paper: it is half way, and the printer needs help</extracomment>
            <translation>L’imprimante est arrêtée</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <extracomment>State of a paper that is not printed any more, at the agent’s wish. Feminine in French</extracomment>
            <translation>Annulée</translation>
        </message>
        <message>
            <source>No room left here to print it: call the administrator</source>
            <extracomment>State of a paper: the disk of the printing system is full</extracomment>
            <translation>Pas de place sur ce poste pour l’imprimer : appeler l’administrateur</translation>
        </message>
        <message>
            <source>Did not come out: print it again</source>
            <extracomment>State of a paper that failed, and what to do. Feminine in French</extracomment>
            <translation>Pas sortie : imprimer de nouveau</translation>
        </message>
        <message>
            <source>The visit is over: being taken back from the printer</source>
            <extracomment>State of a paper: its visit ended before it came out, and the printer still has it</extracomment>
            <translation>Visite finie : en cours d’annulation à l’imprimante</translation>
        </message>
        <message>
            <source>Stopped halfway: destroy its sheets, print it again</source>
            <extracomment>State of a paper: it was taken back while it was being printed, and some of its sheets lie at the printer</extracomment>
            <translation>Arrêtée en route : détruire ses feuilles, imprimer de nouveau</translation>
        </message>
        <message>
            <source>Not known: look at the printer</source>
            <extracomment>State of a paper after the power went or the printer said nothing, and what to do: it may have come out</extracomment>
            <translation>Inconnu : regarder l’imprimante</translation>
        </message>
        <message>
            <source>Recorded. Not sent yet, not confirmed yet.</source>
            <extracomment>Status of a refusal, under its name: three steps, of which one is done. Feminine in French (une opposition); “sent” is “transmise”</extracomment>
            <translation>Enregistrée. Pas encore transmise, pas encore confirmée.</translation>
        </message>
        <message>
            <source>Sent. Not confirmed yet.</source>
            <extracomment>Status of a refusal: gone to who runs the health space, who has not answered. Feminine in French</extracomment>
            <translation>Transmise. Pas encore confirmée.</translation>
        </message>
        <message>
            <source>Confirmed.</source>
            <extracomment>Status of a refusal: its addressee wrote that it is done. Feminine in French</extracomment>
            <translation>Confirmée.</translation>
        </message>
        <message>
            <source>Refused.</source>
            <extracomment>Status of a refusal: its addressee said no. Feminine in French</extracomment>
            <translation>Refusée.</translation>
        </message>
        <message>
            <source>Received, incomplete.</source>
            <extracomment>Status of a request: the counter has it, some documents are missing. Feminine in French (une demande)</extracomment>
            <translation>Reçue, incomplète.</translation>
        </message>
        <message>
            <source>Received, complete.</source>
            <extracomment>Status of a request: the counter has it with all its documents. Feminine in French</extracomment>
            <translation>Reçue, complète.</translation>
        </message>
        <message>
            <source>Forwarded.</source>
            <extracomment>Status of a request: passed on to the office that decides on it. Feminine in French</extracomment>
            <translation>Transmise au service compétent.</translation>
        </message>
        <message>
            <source>Accepted.</source>
            <extracomment>Status of a request: the answer is yes. Feminine in French</extracomment>
            <translation>Acceptée.</translation>
        </message>
        <message>
            <source>Rejected.</source>
            <extracomment>Status of a request: the answer is no, a formal decision (“rejetée”). Feminine in French</extracomment>
            <translation>Rejetée.</translation>
        </message>
        <message>
            <source>Decided by silence.</source>
            <extracomment>Status of a request: the time for an answer has passed, and the law says what that means, yes or no. Feminine in French</extracomment>
            <translation>Décidée par le silence.</translation>
        </message>
        <message>
            <source>Withdrawn.</source>
            <extracomment>Status of a refusal or request that the person gave up; said of the person, who renounces (“renoncer à sa demande”)</extracomment>
            <translation>La personne y a renoncé.</translation>
        </message>
        <message>
        <source>This date is in the future.</source>
        <extracomment>Under a date field, once enough was typed: a date of birth can’t be</extracomment>
        <translation>Cette date est dans l’avenir.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <extracomment>Under a date field, once enough was typed: no day can be made of it</extracomment>
        <translation>Ce n’est pas une date.</translation>
    </message>
    <message>
        <source>No form goes by these words. Here is the whole list.</source>
        <extracomment>Message above the list of forms, when a search finds none: the list stays whole. “These words” are what the agent wrote</extracomment>
        <translation>Aucun formulaire ne répond à ces mots. Voici toute la liste.</translation>
    </message>
    <message>
        <source>No longer needed: to be destroyed</source>
        <extracomment>What became of a paper: it came out, and what it was printed for is removed.</extracomment>
        <translation>Ne sert plus : à détruire</translation>
    </message>
</context>
    <context>
        <name>guichet::ui::ActModel</name>
        <message>
            <source>What was signed is recorded; its receipt is among the papers. What was not signed is to be prepared again.</source>
            <extracomment>A visit is gone on with, and what was to be signed is not there any more</extracomment>
            <translation>Ce qui a été signé est enregistré ; son reçu est parmi les papiers. Ce qui n’a pas été signé est à préparer de nouveau.</translation>
        </message>
        <message>
            <source>Your note, if there are not two witnesses</source>
            <extracomment>Label of a field, when the person made a mark and can’t write. “Your”: the agent’s. Two witnesses would sign the paper instead</extracomment>
            <translation>Votre note, s’il n’y a pas deux témoins</translation>
        </message>
        <message>
            <source>Your note: what was said, and why it is not signed</source>
            <extracomment>Label of a field, when the person only spoke. “Your”: the agent’s, who answers for it</extracomment>
            <translation>Votre note : ce qui a été dit, et pourquoi ce n’est pas signé</translation>
        </message>
        <message>
            <source>Say how it was signed</source>
            <extracomment>On the main button, in place of its words: the agent is to choose signature, mark or said aloud</extracomment>
            <translation>Dire comment c’est signé</translation>
        </message>
        <message>
            <source>Write what was said</source>
            <extracomment>On the main button, in place of its words, while the agent’s note is empty. In French, an infinitive</extracomment>
            <translation>Noter ce qui a été dit</translation>
        </message>
        <message>
            <source>Signed on the paper</source>
            <extracomment>Card to choose: the person wrote their signature. Masculine in French, without “the person”</extracomment>
            <translation>Signé sur le papier</translation>
        </message>
        <message>
            <source>A mark on the paper</source>
            <extracomment>Card to choose: a cross or a thumbprint, of somebody who can’t write</extracomment>
            <translation>Une marque sur le papier</translation>
        </message>
        <message>
            <source>Said aloud</source>
            <extracomment>Card to choose: nothing is on the paper, the person said yes. Masculine in French</extracomment>
            <translation>Dit à voix haute</translation>
        </message>
        <message>
            <source>The person has read it, or it was read to them</source>
            <extracomment>Small line in the card “Signed on the paper”: “it” is the paper. Them is one person, man or woman</extracomment>
            <translation>La personne a lu, ou on lui a lu</translation>
        </message>
        <message>
            <source>The person can’t write: two witnesses sign the paper, or you note it here</source>
            <extracomment>Small line in the card “A mark on the paper”; “you” is the agent</extracomment>
            <translation>La personne ne peut pas écrire : deux témoins signent le papier, ou vous le notez ici</translation>
        </message>
        <message>
            <source>The person can’t sign: note here what was said</source>
            <extracomment>Small line in the card “Said aloud”; “here” is the field under the cards</extracomment>
            <translation>La personne ne peut pas signer : noter ici ce qui a été dit</translation>
        </message>
        <message>
        <source>The person agrees.</source>
        <extracomment>Message on the agent’s screen: what the person answered on theirs</extracomment>
        <translation>La personne est d’accord.</translation>
    </message>
    <message>
        <source>The person does not want this. Nothing is recorded.</source>
        <extracomment>Message on the agent’s screen: what the person answered on theirs. A choice like the other one, nothing went wrong</extracomment>
        <translation>La personne ne le veut pas. Rien n’est enregistré.</translation>
    </message>
    <message>
        <source>The draft is removed; nothing was recorded. Its paper came out: destroy it.</source>
        <extracomment>After the agent removed what was prepared and not signed.</extracomment>
        <translation>Le brouillon est supprimé ; rien n’a été enregistré. Son papier est sorti : le détruire.</translation>
    </message>
    <message>
        <source>The draft is removed; nothing was recorded.</source>
        <extracomment>Likewise, where its paper never came out.</extracomment>
        <translation>Le brouillon est supprimé ; rien n’a été enregistré.</translation>
    </message>
        <message>
            <source>as for everything else</source>
            <extracomment>After “Answer:”, on the way to how the person wants to be told of this request: nothing else was said for it</extracomment>
            <translation>comme pour le reste</translation>
        </message>
        <message>
            <source>Write the day of the deposit</source>
            <extracomment>On the main button, in place of its words, about 30 characters, where a paper that was handed in earlier is keyed in</extracomment>
            <translation>Écrire le jour du dépôt</translation>
        </message>
        <message>
            <source>The receipt is on its way to the printer. Hand it over.</source>
            <extracomment>Under the title once something is recorded; an instruction to the agent</extracomment>
            <translation>Le reçu part à l’imprimante. Le remettre en main.</translation>
        </message>
        <message>
            <source>The receipt is for the person who signed: post it. The other paper is for who brought theirs.</source>
            <extracomment>Under the title once something is recorded that somebody else brought, signed</extracomment>
            <translation>Le reçu est pour la personne qui a signé : postez-le. L’autre papier est pour qui a apporté le papier signé.</translation>
        </message>
        <message>
            <source>Post the letter to the person: it goes before the request does.</source>
            <extracomment>After an opt-out was recorded for somebody who showed nothing: a letter to the person’s known address was printed</extracomment>
            <translation>Postez la lettre à la personne : elle part avant la demande.</translation>
        </message>
</context>
    <context>
        <name>guichet::ui::AddPersonModel</name>
        <message>
            <source>Woman</source>
            <extracomment>Chip, first of three answers to “Sex, as the person says it”; a noun</extracomment>
            <translation>Femme</translation>
        </message>
        <message>
            <source>Man</source>
            <extracomment>Chip, second of three answers to “Sex, as the person says it”; a noun</extracomment>
            <translation>Homme</translation>
        </message>
        <message>
            <source>Not said</source>
            <extracomment>Chip, the third answer: the person did not say, and nobody has to</extracomment>
            <translation>Non précisé</translation>
        </message>
        <message>
            <source>Unknown</source>
            <extracomment>Under the empty date field, as what it was understood as: the date is not known. Feminine in French (la date)</extracomment>
            <translation>Inconnue</translation>
        </message>
        <message>
            <source>Enter the birth name</source>
            <extracomment>On the main button, in place of its words: the first thing that is missing. In French, an infinitive</extracomment>
            <translation>Saisir le nom de naissance</translation>
        </message>
        <message>
            <source>Enter the first names</source>
            <extracomment>On the main button, in place of its words: what is missing next</extracomment>
            <translation>Saisir les prénoms</translation>
        </message>
        <message>
            <source>Check the date of birth</source>
            <extracomment>On the main button, in place of its words: what was typed is no date</extracomment>
            <translation>Vérifier la date de naissance</translation>
        </message>
        <message>
            <source>Check the number</source>
            <extracomment>On the main button, in place of its words: the social security number has a mistake</extracomment>
            <translation>Vérifier le numéro</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::DocumentsModel</name>
        <message>
            <source>Replaced by a newer version</source>
            <extracomment>Small line under a document in the list; it stays printable. A document: masculine in French</extracomment>
            <translation>Remplacé par une version plus récente</translation>
        </message>
        <message>
            <source>Two documents carry this version</source>
            <extracomment>Small line under a document in the list: its maker gave two of them the same version number</extracomment>
            <translation>Deux documents portent cette version</translation>
        </message>
        <message>
            <source>Not sure whose it is: a supervisor decides</source>
            <extracomment>Small line under a document in the list: it may be somebody else’s. A supervisor (“responsable”) is a role in the program</extracomment>
            <translation>Doute sur la personne : un responsable décide</translation>
        </message>
        <message numerus="yes">
            <source>Print %n document(s)</source>
            <extracomment>Main button; “, 5 pages” may follow it. %n is the number of ticked documents, also 0</extracomment>
            <translation>
                <numerusform>Imprimer %n document</numerusform>
                <numerusform>Imprimer %n documents</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a document</source>
            <extracomment>On the main button, in place of its words, while no document is ticked</extracomment>
            <translation>Choisir un document</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <extracomment>Not seen: what a screen reader says for the picture of one page in the preview</extracomment>
            <translation>Page %1 sur %2</translation>
        </message>
        <message>
            <source>An answer is owed within eight days, or two months for what is over five years old.</source>
            <extracomment>Under a hospital, laboratory or physician that a copy is asked of; the law says so</extracomment>
            <translation>Réponse due sous huit jours, ou deux mois au-delà de cinq ans.</translation>
        </message>
        <message>
            <source>A hospital or clinic</source>
            <extracomment>Card: whom a copy is asked of</extracomment>
            <translation>Un hôpital ou une clinique</translation>
        </message>
        <message>
            <source>A laboratory</source>
            <extracomment>Card: whom a copy is asked of</extracomment>
            <translation>Un laboratoire</translation>
        </message>
        <message>
            <source>A physician or another professional</source>
            <extracomment>Card: whom a copy is asked of</extracomment>
            <translation>Un médecin ou un autre professionnel</translation>
        </message>
        <message>
            <source>The operator of Mon espace santé: all that is in it, on paper</source>
            <extracomment>Card: whom a copy is asked of</extracomment>
            <translation>L’opérateur de Mon espace santé : tout ce qu’il contient, sur papier</translation>
        </message>
        <message>
            <source>An answer is owed within a month.</source>
            <extracomment>Under the operator</extracomment>
            <translation>Réponse due sous un mois.</translation>
        </message>
        <message>
            <source>The fund: a statement over 27 months</source>
            <extracomment>Card: whom a list of reimbursements is asked of</extracomment>
            <translation>La caisse : un relevé sur 27 mois</translation>
        </message>
        <message>
            <source>Handed over here, or posted.</source>
            <extracomment>Under the fund</extracomment>
            <translation>Remis ici, ou posté.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::EndModel</name>
        <message>
            <source>Nothing is left to hand over.</source>
            <extracomment>Large sentence on the last screen of a visit: the person has every paper</extracomment>
            <translation>Rien ne reste à remettre.</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) not in hand yet. What is left stays owed.</source>
            <extracomment>Large sentence on the last screen of a visit, above the papers; what is not in hand can be fetched another day. Owed: due to the person, not to be paid</extracomment>
            <translation>
                <numerusform>%n papier n’est pas encore en main. Ce qui reste est dû à la personne.</numerusform>
                <numerusform>%n papiers ne sont pas encore en main. Ce qui reste est dû à la personne.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>End, %n paper(s) owed</source>
            <extracomment>Main button of the last screen: a verb, then how many papers the person leaves without. Replaces “End the visit”</extracomment>
            <translation>
                <numerusform>Terminer, %n papier dû</numerusform>
                <numerusform>Terminer, %n papiers dus</numerusform>
            </translation>
        </message>
        <message>
            <source>End the visit</source>
            <extracomment>Main button of the last screen, when the person has everything; a verb</extracomment>
            <translation>Terminer la visite</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::IdentifyModel</name>
        <message>
            <source>Enter the number</source>
            <extracomment>On the main button, in place of its words, while the social security number is not whole</extracomment>
            <translation>Saisir le numéro</translation>
        </message>
        <message>
            <source>Enter the date of birth</source>
            <extracomment>On the main button, in place of its words, while it is missing or no date</extracomment>
            <translation>Saisir la date de naissance</translation>
        </message>
        <message>
            <source>Nobody was found.</source>
            <extracomment>Bold, under the search, and read aloud: no list has such a person</extracomment>
            <translation>Aucune personne trouvée.</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) found: which one?</source>
            <extracomment>Bold, above the people found, and read aloud. With one there is nothing to choose: no question in French</extracomment>
            <translation>
                <numerusform>%n personne trouvée</numerusform>
                <numerusform>%n personnes trouvées : laquelle ?</numerusform>
            </translation>
        </message>
        <message>
            <source>Not all of it fits: check with care</source>
            <extracomment>Small line under somebody found: their date of birth is known in part only, or one thing that was typed differs</extracomment>
            <translation>Tout ne correspond pas : vérifier avec soin</translation>
        </message>
        <message>
            <source>Another Vitale card is in the reader: it is not the one of this visit, which goes on without it.</source>
            <extracomment>A banner during a visit whose person was found by their card</extracomment>
            <translation>Une autre carte Vitale est dans le lecteur : ce n’est pas celle de cette visite, qui continue sans elle.</translation>
        </message>
        <message>
            <source>No card reader is plugged in: search by date of birth or by number.</source>
            <extracomment>In place of whom the card names</extracomment>
            <translation>Aucun lecteur de carte n’est branché : chercher par la date de naissance ou par le numéro.</translation>
        </message>
        <message>
            <source>Put the Vitale card into the reader, its chip first.</source>
            <extracomment>While the reader is empty</extracomment>
            <translation>Mettre la carte Vitale dans le lecteur, puce en avant.</translation>
        </message>
        <message>
            <source>This is not a Vitale card.</source>
            <extracomment>Another card is in the reader: a bank’s</extracomment>
            <translation>Ce n’est pas une carte Vitale.</translation>
        </message>
        <message>
            <source>The card could not be read: put it in again, or search without it.</source>
            <extracomment>It is damaged, upside down, or was taken out while it was read</extracomment>
            <translation>La carte n’a pas pu être lue : la remettre, ou chercher sans elle.</translation>
        </message>
        <message>
            <source>The card says whom it names, not who holds it: who is here is asked next.</source>
            <extracomment>Above whom the card names</extracomment>
            <translation>La carte dit qui elle nomme, pas qui la tient : on demande ensuite qui est là.</translation>
        </message>
        <message>
            <source>Put the card in</source>
            <extracomment>On the main button, in place of its words, while no card was read</extracomment>
            <translation>Mettre la carte</translation>
        </message>
        <message>
            <source>Choose who it is for</source>
            <extracomment>On the main button, in place of its words, while the card names several people</extracomment>
            <translation>Choisir pour qui</translation>
        </message>
        <message>
            <source>The card of the visit before is still in the reader: give it back.</source>
            <extracomment>A card that was read in an earlier visit is not read for the next person</extracomment>
            <translation>La carte de la visite d’avant est encore dans le lecteur : la rendre.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::KioskModel</name>
        <message>
            <source>Something broke: nothing was said to be done. %1</source>
            <extracomment>Across the top of the window, after a fault of the program: no act was told to be done that may not be. %1 is the fault’s own text, in English</extracomment>
            <translation>Quelque chose s’est cassé : rien n’a été dit fait. %1</translation>
        </message>
        <message>
            <source>A code was read, and nothing was done with it. A receipt is checked from home.</source>
            <extracomment>Banner for the agent: a code reader was used where no code is asked for. Home: as on the button of that name.</extracomment>
            <translation>Un code a été lu, et rien n’a été fait. Un reçu se vérifie depuis l’accueil.</translation>
        </message>
        <message>
            <source>The person’s display is set by their card, for this visit.</source>
            <extracomment>Banner for the agent: the person’s card of settings was scanned; language, size, colours and voice of their display are now as on the card</extracomment>
            <translation>L’écran de la personne est réglé par sa carte, pour cette visite.</translation>
        </message>
        <message>
            <source>A request is begun: finish it first, or choose another form there.</source>
            <extracomment>Banner: another request was to be begun</extracomment>
            <translation>Une demande est commencée : la finir d’abord, ou choisir un autre formulaire ici.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::OptOutsModel</name>
        <message>
            <source>Asked already. Asking again is possible; what was asked stays, and its date counts.</source>
            <extracomment>Note for the agent, above the choice, where the person opposed the same before and no answer came yet; what was asked follows, a line each</extracomment>
            <translation>Déjà demandé. Une nouvelle demande est possible ; la première reste, et sa date compte.</translation>
        </message>
        <message>
            <source>%1, on %2 (%3): %4</source>
            <extracomment>A line of that note: what was opposed, a date, a reference as “K7-3F9Q-M2XD-4”, a whole sentence that says its state</extracomment>
            <translation>%1, le %2 (%3) : %4</translation>
        </message>
        <message>
            <source>The paper is to be read and signed</source>
            <extracomment>Title, once the paper came out: the person reads and signs it by hand. Not done yet</extracomment>
            <translation>Le papier est à lire et à signer</translation>
        </message>
        <message>
            <source>Recorded</source>
            <extracomment>Title, once it is in the register: the person’s refusal. Feminine in French (la demande), and not yet “sent”</extracomment>
            <translation>Enregistrée</translation>
        </message>
        <message>
            <source>“%1”</source>
            <extracomment>Title. %1 is a right in the person’s own words, “I do not want Mon espace santé”: only the quotation marks are yours</extracomment>
            <translation>« %1 »</translation>
        </message>
        <message>
            <source>Nothing is recorded before it is signed.</source>
            <extracomment>Under the title: a promise to the person, in the words of the register (“enregistré”)</extracomment>
            <translation>Rien n’est enregistré avant la signature.</translation>
        </message>
        <message>
            <source>And what is already in it?</source>
            <extracomment>Bold question to the person, before two answers of equal weight: what becomes of what their health space holds</extracomment>
            <translation>Et ce qui s’y trouve déjà ?</translation>
        </message>
        <message>
            <source>Print the paper to sign</source>
            <extracomment>Main button: first step of a refusal, nothing is recorded by it</extracomment>
            <translation>Imprimer le papier à signer</translation>
        </message>
        <message>
            <source>Go on to the signature</source>
            <extracomment>Button of the page where it is chosen, in place of “Print the paper to sign”, once that paper is printed</extracomment>
            <translation>Aller à la signature</translation>
        </message>
        <message>
            <source>Record it</source>
            <extracomment>Main button, once the paper is signed: now it counts. “It” is the refusal</extracomment>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Done</source>
            <extracomment>Main button, at the end: goes back to the person’s page. Said of the work at the screen, not of the refusal</extracomment>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Choose an answer</source>
            <extracomment>On the main button, in place of its words: none of the answers was chosen</extracomment>
            <translation>Choisir une réponse</translation>
        </message>
        <message>
            <source>Say which one</source>
            <extracomment>On the main button, in place of its words: which document or professional the refusal is about. Masculine in French for both</extracomment>
            <translation>Préciser lequel</translation>
        </message>
        <message>
            <source>Archived for ten years</source>
            <extracomment>Card, the first of two answers: what the space holds is kept where nobody sees it. Words of the law (CSP R1111-36)</extracomment>
            <translation>Archivé dix ans</translation>
        </message>
        <message>
            <source>Nothing can be seen. Re-opening can be asked for.</source>
            <extracomment>Small line in that card. Re-opening (“réouverture”) is the official word for having the space back</extracomment>
            <translation>Rien n’est visible. On peut demander la réouverture.</translation>
        </message>
        <message>
            <source>Erased within three months</source>
            <extracomment>Card, the second answer: what the space holds is destroyed. “Within”: three months at most</extracomment>
            <translation>Effacé sous trois mois</translation>
        </message>
        <message>
            <source>For good, without a paper copy.</source>
            <extracomment>Small line in that card: it can’t be undone, and no copy is made first</extracomment>
            <translation>Définitif, sans copie sur papier.</translation>
        </message>
        <message>
            <source>Erased, a paper copy first</source>
            <extracomment>Card, the third answer: what the space holds is destroyed, once the person has a copy on paper</extracomment>
            <translation>Effacé, après une copie sur papier</translation>
        </message>
        <message>
            <source>For good. It leaves once the copy is handed over.</source>
            <extracomment>Small line in that card: it can’t be undone. “Leaves”: the request is sent to who runs the space</extracomment>
            <translation>Définitif. La demande part une fois la copie remise.</translation>
        </message>
        <message>
            <source>A paper copy first?</source>
            <extracomment>Question above two cards, where the erasing alone is asked for</extracomment>
            <translation>Une copie sur papier d’abord ?</translation>
        </message>
        <message>
            <source>No, without a copy</source>
            <extracomment>Card, the first of two answers to that question</extracomment>
            <translation>Non, sans copie</translation>
        </message>
        <message>
            <source>It leaves with the next slip.</source>
            <extracomment>Small line in that card: the request is sent with the next list of signed papers</extracomment>
            <translation>La demande part avec le prochain bordereau.</translation>
        </message>
        <message>
            <source>Yes, a copy first</source>
            <extracomment>Card, the second of two answers to that question</extracomment>
            <translation>Oui, une copie d’abord</translation>
        </message>
        <message>
            <source>It leaves once the copy is handed over.</source>
            <extracomment>Small line in that card: the request is sent only once the person has the copy on paper</extracomment>
            <translation>La demande part une fois la copie remise.</translation>
        </message>
        <message>
            <source>An answer is owed by %1.</source>
            <extracomment>In the list of what was recorded. %1 is a day in words, “28 January 2027”: the last one. Who owes it is the addressee</extracomment>
            <translation>Une réponse est due au plus tard le %1.</translation>
        </message>
        <message>
            <source>An answer is owed by %1 for: %2.</source>
            <extracomment>Likewise, where the days differ. %2 is the titles of what was opposed</extracomment>
            <translation>Une réponse est due au plus tard le %1 pour : %2.</translation>
        </message>
        <message>
            <source>It is recorded; the receipt is not printed yet.</source>
            <extracomment>Message when the printer failed after recording, before the printer’s own trouble: the refusal counts</extracomment>
            <translation>C’est enregistré ; le reçu n’est pas encore imprimé.</translation>
        </message>
        <message>
        <source>The person does not want this</source>
        <extracomment>On the main button, in place of its words: the person answered no on their screen</extracomment>
        <translation>La personne ne le veut pas</translation>
    </message>
    <message>
        <source>Removed</source>
        <extracomment>Title: what was prepared and not signed is removed.</extracomment>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Start again</source>
        <extracomment>A button: from the first question on, empty.</extracomment>
        <translation>Recommencer</translation>
    </message>
        <message>
            <source>The paper is signed already</source>
            <extracomment>Title, where a paper that was signed before is keyed in: its day and number are asked for</extracomment>
            <translation>Le papier est déjà signé</translation>
        </message>
        <message>
            <source>It waits: %1.</source>
            <extracomment>After an opt-out was recorded: what keeps it from leaving, as “identity has not been shown yet”</extracomment>
            <translation>Elle attend : %1.</translation>
        </message>
</context>
    <context>
        <name>guichet::ui::PapersModel</name>
        <message>
            <source>%1, of %2</source>
            <extracomment>In the list of papers owed, whose paper it is. %1 is initials, “Ms P. D.”, or “Without a name”; %2 is a day in words, when it was made</extracomment>
            <translation>%1, du %2</translation>
        </message>
        <message>
            <source>Owed since %1</source>
            <extracomment>Among the papers of a visit: this one was made on an earlier day and has not reached the person yet (“papier dû”). %1 is a day in words</extracomment>
            <translation>Dû depuis le %1</translation>
        </message>
        <message>
            <source>Without a name</source>
            <extracomment>Stands for %1 in “%1, of %2”: nobody was named when this paper was made</extracomment>
            <translation>Sans nom</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s)</source>
            <extracomment>Under the list, followed by a comma and “%n sheet(s)”: a paper is a whole, such as a receipt, of one sheet or many</extracomment>
            <translation>
                <numerusform>%n papier</numerusform>
                <numerusform>%n papiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <extracomment>After “%n paper(s), ”: sheets that come out of the printer (“feuilles”)</extracomment>
            <translation>
                <numerusform>%n feuille</numerusform>
                <numerusform>%n feuilles</numerusform>
            </translation>
        </message>
        <message>
            <source>Wait for the papers</source>
            <extracomment>On the button “All in hand”, in place of its words, while some have not come out: about 25 characters</extracomment>
            <translation>Attendre les papiers</translation>
        </message>
        <message>
            <source>The rest stays owed</source>
            <extracomment>On the same button, in place of its words, where every paper that is left was left out or did not come out: about 25 characters</extracomment>
            <translation>Ce qui manque reste dû</translation>
        </message>
        <message>
            <source>Print on “%1”</source>
            <extracomment>Button of a narrow card. %1: the spare printer's name.</extracomment>
            <translation>Imprimer sur « %1 »</translation>
        </message>
        <message>
            <source>To be signed first</source>
            <extracomment>On the button “All in hand”, in place of its words, where the only paper that came out is a form that the person has to sign</extracomment>
            <translation>À faire signer d’abord</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::PersonModel</name>
        <message>
            <source>received on %1</source>
            <extracomment>After a refusal’s or request’s status and “ · ”. %1 is a day in words. Small letter; feminine in French</extracomment>
            <translation>reçue le %1</translation>
        </message>
        <message>
            <source>No document to show here. Each category says whom to ask for one.</source>
            <extracomment>Message on the person’s page. Careful: some may exist that must not be shown. A category is one of the chips under it</extracomment>
            <translation>Aucun document à montrer ici. Chaque catégorie dit à qui le demander.</translation>
        </message>
        <message>
            <source>not said yet</source>
            <extracomment>After “Answer:”, on the way to how the person wants to be told: nobody has asked them</extracomment>
            <translation>pas encore dit</translation>
        </message>
        <message>
            <source>This receipt is not one of this person’s, or not of this counter.</source>
            <extracomment>Banner, after a receipt was scanned while somebody is served. It must not say whose it is</extracomment>
            <translation>Ce reçu n’est pas à cette personne, ou pas de ce guichet.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::PresenceModel</name>
        <message>
            <source>The person</source>
            <extracomment>Chip, first answer to “Who is here”: the person whose matter it is, alone</extracomment>
            <translation>La personne</translation>
        </message>
        <message>
            <source>A parent</source>
            <extracomment>Chip: father or mother of a minor, with parental authority. Say no gender, and not “a relative”</extracomment>
            <translation>Un parent</translation>
        </message>
        <message>
            <source>A guardian</source>
            <extracomment>Chip: who was named by a judge, or empowered in the family, to represent somebody (“tuteur”)</extracomment>
            <translation>Un tuteur</translation>
        </message>
        <message>
            <source>With assistance</source>
            <extracomment>Chip: the person comes with who must assist them by a judge’s order (“curatelle”). It is the person who decides</extracomment>
            <translation>Avec assistance</translation>
        </message>
        <message>
            <source>With a proxy</source>
            <extracomment>Chip: somebody with the health insurance’s own proxy form (“procuration”), for one month</extracomment>
            <translation>Avec procuration</translation>
        </message>
        <message>
            <source>With a mandate</source>
            <extracomment>Chip: somebody with a written mandate of the person for this matter (“mandat”); not the proxy form</extracomment>
            <translation>Avec mandat</translation>
        </message>
        <message>
            <source>An heir</source>
            <extracomment>Chip: somebody with a right in the file of who has died, heir or spouse (“ayant droit”)</extracomment>
            <translation>Un ayant droit</translation>
        </message>
        <message>
            <source>Somebody who brings a paper</source>
            <extracomment>Chip: a messenger, who hands in what another has signed and may learn nothing</extracomment>
            <translation>Quelqu’un qui apporte un papier</translation>
        </message>
        <message>
            <source>A helper, with the person</source>
            <extracomment>Chip: the person is here, and somebody helps them (“aidant”), without any power to act for them</extracomment>
            <translation>Un aidant, avec la personne</translation>
        </message>
        <message>
            <source>It matches.</source>
            <extracomment>Under the field, and read aloud: what the person said is right. What the file says is never shown</extracomment>
            <translation>Cela correspond.</translation>
        </message>
        <message>
            <source>For a minor. What the minor asked to keep to themselves stays hidden.</source>
            <extracomment>Small line for “A parent”: who it is for, and a minor’s right to keep things from their parents</extracomment>
            <translation>Pour un mineur. Ce que le mineur a demandé de garder pour lui reste caché.</translation>
        </message>
        <message>
            <source>A measure with representation, or a family authorisation.</source>
            <extracomment>Small line for “A guardian”: terms of the law, “mesure de protection avec représentation”, “habilitation familiale”</extracomment>
            <translation>Mesure de protection avec représentation, ou habilitation familiale.</translation>
        </message>
        <message>
            <source>The protected person decides and signs; they must agree expressly.</source>
            <extracomment>Small line for “With assistance”: “they” is the protected person, whose express consent the law wants</extracomment>
            <translation>La personne protégée décide et signe ; son accord exprès est nécessaire.</translation>
        </message>
        <message>
            <source>A written mandate for this, and both identities.</source>
            <extracomment>Small line for “With a mandate”: what must be shown. Both: of who gave the mandate and of who has it</extracomment>
            <translation>Un mandat écrit pour cela, et les deux identités.</translation>
        </message>
        <message>
            <source>Heir, spouse or partner of somebody who has died.</source>
            <extracomment>Small line for “An heir”: partner by a PACS or by living together</extracomment>
            <translation>Héritier, conjoint ou partenaire d’une personne décédée.</translation>
        </message>
        <message>
            <source>Seen: %1</source>
            <extracomment>Box to tick: the agent saw the paper. %1 names it, “judgment or family authorisation”, of any gender: agree with none</extracomment>
            <translation>Vu : %1</translation>
        </message>
        <message>
            <source>Without a document: requests and opt-outs can be received, blank forms printed. Nothing held about the person is shown.</source>
            <extracomment>Message, when nothing was shown: what can still be done first, then what can’t. A document of identity</extracomment>
            <translation>Sans document : démarches et oppositions sont reçues, les formulaires vierges imprimés. Rien de ce qui est détenu n’est montré.</translation>
        </message>
        <message>
            <source>Ask for one more thing</source>
            <extracomment>On the main button, in place of its words: the person is to say one more thing about themselves</extracomment>
            <translation>Demander encore un renseignement</translation>
        </message>
        <message>
            <source>Enter who is here</source>
            <extracomment>On the main button, in place of its words: the name of who came for the person is missing</extracomment>
            <translation>Saisir qui est là</translation>
        </message>
        <message>
            <source>Choose what was shown</source>
            <extracomment>On the main button, in place of its words: none of the identity papers is chosen, not even “Nothing”</extracomment>
            <translation>Choisir ce qui a été présenté</translation>
        </message>
        <message>
            <source>No match: “%1”. Ask again, or for something else.</source>
            <extracomment>Under the field, and read aloud: what the person said is not in the file. Not “wrong”: they may have been misheard. %1 is what was typed; a number is masked</extracomment>
            <translation>« %1 » ne correspond pas. Redemander, ou demander autre chose.</translation>
        </message>
        <message>
            <source>Somebody close, without any of these</source>
            <extracomment>Chip, last answer to “Who is here”: family, friend or neighbour who has no title to act</extracomment>
            <translation>Un proche, sans rien de cela</translation>
        </message>
        <message>
            <source>The person is here and acts; the helper only accompanies. What is hidden from others stays hidden.</source>
            <extracomment>Under the chips of “Who is here”</extracomment>
            <translation>La personne est là et agit ; l’accompagnant est seulement avec elle. Ce qui est caché aux autres le reste.</translation>
        </message>
        <message>
            <source>It held until %1: a new one is needed. What is asked is received all the same.</source>
            <extracomment>Under the date of a proxy whose month is over; %1 is a day</extracomment>
            <translation>Elle a valu jusqu’au %1 : il en faut une nouvelle. La demande est reçue quand même.</translation>
        </message>
        <message>
            <source>Being close to somebody gives no right to see their file or to act for them, even with the same name or with the carte Vitale in hand. A paper that the person has signed can be received.</source>
            <extracomment>What can be done for somebody who has no title; to be said to them by the agent</extracomment>
            <translation>Être proche d’une personne ne permet ni de voir son dossier, ni d’agir pour elle, même avec le même nom ou sa carte Vitale en main. Un papier qu’elle a signé peut être reçu.</translation>
        </message>
        <message>
            <source>Print why, and a blank mandate</source>
            <extracomment>Button: a sheet that explains it, with a form to be filled in at home</extracomment>
            <translation>Imprimer le pourquoi, et un mandat vierge</translation>
        </message>
        <message>
            <source>Print what to come back with</source>
            <extracomment>Button: a slip that says which documents to bring</extracomment>
            <translation>Imprimer avec quoi revenir</translation>
        </message>
        <message>
            <source>Say on what ground they act</source>
            <extracomment>Why nobody can go on yet: no answer but “somebody close” is chosen</extracomment>
            <translation>Dire à quel titre cette personne agit</translation>
        </message>
        <message>
            <source>Write from which day it holds</source>
            <extracomment>Why nobody can go on yet: the day of the proxy that was seen</extracomment>
            <translation>Écrire depuis quel jour elle vaut</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::ReceiptModel</name>
        <message>
            <source>Scan or type the code</source>
            <extracomment>On the main button, in place of its words, while the field is empty</extracomment>
            <translation>Scanner ou saisir le code</translation>
        </message>
        <message>
            <source>Genuine: this counter wrote it.</source>
            <extracomment>Message with a tick: the receipt is real. “Authentique” is the word that the texts around it use</extracomment>
            <translation>Authentique : ce guichet l’a écrit.</translation>
        </message>
        <message>
            <source>Not found: no receipt of this counter.</source>
            <extracomment>Message: the other answer. Never “false” or “forged”: it may have been misread</extracomment>
            <translation>Introuvable : pas un reçu de ce guichet.</translation>
        </message>
        <message>
            <source>To open the case, identify the person first.</source>
            <extracomment>Under “Genuine”: nothing else is said about it without knowing who asks. The case is the “dossier”</extracomment>
            <translation>Pour ouvrir le dossier, identifier d’abord la personne.</translation>
        </message>
        <message>
            <source>A letter may have been misread; another counter may have made it.</source>
            <extracomment>Under “Not found”: two harmless reasons. “It” is the receipt</extracomment>
            <translation>Une lettre est peut-être mal lue ; un autre guichet l’a peut-être fait.</translation>
        </message>
    </context>
    <context>
        <name>CaseScreen</name>
        <message>
            <source>Call the operator together</source>
            <extracomment>A way to another screen: the telephone call is made at the counter</extracomment>
            <translation>Appeler l’opérateur ensemble</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; to the list or the person’s page, or from what is being done to the case</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>To print</source>
            <extracomment>Heading over what can be printed of a case: a letter, its statement, its receipt</extracomment>
            <translation>À imprimer</translation>
        </message>
        <message>
            <source>What came back</source>
            <extracomment>Name of a group of answers: what somebody decided on a request or an opt-out</extracomment>
            <translation>Ce qui est revenu</translation>
        </message>
        <message>
            <source>The person gives it up: “je renonce à ma demande”. It stays written that it was asked and given up; nothing undoes this.</source>
            <extracomment>Before an opt-out or a request is withdrawn</extracomment>
            <translation>La personne y renonce : « je renonce à ma demande ». Il reste écrit qu’elle a été faite et abandonnée ; rien ne revient là-dessus.</translation>
        </message>
        <message>
            <source>What happened</source>
            <extracomment>Heading over the steps of a case, the newest first</extracomment>
            <translation>Ce qui s’est passé</translation>
        </message>
        <message>
            <source>It is noted that this was shown: %1. What was signed together then waits for it no longer.</source>
            <extracomment>Before it is noted; %1 as “present, identity card seen”</extracomment>
            <translation>On note ce qui a été montré : %1. Ce qui a été signé ensemble ne l’attend plus.</translation>
        </message>
    </context>
    <context>
        <name>CasesScreen</name>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; to the day</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>The oldest first. Each leads to what became of it, and to what can be done.</source>
            <extracomment>Under the title of a list of opt-outs and requests</extracomment>
            <translation>Les plus anciennes d’abord. Chacune mène à ce qu’elle est devenue, et à ce qui peut être fait.</translation>
        </message>
        <message>
            <source>Nothing is left in this list.</source>
            <extracomment>In place of a list of opt-outs and requests that is empty</extracomment>
            <translation>Il n’y a plus rien dans cette liste.</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n are left)</source>
            <extracomment>Button under a list of opt-outs and requests: shows thirty more. %n from 1 on</extracomment>
            <translation>
                <numerusform>En montrer plus (il en reste %n)</numerusform>
                <numerusform>En montrer plus (il en reste %n)</numerusform>
            </translation>
        </message>
        <message>
            <source>What proves that it left. Nothing is done yet: only the answer says so.</source>
            <extracomment>Under the title, while it is noted that a slip has left</extracomment>
            <translation>Ce qui prouve qu’il est parti. Rien n’est encore fait : seule la réponse le dira.</translation>
        </message>
        <message>
            <source>Print it again</source>
            <extracomment>Button: the same slip is printed once more</extracomment>
            <translation>Réimprimer</translation>
        </message>
        <message>
            <source>How it left</source>
            <extracomment>Not seen: what a screen reader says for the ways of sending</extracomment>
            <translation>Comment il est parti</translation>
        </message>
        <message>
            <source>The number of the registered letter, or who took it</source>
            <extracomment>Field label: the proof that a slip left</extracomment>
            <translation>Le numéro du recommandé, ou qui l’a pris</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::CasesModel</name>
        <message>
            <source>received on %1</source>
            <extracomment>Small line under an opt-out or a request of a list: the day it was received. Feminine in French</extracomment>
            <translation>reçue le %1</translation>
        </message>
        <message>
            <source>It has left</source>
            <extracomment>Main button: the slip with its requests was posted or handed over</extracomment>
            <translation>Il est parti</translation>
        </message>
        <message>
            <source>Print the slip</source>
            <extracomment>Main button: a numbered list of all that waits to be sent is printed</extracomment>
            <translation>Imprimer le bordereau</translation>
        </message>
        <message>
            <source>Choose how it left</source>
            <extracomment>On the main button, in place of its words: none of the ways is chosen</extracomment>
            <translation>Choisir comment il est parti</translation>
        </message>
        <message>
            <source>Write by what it is known</source>
            <extracomment>On the main button, in place of its words: the proof that it left is missing</extracomment>
            <translation>Écrire ce qui le prouve</translation>
        </message>
        <message>
            <source>Finish the date, or empty it</source>
            <extracomment>On the main button, in place of its words, about 30 characters, where the day is begun and no date yet</extracomment>
            <translation>Finir la date, ou l’effacer</translation>
        </message>
        <message>
            <source>Slip %1 has left</source>
            <extracomment>A way, one for each slip that was printed and is not said to have left. %1 is its number</extracomment>
            <translation>Le bordereau %1 est parti</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) on it</source>
            <extracomment>Under the number of a slip. %n from 1 on</extracomment>
            <translation>
                <numerusform>%n demande</numerusform>
                <numerusform>%n demandes</numerusform>
            </translation>
        </message>
        <message>
            <source>Slip %1</source>
            <extracomment>That a slip was printed, before “– Sent to the printer”. %1 is its number</extracomment>
            <translation>Bordereau %1</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) noted as sent; none of them is done yet.</source>
            <extracomment>After a slip was noted as sent. %n from 1 on</extracomment>
            <translation>
                <numerusform>%n demande notée comme transmise ; elle n’est pas encore faite.</numerusform>
                <numerusform>%n demandes notées comme transmises ; aucune n’est encore faite.</numerusform>
            </translation>
        </message>
        <message>
            <source>made, not printed yet</source>
            <extracomment>After “Slip %1 –”: the slip is registered, its paper did not go to the printer</extracomment>
            <translation>fait, pas encore imprimé</translation>
        </message>
        <message numerus="yes">
            <source>%n still wait(s); each says for what.</source>
            <extracomment>After it: requests that are not on the slip yet. %n from 1 on</extracomment>
            <translation>
                <numerusform>%n demande attend encore ; elle dit quoi.</numerusform>
                <numerusform>%n demandes attendent encore ; chacune dit quoi.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::CaseModel</name>
        <message>
            <source>This file could not be read</source>
            <extracomment>Title of the screen; why stands under it, with a button to try again</extracomment>
            <translation>Ce dossier n’a pas pu être lu</translation>
        </message>
        <message>
            <source>Letter to the person: what became of it</source>
            <extracomment>Button: prints the agency’s letter to the person: confirmed, refused, accepted, late</extracomment>
            <translation>Lettre à la personne : ce qu’il en est</translation>
        </message>
        <message>
            <source>One moment…</source>
            <extracomment>Title while a case is being read</extracomment>
            <translation>Un instant…</translation>
        </message>
        <message>
            <source>received on %1</source>
            <extracomment>Under the title of a case: the day it was received. Feminine in French</extracomment>
            <translation>reçue le %1</translation>
        </message>
        <message>
            <source>Letter: attest the acceptance</source>
            <extracomment>Button: prints the person’s letter that asks for a paper that says that silence is an acceptance</extracomment>
            <translation>Lettre : faire attester l’acceptation</translation>
        </message>
        <message>
            <source>Letter to the appeal board</source>
            <extracomment>Button: prints the person’s letter. The board is the “commission de recours amiable”</extracomment>
            <translation>Lettre à la commission de recours amiable</translation>
        </message>
        <message>
            <source>Letter to the medical appeal board</source>
            <extracomment>Button: prints the person’s letter. The board is the “commission médicale de recours amiable”</extracomment>
            <translation>Lettre à la commission médicale de recours amiable</translation>
        </message>
        <message>
            <source>Letter to the CADA</source>
            <extracomment>Button: prints the person’s letter to the commission on access to documents</extracomment>
            <translation>Lettre à la CADA</translation>
        </message>
        <message>
            <source>Letter to the CNIL</source>
            <extracomment>Button: prints the person’s letter to the data protection authority</extracomment>
            <translation>Lettre à la CNIL</translation>
        </message>
        <message>
            <source>Letter to the mediator</source>
            <extracomment>Button: prints the person’s letter</extracomment>
            <translation>Lettre au médiateur</translation>
        </message>
        <message>
            <source>Letter to the Defender of Rights</source>
            <extracomment>Button: prints the person’s letter. It is the “Défenseur des droits”</extracomment>
            <translation>Lettre au Défenseur des droits</translation>
        </message>
        <message>
            <source>The statement of its steps</source>
            <extracomment>Button: prints a page with every step of a case, its date and evidence</extracomment>
            <translation>Le relevé de ses étapes</translation>
        </message>
        <message>
            <source>The sheet to call the operator</source>
            <extracomment>Button: prints what somebody needs who calls about an opt-out: number, hours, what to say</extracomment>
            <translation>La fiche pour appeler l’opérateur</translation>
        </message>
        <message>
            <source>Its last receipt again</source>
            <extracomment>Button: prints the last receipt of a case once more</extracomment>
            <translation>Son dernier reçu, de nouveau</translation>
        </message>
        <message>
            <source>Why it was refused, and by which letter</source>
            <extracomment>Label of a field: the reason and the evidence that an opt-out was refused</extracomment>
            <translation>Pourquoi elle est refusée, et par quelle lettre</translation>
        </message>
        <message>
            <source>To which service, and how</source>
            <extracomment>Label of a field: where a request was forwarded to, and by what means</extracomment>
            <translation>À quel service, et par quel moyen</translation>
        </message>
        <message>
            <source>By what it is known: the letter, its date, its number</source>
            <extracomment>Label of a field: the evidence of a decision</extracomment>
            <translation>Ce qui le montre : la lettre, sa date, son numéro</translation>
        </message>
        <message>
            <source>Add, and print the receipt</source>
            <extracomment>Main button: the ticked documents are added to a request, and a new receipt comes out</extracomment>
            <translation>Ajouter et imprimer le reçu</translation>
        </message>
        <message>
            <source>Note it</source>
            <extracomment>Main button: what was decided is written in the register</extracomment>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Withdraw it</source>
            <extracomment>Main button: the opt-out or request is withdrawn</extracomment>
            <translation>Noter l’abandon</translation>
        </message>
        <message>
            <source>Tick what has come</source>
            <extracomment>On the main button, in place of its words, while no document is ticked</extracomment>
            <translation>Cocher ce qui est arrivé</translation>
        </message>
        <message>
            <source>Choose what came back</source>
            <extracomment>On the main button, in place of its words, while no decision is chosen</extracomment>
            <translation>Choisir ce qui est revenu</translation>
        </message>
        <message>
            <source>Write by what it is known</source>
            <extracomment>On the main button, in place of its words, while the evidence is not written</extracomment>
            <translation>Écrire ce qui le montre</translation>
        </message>
        <message>
            <source>Missing</source>
            <extracomment>Label beside a document, or an answer, that a request lacks</extracomment>
            <translation>Il manque</translation>
        </message>
        <message>
            <source>To be brought by</source>
            <extracomment>Label beside a day: the last one to bring what is missing</extracomment>
            <translation>À apporter au plus tard le</translation>
        </message>
        <message>
            <source>News was promised by: late</source>
            <extracomment>Label beside a day that is over: something was promised by then</extracomment>
            <translation>Des nouvelles étaient promises, en retard depuis le</translation>
        </message>
        <message>
            <source>News is promised by</source>
            <extracomment>Label beside a day: an answer, or news, is promised by then</extracomment>
            <translation>Des nouvelles sont promises au plus tard le</translation>
        </message>
        <message>
            <source>Without an answer, accepted from</source>
            <extracomment>Label beside the day from which silence is an acceptance. Feminine in French</extracomment>
            <translation>Sans réponse, acceptée à partir du</translation>
        </message>
        <message>
            <source>Without an answer, refused from</source>
            <extracomment>Label beside the day from which silence is a refusal. Feminine in French</extracomment>
            <translation>Sans réponse, refusée à partir du</translation>
        </message>
        <message>
            <source>A document has come</source>
            <extracomment>Button: documents that a request lacked are added (“pièces”)</extracomment>
            <translation>Une pièce est arrivée</translation>
        </message>
        <message>
            <source>Note what came back</source>
            <extracomment>Button: a decision on an opt-out or a request is written down</extracomment>
            <translation>Noter ce qui est revenu</translation>
        </message>
        <message>
            <source>The person gives it up</source>
            <extracomment>Button: the opt-out or request is to be withdrawn (“je renonce à ma demande”)</extracomment>
            <translation>La personne y renonce</translation>
        </message>
        <message>
            <source>Missing so far</source>
            <extracomment>Small line under a document that a request needs and lacks</extracomment>
            <translation>Manque encore</translation>
        </message>
        <message>
            <source>Its paper is not printed yet.</source>
            <extracomment>Message after something was noted, before the printer’s own trouble</extracomment>
            <translation>Son papier n’est pas encore imprimé.</translation>
        </message>
        <message>
            <source>It is added.</source>
            <extracomment>Message: the documents are added to the request</extracomment>
            <translation>C’est ajouté.</translation>
        </message>
        <message>
            <source>It is noted.</source>
            <extracomment>Message: the decision is in the register</extracomment>
            <translation>C’est noté.</translation>
        </message>
        <message>
            <source>It is withdrawn; its statement says so.</source>
            <extracomment>Message: the opt-out or request is withdrawn. The statement is a paper, “relevé”</extracomment>
            <translation>L’abandon est noté ; son relevé le dit.</translation>
        </message>
        <message>
            <source>Answer what was left open</source>
            <extracomment>Button of a case, about 30 characters: questions of the form that were not answered are answered now</extracomment>
            <translation>Répondre à ce qui manque</translation>
        </message>
        <message>
            <source>Write an answer</source>
            <extracomment>On the main button, in place of its words: no question is answered yet</extracomment>
            <translation>Écrire une réponse</translation>
        </message>
        <message>
            <source>as for everything else</source>
            <extracomment>After “Answer:”, on the way to how the person wants to be told of this request: nothing else was said for it</extracomment>
            <translation>comme pour le reste</translation>
        </message>
        <message>
            <source>It waits</source>
            <extracomment>Label: what keeps an opt-out from leaving</extracomment>
            <translation>Elle attend</translation>
        </message>
        <message>
            <source>Identity is shown now</source>
            <extracomment>Button: who may ask for it has come and shown who they are</extracomment>
            <translation>L’identité est montrée maintenant</translation>
        </message>
        <message>
            <source>It is for the person: post it.</source>
            <extracomment>After the name of a paper that was printed while somebody else is here, who learns nothing</extracomment>
            <translation>Il est pour la personne : le poster.</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::RequestModel</name>
        <message>
            <source>A refusal, an opt-out: %1. It is asked for from the person’s page.</source>
            <extracomment>Above the list of forms, where what was typed is no form. %1 is the title of what can be opposed</extracomment>
            <translation>C’est un refus, une opposition : %1. Elle se demande depuis la page de la personne.</translation>
        </message>
        <message>
            <source>A request</source>
            <extracomment>Title, while the form is being chosen: “démarche”, as on the button that led here</extracomment>
            <translation>Une démarche</translation>
        </message>
        <message>
            <source>The paper is to be read and signed</source>
            <extracomment>Title, once the filled form came out: the person reads and signs it by hand. Not done yet</extracomment>
            <translation>Le papier est à lire et à signer</translation>
        </message>
        <message>
            <source>Received</source>
            <extracomment>Title, once the request is in the register: the counter has it. Feminine in French (la demande)</extracomment>
            <translation>Reçue</translation>
        </message>
        <message>
            <source>Page %1 of %2. What is not known may stay empty: the request is received all the same.</source>
            <extracomment>Under the form’s title: pages on the screen, not of paper. An incomplete request is taken, by law</extracomment>
            <translation>Page %1 sur %2. Ce qui n’est pas connu peut rester vide : la demande est reçue quand même.</translation>
        </message>
        <message>
            <source>The whole form. What is not known may stay empty: the request is received all the same.</source>
            <extracomment>Under the form’s title, where all its questions stand on one page, in place of “Page 1 of 3. …”</extracomment>
            <translation>Tout le formulaire. Ce qui n’est pas connu peut rester vide : la demande est reçue quand même.</translation>
        </message>
        <message>
            <source>Page by page</source>
            <extracomment>Button, while all questions of a form stand on one page: shows a few at a time. What is written stays</extracomment>
            <translation>Page par page</translation>
        </message>
        <message>
            <source>The whole form</source>
            <extracomment>Button, while a few questions of a form are shown at a time: shows them all, on one page. What is written stays</extracomment>
            <translation>Tout le formulaire</translation>
        </message>
        <message>
            <source>Tick what is there. What is missing can be brought later: the date counts from today.</source>
            <extracomment>Under the form’s title, above the documents that go with it: the day of today is the day that counts</extracomment>
            <translation>Cocher ce qui est là. Ce qui manque peut venir plus tard : la date du jour compte.</translation>
        </message>
        <message>
            <source>Read the answers out, then print the paper to sign.</source>
            <extracomment>Under the form’s name, for the agent, on the page where documents are ticked, when the form needs none</extracomment>
            <translation>Relire les réponses avec la personne, puis imprimer le papier à signer.</translation>
        </message>
        <message>
            <source>Nothing is filed before it is signed.</source>
            <extracomment>Under the title, while the paper is to be signed; filed is “déposé”, the word for a request</extracomment>
            <translation>Rien n’est déposé avant la signature.</translation>
        </message>
        <message>
            <source>Form %1</source>
            <extracomment>Above the answers, before they are printed. %1 is the form’s official number and its edition, “12485*03 / S3704, edition 2026-11”, or “No official number, edition 2026-11”</extracomment>
            <translation>Formulaire : %1</translation>
        </message>
        <message>
            <source>May sign on another day and elsewhere</source>
            <extracomment>Under who signs a form: they need not come to this counter</extracomment>
            <translation>Peut signer un autre jour et ailleurs</translation>
        </message>
        <message>
            <source>The paper can be taken along, signed elsewhere on another day, and brought back here.</source>
            <extracomment>Message under who signs, before the form is printed, where one of them may sign elsewhere</extracomment>
            <translation>Le papier peut être emporté, signé ailleurs un autre jour, puis rapporté ici.</translation>
        </message>
        <message>
            <source>This request needs no document beside.</source>
            <extracomment>Message in place of the list of documents: the form alone is enough. Such documents are “pièces”</extracomment>
            <translation>Cette démarche ne demande aucune pièce.</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <extracomment>Message under the ticked documents: all that are needed are there</extracomment>
            <translation>Rien ne manque.</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) missing: the receipt lists them, with the day to bring them by.</source>
            <extracomment>Message under the documents that go with the form (“pièces”, feminine). %n is 1 or more</extracomment>
            <translation>
                <numerusform>%n pièce manque : le reçu la nomme, avec le jour limite.</numerusform>
                <numerusform>%n pièces manquent : le reçu les nomme, avec le jour limite.</numerusform>
            </translation>
        </message>
        <message>
            <source>Continue</source>
            <extracomment>Main button, from page to page of a form</extracomment>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Print the paper to sign</source>
            <extracomment>Main button after the last page: the filled form comes out, nothing is filed by it</extracomment>
            <translation>Imprimer le papier à signer</translation>
        </message>
        <message>
            <source>Go on to the signature</source>
            <extracomment>Button of the last page before it is signed, in place of “Print the paper to sign”, once that paper is printed</extracomment>
            <translation>Aller à la signature</translation>
        </message>
        <message>
            <source>File it</source>
            <extracomment>Main button, once the paper is signed: now the request counts (“déposer”)</extracomment>
            <translation>Déposer</translation>
        </message>
        <message>
            <source>Done</source>
            <extracomment>Main button, at the end: goes back to the person’s page. Said of the work at the screen, not of the request</extracomment>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Choose a form</source>
            <extracomment>On the main button, in place of its words, while no form is chosen</extracomment>
            <translation>Choisir un formulaire</translation>
        </message>
        <message>
            <source>The original</source>
            <extracomment>Small line under a document to bring (“pièce”): a copy is not taken</extracomment>
            <translation>L’original</translation>
        </message>
        <message>
            <source>If there is one</source>
            <extracomment>Small line under a document that not everybody has. Feminine in French (une pièce)</extracomment>
            <translation>S’il y en a une</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <extracomment>In the list of what was filed. %1 names a document or a field, of any gender and number: agree with none</extracomment>
            <translation>Manque : %1</translation>
        </message>
        <message>
            <source>To be brought by %1.</source>
            <extracomment>In the list of what was filed, after what is missing. %1 is a day in words: the last one</extracomment>
            <translation>À apporter au plus tard le %1.</translation>
        </message>
        <message>
            <source>It is filed; the receipt is not printed yet.</source>
            <extracomment>Message when the printer failed after filing, before the printer’s own trouble: the request counts</extracomment>
            <translation>La demande est déposée ; le reçu n’est pas encore imprimé.</translation>
        </message>
    <message>
        <source>Removed</source>
        <extracomment>Title: the request that was prepared and not signed is removed.</extracomment>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Start again</source>
        <extracomment>A button: from the choice of the form on, empty.</extracomment>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>The person does not want this</source>
        <extracomment>Stands on the button that would go on</extracomment>
        <translation>La personne ne le veut pas</translation>
    </message>
        <message>
            <source>The paper is signed already</source>
            <extracomment>Title, where a paper that was signed before is keyed in: its day and number are asked for</extracomment>
            <translation>Le papier est déjà signé</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::SignInModel</name>
        <message>
            <source>Checking…</source>
            <extracomment>On the main button, in place of its words, for about a second: the PIN is being tried</extracomment>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>Enter the agent code</source>
            <extracomment>On the main button, in place of its words, while the code is missing</extracomment>
            <translation>Saisir le code agent</translation>
        </message>
        <message>
            <source>Enter the PIN</source>
            <extracomment>On the main button, in place of its words, while no digit was typed; “code personnel”, as the field’s label</extracomment>
            <translation>Saisir le code personnel</translation>
        </message>
    </context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <extracomment>Button at the foot of a dialog; what was changed in it stays</extracomment>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>HideButton</name>
    <message>
        <source>Hide</source>
        <extracomment>A button: everything on the screens is hidden at once</extracomment>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>guichet::ui::LeftVisitsModel</name>
    <message>
        <source>Begun at %1 by %2</source>
        <extracomment>Of an interrupted visit: the time, and the code of an agent</extracomment>
        <translation>Commencée à %1 par %2</translation>
    </message>
</context>
<context>
    <name>LookSheet</name>
    <message>
        <source>Words and colours</source>
        <extracomment>Title of the dialog behind the button “Aa”: how this screen looks to who works at it</extracomment>
        <translation>Textes et couleurs</translation>
    </message>
    <message>
        <source>Size of the words</source>
        <extracomment>Bold, above the sizes to choose from; written words, on the screen</extracomment>
        <translation>Taille des textes</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>One of the sizes to choose from, in per cent, 100 to 200. Keep the space before the sign that your language wants</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>Bold, above the three chips Light, Dark, High contrast</extracomment>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Chip: dark words on a light ground. Of the colours: feminine plural in French</extracomment>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>Chip: light words on a dark ground. Of the colours: feminine plural in French</extracomment>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>Chip: white and bright colours on black, for who sees little. Here the noun stands for itself, and agrees with nothing</extracomment>
        <translation>Contraste fort</translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <extracomment>Box to tick: no animation, for whom moving things make dizzy</extracomment>
        <translation>Rien ne bouge tout seul</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <extracomment>Plain button: back to light colours, the smallest size, and movement</extracomment>
        <translation>Comme au début</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>03041941, 3 april 41</source>
        <extracomment>Inside every empty date field without words of its own: two ways to write 3 April 1941, day first; the field knows French and English months only</extracomment>
        <translation>03041941, 3 avril 41</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Print on the other printer</source>
        <extracomment>A button of a card, as an example; the card of a paper that did not come out.</extracomment>
        <translation>Imprimer sur l’autre</translation>
    </message>
    <message>
        <source>Gallery</source>
        <extracomment>Title, and name of the window, of a page that shows every button and field once: for who builds screens, not for agents</extracomment>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>The components of the screens, each in its states.</source>
        <extracomment>Under the title of the gallery: what its page shows</extracomment>
        <translation>Les éléments des écrans, chacun dans ses états.</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Sample of a button of the bottom bar, as screens have it; it does nothing</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The one action</source>
        <extracomment>Sample of the main button and of the large one: each screen has one main thing to do</extracomment>
        <translation>L’action principale</translation>
    </message>
    <message>
        <source>Another one</source>
        <extracomment>Sample of a button beside the main one: another action, feminine in French</extracomment>
        <translation>Une autre</translation>
    </message>
    <message>
        <source>Words and colours</source>
        <extracomment>Button at the top of the gallery; opens the dialog of the same name</extracomment>
        <translation>Textes et couleurs</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>Heading of the gallery: the sizes of letters. Printing type, not “kind”</extracomment>
        <translation>Caractères</translation>
    </message>
    <message>
        <source>Tile</source>
        <extracomment>Sample of the letters’ size that large buttons have; named after them</extracomment>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Body: what one reads</source>
        <extracomment>Sample of the size that most sentences have</extracomment>
        <translation>Texte : ce qui se lit</translation>
    </message>
    <message>
        <source>Small: what goes with it</source>
        <extracomment>Sample of the small size, of second lines; “it” is the sentence above</extracomment>
        <translation>Petit : ce qui l’accompagne</translation>
    </message>
    <message>
        <source>Buttons</source>
        <extracomment>Heading of the gallery, above samples of buttons</extracomment>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>Beside a list</source>
        <extracomment>Sample of the small round button; says where such a one stands</extracomment>
        <translation>Près d’une liste</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <extracomment>Sample of a button that can’t be pressed yet and says why in place of its words</extracomment>
        <translation>Ce qui manque encore</translation>
    </message>
    <message>
        <source>On the bar</source>
        <extracomment>Sample of a button on the dark top bar; says where such a one stands</extracomment>
        <translation>Dans la barre</translation>
    </message>
    <message>
        <source>Fields</source>
        <extracomment>Heading of the gallery, above samples of fields to write in</extracomment>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Empty</source>
        <extracomment>Label of a sample field that has nothing in it. The field: masculine in French</extracomment>
        <translation>Vide</translation>
    </message>
    <message>
        <source>What to write</source>
        <extracomment>Inside the empty sample field: where a hint stands</extracomment>
        <translation>Ce qu’il faut écrire</translation>
    </message>
    <message>
        <source>Understood</source>
        <extracomment>Label of a sample field with a good answer in it; past participle, of the field</extracomment>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>Label of a sample field with a wrong answer in it; past participle, of the field</extracomment>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Two digits are missing.</source>
        <extracomment>Sample of what stands under a field with a mistake: of a social security number</extracomment>
        <translation>Il manque deux chiffres.</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Label of the sample date field, which works</extracomment>
        <translation>Date</translation>
    </message>
    <message>
        <source>Choices</source>
        <extracomment>Heading of the gallery, above chips and cards to choose from</extracomment>
        <translation>Choix</translation>
    </message>
    <message>
        <source>One of a few</source>
        <extracomment>Sample of a chip that is not chosen: one answer among few</extracomment>
        <translation>Un parmi peu</translation>
    </message>
    <message>
        <source>Chosen</source>
        <extracomment>Sample of a chip and of a card that is chosen. Masculine in French</extracomment>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>With a count</source>
        <extracomment>Sample of a chip and of a large button with a number at its side</extracomment>
        <translation>Avec un nombre</translation>
    </message>
    <message>
        <source>One answer</source>
        <extracomment>Sample of a card to choose, its first line</extracomment>
        <translation>Une réponse</translation>
    </message>
    <message>
        <source>What it means, in a line.</source>
        <extracomment>Sample of the small second line of cards and large buttons</extracomment>
        <translation>Ce que cela veut dire, en une ligne.</translation>
    </message>
    <message>
        <source>To tick</source>
        <extracomment>Sample of a card with an empty box</extracomment>
        <translation>À cocher</translation>
    </message>
    <message>
        <source>Ticked</source>
        <extracomment>Sample of a card with a ticked box. Masculine in French</extracomment>
        <translation>Coché</translation>
    </message>
    <message>
        <source>Tiles</source>
        <extracomment>Heading of the gallery, above the large buttons, which are called so</extracomment>
        <translation>Tuiles</translation>
    </message>
    <message>
        <source>Another way in</source>
        <extracomment>Sample of a large button that opens something else than the main one</extracomment>
        <translation>Une autre entrée</translation>
    </message>
    <message>
        <source>Notices</source>
        <extracomment>Heading of the gallery, above the messages in a frame</extracomment>
        <translation>Messages</translation>
    </message>
    <message>
        <source>What went wrong, and what to do.</source>
        <extracomment>Sample of a message about a trouble; says what such a one holds</extracomment>
        <translation>Ce qui s’est mal passé, et ce qu’il faut faire.</translation>
    </message>
    <message>
        <source>What to know.</source>
        <extracomment>Sample of a message that only informs, and of a second line</extracomment>
        <translation>Ce qu’il faut savoir.</translation>
    </message>
    <message>
        <source>What is done.</source>
        <extracomment>Sample of a message of success: something that was done</extracomment>
        <translation>Ce qui est fait.</translation>
    </message>
    <message>
        <source>What this does</source>
        <extracomment>Sample of a list’s heading, as on the screen of refusals</extracomment>
        <translation>Ce que cela fait</translation>
    </message>
    <message>
        <source>Lists</source>
        <extracomment>Heading of the gallery, above rows of documents and cards of papers</extracomment>
        <translation>Listes</translation>
    </message>
    <message>
        <source>A date</source>
        <extracomment>Sample, where a row of the list has a document’s date</extracomment>
        <translation>Une date</translation>
    </message>
    <message>
        <source>2 pages</source>
        <extracomment>Sample, where a row has a document’s number of pages</extracomment>
        <translation>2 pages</translation>
    </message>
    <message>
        <source>A title that was opened</source>
        <extracomment>Sample row whose title is shown: the person has unsealed it</extracomment>
        <translation>Un titre qui a été ouvert</translation>
    </message>
    <message>
        <source>A paper, in hand</source>
        <extracomment>Sample card: a paper that the person has got</extracomment>
        <translation>Un papier, en main</translation>
    </message>
    <message>
        <source>In hand</source>
        <extracomment>Sample of the state of that card, “A paper, in hand”, in the words of the real one</extracomment>
        <translation>En main</translation>
    </message>
    <message>
        <source>A paper on its way</source>
        <extracomment>Sample card: a paper that the printer is at</extracomment>
        <translation>Un papier en route</translation>
    </message>
    <message>
        <source>Being printed</source>
        <extracomment>Sample of the state of that card, “A paper on its way”, in the words of the real one</extracomment>
        <translation>En cours d’impression</translation>
    </message>
    <message>
        <source>A paper that did not come out</source>
        <extracomment>Sample card: a paper that the printer could not make</extracomment>
        <translation>Un papier qui n’est pas sorti</translation>
    </message>
    <message>
        <source>No paper in the printer</source>
        <extracomment>Sample of that card’s state: “paper” is what the tray holds</extracomment>
        <translation>Plus de papier dans l’imprimante</translation>
    </message>
    <message>
        <source>Steps of a visit</source>
        <extracomment>Heading of the gallery, above the row of steps from the top bar</extracomment>
        <translation>Étapes d’une visite</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>Heading of the gallery, above a sample of each colour</extracomment>
        <translation>Couleurs</translation>
    </message>
        <message>
            <source>%1 of %2</source>
            <extracomment>Under a bar: how much of some work is done</extracomment>
            <translation>%1 sur %2</translation>
        </message>
    </context>
<context>
    <name>RestWarning</name>
    <message>
        <source>Nobody seems to be here: the PIN will be asked for soon.</source>
        <extracomment>Framed warning over a hidden screen, read aloud once: soon it locks. Somebody may well sit there, reading</extracomment>
        <translation>Il n’y a plus personne ? Le code personnel sera bientôt demandé.</translation>
    </message>
    <message>
        <source>Nobody seems to be here: everything will be hidden soon, and the visit kept.</source>
        <extracomment>Framed warning over the screen, read aloud once: nobody touched anything for a while. Nothing is lost</extracomment>
        <translation>Il n’y a plus personne ? Tout sera bientôt masqué ; la visite est gardée.</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds left</source>
        <extracomment>Under that warning, counting down every second to 1; not read aloud</extracomment>
        <translation>
            <numerusform>Encore %n seconde</numerusform>
            <numerusform>Encore %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>I am still here</source>
        <extracomment>Button under the warning: any touch does the same. The agent speaks; no gender</extracomment>
        <translation>Je suis là</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Help: %1</source>
        <extracomment>Title of the help dialog. %1 is the help page’s name, such as “Blank forms”, with a capital</extracomment>
        <translation>Aide : %1</translation>
    </message>
    <message>
        <source>Usually</source>
        <extracomment>Bold, above the numbered steps of what one does on this screen</extracomment>
        <translation>D’habitude</translation>
    </message>
    <message>
        <source>When stuck</source>
        <extracomment>Bold, above the advice: when one does not know how to go on</extracomment>
        <translation>En cas de difficulté</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>Bold, above the list of keys of the keyboard that work everywhere</extracomment>
        <translation>Les touches</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One line of the list of keys. %1 is a key, “F9”; %2 what it does, “hides the screen”. Only the colon is yours: French has a space before it</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Print this page</source>
        <extracomment>Button at the foot of the help dialog: the help page on paper</extracomment>
        <translation>Imprimer cette page</translation>
    </message>
    <message>
        <source>An agent prints it</source>
        <extracomment>On that button, in place of its words, before anybody is signed in, or for an administrator</extracomment>
        <translation>Un agent l’imprime</translation>
    </message>
    <message>
        <source>Ask for a colleague, without a sound</source>
        <extracomment>A button: does the same as the key F8.</extracomment>
        <translation>Demander un collègue, sans bruit</translation>
    </message>
    <message>
        <source>What changed with this version</source>
        <extracomment>A button.</extracomment>
        <translation>Ce qui a changé avec cette version</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>Print a card of their settings</source>
        <extracomment>Button: prints a card with a code that holds language, size, colours and voice of the person’s display, to be shown at their next visit; “their”: the person’s</extracomment>
        <translation>Imprimer une carte de ses réglages</translation>
    </message>
    <message>
        <source>With the person</source>
        <extracomment>Title of the dialog: what helps the agent and the person to understand each other</extracomment>
        <translation>Avec la personne</translation>
    </message>
    <message>
        <source>Turn the screen towards the person</source>
        <extracomment>Button, where the counter has one screen only: it then shows nothing but what the person is asked; the agent turns it round by hand</extracomment>
        <translation>Tourner l’écran vers la personne</translation>
    </message>
    <message>
        <source>A sentence is shown on the person’s screen, in their language:</source>
        <extracomment>Above the sentences to choose from, where the person has a screen of their own</extracomment>
        <translation>Une phrase s’affiche sur l’écran de la personne, dans sa langue :</translation>
    </message>
    <message>
        <source>A sentence is shown in the person’s language; then turn the screen:</source>
        <extracomment>Above the sentences to choose from, where there is one screen: the agent turns it after choosing</extracomment>
        <translation>Une phrase s’affiche dans la langue de la personne ; tourner ensuite l’écran :</translation>
    </message>
    <message>
        <source>Sentences</source>
        <extracomment>Not seen: what a screen reader says before the list of ready sentences, such as “Please wait a moment”</extracomment>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Write to each other</source>
        <extracomment>A button: opens a conversation typed on the two screens, for a person who does not hear</extracomment>
        <translation>S’écrire</translation>
    </message>
    <message>
        <source>Read aloud what is on the person’s screen:</source>
        <extracomment>Stands before the buttons that work the voice</extracomment>
        <translation>Lire à voix haute ce qui est sur l’écran de la personne :</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>A button: the voice stops, and can go on</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>A button: the voice goes on where it stopped</extracomment>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Listen</source>
        <extracomment>A button: a voice reads what is on the screen</extracomment>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>A button: the voice says the sentence again</extracomment>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Slower</source>
        <extracomment>A button, of the voice</extracomment>
        <translation>Plus lent</translation>
    </message>
    <message>
        <source>Faster</source>
        <extracomment>A button, of the voice</extracomment>
        <translation>Plus vite</translation>
    </message>
    <message>
        <source>Softer</source>
        <extracomment>A button, of the voice</extracomment>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Louder</source>
        <extracomment>A button, of the voice</extracomment>
        <translation>Plus fort</translation>
    </message>
</context>
<context>
    <name>DialogueSheet</name>
    <message>
        <source>Write to each other</source>
        <extracomment>Title: a conversation typed on the two screens, for a person who does not hear</extracomment>
        <translation>S’écrire</translation>
    </message>
    <message>
        <source>The person reads it on their screen and answers there. Nothing is kept: it is forgotten at the end of the visit.</source>
        <extracomment>To the agent, where the person has a screen of their own</extracomment>
        <translation>La personne lit sur son écran et y répond. Rien n’est gardé : tout est oublié à la fin de la visite.</translation>
    </message>
    <message>
        <source>Write, then turn the screen: the person reads and answers. Nothing is kept: it is forgotten at the end of the visit.</source>
        <extracomment>To the agent, where there is one screen that both use by turns</extracomment>
        <translation>Écrivez, puis tournez l’écran : la personne lit et répond. Rien n’est gardé : tout est oublié à la fin de la visite.</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>Stands above what the agent wrote</extracomment>
        <translation>Vous</translation>
    </message>
    <message>
        <source>The person</source>
        <extracomment>Stands above what the person wrote</extracomment>
        <translation>La personne</translation>
    </message>
    <message>
        <source>What was written</source>
        <extracomment>Name of the list, for who does not see it</extracomment>
        <translation>Ce qui a été écrit</translation>
    </message>
    <message>
        <source>Your words</source>
        <extracomment>Label of the field that the agent types in</extracomment>
        <translation>Votre phrase</translation>
    </message>
    <message>
        <source>Write something</source>
        <extracomment>Stands on the button while the field is empty</extracomment>
        <translation>Écrivez quelque chose</translation>
    </message>
    <message>
        <source>Show it to the person</source>
        <extracomment>A button: what was typed goes to the person’s screen</extracomment>
        <translation>Montrer à la personne</translation>
    </message>
    <message>
        <source>Turn the screen towards the person</source>
        <extracomment>Button, where the counter has one screen only</extracomment>
        <translation>Tourner l’écran vers la personne</translation>
    </message>
</context>
<context>
    <name>AloneSheet</name>
    <message>
        <source>Alone with the person?</source>
        <extracomment>Title of a dialog, when a helper came along: is nobody else looking on. “Alone” is the agent, man or woman</extracomment>
        <translation>Seul avec la personne ?</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button that closes this dialog: no title is shown</extracomment>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Somebody is here with them. Before titles are shown, ask the person whether they want to be alone for a moment.</source>
        <extracomment>The dialog’s text, for the agent. “Them” is the person served; what the agent says to them is polite and leaves them free</extracomment>
        <translation>Quelqu’un l’accompagne. Avant d’afficher des titres, demandez à la personne si elle veut être seule un instant.</translation>
    </message>
    <message>
        <source>The person has decided: go on</source>
        <extracomment>Button of this dialog: the person said whether they want to be alone, either way</extracomment>
        <translation>La personne a choisi : continuer</translation>
    </message>
</context>
<context>
    <name>guichet::ui::ColleagueModel</name>
    <message>
        <source>A colleague is asked for; nobody has answered yet. Touch when it is over.</source>
        <extracomment>What the small sign in the bar means, for who hears the screen. It is a button.</extracomment>
        <translation>Un collègue est demandé ; personne n’a encore répondu. Toucher quand c’est fini.</translation>
    </message>
    <message>
        <source>%1 comes. Touch when it is over.</source>
        <extracomment>Likewise. %1: an agent’s code, A02.</extracomment>
        <translation>%1 arrive. Toucher quand c’est fini.</translation>
    </message>
    <message>
        <source>Nobody could be asked: the call was not written. Ask in another way.</source>
        <extracomment>Likewise.</extracomment>
        <translation>Personne n’a pu être demandé : l’appel n’a pas été noté. Demander autrement.</translation>
    </message>
    <message>
        <source>The other counters are told, but the agency’s own signal could not be given. Ask in another way.</source>
        <extracomment>Likewise. The signal is a lamp or a pager that the agency has put up.</extracomment>
        <translation>Les autres guichets sont prévenus, mais le signal de l’agence n’a pas pu être donné. Demander autrement.</translation>
    </message>
    <message>
        <source>The agency’s own signal is given, but the other counters are not told: the call was not written.</source>
        <extracomment>Likewise.</extracomment>
        <translation>Le signal de l’agence est donné, mais les autres guichets ne sont pas prévenus : l’appel n’a pas été noté.</translation>
    </message>
    <message>
        <source>%1 asks for a colleague, discreetly.</source>
        <extracomment>Shown at a colleague’s window. %1: an agent’s code, A01.</extracomment>
        <translation>%1 demande un collègue, sans bruit.</translation>
    </message>
</context>
<context>
    <name>CallNotice</name>
    <message>
        <source>I am coming</source>
        <extracomment>A button: the colleague goes to the agent who asks.</extracomment>
        <translation>J’y vais</translation>
    </message>
    <message>
        <source>Not me</source>
        <extracomment>A button: somebody else is to go.</extracomment>
        <translation>Pas moi</translation>
    </message>
</context>
<context>
    <name>guichet::ui::NewsModel</name>
    <message>
        <source>Version %1</source>
        <extracomment>A heading. %1: 0.1.0</extracomment>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>NewsSheet</name>
    <message>
        <source>What changed for you</source>
        <extracomment>Title of the page that each agent sees once after an upgrade.</extracomment>
        <translation>Ce qui a changé pour vous</translation>
    </message>
    <message>
        <source>This can be read again from the help: F1, then “What changed with this version”.</source>
        <extracomment>Under the list. The words between quotes are those of the button.</extracomment>
        <translation>À relire depuis l’aide : F1, puis « Ce qui a changé avec cette version ».</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Undo: bring the draft back</source>
        <extracomment>A button, after a draft was removed.</extracomment>
        <translation>Annuler : reprendre le brouillon</translation>
    </message>
</context>
<context>
    <name>guichet::ui::SetupModel</name>
    <message>
        <source>A new counter: the agency</source>
        <extracomment>Title of the first step of the first run.</extracomment>
        <translation>Un nouveau guichet : l’agence</translation>
    </message>
    <message>
        <source>The first administrator</source>
        <extracomment>Title of the second step.</extracomment>
        <translation>Le premier administrateur</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <extracomment>Title of the third step.</extracomment>
        <translation>Le code de secours</translation>
    </message>
    <message>
        <source>The printer</source>
        <extracomment>Title of the fourth step.</extracomment>
        <translation>L’imprimante</translation>
    </message>
    <message>
        <source>A page to try it</source>
        <extracomment>Title of the fifth step: a test page of the printer.</extracomment>
        <translation>Une page pour l’essayer</translation>
    </message>
    <message>
        <source>The counter is ready</source>
        <extracomment>Title at the end.</extracomment>
        <translation>Le guichet est prêt</translation>
    </message>
    <message>
        <source>Nothing is written before the recovery code is confirmed. All but the codes can be changed later.</source>
        <extracomment>Under the title of the first step. The codes are those of agency and station.</extracomment>
        <translation>Rien n’est écrit avant la vérification du code de secours. Tout peut changer plus tard, sauf les deux codes.</translation>
    </message>
    <message>
        <source>They add the agents, choose the printer and see no person’s file.</source>
        <extracomment>Under the title of the second step: what an administrator does.</extracomment>
        <translation>Il ajoute les agents, choisit l’imprimante et ne voit aucun dossier.</translation>
    </message>
    <message>
        <source>Where papers come out. It can be chosen later too.</source>
        <extracomment>Under the title of the fourth step.</extracomment>
        <translation>Là où sortent les papiers. Elle peut aussi être choisie plus tard.</translation>
    </message>
    <message>
        <source>Look at its four edges and its accents.</source>
        <extracomment>Under the title of the fifth step.</extracomment>
        <translation>En regarder les quatre bords et les accents.</translation>
    </message>
    <message>
        <source>The agency’s name, as papers show it</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Nom de l’agence, comme sur les papiers</translation>
    </message>
    <message>
        <source>CPAM de l’Exemple</source>
        <extracomment>Example in a field; invented.</extracomment>
        <translation>CPAM de l’Exemple</translation>
    </message>
    <message>
        <source>Its code</source>
        <extracomment>Label of a field: the agency’s code.</extracomment>
        <translation>Son code</translation>
    </message>
    <message>
        <source>CPAM-EXEMPLE</source>
        <extracomment>Example in a field: capitals, digits, hyphen.</extracomment>
        <translation>CPAM-EXEMPLE</translation>
    </message>
    <message>
        <source>This station, two characters</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Ce poste, deux caractères</translation>
    </message>
    <message>
        <source>E1</source>
        <extracomment>Example in a field.</extracomment>
        <translation>E1</translation>
    </message>
    <message>
        <source>Its address</source>
        <extracomment>Label of a field: the agency’s.</extracomment>
        <translation>Son adresse</translation>
    </message>
    <message>
        <source>1 place de l’Exemple, 81000 VILLE</source>
        <extracomment>Example in a field.</extracomment>
        <translation>1 place de l’Exemple, 81000 VILLE</translation>
    </message>
    <message>
        <source>Its telephone</source>
        <extracomment>Label of a field: the agency’s.</extracomment>
        <translation>Son téléphone</translation>
    </message>
    <message>
        <source>36 46</source>
        <extracomment>Example in a field.</extracomment>
        <translation>36 46</translation>
    </message>
    <message>
        <source>Code of the administrator</source>
        <extracomment>Label of a field.</extracomment>
        <translation>Code de l’administrateur</translation>
    </message>
    <message>
        <source>For example D01</source>
        <extracomment>Example in a field.</extracomment>
        <translation>Par exemple D01</translation>
    </message>
    <message>
        <source>Their name</source>
        <extracomment>Label of a field: the administrator’s.</extracomment>
        <translation>Son nom</translation>
    </message>
    <message>
        <source>The code, typed from your paper</source>
        <extracomment>Label of a field: the recovery code.</extracomment>
        <translation>Le code, tapé d’après votre papier</translation>
    </message>
    <message>
        <source>The folder, from its root</source>
        <extracomment>Label of a field: an absolute path.</extracomment>
        <translation>Le dossier, depuis sa racine</translation>
    </message>
    <message>
        <source>/var/lib/guichet-papers</source>
        <extracomment>Example in a field.</extracomment>
        <translation>/var/lib/guichet-papers</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>A button.</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>A button.</extracomment>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Show the recovery code</source>
        <extracomment>A button.</extracomment>
        <translation>Montrer le code de secours</translation>
    </message>
    <message>
        <source>Make the counter</source>
        <extracomment>A button: the store is made.</extracomment>
        <translation>Créer le guichet</translation>
    </message>
    <message>
        <source>Use this printer</source>
        <extracomment>A button.</extracomment>
        <translation>Choisir cette imprimante</translation>
    </message>
    <message>
        <source>accueil</source>
        <extracomment>Example in that field: where the printer stands, one word.</extracomment>
        <translation>accueil</translation>
    </message>
    <message>
        <source>A name for it, without spaces</source>
        <extracomment>Label of a field: how lists call the printer.</extracomment>
        <translation>Un nom pour elle, sans espace</translation>
    </message>
    <message>
        <source>192.168.1.20</source>
        <extracomment>Example in that field: the address of a printer.</extracomment>
        <translation>192.168.1.20</translation>
    </message>
    <message>
        <source>Its address, as its own page of settings has it</source>
        <extracomment>Label of a field: a number such as 192.168.1.20, or ipp://….</extracomment>
        <translation>Son adresse, comme sur sa page de réglages</translation>
    </message>
    <message>
        <source>New, found on the network or the USB cable: %1</source>
        <extracomment>Under a printer's name. %1: where it stands, or its model.</extracomment>
        <translation>Nouvelle, trouvée sur le réseau ou le câble USB : %1</translation>
    </message>
    <message>
        <source>For one on the network that was not found.</source>
        <extracomment>Under that choice.</extracomment>
        <translation>Pour une imprimante du réseau qui n’a pas été trouvée.</translation>
    </message>
    <message>
        <source>Another printer, by its address</source>
        <extracomment>One of the choices: an address is typed.</extracomment>
        <translation>Une autre imprimante, par son adresse</translation>
    </message>
    <message>
        <source>Where a paper that the first one does not print comes out by one touch. It stands where you see it.</source>
        <extracomment>Under that heading. Papers are personal: the printer has to be in the agent's sight.</extracomment>
        <translation>Un papier que la première n’imprime pas y sort d’une touche. Elle est là où vous la voyez.</translation>
    </message>
    <message>
        <source>A spare printer</source>
        <extracomment>Heading of the set-up's page where a second printer is chosen.</extracomment>
        <translation>Une imprimante de secours</translation>
    </message>
    <message>
        <source>No spare printer</source>
        <extracomment>A button: the counter goes on without a second printer.</extracomment>
        <translation>Pas d’imprimante de secours</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <extracomment>A button.</extracomment>
        <translation>Imprimer une page d’essai</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <extracomment>A button: to the sign-in screen.</extracomment>
        <translation>Ouvrir le guichet</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>A button: go on without a printer.</extracomment>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Without a test</source>
        <extracomment>A button: go on without a test page.</extracomment>
        <translation>Sans essai</translation>
    </message>
    <message>
        <source>It came out well</source>
        <extracomment>A button: the test page is good.</extracomment>
        <translation>Elle est bien sortie</translation>
    </message>
    <message>
        <source>One moment…</source>
        <extracomment>While it waits.</extracomment>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <extracomment>What is missing, on the button. %1: the label of a field.</extracomment>
        <translation>Remplir : %1</translation>
    </message>
    <message>
        <source>Two letters or digits for the station</source>
        <extracomment>What is missing, on the button.</extracomment>
        <translation>Deux lettres ou chiffres pour le poste</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <extracomment>What is missing, on the button.</extracomment>
        <translation>Choisir une imprimante</translation>
    </message>
    <message>
        <source>A folder of PDF files</source>
        <extracomment>A choice among the printers.</extracomment>
        <translation>Un dossier de fichiers PDF</translation>
    </message>
    <message>
        <source>It is emptied at the end of each visit.</source>
        <extracomment>About that folder.</extracomment>
        <translation>Il est vidé à la fin de chaque visite.</translation>
    </message>
    <message>
        <source>Agents are added with the command “guichet agent add”.</source>
        <extracomment>At the end of the first run. The words between quotes are a command.</extracomment>
        <translation>Les agents s’ajoutent avec la commande « guichet agent add ».</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) missing before every paper can be made: the command “guichet settings check” names them. Agents are added with “guichet agent add”.</source>
        <extracomment>At the end of the first run. The words between quotes are commands.</extracomment>
        <translation>
            <numerusform>Il manque %n réglage pour que tous les papiers puissent être faits : la commande « guichet settings check » le nomme. Les agents s’ajoutent avec « guichet agent add ».</numerusform>
            <numerusform>Il manque %n réglages pour que tous les papiers puissent être faits : la commande « guichet settings check » les nomme. Les agents s’ajoutent avec « guichet agent add ».</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are shown now and never again. The code opens the data when no administrator can: write it down, and keep the paper in a safe. The PIN is the administrator’s, to be learnt.</source>
        <extracomment>Under the title of the third step: the recovery code and the PIN that was drawn.</extracomment>
        <translation>Les deux ne sont montrés que cette fois. Le code ouvre les données quand aucun administrateur ne le peut : le recopier, et garder le papier au coffre. Le code personnel est celui de l’administrateur : le retenir.</translation>
    </message>
</context>
<context>
    <name>SetupScreen</name>
    <message>
        <source>PIN of the administrator: %1</source>
        <extracomment>%1: digits, shown this once.</extracomment>
        <translation>Code personnel de l’administrateur : %1</translation>
    </message>
</context>
<context>
    <name>KeypadSign</name>
    <message>
        <source>Keypad: small letters</source>
        <extracomment>In the strip at the bottom of the window, bold, and announced: what a numeric keypad types now, where it is the only keyboard</extracomment>
        <translation>Pavé numérique : minuscules</translation>
    </message>
    <message>
        <source>Keypad: capital letters</source>
        <extracomment>In that strip, likewise</extracomment>
        <translation>Pavé numérique : majuscules</translation>
    </message>
    <message>
        <source>Keypad: digits</source>
        <extracomment>In that strip, likewise</extracomment>
        <translation>Pavé numérique : chiffres</translation>
    </message>
    <message>
        <source>Keypad: Arabic letters</source>
        <extracomment>In that strip, likewise, where the person writes in Arabic</extracomment>
        <translation>Pavé numérique : lettres arabes</translation>
    </message>
    <message>
        <source>Keypad: arrows on 2 4 6 8</source>
        <extracomment>In that strip, where the focus is on a button or a list: 8 is up, 2 down, 4 left, 6 right, as their keys stand</extracomment>
        <translation>Pavé numérique : flèches sur 2 4 6 8</translation>
    </message>
    <message>
        <source>/ this letter stays, or capitals · Del . erases · + next · − before · * ends</source>
        <extracomment>After “Keypad: small letters”: the other keys of the keypad, each sign followed by what it does. / keeps a letter that may still change; where there is none it goes on to capitals. “Del” is what stands on that key beside the point. Short: it stands in one or two lines</extracomment>
        <translation>/ garde la lettre, ou majuscules · Suppr . efface · + suivant · − précédent · * termine</translation>
    </message>
    <message>
        <source>/ this letter stays, or digits · Del . erases · + next · − before · * ends</source>
        <extracomment>After “Keypad: capital letters”, likewise: / goes on to digits</extracomment>
        <translation>/ garde la lettre, ou chiffres · Suppr . efface · + suivant · − précédent · * termine</translation>
    </message>
    <message>
        <source>/ this letter stays, or a b c · Del . erases · + next · − before · * ends</source>
        <extracomment>After “Keypad: Arabic letters”, likewise: / goes on to Latin letters</extracomment>
        <translation>/ garde la lettre, ou a b c · Suppr . efface · + suivant · − précédent · * termine</translation>
    </message>
    <message>
        <source>/ letters · Del . erases · + next · − before · * ends</source>
        <extracomment>After “Keypad: digits”, likewise: / goes back to letters</extracomment>
        <translation>/ lettres · Suppr . efface · + suivant · − précédent · * termine</translation>
    </message>
    <message>
        <source>Enter chooses · + next · − before · * ends</source>
        <extracomment>After “Keypad: arrows on 2 4 6 8”, likewise</extracomment>
        <translation>Entrée choisit · + suivant · − précédent · * termine</translation>
    </message>
    <message>
        <source>%1   0 space</source>
        <extracomment>Under it: which letters each key types. %1 is “1 .,'-   2 abc   3 def” and so on, to 9; three spaces between two keys</extracomment>
        <translation>%1   0 espace</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Puts two of these texts side by side: what the keypad types and its other keys; or its letters and its other keys</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
    <context>
        <name>CallScreen</name>
        <message>
            <source>Back</source>
            <extracomment>To the person’s page.</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Keep and print</source>
            <extracomment>A button: the answer to a telephone call is kept as evidence, and printed for the person.</extracomment>
            <translation>Garder et imprimer</translation>
        </message>
        <message>
            <source>To say</source>
            <extracomment>Heading, in a telephone call.</extracomment>
            <translation>À dire</translation>
        </message>
        <message>
            <source>To ask for</source>
            <extracomment>Heading, in a telephone call.</extracomment>
            <translation>À demander</translation>
        </message>
        <message>
            <source>Numbers that they ask for</source>
            <extracomment>Name of a list: name, birth, numbers.</extracomment>
            <translation>Ce que l’opérateur demande</translation>
        </message>
        <message>
            <source>Who answered: name or code</source>
            <extracomment>A field: of who answered the telephone.</extracomment>
            <translation>Qui a répondu : nom ou code</translation>
        </message>
        <message>
            <source>The file number that they gave</source>
            <extracomment>A field.</extracomment>
            <translation>Le numéro de dossier donné</translation>
        </message>
        <message>
            <source>What was said</source>
            <extracomment>A field.</extracomment>
            <translation>Ce qui a été dit</translation>
        </message>
        <message>
            <source>A written proof</source>
            <extracomment>Name of a choice of two.</extracomment>
            <translation>Une preuve écrite</translation>
        </message>
        <message>
            <source>Nobody answers</source>
            <extracomment>A button, during a telephone call that is not answered.</extracomment>
            <translation>Personne ne répond</translation>
        </message>
        <message>
            <source>It is kept, and a sheet to call from home is printed</source>
            <extracomment>Under that button.</extracomment>
            <translation>C’est gardé, et une feuille pour appeler de chez soi est imprimée</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::CallModel</name>
        <message>
            <source>Try again first</source>
            <extracomment>Instead of the words of the action: what it needs could not be read, and a button above tries again</extracomment>
            <translation>D’abord réessayer</translation>
        </message>
        <message>
            <source>The call could not be prepared</source>
            <extracomment>Title of the screen, where what it needs could not be read; why stands under it, with a button to try again</extracomment>
            <translation>L’appel n’a pas pu être préparé</translation>
        </message>
        <message>
            <source>Call %1 together</source>
            <extracomment>Heading; %1 is a telephone number.</extracomment>
            <translation>Appeler le %1 ensemble</translation>
        </message>
        <message>
            <source>One moment…</source>
            <extracomment>In place of a heading or button, while something is looked up.</extracomment>
            <translation>Un instant…</translation>
        </message>
        <message>
            <source>Open %1.</source>
            <extracomment>Under that heading; %1 are hours, “Monday to Friday, 8:30 to 17:30”.</extracomment>
            <translation>Ouvert %1.</translation>
        </message>
        <message>
            <source>A written proof, sent by post.</source>
            <extracomment>What to ask for on the telephone.</extracomment>
            <translation>Une preuve écrite, envoyée par la poste.</translation>
        </message>
        <message>
            <source>The name or code of who answers.</source>
            <extracomment>What to ask for on the telephone.</extracomment>
            <translation>Le nom ou le code de la personne qui répond.</translation>
        </message>
        <message>
            <source>The day by which it will be done.</source>
            <extracomment>What to ask for on the telephone.</extracomment>
            <translation>La date à laquelle ce sera fait.</translation>
        </message>
        <message>
            <source>Write who answered</source>
            <extracomment>Why a button does nothing yet.</extracomment>
            <translation>Écrire qui a répondu</translation>
        </message>
        <message>
            <source>Say whether a proof was promised</source>
            <extracomment>Why a button does nothing yet.</extracomment>
            <translation>Dire si une preuve est promise</translation>
        </message>
        <message>
            <source>not known: it is not required</source>
            <extracomment>In place of a number.</extracomment>
            <translation>pas connu : il n’est pas obligatoire</translation>
        </message>
        <message>
            <source>Name</source>
            <extracomment>Of a person.</extracomment>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Born</source>
            <extracomment>Date of birth.</extracomment>
            <translation>Naissance</translation>
        </message>
        <message>
            <source>Social security</source>
            <extracomment>Of a number.</extracomment>
            <translation>Sécurité sociale</translation>
        </message>
        <message>
            <source>Vitale card, serial number</source>
            <extracomment>Of a number.</extracomment>
            <translation>Carte Vitale, numéro de série</translation>
        </message>
        <message>
            <source>A written proof is promised</source>
            <extracomment>One of two answers.</extracomment>
            <translation>Une preuve écrite est promise</translation>
        </message>
        <message>
            <source>No proof is promised</source>
            <extracomment>One of two answers.</extracomment>
            <translation>Aucune preuve n’est promise</translation>
        </message>
        <message>
            <source>The call is kept as evidence; its paper is printed for the person.</source>
            <extracomment>What was done.</extracomment>
            <translation>L’appel est gardé comme preuve ; son papier est imprimé pour la personne.</translation>
        </message>
        <message>
            <source>It is kept that nobody answered; a sheet to call from home is printed.</source>
            <extracomment>What was done.</extracomment>
            <translation>Il est noté que personne n’a répondu ; une feuille pour appeler de chez soi est imprimée.</translation>
        </message>
    </context>
    <context>
        <name>DayScreen</name>
        <message>
            <source>Ten receipts to write by hand</source>
            <extracomment>Button: prints ten numbered receipts to be filled in by hand when the station can make none</extracomment>
            <translation>Dix reçus à remplir à la main</translation>
        </message>
        <message>
            <source>The day</source>
            <extracomment>Heading: opening the counter, closing it, and the week.</extracomment>
            <translation>La journée</translation>
        </message>
        <message>
            <source>What this counter found out. The sheet is for what only eyes can check.</source>
            <extracomment>Under that heading, a list.</extracomment>
            <translation>Ce que ce poste a vérifié. La feuille sert à ce que seuls les yeux peuvent vérifier.</translation>
        </message>
        <message>
            <source>Back</source>
            <extracomment>To the home screen.</extracomment>
            <translation>Retour</translation>
        </message>
    </context>
    <context>
        <name>guichet::ui::DayModel</name>
        <message>
            <source>Try again first</source>
            <extracomment>Instead of the words of the action: what it needs could not be read, and a button above tries again</extracomment>
            <translation>D’abord réessayer</translation>
        </message>
        <message>
            <source>One moment…</source>
            <extracomment>In place of a button, while something is being looked at.</extracomment>
            <translation>Un instant…</translation>
        </message>
        <message>
            <source>Print the opening sheet</source>
            <extracomment>A button.</extracomment>
            <translation>Imprimer la feuille d’ouverture</translation>
        </message>
        <message>
            <source>Print the closing sheet</source>
            <extracomment>A button: what is left to do before the counter closes in the evening.</extracomment>
            <translation>Imprimer la feuille de fermeture</translation>
        </message>
        <message>
            <source>Print the sheet of the week</source>
            <extracomment>A button: what a supervisor has to follow.</extracomment>
            <translation>Imprimer la feuille de la semaine</translation>
        </message>
        <message>
            <source>Opening</source>
            <extracomment>One of three lists: the counter opens in the morning.</extracomment>
            <translation>Ouverture</translation>
        </message>
        <message>
            <source>Closing</source>
            <extracomment>One of three lists: the counter closes in the evening.</extracomment>
            <translation>Fermeture</translation>
        </message>
        <message>
            <source>This week</source>
            <extracomment>One of three lists: what a supervisor has to follow.</extracomment>
            <translation>Cette semaine</translation>
        </message>
    </context>
<context>
    <name>FormAnswers</name>
        <message>
            <source>Only if “%1”: %2</source>
            <extracomment>Under who signs a form, while it is not known whether they have to. %1 is what the form calls a question, %2 the answer</extracomment>
            <translation>Seulement si « %1 » : %2</translation>
        </message>
        <message>
            <source>Finish the date, or empty it</source>
            <extracomment>On the main button, in place of its words, about 30 characters, where a form’s date is begun and no date yet</extracomment>
            <translation>Finir la date, ou l’effacer</translation>
        </message>
        <message>
            <source>Add another one</source>
            <extracomment>Button under the last entry of a list in a form: one more child, one more account. Any gender</extracomment>
            <translation>En ajouter un autre</translation>
        </message>
        <message>
            <source>Yes</source>
            <extracomment>Chip: one of the two answers to a question of a form, whatever the question</extracomment>
            <translation>Oui</translation>
        </message>
        <message>
            <source>No</source>
            <extracomment>Chip beside “Yes”: the answer, not “number” and not “none”</extracomment>
            <translation>Non</translation>
        </message>
        <message>
            <source>%1 – optional</source>
            <extracomment>Label of a field that may stay empty. %1 is what the form calls it, of any gender</extracomment>
            <translation>%1 – facultatif</translation>
        </message>
        <message>
            <source>03041941, 3 april 41</source>
            <extracomment>Inside the empty date field of a form: two ways to write 3 April 1941, day first; the field knows French and English months only</extracomment>
            <translation>03041941, 3 avril 41</translation>
        </message>
        <message>
            <source>yesterday, 25 november</source>
            <extracomment>Hint in a date field, for a day not long ago</extracomment>
            <translation>hier, 25 novembre</translation>
        </message>
        <message>
            <source>Correct what is marked, or confirm it</source>
            <extracomment>On the main button, in place of its words, about 40 characters: a field of this page looks wrong, which is said under it, with a button to say that it is right</extracomment>
            <translation>Corriger ce qui est marqué, ou le confirmer</translation>
        </message>
        <message>
            <source>Look again at an answer</source>
            <extracomment>On the main button, in place of its words, about 30 characters: an answer of this page looks odd; touching the button marks it</extracomment>
            <translation>Revoir une réponse</translation>
        </message>
        <message>
            <source>This is not an IBAN: a letter or a digit may be wrong.</source>
            <extracomment>Under a field of a form, about what was typed in it</extracomment>
            <translation>Ce n’est pas un IBAN : une lettre ou un chiffre est peut-être faux.</translation>
        </message>
        <message>
            <source>This is not an e-mail address: it has no @.</source>
            <extracomment>Under a field of a form, about what was typed in it</extracomment>
            <translation>Ce n’est pas une adresse électronique : il manque le @.</translation>
        </message>
        <message>
            <source>This is not a telephone number.</source>
            <extracomment>Under a field of a form, about what was typed in it</extracomment>
            <translation>Ce n’est pas un numéro de téléphone.</translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <extracomment>Under a field of a form, about what was typed in it</extracomment>
            <translation>Ce n’est pas un nombre.</translation>
        </message>
        <message>
            <source>This is not an amount in euros.</source>
            <extracomment>Under a field of a form, about what was typed in it</extracomment>
            <translation>Ce n’est pas un montant en euros.</translation>
        </message>
        <message>
            <source>No postcode of five digits in it.</source>
            <extracomment>Under a field of a form that asks for an address, which may be abroad</extracomment>
            <translation>Il n’y a pas de code postal de cinq chiffres.</translation>
        </message>
</context>
<context>
    <name>FormField</name>
        <message>
            <source>It is right as it is written</source>
            <extracomment>Button under an answer that looks odd, about 30 characters: the agent confirms it</extracomment>
            <translation>C’est bien cela</translation>
        </message>
</context>
<context>
    <name>ContactWay</name>
        <message>
            <source>Answer: %1</source>
            <extracomment>A way to where it is said how the person wants to be told. %1 is what holds now: “by post, to the known address”</extracomment>
            <translation>Réponse : %1</translation>
        </message>
</context>
<context>
    <name>guichet::ui::ContactModel</name>
        <message>
            <source>How is the person told?</source>
            <extracomment>Title: how the person wants the answers of the agency</extracomment>
            <translation>Comment répondre à la personne ?</translation>
        </message>
        <message>
            <source>Of all that is signed from now on. For one request it can be said otherwise.</source>
            <extracomment>Under the title, where the wish is for everything</extracomment>
            <translation>Pour tout ce qui est signé à partir de maintenant. Pour une demande, on peut dire autre chose.</translation>
        </message>
        <message>
            <source>Of this request alone. It is printed on the receipt, and every letter keeps to it.</source>
            <extracomment>Under the title, where the wish is for one request</extracomment>
            <translation>Pour cette demande seulement. C’est écrit sur le reçu, et chaque lettre en tient compte.</translation>
        </message>
        <message>
            <source>Which address</source>
            <extracomment>Field label, where the answer goes by post to another address than the known one</extracomment>
            <translation>Quelle adresse</translation>
        </message>
        <message>
            <source>Which number</source>
            <extracomment>Field label, where the answer comes by telephone</extracomment>
            <translation>Quel numéro</translation>
        </message>
        <message>
            <source>Which e-mail address</source>
            <extracomment>Field label, where the answer comes by e-mail</extracomment>
            <translation>Quelle adresse électronique</translation>
        </message>
        <message>
            <source>Empty: the number that is known</source>
            <extracomment>In the empty field: the number of the person’s file is taken. The number itself is not shown</extracomment>
            <translation>Vide : le numéro connu</translation>
        </message>
        <message>
            <source>Empty: the address that is known</source>
            <extracomment>In the empty field: the e-mail address of the person’s file is taken. It is not shown</extracomment>
            <translation>Vide : l’adresse connue</translation>
        </message>
        <message>
            <source>Choose how</source>
            <extracomment>On the main button, in place of its words, about 20 characters: none of the ways is chosen</extracomment>
            <translation>Choisir comment</translation>
        </message>
        <message>
            <source>Write where to</source>
            <extracomment>On the main button, in place of its words, about 20 characters: the address or the number is missing</extracomment>
            <translation>Écrire où</translation>
        </message>
</context>
<context>
    <name>ContactScreen</name>
        <message>
            <source>Back</source>
            <extracomment>On the left of the bottom bar; goes back to the person, the request or the signature</extracomment>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Note it</source>
            <extracomment>Main button: how the person wants to be told is kept</extracomment>
            <translation>Le noter</translation>
        </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Bring documents in</source>
        <extracomment>Title of a supervisor’s screen: documents are taken into the store from a USB stick; the tile on the home screen says the same</extracomment>
        <translation>Apporter des documents</translation>
    </message>
    <message>
        <source>From a USB stick, which stays as it is. A document that is here already is not taken in twice.</source>
        <extracomment>Under the title</extracomment>
        <translation>Depuis une clé USB, qui reste telle qu’elle est. Un document déjà là n’est pas reçu deux fois.</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>On the left of the bottom bar; goes back home</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Print the list</source>
        <extracomment>Button: prints the names of the files that were rejected, and why</extracomment>
        <translation>Imprimer la liste</translation>
    </message>
    <message>
        <source>Seen: put the list away</source>
        <extracomment>Button: the list of files that a watched folder could not give is shown no more</extracomment>
        <translation>Vu : ranger la liste</translation>
    </message>
    <message>
        <source>Put a USB stick in: it appears here.</source>
        <extracomment>While no stick is in the machine</extracomment>
        <translation>Mettez une clé USB : elle apparaît ici.</translation>
    </message>
</context>
<context>
    <name>guichet::ui::ImportModel</name>
    <message>
        <source>There is no file on it.</source>
        <extracomment>Of a USB stick that was chosen</extracomment>
        <translation>Elle ne contient aucun fichier.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are on it.</source>
        <extracomment>Of a USB stick that was chosen. %n from 1 on</extracomment>
        <translation>
            <numerusform>Elle contient %n fichier.</numerusform>
            <numerusform>Elle contient %n fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Main button while files are taken in: stops between two of them</extracomment>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Take in these files</source>
        <extracomment>Main button: the files of the stick are taken into the store</extracomment>
        <translation>Recevoir ces fichiers</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Under a bar: how many files are done, of how many</extracomment>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n taken in</source>
        <extracomment>Part of a summary, between dots: how many documents were taken into the store</extracomment>
        <translation>
            <numerusform>%n reçu</numerusform>
            <numerusform>%n reçus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <extracomment>Part of the same summary: documents that were in the store before</extracomment>
        <translation>
            <numerusform>%n déjà là</numerusform>
            <numerusform>%n déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <extracomment>Part of the same summary: files that could not be taken in</extracomment>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick was taken out: %1. Put it in again and start again: nothing is taken in twice.</source>
        <extracomment>%1 is the summary of what was done until then</extracomment>
        <translation>La clé a été retirée : %1. Remettez-la et recommencez : rien n’est reçu deux fois.</translation>
    </message>
    <message>
        <source>Stopped: %1. Start again to take in the rest.</source>
        <extracomment>The agent has stopped it. %1 is the summary of what was done until then</extracomment>
        <translation>Arrêté : %1. Recommencez pour recevoir le reste.</translation>
    </message>
    <message>
        <source>Rejected while nobody was signed in</source>
        <extracomment>Heading of a list: files of a watched folder that could not be taken in</extracomment>
        <translation>Refusés pendant que personne n’avait ouvert de session</translation>
    </message>
    <message>
        <source>Rejected</source>
        <extracomment>Heading of a list: files of a stick that could not be taken in</extracomment>
        <translation>Refusés</translation>
    </message>
</context>
<context>
    <name>DoubtsScreen</name>
    <message>
        <source>Show the numbers</source>
        <extracomment>A button: the social security numbers of both sides are shown whole</extracomment>
        <translation>Afficher les numéros</translation>
    </message>
    <message>
        <source>Mask the numbers</source>
        <extracomment>A button: both social security numbers are masked again</extracomment>
        <translation>Masquer les numéros</translation>
    </message>
    <message>
        <source>Who is who</source>
        <extracomment>Title of a supervisor’s screen: who may be the same person</extracomment>
        <translation>Qui est qui</translation>
    </message>
    <message>
        <source>People who may be one, and documents of which it is not sure whose they are.</source>
        <extracomment>Under the title</extracomment>
        <translation>Des personnes qui n’en font peut-être qu’une, et des documents dont on ne sait pas à qui ils sont.</translation>
    </message>
    <message>
        <source>What differs is marked with ≠. Nothing is lost, and a merge can be taken back here.</source>
        <extracomment>Under the question, where two people are compared</extracomment>
        <translation>Ce qui diffère est marqué d’un ≠. Rien n’est perdu, et une réunion peut être reprise ici.</translation>
    </message>
    <message>
        <source>What came with it, or is in it, leaves a doubt.</source>
        <extracomment>Under the question whose document it is</extracomment>
        <translation>Ce qui est arrivé avec lui, ou ce qu’il contient, laisse un doute.</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: to the list, or to the home screen</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <extracomment>In place of an empty list</extracomment>
        <translation>Aucun doute.</translation>
    </message>
    <message numerus="yes">
        <source>Show more (%n are left)</source>
        <extracomment>Button under the list: shows fifty more. %n from 1 on</extracomment>
        <translation>
            <numerusform>En montrer plus (il en reste %n)</numerusform>
            <numerusform>En montrer plus (il en reste %n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::DoubtsModel</name>
    <message>
        <source>%1 %2, born: %3</source>
        <extracomment>Somebody in a list: birth name, given names, date of birth</extracomment>
        <translation>%1 %2, naissance : %3</translation>
    </message>
    <message>
        <source>Whose document is it?</source>
        <extracomment>Why it is in the list: a document whose envelope and content name different people</extracomment>
        <translation>À qui est ce document ?</translation>
    </message>
    <message>
        <source>Two people have one number</source>
        <extracomment>Why two people are in the list: the same social security number, and dates of birth far apart</extracomment>
        <translation>Deux personnes ont le même numéro</translation>
    </message>
    <message>
        <source>The same name, without a number</source>
        <extracomment>Why two people are in the list: homonyms, born the same day</extracomment>
        <translation>Le même nom, sans numéro</translation>
    </message>
    <message>
        <source>The same name and birth, one without a last number</source>
        <extracomment>Why two people are in the list: all is the same, one of them has no number yet</extracomment>
        <translation>Mêmes nom et naissance, un numéro définitif manque</translation>
    </message>
    <message>
        <source>The number changed</source>
        <extracomment>Why two people are in the list: a hospital’s number is the same, the social security number is not</extracomment>
        <translation>Le numéro a changé</translation>
    </message>
    <message>
        <source>The same number, but the rest differs</source>
        <extracomment>Why two people are in the list: the same social security number, another name or date of birth</extracomment>
        <translation>Le même numéro, mais le reste diffère</translation>
    </message>
    <message>
        <source>Put together by a supervisor</source>
        <extracomment>Why two people are in the list: a supervisor said that they are one</extracomment>
        <translation>Réunies par un responsable</translation>
    </message>
    <message>
        <source>woman</source>
        <extracomment>Sex of somebody, in a comparison</extracomment>
        <translation>femme</translation>
    </message>
    <message>
        <source>man</source>
        <extracomment>Sex of somebody, in a comparison</extracomment>
        <translation>homme</translation>
    </message>
    <message>
        <source>Put together</source>
        <extracomment>In a list: two entries that are one person since a supervisor said so</extracomment>
        <translation>Réunies</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>The two people who are compared, in a list</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>They were put together. Is it right?</source>
        <extracomment>Title of the comparison of two entries that were said to be one person</extracomment>
        <translation>Elles ont été réunies. Est-ce juste ?</translation>
    </message>
    <message>
        <source>One person, or two?</source>
        <extracomment>Title of the comparison</extracomment>
        <translation>Une personne, ou deux ?</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>A trait that one of two people lacks</extracomment>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud: a trait and its value</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1: on the left %2, on the right %3. It differs.</source>
        <extracomment>Read aloud: a trait of two people that differs</extracomment>
        <translation>%1 : à gauche %2, à droite %3. Cela diffère.</translation>
    </message>
    <message>
        <source>%1: on the left %2, on the right %3.</source>
        <extracomment>Read aloud: a trait of two people, of whom one lacks it</extracomment>
        <translation>%1 : à gauche %2, à droite %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <extracomment>How many documents came in under a name</extracomment>
        <translation>
            <numerusform>%n ici</numerusform>
            <numerusform>%n ici</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, for both.</source>
        <extracomment>Read aloud: a trait that two people share</extracomment>
        <translation>%1 : %2, pour les deux.</translation>
    </message>
    <message>
        <source>Document</source>
        <extracomment>Label of a document’s title</extracomment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Label of a document’s date</extracomment>
        <translation>Date</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Label: the organisation that a document comes from</extracomment>
        <translation>De</translation>
    </message>
    <message>
        <source>Birth name</source>
        <extracomment>Label in a comparison</extracomment>
        <translation>Nom de naissance</translation>
    </message>
    <message>
        <source>Used name</source>
        <extracomment>Label in a comparison</extracomment>
        <translation>Nom d’usage</translation>
    </message>
    <message>
        <source>Given names</source>
        <extracomment>Label in a comparison</extracomment>
        <translation>Prénoms</translation>
    </message>
    <message>
        <source>Born</source>
        <extracomment>Label in a comparison: the date of birth</extracomment>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>Sex</source>
        <extracomment>Label in a comparison</extracomment>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Birth place</source>
        <extracomment>Label in a comparison</extracomment>
        <translation>Lieu de naissance</translation>
    </message>
    <message>
        <source>Rank under the number</source>
        <extracomment>Label in a comparison: 1 the insured, 2 and more who is covered under the same number</extracomment>
        <translation>Rang sous ce numéro</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>Label in a comparison: the social security number</extracomment>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>Label in a comparison</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Label in a comparison: how many documents came in under this name</extracomment>
        <translation>Documents</translation>
    </message>
    <message>
        <source>One person, as on the left</source>
        <extracomment>A decision: the two are one, and the left one’s name and number are shown</extracomment>
        <translation>Une personne, comme à gauche</translation>
    </message>
    <message>
        <source>What is on the left is shown; the rest fills it in.</source>
        <extracomment>Under the decision</extracomment>
        <translation>Ce qui est à gauche est montré ; le reste le complète.</translation>
    </message>
    <message>
        <source>One person, as on the right</source>
        <extracomment>A decision: the two are one, and the right one’s name and number are shown</extracomment>
        <translation>Une personne, comme à droite</translation>
    </message>
    <message>
        <source>What is on the right is shown; the rest fills it in.</source>
        <extracomment>Under the decision</extracomment>
        <translation>Ce qui est à droite est montré ; le reste le complète.</translation>
    </message>
    <message>
        <source>Two people</source>
        <extracomment>A decision</extracomment>
        <translation>Deux personnes</translation>
    </message>
    <message>
        <source>Each keeps what came in under their name.</source>
        <extracomment>Under the decision that they are two</extracomment>
        <translation>Chacune garde ce qui est arrivé à son nom.</translation>
    </message>
    <message>
        <source>It is this person’s</source>
        <extracomment>A decision on a document</extracomment>
        <translation>Il est à cette personne</translation>
    </message>
    <message>
        <source>It counts among their documents.</source>
        <extracomment>Under the decision on a document</extracomment>
        <translation>Il compte parmi ses documents.</translation>
    </message>
    <message>
        <source>Note the decision</source>
        <extracomment>Button: what was chosen is written down</extracomment>
        <translation>Noter la décision</translation>
    </message>
    <message>
        <source>Choose what it is.</source>
        <extracomment>Beside the button, as long as nothing is chosen</extracomment>
        <translation>Choisir d’abord.</translation>
    </message>
    <message>
        <source>Noted: the document is theirs.</source>
        <extracomment>After the decision</extracomment>
        <translation>C’est noté : le document est à cette personne.</translation>
    </message>
    <message>
        <source>Noted: two people.</source>
        <extracomment>After the decision</extracomment>
        <translation>C’est noté : deux personnes.</translation>
    </message>
    <message>
        <source>Noted: one person. To take it back, choose them in the list.</source>
        <extracomment>After the decision</extracomment>
        <translation>C’est noté : une seule personne. Pour revenir dessus, la choisir dans la liste.</translation>
    </message>
</context>
<context>
    <name>guichet::ui::ReportsModel</name>
    <message>
        <source>Try again first</source>
        <extracomment>Instead of the words of the action: what it needs could not be read, and a button above tries again</extracomment>
        <translation>D’abord réessayer</translation>
    </message>
    <message>
        <source>This month</source>
        <extracomment>A period, on a chip</extracomment>
        <translation>Ce mois</translation>
    </message>
    <message>
        <source>Last month</source>
        <extracomment>A period, on a chip</extracomment>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>Last three months</source>
        <extracomment>A period, on a chip</extracomment>
        <translation>Les trois derniers mois</translation>
    </message>
    <message>
        <source>Last twelve months</source>
        <extracomment>A period, on a chip</extracomment>
        <translation>Les douze derniers mois</translation>
    </message>
    <message>
        <source>These figures do not allow a conclusion.</source>
        <extracomment>In place of a sentence that sums the figures up</extracomment>
        <translation>Ces chiffres ne permettent pas de conclure.</translation>
    </message>
    <message>
        <source>days from deposit to answer</source>
        <extracomment>What the numbers of a plot are</extracomment>
        <translation>jours du dépôt à la réponse</translation>
    </message>
    <message>
        <source>days between counter and online</source>
        <extracomment>What the numbers of a plot are</extracomment>
        <translation>jours d’écart</translation>
    </message>
    <message>
        <source>sooner at the counter</source>
        <extracomment>One side of zero in a plot</extracomment>
        <translation>plus tôt au guichet</translation>
    </message>
    <message>
        <source>later at the counter</source>
        <extracomment>The other side of zero in a plot</extracomment>
        <translation>plus tard au guichet</translation>
    </message>
    <message>
        <source>days within which half of the answers came</source>
        <extracomment>What the numbers of a plot are</extracomment>
        <translation>jours en lesquels la moitié des réponses sont venues</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud: a channel or an act, and its delays</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>Read aloud: days, and the month</extracomment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>One moment…</source>
        <extracomment>The figures are being computed</extracomment>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>Does the counter answer as quickly?</source>
        <extracomment>Title of a supervisor’s screen</extracomment>
        <translation>Le guichet répond-il aussi vite ?</translation>
    </message>
    <message>
        <source>From the register and the agency’s own reports. Nothing here speaks of anybody.</source>
        <extracomment>Under the title</extracomment>
        <translation>D’après le registre et les relevés de l’agence. Rien ici ne parle de quelqu’un.</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Print the report</source>
        <extracomment>Button</extracomment>
        <translation>Imprimer le rapport</translation>
    </message>
    <message>
        <source>Print the activity</source>
        <extracomment>Button: a paper that counts what the counter did</extracomment>
        <translation>Imprimer l’activité</translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>Of the chips, read aloud</extracomment>
        <translation>Période</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <extracomment>Of the chips, read aloud</extracomment>
        <translation>Démarche</translation>
    </message>
    <message>
        <source>Nothing was deposited in this period.</source>
        <extracomment>In place of the plots</extracomment>
        <translation>Rien n’a été déposé dans cette période.</translation>
    </message>
    <message>
        <source>How long until the answer</source>
        <extracomment>Head of a plot</extracomment>
        <translation>Combien de temps jusqu’à la réponse</translation>
    </message>
    <message>
        <source>Each dot is one answer in ten. The further left, the sooner it came. What has no answer is not among them.</source>
        <extracomment>Under a plot</extracomment>
        <translation>Chaque rond est une réponse sur dix. Plus il est à gauche, plus elle est venue vite. Ce qui n’a pas eu de réponse n’y est pas.</translation>
    </message>
    <message>
        <source>At the counter or online: the gap</source>
        <extracomment>Head of a plot</extracomment>
        <translation>Au guichet ou en ligne : l’écart</translation>
    </message>
    <message>
        <source>The dot is the likeliest gap; the line says between what it lies, 95 times in 100.</source>
        <extracomment>Under a plot</extracomment>
        <translation>Le rond est l’écart le plus probable ; le trait dit entre quoi et quoi il se trouve, 95 fois sur 100.</translation>
    </message>
    <message>
        <source>Month by month</source>
        <extracomment>Head of a plot</extracomment>
        <translation>Mois par mois</translation>
    </message>
    <message>
        <source>The acts are not the same in each channel: the gap below compares them act by act.</source>
        <extracomment>Under a plot of several channels</extracomment>
        <translation>Les démarches ne sont pas les mêmes d’une voie à l’autre : l’écart, plus bas, les compare une à une.</translation>
    </message>
</context>
<context>
    <name>guichet::ui::PackModel</name>
    <message>
        <source>%1, %2, to %3</source>
        <extracomment>Where something was hung or sent, on which day, to how many people</extracomment>
        <translation>%1, %2, à %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Where something was hung or sent, and on which day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Write where, or to whom</source>
        <extracomment>Beside the button: what has to be written before it can be noted</extracomment>
        <translation>Écrire où, ou à qui</translation>
    </message>
    <message>
        <source>Finish the date, or empty it</source>
        <extracomment>Beside the button: the day is half typed</extracomment>
        <translation>Finir la date, ou l’effacer</translation>
    </message>
    <message>
        <source>Write a number, or nothing</source>
        <extracomment>Beside the button: what was typed is no number</extracomment>
        <translation>Écrire un nombre, ou rien</translation>
    </message>
    <message>
        <source>Noted in the register.</source>
        <extracomment>What was hung, played or sent is noted</extracomment>
        <translation>Noté au registre.</translation>
    </message>
</context>
<context>
    <name>PackScreen</name>
    <message>
        <source>Make the right to refuse known</source>
        <extracomment>Title of a supervisor’s screen</extracomment>
        <translation>Faire connaître le droit de refuser</translation>
    </message>
    <message>
        <source>Print, hang up, play, send; then note it: the report says since when.</source>
        <extracomment>Under the title</extracomment>
        <translation>Imprimer, accrocher, diffuser, envoyer ; puis le noter : le rapport dit depuis quand.</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Note that it is done</source>
        <extracomment>Button, and the heading of its fields</extracomment>
        <translation>Noter que c’est fait</translation>
    </message>
    <message>
        <source>Done already</source>
        <extracomment>Above where and when something was hung or sent</extracomment>
        <translation>Déjà fait</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>Heading</extracomment>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>This is a file, not a paper. A supervisor makes the whole pack with the command pack.</source>
        <extracomment>In place of papers</extracomment>
        <translation>C’est un fichier, pas un papier. Un superviseur fait tout le dossier avec la commande pack.</translation>
    </message>
    <message>
        <source>The printer has the size of none of these papers.</source>
        <extracomment>In place of papers</extracomment>
        <translation>L’imprimante n’a le format d’aucun de ces papiers.</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <extracomment>Read aloud for a large button: %1 is which paper, in which size and language</extracomment>
        <translation>Imprimer : %1</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>Name of a row of chips</extracomment>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Where, or to whom</source>
        <extracomment>A field: where a poster hangs, or whom a letter went to</extracomment>
        <translation>Où, ou à qui</translation>
    </message>
    <message>
        <source>waiting room</source>
        <extracomment>Example of where something hangs</extracomment>
        <translation>salle d’attente</translation>
    </message>
    <message>
        <source>To how many – may stay empty</source>
        <extracomment>A field: how many people it was sent to</extracomment>
        <translation>À combien – peut rester vide</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>On which day – empty: today</source>
        <extracomment>Field label: the day on which a slip left, or a poster was hung</extracomment>
        <translation>Quel jour – vide : aujourd’hui</translation>
    </message>
    <message>
        <source>yesterday, 25 november</source>
        <extracomment>Example in an empty field for a day not long ago</extracomment>
        <translation>hier, 25 novembre</translation>
    </message>
</context>
</TS>
