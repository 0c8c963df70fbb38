-- SPDX-License-Identifier: GPL-3.0-or-later
-- Several entries that are one person. What came in under an entry stays there: to say that two are one moves nothing,
-- and to say that they are not, after all, loses nothing.

-- The entry that speaks for the person; NULL: this one. Never one that has another itself.
ALTER TABLE person ADD COLUMN same_as INTEGER REFERENCES person (row);
CREATE INDEX person_same_as ON person (same_as) WHERE same_as IS NOT NULL;

-- Who has no number, or one that is not the last: who comes with a final one may be them.
CREATE INDEX person_awaiting ON person (born)
    WHERE nir = '' OR nir GLOB '[5-8]*' OR ins_root = '1.2.250.1.213.1.4.9';

-- Each entry that is the same person as the one called `of`, that one too.
CREATE VIEW same_person AS
    SELECT p.id AS of, m.row AS row, m.id AS id FROM person p JOIN person m ON m.row = coalesce(p.same_as, p.row)
    UNION ALL
    SELECT p.id, m.row, m.id FROM person p JOIN person m ON m.same_as = coalesce(p.same_as, p.row);

ALTER TABLE doubt ADD COLUMN why TEXT NOT NULL DEFAULT 'shared-number'
    CHECK (why IN ('shared-number', 'homonym', 'same-traits', 'new-number', 'other-traits', 'by-hand'));
UPDATE doubt SET why = 'homonym' WHERE person IN (SELECT row FROM person WHERE nir = '');
CREATE INDEX doubt_open ON doubt (at) WHERE decided_at IS NULL;

-- From now on a record is in doubt by itself, or as whoever it is of is.
UPDATE record SET doubtful = 0
WHERE doubtful = 1 AND person IN (SELECT row FROM person WHERE doubtful = 1)
    AND row NOT IN (SELECT record FROM record_description);
CREATE INDEX record_doubtful ON record (imported_at) WHERE doubtful = 1;
