-- Word templates of the office: every edition is kept; without one in use the built-in template is.
CREATE TABLE word_template (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  edition INTEGER NOT NULL CHECK (edition > 0),
  hash TEXT NOT NULL REFERENCES stored_file (hash),
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT,
  in_use INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1)),
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (key, edition)
) STRICT;
CREATE UNIQUE INDEX word_template_in_use ON word_template (key) WHERE in_use = 1;
CREATE INDEX word_template_hash ON word_template (hash);
