// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document/xdm.h"

#include "base/text.h"
#include "storage/document/utf8.h"
#include "storage/document/xdm_metadata.h"
#include "storage/document/zip.h"

#include <glib.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace guichet::document {
namespace {

constexpr std::string_view kMetadata = "metadata.xml";

/// "ihe_xdm/subset01/" of a file in such a folder, at the archive's root or one below; "" for every other file.
std::string submissionFolder(const std::string &folded) {
    const std::vector<std::string> parts = split(folded, '/');
    for (std::size_t root = 0; root < 2 && root + 2 < parts.size(); ++root) {
        if (parts[root] == "ihe_xdm") {
            return join({parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(root) + 2}, "/") + "/";
        }
    }
    return {};
}

std::string sha1Hex(ByteView bytes) {
    const std::unique_ptr<gchar, decltype(&g_free)> digest(
        g_compute_checksum_for_data(G_CHECKSUM_SHA1, bytes.data(), bytes.size()), &g_free);
    return digest.get();
}

/// RFC 3986, 2.1.
std::string percentDecoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = text[i] == '%' ? fromHex(text.substr(i + 1, 2)) : std::nullopt;
        if (byte && byte->size() == 1) {
            decoded += static_cast<char>(byte->front());
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

class Xdm {
public:
    explicit Xdm(std::vector<ZipFile> files) : files_(std::move(files)) {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            byName_[smallLetters(files_[i].name)] = i;
        }
    }

    Result<std::vector<ArchiveMember>> read() {
        bool found = false;
        for (const ZipFile &file : files_) {
            const std::string folded = smallLetters(file.name);
            const std::string folder = submissionFolder(folded);
            if (folder.empty() || folded != folder + std::string(kMetadata)) {
                continue;
            }
            found = true;
            if (file.problem) {
                return fail(*file.problem, {}, file.name);
            }
            GUICHET_ASSIGN(const std::vector<XdmEntry> entries, readXdmMetadata(file.bytes));
            for (const XdmEntry &entry : entries) {
                take(entry, folder, file.name);
            }
        }
        if (!found) {
            return fail(ErrorCode::BadArchive, {}, "no METADATA.XML");
        }
        addUnnamed();
        if (members_.empty()) {
            return fail(ErrorCode::BadArchive, {}, "no document");
        }
        return std::move(members_);
    }

private:
    [[nodiscard]] const ZipFile *find(const std::string &folder, const std::string &uri) const {
        for (const std::string &way : {uri, percentDecoded(uri)}) {
            const auto plain = plainPath(way);
            const auto at = plain ? byName_.find(folder + smallLetters(*plain)) : byName_.end();
            if (at != byName_.end()) {
                return &files_[at->second];
            }
        }
        return nullptr;
    }

    void take(const XdmEntry &entry, const std::string &folder, const std::string &metadata) {
        const ZipFile *file = entry.uri.empty() ? nullptr : find(folder, entry.uri);
        ArchiveMember &member = members_.emplace_back();
        const auto refuse = [&](ErrorCode problem, std::string context) {
            member.problem = problem;
            member.context = std::move(context);
        };
        if (file == nullptr) {
            member.name = entry.uri.empty() ? metadata : metadata.substr(0, folder.size()) + entry.uri;
            return refuse(ErrorCode::BadArchive, "named in the metadata, not in the archive");
        }
        named_.insert(file);
        member.name = file->name;
        if (file->problem) {
            return refuse(*file->problem, {});
        }
        if (entry.size && *entry.size != file->bytes.size()) {
            return refuse(ErrorCode::HashMismatch,
                          std::to_string(file->bytes.size()) + " bytes, not " + std::to_string(*entry.size));
        }
        if (!entry.hash.empty() && entry.hash != sha1Hex(file->bytes)) {
            return refuse(ErrorCode::HashMismatch, "SHA-1");
        }
        if (file->bytes.empty()) {
            return refuse(ErrorCode::BadArchive, "empty");
        }
        if (entry.description.size() > kLargestDescriptionBytes) {
            return refuse(ErrorCode::TooLarge, "metadata");
        }
        member.bytes = file->bytes;
        member.description = entry.description;
    }

    /// Documents that no metadata name.
    void addUnnamed() {
        for (const ZipFile &file : files_) {
            const std::string folded = smallLetters(file.name);
            const std::string folder = submissionFolder(folded);
            const bool document = folded.ends_with(".xml") || folded.ends_with(".pdf");
            if (!folder.empty() && document && !named_.contains(&file) && folded != folder + std::string(kMetadata)) {
                ArchiveMember &member = members_.emplace_back();
                member.name = file.name;
                member.problem = ErrorCode::BadArchive;
                member.context = "not named in the metadata";
            }
        }
    }

    std::vector<ZipFile> files_;
    std::map<std::string, std::size_t> byName_;
    std::set<const ZipFile *> named_;
    std::vector<ArchiveMember> members_;
};

/// Office documents and the like are ZIP files too, which say so at their beginning (ODF 1.2, part 3, 2.2.1; OPC, 10).
bool isOtherKind(const std::vector<ZipFile> &files) {
    return std::ranges::any_of(
        files, [](const ZipFile &file) { return file.name == "mimetype" || file.name == "[Content_Types].xml"; });
}

} // namespace

Result<std::vector<ArchiveMember>> readXdm(ByteView archive) {
    const auto wanted = [](std::string_view name) { return !submissionFolder(smallLetters(name)).empty(); };
    GUICHET_ASSIGN(std::vector<ZipFile> files, readZip(archive, wanted));
    if (isOtherKind(files)) {
        return fail(ErrorCode::UnsupportedMedia, {}, "ZIP");
    }
    return Xdm(std::move(files)).read();
}

} // namespace guichet::document
