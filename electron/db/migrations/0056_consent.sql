-- What the unit told its members about each purpose their data are kept for, who agreed, and the clocks of their requests.
CREATE TABLE data_purpose (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
    CHECK (code IN ('basic', 'photo', 'publish', 'party', 'hardship', 'health', 'money', 'ethnicity', 'religion')),
  -- what was told, when and how
  told TEXT,
  told_on TEXT CHECK (length(told_on) = 10),
  told_how TEXT,
  -- 1: the person has to agree
  asks INTEGER NOT NULL CHECK (asks IN (0, 1)),
  -- years kept after the person left; what is older is proposed, never removed by itself
  years INTEGER CHECK (years BETWEEN 0 AND 100),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE member_consent (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  member_id INTEGER NOT NULL REFERENCES member (id),
  purpose TEXT NOT NULL
    CHECK (purpose IN ('basic', 'photo', 'publish', 'party', 'hardship', 'health', 'money', 'ethnicity', 'religion')),
  given_on TEXT NOT NULL CHECK (length(given_on) = 10),
  how TEXT NOT NULL CHECK (how IN ('paper', 'list', 'message', 'system')),
  note TEXT,
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10 AND withdrawn_on >= given_on),
  -- the request the withdrawing was written down as
  request_id INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX member_consent_once ON member_consent (member_id, purpose)
  WHERE withdrawn_on IS NULL AND deleted_at IS NULL;
CREATE INDEX member_consent_purpose ON member_consent (purpose, member_id);

-- More kinds of requests, a first reply, one extension, third parties, and the number of the answer.
CREATE TABLE member_request_wider (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  member_id INTEGER NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL CHECK (kind IN ('see', 'copy', 'correct', 'erase', 'stop', 'withdraw')),
  asked_by TEXT NOT NULL CHECK (asked_by <> ''),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  -- data are with others too: five days more
  third_party INTEGER NOT NULL DEFAULT 0 CHECK (third_party IN (0, 1)),
  -- days added once, with the reason told to the person
  extra_days INTEGER NOT NULL DEFAULT 0 CHECK (extra_days BETWEEN 0 AND 15),
  -- the day the person was told that the request came in
  replied_on TEXT CHECK (length(replied_on) = 10),
  -- the day an answer is due
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  answered_on TEXT CHECK (length(answered_on) = 10),
  answer_no TEXT,
  answer TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
INSERT INTO member_request_wider
  (id, uid, member_id, kind, asked_by, asked_on, due_on, answered_on, answer, note, version, created_at, updated_at, deleted_at)
  SELECT id, uid, member_id, kind, asked_by, asked_on, due_on, answered_on, answer, note, version, created_at, updated_at, deleted_at
  FROM member_request;
DROP TABLE member_request;
ALTER TABLE member_request_wider RENAME TO member_request;
CREATE INDEX member_request_member ON member_request (member_id, asked_on);
CREATE INDEX member_request_open ON member_request (due_on) WHERE answered_on IS NULL AND deleted_at IS NULL;
