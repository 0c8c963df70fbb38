// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/zip.h"

#include "base/text.h"
#include "storage/document/encoding.h"
#include "storage/document/utf8.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace guichet::document {
namespace {

constexpr std::size_t kLongestName = 1024;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

tl::unexpected<Error> bad(std::string context) { return fail(ErrorCode::BadArchive, {}, std::move(context)); }

/// How many entries the end of the central directory announces (APPNOTE 4.3.16); none without that end, and where the
/// number is so large that it stands elsewhere.
std::optional<std::size_t> announcedEntries(ByteView bytes) {
    constexpr std::string_view kEnd{"PK\x05\x06", 4};
    constexpr std::size_t kRecord = 22, kTotal = 10, kElsewhere = 0xFFFF;
    const std::size_t at = asText(bytes).rfind(kEnd);
    if (at == std::string_view::npos || bytes.size() - at < kRecord) {
        return std::nullopt;
    }
    const std::size_t total = bytes[at + kTotal] + std::size_t{bytes[at + kTotal + 1]} * 256;
    return total == kElsewhere ? std::nullopt : std::optional(total);
}

std::string spelled(archive_entry *entry) {
    const char *name = archive_entry_pathname_utf8(entry);
    name = name != nullptr ? name : archive_entry_pathname(entry);
    return name == nullptr ? std::string() : plainText(asBytes(name), "");
}

class Unpacker {
public:
    Unpacker(ByteView bytes, const ZipLimits &limits) : bytes_(bytes), limits_(limits) {}

    Result<std::vector<ZipFile>> run(const std::function<bool(std::string_view)> &wanted) {
        // The one that goes by the central directory: what is only in the file's body is in no archive.
        archive_read_support_format_zip_seekable(archive_.get());
        if (archive_read_open_memory(archive_.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK) {
            return bad(words());
        }
        std::vector<ZipFile> files;
        std::set<std::string> names;
        std::size_t entries = 0;
        for (;; ++entries) {
            archive_entry *entry = nullptr;
            const int status = archive_read_next_header(archive_.get(), &entry);
            if (status == ARCHIVE_EOF) {
                break;
            }
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
                return bad(words());
            }
            if (entries == limits_.entries) {
                return fail(ErrorCode::TooLarge, {}, "more than " + std::to_string(limits_.entries) + " entries");
            }
            GUICHET_ASSIGN(ZipFile file, look(entry));
            if (!names.insert(smallLetters(file.name)).second) {
                return bad("twice: " + file.name);
            }
            if (archive_entry_filetype(entry) == AE_IFDIR) {
                continue;
            }
            if (wanted(file.name)) {
                GUICHET_TRY(unpack(file));
            }
            files.push_back(std::move(file));
        }
        if (const auto announced = announcedEntries(bytes_); announced && *announced != entries) {
            return bad(std::to_string(entries) + " entries of " + std::to_string(*announced));
        }
        return files;
    }

private:
    [[nodiscard]] std::string words() const {
        const char *said = archive_error_string(archive_.get());
        return said == nullptr ? std::string() : plainText(asBytes(said), "");
    }

    /// What is said of an entry, when nothing is wrong with it.
    static Result<ZipFile> look(archive_entry *entry) {
        const std::string name = spelled(entry);
        const auto type = archive_entry_filetype(entry);
        if ((type != AE_IFREG && type != AE_IFDIR) || archive_entry_hardlink(entry) != nullptr) {
            return bad("a link: " + name);
        }
        if (archive_entry_is_encrypted(entry) != 0) {
            return fail(ErrorCode::Encrypted, {}, name);
        }
        std::optional<std::string> plain = plainPath(name);
        if (!plain || plain->empty()) {
            return bad("a name that leads elsewhere: " + name);
        }
        return ZipFile{std::move(*plain), {}, {}};
    }

    Result<void> unpack(ZipFile &file) {
        std::array<std::uint8_t, 65536> part{};
        for (;;) {
            const la_ssize_t count = archive_read_data(archive_.get(), part.data(), part.size());
            if (count == 0) {
                return {};
            }
            if (count < 0) {
                file.bytes = {};
                file.problem = ErrorCode::BadArchive;
                return {};
            }
            const auto length = static_cast<std::size_t>(count);
            total_ += length;
            if (total_ > limits_.totalBytes || (total_ > limits_.freeBytes && total_ / limits_.ratio > bytes_.size())) {
                return fail(ErrorCode::TooLarge, {}, "over " + std::to_string(total_) + " bytes once unpacked");
            }
            if (file.bytes.size() + length > limits_.fileBytes) {
                file.bytes = {};
                file.problem = ErrorCode::TooLarge;
                return {};
            }
            file.bytes.insert(file.bytes.end(), part.begin(), part.begin() + count);
        }
    }

    ByteView bytes_;
    const ZipLimits &limits_;
    Archive archive_{archive_read_new(), &archive_read_free};
    std::uint64_t total_ = 0;
};

} // namespace

std::optional<std::string> plainPath(std::string_view path) {
    const std::string slashed = replaceAll(std::string(path), "\\", "/");
    const bool drive = slashed.size() > 1 && slashed[1] == ':';
    if (slashed.starts_with('/') || drive || slashed.size() > kLongestName) {
        return std::nullopt;
    }
    std::vector<std::string> parts = split(slashed, '/');
    std::erase_if(parts, [](const std::string &part) { return part.empty() || part == "."; });
    if (std::ranges::find(parts, "..") != parts.end()) {
        return std::nullopt;
    }
    return join(parts, "/");
}

Result<std::vector<ZipFile>> readZip(ByteView archive, const std::function<bool(std::string_view)> &wanted,
                                     const ZipLimits &limits) {
    return Unpacker(archive, limits).run(wanted);
}

} // namespace guichet::document
