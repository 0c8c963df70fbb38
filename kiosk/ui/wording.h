// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/counter/identify.h"
#include "kiosk/counter/printers.h"
#include "kiosk/counter/who.h"
#include "kiosk/ui/kiosk_model.h"
#include "storage/document/document.h"
#include "storage/jobs.h"
#include "storage/people.h"
#include "storage/register/acts.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace guichet::ui {

/// What the screens say of the store's values, in the language of the screens. Pure functions.
struct Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)

public:
    static QString day(CivilDate day);                   ///< "12 mars 2026"
    static QString date(const std::string &date);        ///< of a record: "12 mars 2026", "mars 2026", "sans date"
    static QString numbers(const std::string &date);     ///< likewise, in any language: "12/03/2026", "03/2026", "2026"
    static QString born(const storage::BirthDate &born); ///< "3 avril 1941", "avril 1941", "1941", "inconnue"
    static QString bornOn(const storage::BirthDate &born, storage::Sex sex); ///< "née le 28/03/1979"
    /// What a date was understood as while it is typed, or what is wrong with it once it is long enough to say so.
    struct TypedDate {
        QString understood;
        QString problem;
    };
    /// `entered`: it is all; otherwise nothing is said to be wrong with what may be half a date.
    static TypedDate typedDate(const QString &typed, CivilDate today, bool entered = false);
    /// A day not long ago as it is typed, without its year perhaps; half a one is no day, and nothing is wrong with it.
    struct TypedDay {
        std::optional<CivilDate> day;
        QString understood;
        QString problem;
    };
    static TypedDay typedDay(const QString &typed, CivilDate today);
    static QString inLanguage(const kiosk::Text &words, const std::string &language);
    static QString capital(QString words);                  ///< as a sentence begins
    static QString initials(const storage::Traits &traits); ///< "Mme P. D."
    static QString masked(const QString &number); ///< of a person, as far as it is typed: "2 79 03 •• ••• ••• ••"
    static PersonWords person(const storage::Person &person);
    static QString number(const storage::Person &person); ///< masked, or that there is none
    static PersonWords nobody();                          ///< who is served without a name
    static QString category(document::Category category); ///< "Résultats"
    static QString lockedMeanwhile();                     ///< an answer that came too late
    static QString pages(int count);                      ///< "2 pages"
    static QString trait(kiosk::Trait trait);             ///< "Lieu de naissance"
    static QString traitHint(kiosk::Trait trait);
    static QString seen(kiosk::IdentitySeen seen);            ///< of a chip: "Carte d’identité"
    static QString presence(const kiosk::Presence &presence); ///< "présente, carte d’identité vue"
    static QString paper(const storage::Job &job);            ///< "Ordonnances, 3 avril 2026, 2 pages"
    static QString job(const storage::Job &job);              ///< "En cours d’impression"
    static QString printed(const storage::Job &job);          ///< "Feuille d’ouverture – en cours d’impression"
    static QString edition(const kiosk::Form &form);          ///< "12485*03 / S3704, édition 2026-11"
    static QString noForm();                                  ///< none fits what is sought
    static QString status(const storage::Act &act);           ///< "Enregistrée. Pas encore transmise."
};

} // namespace guichet::ui
