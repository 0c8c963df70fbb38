<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- English is what the program is written in: here is only what its own words do not say as people say it. -->
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>DocumentsScreen</name>
    <message numerus="yes">
        <source>All %n document(s)</source>
        <translation>
            <numerusform>All %n documents</numerusform>
            <numerusform>All %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtsScreen</name>
    <message numerus="yes">
        <source>Show more (%n are left)</source>
        <translation>
            <numerusform>Show more (%n is left)</numerusform>
            <numerusform>Show more (%n are left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message numerus="yes">
        <source>Show more (%n are left)</source>
        <translation>
            <numerusform>Show more (%n is left)</numerusform>
            <numerusform>Show more (%n are left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwedScreen</name>
    <message numerus="yes">
        <source>Show more (%n are left)</source>
        <translation>
            <numerusform>Show more (%n is left)</numerusform>
            <numerusform>Show more (%n are left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinBox</name>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>born (she) on %1</source>
        <translation>born on %1</translation>
    </message>
    <message>
        <source>born (he) on %1</source>
        <translation>born on %1</translation>
    </message>
    <message>
        <source>born (she) in %1</source>
        <translation>born in %1</translation>
    </message>
    <message>
        <source>born (he) in %1</source>
        <translation>born in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::DocumentsModel</name>
    <message numerus="yes">
        <source>Print %n document(s)</source>
        <translation>
            <numerusform>Print %n document</numerusform>
            <numerusform>Print %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::EndModel</name>
    <message numerus="yes">
        <source>%n paper(s) not in hand yet. What is left stays owed.</source>
        <translation>
            <numerusform>%n paper not in hand yet. What is left stays owed.</numerusform>
            <numerusform>%n papers not in hand yet. What is left stays owed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End, %n paper(s) owed</source>
        <translation>
            <numerusform>End, %n paper owed</numerusform>
            <numerusform>End, %n papers owed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::IdentifyModel</name>
    <message numerus="yes">
        <source>%n person(s) found: which one?</source>
        <translation>
            <numerusform>%n person found: is it them?</numerusform>
            <numerusform>%n persons found: which one?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::PapersModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::RequestModel</name>
    <message numerus="yes">
        <source>%n document(s) missing: the receipt lists them, with the day to bring them by.</source>
        <translation>
            <numerusform>%n document missing: the receipt names it, with the day to bring it by.</numerusform>
            <numerusform>%n documents missing: the receipt lists them, with the day to bring them by.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestWarning</name>
    <message numerus="yes">
        <source>%n seconds left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::SetupModel</name>
    <message numerus="yes">
        <source>%n setting(s) missing before every paper can be made: the command “guichet settings check” names them. Agents are added with “guichet agent add”.</source>
        <translation>
            <numerusform>%n setting missing before every paper can be made: the command “guichet settings check” names it. Agents are added with “guichet agent add”.</numerusform>
            <numerusform>%n settings missing before every paper can be made: the command “guichet settings check” names them. Agents are added with “guichet agent add”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::CasesModel</name>
    <message numerus="yes">
        <source>%n request(s) on it</source>
        <translation>
            <numerusform>%n request on it</numerusform>
            <numerusform>%n requests on it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still wait(s); each says for what.</source>
        <translation>
            <numerusform>%n still waits; it says for what.</numerusform>
            <numerusform>%n still wait; each says for what.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) noted as sent; none of them is done yet.</source>
        <translation>
            <numerusform>%n request noted as sent; it is not done yet.</numerusform>
            <numerusform>%n requests noted as sent; none of them is done yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::ImportModel</name>
    <message numerus="yes">
        <source>%n files are on it.</source>
        <translation>
            <numerusform>%n file is on it.</numerusform>
            <numerusform>%n files are on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken in</source>
        <translation>
            <numerusform>%n taken in</numerusform>
            <numerusform>%n taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>%n here already</numerusform>
            <numerusform>%n here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guichet::ui::DoubtsModel</name>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
</context>
</TS>
