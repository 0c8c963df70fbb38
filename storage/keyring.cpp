// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyring.h"

#include "base/files.h"
#include "base/text.h"
#include "storage/file_lock.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <stdexcept>

namespace guichet::storage {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kFormat = 1;
constexpr std::size_t kKeyringLimit = 4U << 20U;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeCharacters = 26; // 130 bits
constexpr std::size_t kCheckCharacters = 2;
/// Measured PINs ask for this much memory: what OWASP's password storage cheat sheet gives as the least for Argon2id,
/// and little enough for the smallest machine that a counter has.
constexpr std::size_t kPinMemory = 19456UL * 1024;

void startSodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

/// A code that somebody can say: letters and digits of ASCII, and these.
bool isCode(std::string_view code, std::string_view also) {
    constexpr std::size_t most = 32;
    return !code.empty() && code.size() <= most && std::ranges::all_of(upper(code), [&](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || also.find(c) != std::string_view::npos;
    });
}

constexpr std::string_view kInAgentCode = "-_.";

/// Argon2id, RFC 9106.
Secret stretch(std::string_view text, ByteView salt, PinCost cost) {
    Secret key;
    if (crypto_pwhash(key.writable().data(), Secret::kSize, text.data(), text.size(), salt.data(), cost.passes,
                      cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return key;
}

/// XChaCha20-Poly1305 with a random nonce in front.
Bytes seal(ByteView plain, const Secret &key, const std::string &bound) {
    Bytes sealed(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + plain.size() +
                 crypto_aead_xchacha20poly1305_ietf_ABYTES);
    randombytes_buf(sealed.data(), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const ByteView about = asBytes(bound);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, nullptr,
                                               plain.data(), plain.size(), about.data(), about.size(), nullptr,
                                               sealed.data(), key.view().data());
    return sealed;
}

/// Nothing when the key is not the one, or a byte was changed. The result may be a secret: the caller wipes it.
std::optional<Bytes> unseal(ByteView sealed, const Secret &key, const std::string &bound) {
    constexpr std::size_t overhead =
        crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < overhead) {
        return std::nullopt;
    }
    Bytes plain(sealed.size() - overhead);
    const ByteView about = asBytes(bound);
    const ByteView text = sealed.subspan(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, text.data(), text.size(),
                                                   about.data(), about.size(), sealed.data(), key.view().data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

/// Which run of the machine this is: what the clock that never goes back counts from.
std::string bootId() {
    std::string id;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
    return id;
}

/// "4 s", "1 min 12 s", "30 min".
std::string inWords(milliseconds wait) {
    const auto all = std::chrono::ceil<seconds>(wait).count();
    if (all < 60) {
        return fmt::format("{} s", all);
    }
    return all % 60 == 0 ? fmt::format("{} min", all / 60) : fmt::format("{} min {} s", all / 60, all % 60);
}

std::string checkCharacters(std::string_view code) {
    const Digest digest = sha256("guichet-recovery-check-v1" + std::string(code));
    return {kAlphabet[digest[0] & 31U], kAlphabet[digest[1] & 31U]};
}

std::string drawRecoveryCode() {
    std::string code;
    for (std::size_t i = 0; i < kCodeCharacters; ++i) {
        code += kAlphabet[randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size()))];
    }
    return code + checkCharacters(code);
}

std::string grouped(std::string_view code) {
    std::string out;
    for (std::size_t i = 0; i < code.size(); ++i) {
        out += i > 0 && i % 4 == 0 ? "-" : "";
        out += code[i];
    }
    return out;
}

/// The code without groups and with what is easily misread put right; nothing when its check characters don't fit.
std::optional<std::string> readRecoveryCode(std::string_view text) {
    std::string code;
    for (char c : upper(text)) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t') {
            continue;
        }
        c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
        if (kAlphabet.find(c) == std::string_view::npos) {
            return std::nullopt;
        }
        code += c;
    }
    if (code.size() != kCodeCharacters + kCheckCharacters ||
        code.substr(kCodeCharacters) != checkCharacters(std::string_view(code).substr(0, kCodeCharacters))) {
        return std::nullopt;
    }
    code.resize(kCodeCharacters);
    return code;
}

