// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/counter/init.h"

#include "base/files.h"
#include "base/text.h"
#include "kiosk/counter/calendar.h"
#include "kiosk/counter/journal.h"
#include "kiosk/counter/news.h"
#include "kiosk/papers/words.h"
#include "printing/layout.h"
#include "storage/register/reference.h"
#include "storage/register/register.h"
#include "storage/store.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::kiosk {

namespace {

constexpr std::string_view kToBe = ".guichet-new-";

/// A folder, locked for as long as this lives and no longer: the system gives the lock back when the process ends.
class FolderLock {
public:
    /// Nothing where another has it, or there is no such folder.
    [[nodiscard]] static std::optional<FolderLock> take(const std::filesystem::path &folder) {
        FolderLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (lock.fd_ < 0 || ::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
            return std::nullopt;
        }
        return lock;
    }
    FolderLock(FolderLock &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    FolderLock &operator=(FolderLock &&) = delete;
    ~FolderLock() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }

private:
    explicit FolderLock(int fd) : fd_(fd) {}
    int fd_;
};

/// A folder beside the one that is wanted, removed with all that is in it, and with what its register keeps outside it,
/// unless it gets that name. Where the process was killed the next one that makes a store there removes it.
class FolderToBe {
public:
    [[nodiscard]] static Result<FolderToBe> beside(const std::filesystem::path &wanted) {
        std::error_code ignored;
        const std::filesystem::path parent = wanted.has_parent_path() ? wanted.parent_path() : ".";
        if (!std::filesystem::is_directory(parent, ignored)) {
            return fail(ErrorCode::FolderMissing, parent);
        }
        if (std::filesystem::exists(wanted / "keyring.json", ignored)) {
            return fail(ErrorCode::StoreExists, wanted);
        }
        if (std::filesystem::exists(wanted, ignored) && !std::filesystem::is_empty(wanted, ignored)) {
            return fail(ErrorCode::NotEmpty, wanted);
        }
        removeLeft(parent);
        std::string name = (parent / (std::string(kToBe) + "XXXXXX")).string();
        if (::mkdtemp(name.data()) == nullptr) {
            return fail(writeError(), wanted);
        }
        auto lock = FolderLock::take(name);
        if (!lock || !std::filesystem::exists(name, ignored)) {
            return fail(ErrorCode::Busy, wanted); // another has just taken it for one that was left
        }
        return FolderToBe(name, std::move(*lock));
    }
    FolderToBe(FolderToBe &&other) noexcept
        : path_(std::exchange(other.path_, {})), outside_(std::move(other.outside_)), lock_(std::move(other.lock_)) {}
    FolderToBe &operator=(FolderToBe &&) = delete;
    ~FolderToBe() {
        if (!path_.empty()) {
            std::error_code ignored;
            std::filesystem::remove_all(path_, ignored);
            std::filesystem::remove(outside_, ignored);
        }
    }
    void keepsOutside(std::filesystem::path file) { outside_ = std::move(file); }
    [[nodiscard]] const std::filesystem::path &path() const { return path_; }
    [[nodiscard]] Result<void> become(const std::filesystem::path &wanted) {
        if (::rename(path_.c_str(), wanted.c_str()) != 0) {
            return fail(errno == ENOTEMPTY || errno == EEXIST ? ErrorCode::NotEmpty : ErrorCode::FileUnwritable,
                        wanted);
        }
        path_.clear();
        return {};
    }

private:
    FolderToBe(std::filesystem::path path, FolderLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}

    static void removeLeft(const std::filesystem::path &parent) {
        std::error_code ignored;
        std::vector<std::filesystem::path> left;
        for (const auto &entry : std::filesystem::directory_iterator(parent, ignored)) {
            if (entry.path().filename().string().starts_with(kToBe)) {
                left.push_back(entry.path());
            }
        }
        for (const auto &folder : left) {
            if (const auto nobodys = FolderLock::take(folder)) {
                std::filesystem::remove_all(folder, ignored);
            }
        }
    }

