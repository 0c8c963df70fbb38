-- SPDX-License-Identifier: GPL-3.0-or-later
-- Opt-outs and requests: projections of the register's entries, rebuilt from its payloads. They go with the payload of
-- the entry that made them.

CREATE TABLE act_signing (
    receipt TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('optout', 'request')),
    person TEXT NOT NULL,
    by_who TEXT NOT NULL CHECK (by_who IN ('self', 'parent', 'guardian', 'assistance', 'proxy', 'mandate', 'heir',
                                           'bearer', 'helper')),
    by_name TEXT NOT NULL,
    identity_seen TEXT NOT NULL CHECK (identity_seen IN ('id-card', 'passport', 'residence-permit', 'driving-licence',
                                                         'vitale', 'other', 'none')),
    vitale_serial TEXT NOT NULL,
    signed_how TEXT NOT NULL CHECK (signed_how IN ('signature', 'mark', 'oral')),
    received TEXT NOT NULL CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    deposited TEXT CHECK (deposited GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    paper_number TEXT,
    number TEXT NOT NULL,
    initials TEXT NOT NULL,
    edition TEXT NOT NULL,
    more TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL, -- ms since 1970, as the leaf says
    log INTEGER NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (log, position),
    FOREIGN KEY (log, position) REFERENCES register_payload (log, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX act_signing_person ON act_signing (person);
CREATE UNIQUE INDEX act_signing_paper ON act_signing (paper_number) WHERE paper_number IS NOT NULL;

CREATE TABLE act_slip (
    slip TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    agent TEXT NOT NULL,
    log INTEGER NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (log, position),
    FOREIGN KEY (log, position) REFERENCES register_payload (log, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE act_slip_line (
    slip TEXT NOT NULL REFERENCES act_slip (slip) ON DELETE CASCADE,
    line INTEGER NOT NULL CHECK (line > 0),
    reference TEXT NOT NULL, -- stays when the act is gone: the lines keep their numbers
    PRIMARY KEY (slip, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
    reference TEXT NOT NULL PRIMARY KEY,
    receipt TEXT NOT NULL REFERENCES act_signing (receipt) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place > 0), -- in the signing
    subject TEXT NOT NULL,                    -- scope or form
    status TEXT NOT NULL CHECK (status IN ('recorded', 'sent', 'confirmed', 'refused', 'withdrawn', 'incomplete', 'filed',
                                           'forwarded', 'decided-yes', 'decided-no', 'deemed')),
    detail TEXT NOT NULL,
    answers TEXT NOT NULL,
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    slip TEXT REFERENCES act_slip (slip) ON DELETE SET NULL,
    complete_by TEXT CHECK (complete_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    deemed_rule TEXT,
    deemed_means TEXT CHECK (deemed_means IN ('acceptance', 'refusal', 'none')),
    deemed_on TEXT CHECK (deemed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    UNIQUE (receipt, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_status ON act (status);
CREATE INDEX act_slip_of ON act (slip) WHERE slip IS NOT NULL;

CREATE TABLE act_piece (
    reference TEXT NOT NULL REFERENCES act (reference) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place > 0),
    piece TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    PRIMARY KEY (reference, place),
    UNIQUE (reference, piece)
) STRICT, WITHOUT ROWID;

CREATE TABLE act_step (
    reference TEXT NOT NULL REFERENCES act (reference) ON DELETE CASCADE,
    log INTEGER NOT NULL,
    position INTEGER NOT NULL, -- the order of the steps is that of their entries
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    means TEXT NOT NULL,
    evidence TEXT NOT NULL,
    on_day TEXT CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    agent TEXT NOT NULL,
    PRIMARY KEY (reference, log, position),
    FOREIGN KEY (log, position) REFERENCES register_payload (log, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX act_step_entry ON act_step (log, position);
