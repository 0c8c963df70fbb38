// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_module.h"

#include "printing/folder_printer.h"

#include <cups/cups.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <thread>
#include <utility>

namespace guichet::printing {
namespace {

/// Which of a user's subscriptions is this program's.
constexpr std::string_view kOurs = "guichet";
constexpr int kLeaseSeconds = 7 * 86400;

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
    Options(Options &&other) noexcept
        : count_(std::exchange(other.count_, 0)), options_(std::exchange(other.options_, nullptr)) {}
    Options &operator=(Options &&) = delete;
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

/// Whoever falls silent is given up, not waited for.
void giveUpSilence(http_t *http, std::chrono::milliseconds after) {
    httpSetTimeout(http, std::chrono::duration<double>(after).count(), [](http_t *, void *) { return 0; }, nullptr);
}

/// A device of the class of printers (USB 07) is plugged in: which one can't be told from here.
bool usbPrinterIsThere() {
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator("/sys/bus/usb/devices", error)) {
        std::ifstream file(entry.path() / "bInterfaceClass");
        std::string found;
        if (file >> found && found == "07") {
            return true;
        }
    }
    return false;
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
    giveUpSilence(http.get(), server.timeout);
    // libcups would ask for a password at the terminal: whoever may not do something is told so.
    cupsSetPasswordCB2(
        [](const char *, http_t *, const char *, const char *, void *) -> const char * { return nullptr; }, nullptr);
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

/// Without "none", which is how IPP says that there is none.
std::vector<std::string> stringsIn(ipp_attribute_t *attribute) {
    std::vector<std::string> strings;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        const char *string = ippGetString(attribute, i, nullptr);
        if (string != nullptr && std::string_view(string) != "none") {
            strings.emplace_back(string);
        }
    }
    return strings;
}

std::string stringIn(ipp_attribute_t *attribute) {
    const char *string = attribute == nullptr ? nullptr : ippGetString(attribute, 0, nullptr);
    return string == nullptr ? "" : string;
}

bool trueIn(ipp_attribute_t *attribute) { return attribute != nullptr && ippGetBoolean(attribute, 0) != 0; }

int integerIn(ipp_attribute_t *attribute, int otherwise) {
    return attribute != nullptr && ippGetCount(attribute) > 0 ? ippGetInteger(attribute, 0) : otherwise;
}

/// Goes through an answer that tells of several objects: `attribute` gets the name and the value of each attribute,
/// `end` is called behind those of each object.
template <typename Attribute, typename End>
void eachObject(const Ipp &answer, Attribute attribute, End end) {
    for (ipp_attribute_t *at = answer ? ippFirstAttribute(answer.get()) : nullptr; at != nullptr;
         at = ippNextAttribute(answer.get())) {
        if (ippGetName(at) == nullptr) { // what parts two of them
            end();
        } else {
            attribute(std::string_view(ippGetName(at)), at);
        }
    }
    end();
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

/// A connection to the printer behind a queue, past CUPS.
class Device {
public:
    Device(cups_dest_t *queue, std::chrono::milliseconds timeout)
        : http_(cupsConnectDest(queue, CUPS_DEST_FLAGS_DEVICE, static_cast<int>(timeout.count()), nullptr,
                                resource_.data(), resource_.size(), nullptr, nullptr)) {
        if (http_) {
            giveUpSilence(http_.get(), timeout);
        }
    }
    [[nodiscard]] bool answers() const { return http_ != nullptr; }
    /// What it says of itself; null, or an error in cupsLastError(), where it does not.
    [[nodiscard]] Ipp attributes(const char *uri, std::initializer_list<const char *> names) const {
        Ipp asked(ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES));
        ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri);
        ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
        askFor(asked, names);
        return Ipp(cupsDoRequest(http_.get(), asked.release(), resource_.c_str()));
    }

private:
    std::string resource_ = std::string(1024, '\0');
    Http http_;
};

class CupsPrinter final : public Printer {
public:
    CupsPrinter(CupsServer server, std::string name) : server_(std::move(server)), name_(std::move(name)) {}

