// SPDX-License-Identifier: GPL-3.0-or-later
// A real pcscd with a virtual reader (vsmartcard), private: on a socket of its own, with a card that is a script.
#include "kiosk/card/card_reader.h"
#include "tests/kiosk/card/told_card.h"
#include "tests/support/cda_builder.h"
#include "tests/support/print_server.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

using namespace guichet;
using namespace guichet::kiosk;
using namespace guichet::test;
using Sight = CardSight::State;

namespace {

constexpr const char *kDriver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";

/// A port of loopback that nobody uses just now.
std::uint16_t freePort() {
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    REQUIRE(::bind(probe, reinterpret_cast<sockaddr *>(&address), length) == 0);
    REQUIRE(::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &length) == 0);
    ::close(probe);
    return ntohs(address.sin_port);
}

/// pcscd with two virtual readers, at a port and the one after.
class Readers {
public:
    Readers() {
        char device[64];
        std::snprintf(device, sizeof device, "/dev/null:0x%04X", port_);
        std::ofstream(folder_ / "readers") << "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME " << device << "\nLIBPATH "
                                           << kDriver << "\nCHANNELID 0x" << std::hex << port_ << "\n";
        socket_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = (folder_ / "comm").string();
        std::copy(path.begin(), path.end(), address.sun_path);
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
        REQUIRE(::listen(socket_, 16) == 0);
        ::setenv("PCSCLITE_CSOCK_NAME", path.c_str(), 1);
        start();
    }
    ~Readers() {
        service_.reset();
        ::close(socket_);
    }
    Readers(const Readers &) = delete;
    Readers &operator=(const Readers &) = delete;

    void start() {
        service_ = std::make_unique<Background>(
            std::vector<std::string>{"/usr/sbin/pcscd", "--foreground", "--config", (folder_ / "readers").string()},
            std::map<std::string, std::string>{}, folder_ / "log", [this] {
                ::dup2(socket_, 3); // as systemd hands it over
                ::setenv("LISTEN_FDS", "1", 1);
                ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
            });
    }
    void stop() { service_.reset(); }
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    TemporaryFolder folder_;
    std::uint16_t port_ = freePort();
    int socket_ = -1;
    std::unique_ptr<Background> service_;
};

/// A card in one of the readers until it goes.
class Inserted {
public:
    Inserted(std::uint16_t port, std::string atr, ToldCard &card) : atr_(*fromHex(atr)), card_(card) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(waitFor([&] {
            if (socket_ >= 0) {
                ::close(socket_);
            }
            socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
            return ::connect(socket_, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        }));
        thread_ = std::thread([this] { serve(); });
    }
    ~Inserted() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    Inserted(const Inserted &) = delete;
    Inserted &operator=(const Inserted &) = delete;

private:
    [[nodiscard]] bool receive(std::uint8_t *to, std::size_t size) const {
        return ::recv(socket_, to, size, MSG_WAITALL) == static_cast<ssize_t>(size);
    }
    void send(const Bytes &bytes) const {
        Bytes message{static_cast<std::uint8_t>(bytes.size() >> 8), static_cast<std::uint8_t>(bytes.size() & 0xFF)};
        message.insert(message.end(), bytes.begin(), bytes.end());
        std::ignore = ::send(socket_, message.data(), message.size(), MSG_NOSIGNAL);
    }
    /// vsmartcard's protocol: a length of two bytes, then a byte of control or a command.
    void serve() {
        std::uint8_t head[2];
        while (receive(head, 2)) {
            Bytes message(std::size_t{head[0]} << 8 | head[1]);
            if (!receive(message.data(), message.size())) {
                return;
            }
            constexpr std::uint8_t kGetAtr = 4;
            if (message.size() == 1) {
                if (message.front() == kGetAtr) {
                    send(atr_);
                }
            } else if (const auto answer = card_.transmit(message)) {
                send(*answer);
            } else {
                ::shutdown(socket_, SHUT_RDWR); // taken out
                return;
            }
        }
    }

    Bytes atr_;
    ToldCard &card_;
    int socket_ = -1;
    std::thread thread_;
};