Bytes sealToPublicKey(ByteView plain, ByteView publicKey) {
    Bytes sealed(plain.size() + crypto_box_SEALBYTES);
    if (crypto_box_seal(sealed.data(), plain.data(), plain.size(), publicKey.data()) != 0) {
        throw std::runtime_error("a public key of the keyring is none");
    }
    return sealed;
}

} // namespace

std::string_view toText(Role role) {
    switch (role) {
    case Role::Agent: return "agent";
    case Role::Supervisor: return "supervisor";
    case Role::Admin: return "admin";
    }
    throw std::logic_error("no such role");
}

Result<Role> parseRole(std::string_view text) {
    for (const Role role : {Role::Agent, Role::Supervisor, Role::Admin}) {
        if (toText(role) == text) {
            return role;
        }
    }
    return fail(ErrorCode::BadValue, "role " + std::string(text), "agent, supervisor, admin");
}

std::string_view toText(AgentState state) {
    switch (state) {
    case AgentState::Active: return "active";
    case AgentState::Disabled: return "disabled";
    case AgentState::Locked: return "locked";
    }
    throw std::logic_error("no such state");
}

PinCost PinCost::measured() {
    startSodium();
    const std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
    // The time of the processor, not of the clock: on a machine that is busy just now it must not come out cheap.
    const auto secondsFor = [&](std::uint64_t passes) {
        const auto now = [] {
            timespec time{};
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
        };
        const double begin = now();
        (void)stretch("000000", salt, {passes, kPinMemory});
        return now() - begin;
    };
    constexpr std::uint64_t few = 2;
    constexpr std::uint64_t more = 10;
    const double once = secondsFor(few); // with what taking the memory costs
    const double pass = std::max((secondsFor(more) - once) / static_cast<double>(more - few), 1e-4);
    constexpr double wantedSeconds = 0.7;
    const double passes = (wantedSeconds - once) / pass + static_cast<double>(few);
    return {static_cast<std::uint64_t>(std::clamp(passes, 2.0, 500.0)), kPinMemory};
}

Result<Secret> MachineSecretFile::get() const {
    auto bytes = readFile(file_, 4096);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound) {
        return fail(ErrorCode::MachineKeyMissing, file_);
    }
    if (!bytes) {
        return fail(bytes.error());
    }
    if (bytes->size() != Secret::kSize) {
        return fail(ErrorCode::StoreDamaged, file_);
    }
    Secret secret = Secret::copyOf(*bytes);
    sodium_memzero(bytes->data(), bytes->size());
    return secret;
}

Result<Secret> MachineSecretFile::getOrMake() const {
    auto there = get();
    if (there || there.error().code != ErrorCode::MachineKeyMissing) {
        return there;
    }
    const Secret made = Secret::random();
    GUICHET_TRY(writeFile(file_, made.view()));
    return made.copy();
}

Result<void> checkPin(std::string_view pin) {
    const auto bad = [](std::string why) { return fail(ErrorCode::BadValue, "PIN", std::move(why)); };
    if (pin.size() < 6 || pin.size() > 12 || !std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; })) {
        return bad("6-12 × 0-9");
    }
    for (std::size_t period = 1; period <= 3; ++period) {
        bool repeats = true;
        for (std::size_t i = period; i < pin.size(); ++i) {
            repeats = repeats && pin[i] == pin[i - period];
        }
        if (repeats) {
            return bad("1 2 1 2…");
        }
    }
    for (const int step : {1, 9}) { // 9: counting down
        bool counts = true;
        for (std::size_t i = 1; i < pin.size(); ++i) {
            counts = counts && (pin[i] - pin[i - 1] + 10) % 10 == step;
        }
        if (counts) {
            return bad("1 2 3…");
        }
    }
    return {};
}

std::string drawPin() {
    startSodium();
    std::string pin;
    do {
        pin.clear();
        for (int i = 0; i < 8; ++i) {
            pin += static_cast<char>('0' + randombytes_uniform(10));
        }
    } while (!checkPin(pin));
    return pin;
}

