-- SPDX-License-Identifier: GPL-3.0-or-later
-- What concerns the agents alone: their calls for a colleague, and what they have read about the program.

-- Somebody at a window on this store asks for a colleague; whoever comes says so at theirs.
CREATE TABLE colleague_call (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 26),
    agent       TEXT    NOT NULL CHECK (agent <> ''),
    at          INTEGER NOT NULL,
    answered_by TEXT    NOT NULL DEFAULT '',
    answered_at INTEGER,
    CHECK ((answered_by = '') = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX colleague_call_at ON colleague_call (at);

-- The last version whose changes an agent has read.
CREATE TABLE news_read (
    agent   TEXT    PRIMARY KEY CHECK (agent <> ''),
    version TEXT    NOT NULL CHECK (version <> ''),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
