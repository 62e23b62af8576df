-- The register of members (đoàn viên), its search index, movements, and the staging of imports.
CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  given_name TEXT NOT NULL,
  sort_name TEXT,
  sort_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name_tones TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('male', 'female')),
  birth_date TEXT,
  department_id INTEGER REFERENCES org_unit (id),
  group_id INTEGER REFERENCES org_unit (id),
  job_title TEXT,
  position TEXT,
  union_position TEXT,
  contract_type TEXT,
  hire_date TEXT,
  education TEXT,
  political_theory TEXT,
  union_join_date TEXT,
  card_no TEXT,
  id_number TEXT,
  id_date TEXT,
  id_place TEXT,
  phone TEXT,
  email TEXT,
  address TEXT,
  hometown TEXT,
  ethnicity TEXT,
  religion TEXT,
  is_party INTEGER CHECK (is_party IN (0, 1)),
  party_date TEXT,
  salary_coefficient REAL CHECK (salary_coefficient >= 0),
  note TEXT,
  status TEXT NOT NULL DEFAULT 'active'
    CHECK (status IN ('active', 'transferred', 'retired', 'left', 'expelled', 'died')),
  status_date TEXT,
  import_id INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX member_order ON member (status, sort_key, id);
CREATE INDEX member_department ON member (department_id, sort_key);
CREATE INDEX member_card ON member (card_no) WHERE card_no IS NOT NULL;
CREATE INDEX member_id_number ON member (id_number) WHERE id_number IS NOT NULL;
CREATE INDEX member_name ON member (name_key);
CREATE INDEX member_import ON member (import_id) WHERE import_id IS NOT NULL;

-- Every reader of members goes through this view.
CREATE VIEW member_live AS
  SELECT * FROM member
  WHERE deleted_at IS NULL AND (import_id IS NULL OR import_id NOT IN (SELECT import_id FROM import_hidden));

-- name: folded words; initials: "ntha" and its endings; codes: the card, and card, ID and phone digits reversed,
-- so that a tail is a prefix.
CREATE VIRTUAL TABLE member_search USING fts5 (
  name, initials, codes, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);

-- Joining, moving, leaving: dated facts of one member.
CREATE TABLE member_movement (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL CHECK (kind IN ('joined', 'status', 'department', 'group')),
  on_date TEXT NOT NULL,
  from_value TEXT,
  to_value TEXT,
  reason TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX member_movement_member ON member_movement (member_id, on_date);

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  file_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'previewed', 'writing', 'committed', 'undone', 'discarded')),
  summary_json TEXT,
  created_at TEXT NOT NULL,
  committed_at TEXT
) STRICT;

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import (id),
  line INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('new', 'changed', 'same', 'suspect')),
  attention INTEGER NOT NULL DEFAULT 0,
  decision TEXT NOT NULL DEFAULT 'undecided' CHECK (decision IN ('undecided', 'add', 'merge', 'skip')),
  member_id INTEGER,
  -- values, changes, notes, problems, candidates, reason
  row_json TEXT NOT NULL,
  -- what a merged or changed member was before, for the undo
  before_json TEXT,
  after_version INTEGER,
  PRIMARY KEY (import_id, line)
) STRICT;
CREATE INDEX import_row_verdict ON import_row (import_id, verdict, line);
