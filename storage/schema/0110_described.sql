-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents that don't say themselves whose they are: what came beside them is kept, to be read with them again. Such a
-- document may be the same for several people (a leaflet that goes with each letter), so its bytes are one person's once,
-- and no longer one store's.

CREATE TABLE record_again (
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
    source_sha256  BLOB    NOT NULL CHECK (length(source_sha256) = 32),
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
    keep_until     INTEGER, -- NULL: until the end of the visit
    UNIQUE (source_sha256, person)
) STRICT;
INSERT INTO record_again (row, id, person, category, code, code_system, title, date, author, organisation, media_type,
    source_sha256, size_bytes, set_id, version, visibility, state, doubtful, warnings, pages, station, imported_at,
    keep_until)
SELECT row, id, person, category, code, code_system, title, date, author, organisation, media_type,
    source_sha256, size_bytes, set_id, version, visibility, state, doubtful, warnings, pages, station, imported_at,
    keep_until FROM record;
DROP TABLE record;
ALTER TABLE record_again RENAME TO record;
CREATE INDEX record_person ON record (person, set_id);
CREATE INDEX record_keep ON record (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE record_description (
    record  INTEGER PRIMARY KEY REFERENCES record (row) ON DELETE CASCADE,
    text    BLOB    NOT NULL CHECK (length(text) > 0) -- as it came
) STRICT;
