// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xdm_builder.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

#include <stdexcept>

namespace guichet::test {
namespace {

std::string sha1(const std::string &bytes) {
    gchar *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA1, bytes.data(), static_cast<gssize>(bytes.size()));
    std::string hex = digest;
    g_free(digest);
    return hex;
}

std::string slot(const std::string &name, const std::vector<std::string> &values) {
    std::string xml = "<rim:Slot name=\"" + name + "\"><rim:ValueList>";
    for (const std::string &value : values) {
        std::string escaped;
        for (const char c : value) {
            escaped += c == '&' ? "&amp;" : std::string(1, c);
        }
        xml += "<rim:Value>" + escaped + "</rim:Value>";
    }
    return xml + "</rim:ValueList></rim:Slot>";
}

std::string named(const std::string &element, const std::string &value) {
    return "<rim:" + element + "><rim:LocalizedString xml:lang=\"fr-FR\" value=\"" + value + "\"/></rim:" + element +
           ">";
}

std::string classification(const std::string &scheme, const std::string &code, const std::string &inside) {
    return "<rim:Classification id=\"c\" classifiedObject=\"d\" classificationScheme=\"urn:uuid:" + scheme +
           "\" nodeRepresentation=\"" + code + "\">" + inside + "</rim:Classification>";
}

std::string entryXml(const XdmDocument &document) {
    const CdaPerson &person = document.person;
    std::string ids = person.ins.empty() ? "" : person.ins + "^^^&" + person.insRoot + "&ISO^NH";
    std::vector<std::string> info;
    if (!ids.empty()) {
        info.push_back("PID-3|" + ids);
    }
    for (const auto &[root, number] : person.otherIds) {
        info.push_back("PID-3|" + number + "^^^&" + root + "&ISO^PI");
    }
    info.push_back("PID-5|" + person.birthName + "^" + person.firstGivenName + "^" + person.givenNames + "^^^^L");
    if (!person.usedName.empty()) {
        info.push_back("PID-5|" + person.usedName + "^" + person.firstGivenName + "^^^^^D");
    }
    info.push_back("PID-7|" + person.born);
    info.push_back("PID-8|" + person.sex);
    std::string xml = "<rim:ExtrinsicObject id=\"urn:uuid:11111111-2222-3333-4444-555555555555\" mimeType=\"" +
                      document.mediaType +
                      "\" objectType=\"urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1\" "
                      "status=\"urn:oasis:names:tc:ebxml-regrep:StatusType:Approved\">";
    xml += slot("creationTime", {document.time}) + slot("languageCode", {"fr-FR"}) +
           slot("hash", {document.hash.value_or(sha1(document.bytes))});
    if (const std::string size = document.size.value_or(std::to_string(document.bytes.size())); !size.empty()) {
        xml += slot("size", {size});
    }
    xml += slot("sourcePatientId", {ids.empty() ? "D-7^^^&1.2.250.1.999.3&ISO" : ids}) +
           slot("sourcePatientInfo", info) + slot("URI", {document.uri.value_or(document.file)});
    xml += named("Name", document.title);
    xml += classification("93606bcf-9494-43ec-9b4e-a7748d1a838d", "",
                          slot("authorInstitution", {document.organisation}) + slot("authorPerson", {document.author}));
    xml += classification("f0306f51-975f-434e-a61c-c59651d33983", document.code,
                          slot("codingScheme", {document.codeSystem}) + named("Name", document.codeName));
    xml += classification("f4f85eac-e6cb-4883-b524-f2705394840f", "N",
                          slot("codingScheme", {"2.16.840.1.113883.5.25"}) + named("Name", "Normal"));
    for (const std::string &mark : document.marks) {
        xml += classification("f4f85eac-e6cb-4883-b524-f2705394840f", mark,
                              slot("codingScheme", {"1.2.250.1.213.1.1.4.13"}) + named("Name", mark));
    }
    xml += document.more;
    if (!ids.empty()) {
        xml += "<rim:ExternalIdentifier id=\"p\" registryObject=\"d\" "
               "identificationScheme=\"urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427\" value=\"" +
               person.ins + "^^^&amp;" + person.insRoot + "&amp;ISO^NH\">" +
               named("Name", "XDSDocumentEntry.patientId") + "</rim:ExternalIdentifier>";
    }
    return xml + "</rim:ExtrinsicObject>";
}

} // namespace

Bytes zip(const std::vector<ZipEntry> &entries) {
    constexpr std::size_t kRoom = std::size_t{32} << 20;
    Bytes bytes(kRoom);
    std::size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    if (archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) != ARCHIVE_OK) {
        throw std::runtime_error(archive_error_string(writer));
    }
    for (const ZipEntry &each : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, each.name.c_str());
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, 1'770'000'000, 0);
        if (!each.linkTo.empty()) {
            archive_entry_set_filetype(entry, AE_IFLNK);
            archive_entry_set_symlink(entry, each.linkTo.c_str());
        } else {
            archive_entry_set_filetype(entry, each.name.ends_with('/') ? AE_IFDIR : AE_IFREG);
            archive_entry_set_size(entry, static_cast<la_int64_t>(each.bytes.size()));
        }
        if (archive_write_header(writer, entry) != ARCHIVE_OK ||
            (each.linkTo.empty() && archive_write_data(writer, each.bytes.data(), each.bytes.size()) < 0)) {
            throw std::runtime_error(archive_error_string(writer));
        }
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    bytes.resize(used);
    return bytes;
}

std::string xdmMetadata(const std::vector<XdmDocument> &documents) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lcm:SubmitObjectsRequest "
                      "xmlns:lcm=\"urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0\" "
                      "xmlns:rim=\"urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0\"><rim:RegistryObjectList>"
                      "<rim:RegistryPackage id=\"urn:uuid:s\">" +
                      named("Name", "Lot de soumission") + "</rim:RegistryPackage>";
    for (const XdmDocument &document : documents) {
        xml += entryXml(document);
    }
    return xml + "</rim:RegistryObjectList></lcm:SubmitObjectsRequest>\n";
}

std::vector<ZipEntry> xdmFiles(const std::vector<std::vector<XdmDocument>> &submissions) {
    std::vector<ZipEntry> files{{"INDEX.HTM", "<html><body>Documents</body></html>", {}},
                                {"README.TXT", "Documents de santé", {}}};
    int number = 0;
    for (const std::vector<XdmDocument> &documents : submissions) {
        ++number;
        const std::string folder =
            "IHE_XDM/SUBSET" + std::string(number < 10 ? "0" : "") + std::to_string(number) + "/";
        files.push_back({folder + "METADATA.XML", xdmMetadata(documents), {}});
        for (const XdmDocument &document : documents) {
            files.push_back({folder + document.file, document.bytes, {}});
        }
    }
    return files;
}

Bytes xdm(const std::vector<std::vector<XdmDocument>> &submissions) { return zip(xdmFiles(submissions)); }

XdmDocument xdmLetter() {
    XdmDocument letter;
    letter.bytes = dischargeLetter().build();
    return letter;
}

XdmDocument xdmPdf(int pages) {
    XdmDocument scan;
    scan.file = "DOC00002.PDF";
    scan.bytes = std::string(asText(smallPdf(pages)));
    scan.mediaType = "application/pdf";
    scan.title = "Résultat scanné";
    scan.code = "11502-2";
    scan.codeName = "CR d’examens biologiques";
    return scan;
}

} // namespace guichet::test
