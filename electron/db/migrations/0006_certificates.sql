-- Printing of certificates (giấy khen): chosen layouts, the unit's emblem, printer adjustments, what was printed.
CREATE TABLE certificate_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  national INTEGER NOT NULL DEFAULT 1 CHECK (national IN (0, 1)),
  code INTEGER NOT NULL DEFAULT 0 CHECK (code IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO certificate_setting (id) VALUES (1);

-- decision_id 0: the unit's own choice for every decision.
CREATE TABLE certificate_layout (
  decision_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('individual', 'collective', 'household')),
  layout_id TEXT NOT NULL CHECK (layout_id <> ''),
  PRIMARY KEY (decision_id, kind)
) STRICT, WITHOUT ROWID;

-- The picture in force is the one with current = 1; earlier ones stay for undo.
CREATE TABLE certificate_image (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL CHECK (field <> ''),
  name TEXT NOT NULL,
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 2097152),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX certificate_image_current ON certificate_image (field) WHERE current = 1;

-- p' = (dx, dy) + scale · p, millimetres; one for each printer, tray and blank.
CREATE TABLE certificate_printer (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  dx REAL NOT NULL CHECK (dx BETWEEN -50 AND 50),
  dy REAL NOT NULL CHECK (dy BETWEEN -50 AND 50),
  scale REAL NOT NULL CHECK (scale BETWEEN 0.9 AND 1.1),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- One row for each file made for printing, and the certificates in it.
CREATE TABLE certificate_run (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES award_decision (id),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('full', 'blank')),
  output TEXT NOT NULL CHECK (output IN ('one', 'each')),
  printer_id INTEGER REFERENCES certificate_printer (id),
  overflows INTEGER NOT NULL DEFAULT 0 CHECK (overflows >= 0)
) STRICT;
CREATE INDEX certificate_run_decision ON certificate_run (decision_id, id);

CREATE TABLE certificate_print (
  run_id INTEGER NOT NULL REFERENCES certificate_run (id),
  recipient_id INTEGER NOT NULL,
  register TEXT,
  name TEXT NOT NULL,
  PRIMARY KEY (run_id, recipient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_print_recipient ON certificate_print (recipient_id);
