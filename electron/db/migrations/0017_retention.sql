-- People made anonymous after the time their records are kept, and what members ask about the data kept of them.
CREATE TABLE member_anonymised (
  member_id INTEGER PRIMARY KEY REFERENCES member (id),
  at TEXT NOT NULL,
  -- the day they left, and the years kept after it that were in force
  left_on TEXT,
  years INTEGER CHECK (years >= 0)
) STRICT;

-- Holds a row only inside the transaction that makes somebody anonymous.
CREATE TABLE anonymising (member_id INTEGER PRIMARY KEY) STRICT;

-- The change log may lose what it says of such a person; who did what and when stays, and nothing else is edited.
DROP TRIGGER audit_kept_update;
CREATE TRIGGER audit_kept_update BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM anonymising)
  OR OLD.id IS NOT NEW.id OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor OR OLD.role IS NOT NEW.role
  OR OLD.entity IS NOT NEW.entity OR OLD.entity_id IS NOT NEW.entity_id OR OLD.action IS NOT NEW.action
  OR OLD.request_id IS NOT NEW.request_id
BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;

-- Requests of members (Luật 91/2025/QH15): a copy, a correction, erasing, or stopping the use of their data.
CREATE TABLE member_request (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  member_id INTEGER NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'correct', 'erase', 'stop')),
  asked_by TEXT NOT NULL CHECK (asked_by <> ''),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  -- the day an answer is due
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  answered_on TEXT CHECK (length(answered_on) = 10),
  answer TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX member_request_member ON member_request (member_id, asked_on);
CREATE INDEX member_left ON member (status_date, id) WHERE status <> 'active';
