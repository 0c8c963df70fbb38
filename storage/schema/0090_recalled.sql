-- SPDX-License-Identifier: GPL-3.0-or-later
-- A paper whose visit has ended before it came out: it is taken back from the printer, at once or as soon as that can be
-- done, so that it does not come out in front of the next person.

ALTER TABLE job ADD COLUMN recalled INTEGER NOT NULL DEFAULT 0 CHECK (recalled IN (0, 1));
