-- The change log also tells of private fields shown, files taken out, records merged and people made anonymous.
DROP TRIGGER audit_kept_update;
DROP TRIGGER audit_kept_delete;
ALTER TABLE audit RENAME TO audit_before;
DROP INDEX audit_record;
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id INTEGER,
  action TEXT NOT NULL
    CHECK (action IN ('create', 'update', 'trash', 'restore', 'import', 'close', 'reopen', 'print', 'issue', 'reveal', 'export',
      'merge', 'unmerge', 'move', 'anonymise')),
  before_json TEXT CHECK (before_json IS NULL OR json_valid(before_json)),
  after_json TEXT CHECK (after_json IS NULL OR json_valid(after_json)),
  request_id TEXT NOT NULL
) STRICT;
INSERT INTO audit SELECT id, at, actor, role, entity, entity_id, action, before_json, after_json, request_id FROM audit_before;
DROP TABLE audit_before;
CREATE INDEX audit_record ON audit (entity, entity_id, id);
CREATE TRIGGER audit_kept_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
CREATE TRIGGER audit_kept_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