    [[nodiscard]] const std::string &name() const override { return name_; }
    [[nodiscard]] Result<PrinterStatus> status() override;
    [[nodiscard]] Result<DeviceStatus> device() override;
    [[nodiscard]] Result<PrinterAbilities> abilities() override;
    [[nodiscard]] Result<Remains> remains() override;
    [[nodiscard]] Result<std::string> submit(std::string_view title, ByteView pdf, const PrintChoice &choice) override;
    [[nodiscard]] Result<JobStatus> job(std::string_view id) override;
    [[nodiscard]] Result<std::optional<std::string>> find(std::string_view title) override;
    [[nodiscard]] Result<void> cancel(std::string_view id) override;
    [[nodiscard]] Result<void> resume() override;

private:
    struct Queue {
        Http http;
        std::unique_ptr<cups_dest_t, FreeDestination> destination;
        std::unique_ptr<cups_dinfo_t, FreeInfo> info; ///< null where it was not asked for
    };
    [[nodiscard]] Result<Queue> open();
    [[nodiscard]] Result<Queue> openWhole();
    [[nodiscard]] static PrinterAbilities abilitiesOf(const Queue &queue);
    [[nodiscard]] Result<Options> optionsFor(const Queue &queue, const PrintChoice &choice) const;

    // A printing system that keeps no history forgets a job as it ends (RFC 3996: what it notes for whoever
    // subscribed).
    [[nodiscard]] std::optional<int> subscription(http_t *http);
    void noteWhatEnds(http_t *http);
    struct Note {
        int job = 0;
        std::string title;
        JobStatus status;
    };
    [[nodiscard]] std::vector<Note> notes(http_t *http);
    /// The queue's jobs by their numbers, with their titles; `which`: RFC 8011, 4.2.6.1.
    [[nodiscard]] Result<std::map<int, std::string>> jobs(http_t *http, const char *which);
    [[nodiscard]] JobStatus noteOf(http_t *http, int job);

    CupsServer server_;
    std::string name_;
};

Result<Options> CupsPrinter::optionsFor(const Queue &queue, const PrintChoice &choice) const {
    const PrinterAbilities abilities = abilitiesOf(queue);
    const auto among = [](const std::vector<std::string> &names, const std::string &name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    cups_size_t size{};
    if (cupsGetDestMediaByName(queue.http.get(), queue.destination.get(), queue.info.get(), choice.size.c_str(), 0,
                               &size) == 0) {
        return fail(ErrorCode::PrinterRefused, name_, choice.size);
    }
    const std::string tray = !choice.tray.empty()             ? choice.tray
                             : among(abilities.trays, "auto") ? "auto"
                                                              : std::string();
    if (!choice.tray.empty() && !among(abilities.trays, choice.tray)) {
        return fail(ErrorCode::PrinterRefused, name_, choice.tray);
    }
    Options options;
    options.add(CUPS_COPIES, std::to_string(choice.copies));
    options.add("media-col", "{media-size={x-dimension=" + std::to_string(size.width) +
                                 " y-dimension=" + std::to_string(size.length) + "}" +
                                 (tray.empty() ? "" : " media-source=" + tray) + "}");
    options.add(CUPS_SIDES, among(abilities.sides, choice.sides) ? choice.sides : CUPS_SIDES_ONE_SIDED);
    options.add("print-scaling", "none");
    if (among(abilities.colours, CUPS_PRINT_COLOR_MODE_AUTO)) {
        options.add(CUPS_PRINT_COLOR_MODE, CUPS_PRINT_COLOR_MODE_AUTO);
    }
    return options;
}

Result<PrinterStatus> CupsPrinter::status() {
    GUICHET_ASSIGN(const Http http, connect(server_));
    Ipp asked = request(IPP_OP_GET_PRINTER_ATTRIBUTES, name_);
    askFor(asked, {"printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs"});
    GUICHET_ASSIGN(const Ipp answer, answerTo(http.get(), std::move(asked), "/", name_, ErrorCode::PrinterUnknown));
    PrinterStatus status;
    status.state = printerState(integerIn(ippFindAttribute(answer.get(), "printer-state", IPP_TAG_ENUM), 0));
    status.reasons = stringsIn(ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD));
    status.message = stringIn(ippFindAttribute(answer.get(), "printer-state-message", IPP_TAG_TEXT));
    status.acceptingJobs = trueIn(ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN));
    return status;
}

