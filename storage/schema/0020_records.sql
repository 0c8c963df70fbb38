-- SPDX-License-Identifier: GPL-3.0-or-later
-- Records: the header that lists need, and the document's own bytes apart, so that a list never reads them.

CREATE TABLE record (
    row            INTEGER PRIMARY KEY,
    id             TEXT    NOT NULL UNIQUE CHECK (length(id) = 26),
    person         INTEGER NOT NULL REFERENCES person (row) ON DELETE CASCADE,
    category       TEXT    NOT NULL
                   CHECK (category IN ('prescription', 'certificate', 'result', 'hospital', 'reimbursement', 'other')),
    code           TEXT    NOT NULL,
    code_system    TEXT    NOT NULL,
    title          TEXT    NOT NULL,
    date           TEXT    NOT NULL,
    author         TEXT    NOT NULL,
    organisation   TEXT    NOT NULL,
    media_type     TEXT    NOT NULL,
    source_sha256  BLOB    NOT NULL UNIQUE CHECK (length(source_sha256) = 32),
    size_bytes     INTEGER NOT NULL CHECK (size_bytes >= 0),
    set_id         TEXT    NOT NULL,
    version        INTEGER,
    visibility     INTEGER NOT NULL CHECK (visibility BETWEEN 0 AND 7), -- 1 person, 2 representatives, 4 professionals
    state          TEXT    NOT NULL CHECK (state IN ('current', 'superseded', 'same-version')),
    doubtful       INTEGER NOT NULL CHECK (doubtful IN (0, 1)),
    warnings       TEXT    NOT NULL, -- names separated by spaces
    pages          INTEGER CHECK (pages > 0),
    station        TEXT    NOT NULL CHECK (length(station) = 2),
    imported_at    INTEGER NOT NULL,
    keep_until     INTEGER -- NULL: until the end of the visit
) STRICT;
CREATE INDEX record_person ON record (person, set_id);
CREATE INDEX record_keep ON record (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE record_bytes (
    record  INTEGER PRIMARY KEY REFERENCES record (row) ON DELETE CASCADE,
    zstd    BLOB    NOT NULL
) STRICT;