    std::filesystem::path path_;
    std::filesystem::path outside_;
    FolderLock lock_;
};

Result<void> startRegister(storage::Store &store, Machine &machine, const std::string &admin) {
    const storage::StoreIdentity &identity = store.identity();
    storage::Seed seed{};
    // Keys come from the system's generator, whatever the machine's randomness is, but in a demo store.
    if (identity.kind == storage::StoreKind::Live) {
        SystemRandom().fill(seed);
    } else {
        machine.random.fill(seed);
    }
    return storage::inTransaction(store.database(), [&]() -> Result<void> {
        GUICHET_TRY(storage::Register::start(store.database(), machine.clock, machine.random,
                                             storage::headFilePath(identity.id), identity.agency, identity.station,
                                             admin, seed));
        const std::pair<std::string, std::string> code{"agency-code", identity.agency};
        return store.settings().set(std::span(&code, 1), machine.clock.now());
    });
}

} // namespace

struct PreparedCounter::State {
    Machine &machine;
    NewCounter wanted;
    FolderToBe folder;
    OpenedCounter opened; ///< without its session and key
};

PreparedCounter::PreparedCounter(std::unique_ptr<State> state) : state_(std::move(state)) {}
PreparedCounter::PreparedCounter(PreparedCounter &&) noexcept = default;
PreparedCounter &PreparedCounter::operator=(PreparedCounter &&) noexcept = default;
PreparedCounter::~PreparedCounter() = default;

Result<PreparedCounter> PreparedCounter::make(Machine &machine, const NewCounter &wanted, const FillStore &fill) {
    GUICHET_ASSIGN(const std::string station, storage::parseStationCode(wanted.station));
    GUICHET_ASSIGN(FolderToBe folder, FolderToBe::beside(wanted.folder));
    OpenedCounter opened;
    opened.pinDrawn = !wanted.pin;
    opened.pin = wanted.pin ? *wanted.pin : storage::drawPin();
    const auto make = [&]() -> Result<void> {
        const storage::AgentInfo admin{wanted.admin, wanted.adminName.empty() ? wanted.admin : wanted.adminName,
                                       storage::Role::Admin};
        GUICHET_ASSIGN(storage::Store::Created created, storage::Store::create({.folder = folder.path(),
                                                                                .kind = wanted.kind,
                                                                                .agency = wanted.agency,
                                                                                .station = station,
                                                                                .admin = admin,
                                                                                .adminPin = opened.pin,
                                                                                .pinCost = {},
                                                                                .machineKey = {}},
                                                                               machine.clock, machine.random));
        opened.recoveryCode = created.recoveryCode;
        folder.keepsOutside(storage::headFilePath(created.store.identity().id));
        GUICHET_TRY(startRegister(created.store, machine, created.store.signedIn()->code));
        GUICHET_ASSIGN(const std::unique_ptr<Session> session, Session::of(machine, std::move(created.store)));
        GUICHET_TRY(beginNews(session->desk(), session->desk().agent));
        return fill ? fill(*session) : Result<void>();
    };
    if (const Result<void> made = make(); !made) {
        Error error = made.error(); // the folder that is meant, not the one that is gone again
        error.detail = replaceAll(error.detail, folder.path().string(), wanted.folder.string());
        return fail(std::move(error));
    }
    return PreparedCounter(std::make_unique<State>(State{machine, wanted, std::move(folder), std::move(opened)}));
}

const std::string &PreparedCounter::recoveryCode() const { return state_->opened.recoveryCode; }

Result<void> PreparedCounter::tryRecoveryCode(std::string_view typed) const {
    const SystemClock delays;
    GUICHET_TRY(storage::Store::openWithRecovery(state_->folder.path(), typed, delays));
    return {};
}

Result<OpenedCounter> PreparedCounter::open() {
    GUICHET_TRY(state_->folder.become(state_->wanted.folder));
    OpenedCounter opened = std::move(state_->opened);
    GUICHET_ASSIGN(opened.session,
                   Session::open(state_->machine, state_->wanted.folder, state_->wanted.admin, opened.pin));
    opened.key = opened.session->desk().entries.key().verifier().text();
    return opened;
}

