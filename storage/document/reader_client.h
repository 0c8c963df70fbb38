// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "storage/document/document.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guichet::document {

struct ReadOptions {
    /// False leaves `bytes` and `rgb` of all Media empty: what they are, their size and pages are there all the same.
    bool mediaBytes = true;
    /// The file's own, where the caller has it already: it is not computed again.
    std::optional<Digest> sha256 = std::nullopt;
    /// What stands beside the file and says what it is (description.h), as it came; empty where nothing does.
    ByteView beside = {};
};

/// Which foreign page goes on which of our pages (all from 0), and in what room there: from our page's bottom left
/// corner; the foreign page is scaled into it, never enlarged, and centred.
struct PdfPlacement {
    std::uint32_t ours = 0;
    std::uint32_t foreign = 0;
    std::uint32_t page = 0;
    double leftMm = 0;
    double bottomMm = 0;
    double widthMm = 0;
    double heightMm = 0;
    bool below = false; ///< what our page has drawn stays over it; otherwise it covers that
};

/// Foreign PDFs and the pages of ours that wait for them.
struct PdfAssembly {
    std::shared_ptr<const Bytes> base;
    std::vector<std::shared_ptr<const Bytes>> foreignPdfs;
    std::vector<PdfPlacement> placements;
};

/// Row after row without padding, 3 bytes (red, green, blue) each.
struct Pixels {
    std::uint32_t widthPx = 0;
    std::uint32_t heightPx = 0;
    Bytes rgb;
};

/// A PDF as somebody reads it, and the files in it.
struct PaperText {
    std::vector<std::string> pages; ///< the text of each, in the order in which it stands there
    struct Attachment {
        std::string name;
        Bytes bytes;
        bool operator==(const Attachment &) const = default;
    };
    std::vector<Attachment> attachments; ///< at most 16, of 1 MiB at most; others are passed over
    bool operator==(const PaperText &) const = default;
};

/// Where bytes from outside are parsed: never in the process that asks. May be called from several threads, one of
/// which is served at a time; blocks until the answer, so never from the screen's thread.
///
/// Errors of every function, besides its own: ReaderMissing (the program is not there), ReaderFailed (it can't be
/// started, its sandbox does not hold, or it answered with something that it can't have meant: it was restarted, and
/// the file in question is as good as unreadable), Unreadable (the file killed it, or took longer than the limit).
class ReaderClient {
public:
    ReaderClient() = default;
    virtual ~ReaderClient() = default;
    ReaderClient(const ReaderClient &) = delete;
    ReaderClient &operator=(const ReaderClient &) = delete;

    /// What the document says, with the SHA-256 and size of `file`. Errors: those of ReadOutcome.
    [[nodiscard]] virtual Result<ReadOutcome> read(ByteView file, const ReadOptions &options = {}) = 0;

    /// The documents of an IHE XDM archive (ITI-32) of 64 MiB at most, one or more, each with its bytes or why there
    /// are none. Errors: BadArchive (damaged, or made to do harm: nothing of it is taken), UnsupportedMedia (another
    /// kind of file in a ZIP), TooLarge (also once unpacked), Encrypted, and NotXml, NotCda, TooDeep, Unreadable for
    /// its metadata.
    [[nodiscard]] virtual Result<std::vector<ArchiveMember>> readArchive(ByteView archive) = 0;

    /// The sizes of a PDF's pages, one or more. Errors: Encrypted, Unreadable, TooLarge.
    [[nodiscard]] virtual Result<std::vector<PdfPageSize>> inspectPdf(ByteView pdf) = 0;

    /// Our pages with the foreign ones in their places. Errors: those of inspectPdf, NotPrintable (no such page).
    [[nodiscard]] virtual Result<Bytes> assemblePdf(const PdfAssembly &assembly) = 0;

    /// One page (from 0) as large as it fits into the given number of pixels, on white. At most 64 million pixels.
    /// Errors: those of inspectPdf, NotPrintable (no such page).
    [[nodiscard]] virtual Result<Pixels> rasterisePdf(ByteView pdf, std::uint32_t page, std::uint32_t widthPx,
                                                      std::uint32_t heightPx) = 0;

    /// The text and the attachments of a PDF of 200 pages at most, to be compared with what a seal says. Errors: those
    /// of inspectPdf.
    [[nodiscard]] virtual Result<PaperText> readPaper(ByteView pdf) = 0;
};

/// guichet-reader, a child process: started at the first call, kept, and started again when it has died. It has no
/// network, can write nothing and open no file but fonts; it proves so itself each time it is started, before it sees
/// any file. It ends with this object, and by itself when this process dies.
class ReaderProcess final : public ReaderClient {
public:
    struct Options {
        /// Empty: `guichet-reader` beside the running program, else in ../libexec/guichet of its folder.
        std::filesystem::path program;
        std::chrono::milliseconds timeLimit{20'000};  ///< for one call
        std::chrono::milliseconds startLimit{10'000}; ///< until it has shut itself in
    };

    ReaderProcess();
    explicit ReaderProcess(Options options);
    ~ReaderProcess() override;

    [[nodiscard]] Result<ReadOutcome> read(ByteView file, const ReadOptions &options = {}) override;
    [[nodiscard]] Result<std::vector<ArchiveMember>> readArchive(ByteView archive) override;
    [[nodiscard]] Result<std::vector<PdfPageSize>> inspectPdf(ByteView pdf) override;
    [[nodiscard]] Result<Bytes> assemblePdf(const PdfAssembly &assembly) override;
    [[nodiscard]] Result<Pixels> rasterisePdf(ByteView pdf, std::uint32_t page, std::uint32_t widthPx,
                                              std::uint32_t heightPx) override;
    [[nodiscard]] Result<PaperText> readPaper(ByteView pdf) override;

    /// Starts it when it is not running, which the first call would do: nothing else changes.
    [[nodiscard]] Result<void> start();
    /// Starts it when it is not running and does not wait for it: it shuts itself in while the caller does something
    /// else. Whether that held is asked at the first call, as ever.
    void startAhead();
    /// How many times it was started.
    [[nodiscard]] int starts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace guichet::document
