-- Sensitive fields switched on with a purpose, and the unit's own extra fields.
ALTER TABLE member ADD COLUMN union_join_place TEXT;
ALTER TABLE member ADD COLUMN union_join_decision TEXT;
ALTER TABLE member ADD COLUMN card_date TEXT;
ALTER TABLE member ADD COLUMN card_status TEXT CHECK (card_status IN ('new', 'changed', 'lost'));
ALTER TABLE member ADD COLUMN dues_base INTEGER CHECK (dues_base >= 0);
ALTER TABLE member ADD COLUMN bank_account TEXT;
ALTER TABLE member ADD COLUMN health_note TEXT;
ALTER TABLE member ADD COLUMN hardship TEXT CHECK (hardship IN ('none', 'hard', 'very_hard'));
ALTER TABLE member ADD COLUMN hardship_note TEXT;

-- Each switching on or off of a group of sensitive fields; the last row of a group is in force.
CREATE TABLE sensitive_use (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  field_group TEXT NOT NULL CHECK (field_group IN ('ethnicity', 'religion', 'party', 'health', 'hardship', 'money')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  purpose TEXT CHECK (enabled = 0 OR purpose <> ''),
  on_date TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX sensitive_use_group ON sensitive_use (field_group, id);

-- The picture for the card (2 x 3 cm); a replaced one goes to the trash.
CREATE TABLE member_photo (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX member_photo_live ON member_photo (member_id) WHERE deleted_at IS NULL;
CREATE INDEX member_photo_member ON member_photo (member_id);

-- Fields the unit adds itself.
CREATE TABLE extra_field (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  label TEXT NOT NULL CHECK (label <> ''),
  label_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
  choices_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices_json)),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX extra_field_label ON extra_field (label_key) WHERE deleted_at IS NULL;

-- value: as shown, dates ISO partial; folded: without tones and case, for search and sorting; number: of numbers only.
CREATE TABLE extra_value (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  field_id INTEGER NOT NULL REFERENCES extra_field (id),
  value TEXT NOT NULL CHECK (value <> ''),
  number REAL,
  folded TEXT NOT NULL,
  UNIQUE (member_id, field_id)
) STRICT;
CREATE INDEX extra_value_key ON extra_value (field_id, folded, member_id);
CREATE INDEX extra_value_number ON extra_value (field_id, number, member_id) WHERE number IS NOT NULL;

-- Words of the values, found by the register's search.
CREATE VIRTUAL TABLE extra_search USING fts5 (
  folded, content = 'extra_value', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);
CREATE TRIGGER extra_value_added AFTER INSERT ON extra_value BEGIN
  INSERT INTO extra_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER extra_value_removed AFTER DELETE ON extra_value BEGIN
  INSERT INTO extra_search (extra_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER extra_value_changed AFTER UPDATE ON extra_value BEGIN
  INSERT INTO extra_search (extra_search, rowid, folded) VALUES ('delete', old.id, old.folded);
  INSERT INTO extra_search (rowid, folded) VALUES (new.id, new.folded);
END;