Result<OpenedCounter> openCounter(Machine &machine, const NewCounter &wanted, const FillStore &fill) {
    GUICHET_ASSIGN(PreparedCounter prepared, PreparedCounter::make(machine, wanted, fill));
    return prepared.open();
}

Result<Bytes> recoverySheet(const Desk &desk, const std::string &recoveryCode, const std::string &key) {
    using namespace printing;
    const Instant now = desk.machine.clock.now();
    const storage::StoreIdentity &identity = desk.store.identity();
    Paper paper;
    paper.title = "Feuille de secours";
    paper.language = "fr";
    paper.templateName = "recovery-sheet";
    paper.templateEdition = "2026-11";
    paper.created = formatInstant(now);
    paper.author = identity.agency;
    paper.footer.left = identity.agency + " / " + identity.station;
    constexpr double kFieldHeightMm = 10;
    const CivilDate day = desk.calendar.dayOf(now);
    const std::string date = papers::longDate(Texts(desk.machine.catalogue, "fr", day), day);
    paper.footer.centre = date;
    Paragraph code;
    code.runs = {Run{.text = recoveryCode, .bold = true, .monospace = true}};
    code.kind = Paragraph::Kind::Lead;
    Paragraph registerKey;
    registerKey.runs = {Run{.text = key, .monospace = true}};
    registerKey.kind = Paragraph::Kind::Small;
    paper.blocks = {
        text("Ce code ouvre les données de ce guichet quand plus aucun administrateur ne peut entrer. Il n’est gardé "
             "nulle part ailleurs : le perdre, avec tous les codes personnels, c’est perdre les données."),
        Block{Box{plain("Code de secours"), {Block{std::move(code)}}}},
        Block{Facts{{fact("Agence", identity.agency), fact("Poste", identity.station), fact("Fait le", date)}}},
        text("Clé publique du registre, qui sert à vérifier les reçus :"),
        Block{std::move(registerKey)},
        heading(2, "Que faire de cette feuille"),
        Block{List{.marker = List::Marker::Decimal,
                   .start = 1,
                   .items = {{text("L’imprimer une fois, puis effacer le fichier.")},
                             {text("La mettre sous enveloppe fermée, au coffre, loin de la machine.")},
                             {text("Noter ci-dessous qui l’a mise au coffre, et quand.")}}}},
        heading(2, "Pour s’en servir"),
        text(Runs{Run{.text = "guichet agent reset-pin CODE --recovery-file FICHIER", .monospace = true}}),
        text("Le fichier contient le code ci-dessus, sur une ligne."),
        Block{Space{kFieldHeightMm}},
        Block{SignatureFrame{.caption = plain("Mise au coffre par, le")}},
    };
    Engine engine;
    GUICHET_ASSIGN(const LaidOutPaper pages, engine.layOut(paper, Layout::Standard));
    return renderPdf(pages);
}

Result<std::string> resetPinByRecovery(Machine &machine, const std::filesystem::path &folder,
                                       std::string_view recoveryCode, std::string_view agent,
                                       const std::optional<std::string> &pin) {
    const SystemClock delays;
    GUICHET_ASSIGN(storage::Store store, storage::Store::openWithRecovery(folder, recoveryCode, delays));
    std::string chosen = pin ? *pin : storage::drawPin();
    GUICHET_TRY(store.resetPin(agent, chosen));
    GUICHET_ASSIGN(const std::unique_ptr<Session> session, Session::of(machine, std::move(store)));
    session->desk().agent = agent; // nobody is signed in: the entry names whose PIN it is
    GUICHET_TRY(journalAlone(
        session->desk(),
        {.kind = "agent.pin-recovered", .person = {}, .by = {}, .details = {{"agent", std::string(agent)}}}));
    return chosen;
}

} // namespace guichet::kiosk