Result<CupsPrinter::Queue> CupsPrinter::open() {
    GUICHET_ASSIGN(Http http, connect(server_));
    Queue queue{std::move(http), nullptr, nullptr};
    queue.destination.reset(cupsGetNamedDest(queue.http.get(), name_.c_str(), nullptr));
    if (!queue.destination) {
        return refusal(cupsLastError(), name_, ErrorCode::PrinterUnknown);
    }
    return queue;
}

Result<CupsPrinter::Queue> CupsPrinter::openWhole() {
    GUICHET_ASSIGN(Queue queue, open());
    queue.info.reset(cupsCopyDestInfo(queue.http.get(), queue.destination.get()));
    if (!queue.info) {
        return refusal(cupsLastError(), name_, ErrorCode::PrinterUnknown);
    }
    return queue;
}

Result<DeviceStatus> CupsPrinter::device() {
    GUICHET_ASSIGN(const Queue queue, open());
    DeviceStatus device;
    const char *leads = cupsGetOption("device-uri", queue.destination->num_options, queue.destination->options);
    const std::string_view uri = leads == nullptr ? "" : leads;
    if (uri.starts_with("usb:")) {
        device.answers = usbPrinterIsThere() ? DeviceStatus::Answers::CannotTell : DeviceStatus::Answers::No;
        return device;
    }
    const bool ipp = uri.starts_with("ipp") || uri.find("._ipp") != std::string_view::npos;
    if (!ipp && !uri.starts_with("socket:") && !uri.starts_with("lpd:")) {
        return device;
    }
    const Device at(queue.destination.get(), server_.timeout);
    if (!at.answers()) {
        device.answers = DeviceStatus::Answers::No;
        return device;
    }
    device.answers = DeviceStatus::Answers::Yes;
    if (!ipp) {
        return device; // something listens there, and can't be asked more
    }
    const Ipp answer = at.attributes(
        leads, {"printer-state", "printer-state-reasons", "printer-uuid", "printer-make-and-model", "media-ready"});
    if (!answer || cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE) {
        device.answers = answer ? DeviceStatus::Answers::Yes : DeviceStatus::Answers::No;
        return device;
    }
    device.state = printerState(integerIn(ippFindAttribute(answer.get(), "printer-state", IPP_TAG_ENUM), 0));
    device.reasons = stringsIn(ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD));
    device.loaded = stringsIn(ippFindAttribute(answer.get(), "media-ready", IPP_TAG_ZERO));
    device.identity = stringIn(ippFindAttribute(answer.get(), "printer-uuid", IPP_TAG_URI));
    if (device.identity.empty()) {
        device.identity = stringIn(ippFindAttribute(answer.get(), "printer-make-and-model", IPP_TAG_TEXT));
    }
    return device;
}

Result<PrinterAbilities> CupsPrinter::abilities() {
    GUICHET_ASSIGN(const Queue queue, openWhole());
    return abilitiesOf(queue);
}

PrinterAbilities CupsPrinter::abilitiesOf(const Queue &queue) {
    const auto names = [&](const char *option) {
        return stringsIn(cupsFindDestSupported(queue.http.get(), queue.destination.get(), queue.info.get(), option));
    };
    return {names(CUPS_MEDIA), names(CUPS_MEDIA_SOURCE), names(CUPS_SIDES), names(CUPS_PRINT_COLOR_MODE)};
}

Result<Remains> CupsPrinter::remains() {
    GUICHET_ASSIGN(const Http http, connect(server_));
    Ipp asked = request(IPP_OP_GET_JOBS, name_);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "completed");
    ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", 1); // the newest
    askFor(asked, {"job-id"});
    GUICHET_ASSIGN(const Ipp answer, answerTo(http.get(), std::move(asked), "/", name_, ErrorCode::PrinterUnknown));
    const int newest = integerIn(ippFindAttribute(answer.get(), "job-id", IPP_TAG_INTEGER), 0);
    if (newest == 0) {
        return Remains{};
    }
    Ipp document = request(IPP_OP_CUPS_GET_DOCUMENT, name_);
    ippAddInteger(document.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", newest);
    ippAddInteger(document.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "document-number", 1);
    const Ipp given(cupsDoIORequest(http.get(), document.release(), "/", -1, -1));
    return Remains{true, given && cupsLastError() <= IPP_STATUS_OK_EVENTS_COMPLETE};
}