std::optional<seconds> delayAfter(int wrongPins) {
    static constexpr std::array<seconds, 10> kDelays{seconds(0),  seconds(0), seconds(0),  seconds(5),  seconds(15),
                                                     seconds(60), minutes(5), minutes(15), minutes(30), minutes(60)};
    return wrongPins < static_cast<int>(kDelays.size())
               ? std::optional(kDelays.at(static_cast<std::size_t>(std::max(wrongPins, 0))))
               : std::nullopt;
}

/// One agent's slot, or the recovery slot (without code, name, role and outer layer).
struct Keyring::Slot {
    AgentInfo agent; ///< state Disabled or Active; Locked follows from wrongPins
    Bytes publicKey;
    Bytes salt;
    PinCost cost;
    Bytes privateKey;  ///< sealed
    Bytes databaseKey; ///< sealed to publicKey
    int wrongPins = 0; ///< in a row, the one that is being tried included
    milliseconds waitFrom{0};
    std::string boot; ///< what waitFrom counts from

    /// What the two layers are bound to: a slot that was moved, or whose role or cost was changed, does not open.
    [[nodiscard]] std::string bound(std::string_view store, std::string_view layer) const {
        return fmt::format("guichet-slot-v1\n{}\n{}\n{}\n{}\n{}\n{}\n{}", layer, store, agent.code,
                           agent.code.empty() ? "recovery" : toText(agent.role), cost.passes, cost.memoryBytes,
                           toHex(publicKey));
    }

    [[nodiscard]] Secret outerKey(const Secret &machine) const {
        Secret key;
        const std::string about = "guichet-slot-outer-v1" + toHex(salt);
        crypto_generichash(key.writable().data(), Secret::kSize, asBytes(about).data(), about.size(),
                           machine.view().data(), Secret::kSize);
        return key;
    }

    /// A new pair for the database key, its private key under the text, and under the machine's secret when given.
    void lock(std::string_view store, std::string_view text, const Secret *machine, const Secret &database) {
        Secret privateSide;
        publicKey.resize(crypto_box_PUBLICKEYBYTES);
        crypto_box_keypair(publicKey.data(), privateSide.writable().data());
        databaseKey = sealToPublicKey(database.view(), publicKey);
        sealPrivate(store, privateSide, text, machine);
    }

    void sealPrivate(std::string_view store, const Secret &privateSide, std::string_view text, const Secret *machine) {
        salt.resize(crypto_pwhash_SALTBYTES);
        randombytes_buf(salt.data(), salt.size());
        privateKey = seal(privateSide.view(), stretch(text, salt, cost), bound(store, "inner"));
        if (machine != nullptr) {
            privateKey = seal(privateKey, outerKey(*machine), bound(store, "outer"));
        }
    }

    struct Opened {
        Secret privateSide;
        Secret database;
    };
    /// Nothing when the text is not the right one, or the slot was changed by hand.
    [[nodiscard]] std::optional<Opened> unlock(std::string_view store, std::string_view text,
                                               const Secret *machine) const {
        const Secret inner = stretch(text, salt, cost);
        std::optional<Bytes> layer = privateKey;
        if (machine != nullptr) {
            layer = unseal(*layer, outerKey(*machine), bound(store, "outer"));
        }
        if (layer) {
            layer = unseal(*layer, inner, bound(store, "inner"));
        }
        if (!layer || layer->size() != Secret::kSize) {
            return std::nullopt;
        }
        Opened opened{Secret::copyOf(*layer), Secret()};
        sodium_memzero(layer->data(), layer->size());
        if (databaseKey.size() != Secret::kSize + crypto_box_SEALBYTES ||
            crypto_box_seal_open(opened.database.writable().data(), databaseKey.data(), databaseKey.size(),
                                 publicKey.data(), opened.privateSide.view().data()) != 0) {
            return std::nullopt;
        }
        return opened;
    }

    [[nodiscard]] AgentInfo info() const {
        AgentInfo info = agent;
        if (info.state == AgentState::Active && !delayAfter(wrongPins)) {
            info.state = AgentState::Locked;
        }
        return info;
    }

