// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_module.h"

#include "printing/folder_printer.h"

#include <cups/cups.h>

#include <charconv>
#include <memory>

namespace guichet::printing {
namespace {

struct CloseHttp {
    void operator()(http_t *http) const { httpClose(http); }
};
struct DeleteIpp {
    void operator()(ipp_t *ipp) const { ippDelete(ipp); }
};
struct FreeDestination {
    void operator()(cups_dest_t *destination) const { cupsFreeDests(1, destination); }
};
struct FreeInfo {
    void operator()(cups_dinfo_t *info) const { cupsFreeDestInfo(info); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

class Options {
public:
    Options() = default;
    ~Options() { cupsFreeOptions(count_, options_); }
    Options(const Options &) = delete;
    Options &operator=(const Options &) = delete;
    void add(const char *name, const std::string &value) {
        count_ = cupsAddOption(name, value.c_str(), count_, &options_);
    }
    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] cups_option_t *get() const { return options_; }

private:
    int count_ = 0;
    cups_option_t *options_ = nullptr;
};

std::string lastWords() {
    const char *words = cupsLastErrorString();
    return words != nullptr ? words : "";
}

Result<Http> connect(const CupsServer &server) {
    // libcups takes any other server than this thread's own for a printer, and asks it for the printer's resources.
    const bool socket = server.host.starts_with("/");
    const std::string own = socket ? server.host : server.host + ":" + std::to_string(server.port);
    cupsSetServer(server.host.empty() ? nullptr : own.c_str());
    const std::string host = cupsServer();
    const int port = ippPort();
    const auto wait = static_cast<int>(server.timeout.count());
    Http http(httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1, wait, nullptr));
    if (!http) {
        return fail(ErrorCode::PrinterUnreachable, "CUPS", lastWords());
    }
    // A server that falls silent is given up, not waited for.
    httpSetTimeout(
        http.get(), std::chrono::duration<double>(server.timeout).count(), [](http_t *, void *) { return 0; }, nullptr);
    return http;
}

/// The error of a request that failed. `what`: the printer or job it was about.
tl::unexpected<Error> refusal(ipp_status_t status, std::string_view what, ErrorCode absent) {
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND: return fail(absent, std::string(what), lastWords());
    case IPP_STATUS_ERROR_NOT_POSSIBLE: return fail(ErrorCode::WrongState, std::string(what), lastWords());
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
    case IPP_STATUS_ERROR_BUSY:
    case IPP_STATUS_ERROR_TIMEOUT:
    case IPP_STATUS_ERROR_DEVICE: return fail(ErrorCode::PrinterUnreachable, std::string(what), lastWords());
    default: return fail(ErrorCode::PrinterRefused, std::string(what), lastWords());
    }
}

std::string printerUri(const std::string &name) {
    std::string uri(1024, '\0');
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr, "localhost", 0,
                     "/printers/%s", name.c_str());
    uri.resize(std::char_traits<char>::length(uri.c_str()));
    return uri;
}

Ipp request(ipp_op_t operation, const std::string &name) {
    Ipp made(ippNewRequest(operation));
    if (!name.empty()) {
        ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, printerUri(name).c_str());
    }
    ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return made;
}

void askFor(const Ipp &asked, std::initializer_list<const char *> attributes) {
    const std::vector<const char *> names(attributes);
    ippAddStrings(asked.get(), IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.data());
}

Result<Ipp> answerTo(http_t *http, Ipp asked, const char *resource, std::string_view what, ErrorCode absent) {
    Ipp answer(cupsDoRequest(http, asked.release(), resource)); // which deletes the request
    const ipp_status_t status = cupsLastError();
    if (!answer || status > IPP_STATUS_OK_EVENTS_COMPLETE) {
        return refusal(status, what, absent);
    }
    return answer;
}

std::vector<std::string> reasonsIn(ipp_attribute_t *attribute) {
    std::vector<std::string> reasons;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        const char *reason = ippGetString(attribute, i, nullptr);
        if (reason != nullptr && std::string_view(reason) != "none") {
            reasons.emplace_back(reason);
        }
    }
    return reasons;
}

int integerIn(ipp_attribute_t *attribute, int otherwise) {
    return attribute != nullptr && ippGetCount(attribute) > 0 ? ippGetInteger(attribute, 0) : otherwise;
}

PrinterState printerState(int state) {
    switch (state) {
    case IPP_PSTATE_IDLE: return PrinterState::Idle;
    case IPP_PSTATE_PROCESSING: return PrinterState::Processing;
    case IPP_PSTATE_STOPPED: return PrinterState::Stopped;
    default: return PrinterState::Unknown;
    }
}

JobState jobState(int state) {
    switch (state) {
    case IPP_JSTATE_PENDING: return JobState::Waiting;
    case IPP_JSTATE_HELD: return JobState::Held;
    case IPP_JSTATE_PROCESSING: return JobState::Printing;
    case IPP_JSTATE_STOPPED: return JobState::Stopped;
    case IPP_JSTATE_CANCELED: return JobState::Cancelled;
    case IPP_JSTATE_ABORTED: return JobState::Failed;
    case IPP_JSTATE_COMPLETED: return JobState::Completed;
    default: return JobState::Unknown;
    }
}

