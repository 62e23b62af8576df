-- Contests and sports days (hội thi, hội thao): edition, rounds, contents (môn), entries with results and prizes.
CREATE TABLE contest (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  -- "lần thứ II, 2023–2024"
  edition INTEGER CHECK (edition > 0),
  from_year INTEGER,
  to_year INTEGER CHECK (to_year >= from_year),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE contest_round (
  event_id INTEGER NOT NULL REFERENCES contest (event_id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  on_date TEXT,
  PRIMARY KEY (event_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE contest_subject (
  event_id INTEGER NOT NULL REFERENCES contest (event_id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (event_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Who takes part in what: one person, a team, a department, a work with its authors.
CREATE TABLE contest_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  event_id INTEGER NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'team', 'unit', 'work')),
  name TEXT NOT NULL CHECK (name <> ''),
  -- ordinal of a content (môn); null: the contest as a whole
  subject INTEGER,
  department_id INTEGER REFERENCES org_unit (id),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX contest_entry_event ON contest_entry (event_id);

-- People of an entry; member_id is null for somebody from outside.
CREATE TABLE contest_person (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES contest_entry (id),
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (entry_id, ordinal)
) STRICT;
CREATE INDEX contest_person_member ON contest_person (member_id) WHERE member_id IS NOT NULL;

-- A result of a round: marks in hundredths, or the words of the result ("2–1", "vào chung kết").
CREATE TABLE contest_result (
  entry_id INTEGER NOT NULL REFERENCES contest_entry (id),
  round INTEGER NOT NULL,
  hundredths INTEGER,
  words TEXT,
  PRIMARY KEY (entry_id, round),
  CHECK (hundredths IS NOT NULL OR words IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE contest_prize (
  entry_id INTEGER NOT NULL REFERENCES contest_entry (id),
  ordinal INTEGER NOT NULL,
  rank TEXT NOT NULL CHECK (rank IN ('special', 'first', 'second', 'third', 'encourage', 'own')),
  -- name of an own prize ("Đội cổ vũ hay nhất")
  name TEXT,
  money INTEGER CHECK (money > 0),
  PRIMARY KEY (entry_id, ordinal),
  CHECK ((rank = 'own') = (name IS NOT NULL))
) STRICT, WITHOUT ROWID;
