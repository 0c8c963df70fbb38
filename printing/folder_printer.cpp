// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/folder_printer.h"

#include "base/files.h"

#include <sys/stat.h>
#include <unistd.h>

namespace guichet::printing {

Result<void> checkJob(std::string_view title, int copies) {
    constexpr std::size_t kLongest = 80;
    constexpr int kMostCopies = 99;
    if (title.empty() || title.size() > kLongest ||
        title.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") !=
            std::string_view::npos) {
        return fail(ErrorCode::BadValue, "title");
    }
    if (copies < 1 || copies > kMostCopies) {
        return fail(ErrorCode::BadValue, "copies");
    }
    return {};
}

std::filesystem::path FolderPrinter::fileOf(std::string_view id) const { return folder_ / (std::string(id) + ".pdf"); }

Result<void> FolderPrinter::prepare() {
    if (::mkdir(folder_.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return errno == ENOENT ? fail(ErrorCode::FolderMissing, folder_.parent_path().string())
                               : fail(ErrorCode::FileUnwritable, folder_.string());
    }
    struct stat status{};
    if (::stat(folder_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        return fail(ErrorCode::FileUnwritable, folder_.string());
    }
    if (status.st_uid != ::geteuid() || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fail(ErrorCode::PrinterRefused, folder_.string(), "the folder must be its owner's alone: chmod 0700");
    }
    return {};
}

Result<PrinterStatus> FolderPrinter::status() {
    PrinterStatus status;
    std::error_code error;
    const bool usable = std::filesystem::exists(folder_, error) ? ::access(folder_.c_str(), W_OK | X_OK) == 0
                                                                : std::filesystem::exists(folder_.parent_path(), error);
    status.state = usable ? PrinterState::Idle : PrinterState::Stopped;
    status.acceptingJobs = usable;
    return status;
}

Result<std::string> FolderPrinter::submit(std::string_view title, ByteView pdf, const PrintChoice &choice) {
    GUICHET_TRY(checkJob(title, choice.copies));
    GUICHET_TRY(prepare());
    GUICHET_TRY(writeFile(fileOf(title), pdf));
    return std::string(title);
}

Result<DeviceStatus> FolderPrinter::device() {
    GUICHET_ASSIGN(const PrinterStatus queue, status());
    DeviceStatus device;
    device.answers = DeviceStatus::Answers::Yes;
    device.state = queue.state;
    return device;
}

Result<JobStatus> FolderPrinter::job(std::string_view id) {
    GUICHET_ASSIGN(const std::optional<std::string> found, find(id));
    JobStatus status;
    status.state = found ? JobState::Completed : JobState::Unknown;
    return status;
}

Result<std::optional<std::string>> FolderPrinter::find(std::string_view title) {
    std::error_code error;
    if (checkJob(title, 1) && std::filesystem::is_regular_file(fileOf(title), error)) {
        return std::optional(std::string(title));
    }
    return std::nullopt;
}

Result<void> FolderPrinter::cancel(std::string_view id) {
    std::error_code error;
    if (!checkJob(id, 1) || !std::filesystem::remove(fileOf(id), error)) {
        return fail(ErrorCode::Nothing, std::string(id));
    }
    return {};
}

Result<std::vector<std::string>> FolderPrinter::titles() const {
    std::vector<std::string> found;
    std::error_code error;
    if (!std::filesystem::exists(folder_, error)) {
        return found;
    }
    for (std::filesystem::directory_iterator entries(folder_, error);
         !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        if (entries->path().extension() == ".pdf" &&
            entries->symlink_status().type() == std::filesystem::file_type::regular) {
            found.push_back(entries->path().stem().string());
        }
    }
    if (error) {
        return fail(ErrorCode::FileUnreadable, folder_.string());
    }
    return found;
}

} // namespace guichet::printing
