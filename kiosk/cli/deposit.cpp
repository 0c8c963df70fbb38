// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/deposit.h"

#include "base/files.h"
#include "kiosk/cli/act_words.h"
#include "kiosk/cli/actions.h"
#include "kiosk/cli/words.h"
#include "kiosk/counter/jobs.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace guichet::kiosk::cli {
namespace {

constexpr std::size_t kFileLimitBytes = 4U << 20U;
constexpr const char *kLetter = "-letter"; ///< beside the receipt's file, for the same envelope

std::filesystem::path fileFor(const std::string &folder, const std::string &reference) {
    return std::filesystem::path(folder) / (reference + ".pdf");
}

/// A receipt is its person's: never part of what the bearer gets. What is registered stays, whatever becomes of it.
Json deliverReceipt(Call &call, Desk &desk, const TakenPaper &taken, std::optional<Error> &but) {
    const MadeReceipt &receipt = *taken.receipt;
    if (const auto folder = call.arguments().value("receipts")) {
        if (const auto written = writeFile(fileFor(*folder, receipt.reference), receipt.paper.pdf); !written) {
            but = but ? but : std::optional(written.error());
        }
        if (taken.letter) {
            MadeNotice letter = *taken.letter;
            auto told = writeFile(fileFor(*folder, receipt.reference + kLetter), letter.paper.pdf);
            if (told) {
                told = noteNotice(desk, letter);
            }
            but = but || told ? but : std::optional(told.error());
        }
        return nullptr;
    }
    (void)deliverLetter(call, desk, taken.letter);
    PaperJob job = jobFor(receipt.paper);
    job.person = receipt.person;
    job.reference = receipt.reference;
    const Result<storage::Job> sent = sendPaper(desk, job, receipt.paper.pdf);
    if (!sent) {
        call.message(receipt.reference + call.say(" : ", ": ") + errorMessage(sent.error(), call.language()));
        return nullptr;
    }
    return textOrNull(sent->id);
}

Json actsJson(const std::vector<storage::Act> &acts) {
    Json list = Json::array();
    for (const storage::Act &act : acts) {
        list.push_back({{"reference", act.reference},
                        {act.type == storage::ActType::Optout ? "scope" : "form", act.subject},
                        {"status", std::string(storage::actStatusName(act.status))},
                        {"missing", act.piecesMissing}});
    }
    return list;
}

} // namespace

Result<Answer> requestDeposit(Call &call) {
    GUICHET_ASSIGN(Desk & desk, call.desk());
    GUICHET_TRY(desk.require(Action::Request)); // before the file is read
    const Arguments &given = call.arguments();
    GUICHET_ASSIGN(const PaperWish paper, paperWishOf(given));
    GUICHET_TRY(call.checkOutput());
    if (const auto folder = given.value("receipts")) {
        GUICHET_TRY(checkWritable(fileFor(*folder, "receipt")));
    }
    const std::string file = given.get("FILE.json");
    GUICHET_ASSIGN(const Bytes bytes, file == "-" ? call.input(kFileLimitBytes) : readFile(file, kFileLimitBytes));
    const std::string bearer = given.value("bearer").value_or("");
    GUICHET_ASSIGN(const auto papers, readDeposit(asText(bytes), bearer));
    GUICHET_ASSIGN(const Deposit deposit, depositPapers(desk, papers, bearer, paper));

    std::optional<Error> but;
    Json list = Json::array();
    Columns table;
    int line = 0;
    for (const TakenPaper &taken : deposit.papers) {
        ++line;
        Json one{{"line", line}, {"paper_number", textOrNull(taken.paperNumber)}};
        if (taken.error) {
            one.update({{"outcome", "rejected"},
                        {"reason", std::string(errorName(taken.error->code))},
                        {"message", errorMessage(*taken.error, call.language())},
                        {"acts", Json::array()},
                        {"receipt", nullptr},
                        {"received", nullptr},
                        {"job", nullptr}});
            table.add({std::to_string(line), taken.paperNumber, errorMessage(*taken.error, call.language())});
        } else {
            one.update({{"outcome", "registered"},
                        {"reason", nullptr},
                        {"message", nullptr},
                        {"acts", actsJson(taken.acts)},
                        {"receipt", receiptJson(*taken.receipt)},
                        {"received", formatDate(taken.acts.front().received)},
                        {"job", deliverReceipt(call, desk, taken, but)}});
            table.add({std::to_string(line), taken.paperNumber, taken.receipt->reference});
        }
        list.push_back(std::move(one));
    }
    const std::size_t rejected = deposit.papers.size() - deposit.registered;
    const Delivered delivered = deliver(call, desk, deposit.note, {}, {});
    but = but ? but : delivered.but;
    if (!but && rejected > 0) {
        but = Error{ErrorCode::PartlyDone, std::to_string(rejected), {}};
    }
    return answer({{"registered", deposit.registered},
                   {"rejected", rejected},
                   {"papers", list},
                   {"pages", deposit.note.pages},
                   {"job", textOrNull(delivered.job)}},
                  table.text(), but);
}

} // namespace guichet::kiosk::cli
