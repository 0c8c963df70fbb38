// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/papers/letterhead.h"

#include "base/text.h"
#include "kiosk/papers/words.h"

#include <algorithm>

namespace guichet::kiosk::papers {

Result<Mention> Mention::of(const SettingOf &settings, std::string_view key) {
    SettingValue value = settings(key);
    value.text = trim(value.text);
    if (value.text.empty()) {
        return fail(ErrorCode::MentionMissing, std::string(key));
    }
    return Mention(std::move(value));
}

Result<Letterhead> Letterhead::of(const SettingOf &settings) {
    GUICHET_ASSIGN(Mention name, Mention::of(settings, "agency-name"));
    GUICHET_ASSIGN(Mention address, Mention::of(settings, "agency-address"));
    GUICHET_ASSIGN(Mention phone, Mention::of(settings, "agency-phone"));
    Letterhead head(std::move(name), std::move(address), std::move(phone));
    head.email_ = trim(settings("agency-email").text);
    head.hours_ = trim(settings("agency-hours").text);
    head.validated_ = split(settings("service-translations-validated").text, ' ');
    return head;
}

bool Letterhead::validated(std::string_view language) const {
    return std::ranges::find(validated_, language) != validated_.end();
}

printing::Cell tableCell(std::string text, bool head) {
    printing::Cell cell;
    cell.blocks.push_back(printing::text(std::move(text)));
    cell.heading = head;
    cell.shade = head ? printing::Shade::Head : printing::Shade::None;
    return cell;
}

printing::Cell cellToWriteIn() {
    constexpr double kLineToWriteMm = 9;
    printing::Cell cell;
    cell.blocks.push_back({printing::Space{kLineToWriteMm}});
    return cell;
}

std::string oneLine(std::string text) {
    std::string line;
    for (const std::string &part : split(text, '\n')) {
        const std::string trimmed = trim(part);
        if (!trimmed.empty()) {
            line += (line.empty() ? "" : ", ") + trimmed;
        }
    }
    return line;
}

void addWaysToReach(printing::Blocks &blocks, const Texts &say, const Letterhead &letterhead) {
    blocks.push_back(printing::heading(2, say("notice.back")));
    printing::Facts ways;
    ways.rows.push_back(printing::fact(say("notice.counter"), oneLine(letterhead.address())));
    if (!letterhead.hours().empty()) {
        ways.rows.push_back(printing::fact(say("notice.hours"), oneLine(letterhead.hours())));
    }
    ways.rows.push_back(printing::fact(say("notice.phone"), unbroken(letterhead.phone())));
    if (!letterhead.email().empty()) {
        ways.rows.push_back(printing::fact(say("notice.email"), letterhead.email()));
    }
    blocks.push_back({std::move(ways)});
}

printing::Paper ofTemplate(const Texts &say, printing::Paper frame, std::string title, std::string_view templateName) {
    frame.title = std::move(title);
    frame.language = say.language();
    frame.templateName = templateName;
    frame.templateEdition = kTemplateEdition;
    return frame;
}

printing::Paper headedPaper(const Texts &say, const Letterhead &letterhead, const Making &making, std::string title,
                            std::string reference, std::string_view templateName) {
    printing::Paper paper = ofTemplate(say, {}, std::move(title), templateName);
    paper.reference = std::move(reference);
    paper.author = letterhead.name();
    paper.created = formatInstant(making.instant);

    printing::Run name = printing::bold(letterhead.name());
    paper.headerStart.push_back({std::move(name)});
    paper.headerStart.push_back(printing::plain(oneLine(letterhead.address())));
    std::string reach = say("letterhead.phone", {{"phone", letterhead.phone()}});
    if (!letterhead.email().empty()) {
        reach += " · " + letterhead.email();
    }
    paper.headerStart.push_back(printing::plain(std::move(reach)));
    if (!letterhead.hours().empty()) {
        paper.headerStart.push_back(printing::plain(oneLine(letterhead.hours())));
    }
    paper.headerEnd.push_back(printing::plain(say("letterhead.station", {{"station", making.station}})));
    paper.headerEnd.push_back(printing::plain(say("letterhead.when", {{"when", dayAndTime(say, making.at)}})));
    paper.headerEnd.push_back(printing::plain(say("letterhead.agent", {{"agent", making.agent}})));

    const std::string day = longDate(say, making.at.day);
    paper.running = printing::plain(day);
    paper.footer.left = letterhead.name() + " · " + day;
    paper.footer.centre = paper.reference;
    paper.footer.page = say("letterhead.page");
    return paper;
}

printing::Block readingCopyNote(const Texts &say, bool validated) {
    printing::Runs runs{printing::bold(say("letterhead.reading-copy")), {" " + say("letterhead.french-prevails")}};
    if (!validated) {
        runs.push_back(printing::italic(" " + say("letterhead.not-validated")));
    }
    return printing::text(std::move(runs));
}

} // namespace guichet::kiosk::papers
