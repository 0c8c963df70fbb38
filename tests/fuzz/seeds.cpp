// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzers begin with: fuzz-seeds FOLDER writes a folder below it for each of them, of files that are as they
// should be and files that are not.
#include "tests/support/cda_builder.h"
#include "tests/support/xdm_builder.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace guichet;
using namespace guichet::test;

namespace {

class Folder {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    void add(std::string_view bytes) {
        std::ofstream file(path_ / std::to_string(++count_), std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    void add(const Bytes &bytes) { add(asText(bytes)); }

private:
    std::filesystem::path path_;
    int count_ = 0;
};

void writeDocuments(Folder folder) {
    for (const auto make : {&prescription, &certificate, &laboratoryResult, &dischargeLetter, &summary, &newborn}) {
        folder.add(make().build());
    }
    folder.add(scannedResult(2).build());
    folder.add(reimbursements(3).build());
    folder.add(toUtf16(certificate().build(), true));
    CdaBuilder styled = certificate();
    styled.insideStylesheet = true;
    styled.prefix = "c";
    folder.add(styled.build());
}

void writeMedia(Folder folder) {
    folder.add(smallPdf(1));
    folder.add(smallPdf(3));
    folder.add(smallPng(3, 2));
    folder.add("Bonjour");
    folder.add("II*");
    folder.add("\xFF\xD8\xFF\xE0");
}

void writeArchives(Folder folder) {
    XdmDocument other = xdmPdf(1);
    other.hash = std::string(40, '0');
    folder.add(xdm({{xdmLetter()}}));
    folder.add(xdm({{xdmPdf()}, {other}}));
    std::vector<ZipEntry> files = xdmFiles({{xdmPdf()}});
    files.push_back({"IHE_XDM/SUBSET01/LINK.XML", "", "/etc/passwd"});
    folder.add(zip(files));
    folder.add(zip({{"../a", "b", {}}}));
}

void writeMetadata(Folder folder) {
    XdmDocument marked = xdmLetter();
    marked.marks = {"INVISIBLE_PATIENT"};
    folder.add(xdmMetadata({}));
    folder.add(xdmMetadata({marked, xdmPdf()}));
}

void writeDescriptions(Folder folder) {
    folder.add(
        R"({"ins": "2 41 04 81 999 007 56", "birth_name": "MOULIN", "given_names": "Odile", "born": "1941-04-03"})");
    folder.add(
        R"({"identifiers": [{"root": "1.2", "number": "7"}], "code": "57833-6", "code_system": "1.3", "version": 2})");
    folder.add(
        R"({"ins": "1", "author": ["A", "B"], "organisation": ["", "H"], "visibility": ["normal"], "date": "hier"})");
    folder.add("{}");
}

/// The answers of a card that was read, each behind its length.
void writeCards(Folder folder) {
    for (const bool t0 : {false, true}) {
        Bytes answers;
        for (const char *answer :
             {"9000", "650f80064d4f554c494e81054f44494c459000", "9000", "6511930f3234313034383139393930303735369000"}) {
            const Bytes bytes = *fromHex(t0 && std::string_view(answer).size() > 4 ? "6110" : answer);
            answers.push_back(static_cast<std::uint8_t>(bytes.size()));
            answers.insert(answers.end(), bytes.begin(), bytes.end());
        }
        folder.add(answers);
    }
}

void writeLists(Folder folder) {
    folder.add("ins,birth_name,given_names,born\r\n241048199900756,\"MOULIN\",Odile,1941-04-03\r\n");
    folder.add("birth_name,given_names,born\nO'BRIEN,\"Léa \"\"Lili\"\"\",1950\n\nSERRES,Marc\n\"a\nb\",c,d");
}

} // namespace

int main(int count, char **words) {
    if (count != 2) {
        return 2;
    }
    const std::filesystem::path root = words[1];
    writeDocuments(Folder(root / "document"));
    writeMedia(Folder(root / "media"));
    writeArchives(Folder(root / "archive"));
    writeMetadata(Folder(root / "metadata"));
    writeDescriptions(Folder(root / "description"));
    writeLists(Folder(root / "list"));
    writeCards(Folder(root / "card"));
}
