-- The office's own layouts of certificates (mẫu trình bày). Every saved version stays; a draft is what was not saved.
CREATE TABLE certificate_design (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  -- JSON list of whom it is for: individual, collective, household.
  kinds TEXT NOT NULL CHECK (json_valid(kinds)),
  -- The version in use.
  current INTEGER NOT NULL CHECK (current >= 1),
  draft TEXT CHECK (draft IS NULL OR json_valid(draft)),
  draft_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((draft IS NULL) = (draft_at IS NULL))
) STRICT;

CREATE TABLE certificate_design_version (
  design_id INTEGER NOT NULL REFERENCES certificate_design (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  layout TEXT NOT NULL CHECK (json_valid(layout)),
  -- SHA-256 of the layout's text.
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  note TEXT,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (design_id, number)
) STRICT, WITHOUT ROWID;

-- Pictures that layouts show, by the SHA-256 of their bytes.
CREATE TABLE certificate_picture (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 2097152),
  created_at TEXT NOT NULL
) STRICT;

-- Words and prices of breaking lines; without a row the shipped ones hold.
CREATE TABLE certificate_words (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A printed paper names the layout and its version.
ALTER TABLE certificate_print ADD COLUMN layout_id TEXT;
ALTER TABLE certificate_print ADD COLUMN layout_name TEXT;
ALTER TABLE certificate_print ADD COLUMN layout_version INTEGER;