    [[nodiscard]] Json toJson() const {
        Json json;
        if (!agent.code.empty()) {
            json["code"] = agent.code;
            json["name"] = agent.name;
            json["role"] = toText(agent.role);
            json["state"] = toText(agent.state);
        }
        if (agent.state == AgentState::Disabled) {
            return json;
        }
        json["public_key"] = toBase64(publicKey);
        json["salt"] = toBase64(salt);
        json["passes"] = cost.passes;
        json["memory"] = cost.memoryBytes;
        json["private_key"] = toBase64(privateKey);
        json["database_key"] = toBase64(databaseKey);
        if (wrongPins > 0) {
            json["wrong"] = wrongPins;
            json["wait_from"] = waitFrom.count();
            json["boot"] = boot;
        }
        return json;
    }

    /// Throws nlohmann's exceptions, or std::invalid_argument, for what is not as toJson() writes it.
    static Bytes field(const Json &json, const char *name, std::size_t size) {
        auto bytes = fromBase64(json.at(name).get<std::string>());
        if (!bytes || bytes->size() != size) {
            throw std::invalid_argument(name);
        }
        return *bytes;
    }

    static Slot fromJson(const Json &json, bool recovery) {
        Slot slot;
        if (!recovery) {
            slot.agent.code = json.at("code").get<std::string>();
            slot.agent.name = json.at("name").get<std::string>();
            const auto role = parseRole(json.at("role").get<std::string>());
            const auto state = json.at("state").get<std::string>();
            if (!role || !isCode(slot.agent.code, kInAgentCode) || (state != "active" && state != "disabled")) {
                throw std::invalid_argument("slot");
            }
            slot.agent.role = *role;
            if (state == "disabled") {
                slot.agent.state = AgentState::Disabled;
                return slot;
            }
        }
        constexpr std::size_t layer =
            crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES;
        slot.publicKey = field(json, "public_key", crypto_box_PUBLICKEYBYTES);
        slot.salt = field(json, "salt", crypto_pwhash_SALTBYTES);
        slot.cost = {json.at("passes").get<std::uint64_t>(), json.at("memory").get<std::size_t>()};
        slot.privateKey = field(json, "private_key", Secret::kSize + layer * (recovery ? 1 : 2));
        slot.databaseKey = field(json, "database_key", Secret::kSize + crypto_box_SEALBYTES);
        slot.wrongPins = json.value("wrong", 0);
        slot.waitFrom = milliseconds(json.value("wait_from", std::int64_t{0}));
        slot.boot = json.value("boot", std::string());
        if (slot.cost.passes < 1 || slot.cost.passes > 1000 || slot.cost.memoryBytes < crypto_pwhash_MEMLIMIT_MIN ||
            slot.cost.memoryBytes > (1UL << 30U) || slot.wrongPins < 0) {
            throw std::invalid_argument("cost");
        }
        return slot;
    }
};

/// The file, read.
struct Keyring::File {
    StoreIdentity store;
    Bytes inboxPublicKey;
    PinCost cost; ///< for new slots
    Slot recovery;
    std::vector<Slot> slots;

    /// Codes are told apart without case.
    [[nodiscard]] Slot *find(std::string_view code) {
        const auto at =
            std::ranges::find_if(slots, [&](const Slot &slot) { return upper(slot.agent.code) == upper(code); });
        return at == slots.end() ? nullptr : &*at;
    }
};

struct Keyring::OpenSlot {
    Slot slot;
    Slot::Opened opened;
    FileLock held; ///< nobody else tries or changes this slot meanwhile
};

Keyring::Keyring(std::filesystem::path folder, const MachineSecret &machine, const Clock &clock)
    : folder_(std::move(folder)), machine_(machine), clock_(clock) {
    startSodium();
}