std::optional<int> jobNumber(std::string_view id) {
    int number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size() || number < 1) {
        return std::nullopt;
    }
    return number;
}

class CupsPrinter final : public Printer {
public:
    CupsPrinter(CupsServer server, std::string name) : server_(std::move(server)), name_(std::move(name)) {}

    [[nodiscard]] const std::string &name() const override { return name_; }
    [[nodiscard]] Result<PrinterStatus> status() override;
    [[nodiscard]] Result<std::string> submit(std::string_view title, ByteView pdf, int copies) override;
    [[nodiscard]] Result<JobStatus> job(std::string_view id) override;
    [[nodiscard]] Result<std::optional<std::string>> find(std::string_view title) override;
    [[nodiscard]] Result<void> cancel(std::string_view id) override;
    [[nodiscard]] Result<void> resume() override;

private:
    CupsServer server_;
    std::string name_;
};

Result<PrinterStatus> CupsPrinter::status() {
    GUICHET_ASSIGN(const Http http, connect(server_));
    Ipp asked = request(IPP_OP_GET_PRINTER_ATTRIBUTES, name_);
    askFor(asked, {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    GUICHET_ASSIGN(const Ipp answer, answerTo(http.get(), std::move(asked), "/", name_, ErrorCode::PrinterUnknown));
    PrinterStatus status;
    status.state = printerState(integerIn(ippFindAttribute(answer.get(), "printer-state", IPP_TAG_ENUM), 0));
    status.reasons = reasonsIn(ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD));
    ipp_attribute_t *accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    status.acceptingJobs = accepting != nullptr && ippGetBoolean(accepting, 0) != 0;
    return status;
}

Result<std::string> CupsPrinter::submit(std::string_view title, ByteView pdf, int copies) {
    GUICHET_TRY(checkJob(title, copies));
    GUICHET_ASSIGN(const PrinterStatus now, status());
    if (!now.acceptingJobs) {
        return fail(ErrorCode::PrinterRefused, name_, "not accepting jobs");
    }
    GUICHET_ASSIGN(const Http http, connect(server_));
    const std::unique_ptr<cups_dest_t, FreeDestination> destination(
        cupsGetNamedDest(http.get(), name_.c_str(), nullptr));
    if (!destination) {
        return refusal(cupsLastError(), name_, ErrorCode::PrinterUnknown);
    }
    const std::unique_ptr<cups_dinfo_t, FreeInfo> info(cupsCopyDestInfo(http.get(), destination.get()));
    if (!info) {
        return refusal(cupsLastError(), name_, ErrorCode::PrinterUnknown);
    }
    if (cupsCheckDestSupported(http.get(), destination.get(), info.get(), "document-format", CUPS_FORMAT_PDF) == 0) {
        return fail(ErrorCode::PrinterRefused, name_, CUPS_FORMAT_PDF);
    }
    const std::string name(title);
    Options options;
    options.add(CUPS_COPIES, std::to_string(copies));
    int number = 0;
    const ipp_status_t created = cupsCreateDestJob(http.get(), destination.get(), info.get(), &number, name.c_str(),
                                                   options.count(), options.get());
    if (created > IPP_STATUS_OK_EVENTS_COMPLETE || number < 1) {
        return refusal(created, name_, ErrorCode::PrinterUnknown);
    }
    // From here on there is a job, which must not wait for a document that never comes.
    const auto giveUp = [&](const char *step) -> tl::unexpected<Error> {
        const std::string words = std::string(step) + ": " + lastWords();
        cupsCancelDestJob(http.get(), destination.get(), number);
        return fail(ErrorCode::PrinterRefused, name_, words);
    };
    const http_status_t started = cupsStartDestDocument(http.get(), destination.get(), info.get(), number, name.c_str(),
                                                        CUPS_FORMAT_PDF, 0, nullptr, 1);
    if (started != HTTP_STATUS_CONTINUE) {
        return giveUp("start");
    }
    constexpr std::size_t kPiece = 65536;
    for (std::size_t at = 0; at < pdf.size(); at += kPiece) {
        const std::size_t length = std::min(kPiece, pdf.size() - at);
        if (cupsWriteRequestData(http.get(), reinterpret_cast<const char *>(pdf.data() + at), length) !=
            HTTP_STATUS_CONTINUE) {
            return giveUp("write");
        }
    }
    if (cupsFinishDestDocument(http.get(), destination.get(), info.get()) > IPP_STATUS_OK_EVENTS_COMPLETE) {
        return giveUp("finish");
    }
    return std::to_string(number);
}

Result<JobStatus> CupsPrinter::job(std::string_view id) {
    const std::optional<int> number = jobNumber(id);
    if (!number) {
        return JobStatus{};
    }
    GUICHET_ASSIGN(const Http http, connect(server_));
    Ipp asked = request(IPP_OP_GET_JOB_ATTRIBUTES, name_);
    ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", *number);
    askFor(asked, {"job-state", "job-state-reasons", "job-impressions-completed"});
    Result<Ipp> answer = answerTo(http.get(), std::move(asked), "/", id, ErrorCode::Nothing);
    if (!answer) {
        if (answer.error().code == ErrorCode::Nothing) {
            return JobStatus{};
        }
        return fail(std::move(answer).error());
    }
    JobStatus status;
    status.state = jobState(integerIn(ippFindAttribute(answer->get(), "job-state", IPP_TAG_ENUM), 0));
    status.reasons = reasonsIn(ippFindAttribute(answer->get(), "job-state-reasons", IPP_TAG_KEYWORD));
    status.sidesCompleted = integerIn(ippFindAttribute(answer->get(), "job-impressions-completed", IPP_TAG_INTEGER), 0);
    return status;
}

Result<std::optional<std::string>> CupsPrinter::find(std::string_view title) {
    GUICHET_ASSIGN(const Http http, connect(server_));
    Ipp asked = request(IPP_OP_GET_JOBS, name_);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "all");
    askFor(asked, {"job-id", "job-name"});
    GUICHET_ASSIGN(const Ipp answer, answerTo(http.get(), std::move(asked), "/", name_, ErrorCode::PrinterUnknown));
    int newest = 0;
    int number = 0;
    std::string name;
    const auto endJob = [&] {
        if (name == title) {
            newest = std::max(newest, number);
        }
        number = 0;
        name.clear();
    };
    for (ipp_attribute_t *at = ippFirstAttribute(answer.get()); at != nullptr; at = ippNextAttribute(answer.get())) {
        if (ippGetGroupTag(at) != IPP_TAG_JOB || ippGetName(at) == nullptr) {
            endJob();
        } else if (std::string_view(ippGetName(at)) == "job-id") {
            number = ippGetInteger(at, 0);
        } else if (std::string_view(ippGetName(at)) == "job-name") {
            const char *text = ippGetString(at, 0, nullptr);
            name = text != nullptr ? text : "";
        }
    }
    endJob();
    return newest > 0 ? std::optional(std::to_string(newest)) : std::nullopt;
}

