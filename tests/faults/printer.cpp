// SPDX-License-Identifier: GPL-3.0-or-later
// A printer with faults, started by hand to try the screens with: what the tests of printing drive.
#include "tests/support/print_server.h"

#include <functional>
#include <iostream>
#include <map>
#include <sstream>

using guichet::test::PrintServer;

namespace {

struct Word {
    const char *about;
    std::function<void(PrintServer &, const std::string &rest)> act;
};

const std::map<std::string, Word> &words() {
    static const std::map<std::string, Word> kWords{
        {"obstruct",
         {"REASON: says it, and prints nothing: media-empty, media-jam, cover-open, toner-empty, media-needed",
          [](auto &server, const auto &rest) { server.obstruct(rest.empty() ? "media-empty" : rest); }}},
        {"lie",
         {"[REASON]: says that a job is done, and prints nothing",
          [](auto &server, const auto &rest) { server.lie(rest); }}},
        {"second",
         {"NAME: a second printer announces itself, and has no queue",
          [](auto &server, const auto &rest) { server.announce(rest.empty() ? "Secours" : rest); }}},
        {"stall", {"says nothing, and prints nothing", [](auto &server, const auto &) { server.stall(); }}},
        {"abort",
         {"CUPS's program for it fails, and each job is given up",
          [](auto &server, const auto &) {
              server.administer("lpadmin", {"-o", "printer-error-policy=abort-job"});
              server.breakBackend(PrintServer::Backend::Failed);
          }}},
        {"stop-queue",
         {"CUPS's program for it stops the queue",
          [](auto &server, const auto &) { server.breakBackend(PrintServer::Backend::Stop); }}},
        {"clear", {"the cause is gone", [](auto &server, const auto &) { server.clear(); }}},
        {"unplug", {"switches it off", [](auto &server, const auto &) { server.unplug(); }}},
        {"plug", {"switches it on again", [](auto &server, const auto &) { server.plug(); }}},
        {"replace",
         {"puts another one in its place",
          [](auto &server, const auto &) {
              server.unplug();
              server.plug(true);
          }}},
        {"stop-cups", {"stops cupsd", [](auto &server, const auto &) { server.stopCups(); }}},
        {"start-cups", {"starts it again", [](auto &server, const auto &) { server.startCups(); }}},
        {"pause", {"stops the queue by hand", [](auto &server, const auto &) { server.administer("cupsdisable"); }}},
        {"resume", {"lets it go on", [](auto &server, const auto &) { server.administer("cupsenable"); }}},
        {"ask-password",
         {"a name and a password are wanted for each job",
          [](auto &server, const auto &) { server.breakBackend(PrintServer::Backend::AuthRequired); }}},
    };
    return kWords;
}

} // namespace

int main() {
    if (const auto why = PrintServer::whyNot()) {
        std::cerr << *why << '\n';
        return 1;
    }
    PrintServer server;
    for (const auto &[name, value] : server.environment()) {
        std::cout << name << '=' << value << ' ';
    }
    std::cout << "guichet …   the queue is " << PrintServer::kQueue
              << "\nwhat comes out: " << server.folder().path().string() << "/printed\n";
    for (const auto &[name, word] : words()) {
        std::cout << "  " << name << "  " << word.about << '\n';
    }
    for (std::string line; std::cout << "> " << std::flush && std::getline(std::cin, line);) {
        std::istringstream parts(line);
        std::string name;
        std::string rest;
        parts >> name >> rest;
        if (const auto word = words().find(name); word != words().end()) {
            word->second.act(server, rest);
        } else if (!name.empty()) {
            std::cout << "no such word\n";
        }
    }
    return 0;
}
