-- Reports (báo cáo): headings, paragraphs and tables in order; a paragraph keeps its template and the figures it was written with.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('year', 'halfYear', 'thematic', 'inspection', 'annex')),
  -- an outline of the office, to start reports from
  model INTEGER NOT NULL DEFAULT 0 CHECK (model IN (0, 1)),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  to_date TEXT NOT NULL CHECK (length(to_date) = 10),
  -- last day its figures count
  as_of TEXT NOT NULL CHECK (length(as_of) = 10),
  subject TEXT NOT NULL CHECK (subject <> ''),
  addressee TEXT CHECK (addressee <> ''),
  -- Nơi nhận: a line for each
  recipients TEXT CHECK (recipients <> ''),
  -- day of the paper
  on_date TEXT CHECK (length(on_date) = 10),
  copied_from INTEGER REFERENCES report (id),
  closed_at TEXT,
  closed_by TEXT,
  -- what it said when it was closed, names of the office included
  frozen TEXT CHECK (json_valid(frozen)),
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (from_date <= to_date AND as_of BETWEEN from_date AND to_date),
  CHECK ((closed_at IS NULL) = (frozen IS NULL)),
  CHECK (model = 0 OR closed_at IS NULL)
) STRICT;
CREATE INDEX report_order ON report (model, year DESC, to_date DESC);
CREATE INDEX report_copied ON report (copied_from) WHERE copied_from IS NOT NULL;
CREATE VIEW report_live AS SELECT * FROM report WHERE deleted_at IS NULL;

CREATE TABLE report_part (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  report_id INTEGER NOT NULL REFERENCES report (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'text', 'table')),
  level INTEGER CHECK (level BETWEEN 1 AND 4),
  template TEXT NOT NULL,
  -- the sentence as the catalogue has it, before it was changed by hand
  original TEXT,
  -- said with "chưa có số liệu" while its figures are unknown
  name TEXT,
  -- what each figure was when it was last counted
  figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures)),
  -- taken from another report and not looked at since
  copied INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((kind = 'heading') = (level IS NOT NULL))
) STRICT;
CREATE INDEX report_part_order ON report_part (report_id, ordinal);

-- Findings of the proof-reading that the office leaves as they are.
CREATE TABLE report_ignored (
  report_id INTEGER NOT NULL REFERENCES report (id),
  finding TEXT NOT NULL CHECK (finding <> ''),
  PRIMARY KEY (report_id, finding)
) STRICT, WITHOUT ROWID;

-- How reports look: right side of the heading, size of the text, who always receives them.
CREATE TABLE report_style (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  heading TEXT NOT NULL CHECK (heading IN ('national', 'party', 'plain')),
  body_size REAL NOT NULL CHECK (body_size IN (13, 13.5, 14)),
  union_year INTEGER NOT NULL CHECK (union_year IN (0, 1)),
  recipients TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO report_style (id, heading, body_size, union_year, recipients) VALUES
  (1, 'national', 14, 1, 'Công đoàn cấp trên (để báo cáo)
Ban Giám đốc (để phối hợp)
Các tổ công đoàn
Lưu: VT, công đoàn');
