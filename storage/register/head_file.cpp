// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/register/head_file.h"

#include <array>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace guichet::storage {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

std::optional<Checkpoint> readFrom(int descriptor) {
    std::array<char, 1024> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    if (size <= 0) {
        return std::nullopt;
    }
    const auto head = parseCheckpoint(std::string_view(text.data(), static_cast<std::size_t>(size)));
    return head ? std::optional(*head) : std::nullopt;
}

} // namespace

std::optional<Checkpoint> readHeadFile(const std::filesystem::path &file) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::flock(descriptor.get(), LOCK_SH) != 0) {
        return std::nullopt;
    }
    return readFrom(descriptor.get());
}

void writeHeadFile(const std::filesystem::path &file, const Checkpoint &head, bool always) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    const Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (descriptor.get() < 0 || ::flock(descriptor.get(), LOCK_EX) != 0) {
        return;
    }
    const auto kept = readFrom(descriptor.get());
    if (!always && kept && kept->origin == head.origin && kept->size >= head.size) {
        return;
    }
    // Not synced: after a crash an older head is still a true one, and syncing would double the time of each act.
    const std::string text = formatCheckpoint(head);
    if (::pwrite(descriptor.get(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size())) {
        [[maybe_unused]] const int cut = ::ftruncate(descriptor.get(), static_cast<off_t>(text.size()));
    }
}

} // namespace guichet::storage
