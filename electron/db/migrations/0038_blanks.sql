-- Pre-printed blanks (phôi): their size, the scan shown under the text on screen, what stands on them already.
CREATE TABLE certificate_blank (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Millimetres.
  w REAL NOT NULL CHECK (w BETWEEN 50 AND 1200),
  h REAL NOT NULL CHECK (h BETWEEN 50 AND 1200),
  scan TEXT REFERENCES certificate_scan (hash),
  -- Where the whole picture lies on the sheet, in millimetres, and by how many degrees it is turned.
  place TEXT NOT NULL CHECK (json_valid(place)),
  -- JSON list of the items of layouts that stand on it already.
  off TEXT NOT NULL CHECK (json_valid(off)),
  -- JSON list of the layouts it is for; empty: any.
  layouts TEXT NOT NULL CHECK (json_valid(layouts)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- Scans and photos of blanks, by the SHA-256 of their bytes; on screen only.
CREATE TABLE certificate_scan (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 12582912),
  created_at TEXT NOT NULL
) STRICT;

-- An adjustment belongs to a printer, its tray and a blank.
ALTER TABLE certificate_printer ADD COLUMN printer TEXT;
ALTER TABLE certificate_printer ADD COLUMN tray TEXT;
ALTER TABLE certificate_printer ADD COLUMN blank_id INTEGER REFERENCES certificate_blank (id);

ALTER TABLE certificate_run ADD COLUMN blank_id INTEGER REFERENCES certificate_blank (id);