Result<std::string> CupsPrinter::submit(std::string_view title, ByteView pdf, const PrintChoice &choice) {
    GUICHET_TRY(checkJob(title, choice.copies));
    GUICHET_ASSIGN(const PrinterStatus now, status());
    if (!now.acceptingJobs) {
        return fail(ErrorCode::PrinterRefused, name_, "not accepting jobs");
    }
    GUICHET_ASSIGN(const Queue queue, openWhole());
    const auto &[http, destination, info] = queue;
    if (cupsCheckDestSupported(http.get(), destination.get(), info.get(), "document-format", CUPS_FORMAT_PDF) == 0) {
        return fail(ErrorCode::PrinterRefused, name_, CUPS_FORMAT_PDF);
    }
    GUICHET_ASSIGN(const Options options, optionsFor(queue, choice));
    noteWhatEnds(http.get());
    const std::string name(title);
    int number = 0;
    const ipp_status_t created = cupsCreateDestJob(http.get(), destination.get(), info.get(), &number, name.c_str(),
                                                   options.count(), options.get());
    if (created > IPP_STATUS_OK_EVENTS_COMPLETE || number < 1) {
        return refusal(created, name_, ErrorCode::PrinterUnknown);
    }
    // From here on there is a job, which must not wait for a document that never comes.
    const auto giveUp = [&](const char *step) -> tl::unexpected<Error> {
        // 413, which is what CUPS says where it can't write what it is given: its disk is full, or it is set to take no
        // paper of that size.
        // It answers and closes before all is written: the answer may still have to be read.
        constexpr int kAnswerMs = 200;
        while (httpGetStatus(http.get()) <= HTTP_STATUS_CONTINUE && httpWait(http.get(), kAnswerMs) != 0 &&
               httpUpdate(http.get()) == HTTP_STATUS_CONTINUE) {
        }
        const bool full = httpGetStatus(http.get()) == HTTP_STATUS_REQUEST_TOO_LARGE;
        const std::string words = (full ? std::string(kNoRoom) + ": " : "") + step + ": " + lastWords();
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
            return noteOf(http.get(), *number);
        }
        return fail(std::move(answer).error());
    }
    JobStatus status;
    status.state = jobState(integerIn(ippFindAttribute(answer->get(), "job-state", IPP_TAG_ENUM), 0));
    status.reasons = stringsIn(ippFindAttribute(answer->get(), "job-state-reasons", IPP_TAG_KEYWORD));
    status.sidesCompleted = integerIn(ippFindAttribute(answer->get(), "job-impressions-completed", IPP_TAG_INTEGER), 0);
    if (status.state == JobState::Waiting) {
        // A CUPS that was stopped after it had sent a job whole calls it pending for ever, and has it in no list.
        GUICHET_ASSIGN(const auto queued, jobs(http.get(), "not-completed"));
        return queued.contains(*number) ? status : noteOf(http.get(), *number);
    }
    return status;
}

Result<std::map<int, std::string>> CupsPrinter::jobs(http_t *http, const char *which) {
    Ipp asked = request(IPP_OP_GET_JOBS, name_);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, which);
    askFor(asked, {"job-id", "job-name"});
    GUICHET_ASSIGN(const Ipp answer, answerTo(http, std::move(asked), "/", name_, ErrorCode::PrinterUnknown));
    std::map<int, std::string> all;
    std::pair<int, std::string> job;
    eachObject(
        answer,
        [&](std::string_view attribute, ipp_attribute_t *at) {
            if (attribute == "job-id") {
                job.first = ippGetInteger(at, 0);
            } else if (attribute == "job-name") {
                job.second = stringIn(at);
            }
        },
        [&] {
            if (job.first > 0) {
                all.insert(std::exchange(job, {}));
            }
        });
    return all;
}

