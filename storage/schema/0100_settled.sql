-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a paper that nobody took along was dealt with all the same: it was posted, or the person left with a receipt
-- written by hand, whose printed number is noted.

ALTER TABLE job ADD COLUMN settled TEXT NOT NULL DEFAULT '' CHECK (settled IN ('', 'posted', 'replaced'));
ALTER TABLE job ADD COLUMN replaced_by TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX job_replaced_by ON job (replaced_by) WHERE replaced_by <> '';
