-- Files stored once by their hash, and what they are attached to.
-- The bytes lie in the files folder of the data folder, named by their SHA-256.
CREATE TABLE stored_file (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  mime TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- entity is the table of the record it belongs to.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL CHECK (entity <> ''),
  entity_id INTEGER NOT NULL,
  hash TEXT NOT NULL REFERENCES stored_file (hash),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'paper', 'scan', 'other')),
  taken_on TEXT,
  author TEXT,
  source TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX attachment_record ON attachment (entity, entity_id);
CREATE INDEX attachment_hash ON attachment (hash);

-- The evidence of reviews moves onto them.
INSERT INTO stored_file (hash, size, mime, created_at)
  SELECT sha256, size, 'application/octet-stream', created_at FROM evidence_file;
CREATE TABLE review_evidence_new (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES review (id),
  criterion_uid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'record')),
  label TEXT NOT NULL CHECK (label <> ''),
  hash TEXT REFERENCES stored_file (hash),
  entity TEXT CHECK (entity IN ('member', 'event', 'award', 'org_unit')),
  record_id INTEGER,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((kind = 'file') = (hash IS NOT NULL)),
  CHECK ((kind = 'record') = (entity IS NOT NULL AND record_id IS NOT NULL))
) STRICT;
INSERT INTO review_evidence_new (id, review_id, criterion_uid, kind, label, hash, entity, record_id, created_at, deleted_at)
  SELECT e.id, e.review_id, e.criterion_uid, e.kind, e.label, f.sha256, e.entity, e.record_id, e.created_at, e.deleted_at
  FROM review_evidence e LEFT JOIN evidence_file f ON f.id = e.file_id;
DROP TABLE review_evidence;
DROP TABLE evidence_file;
ALTER TABLE review_evidence_new RENAME TO review_evidence;
CREATE INDEX review_evidence_item ON review_evidence (review_id, criterion_uid);
CREATE INDEX review_evidence_hash ON review_evidence (hash) WHERE hash IS NOT NULL;