std::optional<int> CupsPrinter::subscription(http_t *http) {
    Ipp asked = request(IPP_OP_GET_SUBSCRIPTIONS, name_);
    ippAddBoolean(asked.get(), IPP_TAG_OPERATION, "my-subscriptions", 1);
    askFor(asked, {"notify-subscription-id", "notify-user-data"});
    const Ipp answer(cupsDoRequest(http, asked.release(), "/"));
    std::optional<int> found;
    int id = 0;
    bool ours = false;
    eachObject(
        answer,
        [&](std::string_view name, ipp_attribute_t *at) {
            if (name == "notify-subscription-id") {
                id = ippGetInteger(at, 0);
            } else if (name == "notify-user-data") {
                int length = 0;
                const char *data = static_cast<const char *>(ippGetOctetString(at, 0, &length));
                ours = std::string_view(data, static_cast<std::size_t>(length)) == kOurs;
            }
        },
        [&] {
            if (ours && id > 0 && !found) {
                found = id;
            }
            id = 0;
            ours = false;
        });
    return found;
}

void CupsPrinter::noteWhatEnds(http_t *http) {
    if (subscription(http)) {
        return;
    }
    Ipp asked = request(IPP_OP_CREATE_PRINTER_SUBSCRIPTIONS, name_);
    ippAddString(asked.get(), IPP_TAG_SUBSCRIPTION, IPP_TAG_KEYWORD, "notify-pull-method", nullptr, "ippget");
    ippAddString(asked.get(), IPP_TAG_SUBSCRIPTION, IPP_TAG_KEYWORD, "notify-events", nullptr, "job-completed");
    ippAddOctetString(asked.get(), IPP_TAG_SUBSCRIPTION, "notify-user-data", kOurs.data(),
                      static_cast<int>(kOurs.size()));
    ippAddInteger(asked.get(), IPP_TAG_SUBSCRIPTION, IPP_TAG_INTEGER, "notify-lease-duration", kLeaseSeconds);
    const Ipp answer(cupsDoRequest(http, asked.release(), "/")); // without it a job that ended may be unknown
}

std::vector<CupsPrinter::Note> CupsPrinter::notes(http_t *http) {
    std::vector<Note> all;
    const auto id = subscription(http);
    if (!id) {
        return all;
    }
    Ipp asked = request(IPP_OP_GET_NOTIFICATIONS, name_);
    ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "notify-subscription-ids", *id);
    const Ipp answer(cupsDoRequest(http, asked.release(), "/"));
    Note note;
    eachObject(
        answer,
        [&](std::string_view name, ipp_attribute_t *at) {
            if (name == "notify-job-id") {
                note.job = ippGetInteger(at, 0);
            } else if (name == "job-name") {
                note.title = stringIn(at);
            } else if (name == "job-state") {
                note.status.state = jobState(ippGetInteger(at, 0));
            } else if (name == "job-state-reasons") {
                note.status.reasons = stringsIn(at);
            } else if (name == "job-impressions-completed") {
                note.status.sidesCompleted = ippGetInteger(at, 0);
            }
        },
        [&] {
            if (note.job > 0) {
                all.push_back(std::move(note));
            }
            note = {};
        });
    return all;
}

JobStatus CupsPrinter::noteOf(http_t *http, int job) {
    const auto all = notes(http);
    const auto note = std::find_if(all.begin(), all.end(), [&](const Note &one) { return one.job == job; });
    return note == all.end() ? JobStatus{} : note->status;
}