Result<Keyring::File> Keyring::load() const {
    auto bytes = readFile(file(), kKeyringLimit);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::FileNotFound) {
            return fail(ErrorCode::NoStore, folder_);
        }
        return fail(bytes.error().code == ErrorCode::FileUnreadable ? bytes.error()
                                                                    : Error{ErrorCode::StoreDamaged, file(), {}});
    }
    try {
        const Json json = Json::parse(asText(*bytes));
        if (const int format = json.at("format").get<int>(); format != kFormat) {
            return fail(format > kFormat ? ErrorCode::StoreNewer : ErrorCode::StoreDamaged,
                        "keyring.json " + std::to_string(format));
        }
        File keyring;
        keyring.store.id = json.at("store").get<std::string>();
        const auto kind = json.at("kind").get<std::string>();
        const auto created = parseInstant(json.at("created").get<std::string>());
        if ((kind != "live" && kind != "demo") || !created) {
            throw std::invalid_argument("kind, created");
        }
        keyring.store.kind = kind == "live" ? StoreKind::Live : StoreKind::Demo;
        keyring.store.agency = json.at("agency").get<std::string>();
        keyring.store.station = json.at("station").get<std::string>();
        keyring.store.createdAt = *created;
        keyring.inboxPublicKey = Slot::field(json, "inbox_key", crypto_box_PUBLICKEYBYTES);
        keyring.recovery = Slot::fromJson(json.at("recovery"), true);
        keyring.cost = keyring.recovery.cost;
        for (const Json &slot : json.at("agents")) {
            keyring.slots.push_back(Slot::fromJson(slot, false));
        }
        return keyring;
    } catch (const std::exception &error) { // nlohmann's, or one of ours above: the file is not what was written
        return fail(ErrorCode::StoreDamaged, file(), error.what());
    }
}

Result<void> Keyring::save(const File &keyring) const {
    Json json;
    json["format"] = kFormat;
    json["store"] = keyring.store.id;
    json["kind"] = toText(keyring.store.kind);
    json["agency"] = keyring.store.agency;
    json["station"] = keyring.store.station;
    json["created"] = formatInstant(keyring.store.createdAt);
    json["inbox_key"] = toBase64(keyring.inboxPublicKey);
    json["recovery"] = keyring.recovery.toJson();
    json["agents"] = Json::array();
    for (const Slot &slot : keyring.slots) {
        json["agents"].push_back(slot.toJson());
    }
    return writeFile(file(), asBytes(json.dump(2) + "\n"));
}

/// Reads the file, changes it and writes it, while nobody else does.
template <typename Change>
Result<void> Keyring::change(Change &&change) const {
    if (std::error_code ignored; !std::filesystem::exists(file(), ignored)) {
        return fail(ErrorCode::NoStore, folder_); // before a lock file is made in a folder that is not ours
    }
    GUICHET_ASSIGN(const FileLock held, FileLock::take(folder_, FileLock::kKeyring));
    GUICHET_ASSIGN(File keyring, load());
    GUICHET_TRY(change(keyring));
    return save(keyring);
}

Result<Keyring::Slot> Keyring::makeSlot(const File &keyring, const AgentInfo &agent, std::string_view pin,
                                        const Secret &databaseKey) const {
    Slot slot;
    slot.agent = agent;
    slot.agent.code = agent.code;
    slot.agent.name = trim(agent.name);
    slot.agent.state = AgentState::Active;
    if (!isCode(slot.agent.code, kInAgentCode)) {
        return fail(ErrorCode::BadValue, "agent " + agent.code, "A-Z 0-9 - _ .");
    }
    if (slot.agent.name.empty() || countCharacters(slot.agent.name) > 100 ||
        toValidUtf8(slot.agent.name) != slot.agent.name) {
        return fail(ErrorCode::BadValue, "name", "1-100");
    }
    GUICHET_TRY(checkPin(pin));
    GUICHET_ASSIGN(const Secret machine, machine_.getOrMake());
    slot.cost = keyring.cost;
    slot.lock(keyring.store.id, pin, &machine, databaseKey);
    return slot;
}

