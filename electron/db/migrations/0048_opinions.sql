-- Opinions and petitions (ý kiến, kiến nghị, đơn thư); who gave one is told only when asked for, and of an anonymous one nobody is kept.
CREATE TABLE opinion_topic (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO opinion_topic (name, name_en, ordinal) VALUES
  ('Tiền lương, phụ cấp, thu nhập tăng thêm', 'Pay and allowances', 10),
  ('Thời giờ làm việc, nghỉ ngơi, trực', 'Working hours, leave, duty', 20),
  ('Điều kiện làm việc, an toàn lao động', 'Working conditions and safety', 30),
  ('Chế độ bảo hiểm, thai sản, ốm đau', 'Insurance, maternity, illness', 40),
  ('Đào tạo, bổ nhiệm, thi đua khen thưởng', 'Training, appointment, awards', 50),
  ('Phúc lợi, chăm lo đoàn viên', 'Welfare and care', 60),
  ('Nhà ở, đời sống', 'Housing and living', 70),
  ('Quan hệ công tác, ứng xử', 'Working relations and conduct', 80),
  ('Hoạt động công đoàn, tài chính công đoàn', 'Union work and finances', 90),
  ('Nội dung khác', 'Other', 900);

-- What kind of paper or word it is, and in how many working days the office wants it answered.
CREATE TABLE opinion_kind (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  -- null: no day by itself
  working_days INTEGER CHECK (working_days BETWEEN 1 AND 400),
  -- counted among petitions (đơn thư)
  petition INTEGER NOT NULL CHECK (petition IN (0, 1)),
  -- where the office wrote the number of days down
  basis TEXT,
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO opinion_kind (name, name_en, working_days, petition, ordinal) VALUES
  ('Ý kiến, phản ánh', 'Opinion', 10, 0, 10),
  ('Kiến nghị, đề xuất', 'Proposal', 15, 0, 20),
  ('Khó khăn, vướng mắc', 'Difficulty', 15, 0, 30),
  ('Đơn đề nghị', 'Letter of request', 10, 1, 40),
  ('Đơn khiếu nại', 'Complaint', 30, 1, 50),
  ('Đơn tố cáo', 'Denunciation', 30, 1, 60);

-- Dialogue at the workplace (đối thoại tại nơi làm việc).
CREATE TABLE dialogue (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'extra', 'topic')),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  starts_at TEXT CHECK (length(starts_at) = 5),
  ends_at TEXT CHECK (length(ends_at) = 5),
  place TEXT,
  title TEXT NOT NULL CHECK (title <> ''),
  -- at whose request an extra one was held
  asked_by TEXT,
  employer_lead TEXT,
  worker_lead TEXT,
  -- one a line: name, post
  employer_people TEXT,
  worker_people TEXT,
  employer_count INTEGER CHECK (employer_count >= 0),
  worker_count INTEGER CHECK (worker_count >= 0),
  secretary TEXT,
  content TEXT,
  conclusions TEXT,
  -- what could not be agreed on
  open_points TEXT,
  event_id INTEGER REFERENCES event (id),
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX dialogue_day ON dialogue (on_date, id);
CREATE INDEX dialogue_event ON dialogue (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE opinion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  year INTEGER NOT NULL CHECK (year = CAST(substr(received_on, 1, 4) AS INTEGER)),
  number INTEGER NOT NULL CHECK (number > 0),
  received_on TEXT NOT NULL CHECK (length(received_on) = 10),
  how TEXT NOT NULL CHECK (how IN ('meeting', 'dialogue', 'box', 'letter', 'phone', 'online', 'person')),
  kind_id INTEGER NOT NULL REFERENCES opinion_kind (id),
  topic_id INTEGER NOT NULL REFERENCES opinion_topic (id),
  text TEXT NOT NULL CHECK (text <> ''),
  -- the part it is about
  org_unit_id INTEGER REFERENCES org_unit (id),
  source TEXT NOT NULL CHECK (source IN ('anonymous', 'person', 'collective')),
  member_id INTEGER REFERENCES member (id),
  person_name TEXT,
  source_unit_id INTEGER REFERENCES org_unit (id),
  sent_to TEXT,
  sent_on TEXT CHECK (length(sent_on) = 10),
  due_on TEXT CHECK (length(due_on) = 10),
  -- 1: counted from the kind's working days
  due_by_rule INTEGER NOT NULL CHECK (due_by_rule IN (0, 1)),
  answer TEXT,
  answered_on TEXT CHECK (length(answered_on) = 10),
  dialogue_id INTEGER REFERENCES dialogue (id),
  follow_up_id INTEGER REFERENCES follow_up (id),
  link_entity TEXT,
  link_id INTEGER,
  link_label TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (year, number),
  CHECK (source = 'person' OR (member_id IS NULL AND person_name IS NULL)),
  CHECK (source <> 'person' OR member_id IS NOT NULL OR person_name IS NOT NULL),
  CHECK ((source = 'collective') = (source_unit_id IS NOT NULL)),
  CHECK (answered_on IS NULL OR answered_on >= received_on),
  CHECK (sent_on IS NULL OR sent_on >= received_on),
  CHECK ((sent_on IS NULL) = (sent_to IS NULL)),
  CHECK ((link_entity IS NULL) = (link_id IS NULL))
) STRICT;
CREATE INDEX opinion_day ON opinion (received_on, id);
CREATE INDEX opinion_due ON opinion (due_on) WHERE answered_on IS NULL;
CREATE INDEX opinion_member ON opinion (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX opinion_dialogue ON opinion (dialogue_id) WHERE dialogue_id IS NOT NULL;
CREATE INDEX opinion_link ON opinion (link_entity, link_id) WHERE link_id IS NOT NULL;
CREATE VIEW opinion_live AS SELECT * FROM opinion WHERE deleted_at IS NULL;
CREATE VIEW dialogue_live AS SELECT * FROM dialogue WHERE deleted_at IS NULL;

-- How good a collective labour agreement is, as the union above classes it.
CREATE TABLE labour_class (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  -- what earns it
  meaning TEXT,
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO labour_class (name, name_en, ordinal) VALUES
  ('Loại A', 'Class A', 10), ('Loại B', 'Class B', 20), ('Loại C', 'Class C', 30), ('Loại D', 'Class D', 40);

-- Collective labour agreement (thỏa ước lao động tập thể).
CREATE TABLE labour_agreement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  number TEXT,
  title TEXT NOT NULL CHECK (title <> ''),
  -- of an affiliated unit; null: the office's own
  org_unit_id INTEGER REFERENCES org_unit (id),
  employer TEXT,
  employer_signer TEXT,
  worker_signer TEXT,
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10),
  ended_on TEXT CHECK (length(ended_on) = 10),
  sent_on TEXT CHECK (length(sent_on) = 10),
  class_id INTEGER REFERENCES labour_class (id),
  covered INTEGER CHECK (covered >= 0),
  -- days before the end from which it is reminded of
  remind_days INTEGER NOT NULL DEFAULT 90 CHECK (remind_days BETWEEN 0 AND 1000),
  predecessor_id INTEGER REFERENCES labour_agreement (id),
  -- [{"article":"Điều 7","text":"…","law":"…"}]: what is better than the law
  articles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(articles)),
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (to_on IS NULL OR to_on >= from_on),
  CHECK (predecessor_id IS NULL OR predecessor_id <> id)
) STRICT;
CREATE INDEX labour_agreement_end ON labour_agreement (to_on);

