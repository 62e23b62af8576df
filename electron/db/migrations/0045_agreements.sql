-- Agreements (quy chế, chương trình phối hợp): parties, contents, commitments with their progress, what was delivered
-- under them, yearly scores and the closing review. Unknown is null.

-- How contents are scored. grades: JSON of { least, name, nameEn }, the highest first.
CREATE TABLE agreement_scale (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  most REAL NOT NULL CHECK (most > 0),
  step REAL NOT NULL CHECK (step > 0),
  grades TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(grades)),
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO agreement_scale (name, name_en, most, step, grades) VALUES
  ('Thang 10 điểm', '10 points', 10, 0.5, '[{"least":9,"name":"Tốt","nameEn":"Good"},{"least":7,"name":"Khá","nameEn":"Fairly good"},{"least":5,"name":"Đạt","nameEn":"Sufficient"},{"least":0,"name":"Chưa đạt","nameEn":"Insufficient"}]'),
  ('Thang 100 điểm', '100 points', 100, 1, '[{"least":90,"name":"Tốt","nameEn":"Good"},{"least":70,"name":"Khá","nameEn":"Fairly good"},{"least":50,"name":"Đạt","nameEn":"Sufficient"},{"least":0,"name":"Chưa đạt","nameEn":"Insufficient"}]');

-- Days before the end on which a running agreement is called to mind.
CREATE TABLE agreement_reminder (
  days INTEGER PRIMARY KEY CHECK (days BETWEEN 1 AND 3650)
) STRICT;
INSERT INTO agreement_reminder (days) VALUES (180), (90), (30);

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  title TEXT NOT NULL CHECK (title <> ''),
  -- "01/QCPH-LĐLĐ-CĐYT"
  number TEXT,
  signed_on TEXT,
  place TEXT,
  -- the ceremony
  event_id INTEGER REFERENCES event (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- first day starts_on may mean, last day ends_on may mean
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  last_day TEXT NOT NULL CHECK (length(last_day) = 10 AND last_day >= first_day),
  predecessor_id INTEGER REFERENCES agreement (id) CHECK (predecessor_id <> id),
  scale_id INTEGER REFERENCES agreement_scale (id),
  note TEXT,
  -- the closing review: what it says, and the rounded sum it states
  closed_on TEXT CHECK (length(closed_on) = 10),
  summary TEXT,
  proposals TEXT,
  stated_sum INTEGER CHECK (stated_sum > 0),
  stated_flag TEXT CHECK (stated_flag IN ('exact', 'atLeast', 'almost', 'about')),
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((stated_sum IS NULL) = (stated_flag IS NULL))
) STRICT;
CREATE INDEX agreement_days ON agreement (last_day, id);
CREATE INDEX agreement_predecessor ON agreement (predecessor_id) WHERE predecessor_id IS NOT NULL;
CREATE VIEW agreement_live AS SELECT * FROM agreement WHERE deleted_at IS NULL;

-- Who signs for a party, and the post of that day.
CREATE TABLE agreement_party (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  -- 1: the union itself
  own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),
  member_id INTEGER REFERENCES member (id),
  signer TEXT,
  signer_post TEXT,
  UNIQUE (agreement_id, ordinal)
) STRICT;
CREATE INDEX agreement_party_member ON agreement_party (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE agreement_content (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  detail TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
CREATE INDEX agreement_content_agreement ON agreement_content (agreement_id, ordinal);
CREATE VIEW agreement_content_live AS SELECT c.* FROM agreement_content c JOIN agreement a ON a.id = c.agreement_id
  WHERE c.deleted_at IS NULL AND a.deleted_at IS NULL;

CREATE TABLE agreement_commitment (
  id INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL REFERENCES agreement_content (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- whose it is: a party by its name, and a person
  party TEXT,
  member_id INTEGER REFERENCES member (id),
  person_name TEXT,
  -- 1: falls due in each year of the agreement, on the day and month of due_on or on its last day
  yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
  due_on TEXT CHECK (length(due_on) = 10),
  measure TEXT NOT NULL DEFAULT 'text' CHECK (measure IN ('count', 'money', 'text')),
  unit TEXT,
  target REAL CHECK (target > 0),
  target_text TEXT,
  dropped_on TEXT CHECK (length(dropped_on) = 10),
  drop_reason TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((dropped_on IS NULL) = (drop_reason IS NULL)),
  CHECK (measure <> 'text' OR target IS NULL)
) STRICT;
CREATE INDEX agreement_commitment_content ON agreement_commitment (content_id);
CREATE INDEX agreement_commitment_member ON agreement_commitment (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW agreement_commitment_live AS SELECT k.*, c.agreement_id FROM agreement_commitment k
  JOIN agreement_content_live c ON c.id = k.content_id WHERE k.deleted_at IS NULL;

CREATE TABLE agreement_progress (
  id INTEGER PRIMARY KEY,
  commitment_id INTEGER NOT NULL REFERENCES agreement_commitment (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  figure REAL CHECK (figure >= 0),
  flag TEXT NOT NULL DEFAULT 'exact' CHECK (flag IN ('exact', 'atLeast', 'almost', 'about')),
  result TEXT,
  -- 1: with this the commitment is kept, that of its year where it is yearly
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX agreement_progress_commitment ON agreement_progress (commitment_id, on_date);

-- What was delivered under an agreement: a record of the office, or a line with its source. Of a record day, name and
-- money are read where it stands; they are kept here for one that is gone.
CREATE TABLE agreement_delivery (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  content_id INTEGER REFERENCES agreement_content (id),
  entity TEXT,
  record_id INTEGER,
  label TEXT NOT NULL CHECK (label <> ''),
  on_date TEXT NOT NULL CHECK (length(on_date) BETWEEN 4 AND 10),
  amount INTEGER CHECK (amount >= 0),
  flag TEXT NOT NULL DEFAULT 'exact' CHECK (flag IN ('exact', 'atLeast', 'almost', 'about')),
  source TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((entity IS NULL) = (record_id IS NULL))
) STRICT;
CREATE INDEX agreement_delivery_agreement ON agreement_delivery (agreement_id, on_date);
CREATE INDEX agreement_delivery_record ON agreement_delivery (entity, record_id) WHERE record_id IS NOT NULL;

-- What each side thinks of a content in a year.
CREATE TABLE agreement_score (
  content_id INTEGER NOT NULL REFERENCES agreement_content (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  side TEXT NOT NULL CHECK (side IN ('self', 'partner')),
  score REAL NOT NULL CHECK (score >= 0),
  note TEXT,
  PRIMARY KEY (content_id, year, side)
) STRICT, WITHOUT ROWID;
