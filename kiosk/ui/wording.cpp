// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/wording.h"

#include "kiosk/counter/jobs.h"

#include "kiosk/ui/birth_input.h"
#include "storage/nir.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>

namespace guichet::ui {
namespace {

/// Of a date that is being typed: nothing is said to be wrong before.
constexpr qsizetype kLongEnough = 8;

QDate toQt(CivilDate day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

QString initial(const std::string &name) {
    for (const char32_t c : QString::fromStdString(name).toUcs4()) {
        if (QChar::isLetter(c)) {
            return QString::fromUcs4(&c, 1).toUpper() + u'.';
        }
    }
    return {};
}

} // namespace

QString Wording::day(CivilDate day) {
    const QLocale locale;
    const auto date = toQt(day);
    if (locale.language() == QLocale::French && date.day() == 1) {
        return QStringLiteral("1er ") + locale.toString(date, QStringLiteral("MMMM yyyy"));
    }
    return locale.toString(date, QStringLiteral("d MMMM yyyy"));
}

QString Wording::date(const std::string &date) {
    if (const auto whole = parseDate(date.substr(0, 10))) {
        return day(*whole);
    }
    if (const auto part = storage::BirthDate::parse(date); part && part->known()) {
        return born(*part);
    }
    return tr("no date");
}

QString Wording::numbers(const std::string &date) {
    auto parts = QString::fromStdString(date.substr(0, 10)).split(u'-');
    std::ranges::reverse(parts);
    return parts.join(u'/');
}

Wording::TypedDate Wording::typedDate(const QString &typed, CivilDate today, bool entered) {
    const auto date = readBirthDate(typed.toStdString(), today);
    if (date) {
        return {.understood = born(*date), .problem = {}};
    }
    if (typed.isEmpty() || (typed.size() < kLongEnough && !entered)) {
        return {};
    }
    return {.understood = {},
            .problem = date.error().code == ErrorCode::FutureDate ? tr("This date is in the future.")
                                                                  : tr("This is not a date.")};
}

Wording::TypedDay Wording::typedDay(const QString &typed, CivilDate today) {
    const auto whole = withRecentYear(typed.trimmed().toStdString(), today);
    const auto read = readBirthDate(whole, today);
    if (read && read->whole()) {
        const auto day = parseDate(read->text());
        return {.day = day ? std::optional(*day) : std::nullopt, .understood = born(*read), .problem = {}};
    }
    return {.day = {}, .understood = {}, .problem = typedDate(QString::fromStdString(whole), today).problem};
}

QString Wording::inLanguage(const kiosk::Text &words, const std::string &language) {
    return QString::fromStdString(words.in(language));
}

QString Wording::capital(QString words) {
    if (!words.isEmpty()) {
        words.front() = words.front().toUpper();
    }
    return words;
}

QString Wording::born(const storage::BirthDate &born) {
    if (!born.known()) {
        return tr("unknown");
    }
    if (born.whole()) {
        return day({std::chrono::year(born.year), std::chrono::month(static_cast<unsigned>(born.month)),
                    std::chrono::day(static_cast<unsigned>(born.day))});
    }
    if (born.month != 0) {
        return QLocale().standaloneMonthName(born.month) + u' ' + QString::number(born.year);
    }
    return QString::number(born.year);
}

QString Wording::bornOn(const storage::BirthDate &born, storage::Sex sex) {
    if (!born.known()) {
        return tr("date of birth unknown");
    }
    const auto when = born.whole() ? QStringLiteral("%1/%2/%3")
                                         .arg(born.day, 2, 10, QLatin1Char('0'))
                                         .arg(born.month, 2, 10, QLatin1Char('0'))
                                         .arg(born.year)
                                   : Wording::born(born);
    if (born.whole()) {
        return sex == storage::Sex::Female ? tr("born (she) on %1").arg(when)
               : sex == storage::Sex::Male ? tr("born (he) on %1").arg(when)
                                           : tr("born on %1").arg(when);
    }
    return sex == storage::Sex::Female ? tr("born (she) in %1").arg(when)
           : sex == storage::Sex::Male ? tr("born (he) in %1").arg(when)
                                       : tr("born in %1").arg(when);
}

QString Wording::initials(const storage::Traits &traits) {
    const auto civility = traits.sex == storage::Sex::Female ? tr("Ms")
                          : traits.sex == storage::Sex::Male ? tr("Mr")
                                                             : QString{};
    const auto &surname = traits.usedName.empty() ? traits.birthName : traits.usedName;
    QStringList words{civility, initial(traits.givenNames), initial(surname)};
    words.removeAll({});
    return words.join(u' ');
}

PersonWords Wording::person(const storage::Person &person) {
    auto under = bornOn(person.traits.born, person.traits.sex);
    return {initials(person.traits), under + QStringLiteral(" · ") + number(person)};
}

QString Wording::number(const storage::Person &person) {
    return person.nir.empty() ? tr("no number") : QString::fromStdString(storage::maskNir(person.nir));
}

QString Wording::masked(const QString &number) {
    return QString::fromStdString(storage::maskNir(number.toStdString()));
}

PersonWords Wording::nobody() {
    return {tr("Without a name"), tr("Nothing personal is shown; blank forms are possible.")};
}

QString Wording::category(document::Category category) {
    switch (category) {
    case document::Category::Prescription: return tr("Prescriptions");
    case document::Category::Certificate: return tr("Certificates");
    case document::Category::Result: return tr("Results");
    case document::Category::Hospital: return tr("Hospital");
    case document::Category::Reimbursement: return tr("Reimbursements");
    case document::Category::Other: return tr("Others");
    }
    return {};
}

QString Wording::pages(int count) { return tr("%n page(s)", "", count); }

QString Wording::trait(kiosk::Trait trait) {
    switch (trait) {
    case kiosk::Trait::BirthDate: return tr("Date of birth");
    case kiosk::Trait::BirthPlace: return tr("Place of birth");
    case kiosk::Trait::Number: return tr("Social security number");
    case kiosk::Trait::FirstGivenName: return tr("First name");
    case kiosk::Trait::UsedName: return tr("Name in use");
    case kiosk::Trait::PostalCode: return tr("Postal code");
    }
    return {};
}

QString Wording::traitHint(kiosk::Trait trait) {
    switch (trait) {
    case kiosk::Trait::BirthDate: return tr("03041941, 3 april 41");
    case kiosk::Trait::BirthPlace: return tr("The whole name of the town, or the country");
    case kiosk::Trait::Number: return tr("13 characters, or 15 with the key");
    case kiosk::Trait::FirstGivenName: return tr("The first of the first names");
    case kiosk::Trait::UsedName: return tr("The name on letters");
    case kiosk::Trait::PostalCode: return tr("Of the address that is known");
    }
    return {};
}

QString Wording::seen(kiosk::IdentitySeen seen) {
    switch (seen) {
    case kiosk::IdentitySeen::IdCard: return tr("Identity card");
    case kiosk::IdentitySeen::Passport: return tr("Passport");
    case kiosk::IdentitySeen::ResidencePermit: return tr("Residence permit");
    case kiosk::IdentitySeen::DrivingLicence: return tr("Driving licence");
    case kiosk::IdentitySeen::Vitale: return tr("Vitale card");
    case kiosk::IdentitySeen::Other: return tr("Another document");
    case kiosk::IdentitySeen::None: return tr("Nothing");
    }
    return {};
}

QString Wording::presence(const kiosk::Presence &presence) {
    const auto shown = presence.seen == kiosk::IdentitySeen::None ? tr("no document shown")
                                                                  : tr("%1 seen").arg(seen(presence.seen).toLower());
    if (presence.who == kiosk::Who::Self && !presence.accompanied) {
        return tr("present") + QStringLiteral(", ") + shown;
    }
    return tr("represented or accompanied") + QStringLiteral(", ") + shown;
}

QString Wording::paper(const storage::Job &job) {
    return QString::fromStdString(job.label.empty() ? job.what : job.label) + QStringLiteral(", ") + pages(job.pages);
}

QString Wording::printed(const storage::Job &job) {
    return QString::fromStdString(job.label.empty() ? job.what : job.label) + QStringLiteral(" – ") + Wording::job(job);
}

QString Wording::job(const storage::Job &job) {
    using storage::JobState;
    using storage::PaperState;
    const auto cameOut = [&] {
        return job.purpose == storage::PaperPurpose::Sign ? tr("Came out: to be signed")
                                                          : tr("Came out: to be handed over");
    };
    if (job.purpose == storage::PaperPurpose::Kept) {
        return tr("Signed, kept at the counter");
    }
    if (job.settled == storage::Settled::Posted) {
        return tr("Posted");
    }
    if (job.settled == storage::Settled::Replaced) {
        return tr("Replaced by the handwritten receipt %1").arg(QString::fromStdString(job.replacedBy));
    }
    if (job.recalled) {
        return tr("The visit is over: being taken back from the printer");
    }
    switch (job.paper) {
    case PaperState::InHand: return tr("In hand");
    case PaperState::CameOut:
        return job.state == JobState::Cancelled ? tr("No longer needed: to be destroyed") : cameOut();
    case PaperState::Lost: return job.state == JobState::Cancelled ? tr("Destroyed") : tr("Lost: print it again");
    case PaperState::Unsent:
    case PaperState::Sent:
    case PaperState::Unknown: break;
    }
    switch (job.state) {
    case JobState::Waiting:
        return job.paper == PaperState::Unsent ? tr("Waiting for the printer") : tr("Sent to the printer");
    case JobState::Held:
        return kiosk::wantsPassword(job) ? tr("Held: the printer asks for a password") : tr("Held at the printer");
    case JobState::Printing: return tr("Being printed");
    case JobState::Stopped: return tr("The printer has stopped");
    case JobState::Completed: return cameOut();
    case JobState::Cancelled: return tr("Cancelled");
    case JobState::Failed:
        if (kiosk::lacksRoom(job)) {
            return tr("No room left here to print it: call the administrator");
        }
        return job.paper == PaperState::Unknown ? tr("Stopped halfway: destroy its sheets, print it again")
                                                : tr("Did not come out: print it again");
    case JobState::Unknown: return tr("Not known: look at the printer");
    }
    return {};
}

QString Wording::edition(const kiosk::Form &form) {
    const auto edition = QString::fromStdString(form.edition.name);
    return form.number.empty() ? tr("No official number, edition %1").arg(edition)
                               : tr("%1, edition %2").arg(QString::fromStdString(form.number), edition);
}

QString Wording::noForm() { return tr("No form goes by these words. Here is the whole list."); }

QString Wording::lockedMeanwhile() {
    return tr("This could not be done while the screen was locked. Please do it again.");
}

QString Wording::status(const storage::Act &act) {
    using storage::ActStatus;
    switch (act.status) {
    case ActStatus::Recorded: return tr("Recorded. Not sent yet, not confirmed yet.");
    case ActStatus::Sent: return tr("Sent. Not confirmed yet.");
    case ActStatus::Confirmed: return tr("Confirmed.");
    case ActStatus::Refused: return tr("Refused.");
    case ActStatus::Incomplete: return tr("Received, incomplete.");
    case ActStatus::Filed: return tr("Received, complete.");
    case ActStatus::Forwarded: return tr("Forwarded.");
    case ActStatus::DecidedYes: return tr("Accepted.");
    case ActStatus::DecidedNo: return tr("Rejected.");
    case ActStatus::Deemed: return tr("Decided by silence.");
    case ActStatus::Withdrawn: return tr("Withdrawn.");
    }
    return {};
}

} // namespace guichet::ui
