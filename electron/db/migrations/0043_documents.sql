-- The register of documents (sổ văn bản đi, đến). A number that was given stays for good: void with a reason, never used twice.
CREATE TABLE document_type (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  -- the abbreviation in a symbol: "QĐ"; an official letter has none
  symbol TEXT CHECK (symbol <> ''),
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO document_type (code, name, name_en, symbol, ordinal) VALUES
  ('resolution', 'Nghị quyết', 'Resolution', 'NQ', 10),
  ('decision', 'Quyết định', 'Decision', 'QĐ', 20),
  ('plan', 'Kế hoạch', 'Plan', 'KH', 30),
  ('letter', 'Công văn', 'Official letter', NULL, 40),
  ('report', 'Báo cáo', 'Report', 'BC', 50),
  ('submission', 'Tờ trình', 'Submission', 'TTr', 60),
  ('notice', 'Thông báo', 'Notice', 'TB', 70),
  ('minutes', 'Biên bản', 'Minutes', 'BB', 80),
  ('invitation', 'Giấy mời', 'Invitation', 'GM', 90),
  ('guidance', 'Hướng dẫn', 'Guidance', 'HD', 100),
  ('programme', 'Chương trình', 'Programme', 'CTr', 110),
  ('regulation', 'Quy chế', 'Regulation', 'QC', 120),
  ('rules', 'Quy định', 'Rules', 'QyĐ', 130),
  ('directive', 'Chỉ thị', 'Directive', 'CT', 140),
  ('conclusion', 'Kết luận', 'Conclusion', 'KL', 150),
  ('scheme', 'Đề án', 'Scheme', 'ĐA', 160),
  ('option', 'Phương án', 'Proposed plan', 'PA', 170),
  ('introduction', 'Giấy giới thiệu', 'Letter of introduction', 'GGT', 180),
  ('contract', 'Hợp đồng, thỏa thuận', 'Contract, agreement', 'HĐ', 190),
  ('appeal', 'Thư kêu gọi, lời kêu gọi', 'Appeal', NULL, 200),
  ('other', 'Văn bản khác', 'Other', NULL, 900);

-- How outgoing papers are numbered, from a year on. {so} number, {loai} abbreviation, {donvi} the unit's symbol, {nam} year.
CREATE TABLE document_rule (
  from_year INTEGER PRIMARY KEY CHECK (from_year BETWEEN 1990 AND 2100),
  per_type INTEGER NOT NULL CHECK (per_type IN (0, 1)),
  pattern TEXT NOT NULL CHECK (instr(pattern, '{so}') > 0),
  -- "12a" between 12 and 13
  insertions INTEGER NOT NULL CHECK (insertions IN (0, 1))
) STRICT;
INSERT INTO document_rule (from_year, per_type, pattern, insertions) VALUES (1990, 0, '{so}/{loai}-{donvi}', 0);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  type_id INTEGER NOT NULL REFERENCES document_type (id),
  status TEXT NOT NULL DEFAULT 'given' CHECK (status IN ('given', 'reserved', 'void')),
  year INTEGER NOT NULL CHECK (year = CAST(substr(on_date, 1, 4) AS INTEGER)),
  -- one row of numbers for all papers, or the code of the type
  series TEXT NOT NULL DEFAULT '',
  number INTEGER CHECK (number > 0),
  suffix TEXT NOT NULL DEFAULT '' CHECK (suffix = '' OR suffix GLOB '[a-z]'),
  -- as it stands on the paper: "05/QĐ-CĐCS"
  code TEXT,
  -- of an outgoing paper its own day, of an incoming one the day it came
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  subject TEXT CHECK (subject <> ''),
  -- who receives it; who sent it
  party TEXT,
  their_number TEXT,
  their_date TEXT,
  signer TEXT,
  urgency TEXT,
  secrecy TEXT,
  deadline TEXT CHECK (length(deadline) = 10),
  -- who answers
  member_id INTEGER REFERENCES member (id),
  person_name TEXT,
  answered_by_id INTEGER REFERENCES document (id),
  answered_on TEXT CHECK (length(answered_on) = 10),
  link_entity TEXT,
  link_id INTEGER,
  link_label TEXT,
  note TEXT,
  void_reason TEXT,
  voided_at TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (number IS NOT NULL OR deleted_at IS NOT NULL),
  CHECK ((void_reason IS NOT NULL) = (status = 'void')),
  CHECK (subject IS NOT NULL OR status <> 'given'),
  CHECK ((link_entity IS NULL) = (link_id IS NULL)),
  CHECK (answered_by_id IS NULL OR answered_by_id <> id)
) STRICT;
CREATE UNIQUE INDEX document_number ON document (direction, year, series, number, suffix) WHERE number IS NOT NULL;
CREATE INDEX document_day ON document (direction, on_date, id);
CREATE INDEX document_link ON document (link_entity, link_id) WHERE link_id IS NOT NULL;
CREATE INDEX document_member ON document (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX document_answer ON document (answered_by_id) WHERE answered_by_id IS NOT NULL;
CREATE INDEX document_deadline ON document (deadline) WHERE deadline IS NOT NULL;
CREATE VIEW document_live AS SELECT * FROM document WHERE deleted_at IS NULL;

-- The law of the register, whoever writes: the numbers of a row stand without gaps.
CREATE TRIGGER document_next_new BEFORE INSERT ON document
WHEN NEW.number IS NOT NULL AND NEW.suffix = '' AND EXISTS (SELECT 1 FROM document
    WHERE direction = NEW.direction AND year = NEW.year AND series = NEW.series AND number IS NOT NULL)
  AND NEW.number NOT IN (SELECT max(number) + 1 FROM document
    WHERE direction = NEW.direction AND year = NEW.year AND series = NEW.series
    UNION ALL SELECT min(number) - 1 FROM document
    WHERE direction = NEW.direction AND year = NEW.year AND series = NEW.series)
BEGIN SELECT RAISE(ABORT, 'DOCUMENT_GAP'); END;

CREATE TRIGGER document_between_new BEFORE INSERT ON document
WHEN NEW.number IS NOT NULL AND NEW.suffix <> '' AND NOT EXISTS (SELECT 1 FROM document
    WHERE direction = NEW.direction AND year = NEW.year AND series = NEW.series AND number = NEW.number AND suffix = '')
BEGIN SELECT RAISE(ABORT, 'DOCUMENT_GAP'); END;

CREATE TRIGGER document_next_given BEFORE UPDATE OF number ON document
WHEN OLD.number IS NULL AND NEW.number IS NOT NULL AND (NEW.suffix <> '' OR NEW.number <> (SELECT max(number) + 1 FROM document
    WHERE direction = NEW.direction AND year = NEW.year AND series = NEW.series))
BEGIN SELECT RAISE(ABORT, 'DOCUMENT_GAP'); END;

CREATE TRIGGER document_number_kept BEFORE UPDATE OF number, suffix, direction, year, series ON document
WHEN OLD.number IS NOT NULL AND NEW.number IS NOT NULL AND (NEW.number <> OLD.number OR NEW.suffix <> OLD.suffix
  OR NEW.direction <> OLD.direction OR NEW.year <> OLD.year OR NEW.series <> OLD.series)
BEGIN SELECT RAISE(ABORT, 'DOCUMENT_KEPT'); END;

-- Only the last number of a row can be taken back, when it was a slip.
CREATE TRIGGER document_number_back BEFORE UPDATE OF number ON document
WHEN OLD.number IS NOT NULL AND NEW.number IS NULL AND (OLD.status = 'void' OR EXISTS (SELECT 1 FROM document
    WHERE direction = OLD.direction AND year = OLD.year AND series = OLD.series AND id <> OLD.id
      AND (number = OLD.number AND suffix > OLD.suffix OR OLD.suffix = '' AND number > OLD.number)))
BEGIN SELECT RAISE(ABORT, 'DOCUMENT_KEPT'); END;

CREATE TRIGGER document_stays BEFORE DELETE ON document
WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'DOCUMENT_KEPT'); END;