Result<std::optional<std::string>> CupsPrinter::find(std::string_view title) {
    GUICHET_ASSIGN(const Http http, connect(server_));
    GUICHET_ASSIGN(const auto all, jobs(http.get(), "all"));
    int newest = 0;
    for (const auto &[number, name] : all) {
        newest = name == title ? number : newest;
    }
    for (const Note &note : newest == 0 ? notes(http.get()) : std::vector<Note>{}) {
        newest = note.title == title ? std::max(newest, note.job) : newest;
    }
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
    const Result<Ipp> answer = answerTo(http.get(), std::move(asked), "/jobs/", id, ErrorCode::Nothing);
    if (!answer) {
        const bool ended = answer.error().code == ErrorCode::Nothing && isFinal(noteOf(http.get(), *number).state);
        return ended ? fail(ErrorCode::WrongState, std::string(id)) : fail(answer.error());
    }
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
    askFor(asked, {"printer-name", "printer-state", "printer-state-reasons", "printer-state-message",
                   "printer-is-accepting-jobs", "device-uri"});
    std::vector<CupsQueue> queues;
    Result<Ipp> answer = answerTo(http.get(), std::move(asked), "/", "CUPS", ErrorCode::Nothing);
    if (!answer) {
        if (answer.error().code == ErrorCode::Nothing) { // a server without any queue
            return queues;
        }
        return fail(std::move(answer).error());
    }
    CupsQueue queue;
    eachObject(
        *answer,
        [&](std::string_view name, ipp_attribute_t *at) {
            if (name == "printer-name") {
                queue.name = stringIn(at);
            } else if (name == "printer-state") {
                queue.status.state = printerState(integerIn(at, 0));
            } else if (name == "printer-state-reasons") {
                queue.status.reasons = stringsIn(at);
            } else if (name == "printer-is-accepting-jobs") {
                queue.status.acceptingJobs = trueIn(at);
            } else if (name == "printer-state-message") {
                queue.status.message = stringIn(at);
            } else if (name == "device-uri") {
                queue.leads = stringIn(at);
            }
        },
        [&] {
            if (!queue.name.empty()) {
                queues.push_back(std::move(queue));
            }
            queue = {};
        });
    return queues;
}

std::string optionOf(const cups_dest_t *destination, const char *name) {
    const char *value = cupsGetOption(name, destination->num_options, destination->options);
    return value == nullptr ? "" : value;
}

Result<std::vector<AnnouncedPrinter>> announced(const CupsServer &server, std::chrono::milliseconds limit) {
    GUICHET_ASSIGN(const std::vector<CupsQueue> queues, queuesOf(server));
    std::map<std::string, AnnouncedPrinter> heard; // by the queue's name
    const auto note = [](void *data, unsigned flags, cups_dest_t *destination) {
        auto &all = *static_cast<std::map<std::string, AnnouncedPrinter> *>(data);
        if ((flags & CUPS_DEST_FLAGS_REMOVED) != 0) {
            all.erase(destination->name);
        } else {
            all[destination->name] = {destination->name, optionOf(destination, "printer-info"),
                                      optionOf(destination, "printer-make-and-model"),
                                      optionOf(destination, "printer-location"), optionOf(destination, "device-uri")};
        }
        return 1;
    };
    cupsEnumDests(CUPS_DEST_FLAGS_NONE, static_cast<int>(limit.count()), nullptr, CUPS_PRINTER_DISCOVERED,
                  CUPS_PRINTER_DISCOVERED, note, &heard);
    std::vector<AnnouncedPrinter> found;
    for (auto &[name, printer] : heard) {
        const bool known = std::any_of(queues.begin(), queues.end(), [&](const CupsQueue &queue) {
            return queue.name == printer.queue || queue.leads == printer.uri;
        });
        if (!known && !printer.uri.empty()) {
            found.push_back(std::move(printer));
        }
    }
    return found;
}

/// Error: BadValue.
Result<void> checkQueue(const std::string &name, const std::string &uri) {
    constexpr std::size_t kLongest = 127;
    const bool named = !name.empty() && name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < '\x7f' && std::string_view("/#?'\"\\").find(c) == std::string_view::npos;
    });
    if (!named) {
        return fail(ErrorCode::BadValue, name);
    }
    const bool ipp = uri.starts_with("ipp://") || uri.starts_with("ipps://");
    return ipp ? Result<void>() : fail(ErrorCode::BadValue, uri);
}

