-- Inspection and supervision (kiểm tra, giám sát của ủy ban kiểm tra) and women's work (công tác nữ công): the plan of a
-- year, what was held of it, what was found and what became of it.
CREATE TABLE inspection_plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('inspection', 'women')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  approved_on TEXT CHECK (length(approved_on) = 10),
  -- căn cứ, one a line
  legal_basis TEXT,
  purpose TEXT,
  -- what the report says besides its figures: hạn chế, phương hướng
  shortcomings TEXT,
  directions TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX inspection_plan_year ON inspection_plan (kind, year) WHERE deleted_at IS NULL;
CREATE VIEW inspection_plan_live AS SELECT * FROM inspection_plan WHERE deleted_at IS NULL;

-- What is planned: out of sight while its plan is in the trash.
CREATE TABLE inspection_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  plan_id INTEGER NOT NULL REFERENCES inspection_plan (id),
  topic TEXT NOT NULL CHECK (topic <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  org_unit_id INTEGER REFERENCES org_unit (id),
  subject_name TEXT,
  fund_id INTEGER REFERENCES fund (id),
  -- who leads it
  member_id INTEGER REFERENCES member (id),
  person_name TEXT,
  month INTEGER CHECK (month BETWEEN 1 AND 12),
  legal_basis TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (member_id IS NULL OR person_name IS NULL),
  CHECK (org_unit_id IS NULL OR subject_name IS NULL)
) STRICT;
CREATE INDEX inspection_item_plan ON inspection_item (plan_id, month);
CREATE INDEX inspection_item_member ON inspection_item (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW inspection_item_live AS
  SELECT i.*, p.kind, p.year FROM inspection_item i JOIN inspection_plan_live p ON p.id = i.plan_id
  WHERE i.deleted_at IS NULL;

CREATE TABLE inspection_session (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('inspection', 'women')),
  item_id INTEGER REFERENCES inspection_item (id),
  event_id INTEGER REFERENCES event (id),
  topic TEXT NOT NULL CHECK (topic <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  held_on TEXT NOT NULL CHECK (length(held_on) = 10),
  starts_at TEXT,
  ends_at TEXT,
  place TEXT,
  org_unit_id INTEGER REFERENCES org_unit (id),
  subject_name TEXT,
  fund_id INTEGER REFERENCES fund (id),
  -- what time is looked at: "niên độ 2025", "6 tháng đầu năm 2026"
  scope TEXT,
  legal_basis TEXT,
  -- who was there for the side that is inspected, one a line
  others TEXT,
  -- how many took part where no event tells it
  people INTEGER CHECK (people >= 0),
  content TEXT,
  strengths TEXT,
  conclusion TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (org_unit_id IS NULL OR subject_name IS NULL)
) STRICT;
CREATE INDEX inspection_session_day ON inspection_session (kind, held_on, id);
CREATE INDEX inspection_session_item ON inspection_session (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX inspection_session_event ON inspection_session (event_id) WHERE event_id IS NOT NULL;
CREATE VIEW inspection_session_live AS SELECT * FROM inspection_session WHERE deleted_at IS NULL;

-- The team: members by their record, others by name.
CREATE TABLE inspection_attendee (
  session_id INTEGER NOT NULL REFERENCES inspection_session (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT,
  post TEXT,
  part TEXT NOT NULL DEFAULT 'member' CHECK (part IN ('leader', 'secretary', 'member')),
  present INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),
  PRIMARY KEY (session_id, ordinal),
  CHECK ((member_id IS NULL) = (name IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX inspection_attendee_member ON inspection_attendee (member_id) WHERE member_id IS NOT NULL;

-- What was found (tồn tại), what is recommended (kiến nghị), whose it is, until when, and when it was mended (khắc phục).
CREATE TABLE inspection_finding (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  session_id INTEGER NOT NULL REFERENCES inspection_session (id),
  text TEXT NOT NULL CHECK (text <> ''),
  recommendation TEXT,
  owner_member_id INTEGER REFERENCES member (id),
  owner_unit_id INTEGER REFERENCES org_unit (id),
  owner_name TEXT,
  due_on TEXT CHECK (length(due_on) = 10),
  mended_on TEXT CHECK (length(mended_on) = 10),
  result TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((owner_member_id IS NOT NULL) + (owner_unit_id IS NOT NULL) + (owner_name IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX inspection_finding_session ON inspection_finding (session_id);
CREATE INDEX inspection_finding_due ON inspection_finding (due_on) WHERE mended_on IS NULL;
CREATE INDEX inspection_finding_member ON inspection_finding (owner_member_id) WHERE owner_member_id IS NOT NULL;
CREATE VIEW inspection_finding_live AS
  SELECT f.*, s.kind, s.held_on, s.title AS session FROM inspection_finding f
  JOIN inspection_session_live s ON s.id = f.session_id WHERE f.deleted_at IS NULL;
