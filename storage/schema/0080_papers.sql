-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the screens call a paper, beside its neutral title at the printer; and what it is for: to be handed over, to be
-- signed, or signed and kept by the agency.

ALTER TABLE job ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN purpose TEXT NOT NULL DEFAULT 'hand' CHECK (purpose IN ('hand', 'sign', 'kept'));