-- Which parts hold the staff conference (hội nghị viên chức, người lao động), from a year on.
CREATE TABLE conference_scope (
  from_year INTEGER PRIMARY KEY CHECK (from_year BETWEEN 1990 AND 2100),
  scope TEXT NOT NULL CHECK (scope IN ('department', 'group', 'section', 'union'))
) STRICT;
INSERT INTO conference_scope (from_year, scope) VALUES (1990, 'department');

CREATE TABLE staff_conference (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  -- null: of the whole office
  org_unit_id INTEGER REFERENCES org_unit (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  held_on TEXT CHECK (length(held_on) = 10),
  invited INTEGER CHECK (invited >= 0),
  present INTEGER CHECK (present >= 0),
  chair TEXT,
  result TEXT,
  -- why it was not held
  reason TEXT,
  event_id INTEGER REFERENCES event (id),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((held = 1) = (held_on IS NOT NULL)),
  CHECK (held = 1 OR (present IS NULL AND invited IS NULL)),
  CHECK (present IS NULL OR invited IS NULL OR present <= invited)
) STRICT;
CREATE UNIQUE INDEX staff_conference_once ON staff_conference (year, coalesce(org_unit_id, 0)) WHERE deleted_at IS NULL;
CREATE INDEX staff_conference_event ON staff_conference (event_id) WHERE event_id IS NOT NULL;

-- Where the union took part: drafts commented, meetings, supervision, protection of rights.
CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('comment', 'programme', 'meeting', 'supervision', 'protect')),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  title TEXT NOT NULL CHECK (title <> ''),
  organiser TEXT,
  who TEXT,
  -- opinions given, and taken over
  given INTEGER CHECK (given >= 0),
  taken INTEGER CHECK (taken >= 0),
  result TEXT,
  event_id INTEGER REFERENCES event (id),
  link_entity TEXT,
  link_id INTEGER,
  link_label TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (taken IS NULL OR given IS NULL OR taken <= given),
  CHECK ((link_entity IS NULL) = (link_id IS NULL))
) STRICT;
CREATE INDEX participation_day ON participation (kind, on_date, id);
CREATE INDEX participation_link ON participation (link_entity, link_id) WHERE link_id IS NOT NULL;

-- Regulations of democracy at the workplace (quy chế dân chủ, quy chế đối thoại …).
CREATE TABLE regulation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  number TEXT,
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  issuer TEXT,
  -- staff were asked before it was issued
  consulted INTEGER NOT NULL DEFAULT 0 CHECK (consulted IN (0, 1)),
  ended_on TEXT CHECK (length(ended_on) = 10),
  replaces_id INTEGER REFERENCES regulation (id),
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (ended_on IS NULL OR ended_on >= issued_on),
  CHECK (replaces_id IS NULL OR replaces_id <> id)
) STRICT;
CREATE INDEX regulation_day ON regulation (issued_on, id);
