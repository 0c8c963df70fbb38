-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the store is, its settings, and its people.

CREATE TABLE store (
    only        INTEGER PRIMARY KEY CHECK (only = 1),
    id          TEXT    NOT NULL CHECK (length(id) = 26),
    kind        TEXT    NOT NULL CHECK (kind IN ('live', 'demo')),
    agency      TEXT    NOT NULL CHECK (agency <> ''),
    station     TEXT    NOT NULL CHECK (length(station) = 2),
    created_at  INTEGER NOT NULL,
    -- The pair that what comes in with nobody signed in is sealed to (X25519).
    inbox_public_key  BLOB NOT NULL CHECK (length(inbox_public_key) = 32),
    inbox_private_key BLOB NOT NULL CHECK (length(inbox_private_key) = 32)
) STRICT;

CREATE TABLE setting (
    key         TEXT    PRIMARY KEY CHECK (key <> ''),
    value       TEXT    NOT NULL CHECK (value <> ''),
    changed_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Dates of birth are numbers, YYYYMMDD, with 00 for a part that is not known, and 0 for a date that is not known.
CREATE TABLE person (
    row              INTEGER PRIMARY KEY,
    id               TEXT    NOT NULL UNIQUE CHECK (length(id) = 26),
    birth_name       TEXT    NOT NULL CHECK (birth_name <> ''),
    used_name        TEXT    NOT NULL,
    given_names      TEXT    NOT NULL,
    born             INTEGER NOT NULL CHECK (born = 0 OR born BETWEEN 18000000 AND 21991231),
    sex              TEXT    NOT NULL CHECK (sex IN ('F', 'M', 'U')),
    birth_place      TEXT    NOT NULL,
    birth_place_code TEXT    NOT NULL,
    nir              TEXT    NOT NULL, -- as it is shown, with its key; '' without a number
    ins_root         TEXT    NOT NULL CHECK ((nir = '') = (ins_root = '')),
    address          TEXT    NOT NULL,
    language         TEXT    NOT NULL,
    physician        TEXT    NOT NULL,
    scheme           TEXT    NOT NULL,
    rank             INTEGER CHECK (rank BETWEEN 1 AND 19),
    phone            TEXT    NOT NULL,
    email            TEXT    NOT NULL,
    -- Shares a number with somebody else, and no supervisor has decided: there is an open doubt about them.
    doubtful         INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1)),
    station          TEXT    NOT NULL CHECK (length(station) = 2),
    added_at         INTEGER NOT NULL,
    changed_at       INTEGER NOT NULL
) STRICT;

-- Every number under which somebody is known: an INS by its 13 characters and without its root, which may change (a NIA
-- becomes the NIR); a sender's number as it came.
CREATE TABLE person_number (
    ins     INTEGER NOT NULL CHECK (ins IN (0, 1)),
    number  TEXT    NOT NULL CHECK (number <> ''),
    root    TEXT    NOT NULL CHECK (ins = 0 OR root = ''),
    person  INTEGER NOT NULL REFERENCES person (row) ON DELETE CASCADE,
    PRIMARY KEY (ins, number, root, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_number_person ON person_number (person);

-- The first three letters of each name, beside the date of birth: what a search at the desk may ask for. A date that
-- is known in part is negative, so that the few there are stand together. It is an index made by hand, so it refers to
-- nothing: a reference would need an index of its own, as large again.
CREATE TABLE person_key (
    born    INTEGER NOT NULL,
    letters TEXT    NOT NULL,
    person  INTEGER NOT NULL,
    PRIMARY KEY (born, letters, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_preference (
    person     INTEGER NOT NULL REFERENCES person (row) ON DELETE CASCADE,
    means      TEXT    NOT NULL
               CHECK (means IN ('post', 'other-address', 'collect', 'telephone', 'email', 'nothing-at-home')),
    detail     TEXT    NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (person, means)
) STRICT, WITHOUT ROWID;

-- One number that two people share, until a supervisor has decided who is who.
CREATE TABLE doubt (
    id         TEXT    PRIMARY KEY CHECK (length(id) = 26),
    person     INTEGER NOT NULL REFERENCES person (row) ON DELETE CASCADE,
    other      INTEGER NOT NULL REFERENCES person (row) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    decided_at INTEGER,
    decision   TEXT    CHECK (decision IN ('same', 'different')),
    CHECK (person <> other),
    CHECK ((decided_at IS NULL) = (decision IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX doubt_person ON doubt (person);
CREATE INDEX doubt_other ON doubt (other);
