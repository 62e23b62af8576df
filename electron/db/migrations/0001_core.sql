-- What every store has: facts about itself, dated settings, and the change log.
CREATE TABLE meta (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES
  ('store_uid', lower(hex(randomblob(16)))),
  ('created_at', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  ('settings_version', '1');

-- valid_from is '' for a setting that is not dated.
CREATE TABLE setting (
  key TEXT NOT NULL CHECK (key <> ''),
  valid_from TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  PRIMARY KEY (key, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id INTEGER,
  action TEXT NOT NULL
    CHECK (action IN ('create', 'update', 'trash', 'restore', 'import', 'close', 'reopen', 'print')),
  before_json TEXT CHECK (before_json IS NULL OR json_valid(before_json)),
  after_json TEXT CHECK (after_json IS NULL OR json_valid(after_json)),
  request_id TEXT NOT NULL
) STRICT;
CREATE INDEX audit_record ON audit (entity, entity_id, id);

CREATE TRIGGER audit_kept_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
CREATE TRIGGER audit_kept_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
