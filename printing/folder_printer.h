// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/printer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guichet::printing {

/// Prints into a folder: each job is `TITLE.pdf`, mode 0600, its number its title. A job is completed when its file is
/// there, and unknown when the file is gone. One file whatever the copies.
class FolderPrinter final : public Printer {
public:
    /// The folder is made, with mode 0700, when the first job comes; where it exists it must be its owner's alone
    /// (PrinterRefused otherwise: papers of people are put there).
    FolderPrinter(std::string name, std::filesystem::path folder)
        : name_(std::move(name)), folder_(std::move(folder)) {}

    [[nodiscard]] const std::string &name() const override { return name_; }
    [[nodiscard]] Result<PrinterStatus> status() override;
    [[nodiscard]] Result<std::string> submit(std::string_view title, ByteView pdf, const PrintChoice &choice) override;
    /// A folder answers; what lies in it is of any size.
    [[nodiscard]] Result<DeviceStatus> device() override;
    [[nodiscard]] Result<PrinterAbilities> abilities() override { return PrinterAbilities{}; }
    /// Its files are the papers: whoever owns it takes them away.
    [[nodiscard]] Result<Remains> remains() override { return Remains{}; }
    [[nodiscard]] Result<JobStatus> job(std::string_view id) override;
    [[nodiscard]] Result<std::optional<std::string>> find(std::string_view title) override;
    /// Takes the file away. Error: Nothing.
    [[nodiscard]] Result<void> cancel(std::string_view id) override;
    [[nodiscard]] Result<void> resume() override { return {}; }

    [[nodiscard]] std::filesystem::path fileOf(std::string_view id) const;
    /// The names without ".pdf" of the PDFs that are in the folder, whoever put them there: jobs, and what else is
    /// there. Empty where there is no folder. Error: FileUnreadable.
    [[nodiscard]] Result<std::vector<std::string>> titles() const;

private:
    [[nodiscard]] Result<void> prepare();

    std::string name_;
    std::filesystem::path folder_;
};

/// What a job's title may be (Printer::submit). Error: BadValue.
[[nodiscard]] Result<void> checkJob(std::string_view title, int copies);

} // namespace guichet::printing