Result<void> CupsPrinter::cancel(std::string_view id) {
    const std::optional<int> number = jobNumber(id);
    if (!number) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    GUICHET_ASSIGN(const Http http, connect(server_));
    Ipp asked = request(IPP_OP_CANCEL_JOB, name_);
    ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", *number);
    GUICHET_TRY(answerTo(http.get(), std::move(asked), "/jobs/", id, ErrorCode::Nothing));
    return {};
}

Result<void> CupsPrinter::resume() {
    GUICHET_ASSIGN(const Http http, connect(server_));
    GUICHET_TRY(
        answerTo(http.get(), request(IPP_OP_RESUME_PRINTER, name_), "/admin/", name_, ErrorCode::PrinterUnknown));
    return {};
}

Result<std::vector<CupsQueue>> queuesOf(const CupsServer &server) {
    GUICHET_ASSIGN(const Http http, connect(server));
    Ipp asked = request(IPP_OP_CUPS_GET_PRINTERS, {});
    askFor(asked, {"printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    std::vector<CupsQueue> queues;
    Result<Ipp> answer = answerTo(http.get(), std::move(asked), "/", "CUPS", ErrorCode::Nothing);
    if (!answer) {
        if (answer.error().code == ErrorCode::Nothing) { // a server without any queue
            return queues;
        }
        return fail(std::move(answer).error());
    }
    CupsQueue queue;
    const auto endQueue = [&] {
        if (!queue.name.empty()) {
            queues.push_back(std::move(queue));
        }
        queue = {};
    };
    for (ipp_attribute_t *at = ippFirstAttribute(answer->get()); at != nullptr; at = ippNextAttribute(answer->get())) {
        if (ippGetGroupTag(at) != IPP_TAG_PRINTER || ippGetName(at) == nullptr) {
            endQueue();
            continue;
        }
        const std::string_view name = ippGetName(at);
        if (name == "printer-name") {
            const char *text = ippGetString(at, 0, nullptr);
            queue.name = text != nullptr ? text : "";
        } else if (name == "printer-state") {
            queue.status.state = printerState(integerIn(at, 0));
        } else if (name == "printer-state-reasons") {
            queue.status.reasons = reasonsIn(at);
        } else if (name == "printer-is-accepting-jobs") {
            queue.status.acceptingJobs = ippGetBoolean(at, 0) != 0;
        }
    }
    endQueue();
    return queues;
}

} // namespace

extern "C" [[gnu::visibility("default")]] const CupsModule *guichetCupsModule() {
    static constexpr CupsModule kModule{.printer = [](CupsServer server, std::string name) -> std::unique_ptr<Printer> {
                                            return std::make_unique<CupsPrinter>(std::move(server), std::move(name));
                                        },
                                        .queues = queuesOf};
    return &kModule;
}

} // namespace guichet::printing
