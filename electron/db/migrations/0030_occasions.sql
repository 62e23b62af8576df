-- The unit's own occasions of the year (ngày lễ, kỷ niệm), solar or lunar, and the built-in ones it does not keep.
CREATE TABLE occasion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  calendar TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  -- days it lasts
  lasts INTEGER NOT NULL DEFAULT 1 CHECK (lasts BETWEEN 1 AND 31),
  -- kind of the event made for it; null for any
  event_kind TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (calendar = 'solar' OR day <= 30)
) STRICT;

CREATE TABLE occasion_hidden (code TEXT PRIMARY KEY CHECK (code <> '')) STRICT, WITHOUT ROWID;
