// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/document/document.h"
#include "storage/document/reader_client.h"

#include "base/bytes.h"
#include "base/error.h"

#include <cstdint>
#include <optional>
#include <string>

/// What goes over the pipe between ReaderProcess and guichet-reader.
///
/// A frame is its kind (4 bytes), the length of its body (8 bytes), then the body; numbers are little-endian. The
/// program sends `Ready` once it has shut itself in; then each request gets one answer, in order. Bodies hold values
/// one after the other: numbers as LEB128 (at most 10 bytes), bool and enumerations as one byte, text and bytes as
/// their length and then themselves, lists as their number and then themselves, what may be absent as a bool and then
/// itself, a double as its 8 bytes (IEEE 754).
///
/// Readers of bodies trust nothing: every length, number and depth is bounded by what is there and by a budget, every
/// enumeration by its values, text is valid UTF-8 without controls, and nothing may follow the last value.
namespace guichet::document::wire {

enum class Kind : std::uint32_t {
    Ready = 0x47523031, ///< Protection
    Read = 1,           ///< milliseconds, bool mediaBytes, bytes beside, the file to the end of the body
    Inspect = 2,        ///< milliseconds, the PDF to the end of the body
    Assemble = 3,       ///< milliseconds, PdfAssembly
    Rasterise = 4,      ///< milliseconds, page, width, height, the PDF to the end of the body
    Text = 5,           ///< milliseconds, the PDF to the end of the body
    Archive = 6,        ///< milliseconds, the archive to the end of the body
    Failure = 0x100,    ///< ErrorCode, context
    Document = 0x101,   ///< ReadOutcome
    PageSizes = 0x102,  ///< list of PdfPageSize
    Pdf = 0x103,        ///< the PDF
    Picture = 0x104,    ///< Pixels
    Paper = 0x105,      ///< PaperText
    Members = 0x106,    ///< list of ArchiveMember
};

inline constexpr std::size_t kHeaderBytes = 12;
inline constexpr std::uint64_t kLargestRequest = std::uint64_t{512} << 20;
inline constexpr std::uint64_t kLargestAnswer = std::uint64_t{768} << 20;
inline constexpr std::uint64_t kLargestPicture = 64'000'000; ///< pixels

/// What the program was refused when it tried, one bit each. The parent wants all of them.
enum Protection : std::uint32_t {
    NoNetwork = 1,   ///< a socket of the Internet
    NoSocket = 2,    ///< a socket of this machine
    NoWriting = 4,   ///< a file to write
    NoReading = 8,   ///< a file that is no font
    NoProgram = 16,  ///< another program
    NoProcess = 32,  ///< a copy of itself
    NoSignal = 64,   ///< a signal to its parent
    NoTracing = 128, ///< to look into another process
    WholeProtection = 255,
};

struct Header {
    std::uint32_t kind = 0;
    std::uint64_t length = 0;
};
[[nodiscard]] Bytes encodeHeader(Kind kind, std::uint64_t length);
/// `bytes` has kHeaderBytes.
[[nodiscard]] Header decodeHeader(ByteView bytes);

[[nodiscard]] Bytes encodeReady(std::uint32_t protection);
[[nodiscard]] std::optional<std::uint32_t> decodeReady(ByteView body);

/// The codes that the program may answer with; any other is sent as Unreadable, and refused when it comes.
[[nodiscard]] bool mayAnswer(ErrorCode code);
[[nodiscard]] Bytes encodeFailure(const Error &error);
[[nodiscard]] std::optional<Error> decodeFailure(ByteView body);

[[nodiscard]] Bytes encodeDocument(const ReadOutcome &outcome);
/// `sourceSha256` is not on the wire. With `mediaBytes` false no bytes may come.
[[nodiscard]] std::optional<ReadOutcome> decodeDocument(ByteView body, bool mediaBytes);

[[nodiscard]] Bytes encodePageSizes(const std::vector<PdfPageSize> &sizes);
[[nodiscard]] std::optional<std::vector<PdfPageSize>> decodePageSizes(ByteView body);

[[nodiscard]] Bytes encodeArchive(const std::vector<ArchiveMember> &members);
/// One or more; each is named, and has bytes or a problem.
[[nodiscard]] std::optional<std::vector<ArchiveMember>> decodeArchive(ByteView body);

[[nodiscard]] Bytes encodePicture(const Pixels &pixels);
[[nodiscard]] std::optional<Pixels> decodePicture(ByteView body);

[[nodiscard]] Bytes encodePaper(const PaperText &paper);
[[nodiscard]] std::optional<PaperText> decodePaper(ByteView body);

/// The heads of requests; `file` and `pdf` are sent behind them as they are.
[[nodiscard]] Bytes encodeRead(std::uint32_t milliseconds, bool mediaBytes, ByteView beside);
[[nodiscard]] Bytes encodeInspect(std::uint32_t milliseconds);
[[nodiscard]] Bytes encodeRasterise(std::uint32_t milliseconds, std::uint32_t page, std::uint32_t widthPx,
                                    std::uint32_t heightPx);
[[nodiscard]] Bytes encodeText(std::uint32_t milliseconds);
[[nodiscard]] Bytes encodeArchiveRequest(std::uint32_t milliseconds);

/// The body of an Assemble request in parts, the PDFs among them as they are: they are large, and not copied. The
/// assembly is borrowed.
class AssembleRequest {
public:
    AssembleRequest(std::uint32_t milliseconds, const PdfAssembly &assembly);
    [[nodiscard]] std::vector<ByteView> parts() const;

private:
    const PdfAssembly &assembly_;
    std::vector<Bytes> between_; ///< what stands before each PDF, and after the last
};

/// A request as the program reads it; `rest` points into the body.
struct Request {
    Kind kind = Kind::Read;
    std::uint32_t milliseconds = 0;
    bool mediaBytes = true;
    Bytes beside;
    std::uint32_t page = 0, widthPx = 0, heightPx = 0;
    PdfAssembly assembly;
    ByteView rest;
};
[[nodiscard]] std::optional<Request> decodeRequest(std::uint32_t kind, ByteView body);

} // namespace guichet::document::wire