Result<std::string> Keyring::create(const StoreIdentity &store, ByteView inboxPublicKey, PinCost cost,
                                    const AgentInfo &admin, std::string_view pin, const Secret &databaseKey) {
    if (!isCode(store.agency, "-")) {
        return fail(ErrorCode::BadValue, "agency " + store.agency, "A-Z 0-9 -");
    }
    if (store.station.size() != 2 || store.station.find_first_not_of(kAlphabet) != std::string::npos) {
        return fail(ErrorCode::BadValue, "station " + store.station, std::string(kAlphabet));
    }
    if (std::error_code ignored; std::filesystem::exists(file(), ignored)) {
        return fail(ErrorCode::StoreExists, folder_);
    }
    File keyring;
    keyring.store = store;
    keyring.inboxPublicKey.assign(inboxPublicKey.begin(), inboxPublicKey.end());
    keyring.cost = cost;
    keyring.recovery.cost = cost;
    const std::string code = drawRecoveryCode();
    keyring.recovery.lock(store.id, std::string_view(code).substr(0, kCodeCharacters), nullptr, databaseKey);
    GUICHET_ASSIGN(Slot slot, makeSlot(keyring, admin, pin, databaseKey));
    keyring.slots.push_back(std::move(slot));
    GUICHET_TRY(save(keyring));
    return grouped(code);
}

Result<StoreIdentity> Keyring::identity() const {
    GUICHET_ASSIGN(File keyring, load());
    return keyring.store;
}

Result<Bytes> Keyring::inboxPublicKey() const {
    GUICHET_ASSIGN(File keyring, load());
    return keyring.inboxPublicKey;
}

Result<std::vector<AgentInfo>> Keyring::agents() const {
    GUICHET_ASSIGN(const File keyring, load());
    std::vector<AgentInfo> agents;
    for (const Slot &slot : keyring.slots) {
        agents.push_back(slot.info());
    }
    return agents;
}

/// Refuses a try whose time has not come; else writes that one more is being made, before it is.
Result<void> Keyring::countTry(std::string_view code) {
    std::optional<Error> refused;
    GUICHET_TRY(change([&](File &keyring) -> Result<void> {
        Slot *slot = keyring.find(code);
        if (slot == nullptr) {
            return fail(ErrorCode::WrongPin);
        }
        if (slot->agent.state == AgentState::Disabled) {
            return fail(ErrorCode::AgentDisabled);
        }
        const auto delay = delayAfter(slot->wrongPins);
        if (!delay) {
            return fail(ErrorCode::LockedOut);
        }
        const milliseconds now = clock_.monotonic();
        const std::string boot = bootId();
        if (*delay > seconds(0)) {
            if (slot->boot != boot || slot->waitFrom > now) {
                // The machine was started again: the wait is due again in full, and begins now.
                slot->boot = boot;
                slot->waitFrom = now;
                refused = Error{ErrorCode::TooSoon, inWords(*delay), {}};
                return {};
            }
            if (const milliseconds waited = now - slot->waitFrom; waited < *delay) {
                return fail(ErrorCode::TooSoon, inWords(*delay - waited));
            }
        }
        ++slot->wrongPins;
        slot->boot = boot;
        slot->waitFrom = now;
        return {};
    }));
    if (refused) {
        return fail(*refused);
    }
    return {};
}

Result<Keyring::OpenSlot> Keyring::open(std::string_view givenCode, std::string_view pin) {
    const std::string code = upper(givenCode);
    if (code.empty() || pin.empty()) {
        return fail(ErrorCode::WhoActs);
    }
    GUICHET_ASSIGN(File before, load());
    if (before.find(code) == nullptr) {
        // As long as for a known one, so that the time does not tell which codes exist.
        (void)stretch(pin, before.recovery.salt, before.cost);
        return fail(ErrorCode::WrongPin);
    }
    // A byte of the lock file for each slot: those who wait for one agent's try don't hold up another's.
    const Digest digest = sha256(code);
    const std::int64_t byte = 1 + (digest[0] << 16 | digest[1] << 8 | digest[2]);
    GUICHET_ASSIGN(FileLock held, FileLock::take(folder_, byte, seconds(30)));
    GUICHET_ASSIGN(const Secret machine, machine_.get());
    GUICHET_TRY(countTry(code));
    GUICHET_ASSIGN(File keyring, load());
    const Slot *slot = keyring.find(code);
    if (slot == nullptr || slot->agent.state == AgentState::Disabled) {
        return fail(ErrorCode::AgentDisabled);
    }
    auto opened = slot->unlock(keyring.store.id, pin, &machine);
    if (!opened) {
        return fail(delayAfter(slot->wrongPins) ? ErrorCode::WrongPin : ErrorCode::LockedOut);
    }
    OpenSlot open{*slot, std::move(*opened), std::move(held)};
    GUICHET_TRY(change([&](File &now) -> Result<void> {
        if (Slot *mine = now.find(code)) {
            mine->wrongPins = 0;
        }
        return {};
    }));
    open.slot.wrongPins = 0;
    return open;
}

