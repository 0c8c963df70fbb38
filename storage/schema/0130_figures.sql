-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is counted, of nobody: what happened here each day, and what the agency's reports say of its other ways in.

CREATE TABLE tally (
    day   TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    what  TEXT    NOT NULL CHECK (what <> ''),
    name  TEXT    NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (day, what, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_figure (
    row     INTEGER PRIMARY KEY,
    channel TEXT    NOT NULL CHECK (channel IN ('post', 'telephone', 'online')),
    month   TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'), -- of the deposit
    kind    TEXT    NOT NULL CHECK (kind <> ''),
    days    INTEGER CHECK (days BETWEEN 0 AND 3650), -- NULL: no decision
    outcome TEXT    NOT NULL CHECK (outcome IN ('in-time', 'late', 'silence', 'missing-pieces', 'never', 'waiting',
                                                'withdrawn')),
    count   INTEGER NOT NULL CHECK (count > 0)
) STRICT;
CREATE INDEX channel_figure_month ON channel_figure (month, channel);
