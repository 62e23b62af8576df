-- Spouses, children and their school results.
-- Of a couple who are both members there is one row; which of them is member_id means nothing.
CREATE TABLE marriage (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  -- a member, or the name of somebody who is not
  spouse_id INTEGER REFERENCES member (id),
  spouse_name TEXT CHECK (spouse_name <> ''),
  spouse_birth_date TEXT,
  spouse_work TEXT,
  spouse_phone TEXT,
  married_on TEXT,
  -- the day may be unknown: end_kind tells that it is over
  end_kind TEXT CHECK (end_kind IN ('divorced', 'widowed')),
  ended_on TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((spouse_id IS NULL) = (spouse_name IS NOT NULL)),
  CHECK (spouse_id IS NULL OR spouse_id <> member_id),
  CHECK (end_kind IS NOT NULL OR ended_on IS NULL)
) STRICT;
CREATE INDEX marriage_member ON marriage (member_id);
CREATE INDEX marriage_spouse ON marriage (spouse_id) WHERE spouse_id IS NOT NULL;

-- A child is one row, whether one of its parents is a member or both are.
CREATE TABLE child (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  given_name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth_date TEXT,
  -- the child's own membership, once grown
  member_id INTEGER REFERENCES member (id),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX child_order ON child (sort_key, id);
CREATE INDEX child_member ON child (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE child_parent (
  child_id INTEGER NOT NULL REFERENCES child (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  PRIMARY KEY (child_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX child_parent_member ON child_parent (member_id);

-- school_year is the year it begins in: 2025 is the year 2025–2026.
CREATE TABLE school_result (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  child_id INTEGER NOT NULL REFERENCES child (id),
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1990 AND 2100),
  level TEXT CHECK (level IN ('preschool', 'primary', 'lower', 'upper', 'vocational', 'university')),
  class_name TEXT,
  school TEXT,
  result TEXT CHECK (result IN ('excellent', 'good', 'fair', 'pass', 'fail')),
  prize TEXT,
  prize_level TEXT CHECK (prize_level IN ('school', 'district', 'province', 'nation', 'world')),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX school_result_child ON school_result (child_id, school_year);
CREATE INDEX school_result_year ON school_result (school_year, result);
