-- The unit under its dated names, committee terms, departments (khoa, phòng) and union groups (tổ công đoàn).
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  setup_done INTEGER NOT NULL DEFAULT 0 CHECK (setup_done IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
INSERT INTO unit (id, uid, created_at) VALUES (1, lower(hex(randomblob(16))), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));

CREATE TABLE unit_profile (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  upper_name TEXT,
  upper_level TEXT CHECK (upper_level IN ('province', 'sector', 'commune', 'other')),
  employer TEXT,
  place TEXT,
  staff_count INTEGER CHECK (staff_count >= 0),
  valid_from TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  chair_name TEXT NOT NULL,
  chair_title TEXT NOT NULL,
  on_behalf_of TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- import_hidden names imports whose rows must not be seen: being written, or taken back.
CREATE TABLE import_hidden (import_id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('writing', 'undone'))) STRICT;

CREATE TABLE org_unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('department', 'group')),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  short_name TEXT,
  department_id INTEGER REFERENCES org_unit (id),
  leader_name TEXT,
  opened_on TEXT,
  closed_on TEXT,
  import_id INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX org_unit_by_name ON org_unit (unit_id, kind, name_key);

-- Former names with the last day they held, so that old papers and past days keep them.
CREATE TABLE org_unit_name (
  id INTEGER PRIMARY KEY,
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  name TEXT NOT NULL,
  valid_until TEXT NOT NULL
) STRICT;

CREATE VIEW org_unit_live AS
  SELECT * FROM org_unit
  WHERE deleted_at IS NULL AND (import_id IS NULL OR import_id NOT IN (SELECT import_id FROM import_hidden));