/// That the printer is there and takes what CUPS can make without a driver: CUPS itself says only "idle" of a queue
/// that leads nowhere. Errors: PrinterUnreachable, PrinterRefused.
Result<void> checkDriverless(const std::string &name, const std::string &uri, std::chrono::milliseconds timeout) {
    cups_dest_t *one = nullptr;
    cupsAddDest(name.c_str(), nullptr, 0, &one);
    const std::unique_ptr<cups_dest_t, FreeDestination> queue(one);
    queue->num_options = cupsAddOption("device-uri", uri.c_str(), queue->num_options, &queue->options);
    const Device device(queue.get(), timeout);
    if (!device.answers()) {
        return fail(ErrorCode::PrinterUnreachable, uri);
    }
    const Ipp answer = device.attributes(uri.c_str(), {"document-format-supported"});
    if (!answer || cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE) {
        return fail(ErrorCode::PrinterUnreachable, uri, lastWords());
    }
    for (const std::string &format :
         stringsIn(ippFindAttribute(answer.get(), "document-format-supported", IPP_TAG_MIMETYPE))) {
        if (format == "application/pdf" || format == "image/pwg-raster" || format == "image/urf") {
            return {};
        }
    }
    return fail(ErrorCode::PrinterRefused, name, "no format without a driver");
}

/// Whether CUPS has read from the printer what it can do. It goes on reading after it has answered, and says of a queue
/// that it could not read anything for that it is raw.
bool isDescribed(http_t *http, const std::string &name) {
    Ipp asked = request(IPP_OP_GET_PRINTER_ATTRIBUTES, name);
    askFor(asked, {"printer-make-and-model"});
    const Ipp answer(cupsDoRequest(http, asked.release(), "/"));
    const std::string model = stringIn(ippFindAttribute(answer.get(), "printer-make-and-model", IPP_TAG_TEXT));
    return !model.empty() && model != "Local Raw Printer";
}

Result<void> addQueue(const CupsServer &server, const std::string &name, const std::string &uri) {
    GUICHET_TRY(checkQueue(name, uri));
    GUICHET_ASSIGN(const std::vector<CupsQueue> queues, queuesOf(server));
    const auto there =
        std::find_if(queues.begin(), queues.end(), [&](const CupsQueue &queue) { return queue.name == name; });
    if (there != queues.end()) {
        return there->leads == uri ? Result<void>() : fail(ErrorCode::BadValue, name);
    }
    GUICHET_TRY(checkDriverless(name, uri, server.timeout));
    GUICHET_ASSIGN(const Http http, connect(server));
    Ipp asked = request(IPP_OP_CUPS_ADD_MODIFY_PRINTER, name);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "ppd-name", nullptr, "everywhere");
    ippAddString(asked.get(), IPP_TAG_PRINTER, IPP_TAG_URI, "device-uri", nullptr, uri.c_str());
    ippAddString(asked.get(), IPP_TAG_PRINTER, IPP_TAG_NAME, "printer-error-policy", nullptr, "retry-current-job");
    ippAddBoolean(asked.get(), IPP_TAG_PRINTER, "printer-is-shared", 0);
    ippAddBoolean(asked.get(), IPP_TAG_PRINTER, "printer-is-accepting-jobs", 1);
    ippAddInteger(asked.get(), IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", IPP_PSTATE_IDLE);
    GUICHET_TRY(answerTo(http.get(), std::move(asked), "/admin/", name, ErrorCode::PrinterUnreachable));
    const auto end = std::chrono::steady_clock::now() + 4 * server.timeout;
    while (!isDescribed(http.get(), name)) {
        if (std::chrono::steady_clock::now() >= end) {
            const Ipp removed(
                cupsDoRequest(http.get(), request(IPP_OP_CUPS_DELETE_PRINTER, name).release(), "/admin/"));
            return fail(ErrorCode::PrinterUnreachable, name);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return {};
}

} // namespace

extern "C" [[gnu::visibility("default")]] const CupsModule *guichetCupsModule() {
    static constexpr CupsModule kModule{.printer = [](CupsServer server, std::string name) -> std::unique_ptr<Printer> {
                                            return std::make_unique<CupsPrinter>(std::move(server), std::move(name));
                                        },
                                        .queues = queuesOf,
                                        .announced = announced,
                                        .addQueue = addQueue};
    return &kModule;
}

} // namespace guichet::printing
