-- SPDX-License-Identifier: GPL-3.0-or-later
-- Papers on their way to somebody's hand, and what is prepared and not yet signed.

CREATE TABLE job (
    row         INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE CHECK (length(id) = 26),
    what        TEXT    NOT NULL CHECK (what <> ''),
    printer     TEXT    NOT NULL,
    pages       INTEGER NOT NULL CHECK (pages > 0),
    copies      INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
    cups_id     INTEGER,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'held', 'printing', 'stopped', 'completed', 'cancelled',
                                                  'failed', 'unknown')),
    paper       TEXT    NOT NULL CHECK (paper IN ('unsent', 'sent', 'came-out', 'in-hand', 'lost', 'unknown')),
    reasons     TEXT    NOT NULL, -- IPP keywords separated by spaces
    visit       TEXT    NOT NULL,
    person      INTEGER REFERENCES person (row) ON DELETE CASCADE,
    reference   TEXT    NOT NULL,
    agent       TEXT    NOT NULL,
    sheets      INTEGER CHECK (sheets > 0),
    pdf         BLOB, -- NULL once it is in hand
    station     TEXT    NOT NULL CHECK (length(station) = 2),
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    CHECK (paper <> 'in-hand' OR (sheets IS NOT NULL AND pdf IS NULL))
) STRICT;
CREATE INDEX job_visit ON job (visit) WHERE visit <> '';
CREATE INDEX job_person ON job (person) WHERE person IS NOT NULL;
CREATE INDEX job_open ON job (changed_at) WHERE paper NOT IN ('in-hand', 'lost');

CREATE TABLE draft (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 26),
    kind        TEXT    NOT NULL CHECK (kind <> ''),
    person      INTEGER REFERENCES person (row) ON DELETE CASCADE,
    content     TEXT    NOT NULL CHECK (json_valid(content)),
    agent       TEXT    NOT NULL,
    station     TEXT    NOT NULL CHECK (length(station) = 2),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_kind ON draft (kind, expires_at);
CREATE INDEX draft_person ON draft (person) WHERE person IS NOT NULL;
