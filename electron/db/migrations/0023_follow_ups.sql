-- What leaders and meetings asked for (ý kiến chỉ đạo), as work with an owner and a deadline. A direction given to
-- many units is one row for each, with the same batch.
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  batch TEXT NOT NULL CHECK (batch <> ''),
  event_id INTEGER REFERENCES event (id),
  text TEXT NOT NULL CHECK (text <> ''),
  said_by TEXT,
  said_title TEXT,
  said_on TEXT,
  owner_member_id INTEGER REFERENCES member (id),
  owner_unit_id INTEGER REFERENCES org_unit (id),
  owner_name TEXT,
  due_on TEXT CHECK (length(due_on) = 10),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'doing', 'done', 'dropped')),
  result TEXT,
  done_on TEXT CHECK (length(done_on) = 10),
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((owner_member_id IS NOT NULL) + (owner_unit_id IS NOT NULL) + (owner_name IS NOT NULL) = 1),
  CHECK ((state = 'done') = (done_on IS NOT NULL))
) STRICT;
CREATE INDEX follow_up_due ON follow_up (state, due_on);
CREATE INDEX follow_up_event ON follow_up (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX follow_up_batch ON follow_up (batch);
CREATE INDEX follow_up_member ON follow_up (owner_member_id) WHERE owner_member_id IS NOT NULL;
CREATE VIEW follow_up_live AS SELECT * FROM follow_up WHERE deleted_at IS NULL;