Result<Unlocked> Keyring::unlock(std::string_view code, std::string_view pin) {
    GUICHET_ASSIGN(OpenSlot open, this->open(code, pin));
    return Unlocked{open.slot.info(), std::move(open.opened.database)};
}

Result<Secret> Keyring::recover(std::string_view recoveryCode) const {
    GUICHET_ASSIGN(const File keyring, load());
    auto code = readRecoveryCode(recoveryCode);
    if (!code) {
        return fail(ErrorCode::BadRecoveryCode);
    }
    const WipedText text(std::move(*code));
    auto opened = keyring.recovery.unlock(keyring.store.id, text.view(), nullptr);
    if (!opened) {
        return fail(ErrorCode::BadRecoveryCode);
    }
    return std::move(opened->database);
}

Result<void> Keyring::add(const AgentInfo &agent, std::string_view pin, const Secret &databaseKey) {
    return change([&](File &keyring) -> Result<void> {
        if (const Slot *there = keyring.find(agent.code)) {
            return fail(ErrorCode::AgentExists, there->agent.code);
        }
        GUICHET_ASSIGN(Slot slot, makeSlot(keyring, agent, pin, databaseKey));
        keyring.slots.push_back(std::move(slot));
        return {};
    });
}

Result<void> Keyring::disable(std::string_view givenCode) {
    return change([code = std::string(givenCode)](File &keyring) -> Result<void> {
        Slot *slot = keyring.find(code);
        if (slot == nullptr) {
            return fail(ErrorCode::Nothing, code);
        }
        if (slot->agent.state == AgentState::Disabled) {
            return fail(ErrorCode::AlreadyDone, code);
        }
        const auto active = std::ranges::count_if(keyring.slots, [](const Slot &each) {
            return each.agent.role == Role::Admin && each.agent.state == AgentState::Active;
        });
        if (slot->agent.role == Role::Admin && active == 1) {
            return fail(ErrorCode::WrongState, code);
        }
        AgentInfo agent = slot->agent;
        agent.state = AgentState::Disabled;
        *slot = Slot();
        slot->agent = std::move(agent);
        return {};
    });
}

Result<void> Keyring::changePin(std::string_view code, std::string_view oldPin, std::string_view newPin) {
    GUICHET_TRY(checkPin(newPin));
    GUICHET_ASSIGN(const OpenSlot open, this->open(code, oldPin));
    GUICHET_ASSIGN(const Secret machine, machine_.get());
    return change([&](File &keyring) -> Result<void> {
        Slot *slot = keyring.find(open.slot.agent.code);
        if (slot == nullptr || slot->agent.state == AgentState::Disabled || slot->publicKey != open.slot.publicKey) {
            return fail(ErrorCode::AgentDisabled); // meanwhile, by an administrator
        }
        slot->cost = keyring.cost;
        slot->sealPrivate(keyring.store.id, open.opened.privateSide, newPin, &machine);
        return {};
    });
}

Result<void> Keyring::resetPin(std::string_view givenCode, std::string_view newPin, const Secret &databaseKey) {
    return change([&](File &keyring) -> Result<void> {
        const std::string code(givenCode);
        Slot *slot = keyring.find(code);
        if (slot == nullptr) {
            return fail(ErrorCode::Nothing, code);
        }
        GUICHET_ASSIGN(*slot, makeSlot(keyring, slot->agent, newPin, databaseKey));
        return {};
    });
}

std::string Keyring::problem() const {
    if (const auto keyring = load(); !keyring) {
        return errorMessage(keyring.error());
    }
    if (const auto machine = machine_.get(); !machine) {
        return errorMessage(machine.error());
    }
    return {};
}

} // namespace guichet::storage
