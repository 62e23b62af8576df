-- Party development (phát triển Đảng): whom the union puts forward, step by step. Names are sensitive data; counts are open.
CREATE TABLE party_stage (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code IN ('nominated', 'class', 'reviewed', 'admitted', 'official')),
  ordinal INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  -- months after the step before within which this one is expected; NULL: nobody is reminded
  months INTEGER CHECK (months BETWEEN 1 AND 120),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO party_stage (code, ordinal, name, name_en, months) VALUES
  ('nominated', 1, 'Giới thiệu đoàn viên ưu tú', 'Nominated', NULL),
  ('class', 2, 'Học lớp nhận thức về Đảng', 'Took the class', 12),
  ('reviewed', 3, 'Chi bộ xét', 'Reviewed by the cell', 12),
  ('admitted', 4, 'Kết nạp', 'Admitted', 6),
  -- twelve months on probation: Điều lệ Đảng, điều 5
  ('official', 5, 'Công nhận chính thức', 'Made official', 12);

CREATE TABLE party_file (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  -- what a file is known by without a name
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  member_id INTEGER NOT NULL REFERENCES member (id),
  stopped_on TEXT,
  stop_reason TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((stopped_on IS NULL) = (stop_reason IS NULL))
) STRICT;
CREATE INDEX party_file_member ON party_file (member_id);

CREATE TABLE party_step (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES party_file (id),
  stage TEXT NOT NULL REFERENCES party_stage (code),
  on_date TEXT NOT NULL,
  decision_no TEXT,
  -- a class on political theory
  event_id INTEGER REFERENCES event (id),
  note TEXT,
  UNIQUE (file_id, stage)
) STRICT;
CREATE INDEX party_step_event ON party_step (event_id);
