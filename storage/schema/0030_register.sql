-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register: logs (one for each epoch of this station), their leaves and tree nodes, and the payloads beside them.

CREATE TABLE register_log (
    log INTEGER PRIMARY KEY CHECK (log > 0), -- the highest is written to
    origin TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL,
    station TEXT NOT NULL CHECK (length(station) = 2),
    epoch INTEGER NOT NULL CHECK (epoch > 0),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    seed BLOB NOT NULL CHECK (length(seed) = 32) -- the private key; the database is encrypted
) STRICT;

CREATE TABLE register_leaf (
    log INTEGER NOT NULL REFERENCES register_log (log),
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes TEXT NOT NULL,
    PRIMARY KEY (log, position)
) STRICT, WITHOUT ROWID;

-- Complete subtrees (RFC 9162 section 2.1); level 0 are the leaves' hashes.
CREATE TABLE register_node (
    log INTEGER NOT NULL REFERENCES register_log (log),
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 62),
    position INTEGER NOT NULL CHECK (position >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (log, level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE register_payload (
    log INTEGER NOT NULL,
    position INTEGER NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    core TEXT NOT NULL CHECK (length(CAST(core AS BLOB)) <= 400),
    details TEXT NOT NULL,
    person TEXT, -- whose it is
    keep_until TEXT CHECK (keep_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- the last day
    PRIMARY KEY (log, position),
    FOREIGN KEY (log, position) REFERENCES register_leaf (log, position)
) STRICT;
CREATE INDEX register_payload_person ON register_payload (person) WHERE person IS NOT NULL;
CREATE INDEX register_payload_keep ON register_payload (keep_until) WHERE keep_until IS NOT NULL;

-- Leaves hold a pseudonym drawn for each agent and month.
CREATE TABLE register_pseudonym (
    agent TEXT NOT NULL,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    pseudonym TEXT NOT NULL UNIQUE CHECK (length(pseudonym) = 8),
    PRIMARY KEY (agent, month)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER register_log_stays BEFORE UPDATE ON register_log
BEGIN SELECT raise(ABORT, 'a log is never changed'); END;
CREATE TRIGGER register_log_kept BEFORE DELETE ON register_log
BEGIN SELECT raise(ABORT, 'a log is never deleted'); END;
CREATE TRIGGER register_leaf_stays BEFORE UPDATE ON register_leaf
BEGIN SELECT raise(ABORT, 'a leaf is never changed'); END;
CREATE TRIGGER register_leaf_kept BEFORE DELETE ON register_leaf
BEGIN SELECT raise(ABORT, 'a leaf is never deleted'); END;
CREATE TRIGGER register_node_stays BEFORE UPDATE ON register_node
BEGIN SELECT raise(ABORT, 'a node is never changed'); END;
CREATE TRIGGER register_node_kept BEFORE DELETE ON register_node
BEGIN SELECT raise(ABORT, 'a node is never deleted'); END;
CREATE TRIGGER register_payload_stays BEFORE UPDATE OF log, position, salt, core, details, person ON register_payload
BEGIN SELECT raise(ABORT, 'a payload is kept or destroyed, never changed'); END;
