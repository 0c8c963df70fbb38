// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/sample_papers.h"

namespace guichet::test {

using namespace printing;

namespace {

Run run(std::string text) { return plain(std::move(text))[0]; }

Cell cell(std::string words, bool heading = false) {
    Cell made;
    made.blocks = {text(std::move(words))};
    made.heading = heading;
    made.shade = heading ? Shade::Head : Shade::None;
    return made;
}

Block smallText(Runs runs) { return {Paragraph{std::move(runs), Align::Start, Paragraph::Kind::Small}}; }

} // namespace

Paper blankPaper(std::string title) {
    Paper paper;
    paper.title = std::move(title);
    paper.templateName = "sample";
    paper.templateEdition = "1";
    paper.author = "Caisse de démonstration";
    paper.created = "2026-11-24T08:15:30.000Z";
    paper.footer.left = "Caisse de démonstration · 24 novembre 2026";
    paper.footer.centre = "K7-3F9Q-M2XD-4";
    return paper;
}

Paper receiptPaper() {
    Paper paper = blankPaper("Reçu de votre demande");
    paper.reference = "K7-3F9Q-M2XD-4";
    paper.templateName = "receipt";
    paper.headerStart = {{bold("Caisse de démonstration")},
                         plain("1 place de l’Exemple, 81000 VILLE"),
                         plain("Téléphone 36 46 (exemple) · accueil@exemple.invalid"),
                         plain("Du lundi au vendredi, 8 h 30 – 17 h")};
    paper.headerEnd = {plain("Reçu remis au guichet 1"), plain("le 24 novembre 2026 à 9 h 15"),
                       plain("par l’agent A01")};
    paper.running = plain("24 novembre 2026");
    Box brief;
    brief.title = plain("En bref");
    brief.blocks = {
        text({bold("Vous avez demandé : "),
              run("que l’espace numérique de santé ne soit pas ouvert et, s’il l’est déjà, qu’il soit fermé.")}),
        text({bold("Nous faisons : "), run("nous transmettons votre demande à l’opérateur au plus tard le "
                                           "25 novembre 2026 et nous vous écrivons quand il a confirmé.")}),
        text({bold("Sans nouvelles le 24 décembre 2026 : "),
              run("revenez avec ce reçu ou appelez le numéro ci-dessus.")})};
    Facts facts;
    facts.rows = {fact("Pour", "Mme P. D., née le 28 mars 1979, numéro 2 79 03 •• ••• ••• ••"),
                  fact("Demande faite par", "la personne elle-même, carte d’identité vue, formulaire signé"),
                  fact("Reçue le", "24 novembre 2026"),
                  fact("État", Runs{bold("Enregistrée. "), run("Pas encore transmise, pas encore confirmée.")}),
                  fact("Données déjà présentes", "archivées dix ans (choix de la personne)"),
                  fact("Pièces manquantes", "aucune"),
                  fact("Service chargé du dossier", "Service des droits, adresse et téléphone ci-dessus"),
                  fact("Réponse souhaitée", "par courrier à l’adresse connue")};
    QrCode code;
    for (int i = 0; i < 200; ++i) {
        code.text += "G1:A";
    }
    code.beside = {smallText({bold("Vérifier ce reçu")}),
                   smallText({run("À n’importe quel guichet, sur présentation de ce code ou en épelant la référence. "
                                  "Vous pouvez aussi le faire vérifier par une personne de votre choix, sans rien "
                                  "demander à la caisse : le code contient ce qui est écrit ici et la signature du "
                                  "guichet.")}),
                   smallText({run("Registre "), bold("guichet/DEMO/K7.1"),
                              run(", entrée 1 284. Feuille affichée à l’accueil chaque soir.")})};
    paper.blocks = {
        {std::move(brief)},
        {std::move(facts)},
        heading(2, "Ce que cette demande ne fait pas"),
        text("Elle ne change ni vos soins ni vos remboursements. Les dossiers tenus par vos médecins et hôpitaux "
             "restent chez eux. Ce reçu prouve ce que ce guichet a écrit et quand ; il ne prouve pas que l’opérateur a "
             "agi."),
        heading(2, "Si vous n’êtes pas d’accord, ou sans réponse"),
        text({run("L’organisme a un mois pour répondre à une demande d’opposition (deux de plus si elle est complexe, "
                  "en vous le disant). Ensuite : réclamation auprès de la CNIL, 3 place de Fontenoy, 75007 Paris ; "
                  "Défenseur des droits, gratuit, auprès d’un délégué près de chez vous. "),
              italic("(mentions à vérifier par la caisse)")}),
        {Rule{}, true},
        {std::move(code), true}};
    return paper;
}

Table numberedTable(int rows, int columns, std::string_view words) {
    Table table;
    Row head;
    for (int column = 0; column < columns; ++column) {
        head.cells.push_back(cell("Colonne " + std::to_string(column), true));
    }
    table.head = {std::move(head)};
    for (int row = 0; row < rows; ++row) {
        Row made;
        for (int column = 0; column < columns; ++column) {
            made.cells.push_back(cell("r" + std::to_string(row) + "c" + std::to_string(column) +
                                      (words.empty() ? "" : " ") + std::string(words)));
        }
        table.body.push_back(std::move(made));
    }
    return table;
}

Paper arabicPaper() {
    Paper paper = blankPaper("إيصال طلبكم");
    paper.reference = "K7-3F9Q-M2XD-4";
    paper.language = "ar";
    paper.footer.page = "صفحة {} / {}";
    paper.headerStart = {{bold("Caisse de démonstration")}, plain("1 place de l’Exemple, 81000 VILLE")};
    paper.headerEnd = {plain("24 نوفمبر 2026")};
    Box box;
    box.title = plain("باختصار");
    box.blocks = {
        text("لقد طلبتم عدم فتح الفضاء الرقمي للصحة (Mon espace santé) وإغلاقه إذا كان مفتوحا بالفعل، رقم 36 46.")};
    Facts facts;
    facts.rows = {fact("الاسم", "DUPONT Marie"), fact("الحالة", "مسجل، لم يرسل بعد")};
    List list;
    list.marker = List::Marker::Decimal;
    list.items = {{text("البند الأول")}, {text("Un élément en français.")}};
    Table table;
    Row head;
    head.cells = {cell("العمود الأول", true), cell("الثاني", true), cell("الثالث", true)};
    table.head = {head};
    Row row;
    row.cells = {cell("أ 12/03/2026"), cell("ب DOLIPRANE 500 mg"), cell("ج")};
    table.body = {row};
    paper.blocks = {
        {std::move(box)}, {std::move(facts)}, heading(2, "ماذا بعد"), {std::move(list)}, {std::move(table)}};
    return paper;
}

Paper everythingPaper() {
    Paper paper = blankPaper("Tout ce qu’un papier peut porter");
    paper.running = plain("Mme P. D.");
    paper.footer.note = plain("Copie faite au guichet d’un document émis par le laboratoire de l’exemple, empreinte "
                              "3b5d5c3712955042212316173ccf37be800a2d0b8b1d8f6e5c0d4e7a2f3b1c9d");
    Run struck = run("supprimé");
    struck.strike = true;
    Run underlined = run("souligné");
    underlined.underline = true;
    Run high = run("2");
    high.script = Script::Superscript;
    Run low = run("2");
    low.script = Script::Subscript;
    Run mono = run("0123 ABCD");
    mono.monospace = true;
    Run little = run("en petit");
    little.small = true;
    Run sign = run("☎");
    sign.large = true;
    Run link = run("https://exemple.invalid/une/adresse");
    link.link = "https://exemple.invalid/une/adresse";
    paper.blocks.push_back(heading(1, "Le texte"));
    paper.blocks.push_back(
        text({run("Normal, "), bold("gras, "), italic("italique, "), underlined, run(", "), struck, run(", m"), high,
              run(", H"), low, run("O, "), mono, run(", "), little, run(", "), sign, run(", "), link}));
    paper.blocks.push_back({Paragraph{plain("Un chapeau."), Align::Start, Paragraph::Kind::Lead}});
    paper.blocks.push_back({Paragraph{plain("Discret, au centre."), Align::Centre, Paragraph::Kind::Quiet}});
    paper.blocks.push_back({Paragraph{plain("Petit, à droite."), Align::End, Paragraph::Kind::Small}});
    paper.blocks.push_back({Paragraph{plain("Très petit."), Align::Start, Paragraph::Kind::Fine}});
    paper.blocks.push_back({Paragraph{
        plain(
            "Justifié : les mots s’étendent d’une marge à l’autre, sauf sur la dernière ligne, comme dans un livre où "
            "chaque ligne a la même longueur."),
        Align::Justify, Paragraph::Kind::Normal}});
    paper.blocks.push_back(heading(2, "Les listes"));
    List inner;
    inner.marker = List::Marker::LowerRoman;
    inner.start = 3;
    inner.items = {{text("trois")}, {text("quatre")}};
    List list;
    list.marker = List::Marker::LowerAlpha;
    list.items = {{text("premier")}, {text("second"), {inner}}};
    paper.blocks.push_back({list});
    list.marker = List::Marker::Bullet;
    list.items = {{text("point")}};
    paper.blocks.push_back({list});
    paper.blocks.push_back(heading(3, "Un tableau à cellules fusionnées"));
    Table table;
    table.caption = plain("Tableau des fusions");
    Cell wide = cell("Deux colonnes", true);
    wide.columns = 2;
    Cell tall = cell("Deux lignes", true);
    tall.rows = 2;
    tall.verticalAlign = VerticalAlign::Middle;
    Cell both = cell("Deux sur deux");
    both.rows = both.columns = 2;
    both.shade = Shade::Light;
    both.align = Align::Centre;
    table.head = {Row{{tall, wide}}, Row{{cell("gauche", true), cell("droite", true)}}};
    table.body = {Row{{cell("1"), both}}, Row{{cell("2")}}, Row{{cell("3"), cell("a"), cell("b")}}};
    table.foot = {Row{{cell("total"), cell("4"), cell("5")}}};
    paper.blocks.push_back({table});
    Image png;
    png.bytes = std::make_shared<const Bytes>(smallPng());
    png.alternative = "Un damier";
    Image jpeg = png;
    jpeg.bytes = std::make_shared<const Bytes>(smallJpeg());
    jpeg.alternative = "Une photographie";
    paper.blocks.push_back({png});
    paper.blocks.push_back({jpeg});
    paper.blocks.push_back(heading(4, "Les cases et la signature"));
    TickBoxes boxes;
    boxes.columns = 2;
    boxes.boxes = {{true, plain("Archiver dix ans")}, {false, plain("Effacer")}, {false, plain("Ne sait pas")}};
    paper.blocks.push_back({boxes});
    paper.blocks.push_back({SignatureFrame{plain("Lu et approuvé, date et signature"), 85, 35}});
    paper.blocks.push_back({Space{10}});
    paper.blocks.push_back({Rule{}});
    paper.blocks.push_back({Rule{.dashed = true}});
    paper.blocks.push_back({PageBreak{}});
    paper.blocks.push_back(text("Sur la page suivante."));
    paper.blocks.push_back({Passage{"ar", {text("Dans un autre sens."), {list}}}});
    DotPlot dots;
    dots.rows = {{.label = "Au guichet",
                  .dots = {2, 4, 4, 5, 7, 9, 11, 14, 20, 31},
                  .range = {},
                  .note = "médiane : huit",
                  .strong = true},
                 {.label = "Par une voie dont le nom est long", .dots = {-3}, .range = {{-6, 1}}, .note = "moins"}};
    dots.scale = "jours ouvrés";
    dots.before = "plus vite ici";
    dots.after = "plus vite ailleurs";
    dots.alternative = "Au guichet : deux à trente et un jours.";
    paper.blocks.push_back({dots});
    LinePlot lines;
    lines.columns = {"janvier", "février", "mars", "avril"};
    lines.lines = {{.label = "Guichet", .values = {12.5, std::nullopt, 9, 8}, .strong = true},
                   {.label = "En ligne", .values = {12, 11, 9, 8.2}},
                   {.label = "Par courrier", .values = {20, 22, std::nullopt, std::nullopt}}};
    lines.scale = "jours calendaires";
    lines.alternative = "Au guichet : de douze à huit jours.";
    paper.blocks.push_back({lines});
    QrCode code;
    code.text = "HTTPS://EXEMPLE.INVALID/1";
    code.sideMm = 25;
    paper.blocks.push_back({code});
    paper.attachments = {{"receipt.json", "application/json", {'{', '}'}, "Le sceau"}};
    return paper;
}

Paper prescriptionPaper() {
    Paper paper = blankPaper("Prescription de médicaments");
    Table table;
    Row head;
    for (const char *name : {"Médicament", "Dénomination commune", "Forme", "Voie", "Posologie", "Fréquence", "Début",
                             "Fin", "Substitution", "Remboursement", "Commentaire"}) {
        head.cells.push_back(cell(name, true));
    }
    table.head = {head};
    for (int i = 0; i < 3; ++i) {
        Row row;
        for (const char *words :
             {"DOLIPRANE 500 mg", "PARACETAMOL", "comprimé pelliculé", "orale", "1 comprimé", "3 fois par jour",
              "12/03/2026", "19/03/2026", "non substituable", "remboursable à 65 %", "pendant les repas"}) {
            row.cells.push_back(cell(words));
        }
        table.body.push_back(row);
    }
    paper.blocks = {heading(2, "Prescription"), {table}, text("Fin de la prescription.")};
    return paper;
}

Bytes smallPng() {
    return *fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAXElEQVR42u3XoQ0AIAwEQMZhCPYP41SjWKCoGgiXVL7oqc+3"
        "iJXeHD292/INAAAAAKAEeOXRUx4AAAAAoAbQxAAAAAD2gCYGAAAAsAc0MQAAAIA9oIkBAAAAvgNsocglaQh6qbUAAAAASUVO"
        "RK5CYII=");
}

Bytes smallJpeg() {
    return *fromBase64(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWG"
        "kJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
        "pKSkpKSkpKSkpKSkpKT/wAARCAAYACADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAA"
        "AgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6"
        "Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG"
        "x8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREA"
        "AgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5"
        "OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPE"
        "xcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDpqKKKACiiigAooooAKKKKAP/Z");
}

} // namespace guichet::test
