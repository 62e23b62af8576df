-- Visits (thăm hỏi), hardship and housing cases (trợ giúp, Mái ấm công đoàn), and the office's own lists for them.

-- Why somebody is visited. health: the detail of such a visit is about health and is kept as such.
CREATE TABLE care_reason (
  id INTEGER PRIMARY KEY,
  code TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  health INTEGER NOT NULL DEFAULT 0 CHECK (health IN (0, 1)),
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO care_reason (code, name, name_en, health, ordinal) VALUES
  ('illness', 'Ốm đau, nằm viện', 'Illness, hospital', 1, 10),
  ('maternity', 'Thai sản', 'Maternity', 1, 20),
  ('funeral', 'Việc hiếu', 'Bereavement', 0, 30),
  ('wedding', 'Việc hỉ', 'Wedding', 0, 40),
  ('accident', 'Tai nạn', 'Accident', 1, 50),
  ('other', 'Lý do khác', 'Other reason', 0, 60);

-- What the office wrote itself that a visit is given (định mức): dated; it proposes and never refuses.
CREATE TABLE care_norm (
  id INTEGER PRIMARY KEY,
  reason_id INTEGER NOT NULL REFERENCES care_reason (id),
  -- whom it is for; NULL for everybody
  relation TEXT CHECK (relation <> ''),
  cash INTEGER NOT NULL DEFAULT 0 CHECK (cash >= 0),
  kind_text TEXT,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
CREATE INDEX care_norm_reason ON care_norm (reason_id);

CREATE TABLE care_visit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  -- number of its slip within a year, never used twice
  year INTEGER NOT NULL CHECK (year = CAST(substr(on_date, 1, 4) AS INTEGER)),
  number INTEGER NOT NULL CHECK (number > 0),
  who TEXT NOT NULL CHECK (who IN ('member', 'family', 'retired', 'collective', 'outsider')),
  -- the member visited, or whose relative was
  member_id INTEGER REFERENCES member (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  relation TEXT NOT NULL CHECK (relation <> ''),
  -- the department of the member that day, and its name then
  department_id INTEGER REFERENCES org_unit (id),
  department_name TEXT,
  address TEXT,
  reason_id INTEGER NOT NULL REFERENCES care_reason (id),
  -- what the slip says after the reason
  words TEXT,
  -- about somebody's health
  health_detail TEXT,
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  place TEXT,
  cash INTEGER NOT NULL DEFAULT 0 CHECK (cash >= 0),
  kind_text TEXT,
  kind_value INTEGER NOT NULL DEFAULT 0 CHECK (kind_value >= 0),
  source TEXT NOT NULL DEFAULT 'own' CHECK (source IN ('own', 'above', 'employer', 'sponsor')),
  source_name TEXT,
  note TEXT,
  -- why the same person was visited again
  again TEXT,
  voucher_id INTEGER REFERENCES fund_voucher (id),
  -- why there is no voucher
  exception TEXT,
  printed_at TEXT,
  person TEXT NOT NULL CHECK (person <> ''),
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (year, number),
  CHECK ((who IN ('member', 'family')) <= (member_id IS NOT NULL)),
  CHECK ((who = 'collective') = (org_unit_id IS NOT NULL))
) STRICT;
CREATE INDEX care_visit_day ON care_visit (on_date, id);
CREATE INDEX care_visit_member ON care_visit (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX care_visit_person ON care_visit (person, on_date);
CREATE INDEX care_visit_voucher ON care_visit (voucher_id) WHERE voucher_id IS NOT NULL;
-- paid: a voucher that stands in the book or waits as a draft.
CREATE VIEW care_visit_live AS SELECT v.*, EXISTS (SELECT 1 FROM fund_voucher_live f
  WHERE f.id = v.voucher_id AND f.status <> 'cancelled') AS paid FROM care_visit v WHERE v.deleted_at IS NULL;

-- Who went, with the post held that day.
CREATE TABLE care_visitor (
  visit_id INTEGER NOT NULL REFERENCES care_visit (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT,
  PRIMARY KEY (visit_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX care_visitor_member ON care_visitor (member_id) WHERE member_id IS NOT NULL;

-- Kinds of cases with the steps they usually go through, one a line; a new case takes them over.
CREATE TABLE care_kind (
  id INTEGER PRIMARY KEY,
  code TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  -- something is handed over at the end, with a record signed by both
  handover INTEGER NOT NULL DEFAULT 0 CHECK (handover IN (0, 1)),
  steps TEXT NOT NULL DEFAULT '[]',
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO care_kind (code, name, name_en, handover, steps, ordinal) VALUES
  ('housing', 'Mái ấm công đoàn: xây mới', 'Union shelter: new house', 1,
   '["Khảo sát","Đề nghị","Quyết định","Khởi công, xây dựng","Bàn giao"]', 10),
  ('repair', 'Mái ấm công đoàn: sửa chữa', 'Union shelter: repair', 1,
   '["Khảo sát","Đề nghị","Quyết định","Sửa chữa","Bàn giao"]', 20),
  ('hardship', 'Trợ cấp khó khăn', 'Help in hardship', 0, '["Khảo sát","Đề nghị","Quyết định","Trao trợ cấp"]', 30),
  ('sudden', 'Trợ cấp đột xuất', 'Emergency help', 0, '["Xác minh","Quyết định","Trao trợ cấp"]', 40),
  ('longterm', 'Đỡ đầu, giúp lâu dài', 'Long-term help', 0, '["Khảo sát","Quyết định","Thực hiện","Tổng kết"]', 50);

CREATE TABLE care_case (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind_id INTEGER NOT NULL REFERENCES care_kind (id),
  title TEXT NOT NULL CHECK (title <> ''),
  who TEXT NOT NULL CHECK (who IN ('member', 'family', 'retired', 'collective', 'outsider')),
  member_id INTEGER REFERENCES member (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  relation TEXT NOT NULL CHECK (relation <> ''),
  department_id INTEGER REFERENCES org_unit (id),
  department_name TEXT,
  address TEXT,
  opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'finished', 'stopped')),
  closed_on TEXT CHECK (closed_on >= opened_on),
  close_reason TEXT,
  -- what the family lives through: hardship, sensitive
  circumstances TEXT,
  -- what is built, bought or given
  object TEXT,
  budget INTEGER CHECK (budget >= 0),
  decision TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((state = 'open') = (closed_on IS NULL)),
  CHECK ((who IN ('member', 'family')) <= (member_id IS NOT NULL)),
  CHECK ((who = 'collective') = (org_unit_id IS NOT NULL))
) STRICT;
CREATE INDEX care_case_member ON care_case (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW care_case_live AS SELECT * FROM care_case WHERE deleted_at IS NULL;

-- A step taken off the case keeps its row, so that its papers stay where they are.
CREATE TABLE care_step (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES care_case (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  planned_on TEXT CHECK (length(planned_on) = 10),
  done_on TEXT CHECK (length(done_on) = 10),
  note TEXT,
  off INTEGER NOT NULL DEFAULT 0 CHECK (off IN (0, 1))
) STRICT;
CREATE INDEX care_step_case ON care_step (case_id, ordinal);

CREATE TABLE care_money (
  case_id INTEGER NOT NULL REFERENCES care_case (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('own', 'above', 'employer', 'sponsor', 'family')),
  name TEXT,
  amount INTEGER NOT NULL CHECK (amount > 0),
  on_date TEXT CHECK (length(on_date) = 10),
  -- things instead of money
  kind_text TEXT,
  voucher_id INTEGER REFERENCES fund_voucher (id),
  note TEXT,
  PRIMARY KEY (case_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX care_money_voucher ON care_money (voucher_id) WHERE voucher_id IS NOT NULL;

-- The figures of visits stand behind the criterion on visits, where the office did not choose its own.
UPDATE criterion SET
  indicators_json = '["welfare.visits","welfare.visitedPeople","events.kind.visit","events.turnsOf.visit"]',
  rule_json = '{"kind":"steps","of":["welfare.visits","events.kind.visit"],"steps":[{"min":4,"share":1},{"min":1,"share":0.5}],"perYear":true}'
WHERE uid = 'default-1.7' AND indicators_json = '["events.kind.visit","events.turnsOf.visit"]';