constexpr const char *kVitale2 = "3b751300004409ea9000";
constexpr const char *kVitale1 = "3f6525002c09699000";
constexpr const char *kBank = "3b6500002063cb6800";
constexpr const char *kCps = "3bac00402a001225006480000310009000";

/// Looks until there is something of that kind to be seen.
std::optional<CardSight> lookFor(CardReader &reader, Sight state) {
    CardSight sight;
    return waitFor([&] {
        sight = reader.look();
        return sight.state == state;
    })
               ? std::optional(sight)
               : std::nullopt;
}

} // namespace

TEST_CASE("cards are read by a real PC/SC service, whatever is done with them", "[integration]") {
    if (::access(kDriver, R_OK) != 0 || ::geteuid() != 0) {
        SKIP("no virtual reader here, or not root");
    }
    Readers readers;
    PcscReader reader;
    REQUIRE(lookFor(reader, Sight::NoCard));

    ToldCard card;
    fill(card);
    std::uint64_t first = 0;
    {
        const Inserted inserted(readers.port(), kVitale2, card);
        const auto sight = lookFor(reader, Sight::Read);
        REQUIRE(sight);
        REQUIRE(sight->people.size() == 2);
        CHECK(sight->people.front().surname == "MOULIN");
        CHECK(sight->people.front().nir == CdaPerson().ins);
        first = sight->insertion;
        const std::size_t asked = card.said.size();
        CHECK(reader.look() == *sight); // and is not read again
        CHECK(card.said.size() == asked);
        reader.forget(); // the visit is over, and the card is still in
        CHECK(reader.look().state == Sight::LeftBehind);
        CHECK(reader.look().people.empty());
        CHECK(card.said.size() == asked);
    }
    REQUIRE(lookFor(reader, Sight::NoCard));
    { // swapped: another card, of the first generation
        ToldCard other;
        other.t0 = true;
        other.names = cardFile({{{0x80, "DURAND"}, {0x81, "JEAN"}, {0x82, "19600101"}}});
        const Inserted inserted(readers.port(), kVitale1, other);
        const auto sight = lookFor(reader, Sight::Read);
        REQUIRE(sight);
        CHECK(sight->people.front().surname == "DURAND");
        CHECK(sight->people.front().nir.empty());
        CHECK(sight->insertion != first);
    }
    REQUIRE(lookFor(reader, Sight::NoCard));
    {
        ToldCard bank;
        bank.hasRoot = false;
        const Inserted inserted(readers.port(), kBank, bank);
        CHECK(lookFor(reader, Sight::NotVitale));
    }
    REQUIRE(lookFor(reader, Sight::NoCard));
    { // taken out while it is read
        ToldCard gone;
        fill(gone);
        gone.goneAfter = 2;
        const Inserted inserted(readers.port(), kVitale2, gone);
        bool read = false;
        CHECK(waitFor([&] {
            const CardSight sight = reader.look();
            read = read || sight.state == Sight::Read;
            return sight.state == Sight::Unreadable || (gone.said.size() > 2 && sight.state == Sight::NoCard);
        }));
        CHECK_FALSE(read);
    }
    REQUIRE(lookFor(reader, Sight::NoCard));
    for (const char *other : {kCps, kBank}) { // stays in its reader, and the person's is in the other
        ToldCard professional;
        const Inserted theirs(readers.port(), other, professional);
        ToldCard own;
        fill(own);
        const Inserted inserted(static_cast<std::uint16_t>(readers.port() + 1), kVitale2, own);
        CHECK(lookFor(reader, Sight::Read));
        CHECK(professional.said.empty());
    }
    REQUIRE(lookFor(reader, Sight::NoCard));
    readers.stop();
    REQUIRE(lookFor(reader, Sight::NoReader));
    readers.start();
    CHECK(lookFor(reader, Sight::NoCard)); // and goes on when the service is back
}

TEST_CASE("without a PC/SC service there is no reader", "[card]") {
    const TemporaryFolder folder;
    ::setenv("PCSCLITE_CSOCK_NAME", (folder / "nothing").c_str(), 1);
    PcscReader reader;
    CHECK(reader.look().state == Sight::NoReader);
    CHECK(reader.look().people.empty());
}
