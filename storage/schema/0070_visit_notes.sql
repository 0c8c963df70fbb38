-- SPDX-License-Identifier: GPL-3.0-or-later
-- The note of a visit that goes on held its id alone; now it says where the visit stands, so that it can be gone on with.

UPDATE draft
SET content = json_object('visit', json_extract(content, '$'),
                          'presence', json('{"by":"self","mandate":false,"name":"","seen":"none"}'),
                          'language', 'fr',
                          'place', json('{}'))
WHERE kind = 'visit';
