// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/cli/call.h"

/// What each command does: the functions that the table of commands.cpp points to, each in the file of its command.
namespace guichet::kiosk::cli {

// agent.cpp
Result<Answer> agentAdd(Call &call);
Result<Answer> agentList(Call &call);
Result<Answer> agentDisable(Call &call);
Result<Answer> agentChangePin(Call &call);
Result<Answer> agentResetPin(Call &call);
// come_back.cpp
Result<Answer> comeBack(Call &call);
// demo.cpp
Result<Answer> demo(Call &call);
// deposit.cpp
Result<Answer> requestDeposit(Call &call);
// doubts.cpp
Result<Answer> doubtsList(Call &call);
Result<Answer> doubtsMerge(Call &call);
Result<Answer> doubtsUnmerge(Call &call);
// explain.cpp
Result<Answer> explain(Call &call);
// generate.cpp
Result<Answer> generate(Call &call);
// import.cpp
Result<Answer> importRecords(Call &call);
// import_persons.cpp
Result<Answer> importPersons(Call &call);
// init.cpp
Result<Answer> init(Call &call);
// optout.cpp
Result<Answer> optoutScopes(Call &call);
Result<Answer> optoutPrepare(Call &call);
Result<Answer> optoutBlank(Call &call);
Result<Answer> optoutRegister(Call &call);
Result<Answer> optoutList(Call &call);
Result<Answer> optoutShow(Call &call);
Result<Answer> optoutSlip(Call &call);
Result<Answer> optoutSend(Call &call);
Result<Answer> optoutConfirm(Call &call);
Result<Answer> optoutRefuse(Call &call);
Result<Answer> optoutWithdraw(Call &call);
Result<Answer> optoutCall(Call &call);
Result<Answer> optoutContact(Call &call);
Result<Answer> optoutIdentity(Call &call);
Result<Answer> optoutCopyDone(Call &call);
// pack.cpp
Result<Answer> pack(Call &call);
Result<Answer> packNoteDone(Call &call);
Result<Answer> reportEquality(Call &call);
Result<Answer> reportActivity(Call &call);
Result<Answer> reportFigures(Call &call);

// person.cpp
Result<Answer> personFind(Call &call);
Result<Answer> personAdd(Call &call);
Result<Answer> personShow(Call &call);
Result<Answer> personContact(Call &call);
// preferences.cpp
Result<Answer> preferences(Call &call);
// print.cpp
Result<Answer> print(Call &call);
Result<Answer> jobList(Call &call);
Result<Answer> jobCancel(Call &call);
Result<Answer> jobRetry(Call &call);
Result<Answer> jobHanded(Call &call);
Result<Answer> jobKept(Call &call);
Result<Answer> jobDestroyed(Call &call);
Result<Answer> jobPosted(Call &call);
Result<Answer> jobReplaced(Call &call);
Result<Answer> printerList(Call &call);
Result<Answer> printerFind(Call &call);
Result<Answer> printerAdd(Call &call);
Result<Answer> printerTest(Call &call);
// record.cpp
Result<Answer> recordList(Call &call);
Result<Answer> recordExport(Call &call);
// register.cpp
Result<Answer> registerVerify(Call &call);
Result<Answer> registerCheckpoint(Call &call);
Result<Answer> registerAccept(Call &call);
Result<Answer> registerProve(Call &call);
Result<Answer> verify(Call &call);
Result<Answer> check(Call &call);
// request.cpp
Result<Answer> requestForms(Call &call);
Result<Answer> requestPrepare(Call &call);
Result<Answer> requestBlank(Call &call);
Result<Answer> requestFile(Call &call);
Result<Answer> requestList(Call &call);
Result<Answer> requestShow(Call &call);
Result<Answer> requestAddPiece(Call &call);
Result<Answer> requestAdvance(Call &call);
Result<Answer> requestWithdraw(Call &call);
Result<Answer> requestContact(Call &call);
// settings.cpp
Result<Answer> settingsList(Call &call);
Result<Answer> settingsGet(Call &call);
Result<Answer> settingsSet(Call &call);
Result<Answer> settingsCheck(Call &call);
// statement.cpp
Result<Answer> receipt(Call &call);
Result<Answer> statement(Call &call);
Result<Answer> letter(Call &call);
Result<Answer> notice(Call &call);
Result<Answer> dayOpen(Call &call);
Result<Answer> dayClose(Call &call);
Result<Answer> dayKit(Call &call);
Result<Answer> week(Call &call);

} // namespace guichet::kiosk::cli
