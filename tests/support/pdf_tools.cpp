// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_tools.h"

#include "base/text.h"
#include "tests/support/temporary_folder.h"

#include <qpdf/QPDF.hh>

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>

namespace guichet::test {
namespace {

std::string onFile(ByteView pdf, const std::string &before, const std::string &after) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.write("paper.pdf", asText(pdf));
    return runCommand(before + " " + path.string() + " " + after);
}

double attribute(const std::string &line, const std::string &name) {
    const std::size_t at = line.find(name + "=\"");
    return at == std::string::npos ? 0 : std::stod(line.substr(at + name.size() + 2));
}

} // namespace

std::string runCommand(const std::string &command) {
    std::FILE *pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error("can't run " + command);
    }
    std::string out;
    std::array<char, 65536> buffer{};
    std::size_t count = 0;
    while ((count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0) {
        out.append(buffer.data(), count);
    }
    if (const int status = ::pclose(pipe); status != 0) {
        throw std::runtime_error(command + " ended with " + std::to_string(status));
    }
    return out;
}

std::string pdfText(ByteView pdf, const std::string &options) { return onFile(pdf, "pdftotext " + options, "-"); }

std::string pdfInfo(ByteView pdf, const std::string &options) { return onFile(pdf, "pdfinfo " + options, ""); }

std::string pdfAttachments(ByteView pdf) { return onFile(pdf, "pdfdetach -list", ""); }

std::string pdfAttachment(ByteView pdf, int number) {
    return onFile(pdf, "pdfdetach -save " + std::to_string(number) + " -o /dev/stdout", "");
}

int pdfPageCount(ByteView pdf) {
    const std::string info = pdfInfo(pdf);
    const std::size_t at = info.find("Pages:");
    return at == std::string::npos ? 0 : std::stoi(info.substr(at + 6));
}

std::vector<PdfFont> pdfFonts(ByteView pdf) {
    std::vector<PdfFont> fonts;
    std::istringstream lines(onFile(pdf, "pdffonts", ""));
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line); // below the heads
    while (std::getline(lines, line)) {
        std::istringstream rest(line);
        std::vector<std::string> words;
        for (std::string word; rest >> word;) {
            words.push_back(word);
        }
        if (words.size() >= 6) { // name, type, encoding; embedded, subset, unicode, number, generation
            fonts.push_back({words.front(), words[words.size() - 5] == "yes"});
        }
    }
    return fonts;
}

std::vector<PdfWord> pdfWords(ByteView pdf) {
    std::vector<PdfWord> words;
    std::istringstream lines(pdfText(pdf, "-bbox"));
    std::string line;
    int page = -1;
    double pageWidth = 0;
    double pageHeight = 0;
    while (std::getline(lines, line)) {
        if (line.find("<page ") != std::string::npos) {
            ++page;
            pageWidth = attribute(line, "width");
            pageHeight = attribute(line, "height");
        }
        const std::size_t at = line.find("<word ");
        if (at == std::string::npos) {
            continue;
        }
        PdfWord word;
        word.page = page;
        word.pageWidth = pageWidth;
        word.pageHeight = pageHeight;
        word.left = attribute(line, "xMin");
        word.top = attribute(line, "yMin");
        word.right = attribute(line, "xMax");
        word.bottom = attribute(line, "yMax");
        const std::size_t begin = line.find('>', at) + 1;
        word.text = line.substr(begin, line.find("</word>") - begin);
        for (const auto &[entity, character] :
             {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
            word.text = replaceAll(word.text, entity, character);
        }
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<std::string> pdfAlternatives(ByteView pdf) {
    QPDF document;
    document.processMemoryFile("pdf", reinterpret_cast<const char *>(pdf.data()), pdf.size());
    std::vector<std::string> alternatives;
    for (QPDFObjectHandle &object : document.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Alt").isString()) {
            alternatives.push_back(object.getKey("/Alt").getUTF8Value());
        }
    }
    return alternatives;
}

std::vector<std::string> sortedWords(const std::string &text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    std::string word;
    while (stream >> word) {
        words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    return words;
}

GreyPicture pdfPicture(ByteView pdf, int page, int dpi) {
    const std::string number = std::to_string(page + 1);
    const std::string pgm =
        onFile(pdf, "pdftoppm -gray -r " + std::to_string(dpi) + " -f " + number + " -l " + number, "");
    std::istringstream stream(pgm);
    std::string magic;
    GreyPicture picture;
    int most = 0;
    stream >> magic >> picture.width >> picture.height >> most;
    if (magic != "P5" || most != 255) {
        throw std::runtime_error("no picture of the page");
    }
    const auto begin = static_cast<std::size_t>(stream.tellg()) + 1;
    picture.pixels.assign(pgm.begin() + static_cast<std::ptrdiff_t>(begin), pgm.end());
    return picture;
}

std::size_t occurrences(const std::string &text, const std::string &what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) {
        ++found;
    }
    return found;
}

} // namespace guichet::test
