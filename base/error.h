// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace guichet {

/// Everything that can be foreseen to go wrong. Each has one row in the table of error.cpp (name, exit status,
/// sentences), which also makes docs/errors.md. Add a row with the value; a test compares the two.
enum class ErrorCode {
    // The command line and values in it (exit status 2)
    Usage,
    UnknownCommand,
    UnknownOption,
    MissingOption,
    BadValue,
    BadRow,
    BadConfig,
    BadDate,
    UnknownSetting,
    NotADemoStore,
    NirLength,
    NirFormat,
    NirKey,
    NameAlone,
    NameTooLong,
    NoSearch,
    BadReference,
    FutureDate,
    UnknownScope,
    ScopeNotAvailable,
    ScopeDetail,
    UnknownForm,
    UnknownField,
    MissingField,
    UnknownPiece,
    FieldNotAPiece,
    CatalogueMistake,
    // Who acts (exit status 3)
    WhoActs,
    WrongPin,
    TooSoon,
    LockedOut,
    AgentDisabled,
    NotAllowed,
    NotForThem,
    IdentityNotShown,
    // Nobody, nothing (exit status 4)
    Nobody,
    Nothing,
    NothingWaits,
    // Could not be done (exit status 1)
    NoStore,
    StoreExists,
    NotEmpty,
    StoreNewer,
    StoreDamaged,
    NotEncrypted,
    MachineKeyMissing,
    Busy,
    RolledBack,
    Fork,
    DiskFull,
    FileNotFound,
    FileUnreadable,
    FileUnwritable,
    FolderMissing,
    MentionMissing,
    NotPrintable,
    WrongState,
    AlreadyDone,
    AgentExists,
    PersonExists,
    PaperNumberUsed,
    PrinterUnknown,
    PrinterRefused,
    PrinterUnreachable,
    PrinterReplaced,
    NoPrinter,
    ReaderFailed,
    ReaderMissing,
    NoDisplay,
    VerifyFailed,
    BadRecoveryCode,
    NoAddressee,
    TextMissing,
    Interrupted,
    StoppedUndone,
    Unexpected,
    // Some of it (exit status 5)
    PartlyDone,
    // What the reader says of one incoming file (CONTRACT, "reason"); each fails that file alone
    NotXml,
    NotCda,
    TooLarge,
    TooDeep,
    NoPerson,
    LiveIdentityInDemo,
    TestIdentityInLive,
    UnsupportedMedia,
    Unreadable,
    BadArchive,
    HashMismatch,
    Encrypted,
};

/// What went wrong, for a person and for a script.
struct Error {
    ErrorCode code;
    /// Fills `{}` in the sentence: the file, field, setting or value that is at fault. May be empty. Never a name.
    std::string detail;
    /// More for the one who looks into it (a library's own words); shown after the sentence, may be empty.
    std::string context;

    bool operator==(const Error &) const = default;
};

/// One row of the table.
struct ErrorText {
    ErrorCode code;
    std::string_view name; ///< kebab-case, as in JSON and docs/errors.md; NothingWaits has that of Nothing,
                           ///< StoppedUndone that of Interrupted
    int exitStatus;        ///< 1 to 5, CONTRACT section 1
    std::string_view fr;   ///< what happened and what to do; `{}` takes the detail
    std::string_view en;
};

/// The whole table, in the order of ErrorCode.
[[nodiscard]] std::span<const ErrorText> errorTexts();

[[nodiscard]] std::string_view errorName(ErrorCode code);
[[nodiscard]] int exitStatus(ErrorCode code);

/// The sentence for people in `language` ("fr", "en"; anything else is French), the detail put in.
[[nodiscard]] std::string errorMessage(const Error &error, std::string_view language = "fr");

} // namespace guichet
