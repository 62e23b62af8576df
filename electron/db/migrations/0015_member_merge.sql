-- Pairs that are one person or surely two, and merged records.
CREATE TABLE member_distinct (
  low_id INTEGER NOT NULL REFERENCES member (id),
  high_id INTEGER NOT NULL REFERENCES member (id),
  created_at TEXT NOT NULL,
  PRIMARY KEY (low_id, high_id),
  CHECK (low_id < high_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_distinct_high ON member_distinct (high_id);

-- gone_id is in nobody's trash: its record is part of kept_id until the merge is taken apart.
CREATE TABLE member_merge (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kept_id INTEGER NOT NULL REFERENCES member (id),
  gone_id INTEGER NOT NULL REFERENCES member (id),
  -- both rows as they were, and the kept one as the merge wrote it
  kept_before_json TEXT NOT NULL CHECK (json_valid(kept_before_json)),
  gone_before_json TEXT NOT NULL CHECK (json_valid(gone_before_json)),
  kept_after_json TEXT NOT NULL CHECK (json_valid(kept_after_json)),
  -- what each kind of linked record needs to go back
  moved_json TEXT NOT NULL CHECK (json_valid(moved_json)),
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL,
  undone_at TEXT,
  CHECK (kept_id <> gone_id)
) STRICT;
CREATE INDEX member_merge_kept ON member_merge (kept_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX member_merge_gone ON member_merge (gone_id) WHERE undone_at IS NULL;
